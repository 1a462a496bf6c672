/* Days: by weekday, by their distance from today, by the month.
 *
 *   «الثلاثاء، 10 أكتوبر 2017»                  weekday and date: they are held together
 *   «مساء أمس الإثنين», «فجر اليوم»             from the day of publication
 *   «الأحد الماضي», «ثلاثاء الأسبوع الفائت»     the latest one; of that week
 *   «ليل السبت - الأحد»                         a night between two days
 *   «ثالث ثلاثاء في أيلول»                      counted in the month
 *
 * A day phrase is a head and what is set beside it: each part either fills in or is checked
 * against the others. The most exact wins: a written date, then the distance, then the
 * weekday. */
#include "lang/date_parts.h"

enum { MAX_PARTS = 6, NEAR_YEAR = 60, HALF_YEAR = 183 };

/* ---------------------------------------------------------------- weekdays */

static int32_t weekday_near(const DateReader *r, uint32_t weekday, Direction direction, bool ahead) {
  int32_t pub = day_number(r->pub), back = (int32_t)((day_weekday(pub) + 7 - weekday) % 7);
  switch (direction) {
    case TOWARDS_PAST: return pub - (back ? back : 7);
    case TOWARDS_BEFORE_PAST: return pub - (back ? back : 7) - 7;
    case TOWARDS_NEXT: return pub + 7 - back;
    case TOWARDS_THIS: return back ? pub + 7 - back : pub;
    default: return ahead && back ? pub + 7 - back : pub - back;
  }
}

/* The n-th such weekday from a day on; n < 0: the last one up to it. */
static Day nth_weekday(Day from, uint32_t weekday, int32_t n) {
  int32_t at = day_number(from), w = (int32_t)day_weekday(at);
  if (n < 0) return day_of_number(at - (w - (int32_t)weekday + 7) % 7);
  return day_of_number(at + ((int32_t)weekday - w + 7) % 7 + (n - 1) * 7);
}

static bool nth_in(const When *c, uint32_t weekday, int32_t n, When *w) {
  if (!c->known || !c->from.year || !c->from.month) {
    w->known = false;
    return true;
  }
  Day first = date_first_day(c->from), last = date_last_day(c->to);
  Day day = n < 0 ? nth_weekday(last, weekday, -1) : nth_weekday(first, weekday, n);
  if (date_compare(day, last) > 0) return false;
  date_set_day(w, day, day);
  return true;
}

/* ---------------------------------------------------------------- the day phrase */

typedef struct DayPhrase {
  When written; /* a date: known or not */
  bool has_written, has_ref, has_weekday, night, after_midnight, ahead;
  bool month_unnamed; /* «26 من الشهر الجاري»: of which calendar is not told */
  bool ordinal_date;  /* «الثلاثاء الثالث من أيلول»: the third day, or the third Tuesday */
  uint32_t ordinal;
  When ordinal_month;
  int32_t ref;
  uint32_t weekday, weekday2;
  Direction direction;
  When week;
  bool has_week, two_nights;
  uint32_t first, last;
} DayPhrase;

enum { AT_NIGHT = 1, AFTER_MIDNIGHT = 2 }; /* values of CUE_DAYTIME */

static uint32_t over_daytime(const DateReader *r, uint32_t i, DayPhrase *p) {
  for (int k = 0; k < 3; k++) {
    const Cue *cue = date_cue(r, i, CUE_DAYTIME);
    if (!cue || date_clitics(r, i) & CLITIC_AL) break;
    p->night |= cue->value >= AT_NIGHT;
    p->after_midnight |= cue->value == AFTER_MIDNIGHT;
    i += r->hits[i].tokens;
  }
  return i;
}

/* «فاز 2 - صفر» (won two to nil): behind a dash a month that is another word as well needs more than a number. */
static bool is_score(const DateReader *r, uint32_t i, const When *month) {
  const Cue *cue = date_cue(r, i, CUE_HIJRI_MONTH);
  return cue && cue->flags & CUE_RARE && month->last == i + r->hits[i].tokens;
}

/* «15 آذار», «الخامس من آذار», «12 الجاري», «15/3». */
static bool written_date(const DateReader *r, uint32_t i, bool short_form, DayPhrase *p) {
  When w;
  if (date_numeric(r, i, short_form, &w) && w.unit == UNIT_DAY) {
    p->written = w;
    p->last = w.last;
    return p->has_written = true;
  }
  uint32_t low, high, last;
  bool worded;
  if (!date_day_of_month(r, i, &low, &high, &last, &worded) || !date_within(r, i, last)) return false;
  uint32_t at = date_cue(r, last, CUE_OF) ? date_over_of(r, last) : last;
  bool dash = date_sign(r, at) == '-';
  if (dash || date_sign(r, at) == '/') at++;
  When month;
  Direction direction;
  uint32_t end;
  if (!date_within(r, i, at)) return false;
  bool named = date_month(r, at, true, &month);
  if (dash && named && is_score(r, at, &month)) return false;
  if (named) {
  } else if (at == last && date_adjective(r, at, &direction, &end) && !date_cue(r, at, CUE_LATEST)) {
    Stretch s = {.first = i, .last = end, .unit = UNIT_MONTH, .direction = (uint8_t)direction};
    date_of_stretch(r, &s, &month);
  } else if (!date_container(r, at, false, &month) || month.unit != UNIT_MONTH) {
    return false;
  }
  w = (When){.first = i, .last = month.last};
  if (!date_day_in(r, &month, low, high, &w)) {
    if (!month.known || month.from.month) return false;
    w.known = false;
  }
  w.role = high > low + 1 ? DATE_SPAN : DATE_POINT;
  p->ordinal_date = worded && low <= 5 && low == high && !w.is_hijri;
  p->month_unnamed = !named;
  p->ordinal = low;
  p->ordinal_month = month;
  p->written = w;
  p->last = w.last;
  return p->has_written = true;
}

/* «أحد الأسبوع الماضي»: without ال only before its week. */
static bool week_follows(const DateReader *r, uint32_t i) {
  When week;
  return date_cue(r, i, CUE_WEEKDAY_BARE) && date_within(r, i, i + 1) && date_clitics(r, i + 1) & CLITIC_AL &&
         date_container(r, i + 1, false, &week) && week.unit == UNIT_WEEK;
}

static bool take_weekday(const DateReader *r, uint32_t i, bool named, DayPhrase *p) {
  const Cue *cue = date_cue(r, i, CUE_WEEKDAY);
  if (!cue && (named || week_follows(r, i))) cue = date_cue(r, i, CUE_WEEKDAY_BARE);
  if (!cue || p->has_weekday) return false;
  if (i > 0 && date_within(r, i, i - 1) && date_cue(r, i - 1, CUE_DEMONSTRATIVE)) p->direction = TOWARDS_THIS;
  p->has_weekday = true;
  p->weekday = (uint32_t)cue->value;
  p->last = i + r->hits[i].tokens;
  if (date_within(r, p->first, p->last)) date_adjective(r, p->last, &p->direction, &p->last);
  return true;
}

/* «من الأسبوع الماضي», «الأسبوع الفائت» behind a weekday. */
static bool take_week(const DateReader *r, uint32_t i, DayPhrase *p) {
  if (!p->has_weekday || p->has_week || p->has_ref) return false;
  uint32_t at = date_over_of(r, i);
  When week;
  if (!date_within(r, p->first, at) || !date_container(r, at, false, &week) || week.unit != UNIT_WEEK) return false;
  p->week = week;
  p->last = week.last;
  return p->has_week = true;
}

/* Over the signs and words that set one part beside another. */
static uint32_t over_joint(const DateReader *r, uint32_t i, bool *parenthesis, bool *named) {
  uint8_t sign = date_sign(r, i);
  *parenthesis = sign == '(';
  if (sign == ',' || sign == '(' || (sign == '-' && date_cue(r, i - 1, CUE_WEEKDAY))) i++;
  if (date_cue(r, i, CUE_IS)) i += r->hits[i].tokens;
  if (date_cue(r, i, CUE_DATE_WORD) && !(date_clitics(r, i) & (CLITIC_WA | CLITIC_FA))) {
    *named = true;
    i += r->hits[i].tokens;
  }
  return i;
}

/* «استهدف اليوم المجمع الحكومي»: what may be a noun, too, does not describe the day. */
static bool may_be_noun(const DateReader *r, uint32_t i) {
  const Word *w = &r->words->at[i];
  for (uint32_t k = 0; k < w->n; k++)
    if (w->readings[k].pos == POS_NOUN && w->readings[k].clitics == CLITIC_AL && !w->readings[k].guessed) return true;
  return false;
}

/* «اليوم الوطني», «اليوم الأول», «اليوم الذي يلقي فيه خطابه», «ذلك اليوم»: a day, and not this one; but «اليوم الذي بعد
 * الغد». */
static bool ordinary_day(const DateReader *r, uint32_t i) {
  if (i && date_within(r, i - 1, i) && date_cue(r, i - 1, CUE_THAT)) return true;
  if (!date_within(r, i, i + 1) || date_cue(r, i + 1, CUE_WEEKDAY) || date_cue(r, i + 1, CUE_DAY_REF)) return false;
  bool counted = date_within(r, i, i + 2) && (date_cue(r, i + 2, CUE_AFTER) || date_cue(r, i + 2, CUE_DAY_REF));
  if (date_cue(r, i + 1, CUE_ORDINARY_DAY)) return !counted;
  const Number *n = date_number(r, i + 1);
  if (n && n->kind == NUMBER_ORDINAL && date_clitics(r, i + 1) & CLITIC_AL) return true;
  if (!r->words || !r->words->at) return false;
  const Reading *next = word_best(r->words, i + 1);
  return next->pos == POS_ADJ && next->clitics == CLITIC_AL && next->gender != GENDER_FEMININE &&
         next->number == NUMBER_SINGULAR && !next->guessed && !may_be_noun(r, i + 1);
}

/* «بكرة القدم» with the ball, «عن بكرة أبيهم», «لامس» he touched: another word than the day. */
static bool other_word(const DateReader *r, uint32_t i, const Cue *ref) {
  uint32_t next = i + r->hits[i].tokens;
  bool goes_on = next < r->text->ntokens && r->text->tokens[next].kind == TOKEN_WORD;
  if (ref->flags & CUE_WEAK && goes_on && !date_cue(r, next, CUE_DAYTIME) && !date_cue(r, next, CUE_WEEKDAY))
    return true;
  if (!(date_clitics(r, i) & CLITIC_LI) || !r->words || !r->words->at) return false;
  return word_best(r->words, i)->pos == POS_VERB;
}

static bool take_ref(const DateReader *r, uint32_t i, DayPhrase *p) {
  const Cue *ref = date_cue(r, i, CUE_DAY_REF);
  bool today = p->has_ref && !p->ref && i == p->first + 1; /* «اليوم الذي بعد الغد» */
  if (!ref || (p->has_ref && !today) || other_word(r, i, ref)) return false;
  p->ref = (int32_t)ref->value;
  if (!p->ref && r->hits[i].tokens == 1 && ordinary_day(r, i)) return false;
  p->last = i + r->hits[i].tokens;
  return p->has_ref = true;
}

static bool take_part(const DateReader *r, uint32_t i, bool named, DayPhrase *p) {
  if (date_clitics(r, i) & CLITIC_WA && i != p->first) return false;
  if (take_ref(r, i, p) || take_weekday(r, i, named, p)) return true;
  return !p->has_written && written_date(r, i, named || p->has_weekday, p);
}

static void take_beside(const DateReader *r, DayPhrase *p) {
  for (int k = 0; k < MAX_PARTS && date_within(r, p->first, p->last); k++) {
    if (take_week(r, p->last, p)) continue;
    uint32_t before = p->last;
    bool parenthesis, named = false;
    uint32_t at = over_joint(r, before, &parenthesis, &named);
    if (!date_within(r, p->first, at) || !take_part(r, at, named, p)) {
      p->last = before;
      return;
    }
    if (parenthesis && date_sign(r, p->last) == ')') p->last++;
  }
}

/* «ليل السبت - الأحد», «ليل الأربعاء إلى الخميس». */
static void take_second_night(const DateReader *r, uint32_t first, DayPhrase *p) {
  bool night = date_cue(r, first, CUE_NIGHT) != NULL;
  if (!night || !p->has_weekday || p->has_ref || p->has_written || !date_within(r, first, p->last)) return;
  uint32_t at = p->last;
  uint8_t sign = date_sign(r, at);
  if (sign == '-' || sign == '/' || date_cue(r, at, CUE_UNTIL)) at++;
  const Cue *second = date_within(r, first, at) ? date_cue(r, at, CUE_WEEKDAY) : NULL;
  if (!second || (uint32_t)second->value != (p->weekday + 1) % 7) return;
  p->weekday2 = (uint32_t)second->value;
  p->two_nights = true;
  p->last = at + 1;
}

/* ---------------------------------------------------------------- putting it together */

static void check_weekday(const DateReader *r, const DayPhrase *p, When *w) {
  if (!p->has_weekday || !w->known || w->is_hijri || !w->from.year || !w->from.day || date_compare(w->from, w->to))
    return;
  if (p->month_unnamed) return;
  int32_t n = day_number(w->from), off = (int32_t)((day_weekday(n) + 7 - p->weekday) % 7);
  if (!off) return;
  if (p->night && (off == 1 || off == 6)) return;
  bool near = date_pub_known(r) && day_number(r->pub) - n < NEAR_YEAR && n - day_number(r->pub) < NEAR_YEAR;
  w->clash = w->year_given || near;
}

/* A weekday tells which year's day is meant, where none is written and the day is far. */
static void year_by_weekday(const DateReader *r, const DayPhrase *p, When *w) {
  if (!date_pub_known(r) || w->year_given || w->is_hijri || !w->known || !w->from.day || date_compare(w->from, w->to))
    return;
  int32_t n = day_number(w->from), pub = day_number(r->pub);
  if (day_weekday(n) == p->weekday || (pub - n < NEAR_YEAR && n - pub < NEAR_YEAR)) return;
  for (int32_t step = 1; step >= -1; step -= 2) {
    Day other = {w->from.year + step, w->from.month, w->from.day};
    if (!day_valid(other) || day_weekday(day_number(other)) != p->weekday || day_number(other) - pub > HALF_YEAR)
      continue;
    w->from = w->to = other;
    return;
  }
}

/* «زيارة الوزير في الرابع من يونيو», written in late May: of two years the one whose day is close ahead; but «الماضي»
 * says which. «يوم 6 أغسطس القادم», written on the second: this month's, and not that of the month that comes. */
static void year_of_soon(const DateReader *r, When *w) {
  enum { SOON = 31 };
  if (!date_pub_known(r) || w->year_given || w->is_hijri || !w->known || !w->from.day || date_compare(w->from, w->to))
    return;
  Direction direction = TOWARDS_ANY;
  uint32_t last;
  date_adjective(r, w->last - 1, &direction, &last);
  if (direction != TOWARDS_ANY && direction != TOWARDS_NEXT) return;
  Day soon = {w->from.year + (direction == TOWARDS_NEXT ? -1 : 1), w->from.month, w->from.day};
  if (!day_valid(soon)) return;
  int32_t ahead = day_number(soon) - day_number(r->pub);
  if (ahead > 0 && ahead <= SOON) w->from = w->to = soon;
}

static void by_written(const DateReader *r, const DayPhrase *p, When *w) {
  *w = p->written;
  bool both = p->has_weekday && p->ordinal_date && w->known && w->from.year && w->from.day;
  if (both && day_weekday(day_number(w->from)) != p->weekday &&
      nth_in(&p->ordinal_month, p->weekday, (int32_t)p->ordinal, w))
    return;
  year_of_soon(r, w);
  if (p->has_weekday) year_by_weekday(r, p, w);
  check_weekday(r, p, w);
}

/* «أمس الأحد» in a text that was published on a Tuesday was written on the Monday: the
 * weekday is the writer's, the day of publication often another's. */
static void by_ref(const DateReader *r, const DayPhrase *p, When *w) {
  w->relative = true;
  if (!date_pub_known(r)) return;
  int32_t n = day_number(r->pub) + p->ref;
  if (p->has_weekday) n -= (int32_t)((day_weekday(n) + 7 - p->weekday) % 7);
  date_set_day(w, day_of_number(n), day_of_number(n));
}

static void by_weekday(const DateReader *r, const DayPhrase *p, When *w) {
  w->relative = true;
  if (p->has_week) {
    if (!p->week.known) return;
    Day day = date_add_days(p->week.from, (int32_t)p->weekday);
    date_set_day(w, day, day);
    return;
  }
  if (!date_pub_known(r)) return;
  int32_t at = weekday_near(r, p->two_nights ? p->weekday2 : p->weekday, p->direction, p->ahead);
  Day day = day_of_number(at);
  date_set_day(w, p->two_nights ? day_of_number(at - 1) : day, day);
}

/* «بعد منتصف ليل أمس», «بعد منتصف ليل الثلاثاء - الأربعاء»: the night is named for the day before. Of what is told
 * on the day itself («بعد منتصف ليل الخميس», on a Thursday) it is that day's first hours. */
static void to_next_day(const DateReader *r, const DayPhrase *p, When *w) {
  if (p->has_written || !w->known || !w->from.day) return;
  Day next = p->two_nights ? w->to : date_add_days(w->to, 1);
  if (date_pub_known(r) && date_compare(next, r->pub) > 0) return;
  date_set_day(w, next, next);
}

static void settle(const DateReader *r, const DayPhrase *p, When *out) {
  *out = (When){.unit = UNIT_DAY};
  if (p->has_written)
    by_written(r, p, out);
  else if (p->has_ref)
    by_ref(r, p, out);
  else
    by_weekday(r, p, out);
  if (p->after_midnight) to_next_day(r, p, out);
  out->first = p->first;
  out->last = p->last;
  out->has_ref = p->has_ref;
  out->ref = p->ref;
}

/* «1445/3/12هـ الموافق 27/9/2023م»: the same day by the other calendar; the Gregorian one
 * is kept. */
static void take_other_calendar(const DateReader *r, When *w) {
  if (!w->known || !date_within(r, w->first, w->last)) return;
  bool parenthesis, named = false;
  uint32_t at = over_joint(r, w->last, &parenthesis, &named);
  if (at == w->last && (date_sign(r, at) == '/' || date_sign(r, at) == '-')) at++;
  if (at == w->last || !date_within(r, w->first, at)) return;
  DayPhrase p = {.first = at, .last = at};
  if (!written_date(r, at, false, &p) || p.written.is_hijri == w->is_hijri || !p.written.known) return;
  uint32_t first = w->first, last = p.last;
  if (w->is_hijri) *w = p.written;
  w->first = first;
  w->last = parenthesis && date_sign(r, last) == ')' ? last + 1 : last;
}

/* «ثالث [يوم] ثلاثاء في أيلول 2014», «آخر اثنين من الشهر القادم», «… بعد …». */
static bool counted_weekday(const DateReader *r, uint32_t i, When *w) {
  const Number *n = date_number(r, i);
  bool last = date_cue(r, i, CUE_LAST);
  if (!last && !(n && n->kind == NUMBER_ORDINAL && n->min <= 5)) return false;
  uint32_t at = last ? i + 1 : n->last;
  if (date_cue(r, at, CUE_DATE_WORD)) at++;
  const Cue *weekday = date_within(r, i, at) ? date_cue(r, at, CUE_WEEKDAY_BARE) : NULL;
  if (!weekday || r->hits[at].clitics) return false;
  at++;
  bool after = date_cue(r, at, CUE_AFTER);
  uint32_t of = after ? at + 1 : date_over_of(r, at);
  When c;
  if (!date_within(r, i, of)) return false;
  *w = (When){.first = i, .unit = UNIT_DAY};
  if (after) {
    DayPhrase p = {.first = of, .last = of};
    if (last || (!date_holiday(r, of, &c) && !written_date(r, of, false, &p))) return false;
    if (p.has_written) c = p.written;
    w->last = c.last;
    if (c.known && c.from.year) {
      Day day = nth_weekday(date_add_days(c.from, 1), (uint32_t)weekday->value, (int32_t)n->min);
      date_set_day(w, day, day);
    }
    return true;
  }
  if (of == at && !(date_clitics(r, at) & CLITIC_PREP)) return false;
  if (!date_container(r, of, true, &c)) return false;
  w->last = c.last;
  w->relative = c.relative;
  return nth_in(&c, (uint32_t)weekday->value, last ? -1 : (int32_t)n->min, w);
}

/* «الثلاثاء الأخير من شهر مارس», «الاثنين الأول في حزيران». */
static bool weekday_counted(const DateReader *r, uint32_t i, When *w) {
  const Cue *weekday = date_cue(r, i, CUE_WEEKDAY);
  if (!weekday || !date_within(r, i, i + 1)) return false;
  bool last = date_cue(r, i + 1, CUE_LATEST);
  const Number *n = date_number(r, i + 1);
  bool ordinal = n && n->kind == NUMBER_ORDINAL && n->min <= 5;
  if (!last && !ordinal) return false;
  uint32_t at = last ? i + 2 : n->last, of = date_over_of(r, at);
  When c;
  bool day =
      ordinal && date_cue(r, at, CUE_OF) && !date_feminine(r, i + 1); /* «الثلاثاء الثالث من أيلول» may be the 3rd */
  if (of == at || !date_within(r, i, of) || day) return false;
  if (!date_container(r, of, true, &c) || c.unit == UNIT_WEEK) return false;
  *w = (When){.first = i, .last = c.last, .relative = c.relative, .unit = UNIT_DAY};
  return nth_in(&c, (uint32_t)weekday->value, last ? -1 : (int32_t)n->min, w);
}

/* «اليوم الثالث من أكتوبر», «آخر يوم بشهر 10», «اليوم الأخير من …». */
static bool counted_day(const DateReader *r, uint32_t i, When *w) {
  const Number *n = date_number(r, i);
  bool last = date_cue(r, i, CUE_LAST), al = date_cue(r, i, CUE_DAY_REF) && !date_clitics(r, i);
  uint32_t at = i + 1;
  bool plural = false;
  if (al) {
    if (!date_within(r, i, at)) return false;
    n = date_number(r, at);
    last = date_cue(r, at, CUE_LATEST);
    at = n ? n->last : at + 1;
  } else {
    if (n && n->kind == NUMBER_ORDINAL) at = n->last;
    const Cue *unit = date_cue(r, at, CUE_TIME_UNIT);
    if (!unit || (DateUnit)unit->value != UNIT_DAY || r->hits[at].clitics) return false;
    plural = unit->flags & CUE_PLURAL; /* «أول أيام رمضان» */
    at++;
  }
  if (!last && !(n && n->kind == NUMBER_ORDINAL && n->min <= 31)) return false;
  uint32_t of = date_over_of(r, at);
  When c;
  if (!date_within(r, i, of) || (of == at && !plural && !(date_clitics(r, at) & CLITIC_PREP))) return false;
  if (!date_month(r, of, true, &c) && (!date_container(r, of, true, &c) || c.unit < UNIT_WEEK)) return false;
  *w = (When){.first = i, .last = c.last, .relative = c.relative, .unit = UNIT_DAY};
  if (!c.known) return true;
  if (c.from.year && c.from.month) {
    Day day = last ? date_last_day(c.to) : date_add_days(date_first_day(c.from), (int32_t)n->min - 1);
    date_set_day(w, day, day);
    w->is_hijri = c.is_hijri;
  } else if (c.from.month) {
    return !last && date_day_in(r, &c, (uint32_t)n->min, (uint32_t)n->min, w);
  }
  return true;
}

/* «يومي الجمعة والسبت»: two days that follow each other are a span. */
static bool weekday_pair(const DateReader *r, uint32_t i, When *w) {
  if (!date_cue(r, i, CUE_WEEKDAYS) || !date_within(r, i, i + 2)) return false;
  const Cue *a = date_cue(r, i + 1, CUE_WEEKDAY), *b = date_cue(r, i + 2, CUE_WEEKDAY);
  if (!a || !b || !(date_clitics(r, i + 2) & CLITIC_WA) || ((uint32_t)a->value + 1) % 7 != (uint32_t)b->value)
    return false;
  *w = (When){.first = i, .last = i + 3, .unit = UNIT_DAY, .role = DATE_SPAN, .relative = true};
  Direction direction = TOWARDS_ANY;
  if (date_within(r, i, w->last)) date_adjective(r, w->last, &direction, &w->last);
  bool every = date_cue(r, w->last, CUE_OF) && date_cue(r, w->last + 1, CUE_EVERY);
  if (every) w->role = DATE_HABIT;
  if (every || !date_pub_known(r)) return true;
  bool ahead = date_ahead(r, i) || date_ahead_behind(r, i, w->last);
  int32_t to = weekday_near(r, (uint32_t)b->value, direction, ahead);
  date_set_day(w, day_of_number(to - 1), day_of_number(to));
  return true;
}

bool date_day(const DateReader *r, uint32_t i, When *out) {
  if (counted_weekday(r, i, out) || weekday_counted(r, i, out) || counted_day(r, i, out)) return true;
  if (weekday_pair(r, i, out)) return true;
  DayPhrase p = {.first = i, .last = i};
  uint32_t at = over_daytime(r, i, &p);
  bool named = false;
  if (date_cue(r, at, CUE_DATE_WORD) && date_within(r, i, at)) {
    named = true;
    at += r->hits[at].tokens;
  }
  bool daytime = at > i;
  if (!date_within(r, i, at)) return false;
  p.last = at;
  if (daytime && date_clitics(r, at) & CLITIC_WA) return false;
  if (!take_part(r, at, named || (daytime && !p.has_weekday), &p)) return false;
  take_second_night(r, i, &p);
  if (!p.two_nights) take_beside(r, &p);
  p.ahead = date_ahead(r, i) || date_ahead_behind(r, i, p.last);
  settle(r, &p, out);
  take_other_calendar(r, out);
  return true;
}
