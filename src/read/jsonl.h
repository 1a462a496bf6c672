/* One line of JSONL → a document: {"id","text","title","published","outlet","url","author",
 * "lang","retrieved","charset","sha256"}, unknown keys passed over, null the same as a missing
 * key. What `daftar read` wrote is read back the same. */
#ifndef READ_JSONL_H
#define READ_JSONL_H

#include "base/error.h"
#include "read/document.h"

/* `what` names the line in errors. Strings are copied into the arena; document_finish is
 * left to the caller. */
MUST_USE ErrorCode jsonl_read(Arena *arena, Str line, Str what, Document *document, ErrorInfo *info);

#endif
