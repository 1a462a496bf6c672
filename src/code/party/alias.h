/* Actors that are named in short: «الجهاز» (the service), «قواته» (its forces). */
#ifndef CODE_ALIAS_H
#define CODE_ALIAS_H

#include "code/scene/scene.h"

/* The actor that a lone definite noun stands for: the only one of the document before it whose
 * name begins with that noun. NULL where there is none, or more than one. */
const ActorMention *alias_of_noun(const Stage *s, Part part);

/* Are the words a force with a pronoun, that is its speaker's own? */
bool alias_of_speaker(const Stage *s, Part part);

#endif
