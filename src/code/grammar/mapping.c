/* A record in the ontologies of the field.
 *
 * The problem: «مقتل ثلاثة مدنيين برصاص مسلحين» (three civilians killed by gunmen) and «مقتل ثلاثة
 * مسلحين برصاص الجيش» (three gunmen killed by the army) are both a `killing` here, but violence
 * against civilians there and a battle here in ACLED's terms.
 *
 * The method: the rows of mapping.tsv in their order; the first whose conditions all hold. */
#include "code/grammar/mapping.h"

#include "code/grammar/frame.h"

/* Is `value` one of `list`'s alternatives? An empty list asks for nothing. */
static bool allows(Str list, Str value) {
  if (!list.n) return true;
  while (list.p && list.n)
    if (str_eq(str_cut(&list, '|'), value)) return value.n > 0;
  return false;
}

static bool outcome_holds(const MappingRow *row, const Record *r) {
  if (!row->outcome.n && !row->status.n) return true;
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    const Outcome *o = &r->outcomes[i];
    bool none = o->count.set && o->count.max == 0; /* «دون إصابات» */
    if (!none && allows(row->outcome, o->what) && allows(row->status, o->status)) return true;
  }
  return false;
}

static bool row_holds(const MappingRow *row, const Record *r, Str doer) {
  return str_eq(row->type, r->type) && allows(row->stance, r->stance) && outcome_holds(row, r) &&
         allows(row->doer, doer) && allows(row->rule, r->rule);
}

static bool someone_died(const Record *r) {
  for (uint32_t i = 0; i < r->noutcomes; i++)
    if (str_eq(r->outcomes[i].what, STR("killed")) && r->outcomes[i].count.set && r->outcomes[i].count.min >= 1)
      return true;
  return false;
}

void mapping_apply(const Grammar *g, Str doer, Record *r) {
  r->plover = r->mode = r->acled = r->cameo = STR_NONE;
  r->ged = false;
  if (r->kind != RECORD_EVENT && r->kind != RECORD_TALLY) return;
  const MappingRow *row = NULL;
  for (uint32_t i = 0; i < g->nmapping && !row; i++)
    if (row_holds(&g->mapping[i], r, doer)) row = &g->mapping[i];
  if (!row) return;
  r->plover = row->plover;
  r->mode = row->mode;
  r->cameo = row->cameo;
  bool happened = row->stance.n || str_eq(r->stance, STR("asserted")) || str_eq(r->stance, STR("alleged"));
  if (r->kind != RECORD_EVENT || !happened) return;
  r->acled = row->acled;
  r->ged = row->ged && someone_died(r);
}
