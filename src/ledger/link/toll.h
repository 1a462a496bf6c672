/* A record's numbers as whole numbers: what columns and files hold. */
#ifndef LEDGER_TOLL_H
#define LEDGER_TOLL_H

#include "record/json.h"
#include "record/record.h"

/* max is LEDGER_OPEN where no upper bound is told; min LEDGER_OPEN: nothing is told. */
#define LEDGER_OPEN INT64_MIN
typedef struct LedgerRange {
  int64_t min, max;
} LedgerRange;

/* Rounded down; LEDGER_OPEN for what is no number or has no end. */
int64_t toll_whole(double number);

/* All that the record tells of one kind of outcome ("killed"), people alone. */
LedgerRange toll_of(const Record *record, Str what);

/* As JSON: a number, null for LEDGER_OPEN; [min,max], null where nothing is told. */
void toll_put_end(Writer *w, int64_t end);
void toll_put_range(Writer *w, LedgerRange range);

#endif
