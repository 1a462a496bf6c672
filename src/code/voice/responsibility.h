/* Who answers for the deed, and by whose word. */
#ifndef CODE_RESPONSIBILITY_H
#define CODE_RESPONSIBILITY_H

#include "code/scene/scene.h"

/* Of violent events and tallies, and of operations that tell of people killed; empty for all
 * others. `claimants` are those of claimed_by. */
Responsibility responsibility_of(const Stage *s, const Scene *x, ActorList claimants, ActorList agents);

/* Do two parties' words tell one country's state and its forces? */
bool parties_of_one_state(const Stage *s, Part speaker, Part agent);

/* Are they forces or a body of the state of that country? */
bool party_of_country(const Stage *s, Part agent, Str country);

#endif
