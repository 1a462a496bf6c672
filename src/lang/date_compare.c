/* How exact a date is, and which of two tells more. A month or a year has its first day and its last: what it is, only
 * both tell. */
#include "lang/date.h"

bool date_is_coarse(const Date *d) { return !d->from.day || d->from.day != d->to.day || d->from.month != d->to.month; }

bool date_is_day(const Date *d) { return d->role == DATE_POINT && d->from.year && d->from.day && !date_is_coarse(d); }

/* A month or a part of one; more of one year. */
static bool is_month(const Date *d) {
  return d->role == DATE_POINT && d->from.year > 0 && d->from.year == d->to.year && d->from.month == d->to.month;
}

static bool is_year(const Date *d) { return d->role == DATE_POINT && d->from.year == d->to.year && !is_month(d); }

bool date_refines(const Date *day, const Date *span) {
  enum { LAST_MONTH = 12, LAST_DAY = 31, BY_YEAR = 10000, BY_MONTH = 100, NIGHT = 1 };
  if (!date_is_coarse(span) || span->from.year <= 0 || span->to.year <= 0) return false;
  if (!date_is_day(day) && !(is_month(day) && is_year(span))) return false; /* «العام الماضي … في تشرين الأول» */
  if (span->role != DATE_POINT && span->role != DATE_SPAN) return false;
  const Day *a = &span->from, *b = &span->to, *d = &day->from;
  int32_t at = d->year * BY_YEAR + d->month * BY_MONTH + d->day;
  int32_t from = a->year * BY_YEAR + (a->month ? a->month : 1) * BY_MONTH + (a->day ? a->day : 1);
  int32_t to = b->year * BY_YEAR + (b->month ? b->month : LAST_MONTH) * BY_MONTH + (b->day ? b->day : LAST_DAY);
  bool night = span->role == DATE_POINT && to - from <= NIGHT; /* «ليل الثلاثاء الأربعاء» is as exact as it gets */
  return from <= at && at <= to && !night;
}
