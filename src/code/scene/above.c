/* What governs the word that tells an act, and so says whether it happened.
 *
 *   «بعد محاولة اغتيال الوزير»        (after an attempt to kill) «بعد» and «محاولة», up the chain
 *   «شارك في عقد محادثات»            (took part in holding talks) the deed is the holding
 *   «هدد بتنفيذ هجوم»                (threatened to attack) «ب» governs it, through the noun it completes */
#include "code/scene/above.h"

#include "code/match/carry.h"

SetMask marks_before(const Stage *s, uint32_t token, uint32_t first, uint32_t within) {
  SetMask all = 0;
  for (uint32_t i = token, steps = 0; i-- > first && steps < within; steps++) all |= s->m->c->marks[i];
  return all;
}

bool since_compares(const Stage *s, uint32_t since) {
  enum { BEFORE_MOST = 9 };
  uint32_t first = s->m->in->text->sentences[s->m->in->text->tokens[since].sentence].first;
  for (uint32_t i = since, steps = 0; i-- > first && steps < BEFORE_MOST; steps++) {
    const Reading *r = word_best(s->m->in->words, i);
    bool heads = word_best(s->m->in->words, i + 1)->pos == POS_NOUN;
    bool only_great = r->gender == GENDER_FEMININE && !(r->clitics & CLITIC_AL) && !heads; /* «عملية كبرى» */
    if (s->m->c->marks[i] & SET_BIT(SET_UNEQUALLED) && !only_great) return true;
  }
  return false;
}

/* «التوصل لهدنة» (the reaching of a truce): what «ل» brings is the complement, and no purpose. */
static bool is_reached(const Stage *s, const Phrase *f) {
  if (f->link != LINK_PREP || f->up == NONE) return false;
  const Phrase *up = stage_phrase(s, f->up);
  return up->form == FORM_MASDAR && up->head != NONE && s->m->c->marks[up->head] & SET_BIT(SET_ENGAGES);
}

/* «للسيطرة على المدينة» (to take the city): definite in form, and yet a purpose, where a preposition leads on to what
 * it is done to; but «أدى للسيطرة على المدينة», «تعرضه للطعن على يد مهاجم». */
static bool aims_at(const Stage *s, uint32_t i) {
  const SetMask *marks = s->m->c->marks;
  const Phrase *f = stage_phrase(s, i);
  if (f->form != FORM_MASDAR || f->number != NONE || f->plural || f->adjectives) return false;
  if (i + 1 >= s->m->c->nphrases || stage_clause(s, f->clause)->classes & s->m->k->result) return false;
  const Phrase *at = stage_phrase(s, i + 1);
  if (at->link != LINK_PREP || at->up != i || !(marks[at->prep_token] & SET_BIT(SET_UPON))) return false;
  uint32_t up = f->link == LINK_PREP ? stage_phrase(s, f->up)->head : NONE;
  bool suffered = up != NONE && marks[up] & SET_BIT(SET_SUFFERED);
  return !suffered && !(marks[at->prep_token] & SET_BIT(SET_DONE_BY));
}

Above above(const Stage *s, const Scene *x) {
  Above a = {.purpose_of = NONE};
  enum { UPWARD = 6 };
  uint32_t i = x->phrase;
  bool first = true;
  for (uint32_t steps = 0; i != NONE && steps < UPWARD; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (!first && f->head != NONE) {
      a.sets |= s->m->c->marks[f->head];
      a.classes |= f->classes;
    }
    if (f->prep != NONE) {
      a.sets |= s->m->c->marks[f->prep_token];
      bool deed = f->form == FORM_MASDAR && f->number == NONE && !f->definite && !f->plural;
      if (f->prep == s->m->g->prep_li && (deed || (first && aims_at(s, i))) && !is_reached(s, f)) {
        a.purpose = true;
        a.purpose_of = f->link == LINK_FREE ? NONE : f->up;
      }
      a.sought |= !first && f->prep == s->m->g->prep_li && f->form == FORM_MASDAR && f->definite;
      /* «التوجه لمحاصرة الموقع بعد السيطرة على…», «محاولات لتخريب السياج خلال الاحتجاجات» */
      if (s->m->c->marks[f->prep_token] & (SET_BIT(SET_AFTER) | SET_BIT(SET_ALONGSIDE))) break;
    }
    first = false;
    i = f->link == LINK_FREE ? NONE : f->up;
  }
  return a;
}

uint32_t clause_of_scene(const Stage *s, const Scene *x) {
  const Match *match = &s->matches->at[x->match];
  return match->carrier != NONE ? match->carrier : x->clause;
}

uint32_t deed_of(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  if (f->link != LINK_IDAFA && f->link != LINK_OBJECT) return phrase;
  const Phrase *up = stage_phrase(s, f->up);
  return up->form == FORM_MASDAR && stands_for_complement(s->m, up) ? f->up : phrase;
}

bool under_bi(const Stage *s, const Scene *x) {
  enum { UPWARD = 3 };
  uint32_t i = x->phrase;
  for (uint32_t steps = 0; i != NONE && steps < UPWARD; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->prep != NONE) return f->prep == s->m->g->prep_bi;
    i = f->link == LINK_FREE ? NONE : f->up;
  }
  return false;
}

bool act_attempted(const Stage *s, const Scene *x) {
  if (x->phrase == NONE || stage_phrase(s, x->phrase)->link != LINK_IDAFA) return false;
  uint32_t head = stage_phrase(s, stage_phrase(s, x->phrase)->up)->head;
  return head != NONE && (s->m->c->marks[head] & SET_BIT(SET_ATTEMPT)) != 0;
}

bool violence_attempted(const Stage *s, const Scene *x) {
  return type_is(stage_type(s, x), TRAIT_VIOLENT) && act_attempted(s, x);
}

bool act_blamed(const Stage *s, const Scene *x) {
  enum { UPWARD = 3 };
  uint32_t i = x->phrase;
  bool of_blame = false;
  for (uint32_t steps = 0; i != NONE && steps < UPWARD && !of_blame; steps++) {
    const Phrase *f = stage_phrase(s, i);
    of_blame = i != x->phrase && f->head != NONE && !f->pronoun && s->m->c->marks[f->head] & SET_BIT(SET_CLAIMED);
    i = f->link == LINK_FREE ? NONE : f->up;
  }
  if (!of_blame) return false;
  const Clause *c = stage_clause(s, stage_phrase(s, x->phrase)->clause);
  return c->verb != NONE && s->m->c->marks[c->verb] & SET_BIT(SET_BLAMES);
}

bool act_charged(const Stage *s, const Scene *x) {
  enum { WORDS_BEFORE = 3 };
  const Lexicon *lexicon = s->m->g->lexicon;
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  SetMask charges = SET_BIT(SET_CHARGE) | SET_BIT(SET_ALLEGED);
  uint32_t begins = s->m->in->text->sentences[x->sentence].first;
  uint32_t from = x->first > begins + WORDS_BEFORE ? x->first - WORDS_BEFORE : begins;
  for (uint32_t i = from; i < x->first; i++) {
    uint32_t lemma = word_best(s->m->in->words, i)->lemma, verb = lexicon_verb(lexicon, lemma);
    bool convict = lemma < lexicon->n && lexicon->lemmas[lemma].form == FORM_PASSIVE_PARTICIPLE && verb < lexicon->n &&
                   s->m->g->sets_of_lemma[verb] & SET_BIT(SET_CONVICTS);
    bool told = word_best(s->m->in->words, i)->pos == POS_VERB; /* «يعتقد أنه هاجم» */
    convict |= told && f->prep == s->m->g->prep_bi && s->m->c->marks[i] & SET_BIT(SET_CONVICTS); /* «أدينوا بقتل» */
    if (convict || (s->m->c->marks[i] & charges && !told)) return true;
  }
  return f->pronoun && f->prep == s->m->g->prep_li && f->form == FORM_MASDAR;
}
