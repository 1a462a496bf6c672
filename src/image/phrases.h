/* Phrases of one or more words, each leading to a list of values: the names of places and
 * actors, months of two words, compound prepositions.
 *
 * A trie over word numbers: every word has its number in a Strings table, a node is found
 * from its parent and the word by one look into a hash table. The caller decides what a
 * word's key is (folded, without the article), so the same table serves any normal form.
 *
 *   uint32_t node = PHRASES_ROOT;
 *   while ((node = phrases_step(&phrases, node, key_of(token++))) != PHRASES_NONE)
 *     if (phrases_values(&phrases, node).n) best = …;   // the longest so far */
#ifndef IMAGE_PHRASES_H
#define IMAGE_PHRASES_H

#include "image/strings.h"

enum { PHRASES_ROOT = 0, PHRASES_NONE = UINT32_MAX };

typedef struct PhraseEdge {
  uint32_t parent, word, child; /* child 0: an empty slot, since nothing leads to the root */
} PhraseEdge;

typedef struct PhraseNode {
  uint32_t first, n; /* into values */
} PhraseNode;

typedef struct Phrases {
  Strings words;
  const PhraseEdge *edges; /* [mask + 1] */
  const PhraseNode *nodes; /* [n] */
  const uint32_t *values;
  uint32_t mask, n, nvalues;
} Phrases;

typedef struct PhrasesTags {
  StringsTags words;
  ImageTag edges, nodes, values;
} PhrasesTags;

/* Six tags that begin with the same two letters. */
#define PHRASES_TAGS(a, b)                                                                          \
  ((PhrasesTags){{IMAGE_TAG(a, b, 'w', 'b'), IMAGE_TAG(a, b, 'w', 'o'), IMAGE_TAG(a, b, 'w', 's')}, \
                 IMAGE_TAG(a, b, 'p', 'e'),                                                         \
                 IMAGE_TAG(a, b, 'p', 'n'),                                                         \
                 IMAGE_TAG(a, b, 'p', 'v')})
#define STRINGS_TAGS(a, b) \
  ((StringsTags){IMAGE_TAG(a, b, 's', 'b'), IMAGE_TAG(a, b, 's', 'o'), IMAGE_TAG(a, b, 's', 's')})

typedef struct PhraseValues {
  const uint32_t *at;
  uint32_t n;
} PhraseValues;

MUST_USE ErrorCode phrases_open(Phrases *phrases, const Image *image, PhrasesTags tags, ErrorInfo *info);

/* The node that `word` leads to from `node`, or PHRASES_NONE. */
uint32_t phrases_step(const Phrases *phrases, uint32_t node, Str word);
/* The same with the word's number, from strings_find(&phrases->words, …), looked up once. */
uint32_t phrases_step_word(const Phrases *phrases, uint32_t node, uint32_t word);
/* What the phrase that ends at `node` leads to, in the order it was added; may be empty. */
PhraseValues phrases_values(const Phrases *phrases, uint32_t node);

typedef struct PhraseEntry {
  uint32_t node, value;
} PhraseEntry;

typedef struct PhrasesBuilder {
  Arena *arena;
  StringsBuilder words;
  VEC(PhraseEdge) edges; /* child numbers count up from 1 */
  uint32_t *slots;       /* hash of edges: index + 1 */
  uint32_t mask;
  VEC(PhraseEntry) entries;
} PhrasesBuilder;

/* Adds a phrase of n words that leads to `value`; the same pair twice is kept once. */
void phrases_add(PhrasesBuilder *b, const Str *words, uint32_t n, uint32_t value);
void phrases_build(PhrasesBuilder *b, ImageBuilder *image, PhrasesTags tags);

#endif
