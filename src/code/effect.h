/* Whom an outcome befell, and how many of them. */
#ifndef CODE_EFFECT_H
#define CODE_EFFECT_H

#include "code/victim.h"

/* Is it told that nobody came to harm («دون إصابات»)? */
bool outcome_denied(const Stage *s, const Match *x, uint32_t victim);

/* The number as a record tells it: «مدنيين», by its form two or more, is an uncounted plural. */
Count effect_count_told(const Stage *s, const Effect *e);

/* «مهاجمين», and «اثنين من المهاجمين»: does the second number what the first leaves open by its form? */
bool effect_closes(const Stage *s, const Effect *open, const Effect *told);

/* Adds what an outcome's match tells to a scene, its subsets apart. */
void add_effects(Stage *s, uint32_t scene, const Match *x);

#endif
