/* How exact a date is, and which of two tells more. A month or a year has its first day and its last: what it is, only
 * both tell. */
#include "lang/calendar.h"
#include "lang/date_parts.h"

bool date_is_coarse(const Date *d) { return !d->from.day || date_compare(d->from, d->to) != 0; }

bool date_is_day(const Date *d) { return d->role == DATE_POINT && d->from.year && d->from.day && !date_is_coarse(d); }

/* A month or a part of one; more of one year. */
static bool is_month(const Date *d) {
  return d->role == DATE_POINT && d->from.year > 0 && d->from.year == d->to.year && d->from.month == d->to.month;
}

static bool is_year(const Date *d) { return d->role == DATE_POINT && d->from.year == d->to.year && !is_month(d); }

/* «ليل الثلاثاء الأربعاء» (the night from Tuesday to Wednesday) is as exact as it gets. */
static bool is_night(const Date *d) { return d->role == DATE_POINT && day_number(d->to) - day_number(d->from) <= 1; }

bool date_refines(const Date *day, const Date *coarse) {
  if (!date_is_coarse(coarse) || coarse->from.year <= 0 || coarse->to.year <= 0 || is_night(coarse)) return false;
  if (coarse->role != DATE_POINT && coarse->role != DATE_SPAN) return false;
  if (!date_is_day(day) && !(is_month(day) && is_year(coarse))) return false; /* «العام الماضي … في تشرين الأول» */
  return date_compare(coarse->from, day->from) <= 0 && date_compare(day->from, coarse->to) <= 0;
}
