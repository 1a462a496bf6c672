/* What is known about bare files, from a table: --meta FILE.csv with the columns file,
 * published, outlet, url, in any order under a line of their names (RFC 4180; further
 * columns are passed over). */
#ifndef READ_META_H
#define READ_META_H

#include "base/error.h"
#include "read/document.h"

typedef struct Meta Meta;

/* Reads the table into the arena. Errors name the line. */
MUST_USE ErrorCode meta_read(Arena *arena, const char *path, Meta **meta, ErrorInfo *info);

/* Fills what the document does not say itself. `file` is matched as it was given, then
 * as the document's id, then as the file's base name. */
void meta_apply(const Meta *meta, Document *document);

#endif
