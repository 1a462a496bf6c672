/* Records and documents, chosen as incidents are: the shown records one by one in memory, their
 * places and actors as pairs. A page then reads its own rows alone. */
#include "ledger/cube/cube_want.h"
#include "ledger/cube/order.h"

/* ---- marks of records ---- */

static void mark_pairs(uint8_t *marks, const CubePair *pairs, uint32_t n, const uint8_t *wanted) {
  for (uint32_t i = 0; i < n; i++) marks[pairs[i].record] |= wanted[pairs[i].value];
}

/* [nrecords] that have a place, or an actor, that is wanted; NULL: any. */
static uint8_t *having(const CubeWant *w, const CubePair *pairs, uint32_t n, const uint8_t *wanted) {
  uint8_t *marks = wanted ? ARENA_ARRAY(w->arena, uint8_t, (size_t)w->cube->nrecords + 1) : NULL;
  if (marks) mark_pairs(marks, pairs, n, wanted);
  return marks;
}

typedef struct Having {
  uint8_t *places, *actors;
} Having;

static bool doc_fits(const CubeWant *w, uint32_t doc) {
  const CubeDoc *d = &w->cube->docs[doc];
  if (w->wanted[CUBE_DOCS] && !w->wanted[CUBE_DOCS][doc]) return false;
  return !w->wanted[CUBE_OUTLETS] || (d->outlet != CUBE_NONE && w->wanted[CUBE_OUTLETS][d->outlet]);
}

/* What is asked of a record, its document and its day aside. */
static bool told_fits(const CubeWant *w, const Having *has, uint32_t r) {
  const CubeRecord *record = &w->cube->record[r];
  if (w->record_types && !w->record_types[record->type]) return false;
  if (w->filter->min_killed && record->killed < w->filter->min_killed) return false;
  if (w->records && !w->records[r]) return false;
  return (!has->places || has->places[r]) && (!has->actors || has->actors[r]);
}

static Having having_of(const CubeWant *w) {
  const Cube *c = w->cube;
  return (Having){having(w, c->area_of, c->nareas_of, w->wanted[CUBE_AREAS]),
                  having(w, c->actor_of, c->nactors_of, w->actors)};
}

/* ---- order ---- */

static int64_t *sorted(Arena *arena, OrderKey *keys, uint32_t n) {
  int64_t *rows = ARENA_ARRAY(arena, int64_t, (size_t)n + 1);
  order_sort(keys, n);
  for (uint32_t i = 0; rows && i < n; i++) rows[i] = keys[i].at;
  return rows;
}

static uint32_t *ranks(Arena *arena, const CubeNames *names) {
  OrderName *named = ARENA_ARRAY(arena, OrderName, (size_t)names->n + 1);
  for (uint32_t i = 0; named && i < names->n; i++)
    named[i] = (OrderName){names->at[i].id.n ? names->at[i].id : names->at[i].name, i};
  return named ? order_ranks(arena, named, names->n) : NULL;
}

/* ---- records ---- */

static const char *const record_sorts[] = {"time", "type", "place", "count", "killed", "outlet", "status"};
enum { SORT_TIME, SORT_TYPE, SORT_PLACE, SORT_COUNT, SORT_KILLED, SORT_OUTLET, SORT_STATUS, RECORD_SORTS };

static int64_t record_key(const Cube *c, uint32_t r, int by, const uint32_t *rank, bool down) {
  const CubeRecord *record = &c->record[r];
  uint32_t outlet = c->docs[c->doc_of[r]].outlet;
  switch (by) {
    case SORT_TIME: return order_key(c->days_of[r].from, c->days_of[r].from != CUBE_NO_DAY, down);
    case SORT_TYPE: return order_key(rank[record->type], true, down);
    case SORT_PLACE:
      return order_key(record->place == CUBE_NONE ? 0 : rank[record->place], record->place != CUBE_NONE, down);
    case SORT_COUNT: return order_key(record->count, record->count >= 0, down);
    case SORT_KILLED: return order_key(record->killed, record->killed >= 0, down);
    case SORT_OUTLET: return order_key(outlet == CUBE_NONE ? 0 : rank[outlet], outlet != CUBE_NONE, down);
    default: return order_key(record->status, true, down);
  }
}

static int sort_of(Str sort, const char *const *names, int n, bool *down) {
  Str name = order_name(sort, down);
  for (int i = 0; i < n; i++)
    if (str_eq(name, str_of(names[i]))) return i;
  return -1;
}

static ErrorCode no_sort(Str sort, ErrorInfo *info) {
  return error_set(info, ERROR_USAGE, STR("sort"), 0, "there is no column \"%.*s\"", (int)(sort.n < 40 ? sort.n : 40),
                   sort.p);
}

static const uint32_t *record_ranks(const Cube *c, Arena *arena, int by) {
  const CubeNames *names = by == SORT_TYPE     ? &c->record_types
                           : by == SORT_PLACE  ? &c->record_places
                           : by == SORT_OUTLET ? &c->outlets
                                               : NULL;
  return names ? ranks(arena, names) : NULL;
}

ErrorCode cube_records(const Cube *c, Ledger *ledger, Arena *arena, const LedgerFilter *f, Str kind, CubeRows *out,
                       ErrorInfo *info) {
  CubeWant w;
  bool down;
  int by = sort_of(f->sort.n ? f->sort : STR("-time"), record_sorts, RECORD_SORTS, &down);
  *out = (CubeRows){0};
  if (by < 0) return no_sort(f->sort, info);
  ErrorCode code = cube_want(c, ledger, arena, f, &w, info);
  if (code) return code;
  Having has = having_of(&w);
  const uint32_t *rank = record_ranks(c, arena, by);
  OrderKey *keys = ARENA_ARRAY(arena, OrderKey, (size_t)c->nrecords + 1);
  if (!arena_ok(arena)) return error_set(info, ERROR_MEMORY, STR("records"), 0, NULL);
  for (uint32_t r = 0; r < c->nrecords; r++) {
    if (c->doc_of[r] == CUBE_NONE) continue;
    if (kind.n && !str_eq(c->record_kinds.at[c->record[r].kind].id, kind)) continue;
    if (!cube_days_fit(f, c->days_of[r].from, c->days_of[r].to) || !cube_status_fits(f, c->record[r].status)) continue;
    if (doc_fits(&w, c->doc_of[r]) && told_fits(&w, &has, r))
      keys[out->n++] = (OrderKey){record_key(c, r, by, rank, down), r};
  }
  out->rows = sorted(arena, keys, out->n);
  return out->rows ? ERROR_OK : error_set(info, ERROR_MEMORY, STR("records"), 0, NULL);
}

/* ---- documents ---- */

static const char *const document_sorts[] = {"published", "outlet"};

/* [ndocs] that have a record which is wanted; NULL: any will do, also without one. */
static uint8_t *docs_having(const CubeWant *w) {
  const Cube *c = w->cube;
  if (!w->record_types && !w->records && !w->wanted[CUBE_AREAS] && !w->actors && !w->filter->min_killed) return NULL;
  Having has = having_of(w);
  uint8_t *marks = ARENA_ARRAY(w->arena, uint8_t, (size_t)c->ndocs + 1);
  for (uint32_t r = 0; marks && r < c->nrecords; r++)
    if (c->doc_of[r] != CUBE_NONE && told_fits(w, &has, r)) marks[c->doc_of[r]] = 1;
  return marks;
}

ErrorCode cube_documents(const Cube *c, Ledger *ledger, Arena *arena, const LedgerFilter *f, CubeRows *out,
                         ErrorInfo *info) {
  CubeWant w;
  bool down;
  int by = sort_of(f->sort.n ? f->sort : STR("-published"), document_sorts, 2, &down);
  *out = (CubeRows){0};
  if (by < 0) return no_sort(f->sort, info);
  ErrorCode code = cube_want(c, ledger, arena, f, &w, info);
  if (code) return code;
  uint8_t *having_any = docs_having(&w);
  const uint32_t *rank = by == 1 ? ranks(arena, &c->outlets) : NULL;
  OrderKey *keys = ARENA_ARRAY(arena, OrderKey, (size_t)c->ndocs + 1);
  if (!arena_ok(arena)) return error_set(info, ERROR_MEMORY, STR("documents"), 0, NULL);
  for (uint32_t d = 0; d < c->ndocs; d++) {
    const CubeDoc *doc = &c->docs[d];
    if (!cube_days_fit(f, doc->day, doc->day) || !doc_fits(&w, d) || (having_any && !having_any[d])) continue;
    bool known = by == 0 ? doc->day != CUBE_NO_DAY : doc->outlet != CUBE_NONE;
    int64_t key = 0;
    if (known && by == 0) key = doc->day;
    if (known && by == 1) key = rank[doc->outlet];
    keys[out->n++] = (OrderKey){order_key(key, known, down), (uint32_t)doc->row};
  }
  out->rows = sorted(arena, keys, out->n);
  return out->rows ? ERROR_OK : error_set(info, ERROR_MEMORY, STR("documents"), 0, NULL);
}
