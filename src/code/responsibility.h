/* Who answers for the deed, and by whose word. */
#ifndef CODE_RESPONSIBILITY_H
#define CODE_RESPONSIBILITY_H

#include "code/scene.h"

/* Of violent events and tallies, and of operations that tell of people killed; empty for all
 * others. `claimants` are those of claimed_by. */
Responsibility responsibility_of(const Stage *s, const Scene *x, ActorList claimants, ActorList agents);

#endif
