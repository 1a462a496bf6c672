/* Scenes to records. */
#ifndef CODE_EMIT_H
#define CODE_EMIT_H

#include "code/coder.h"
#include "code/scene/scene.h"

Records scenes_emit(Stage *s);

#endif
