/* The channels that a speaker's words came through. */
#ifndef CODE_CHANNEL_H
#define CODE_CHANNEL_H

#include "code/voice/telling.h"

/* Behind «نقلت الوكالة», «بحسب الصحيفة»: the one the words come from, «عن المتحدث»; NONE. */
uint32_t channel_origin(const Stage *s, uint32_t from, uint32_t end);

/* «في بيان», «عبر حسابه», «لوكالة رويترز», «في بيان نشرته وكالة …» among the words given. */
uint32_t channels_among(Stage *s, uint32_t who, uint32_t from, uint32_t end);

/* Puts the channels among the words of a telling, before it and behind it, to the speaker `who`; gives the
 * speaker, anew where he has got channels. */
uint32_t channels_of_telling(Stage *s, uint32_t who, const Telling *t);

/* «…، بحسب ما ذكر الوزير في بيان نشرته وكالة …»: behind a source, to the end of its clause. */
uint32_t channels_behind_source(Stage *s, uint32_t who, uint32_t from, uint32_t end);

/* «في بيان للقوات قالت فيه إن»: the paper whose issuer the relative clause takes up. */
uint32_t channel_paper(Stage *s, uint32_t who, uint32_t subject);

#endif
