/* Rows of a ledger's lists, in each of the formats; and the filters that choose them. */
#ifndef CLI_LEDGER_ROWS_H
#define CLI_LEDGER_ROWS_H

#include "cli/args.h"
#include "cli/out.h"
#include "ledger/ledger.h"

/* The filters that the options ask for. EXIT_DONE, or EXIT_USAGE after telling what is wrong. */
int filter_read(const Args *args, int64_t limit, LedgerFilter *filter);
/* The engine that names and words of filters need; NULL after telling why. */
Engine *rows_engine(const Args *args);

ErrorCode rows_jsonl(Out *out, Ledger *ledger, const LedgerList *list, const LedgerFilter *filter, ErrorInfo *info);
ErrorCode rows_csv(Out *out, Ledger *ledger, const LedgerList *list, const LedgerFilter *filter, ErrorInfo *info);
/* A table of filter->limit rows; *more: there are others. `columns` names those to show, with
 * blanks between; NULL: the list's own. */
ErrorCode rows_table(Out *out, Ledger *ledger, const LedgerList *list, const LedgerFilter *filter, const char *columns,
                     bool *more, ErrorInfo *info);

#endif
