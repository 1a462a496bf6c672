/* Whom an act was done to, where it is told by whom it befell and how many they were.
 *
 *   «اعتقلت السلطات 160 ألف شخص»                      (arrested 160,000 people) those arrested
 *   «قصف على المدينة أودى بحياة 12 مدنياً»             (shelling killed 12 civilians) those killed
 *   «700 جندي»                                        (700 soldiers) those whom a figure counts */
#include "code/outcome/outcome.h"
#include "code/scene/people.h"
#include "code/scene/scene.h"

/* «اعتقلت السلطات 160 ألف شخص»: of an act that is nothing but what befell people, they are whom it was done to. */
static void take_befallen(Stage *s, Scene *x) {
  Str what = x->frame->what;
  if (x->targets.n || x->merged != NONE || !what.n || !effect_of_people(what)) return;
  if (scene_is(s, x, TRAIT_OWN_DEED) || scene_is(s, x, TRAIT_BY_END)) return;
  for (uint32_t i = 0; i < x->effects.n; i++) {
    const Effect *e = &x->effects.at[i];
    if (str_eq(e->what, what) && !e->subset && e->phrase != NONE && !told_as_others(s, e->phrase))
      parts_add(s, &x->targets, e->of);
  }
}

/* «قصف على المدينة أودى بحياة 12 مدنياً»: an act of force that was aimed at nobody but a place was done to those whom it
 * befell, where it is told who they were. */
static void take_hit(Stage *s, Scene *x) {
  const EngineClasses *k = s->m->k;
  ClassSet told = k->civilian | k->child | k->woman | k->security | k->kin;
  if (type_is(stage_type(s, x), TRAIT_FIRE)) told |= k->fighter; /* in an attack they may be the attackers */
  if (x->targets.n || x->merged != NONE || !type_is(stage_type(s, x), TRAIT_VIOLENT)) return;
  if (scene_is(s, x, TRAIT_MUTUAL) || scene_is(s, x, TRAIT_BY_END) || scene_is(s, x, TRAIT_OF_PLACE)) return;
  for (uint32_t i = 0; i < x->effects.n; i++) {
    const Effect *e = &x->effects.at[i];
    if (!STR_IN(e->what, "killed", "injured", "killed-or-injured") || e->subset || e->phrase == NONE) continue;
    const Phrase *f = stage_phrase(s, e->phrase);
    if (told_as_others(s, e->phrase)) continue;
    if (f->person != NONE || f->actor != NONE || f->classes & told) parts_add(s, &x->targets, e->of);
  }
}

/* «ارتفعت حصيلة القتلى المدنيين إلى 119»: the dead whom a bare number counts, where more is said of them; NONE. */
static uint32_t dead_counted(const Stage *s, const Scene *x) {
  if (!x->toll || x->phrase == NONE) return NONE;
  const Phrase *f = stage_phrase(s, x->phrase), *next = f + 1;
  bool whose = x->phrase + 1 < s->m->c->nphrases && next->link == LINK_IDAFA && next->up == x->phrase;
  if (!(f->classes & (s->m->k->dead | s->m->k->hurt | s->m->k->victim)) || f->number != NONE) return NONE;
  return f->adjectives || (whose && !(next->classes & s->m->k->event)) ? x->phrase : NONE;
}

/* «700 جندي», «200 من أطفال الدار»: a figure is of those whom it counts. */
void scene_take_counted(Stage *s, Scene *x) {
  if (x->kind != RECORD_FIGURE || x->targets.n || x->merged != NONE || scene_is_sum(x)) return; /* money is nobody */
  uint32_t phrase = s->m->c->phrase_of[x->first];
  if (phrase == NONE) phrase = x->phrase;
  if (phrase == NONE) return;
  const Phrase *f = stage_phrase(s, phrase), *next = f + 1;
  bool bare = f->head == NONE && f->number != NONE && phrase + 1 < s->m->c->nphrases;
  bool of_them = bare && next->link == LINK_PREP && next->up == phrase && next->head != NONE &&
                 s->m->c->marks[next->prep_token] & SET_BIT(SET_PARTITIVE);
  if (of_them) f = next, phrase++;
  uint32_t dead = bare && !of_them ? dead_counted(s, x) : NONE;
  if (dead != NONE) f = stage_phrase(s, dead), phrase = dead;
  if ((f->head == NONE && !f->definite) || f->date != NONE || f->classes & s->m->k->unit) return;
  parts_add(s, &x->targets, part_of_phrase(s, phrase));
}

void scene_take_befallen(Stage *s, Scene *x) {
  take_befallen(s, x);
  take_hit(s, x);
}
