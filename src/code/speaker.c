/* Whose word each scene is, and what follows from it: a force that announces arrests made them. */
#include "code/discourse.h"

/* «أعلنت الشرطة اعتقال أربعة»: a force that announces arrests, and names nobody else, made them. */
static void doer_from_speaker(Stage *s, Scene *x) {
  const TypeRow *type = stage_type(s, x);
  if (!x->alone || x->agents.n || x->speaker == NONE || !type || !str_eq(type->class, STR("COERCE"))) return;
  const Speaker *speaker = &s->speakers.at[x->speaker];
  const Phrase *f = stage_phrase(s, speaker->phrase);
  if (f->classes & (s->m->k->force | s->m->k->security | s->m->k->state)) parts_add(s, &x->agents, speaker->who.at[0]);
}

/* «هجومه», «غاراته»: whose it is was named last. */
static void doer_from_pronoun(Stage *s, Scene *x) {
  if (x->agents.n || x->phrase == NONE || !stage_phrase(s, x->phrase)->pronoun) return;
  uint32_t sentence = stage_clause(s, stage_phrase(s, x->phrase)->clause)->sentence;
  for (uint32_t i = x->phrase, steps = 0; i-- > 0 && steps < 12; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (stage_clause(s, f->clause)->sentence + 1 < sentence) return;
    if (f->actor == NONE && !(f->classes & (s->m->k->force | s->m->k->state))) continue;
    parts_add(s, &x->agents, part_of_phrase(s, i));
    return;
  }
}

void scenes_speak(Stage *s) {
  discourse_run(s);
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    x->speaker = s->speaker_of[x->token];
    doer_from_speaker(s, x);
    doer_from_pronoun(s, x);
  }
}
