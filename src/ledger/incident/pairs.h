/* Happenings filed under their keys, and the pairs of them that may be one event. */
#ifndef LEDGER_PAIRS_H
#define LEDGER_PAIRS_H

#include "ledger/document/decided.h"
#include "ledger/document/loaded.h"
#include "ledger/file/ids.h"

/* What linking a transaction's documents works on; everything but `filed` in ledger->batch. */
typedef struct Linking {
  Ledger *ledger;
  RowMap loaded; /* of documents: Loaded, Filed */
  RowMap filed;
  Arena *shelf; /* of what is filed */
  LinkDecisions decisions;
  Ids seeds; /* records whose part of the ledger is clustered anew */
  Ids touched;
} Linking;

const Loaded *linking_load(Linking *linking, int64_t document);
/* The row of the record that the item is named by. */
int64_t linking_row(const Loaded *loaded, const LinkItem *item);

/* Files all documents anew, where a newer daftar files them otherwise (table remake); once, in the
 * transaction at hand. */
void pairs_refile(Linking *linking);
/* Takes a document's happenings out: its keys, its pairs. What they were joined to is noted. */
void pairs_remove(Linking *linking, int64_t document);
/* Files those of all touched documents anew, compares them with what is filed and writes the pairs. */
void pairs_add_all(Linking *linking);

#endif
