/* EDTF as gold files and records have it: YYYY, YYYY-MM, YYYY-MM-DD, XXXX for a year that
 * the text does not tell, XX likewise, and ranges of two with «..» for an open end. */
#include "score/times.h"

typedef struct Moment {
  bool open, year_known;
  uint32_t year, month, day;
} Moment;

static bool unknown(Str part) { return part.n && part.p[0] == 'X'; }

static uint32_t days_in(uint32_t month, bool known, uint32_t year) {
  static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  uint32_t y = known ? year : 2023;
  bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

/* The first or the last day of what `s` tells. */
static bool read_moment(Str s, bool end, Moment *m) {
  Str rest = s, year = str_cut(&rest, '-'), month = str_cut(&rest, '-'), day = rest;
  *m = (Moment){.year_known = !unknown(year)};
  if (year.n != 4 || (m->year_known && !str_to_u32(year, &m->year))) return false;
  bool no_month = !month.n || unknown(month), no_day = no_month || !day.n || unknown(day);
  if (!no_month && (!str_to_u32(month, &m->month) || m->month < 1 || m->month > 12)) return false;
  if (no_month) m->month = end ? 12 : 1;
  if (!no_day) return str_to_u32(day, &m->day);
  m->day = end ? days_in(m->month, m->year_known, m->year) : 1;
  return true;
}

typedef struct Stretch {
  Moment from, to;
} Stretch;

static bool read_stretch(Str edtf, Stretch *out) {
  bool range = edtf.n && memchr(edtf.p, '/', edtf.n) != NULL;
  Str rest = edtf, from = str_cut(&rest, '/'), to = range ? rest : from;
  while (from.n && strchr("~?%", from.p[from.n - 1])) from.n--;
  while (to.n && strchr("~?%", to.p[to.n - 1])) to.n--;
  *out = (Stretch){0};
  if (!from.n || str_eq(from, STR("..")))
    out->from.open = true;
  else if (!read_moment(from, false, &out->from))
    return false;
  if (str_eq(to, STR("..")))
    out->to.open = true;
  else if (!read_moment(to.n ? to : from, true, &out->to))
    return false;
  return true;
}

static bool end_of_february(const Moment *m) { return m->month == 2 && (m->day == 28 || m->day == 29); }

static bool same_moment(const Moment *a, const Moment *b) {
  if (a->open || b->open) return a->open == b->open;
  bool year = !a->year_known || !b->year_known || a->year == b->year;
  bool day = a->day == b->day || (end_of_february(a) && end_of_february(b));
  return year && a->month == b->month && day;
}

bool times_alike(Str gold, Str told) {
  Stretch a, b;
  bool ga = read_stretch(gold, &a), gb = read_stretch(told, &b);
  if (!ga || !gb) return ga == gb;
  return same_moment(&a.from, &b.from) && same_moment(&a.to, &b.to);
}
