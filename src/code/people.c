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

static bool unknown_agent(const Stage *s, const Scene *x) {
  for (uint32_t i = 0; i < x->agents.n; i++)
    for (uint32_t k = x->agents.at[i].first; k < x->agents.at[i].last; k++)
      if (s->m->c->marks[k] & SET_BIT(SET_UNKNOWN_AGENT)) return true;
  return false;
}

static bool violent(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  if (!type || (x->kind != RECORD_EVENT && x->kind != RECORD_TALLY)) return false;
  if (type->violent) return true;
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (str_eq(x->effects.at[i].what, STR("killed"))) return str_eq(type->class, STR("COERCE"));
  return false;
}

static bool same_side(const Stage *s, const Scene *x, const Actor *speaker, ActorList agents) {
  const Speaker *who = &s->speakers.at[x->speaker];
  for (uint32_t i = 0; i < agents.n; i++) {
    if (speaker->id.n && str_eq(speaker->id, agents.at[i].id)) return true;
    if (i < x->agents.n && parts_alike(s, who->who, x->agents.at[i])) return true;
  }
  return false;
}

Responsibility responsibility_of(const Stage *s, const Scene *x, const Actor *speaker, ActorList agents) {
  Responsibility r = {0};
  if (!violent(s, x)) return r;
  ActorList by = speaker ? (ActorList){speaker, 1} : (ActorList){NULL, 0};
  if (!x->agents.n || unknown_agent(s, x)) {
    r.how = STR("unknown");
  } else if (str_eq(x->stance, STR("denied"))) {
    r = (Responsibility){STR("denied"), by};
  } else if (speaker && same_side(s, x, speaker, agents)) {
    r = (Responsibility){STR("claimed"), by};
  } else {
    r = (Responsibility){STR("attributed"), by};
  }
  return r;
}
