/* Two outlets that tell one event share its rarer words, whatever the records caught.
 *
 *   «هاجم مسلحون حافلة تقل مجندين قرب مطار العريش» (gunmen attacked a bus that carried conscripts near
 *   El-Arish airport) · «إصابة 18 مجنداً في تفجير حافلتهم بالعريش» (18 conscripts hurt as their bus was blown
 *   up in El-Arish): «حافلة», «مجندين», «العريش» are in both.
 *
 * Which word is rare would be told by counting it over all texts; but what makes two reports one
 * incident must not depend on what else is in a ledger. A word's length does for its rarity:
 * «في», «قال», «بعد» (in, said, after) are short, names and things are long. Words are taken in
 * folded normal form without the proclitics and the endings of number and gender that are
 * written on them, so that «والغارة» (and the raid) is «غارات» (raids). The measure is the cosine
 * of the two sets, each word weighted by its letters. */
#include "ledger/link/wording.h"

#include <math.h>
#include <stdlib.h>

#include "base/hash.h"

enum { SHORTEST = 3, WEIGHTS = 8, MOST_WEIGHT = 4 };

/* Letters of proclitics at the word's start: a conjunction or preposition before the article,
 * «لل» (for the), the article. */
static uint32_t proclitics(const uint8_t *l, uint32_t n) {
  uint32_t at = n > 4 && (l[0] == LETTER_WAW || l[0] == LETTER_FA);
  if (n - at > 4 && l[at] == LETTER_LAM && l[at + 1] == LETTER_LAM) return at + 2;
  bool preposition = l[at] == LETTER_BA || l[at] == LETTER_KAF || l[at] == LETTER_WAW || l[at] == LETTER_FA;
  if (n - at > 5 && preposition && l[at + 1] == LETTER_ALEF && l[at + 2] == LETTER_LAM) return at + 3;
  if (n - at > 4 && l[at] == LETTER_ALEF && l[at + 1] == LETTER_LAM) return at + 2;
  return l[0] == LETTER_WAW ? at : 0;
}

/* Letters of an ending of number, gender or a pronoun. */
static uint32_t ending(const uint8_t *l, uint32_t n) {
  static const uint8_t two[][2] = {{LETTER_ALEF, LETTER_TA},  {LETTER_YA, LETTER_NUN}, {LETTER_WAW, LETTER_NUN},
                                   {LETTER_ALEF, LETTER_NUN}, {LETTER_YA, LETTER_HA},  {LETTER_HA, LETTER_ALEF},
                                   {LETTER_HA, LETTER_MIM},   {LETTER_TA, LETTER_HA}};
  for (size_t i = 0; n >= SHORTEST + 2 && i < sizeof two / sizeof *two; i++)
    if (l[n - 2] == two[i][0] && l[n - 1] == two[i][1]) return 2;
  bool one = n > SHORTEST && (l[n - 1] == LETTER_HA || l[n - 1] == LETTER_YA || l[n - 1] == LETTER_ALEF);
  return one;
}

/* The word's hash with its weight in the lowest bits; 0: a word that says nothing. */
static uint32_t word_of(const Text *text, uint32_t i) {
  if (text->tokens[i].kind == TOKEN_PUNCT) return 0;
  Str word = token_fold(text, i);
  if (text->tokens[i].kind == TOKEN_WORD) {
    uint32_t skip = proclitics((const uint8_t *)word.p, (uint32_t)word.n);
    word = str_slice(word, skip, word.n);
    word.n -= ending((const uint8_t *)word.p, (uint32_t)word.n);
  }
  if (word.n < SHORTEST) return 0;
  uint32_t weight = word.n - 2 < MOST_WEIGHT ? (uint32_t)word.n - 2 : MOST_WEIGHT;
  return ((uint32_t)(hash64(word.p, word.n) >> 32) & ~(uint32_t)(WEIGHTS - 1)) | weight;
}

static int by_value(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* Words in the making. */
typedef struct Gathering {
  uint32_t words[WORDING_MOST];
  uint32_t n;
} Gathering;

static void gather(Gathering *g, const Text *text, uint32_t first, uint32_t last) {
  for (uint32_t i = first; i < last && g->n < WORDING_MOST; i++) {
    uint32_t word = word_of(text, i);
    if (word) g->words[g->n++] = word;
  }
}

static Wording gathered(Arena *arena, Gathering *g) {
  Wording out = {0};
  if (g->n) qsort(g->words, g->n, sizeof *g->words, by_value);
  for (uint32_t i = 0; i < g->n; i++) {
    if (i && g->words[i] == g->words[i - 1]) continue;
    g->words[out.n++] = g->words[i];
    out.weight += g->words[i] & (WEIGHTS - 1);
  }
  uint32_t *words = out.n ? ARENA_ARRAY(arena, uint32_t, out.n) : NULL;
  if (!words) return (Wording){0};
  memcpy(words, g->words, out.n * sizeof *words);
  out.words = words;
  return out;
}

Wording wording_of(Arena *arena, const Text *text, const uint32_t *sentences, uint32_t n) {
  Gathering g = {.n = 0};
  for (uint32_t k = 0; k < n; k++)
    if (sentences[k] < text->nsentences)
      gather(&g, text, text->sentences[sentences[k]].first, text->sentences[sentences[k]].last);
  return gathered(arena, &g);
}

Wording wording_about(Arena *arena, const Text *text, const Span *spans, uint32_t n, uint32_t before, uint32_t after) {
  Gathering g = {.n = 0};
  for (uint32_t k = 0; k < n && text->nsentences; k++) {
    const Sentence *s = &text->sentences[wording_sentence(text, spans[k].start)];
    uint32_t first = s->first;
    while (first < s->last && text->tokens[first].span.end <= spans[k].start) first++;
    uint32_t last = first;
    while (last < s->last && text->tokens[last].span.start < spans[k].end) last++;
    gather(&g, text, first - s->first > before ? first - before : s->first,
           s->last - last > after ? last + after : s->last);
  }
  return gathered(arena, &g);
}

uint32_t wording_sentence(const Text *text, uint32_t at) {
  uint32_t from = 0, to = text->nsentences;
  while (to - from > 1) {
    uint32_t mid = from + (to - from) / 2;
    if (text->sentences[mid].span.start <= at)
      from = mid;
    else
      to = mid;
  }
  return from;
}

uint32_t wording_name(Arena *scratch, Str name) {
  ArenaMark mark = arena_mark(scratch);
  Text text = text_of(scratch, name);
  uint32_t word = 0;
  for (uint32_t i = text.ntokens; i-- > 0 && !word;) word = word_of(&text, i);
  arena_release(scratch, mark);
  return word;
}

bool wording_has(const Wording *wording, uint32_t word) {
  return word && wording->n && bsearch(&word, wording->words, wording->n, sizeof word, by_value) != NULL;
}

uint32_t wording_percent(uint64_t shared, uint64_t a, uint64_t b) {
  /* 100 s / sqrt(w) as the root of an integer's floor: the same on every machine */
  uint64_t square = shared * shared * 10000 / (a * b), root = (uint64_t)sqrt((double)square);
  while (root * root > square) root--;
  while ((root + 1) * (root + 1) <= square) root++;
  return (uint32_t)root;
}

uint32_t wording_alike(const Wording *a, const Wording *b) {
  if (a->n < WORDING_FEWEST || b->n < WORDING_FEWEST) return 0;
  uint64_t shared = 0;
  for (uint32_t i = 0, k = 0; i < a->n && k < b->n;) {
    if (a->words[i] == b->words[k]) shared += a->words[i] & (WEIGHTS - 1);
    bool left = a->words[i] <= b->words[k], right = a->words[i] >= b->words[k];
    i += left;
    k += right;
  }
  return wording_percent(shared, a->weight, b->weight);
}
