/* Lists of rows. */
#ifndef LEDGER_IDS_H
#define LEDGER_IDS_H

#include "base/vec.h"
#include "ledger/file/db.h"

/* Rows of table record, or of others. */
typedef struct Ids {
  VEC(int64_t) list;
} Ids;

/* Adds the first column of all rows of the query, which ends with it. */
void ids_take(Db *db, Arena *arena, sqlite3_stmt *query, Ids *out);

/* In ascending order, each once. */
void ids_sort(Ids *ids);

#endif
