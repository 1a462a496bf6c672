/* How far the words for a speaker go. */
#ifndef CODE_SPEAKER_WORDS_H
#define CODE_SPEAKER_WORDS_H

#include "code/scene/scene.h"

/* The words of the speaker that `phrase` tells, with all that belongs to them, ending before token `limit`. */
Part speaker_words(const Stage *s, uint32_t phrase, uint32_t limit);

#endif
