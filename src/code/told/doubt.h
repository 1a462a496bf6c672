/* Whether an act is told as one that came about. */
#ifndef CODE_DOUBT_H
#define CODE_DOUBT_H

#include "code/scene/above.h"

/* What speaks against it, as bits by Doubt; 0: nothing does. */
uint32_t act_doubts(const Stage *s, const Scene *x, const Above *a);

#endif
