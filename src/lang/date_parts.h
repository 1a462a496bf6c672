/* Inside the reader of dates: what its parts hand each other. */
#ifndef LANG_DATE_PARTS_H
#define LANG_DATE_PARTS_H

#include "lang/calendar.h"
#include "lang/number_cue.h"

typedef enum DateUnit {
  UNIT_MINUTE,
  UNIT_HOUR,
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_QUARTER,
  UNIT_YEAR,
  UNIT_DECADE,
  UNIT_CENTURY,
  UNIT_COUNT
} DateUnit;

/* Which way an adjective points: «الماضي», «الجاري», «المقبل». */
typedef enum Direction { TOWARDS_ANY, TOWARDS_PAST, TOWARDS_THIS, TOWARDS_NEXT, TOWARDS_BEFORE_PAST } Direction;

/* A time as it is read. `from` and `to` are partial days: month or day 0 where the text
 * gives none, year 0 where it cannot be told. */
typedef struct When {
  Day from, to;
  Day hijri;            /* a month of the hijra: its year and month, for a day in it */
  uint32_t first, last; /* tokens */
  uint8_t role, unit;   /* DateRole; DateUnit of a container */
  uint8_t holiday;      /* DateHoliday */
  bool known;           /* something can be said */
  bool relative, clash, is_hijri;
  bool year_given;         /* the year is written, not inferred */
  bool open_from, open_to; /* «حتى», «منذ» */
  bool part;               /* «مطلع …» */
  bool current;            /* «الجاري»: as near to publication as its unit */
  bool has_ref;            /* said to be so many days from publication: */
  int32_t ref;
} When;

/* A quantity of a unit, or a unit with its adjectives: «الأشهر الستة الماضية». */
typedef struct Stretch {
  uint32_t first, last;
  double n; /* 0: none said */
  uint8_t unit, direction;
  bool definite, demonstrative, same, few, open, story; /* open: «أكثر من»; story: «التالي» */
  bool plural, latest;
} Stretch;

/* Which roles a word must have. */
typedef struct DateRoles {
  CueRoles begins;       /* the roles that can begin a date */
  CueRoles leads, named; /* … those of them that only lead one: «منذ», «من»; and the others */
  CueRoles share, holiday, day, container; /* … and those that each reader of read_base can begin with */
  CueRoles not_counts, not_leads;          /* those that begin one though no number, or nothing, goes on: date.c */
} DateRoles;

typedef struct DateReader {
  Arena *arena;
  const Cues *cues;
  const Text *text;
  const Words *words;
  const Numbers *numbers;
  const CueHit *hits;
  const Hijri *hijri;
  const DateRoles *roles;
  Day pub;       /* may be partial */
  When previous; /* the last one whose year is known */
  When months;   /* the last span of whole months that the text names */
} DateReader;

struct DateTables {
  Cues cues;
  DateRoles roles;
  Hijri hijri;
};

/* It is the days from one to another. */
static inline void date_set_day(When *w, Day from, Day to) {
  w->from = from;
  w->to = to;
  w->known = true;
  w->unit = UNIT_DAY;
}

static inline bool date_pub_known(const DateReader *r) { return r->pub.year && r->pub.month && r->pub.day; }

static inline bool date_within(const DateReader *r, uint32_t from, uint32_t i) {
  return i < r->text->ntokens && r->text->tokens[i].sentence == r->text->tokens[from].sentence;
}

static inline const Cue *date_cue(const DateReader *r, uint32_t i, CueRole role) {
  return i < r->text->ntokens ? cue_at(r->cues, &r->hits[i], role) : NULL;
}

static inline bool date_any(const DateReader *r, uint32_t i, const CueRoles *set) {
  return r->hits[i].node && cue_any(r->cues, &r->hits[i], set);
}

static inline uint8_t date_sign(const DateReader *r, uint32_t i) {
  return i < r->text->ntokens ? token_sign(r->text, i) : 0;
}

static inline uint8_t date_clitics(const DateReader *r, uint32_t i) {
  return i < r->text->ntokens ? r->hits[i].clitics : 0;
}

/* date.c: whether a date itself can begin at a token. */
bool date_may_be_named(const DateReader *r, uint32_t i);

/* date_values.c: arithmetic on partial days. */
Day date_first_day(Day partial);
Day date_last_day(Day partial);
/* -1, 0, 1 by first days. */
int date_compare(Day a, Day b);
Day date_add_days(Day day, int32_t n);
Day date_add_months(Day partial, int32_t n); /* keeps month precision; year 0 stays */
Day date_monday(Day day);
Str date_edtf(Arena *arena, const When *when);

/* date_atoms.c: each reads what begins at token i and sets *last behind it. */
const Number *date_number(const DateReader *r, uint32_t i);
/* «الخامسة»: no day, for days are masculine. */
bool date_feminine(const DateReader *r, uint32_t i);
bool date_day_of_month(const DateReader *r, uint32_t i, uint32_t *low, uint32_t *high, uint32_t *last, bool *worded);
/* Over «من», «في»; also where the next word carries it: «بأيلول». */
uint32_t date_over_of(const DateReader *r, uint32_t i);
bool date_year(const DateReader *r, uint32_t i, bool alone, When *out);
/* «شهري شعبان ورمضان»: does the dual of the unit stand before names of months? */
bool date_names_months(const DateReader *r, uint32_t i);
/* `strong`: what stands before makes it a month beyond doubt. */
bool date_month(const DateReader *r, uint32_t i, bool strong, When *out);
bool date_adjective(const DateReader *r, uint32_t i, Direction *direction, uint32_t *last);
/* A verb of the future close before, or «المقرر». */
bool date_ahead(const DateReader *r, uint32_t i);
bool date_ahead_behind(const DateReader *r, uint32_t first, uint32_t last);
/* One or several days of a month's container. */
bool date_day_in(const DateReader *r, const When *month, uint32_t low, uint32_t high, When *out);

/* date_units.c */
bool date_stretch(const DateReader *r, uint32_t i, Stretch *out);
bool date_quantity(const DateReader *r, uint32_t i, Stretch *out);
bool date_of_stretch(const DateReader *r, const Stretch *stretch, When *out);
/* From the publication by so many units: «قبل عامين». */
bool date_offset(const DateReader *r, const Stretch *stretch, int sign, When *out);
/* A month, year, week, season, decade, century; `bare`: «العام» alone is this one. */
bool date_container(const DateReader *r, uint32_t i, bool bare, When *out);

/* date_digits.c, date_days.c, date_holidays.c, date_shares.c, date_spans.c */
bool date_numeric(const DateReader *r, uint32_t i, bool short_form, When *out);
bool date_day(const DateReader *r, uint32_t i, When *out);
bool date_holiday(const DateReader *r, uint32_t i, When *out);
/* «مطلع آذار», «النصف الأول من 2023», «الأسبوع الثاني من أيلول». */
bool date_share(const DateReader *r, uint32_t i, When *out);
/* A year in digits, where what stands before makes it one. */
bool date_lone_year(const DateReader *r, uint32_t i, bool led, When *out);
bool date_span(const DateReader *r, uint32_t i, When *out);

#endif
