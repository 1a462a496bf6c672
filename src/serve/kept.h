/* Answers that were made lately, by their ETag: a page asks the same again and again, and what
 * counts a whole ledger need be reckoned once for each state of it. */
#ifndef SERVE_KEPT_H
#define SERVE_KEPT_H

#include "base/arena.h"

typedef struct Kept Kept;

Kept *kept_new(void); /* NULL: no memory, which only means slower */
void kept_free(Kept *kept);

/* A copy of what was kept under the tag, in the arena; false: nothing. */
bool kept_get(Kept *kept, uint64_t tag, Arena *arena, Str *body);
void kept_put(Kept *kept, uint64_t tag, Str body);

#endif
