/* Parts that the text declares to make up a total and do not (check/parts.h), whether they
 * are records of their own or shares told inside one record. */
#include "check/kinds.h"
#include "check/parts.h"

static void say_text_says(Draft *d, double total) {
  Writer w = writer_to_buffer(&d->arithmetic);
  writer_lit(&w, ", the text says ");
  writer_number(&w, total);
}

static void report_group(Arena *arena, const Group *g, const Reckoning *r, Findings *findings) {
  Draft d;
  draft_init(&d, arena);
  draft_record(&d, g->doc, g->total);
  draft_lit(&d, "This telling by ");
  draft_outlet(&d, g->doc);
  draft_lit(&d, " does not add up: it says ");
  parts_say_measure(&d, &r->measure, r->total);
  draft_lit(&d, " in all, but the parts ");
  parts_say(&d, g, r);
  say_text_says(&d, r->total);
  draft_lit(&d, " make ");
  draft_number(&d, "sum", r->sum);
  draft_lit(&d, ".");
  draft_speaker(&d, g->total);
  draft_done(&d, STR("sum"), findings);
}

typedef struct SumRun {
  Arena *arena;
  Findings *findings;
} SumRun;

static void use_group(void *context, const Group *g, const Reckonings *all) {
  SumRun *run = context;
  for (uint32_t i = 0; i < all->n && g->all; i++)
    if (all->at[i].verdict == DOES_NOT) report_group(run->arena, g, &all->at[i], run->findings);
}

/* ---- shares told inside one record ---- */

static void report_shares(Arena *arena, const CheckDoc *doc, const Record *r, const Outcome *whole,
                          const double *values, uint32_t n, double sum, Findings *findings) {
  Draft d;
  draft_init(&d, arena);
  draft_record(&d, doc, r);
  draft_lit(&d, "This telling by ");
  draft_outlet(&d, doc);
  draft_lit(&d, " does not add up: it says ");
  draft_number(&d, "number", whole->count.min);
  draft_lit(&d, " ");
  draft_word(&d, "what", whole->what);
  draft_lit(&d, " in all, but lists ");
  draft_number(&d, "sum", sum);
  draft_lit(&d, ".");
  draft_speaker(&d, r);
  parts_arithmetic(&d, values, n, sum);
  say_text_says(&d, whole->count.min);
  draft_done(&d, STR("sum"), findings);
}

/* The outcomes from `first` on that are shares of the one at `first`. */
static void check_shares(Arena *arena, const CheckDoc *doc, const Record *r, uint32_t first, Findings *findings) {
  const Outcome *whole = &r->outcomes[first];
  double values[PARTS_MOST], sum = 0;
  uint32_t n = 0;
  for (uint32_t i = first + 1; i < r->noutcomes; i++) {
    const Outcome *o = &r->outcomes[i];
    if (!str_eq(o->what, whole->what) || !str_eq(o->unit, whole->unit)) continue;
    if (!o->share && count_exact(o->count) && o->count.min > whole->count.min) return; /* another toll */
    if (!o->share) continue;
    if (!count_exact(o->count) || n == PARTS_MOST) return;
    sum += values[n++] = o->count.min;
  }
  if (n >= 2 && !number_same(sum, whole->count.min)) report_shares(arena, doc, r, whole, values, n, sum, findings);
}

static void check_record(Arena *arena, const CheckDoc *doc, const Record *r, Findings *findings) {
  if (r->noutcomes > 2 * PARTS_MOST) return;
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    bool first = !r->outcomes[i].share && count_exact(r->outcomes[i].count);
    for (uint32_t j = 0; j < i; j++) first = first && !str_eq(r->outcomes[j].what, r->outcomes[i].what);
    if (first) check_shares(arena, doc, r, i, findings);
  }
}

void check_sum(Arena *arena, const CheckInput *input, Findings *findings) {
  SumRun run = {arena, findings};
  for (uint32_t i = 0; i < input->ndocs; i++) {
    const CheckDoc *doc = &input->docs[i];
    parts_each(arena, doc, use_group, &run);
    for (uint32_t k = 0; k < doc->nrecords; k++) check_record(arena, doc, &doc->records[k], findings);
  }
}
