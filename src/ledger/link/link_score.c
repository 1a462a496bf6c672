/* The points of two items as tellings of one event, part by part.
 *
 * «مقتل 12 شخصاً بغارة على دوما أمس» (12 people killed in a raid on Duma yesterday) and «غارة جوية
 * على دوما توقع 12 قتيلاً» (an air raid on Duma leaves 12 dead): the same day +3, both in Duma +3,
 * both killed 12 +5. Of another town, another day or with other victims, points are taken away.
 * Weights are small integers, none of which makes an incident alone. They are what readers gave;
 * those of the type, of what is recalled and of the words beside the act follow a logistic
 * regression on 5,366 pairs of happenings, of real reports, that were judged one by one. */
#include "ledger/link/place_near.h"
#include "ledger/link/profile.h"

#include <math.h>

enum {
  DAYS_OF_ONE_EVENT = 2,
  NEWS = 3,
  WEEK = 8,
  MONTH = 31,
  MOST_FOR_TOLLS = 5,
  WORDS_POINT = 6,
  WORDS_LEAST = 2,
  OPENING_POINT = 8,
  BESIDE_POINT = 8,
  BESIDE_MOST = 6,
  EARLIER = 1,
  NAMED_BY_BOTH = 1,
  NAMED_BUT_APART = -1,
  REGION = 5, /* precision of a part of a country, which its country's name names: «شرق أفغانستان» */
  OTHER_ACT = -2,
  RISEN_FAR = LINK_OTHER_VICTIMS + 1
};

typedef struct Scorer {
  Arena *arena; /* NULL: no words */
  const LinkItem *a, *b;
  LinkScore score;
} Scorer;

static void add(Scorer *s, LinkPartKind kind, int32_t points, Str why) {
  if (!points || s->score.nparts >= LINK_PARTS) return;
  s->score.parts[s->score.nparts++] = (LinkPart){kind, points, why};
}

/* printf, but only where words are wanted. */
#define SAY(s, ...) ((s)->arena ? arena_printf((s)->arena, __VA_ARGS__) : STR_NONE)

static void type_part(Scorer *s) {
  Str a = s->a->records[0]->type, b = s->b->records[0]->type;
  int kin = profile_kinship(s->a, s->b);
  if (kin == 2)
    add(s, LINK_TYPE, 3, SAY(s, "same type"));
  else if (kin == 0)
    add(s, LINK_TYPE, OTHER_ACT, SAY(s, "%.*s and %.*s", STR_ARG(a), STR_ARG(b)));
  else if (kin < 0)
    add(s, LINK_TYPE, LINK_VETO, SAY(s, "%.*s is no %.*s", STR_ARG(a), STR_ARG(b)));
  if (s->a->several != s->b->several) add(s, LINK_TYPE, -3, SAY(s, "one act and several"));
}

static int64_t days_of(Period p) { return (int64_t)p.to - p.from + 1; }

/* What days that do not meet are worth: outlets take up an agency's «اليوم» (today) a day late. A day that was
 * guessed says no more than that both are news. */
static int32_t gap_points(int32_t gap, bool told) {
  static const int32_t both_told[] = {3, -2, -4, -6}, guessed[] = {2, 1, 1, 1};
  return gap > LINK_DAYS_APART ? LINK_VETO : told ? both_told[gap] : guessed[gap];
}

/* «منذ 18 فبراير» (since 18 February), until the report. */
static bool is_begun(const LinkItem *i) {
  return i->told && i->published.known && i->when.to == i->published.to && days_of(i->when) > DAYS_OF_ONE_EVENT;
}

static void time_part(Scorer *s) {
  Period a = s->a->when, b = s->b->when;
  if (!a.known || !b.known) {
    add(s, LINK_TIME, LINK_VETO, SAY(s, "no time"));
    return;
  }
  int32_t gap = period_gap(a, b);
  bool told = s->a->told && s->b->told;
  int64_t longer = days_of(a) > days_of(b) ? days_of(a) : days_of(b);
  bool short_ones = longer <= (told ? DAYS_OF_ONE_EVENT : NEWS);
  if (gap)
    add(s, LINK_TIME, short_ones ? gap_points(gap, told) : LINK_VETO,
        SAY(s, gap == 1 ? "a day apart" : "%d days apart", gap));
  else if (short_ones)
    add(s, LINK_TIME, gap_points(0, told), SAY(s, told ? "same day" : "news of the same days"));
  else if (is_begun(s->a) && is_begun(s->b) && a.from == b.from)
    add(s, LINK_TIME, 3, SAY(s, "begun on the same day"));
  else if (longer <= WEEK)
    add(s, LINK_TIME, 2, SAY(s, "days that overlap"));
  else if (longer <= MONTH)
    add(s, LINK_TIME, 1, SAY(s, "periods that overlap"));
}

static Str place_words(const Place *p) { return p->name.n ? p->name : p->quote.text; }

static Str place_why(Scorer *s, const Nearness *best) {
  Str a = place_words(best->a), b = place_words(best->b);
  if (best->km >= 0) return SAY(s, "%.*s and %.*s are %.0f km apart", STR_ARG(a), STR_ARG(b), best->km);
  if (str_eq(a, b)) return SAY(s, "both in %.*s", STR_ARG(a));
  return SAY(s, best->points > 0 ? "%.*s and %.*s may be one place" : "%.*s is not %.*s", STR_ARG(a), STR_ARG(b));
}

/* A place of the one that the sentences of the other name; NULL: none. */
static const Place *named_place(const LinkItem *a, const LinkItem *b) {
  for (uint32_t i = 0; i < a->nplaces; i++)
    if (a->places[i]->precision < REGION && wording_has(&b->words, a->place_words[i])) return a->places[i];
  return NULL;
}

/* Which of a report's places is the deed's may be read wrong (the sender's, the next town's); that the
 * other's sentences name it speaks for one place all the same. */
static void place_part(Scorer *s) {
  Nearness best = places_near(s->a->places, s->a->nplaces, s->b->places, s->b->nplaces);
  const Place *named = best.points <= 0 ? named_place(s->a, s->b) : NULL;
  if (!named && best.points <= 0) named = named_place(s->b, s->a);
  if (named)
    add(s, LINK_PLACE, best.points < -2 ? NAMED_BUT_APART : NAMED_BY_BOTH,
        SAY(s, "both speak of %.*s", STR_ARG(place_words(named))));
  else if (best.a)
    add(s, LINK_PLACE, best.points, s->arena ? place_why(s, &best) : STR_NONE);
}

/* ---- actors ---- */

static Str actor_words(const Actor *a) { return a->name.n ? a->name : a->quote.text; }

typedef struct Role {
  LinkPartKind kind;
  const char *by;
  int32_t same, differ;
} Role;

static void actor_part(Scorer *s, const Role *role, const Actor *const *a, uint32_t na, const Actor *const *b,
                       uint32_t nb) {
  const Actor *x = NULL, *y = NULL;
  int kin = profile_actors(a, na, b, nb, &x, &y);
  if (kin == 2)
    add(s, role->kind, role->same, SAY(s, "both %s %.*s", role->by, STR_ARG(actor_words(x))));
  else if (kin == 1)
    add(s, role->kind, 1, SAY(s, "%s %.*s, %.*s", role->by, STR_ARG(actor_words(x)), STR_ARG(actor_words(y))));
  else if (kin < 0)
    add(s, role->kind, role->differ, SAY(s, "%s others", role->by));
}

/* Who began a clash is told both ways. That both lay it on one doer says little: who bombs a town bombs it ten times
 * that day. */
static void actors_parts(Scorer *s) {
  static const Role agent = {LINK_AGENT, "by", 0, -3}, target = {LINK_TARGET, "against", 2, -1};
  const LinkItem *a = s->a, *b = s->b;
  const Actor *x, *y;
  bool crossed = profile_actors(a->agents, a->nagents, b->targets, b->ntargets, &x, &y) == 2 &&
                 profile_actors(a->targets, a->ntargets, b->agents, b->nagents, &x, &y) == 2;
  if (crossed) {
    add(s, LINK_AGENT, 2, SAY(s, "between the same two"));
    return;
  }
  actor_part(s, &agent, a->agents, a->nagents, b->agents, b->nagents);
  actor_part(s, &target, a->targets, a->ntargets, b->targets, b->ntargets);
}

/* ---- numbers ---- */

static int32_t toll_points(TollSays says, double n) {
  switch (says) {
    case TOLL_NOTHING: return 0;
    case TOLL_SAME: return n >= 10 ? 5 : n >= 3 ? 4 : 2;
    case TOLL_MEET:
    case TOLL_RISEN: return 1;
    case TOLL_OTHER: return 0;
    case TOLL_FAR: return LINK_OTHER_VICTIMS;
  }
  return 0;
}

static Str count_words(Scorer *s, Count c) {
  if (isinf(c.max)) return SAY(s, "%.0f or more", c.min);
  return c.min == c.max ? SAY(s, "%.0f", c.min) : SAY(s, "%.0f to %.0f", c.min, c.max);
}

static Str toll_why(Scorer *s, const char *what, Count a, Count b) {
  Str one = count_words(s, a), two = count_words(s, b);
  if (str_eq(one, two)) return SAY(s, "both %s %.*s", what, STR_ARG(one));
  return SAY(s, "%s %.*s and %.*s", what, STR_ARG(one), STR_ARG(two));
}

/* A few dead at first, many the day after: the later report has the larger number. */
static bool has_risen(const Scorer *s, Count a, Count b) {
  const LinkItem *early = s->a, *late = s->b;
  if (!early->published.known || !late->published.known || early->published.from == late->published.from) return false;
  if (early->published.from > late->published.from) return a.min > b.min;
  return b.min > a.min;
}

static void toll_part(Scorer *s) {
  static const struct {
    const char *what;
    int32_t least, most; /* the injured are counted loosely */
  } kinds[] = {{"killed", LINK_OTHER_VICTIMS, 5},
               {"killed-or-injured", -2, 3},
               {"arrested", -2, 3},
               {"abducted", -2, 3},
               {"injured", -1, 3}};
  int32_t total = 0;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    Count a = {0}, b = {0};
    TollSays says = profile_tolls(s->a, s->b, str_of(kinds[i].what), &a, &b);
    int32_t points = toll_points(says, a.min);
    if (says == TOLL_FAR && has_risen(s, a, b)) points = RISEN_FAR;
    if (points < kinds[i].least) points = kinds[i].least;
    if (points > kinds[i].most) points = kinds[i].most;
    if (total + points > MOST_FOR_TOLLS) points = MOST_FOR_TOLLS - total;
    total += points;
    add(s, LINK_TOLL, points, s->arena ? toll_why(s, kinds[i].what, a, b) : STR_NONE);
  }
}

/* ---- names, words ---- */

static void person_part(Scorer *s) {
  if (!s->a->npeople || !s->b->npeople) return;
  uint32_t i = profile_person(s->a, s->b);
  if (i != UINT32_MAX)
    add(s, LINK_PERSON, 4, SAY(s, "both name %.*s", STR_ARG(s->a->people[i]->name)));
  else
    add(s, LINK_PERSON, -2, SAY(s, "they name others"));
}

static void sentence_part(Scorer *s) {
  if (s->a->words.n < WORDING_FEWEST || s->b->words.n < WORDING_FEWEST) return;
  uint32_t percent = wording_alike(&s->a->words, &s->b->words);
  add(s, LINK_SENTENCE, (int32_t)percent / WORDS_POINT - WORDS_LEAST, SAY(s, "words alike by %u %%", percent));
}

/* Two bombs of one day in one city differ in little but what stands beside the word for them: whose it was, what
 * it was done to, by which means. */
static void beside_part(Scorer *s) {
  if (s->a->beside.n < WORDING_FEWEST || s->b->beside.n < WORDING_FEWEST) return;
  uint32_t percent = wording_alike(&s->a->beside, &s->b->beside);
  int32_t points = (int32_t)percent / BESIDE_POINT;
  add(s, LINK_BESIDE, points < BESIDE_MOST ? points : BESIDE_MOST, SAY(s, "told in words alike by %u %%", percent));
}

/* What a report recalls it tells in few words, and as a rule it is what was news before. */
static void earlier_part(Scorer *s) {
  if (s->a->earlier || s->b->earlier) add(s, LINK_EARLIER, EARLIER, SAY(s, "recalled"));
}

/* Two reports whose news it is open alike, or are of two events. */
static void opening_part(Scorer *s) {
  if (!s->a->news || !s->b->news || s->a->opening.n < WORDING_FEWEST || s->b->opening.n < WORDING_FEWEST) return;
  uint32_t percent = wording_alike(&s->a->opening, &s->b->opening);
  static const int32_t alike[] = {-3, -2, 1, 2, 3, 4, 5};
  uint32_t step = percent / OPENING_POINT, last = sizeof alike / sizeof *alike - 1;
  int32_t points = alike[step < last ? step : last];
  add(s, LINK_OPENING, points, SAY(s, "openings alike by %u %%", percent));
}

static bool is_ruled_out(const LinkScore *score) {
  for (uint32_t i = 0; i < score->nparts; i++)
    if (score->parts[i].points == LINK_VETO) return true;
  return false;
}

LinkScore link_score(Arena *arena, const LinkItem *a, const LinkItem *b) {
  Scorer s = {.arena = arena, .a = a, .b = b};
  if (!a->nrecords || !b->nrecords) return (LinkScore){.points = LINK_VETO};
  type_part(&s);
  time_part(&s);
  if (!arena && is_ruled_out(&s.score)) return (LinkScore){.points = LINK_VETO}; /* the rest is for a reader */
  place_part(&s);
  actors_parts(&s);
  toll_part(&s);
  person_part(&s);
  if (!str_eq(a->doc, b->doc)) { /* one report's words for two acts are alike in any case */
    sentence_part(&s);
    beside_part(&s);
    earlier_part(&s);
    opening_part(&s);
  }
  for (uint32_t i = 0; i < s.score.nparts; i++) s.score.points += s.score.parts[i].points;
  if (is_ruled_out(&s.score)) s.score.points = LINK_VETO;
  return s.score;
}

Str link_score_words(Arena *arena, const LinkScore *score) {
  Str all = STR_NONE;
  for (uint32_t i = 0; i < score->nparts; i++) {
    const LinkPart *p = &score->parts[i];
    Str points = p->points == LINK_VETO ? STR("rules it out") : arena_printf(arena, "%+d", p->points);
    all = arena_printf(arena, "%.*s%s%.*s %.*s", STR_ARG(all), i ? ", " : "", STR_ARG(p->why), STR_ARG(points));
  }
  return arena_printf(arena, "%.*s: %d points", STR_ARG(all), score->points);
}
