/* A stored document with its records, as the pure floors take them. */
#ifndef LEDGER_LOADED_H
#define LEDGER_LOADED_H

#include "check/check.h"
#include "ledger/document/opened.h"
#include "ledger/file/row_map.h"
#include "ledger/link/link.h"

typedef struct Loaded {
  int64_t id;
  Str key, given, outlet, published;
  int64_t voice;
  bool current;
  const Record *records; /* the current ones that are not rejected, as corrected, in text order;
                            ids are keys of the ledger */
  const int64_t *rows;   /* [nrecords] of table record */
  const Str *incidents;  /* [nrecords] empty: none */
  uint32_t nrecords;
  Str text;        /* not of loaded_get; of loaded_brief what stands for it */
  Str clashes;     /* as JSON */
  LinkItems items; /* only of loaded_get: what of the records is linked */
} Loaded;

/* The document, each once in a set; NULL on a failure, and where there is none. Decisions that
 * split records of one document are given for its items. In ledger->batch. */
const Loaded *loaded_get(Ledger *ledger, RowMap *set, int64_t document, const LinkDecision *decisions, uint32_t n);

/* A document with its text, in an arena of the caller's. */
const Loaded *loaded_read(Ledger *ledger, Arena *arena, int64_t document);

/* The same with what stands for its text: equal for documents of one text, and shorter. */
const Loaded *loaded_brief(Ledger *ledger, Arena *arena, int64_t document);
/* The same, with its tallies and trends alone. */
const Loaded *loaded_sums(Ledger *ledger, Arena *arena, int64_t document);
/* The same with those of its records alone that are of an incident, of whichever; and with its text as well. */
const Loaded *loaded_brief_told(Ledger *ledger, Arena *arena, int64_t document);
const Loaded *loaded_told(Ledger *ledger, Arena *arena, int64_t document);
/* A document with its text, and of its records with those alone that are of the incident. */
const Loaded *loaded_of_incident(Ledger *ledger, Arena *arena, int64_t document, Str incident);
/* A document with its text, and with its records even where a later version of it is current. */
const Loaded *loaded_version(Ledger *ledger, Arena *arena, int64_t document);

/* As the findings take it. */
CheckDoc loaded_check(Arena *arena, const Loaded *loaded);

#endif
