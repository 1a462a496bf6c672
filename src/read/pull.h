/* Lines, stretches of bytes and single bytes of a stream, gathered in an arena. What is past
 * the limit runs through and is not gathered. */
#ifndef READ_PULL_H
#define READ_PULL_H

#include "base/arena.h"
#include "read/stream.h"

typedef struct Pull {
  Stream *stream;
  Str chunk; /* what is left of the stream's chunk */
} Pull;

typedef struct Gather {
  char *p;
  size_t n, room;
  uint64_t all; /* bytes seen, those past the limit too */
} Gather;

static inline Str gather_str(const Gather *g) { return (Str){g->p ? g->p : "", g->n}; }
/* False on a failed arena. */
bool gather_put(Arena *arena, Gather *g, Str bytes, uint64_t limit);

/* Makes sure that the chunk has a byte; it is empty only at the stream's end. */
MUST_USE ErrorCode pull_more(Pull *pull, ErrorInfo *info);
/* To the next line feed (taken, not gathered); *end where there was nothing any more. */
MUST_USE ErrorCode pull_line(Pull *pull, Arena *arena, uint64_t limit, Gather *g, bool *end, ErrorInfo *info);
/* `n` bytes, or fewer at the stream's end. */
MUST_USE ErrorCode pull_bytes(Pull *pull, Arena *arena, uint64_t n, uint64_t limit, Gather *g, ErrorInfo *info);

#endif
