/* Which act an outcome came of. */
#ifndef CODE_CAUSE_H
#define CODE_CAUSE_H

#include "code/scene/scene.h"

/* The scene of the act that the outcome came of; NONE where no act is told. */
uint32_t act_caused(const Stage *s, const Match *x);

/* «على صلة بالهجوم», «متهمون بتنفيذ التفجير»: an act that somebody is linked to, by what the phrase hangs on. */
bool act_linked_to(const Stage *s, uint32_t phrase);

/* «أسفر الزلزال عن…»: is what the clause's outcomes came of told, and no act? */
bool cause_is_no_act(const Stage *s, const Clause *c);

/* Is it what was sent or given, counted without a word that says so? Only its own kind of act has it. */
bool outcome_of_goods(const Stage *s, const Match *x);

#endif
