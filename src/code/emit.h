/* Scenes to records. */
#ifndef CODE_EMIT_H
#define CODE_EMIT_H

#include "code/coder.h"
#include "code/scene/scene.h"

/* The records of what is left of the scenes, in the order of their triggers; in the stage's arena. */
Records scenes_emit(Stage *s);

#endif
