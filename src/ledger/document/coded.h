/* A document on its way into the ledger: what a worker thread makes of it. */
#ifndef LEDGER_CODED_H
#define LEDGER_CODED_H

#include "check/check.h"
#include "engine/engine.h"
#include "ledger/link/near.h"
#include "read/document.h"

enum { KEY_HEX = 16 };

typedef struct Coded {
  Arena arena; /* holds everything below */
  Document document;
  uint8_t sha256[32]; /* of the text */
  int64_t recodes;    /* the row of a document that is coded again; 0: a new one */
  const Record *records;
  const Str *json; /* [nrecords] each record as a line without its end */
  uint32_t nrecords;
  Str clashes;               /* dates whose weekday and day disagree, as JSON */
  char key[KEY_HEX + 1];     /* of the document where it is new */
  char (*keys)[KEY_HEX + 1]; /* [nrecords] of its records then */
  Str items;                 /* its happenings then (linked.h), packed */
  const uint32_t *members;   /* of each how many records it has, and their numbers */
  Str lemmas;                /* its words for search, and each of them once */
  Str words;
  NearSketch sketch;
  Findings findings; /* within the document */
  ErrorCode code;    /* why it is refused; ERROR_OK: it is not */
  ErrorInfo info;
} Coded;

/* Copies the document and hashes its text. False on a failed arena. */
bool coded_take(Coded *coded, const Document *document);
/* Codes it, working in `work`, which is reset. What fails is kept in coded->code. */
void coded_run(Coded *coded, const Engine *engine, EngineMemo *memo, Arena *work);

/* What a document is to the ledger: its URL and text; without an URL its id, outlet and text. */
void coded_key(const Document *document, const uint8_t sha256[32], char key[KEY_HEX + 1]);
/* Does the URL name one article, so that another text under it is a new version? */
bool coded_url_is_article(Str url);
/* The key of a record in the ledger: two documents of one text share their records' ids. */
void coded_record_key(Str document_key, Str rid, char key[KEY_HEX + 1]);

/* The clashes back from their JSON; quotes point into `text`. */
const CheckClash *coded_clashes(Arena *arena, Str json, Str text, uint32_t *n);

#endif
