/* What the records of one happening tell, put together, and compared with another's.
 *
 * A report tells its event in pieces: the headline has the toll, the lead the day, «الهجوم» (the
 * attack) further down the doer. The item has all of it. A record that tells no time is taken
 * to be news, of the day of publication or the two before. Of the sentences the words in folded
 * normal form are kept (wording.h). */
#define _GNU_SOURCE /* memmem */
#include "ledger/link/profile.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"
#include "check/measure.h"
#include "check/same.h"
#include "ledger/link/kinship.h"
#include "text/text.h"

enum {
  NEWS_DAYS = 2,      /* before publication that news without a date may be of */
  LONGEST_DAYS = 400, /* of a period that says anything of one event */
  MOST_RECORDS = 64   /* of one item that are looked at */
};

/* ---- lists ---- */

static void add_places(Arena *arena, LinkItem *item, const Record *r) {
  for (uint32_t i = 0; i < r->nplaces && item->nplaces < LINK_PLACES; i++) {
    bool known = false;
    for (uint32_t k = 0; k < item->nplaces; k++) known |= same_place(item->places[k], &r->places[i]);
    if (known) continue;
    item->place_words[item->nplaces] = wording_name(arena, r->places[i].quote.text);
    item->places[item->nplaces++] = &r->places[i];
  }
}

static void add_actors(const Actor **to, uint32_t *n, ActorList from) {
  for (uint32_t i = 0; i < from.n && *n < LINK_ACTORS; i++) {
    bool known = false;
    for (uint32_t k = 0; k < *n; k++) known |= same_actor(to[k], &from.at[i]);
    if (!known) to[(*n)++] = &from.at[i];
  }
}

static bool same_count(Count a, Count b) { return a.min == b.min && a.max == b.max && a.approx == b.approx; }

static bool is_toll(const Outcome *o) {
  return o->count.set && !o->unit.n && !o->share && o->status.n && o->count.max >= 1;
}

static void add_toll(LinkItem *item, Str what, Count count, bool sum) {
  for (uint32_t k = 0; k < item->ntolls; k++)
    if (str_eq(item->tolls[k].what, what) && same_count(item->tolls[k].count, count)) return;
  if (item->ntolls < LINK_TOLLS) item->tolls[item->ntolls++] = (LinkToll){what, count, sum};
}

/* «مقتل ضابط وثلاثة جنود» (an officer and three soldiers killed) is «مقتل أربعة عسكريين» (four of the military)
 * elsewhere. */
static void add_sum(LinkItem *item, const Record *r, Str what) {
  Count sum = {.set = true};
  uint32_t n = 0;
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    if (!is_toll(&r->outcomes[i]) || !str_eq(r->outcomes[i].what, what) || r->outcomes[i].among) continue;
    if (isinf(r->outcomes[i].count.max)) return; /* «أكثر من 20» (more than 20) is another count of them, as a rule */
    sum.min += r->outcomes[i].count.min;
    sum.max += r->outcomes[i].count.max;
    sum.approx |= r->outcomes[i].count.approx;
    n++;
  }
  if (n > 1) add_toll(item, what, sum, true);
}

static void add_tolls(LinkItem *item, const Record *r) {
  for (uint32_t i = 0; i < r->noutcomes; i++)
    if (is_toll(&r->outcomes[i])) add_toll(item, r->outcomes[i].what, r->outcomes[i].count, false);
  add_sum(item, r, STR("killed"));
  add_sum(item, r, STR("injured"));
}

/* The last word of a name: «سمير عادل الراوي» and «الراوي» are one to a reader. */
static uint64_t last_name(Arena *arena, const Person *p) {
  Str name = fold_key(arena, p->name.n ? p->name : p->quote.text);
  size_t from = name.n;
  while (from && name.p[from - 1] != ' ') from--;
  return name.n > from ? hash64(name.p + from, name.n - from) : 0;
}

static void add_people(Arena *arena, LinkItem *item, const Record *r) {
  for (uint32_t i = 0; i < r->npersons && item->npeople < LINK_PEOPLE; i++) {
    uint64_t name = last_name(arena, &r->persons[i]);
    bool known = !name;
    for (uint32_t k = 0; k < item->npeople; k++) known |= item->names[k] == name;
    if (known) continue;
    item->people[item->npeople] = &r->persons[i];
    item->names[item->npeople++] = name;
  }
}

/* ---- time ---- */

/* «منذ 18 فبراير» (since 18 February) lasts until the report, as far as it can say. */
static Period until_told(Period told, Period published) {
  if (told.known && told.to == INT32_MAX && published.known && told.from <= published.to) told.to = published.to;
  return told;
}

static void add_time(LinkItem *item, const Record *r) {
  Period told = until_told(period_of(r->time), item->published);
  if (!told.known || (int64_t)told.to - told.from > LONGEST_DAYS) return;
  bool shorter = !item->told || (int64_t)told.to - told.from < (int64_t)item->when.to - item->when.from;
  if (shorter) item->when = told;
  item->told = true;
}

/* A record that tells a time which is no use (XXXX-03, the last ten years) is not news. */
static void default_time(LinkItem *item, const Record *r) {
  if (r->time.n || !item->published.known) return;
  item->when = (Period){.from = item->published.from - NEWS_DAYS, .to = item->published.to, .known = true};
}

static bool is_several(const Record *r) { return !r->count.set || r->count.max != 1; }

LinkItem profile_of(Arena *arena, const Record *record, Str doc, Period published) {
  LinkItem item = {.id = record->id,
                   .doc = doc,
                   .published = published,
                   .several = is_several(record),
                   .earlier = record->background};
  default_time(&item, record);
  profile_add(arena, &item, record);
  return item;
}

static int exactness(const Place *p) { return p->id.n ? p->precision ? p->precision : 8 : 9; }

const Place *link_more_exact(const Place *a, const Place *b) {
  if (!a || !b) return a ? a : b;
  int more = exactness(b) - exactness(a);
  return more < 0 || (more == 0 && str_cmp(b->id, a->id) < 0) ? b : a;
}

/* Of every record, also of one whose places and numbers find no room. */
static void add_exact(LinkItem *item, const Record *r) {
  for (uint32_t i = 0; i < r->nplaces; i++) item->exact = link_more_exact(item->exact, &r->places[i]);
}

static void add_tells(LinkItem *item, const Record *r) {
  bool known = r->claimed_by.n > 0;
  for (uint32_t i = 0; i < r->claimed_by.n; i++) known &= r->claimed_by.at[i].id.n > 0;
  if (r->noutcomes) item->tells |= item->tells & LINK_TELLS_OUTCOME ? LINK_TELLS_OUTCOMES : LINK_TELLS_OUTCOME;
  if (known) item->tells |= LINK_TELLS_SPEAKER;
  if (str_eq(r->responsibility.how, STR("denied"))) item->tells |= LINK_TELLS_DENIAL;
}

void profile_add(Arena *arena, LinkItem *item, const Record *record) {
  uint32_t n = item->nrecords;
  if ((n & (n - 1)) == 0) { /* full: 0, 1, 2, 4, … */
    const Record **more = ARENA_ARRAY(arena, const Record *, n ? 2 * (size_t)n : 1);
    if (!more) return;
    if (n) memcpy(more, item->records, n * sizeof *more);
    item->records = (const Record *const *)more;
  }
  ((const Record **)(uintptr_t)item->records)[item->nrecords++] = record;
  if (str_cmp(record->id, item->id) < 0) item->id = record->id;
  add_exact(item, record);
  add_tells(item, record);
  if (item->nrecords > MOST_RECORDS) return;
  add_time(item, record);
  add_places(arena, item, record);
  add_actors(item->agents, &item->nagents, record->agents);
  add_actors(item->targets, &item->ntargets, record->targets);
  add_tolls(item, record);
  add_people(arena, item, record);
}

/* ---- words ---- */

static uint32_t add_sentence(const Text *text, Quote trigger, uint32_t *sentences, uint32_t n) {
  uint32_t at = wording_sentence(text, trigger.span.start);
  for (uint32_t i = 0; i < n; i++)
    if (sentences[i] == at) return n;
  if (n < WORDING_TOLD) sentences[n++] = at;
  return n;
}

/* Tokens before a word for the act, which say whose it is, and behind it, what it was done to. */
enum { BEFORE_ACT = 5, BEHIND_ACT = 7 };

static void add_beside(Arena *arena, LinkItem *item, const Text *text) {
  Span spans[WORDING_TOLD];
  uint32_t n = 0;
  for (uint32_t i = 0; i < item->nrecords && i < MOST_RECORDS; i++) {
    const Record *r = item->records[i];
    if (n < WORDING_TOLD) spans[n++] = r->trigger.span;
    for (uint32_t k = 0; k < r->also.n && n < WORDING_TOLD; k++) spans[n++] = r->also.at[k].span;
  }
  item->beside = wording_about(arena, text, spans, n, BEFORE_ACT, BEHIND_ACT);
}

/* A report's news stands in its opening; what it recalls does not make it the report's news. */
void profile_words(Arena *arena, LinkItem *item, const Text *text) {
  uint32_t sentences[WORDING_TOLD], n = 0;
  for (uint32_t i = 0; i < item->nrecords && i < MOST_RECORDS; i++) {
    const Record *r = item->records[i];
    n = add_sentence(text, r->trigger, sentences, n);
    for (uint32_t k = 0; k < r->also.n && n < WORDING_TOLD; k++) n = add_sentence(text, r->also.at[k], sentences, n);
    item->news |= !r->background && wording_sentence(text, r->trigger.span.start) < WORDING_OPENING;
  }
  item->words = wording_of(arena, text, sentences, n);
  add_beside(arena, item, text);
}

/* ---- numbers ---- */

static bool is_exact(Count c) { return c.min == c.max && !c.approx; }

/* How two numbers that do not meet differ: tolls rise by a few, or by a third. */
static TollSays apart(Count a, Count b) {
  double low = a.max < b.min ? a.max : b.max, high = a.max < b.min ? b.min : a.min;
  if (low >= 5 && (high - low <= 2 || high <= low * 1.34)) return TOLL_RISEN;
  bool sure = is_exact(a) && is_exact(b);
  return !sure || high - low <= 2 || high <= low * 2 ? TOLL_OTHER : TOLL_FAR;
}

/* «15 على الأقل» was 15 when it was told; «عشرات», twenty or more, may be any number. */
static Count as_told(Count c) {
  if (isinf(c.max) && !count_round(c)) c.max = c.min;
  return c;
}

static TollSays two_tolls(Count a, Count b) {
  a = as_told(a);
  b = as_told(b);
  if (is_exact(a) && is_exact(b) && a.min == b.min) return TOLL_SAME;
  if (a.min <= b.max && b.min <= a.max) return TOLL_MEET;
  return apart(a, b);
}

/* An early toll and a later one are both the happening's: what fits best counts. */
TollSays profile_tolls(const LinkItem *a, const LinkItem *b, Str what, Count *one, Count *two) {
  TollSays best = TOLL_NOTHING;
  for (uint32_t i = 0; i < a->ntolls; i++)
    for (uint32_t k = 0; k < b->ntolls; k++) {
      if (!str_eq(a->tolls[i].what, what) || !str_eq(b->tolls[k].what, what)) continue;
      if (a->tolls[i].sum && b->tolls[k].sum) continue;
      TollSays says = two_tolls(a->tolls[i].count, b->tolls[k].count);
      if (best != TOLL_NOTHING && (says > best || (says == best && a->tolls[i].count.min <= one->min))) continue;
      best = says;
      *one = a->tolls[i].count;
      *two = b->tolls[k].count;
    }
  return best;
}

/* ---- actors, people, types ---- */

static bool has_name(const Actor *a) {
  return a->id.n || (a->quote.text.n && memchr(a->quote.text.p, ' ', a->quote.text.n));
}

/* «طلاب أكاديمية الشرطة» (students of the police academy): the words for the one stand in those for the other. */
static bool words_within(const Actor *x, const Actor *y) {
  Str few = x->quote.text, more = y->quote.text;
  return has_name(x) && !x->id.n && more.n && memmem(more.p, more.n, few.p, few.n);
}

static int closeness_of(const Actor *x, const Actor *y) {
  if (same_actor(x, y) && has_name(x)) return 2;
  if (words_within(x, y) || words_within(y, x)) return 2;
  return (y->id.n && str_eq(x->parent, y->id)) || (x->id.n && str_eq(y->parent, x->id));
}

int profile_actors(const Actor *const *a, uint32_t na, const Actor *const *b, uint32_t nb, const Actor **one,
                   const Actor **two) {
  int best = 0;
  bool ids_a = false, ids_b = false;
  for (uint32_t i = 0; i < na; i++) ids_a |= a[i]->id.n > 0;
  for (uint32_t k = 0; k < nb; k++) ids_b |= b[k]->id.n > 0;
  for (uint32_t i = 0; i < na; i++)
    for (uint32_t k = 0; k < nb; k++) {
      int closeness = closeness_of(a[i], b[k]);
      if (closeness <= best) continue;
      best = closeness;
      *one = a[i];
      *two = b[k];
    }
  return !best && ids_a && ids_b ? -1 : best;
}

uint32_t profile_person(const LinkItem *a, const LinkItem *b) {
  for (uint32_t i = 0; i < a->npeople; i++)
    for (uint32_t k = 0; k < b->npeople; k++)
      if (a->names[i] == b->names[k]) return i;
  return UINT32_MAX;
}

int profile_kinship(const LinkItem *a, const LinkItem *b) {
  int best = -1;
  for (uint32_t i = 0; i < a->nrecords && i < LINK_PLACES; i++)
    for (uint32_t k = 0; k < b->nrecords && k < LINK_PLACES; k++) {
      int kin = kinship_of(a->records[i]->type, b->records[k]->type);
      if (kin > best) best = kin;
    }
  return best;
}
