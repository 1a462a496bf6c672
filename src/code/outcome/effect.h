/* Whom an outcome befell, and how many of them. */
#ifndef CODE_EFFECT_H
#define CODE_EFFECT_H

#include "code/outcome/victim.h"

/* Is it told that nobody came to harm («دون إصابات»)? */
bool outcome_denied(const Stage *s, const Match *x, uint32_t victim);

/* Adds what an outcome's match tells to a scene, its subsets apart. */
void add_effects(Stage *s, uint32_t scene, const Match *x);

#endif
