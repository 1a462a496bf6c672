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

static Str point(Arena *arena, Day p) {
  char year[16] = "XXXX";
  if (p.year) {
    uint32_t y = (uint32_t)(p.year < 0 ? 0 : p.year) % 10000;
    year[0] = (char)('0' + y / 1000);
    year[1] = (char)('0' + y / 100 % 10);
    year[2] = (char)('0' + y / 10 % 10);
    year[3] = (char)('0' + y % 10);
  }
  if (!p.month) return arena_printf(arena, "%s", year);
  if (!p.day) return arena_printf(arena, "%s-%02u", year, p.month);
  return arena_printf(arena, "%s-%02u-%02u", year, p.month, p.day);
}

static bool same(Day a, Day b) { return a.year == b.year && a.month == b.month && a.day == b.day; }

Str date_edtf(Arena *arena, const When *w) {
  if (!w->known) return STR("");
  if (w->open_to) return arena_printf(arena, "%.*s/..", STR_ARG(point(arena, w->from)));
  if (w->open_from) return arena_printf(arena, "../%.*s", STR_ARG(point(arena, w->to)));
  Str from = point(arena, w->from);
  if (same(w->from, w->to)) return from;
  return arena_printf(arena, "%.*s/%.*s", STR_ARG(from), STR_ARG(point(arena, w->to)));
}
