/* One happening, one record: headline, lead and later tellings become one.
 *
 * Two scenes are told of one act when their types are of one class, their numbers do not
 * contradict each other, and something binds them: a doer, a target, a place or a number
 * they share, or that the later one only points back («الهجوم», «العملية»). */
#include <math.h>

#include "code/scene.h"

static bool share_part(const Stage *s, const Parts *a, const Parts *b) {
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++)
      if (parts_alike(s, a->at[i], b->at[k])) return true;
  return false;
}

/* Is one of them told so widely (a country, a province, part of one) that the other may lie in it? */
static bool may_contain(const PlaceMention *a, const PlaceMention *b) {
  if (!a->country.n || !b->country.n || !str_eq(a->country, b->country)) return !a->country.n || !b->country.n;
  if (a->precision >= 5 || b->precision >= 5) return true;
  bool wide = a->precision >= 3 || b->precision >= 3 || !a->precision || !b->precision;
  return wide && (!a->admin1.n || !b->admin1.n || str_eq(a->admin1, b->admin1));
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
      if (!str_eq(x->what, y->what) || !x->count.set || !y->count.set || x->subset || y->subset) continue;
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
  return i == NONE ? NULL : &s->m->in->mentions->persons[i];
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

typedef struct Tie {
  int types, doers, targets, places, numbers, words, points_back, headline, near;
} Tie;

static int tie_sum(const Tie *t) {
  return t->types + t->doers + t->targets + t->places + t->numbers + t->words + t->points_back + t->headline + t->near;
}

/* How well two types can be of one act: 2 the same, 1 where one of them only says that
 * somebody attacked, -1 where each says something else. */
static int types_tie(const TypeRow *a, const TypeRow *b) {
  enum { GENERIC = 4 };
  if (str_eq(a->type, b->type)) return 2;
  return a->violent && (a->specific <= GENERIC || b->specific <= GENERIC) ? 1 : -1;
}

static int parts_tie(const Stage *s, const Parts *a, const Parts *b, int unlike) {
  if (!a->n || !b->n) return 0;
  return share_part(s, a, b) ? 2 : unlike;
}

/* A place taken is taken once: the place alone tells which act it is. */
static bool place_decides(const Scene *a, const Scene *b) {
  return str_eq(a->type, b->type) && str_eq(a->type, STR("territory-change"));
}

static Tie tie_of(const Stage *s, const Scene *a, const Scene *b, bool here, const Agreement *g) {
  bool headline = a->sentence == 0 && b->sentence > 0; /* it leaves out, and says in other words */
  Part u = {a->first, a->last, NONE}, v = {b->first, b->last, NONE};
  bool words = a->phrase != NONE && b->phrase != NONE && a->last - a->first > 1 && parts_alike(s, u, v);
  return (Tie){.types = types_tie(stage_type(s, a), stage_type(s, b)),
               .doers = parts_tie(s, &a->agents, &b->agents, headline ? 0 : -2),
               .targets = parts_tie(s, &a->targets, &b->targets, headline ? 0 : -2),
               .places = here ? (place_decides(a, b) ? 4 : 2) : 0,
               .numbers = g->shared ? 6 : 0,
               .words = words,
               .points_back = points_back(s, b) ? 3 : 0,
               .headline = headline ? 3 : 0,
               .near = b->sentence - a->sentence <= 1};
}

enum { ONE_HAPPENING = 5, CERTAIN = 100 };

/* How much speaks for the two to be one happening; 0 where something forbids it. */
static int one_happening(const Stage *s, const Scene *a, const Scene *b) {
  if (a->kind == RECORD_FIGURE || a->kind == RECORD_TREND || b->kind == RECORD_FIGURE || b->kind == RECORD_TREND)
    return one_figure(a, b) ? CERTAIN : 0;
  const TypeRow *ta = stage_type(s, a), *tb = stage_type(s, b);
  if (!ta || !tb) return 0;
  Agreement g = effects_agree(a, b);
  Named named = named_victims(s, a, b);
  /* a killing or arrest told alone may be the outcome of any act of the same numbers */
  bool outcome = (a->alone || b->alone) && (g.shared || named == NAMED_SAME);
  if (!str_eq(ta->class, tb->class) && !outcome) return 0;
  if (named == NAMED_SAME) return CERTAIN;
  bool elsewhere, here = places_meet(s, a, b, &elsewhere);
  if (g.contradict || elsewhere || named == NAMED_OTHERS) return 0;
  if (dates_differ(s, a, b) || another_one(s, a, b) || !str_eq(a->stance, b->stance)) return 0;
  Tie tie = tie_of(s, a, b, here, &g);
  return tie_sum(&tie);
}

enum { LOOK_BACK = 24 };

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

void scenes_merge(Stage *s) {
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
