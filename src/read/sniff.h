/* What a file is, by its first bytes and then by its name. Saved pages have no suffix, or
 * the wrong one; a picture among them must not be read as text. */
#ifndef READ_SNIFF_H
#define READ_SNIFF_H

#include "base/str.h"

typedef enum FileKind {
  FILE_TEXT,
  FILE_HTML,
  FILE_JSONL,
  FILE_FEED,
  FILE_WARC,
  FILE_TELEGRAM,
  FILE_OTHER /* nothing that is read */
} FileKind;

enum { SNIFF_BYTES = 4096 }; /* as many as a decision may need */

typedef struct Sniff {
  FileKind kind;
  bool sure;       /* the bytes alone say so */
  const char *why; /* FILE_OTHER: what it is, for the user */
} Sniff;

/* `head`: the unpacked beginning; `name`: the file's, or a path. */
Sniff sniff(Str head, Str name);
/* May more bytes than these (fewer than SNIFF_BYTES) change the answer? */
bool sniff_wants_more(Str head);
/* Does the name say that it is one of the kinds that are read? */
bool sniff_name(Str name);

#endif
