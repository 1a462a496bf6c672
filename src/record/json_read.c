/* Reading a record back from its line of JSON.
 *
 * json-c makes a tree of the line (it is strict about UTF-8, and its depth is capped here);
 * what follows copies the tree into the arena, key by key. A key of the wrong type is an
 * error that names it: a reader that guesses would make two programs disagree in silence. */
#include <json-c/json.h>

#include "record/json.h"

#include <math.h>

enum { MOST_DEPTH = 16 };

typedef struct json_object Node;

typedef struct Reader {
  Arena *arena;
  const char *wrong; /* the first key that could not be read; NULL: none yet */
} Reader;

static void wrong(Reader *r, const char *key) {
  if (!r->wrong) r->wrong = key;
}

/* The key's value, or NULL where it is missing or null. */
static Node *get(Node *object, const char *key) {
  Node *value = NULL;
  return json_object_object_get_ex(object, key, &value) ? value : NULL;
}

static Str read_str(Reader *r, Node *object, const char *key) {
  Node *v = get(object, key);
  if (!v) return STR_NONE;
  if (!json_object_is_type(v, json_type_string)) return wrong(r, key), STR_NONE;
  Str s = {json_object_get_string(v), (size_t)json_object_get_string_len(v)};
  return s.n ? arena_str(r->arena, s) : STR_NONE;
}

static bool is_number(Node *v) {
  return json_object_is_type(v, json_type_int) || json_object_is_type(v, json_type_double);
}

static double read_number(Reader *r, Node *object, const char *key) {
  Node *v = get(object, key);
  if (!v) return NAN;
  if (!is_number(v)) return wrong(r, key), NAN;
  return json_object_get_double(v);
}

static bool read_bool(Reader *r, Node *object, const char *key) {
  Node *v = get(object, key);
  if (!v) return false;
  if (!json_object_is_type(v, json_type_boolean)) return wrong(r, key), false;
  return json_object_get_boolean(v) != 0;
}

static uint32_t read_offset(Reader *r, Node *object, const char *key) {
  double at = read_number(r, object, key);
  if (at >= 0 && at <= UINT32_MAX && at == floor(at)) return (uint32_t)at;
  if (!isnan(at)) wrong(r, key);
  return 0;
}

/* The node where it is an object, else NULL (and an error where it is anything but null). */
static Node *as_object(Reader *r, Node *v, const char *key) {
  if (!v || json_object_is_type(v, json_type_object)) return v;
  return wrong(r, key), NULL;
}

static Node *get_object(Reader *r, Node *object, const char *key) { return as_object(r, get(object, key), key); }

static Span read_span(Reader *r, Node *object) {
  Span s = {read_offset(r, object, "start"), read_offset(r, object, "end")};
  if (s.end < s.start) wrong(r, "end");
  return s;
}

static Quote read_quote(Reader *r, Node *object) { return (Quote){read_str(r, object, "quote"), read_span(r, object)}; }

static Quote read_quote_key(Reader *r, Node *object, const char *key) {
  Node *q = get_object(r, object, key);
  return q ? read_quote(r, q) : (Quote){0};
}

static Count read_count(Reader *r, Node *object, const char *key) {
  Node *v = get(object, key);
  if (!v) return (Count){0};
  if (!json_object_is_type(v, json_type_array) || json_object_array_length(v) != 2) return wrong(r, key), (Count){0};
  Node *min = json_object_array_get_idx(v, 0), *max = json_object_array_get_idx(v, 1);
  if (!min || !is_number(min) || (max && !is_number(max))) return wrong(r, key), (Count){0};
  Count c = {.min = json_object_get_double(min), .max = max ? json_object_get_double(max) : INFINITY, .set = true};
  if (!(c.min <= c.max)) wrong(r, key);
  return c;
}

/* The array at `key` and room for its items; NULL where there is none. */
static Node *get_array(Reader *r, Node *object, const char *key, size_t size, void **items, uint32_t *n) {
  *items = NULL;
  *n = 0;
  Node *v = get(object, key);
  if (!v) return NULL;
  if (!json_object_is_type(v, json_type_array)) return wrong(r, key), NULL;
  size_t length = json_object_array_length(v);
  if (length == 0) return NULL;
  if (length > UINT32_MAX) return wrong(r, key), NULL;
  *items = arena_array(r->arena, length, size, 16);
  if (!*items) return NULL;
  *n = (uint32_t)length;
  return v;
}

static Node *item(Reader *r, Node *array, uint32_t i, const char *key) {
  Node *v = json_object_array_get_idx(array, i);
  if (!v) wrong(r, key);
  return as_object(r, v, key);
}

static QuoteList read_quotes(Reader *r, Node *object, const char *key) {
  void *at;
  uint32_t n;
  Node *array = get_array(r, object, key, sizeof(Quote), &at, &n);
  for (uint32_t i = 0; i < n; i++) {
    Node *q = item(r, array, i, key);
    if (q) ((Quote *)at)[i] = read_quote(r, q);
  }
  return (QuoteList){at, n};
}

static ActorList read_actors(Reader *r, Node *object, const char *key) {
  void *at;
  uint32_t n;
  Node *array = get_array(r, object, key, sizeof(Actor), &at, &n);
  for (uint32_t i = 0; i < n; i++) {
    Node *a = item(r, array, i, key);
    if (a)
      ((Actor *)at)[i] =
          (Actor){read_quote(r, a), read_str(r, a, "id"), read_str(r, a, "name"), read_str(r, a, "parent")};
  }
  return (ActorList){at, n};
}

static Place read_place(Reader *r, Node *p) {
  uint32_t precision = read_offset(r, p, "precision");
  if (precision > 7) wrong(r, "precision");
  return (Place){.quote = read_quote(r, p),
                 .id = read_str(r, p, "id"),
                 .name = read_str(r, p, "name"),
                 .country = read_str(r, p, "country"),
                 .admin1 = read_str(r, p, "admin1"),
                 .lat = read_number(r, p, "lat"),
                 .lon = read_number(r, p, "lon"),
                 .precision = (uint8_t)precision,
                 .basis = read_str(r, p, "basis")};
}

static Outcome read_outcome(Reader *r, Node *o) {
  Outcome out = {.what = read_str(r, o, "what"),
                 .count = read_count(r, o, "count"),
                 .of = read_quote_key(r, o, "of"),
                 .label = read_str(r, o, "label"),
                 .status = read_str(r, o, "status"),
                 .side = read_str(r, o, "side"),
                 .women = read_count(r, o, "women"),
                 .children = read_count(r, o, "children"),
                 .unit = read_str(r, o, "unit"),
                 .share = read_bool(r, o, "share"),
                 .among = read_bool(r, o, "among"),
                 .restated = read_bool(r, o, "restated")};
  out.count.approx = read_bool(r, o, "approx");
  return out;
}

static Person read_person(Reader *r, Node *p) {
  return (Person){.quote = read_quote(r, p),
                  .name = read_str(r, p, "name"),
                  .role = read_quote_key(r, p, "role"),
                  .age = read_count(r, p, "age"),
                  .sex = read_str(r, p, "sex"),
                  .fate = read_str(r, p, "fate")};
}

static void read_lists(Reader *r, Node *o, Record *out) {
  void *places, *outcomes, *persons;
  Node *array = get_array(r, o, "places", sizeof(Place), &places, &out->nplaces);
  for (uint32_t i = 0; i < out->nplaces; i++) {
    Node *p = item(r, array, i, "places");
    if (p) ((Place *)places)[i] = read_place(r, p);
  }
  array = get_array(r, o, "outcomes", sizeof(Outcome), &outcomes, &out->noutcomes);
  for (uint32_t i = 0; i < out->noutcomes; i++) {
    Node *p = item(r, array, i, "outcomes");
    if (p) ((Outcome *)outcomes)[i] = read_outcome(r, p);
  }
  array = get_array(r, o, "persons", sizeof(Person), &persons, &out->npersons);
  for (uint32_t i = 0; i < out->npersons; i++) {
    Node *p = item(r, array, i, "persons");
    if (p) ((Person *)persons)[i] = read_person(r, p);
  }
  out->places = places;
  out->outcomes = outcomes;
  out->persons = persons;
}

static void read_head(Reader *r, Node *o, Record *out) {
  if (!record_kind_of(read_str(r, o, "kind"), &out->kind)) wrong(r, "kind");
  double version = read_number(r, o, "v");
  if (!isnan(version) && version != 1) wrong(r, "v");
  out->id = read_str(r, o, "id");
  out->doc = read_str(r, o, "doc");
  out->type = read_str(r, o, "type");
  out->plover = read_str(r, o, "plover");
  out->mode = read_str(r, o, "mode");
  out->acled = read_str(r, o, "acled");
  out->cameo = read_str(r, o, "cameo");
  out->ged = read_bool(r, o, "ged");
  out->part_of = read_str(r, o, "part_of");
  out->trigger = read_quote_key(r, o, "trigger");
  out->count = read_count(r, o, "count");
  out->count.approx = read_bool(r, o, "approx");
  out->direction = read_str(r, o, "direction");
  out->time = read_str(r, o, "time");
  out->time_quote = read_quote_key(r, o, "time_quote");
  out->said = read_str(r, o, "said");
}

static void read_tail(Reader *r, Node *o, Record *out) {
  Node *responsibility = get_object(r, o, "responsibility"), *sentence = get_object(r, o, "sentence");
  if (responsibility)
    out->responsibility = (Responsibility){read_str(r, responsibility, "how"), read_actors(r, responsibility, "by")};
  if (sentence) out->sentence = read_span(r, sentence);
  out->stance = read_str(r, o, "stance");
  out->background = read_bool(r, o, "background");
  out->total = read_bool(r, o, "total");
  out->rule = read_str(r, o, "rule");
}

static void read_record(Reader *r, Node *o, Record *out) {
  *out = (Record){0};
  read_head(r, o, out);
  read_lists(r, o, out);
  out->also = read_quotes(r, o, "also");
  out->agents = read_actors(r, o, "agents");
  out->partners = read_actors(r, o, "partners");
  out->targets = read_actors(r, o, "targets");
  out->claimed_by = read_actors(r, o, "claimed_by");
  out->via = read_quotes(r, o, "via");
  read_tail(r, o, out);
}

/* One JSON value and nothing but blanks behind it. */
static Node *parse(Str line, ErrorInfo *info, ErrorCode *code) {
  struct json_tokener *tokener = json_tokener_new_ex(MOST_DEPTH);
  if (!tokener || line.n > INT32_MAX) {
    if (tokener) json_tokener_free(tokener);
    *code = error_set(info, tokener ? ERROR_TOO_LARGE : ERROR_MEMORY, STR("record"), 0, NULL);
    return NULL;
  }
  json_tokener_set_flags(tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
  Node *node = json_tokener_parse_ex(tokener, line.p ? line.p : "", (int)line.n);
  enum json_tokener_error why = json_tokener_get_error(tokener);
  size_t end = json_tokener_get_parse_end(tokener);
  *code = ERROR_OK;
  if (why != json_tokener_success)
    *code = error_set(info, ERROR_FORMAT, STR("record"), end, "%s", json_tokener_error_desc(why));
  else if (str_trim(str_slice(line, end, line.n)).n || !json_object_is_type(node, json_type_object))
    *code = error_set(info, ERROR_FORMAT, STR("record"), end, "not one JSON object");
  json_tokener_free(tokener);
  return node;
}

ErrorCode json_read_record(Arena *arena, Str line, Record *record, ErrorInfo *info) {
  ErrorCode code;
  Node *node = parse(str_trim(line), info, &code);
  if (code == ERROR_OK) {
    Reader reader = {.arena = arena};
    read_record(&reader, node, record);
    if (!arena_ok(arena))
      code = error_set(info, ERROR_MEMORY, STR("record"), 0, NULL);
    else if (reader.wrong)
      code = error_set(info, ERROR_FORMAT, STR("record"), 0, "\"%s\" is not what a record has there", reader.wrong);
  }
  if (node) json_object_put(node);
  return code;
}
