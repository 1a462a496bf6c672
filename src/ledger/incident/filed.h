/* A document's items as they are filed for others to be held against. */
#ifndef LEDGER_FILED_H
#define LEDGER_FILED_H

#include "ledger/incident/pairs.h"

typedef struct Filed {
  LinkItems items;
  const int64_t *rows; /* [items.list.n] of the record each is named by */
} Filed;

/* The items of a document, each document read once in a transaction; NULL on a failure, and
 * where there is no such document. What an older daftar filed is made anew. */
const Filed *filed_get(Linking *linking, int64_t document);

/* Files a document's items as they now are: as a worker put them together, or else of its records (linking_load). NULL
 * on a failure, and where there is no such document. */
const Filed *filed_put(Linking *linking, int64_t document);
void filed_remove(Ledger *ledger, int64_t document);

#endif
