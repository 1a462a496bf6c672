/* Days by their holiday, fixed in either calendar or counted from Easter.
 *
 *   «ثاني أيام عيد الفطر 2013»     a day of it
 *   «في عيد الميلاد»               without a year: the latest, or one that is close ahead */
#include "lang/date_parts.h"

enum { NEAR_HOLIDAY = 15 };

static bool holiday_in(const DateReader *r, const Cue *cue, int32_t year, Day *day) {
  uint32_t value = (uint32_t)(cue->value < 0 ? 0 : cue->value);
  Day fixed = {year, (uint8_t)(value / 100), (uint8_t)(value % 100)};
  int32_t number;
  switch (cue->role) {
    case CUE_HOLIDAY: *day = fixed; return day_valid(fixed);
    case CUE_EASTER: *day = date_add_days(easter_of(year), (int32_t)cue->value); return true;
    default: break;
  }
  int32_t hijri = hijri_of_number(r->hijri, day_number((Day){year, 1, 1})).year;
  for (int steps = 0; hijri && steps < 2; steps++) {
    fixed.year = hijri + steps;
    if (!hijri_day(r->hijri, fixed, &number)) continue;
    *day = day_of_number(number);
    if (day->year == year) return true;
  }
  return false;
}

/* Without a year: the latest, or one that is close ahead. */
static bool holiday_near(const DateReader *r, const Cue *cue, Direction direction, bool ahead, Day *day) {
  int32_t pub = day_number(r->pub), reach = direction == TOWARDS_ANY && !ahead ? NEAR_HOLIDAY : 0;
  bool next = direction == TOWARDS_NEXT || ahead, found = false;
  for (int32_t year = r->pub.year - 1; year <= r->pub.year + 1; year++) {
    Day at;
    if (!holiday_in(r, cue, year, &at)) continue;
    int32_t n = day_number(at);
    if (next ? n >= pub && !found : n <= pub + reach && !(direction == TOWARDS_PAST && n >= pub)) {
      *day = at;
      found = true;
    }
  }
  return found;
}

bool date_holiday(const DateReader *r, uint32_t i, When *out) {
  const Number *n = date_number(r, i);
  uint32_t at = i, nth = 1;
  if (n && n->kind == NUMBER_ORDINAL && n->min <= 4) { /* «ثاني أيام عيد …» */
    const Cue *days = date_within(r, i, n->last) ? date_cue(r, n->last, CUE_TIME_UNIT) : NULL;
    if (!days || (DateUnit)days->value != UNIT_DAY) return false;
    nth = (uint32_t)n->min;
    at = date_over_of(r, n->last + 1);
  }
  const Cue *cue = date_cue(r, at, CUE_HOLIDAY);
  if (!cue) cue = date_cue(r, at, CUE_HIJRI_HOLIDAY);
  if (!cue) cue = date_cue(r, at, CUE_EASTER);
  if (!cue || !date_within(r, i, at)) return false;
  *out = (When){.first = i, .last = at + r->hits[at].tokens, .unit = UNIT_DAY, .relative = true};
  out->holiday = date_clitics(r, at) & (CLITIC_BI | CLITIC_LI) ? HOLIDAY_GOVERNED : HOLIDAY_NAMED;
  Direction direction = TOWARDS_ANY;
  if (date_within(r, i, out->last)) date_adjective(r, out->last, &direction, &out->last);
  When year;
  Day day;
  bool dated = date_within(r, i, out->last) && date_year(r, out->last, false, &year) && !year.is_hijri;
  if (dated) {
    out->last = year.last;
    out->relative = year.relative;
    if (!year.known || !holiday_in(r, cue, year.from.year, &day)) return true;
  } else if (!date_pub_known(r) || !holiday_near(r, cue, direction, date_ahead(r, i), &day)) {
    return true;
  }
  out->is_hijri = cue->role == CUE_HIJRI_HOLIDAY;
  day = date_add_days(day, (int32_t)nth - 1);
  date_set_day(out, day, day);
  return true;
}
