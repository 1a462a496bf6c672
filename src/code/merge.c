/* One happening, one record: headline, lead and later tellings become one.
 *
 * Two scenes are told of one act when their types are of one class, their numbers do not
 * contradict each other, and enough speaks for it: the headline and its lead, a number or a target
 * they share, that the later one only points back («الهجوم», «القصف»). The weights are tenths of
 * the log odds that a regression over pairs of coded tellings gave, rounded. */
#include <math.h>

#include "code/people.h"
#include "code/scene.h"

static bool share_part(const Stage *s, const Parts *a, const Parts *b) {
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++)
      if (parts_alike(s, a->at[i], b->at[k])) return true;
  return false;
}

static bool wide_level(const PlaceMention *p) {
  return p->precision >= 3 || p->level == LEVEL_COUNTRY || p->level == LEVEL_REGION || p->level == LEVEL_ADMIN1 ||
         p->level == LEVEL_ADMIN2 || p->level == LEVEL_COUNTRYSIDE;
}

/* Is one of them told so widely (a country, a province, part of one) that the other may lie in it?
 * Of a place that no table knows nothing is known but its name. */
static bool may_contain(const PlaceMention *a, const PlaceMention *b) {
  if (a->country.n && b->country.n && !str_eq(a->country, b->country)) return false;
  if (a->precision >= 5 || b->precision >= 5) return true;
  bool same_province = !a->admin1.n || !b->admin1.n || str_eq(a->admin1, b->admin1);
  return (wide_level(a) || wide_level(b)) && same_province;
}

static bool places_meet(const Stage *s, const Scene *a, const Scene *b, bool *differ) {
  const PlaceMention *p = s->m->in->mentions->places;
  bool meet = false, near = false;
  for (uint32_t i = 0; i < a->places.n; i++)
    for (uint32_t k = 0; k < b->places.n; k++) {
      const PlaceMention *x = &p[a->places.at[i]], *y = &p[b->places.at[k]];
      Part u = {x->first, x->last, NONE}, v = {y->first, y->last, NONE};
      meet |= (x->id.n && str_eq(x->id, y->id)) || parts_alike(s, u, v);
      near |= may_contain(x, y);
    }
  *differ = a->places.n && b->places.n && !meet && !near;
  return meet;
}

typedef struct Agreement {
  bool shared, contradict;
} Agreement;

/* Numbers agree where one of each meets one of the other's of its kind: a report may give
 * several («8 من داعش و5 مدنيين»). They contradict where none does. */
static Agreement effects_agree(const Scene *a, const Scene *b) {
  Agreement g = {0};
  for (uint32_t i = 0; i < a->effects.n; i++) {
    const Effect *x = &a->effects.at[i];
    bool compared = false, met = false;
    for (uint32_t k = 0; k < b->effects.n; k++) {
      const Effect *y = &b->effects.at[k];
      if (!str_eq(x->what, y->what) || x->subset || y->subset) continue;
      met |= x->count.set && !y->count.set; /* «مقتل العشرات»: «لقي عدد من المسلحين مصرعهم» */
      if (!x->count.set || !y->count.set) continue;
      bool meet = x->count.min <= y->count.max && y->count.min <= x->count.max;
      compared = true;
      met |= meet;
      bool exact = !isinf(x->count.max) || !isinf(y->count.max) || x->count.min == y->count.min;
      g.shared |= meet && exact && x->count.min > 1; /* «عشرات» and «أكثر من 50» need not be the same */
    }
    g.contradict |= compared && !met;
  }
  if (g.shared) g.contradict = false;
  if (a->count.set && b->count.set && a->count.min > 1 && b->count.min > 1) {
    g.shared |= a->count.min == b->count.min;
    g.contradict |= a->count.min != b->count.min;
  }
  return g;
}

/* Days from the start of the calendar, each month of 31: only for comparing. */
static int64_t day_key(Day d, bool end) {
  uint8_t month = d.month ? d.month : (end ? 12 : 1), day = d.day ? d.day : (end ? 31 : 1);
  return ((int64_t)d.year * 12 + month) * 31 + day;
}

static bool dates_differ(const Stage *s, const Scene *a, const Scene *b) {
  if (a->date == NONE || b->date == NONE || a->date == b->date) return false;
  const Date *x = &s->m->in->dates->at[a->date], *y = &s->m->in->dates->at[b->date];
  if (!x->from.year || !y->from.year || !x->to.year || !y->to.year) return !str_eq(x->edtf, y->edtf);
  return day_key(x->to, true) < day_key(y->from, false) || day_key(y->to, true) < day_key(x->from, false);
}

/* «18 ضربة» and later «ضربة جوية», not «الضربة»: another one. */
static bool another_one(const Stage *s, const Scene *a, const Scene *b) {
  if (a->phrase == NONE || b->phrase == NONE || !b->count.set) return false;
  const Phrase *f = stage_phrase(s, b->phrase);
  if (!a->count.set) return f->number != NONE && b->count.min > 2; /* «عملياتها» are all, «59 عملية» some */
  return !f->definite && !b->alone && !a->alone && a->count.min != b->count.min;
}

/* A definite noun with nothing of its own only points back. */
static bool points_back(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  return f->definite && f->number == NONE && !x->own_place && !x->own_date;
}

static const PersonMention *person_of(const Stage *s, const Effect *e) {
  if (e->phrase == NONE) return NULL;
  uint32_t i = stage_phrase(s, e->phrase)->person;
  return i == NONE ? person_behind(s, e->of) : &s->m->in->mentions->persons[i];
}

/* «حذيفة البدري» and later «البدري»: the last part of a name stands for it. */
static bool names_meet(const Stage *s, const PersonMention *x, const PersonMention *y) {
  Part a = {x->first, x->last, NONE}, b = {y->first, y->last, NONE};
  return parts_alike(s, a, b) || part_has_word(s, x->last - 1, b) || part_has_word(s, y->last - 1, a);
}

typedef enum Named { NAMED_NONE, NAMED_SAME, NAMED_OTHERS } Named;

static Named named_victims(const Stage *s, const Scene *a, const Scene *b) {
  Named named = NAMED_NONE;
  for (uint32_t i = 0; i < a->effects.n; i++)
    for (uint32_t k = 0; k < b->effects.n; k++) {
      const PersonMention *x = person_of(s, &a->effects.at[i]), *y = person_of(s, &b->effects.at[k]);
      if (!x || !y) continue;
      if (names_meet(s, x, y)) return NAMED_SAME;
      named = NAMED_OTHERS;
    }
  return named;
}

/* Two numbered figures of one kind are one where they give one number. */
static bool one_figure(const Scene *a, const Scene *b) {
  return a->kind == b->kind && a->count.set && b->count.set && a->count.min == b->count.min && str_eq(a->type, b->type);
}

/* The id of the actor whose name stands in these words; empty. */
static Str id_of_part(const Stage *s, Part part) {
  for (uint32_t i = part.first; i < part.last; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    uint32_t actor = phrase == NONE ? NONE : stage_phrase(s, phrase)->actor;
    if (actor != NONE && s->m->in->mentions->actors[actor].id.n) return s->m->in->mentions->actors[actor].id;
  }
  return STR_NONE;
}

/* Do both lists name actors of the tables, and share none? */
static bool other_actors(const Stage *s, const Parts *a, const Parts *b) {
  bool known = false;
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++) {
      Str x = id_of_part(s, a->at[i]), y = id_of_part(s, b->at[k]);
      if (x.n && y.n && str_eq(x, y)) return false;
      known |= x.n && y.n;
    }
  return known;
}

static bool is_fire(Str type) { return str_eq(type, STR("airstrike")) || str_eq(type, STR("shelling")); }

/* How well two types can be of one act: the same, or one of them only says that somebody
 * attacked; two that each say something else speak for two acts. */
static int types_tie(const TypeRow *a, const TypeRow *b) {
  enum { GENERIC = 4 };
  if (str_eq(a->type, b->type)) return 13;
  bool from_afar = is_fire(a->type) && is_fire(b->type); /* «قصف» does not say from where */
  return from_afar || (a->violent && (a->specific <= GENERIC || b->specific <= GENERIC)) ? 6 : 0;
}

/* A place taken is taken once: the place alone tells which act it is. */
static bool place_decides(const Scene *a, const Scene *b) {
  return str_eq(a->type, b->type) && str_eq(a->type, STR("territory-change"));
}

static bool same_what(const Scene *a, const Scene *b) {
  for (uint32_t i = 0; i < a->effects.n; i++)
    for (uint32_t k = 0; k < b->effects.n; k++)
      if (str_eq(a->effects.at[i].what, b->effects.at[k].what)) return true;
  return false;
}

/* «الهجوم», «القصف»: a definite noun of those that point back. */
static bool is_anaphor(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  return f->definite && f->head != NONE && (s->m->c->marks[f->head] & SET_BIT(SET_ANAPHOR)) != 0;
}

/* «عملية دهم», and later «عملية الدهم»: the same word for it. */
static bool same_word(const Stage *s, const Scene *a, const Scene *b) {
  if (a->phrase == NONE || b->phrase == NONE) return false;
  uint32_t x = stage_phrase(s, a->phrase)->lemma, y = stage_phrase(s, b->phrase)->lemma;
  return x == y && x < s->m->g->lexicon->n;
}

/* What speaks for one act and what for two, weighed in tenths. The same doer speaks for neither:
 * a report is of few doers and of many of their acts. */
static int tie_of(const Stage *s, const Scene *a, const Scene *b, bool here, const Agreement *g) {
  enum { LEAD = 2 };
  uint32_t far = b->sentence - a->told;
  bool headline = a->told == 0 && far > 0; /* it leaves out, and says in other words */
  bool targets = a->targets.n && b->targets.n, same = targets && share_part(s, &a->targets, &b->targets);
  int tie = types_tie(stage_type(s, a), stage_type(s, b));
  if (headline) tie += far <= LEAD ? 11 : 4;
  if (a->sentence <= LEAD) tie += 7;
  if (far <= 1) tie += 5;
  if (far > 3) tie -= 8;
  if (is_anaphor(s, b)) tie += 7;
  if (points_back(s, b)) tie += 3;
  if (targets) tie += same ? 7 : (headline ? 0 : -4);
  if (other_actors(s, &a->agents, &b->agents)) tie -= 6;
  if (same_what(a, b)) tie += 6;
  if (same_word(s, a, b)) tie += 6;
  if (g->shared) tie += 16;
  if (here) tie += place_decides(a, b) ? 12 : 3;
  if (b->own_date) tie -= 5;
  if (b->own_place && !here) tie -= 3;
  if (b->alone) tie += 4;
  if (a->alone) tie -= 4;
  if (a->background != b->background) tie -= 9;
  return tie;
}

enum { ONE_HAPPENING = 18, CERTAIN = 1000, LOOK_BACK = 24 };

/* «مقتل قيادي» over a lead that tells of the raid in which he was killed. */
static bool headline_of(const Scene *a, const Scene *b) {
  return a->alone && a->told == 0 && b->sentence > 0 && b->sentence <= 2 && same_what(a, b);
}

/* What speaks against one act, short of forbidding it: other places, another number of them, one
 * told as done and one as planned. A headline's place may be wider or another's. */
static int against_of(const Stage *s, const Scene *a, const Scene *b, bool elsewhere) {
  int against = 0;
  bool headline = a->told == 0 && b->sentence > 0;
  if (elsewhere) against += headline ? 5 : (a->own_place && b->own_place ? 18 : 12);
  if (another_one(s, a, b)) against += 12;
  if (!str_eq(a->stance, b->stance)) against += 12;
  return against;
}

/* How much speaks for the two to be one happening; 0 where something forbids it. */
static int one_happening(const Stage *s, const Scene *a, const Scene *b) {
  if (a->kind == RECORD_FIGURE || a->kind == RECORD_TREND || b->kind == RECORD_FIGURE || b->kind == RECORD_TREND)
    return one_figure(a, b) ? CERTAIN : 0;
  const TypeRow *ta = stage_type(s, a), *tb = stage_type(s, b);
  if (!ta || !tb) return 0;
  Agreement g = effects_agree(a, b);
  Named named = named_victims(s, a, b);
  /* a killing or arrest told alone may be the outcome of any act of the same numbers */
  bool outcome = (a->alone || b->alone) && (g.shared || named == NAMED_SAME || headline_of(a, b));
  if (!str_eq(ta->class, tb->class) && !outcome) return 0;
  if (named == NAMED_SAME) return CERTAIN;
  bool elsewhere, here = places_meet(s, a, b, &elsewhere);
  if (g.contradict || named == NAMED_OTHERS || dates_differ(s, a, b)) return 0;
  bool denied = str_eq(a->stance, STR("denied")) || str_eq(b->stance, STR("denied"));
  bool disowned = str_eq(b->stance, STR("denied")) && b->speaker != NONE && is_anaphor(s, b);
  if (denied && !disowned && !str_eq(a->stance, b->stance)) return 0;
  return tie_of(s, a, b, here, &g) - against_of(s, a, b, elsewhere);
}

/* The earlier scene that a scene most likely tells again; NONE. */
static uint32_t told_before(const Stage *s, uint32_t at) {
  uint32_t best = NONE;
  int most = ONE_HAPPENING - 1;
  for (uint32_t k = at, steps = 0; k-- > 0 && steps < LOOK_BACK; steps++) {
    const Scene *a = &s->scenes.at[k];
    if (a->merged != NONE || a->dropped) continue;
    int tie = one_happening(s, a, &s->scenes.at[at]);
    if (tie > most) most = tie, best = k;
  }
  return best;
}

/* Is the count told again as that of an act of its own, later and alone? */
static bool told_as_part(const Stage *s, const Scene *whole, const Effect *e) {
  uint32_t i = (uint32_t)(whole - s->scenes.at) + 1;
  for (uint32_t steps = 0; i < s->scenes.n && steps < LOOK_BACK; i++, steps++) {
    const Scene *x = &s->scenes.at[i];
    if (x->merged != NONE || x->dropped || x->sentence <= whole->sentence) continue;
    uint32_t of_that = 0;
    bool met = false;
    for (uint32_t k = 0; k < x->effects.n; k++) {
      const Effect *y = &x->effects.at[k];
      if (!str_eq(y->what, e->what) || !y->count.set || y->subset) continue;
      of_that++;
      met |= y->count.min == e->count.min;
    }
    if (met && of_that == 1) return true;
  }
  return false;
}

/* «مقتل 8 من داعش و5 مدنيين» over a report of an air strike that killed the 8 and shelling that
 * killed the 5: the sum of what is told one by one, and no act. */
static bool sums_up(const Stage *s, const Scene *x) {
  enum { LEAD = 1 };
  if (!x->alone || x->sentence > LEAD) return false;
  uint32_t n = 0;
  for (uint32_t i = 0; i < x->effects.n; i++) {
    const Effect *e = &x->effects.at[i];
    if (e->subset || !e->count.set || !str_eq(e->what, x->effects.at[0].what)) continue;
    if (!told_as_part(s, x, e)) return false;
    n++;
  }
  return n > 1;
}

void scenes_merge(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++)
    if (s->scenes.at[i].merged == NONE && !s->scenes.at[i].dropped)
      s->scenes.at[i].dropped = sums_up(s, &s->scenes.at[i]);
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *b = &s->scenes.at[i];
    if (b->merged != NONE || b->dropped) continue;
    uint32_t first = told_before(s, i);
    if (first != NONE)
      scene_absorb(s, first, i);
    else
      b->dropped = !scene_told(s, b);
  }
}
