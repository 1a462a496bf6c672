/* How good predictions are, measured against gold files that people coded.
 *
 * found     a record of the same class of act at that place
 * record    the same kind and type as well
 * SLOT      its fillers over all records; those of unmatched records count against
 * number    outcomes and counts with exactly the right numbers
 * overall   the mean of the F1 of `record` and of all slots together
 * recorder  the recorder's fields (docs/record.md), over the documents whose gold has them */
#ifndef SCORE_SCORE_H
#define SCORE_SCORE_H

#include "record/writer.h"
#include "score/align.h"

typedef enum ScoreLine {
  SCORE_FOUND,
  SCORE_RECORD,
  SCORE_SLOTS,
  SCORE_NUMBER,
  SCORE_EVENT,
  SCORE_TALLY,
  SCORE_FIGURE,
  SCORE_TREND,
  SCORE_RECORDER,
  SCORE_SLOT, /* the first of the slots, in ScoreSlot's order */
  SCORE_LINES = SCORE_SLOT + SLOT_COUNT_ALL
} ScoreLine;

typedef struct Score {
  Hits at[SCORE_LINES];
  uint32_t documents;
} Score;

const char *score_line_name(ScoreLine line);

/* Records of one kind and type. */
typedef struct TypeScore {
  Str kind, type;
  Hits hits;
} TypeScore;

typedef VEC(TypeScore) TypeScores;

/* Adds one document's records by kind and type; a pair of two types counts against both. */
void score_types(TypeScores *types, Arena *arena, const ToldList *gold, const ToldList *told,
                 const Alignment *alignment);

/* Adds one document. */
void score_add(Score *score, Arena *scratch, const ToldList *gold, const ToldList *told, const Alignment *alignment);

double score_precision(Hits h);
double score_recall(Hits h);
double score_f1(Hits h);
double score_overall(const Score *score);

#endif
