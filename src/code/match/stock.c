/* A quantity that stands at a time, not a count of what happened.
 *
 *   «يضم المخيم نحو 40 ألف شخص»            a verb of holding or being there (holds about 40,000)
 *   «بلغ عدد المقاتلين نحو 3 آلاف مقاتل»   the word "number" before it
 *   «هناك 200 عنصر في القاعدة»              "there are"
 *
 * The words stand in the grammar's sets. The number must stand behind one of them in its own
 * clause, near enough that nothing else is counted between. */
#include "code/match/stock.h"

enum { STOCK_NEAR = 14 };

static bool negates(const MatchInput *m, uint32_t verb) {
  return verb > 0 && m->c->marks[verb - 1] & SET_BIT(SET_NEGATION) && !(m->c->marks[verb - 1] & SET_BIT(SET_STOCK));
}

bool stock_told(const MatchInput *m, uint32_t i) {
  const Phrase *f = &m->c->phrases[i];
  const Clause *c = &m->c->clauses[f->clause];
  uint32_t first = m->in->text->sentences[c->sentence].first;
  for (uint32_t k = f->first, steps = 0; k-- > first && steps < STOCK_NEAR; steps++) {
    uint32_t other = m->c->phrase_of[k];
    bool counts = other != NONE && m->c->phrases[other].number != NONE && m->c->phrases[other].link != LINK_CONJ;
    if (m->c->marks[k] & SET_BIT(SET_STOCK)) return !negates(m, k);
    if (other != NONE && m->c->phrases[other].classes & (m->k->victim | m->k->dead | m->k->hurt)) return false;
    if (other != NONE && m->c->phrases[other].form == FORM_MASDAR && m->c->phrases[other].classes & m->k->event)
      return false;
    if (counts && f->link != LINK_CONJ && f->up != other) return false;
    bool verb = m->c->clauses[m->c->clause_of[k]].verb == k;
    if (verb) return k > first && m->c->marks[k - 1] & SET_BIT(SET_STOCK); /* «لا يزال»; else another verb's */
  }
  return false;
}
