/* Records as CSV (RFC 4180), one row a record, for spreadsheets.
 *
 * Lists are joined with "; ". A cell of text that a spreadsheet would run as a formula
 * (it begins with = + - @, their full-width twins, a tab or a line end) gets an apostrophe
 * before it. The columns stand in docs/record.md; new ones are added at the end. */
#ifndef RECORD_CSV_H
#define RECORD_CSV_H

#include "record/record.h"
#include "record/writer.h"

/* `bom`: a byte order mark first, which some spreadsheets need to see UTF-8. */
void csv_header(Writer *writer, bool bom);
/* `text` is the document's, for the sentence's column; STR_NONE leaves that empty. */
void csv_record(Writer *writer, const Record *record, Str text);

/* One cell of text as above, without a comma; for other tables of the house. */
void csv_cell(Writer *writer, Str text);

#endif
