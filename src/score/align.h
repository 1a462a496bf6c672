/* Which record of a prediction stands for which of the gold: one to one, the likest first.
 *
 * Two may be one where a trigger of the one touches a trigger of the other or both stand in
 * one sentence, and they are of one class of act. */
#ifndef SCORE_ALIGN_H
#define SCORE_ALIGN_H

#include "score/told.h"

/* The class of act of each type: the second column of grammar/types.tsv. */
typedef struct TypeClass {
  Str type, class;
} TypeClass;

typedef struct ClassTable {
  VEC(TypeClass) rows;
} ClassTable;

MUST_USE ErrorCode classes_open(Arena *arena, const Source *source, ClassTable *table, ErrorInfo *info);

enum { ALIGN_NONE = UINT32_MAX };

typedef struct Aligned {
  uint32_t gold, told; /* ALIGN_NONE: has no counterpart */
} Aligned;

typedef VEC(Aligned) Alignment;

Alignment align(Arena *arena, const ClassTable *classes, Str text, const ToldList *gold, const ToldList *told);

typedef struct Hits {
  uint32_t hit, gold, told;
} Hits;

/* How the fillers of one slot meet; either may be NULL. */
Hits slot_hits(Arena *scratch, ScoreSlot slot, const Told *gold, const Told *told);

#endif
