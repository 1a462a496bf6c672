/* A named person killed twice, on days that lie apart.
 *
 * Names are matched whole and letter by letter, and must have three words: two men may well
 * share a kunya («أبو عمر») or a name and a father's name. A death that is recalled later
 * has the day of the first and is no second one; where either day is unknown nothing is
 * proved. */
#include <stdlib.h>

#include "check/draft.h"
#include "check/kinds.h"
#include "check/period.h"

enum {
  LEAST_WORDS = 3, /* of a name */
  LEAST_DAYS = 8,  /* apart: a death is often dated by its announcement, some days late */
  OPENING = 500    /* bytes of a report that tell its news: headline and lead */
};

typedef struct Death {
  Str name, day;
  Period when;
  const CheckDoc *doc;
  const Record *record;
} Death;

typedef struct Deaths {
  VEC(Death) list;
} Deaths;

static uint32_t words_of(Str name) {
  uint32_t n = 0;
  while (name.n) n += str_trim(str_cut(&name, ' ')).n > 0;
  return n;
}

/* News of a death that tells no day is of the days before its statement, or where it opens a report and tells no
 * day of that either, before publication. Further down a report recalls. */
static Str day_of(const CheckDoc *doc, const Record *r) {
  if (r->time.n || r->background) return r->time;
  if (r->said.n) return r->said;
  return r->trigger.span.start < OPENING ? str_slice(doc->published, 0, doc->published.n < 10 ? doc->published.n : 10)
                                         : STR_NONE;
}

static void add_deaths(Arena *arena, const CheckDoc *doc, const Record *r, Deaths *deaths) {
  Str day = day_of(doc, r);
  Period when = period_of(day);
  if (!when.known || (r->stance.n && !str_eq(r->stance, STR("asserted")))) return;
  for (uint32_t i = 0; i < r->npersons; i++) {
    const Person *p = &r->persons[i];
    if (str_eq(p->fate, STR("killed")) && words_of(p->name) >= LEAST_WORDS)
      vec_push(&deaths->list, arena, (Death){str_trim(p->name), day, when, doc, r});
  }
}

/* By name, then by day; the order of the input decides the rest. */
static int by_name_and_day(const void *a, const void *b) {
  const Death *x = a, *y = b;
  int c = str_cmp(x->name, y->name);
  if (c) return c;
  if (x->when.from != y->when.from) return x->when.from < y->when.from ? -1 : 1;
  if (x->doc != y->doc) return x->doc < y->doc ? -1 : 1;
  return x->record < y->record ? -1 : x->record > y->record;
}

static void report(Arena *arena, const Death *first, const Death *second, Findings *findings) {
  Draft d;
  draft_init(&d, arena);
  draft_record(&d, first->doc, first->record);
  draft_record(&d, second->doc, second->record);
  draft_quote(&d, "person", first->name);
  draft_lit(&d, " is reported killed twice: on ");
  draft_word(&d, "time", first->day);
  draft_lit(&d, " by ");
  draft_outlet(&d, first->doc);
  draft_lit(&d, ", and on ");
  draft_word(&d, "time", second->day);
  draft_lit(&d, " by ");
  draft_outlet(&d, second->doc);
  draft_lit(&d, ". One death may be wrong, or two people bear the name.");
  draft_done(&d, STR("again"), findings);
}

void check_again(Arena *arena, const CheckInput *input, Findings *findings) {
  Deaths deaths = {0};
  for (uint32_t i = 0; i < input->ndocs; i++)
    for (uint32_t k = 0; k < input->docs[i].nrecords; k++)
      add_deaths(arena, &input->docs[i], &input->docs[i].records[k], &deaths);
  uint32_t n = deaths.list.n;
  if (n) qsort(deaths.list.at, n, sizeof *deaths.list.at, by_name_and_day);
  for (uint32_t i = 1; i < n; i++) {
    const Death *before = &deaths.list.at[i - 1], *after = &deaths.list.at[i];
    if (str_eq(before->name, after->name) && period_gap(before->when, after->when) >= LEAST_DAYS)
      report(arena, before, after, findings);
  }
}
