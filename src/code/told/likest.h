/* The earlier telling that a scene is likest to tell again: whoever merges them finds it, whoever asks whether the
 * scene is told weighs it. */
#ifndef CODE_LIKEST_H
#define CODE_LIKEST_H

#include "code/scene/scene.h"

/* From here on the two are taken for one; so far below they cannot be. */
enum { TIE_LEAST = 0, TIE_NEVER = -500 };

/* The earlier scene that one is likest to tell again, and how likely. */
typedef struct Likest {
  uint32_t scene; /* or NONE */
  int tie;
} Likest;

#endif
