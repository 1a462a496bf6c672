/* What leads a date, and two dates that make a span.
 *
 *   «منذ 2011»                               2011/..
 *   «منذ أسبوع», «قبل عامين», «بعد 3 أيام»    from the day of publication
 *   «خلال الأشهر الستة الماضية», «خلال أسبوع»
 *   «من كانون الثاني وحتى حزيران 2024»       one year for both
 *   «بين 3 آذار و5 نيسان», «آذار - نيسان»
 *   «أواخر 2016 ومطلع 2017»                   two parts that meet
 *   «لمدة أسبوعين», «كل جمعة»                 a length, a habit: no place on the calendar
 */
#include "lang/date_parts.h"

/* ---------------------------------------------------------------- one date */

bool date_lone_year(const DateReader *r, uint32_t i, bool led, When *out) {
  const Number *n = date_number(r, i);
  if (!n || n->kind != NUMBER_LABEL || n->min < 1900 || n->min > 2100 || r->text->tokens[i].kind != TOKEN_NUMBER ||
      r->text->tokens[i].n != 4)
    return false;
  *out = (When){.first = i, .last = i + 1, .unit = UNIT_YEAR, .known = true, .year_given = true};
  out->from = out->to = (Day){(int32_t)n->min, 0, 0};
  if (n->last == i + 3 && date_sign(r, i + 1) == '-' && r->text->tokens[i + 2].n == 4) { /* «2014-2017» */
    uint32_t to = 0;
    if (!str_to_u32(token_light(r->text, i + 2), &to) || to <= n->min || to > 2100) return false;
    out->to.year = (int32_t)to;
    out->last = i + 3;
    out->role = DATE_SPAN;
  } else if (n->last != i + 1) {
    return false;
  }
  const Cue *era = date_within(r, i, out->last) ? date_cue(r, out->last, CUE_ERA) : NULL;
  if (era && era->value < 1) out->last += r->hits[out->last].tokens;
  if (led || era) return true;
  if (!i || !date_within(r, i, i - 1)) return false;
  uint32_t b = i - 1;
  return date_cue(r, b, CUE_IN) || date_cue(r, b, CUE_SINCE) || date_cue(r, b, CUE_UNTIL) ||
         date_cue(r, b, CUE_DURING) || date_cue(r, b, CUE_AFTER) || date_cue(r, b, CUE_AGO) ||
         (date_sign(r, b) == '(' && date_sign(r, out->last) == ')');
}

/* No reader is asked that could take nothing: by the roles of the first word or, where a number stands there, by
 * what it counts. */
static bool read_base(const DateReader *r, uint32_t i, When *out) {
  if (!date_may_be_named(r, i)) return false;
  const DateRoles *roles = r->roles;
  const Number *n = date_number(r, i);
  bool digits = r->text->tokens[i].kind == TOKEN_NUMBER, counts = n && date_cue(r, n->last, CUE_TIME_UNIT);
  if ((counts || date_any(r, i, &roles->share)) && date_share(r, i, out)) return true;
  if ((counts || date_any(r, i, &roles->holiday)) && date_holiday(r, i, out)) return true;
  if ((n || digits || date_any(r, i, &roles->day)) && date_day(r, i, out)) return true;
  if ((counts || date_any(r, i, &roles->container)) && date_container(r, i, false, out)) return true;
  return digits && (date_numeric(r, i, false, out) || date_lone_year(r, i, false, out));
}

/* ---------------------------------------------------------------- two dates */

/* The first of two dates takes what only the second has: its year, or its month. */
static void lend_year(When *a, const When *b) {
  if (!b->known || a->year_given || !a->known || a->is_hijri || !b->year_given || !b->from.year) return;
  a->from.year = a->to.year = b->from.year;
  a->year_given = true;
  if (date_compare(a->from, b->from) > 0) a->from.year = a->to.year = b->from.year - 1;
}

static bool join(const When *a, const When *b, uint32_t first, When *out) {
  When from = *a;
  lend_year(&from, b);
  *out = from;
  out->first = first;
  out->last = b->last;
  out->role = DATE_SPAN;
  out->relative = a->relative || b->relative;
  out->clash = a->clash || b->clash;
  out->known = from.known && b->known;
  out->to = b->to;
  out->unit = from.unit < b->unit ? from.unit : b->unit;
  if (!out->known) return true;
  if (!from.from.year != !b->to.year) { /* one side's year is not known: then neither is */
    out->from.year = out->to.year = 0;
    return date_compare(out->from, out->to) <= 0;
  }
  return date_compare(out->from, out->to) <= 0;
}

/* The second date: «[و]حتى حزيران», «إلى 5 نيسان», «و2017», « - نيسان». */
static bool second_date(const DateReader *r, uint32_t i, const When *a, When *out) {
  if (read_base(r, i, out) || date_lone_year(r, i, a->unit >= UNIT_MONTH, out)) return true;
  return false;
}

static bool upper(const DateReader *r, const When *a, uint32_t first, When *out) {
  uint32_t at = a->last;
  if (!date_within(r, first, at)) return false;
  const Cue *until = date_cue(r, at, CUE_UNTIL);
  if (until) {
    at += r->hits[at].tokens;
  } else if (date_sign(r, at) == '-' || (date_cue(r, at, CUE_AND) && date_cue(r, at + 1, CUE_UNTIL))) {
    at += date_sign(r, at) == '-' ? 1 : 2;
  } else {
    return false;
  }
  When b;
  return date_within(r, first, at) && second_date(r, at, a, &b) && join(a, &b, first, out);
}

static bool joined_by_and(const DateReader *r, const When *a, uint32_t first, When *out) {
  uint32_t at = a->last;
  if (!date_within(r, first, at)) return false;
  if (date_cue(r, at, CUE_AND))
    at++;
  else if (!(date_clitics(r, at) & CLITIC_WA))
    return false;
  When b;
  return date_within(r, first, at) && second_date(r, at, a, &b) && join(a, &b, first, out);
}

/* «من … إلى …», «بين … و…», «الفترة الممتدة من … حتى …». */
static bool read_pair(const DateReader *r, uint32_t i, When *out) {
  bool from = date_cue(r, i, CUE_FROM), between = date_cue(r, i, CUE_BETWEEN);
  if (!from && !between) return false;
  uint32_t at = i + r->hits[i].tokens;
  When a;
  if (!date_within(r, i, at) || (!read_base(r, at, &a) && !date_lone_year(r, at, true, &a))) return false;
  return between ? joined_by_and(r, &a, i, out) || upper(r, &a, i, out) : upper(r, &a, i, out);
}

static bool is_one_day(const When *w) {
  return w->known && !w->part && w->from.year && w->from.day && !date_compare(w->from, w->to);
}

/* «السبت والأحد», «أمس وأول من أمس»: one day and the next, told in either order. */
static bool read_two_days(const DateReader *r, const When *a, uint32_t first, When *out) {
  When b;
  if (!is_one_day(a) || !date_within(r, first, a->last) || !(date_clitics(r, a->last) & CLITIC_WA)) return false;
  if (!read_base(r, a->last, &b) || !is_one_day(&b)) return false;
  const When *from = date_compare(a->from, b.from) < 0 ? a : &b, *to = from == a ? &b : a;
  if (date_compare(date_add_days(from->from, 1), to->from)) return false;
  *out = *a;
  out->last = b.last;
  out->relative = a->relative || b.relative;
  out->clash = a->clash || b.clash;
  out->from = from->from;
  out->to = to->from;
  return true;
}

/* «شهري شعبان ورمضان الماضيين», «شهري نوفمبر، وديسمبر» */
static bool read_two_months(const DateReader *r, uint32_t i, When *out) {
  When a, b;
  if (!date_names_months(r, i) || !date_month(r, i + 1, true, &a)) return false;
  uint32_t at = date_sign(r, a.last) == ',' ? a.last + 1 : a.last;
  if (!date_within(r, i, at) || !(date_clitics(r, at) & CLITIC_WA) || !date_month(r, at, true, &b)) return false;
  return a.known && b.known && a.is_hijri == b.is_hijri && join(&a, &b, i, out);
}

/* «3 آذار - 5 نيسان», «أواخر 2016 ومطلع 2017», «عامي 2014 و2015». */
static bool read_joined(const DateReader *r, uint32_t i, When *out) {
  When a, joined;
  if (read_two_months(r, i, out)) return true;
  if (!read_base(r, i, &a)) return false;
  *out = a;
  if (!a.known || !date_within(r, i, a.last)) return true;
  bool dash = date_sign(r, a.last) == '-';
  if (dash && a.unit >= UNIT_DAY && upper(r, &a, i, &joined) && !date_cue(r, i, CUE_WEEKDAY)) *out = joined;
  bool years = a.unit == UNIT_YEAR && date_cue(r, i, CUE_YEAR_WORD);
  if (a.part && joined_by_and(r, &a, i, &joined) && joined.known && joined.part && joined.unit == a.unit) {
    *out = joined;
  } else if (read_two_days(r, &a, i, &joined)) {
    *out = joined;
  } else if (years && joined_by_and(r, &a, i, &joined) && joined.unit == UNIT_YEAR) {
    *out = joined;
  }
  return true;
}

/* ---------------------------------------------------------------- led dates */

static uint32_t over_approx(const DateReader *r, uint32_t i) {
  return date_cue(r, i, CUE_APPROX) && !date_number(r, i) ? i + r->hits[i].tokens : i;
}

static bool bare_plural(const Stretch *s) { return s->plural && s->n < 1; }

static bool is_today(const DateReader *r, const When *w) {
  const Day day = r->pub;
  return date_pub_known(r) && w->known && w->from.year == day.year && w->from.month == day.month &&
         w->from.day == day.day && w->to.year == day.year && w->to.month == day.month && w->to.day == day.day;
}

/* «منذ»: a date, or a quantity back. */
static bool read_since(const DateReader *r, uint32_t i, When *out) {
  if (!date_cue(r, i, CUE_SINCE)) return false;
  uint32_t at = i + r->hits[i].tokens;
  if (!date_within(r, i, at)) return false;
  Stretch s;
  When a;
  uint32_t from = over_approx(r, at);
  if (read_base(r, at, &a) || date_lone_year(r, at, true, &a)) {
    *out = a;
  } else if (date_within(r, i, from) && date_quantity(r, from, &s)) {
    if (!date_offset(r, &s, -1, out)) return false;
  } else {
    return false;
  }
  When span;
  if (upper(r, out, i, &span)) {
    *out = span;
    return true;
  }
  out->first = i;
  if (is_today(r, out)) { /* «منذ فجر اليوم»: what goes on since then is of that day */
    out->role = DATE_POINT;
    return true;
  }
  out->role = DATE_SINCE;
  out->open_to = true;
  return true;
}

static bool read_until(const DateReader *r, uint32_t i, When *out) {
  const Cue *until = date_cue(r, i, CUE_UNTIL);
  if (!until || until->value < 1) return false;
  uint32_t at = i + r->hits[i].tokens;
  if (!date_within(r, i, at) || (!read_base(r, at, out) && !date_lone_year(r, at, true, out))) return false;
  out->first = i;
  out->role = DATE_SPAN;
  out->open_from = true;
  return true;
}

/* «خلال أسبوع» of what has been: the days before publication. */
static void within_quantity(const DateReader *r, const Stretch *s, When *out) {
  Stretch past = *s;
  past.direction = TOWARDS_PAST;
  *out = (When){.first = s->first, .last = s->last, .relative = true, .unit = s->unit, .role = DATE_SPAN};
  if (s->unit != UNIT_WEEK) {
    date_of_stretch(r, &past, out);
  } else if (date_pub_known(r) && s->n >= 1 && !s->few && !s->open) {
    out->from = date_add_days(r->pub, -7 * (int32_t)s->n);
    out->to = date_add_days(r->pub, -1);
    out->known = true;
  }
  out->role = DATE_SPAN;
}

static bool read_during(const DateReader *r, uint32_t i, When *out) {
  if (!date_cue(r, i, CUE_DURING)) return false;
  uint32_t at = i + r->hits[i].tokens;
  if (date_cue(r, at, CUE_PERIOD)) at += r->hits[at].tokens;
  if (!date_within(r, i, at)) return false;
  Stretch s;
  if (read_pair(r, at, out) || read_joined(r, at, out) || date_lone_year(r, at, true, out)) {
    out->role = DATE_SPAN;
  } else if (date_container(r, at, true, out) && out->unit >= UNIT_WEEK) {
    out->role = DATE_SPAN;
  } else if (date_quantity(r, at, &s) && s.unit >= UNIT_HOUR) {
    bool loose = s.unit == UNIT_DECADE && s.n < 2; /* «الأولى خلال عقد»: no ten years that begin with a nought */
    if (loose || date_ahead(r, i)) {
      *out = (When){.last = s.last, .role = DATE_DURATION};
    } else {
      within_quantity(r, &s, out);
    }
  } else {
    return false;
  }
  out->first = i;
  return true;
}

/* A perfect verb close before: the story tells of what is past. */
static bool told_as_past(const DateReader *r, uint32_t i) {
  if (!r->words || !r->words->at) return false;
  for (uint32_t steps = 0; steps < 6 && i > 0 && date_within(r, i, i - 1); steps++) {
    const Reading *best = word_best(r->words, --i);
    if (best->pos == POS_VERB) return best->form == FORM_PERFECT;
  }
  return false;
}

/* «بعد سبعة أعوام» counts on from what the story has told, unless a verb looks ahead or nothing else is said; «بعد
 * يومين» may be in two days from now, but not where it opens the sentence. */
static bool counts_from_story(const DateReader *r, uint32_t i, const Stretch *s) {
  const Sentence *around = &r->text->sentences[r->text->tokens[i].sentence];
  if (date_ahead(r, i) || date_ahead_behind(r, i, s->last)) return false;
  if (s->unit > UNIT_DAY) return around->first < i || s->last + 1 < around->last;
  return around->first == i && s->last + 1 < around->last;
}

/* «قبل عامين», «بعد ثلاثة أيام»; «بعد يومين من الهجوم», «… على الهجوم» has another zero. */
static bool read_offset(const DateReader *r, uint32_t i, When *out) {
  bool ago = date_cue(r, i, CUE_AGO), after = date_cue(r, i, CUE_AFTER);
  bool from = date_cue(r, i, CUE_FROM) && r->text->sentences[r->text->tokens[i].sentence].first == i;
  if (!ago && !after && !from) return false;
  uint32_t at = i + r->hits[i].tokens;
  Stretch s;
  if (!date_within(r, i, at)) return false;
  at = over_approx(r, at);
  if (ago && date_number(r, i + 1)) at = i + 1; /* «قبل نحو 3 سنوات»: the number begins with its bounds */
  if (!date_within(r, i, at) || !date_quantity(r, at, &s)) return false;
  if (from && (s.unit < UNIT_DAY || bare_plural(&s))) return false;
  bool of = date_cue(r, s.last, CUE_OF) || (after && date_cue(r, s.last, CUE_UPON));
  bool elsewhere = date_within(r, i, s.last) && of && !date_clitics(r, s.last);
  if (!date_offset(r, &s, after ? 1 : -1, out)) return false;
  if (elsewhere || (after && (told_as_past(r, i) || date_number(r, i) || counts_from_story(r, i, &s)))) {
    out->known = false;
    out->role = DATE_DURATION;
  }
  out->first = i;
  return true;
}

/* «بعد 2003», «قبل عام 2011»: open at one end. */
static bool read_bounded_year(const DateReader *r, uint32_t i, When *out) {
  bool ago = date_cue(r, i, CUE_AGO), after = date_cue(r, i, CUE_AFTER);
  if (!ago && !after) return false;
  uint32_t at = i + 1;
  if (!date_within(r, i, at) || (!date_lone_year(r, at, true, out) && !date_year(r, at, true, out))) return false;
  out->first = i;
  out->role = ago ? DATE_SPAN : DATE_SINCE;
  out->open_to = after;
  out->open_from = ago;
  if (ago && out->known) out->to = (Day){out->from.year - 1, 0, 0};
  return true;
}

/* ---------------------------------------------------------------- lengths and habits */

static bool read_length(const DateReader *r, uint32_t i, When *out) {
  Stretch s;
  if (!date_cue(r, i, CUE_LENGTH) || date_clitics(r, i) & CLITIC_AL) return false;
  uint32_t at = i + r->hits[i].tokens;
  if (!date_within(r, i, at) || !date_quantity(r, at, &s)) return false;
  *out = (When){.first = i, .last = s.last, .role = DATE_DURATION, .unit = s.unit};
  return true;
}

static bool read_habit(const DateReader *r, uint32_t i, When *out) {
  *out = (When){.first = i, .last = i + r->hits[i].tokens, .role = DATE_HABIT};
  if (date_cue(r, i, CUE_HABIT)) return !(date_clitics(r, i) & CLITIC_AL);
  if (!date_cue(r, i, CUE_EVERY) || !date_within(r, i, i + 1)) return false;
  uint32_t at = i + 1;
  if (date_cue(r, at, CUE_DATE_WORD)) at++;
  if (!date_within(r, i, at) || (!date_cue(r, at, CUE_WEEKDAY_BARE) && !date_cue(r, at, CUE_TIME_UNIT))) return false;
  if (r->hits[at].clitics) return false;
  out->last = at + 1;
  return true;
}

/* «مؤخراً», «في الآونة الأخيرة»: it is said when, if not on which day. */
static bool read_lately(const DateReader *r, uint32_t i, When *out) {
  if (!date_cue(r, i, CUE_LATELY)) return false;
  *out = (When){.first = i, .last = i + r->hits[i].tokens, .relative = true, .role = DATE_POINT};
  return true;
}

static bool read_led(const DateReader *r, uint32_t i, When *out) {
  return read_pair(r, i, out) || read_since(r, i, out) || read_until(r, i, out) || read_during(r, i, out) ||
         read_offset(r, i, out) || read_bounded_year(r, i, out) || read_length(r, i, out) || read_habit(r, i, out) ||
         read_lately(r, i, out);
}

bool date_span(const DateReader *r, uint32_t i, When *out) {
  return (date_any(r, i, &r->roles->leads) && read_led(r, i, out)) || read_joined(r, i, out);
}
