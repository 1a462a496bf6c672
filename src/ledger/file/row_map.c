/* Rows are small numbers in dense runs: multiplied by the golden ratio's odd fraction they
 * spread over the table (Knuth, The Art of Computer Programming, volume 3, 6.4). */
#include "ledger/file/row_map.h"

enum { FIRST_ROOM = 1024 };

static uint32_t find(const RowMap *m, int64_t row) {
  uint32_t at = (uint32_t)((uint64_t)row * 0x9E3779B97F4A7C15u >> 40);
  while (m->rows[at & (m->room - 1)] && m->rows[at & (m->room - 1)] != row) at++;
  return at & (m->room - 1);
}

static bool grow(Arena *arena, RowMap *m) {
  if (m->n * 2 < m->room) return true;
  RowMap bigger = {.n = m->n, .room = m->room ? m->room * 2 : FIRST_ROOM};
  bigger.rows = ARENA_ARRAY(arena, int64_t, bigger.room);
  bigger.values = ARENA_ARRAY(arena, void *, bigger.room);
  if (!bigger.rows || !bigger.values) return false;
  for (uint32_t i = 0; i < m->room; i++) {
    if (!m->rows[i]) continue;
    uint32_t at = find(&bigger, m->rows[i]);
    bigger.rows[at] = m->rows[i];
    bigger.values[at] = m->values[i];
  }
  *m = bigger;
  return true;
}

void **row_map_slot(Arena *arena, RowMap *m, int64_t row) {
  if (!grow(arena, m)) return NULL;
  uint32_t at = find(m, row);
  if (!m->rows[at]) {
    m->rows[at] = row;
    m->n++;
  }
  return &m->values[at];
}

void *row_map_get(const RowMap *m, int64_t row) { return m->room ? m->values[find(m, row)] : NULL; }
