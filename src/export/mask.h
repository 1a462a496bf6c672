/* Names that do not leave.
 *
 * Everyone who is no public actor of the data gets a pseudonym ("person-3f9a01c2") in every
 * string: quotes, sentences, titles, URLs, ids. Within one mask a name has one pseudonym; the key
 * is random, so that two masks share none, unless the caller gives one.
 *
 *   Mask *mask;
 *   if (mask_open(ledger, engine, MASK_PROTECTED, STR_NONE, &mask, &info)) …
 *   Str out = mask_text(mask, arena, document_key, sentence);
 *   mask_close(mask);
 *
 * A mask borrows its ledger and engine and belongs to the ledger's thread. */
#ifndef EXPORT_MASK_H
#define EXPORT_MASK_H

#include "ledger/ledger.h"
#include "ledger/list/walk.h"

typedef enum MaskWhom {
  MASK_NOBODY,
  MASK_PROTECTED, /* minors, and persons in records of sexual violence: the default */
  MASK_EVERYONE   /* who is no public actor */
} MaskWhom;

typedef struct Mask Mask;

/* Gathers the names. `key`: bytes of the caller's; empty: random ones from the system. With MASK_NOBODY *mask
 * is NULL, which every function below takes and changes nothing. */
MUST_USE ErrorCode mask_open(Ledger *ledger, const Engine *engine, MaskWhom whom, Str key, Mask **mask,
                             ErrorInfo *info);
void mask_close(Mask *mask);

/* The text without the names; itself where it has none. `document` is the key of the one it is
 * from, where parts of a name stand for it («الجبوري» behind «أحمد الجبوري»); empty: none. In the arena. */
Str mask_text(Mask *mask, Arena *arena, Str document, Str text);
/* An URL or a file's name: its words may be escaped, or in other letters. One of a document that
 * names somebody masked keeps its host alone. */
Str mask_url(Mask *mask, Arena *arena, Str document, Str url);
/* One line of JSON, each of its strings masked; `document` as above. */
Str mask_json(Mask *mask, Arena *arena, Str document, Str line);
/* A record with all that is told of it, in place: `told` is the caller's copy. */
void mask_told(Mask *mask, Arena *arena, LedgerTold *told);

#endif
