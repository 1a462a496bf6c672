/* Whose word each token of the text is: Stage.speaker_of and Stage.speakers. */
#ifndef CODE_DISCOURSE_H
#define CODE_DISCOURSE_H

#include "code/scene.h"

void discourse_run(Stage *s);

/* «متهماً», «قائلاً»: does the word go on with what somebody says? */
bool discourse_tells(const Stage *s, uint32_t token);

#endif
