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
  bool country = p->id.n && (p->precision == 6 || p->precision == 7);
  if (country) return r->kind == RECORD_EVENT ? STR_NONE : p->id;
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
  Telling telling = {.doc = doc, .record = r, .when = when, .published = period_of(day)};
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

enum {
  SURE_POINTS = 9, /* same type, same day, same town */
  MOST_MERGED = 16 /* records of one telling */
};

static bool asserted(const Record *r) {
  return !r->stance.n || str_eq(r->stance, STR("asserted")) || str_eq(r->stance, STR("alleged")) ||
         str_eq(r->stance, STR("denied"));
}

static bool tells(const Record *r, const Outcome *o) {
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    const Outcome *have = &r->outcomes[i];
    if (str_eq(have->what, o->what) && str_eq(have->status, o->status) && have->count.min == o->count.min &&
        have->count.max == o->count.max)
      return true;
  }
  return false;
}

static void join_outcomes(Arena *arena, Record *whole, const Record *more) {
  Outcome *all = ARENA_ARRAY(arena, Outcome, whole->noutcomes + (size_t)more->noutcomes + 1);
  if (!all) return;
  if (whole->noutcomes) memcpy(all, whole->outcomes, whole->noutcomes * sizeof *all);
  whole->outcomes = all;
  for (uint32_t i = 0; i < more->noutcomes; i++)
    if (!tells(whole, &more->outcomes[i])) all[whole->noutcomes++] = more->outcomes[i];
}

static void join_actors(Arena *arena, ActorList *list, ActorList more) {
  Actor *all = ARENA_ARRAY(arena, Actor, list->n + (size_t)more.n + 1);
  if (!all) return;
  if (list->n) memcpy(all, list->at, list->n * sizeof *all);
  list->at = all;
  for (uint32_t i = 0; i < more.n; i++) {
    bool known = false;
    for (uint32_t k = 0; k < list->n; k++) known |= same_actor(&all[k], &more.at[i]);
    if (!known) all[list->n++] = more.at[i];
  }
}

static int64_t days_of(Period p) { return (int64_t)p.to - p.from + 1; }

static void join(Arena *arena, Record *whole, const Record *more) {
  Period have = period_of(whole->time), told = period_of(more->time);
  if (told.known && (!have.known || days_of(told) < days_of(have))) whole->time = more->time;
  if (!whole->said.n) whole->said = more->said;
  if (!whole->responsibility.how.n || str_eq(whole->responsibility.how, STR("unknown")))
    whole->responsibility = more->responsibility;
  join_outcomes(arena, whole, more);
  join_actors(arena, &whole->agents, more->agents);
  join_actors(arena, &whole->targets, more->targets);
  join_actors(arena, &whole->claimed_by, more->claimed_by);
}

static bool tells_toll(const Record *r) {
  for (uint32_t i = 0; i < r->noutcomes; i++)
    if (r->outcomes[i].status.n && r->outcomes[i].count.set) return true;
  return false;
}

Telling telling_whole(Arena *arena, const CheckTelling *t) {
  uint32_t main = 0, n = t->nrecords < MOST_MERGED ? t->nrecords : MOST_MERGED;
  while (main + 1 < n && !tells_toll(t->records[main])) main++;
  if (!tells_toll(t->records[main])) main = 0;
  Record *whole = ARENA_NEW(arena, Record);
  if (!whole) return (Telling){0};
  *whole = *t->records[main];
  for (uint32_t i = 0; i < n; i++)
    if (i != main) join(arena, whole, t->records[i]);
  Str day = str_slice(t->doc->published, 0, t->doc->published.n < 10 ? t->doc->published.n : 10);
  return (Telling){.doc = t->doc, .record = whole, .when = period_of(whole->time), .published = period_of(day)};
}

/* News that tells no day is of the day of publication or the two before. */
static void set_news_days(Telling *t) {
  if (t->record && !t->record->time.n && t->published.known)
    t->when = (Period){.from = t->published.from - LONGEST_DAYS, .to = t->published.to, .known = true};
}

static bool is_dated(const Telling *t) {
  return t->record && t->when.known && days_of(t->when) <= LONGEST_DAYS + 1 && asserted(t->record);
}

/* Has its outlet told a later toll of the incident? The latest of each source stands, what it told before is history.
 */
static bool updated(const CheckInput *input, const CheckTelling *t) {
  if (!t->doc->outlet.n) return false;
  Period day = period_of(str_slice(t->doc->published, 0, t->doc->published.n < 10 ? t->doc->published.n : 10));
  for (uint32_t i = 0; i < input->ntellings; i++) {
    const CheckTelling *o = &input->tellings[i];
    if (o->incident != t->incident || o->doc == t->doc || !str_eq(o->doc->outlet, t->doc->outlet)) continue;
    Period later = period_of(str_slice(o->doc->published, 0, o->doc->published.n < 10 ? o->doc->published.n : 10));
    if (!day.known || !later.known || later.from <= day.to) continue;
    for (uint32_t k = 0; k < o->nrecords && k < MOST_MERGED; k++)
      if (tells_toll(o->records[k])) return true;
  }
  return false;
}

void tellings_incidents(Arena *arena, const CheckInput *input, bool apart, TellingsUse *use, void *context) {
  for (uint32_t i = 0; i < input->npairs; i++) {
    const CheckPair *pair = &input->pairs[i];
    const CheckTelling *x = &input->tellings[pair->a], *y = &input->tellings[pair->b];
    if (pair->points < SURE_POINTS || (apart && x->doc == y->doc)) continue;
    if (apart && (updated(input, x) || updated(input, y))) continue;
    Telling a = telling_whole(arena, x), b = telling_whole(arena, y);
    set_news_days(&a);
    set_news_days(&b);
    a.points = b.points = pair->points;
    if (!is_dated(&a) || !is_dated(&b) || !period_overlap(a.when, b.when)) continue;
    if (x->doc != y->doc && !two_documents(&a, &b)) continue;
    use(context, &a, &b);
  }
}

/* Was what `late` relays said by the day on which `early` came out? */
static bool said_by_then(const Telling *early, const Telling *late) {
  Period said = period_of(late->record->said);
  return said.known && early->published.known && said.to <= early->published.to;
}

bool telling_may_update(const Telling *a, const Telling *b, bool b_is_more) {
  Period one = period_of(a->record->said), two = period_of(b->record->said);
  if (one.known != two.known && tellings_share_speaker(a, b) && said_by_then(b_is_more ? a : b, b_is_more ? b : a))
    return false; /* one statement, whenever it was passed on */
  if (!one.known || !two.known) {
    one = a->published;
    two = b->published;
  }
  if (!one.known || !two.known) return true;
  int32_t days = two.from - one.from;
  return b_is_more ? days > 0 : days < 0;
}

bool tellings_share_speaker(const Telling *a, const Telling *b) {
  return actors_meet_in_full(a->record->claimed_by, b->record->claimed_by);
}

void tellings_say_voices(struct Draft *draft, const Telling *telling, ActorList speakers) {
  draft_outlet(draft, telling->doc);
  if (!speakers.n) return;
  draft_lit(draft, " (from ");
  draft_actors(draft, "from", speakers);
  draft_lit(draft, ")");
}

void tellings_say_voice(struct Draft *draft, const Telling *telling) {
  tellings_say_voices(draft, telling, telling->record->claimed_by);
}
