/* A finding back from the JSON that it is kept as, for a terminal. */
#include <json-c/json.h>
#include <math.h>

#include "ledger/ledger.h"

static Str str_key(Arena *arena, json_object *o, const char *key) {
  json_object *v = NULL;
  if (!json_object_object_get_ex(o, key, &v) || !json_object_is_type(v, json_type_string)) return STR("");
  return arena_str(arena, (Str){json_object_get_string(v), (size_t)json_object_get_string_len(v)});
}

/* The array's elements, n of them; NULL where there is none. */
static json_object *array_key(json_object *o, const char *key, size_t *n) {
  json_object *v = NULL;
  if (!json_object_object_get_ex(o, key, &v) || !json_object_is_type(v, json_type_array)) v = NULL;
  *n = v ? json_object_array_length(v) : 0;
  return v;
}

static const Str *list_key(Arena *arena, json_object *o, const char *key, uint32_t *n) {
  size_t count;
  json_object *v = array_key(o, key, &count);
  Str *out = ARENA_ARRAY(arena, Str, count + 1);
  for (size_t i = 0; out && i < count; i++)
    out[(*n)++] = arena_str(arena, str_of(json_object_get_string(json_object_array_get_idx(v, i))));
  return out;
}

static uint32_t number_key(json_object *o, const char *key) {
  json_object *v = NULL;
  int64_t n = json_object_object_get_ex(o, key, &v) ? json_object_get_int64(v) : 0;
  return n < 0 || n > UINT32_MAX ? 0 : (uint32_t)n;
}

static void read_sentences(Arena *arena, json_object *o, Finding *f) {
  size_t n;
  json_object *v = array_key(o, "sentences", &n);
  CheckSentence *out = ARENA_ARRAY(arena, CheckSentence, n + 1);
  for (size_t i = 0; out && i < n; i++) {
    json_object *s = json_object_array_get_idx(v, i);
    out[f->nsentences++] = (CheckSentence){
        str_key(arena, s, "doc"), {str_key(arena, s, "quote"), {number_key(s, "start"), number_key(s, "end")}}};
  }
  f->sentences = out;
}

static double bound_key(json_object *list, size_t i, double open) {
  json_object *v = json_object_array_get_idx(list, i);
  return v ? json_object_get_double(v) : open;
}

static Count count_key(json_object *o) {
  json_object *v = NULL, *approx = NULL;
  if (!json_object_object_get_ex(o, "count", &v) || !json_object_is_type(v, json_type_array)) return (Count){0};
  (void)json_object_object_get_ex(o, "approx", &approx);
  return (Count){bound_key(v, 0, 0), bound_key(v, 1, INFINITY), true, json_object_get_boolean(approx)};
}

static void read_parts(Arena *arena, json_object *o, Finding *f) {
  size_t n;
  json_object *v = array_key(o, "parts", &n);
  CheckPart *out = ARENA_ARRAY(arena, CheckPart, n + 1);
  for (size_t i = 0; out && i < n; i++) {
    json_object *p = json_object_array_get_idx(v, i);
    out[f->nparts++] = (CheckPart){str_key(arena, p, "is"), str_key(arena, p, "id"), str_key(arena, p, "name"),
                                   str_key(arena, p, "words"), count_key(p)};
  }
  f->parts = out;
}

bool ledger_finding(Arena *arena, Str json, Finding *f) {
  *f = (Finding){0};
  Str copy = arena_str(arena, json);
  json_object *o = copy.p ? json_tokener_parse(copy.p) : NULL;
  if (!o) return false;
  f->kind = str_key(arena, o, "finding");
  f->docs = list_key(arena, o, "docs", &f->ndocs);
  f->records = list_key(arena, o, "records", &f->nrecords);
  f->text = str_key(arena, o, "text");
  f->arithmetic = str_key(arena, o, "arithmetic");
  read_parts(arena, o, f);
  read_sentences(arena, o, f);
  json_object_put(o);
  return arena_ok(arena);
}
