/* Rows in: documents, texts, codings, records. For the ledger's own files. */
#ifndef LEDGER_STORE_H
#define LEDGER_STORE_H

#include "base/vec.h"
#include "ledger/coded.h"
#include "ledger/copies.h"
#include "ledger/db.h"
#include "ledger/drawers.h"
#include "ledger/ledger.h"
#include "ledger/linked.h"

struct Ledger {
  Arena arena; /* holds this struct */
  Db db;
  Copies copies;
  Drawers drawers;
  Str data_version;     /* of the engine that codes; set by ingest_begin */
  Arena batch;          /* of a transaction */
  Arena text;           /* one document's text */
  Arena shelf;          /* documents' items that new ones are held against */
  uint32_t steps;       /* of a bounded query that are left: browse.h */
  int64_t decision;     /* that is being written; 0: none */
  VEC(int64_t) touched; /* documents whose records changed in this transaction */
  RowMap linked;        /* those of them whose happenings a worker put together → Linked */
  int64_t first_new;    /* the first document that this transaction brought; those behind it are new as well. 0: none */
};

/* Begins a transaction; store_commit ends it, with incidents and findings brought up to date. */
void store_begin(Ledger *ledger);
void store_commit(Ledger *ledger);
/* Gives back what it holds in memory of all documents; it is read again when it is needed. */
void store_forget(Ledger *ledger);

typedef struct StoreSeen {
  int64_t document; /* 0: not there */
  bool fills;       /* the one at hand tells a date or an outlet that the stored one lacks */
} StoreSeen;

/* Is the document there already? */
StoreSeen store_seen(Ledger *ledger, const Document *document, const uint8_t sha256[32]);

/* Writes a new document, or, where coded->recodes, another generation of a stored one. What
 * is there already changes nothing. Counts what it did. */
void store_put(Ledger *ledger, const Coded *coded, LedgerCounts *counts);

/* Notes that a document's records must be linked anew. */
void store_touch(Ledger *ledger, int64_t document);

/* Its records have changed since a worker looked at them: its happenings are put together of what is stored. */
void store_relink(Ledger *ledger, int64_t document);

/* A stored document as it was read, with what is known of it now; in the arena. */
bool store_document(Ledger *ledger, Arena *arena, int64_t id, Document *document);

/* Days since 1970-01-01 of "2024-07-17…"; DB_NONE where it is none. */
int64_t store_day(Str published);

/* rows.c: the records of a coding and all that filters look at. */
/* Brings a record's columns in line with what it is after corrections. */
void rows_correct(Ledger *ledger, int64_t row, const Record *record);
/* The name as persons are told apart by: folded letters. */
Str rows_person_norm(Arena *arena, const Person *person);
/* The rows that the records came to stand in: [coded->nrecords], in ledger->batch; NULL on failure. */
const int64_t *rows_put(Ledger *ledger, const Coded *coded, int64_t document, int64_t coding, Str document_key,
                        bool current);

#endif
