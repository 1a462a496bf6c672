/* Opening a ledger for a verb, and telling what is in the way. */
#ifndef CLI_LEDGER_OPEN_H
#define CLI_LEDGER_OPEN_H

#include "cli/args.h"
#include "ledger/ledger.h"

/* The ledger that is the verb's first argument; NULL after telling why (EXIT_FAILED). While
 * another program is writing it, waits a minute and says so. */
Ledger *open_ledger(const Args *args, LedgerMode mode);
/* The same without the ledger: the files behind it. */
Args behind_ledger(const Args *args);

#endif
