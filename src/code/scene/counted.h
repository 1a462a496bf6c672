/* How many an outcome tells of, by a number or by its noun's form alone. */
#ifndef CODE_COUNTED_H
#define CODE_COUNTED_H

#include "code/scene/scene.h"

/* «مهاجمين», and «اثنين من المهاجمين»: does the second number what the first leaves open by its form? */
bool effect_closes(const Stage *s, const Effect *open, const Effect *told);

/* The number as a record tells it: «مدنيين», by its form two or more, is an uncounted plural. */
Count effect_count_told(const Stage *s, const Effect *e);

#endif
