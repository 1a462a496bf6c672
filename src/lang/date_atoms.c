/* The smallest pieces of a date: the day of a month, the month, the year.
 *
 *   «15», «الـ15», «الخامس عشر», «3 و4»       days
 *   «آذار/مارس», «يونيو (حزيران)», «شهر 10»   months; doubles are one
 *   «2014», «عام 2014م», «العام الماضي»        years
 *
 * A month without a year is the latest one up to publication: news looks back. «المقبل»
 * and a verb of the future close before it look ahead, to the nearest. Names of months that
 * are also other words («مارس» he practised, «رجب» a man) need a day, a year or a
 * preposition beside them. */
#include "lang/date_parts.h"

enum {
  LIST_MAX = 8,
  FUTURE_WINDOW = 5,
  FUTURE_REACH = 14,
  MIN_YEAR = 1000,
  OLDEST = 1600,
  MAX_YEAR = 2200,
  HIJRI_MIN = 1300,
  HIJRI_MAX = 1500
};

const Number *date_number(const DateReader *r, uint32_t i) {
  uint32_t low = 0, high = r->numbers->n;
  if (i >= r->text->ntokens) return NULL;
  if (r->numbers->cues && r->numbers->cues[i].number < NUMBER_LATE) {
    uint32_t number = r->numbers->cues[i].number;
    return number ? &r->numbers->at[number - 1] : NULL;
  }
  while (low < high) {
    uint32_t mid = low + (high - low) / 2;
    if (r->numbers->at[mid].first < i)
      low = mid + 1;
    else
      high = mid;
  }
  return low < r->numbers->n && r->numbers->at[low].first == i ? &r->numbers->at[low] : NULL;
}

uint32_t date_over_of(const DateReader *r, uint32_t i) {
  return date_cue(r, i, CUE_OF) || date_cue(r, i, CUE_IN) ? i + r->hits[i].tokens : i;
}

static bool whole(const Number *n, double low, double high) {
  return n->min >= low && n->max <= high && n->min == (double)(int32_t)n->min && n->max == (double)(int32_t)n->max;
}

bool date_feminine(const DateReader *r, uint32_t i) {
  Str light = token_light(r->text, i);
  return light.n && (uint8_t)light.p[light.n - 1] == LETTER_TA_MARBUTA;
}

static const Number *day_number_at(const DateReader *r, uint32_t i) {
  const Number *n = date_number(r, i);
  if (n && n->kind == NUMBER_ORDINAL && date_feminine(r, i)) return NULL;
  if (!n || n->approx || n->noun || n->kind == NUMBER_PERCENT || n->kind == NUMBER_RATIO) return NULL;
  return whole(n, 1, 31) ? n : NULL;
}

bool date_day_of_month(const DateReader *r, uint32_t i, uint32_t *low, uint32_t *high, uint32_t *last, bool *worded) {
  const Number *n = day_number_at(r, i);
  if (!n && date_cue(r, i, CUE_FIRST) && !date_number(r, i)) { /* «غرة رمضان»: «أول» is a number */
    *low = *high = 1;
    *last = i + 1;
    *worded = false;
    return true;
  }
  if (!n) return false;
  *low = (uint32_t)n->min;
  *high = (uint32_t)n->max;
  *last = n->last;
  *worded = n->kind == NUMBER_ORDINAL;
  for (uint32_t steps = 0; steps < LIST_MAX && date_within(r, i, *last); steps++) { /* «3 و4 و5» */
    uint32_t next = *last;
    bool joined = date_clitics(r, next) & CLITIC_WA;
    if (date_cue(r, next, CUE_AND) || (date_sign(r, next) == ',' && *low < *high)) {
      next++;
      joined = true;
    }
    const Number *more = joined && date_within(r, i, next) ? day_number_at(r, next) : NULL;
    if (!more || more->min <= *high || more->min < more->max) break;
    *high = (uint32_t)more->max;
    *last = more->last;
  }
  return true;
}

/* ---------------------------------------------------------------- ahead or back */

/* «وفي 10 آب، تستضيف …»: an imperfect right behind the date. */
bool date_ahead_behind(const DateReader *r, uint32_t first, uint32_t last) {
  uint32_t i = date_sign(r, last) == ',' ? last + 1 : last;
  if (!r->words || !r->words->at || !date_within(r, first, i)) return false;
  const Reading *best = word_best(r->words, i);
  bool outcome = best->clitics & (CLITIC_LI | CLITIC_LA); /* «قتل خمسة الاثنين ليبلغ العدد …»: and so it came to */
  return best->pos == POS_VERB && best->form == FORM_IMPERFECT && !best->guessed && !outcome;
}

/* A verb in the future reaches past its subject and its object: «سيستضيف الوزير اجتماعاً لوزراء الخارجية الثلاثاء». */
bool date_ahead(const DateReader *r, uint32_t i) {
  for (uint32_t steps = 0; steps < FUTURE_REACH && i > 0 && date_within(r, i, i - 1); steps++) {
    i--;
    bool near = steps < FUTURE_WINDOW;
    if (near && date_cue(r, i, CUE_FUTURE)) return true;
    if (!r->words || !r->words->at) continue;
    const Reading *best = word_best(r->words, i);
    if (best->pos != POS_VERB) continue;
    bool behind = i && date_within(r, i, i - 1) && best->form == FORM_IMPERFECT;
    if (best->clitics & CLITIC_SA || (behind && date_cue(r, i - 1, CUE_FUTURE))) return true; /* «سوف تزور طهران» */
    return near && behind && date_cue(r, i - 1, CUE_SUBJUNCTIVE);
  }
  return false;
}

bool date_adjective(const DateReader *r, uint32_t i, Direction *direction, uint32_t *last) {
  static const struct {
    CueRole role;
    Direction direction;
  } roles[] = {{CUE_THE_PAST_BEFORE, TOWARDS_BEFORE_PAST},
               {CUE_PAST, TOWARDS_PAST},
               {CUE_LATEST, TOWARDS_PAST},
               {CUE_THIS, TOWARDS_THIS},
               {CUE_NEXT, TOWARDS_NEXT}};
  for (uint32_t k = 0; k < sizeof roles / sizeof *roles; k++) {
    const Cue *cue = date_cue(r, i, roles[k].role);
    if (!cue || (roles[k].direction != TOWARDS_BEFORE_PAST && date_clitics(r, i) != CLITIC_AL)) continue;
    *direction = roles[k].direction;
    *last = i + r->hits[i].tokens;
    return true;
  }
  return false;
}

/* The year of a month that is named without one; 0 where nothing tells. */
static int32_t year_for(Day pub, uint32_t month, Direction direction, bool ahead) {
  if (!pub.year) return 0;
  if (!pub.month) return pub.year;
  int32_t order = (int32_t)month - pub.month;
  switch (direction) {
    case TOWARDS_THIS: return pub.year;
    case TOWARDS_PAST: return order < 0 ? pub.year : pub.year - 1;
    case TOWARDS_NEXT: return order > 0 ? pub.year : pub.year + 1;
    case TOWARDS_BEFORE_PAST: return pub.year - (order < 0 ? 1 : 2);
    default: break;
  }
  if (ahead && order < -5) return pub.year + 1; /* the nearest of the two: «سيعقد في كانون الثاني» */
  if (ahead && order <= 9) return pub.year;
  return order <= 0 ? pub.year : pub.year - 1;
}

/* ---------------------------------------------------------------- years */

static bool take_era(const DateReader *r, When *w) {
  const Cue *era = date_within(r, w->first, w->last) ? date_cue(r, w->last, CUE_ERA) : NULL;
  if (!era) return true;
  if (era->value > 1) return false; /* before Christ */
  w->is_hijri = era->value > 0;
  w->last += r->hits[w->last].tokens;
  return true;
}

static bool written_year(const DateReader *r, uint32_t i, bool named, When *w) {
  const Number *n = date_number(r, i);
  if (!n || n->approx || !whole(n, MIN_YEAR, MAX_YEAR)) return false;
  bool four = n->last == i + 1 && r->text->tokens[i].kind == TOKEN_NUMBER && r->text->tokens[i].n == 4;
  if (!four && !(named && n->kind != NUMBER_ORDINAL && n->last - n->first <= 9)) return false;
  if (n->min < n->max && n->kind != NUMBER_LABEL && !named) return false;
  w->from = (Day){(int32_t)n->min, 0, 0};
  w->to = (Day){(int32_t)n->max, 0, 0};
  w->last = n->last;
  w->known = w->year_given = true;
  w->unit = UNIT_YEAR;
  return take_era(r, w);
}

/* «العام الماضي», «هذا العام», «السنة القادمة» as a year. */
static bool relative_year(const DateReader *r, uint32_t i, When *w) {
  Stretch s;
  if (!date_stretch(r, i, &s) || s.unit != UNIT_YEAR || s.plural || s.n > 1) return false;
  if (s.direction == TOWARDS_ANY && !s.same) return false;
  return date_of_stretch(r, &s, w);
}

/* `alone`: nothing before it says that a year comes, so it must be named one. */
bool date_year(const DateReader *r, uint32_t i, bool alone, When *out) {
  *out = (When){.first = i, .unit = UNIT_YEAR};
  uint32_t at = alone ? i : date_over_of(r, i);
  if (!alone && date_sign(r, at) == ',') at++;
  if (!date_within(r, i, at)) return false;
  bool named = date_cue(r, at, CUE_YEAR_WORD);
  if (relative_year(r, at, out)) {
    out->first = i;
    return true;
  }
  *out = (When){.first = i, .unit = UNIT_YEAR};
  if (!named && alone) return false;
  if (!date_within(r, i, at + named) || !written_year(r, at + named, named, out)) return false;
  bool looks_hijri = out->from.year >= HIJRI_MIN && out->from.year <= HIJRI_MAX;
  out->is_hijri |= alone && looks_hijri;
  return true;
}

/* ---------------------------------------------------------------- months */

static const Cue *month_cue(const DateReader *r, uint32_t i, bool *hijri) {
  const Cue *cue = date_cue(r, i, CUE_MONTH);
  *hijri = !cue;
  return cue ? cue : date_cue(r, i, CUE_HIJRI_MONTH);
}

/* «/مارس», «(حزيران)», «مارس» behind the same month in another system. */
static uint32_t over_double(const DateReader *r, uint32_t first, uint32_t i, double value, bool hijri) {
  uint8_t sign = date_sign(r, i);
  bool signed_ = sign == '/' || sign == '-' || sign == '(' || sign == ',';
  uint32_t at = signed_ ? i + 1 : i;
  bool other;
  const Cue *cue = date_within(r, first, at) ? month_cue(r, at, &other) : NULL;
  if (!cue || other != hijri || cue->value != value || r->hits[at].clitics) return i;
  if (str_eq(token_light(r->text, at), token_light(r->text, first))) return i; /* «صفر-صفر» (nil all) */
  at += r->hits[at].tokens;
  if (sign == '(' && date_sign(r, at) == ')') at++;
  return at;
}

/* «شهر ثلاثة», «شهر 10», «الشهر التاسع» before a year. */
static bool numbered_month(const DateReader *r, uint32_t i, uint32_t *month, uint32_t *last) {
  const Cue *unit = date_cue(r, i, CUE_TIME_UNIT);
  if (!unit || (DateUnit)unit->value != UNIT_MONTH || unit->flags & (CUE_DUAL | CUE_PLURAL)) return false;
  const Number *n = date_within(r, i, i + 1) ? date_number(r, i + 1) : NULL;
  if (!n || n->noun || n->min < n->max || !whole(n, 1, 12)) return false;
  bool al = date_clitics(r, i) & CLITIC_AL, ordinal = n->kind == NUMBER_ORDINAL;
  bool digits = r->text->tokens[i + 1].kind == TOKEN_NUMBER;
  if (al != ordinal || (n->min < 2 && !digits) || n->kind == NUMBER_PERCENT || n->kind == NUMBER_RATIO) return false;
  When year;
  if (ordinal && !date_year(r, n->last, false, &year)) return false;
  *month = (uint32_t)n->min;
  *last = n->last;
  return true;
}

/* A preposition of time before it, or on it. */
static bool led_in(const DateReader *r, uint32_t i) {
  if (date_clitics(r, i) & CLITIC_BI) return true;
  if (!i || !date_within(r, i, i - 1)) return false;
  uint32_t b = i - 1;
  return date_cue(r, b, CUE_IN) || date_cue(r, b, CUE_SINCE) || date_cue(r, b, CUE_UNTIL) ||
         date_cue(r, b, CUE_DURING) || date_cue(r, b, CUE_PART);
}

static bool month_stands(const DateReader *r, uint32_t i, const Cue *cue, bool strong) {
  if (strong || !(cue->flags & (CUE_WEAK | CUE_RARE | CUE_EXACT))) return true;
  if (cue->flags & CUE_RARE || (cue->flags & CUE_EXACT && !r->hits[i].spelled)) return false;
  return led_in(r, i);
}

static bool hijri_month(const DateReader *r, When *w, uint32_t month, int32_t year) {
  int32_t first;
  if (!hijri_day(r->hijri, (Day){year, (uint8_t)month, 1}, &first)) return false;
  w->hijri = (Day){year, (uint8_t)month, 0};
  w->from = day_of_number(first);
  w->to = day_of_number(first + (int32_t)hijri_days_in_month(r->hijri, year, month) - 1);
  w->is_hijri = w->known = true;
  return true;
}

/* The month of the hijra that begins in a Gregorian year: «رمضان 2019». */
static bool hijri_month_in(const DateReader *r, When *w, uint32_t month, int32_t gregorian) {
  int32_t year = hijri_of_number(r->hijri, day_number((Day){gregorian, 1, 1})).year;
  for (int steps = 0; year && steps < 3; steps++)
    if (hijri_month(r, w, month, year + steps) && w->from.year == gregorian) return true;
  return false;
}

static bool settle_hijri(const DateReader *r, When *w, uint32_t month, const When *year, Direction direction,
                         bool ahead) {
  w->is_hijri = true;
  if (year && year->is_hijri) return hijri_month(r, w, month, year->from.year);
  if (year && year->known && year->from.year >= HIJRI_MIN && year->from.year <= HIJRI_MAX)
    return hijri_month(r, w, month, year->from.year);
  if (year && year->known && year->from.year) return hijri_month_in(r, w, month, year->from.year);
  w->relative = true;
  if (!date_pub_known(r)) return true;
  Day pub = hijri_of_number(r->hijri, day_number(r->pub));
  Day partial = {pub.year, pub.month, 0};
  int32_t guess = year_for(partial, month, direction, ahead);
  return pub.year && hijri_month(r, w, month, guess);
}

/* «في 20 يوليو 2016 بعد محاولة انقلاب في 15 يوليو»: the year of the date told right before in the sentence, where it is
 * not long gone («ولد في 3 مارس 1980 …»); else the guess. */
static int32_t year_told_before(const DateReader *r, uint32_t i, int32_t guess) {
  enum { YEARS_BACK = 5 };
  const When *told = &r->previous;
  bool month = told->from.month && !told->relative && !told->is_hijri && told->role == DATE_POINT;
  if (!month || told->last > i || r->text->tokens[told->first].sentence != r->text->tokens[i].sentence) return guess;
  return told->from.year < guess && told->from.year + YEARS_BACK >= guess ? told->from.year : guess;
}

static void settle_month(const DateReader *r, When *w, uint32_t month, const When *year, Direction direction,
                         bool ahead) {
  Day day = {0, (uint8_t)month, 0};
  w->known = true;
  if (year) {
    day.year = year->from.year;
    w->year_given = year->year_given;
    w->relative = year->relative;
  } else {
    int32_t guess = year_for(r->pub, month, direction, ahead);
    bool free = direction == TOWARDS_ANY && !ahead;
    day.year = free ? year_told_before(r, w->first, guess) : guess;
    w->relative = day.year == guess;
  }
  w->current = !year && direction == TOWARDS_THIS;
  w->from = w->to = day;
}

bool date_names_months(const DateReader *r, uint32_t i) {
  const Cue *unit = date_cue(r, i, CUE_TIME_UNIT);
  bool hijri, two = unit && (DateUnit)unit->value == UNIT_MONTH && unit->flags & CUE_DUAL;
  return two && date_within(r, i, i + 1) && month_cue(r, i + 1, &hijri);
}

bool date_month(const DateReader *r, uint32_t i, bool strong, When *out) {
  *out = (When){.first = i, .unit = UNIT_MONTH};
  uint32_t at = i, month = 0, last = 0;
  bool hijri = false;
  const Cue *unit = date_cue(r, i, CUE_TIME_UNIT);
  bool titled = unit && (DateUnit)unit->value == UNIT_MONTH && !(unit->flags & (CUE_DUAL | CUE_PLURAL)) &&
                date_within(r, i, i + 1) && month_cue(r, i + 1, &hijri);
  if (titled) at++;
  const Cue *cue = month_cue(r, at, &hijri);
  if (cue) {
    if (date_clitics(r, at) & CLITIC_AL && !hijri) return false;
    month = (uint32_t)cue->value;
    last = over_double(r, i, at + r->hits[at].tokens, cue->value, hijri);
    strong |= titled || last > at + r->hits[at].tokens;
  } else if (numbered_month(r, i, &month, &last)) {
    strong = true;
    hijri = false;
  } else {
    return false;
  }
  Direction direction = TOWARDS_ANY;
  bool adjective = date_within(r, i, last) && date_adjective(r, last, &direction, &last);
  When year;
  bool dated = date_within(r, i, last) && date_year(r, last, false, &year);
  dated =
      dated && (hijri ? year.is_hijri || year.from.year == year.to.year
                      : !year.is_hijri && year.from.year == year.to.year && !(year.known && year.from.year < OLDEST));
  if (cue && !month_stands(r, at, cue, strong || adjective || dated)) return false;
  out->last = dated ? year.last : last;
  bool ahead = direction == TOWARDS_ANY && (date_ahead(r, i) || date_ahead_behind(r, i, out->last));
  if (hijri) return settle_hijri(r, out, month, dated ? &year : NULL, direction, ahead);
  settle_month(r, out, month, dated ? &year : NULL, direction, ahead);
  return true;
}

/* ---------------------------------------------------------------- a day in a month */

bool date_day_in(const DateReader *r, const When *month, uint32_t low, uint32_t high, When *out) {
  uint32_t first = out->first, last = out->last;
  *out = *month;
  out->first = first;
  out->last = last;
  out->unit = UNIT_DAY;
  if (month->is_hijri) {
    int32_t a, b;
    if (!month->known) return true;
    if (!hijri_day(r->hijri, (Day){month->hijri.year, month->hijri.month, (uint8_t)low}, &a) ||
        !hijri_day(r->hijri, (Day){month->hijri.year, month->hijri.month, (uint8_t)high}, &b))
      return false;
    out->from = day_of_number(a);
    out->to = day_of_number(b);
    return true;
  }
  Day day = month->from;
  if (!day.month) return false;
  if (high > days_in_month(day.year ? day.year : 2000, day.month)) return false;
  out->from = out->to = day;
  out->from.day = (uint8_t)low;
  out->to.day = (uint8_t)high;
  return true;
}
