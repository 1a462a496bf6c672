/* Records as rows: those of a coding, and all that filters look at. */
#ifndef LEDGER_ROWS_H
#define LEDGER_ROWS_H

#include "ledger/document/opened.h"

/* Brings a record's columns in line with what it is after corrections. */
void rows_correct(Ledger *ledger, int64_t row, const Record *record);
/* The name as persons are told apart by: folded letters. */
Str rows_person_norm(Arena *arena, const Person *person);
/* The rows that the records came to stand in: [coded->nrecords], in ledger->batch; NULL on failure. */
const int64_t *rows_put(Ledger *ledger, const Coded *coded, int64_t document, int64_t coding, Str document_key,
                        bool current);

#endif
