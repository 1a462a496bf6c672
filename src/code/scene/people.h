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

/* The person whose name stands behind a role and all that belongs to it: «القيادي في تنظيم القاعدة
 * سالم الحربي» (the leader in al-Qaeda Salim al-Harbi); NULL: none. */
const PersonMention *person_behind(const Stage *s, Part part);

/* The actor of the tables that the words name, or NULL. */
const ActorMention *actor_of_part(const Stage *s, Part part);

/* The country that the words name, as a place or by a nisba alone; empty. */
Str country_told(const Stage *s, Part part);

/* «قوات النخبة»: definite, itself or by what it is of; «جبهات القتال» are no side. */
bool told_whole(const Stage *s, uint32_t phrase);

#endif
