/* Whose word each token of the text is: Stage.speaker_of and Stage.speakers. */
#ifndef CODE_DISCOURSE_H
#define CODE_DISCOURSE_H

#include "code/scene/scene.h"

/* Finds who speaks where; the scenes must be made, and the speakers are added in the order of the text. */
void discourse_run(Stage *s);

#endif
