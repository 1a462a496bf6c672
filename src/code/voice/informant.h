/* Who a phrase names as the speaker, and through which channels the word came. */
#ifndef CODE_INFORMANT_H
#define CODE_INFORMANT_H

#include "code/scene/scene.h"

/* What informant_of gives besides a number of Stage.speakers. */
enum { SPEAKER_OUTLET = NONE, SPEAKER_UNTOLD = NONE - 1 };

/* May the phrase be somebody who speaks: a name, or a noun of people, bodies or papers? */
bool informant_speaks(const Stage *s, uint32_t phrase);
/* Is it a paper, an account or a broadcast, which speaks for somebody? */
bool informant_is_channel(const Stage *s, uint32_t phrase);
/* Is it an outlet or agency, which may pass on another's word? */
bool informant_is_media(const Stage *s, uint32_t phrase);
/* The speaker that `phrase` names, its words ending before token `limit`; `last` is who spoke
 * before (or SPEAKER_OUTLET), for «المصدر» and «البيان». A new speaker goes to Stage.speakers.
 * SPEAKER_OUTLET where it is the outlet itself; SPEAKER_UNTOLD where nobody can be told. */
uint32_t informant_of(Stage *s, uint32_t phrase, uint32_t limit, uint32_t last);
/* A speaker like `who` whose word came through `phrase` (a channel or outlet); `who` itself
 * where that adds nothing. */
uint32_t informant_through(Stage *s, uint32_t who, uint32_t phrase, uint32_t limit);

/* The same speaker, where the verb of telling denies or is in doubt. */
uint32_t informant_who(Stage *s, uint32_t who, bool denies, bool doubted);

#endif
