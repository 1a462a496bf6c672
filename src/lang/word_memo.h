/* Spellings that were analysed before, with what was found.
 *
 * A newspaper repeats itself: of a hundred words, ninety are among a few thousand spellings.
 * What a spelling without vowel signs can be out of context depends on its letters alone, so
 * it is kept by its letters; a table that remembers and one that forgets give the same words. */
#ifndef LANG_WORD_MEMO_H
#define LANG_WORD_MEMO_H

#include <stddef.h>

#include "base/vec.h"
#include "lang/word_context.h"

enum { READINGS_KEPT = 10, SPELLING_LETTERS = 16, VARIANTS_MAX = 6 };

/* A word's letters as they are compared and hashed: whole, zero behind the last. */
typedef struct SpellingKey {
  uint64_t part[SPELLING_LETTERS / 8];
  uint64_t hash;
  uint32_t n;
} SpellingKey;

/* The readings in an order, or settled in a way, that some context asked for. */
typedef struct Variant {
  uint64_t key; /* says which: word_rank.c */
  const Reading *readings;
} Variant;

static inline bool reading_joins(const Reading *r) { return r->clitics & CLITIC_CONJ; }
static inline bool reading_dual(const Reading *r) { return r->number == NUMBER_DUAL || r->dual_or_plural; }

/* A reading as it is ranked. */
typedef struct Standing {
  int16_t cost;     /* out of context */
  uint16_t bearing; /* as Reading.bearing */
} Standing;

/* Its first cache line has all that ranking needs of most words: most of the time spent on a word is
 * waiting for memory. Behind the standings, the readings. */
typedef struct Spelling {
  uint64_t light[SPELLING_LETTERS / 8]; /* zero behind the last letter */
  Variant *variants;                    /* [VARIANTS_MAX], NULL until there is one */
  WordNotes notes;
  uint16_t next_bearing; /* as the word behind, out of context; or 0 */
  uint8_t n, nvariants;
  bool joins, dual;
  Standing standings[]; /* [n], best first out of context */
} Spelling;

enum { SPELLING_UNIT = 64, SPELLINGS_CHUNK = 256 }; /* bytes; units */
_Static_assert(sizeof(Spelling) + 3 * sizeof(Standing) <= SPELLING_UNIT, "a cache line");

static inline size_t spelling_readings_at(uint32_t n) {
  return (offsetof(Spelling, standings) + n * sizeof(Standing) + _Alignof(Reading) - 1) & ~(_Alignof(Reading) - 1);
}
/* [n], best first out of context. */
static inline Reading *spelling_readings(const Spelling *s) {
  return (Reading *)(void *)((char *)(uintptr_t)s + spelling_readings_at(s->n));
}

typedef struct SpellingSlot {
  uint32_t tag, number; /* 0 an empty slot */
} SpellingSlot;

/* Spellings stand one behind the other in chunks; a spelling's number is that of its first
 * unit, from 1. */
typedef struct Spellings {
  Arena *arena; /* all that the table keeps */
  SpellingSlot *slots;
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
/* The key of at most SPELLING_LETTERS letters, which stand in a view (VIEW_SLACK is read behind them). */
void spelling_key(const uint8_t *light, uint32_t n, SpellingKey *key);
/* Has the memory fetched that the search will begin in. */
static inline void spellings_prefetch(const Spellings *table, uint64_t hash) {
  if (table->slots) __builtin_prefetch(&table->slots[(uint32_t)hash & table->mask]);
}
/* The same, one step later: the spelling that it will most likely find. */
static inline void spellings_prefetch_more(const Spellings *table, uint64_t hash) {
  uint32_t number = table->slots ? table->slots[(uint32_t)hash & table->mask].number : 0;
  if (!number) return;
  __builtin_prefetch(spelling_at(table, number));
}
/* The number of a spelling, from 1, or 0. */
uint32_t spellings_find(const Spellings *table, const SpellingKey *key);
/* Keeps copies of its letters and readings; 0 where the table is full or its arena is. */
uint32_t spellings_add(Spellings *table, const SpellingKey *key, const Reading *readings, uint32_t nreadings,
                       uint16_t next_bearing);

/* Ready for the next text: a full table begins anew. */
void word_memo_turn(WordMemo *memo);

#endif
