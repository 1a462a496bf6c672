/* The words of a quote, as two quotes are compared: folded, without what clings to them, and
 * without words that say nothing («في», «من»). «عناصر من داعش» and «عناصر داعش» are the same. */
#ifndef SCORE_TERMS_H
#define SCORE_TERMS_H

#include "image/source.h"
#include "text/text.h"

typedef struct TermTable {
  VEC(Str) stops, prefixes; /* folded letters */
} TermTable;

typedef struct Terms {
  const Str *at; /* distinct */
  uint32_t n;
} Terms;

/* From score/terms.tsv among the sources. */
MUST_USE ErrorCode terms_open(Arena *arena, const Source *source, TermTable *table, ErrorInfo *info);

Terms terms_of(Arena *arena, const TermTable *table, Str quote);

/* Half of the words of both are shared (Dice 0.5). */
bool terms_alike(Terms a, Terms b);

#endif
