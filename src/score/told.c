/* Reading gold files and predictions: see told.h. */
#include "score/told.h"

#include <json-c/json.h>
#include <math.h>

enum { MOST_DEPTH = 16, MOST_PLACES_OF_A_QUOTE = 3 };

typedef struct json_object Node;

typedef struct Reader {
  Arena *arena;
  const TermTable *table;
  Str text; /* the document's; empty for predictions */
} Reader;

static Node *get(Node *object, const char *key) {
  Node *value = NULL;
  return object && json_object_is_type(object, json_type_object) && json_object_object_get_ex(object, key, &value)
             ? value
             : NULL;
}

static size_t length(Node *array) {
  return array && json_object_is_type(array, json_type_array) ? json_object_array_length(array) : 0;
}

static Str string_of(const Reader *r, Node *v) {
  if (!v || !json_object_is_type(v, json_type_string)) return STR_NONE;
  return arena_str(r->arena, (Str){json_object_get_string(v), (size_t)json_object_get_string_len(v)});
}

static Str text_at(const Reader *r, Node *object, const char *key) { return string_of(r, get(object, key)); }

/* A quote's words: it is a string, or an object with `quote`, or with `name` alone. */
static Str words_of(const Reader *r, Node *v) {
  if (!v || !json_object_is_type(v, json_type_object)) return string_of(r, v);
  Str quote = text_at(r, v, "quote");
  return quote.n ? quote : text_at(r, v, "name");
}

/* "[3, null]" as «3 ∞»; empty where there is no count. */
static Str count_key(const Reader *r, Node *v) {
  if (length(v) != 2) return STR_NONE;
  Node *min = json_object_array_get_idx(v, 0), *max = json_object_array_get_idx(v, 1);
  return arena_printf(r->arena, "%.10g %.10g", min ? json_object_get_double(min) : -INFINITY,
                      max ? json_object_get_double(max) : INFINITY);
}

static void add_key(const Reader *r, Fillers *list, Str key) { vec_push(list, r->arena, (Filler){.key = key}); }

static void add_words(const Reader *r, Fillers *list, Str words, Str key) {
  if (words.n)
    vec_push(list, r->arena, (Filler){.key = key, .terms = terms_of(r->arena, r->table, words), .quoted = true});
}

static void read_terms(const Reader *r, Node *list, Fillers *out) {
  for (size_t i = 0; i < length(list); i++)
    add_words(r, out, words_of(r, json_object_array_get_idx(list, i)), STR_NONE);
}

static bool has_key(const Fillers *list, Str key) {
  for (uint32_t i = 0; i < list->n; i++)
    if (str_eq(list->at[i].key, key)) return true;
  return false;
}

static void read_places(const Reader *r, Node *list, Told *t) {
  read_terms(r, list, &t->slots[SLOT_PLACES]);
  for (size_t i = 0; i < length(list); i++) {
    Str country = text_at(r, json_object_array_get_idx(list, i), "country");
    if (country.n && !has_key(&t->slots[SLOT_COUNTRY], country)) add_key(r, &t->slots[SLOT_COUNTRY], country);
  }
}

static void read_outcomes(const Reader *r, Node *list, Told *t) {
  static const struct {
    const char *key;
    ScoreSlot slot;
  } told[] = {{"status", SLOT_STATUS}, {"side", SLOT_SIDE}};
  for (size_t i = 0; i < length(list); i++) {
    Node *o = json_object_array_get_idx(list, i);
    Str what = text_at(r, o, "what"), count = count_key(r, get(o, "count"));
    Str key = arena_printf(r->arena, "%.*s %.*s", STR_ARG(what), STR_ARG(count));
    add_key(r, &t->slots[SLOT_OUTCOMES], key);
    for (size_t k = 0; k < sizeof told / sizeof *told; k++) {
      Str value = text_at(r, o, told[k].key);
      if (value.n)
        add_key(r, &t->slots[told[k].slot], arena_printf(r->arena, "%.*s %.*s", STR_ARG(key), STR_ARG(value)));
    }
    static const char *const subsets[] = {"women", "children"};
    for (size_t k = 0; k < 2; k++) {
      Str n = count_key(r, get(o, subsets[k]));
      if (n.n) add_key(r, &t->slots[SLOT_WOMEN_CHILDREN], arena_printf(r->arena, "%s %.*s", subsets[k], STR_ARG(n)));
    }
  }
}

static bool has_arabic(Str s) {
  for (size_t i = 0; i < s.n; i++)
    if ((uint8_t)s.p[i] >= 0xD8 && (uint8_t)s.p[i] <= 0xD9) return true;
  return false;
}

static void read_persons(const Reader *r, Node *list, Told *t) {
  for (size_t i = 0; i < length(list); i++) {
    Node *p = json_object_array_get_idx(list, i);
    Str name = text_at(r, p, "name"), quote = text_at(r, p, "quote");
    add_words(r, &t->slots[SLOT_PERSONS], has_arabic(name) || !quote.n ? name : quote, text_at(r, p, "fate"));
  }
}

/* The rest that is one string or flag each. */
static void read_marks(const Reader *r, Node *o, Told *t) {
  Str time = text_at(r, o, "time"), stance = text_at(r, o, "stance"), direction = text_at(r, o, "direction");
  Str count = count_key(r, get(o, "count"));
  bool lone = str_eq(t->kind, STR("event")) && str_eq(count, STR("1 1")); /* the rule earns nothing */
  if (time.n) add_key(r, &t->slots[SLOT_TIME], time);
  if (count.n && !lone) add_key(r, &t->slots[SLOT_COUNT], count);
  if (stance.n && !str_eq(stance, STR("asserted"))) add_key(r, &t->slots[SLOT_STANCE], stance);
  if (direction.n) add_key(r, &t->slots[SLOT_DIRECTION], direction);
  if (words_of(r, get(o, "part_of")).n) add_key(r, &t->slots[SLOT_PART_OF], STR_NONE);
  Node *background = get(o, "background");
  if (background && json_object_get_boolean(background)) add_key(r, &t->slots[SLOT_BACKGROUND], STR_NONE);
  Node *responsibility = get(o, "responsibility");
  Str how = text_at(r, responsibility, "how");
  if (how.n) add_key(r, &t->slots[SLOT_RESPONSIBILITY], how);
  read_terms(r, get(responsibility, "by"), &t->slots[SLOT_RESPONSIBLE_BY]);
}

static bool add_span(const Reader *r, Node *v, Told *t) {
  Node *start = get(v, "start"), *end = get(v, "end");
  int64_t from = start ? json_object_get_int64(start) : 0, to = end ? json_object_get_int64(end) : 0;
  if (to <= from || from < 0 || to > UINT32_MAX) return false;
  vec_push(&t->triggers, r->arena, (Span){(uint32_t)from, (uint32_t)to});
  return true;
}

/* Where `words` stands in the text from byte `from` on; the text's length where it does not. */
static size_t find(Str text, Str words, size_t from) {
  for (size_t i = from; i + words.n <= text.n; i++) {
    const char *at = memchr(text.p + i, words.p[0], text.n - words.n - i + 1);
    if (!at) break;
    i = (size_t)(at - text.p);
    if (memcmp(at, words.p, words.n) == 0) return i;
  }
  return text.n;
}

/* Where a trigger stands: by its offsets where it has any, else where its words do. */
static void read_trigger(const Reader *r, Node *v, Told *t) {
  if (!v || add_span(r, v, t)) return;
  Str words = words_of(r, v);
  if (words.n < 3) return; /* one letter is everywhere */
  size_t at = find(r->text, words, 0);
  for (int n = 0; at < r->text.n && n < MOST_PLACES_OF_A_QUOTE; n++) {
    vec_push(&t->triggers, r->arena, (Span){(uint32_t)at, (uint32_t)(at + words.n)});
    at = find(r->text, words, at + 1);
  }
}

static void read_told(const Reader *r, Node *o, Told *t) {
  static const struct {
    const char *key;
    ScoreSlot slot;
  } lists[] = {{"agents", SLOT_AGENTS},
               {"partners", SLOT_PARTNERS},
               {"targets", SLOT_TARGETS},
               {"claimed_by", SLOT_CLAIMED_BY},
               {"via", SLOT_VIA}};
  *t = (Told){.kind = text_at(r, o, "kind"),
              .type = text_at(r, o, "type"),
              .trigger = words_of(r, get(o, "trigger")),
              .extended = get(o, "via") != NULL};
  read_trigger(r, get(o, "trigger"), t);
  Node *also = get(o, "also");
  for (size_t i = 0; i < length(also); i++) read_trigger(r, json_object_array_get_idx(also, i), t);
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    read_terms(r, get(o, lists[i].key), &t->slots[lists[i].slot]);
  read_places(r, get(o, "places"), t);
  read_outcomes(r, get(o, "outcomes"), t);
  read_persons(r, get(o, "persons"), t);
  read_marks(r, o, t);
}

static Node *parse(Str bytes, ErrorInfo *info, ErrorCode *code) {
  struct json_tokener *tokener = json_tokener_new_ex(MOST_DEPTH);
  if (!tokener || bytes.n > INT32_MAX) {
    if (tokener) json_tokener_free(tokener);
    *code = error_set(info, tokener ? ERROR_TOO_LARGE : ERROR_MEMORY, STR("score"), 0, NULL);
    return NULL;
  }
  Node *node = json_tokener_parse_ex(tokener, bytes.p ? bytes.p : "", (int)bytes.n);
  enum json_tokener_error why = json_tokener_get_error(tokener);
  *code = why == json_tokener_success && json_object_is_type(node, json_type_object)
              ? ERROR_OK
              : error_set(info, ERROR_FORMAT, STR("score"), json_tokener_get_parse_end(tokener), "not a JSON object");
  json_tokener_free(tokener);
  return node;
}

ErrorCode told_read_gold(Arena *arena, const TermTable *table, Str file, Str text, ToldList *out, ErrorInfo *info) {
  ErrorCode code;
  Node *node = parse(file, info, &code), *records = get(node, "records");
  Reader r = {arena, table, text};
  if (!code && (!records || !json_object_is_type(records, json_type_array)))
    code = error_set(info, ERROR_FORMAT, STR("score"), 0, "a gold file has its records in \"records\"");
  for (size_t i = 0; !code && i < length(records); i++) {
    Told t;
    read_told(&r, json_object_array_get_idx(records, i), &t);
    vec_push(out, arena, t);
  }
  if (node) json_object_put(node);
  if (!code && !arena_ok(arena)) code = error_set(info, ERROR_MEMORY, STR("score"), 0, NULL);
  return code;
}

/* The name of a file without its folder and its ending. */
static Str bare_name(Str path) {
  size_t from = path.n, to = path.n;
  while (from > 0 && path.p[from - 1] != '/') from--;
  for (size_t i = path.n; i-- > from + 1;)
    if (path.p[i] == '.') {
      to = i;
      break;
    }
  return str_slice(path, from, to);
}

ErrorCode told_read_line(Arena *arena, const TermTable *table, Str line, Str *doc, Told *out, ErrorInfo *info) {
  ErrorCode code;
  Node *node = parse(line, info, &code);
  Reader r = {arena, table, STR_NONE};
  *doc = STR_NONE;
  if (!code) {
    read_told(&r, node, out);
    if (STR_IN(out->kind, "event", "tally", "figure", "trend")) *doc = bare_name(text_at(&r, node, "doc"));
  }
  if (node) json_object_put(node);
  if (!code && !arena_ok(arena)) code = error_set(info, ERROR_MEMORY, STR("score"), 0, NULL);
  return code;
}
