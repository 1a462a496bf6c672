/* Near-copies by MinHash.
 *
 * «مقتل 12 شخصاً في غارة» (12 people killed in a raid) carried by two outlets differs in the
 * hamza, in «١٢» for 12, in the headline. The words of the text's folded view are hashed, each
 * run of NEAR_WORDS of them is a shingle, and hash function i of a shingle is
 * (A_i * shingle + B_i) >> 32 in 64 bits: multiply-shift, which is universal (Dietzfelbinger
 * 1996). The constants come from splitmix64, so that a stored sketch can be read anywhere. */
#include "ledger/link/near.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/vec.h"
#include "text/text.h"

static uint64_t splitmix(uint64_t *state) {
  uint64_t z = *state += 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

typedef struct Family {
  uint64_t a[NEAR_HASHES], b[NEAR_HASHES];
} Family;

static void family_init(Family *f) {
  uint64_t state = 0x6461667461722E31u; /* never to be changed: stored sketches depend on it */
  for (uint32_t i = 0; i < NEAR_HASHES; i++) {
    f->a[i] = splitmix(&state) | 1;
    f->b[i] = splitmix(&state);
  }
}

static void take(NearSketch *sketch, const Family *f, uint64_t shingle) {
  for (uint32_t i = 0; i < NEAR_HASHES; i++) {
    uint32_t h = (uint32_t)((f->a[i] * shingle + f->b[i]) >> 32);
    if (h < sketch->least[i]) sketch->least[i] = h;
  }
}

static int by_value(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return x < y ? -1 : x > y;
}

/* Hashes of the runs of words, each once. */
static uint64_t *shingles_of(Arena *arena, const Text *text, uint32_t *n) {
  uint64_t *out = ARENA_ARRAY(arena, uint64_t, text->ntokens ? text->ntokens : 1);
  uint64_t run[NEAR_WORDS] = {0};
  uint32_t words = 0, count = 0;
  *n = 0;
  if (!out) return NULL;
  for (uint32_t i = 0; i < text->ntokens; i++) {
    if (text->tokens[i].kind == TOKEN_PUNCT) continue;
    Str word = token_fold(text, i);
    memmove(run, run + 1, sizeof run - sizeof *run);
    run[NEAR_WORDS - 1] = hash64(word.p, word.n);
    if (++words >= NEAR_WORDS) out[count++] = hash64(run, sizeof run);
  }
  if (count) qsort(out, count, sizeof *out, by_value);
  for (uint32_t i = 0; i < count; i++)
    if (!i || out[i] != out[i - 1]) out[(*n)++] = out[i];
  return out;
}

void near_sketch(Arena *scratch, Str bytes, NearSketch *sketch) {
  ArenaMark mark = arena_mark(scratch);
  memset(sketch->least, 0xFF, sizeof sketch->least);
  Text text = text_of(scratch, bytes);
  const uint64_t *shingles = shingles_of(scratch, &text, &sketch->shingles);
  Family family;
  family_init(&family);
  for (uint32_t i = 0; i < sketch->shingles; i++) take(sketch, &family, shingles[i]);
  if (!arena_ok(scratch)) sketch->shingles = 0;
  arena_release(scratch, mark);
}

/* The band's number is hashed with it: equal values in two bands are no likeness. */
void near_bands(const NearSketch *sketch, uint64_t bands[NEAR_BANDS]) {
  for (uint32_t i = 0; i < NEAR_BANDS; i++) {
    uint8_t bytes[4 * (NEAR_ROWS + 1)];
    for (uint32_t k = 0; k <= NEAR_ROWS; k++) {
      uint32_t v = k < NEAR_ROWS ? sketch->least[i * NEAR_ROWS + k] : i;
      for (uint32_t s = 0; s < 4; s++) bytes[4 * k + s] = (uint8_t)(v >> (8 * s));
    }
    bands[i] = hash64(bytes, sizeof bytes);
  }
}

/* A text of a few words is a copy only of what has the very same ones. */
uint32_t near_alike(const NearSketch *a, const NearSketch *b) {
  if (!a->shingles || !b->shingles) return 0;
  uint32_t same = 0;
  for (uint32_t i = 0; i < NEAR_HASHES; i++) same += a->least[i] == b->least[i];
  bool too_short = a->shingles < NEAR_LEAST || b->shingles < NEAR_LEAST;
  if (too_short && same < NEAR_HASHES) return 0;
  return same * 1000 / NEAR_HASHES;
}

void near_store(const NearSketch *sketch, uint8_t bytes[NEAR_BYTES]) {
  for (uint32_t i = 0; i < NEAR_HASHES; i++)
    for (uint32_t s = 0; s < 4; s++) bytes[4 * i + s] = (uint8_t)(sketch->least[i] >> (8 * s));
}

void near_load(const uint8_t bytes[NEAR_BYTES], uint32_t shingles, NearSketch *sketch) {
  sketch->shingles = shingles;
  for (uint32_t i = 0; i < NEAR_HASHES; i++) {
    uint32_t v = 0;
    for (uint32_t s = 0; s < 4; s++) v |= (uint32_t)bytes[4 * i + s] << (8 * s);
    sketch->least[i] = v;
  }
}

/* ---- groups ---- */

typedef struct Banded {
  uint64_t band;
  uint32_t sketch;
} Banded;

static int by_band(const void *a, const void *b) {
  const Banded *x = a, *y = b;
  if (x->band != y->band) return x->band < y->band ? -1 : 1;
  return x->sketch < y->sketch ? -1 : x->sketch > y->sketch;
}

/* The least index stands for its group. */
static uint32_t root_of(uint32_t *group, uint32_t i) {
  while (group[i] != i) i = group[i] = group[group[i]];
  return i;
}

static void join(uint32_t *group, const NearSketch *s, uint32_t a, uint32_t b) {
  uint32_t x = root_of(group, a), y = root_of(group, b);
  if (x == y || !near_copies(&s[a], &s[b])) return;
  if (x < y)
    group[y] = x;
  else
    group[x] = y;
}

enum { NEIGHBOURS = 16 }; /* of one band; thousands of copies hang together all the same */

void near_groups(Arena *scratch, const NearSketch *sketches, uint32_t n, uint32_t *group) {
  ArenaMark mark = arena_mark(scratch);
  Banded *all = n ? ARENA_ARRAY(scratch, Banded, (size_t)n * NEAR_BANDS) : NULL;
  size_t count = 0;
  for (uint32_t i = 0; i < n; i++) {
    group[i] = i;
    uint64_t bands[NEAR_BANDS];
    near_bands(&sketches[i], bands);
    for (uint32_t k = 0; all && sketches[i].shingles && k < NEAR_BANDS; k++) all[count++] = (Banded){bands[k], i};
  }
  if (count) qsort(all, count, sizeof *all, by_band);
  for (size_t i = 0, first = 0; i < count; i++) {
    if (all[i].band != all[first].band) first = i;
    join(group, sketches, all[first].sketch, all[i].sketch);
    for (size_t k = i - first > NEIGHBOURS ? i - NEIGHBOURS : first; k < i; k++)
      join(group, sketches, all[k].sketch, all[i].sketch);
  }
  for (uint32_t i = 0; i < n; i++) group[i] = root_of(group, i);
  arena_release(scratch, mark);
}
