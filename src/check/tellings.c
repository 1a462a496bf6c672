#include "check/tellings.h"

#include <stdlib.h>

#include "check/draft.h"
#include "check/same.h"

enum {
  MOST_PLACES = 4,     /* of a record that are looked at */
  MOST_COMPARED = 500, /* with one record: a place in the news every day */
  LONGEST_DAYS = 2     /* of an incident */
};

/* One record under one of its places. */
typedef struct Entry {
  Str place; /* id, or the words where there is none */
  Telling telling;
  uint32_t nth; /* of the record's places */
} Entry;

typedef struct Entries {
  VEC(Entry) list;
} Entries;

/* An id, unless it is a whole country: that would pair half of the news. */
static Str place_key(const Record *r, uint32_t i) {
  const Place *p = &r->places[i];
  if (p->precision == 6 || p->precision == 7) return r->kind == RECORD_EVENT ? STR_NONE : p->id;
  return p->id.n ? p->id : p->quote.text;
}

static int by_place_and_day(const void *a, const void *b) {
  const Entry *x = a, *y = b;
  int c = str_cmp(x->place, y->place);
  if (c) return c;
  if (x->telling.when.from != y->telling.when.from) return x->telling.when.from < y->telling.when.from ? -1 : 1;
  if (x->telling.record == y->telling.record) return x->nth < y->nth ? -1 : x->nth > y->nth;
  if (x->telling.doc != y->telling.doc) return x->telling.doc < y->telling.doc ? -1 : 1;
  return x->telling.record < y->telling.record ? -1 : 1;
}

static void add_record(Arena *arena, const CheckDoc *doc, const Record *r, TellingsFilter *filter, Entries *entries) {
  Period when = period_of(r->time);
  if (!when.known || !filter(r, when)) return;
  Str day = str_slice(doc->published, 0, doc->published.n < 10 ? doc->published.n : 10);
  Telling telling = {doc, r, when, period_of(day)};
  for (uint32_t i = 0; i < r->nplaces && i < MOST_PLACES; i++) {
    Str key = place_key(r, i);
    if (key.n) vec_push(&entries->list, arena, (Entry){key, telling, i});
  }
}

/* Two records that share several places are paired at the first of them only. */
static bool first_shared(const Entry *a, const Entry *b) {
  for (uint32_t i = 0; i < a->nth; i++)
    for (uint32_t k = 0; k < b->telling.record->nplaces && k < MOST_PLACES; k++)
      if (str_eq(place_key(a->telling.record, i), place_key(b->telling.record, k))) return false;
  return true;
}

static bool two_documents(const Telling *a, const Telling *b) {
  if (a->doc == b->doc || str_eq(a->doc->text, b->doc->text)) return false;
  return !a->doc->outlet.n || !b->doc->outlet.n || !str_eq(a->doc->outlet, b->doc->outlet);
}

void tellings_pairs(Arena *arena, const CheckInput *input, TellingsFilter *filter, TellingsUse *use, void *context) {
  Entries entries = {0};
  for (uint32_t i = 0; i < input->ndocs; i++)
    for (uint32_t k = 0; k < input->docs[i].nrecords; k++)
      add_record(arena, &input->docs[i], &input->docs[i].records[k], filter, &entries);
  uint32_t n = entries.list.n;
  const Entry *at = entries.list.at;
  if (n) qsort(entries.list.at, n, sizeof *at, by_place_and_day);
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = i + 1; k < n && k - i <= MOST_COMPARED && str_eq(at[i].place, at[k].place) &&
                             at[k].telling.when.from <= at[i].telling.when.to;
         k++) {
      bool before = at[i].telling.doc < at[k].telling.doc;
      const Entry *a = before ? &at[i] : &at[k], *b = before ? &at[k] : &at[i];
      if (two_documents(&a->telling, &b->telling) && first_shared(a, b)) use(context, &a->telling, &b->telling);
    }
}

/* ---- incidents ---- */

static bool asserted(const Record *r) {
  return !r->stance.n || str_eq(r->stance, STR("asserted")) || str_eq(r->stance, STR("alleged"));
}

static bool is_specific(const Place *p) { return !p->id.n || (p->precision >= 1 && p->precision <= 3); }

bool telling_is_incident(const Record *r, Period when) {
  if (r->kind != RECORD_EVENT || !asserted(r) || (int64_t)when.to - when.from >= LONGEST_DAYS) return false;
  for (uint32_t i = 0; i < r->nplaces && i < MOST_PLACES; i++)
    if (is_specific(&r->places[i])) return true;
  return false;
}

/* One writes "attack" where the other names the means. */
static bool is_general(Str type) { return str_eq(type, STR("attack")) || str_eq(type, STR("killing")); }

static bool is_violent(Str type) {
  static const char *const types[] = {"airstrike", "shelling",      "bombing",   "suicide-bombing", "clash",
                                      "attack",    "assassination", "execution", "killing"};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (str_eq(type, str_of(types[i]))) return true;
  return false;
}

static bool one_type(Str a, Str b) {
  if (str_eq(a, b)) return true;
  return (is_general(a) || is_general(b)) && is_violent(a) && is_violent(b);
}

static bool counts_meet(Count a, Count b) { return !a.set || !b.set || (a.min <= b.max && b.min <= a.max); }

bool tellings_of_one_incident(const Telling *a, const Telling *b) {
  const Record *x = a->record, *y = b->record;
  return one_type(x->type, y->type) && counts_meet(x->count, y->count) && !actors_differ(x->agents, y->agents) &&
         !actors_differ(x->targets, y->targets);
}

bool telling_may_update(const Telling *a, const Telling *b, bool b_is_more) {
  if (!a->published.known || !b->published.known) return true;
  int32_t days = b->published.from - a->published.from;
  return b_is_more ? days > 0 : days < 0;
}

bool tellings_share_speaker(const Telling *a, const Telling *b) {
  return actors_meet(a->record->claimed_by, b->record->claimed_by);
}

void tellings_say_voice(struct Draft *draft, const Telling *telling) {
  draft_outlet(draft, telling->doc);
  if (!telling->record->claimed_by.n) return;
  draft_lit(draft, " (from ");
  draft_actors(draft, telling->record->claimed_by);
  draft_lit(draft, ")");
}
