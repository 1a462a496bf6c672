/* «تحطمت مقاتلة الأربعاء، في ثالث حادث جوي خلال شهر» (a fighter crashed on Wednesday, the third air accident within a
 * month): the accident is told, and besides how many there have been in a time. Such words are no other telling of the
 * act: they make a tally, of which the act is one.
 *
 * The ordinal stands before its noun or behind it («الهجوم الثالث»), and the time behind both: «خلال شهر», «منذ آذار»,
 * «هذا العام». With no time told, «الانفجار الثالث» is the third of those that the report tells. */
#include "code/merge/nth.h"

#include "code/clause/near.h"
#include "code/merge/sums.h"
#include "code/scene/above.h"

/* The ordinal of a phrase: right before it, or among its adjectives; 0 where it has none. «انفجار ثان» is only another.
 */
static uint32_t ordinal_of(const Stage *s, const Phrase *f) {
  enum { NTH_LEAST = 3, NTH_MOST = 1000 };
  const Numbers *numbers = s->m->in->numbers;
  for (uint32_t i = number_from(s->m->in, f->first ? f->first - 1 : 0); i < numbers->n; i++) {
    const Number *n = &numbers->at[i];
    if (n->first > f->last) break;
    bool apart = f->prep != NONE && f->prep_token >= n->last; /* «في الذكرى الثلاثين للهجوم» counts no attacks */
    bool before = !apart && (n->last == f->head || n->last == f->first), behind = f->head != NONE && n->first > f->head;
    if (n->kind != NUMBER_ORDINAL || n->min != n->max || n->min < NTH_LEAST || n->min > NTH_MOST) continue;
    if (before || (behind && n->first < f->last)) return (uint32_t)n->min;
  }
  return 0;
}

/* «حادث الاختطاف الثالث»: the ordinal behind what the noun governs is the noun's. */
static uint32_t nth_of_act(const Stage *s, const Scene *x) {
  const Phrase *f = stage_phrase(s, x->phrase);
  uint32_t nth = ordinal_of(s, f);
  const Phrase *up = f->link == LINK_IDAFA && f->up != NONE ? stage_phrase(s, f->up) : NULL; /* «سادس عملية إعدام» */
  if (!nth && up) nth = ordinal_of(s, up);
  const Phrase *next = x->phrase + 1 < s->m->c->nphrases ? stage_phrase(s, x->phrase + 1) : NULL;
  if (!nth && next && next->link == LINK_IDAFA && next->up == x->phrase && next->classes & s->m->k->event)
    nth = ordinal_of(s, next);
  return nth;
}

/* A stretch of time, or a month or year, told behind it in its sentence and not that of a comparison. */
static bool within_time(const Stage *s, const Scene *x) {
  enum { BEHIND_MOST = 24, MONTH_LEAST = 27 };
  const Dates *dates = s->m->in->dates;
  uint32_t end = s->m->in->text->sentences[x->sentence].last;
  for (uint32_t i = date_from(s->m->in, x->last); i < dates->n; i++) {
    const Date *d = &dates->at[i];
    if (d->first >= end || d->first > x->last + BEHIND_MOST) break;
    bool stretch = d->role == DATE_SPAN || d->role == DATE_SINCE || d->role == DATE_DURATION;
    if (d->since != NONE && since_compares(s, d->since)) continue;
    if (stretch || (d->role == DATE_POINT && d->from.year &&
                    (d->from.month != d->to.month || d->from.day + MONTH_LEAST <= d->to.day)))
      return true;
  }
  return false;
}

/* What befalls people again and again; the third round of talks adds nothing up, and «الحرب العالمية الثانية» is a
 * name. */
static bool befalls(const Stage *s, const Scene *x) {
  return type_befalls(stage_type(s, x)) && !scene_is(s, x, TRAIT_MUTUAL);
}

void scenes_find_nth(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged != NONE || x->dropped || x->kind != RECORD_EVENT || x->phrase == NONE || x->alone) continue;
    const Phrase *f = stage_phrase(s, x->phrase);
    if (f->plural || f->number != NONE || !befalls(s, x)) continue;
    uint32_t nth = nth_of_act(s, x);
    if (nth && within_time(s, x)) x->nth = nth;
  }
}

/* The act that goes with the count, in its sentence or the one before, is one of those counted. */
static void link_act(Stage *s, uint32_t whole) {
  enum { STEPS_MOST = 8 };
  const Scene *w = &s->scenes.at[whole];
  for (uint32_t i = whole, steps = 0; i-- > 0 && steps < STEPS_MOST; steps++) {
    Scene *x = &s->scenes.at[i];
    if (x->told + 1 < w->sentence) return;
    if (!adds_up(x) || x->nth || x->part_of != NONE || !str_eq(x->type, w->type)) continue;
    if (x->background != w->background) return;
    x->part_of = whole;
    return;
  }
}

void scenes_count_nth(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (!x->nth || !adds_up(x)) continue;
    x->kind = RECORD_TALLY;
    x->count = (Count){.min = x->nth, .max = x->nth, .set = true};
    link_act(s, i);
  }
}
