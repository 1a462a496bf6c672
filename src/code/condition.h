/* What a frame asks of a trigger. */
#ifndef CODE_CONDITION_H
#define CODE_CONDITION_H

#include "code/match.h"

/* Does the condition hold of what has been matched so far? */
bool condition_holds(const MatchInput *m, const FrameCondition *c, const Match *x);

/* Is the trigger's word of the form (voice, number, verb or masdar) that the frame asks for? */
bool form_holds(const MatchInput *m, const FrameTrigger *t, const Match *x, const Reading *r, bool by_verb);

#endif
