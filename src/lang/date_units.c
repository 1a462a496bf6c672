/* Times that are told in units: hours, days, weeks, months, years, decades, centuries.
 *
 *   «الأسبوع الماضي»          the week before, Monday to Sunday
 *   «الأشهر الستة الماضية»    the six whole months before this one
 *   «اليومين الماضيين»        the two days before publication
 *   «الـ24 ساعة الماضية»      the day before and the day of publication
 *   «قبل عامين»               the year two years ago: precision is that of the unit
 *   «الأيام القليلة الماضية»  nothing can be said
 *   «صيف 2014», «تسعينيات القرن الماضي», «القرن العشرين»
 */
#include "lang/date_parts.h"

enum { MAX_MODIFIERS = 6, MAX_COUNT = 10000, HOURS = 24 };

static bool unit_at(const DateReader *r, uint32_t i, const Cue **cue) {
  *cue = date_cue(r, i, CUE_TIME_UNIT);
  return *cue && (*cue)->value >= 0 && (*cue)->value < UNIT_COUNT;
}

static bool counts(const Number *n) {
  return n && n->kind == NUMBER_CARDINAL && !n->noun && n->min >= 1 && n->min <= MAX_COUNT;
}

static void take_unit(const Cue *unit, Stretch *s) {
  s->unit = (uint8_t)unit->value;
  if (unit->flags & CUE_DUAL && s->n < 1) s->n = 2;
  s->plural = unit->flags & CUE_PLURAL;
}

static void take_count(const Number *n, Stretch *s) {
  s->n = n->min;
  s->open = n->max > n->min && n->max > MAX_COUNT;
}

/* One adjective, number or «نفسه» behind the unit. */
static bool take_modifier(const DateReader *r, Stretch *s) {
  Direction direction;
  const Cue *next = date_cue(r, s->last, CUE_NEXT);
  if (date_adjective(r, s->last, &direction, &s->last)) {
    s->latest |= date_cue(r, s->last - 1, CUE_LATEST) != NULL;
    s->direction = (uint8_t)direction;
    s->story |= next && next->flags & CUE_WEAK;
    return true;
  }
  if (date_cue(r, s->last, CUE_SAME)) {
    s->same = true;
    s->last++;
    return true;
  }
  if (date_cue(r, s->last, CUE_A_FEW) && s->definite) {
    s->few = true;
    s->last++;
    return true;
  }
  const Number *n = date_number(r, s->last);
  if (!s->definite || s->direction || !counts(n) || s->n > 0) return false;
  bool article = date_clitics(r, s->last) & CLITIC_AL || date_cue(r, s->last, CUE_ARTICLE);
  if (!article) return false;
  take_count(n, s);
  s->last = n->last;
  return true;
}

static void take_modifiers(const DateReader *r, Stretch *s) {
  for (int k = 0; k < MAX_MODIFIERS && date_within(r, s->first, s->last) && take_modifier(r, s); k++) {
  }
}

/* «الأشهر الستة الماضية», «هذا الأسبوع». */
static bool unit_first(const DateReader *r, uint32_t i, Stretch *s) {
  const Cue *unit;
  s->demonstrative = date_cue(r, i, CUE_DEMONSTRATIVE);
  s->last = i + s->demonstrative;
  if (!date_within(r, i, s->last) || !unit_at(r, s->last, &unit)) return false;
  s->definite = date_clitics(r, s->last) & CLITIC_AL;
  if (s->demonstrative && !s->definite) return false;
  if (date_names_months(r, s->last)) return false; /* «شهري آذار ونيسان» are those two, and no length of time */
  take_unit(unit, s);
  s->last += r->hits[s->last].tokens;
  if (s->demonstrative) s->direction = TOWARDS_THIS;
  take_modifiers(r, s);
  return true;
}

/* «الـ24 ساعة الماضية», «آخر ثلاثة أشهر», «الثلاثة أشهر الأخيرة»; newspapers drop the article,
 * «3 سنوات الماضية», but the adjective has it. */
static bool count_first(const DateReader *r, uint32_t i, Stretch *s) {
  const Cue *unit;
  bool last = date_cue(r, i, CUE_LAST);
  uint32_t at = i + last;
  const Number *n = date_within(r, i, at) ? date_number(r, at) : NULL;
  bool article = date_clitics(r, at) & CLITIC_AL || date_cue(r, at, CUE_ARTICLE);
  if (counts(n)) {
    take_count(n, s);
    at = n->last;
  } else if (!last) {
    return false;
  }
  if (!date_within(r, i, at) || !unit_at(r, at, &unit)) return false;
  take_unit(unit, s);
  if (s->n < 1) return false;
  s->definite = true;
  s->last = at + r->hits[at].tokens;
  if (!last && !article && !(date_clitics(r, s->last) & CLITIC_AL)) return false;
  if (last) s->direction = TOWARDS_PAST;
  take_modifiers(r, s);
  return s->direction != TOWARDS_ANY;
}

bool date_stretch(const DateReader *r, uint32_t i, Stretch *out) {
  *out = (Stretch){.first = i};
  if (unit_first(r, i, out)) return true;
  *out = (Stretch){.first = i};
  return count_first(r, i, out);
}

/* «ثلاثة أيام», «عامين», «أسبوع», «نحو شهرين», «أسبوع واحد», «أشهر». */
bool date_quantity(const DateReader *r, uint32_t i, Stretch *out) {
  *out = (Stretch){.first = i};
  const Cue *unit;
  const Number *n = date_number(r, i);
  uint32_t at = i;
  if (n && counts(n)) {
    take_count(n, out);
    at = n->last;
  } else if (n && n->noun && n->last > n->first) { /* a dual with its bounds: «نحو عامين» */
    at = n->last - 1;
    out->open = n->max > n->min;
  } else if (date_cue(r, i, CUE_A_FEW) || date_cue(r, i, CUE_APPROX) || date_cue(r, i, CUE_MORE)) {
    out->few = date_cue(r, i, CUE_A_FEW);
    out->open = date_cue(r, i, CUE_MORE);
    at = i + r->hits[i].tokens;
  }
  if (!date_within(r, i, at) || !unit_at(r, at, &unit)) return false;
  if (date_clitics(r, at) & ~(at == i ? CLITIC_BI | CLITIC_WA : 0)) return false;
  if (at > i && out->n < 1 && !(unit->flags & (CUE_DUAL | CUE_PLURAL))) out->n = 1;
  take_unit(unit, out);
  out->last = at + r->hits[at].tokens;
  if (out->n < 1 && !out->plural) out->n = 1;
  const Number *one = date_within(r, i, out->last) ? date_number(r, out->last) : NULL;
  if (one && counts(one) && one->max <= 2 && one->max <= out->n) out->last = one->last; /* «واحد», «اثنين» */
  return true;
}

/* ---------------------------------------------------------------- to days */

static void set(When *w, Day from, Day to) {
  w->from = from;
  w->to = to;
  w->known = true;
}

/* Units of days: [start + n * size, …) where `start` is the first day of the current one. */
static bool whole_days(const DateReader *r, const Stretch *s, int32_t n, int32_t size, When *w) {
  if (!date_pub_known(r)) return true;
  Day start = size == 7 ? date_monday(r->pub) : r->pub;
  switch (s->direction) {
    case TOWARDS_PAST: set(w, date_add_days(start, -n * size), date_add_days(start, -1)); break;
    case TOWARDS_BEFORE_PAST: set(w, date_add_days(start, -(n + 1) * size), date_add_days(start, -n * size - 1)); break;
    case TOWARDS_NEXT: set(w, date_add_days(start, size), date_add_days(start, (n + 1) * size - 1)); break;
    default: set(w, start, date_add_days(start, size - 1)); break;
  }
  return true;
}

static bool whole_months(const DateReader *r, const Stretch *s, int32_t n, int32_t size, When *w) {
  if (!r->pub.month) return true;
  Day now = {r->pub.year, r->pub.month, 0};
  if (size == 3) now = date_add_months(now, -((r->pub.month - 1) % 3));
  int32_t from = 0, to = size - 1;
  if (s->direction == TOWARDS_PAST) from = -n * size, to = -1;
  if (s->direction == TOWARDS_BEFORE_PAST) from = -(n + 1) * size, to = -n * size - 1;
  if (s->direction == TOWARDS_NEXT) from = size, to = (n + 1) * size - 1;
  set(w, date_add_months(now, from), date_add_months(now, to));
  return true;
}

static bool whole_years(const DateReader *r, const Stretch *s, int32_t n, int32_t size, When *w) {
  int32_t year = r->pub.year;
  if (!year) return true;
  int32_t start = size == 1 ? year : size == 10 ? year / 10 * 10 : (year - 1) / 100 * 100 + 1;
  if (size == 10 && (n > 1 || s->latest)) start = year; /* «العقد الأخير»: the ten years before */
  int32_t from = start, to = start + size - 1;
  if (s->direction == TOWARDS_PAST) from = start - n * size, to = start - 1;
  if (s->direction == TOWARDS_BEFORE_PAST) from = start - (n + 1) * size, to = start - n * size - 1;
  if (s->direction == TOWARDS_NEXT) from = start + size, to = start + (n + 1) * size - 1;
  set(w, (Day){from, 0, 0}, (Day){to, 0, 0});
  return true;
}

static bool hours_back(const DateReader *r, const Stretch *s, double n, When *w) {
  if (s->n < 1 || !date_pub_known(r)) return true;
  int32_t days = (int32_t)((n + HOURS - 1) / HOURS);
  if (s->direction == TOWARDS_PAST) set(w, date_add_days(r->pub, -days), r->pub);
  if (s->direction == TOWARDS_NEXT) set(w, r->pub, date_add_days(r->pub, days));
  return true;
}

/* «العام نفسه»: the year that was last spoken of. */
static bool same_again(const DateReader *r, const Stretch *s, When *w) {
  if (!r->previous.known) return true;
  Day p = r->previous.from;
  if (s->unit == UNIT_YEAR) set(w, (Day){p.year, 0, 0}, (Day){p.year, 0, 0});
  if (s->unit == UNIT_MONTH && p.month) {
    When year; /* «الشهر ذاته من العام الماضي» */
    if (date_within(r, s->first, s->last) && date_cue(r, s->last, CUE_OF) && date_year(r, s->last, false, &year)) {
      w->last = year.last;
      p.year = year.from.year;
    }
    set(w, (Day){p.year, p.month, 0}, (Day){p.year, p.month, 0});
  }
  if (s->unit == UNIT_DAY && p.day) set(w, p, r->previous.to);
  return true;
}

/* Without a publication month, «الأشهر الستة الماضية» can still be the six months that the
 * text has named. */
static bool named_months(const DateReader *r, const Stretch *s, int32_t n, When *w) {
  if (r->pub.month || s->direction != TOWARDS_PAST || !r->months.known || n < 2) return false;
  Day from = r->months.from, to = r->months.to;
  if ((to.year - from.year) * 12 + to.month - from.month + 1 != n) return false;
  set(w, from, to);
  return true;
}

bool date_of_stretch(const DateReader *r, const Stretch *s, When *out) {
  *out = (When){.first = s->first, .last = s->last, .unit = s->unit, .relative = true};
  out->current = s->direction == TOWARDS_THIS && !s->demonstrative && s->n < 2;
  if (s->same) return same_again(r, s, out);
  if (s->few || s->open || (s->plural && s->n < 1) || (s->story && s->unit == UNIT_DAY)) return true;
  int32_t n = s->n > 1 ? (int32_t)s->n : 1;
  if (s->n > 1) out->role = DATE_SPAN;
  switch ((DateUnit)s->unit) {
    case UNIT_HOUR: return hours_back(r, s, n, out);
    case UNIT_DAY: return whole_days(r, s, n, 1, out);
    case UNIT_WEEK: return whole_days(r, s, n, 7, out);
    case UNIT_MONTH: return named_months(r, s, n, out) || whole_months(r, s, n, 1, out);
    case UNIT_QUARTER: return whole_months(r, s, n, 3, out);
    case UNIT_YEAR: return whole_years(r, s, n, 1, out);
    case UNIT_DECADE: return whole_years(r, s, n, 10, out);
    case UNIT_CENTURY: return whole_years(r, s, n, 100, out);
    default: return true;
  }
}

bool date_offset(const DateReader *r, const Stretch *s, int sign, When *out) {
  *out = (When){.first = s->first, .last = s->last, .unit = s->unit, .relative = true};
  if (s->n < 1 || s->few || s->open) return true;
  int32_t n = sign * (int32_t)s->n;
  Day day = {0};
  switch ((DateUnit)s->unit) {
    case UNIT_HOUR:
      if (date_pub_known(r)) day = date_add_days(r->pub, n / HOURS);
      break;
    case UNIT_DAY:
    case UNIT_WEEK:
      if (date_pub_known(r)) day = date_add_days(r->pub, s->unit == UNIT_WEEK ? 7 * n : n);
      break;
    case UNIT_MONTH:
      if (r->pub.month) day = date_add_months((Day){r->pub.year, r->pub.month, 0}, n);
      break;
    case UNIT_YEAR:
    case UNIT_DECADE:
      if (r->pub.year) day.year = r->pub.year + (s->unit == UNIT_DECADE ? 10 * n : n);
      break;
    default: break;
  }
  if (day.year || day.month) set(out, day, day);
  return true;
}

/* ---------------------------------------------------------------- containers */

/* «صيف 2014», «الصيف الماضي», «صيف العام الماضي»: three months from its first. */
static bool season(const DateReader *r, uint32_t i, When *w) {
  const Cue *cue = date_cue(r, i, CUE_SEASON);
  if (!cue) return false;
  *w = (When){.first = i, .unit = UNIT_QUARTER, .last = i + 1};
  When year;
  Direction direction = TOWARDS_ANY;
  if (!date_within(r, i, w->last)) return false;
  bool demonstrative = i && date_within(r, i, i - 1) && date_cue(r, i - 1, CUE_DEMONSTRATIVE);
  Day start = {0, (uint8_t)cue->value, 0};
  if (date_adjective(r, w->last, &direction, &w->last) || demonstrative) {
    w->relative = true;
    if (!r->pub.month) return true;
    start.year = r->pub.year;
    int32_t ends = start.month + 2, past = ends >= r->pub.month;
    if (direction == TOWARDS_PAST) start.year -= past;
    if (direction == TOWARDS_NEXT) start.year += start.month <= r->pub.month;
    if (direction == TOWARDS_ANY && start.month == 12 && r->pub.month < 6) start.year--;
  } else if (!(date_clitics(r, i) & CLITIC_AL) && date_year(r, w->last, false, &year) &&
             year.from.year == year.to.year) {
    w->last = year.last;
    w->relative = year.relative;
    w->year_given = year.year_given;
    if (!year.known) return true;
    start.year = year.from.year;
  } else {
    return false;
  }
  set(w, start, date_add_months(start, 2));
  return true;
}

/* «القرن الماضي», «القرن العشرين», «القرن الـ19». */
static bool century(const DateReader *r, uint32_t i, When *w) {
  const Cue *unit;
  if (!unit_at(r, i, &unit) || (DateUnit)unit->value != UNIT_CENTURY || !(date_clitics(r, i) & CLITIC_AL)) return false;
  const Number *n = date_within(r, i, i + 1) ? date_number(r, i + 1) : NULL;
  if (!n || n->min < 1 || n->min > 22 || n->max > n->min) return false;
  *w = (When){.first = i, .last = n->last, .unit = UNIT_CENTURY};
  int32_t last = (int32_t)n->min * 100;
  set(w, (Day){last - 99, 0, 0}, (Day){last, 0, 0});
  return true;
}

static bool past_century(const DateReader *r, uint32_t i, When *w) {
  Stretch s;
  if (!date_stretch(r, i, &s) || s.unit != UNIT_CENTURY || s.direction == TOWARDS_ANY) return false;
  return date_of_stretch(r, &s, w);
}

/* «في الأربعينات من العمر», «وهو في أواخر العشرينات»: somebody's age. */
static bool tells_age(const DateReader *r, uint32_t i) {
  enum { BACK_MOST = 3 };
  uint32_t at = date_over_of(r, i + 1);
  if (date_within(r, i, at) && date_cue(r, at, CUE_AGE)) return true;
  if (!r->words || !r->words->at) return false;
  uint32_t k = i;
  while (k > 0 && i - k < BACK_MOST && (date_cue(r, k - 1, CUE_IN) || date_cue(r, k - 1, CUE_PART))) k--;
  return k > 0 && k < i && word_best(r->words, k - 1)->pos == POS_PRONOUN;
}

/* «التسعينيات», «ثمانينات القرن الماضي»: of the twentieth century where none is named. */
static bool decade(const DateReader *r, uint32_t i, When *w) {
  const Cue *cue = date_cue(r, i, CUE_DECADE);
  if (!cue || tells_age(r, i)) return false;
  *w = (When){.first = i, .last = i + 1, .unit = UNIT_DECADE};
  int32_t base = 1900;
  When of;
  uint32_t at = date_over_of(r, i + 1);
  if (date_within(r, i, at) && (century(r, at, &of) || past_century(r, at, &of))) {
    w->last = of.last;
    w->relative = of.relative;
    if (!of.known) return true;
    base = of.from.year - 1;
  } else if (!(date_clitics(r, i) & CLITIC_AL)) {
    return false;
  }
  int32_t first = base + (int32_t)cue->value;
  set(w, (Day){first, 0, 0}, (Day){first + 9, 0, 0});
  return true;
}

static bool relative_container(const DateReader *r, uint32_t i, bool bare, When *w) {
  Stretch s;
  if (!date_stretch(r, i, &s) || s.unit < UNIT_HOUR) return false;
  bool told = s.direction != TOWARDS_ANY || s.same;
  if (!told && (!bare || !s.definite || s.n > 1 || s.plural || s.unit == UNIT_DAY)) return false;
  if (s.unit == UNIT_DAY && s.demonstrative && s.direction == TOWARDS_THIS) return false; /* «هذه الأيام» */
  return date_of_stretch(r, &s, w);
}

static bool hijri_container(const DateReader *r, When *w) {
  if (!w->is_hijri || w->unit != UNIT_YEAR || !w->known) return true;
  int32_t first, next;
  if (!hijri_day(r->hijri, (Day){w->from.year, 1, 1}, &first) ||
      !hijri_day(r->hijri, (Day){w->to.year + 1, 1, 1}, &next))
    return false;
  set(w, day_of_number(first), day_of_number(next - 1));
  return true;
}

bool date_container(const DateReader *r, uint32_t i, bool bare, When *out) {
  if (date_month(r, i, bare && date_clitics(r, i) & CLITIC_BI, out)) return true;
  if (date_year(r, i, true, out)) return hijri_container(r, out);
  return century(r, i, out) || decade(r, i, out) || season(r, i, out) || relative_container(r, i, bare, out);
}
