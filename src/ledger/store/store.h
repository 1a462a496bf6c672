/* Rows in: documents, texts, codings, records. For the ledger's own files. */
#ifndef LEDGER_STORE_H
#define LEDGER_STORE_H

#include "ledger/document/coded.h"
#include "ledger/document/opened.h"

/* Begins a transaction; store_commit ends it, with incidents and findings brought up to date. */
void store_begin(Ledger *ledger);
void store_commit(Ledger *ledger);

typedef struct StoreSeen {
  int64_t document; /* 0: not there */
  bool fills;       /* the one at hand tells a date or an outlet that the stored one lacks */
} StoreSeen;

/* Is the document there already? */
StoreSeen store_seen(Ledger *ledger, const Document *document, const uint8_t sha256[32]);

/* Writes a new document, or, where coded->recodes, another generation of a stored one. What
 * is there already changes nothing. Counts what it did. */
void store_put(Ledger *ledger, const Coded *coded, LedgerCounts *counts);

/* A stored document as it was read, with what is known of it now; in the arena. */
bool store_document(Ledger *ledger, Arena *arena, int64_t id, Document *document);

#endif
