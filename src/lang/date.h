/* Dates and times, to EDTF (ISO 8601-2), against the publication date.
 *
 *   «مساء أمس الإثنين», published 2023-04-04     2023-04-03
 *   «خلال النصف الأول من العام الجاري»            2024-01/2024-06
 *   «منتصف آذار/مارس الماضي», no date known      XXXX-03-10/XXXX-03-20
 *
 * Nothing is taken from the clock, and no precision is made up. Where the document has no
 * publication date, clues in it («اليوم الثلاثاء 24 آذار 2021») bound it: date_anchor.
 * The words stand in data/lexicon/dates.tsv. */
#ifndef LANG_DATE_H
#define LANG_DATE_H

#include "lang/number.h"

/* A day that is told by its name. */
typedef enum DateHoliday {
  HOLIDAY_NONE,
  HOLIDAY_NAMED,   /* «عيد الفطر» */
  HOLIDAY_GOVERNED /* behind ب or ل: «هنأهم بعيد الفطر» (wished them a happy Eid) */
} DateHoliday;

/* A day, or less: 0 for what is not known. */
typedef struct Day {
  int32_t year;
  uint8_t month, day;
} Day;

typedef enum DateRole {
  DATE_POINT,    /* a day, month, year or part of one */
  DATE_SPAN,     /* «خلال الأشهر الستة الماضية», «من … إلى …» */
  DATE_SINCE,    /* «منذ 2011»: open end */
  DATE_DURATION, /* «لمدة أسبوعين»: a length, no place on the calendar; edtf is empty */
  DATE_HABIT     /* «يومياً», «كل جمعة» */
} DateRole;

typedef struct Date {
  Span span;
  uint32_t first, last; /* tokens [first, last) */
  Str edtf;             /* "" where nothing can be said, as for a duration */
  Day from, to;         /* its first and last day, for comparing; 0 what is unknown or open */
  uint8_t role;
  bool relative; /* needs the publication date: «أمس», «الشهر الماضي» */
  bool clash;    /* weekday and written date disagree: the `calendar` finding */
  bool hijri;
  uint8_t holiday; /* DateHoliday */
  uint32_t since; /* token of the «منذ» whose noun it dates («منذ تدخل التحالف في آذار 2015»), or UINT32_MAX */
} Date;

typedef struct Dates {
  const Date *at; /* in text order, no two overlap */
  uint32_t n;
} Dates;

typedef struct DateTables DateTables;

MUST_USE ErrorCode date_compile(const Source *source, ImageBuilder *image, ErrorInfo *info);
MUST_USE ErrorCode date_open(Arena *arena, const Image *image, DateTables **tables, ErrorInfo *info);

/* "2024-07-17" (longer strings: what follows a 'T' or blank is passed over); false where it
 * is none, or no such day is in the calendar. */
bool day_parse(Str iso, Day *day);

/* The publication date that the text itself proves, where the document has none; a zero Day
 * otherwise. Year alone, or year and month, are possible. */
Day date_anchor(Arena *arena, const DateTables *tables, const Text *text, const Words *words, const Numbers *numbers);

/* `published` may be zero. Numbers that turn out to be part of a date stay in `numbers`;
 * compare spans. */
Dates dates_of(Arena *arena, const DateTables *tables, const Text *text, const Words *words, const Numbers *numbers,
               Day published);

/* More than a day, or none that is known: a month, a year, a stretch of time. */
bool date_is_coarse(const Date *date);

/* A day, and no month or stretch of time. */
bool date_is_day(const Date *date);

/* Is the one a day in the month, year or stretch of time that the other tells, or a month in its year? */
bool date_refines(const Date *day, const Date *coarse);

/* EDTF of a day, or of the month or year alone that is known of it. */
Str day_edtf(Arena *arena, Day day);

#endif
