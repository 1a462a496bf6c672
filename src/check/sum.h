/* The finding `sum`: parts that the text declares to make up a total and do not. */
#ifndef CHECK_SUM_H
#define CHECK_SUM_H

#include "check/check.h"

void check_sum(Arena *arena, const CheckInput *input, Findings *findings);

#endif
