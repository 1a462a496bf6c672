/* Speakers over the whole text: what each sentence alone does not tell of them. */
#ifndef CODE_SPEAKERS_H
#define CODE_SPEAKERS_H

#include "code/scene/scene.h"

/* Gives the tokens from `first` up to `last` to a speaker, or to SPEAKER_OUTLET. */
void speakers_spread(Stage *s, uint32_t first, uint32_t last, uint32_t speaker);

/* Once every sentence has its speakers: fills in the sentences between, names posts that are named later, and gives
 * every speaker the channels that he once spoke through. */
void speakers_settle(Stage *s);

#endif
