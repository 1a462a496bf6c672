/* Spellings that were analysed before, with what was found.
 *
 * A newspaper repeats itself: of a hundred words, ninety are among a few thousand spellings.
 * What a spelling can be out of context depends on its letters and vowel signs alone, so it is
 * kept by them; a table that remembers and one that forgets give the same words. */
#ifndef LANG_WORD_MEMO_H
#define LANG_WORD_MEMO_H

#include <stddef.h>

#include "base/vec.h"
#include "lang/word_context.h"

enum { READINGS_KEPT = 10, SPELLING_LETTERS = 16, MARKED_LETTERS = 8, VARIANTS_MORE = 8 };

/* A word's letters as they are compared and hashed: whole, zero behind the last. Of a word with vowel signs
 * the second number is those of its letters, which are smaller than any letter of a longer word. */
typedef struct SpellingKey {
  uint64_t part[SPELLING_LETTERS / 8];
  uint64_t hash;
  uint32_t n;
} SpellingKey;

/* The readings in an order, or settled in a way, that some context asked for. */
typedef struct Variant {
  uint64_t key; /* says which: word_rank.c; never 0 */
  const Reading *readings;
} Variant;

static inline bool reading_joins(const Reading *r) { return r->clitics & CLITIC_CONJ; }
static inline bool reading_dual(const Reading *r) { return r->number == NUMBER_DUAL || r->dual_or_plural; }

/* A reading as it is ranked. */
typedef struct Standing {
  int16_t cost;     /* out of context */
  uint16_t bearing; /* as Reading.bearing */
} Standing;

/* Its first cache line has all that is needed of most words for their rank and for the cues of
 * numbers: most of the time spent on a word is waiting for memory. Behind the standings, a SpellingTail
 * and the readings. */
typedef struct Spelling {
  uint64_t light[SPELLING_LETTERS / 8]; /* as SpellingKey.part */
  Variant variant;                      /* the last that was asked for; the others in the tail */
  WordNotes notes;
  uint16_t behind; /* Bearings' number as the word behind, out of context; or 0 */
  uint8_t n, nvariants : 6;
  bool joins : 1, dual : 1;
  Standing standings[]; /* [n], best first out of context */
} Spelling;

typedef struct SpellingTail {
  Variant *more; /* [VARIANTS_MORE], NULL until there is one */
  const void *names;
} SpellingTail;

enum { SPELLING_UNIT = 64, SPELLINGS_CHUNK = 256 }; /* bytes; units */
_Static_assert(offsetof(Spelling, standings) + 5 * sizeof(Standing) <= SPELLING_UNIT, "a cache line");

static inline size_t spelling_tail_at(uint32_t n) {
  return (offsetof(Spelling, standings) + n * sizeof(Standing) + _Alignof(SpellingTail) - 1) &
         ~(_Alignof(SpellingTail) - 1);
}
static inline void *spelling_part(const Spelling *s, size_t at) { return (char *)(uintptr_t)s + at; }
static inline SpellingTail *spelling_tail(const Spelling *s) { return spelling_part(s, spelling_tail_at(s->n)); }
/* [n], best first out of context. */
static inline Reading *spelling_readings(const Spelling *s) {
  return spelling_part(s, spelling_tail_at(s->n) + sizeof(SpellingTail));
}

/* Spellings stand one behind the other in chunks; a spelling's number is that of its first
 * unit, from 1. A slot is such a number and, above it, a few bits of the hash. */
enum { SPELLING_NUMBER_BITS = 20 };
typedef struct Spellings {
  Arena *arena;           /* all that the table keeps */
  uint32_t *slots;        /* 0 an empty slot */
  uint32_t mask, n, most; /* no more spellings than that */
  uint32_t units;         /* in use */
  VEC(char *) chunks;
} Spellings;

static inline Spelling *spelling_at(const Spellings *table, uint32_t number) {
  char *chunk = table->chunks.at[(number - 1) / SPELLINGS_CHUNK];
  return (Spelling *)(void *)(chunk + (size_t)((number - 1) % SPELLINGS_CHUNK) * SPELLING_UNIT);
}

struct WordMemo {
  const Lexicon *lexicon;
  TraitClasses classes;
  Arena arena;
  Spellings table;
  Bearings bearings;
};

/* A table of at most `most` spellings; on a failed arena it keeps nothing. */
Spellings spellings_new(Arena *arena, uint32_t most);
_Static_assert((int)SPELLING_LETTERS == (int)VIEW_SLACK && SPELLING_LETTERS == 16, "a key is two numbers");

/* The first n, of at most SPELLING_LETTERS, of a view's letters or marks as two numbers. */
static inline void spelling_load(const uint8_t *p, uint32_t n, uint64_t part[2]) {
  static const uint8_t keep[2 * VIEW_SLACK] = {255, 255, 255, 255, 255, 255, 255, 255,
                                               255, 255, 255, 255, 255, 255, 255, 255};
  uint64_t mask[2];
  memcpy(part, p, sizeof mask);
  memcpy(mask, keep + VIEW_SLACK - n, sizeof mask);
  part[0] &= mask[0];
  part[1] &= mask[1];
}
/* The key of at most SPELLING_LETTERS letters, which stand in a view (VIEW_SLACK is read behind them). */
void spelling_key(const uint8_t *light, uint32_t n, SpellingKey *key);
/* The same of at most MARKED_LETTERS letters with vowel signs: MARK_…, some of them not 0. */
void spelling_key_marked(const uint8_t *light, const uint8_t *marks, uint32_t n, SpellingKey *key);
/* Has the memory fetched that the search will begin in. */
static inline void spellings_prefetch(const Spellings *table, uint64_t hash) {
  if (table->slots) __builtin_prefetch(&table->slots[(uint32_t)hash & table->mask]);
}
/* One step later: the spelling that it will most likely find, or NULL; that is fetched. */
Spelling *spellings_likely(const Spellings *table, uint64_t hash);
/* Whether that is the spelling: no letter is zero, so that the length need not be compared. */
static inline bool spelling_is(const Spelling *s, const SpellingKey *key) {
  return !((s->light[0] ^ key->part[0]) | (s->light[1] ^ key->part[1]));
}
/* A spelling, or NULL. */
Spelling *spellings_find(const Spellings *table, const SpellingKey *key);
/* Keeps copies of its letters and readings; NULL where the table is full or its arena is. */
Spelling *spellings_add(Spellings *table, const SpellingKey *key, const Reading *readings, uint32_t nreadings,
                        uint16_t behind);

/* Ready for the next text: a full table begins anew. */
void word_memo_turn(WordMemo *memo);

#endif
