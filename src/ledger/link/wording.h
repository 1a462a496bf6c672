/* The words in which something is told, as a set that can be held against another's. */
#ifndef LEDGER_WORDING_H
#define LEDGER_WORDING_H

#include "text/text.h"

enum {
  WORDING_MOST = 240,  /* words of one wording */
  WORDING_FEWEST = 5,  /* words that can be compared */
  WORDING_OPENING = 3, /* sentences that open a report: its headline and lead */
  WORDING_TOLD = 24    /* sentences of one happening that are looked at */
};

typedef struct Wording {
  const uint32_t *words; /* [n] hashes, sorted, each once; the lowest bits are the word's weight */
  uint32_t n, weight;    /* the weights' sum */
} Wording;

/* The words of these sentences of a text (by number; some may be there twice). */
Wording wording_of(Arena *arena, const Text *text, const uint32_t *sentences, uint32_t n);

/* The words of these spans of a text, and of so many tokens before and after each in its sentence. */
Wording wording_about(Arena *arena, const Text *text, const Span *spans, uint32_t n, uint32_t before, uint32_t after);

/* The sentence that byte `at` lies in, or the last one before it; 0 in a text without any. */
uint32_t wording_sentence(const Text *text, uint32_t at);

/* The last word of a name as it stands among words; 0 where it has none. And whether it stands there. */
uint32_t wording_name(Arena *scratch, Str name);
bool wording_has(const Wording *wording, uint32_t word);

/* The cosine of the two, in percent: 100 the same words; 0 where one has too few. */
uint32_t wording_alike(const Wording *a, const Wording *b);

/* The same of two sets of these weights, neither 0, and of what they share. */
uint32_t wording_percent(uint64_t shared, uint64_t a, uint64_t b);

#endif
