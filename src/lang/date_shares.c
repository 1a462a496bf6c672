/* Parts of a month, year, decade: what news says when it will not name the day.
 *
 *   «مطلع آذار»                      1st to 10th     «مطلع 2017»    January to March
 *   «منتصف الشهر الحالي»             10th to 20th    «منتصف 2015»   May to August
 *   «أواخر شباط», «نهاية شباط»       20th to end     «أواخر 2016»   October to December
 *   «النصف الأول من العام الجاري», «الربع الثالث من 2023»
 *   «الأشهر الثلاثة الأولى من العام»
 *   «نهاية الأسبوع»                  its Saturday and Sunday
 *   «الأسبوع الأول من أكتوبر»        the first week, Monday to Sunday, that lies in it
 */
#include "lang/date_parts.h"

static void set(When *w, Day from, Day to) {
  w->from = from;
  w->to = to;
  w->known = true;
}

/* ---------------------------------------------------------------- «مطلع», «منتصف», «أواخر» */

typedef struct Part {
  uint8_t from_day, to_day; /* to_day 0: the month's end */
  uint8_t from_month, to_month;
  int8_t from_year, to_year; /* of a decade */
} Part;

static const Part *part_of(const Cue *cue) {
  static const Part parts[] = {{1, 10, 1, 3, 0, 3}, {10, 20, 5, 8, 4, 6}, {20, 0, 10, 12, 7, 9}};
  static const uint8_t kinds[] = {0, 0, 1, 2, 0, 2}; /* «بداية» as «مطلع», «نهاية» as «أواخر» */
  uint32_t kind = cue->value >= 0 && cue->value <= 5 ? (uint32_t)cue->value : 1;
  return &parts[kinds[kind]];
}

static void take_part_of_month(const Part *part, When *w) {
  if (w->is_hijri) {
    Day first = w->from, last = w->to;
    w->from = date_add_days(first, part->from_day - 1);
    w->to = part->to_day ? date_add_days(first, part->to_day - 1) : last;
    return;
  }
  Day month = w->from;
  uint8_t days = date_last_day(month).day;
  if (!month.year && month.month == 2) days = 28;
  w->from.day = part->from_day;
  w->to = (Day){month.year, month.month, part->to_day ? part->to_day : days};
}

/* «في نهاية الأسبوع»: its Saturday and Sunday, the last ones before publication unless what is ahead is told. */
static void take_weekend(const DateReader *r, uint32_t i, When *w) {
  Day saturday = date_add_days(w->to, -1);
  bool gone = date_pub_known(r) && date_compare(saturday, r->pub) > 0;
  gone &= !date_ahead(r, i) && w->from.day && date_compare(w->from, r->pub) <= 0;
  if (gone) saturday = date_add_days(saturday, -7);
  set(w, saturday, date_add_days(saturday, 1));
}

static void take_part_of(const Part *part, When *w) {
  if (!w->known) return;
  int32_t year = w->from.year;
  if (w->unit == UNIT_MONTH)
    take_part_of_month(part, w);
  else if (w->unit == UNIT_YEAR && !w->is_hijri && w->from.year == w->to.year)
    set(w, (Day){year, part->from_month, 0}, (Day){year, part->to_month, 0});
  else if (w->unit == UNIT_DECADE)
    set(w, (Day){year + part->from_year, 0, 0}, (Day){year + part->to_year, 0, 0});
  else if (w->unit == UNIT_CENTURY)
    set(w, (Day){year + part->from_year * 10, 0, 0}, (Day){year + part->to_year * 10 + 9, 0, 0});
}

/* What the part is of: «شباط», «العام الماضي», «2017», «العام». A year that nobody can tell
 * leaves the months: «بداية العام» is XXXX-01. */
static bool part_container(const DateReader *r, uint32_t i, When *w) {
  uint32_t at = i;
  if (date_cue(r, at, CUE_OF)) at++;
  if (!date_within(r, i, at) || date_clitics(r, at) & CLITIC_CONJ) return false;
  if (date_lone_year(r, at, true, w)) return true;
  if (!date_month(r, at, true, w) && !date_container(r, at, true, w)) return false;
  if (w->unit == UNIT_YEAR && !w->known && w->relative) {
    w->from = w->to = (Day){0};
    w->known = true;
  }
  return w->unit >= UNIT_WEEK;
}

static bool read_part(const DateReader *r, uint32_t i, When *out) {
  const Cue *cue = date_cue(r, i, CUE_PART);
  if (!cue || date_clitics(r, i) & CLITIC_AL) return false;
  uint32_t at = i + r->hits[i].tokens;
  if (!date_within(r, i, at) || !part_container(r, at, out)) return false;
  bool end = part_of(cue)->to_day == 0;
  if (end && out->known && out->unit == UNIT_WEEK && out->from.day)
    take_weekend(r, i, out);
  else
    take_part_of(part_of(cue), out);
  out->first = i;
  out->part = true;
  return true;
}

/* ---------------------------------------------------------------- halves, quarters, first months */

static bool of_year_or_month(const DateReader *r, uint32_t i, When *w) {
  if (!date_within(r, i, i)) return false;
  if (date_year(r, i, false, w)) return true;
  uint32_t at = date_over_of(r, i);
  return date_within(r, i, at) && (date_month(r, at, true, w) || date_container(r, at, true, w));
}

static void share_of_year(When *w, uint32_t n, uint32_t of) {
  uint32_t months = 12 / of;
  int32_t year = w->from.year;
  set(w, (Day){year, (uint8_t)((n - 1) * months + 1), 0}, (Day){year, (uint8_t)(n * months), 0});
}

static bool share_of_month(When *w, uint32_t n, uint32_t of) {
  if (w->is_hijri || of > 3) return false;
  Day month = w->from;
  uint32_t size = of == 2 ? 15 : 10, from = (n - 1) * size + 1;
  uint8_t to = n == of ? date_last_day(month).day : (uint8_t)(n * size);
  set(w, (Day){month.year, month.month, (uint8_t)from}, (Day){month.year, month.month, to});
  return true;
}

/* «النصف الأول من …», «الربع الأخير من …». */
static bool read_share(const DateReader *r, uint32_t i, When *out) {
  const Cue *cue = date_cue(r, i, CUE_SHARE);
  if (!cue || !date_within(r, i, i + 1)) return false;
  const Number *n = date_number(r, i + 1);
  bool last = date_cue(r, i + 1, CUE_LATEST);
  uint32_t of = (uint32_t)cue->value, nth = last ? of : 0, at = i + 2;
  if (!last) {
    if (!n || n->kind != NUMBER_ORDINAL || n->min > of) return false;
    nth = (uint32_t)n->min;
    at = n->last;
  }
  if (!date_within(r, i, at) || !of_year_or_month(r, at, out)) return false;
  out->first = i;
  if (!out->known && out->unit != UNIT_YEAR) return true;
  if (out->unit == UNIT_YEAR && !out->is_hijri) {
    out->unit = UNIT_QUARTER;
    share_of_year(out, nth, of);
    return true;
  }
  return out->unit == UNIT_MONTH && share_of_month(out, nth, of);
}

static Day first_monday(Day from) {
  int32_t n = day_number(from);
  return day_of_number(n + (int32_t)((7 - day_weekday(n)) % 7));
}

static void week_in(When *w, int32_t nth) {
  if (!w->known || !w->from.year || !w->from.month) {
    w->known = false;
    return;
  }
  Day first = date_first_day(w->from), last = date_last_day(w->to), monday;
  if (nth > 0)
    monday = date_add_days(first_monday(first), 7 * (nth - 1));
  else
    monday = date_add_days(date_monday(date_add_days(last, 1)), -7);
  set(w, monday, date_add_days(monday, 6));
  w->unit = UNIT_WEEK;
}

/* n of the first or last months or days of it. */
static bool run_in(When *w, uint32_t unit, int32_t n, bool last) {
  if (unit == UNIT_MONTH && w->unit == UNIT_YEAR && !w->is_hijri && n <= 12) {
    int32_t year = w->known ? w->from.year : 0;
    set(w, (Day){year, (uint8_t)(last ? 13 - n : 1), 0}, (Day){year, (uint8_t)(last ? 12 : n), 0});
    return true;
  }
  if (unit != UNIT_DAY || !w->known || w->unit < UNIT_WEEK || !w->from.year) return false;
  Day first = date_first_day(w->from), end = date_last_day(w->to);
  if (last)
    set(w, date_add_days(end, 1 - n), end);
  else
    set(w, first, date_add_days(first, n - 1));
  return true;
}

/* «الأشهر الستة الأولى من العام», «أول أسبوع بشهر أكتوبر», «الأسبوع الأخير من آذار». */
static bool read_run(const DateReader *r, uint32_t i, When *out) {
  Stretch s = {0};
  const Number *n = date_number(r, i);
  const Cue *unit = NULL;
  int32_t nth = 0;
  uint32_t at = i;
  bool ordinal_first = n && n->kind == NUMBER_ORDINAL && n->min <= 5;
  if (ordinal_first || date_cue(r, i, CUE_LAST)) { /* «أول أسبوع», «آخر أسبوع» */
    at = ordinal_first ? n->last : i + 1;
    unit = date_within(r, i, at) ? date_cue(r, at, CUE_TIME_UNIT) : NULL;
    if (!unit || unit->value < UNIT_DAY || r->hits[at].clitics) return false;
    s = (Stretch){.unit = (uint8_t)unit->value, .n = unit->flags & CUE_DUAL ? 2 : 1, .last = at + 1};
    nth = ordinal_first ? (int32_t)n->min : -1;
  } else {
    if (!date_stretch(r, i, &s) || !s.definite) return false;
    n = date_within(r, i, s.last) ? date_number(r, s.last) : NULL;
    if (n && n->kind == NUMBER_ORDINAL && n->min <= 5 && s.direction == TOWARDS_ANY) {
      nth = (int32_t)n->min;
      s.last = n->last;
    } else if (s.latest) {
      nth = -1;
    } else {
      return false;
    }
  }
  bool led = date_cue(r, s.last, CUE_OF) || date_cue(r, s.last, CUE_IN) || date_clitics(r, s.last) & CLITIC_PREP;
  if (!led || !date_within(r, i, s.last) || !of_year_or_month(r, s.last, out)) return false;
  out->first = i;
  if (s.unit == UNIT_WEEK) {
    week_in(out, nth);
    return true;
  }
  return (nth == 1 || nth == -1) && run_in(out, s.unit, s.n > 1 ? (int32_t)s.n : 1, nth < 0);
}

bool date_share(const DateReader *r, uint32_t i, When *out) {
  return read_part(r, i, out) || read_share(r, i, out) || read_run(r, i, out);
}
