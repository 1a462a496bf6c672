/* A new document's happenings, put together by the worker that coded it: what they are is told by the document alone,
 * as long as nothing was decided on its records, so that the writer need not read these back for it. */
#ifndef LEDGER_LINKED_H
#define LEDGER_LINKED_H

#include "ledger/document/coded.h"
#include "ledger/file/row_map.h"
#include "ledger/link/link.h"

/* The rows of a happening's records. */
typedef struct LinkedRows {
  const int64_t *at;
  uint32_t n;
} LinkedRows;

/* As it is filed, with the rows that its records came to stand in. */
typedef struct Linked {
  LinkItems items;
  const int64_t *rows;       /* [items.list.n] of the record each is named by */
  const LinkedRows *records; /* [items.list.n] */
} Linked;

/* By a worker, once the records are there as JSON: sets coded->items and coded->members. They are put together of what
 * the JSON gives back, as they would be of the stored document. In coded->arena; empty on failure. */
void linked_make(Coded *coded, Arena *work);

/* The same for a document that was written: `ids` are its records' rows. In the arena; NULL where the worker left
 * none. */
const Linked *linked_read(Arena *arena, const Coded *coded, const int64_t *ids);

#endif
