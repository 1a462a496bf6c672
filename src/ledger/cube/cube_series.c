/* Series of figures. Which series a figure is of stands beside its record in the cube, so that those a filter
 * leaves are counted, put in order and cut into pages in memory; a page then reads the rows of its own points
 * alone ("43 ألف شخص في مخيم الهول", 43 thousand people in al-Hawl camp, is one point of one series). */
#include <stdlib.h>

#include "ledger/cube/cube.h"
#include "ledger/cube/order.h"

static int by_name(const CubeSeries *x, const CubeSeries *y) {
  int order = str_cmp(x->type, y->type);
  if (!order) order = str_cmp(x->place, y->place);
  if (!order) order = str_cmp(x->holders, y->holders);
  return order ? order : str_cmp(x->unit, y->unit);
}

typedef struct Sized {
  const CubeSeries *is;
  uint32_t series, n;
} Sized;

/* Numbers of nobody and nowhere make no series: they stand behind those that do. */
static int by_size(const void *a, const void *b) {
  const Sized *x = a, *y = b;
  bool somebodys = x->is->holders.n || x->is->place.n, also = y->is->holders.n || y->is->place.n;
  if (somebodys != also) return somebodys ? -1 : 1;
  if (x->n != y->n) return x->n > y->n ? -1 : 1;
  return by_name(x->is, y->is);
}

static uint32_t *count(const Cube *c, Arena *arena, const CubeRows *rows) {
  uint32_t *n = ARENA_ARRAY(arena, uint32_t, (size_t)c->series.n + 1);
  for (uint32_t i = 0; n && i < rows->n; i++)
    if (c->record[rows->rows[i]].series != CUBE_NONE) n[c->record[rows->rows[i]].series]++;
  return n;
}

/* Those that have a figure, in order; `place` tells where in the rows each begins. */
static bool order(const Cube *c, Arena *arena, const uint32_t *n, uint32_t *place, CubeGroups *out) {
  Sized *sized = ARENA_ARRAY(arena, Sized, (size_t)c->series.n + 1);
  uint32_t used = 0, at = 0;
  for (uint32_t s = 0; sized && s < c->series.n; s++)
    if (n[s]) sized[used++] = (Sized){&c->series.at[s], s, n[s]};
  out->at = ARENA_ARRAY(arena, CubeGroup, (size_t)used + 1);
  if (!sized || !out->at) return false;
  if (used) qsort(sized, used, sizeof *sized, by_size);
  for (uint32_t i = 0; i < used; i++) {
    out->at[out->n++] = (CubeGroup){sized[i].series, at, sized[i].n};
    place[sized[i].series] = at;
    at += sized[i].n;
  }
  return true;
}

static OrderKey key_of(const Cube *c, uint32_t row) {
  int32_t day = c->days_of[row].from;
  if (day == CUBE_NO_DAY) day = c->docs[c->doc_of[row]].day;
  return (OrderKey){order_key(day, day != CUBE_NO_DAY, false), row};
}

ErrorCode cube_series(const Cube *c, Ledger *ledger, Arena *arena, const LedgerFilter *filter, CubeGroups *out,
                      ErrorInfo *info) {
  CubeRows rows;
  *out = (CubeGroups){0};
  ErrorCode code = cube_records(c, ledger, arena, filter, STR("figure"), &rows, info);
  if (code) return code;
  uint32_t *n = count(c, arena, &rows), *place = ARENA_ARRAY(arena, uint32_t, (size_t)c->series.n + 1);
  OrderKey *keys = ARENA_ARRAY(arena, OrderKey, (size_t)rows.n + 1);
  out->rows = ARENA_ARRAY(arena, int64_t, (size_t)rows.n + 1);
  if (!n || !place || !keys || !out->rows || !order(c, arena, n, place, out))
    return error_set(info, ERROR_MEMORY, STR("series"), 0, NULL);
  for (uint32_t i = 0; i < rows.n; i++) keys[i] = key_of(c, (uint32_t)rows.rows[i]);
  order_sort(keys, rows.n);
  for (uint32_t i = 0; i < rows.n; i++) {
    uint32_t series = c->record[keys[i].at].series;
    if (series != CUBE_NONE) out->rows[place[series]++] = keys[i].at;
  }
  return ERROR_OK;
}
