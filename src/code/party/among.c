/* Acts that are told together: whoever did the others has done this one.
 *
 *   «شن التنظيم هجمات، أبرزها الهجوم على الثكنة»
 *        (the group launched attacks, most notably the one on the barracks): one of several acts told before it
 *   «خطف المسلحون موظفين، إضافة إلى اغتيال قاض»
 *        (the gunmen kidnapped employees, in addition to the assassination of a judge): told on top of another
 *
 * Only of a deed that has no doer of its own. */
#include "code/match/carry.h"
#include "code/party/party.h"
#include "code/scene/scene.h"

enum { WORDS_BACK = 4 };

static bool deed(const Stage *s, const Scene *x) {
  uint32_t classes = CLASS_BIT(ASSAULT) | CLASS_BIT(COERCE) | CLASS_BIT(TERRITORY) | CLASS_BIT(MOBILIZE);
  return x->kind == RECORD_EVENT && type_in(stage_type(s, x), classes);
}

/* The words that the act's phrase begins with, its preposition and the nouns of measure above it among them. */
static uint32_t begins_at(const Stage *s, const Scene *x) {
  const Phrase *f = stage_phrase(s, climb_measures(s->m, x->phrase));
  uint32_t own = stage_phrase(s, x->phrase)->first;
  uint32_t first = f->prep == NONE ? f->first : f->prep_token;
  return first < own ? first : own;
}

/* «ومن بينها هجوم», «أبرزها محاولة اغتيال», «كان آخرها الهجوم»: where the word stands that makes it one of those
 * before; NONE. */
static uint32_t one_of_them(const Stage *s, const Scene *x) {
  uint32_t first = begins_at(s, x), from = s->m->in->text->sentences[x->sentence].first;
  for (uint32_t i = first, steps = 0; i-- > from && steps < WORDS_BACK; steps++) {
    if (s->m->c->marks[i] & SET_BIT(SET_SUBSET)) return i;
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase != NONE && stage_phrase(s, phrase)->date == NONE) return NONE;
  }
  return NONE;
}

/* «أبرزها هجوم على الثكنة أودى بحياة جنديين، وتفجير في السوق»: joined to one of several; that one's word; NONE. */
static uint32_t one_more(const Stage *s, const Scene *x) {
  const Phrase *f = stage_phrase(s, x->phrase);
  bool joined = word_best(s->m->in->words, f->first)->clitics & CLITIC_WA && f->prep == NONE && !f->definite;
  uint32_t at = (uint32_t)(x - s->scenes.at);
  for (uint32_t i = at, steps = 0; joined && i-- > 0 && steps < SCENES_NEAR; steps++) {
    const Scene *o = &s->scenes.at[i];
    if (o->sentence != x->sentence) return NONE;
    if (o->merged == NONE && deed(s, o)) return o->phrase == NONE ? NONE : one_of_them(s, o);
  }
  return NONE;
}

/* «إضافة إلى اغتيال قاض», «فضلاً عن قصف القرى»: where its preposition stands; NONE. */
static uint32_t on_top(const Stage *s, const Scene *x) {
  const Phrase *f = stage_phrase(s, climb_measures(s->m, x->phrase));
  return f->prep != NONE && s->m->c->marks[f->prep_token] & SET_BIT(SET_ADDING) ? f->prep_token : NONE;
}

/* The act told last before the word in its sentence; of one of several, several. */
static const Scene *told_before(const Stage *s, const Scene *x, uint32_t token, bool several) {
  uint32_t at = (uint32_t)(x - s->scenes.at);
  for (uint32_t i = at, steps = 0; i-- > 0 && steps < SCENES_NEAR; steps++) {
    const Scene *o = &s->scenes.at[i];
    if (o->sentence != x->sentence) return NULL;
    if (o->merged != NONE || !deed(s, o) || o->first >= token) continue;
    if (!several) return o;
    const Phrase *f = o->phrase == NONE ? NULL : stage_phrase(s, o->phrase);
    if (f && (f->plural || f->number != NONE)) return o;
  }
  return NULL;
}

static void share(Stage *s, Scene *x) {
  uint32_t token = one_of_them(s, x);
  if (token == NONE) token = one_more(s, x);
  bool several = token != NONE;
  if (!several) token = on_top(s, x);
  const Scene *o = token == NONE ? NULL : told_before(s, x, token, several);
  if (!o) return;
  for (uint32_t k = 0; k < o->agents.n; k++)
    for (uint32_t t = 0; t < x->targets.n; t++)
      if (parts_alike(s, o->agents.at[k], x->targets.at[t])) return;
  parts_add_all(s, &x->agents, &o->agents);
}

void scenes_share_doers(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged == NONE && x->phrase != NONE && !x->agents.n && deed(s, x)) share(s, x);
  }
}
