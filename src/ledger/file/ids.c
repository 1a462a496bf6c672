#include "ledger/file/ids.h"

#include <stdlib.h>

void ids_take(Db *db, Arena *arena, sqlite3_stmt *s, Ids *out) {
  while (db_row(db, s)) vec_push(&out->list, arena, sqlite3_column_int64(s, 0));
}

static int by_number(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return x < y ? -1 : x > y;
}

void ids_sort(Ids *ids) {
  uint32_t n = 0;
  if (ids->list.n) qsort(ids->list.at, ids->list.n, sizeof *ids->list.at, by_number);
  for (uint32_t i = 0; i < ids->list.n; i++)
    if (!i || ids->list.at[i] != ids->list.at[i - 1]) ids->list.at[n++] = ids->list.at[i];
  ids->list.n = n;
}
