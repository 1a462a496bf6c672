/* An old event told as new: a near-copy of a text that came out a week or more before, with a
 * happening that the copy tells as its news.
 *
 * An old strike's report comes round again in a channel, with today's date above it. A text that
 * itself says that it looks back (background records alone) is no such thing. */
#include <stdlib.h>

#include "check/draft.h"
#include "check/kinds.h"
#include "check/period.h"

enum { LEAST_DAYS = 7 };

typedef struct Copy {
  const CheckDoc *doc;
  Period published;
} Copy;

static int by_group_and_day(const void *a, const void *b) {
  const Copy *x = a, *y = b;
  if (x->doc->copies != y->doc->copies) return x->doc->copies < y->doc->copies ? -1 : 1;
  if (x->published.from != y->published.from) return x->published.from < y->published.from ? -1 : 1;
  return x->doc < y->doc ? -1 : x->doc > y->doc;
}

static const Record *news_of(const CheckDoc *doc) {
  for (uint32_t i = 0; i < doc->nrecords; i++)
    if (doc->records[i].kind == RECORD_EVENT && !doc->records[i].background) return &doc->records[i];
  return NULL;
}

static void report(Arena *arena, const Copy *first, const Copy *later, Findings *findings) {
  const Record *old = news_of(first->doc), *new = news_of(later->doc);
  if (!old || !new) return;
  Draft d;
  draft_init(&d, arena);
  draft_record(&d, first->doc, old);
  draft_record(&d, later->doc, new);
  draft_outlet(&d, later->doc);
  draft_lit(&d, " tells as news of ");
  draft_word(&d, "time", str_slice(later->doc->published, 0, 10));
  draft_lit(&d, " what ");
  draft_outlet(&d, first->doc);
  draft_lit(&d, " told in nearly the same words on ");
  draft_word(&d, "time", str_slice(first->doc->published, 0, 10));
  draft_lit(&d, ".");
  draft_done(&d, STR("recycled"), findings);
}

void check_recycled(Arena *arena, const CheckInput *input, Findings *findings) {
  Copy *all = ARENA_ARRAY(arena, Copy, input->ndocs + (size_t)1);
  uint32_t n = 0;
  for (uint32_t i = 0; all && i < input->ndocs; i++) {
    const CheckDoc *doc = &input->docs[i];
    Period day = period_of(str_slice(doc->published, 0, doc->published.n < 10 ? doc->published.n : 10));
    if (doc->copies && day.known && day.from == day.to) all[n++] = (Copy){doc, day};
  }
  if (n) qsort(all, n, sizeof *all, by_group_and_day);
  for (uint32_t i = 0, first = 0; i < n; i++) {
    if (all[i].doc->copies != all[first].doc->copies) first = i;
    if (all[i].published.from - (int64_t)all[first].published.from >= LEAST_DAYS)
      report(arena, &all[first], &all[i], findings);
  }
}
