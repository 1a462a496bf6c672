/* Incidents in a ledger, kept up to date as documents come. */
#ifndef LEDGER_INCIDENTS_H
#define LEDGER_INCIDENTS_H

#include "ledger/document/opened.h"

/* Links the documents that were touched in this transaction anew, and writes the incidents
 * that changed by it. What comes out is what linking everything at once would give. */
void incidents_update(Ledger *ledger);

#endif
