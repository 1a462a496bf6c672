/* EDTF as days that can be compared. */
#ifndef CHECK_PERIOD_H
#define CHECK_PERIOD_H

#include "base/str.h"

/* Days since 1970-01-01, both included. INT32_MIN and INT32_MAX are open ends. */
typedef struct Period {
  int32_t from, to;
  bool known; /* false: no time, an unknown year, or not EDTF of level 0 or 1 */
} Period;

/* "2024", "2024-06", "2024-06-03", "2024-01/2024-06", "2011/..", "../2019". A year written
 * XXXX is no known period, and nothing can be proved of it. ~ and ? are passed over. */
Period period_of(Str edtf);

bool period_overlap(Period a, Period b);        /* proved: both known */
bool period_within(Period inner, Period outer); /* proved: both known */
/* Days between the two where they do not overlap, 0 where they do or one is unknown. */
int32_t period_gap(Period a, Period b);

/* Days since 1970-01-01 of a day of the Gregorian calendar. */
int32_t period_day(int32_t year, uint32_t month, uint32_t day);
/* 0 Sunday … 6 Saturday. */
uint32_t period_weekday(int32_t number);

#endif
