/* A record as the score sees it: what a gold file or a line of `daftar code` tells.
 *
 * Gold files (NAME.gold.json beside NAME.txt) give quotes as bare words, predictions give
 * them with offsets; both come out alike. Strings live in the arena. */
#ifndef SCORE_TOLD_H
#define SCORE_TOLD_H

#include "base/error.h"
#include "score/terms.h"

/* What is compared in a slot: all that is set must be the same. */
typedef struct Filler {
  Str key;     /* exact: «killed 3 5» */
  Terms terms; /* words of a quote: half of both must be shared */
  bool quoted; /* terms count */
} Filler;

typedef VEC(Filler) Fillers;

#define SCORE_SLOTS(X)                                  \
  X(AGENTS, "agents")                                   \
  X(PARTNERS, "partners")                               \
  X(TARGETS, "targets")                                 \
  X(CLAIMED_BY, "claimed_by")                           \
  X(PLACES, "places")                                   \
  X(COUNTRY, "country")                                 \
  X(TIME, "time")                                       \
  X(OUTCOMES, "outcomes")                               \
  X(COUNT, "count")                                     \
  X(STANCE, "stance")                                   \
  X(DIRECTION, "direction")                             \
  X(STATUS, "status") /* from here on the recorder's */ \
  X(SIDE, "side")                                       \
  X(WOMEN_CHILDREN, "women_children")                   \
  X(RESPONSIBILITY, "responsibility")                   \
  X(RESPONSIBLE_BY, "responsible_by")                   \
  X(VIA, "via")                                         \
  X(PERSONS, "persons")                                 \
  X(PART_OF, "part_of")                                 \
  X(BACKGROUND, "background")

typedef enum ScoreSlot {
#define X(name, text) SLOT_##name,
  SCORE_SLOTS(X)
#undef X
      SLOT_COUNT_ALL
} ScoreSlot;

enum { SLOT_RECORDER = SLOT_STATUS };

typedef struct Told {
  Str kind, type, trigger;
  VEC(Span) triggers; /* bytes of the document's text */
  Fillers slots[SLOT_COUNT_ALL];
  bool extended; /* has the recorder's fields */
} Told;

typedef VEC(Told) ToldList;

/* The records of a gold file. `text` is the document's. */
MUST_USE ErrorCode told_read_gold(Arena *arena, const TermTable *table, Str file, Str text, ToldList *out,
                                  ErrorInfo *info);
/* One line of predictions; *doc is the document's name without folder and ending. A line
 * that is no record (another kind of object) leaves *doc empty. */
MUST_USE ErrorCode told_read_line(Arena *arena, const TermTable *table, Str line, Str *doc, Told *out, ErrorInfo *info);

#endif
