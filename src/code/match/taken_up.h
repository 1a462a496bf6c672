/* Who a pronoun takes up, where it stands in a role's place and no noun does. */
#ifndef CODE_TAKEN_UP_H
#define CODE_TAKEN_UP_H

#include "code/match/match.h"

/* Is the role filled by the pronoun with a preposition of the trigger's clause: «القبض عليه»? */
bool role_by_pronoun(const MatchInput *m, const Match *x, uint32_t role);

/* The one whom the trigger's pronoun takes up for a role that no phrase fills; NONE. */
uint32_t role_taken_up(const MatchInput *m, const Match *x, uint32_t role);

/* «البلدة التي تمت السيطرة عليها» (the town whose control was gained): what the pronoun of that preposition right
 * behind the trigger's noun takes up: the head of its relative clause, or else the noun told last that agrees with it;
 * NONE. */
uint32_t pronoun_of_prep(const MatchInput *m, const Match *x, uint32_t prep);

/* Does the pronoun on the word agree with the noun in number and gender? */
bool pronoun_agrees(const MatchInput *m, uint32_t token, const Phrase *noun);

#endif
