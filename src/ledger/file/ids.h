/* Lists of rows. */
#ifndef LEDGER_IDS_H
#define LEDGER_IDS_H

#include "base/vec.h"

/* Rows of table record, or of others. */
typedef struct Ids {
  VEC(int64_t) list;
} Ids;

/* In ascending order, each once. */
void ids_sort(Ids *ids);

#endif
