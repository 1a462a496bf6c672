/* An open ledger: its file, and what it keeps in memory. For the ledger's own files. */
#ifndef LEDGER_OPENED_H
#define LEDGER_OPENED_H

#include "base/vec.h"
#include "ledger/document/coded.h"
#include "ledger/document/copies.h"
#include "ledger/document/drawers.h"
#include "ledger/document/linked.h"
#include "ledger/file/db.h"
#include "ledger/ledger.h"

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

/* Gives back what it holds in memory of all documents; it is read again when it is needed. */
void ledger_forget(Ledger *ledger);

/* Notes that a document's records must be linked anew. */
void ledger_touch(Ledger *ledger, int64_t document);

/* Its records have changed since a worker looked at them: its happenings are put together of what is stored. */
void ledger_relink(Ledger *ledger, int64_t document);

/* Days since 1970-01-01 of "2024-07-17…"; DB_NONE where it is none. */
int64_t ledger_day(Str published);

#endif
