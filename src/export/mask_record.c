/* A record with all its strings masked, field by field, so that a new field is seen to be missing
 * here (test_mask.c searches a whole export). */
#include <json-c/json.h>
#include <math.h>

#include "export/mask_names.h"
#include "record/json.h"

typedef struct Masking {
  Mask *mask;
  Arena *arena;
  Str document;
  bool person; /* JSON of the list of persons: "name" is one's */
} Masking;

static Str text(const Masking *x, Str s) { return mask_text(x->mask, x->arena, x->document, s); }

static Quote quote(const Masking *x, Quote q) {
  q.text = text(x, q.text);
  return q;
}

static ActorList actors(const Masking *x, ActorList list) {
  Actor *at = ARENA_ARRAY(x->arena, Actor, list.n + 1);
  for (uint32_t i = 0; at && i < list.n; i++) {
    at[i] = list.at[i];
    at[i].quote = quote(x, at[i].quote);
    if (!at[i].id.n) at[i].name = text(x, at[i].name);
  }
  return at ? (ActorList){at, list.n} : (ActorList){0};
}

static QuoteList quotes(const Masking *x, QuoteList list) {
  Quote *at = ARENA_ARRAY(x->arena, Quote, list.n + 1);
  for (uint32_t i = 0; at && i < list.n; i++) at[i] = quote(x, list.at[i]);
  return at ? (QuoteList){at, list.n} : (QuoteList){0};
}

static const Place *places(const Masking *x, const Record *r) {
  Place *at = ARENA_ARRAY(x->arena, Place, r->nplaces + 1);
  for (uint32_t i = 0; at && i < r->nplaces; i++) {
    at[i] = r->places[i];
    at[i].quote = quote(x, at[i].quote);
    if (!at[i].id.n) at[i].name = text(x, at[i].name);
  }
  return at;
}

static const Outcome *outcomes(const Masking *x, const Record *r) {
  Outcome *at = ARENA_ARRAY(x->arena, Outcome, r->noutcomes + 1);
  for (uint32_t i = 0; at && i < r->noutcomes; i++) {
    at[i] = r->outcomes[i];
    at[i].of = quote(x, at[i].of);
    at[i].label = text(x, at[i].label);
  }
  return at;
}

static const Person *persons(const Masking *x, const Record *r) {
  Person *at = ARENA_ARRAY(x->arena, Person, r->npersons + 1);
  for (uint32_t i = 0; at && i < r->npersons; i++) {
    at[i] = r->persons[i];
    at[i].quote.text = mask_person(x->mask, x->arena, x->document, at[i].quote.text);
    at[i].name = mask_person(x->mask, x->arena, x->document, at[i].name);
    at[i].role = quote(x, at[i].role);
  }
  return at;
}

static void mask_record(const Masking *x, Record *r) {
  r->trigger = quote(x, r->trigger);
  r->also = quotes(x, r->also);
  r->time_quote = quote(x, r->time_quote);
  r->places = places(x, r);
  r->agents = actors(x, r->agents);
  r->partners = actors(x, r->partners);
  r->targets = actors(x, r->targets);
  r->outcomes = outcomes(x, r);
  r->persons = persons(x, r);
  r->claimed_by = actors(x, r->claimed_by);
  r->via = quotes(x, r->via);
  r->responsibility.by = actors(x, r->responsibility.by);
  r->doc = mask_url(x->mask, x->arena, x->document, r->doc);
  if (!r->places) r->nplaces = 0;
  if (!r->outcomes) r->noutcomes = 0;
  if (!r->persons) r->npersons = 0;
}

void mask_told(Mask *mask, Arena *arena, LedgerTold *t) {
  if (!mask) return;
  Masking x = {mask, arena, t->document, false};
  mask_record(&x, &t->record);
  t->sentence = text(&x, t->sentence);
  t->title = text(&x, t->title);
  t->outlet = text(&x, t->outlet);
  t->corrected = text(&x, t->corrected);
  t->url = mask_url(mask, arena, t->document, t->url);
  t->given = mask_url(mask, arena, t->document, t->given);
  t->author = mask_everyone(mask) ? mask_person(mask, arena, t->document, t->author) : text(&x, t->author);
  t->by = mask_everyone(mask) ? mask_person(mask, arena, t->document, t->by) : text(&x, t->by);
}

/* ---- JSON ---- */

static bool is_address(const char *key) { return STR_IN(str_of(key), "url", "urls", "doc", "docs", "id", "given"); }

static bool is_person(const char *key) { return STR_IN(str_of(key), "author", "by", "reviewed_by"); }

enum { JSON_DEEP = 32 };

static void put_json(const Masking *x, Writer *w, json_object *o, const char *key, int deep) {
  json_type type = json_object_get_type(o);
  if (type == json_type_object && deep < JSON_DEEP) {
    bool first = true;
    writer_byte(w, '{');
    json_object_object_foreach(o, name, value) {
      if (!first) writer_byte(w, ',');
      first = false;
      json_put_str(w, str_of(name));
      writer_byte(w, ':');
      put_json(x, w, value, name, deep + 1);
    }
    writer_byte(w, '}');
  } else if (type == json_type_array && deep < JSON_DEEP) {
    writer_byte(w, '[');
    for (size_t i = 0; i < json_object_array_length(o); i++) {
      if (i) writer_byte(w, ',');
      put_json(x, w, json_object_array_get_idx(o, i), key, deep + 1);
    }
    writer_byte(w, ']');
  } else if (type == json_type_string) {
    Str s = {json_object_get_string(o), (size_t)json_object_get_string_len(o)};
    if ((is_person(key) && mask_everyone(x->mask)) || (x->person && str_eq(str_of(key), STR("name"))))
      json_put_str(w, mask_person(x->mask, x->arena, x->document, s));
    else
      json_put_str(w, is_address(key) ? mask_url(x->mask, x->arena, x->document, s) : text(x, s));
  } else {
    writer_put(w, str_of(deep < JSON_DEEP ? json_object_to_json_string_ext(o, JSON_C_TO_STRING_PLAIN) : "null"));
  }
}

Str mask_json(Mask *mask, Arena *arena, Str document, Str line) {
  if (!mask) return line;
  struct json_tokener *tokener = json_tokener_new();
  json_object *o =
      tokener ? json_tokener_parse_ex(tokener, line.p, line.n > INT32_MAX ? INT32_MAX : (int)line.n) : NULL;
  bool good = tokener && json_tokener_get_error(tokener) == json_tokener_success;
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  json_object *of = NULL;
  Masking x = {mask, arena, document, false};
  if (!document.n && good && json_object_object_get_ex(o, "document", &of))
    x.document = str_of(json_object_get_string(of));
  x.person = good && json_object_object_get_ex(o, "fates", &of);
  if (good) put_json(&x, &w, o, "", 0);
  json_object_put(o);
  if (tokener) json_tokener_free(tokener);
  return good ? buffer_str(&buffer) : mask_text(mask, arena, document, line);
}
