#include "engine/keep.h"

typedef struct Keeper {
  Arena *arena;
  Str text;
} Keeper;

static void keep_str(const Keeper *k, Str *s) { *s = s->n ? arena_str(k->arena, *s) : STR(""); }

static void keep_quote(const Keeper *k, Quote *q) { q->text = str_slice(k->text, q->span.start, q->span.end); }

static void *keep_array(const Keeper *k, const void *from, uint32_t n, size_t size) {
  void *to = n ? arena_array(k->arena, n, size, _Alignof(max_align_t)) : NULL;
  return to ? memcpy(to, from, n * size) : NULL;
}

static void keep_quotes(const Keeper *k, QuoteList *list) {
  Quote *at = keep_array(k, list->at, list->n, sizeof *at);
  for (uint32_t i = 0; at && i < list->n; i++) keep_quote(k, &at[i]);
  *list = (QuoteList){at, at ? list->n : 0};
}

static void keep_actors(const Keeper *k, ActorList *list) {
  Actor *at = keep_array(k, list->at, list->n, sizeof *at);
  for (uint32_t i = 0; at && i < list->n; i++) {
    keep_quote(k, &at[i].quote);
    keep_str(k, &at[i].id);
    keep_str(k, &at[i].name);
    keep_str(k, &at[i].parent);
  }
  *list = (ActorList){at, at ? list->n : 0};
}

static void keep_places(const Keeper *k, Record *r) {
  Place *at = keep_array(k, r->places, r->nplaces, sizeof *at);
  for (uint32_t i = 0; at && i < r->nplaces; i++) {
    Str *const strings[] = {&at[i].id, &at[i].name, &at[i].country, &at[i].admin1, &at[i].basis};
    for (size_t s = 0; s < sizeof strings / sizeof *strings; s++) keep_str(k, strings[s]);
    keep_quote(k, &at[i].quote);
  }
  r->places = at;
  r->nplaces = at ? r->nplaces : 0;
}

static void keep_outcomes(const Keeper *k, Record *r) {
  Outcome *at = keep_array(k, r->outcomes, r->noutcomes, sizeof *at);
  for (uint32_t i = 0; at && i < r->noutcomes; i++) {
    Str *const strings[] = {&at[i].what, &at[i].label, &at[i].status, &at[i].side, &at[i].unit};
    for (size_t s = 0; s < sizeof strings / sizeof *strings; s++) keep_str(k, strings[s]);
    keep_quote(k, &at[i].of);
  }
  r->outcomes = at;
  r->noutcomes = at ? r->noutcomes : 0;
}

static void keep_persons(const Keeper *k, Record *r) {
  Person *at = keep_array(k, r->persons, r->npersons, sizeof *at);
  for (uint32_t i = 0; at && i < r->npersons; i++) {
    keep_quote(k, &at[i].quote);
    keep_quote(k, &at[i].role);
    keep_str(k, &at[i].name);
    keep_str(k, &at[i].sex);
    keep_str(k, &at[i].fate);
  }
  r->persons = at;
  r->npersons = at ? r->npersons : 0;
}

static void keep_record(const Keeper *k, Record *r) {
  Str *const strings[] = {&r->id,     &r->doc,     &r->type,      &r->plover, &r->acled, &r->mode,
                          &r->cameo,  &r->part_of, &r->direction, &r->time,   &r->said,  &r->responsibility.how,
                          &r->stance, &r->rule};
  for (size_t s = 0; s < sizeof strings / sizeof *strings; s++) keep_str(k, strings[s]);
  keep_quote(k, &r->trigger);
  keep_quote(k, &r->time_quote);
  keep_quotes(k, &r->also);
  keep_quotes(k, &r->via);
  keep_actors(k, &r->agents);
  keep_actors(k, &r->partners);
  keep_actors(k, &r->targets);
  keep_actors(k, &r->claimed_by);
  keep_actors(k, &r->responsibility.by);
  keep_places(k, r);
  keep_outcomes(k, r);
  keep_persons(k, r);
}

const Record *records_keep(Arena *arena, const Record *records, uint32_t n, Str text) {
  Keeper k = {arena, text};
  Record *at = keep_array(&k, records, n, sizeof *at);
  for (uint32_t i = 0; at && i < n; i++) keep_record(&k, &at[i]);
  return arena_ok(arena) ? at : NULL;
}
