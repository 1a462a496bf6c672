/* The name of who speaks, where his post stands beside it. */
#ifndef CODE_SPEAKER_NAME_H
#define CODE_SPEAKER_NAME_H

#include "code/scene/scene.h"

/* The phrase that names the person whose post `phrase` is, before token `limit`; `phrase` itself
 * where it is no post, or nobody is named. */
uint32_t speaker_name_beside(const Stage *s, uint32_t phrase, uint32_t limit);
/* The words of the name: `who` are those of `named` as far as the tables know them, `body` those of
 * the post. */
Part speaker_name_words(const Stage *s, uint32_t named, Part who, Part body, uint32_t limit);

/* «، فاسيل غريتساك،»: the words behind the comma up to the next, where they can be nothing but a name; empty if not. */
Part speaker_name_between_commas(const Stage *s, uint32_t comma, uint32_t limit);

/* «العامري» of «العقيد العامري»: a name without the titles before it. */
Part speaker_name_without_titles(const Stage *s, Part who);

/* Has the word a reading of these classes with the article, and neither «و» nor a preposition before it: «المتحدث»? */
bool speaker_name_post(const Stage *s, uint32_t token, ClassSet posts);

/* «قال لفرانس برس إن»: is the phrase the rest of a listener's name, whose first word «ل» governs? */
bool speaker_name_of_listener(const Stage *s, uint32_t phrase);

#endif
