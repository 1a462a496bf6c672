/* Who a pronoun takes up, where it stands in a role's place and no noun does.
 *
 *   «الرجل الذي ألقي القبض عليه»      the head of the relative clause
 *   «قبل أن تعتقله الشرطة»، «أردوه»   the one person told last whom the verb's pronoun fits
 *   «بعد اعتقاله»، «قبل القبض عليه»   the same, of the noun's pronoun or its preposition's */
#include "code/taken_up.h"

#include "code/carry.h"

/* «قبل أن تعتقله الشرطة», «أردوه», «بعد اعتقاله»: the one person told last whom the pronoun on the word may take up. */
static uint32_t taken_up_by(const MatchInput *m, const Clause *c, uint32_t token) {
  enum { BACK_MOST = 12 };
  const Reading *word = word_best(m->in->words, token);
  uint8_t number = enclitic_number(word), gender = enclitic_gender(word);
  const ClassSet people = m->k->person | m->k->fighter | m->k->leader | m->k->official | m->k->security;
  uint32_t from = NONE;
  for (uint32_t i = token, steps = 0; i-- > 0 && from == NONE && steps < BACK_MOST; steps++) from = m->c->phrase_of[i];
  for (uint32_t i = from, steps = 0; i != NONE && steps < BACK_MOST; i = i ? i - 1 : NONE, steps++) {
    const Phrase *f = match_phrase(m, i);
    if (match_clause(m, f->clause)->sentence != c->sentence) return NONE;
    if (f->head == NONE || f->date != NONE || !(f->classes & people || f->person != NONE)) continue;
    if (number != NUMBER_SINGULAR || f->plural || f->number != NONE || f->link == LINK_IDAFA) continue;
    if (word_best(m->in->words, f->head)->gender == gender) return i;
  }
  return NONE;
}

/* «الرجل الذي ألقي القبض عليه», «الذي أقر وحكم عليه»: whom the pronoun with the verb's preposition takes up. */
static uint32_t relative_person(const MatchInput *m, const Match *x) {
  const Clause *c = match_clause(m, x->clause);
  if (c->pronoun_prep == NONE || (x->phrase != NONE && c->object != x->phrase && c->subject != x->phrase)) return NONE;
  for (uint32_t steps = 0; steps < 3 && c->kind == CLAUSE_COORDINATE && c->up != NONE; steps++)
    c = match_clause(m, c->up);
  if (c->kind != CLAUSE_RELATIVE || c->head == NONE) return NONE;
  const ClassSet people =
      m->k->person | m->k->fighter | m->k->leader | m->k->official | m->k->security | m->k->civilian;
  const Phrase *f = match_phrase(m, c->head);
  return f->person != NONE || (f->classes & people && f->actor == NONE) ? c->head : NONE;
}

bool role_by_pronoun(const MatchInput *m, const Match *x, uint32_t role) {
  const Frame *frame = &m->g->frames[x->frame];
  uint32_t prep = match_clause(m, x->clause)->pronoun_prep;
  for (uint32_t i = frame->first[role]; prep != NONE && i < frame->first[role] + frame->n[role]; i++)
    if (m->g->sources[i].from == FROM_PREP && m->g->sources[i].prep == prep) return true;
  return false;
}

/* «بعد اعتقاله», «قبل القبض عليه»: the word whose pronoun is whom the act befell; NONE. */
static uint32_t pronoun_upon(const MatchInput *m, const Frame *frame, const Match *x, uint32_t role) {
  if (x->phrase == NONE) return NONE;
  const Phrase *f = match_phrase(m, x->phrase);
  if (f->form != FORM_MASDAR || f->head == NONE) return NONE;
  for (uint32_t i = frame->first[ROLE_AGENT]; i < frame->first[ROLE_AGENT] + frame->n[ROLE_AGENT]; i++)
    if (m->g->sources[i].from == FROM_IDAFA) return NONE; /* «هجومه»: his own */
  const Reading *next = f->last < m->in->text->ntokens ? word_best(m->in->words, f->last) : NULL;
  bool behind = next && next->pos == POS_PREP && next->enclitic && next->lemma < m->g->lexicon->n;
  for (uint32_t i = frame->first[role]; i < frame->first[role] + frame->n[role]; i++) {
    const FrameSource *s = &m->g->sources[i];
    if (s->from == FROM_IDAFA && f->pronoun) return f->head;
    if (s->from == FROM_PREP && behind && m->g->prep_of_lemma[next->lemma] == s->prep) return f->last;
  }
  return NONE;
}

uint32_t role_taken_up(const MatchInput *m, const Match *x, uint32_t role) {
  const Frame *frame = &m->g->frames[x->frame];
  const Clause *c = match_clause(m, x->clause);
  bool upon = role == ROLE_VICTIM || (role == ROLE_TARGET && frame->n[ROLE_VICTIM] == 0);
  uint32_t head = upon && role_by_pronoun(m, x, role) ? relative_person(m, x) : NONE;
  if (head != NONE) return head;
  bool verb = frame->kind == FRAME_OUTCOME && role == ROLE_VICTIM && x->phrase == NONE && c->verb == x->token;
  if (verb && c->object_pronoun && c->object == NONE && c->kind != CLAUSE_RELATIVE) return taken_up_by(m, c, c->verb);
  uint32_t token = upon ? pronoun_upon(m, frame, x, role) : NONE;
  uint32_t who = token == NONE ? NONE : taken_up_by(m, match_clause(m, m->c->clause_of[token]), token);
  return who == x->phrase ? NONE : who;
}
