/* From the rows of a table to what is known of each in a transaction. */
#ifndef LEDGER_ROW_MAP_H
#define LEDGER_ROW_MAP_H

#include "base/arena.h"

typedef struct RowMap { /* open addressing; all zero: empty */
  int64_t *rows;        /* [room] 0: free */
  void **values;        /* [room] */
  uint32_t n, room;
} RowMap;

/* Where the value of `row` (never 0) stands, NULL in it at first, until the next call; NULL on
 * failure. A map grows in one arena. */
void **row_map_slot(Arena *arena, RowMap *map, int64_t row);

/* The value, or NULL. */
void *row_map_get(const RowMap *map, int64_t row);

#endif
