/* What carries a noun that may be a trigger: the nouns of measure and light masdars above it, the clause
 * whose verb it is an argument of, the relative clause that hangs on it, the number it is counted by. */
#include "code/match/carry.h"

bool stands_for_complement(const MatchInput *m, const Phrase *f) {
  if (f->classes & (m->k->measure | m->k->light)) return true;
  if (f->form != FORM_MASDAR) return false;
  const Lexicon *lexicon = m->g->lexicon;
  return (lexicon_classes(lexicon, lexicon_verb(lexicon, f->lemma)) & (m->k->light | m->k->aspect)) != 0;
}

uint32_t climb_measures(const MatchInput *m, uint32_t i) {
  for (uint32_t steps = 0; steps < 6; steps++) {
    const Phrase *f = match_phrase(m, i);
    if (f->up == NONE) return i;
    bool up =
        f->link == LINK_CONJ || f->link == LINK_OBJECT || /* «اثنين من التفجيرات» */
        (f->link == LINK_PREP && match_phrase(m, f->up)->head == NONE && match_phrase(m, f->up)->number != NONE) ||
        ((f->link == LINK_IDAFA || f->link == LINK_PREP) && stands_for_complement(m, match_phrase(m, f->up))) ||
        (f->link == LINK_IDAFA && f->plural && match_phrase(m, f->up)->classes & m->k->event &&
         match_phrase(m, f->up)->prep == NONE); /* «شن سلسلة غارات» */
    if (!up) return i;
    i = f->up;
  }
  return i;
}

static uint32_t clause_on(const MatchInput *m, uint32_t i) {
  uint32_t from = match_phrase(m, i)->clause, sentence = match_clause(m, from)->sentence;
  for (uint32_t k = from + 1; k < m->c->nclauses && k < from + 8 && match_clause(m, k)->sentence == sentence; k++)
    if (match_clause(m, k)->kind == CLAUSE_RELATIVE && match_clause(m, k)->head == i &&
        match_clause(m, k)->verb != NONE)
      return k;
  return NONE;
}

uint32_t relative_on(const MatchInput *m, uint32_t i) {
  uint32_t own = clause_on(m, i);
  if (own != NONE || i + 1 >= m->c->nphrases) return own;
  /* «حملة اعتقالات طالت العشرات»: of an act that is told in two words, on the second */
  const Phrase *next = match_phrase(m, i + 1);
  return next->link == LINK_IDAFA && next->up == i && next->form == FORM_MASDAR && next->classes & m->k->event
             ? clause_on(m, i + 1)
             : NONE;
}

/* «ويتهم سامي باغتصاب سيدة»: the one argument is a person, and so whom the passive befell. */
static bool accused_alone(const MatchInput *m, const Clause *c) {
  return c->lone != NONE && match_phrase(m, c->lone)->person != NONE;
}

bool accuses(const MatchInput *m, uint32_t c, uint32_t act) {
  const Clause *in = match_clause(m, c);
  return in->sets & SET_BIT(SET_ALLEGED) && match_phrase(m, act)->prep == m->g->prep_bi &&
         (in->object != NONE || accused_alone(m, in));
}

uint32_t carrier_of(const MatchInput *m, uint32_t i) {
  uint32_t top = climb_measures(m, i), c = match_phrase(m, top)->clause;
  if (match_clause(m, c)->verb == NONE) return NONE;
  bool argument = match_clause(m, c)->subject == top || match_clause(m, c)->object == top;
  if (argument || (match_phrase(m, top)->prep != NONE && match_phrase(m, top)->link != LINK_PREP)) return c;
  bool behind = match_phrase(m, top)->first > match_clause(m, c)->verb; /* «ناجون من هجوم يقودون حملة» */
  if (match_phrase(m, top)->prep != NONE && behind &&
      (match_clause(m, c)->classes & (m->k->light | m->k->aspect | m->k->result) ||
       match_clause(m, c)->sets & (SET_BIT(SET_SUFFERED) | SET_BIT(SET_DECIDES))))
    return c;
  if (accuses(m, c, top)) return c;
  return NONE;
}

uint32_t counted_above(const MatchInput *m, const Match *x) {
  uint32_t i = x->phrase == NONE ? NONE : match_phrase(m, x->phrase)->up;
  for (uint32_t steps = 0; i != NONE && match_phrase(m, i)->number == NONE && steps < 4; steps++)
    i = match_phrase(m, i)->up;
  if (i != NONE || x->phrase == NONE || x->phrase == 0) return i;
  const Phrase *own = match_phrase(m, x->phrase), *before = match_phrase(m, x->phrase - 1);
  uint32_t gap = own->prep == NONE ? own->first : own->prep_token;
  bool of_them =
      before->last + 1 == gap && m->c->marks[before->last] & SET_BIT(SET_SUBSET); /* «145 منهم بين قتيل وجريح» */
  return of_them && before->number != NONE && before->clause == own->clause ? x->phrase - 1 : NONE;
}

bool tells_of_acts(const MatchInput *m, const Clause *c) {
  const Grammar *g = m->g;
  if (c->lemma < g->lexicon->n && g->sets_of_lemma[c->lemma] & SET_BIT(SET_WAS)) return false;
  if (c->classes & (m->k->light | m->k->result | m->k->aspect)) return true;
  if (c->sets & (SET_BIT(SET_SUFFERED) | SET_BIT(SET_CLAIMED) | SET_BIT(SET_OCCURS))) return true;
  if (c->lemma >= g->lexicon->n || c->sets & SET_BIT(SET_ASKS_FOR)) return false; /* «طلبت توقيف الرجل» */
  for (uint32_t i = g->by_lemma[c->lemma]; i < g->by_lemma[c->lemma + 1]; i++) {
    uint8_t kind = g->frames[g->triggers[i].frame].kind;
    if (kind == FRAME_EVENT || kind == FRAME_OUTCOME) return true;
  }
  return false;
}
