/* Partial days: their bounds, arithmetic that keeps their precision, and their EDTF. */
#include "lang/date_parts.h"

enum { LEAP_YEAR = 2000 };

Day date_first_day(Day p) { return (Day){p.year, p.month ? p.month : 1, p.day ? p.day : 1}; }

Day date_last_day(Day p) {
  uint8_t month = p.month ? p.month : 12;
  uint32_t days = days_in_month(p.year ? p.year : LEAP_YEAR + 1, month);
  return (Day){p.year, month, p.day ? p.day : (uint8_t)days};
}

int date_compare(Day a, Day b) {
  Day x = date_first_day(a), y = date_first_day(b);
  int32_t left = x.year * 372 + x.month * 31 + x.day, right = y.year * 372 + y.month * 31 + y.day;
  return left < right ? -1 : left > right;
}

Day date_add_days(Day day, int32_t n) { return day_of_number(day_number(day) + n); }

Day date_add_months(Day p, int32_t n) {
  int32_t months = p.month - 1 + n, years = months >= 0 ? months / 12 : -((11 - months) / 12);
  return (Day){p.year ? p.year + years : 0, (uint8_t)(months - years * 12 + 1), 0};
}

Day date_monday(Day day) {
  int32_t n = day_number(day);
  return day_of_number(n - (int32_t)day_weekday(n));
}

enum { EDTF_LETTERS = 32 };

static char *digits(char *p, uint32_t value, uint32_t n) {
  for (uint32_t i = n; i--; value /= 10) p[i] = (char)('0' + value % 10);
  return p + n;
}

/* Behind the day's letters: «2021-03-24», «2021-03», «XXXX». */
static char *point(char *p, Day day) {
  if (day.year)
    p = digits(p, (uint32_t)(day.year < 0 ? 0 : day.year) % 10000, 4);
  else
    p = (char *)memcpy(p, "XXXX", 4) + 4;
  if (!day.month) return p;
  *p++ = '-';
  p = digits(p, day.month, 2);
  if (!day.day) return p;
  *p++ = '-';
  return digits(p, day.day, 2);
}

static bool same(Day a, Day b) { return a.year == b.year && a.month == b.month && a.day == b.day; }

Str date_edtf(Arena *arena, const When *w) {
  if (!w->known) return STR("");
  char edtf[EDTF_LETTERS], *p = edtf;
  p = w->open_from && !w->open_to ? (char *)memcpy(p, "..", 2) + 2 : point(p, w->from);
  bool one = !w->open_to && !w->open_from && same(w->from, w->to);
  if (!one) *p++ = '/';
  if (w->open_to)
    p = (char *)memcpy(p, "..", 2) + 2;
  else if (!one)
    p = point(p, w->to);
  return arena_str(arena, (Str){edtf, (size_t)(p - edtf)});
}

Str day_edtf(Arena *arena, Day day) { return date_edtf(arena, &(When){.known = true, .from = day, .to = day}); }
