/* A total with fewer parts told than it counts: 22 killed, 8 in one village and 7 in another.
 *
 * A question, not an error: the text does not say that these are all. Asked only where every
 * part is a part beyond doubt, set apart by its place, and nothing shows the list to be
 * complete (that is `sum`). */
#include "check/kinds.h"
#include "check/parts.h"

typedef struct UnaccountedRun {
  Arena *arena;
  Findings *findings;
} UnaccountedRun;

static void report(Arena *arena, const Group *g, const Reckoning *r, Findings *findings) {
  Draft d;
  draft_init(&d, arena);
  draft_record(&d, g->doc, g->total);
  draft_outlet(&d, g->doc);
  draft_lit(&d, " counts ");
  parts_say_measure(&d, &r->measure, r->total);
  draft_lit(&d, " and tells of ");
  parts_say(&d, g, r);
  draft_lit(&d, ": ");
  draft_number(&d, "left", r->total - r->sum);
  draft_lit(&d, " are not told. This is a question, not an error.");
  draft_speaker(&d, g->total);
  Writer w = writer_to_buffer(&d.arithmetic);
  writer_lit(&w, " of ");
  writer_number(&w, r->total);
  draft_done(&d, STR("unaccounted"), findings);
}

static void use_group(void *context, const Group *g, const Reckonings *all) {
  UnaccountedRun *run = context;
  if (g->all || g->lenient || g->by != BY_PLACE || g->nsure != g->nparts) return;
  for (uint32_t i = 0; i < all->n; i++)
    if (all->at[i].verdict == ADDS_UP) return;
  for (uint32_t i = 0; i < all->n; i++)
    if (all->at[i].verdict == DOES_NOT && all->at[i].sum < all->at[i].total)
      report(run->arena, g, &all->at[i], run->findings);
}

void check_unaccounted(Arena *arena, const CheckInput *input, Findings *findings) {
  UnaccountedRun run = {arena, findings};
  for (uint32_t i = 0; i < input->ndocs; i++) parts_each(arena, &input->docs[i], use_group, &run);
  check_told_parts(arena, input, findings);
}
