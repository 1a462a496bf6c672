/* Who may have done an act. */
#ifndef CODE_DOER_H
#define CODE_DOER_H

#include "code/scene/scene.h"

/* Is it somebody who can do things, an actor, a person, a body? NONE is nobody. */
bool may_have_done(const Stage *s, uint32_t phrase);

/* Is it of a type that armed people do? */
bool act_of_arms(const Stage *s, const Scene *x);

#endif
