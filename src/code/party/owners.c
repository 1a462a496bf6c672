/* Whose forces they are that a pronoun names.
 *
 *   «قال المتحدث: أطلق جنودنا النار»                  (our soldiers) of the body that speaks
 *   «تلقت الميليشيا ضربات أدت إلى فرار عناصرها»       (its members) of the body told before them in the sentence
 *
 * The owner takes the place of his forces in an act, unless he is on its other side already. */
#include "code/clause/near.h"
#include "code/party/party.h"
#include "code/scene/scene.h"

/* «قال الجيش إن جنوده قتلوا…»: the pronoun in what a body says is its own. */
static bool speaks_of_his(const Stage *s, const Scene *x) {
  const EngineClasses *k = s->m->k;
  const Speaker *who = &s->speakers.at[x->speaker];
  const Phrase *f = stage_phrase(s, who->phrase);
  const Clause *c = stage_clause(s, x->clause);
  if (c->kind != CLAUSE_COMPLEMENT || stage_clause(s, f->clause)->sentence != x->sentence) return false;
  return (f->classes & (k->force | k->security | k->group | k->state)) != 0;
}

/* «قال المتحدث: أطلق جنودنا النار»: whoever speaks of his own. */
static void name_own(const Stage *s, Scene *x) {
  const EngineClasses *k = s->m->k;
  if (x->speaker == NONE) return;
  for (uint32_t i = 0; i < x->agents.n; i++) {
    Part *part = &x->agents.at[i];
    uint32_t head = part->phrase == NONE ? NONE : stage_phrase(s, part->phrase)->head;
    if (head == NONE || !stage_phrase(s, part->phrase)->pronoun) continue;
    if (enclitic_person(word_best(s->m->in->words, head)) != 1 && !speaks_of_his(s, x)) continue;
    if (!(stage_phrase(s, part->phrase)->classes & (k->force | k->security | k->fighter | k->aircraft))) continue;
    const Parts *who = &s->speakers.at[x->speaker].who;
    if (who->n && who->at[0].first < who->at[0].last) *part = who->at[0];
  }
}

/* Does the pronoun on the word agree with the one named? Countries are feminine. */
static bool agrees_with_body(const Stage *s, uint32_t token, const Phrase *f) {
  const Reading *word = word_best(s->m->in->words, token), *name = word_best(s->m->in->words, f->head);
  bool feminine = f->place != NONE || name->gender == GENDER_FEMININE || name->number == NUMBER_PLURAL;
  if (enclitic_number(word) != NUMBER_SINGULAR) return f->plural;
  return (enclitic_gender(word) == GENDER_FEMININE) == feminine;
}

/* A body or a country that has forces. */
static bool has_forces(const Stage *s, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  if (f->head == NONE || f->pronoun || f->date != NONE || f->person != NONE) return false;
  if (f->place != NONE && f->actor == NONE) return names_country(&s->m->in->mentions->places[f->place]);
  return f->classes & (k->force | k->group | k->state) && (f->actor != NONE || f->definite);
}

/* «تلقت الميليشيا ضربات أدت إلى فرار عناصرها»: whose the forces are that nothing but a pronoun names, told before them
 * in the sentence; no words. */
static Part whose_forces(const Stage *s, Part part) {
  enum { PHRASES_BACK = 16 };
  const EngineClasses *k = s->m->k;
  const Phrase *own = part.phrase == NONE ? NULL : stage_phrase(s, part.phrase);
  bool forces = own && own->pronoun && own->head != NONE && own->number == NONE && own->last == part.last &&
                own->classes & (k->force | k->fighter | k->security);
  if (!forces || enclitic_person(word_best(s->m->in->words, own->head)) != 3) return (Part){0};
  uint32_t sentence = stage_clause(s, own->clause)->sentence;
  for (uint32_t i = part.phrase, steps = 0; i-- > 0 && steps < PHRASES_BACK; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (stage_clause(s, f->clause)->sentence != sentence) return (Part){0};
    if (has_forces(s, f) && agrees_with_body(s, own->head, f)) return part_of_phrase(s, i);
  }
  return (Part){0};
}

static void name_owners(const Stage *s, Parts *list, const Parts *others) {
  for (uint32_t i = 0; i < list->n; i++) {
    Part owner = whose_forces(s, list->at[i]);
    bool other = owner.last == 0;
    for (uint32_t k = 0; !other && k < others->n; k++) other = parts_alike(s, owner, others->at[k]);
    if (!other) list->at[i] = owner;
  }
}

void scene_name_owners(const Stage *s, Scene *x) {
  name_own(s, x);
  name_owners(s, &x->agents, &x->targets);
  name_owners(s, &x->targets, &x->agents);
}
