/* Who they were: status, side, named persons; the recorder's fields. */
#ifndef CODE_PEOPLE_H
#define CODE_PEOPLE_H

#include "code/scene/scene.h"

/* civilian, fighter, security, official, unstated; {NULL, 0} where no people are meant. */
Str status_of_effect(const Stage *s, const Scene *x, const Effect *e);
/* agent, target, bystander, unknown; {NULL, 0} where no people are meant. */
Str side_of_effect(const Stage *s, const Scene *x, const Effect *e);
/* «مداهمة قُتل فيها شرطي»: are the dead or hurt of this noun those of the state whose operation it is? `what` is the
 * outcome, `phrase` the noun or NONE. */
bool lost_by_doer(const Stage *s, const Scene *x, Str what, uint32_t phrase);
/* Is the outcome of people (killed, arrested), not of things (destroyed, seized)? */
bool effect_of_people(Str what);

/* How many of a class (women, children) are told among those of an outcome: of itself, or of
 * the subsets behind it. */
Count among_effect(const Stage *s, const Scene *x, const Effect *e, ClassSet class);

#endif
