/* Which sets of the grammar (code/grammar/sets.h) each word belongs to, and the compound
 * prepositions that begin at it. */
#ifndef CODE_MARK_H
#define CODE_MARK_H

#include "code/clause/input.h"
#include "code/grammar/frame.h"

typedef struct Marks {
  SetMask *sets;  /* by token */
  uint32_t *prep; /* by token: number of the compound preposition that begins here, or UINT32_MAX */
  uint8_t *n;     /* by token: tokens of the longest set word that begins here; 0 none */
} Marks;

/* The sets of every word of the text, and the compound prepositions that begin at it. The arrays are the arena's; NULL
 * where it is full. */
Marks marks_of(Arena *arena, const Grammar *grammar, const CoderInput *input);

#endif
