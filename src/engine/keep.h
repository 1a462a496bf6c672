/* Copies of records that outlive their document's arena, for what compares documents. */
#ifndef ENGINE_KEEP_H
#define ENGINE_KEEP_H

#include "record/record.h"

/* Copies `n` records with every string; quotes point into `text`, which is the caller's copy
 * of the document's text. NULL on a failed arena, or where n is 0. */
const Record *records_keep(Arena *arena, const Record *records, uint32_t n, Str text);

#endif
