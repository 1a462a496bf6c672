#include "code/people.h"

bool effect_of_people(Str what) {
  static const char *const things[] = {"destroyed", "seized", "foiled", "given", "deployed"};
  for (size_t i = 0; i < sizeof things / sizeof *things; i++)
    if (str_eq(what, str_of(things[i]))) return false;
  return true;
}

static ClassSet classes_of_effect(const Stage *s, const Effect *e) {
  if (e->phrase == NONE) return 0;
  ClassSet classes = stage_phrase(s, e->phrase)->classes;
  /* «عنصران من الشرطة», «قتلى في صفوف التنظيم»: whose they are decides with what they are called */
  for (uint32_t i = e->phrase + 1; i < s->m->c->nphrases && i < e->phrase + 3; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->up != e->phrase && f->up != i - 1) break;
    if (f->link == LINK_IDAFA || f->link == LINK_PREP) classes |= f->classes & ~(s->m->k->area);
  }
  return classes;
}

Str status_of_effect(const Stage *s, const Scene *x, const Effect *e) {
  if (!effect_of_people(e->what)) return STR_NONE;
  const EngineClasses *k = s->m->k;
  ClassSet classes = classes_of_effect(s, e);
  if (classes & (k->civilian | k->child | k->woman)) return STR("civilian");
  if (classes & (k->security)) return STR("security");
  if (classes & (k->fighter | k->leader | k->group)) return STR("fighter");
  if (classes & k->official) return STR("official");
  if (e->phrase != NONE && stage_phrase(s, e->phrase)->head != NONE &&
      s->m->c->marks[stage_phrase(s, e->phrase)->head] & SET_BIT(SET_OTHERS)) {
    for (uint32_t i = 0; i < x->effects.n && &x->effects.at[i] != e; i++)
      if (x->effects.at[i].phrase != e->phrase) return status_of_effect(s, x, &x->effects.at[i]);
  }
  return STR("unstated");
}

Str side_of_effect(const Stage *s, const Scene *x, const Effect *e) {
  if (!effect_of_people(e->what)) return STR_NONE;
  if (e->phrase != NONE) {
    /* «4 من جنودها»: the doer's own */
    const Phrase *f = stage_phrase(s, e->phrase);
    bool own = f->pronoun && (f->classes & s->m->k->security);
    for (uint32_t i = 0; i < x->agents.n && !own; i++) {
      const Part *a = &x->agents.at[i];
      own = e->of.first < a->last && a->first < e->of.last;
    }
    if (own) return STR("agent");
  }
  return x->agents.n || x->targets.n ? STR("target") : STR("unknown");
}
