/* Totals and their parts: which records are parts of which, which of them are surely so, and
 * whether they add up. What a report must say for that is in docs/findings.md. */
#ifndef CHECK_PARTS_H
#define CHECK_PARTS_H

#include "check/draft.h"
#include "check/measure.h"

enum {
  PARTS_MOST = 32,   /* of one total; more is a list that went wrong */
  PARTS_MEASURES = 8 /* of one total */
};

/* What sets the parts apart. */
typedef enum Dimension { BY_PLACE, BY_TIME, BY_TARGET, BY_AGENT, BY_NOTHING } Dimension;

typedef struct Group {
  const CheckDoc *doc;
  const Record *total;
  const Record *parts[PARTS_MOST];
  bool sure[PARTS_MOST]; /* else doubtful: it may be a subset of another part */
  uint32_t nparts, nsure;
  Dimension by;
  bool lenient; /* parts that do not fit the total's time or speaker are among the sure */
  bool all;     /* the parts are declared or proved to be all of the total */
} Group;

typedef enum Verdict { NOT_PROVED, ADDS_UP, DOES_NOT } Verdict;

/* One measure of a group. */
typedef struct Reckoning {
  Measure measure;
  Verdict verdict;
  double total, sum;         /* sum: of the sure parts */
  double values[PARTS_MOST]; /* of the sure parts, by part */
} Reckoning;

typedef struct Reckonings {
  Reckoning at[PARTS_MEASURES];
  uint32_t n;
} Reckonings;

/* Calls `use` for each total of the document that has parts set apart from each other, with
 * what its measures come to. */
typedef void PartsUse(void *context, const Group *group, const Reckonings *reckonings);
void parts_each(Arena *arena, const CheckDoc *doc, PartsUse *use, void *context);

/* "13 (Syria) and 30 (Iraq)", with the records and their sentences taken up. */
void parts_say(Draft *draft, const Group *group, const Reckoning *reckoning);
/* "44 killed", "16 airstrike" */
void parts_say_measure(Draft *draft, const Measure *measure, double number);
/* "13 + 30 = 43" */
void parts_arithmetic(Draft *draft, const double *values, uint32_t n, double sum);

#endif
