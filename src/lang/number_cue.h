/* Cues: the words that numbers and dates are made of, each with a role and a value.
 *
 * data/lexicon/numbers.tsv and dates.tsv say that «خمسة» is a unit worth 5, «أكثر من» opens
 * a bound upwards, «كانون الثاني» is month 1. The readers of numbers and dates know roles
 * alone. A phrase may have several roles («حتى» ends a range of numbers and of dates).
 *
 * cue_hits looks every token up once. A token may carry proclitics that the table's word
 * does not: «وبخمسة» is و + ب + خمسة. What is spelled whole in the table goes first: «واحد»
 * is one, not "and Sunday". Of several cuts the one that begins the longest phrase wins. */
#ifndef LANG_NUMBER_CUE_H
#define LANG_NUMBER_CUE_H

#include "image/phrases.h"
#include "image/source.h"
#include "lang/word.h"

/*        name              word in the data    what it is, and its value */
#define CUE_ROLE_LIST(X)                                                                                               \
  X(CUE_UNIT, "unit")                 /* 1-9 */                                                                        \
  X(CUE_TEN, "ten")                   /* «عشر»: 10, or the teen of the unit before it */                          \
  X(CUE_TEEN, "teen")                 /* 11-19 in one piece */                                                         \
  X(CUE_TENS, "tens")                 /* 20-90 */                                                                      \
  X(CUE_HUNDRED, "hundred")           /* 100, or times the unit before it */                                           \
  X(CUE_HUNDREDS, "hundreds")         /* 200-900 in one piece */                                                       \
  X(CUE_SCALE, "scale")               /* a thousand and up, singular or plural */                                      \
  X(CUE_SCALE_DUAL, "scale-dual")     /* «ألفين» */                                                             \
  X(CUE_ZERO, "zero")                 /* «صفر» */                                                                 \
  X(CUE_POINT, "point")               /* «فاصلة» between whole and decimals */                                  \
  X(CUE_FRACTION, "fraction")         /* «نصف», «ثلاثة أرباع» */                                      \
  X(CUE_VAGUE, "vague")               /* «عشرات», «مئات»: the least it can be */                          \
  X(CUE_FEW, "few")                   /* «بضعة»: 3 to 9 */                                                       \
  X(CUE_ODD, "odd")                   /* «ونيف»: up to 9 more */                                                 \
  X(CUE_ORDINAL, "ordinal")           /* «ثالث» */                                                               \
  X(CUE_MULTIPLE, "multiple")         /* «أضعاف»: times the number before it */                                 \
  X(CUE_DOUBLE, "double")             /* «ضعف»: 2, where a measure is compared */                                 \
  X(CUE_ONE_OF, "one-of")             /* «أحد مرافقيه» */                                                  \
  X(CUE_OTHER, "other")               /* «آخر»: one more person, standing alone */                                \
  X(CUE_OTHERS, "others")             /* «آخران» */                                                             \
  X(CUE_PERCENT, "percent")           /* «في المئة» */                                                        \
  X(CUE_MORE, "more")                 /* «أكثر من» */                                                          \
  X(CUE_LESS, "less")                 /* «أقل من» */                                                            \
  X(CUE_APPROX, "approx")             /* «نحو» */                                                                 \
  X(CUE_IN_ALL, "in-all")             /* «ما مجموعه»: bounds nothing, belongs to the number */               \
  X(CUE_MORE_AFTER, "more-after")     /* «على الأقل» */                                                      \
  X(CUE_LESS_AFTER, "less-after")     /* «على الأكثر» */                                                    \
  X(CUE_APPROX_AFTER, "approx-after") /* «تقريباً» */                                                         \
  X(CUE_BETWEEN, "between")           /* «بين … و…» */                                                       \
  X(CUE_FROM, "from")                 /* «من … إلى …» */                                                    \
  X(CUE_TO, "to")                                                                                                      \
  X(CUE_OR, "or")                                                                                                      \
  X(CUE_CHANGE, "change")               /* «ارتفع»: what follows is by how much, or from and to */              \
  X(CUE_BY, "by")                       /* «بنسبة», «بمقدار» */                                         \
  X(CUE_TIMES, "times")                 /* «مرات» after «تضاعف» */                                        \
  X(CUE_DOUBLED, "doubled")             /* «تضاعف» */                                                           \
  X(CUE_LABEL, "label")                 /* «رقم», «القرار»: the number behind it counts nothing */        \
  X(CUE_LABEL_UNIT, "label-unit")       /* «اللواء»: an ordinal behind it is its name */                       \
  X(CUE_CLOCK, "clock")                 /* «الساعة» */                                                         \
  X(CUE_ZONE, "zone")                   /* «بتوقيت», «تغ»: the number before it is a time */               \
  X(CUE_OUT_OF, "out-of")               /* «من كل»: «9 من كل 10» is a ratio */                             \
  X(CUE_RA, "ra")                       /* «8ر1»: agencies' way to write 1.8 */                                     \
  X(CUE_DEGREE, "degree")               /* a unit that can be below zero */                                            \
  X(CUE_ARTICLE, "article")             /* «الـ» before digits */                                                 \
  X(CUE_PREFIX, "prefix")               /* «بـ» before digits; 1 where ب is in it */                              \
  X(CUE_AND, "and")                     /* «و» standing alone */                                                    \
  X(CUE_WITHOUT, "without")             /* «دون» */                                                               \
  X(CUE_NOT, "not")                     /* «لم» */                                                                 \
  X(CUE_HAPPEN, "happen")               /* «وقوع», «يسقط» */                                               \
  X(CUE_FILLER, "filler")               /* what may stand between «دون» and the victims */                        \
  X(CUE_VICTIMS, "victims")             /* «إصابات», «قتلى» */                                           \
  X(CUE_TAKER, "taker")                 /* «إصابة», «اعتقال»: of whom «آخر» may follow */          \
  X(CUE_COPULA, "copula")               /* «كانوا»: a plural behind it is what somebody is */                   \
  X(CUE_MEASURE, "measure")             /* «عدد», «حجم» */                                                   \
  X(CUE_MONTH, "month")                 /* 1-12 */                                                                     \
  X(CUE_HIJRI_MONTH, "hijri-month")     /* 1-12 */                                                                     \
  X(CUE_WEEKDAY, "weekday")             /* 0 Monday - 6 Sunday */                                                      \
  X(CUE_WEEKDAY_BARE, "weekday-bare")   /* the same without ال: after «يوم» or an ordinal */                    \
  X(CUE_DAY_REF, "day-ref")             /* «أمس»: days from publication */                                        \
  X(CUE_DAYTIME, "daytime")             /* «صباح»: 0; «فجر», «ليل»: 1, night, a day's doubt */         \
  X(CUE_NIGHT, "night")                 /* «ليل»: may lie between two days */                                     \
  X(CUE_TIME_UNIT, "time-unit")         /* DateUnit; dual and plural by flag */                                        \
  X(CUE_PAST, "past")                   /* «الماضي» */                                                         \
  X(CUE_LATEST, "latest")               /* «الأخير»: past behind a count, last behind a day */                 \
  X(CUE_THIS, "this")                   /* «الجاري» */                                                         \
  X(CUE_NEXT, "next")                   /* «المقبل» */                                                         \
  X(CUE_SAME, "same")                   /* «نفسه», «ذاته» */                                               \
  X(CUE_THE_PAST_BEFORE, "past-before") /* «قبل الماضي» */                                                  \
  X(CUE_DEMONSTRATIVE, "demonstrative") /* «هذا» */                                                               \
  X(CUE_A_FEW, "a-few")                 /* «القليلة»: no number can be given */                               \
  X(CUE_SINCE, "since")                                                                                                \
  X(CUE_AGO, "ago")       /* «قبل» */                                                                             \
  X(CUE_AFTER, "after")   /* «بعد» */                                                                             \
  X(CUE_DURING, "during") /* «خلال» */                                                                           \
  X(CUE_LENGTH, "length") /* «لمدة» */                                                                           \
  X(CUE_UNTIL, "until")                                                                                                \
  X(CUE_IN, "in")                                                                                                      \
  X(CUE_OF, "of")                                                                                                      \
  X(CUE_UPON, "upon")     /* «على»: «بعد يومين على الهجوم» */                                  \
  X(CUE_PART, "part")     /* 1 «مطلع», 2 «منتصف», 3 «أواخر», 4 «بداية», 5 «نهاية» */ \
  X(CUE_SHARE, "share")   /* «النصف», «الربع», «الثلث»: into how many */                          \
  X(CUE_FIRST, "first")   /* «أول»: of a month its first day */                                                   \
  X(CUE_LAST, "last")     /* «آخر»: -1 */                                                                         \
  X(CUE_SEASON, "season") /* «صيف»: its first month */                                                            \
  X(CUE_DECADE, "decade") /* «تسعينيات»: 90 */                                                               \
  X(CUE_HOLIDAY, "holiday")             /* month * 100 + day */                                                        \
  X(CUE_HIJRI_HOLIDAY, "hijri-holiday") /* month * 100 + day */                                                        \
  X(CUE_EASTER, "easter")               /* days from Easter Sunday */                                                  \
  X(CUE_ERA, "era")                     /* «م»: 0, «هـ»: 1, «ق.م»: 2 */                                     \
  X(CUE_IS, "is")                       /* «الموافق» */                                                       \
  X(CUE_YEAR_WORD, "year-word")         /* «عام», «سنة» before a year */                                     \
  X(CUE_EVERY, "every")                 /* «كل» */                                                                 \
  X(CUE_LATELY, "lately")               /* «مؤخراً»: some day that is not told */                              \
  X(CUE_HABIT, "habit")                 /* «يومياً» */                                                         \
  X(CUE_PERIOD, "period")               /* «الفترة الممتدة» */                                          \
  X(CUE_DATE_WORD, "date-word")         /* «تاريخ»: day/month may follow */                                     \
  X(CUE_ORDINARY_DAY, "ordinary-day") /* «وطني», «تالي»: behind «اليوم», which is not today then */ \
  X(CUE_WEEKDAYS, "weekdays")         /* «يومي»: two of them follow */                                           \
  X(CUE_THAT, "that")                 /* «ذلك»: before «اليوم», which is not today then */                 \
  X(CUE_SUBJUNCTIVE, "subjunctive")   /* «أن»: what the verb behind it tells lies ahead */                         \
  X(CUE_FUTURE, "future")             /* «المقرر»: what is told lies ahead */                                  \
  X(CUE_NAMED_AFTER, "named-after")   /* «ميدان», «ثورة»: a day behind it is its name */                  \
  X(CUE_AGE, "age") /* «العمر»: behind «الأربعينات» (the forties), which are somebody's then */

#define X(name, word) name,
typedef enum CueRole { CUE_ROLE_LIST(X) CUE_ROLES } CueRole;
#undef X

enum {                /* Cue.flags, by the words of the data */
       CUE_WEAK = 1,  /* weak: another word is more likely, the context must help */
       CUE_EXACT = 2, /* exact: weak too unless spelled as in the table, «آب» */
       CUE_NO_AL = 4, /* noal: not with ال before it */
       CUE_BARE = 8,  /* bare: no proclitic at all */
       CUE_OUTSIDE = 16 /* outside: a verb that bounds a number but is no part of it */,
       CUE_DUAL = 32,
       CUE_PLURAL = 64,
       CUE_RARE = 128 /* rare: weaker than weak, as a month's name that most often is a person's */
};

typedef struct Cue {
  double value;
  uint16_t role, flags;
  uint32_t light; /* of an exact one: hash of its light letters */
} Cue;

/* What stands at a token: a phrase of `tokens` tokens, its first without `clitics`. */
typedef struct CueHit {
  uint32_t node; /* of the phrases; 0: nothing */
  uint8_t tokens;
  uint8_t clitics; /* CLITIC_WA … CLITIC_AL (lang/word.h) */
  bool spelled;    /* exactly as in the table, for CUE_EXACT */
  uint8_t number;  /* of the number that begins here, from 1, if it is below NUMBER_LATE; 0: none does */
} CueHit;

enum { NUMBER_LATE = UINT8_MAX };

/* A set of roles. */
typedef struct CueRoles {
  uint64_t bits[2];
} CueRoles;

_Static_assert(CUE_ROLES <= 128, "two words hold a set of roles");

typedef struct Cues {
  Phrases phrases;
  const Cue *list; /* [n] */
  uint32_t n;
  const uint8_t *filter; /* bits by a few letters of the words */
  const uint16_t *set;   /* [phrases.n]: by node, the number of the set of roles that its phrase can have */
  const CueRoles *sets;  /* few, so that they stay near the processor */
  const bool *leads;     /* [phrases.n]: by node, whether a longer phrase begins so */
} Cues;

/* Reads the tables lexicon/numbers.tsv, dates.tsv and calendar words into the image. */
MUST_USE ErrorCode cues_compile(const Source *source, ImageBuilder *image, ErrorInfo *info);
MUST_USE ErrorCode cues_open(Arena *arena, Cues *cues, const Image *image, ErrorInfo *info);

/* [text->ntokens + 1]; NULL on a failed arena. What the words' spellings tell alone is noted
 * with them; `words` may be empty. */
CueHit *cue_hits(Arena *arena, const Cues *cues, const Text *text, const Words *words);

/* As cue_at, where the phrase has the role. */
const Cue *cue_find(const Cues *cues, const CueHit *hit, CueRole role);

static inline bool cue_role_in(const CueRoles *set, CueRole role) { return set->bits[role / 64] >> role % 64 & 1; }

/* The roles that the phrase at a token can have. */
static inline const CueRoles *cue_set(const Cues *cues, const CueHit *hit) { return &cues->sets[cues->set[hit->node]]; }

/* The cue of that role at a token, or NULL. */
static inline const Cue *cue_at(const Cues *cues, const CueHit *hit, CueRole role) {
  return hit->node && cue_role_in(cue_set(cues, hit), role) ? cue_find(cues, hit, role) : NULL;
}

static inline bool cue_any(const Cues *cues, const CueHit *hit, const CueRoles *set) {
  const CueRoles *has = cue_set(cues, hit);
  return (has->bits[0] & set->bits[0]) || (has->bits[1] & set->bits[1]);
}

/* The set of the roles in [first, last]. */
CueRoles cue_roles(CueRole first, CueRole last);

#endif
