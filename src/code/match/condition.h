/* What a frame asks of a trigger. */
#ifndef CODE_CONDITION_H
#define CODE_CONDITION_H

#include "code/match/match.h"

/* Does the condition hold of what has been matched so far? */
bool condition_holds(const MatchInput *m, const FrameCondition *c, const Match *x);

/* Does a word of the set stand among the last `within` before the token, with no sign between? */
bool marked_before(const MatchInput *m, uint32_t token, SetId set, uint32_t within);

/* «لم ترد أنباء عن إصابات» (there was no news of any hurt): is the noun's verb one of telling that is denied, and none
 * of them told before? */
bool none_reported(const MatchInput *m, const Match *x);

/* «لم يسفر عن إصابات» (left nobody hurt): is the verb of result of its clause denied? */
bool none_came_of_it(const MatchInput *m, const Match *x);

/* Is the trigger's word of the form (voice, number, verb or masdar) that the frame asks for? */
bool form_holds(const MatchInput *m, const FrameTrigger *t, const Match *x, const Reading *r, bool by_verb);

#endif
