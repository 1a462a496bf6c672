/* How well two scenes can be of one happening. */
#ifndef CODE_TIE_H
#define CODE_TIE_H

#include "code/scene.h"

/* From here on the two are taken for one; so far below they cannot be. */
enum { TIE_LEAST = 0, TIE_NEVER = -500 };

/* In tenths of the log odds, for an earlier telling and a later one. */
int tie_of(const Stage *s, const Scene *earlier, const Scene *later);

/* The earlier scene that one is likest to tell again, and how likely. */
typedef struct Likest {
  uint32_t scene; /* or NONE */
  int tie;
} Likest;

#endif
