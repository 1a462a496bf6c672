/* Records as JSON, one object a line (docs/record.md), and back.
 *
 * Written: all keys always there and always in the same order, null where nothing is known;
 * valid UTF-8 whatever the strings hold; no locale. Read: unknown keys are passed over, a
 * missing key is the same as null. */
#ifndef RECORD_JSON_H
#define RECORD_JSON_H

#include "base/error.h"
#include "record/record.h"
#include "record/writer.h"

/* The pieces, for other JSON lines of the house (mentions, documents, findings). */
void json_put_str(Writer *writer, Str s);            /* "…", escaped; bytes that are no UTF-8 become U+FFFD */
void json_put_str_or_null(Writer *writer, Str s);    /* null where s is empty */
void json_put_number(Writer *writer, double number); /* null where it is not finite */
void json_put_bool(Writer *writer, bool value);
void json_put_key(Writer *writer, bool *first, const char *key); /* `,"key":`, the comma but for the first */
void json_put_span(Writer *writer, Span span);                   /* {"start":0,"end":0} */
void json_put_quote(Writer *writer, const Quote *quote); /* {"quote":…,"start":…,"end":…}, null where it is empty */
void json_put_count(Writer *writer, Count count);        /* [min,max], max null where open; null where not set */

/* The record and a line feed. */
void json_put_record(Writer *writer, const Record *record);

/* Reads one record from `line`; its strings are copied into the arena. Offsets are taken as
 * they stand: use record_holds where the text is at hand. ERROR_FORMAT names the key that is
 * wrong in `info->why`; `info->offset` is the byte where the JSON breaks. */
MUST_USE ErrorCode json_read_record(Arena *arena, Str line, Record *record, ErrorInfo *info);

#endif
