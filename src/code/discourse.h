/* Whose word each token of the text is: Stage.speaker_of and Stage.speakers. */
#ifndef CODE_DISCOURSE_H
#define CODE_DISCOURSE_H

#include "code/scene.h"

void discourse_run(Stage *s);

#endif
