/* One happening, one record: headline, lead and later tellings become one.
 *
 * Each scene goes to the earlier one that it most likely tells again (tie.c), if any is likely enough;
 * a headline that only sums up what the report tells one by one («مقتل 8 من داعش و5 مدنيين») goes. */
#include <math.h>

#include "code/merge/merge.h"
#include "code/merge/tie.h"
#include "code/told/another.h"
#include "code/told/told.h"

enum { LOOK_BACK = 24 };

/* «شهدت البلاد أمس انفجاراً، وأسفر التفجير عن …»: who goes back to an act goes back to the one that his sentence has
 * just told, if it may be that. */
static bool just_told(const Stage *s, const Scene *a, const Scene *b, int tie) {
  const TypeRow *x = stage_type(s, a), *y = stage_type(s, b);
  if (!str_eq(a->type, b->type) && !(type_is(x, TRAIT_BLAST) && type_is(y, TRAIT_BLAST))) return false;
  return tie >= TIE_LEAST && a->sentence == b->sentence && !a->alone && a->phrase != NONE && is_anaphor(s, b);
}

/* The earlier scene that a scene most likely tells again. */
static Likest likest_of(const Stage *s, uint32_t at) {
  Likest best = {.scene = NONE, .tie = TIE_NEVER};
  for (uint32_t k = at, steps = 0; k-- > 0 && steps < LOOK_BACK; steps++) {
    const Scene *a = &s->scenes.at[k];
    if (a->merged != NONE || a->dropped) continue;
    int tie = tie_of(s, a, &s->scenes.at[at]);
    if (just_told(s, a, &s->scenes.at[at], tie)) return (Likest){k, tie};
    if (tie > best.tie) best = (Likest){k, tie};
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

/* «بقيمة 3 مليارات دولار»: a sum of money is news where a report tells acts, and of the market where it tells more
 * sums than acts; what stands in brackets behind one is the same in another currency. */
static void drop_idle_figures(Stage *s) {
  uint32_t acts = 0, sums = 0;
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *x = &s->scenes.at[i];
    if (x->dropped || x->merged != NONE) continue;
    acts += x->kind == RECORD_EVENT;
    sums += scene_is_sum(x);
  }
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (!scene_is_sum(x)) continue;
    x->dropped |= sums > acts || (x->first > 0 && token_sign(s->m->in->text, x->first - 1) == '(');
  }
}

void scenes_merge(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++)
    if (s->scenes.at[i].merged == NONE && !s->scenes.at[i].dropped)
      s->scenes.at[i].dropped = sums_up(s, &s->scenes.at[i]);
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *b = &s->scenes.at[i];
    bool doubted = b->dropped && b->doubts; /* told all the same, where the signs say so */
    if (b->merged != NONE || (b->dropped && !doubted)) continue;
    if (doubted && b->kind != RECORD_EVENT) continue;
    Likest likest = likest_of(s, i);
    bool again = likest.scene != NONE && likest.tie >= TIE_LEAST;
    Verdict verdict = again ? (Verdict){.ground = "told again"} : scene_told(s, b, likest);
    verdict_keep(s, i, verdict, likest);
    if (again && !doubted)
      scene_absorb(s, likest.scene, i);
    else
      b->dropped = !verdict.told;
  }
  scenes_fold_aims(s);
  drop_idle_figures(s);
}
