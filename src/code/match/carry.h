/* What carries a noun: which phrase, clause and number it belongs to. */
#ifndef CODE_CARRY_H
#define CODE_CARRY_H

#include "code/match/match.h"

static inline const Phrase *match_phrase(const MatchInput *m, uint32_t i) { return &m->c->phrases[i]; }
static inline const Clause *match_clause(const MatchInput *m, uint32_t i) { return &m->c->clauses[i]; }

/* Up from «عمليات» in «سلسلة من العمليات», «تنفيذ عملية», «حصيلة الهجمات»: nouns of measure
 * and masdars of light verbs stand for what they govern. */
bool stands_for_complement(const MatchInput *m, const Phrase *f);

/* The phrase that is left when all such nouns above it are passed. */
uint32_t climb_measures(const MatchInput *m, uint32_t i);

/* The relative clause that hangs on a phrase, or NONE. */
uint32_t relative_on(const MatchInput *m, uint32_t i);

/* «اتهمت دمشق إسرائيل بشن غارات»: is the act what the clause's verb accuses somebody of? */
bool accuses(const MatchInput *m, uint32_t c, uint32_t act);

/* Does the verb of a clause tell that acts come about: does it carry them, end in something, or
 * is it an act itself («أسفر», «وقع», «استهدف»)? */
bool tells_of_acts(const MatchInput *m, const Clause *c);

/* The clause whose verb has the phrase for argument, or NONE. */
uint32_t carrier_of(const MatchInput *m, uint32_t i);

/* What the trigger hangs on, past what only parts it: «50 شخصاً بين قتيل وجريح». */
uint32_t counted_above(const MatchInput *m, const Match *x);

#endif
