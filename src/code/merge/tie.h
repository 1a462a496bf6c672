/* How well two scenes can be of one happening. */
#ifndef CODE_TIE_H
#define CODE_TIE_H

#include "code/told/likest.h"

/* In tenths of the log odds, for an earlier telling and a later one. */
int tie_of(const Stage *s, const Scene *earlier, const Scene *later);

#endif
