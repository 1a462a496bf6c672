/* Adding up what alignment found: see score.h. */
#include "score/score.h"

const char *score_line_name(ScoreLine line) {
  static const char *const names[] = {[SCORE_FOUND] = "found",
                                      [SCORE_RECORD] = "record",
                                      [SCORE_SLOTS] = "slots",
                                      [SCORE_NUMBER] = "number",
                                      [SCORE_EVENT] = "kind:event",
                                      [SCORE_TALLY] = "kind:tally",
                                      [SCORE_FIGURE] = "kind:figure",
                                      [SCORE_TREND] = "kind:trend",
                                      [SCORE_RECORDER] = "recorder",
#define X(name, text) [SCORE_SLOT + SLOT_##name] = text,
                                      SCORE_SLOTS(X)
#undef X
  };
  return names[line];
}

static void add(Hits *into, Hits h) {
  into->hit += h.hit;
  into->gold += h.gold;
  into->told += h.told;
}

static int kind_line(Str kind) {
  for (int line = SCORE_EVENT; line <= SCORE_TREND; line++) {
    const char *name = score_line_name((ScoreLine)line);
    if (str_eq(kind, str_of(strchr(name, ':') + 1))) return line;
  }
  return -1;
}

static void add_kind(Score *score, const Told *g, const Told *p, bool strict) {
  const Told *known = g ? g : p;
  int line = kind_line(known->kind);
  if (line < 0) return;
  add(&score->at[line], (Hits){strict, g != NULL, p != NULL && str_eq(p->kind, known->kind)});
}

static void add_pair(Score *score, Arena *scratch, const Told *g, const Told *p, bool extended) {
  bool both = g && p, strict = both && str_eq(g->kind, p->kind) && str_eq(g->type, p->type);
  add(&score->at[SCORE_FOUND], (Hits){both, g != NULL, p != NULL});
  add(&score->at[SCORE_RECORD], (Hits){strict, g != NULL, p != NULL});
  add_kind(score, g, p, strict);
  for (int slot = 0; slot < SLOT_COUNT_ALL; slot++) {
    if (slot >= SLOT_RECORDER && !extended) break;
    Hits h = slot_hits(scratch, (ScoreSlot)slot, g, p);
    add(&score->at[SCORE_SLOT + slot], h);
    add(&score->at[slot < SLOT_RECORDER ? SCORE_SLOTS : SCORE_RECORDER], h);
    if (slot == SLOT_OUTCOMES || slot == SLOT_COUNT) add(&score->at[SCORE_NUMBER], h);
  }
}

void score_add(Score *score, Arena *scratch, const ToldList *gold, const ToldList *told, const Alignment *alignment) {
  bool extended = false;
  for (uint32_t i = 0; i < gold->n; i++) extended |= gold->at[i].extended;
  for (uint32_t i = 0; i < alignment->n; i++) {
    const Aligned *a = &alignment->at[i];
    add_pair(score, scratch, a->gold == ALIGN_NONE ? NULL : &gold->at[a->gold],
             a->told == ALIGN_NONE ? NULL : &told->at[a->told], extended);
  }
  score->documents++;
}

static Hits *type_hits(TypeScores *types, Arena *arena, const Told *t) {
  for (uint32_t i = 0; i < types->n; i++)
    if (str_eq(types->at[i].kind, t->kind) && str_eq(types->at[i].type, t->type)) return &types->at[i].hits;
  return vec_push(types, arena, (TypeScore){t->kind, t->type, {0}}) ? &types->at[types->n - 1].hits : NULL;
}

void score_types(TypeScores *types, Arena *arena, const ToldList *gold, const ToldList *told,
                 const Alignment *alignment) {
  for (uint32_t i = 0; i < alignment->n; i++) {
    const Aligned *a = &alignment->at[i];
    const Told *g = a->gold == ALIGN_NONE ? NULL : &gold->at[a->gold];
    const Told *p = a->told == ALIGN_NONE ? NULL : &told->at[a->told];
    bool same = g && p && str_eq(g->kind, p->kind) && str_eq(g->type, p->type);
    Hits *hits = g ? type_hits(types, arena, g) : NULL;
    if (hits) hits->gold++, hits->hit += same;
    hits = p ? type_hits(types, arena, p) : NULL;
    if (hits) hits->told++;
  }
}

double score_precision(Hits h) { return h.told ? (double)h.hit / h.told : h.gold == 0; }
double score_recall(Hits h) { return h.gold ? (double)h.hit / h.gold : h.told == 0; }

double score_f1(Hits h) {
  double p = score_precision(h), r = score_recall(h);
  return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

double score_overall(const Score *score) {
  return (score_f1(score->at[SCORE_RECORD]) + score_f1(score->at[SCORE_SLOTS])) / 2;
}
