/* What a list is made of. For the ledger's own files. */
#ifndef LEDGER_LIST_SOURCE_H
#define LEDGER_LIST_SOURCE_H

#include "ledger/ledger.h"

/* The object of a list's row as SQL, and the tables it speaks of. */
const char *list_json(const LedgerList *list);
const char *list_from(const LedgerList *list);

#endif
