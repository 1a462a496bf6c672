/* Coding is the costly part of an ingest and needs nothing of the store, so that threads do
 * it side by side: a worker gets a copy of the document, and leaves beside it everything the
 * writer needs: records as values and as JSON, the words for search, the sketch for
 * near-copies, and what does not add up within the document. */
#include "ledger/document/coded.h"

#include <json-c/json.h>

#include "base/hash.h"
#include "engine/explain.h"
#include "engine/keep.h"
#include "engine/search.h"
#include "ledger/document/linked.h"
#include "record/json.h"

bool coded_take(Coded *c, const Document *d) {
  Arena *arena = &c->arena;
  c->document = *d;
  Str *const strings[] = {&c->document.id,        &c->document.title, &c->document.published,
                          &c->document.outlet,    &c->document.url,   &c->document.author,
                          &c->document.retrieved, &c->document.text,  &c->document.file};
  for (size_t i = 0; i < sizeof strings / sizeof *strings; i++)
    *strings[i] = strings[i]->n ? arena_str(arena, *strings[i]) : STR("");
  sha256(c->document.text, c->sha256);
  return arena_ok(arena);
}

static void hash_parts(const Str *parts, uint32_t n, char key[KEY_HEX + 1]) {
  uint8_t all[4][32], out[32];
  for (uint32_t i = 0; i < n; i++) sha256(parts[i], all[i]);
  sha256((Str){(const char *)all, n * sizeof *all}, out);
  hex_of(out, KEY_HEX / 2, key);
}

bool coded_url_is_article(Str url) {
  const char *p = url.n > 3 ? memchr(url.p, ':', url.n - 3) : NULL;
  if (!p || p[1] != '/' || p[2] != '/') return false;
  Str rest = str_slice(url, (size_t)(p - url.p) + 3, url.n);
  str_cut(&rest, '/');
  return rest.n > 0;
}

void coded_key(const Document *d, const uint8_t sha[32], char key[KEY_HEX + 1]) {
  Str text = {(const char *)sha, 32};
  if (coded_url_is_article(d->url))
    hash_parts((Str[]){STR("url"), d->url, text}, 3, key);
  else
    hash_parts((Str[]){STR("id"), d->id, d->outlet, text}, 4, key);
}

void coded_record_key(Str document_key, Str rid, char key[KEY_HEX + 1]) {
  hash_parts((Str[]){document_key, rid}, 2, key);
}

static Str clashes_json(Arena *arena, const Analysis *a) {
  uint32_t n = 0;
  const ExplainClash *clashes = explain_clashes(arena, a, &n);
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  writer_byte(&w, '[');
  for (uint32_t i = 0; i < n; i++) {
    bool first = true;
    if (i) writer_byte(&w, ',');
    writer_byte(&w, '{');
    json_put_key(&w, &first, "start");
    writer_u64(&w, clashes[i].quote.span.start);
    json_put_key(&w, &first, "end");
    writer_u64(&w, clashes[i].quote.span.end);
    json_put_key(&w, &first, "edtf");
    json_put_str(&w, clashes[i].edtf);
    json_put_key(&w, &first, "hijri");
    json_put_bool(&w, clashes[i].hijri);
    writer_byte(&w, '}');
  }
  writer_byte(&w, ']');
  return buffer_str(&buffer);
}

static uint32_t offset_of(json_object *object, const char *key, size_t most) {
  json_object *v = NULL;
  if (!json_object_object_get_ex(object, key, &v)) return 0;
  int64_t at = json_object_get_int64(v);
  return at < 0 || (size_t)at > most ? 0 : (uint32_t)at;
}

const CheckClash *coded_clashes(Arena *arena, Str json, Str text, uint32_t *n) {
  *n = 0;
  if (json.n <= 2) return NULL;
  json_object *list = json_tokener_parse(arena_str(arena, json).p);
  size_t count = json_object_is_type(list, json_type_array) ? json_object_array_length(list) : 0;
  CheckClash *out = ARENA_ARRAY(arena, CheckClash, count ? count : 1);
  for (size_t i = 0; out && i < count; i++) {
    json_object *c = json_object_array_get_idx(list, i), *v = NULL;
    Span span = {offset_of(c, "start", text.n), offset_of(c, "end", text.n)};
    CheckClash *clash = &out[(*n)++];
    clash->quote = (Quote){str_slice(text, span.start, span.end), span};
    if (json_object_object_get_ex(c, "edtf", &v)) clash->edtf = arena_str(arena, str_of(json_object_get_string(v)));
    if (json_object_object_get_ex(c, "hijri", &v)) clash->hijri = json_object_get_boolean(v);
  }
  json_object_put(list);
  return out;
}

/* What waits for the writer is cut to its size: what it was put together in stays with the worker. */
static const Str *records_json(Arena *arena, Arena *work, const Record *records, uint32_t n) {
  Str *out = ARENA_ARRAY(arena, Str, n ? n : 1);
  for (uint32_t i = 0; out && i < n; i++) {
    Buffer buffer = {.arena = work};
    Writer w = writer_to_buffer(&buffer);
    json_put_record(&w, &records[i]);
    out[i] = arena_str(arena, str_trim(buffer_str(&buffer)));
  }
  return out;
}

static void find_within(Coded *c, Arena *arena) {
  CheckDoc doc = {.id = c->document.id,
                  .published = c->document.published,
                  .outlet = c->document.outlet,
                  .text = c->document.text,
                  .records = c->records,
                  .nrecords = c->nrecords};
  doc.clashes = coded_clashes(arena, c->clashes, doc.text, &doc.nclashes);
  CheckInput input = {.docs = &doc, .ndocs = 1};
  uint32_t n = 0;
  const CheckKind *kinds = check_kinds(&n);
  for (uint32_t i = 0; i < n; i++)
    if (kinds[i].run && (kinds[i].scope == CHECK_WITHIN || str_eq(str_of(kinds[i].name), STR("status"))))
      kinds[i].run(arena, &input, &c->findings); /* `status` looks at one report, too */
}

static void make_keys(Coded *c) {
  coded_key(&c->document, c->sha256, c->key);
  c->keys = c->nrecords ? arena_array(&c->arena, c->nrecords, sizeof *c->keys, 1) : NULL;
  if (!c->keys) c->nrecords = 0;
  for (uint32_t i = 0; i < c->nrecords; i++) coded_record_key(str_of(c->key), c->records[i].id, c->keys[i]);
}

void coded_run(Coded *c, const Engine *engine, EngineMemo *memo, Arena *work) {
  Document *d = &c->document;
  Arena *arena = &c->arena;
  EngineDocument document = {
      .id = d->id, .text = d->text, .published = d->published, .outlet = d->outlet, .memo = memo};
  /* A date that is none stays with the document as it was told; the coder does without. */
  if (!engine_published_ok(d->published)) document.published = STR("");
  const Analysis *a = NULL;
  arena_reset(work);
  c->code = engine_analyse(engine, work, &document, false, &a, &c->info);
  if (c->code) return;
  const Record *records = analysis_records(a, &c->nrecords);
  c->records = records_keep(arena, records, c->nrecords, d->text);
  if (!c->records) c->nrecords = 0;
  c->json = records_json(arena, work, c->records, c->nrecords);
  c->clashes = arena_str(arena, clashes_json(work, a));
  c->lemmas = arena_str(arena, search_terms(work, engine, a));
  c->words = arena_str(arena, search_once(work, c->lemmas));
  near_sketch(work, d->text, &c->sketch);
  find_within(c, arena);
  make_keys(c);
  if (!c->recodes) linked_make(c, work);
  if (!arena_ok(arena) || !arena_ok(work))
    c->code = error_set(&c->info, ERROR_MEMORY, d->id, 0, "the document needs too much memory");
}
