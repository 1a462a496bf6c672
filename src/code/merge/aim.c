/* Acts that are told only as what another one is for, or is about.
 *
 *   «هددت تركيا بشن عملية عسكرية»   (Turkey threatened to launch an operation): nothing but the threat has come about
 *   «عملية لتحرير المدينة»            (an operation to free the town): one act, told by its aim
 *   «حملة قصف على المخيم»            (a campaign of shelling): one act, told in two words
 *
 * Both stand in one clause, and what the second tells goes to the first. */
#include "code/match/carry.h"
#include "code/merge/merge.h"
#include "code/scene/scene.h"

static const Phrase *phrase_of_scene(const Stage *s, const Scene *x) {
  return x->phrase == NONE ? NULL : stage_phrase(s, x->phrase);
}

/* The event whose trigger is this token, or the one that it became part of; NONE. */
static uint32_t event_at(const Stage *s, uint32_t token) {
  uint32_t scene = token == NONE ? NONE : scene_live(s, s->scene_of_token[token]);
  return scene != NONE && s->scenes.at[scene].kind == RECORD_EVENT ? scene : NONE;
}

/* «هدد بفرض حظر», «التهديدات بتنفيذ ضربات»: the threat that the act is the substance of; NONE. */
static uint32_t threat_of(const Stage *s, const Scene *x) {
  enum { UP_MOST = 4 };
  uint32_t i = x->phrase;
  bool substance = false;
  for (uint32_t steps = 0; steps < UP_MOST; steps++) {
    const Phrase *f = stage_phrase(s, i);
    substance |= f->prep == s->m->g->prep_bi;
    uint32_t head =
        f->link == LINK_FREE || f->up == NONE ? stage_clause(s, f->clause)->verb : stage_phrase(s, f->up)->head;
    uint32_t scene = event_at(s, head);
    if (substance && scene != NONE && type_in(stage_type(s, &s->scenes.at[scene]), CLASS_BIT(THREATEN))) return scene;
    if (f->link == LINK_FREE || f->up == NONE) return NONE;
    i = f->up;
  }
  return NONE;
}

static bool of_force_or(const Stage *s, const Scene *x, uint32_t more) {
  return x->phrase != NONE && type_in(stage_type(s, x), CLASS_BIT(ASSAULT) | CLASS_BIT(COERCE) | more);
}

/* «شن هجوماً لطرد المسلحين»: the act that this one is the aim of; NONE. */
static uint32_t act_aimed(const Stage *s, const Scene *x) {
  const Phrase *top = stage_phrase(s, climb_measures(s->m, x->phrase));
  const Phrase *f = stage_phrase(s, x->phrase);
  if (top->prep != s->m->g->prep_li || f->form != FORM_MASDAR || f->definite) return NONE;
  if (!of_force_or(s, x, CLASS_BIT(TERRITORY)) || (x->count.set && x->count.min > 1)) return NONE;
  const Clause *c = stage_clause(s, top->clause);
  if (c->sets & SET_BIT(SET_SUFFERED)) return NONE; /* «تعرضت العاصمة لقصف» */
  for (uint32_t i = top->prep_token; i-- > c->first && i != c->verb;) {
    uint32_t scene = s->scene_of_token[i];
    if (scene == NONE) continue;
    return of_force_or(s, &s->scenes.at[scene], 0) ? event_at(s, i) : NONE;
  }
  return NONE;
}

/* «حملة قصف»: the general noun that this one says the kind of; NONE. */
static uint32_t campaign_of(const Stage *s, const Scene *x) {
  const Phrase *f = phrase_of_scene(s, x);
  if (f->link != LINK_IDAFA || f->up == NONE || !type_in(stage_type(s, x), CLASS_BIT(ASSAULT))) return NONE;
  uint32_t scene = event_at(s, stage_phrase(s, f->up)->head);
  if (scene == NONE || !scene_is(s, &s->scenes.at[scene], TRAIT_CAMPAIGN)) return NONE;
  return s->scenes.at[scene].count.set && s->scenes.at[scene].count.min > 2 ? NONE : scene; /* «70 عملية إطلاق» */
}

void scenes_join_campaigns(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *x = &s->scenes.at[i];
    if (x->phrase == NONE || x->merged != NONE || x->kind != RECORD_EVENT) continue;
    uint32_t campaign = campaign_of(s, x);
    if (campaign != NONE && campaign != i) scene_absorb(s, campaign, i);
  }
}

/* Of what has not come about whom it was meant for is all that can be told. */
static void tell_with_threat(Stage *s, uint32_t into, uint32_t from) {
  Scene *a = &s->scenes.at[into], *b = &s->scenes.at[from];
  for (uint32_t i = 0; !a->targets.n && i < b->targets.n; i++) parts_add(s, &a->targets, b->targets.at[i]);
  parts_add(s, &a->also, (Part){b->first, b->last, b->phrase});
  b->merged = into;
}

static void tell_with_act(Stage *s, uint32_t into, uint32_t from) {
  Scene *a = &s->scenes.at[into];
  uint32_t row = a->type_row;
  Str type = a->type;
  scene_absorb(s, into, from);
  a->type_row = row; /* by what it is told as, not by what it was to bring about */
  a->type = type;
}

void scenes_fold_aims(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->phrase == NONE || x->merged != NONE || x->dropped || x->kind != RECORD_EVENT) continue;
    if (x->told != x->sentence) continue; /* told again: it may have come about by then */
    uint32_t threat = threat_of(s, x), act = act_aimed(s, x);
    if (threat != NONE && s->scenes.at[threat].dropped)
      x->dropped = true;
    else if (threat != NONE)
      tell_with_threat(s, threat, i);
    else if (act != NONE && !s->scenes.at[act].dropped)
      tell_with_act(s, act, i);
  }
}
