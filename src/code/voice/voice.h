/* Who says so: whose word each scene is, who denies it, and who answers for it. */
#ifndef CODE_VOICE_H
#define CODE_VOICE_H

#include "code/scene/scene.h"

/* Who denies a deed in words that tell no act; once tellings are merged and doers known. */
void scenes_deny(Stage *s);
/* Finds the speakers of the text, and whose word each scene is. */
void scenes_speak(Stage *s);

#endif
