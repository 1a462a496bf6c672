/* The table of spellings: open addressing over numbers, which say where a spelling stands.
 * Probing is bounded, so that words chosen to meet in one slot are not remembered
 * rather than slow. A session's table that is full is emptied before the next text: what is
 * frequent is soon there again. */
#include "lang/word_memo.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 256, PROBES_MAX = 32, MEMO_SPELLINGS = 1 << 17 };
static const size_t MEMO_BUDGET = (size_t)64 << 20;

Spellings spellings_new(Arena *arena, uint32_t most) { return (Spellings){.arena = arena, .most = most}; }

static uint64_t hash_of(const uint64_t *part) {
  uint64_t hash = part[0] * 0x9E3779B97F4A7C15u;
  hash = (hash ^ hash >> 29 ^ part[1]) * 0xD6E8FEB86659FD93u;
  return hash ^ hash >> 32;
}

void spelling_key(const uint8_t *light, uint32_t n, SpellingKey *key) {
  key->n = n;
  spelling_load(light, n, key->part);
  key->hash = hash_of(key->part);
}

void spelling_key_marked(const uint8_t *light, const uint8_t *marks, uint32_t n, SpellingKey *key) {
  uint64_t signs[SPELLING_LETTERS / 8];
  key->n = n;
  spelling_load(light, n, key->part);
  spelling_load(marks, n, signs);
  key->part[1] = signs[0];
  key->hash = hash_of(key->part);
}

enum { NUMBER_MASK = (1 << SPELLING_NUMBER_BITS) - 1 };
static uint32_t slot_with(uint64_t hash, uint32_t number) {
  return ((uint32_t)(hash >> 32) & ~(uint32_t)NUMBER_MASK) | number;
}

Spelling *spellings_likely(const Spellings *t, uint64_t hash) {
  for (uint32_t i = 0; t->slots && i < PROBES_MAX; i++) {
    uint32_t slot = t->slots[((uint32_t)hash + i) & t->mask];
    if (!slot) return NULL;
    if ((slot ^ (uint32_t)(hash >> 32)) & ~(uint32_t)NUMBER_MASK) continue;
    Spelling *likely = spelling_at(t, slot & NUMBER_MASK);
    __builtin_prefetch(likely);
    return likely;
  }
  return NULL;
}

Spelling *spellings_find(const Spellings *t, const SpellingKey *key) {
  for (uint32_t i = 0; t->slots && i < PROBES_MAX; i++) {
    uint32_t slot = t->slots[((uint32_t)key->hash + i) & t->mask];
    if (!slot) return NULL;
    if ((slot ^ (uint32_t)(key->hash >> 32)) & ~(uint32_t)NUMBER_MASK) continue;
    Spelling *s = spelling_at(t, slot & NUMBER_MASK);
    if (spelling_is(s, key)) return s;
  }
  return NULL;
}

/* Where a new spelling goes, or NULL. */
static uint32_t *empty_slot(uint32_t *slots, uint32_t mask, uint64_t hash) {
  for (uint32_t i = 0; i < PROBES_MAX; i++)
    if (!slots[((uint32_t)hash + i) & mask]) return &slots[((uint32_t)hash + i) & mask];
  return NULL;
}

static uint32_t units_of(uint32_t nreadings) {
  size_t bytes = spelling_tail_at(nreadings) + sizeof(SpellingTail) + nreadings * sizeof(Reading);
  return (uint32_t)((bytes + SPELLING_UNIT - 1) / SPELLING_UNIT);
}

/* In the order in which they came: the memory is read from end to end, and what is frequent gets the first
 * place of its own. One without a place is forgotten. */
static void place_all(const Spellings *t, uint32_t *slots, uint32_t mask) {
  for (uint32_t number = 1; number <= t->units;) {
    const Spelling *s = spelling_at(t, number);
    if (!s->n) { /* the rest of the chunk is empty */
      number = ((number - 1) / SPELLINGS_CHUNK + 1) * SPELLINGS_CHUNK + 1;
      continue;
    }
    uint64_t hash = hash_of(s->light);
    uint32_t *slot = empty_slot(slots, mask, hash);
    if (slot) *slot = slot_with(hash, number);
    number += units_of(s->n);
  }
}

static bool grow(Spellings *t) {
  uint32_t n = t->slots ? (t->mask + 1) * 4 : FIRST_SLOTS; /* each time all spellings are read */
  uint32_t *slots = ARENA_ARRAY(t->arena, uint32_t, n);
  if (!slots) return false;
  place_all(t, slots, n - 1);
  t->slots = slots;
  t->mask = n - 1;
  return true;
}

/* Room for one more with so many readings: its number, or 0. */
static uint32_t next(Spellings *t, uint32_t nreadings) {
  uint32_t units = units_of(nreadings), room = t->chunks.n * SPELLINGS_CHUNK;
  if (room - t->units < units) {
    if (room + SPELLINGS_CHUNK > NUMBER_MASK) return 0;
    char *chunk = arena_alloc_unset(t->arena, SPELLINGS_CHUNK * SPELLING_UNIT, SPELLING_UNIT);
    if (!chunk || !vec_push(&t->chunks, t->arena, chunk)) return 0;
    if (t->units < room) spelling_at(t, t->units + 1)->n = 0;
    t->units = room;
  }
  uint32_t number = t->units + 1;
  t->units += units;
  return number;
}

Spelling *spellings_add(Spellings *t, const SpellingKey *key, const Reading *readings, uint32_t nreadings,
                        uint16_t behind) {
  if (t->n >= t->most || !nreadings || nreadings > READINGS_KEPT) return NULL;
  if ((!t->slots || t->n >= (t->mask + 1) / 2) && !grow(t)) return NULL;
  uint32_t *slot = empty_slot(t->slots, t->mask, key->hash);
  uint32_t number = slot ? next(t, nreadings) : 0;
  if (!number) return NULL;
  *slot = slot_with(key->hash, number);
  Spelling *s = spelling_at(t, number);
  *s = (Spelling){.light = {key->part[0], key->part[1]}, .behind = behind, .n = (uint8_t)nreadings};
  *spelling_tail(s) = (SpellingTail){0};
  memcpy(spelling_readings(s), readings, nreadings * sizeof *readings);
  for (uint32_t i = 0; i < nreadings; i++) {
    s->standings[i] = (Standing){readings[i].cost, readings[i].bearing};
    s->joins |= reading_joins(&readings[i]);
    s->dual |= reading_dual(&readings[i]);
  }
  t->n++;
  return s;
}

WordMemo *word_memo_new(const Lexicon *lexicon) {
  WordMemo *memo = calloc(1, sizeof *memo);
  if (!memo) return NULL;
  memo->lexicon = lexicon;
  memo->classes = trait_classes(lexicon);
  arena_init_large(&memo->arena, MEMO_BUDGET);
  memo->table = spellings_new(&memo->arena, MEMO_SPELLINGS);
  memo->bearings = bearings_new(&memo->arena);
  return memo;
}

void word_memo_free(WordMemo *memo) {
  if (!memo) return;
  arena_fini(&memo->arena);
  free(memo);
}

void word_memo_turn(WordMemo *memo) {
  if (arena_ok(&memo->arena) && memo->table.n < memo->table.most) return;
  arena_reset(&memo->arena);
  memo->table = spellings_new(&memo->arena, memo->table.most);
  memo->bearings = bearings_new(&memo->arena);
}
