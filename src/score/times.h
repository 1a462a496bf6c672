/* Are two EDTF times the same stretch? «2024-01» is «2024-01-01/2024-01-31». */
#ifndef SCORE_TIMES_H
#define SCORE_TIMES_H

#include "base/str.h"

bool times_alike(Str gold, Str told);

#endif
