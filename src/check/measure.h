/* What of a record can be added up: its occurrences, or one kind of outcome. */
#ifndef CHECK_MEASURE_H
#define CHECK_MEASURE_H

#include "record/record.h"

typedef struct Measure {
  bool occurrences; /* the record's own count; else outcomes of: */
  Str what, unit;
  Str label;        /* of things, which are told apart by their name; empty for people */
  Str type;         /* of occurrences: parts of another type are no parts of it */
  Str status, side; /* of the total's outcome, where it says so */
} Measure;

enum { MEASURE_OPTIONS = 4 };

/* The readings of a measure in one record. A record may tell two classes of dead, or a toll
 * twice: `option` has each number alone and all together; at[0] is the largest told. */
typedef struct Values {
  double at[MEASURE_OPTIONS];
  uint32_t n;
  bool doubtful; /* of another class than the total's: it may count for nothing */
  bool unsure;   /* told with bounds, roughly, or in more ways than fit: nothing can be proved */
} Values;

/* The measures that a record has a number for, its occurrences first; at most `room`. */
uint32_t measures_of(const Record *total, Measure *out, uint32_t room);
Values measure_values(const Measure *measure, const Record *record);

static inline bool count_exact(Count c) { return c.set && !c.approx && c.min == c.max; }
/* «عشرات», tens, is told as from 20 up, «مئات» as from 200: so rough that it may be any number. */
bool count_round(Count c);
/* Equal but for what adding of fractions loses. */
bool number_same(double a, double b);
/* Does the number stand in the text in figures of either kind («15», «١٥»)? */
bool number_in_figures(Str text, double number);

#endif
