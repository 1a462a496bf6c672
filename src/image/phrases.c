#include "image/phrases.h"

#include <stdlib.h>

#include "base/hash.h"

static uint32_t edge_hash(uint32_t parent, uint32_t word) {
  uint64_t x = (uint64_t)parent << 32 | word;
  x *= 0x9E3779B97F4A7C15u; /* Fibonacci hashing: two numbers, no bytes to read */
  return (uint32_t)(x >> 32);
}

ErrorCode phrases_open(Phrases *p, const Image *image, PhrasesTags tags, ErrorInfo *info) {
  ErrorCode code = strings_open(&p->words, image, tags.words, info);
  if (code) return code;
  ImageSection edges = image_section(image, tags.edges, sizeof(PhraseEdge));
  ImageSection nodes = image_section(image, tags.nodes, sizeof(PhraseNode));
  ImageSection values = image_section(image, tags.values, sizeof(uint32_t));
  bool good = edges.n && !(edges.n & (edges.n - 1)) && nodes.n;
  const PhraseEdge *e = edges.at;
  const PhraseNode *node = nodes.at;
  uint32_t used = 0;
  for (uint32_t i = 0; good && i < edges.n; i++) {
    if (!e[i].child) continue;
    used++;
    good = e[i].child < nodes.n && e[i].parent < nodes.n && e[i].word < p->words.n;
  }
  for (uint32_t i = 0; good && i < nodes.n; i++)
    good = node[i].first <= values.n && node[i].n <= values.n - node[i].first;
  if (!good || used == edges.n)
    return error_set(info, ERROR_IMAGE, STR("compiled data"), tags.nodes, "a table of phrases is missing or damaged");
  p->edges = edges.at;
  p->nodes = nodes.at;
  p->values = values.at;
  p->mask = edges.n - 1;
  p->n = nodes.n;
  p->nvalues = values.n;
  return ERROR_OK;
}

uint32_t phrases_step_word(const Phrases *p, uint32_t node, uint32_t word) {
  if (word == STRINGS_NONE) return PHRASES_NONE;
  for (uint32_t i = edge_hash(node, word);; i++) {
    const PhraseEdge *e = &p->edges[i & p->mask];
    if (!e->child) return PHRASES_NONE;
    if (e->parent == node && e->word == word) return e->child;
  }
}

uint32_t phrases_step(const Phrases *p, uint32_t node, Str word) {
  return phrases_step_word(p, node, strings_find(&p->words, word));
}

PhraseValues phrases_values(const Phrases *p, uint32_t node) {
  if (node >= p->n) return (PhraseValues){0};
  return (PhraseValues){p->values + p->nodes[node].first, p->nodes[node].n};
}

static bool grow(PhrasesBuilder *b) {
  uint32_t size = b->slots ? (b->mask + 1) * 2 : 64;
  uint32_t *slots = ARENA_ARRAY(b->arena, uint32_t, size);
  if (!slots) return false;
  b->slots = slots;
  b->mask = size - 1;
  for (uint32_t i = 0; i < b->edges.n; i++) {
    uint32_t at = edge_hash(b->edges.at[i].parent, b->edges.at[i].word);
    while (slots[at & b->mask]) at++;
    slots[at & b->mask] = i + 1;
  }
  return true;
}

static uint32_t child_of(PhrasesBuilder *b, uint32_t parent, uint32_t word) {
  if ((!b->slots || b->edges.n + 1 > (b->mask + 1) / 2) && !grow(b)) return PHRASES_NONE;
  uint32_t i = edge_hash(parent, word);
  for (; b->slots[i & b->mask]; i++) {
    const PhraseEdge *e = &b->edges.at[b->slots[i & b->mask] - 1];
    if (e->parent == parent && e->word == word) return e->child;
  }
  if (!vec_push(&b->edges, b->arena, (PhraseEdge){parent, word, b->edges.n + 1})) return PHRASES_NONE;
  b->slots[i & b->mask] = b->edges.n;
  return b->edges.n;
}

void phrases_add(PhrasesBuilder *b, const Str *words, uint32_t n, uint32_t value) {
  uint32_t node = PHRASES_ROOT;
  b->words.arena = b->arena;
  for (uint32_t i = 0; i < n && node != PHRASES_NONE; i++) {
    uint32_t word = strings_intern(&b->words, words[i]);
    node = word == STRINGS_NONE ? PHRASES_NONE : child_of(b, node, word);
  }
  if (n && node != PHRASES_NONE) vec_push(&b->entries, b->arena, (PhraseEntry){node, value});
}

/* Stable: entries of a node keep the order they came in, which carries their rank. */
static void sort_entries(PhraseEntry *from, PhraseEntry *to, uint32_t n, uint32_t nodes, uint32_t *start) {
  for (uint32_t i = 0; i < n; i++) start[from[i].node + 1]++;
  for (uint32_t i = 0; i < nodes; i++) start[i + 1] += start[i];
  for (uint32_t i = 0; i < n; i++) to[start[from[i].node]++] = from[i];
}

void phrases_build(PhrasesBuilder *b, ImageBuilder *image, PhrasesTags tags) {
  b->words.arena = b->arena;
  strings_build(&b->words, image, tags.words);
  uint32_t n = b->edges.n + 1;
  if (!b->slots && !grow(b)) return;
  PhraseEdge *edges = ARENA_ARRAY(b->arena, PhraseEdge, b->mask + 1);
  PhraseNode *nodes = ARENA_ARRAY(b->arena, PhraseNode, n);
  PhraseEntry *sorted = ARENA_ARRAY(b->arena, PhraseEntry, b->entries.n + 1);
  uint32_t *start = ARENA_ARRAY(b->arena, uint32_t, n + 1);
  uint32_t *values = ARENA_ARRAY(b->arena, uint32_t, b->entries.n + 1);
  if (!edges || !nodes || !sorted || !start || !values) return;
  for (uint32_t i = 0; i <= b->mask; i++)
    if (b->slots[i]) edges[i] = b->edges.at[b->slots[i] - 1];
  sort_entries(b->entries.at, sorted, b->entries.n, n, start);
  uint32_t nvalues = 0;
  for (uint32_t i = 0; i < b->entries.n; i++) {
    PhraseNode *node = &nodes[sorted[i].node];
    if (!node->n) node->first = nvalues;
    bool twice = false;
    for (uint32_t k = 0; k < node->n; k++) twice |= values[node->first + k] == sorted[i].value;
    if (twice) continue;
    values[nvalues++] = sorted[i].value;
    node->n++;
  }
  image_builder_add(image, tags.edges, edges, sizeof *edges, b->mask + 1);
  image_builder_add(image, tags.nodes, nodes, sizeof *nodes, n);
  image_builder_add(image, tags.values, values, sizeof *values, nvalues);
}
