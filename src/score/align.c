/* See align.h. A document has tens of records, so every pair is looked at. */
#include "score/align.h"

#include <stdlib.h>

#include "score/times.h"

ErrorCode classes_open(Arena *arena, const Source *source, ClassTable *table, ErrorInfo *info) {
  *table = (ClassTable){0};
  const SourceFile *file = source_find(source, STR("grammar/types.tsv"));
  if (!file) return error_set(info, ERROR_DATA, STR("grammar/types.tsv"), 0, "is not among the data");
  TableReader reader = table_reader(file);
  TableLine line;
  while (table_next(&reader, &line)) vec_push(&table->rows, arena, (TypeClass){line.field[0], line.field[1]});
  return arena_ok(arena) ? ERROR_OK : error_set(info, ERROR_MEMORY, STR("grammar/types.tsv"), 0, NULL);
}

static Str class_of(const ClassTable *table, const Told *t) {
  if (str_eq(t->kind, STR("figure")) || str_eq(t->kind, STR("trend"))) return t->kind;
  for (uint32_t i = 0; i < table->rows.n; i++)
    if (str_eq(table->rows.at[i].type, t->type)) return table->rows.at[i].class;
  return t->type;
}

/* ---------------------------------------------------------------- slots */

static bool same_filler(ScoreSlot slot, const Filler *a, const Filler *b) {
  if (slot == SLOT_TIME) return times_alike(a->key, b->key);
  if (!str_eq(a->key, b->key)) return false;
  return !a->quoted || terms_alike(a->terms, b->terms);
}

Hits slot_hits(Arena *scratch, ScoreSlot slot, const Told *gold, const Told *told) {
  const Fillers none = {0}, *g = gold ? &gold->slots[slot] : &none, *p = told ? &told->slots[slot] : &none;
  Hits hits = {0, g->n, p->n};
  bool *used = ARENA_ARRAY(scratch, bool, p->n + 1);
  for (uint32_t i = 0; used && i < g->n; i++)
    for (uint32_t k = 0; k < p->n; k++) {
      if (used[k] || !same_filler(slot, &g->at[i], &p->at[k])) continue;
      used[k] = true;
      hits.hit++;
      break;
    }
  return hits;
}

/* ---------------------------------------------------------------- sentences */

typedef VEC(uint32_t) Cuts; /* where each sentence begins, and the text's end */

/* Bytes of the blank at `i`; 0 where there is none. */
static size_t blank_at(Str text, size_t i) {
  if (i >= text.n) return 0;
  if (strchr(" \t\n\r\v\f", text.p[i]) && text.p[i]) return 1;
  return i + 1 < text.n && (uint8_t)text.p[i] == 0xC2 && (uint8_t)text.p[i + 1] == 0xA0 ? 2 : 0;
}

/* Bytes of the sign that may end a sentence: . ! ? and the Arabic question mark. */
static size_t end_sign_at(Str text, size_t i) {
  if (text.p[i] && strchr(".!?", text.p[i])) return 1;
  return i + 1 < text.n && (uint8_t)text.p[i] == 0xD8 && (uint8_t)text.p[i + 1] == 0x9F ? 2 : 0;
}

static Cuts sentence_cuts(Arena *arena, Str text) {
  Cuts cuts = {0};
  vec_push(&cuts, arena, 0);
  for (size_t i = 0; i < text.n;) {
    size_t sign = end_sign_at(text, i), blank = sign ? blank_at(text, i + sign) : 0;
    size_t cut = sign && blank ? sign + blank : 0;
    if (!cut)
      while (i + cut < text.n && text.p[i + cut] == '\n') cut++;
    if (cut) vec_push(&cuts, arena, (uint32_t)(i + cut));
    i += cut ? cut : 1;
  }
  vec_push(&cuts, arena, (uint32_t)text.n);
  return cuts;
}

static uint32_t sentence_of(const Cuts *cuts, uint32_t byte) {
  uint32_t low = 0, high = cuts->n;
  while (low + 1 < high) {
    uint32_t mid = low + (high - low) / 2;
    if (cuts->at[mid] <= byte)
      low = mid;
    else
      high = mid;
  }
  return low;
}

/* Do two spans stand in a sentence that both reach into? */
static bool sentence_shared(const Cuts *cuts, Span a, Span b) {
  uint32_t a0 = sentence_of(cuts, a.start), a1 = sentence_of(cuts, a.end - 1);
  uint32_t b0 = sentence_of(cuts, b.start), b1 = sentence_of(cuts, b.end - 1);
  return a0 <= b1 && b0 <= a1;
}

/* ---------------------------------------------------------------- pairs */

typedef struct Candidate {
  double likeness;
  uint32_t gold, told;
} Candidate;

static int likest_first(const void *a, const void *b) {
  const Candidate *x = a, *y = b;
  if (x->likeness != y->likeness) return x->likeness > y->likeness ? -1 : 1;
  if (x->gold != y->gold) return x->gold < y->gold ? -1 : 1;
  return x->told < y->told ? -1 : x->told > y->told;
}

static bool meet(const Cuts *cuts, const Told *g, const Told *p, bool *touch) {
  bool near = *touch = false;
  for (uint32_t i = 0; i < g->triggers.n; i++)
    for (uint32_t k = 0; k < p->triggers.n; k++) {
      *touch |= span_overlap(g->triggers.at[i], p->triggers.at[k]);
      near |= sentence_shared(cuts, g->triggers.at[i], p->triggers.at[k]);
    }
  return *touch || near;
}

static double likeness(Arena *scratch, const Told *g, const Told *p, bool touch) {
  uint32_t met = 0, all = 0;
  for (int slot = 0; slot < SLOT_RECORDER; slot++) {
    Hits h = slot_hits(scratch, (ScoreSlot)slot, g, p);
    met += 2 * h.hit;
    all += h.gold + h.told;
  }
  double type = str_eq(g->type, p->type) ? 1.5 : 0, kind = str_eq(g->kind, p->kind) ? 0.5 : 0;
  return (touch ? 2 : 0) + type + kind + (all ? (double)met / all : 0);
}

Alignment align(Arena *arena, const ClassTable *classes, Str text, const ToldList *gold, const ToldList *told) {
  VEC(Candidate) list = {0};
  Alignment out = {0};
  Cuts cuts = sentence_cuts(arena, text);
  for (uint32_t i = 0; i < gold->n; i++)
    for (uint32_t k = 0; k < told->n; k++) {
      const Told *g = &gold->at[i], *p = &told->at[k];
      bool touch;
      if (!str_eq(class_of(classes, g), class_of(classes, p)) || !meet(&cuts, g, p, &touch)) continue;
      vec_push(&list, arena, (Candidate){likeness(arena, g, p, touch), i, k});
    }
  if (list.n) qsort(list.at, list.n, sizeof *list.at, likest_first);
  bool *gold_used = ARENA_ARRAY(arena, bool, gold->n + 1), *told_used = ARENA_ARRAY(arena, bool, told->n + 1);
  if (!gold_used || !told_used) return out;
  for (uint32_t i = 0; i < list.n; i++) {
    const Candidate *c = &list.at[i];
    if (gold_used[c->gold] || told_used[c->told]) continue;
    gold_used[c->gold] = told_used[c->told] = true;
    vec_push(&out, arena, (Aligned){c->gold, c->told});
  }
  for (uint32_t i = 0; i < gold->n; i++)
    if (!gold_used[i]) vec_push(&out, arena, (Aligned){i, ALIGN_NONE});
  for (uint32_t k = 0; k < told->n; k++)
    if (!told_used[k]) vec_push(&out, arena, (Aligned){ALIGN_NONE, k});
  return out;
}
