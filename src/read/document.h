/* A document as it was read: its text and what is known about it.
 *
 * The text is what every offset in the house counts bytes of: valid UTF-8, U+FFFD for a
 * broken sequence, a separate title set before it with an empty line unless the text begins
 * with it. */
#ifndef READ_DOCUMENT_H
#define READ_DOCUMENT_H

#include "base/arena.h"
#include "base/hash.h"

enum { DOCUMENT_MAX = 16 * 1024 * 1024 }; /* bytes of a document's text, and of a line of JSONL */

typedef struct Document {
  Str id;
  Str title, published, outlet, author, url; /* valid UTF-8; empty where unknown */
  Str lang;                                  /* as it is told ("ar", "ar-SY"); empty where it is not */
  Str text;
  Str retrieved;                /* when the page was fetched, where an archive tells */
  uint8_t origin[SHA256_BYTES]; /* of the bytes it was read from, unpacked: docs/reading.md */
  Str file;                     /* as the user can open it */
  uint32_t line;                /* from 1; 0 where the document is the file */
  const char *charset;
} Document;

/* Makes every string valid UTF-8 and sets the title before the text; in the arena. False on
 * a failed arena. */
bool document_finish(Arena *arena, Document *document);

#endif
