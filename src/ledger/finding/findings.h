/* What does not add up, kept beside what it stands on. */
#ifndef LEDGER_FINDINGS_H
#define LEDGER_FINDINGS_H

#include "ledger/document/opened.h"
#include "ledger/link/link.h"

/* Those within a document, in place of what was there of it. */
void findings_of_document(Ledger *ledger, const Coded *coded, int64_t document, Str key);
/* Those between an incident's documents; none where it has fewer than two. */
void findings_of_incident(Ledger *ledger, Str incident, uint32_t ndocuments, const LinkDecision *decisions, uint32_t n);
/* May there be any between these tellings of one incident? Told by what is filed of them. */
bool findings_promised(const LinkItem *const *items, uint32_t n);
/* Those between tallies and trends, of persons killed twice, and between tallies and events. Run at the end of an
 * ingest, in its own transaction, if anything changed since. */
void findings_across(Ledger *ledger);

#endif
