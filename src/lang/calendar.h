/* Calendars: days counted through, the Gregorian and the Hijri of Umm al-Qura, Easter.
 *
 * Day numbers count from 1 January 1970. Hijri months begin by observation; newspapers and
 * their readers use the table of Umm al-Qura, which data/lexicon/hijri.tsv holds for the
 * years 1300 to 1600 (1882 to 2174). Outside it nothing is converted. */
#ifndef LANG_CALENDAR_H
#define LANG_CALENDAR_H

#include "image/source.h"
#include "lang/date.h"

typedef struct HijriYear {
  int32_t first;     /* day number of 1 Muharram */
  uint16_t year;     /* of the hijra */
  uint16_t thirties; /* bit m: month m + 1 has 30 days, else 29 */
} HijriYear;

typedef struct Hijri {
  const HijriYear *years; /* [n], one after the other */
  uint32_t n;
} Hijri;

MUST_USE ErrorCode calendar_compile(const Source *source, ImageBuilder *image, ErrorInfo *info);
MUST_USE ErrorCode calendar_open(Hijri *hijri, const Image *image, ErrorInfo *info);

int32_t day_number(Day day);
Day day_of_number(int32_t number);
/* 0 Monday to 6 Sunday. */
uint32_t day_weekday(int32_t number);
uint32_t days_in_month(int32_t year, uint32_t month);
bool day_valid(Day day);

/* The day number of a day of the hijra; false outside the table or the month. */
bool hijri_day(const Hijri *hijri, Day day, int32_t *number);
/* How long a month is; 0 outside the table. */
uint32_t hijri_days_in_month(const Hijri *hijri, int32_t year, uint32_t month);
/* A Gregorian day in the hijra; a zero Day outside the table. */
Day hijri_of_number(const Hijri *hijri, int32_t number);

/* Easter Sunday of the Western churches, years 1583 and after. */
Day easter_of(int32_t year);

#endif
