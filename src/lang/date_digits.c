/* Days in digits.
 *
 *   «29‏/3‏/2025», «2017-10-10», «3.4.2021»     day first, or the year
 *   «26 / 5 / 1436»                            with blanks, where the whole date is there
 *   «2/2013», «يوم 15/3»                       a month; a day of the latest such month
 *   «17-18/09/1436»                            days of one month */
#include "lang/date_parts.h"

enum { CENTURY_SPLIT = 50 };

/* «26 / 5 / 1436», with blanks: only whole dates, the year in four digits. */
static bool spaced_date(const DateReader *r, uint32_t i) {
  const Token *t = &r->text->tokens[i];
  if (!date_within(r, i, i + 4)) return false;
  return date_sign(r, i + 1) == '/' && date_sign(r, i + 3) == '/' && t[0].n <= 2 && t[2].n <= 2 && t[4].n == 4 &&
         t[2].kind == TOKEN_NUMBER && t[4].kind == TOKEN_NUMBER;
}

static bool number_token(const DateReader *r, uint32_t i, uint32_t *value, uint32_t *digits) {
  if (i >= r->text->ntokens || r->text->tokens[i].kind != TOKEN_NUMBER || r->text->tokens[i].n > 4) return false;
  *digits = r->text->tokens[i].n;
  return str_to_u32(token_light(r->text, i), value);
}

static bool glued(const DateReader *r, uint32_t i) {
  return i < r->text->ntokens && !(r->text->tokens[i].flags & TOKEN_SPACED);
}

/* «12/3/1445هـ», or a Gregorian day. */
static bool set_numeric(const DateReader *r, When *w, uint32_t year, uint32_t digits, uint32_t month, uint32_t day) {
  const Cue *era = date_within(r, w->first, w->last) ? date_cue(r, w->last, CUE_ERA) : NULL;
  if (digits == 2) year += year < CENTURY_SPLIT ? 2000 : 1900;
  if (digits != 2 && digits != 4) return false;
  w->year_given = true;
  if (era) w->last += r->hits[w->last].tokens;
  if ((era && era->value > 0) || (year >= 1300 && year <= 1500)) {
    int32_t number;
    if (month > 12 || day > 30 || !hijri_day(r->hijri, (Day){(int32_t)year, (uint8_t)month, (uint8_t)day}, &number))
      return false;
    w->is_hijri = true;
    date_set_day(w, day_of_number(number), day_of_number(number));
    return true;
  }
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > days_in_month((int32_t)year, month)) return false;
  Day at = {(int32_t)year, (uint8_t)month, (uint8_t)day};
  date_set_day(w, at, at);
  return true;
}

/* «2/2013»: a month; «15/3» behind «يوم»: a day of the latest such month. */
static bool two_parts(const DateReader *r, When *w, const uint32_t v[3], const uint32_t n[3], bool short_form) {
  if (n[0] <= 2 && n[1] == 4 && v[0] >= 1 && v[0] <= 12 && v[1] >= 1900 && v[1] <= 2100) {
    w->from = w->to = (Day){(int32_t)v[1], (uint8_t)v[0], 0};
    w->known = w->year_given = true;
    w->unit = UNIT_MONTH;
    return true;
  }
  if (!short_form || n[0] > 2 || n[1] > 2 || v[1] < 1 || v[1] > 12 || v[0] < 1 || v[0] > days_in_month(2000, v[1]))
    return false;
  int32_t year = r->pub.year;
  if (year && r->pub.month && v[1] > r->pub.month) year--;
  Day at = {year, (uint8_t)v[1], (uint8_t)v[0]};
  date_set_day(w, at, at);
  w->relative = true;
  return true;
}

/* One whole date in digits. */
static bool numeric_day(const DateReader *r, uint32_t i, bool short_form, When *out) {
  uint32_t v[3], n[3], parts = 0, at = i;
  uint8_t sign = 0;
  bool spaced = spaced_date(r, i);
  while (parts < 3 && number_token(r, at, &v[parts], &n[parts])) {
    parts++;
    at++;
    uint8_t next = date_sign(r, at);
    bool joins = (next == '/' || next == '-' || next == '.') && (!sign || next == sign) && parts < 3 &&
                 (spaced || (glued(r, at) && glued(r, at + 1)));
    if (!joins || at + 1 >= r->text->ntokens || r->text->tokens[at + 1].kind != TOKEN_NUMBER) break;
    sign = next;
    at++;
  }
  *out = (When){.first = i, .last = at};
  if (parts < 2) return false;
  if (parts == 2) return sign == '/' && two_parts(r, out, v, n, short_form);
  if (n[0] == 4) return set_numeric(r, out, v[0], 4, v[1], v[2]);
  if (sign == '.' && n[2] != 4) return false; /* a version */
  if (n[2] == 2 && sign != '/') return false;
  if (v[1] > 12 && v[0] <= 12) return set_numeric(r, out, v[2], n[2], v[0], v[1]); /* month first */
  return set_numeric(r, out, v[2], n[2], v[1], v[0]);
}

/* «17-18/09/1436»: days of one month. */
static bool numeric_days(const DateReader *r, uint32_t i, When *out) {
  uint32_t from, to, digits;
  bool joined = number_token(r, i, &from, &digits) && digits <= 2 && date_sign(r, i + 1) == '-' && glued(r, i + 1) &&
                glued(r, i + 2) && number_token(r, i + 2, &to, &digits) && digits <= 2;
  if (!joined || from >= to || date_sign(r, i + 3) != '/' || !numeric_day(r, i + 2, false, out)) return false;
  if (out->unit != UNIT_DAY || !out->known) return false;
  out->from = date_add_days(out->from, (int32_t)from - (int32_t)to);
  out->first = i;
  return true;
}

bool date_numeric(const DateReader *r, uint32_t i, bool short_form, When *out) {
  return numeric_days(r, i, out) || numeric_day(r, i, short_form, out);
}
