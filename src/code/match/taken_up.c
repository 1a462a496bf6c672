/* Who a pronoun takes up, where it stands in a role's place and no noun does.
 *
 *   «الرجل الذي ألقي القبض عليه»      the head of the relative clause
 *   «قبل أن تعتقله الشرطة»، «أردوه»   the one person told last whom the verb's pronoun fits
 *   «بعد اعتقاله»، «قبل القبض عليه»   the same, of the noun's pronoun or its preposition's
 *   «الخلية التي تم تفكيكها»          the head again, of the pronoun on the masdar in its clause
 *   «حوكم الرجل وحكم عليه بالسجن»     the one told last, of the pronoun behind the verb
 *   «قصفت الطائرات المقر ودمرته»      the object of the verb before */
#include "code/match/taken_up.h"

#include "code/match/carry.h"
#include "code/match/subject.h"

/* One person whom the pronoun on the word may take up. */
static bool fits_person(const MatchInput *m, uint32_t token, const Phrase *f) {
  const Reading *word = word_best(m->in->words, token);
  const ClassSet people = m->k->person | m->k->fighter | m->k->leader | m->k->official | m->k->security;
  if (f->head == NONE || f->date != NONE || !(f->classes & people || f->person != NONE)) return false;
  if (f->person == NONE && f->classes & (m->k->informant | m->k->spokesman)) return false;
  if (f->prep != NONE && m->c->marks[f->prep_token] & SET_BIT(SET_NEGATION)) return false; /* «طائرة من دون طيار» */
  bool another = f->link == LINK_IDAFA && f->person == NONE; /* «بمساعدة الرئيس فلان» names him */
  if (enclitic_number(word) != NUMBER_SINGULAR || f->plural || f->number != NONE || another) return false;
  return word_best(m->in->words, f->head)->gender == enclitic_gender(word);
}

/* «أطلق شاب النار على رجل قبل أن تعتقله الشرطة», «طعن شاب شرطياً وأطلق الجنود النار عليه»: whom the police arrest has
 * done something, and nobody shoots one of his own; NONE. */
static uint32_t wrongdoer(const MatchInput *m, const Match *x, const Clause *c, uint32_t token, uint32_t last) {
  const Clause *told = match_clause(m, match_phrase(m, last)->clause);
  if (told == c || told->subject == NONE || told->subject == last || told->passive) return NONE;
  for (uint32_t steps = 0; steps < 3 && !c->own_subject && c->kind == CLAUSE_COORDINATE && c->up != NONE; steps++)
    c = match_clause(m, c->up);
  if (c == told || c->subject == NONE || c->subject == told->subject) return NONE;
  const ClassSet law = m->k->security | m->k->force;
  if (!(match_phrase(m, c->subject)->classes & law)) return NONE;
  bool arrest = str_eq(m->g->frames[x->frame].what, STR("arrested"));
  if (!arrest && !(match_phrase(m, last)->classes & law)) return NONE;
  const Phrase *f = match_phrase(m, told->subject);
  return fits_person(m, token, f) && !(f->classes & (law | m->k->official)) ? told->subject : NONE;
}

/* «قبل أن تعتقله الشرطة», «أردوه», «بعد اعتقاله»: the one person told last whom the pronoun on the word may take up. */
static uint32_t taken_up_by(const MatchInput *m, const Match *x, const Clause *c, uint32_t token) {
  enum { BACK_MOST = 12 };
  uint32_t from = NONE;
  for (uint32_t i = token, steps = 0; i-- > 0 && from == NONE && steps < BACK_MOST; steps++) from = m->c->phrase_of[i];
  for (uint32_t i = from, steps = 0; i != NONE && steps < BACK_MOST; i = i ? i - 1 : NONE, steps++) {
    const Phrase *f = match_phrase(m, i);
    if (match_clause(m, f->clause)->sentence != c->sentence) return NONE;
    if (!fits_person(m, token, f) || (x->phrase != NONE && match_subject(m, x) == i)) continue;
    uint32_t doer = wrongdoer(m, x, c, token, i);
    return doer == NONE ? i : doer;
  }
  return NONE;
}

bool pronoun_agrees(const MatchInput *m, uint32_t token, const Phrase *f) {
  if (f->head == NONE) return false;
  const Reading *word = word_best(m->in->words, token), *noun = word_best(m->in->words, f->head);
  uint8_t number = enclitic_number(word), gender = enclitic_gender(word);
  bool many = f->plural || f->number != NONE || noun->number != NUMBER_SINGULAR;
  if (number != NUMBER_SINGULAR && !phrase_of_people(m, f) && f->person == NONE)
    return false; /* «لافتات استنكروا فيها منعهم» */
  if (number == NUMBER_SINGULAR && many) return gender == GENDER_FEMININE;
  return (number != NUMBER_SINGULAR) == many && (many || noun->gender == GENDER_NONE || noun->gender == gender);
}

/* «الخلية التي تم تفكيكها», «المدون الذي قررت النيابة حبسه»: the head of the clause in which the masdar has its
 * pronoun, where somebody else does what the clause tells, or nobody. */
static uint32_t head_taken_up(const MatchInput *m, const Match *x) {
  enum { JOINED_MOST = 3 };
  const Phrase *masdar = x->phrase == NONE ? NULL : match_phrase(m, x->phrase);
  if (!masdar || masdar->form != FORM_MASDAR || masdar->head == NONE || !masdar->pronoun) return NONE;
  const Clause *c = match_clause(m, masdar->clause);
  bool other = c->subject != NONE && c->subject != x->phrase && !c->passive;
  if (!other && !(c->sets & SET_BIT(SET_OCCURS))) return NONE;
  for (uint32_t steps = 0; steps < JOINED_MOST && c->kind == CLAUSE_COORDINATE && c->up != NONE; steps++)
    c = match_clause(m, c->up);
  if (c->kind != CLAUSE_RELATIVE || c->head == NONE || c->subject == c->head || c->object_pronoun) return NONE;
  const Phrase *f = match_phrase(m, c->head);
  bool somebody = f->head != NONE && f->date == NONE && !(f->classes & (m->k->time | m->k->event | m->k->measure));
  return somebody && pronoun_agrees(m, masdar->head, f) ? c->head : NONE;
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

/* «مدرعاتها التي زودها بها التحالف»: the things that the pronoun with the verb's preposition takes up, where the role
 * asks for such. */
static uint32_t relative_thing(const MatchInput *m, const Match *x, uint32_t role) {
  const Clause *c = match_clause(m, x->clause);
  const Frame *frame = &m->g->frames[x->frame];
  if (c->kind != CLAUSE_RELATIVE || c->head == NONE || c->verb != x->token || c->pronoun_prep == NONE) return NONE;
  for (uint32_t i = frame->first[role]; i < frame->first[role] + frame->n[role]; i++) {
    const FrameSource *s = &m->g->sources[i];
    bool asked = s->from == FROM_PREP && s->prep == c->pronoun_prep && s->only;
    if (asked && match_phrase(m, c->head)->classes & s->only) return c->head;
  }
  return NONE;
}

/* «قصفت الطائرات المقر ودمرته» (aircraft bombed the headquarters and destroyed it): what the verb before it was done
 * to, where it may be destroyed and the pronoun agrees. */
static uint32_t thing_destroyed(const MatchInput *m, const Match *x) {
  const Clause *c = match_clause(m, x->clause);
  if (!str_eq(m->g->frames[x->frame].what, STR("destroyed")) || c->verb != x->token || !c->object_pronoun) return NONE;
  if (c->kind != CLAUSE_COORDINATE || c->own_subject || c->object != NONE || c->up == NONE) return NONE;
  const ClassSet things = m->k->building | m->k->position | m->k->vehicle | m->k->weapon | m->k->explosive |
                          m->k->artillery | m->k->aircraft | m->k->facility;
  uint32_t object = match_clause(m, c->up)->object;
  const Phrase *f = object == NONE ? NULL : match_phrase(m, object);
  return f && f->head != NONE && f->classes & things && pronoun_agrees(m, x->token, f) ? object : NONE;
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

/* «وحكم عليه بالسجن»: the preposition with a pronoun behind the verb that is whom the act befell; NONE. */
static uint32_t pronoun_behind(const MatchInput *m, const Frame *frame, const Match *x, uint32_t role) {
  enum { WORDS_NEAR = 6 };
  uint32_t prep = match_clause(m, x->clause)->pronoun_prep, end = match_clause(m, x->clause)->last;
  if (x->phrase != NONE || prep == NONE) return NONE;
  bool asked = false;
  for (uint32_t i = frame->first[role]; i < frame->first[role] + frame->n[role]; i++)
    asked |= m->g->sources[i].from == FROM_PREP && m->g->sources[i].prep == prep;
  for (uint32_t i = x->token + 1; asked && i < end && i < x->token + WORDS_NEAR; i++) {
    const Reading *r = word_best(m->in->words, i);
    bool it = r->pos == POS_PREP && r->enclitic && r->lemma < m->g->lexicon->n;
    it &= !(m->c->marks[i] & SET_BIT(SET_INSIDE)); /* «فجرت قنبلتها فيه» */
    if (it && m->g->prep_of_lemma[r->lemma] == prep) return i;
  }
  return NONE;
}

static bool asks_for_complement(const MatchInput *m, const Frame *frame, uint32_t role) {
  for (uint32_t i = frame->first[role]; i < frame->first[role] + frame->n[role]; i++)
    if (m->g->sources[i].from == FROM_IDAFA) return true;
  return false;
}

uint32_t role_taken_up(const MatchInput *m, const Match *x, uint32_t role) {
  const Frame *frame = &m->g->frames[x->frame];
  const Clause *c = match_clause(m, x->clause);
  bool upon = role == ROLE_VICTIM || (role == ROLE_TARGET && frame->n[ROLE_VICTIM] == 0);
  uint32_t head = upon && role_by_pronoun(m, x, role) ? relative_person(m, x) : NONE;
  if (head == NONE && role == ROLE_VICTIM) head = relative_thing(m, x, role);
  if (head == NONE && upon && asks_for_complement(m, frame, role)) head = head_taken_up(m, x);
  if (head == NONE && upon) head = thing_destroyed(m, x);
  if (head != NONE) return head;
  bool verb = frame->kind == FRAME_OUTCOME && role == ROLE_VICTIM && x->phrase == NONE && c->verb == x->token;
  if (verb && c->object_pronoun && c->object == NONE && c->kind != CLAUSE_RELATIVE)
    return taken_up_by(m, x, c, c->verb);
  uint32_t token = upon ? pronoun_upon(m, frame, x, role) : NONE;
  if (token == NONE && upon) token = pronoun_behind(m, frame, x, role);
  uint32_t who = token == NONE ? NONE : taken_up_by(m, x, match_clause(m, m->c->clause_of[token]), token);
  return who == x->phrase ? NONE : who;
}

uint32_t pronoun_of_prep(const MatchInput *m, const Match *x, uint32_t prep) {
  enum { BACK_MOST = 6 };
  if (x->phrase == NONE || x->last >= m->in->text->ntokens) return NONE;
  const Reading *behind = word_best(m->in->words, x->last);
  bool his = behind->pos == POS_PREP && behind->enclitic && behind->lemma < m->g->lexicon->n;
  if (!his || m->g->prep_of_lemma[behind->lemma] != prep) return NONE;
  const Clause *c = match_clause(m, x->clause);
  if (c->kind == CLAUSE_RELATIVE && c->head != NONE) {
    const Phrase *head = match_phrase(m, c->head);
    if (head->head != NONE && pronoun_agrees(m, x->last, head)) return c->head;
  }
  for (uint32_t i = x->phrase, steps = 0; i-- > 0 && steps < BACK_MOST; steps++) {
    const Phrase *f = match_phrase(m, i);
    if (match_clause(m, f->clause)->sentence != c->sentence) return NONE;
    if (f->head == NONE || f->date != NONE || f->link == LINK_IDAFA || f->form == FORM_MASDAR) continue;
    if (pronoun_agrees(m, x->last, f)) return i;
  }
  return NONE;
}
