/* WARC: the web pages that a crawler kept, one record at a time. Only responses that hold a
 * page or plain text are documents; requests, pictures and the like are passed over. Its id
 * is the record's own, since one page may stand in an archive many times. */
#ifndef READ_WARC_H
#define READ_WARC_H

#include "read/document.h"
#include "read/furniture.h"
#include "read/pull.h"

typedef enum WarcStep { WARC_DOCUMENT, WARC_PASSED, WARC_END } WarcStep;

/* Reads one record. An error is one record's where *broken is false: the next call goes on. */
MUST_USE ErrorCode warc_next(Pull *pull, Arena *arena, const Furniture *furniture, Document *d, WarcStep *step,
                             bool *broken, ErrorInfo *info);

#endif
