/* Acts told of a stretch of time and not of a day: «الغارات أسفرت خلال أسبوع عن مقتل 260» (the strikes killed 260 in a
 * week), «وشهدت الأيام الثلاثة الماضية غارات» (the past three days saw strikes). What they came to is a sum, and no
 * telling of what was done on one day of them. */
#include "code/merge/stretch.h"

#include "code/clause/near.h"
#include "code/scene/above.h"

bool date_spans(const Date *d) { return d->edtf.n && d->role == DATE_SPAN; }

bool date_lasts(const Stage *s, const Date *d) {
  if (d->role == DATE_SINCE) return true;
  if (d->role == DATE_DURATION) {
    for (uint32_t i = d->first; i < d->last; i++)
      if (s->m->c->marks[i] & SET_BIT(SET_LONG_UNIT)) return true;
    return false;
  }
  if (d->role != DATE_SPAN) return false;
  bool hours =
      d->from.month == d->to.month && d->from.year == d->to.year && d->from.year && d->to.day <= d->from.day + 1;
  return !hours; /* «في الساعات الـ24 الأخيرة» */
}

/* «أعنف هجمات منذ بداية العام», «هي الأولى منذ …»: since then there was no other like it; nothing is added up. */
static bool dates_comparison(const Stage *s, const Scene *x, const Date *d) {
  if (d->since == NONE) return false;
  bool of_act = x->first && x->first < d->since && s->m->c->marks[x->first - 1] & SET_BIT(SET_UNEQUALLED);
  return of_act || since_compares(s, d->since);
}

bool arrests_at_least(const Scene *x, uint32_t people) {
  for (uint32_t i = 0; i < x->effects.n; i++) {
    const Effect *e = &x->effects.at[i];
    if (str_eq(e->what, STR("arrested")) && e->count.set && e->count.min >= people) return true;
  }
  return false;
}

bool told_over_stretch(const Stage *s, const Scene *x) {
  enum { OF_A_YEAR = 20 }; /* fewer may have been caught in one go */
  const Dates *dates = s->m->in->dates;
  const Date *own = x->own_date && x->date != NONE ? &dates->at[x->date] : NULL;
  if (own && date_lasts(s, own) && !dates_comparison(s, x, own)) return true;
  /* «اعتقلت السلطات ستين مشتبهاً به العام الماضي»: a whole year, wherever in the sentence it stands */
  const Date *told_by = x->date != NONE ? &dates->at[x->date] : NULL;
  bool year = told_by && told_by->from.year && told_by->from.month == 1 && told_by->to.month == 12;
  if (year && arrests_at_least(x, OF_A_YEAR) && !dates_comparison(s, x, told_by)) return true;
  uint32_t at = x->effects.n ? x->effects.at[0].token : x->token;
  const Clause *c = stage_clause(s, s->m->c->clause_of[at]);
  for (uint32_t i = date_from(s->m->in, c->first); i < dates->n && dates->at[i].first < c->last; i++) {
    const Date *d = &dates->at[i];
    SetMask before = d->first ? s->m->c->marks[d->first - 1] : 0;
    bool told = (before | s->m->c->marks[d->first]) & SET_BIT(SET_PERIOD) && !dates_comparison(s, x, d);
    if (told && date_lasts(s, d)) return true;
  }
  return false;
}

/* «أمس», «في 12 أيار»: of one day, by a date in one of the sentences that tell it. */
static bool told_of_day(const Stage *s, const Scene *x) {
  if (x->date == NONE) return false;
  const Date *d = &s->m->in->dates->at[x->date];
  uint32_t sentence = s->m->in->text->tokens[d->first].sentence;
  return date_is_day(d) && sentence >= x->sentence && sentence <= x->told;
}

bool done_at_once(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  return type && (type_is(type, TRAIT_VIOLENT) || type_in(type, CLASS_BIT(COERCE) | CLASS_BIT(RELEASE)));
}

/* «خلال أسبوع», «منذ آذار», «في الأيام الثلاثة الماضية», of this act itself; not «في آذار», which dates one act as
 * well. */
static bool told_of_days(const Stage *s, const Scene *x) {
  if (!x->own_date || x->date == NONE || !done_at_once(s, x)) return false;
  const Date *d = &s->m->in->dates->at[x->date];
  return d->role != DATE_POINT && date_lasts(s, d) && !dates_comparison(s, x, d);
}

/* «غارات مكثفة», «عشرات الغارات»: many, and not those told before. */
static bool many_others(const Stage *s, const Scene *x) {
  const Phrase *f = x->phrase == NONE ? NULL : stage_phrase(s, x->phrase);
  return f && f->plural && (!f->definite || f->number != NONE) && !f->pronoun;
}

bool many_of_days(const Stage *s, const Scene *a, const Scene *b) {
  return told_of_days(s, b) && many_others(s, b) && !told_of_days(s, a) && (told_of_day(s, a) || !many_others(s, a));
}

bool sums_more(const Stage *s, const Scene *a, const Scene *b) {
  enum { MANY_TIMES = 10 };
  if (!told_of_days(s, b) || told_of_days(s, a)) return false;
  for (uint32_t i = 0; i < b->effects.n; i++) {
    const Effect *more = &b->effects.at[i];
    bool less = false, met = false;
    for (uint32_t k = 0; k < a->effects.n; k++) {
      const Effect *e = &a->effects.at[k];
      if (!str_eq(e->what, more->what) || e->subset || more->subset || !e->count.set || !more->count.set) continue;
      less |= e->count.min < more->count.min;
      /* «ستة على الأقل» is not told again by 260, «عشرات» may be by 61 */
      met |= e->count.max >= more->count.min && MANY_TIMES * e->count.min >= more->count.min;
    }
    if (less && !met) return true;
  }
  return false;
}
