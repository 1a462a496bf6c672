/* Speakers over the whole text: what each sentence alone does not tell of them. */
#ifndef CODE_SPEAKERS_H
#define CODE_SPEAKERS_H

#include "code/scene.h"

/* Once every sentence has its speakers: fills in the sentences between, names posts that are named later, and gives
 * every speaker the channels that he once spoke through. */
void speakers_settle(Stage *s);

#endif
