/* Near-copies: which texts are one text, edited a little.
 *
 * Outlets carry an agency's report with another headline, a changed first line and a foot of
 * their own. Such copies stay documents of their own outlet, but are one voice. Two texts
 * are copies where their sets of shingles (runs of NEAR_WORDS words in normal form, figures
 * of both kinds alike) have a Jaccard similarity of NEAR_ALIKE in a thousand or more. The
 * similarity is estimated by MinHash (Broder 1997): of each of NEAR_HASHES hash functions a
 * sketch keeps the least value over the shingles; the share of places in which two sketches
 * are equal is an estimate of the similarity, off by about 0.04.
 *
 * To find candidates without comparing all pairs a sketch is cut into bands (near_bands): a
 * store keeps each document's bands in an index, and only documents that share a band are
 * compared (near_alike). At 0.6 they share one in 98.8 of 100 cases, at 0.7 in 99.98. */
#ifndef LEDGER_NEAR_H
#define LEDGER_NEAR_H

#include "base/arena.h"

enum {
  NEAR_WORDS = 3,
  NEAR_HASHES = 128,
  NEAR_BANDS = 32,
  NEAR_ROWS = NEAR_HASHES / NEAR_BANDS,
  NEAR_BYTES = NEAR_HASHES * 4, /* of a sketch as it is stored */
  NEAR_LEAST = 20,              /* shingles; a shorter text is nobody's copy but its own twin's */
  NEAR_ALIKE = 600              /* in a thousand */
};

typedef struct NearSketch {
  uint32_t least[NEAR_HASHES];
  uint32_t shingles; /* how many different ones; 0: nothing to compare */
} NearSketch;

/* The sketch of a text (valid UTF-8). Linear in the text; works in `scratch` and gives
 * everything back. A text that differs in nothing but vowel signs, tatweel, the shape of its
 * letters or white space has the same sketch. On a failed arena `shingles` is 0. */
void near_sketch(Arena *scratch, Str text, NearSketch *sketch);

/* Keys for the index: documents that share one of them are worth comparing. */
void near_bands(const NearSketch *sketch, uint64_t bands[NEAR_BANDS]);

/* The similarity in a thousand, an estimate; 0 where either has too few shingles. */
uint32_t near_alike(const NearSketch *a, const NearSketch *b);

static inline bool near_copies(const NearSketch *a, const NearSketch *b) { return near_alike(a, b) >= NEAR_ALIKE; }

/* For a store: NEAR_BYTES bytes, little-endian, the same on every machine. */
void near_store(const NearSketch *sketch, uint8_t bytes[NEAR_BYTES]);
/* `shingles` is stored apart. */
void near_load(const uint8_t bytes[NEAR_BYTES], uint32_t shingles, NearSketch *sketch);

/* Groups of copies among `n` sketches, in memory: group[i] is the least index of i's group.
 * A copy of a copy belongs to the group, so that the order does not matter. Near linear:
 * sketches of one band are compared with that band's first and with its neighbours. */
void near_groups(Arena *scratch, const NearSketch *sketches, uint32_t n, uint32_t *group);

#endif
