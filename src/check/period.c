#include "check/period.h"

/* Days from civil date: years begin in March, so that the leap day ends one; 400 years are
 * 146097 days. */
int32_t period_day(int32_t year, uint32_t month, uint32_t day) {
  int32_t y = month <= 2 ? year - 1 : year;
  int32_t era = (y >= 0 ? y : y - 399) / 400;
  int32_t of_era = y - era * 400;
  int32_t of_year = (int32_t)((153 * (month + (month > 2 ? 0 : 12) - 3) + 2) / 5 + day - 1);
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

uint32_t period_weekday(int32_t number) {
  int32_t d = (number + 4) % 7; /* 1970-01-01 was a Thursday */
  return (uint32_t)(d < 0 ? d + 7 : d);
}

static uint32_t month_days(int32_t year, uint32_t month) {
  static const uint8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (month == 2 && leap ? 1u : 0u);
}

/* One date: its first day, or its last one. False where its year or a part is unknown. */
static bool date_end(Str date, bool last, int32_t *out) {
  while (date.n && (date.p[date.n - 1] == '~' || date.p[date.n - 1] == '?' || date.p[date.n - 1] == '%')) date.n--;
  Str rest = date, y = str_cut(&rest, '-'), m = str_cut(&rest, '-'), d = rest;
  uint32_t year, month = last ? 12 : 1, day = 1;
  if (y.n != 4 || !str_to_u32(y, &year)) return false;
  if (m.p && (m.n != 2 || !str_to_u32(m, &month) || month < 1 || month > 12)) return false;
  if (last) day = month_days((int32_t)year, month);
  if (d.p && (d.n != 2 || !str_to_u32(d, &day) || day < 1 || day > month_days((int32_t)year, month))) return false;
  *out = period_day((int32_t)year, month, day);
  return true;
}

static bool open_end(Str s) { return s.n == 0 || str_eq(s, STR("..")); }

Period period_of(Str edtf) {
  Period p = {INT32_MIN, INT32_MAX, false};
  Str to = str_trim(edtf), from = str_cut(&to, '/');
  if (!from.n && !to.n) return p;
  bool single = to.p == NULL;
  p.known = (open_end(from) && !single) || date_end(from, false, &p.from);
  if (single) to = from;
  p.known = p.known && ((open_end(to) && !single) || date_end(to, true, &p.to));
  p.known = p.known && p.from <= p.to && !(p.from == INT32_MIN && p.to == INT32_MAX);
  return p;
}

bool period_overlap(Period a, Period b) { return a.known && b.known && a.from <= b.to && b.from <= a.to; }

bool period_within(Period inner, Period outer) {
  return inner.known && outer.known && inner.from >= outer.from && inner.to <= outer.to;
}

int32_t period_gap(Period a, Period b) {
  if (!a.known || !b.known || period_overlap(a, b)) return 0;
  return a.to < b.from ? b.from - a.to : a.from - b.to;
}
