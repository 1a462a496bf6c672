/* Whom the words of a party name. */
#ifndef CODE_NAMED_H
#define CODE_NAMED_H

#include "code/scene/scene.h"

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
