/* Paths → documents, one at a time, from files of any size.
 *
 * A path is a file of plain text, a web page, a feed (RSS, Atom), a WARC archive, Telegram's
 * JSON export or JSONL, any of them packed with gzip or zstd; a folder of such files; or "-".
 * What the name does not say (.txt .html .jsonl .warc) the first bytes do. What cannot be
 * read is refused by name, and the rest is read on. */
#ifndef READ_READER_H
#define READ_READER_H

#include "base/error.h"
#include "read/document.h"
#include "read/furniture.h"
#include "read/meta.h"

typedef struct ReaderOptions {
  const char *const *paths; /* outlive the reader */
  uint32_t npaths;
  const Meta *meta;           /* or NULL */
  const Furniture *furniture; /* words that are no part of a page's or a feed's text; or NULL */
  Str published, outlet;      /* for documents that do not say */
} ReaderOptions;

typedef struct Reader Reader;

typedef enum ReaderStep {
  READER_DOCUMENT,
  READER_REFUSED, /* *info says what and why; the next call goes on behind it */
  READER_END
} ReaderStep;

/* In the arena, which must outlive it; NULL on a failed one. */
Reader *reader_new(Arena *arena, const ReaderOptions *options);
void reader_close(Reader *reader);

/* The document is valid until the next call. */
ReaderStep reader_next(Reader *reader, Document *document, ErrorInfo *info);

/* Bytes read so far, packed as they are in the files: for a progress bar. */
uint64_t reader_bytes(const Reader *reader);
/* Files in folders that were passed over, since their names are of no kind that is read. */
uint32_t reader_passed(const Reader *reader);

#endif
