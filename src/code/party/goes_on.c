/* Who did it, where a verb has its subject in it alone: whoever did the act told before.
 *
 *   «هاجم الجيش مواقع التنظيم. وسيطر على ثلاث قرى»
 *        (the army attacked the group's positions. And took three villages): the verb goes on with whoever did the act
 *        before, if it agrees with him
 *   «ورغم توقيع الحوثيين على الاتفاق، قاموا باجتياح صعدة»
 *        (though the Houthis had signed the agreement, they went on to overrun Saada): so does one that lends itself to
 *        the act */
#include "code/match/carry.h"
#include "code/party/doer.h"
#include "code/party/party.h"
#include "code/scene/scene.h"

/* The clause of the verb that tells the act or lends itself to it; NULL. */
static const Clause *told_in(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) {
    const Clause *c = stage_clause(s, x->clause);
    return c->verb == x->token ? c : NULL;
  }
  uint32_t at = s->matches->at[x->match].carrier;
  if (at == NONE) return NULL;
  const Clause *c = stage_clause(s, at);
  uint32_t top = climb_measures(s->m, x->phrase);
  bool governed =
      c->object == top || (c->object == NONE && stage_phrase(s, top)->prep == s->m->g->prep_bi); /* «قام بـ» */
  bool lends = c->classes & (s->m->k->light | s->m->k->aspect) && governed;
  /* «تعرض لهجوم», «تم اعتقال ثلاثة»: of whoever did it they tell nothing */
  return lends && !(c->sets & (SET_BIT(SET_SUFFERED) | SET_BIT(SET_OCCURS))) ? c : NULL;
}

/* «وسيطر على البلدة»: has the verb its subject in it alone? What may be a passive has none. */
static bool drops_subject(const Stage *s, const Clause *c) {
  if (c->verb == NONE || c->subject != NONE || c->passive || c->negated) return false;
  if (c->kind == CLAUSE_RELATIVE || c->classes & (s->m->k->speech | s->m->k->result)) return false;
  const Reading *v = word_best(s->m->in->words, c->verb);
  bool may_suffer = c->lemma >= s->m->g->lexicon->n || grammar_knows_passive(s->m->g, c->lemma);
  return v->person == 3 && v->voice != VOICE_PASSIVE && (v->voice == VOICE_ACTIVE || c->object != NONE || !may_suffer);
}

static bool may_go_on(const Stage *s, uint32_t who, const Reading *verb) {
  const Phrase *f = who == NONE ? NULL : stage_phrase(s, who);
  if (!f || f->head == NONE || !may_have_done(s, who)) return false;
  const Reading *n = word_best(s->m->in->words, f->head);
  if (verb->number == NUMBER_PLURAL)
    return n->number == NUMBER_PLURAL && f->classes & (s->m->k->fighter | s->m->k->person | s->m->k->security);
  if (verb->number != NUMBER_SINGULAR) return false;
  if (n->number == NUMBER_PLURAL) return verb->gender == GENDER_FEMININE && !(f->classes & s->m->k->fighter);
  return n->gender == verb->gender;
}

/* «هاجم الجيش مواقع التنظيم. وسيطر على ثلاث قرى»: of a verb with its subject in it alone, whoever did the act told
 * before, if it agrees with him. */
static void go_on(Stage *s, uint32_t scene) {
  enum { SENTENCES_BACK = 2 };
  Scene *x = &s->scenes.at[scene];
  const Clause *c = told_in(s, x);
  if (!c || !drops_subject(s, c)) return;
  const Reading *verb = word_best(s->m->in->words, c->verb);
  for (uint32_t i = scene, steps = 0; i-- > 0 && steps < SCENES_NEAR; steps++) {
    const Scene *o = &s->scenes.at[i];
    if (o->sentence + SENTENCES_BACK < x->sentence) return;
    if (o->dropped || o->kind != RECORD_EVENT || !o->agents.n || o->first >= x->first) continue;
    Part who = o->agents.at[0];
    if (!may_go_on(s, who.phrase, verb)) return;
    for (uint32_t k = 0; k < x->targets.n; k++)
      if (parts_alike(s, who, x->targets.at[k])) return;
    parts_add_all(s, &x->agents, &o->agents);
    return;
  }
}

void scenes_go_on(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *x = &s->scenes.at[i];
    if (x->merged == NONE && !x->agents.n && x->kind == RECORD_EVENT && act_of_arms(s, x)) go_on(s, i);
  }
}
