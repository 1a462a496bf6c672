/* The happenings of one document.
 *
 * «قتل 5 أشخاص في انفجار قرب المطار. … وتبنت الحركة الهجوم. … وقال شاهد إن الانفجار وقع …» (5 people
 * were killed in an explosion near the airport. … The movement claimed the attack. … A witness
 * said that the explosion …): one happening in three records. Going through the text, a record
 * joins the happening told before with which it has most in common and which it contradicts
 * in nothing: not in day, place, doer, number, and not where one is a single act and the other
 * several. The article on its trigger is a sign that it was told before. */
#include "check/same.h"
#include "ledger/link/kinship.h"
#include "ledger/link/place_near.h"
#include "ledger/link/profile.h"
#include "text/letter.h"
#include "text/normal.h"

enum {
  ENOUGH = 9,    /* points from which two records of a document are one happening */
  LOOK_BACK = 24 /* happenings that a record is held against */
};

/* Is the record one that incidents are made of? Single happenings that are not planned; a denial is a telling,
 * too; tallies, figures, trends and talk are none. */
static bool link_wanted(const Record *r) {
  if (r->kind != RECORD_EVENT) return false;
  return !str_eq(r->stance, STR("planned"));
}

/* «الهجوم», «والتفجير», «بالانفجار»: the article, behind one letter at most. */
static bool is_definite(Arena *arena, Str trigger) {
  ArenaMark mark = arena_mark(arena);
  View view = view_of(arena, str_slice(trigger, 0, trigger.n < 16 ? trigger.n : 16));
  bool definite = false;
  for (uint32_t at = 0; at < 2 && at + 3 < view.n; at++)
    definite |= view.fold[at] == LETTER_ALEF && view.fold[at + 1] == LETTER_LAM;
  if (view.n > 3) definite |= view.fold[0] == LETTER_LAM && view.fold[1] == LETTER_LAM;
  arena_release(arena, mark);
  return definite;
}

static bool is_part(const Record *a, const Record *b) {
  return (a->part_of.n && str_eq(a->part_of, b->id)) || (b->part_of.n && str_eq(b->part_of, a->id));
}

/* Points for numbers, or -1 where one kind is told in numbers that cannot be one. */
static int32_t toll_points(const LinkItem *a, const LinkItem *b) {
  static const char *const whats[] = {"killed", "killed-or-injured", "arrested", "abducted", "injured"};
  int32_t points = 0;
  for (size_t i = 0; i < sizeof whats / sizeof *whats; i++) {
    Count one = {0}, two = {0};
    TollSays says = profile_tolls(a, b, str_of(whats[i]), &one, &two);
    if (says >= TOLL_RISEN) return -1;
    if (says == TOLL_SAME) points += one.min >= 3 ? 3 : 2;
    if (says == TOLL_MEET) points += 1;
  }
  return points;
}

static bool contradicts(const LinkItem *event, const LinkItem *one) {
  const Record *r = one->records[0];
  if (profile_kinship(event, one) < 1 || event->several != one->several) return true;
  for (uint32_t i = 0; i < event->nrecords && i < LINK_PLACES; i++) {
    const Record *e = event->records[i];
    if (is_part(e, r) || str_eq(e->stance, STR("foiled")) != str_eq(r->stance, STR("foiled"))) return true;
  }
  if (event->told && one->told && !period_overlap(event->when, one->when)) return true;
  bool both_news = event->records[0]->background == r->background;
  if (!both_news && !(event->told && one->told)) return true;
  const Actor *x, *y;
  return profile_actors(event->agents, event->nagents, one->agents, one->nagents, &x, &y) < 0;
}

/* A first line with an empty one behind it, in bytes; 0: none. */
static uint32_t headline_end(Str text) {
  enum { LONGEST = 400 };
  const char *end = text.n ? memchr(text.p, '\n', text.n < LONGEST ? text.n : LONGEST) : NULL;
  size_t n = end ? (size_t)(end - text.p) : 0;
  return n && n + 1 < text.n && text.p[n + 1] == '\n' ? (uint32_t)n : 0;
}

/* What speaks for the record being of the happening; -1 where something speaks against it. */
static int32_t points_within(Arena *arena, const LinkItem *event, const LinkItem *one, uint32_t headline) {
  if (contradicts(event, one)) return -1;
  Nearness near = places_near(event->places, event->nplaces, one->places, one->nplaces);
  int32_t tolls = toll_points(event, one);
  if (near.points < 0 || tolls < 0) return -1;
  const Actor *x, *y;
  int32_t points = tolls + near.points;
  points += profile_kinship(event, one) == 2 ? 2 : 1;
  bool definite = is_definite(arena, one->records[0]->trigger.text), bare = !one->told && !one->ntolls;
  points += (definite ? 2 : 0) + (definite && bare ? 2 : 0); /* it only points back */
  points += event->told && one->told ? 1 : 0;
  points += profile_actors(event->agents, event->nagents, one->agents, one->nagents, &x, &y) == 2 ? 2 : 0;
  points += profile_actors(event->targets, event->ntargets, one->targets, one->ntargets, &x, &y) == 2 ? 2 : 0;
  points += profile_person(event, one) != UINT32_MAX ? 3 : 0;
  bool above = event->records[0]->trigger.span.start < headline,
       below = one->records[0]->trigger.span.start >= headline;
  bool one_day = event->told && one->told && profile_kinship(event, one) == 2;
  points += headline && above && below ? (one_day ? 4 : 2) : 0; /* the body tells what the headline does */
  return points;
}

/* The last decision on two records. */
static bool is_split(const LinkDecision *decisions, uint32_t n, Str a, Str b) {
  bool split = false;
  for (uint32_t i = 0; i < n; i++) {
    const LinkDecision *d = &decisions[i];
    if ((str_eq(d->a, a) && str_eq(d->b, b)) || (str_eq(d->a, b) && str_eq(d->b, a))) split = d->verdict == LINK_SPLIT;
  }
  return split;
}

static bool split_from(const LinkItem *event, const Record *r, const LinkDecision *decisions, uint32_t n) {
  for (uint32_t i = 0; n && i < event->nrecords; i++)
    if (is_split(decisions, n, event->records[i]->id, r->id)) return true;
  return false;
}

static void add_words(Arena *arena, LinkItems *items, uint32_t first, Str text) {
  static const uint32_t opening[WORDING_OPENING] = {0, 1, 2};
  Text cut = text_of(arena, text);
  Wording opens = wording_of(arena, &cut, opening, WORDING_OPENING);
  for (uint32_t i = first; i < items->list.n; i++) {
    items->list.at[i].opening = opens;
    profile_words(arena, &items->list.at[i], &cut);
  }
}

typedef struct Homes {
  struct {
    Str country;
    uint32_t n;
  } at[8];
  uint32_t n;
} Homes;

static void count_home(Homes *homes, Str country) {
  uint32_t at = 0;
  while (at < homes->n && !str_eq(homes->at[at].country, country)) at++;
  if (!country.n || at == sizeof homes->at / sizeof *homes->at) return;
  if (at == homes->n) homes->at[homes->n++].country = country;
  homes->at[at].n++;
}

/* The countries most of the records are in, the first told of equal ones: a report of two countries is filed
 * under both, since which of them an act was in may be read wrong. */
static void homes_of(const Record *records, uint32_t n, Str out[LINK_HOMES]) {
  Homes homes = {.n = 0};
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < records[i].nplaces && k < LINK_PLACES; k++)
      count_home(&homes, records[i].places[k].country);
  for (uint32_t h = 0; h < LINK_HOMES; h++) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < homes.n; i++)
      if (homes.at[i].n > homes.at[best].n) best = i;
    out[h] = homes.n ? homes.at[best].country : STR_NONE;
    if (!homes.n || !homes.at[best].n) out[h] = STR_NONE;
    homes.at[best].n = 0;
  }
}

void link_items(Arena *arena, const Record *records, uint32_t n, Str doc, Str published, Str text,
                const LinkDecision *decisions, uint32_t ndecisions, LinkItems *items) {
  uint32_t first = items->list.n, headline = headline_end(text);
  Str homes[LINK_HOMES];
  homes_of(records, n, homes);
  Period day = period_of(str_slice(published, 0, published.n < 10 ? published.n : 10));
  for (uint32_t i = 0; i < n; i++) {
    if (!link_wanted(&records[i])) continue;
    LinkItem one = profile_of(arena, &records[i], doc, day), *best = NULL;
    int32_t most = ENOUGH - 1;
    if (!one.nrecords) return;
    memcpy(one.homes, homes, sizeof homes);
    uint32_t to = items->list.n, from = to - first > LOOK_BACK ? to - LOOK_BACK : first;
    for (uint32_t k = to; k > from; k--) {
      LinkItem *event = &items->list.at[k - 1];
      int32_t points = points_within(arena, event, &one, headline);
      if (points <= most || split_from(event, &records[i], decisions, ndecisions)) continue;
      most = points;
      best = event;
    }
    if (best)
      profile_add(arena, best, &records[i]);
    else
      vec_push(&items->list, arena, one);
  }
  if (items->list.n > first) add_words(arena, items, first, text);
}
