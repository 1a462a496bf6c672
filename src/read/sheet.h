/* A table that somebody keeps: CSV as spreadsheets write it. */
#ifndef READ_SHEET_H
#define READ_SHEET_H

#include "base/error.h"
#include "base/vec.h"

enum { SHEET_COLUMNS = 128, SHEET_MAX = 64 * 1024 * 1024 };

typedef struct SheetLine {
  uint32_t line;    /* of the file, from 1, where the row begins */
  const Str *cells; /* [sheet->ncolumns]; short rows are filled up with empty ones */
} SheetLine;

typedef struct SheetFile {
  Str bytes; /* as they were */
  uint32_t ncolumns;
  Str head[SHEET_COLUMNS];
  VEC(SheetLine) rows; /* without the empty ones */
} SheetFile;

/* Commas, semicolons or tabs, whichever the head has most of; quotes as in RFC 4180; UTF-8, UTF-16 or
 * windows-1256. In the arena. ERROR_FORMAT names the line of a quote that is not closed; a file
 * without a head has no columns. */
MUST_USE ErrorCode sheet_read(Arena *arena, const char *path, SheetFile *sheet, ErrorInfo *info);
MUST_USE ErrorCode sheet_parse(Arena *arena, Str bytes, SheetFile *sheet, ErrorInfo *info);

#endif
