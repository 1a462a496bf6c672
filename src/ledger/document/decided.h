/* What of a reviewer's decisions holds, and on which records. For the ledger's own files. */
#ifndef LEDGER_DECIDED_H
#define LEDGER_DECIDED_H

#include "ledger/document/opened.h"
#include "ledger/link/link.h"

/* What was decided on which records are one incident, oldest first, undone ones left out. A
 * decision whose records are not in the ledger (any more) is passed over: an orphan. */
typedef struct LinkDecisions {
  VEC(LinkDecision) list;
  VEC(int64_t) rows;      /* [2 * list.n] of table record, a and b of each */
  VEC(int64_t) documents; /* [2 * list.n] theirs */
} LinkDecisions;

void decided_links(Ledger *ledger, Arena *arena, LinkDecisions *out);

/* After a document was coded: its new records take up what was decided on the old ones. Is there anything? */
bool decided_carry(Ledger *ledger, int64_t document);

/* The record as it was corrected; strings in the arena. */
void decided_correct(Ledger *ledger, Arena *arena, int64_t row, Record *record);

/* Which decisions are undone, after one was added. */
void decided_find_undone(Ledger *ledger);

#endif
