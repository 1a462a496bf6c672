/* Numbers: cardinals, bounds, ordinals, shares, multiples, in digits and words.
 *
 *   «نحو 2500 عنصر»            about 2,500      [2500, 2500] approx
 *   «أكثر من 9 آلاف»            more than 9,000  [9000, ∞]
 *   «مئة وثلاثة وخمسون ألفاً»    153,000
 *   «عشرات»                     dozens           [20, ∞]
 *   «بين 5 و7», «عمليتين»       [5, 7], [2, 2]
 *
 * A dual noun («عمليتين») is a number that is part of its noun: `noun` is set. What counts
 * nothing is no cardinal: years, clock times, «اللواء السابع», «رقم 2254», telephone
 * numbers. The words stand in data/lexicon/numbers.tsv. */
#ifndef LANG_NUMBER_H
#define LANG_NUMBER_H

#include "lang/word.h"

typedef enum NumberKind {
  NUMBER_CARDINAL,
  NUMBER_ORDINAL, /* «الثالث»: the third */
  NUMBER_PERCENT, /* «90%» */
  NUMBER_RATIO,   /* «ضعف», «ثلاثة أضعاف»: a multiple of a baseline, never a count */
  NUMBER_LABEL    /* a year, a time, «القرار 2254», «فق10»: reads as a number, counts nothing */
} NumberKind;

typedef struct Number {
  Span span;            /* with its bounds words: «أكثر من 9 آلاف» */
  uint32_t first, last; /* tokens [first, last) */
  double min, max;      /* max INFINITY: open */
  uint8_t kind;         /* NumberKind */
  bool approx;
  bool noun;   /* a dual or counting noun («غارتين», «أحد مرافقيه»): the counted noun itself */
  bool change; /* risen or fallen BY so much («بنسبة», «بـ 10»), not TO */
} Number;

typedef struct Numbers {
  const Number *at; /* in text order, no two overlap */
  uint32_t n;
  const struct CueHit *cues; /* by token, for the reader of dates; may be NULL */
} Numbers;

typedef struct NumberTables NumberTables; /* in the engine's arena; see number_open */

MUST_USE ErrorCode number_compile(const Source *source, ImageBuilder *image, ErrorInfo *info);
/* Makes the tables ready from an open image; they live in `arena` and point into the image. */
MUST_USE ErrorCode number_open(Arena *arena, const Image *image, NumberTables **tables, ErrorInfo *info);

Numbers numbers_of(Arena *arena, const NumberTables *tables, const Text *text, const Words *words);

#endif
