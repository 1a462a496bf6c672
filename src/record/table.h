/* Tables for a terminal, in which columns stay in line with Arabic in them.
 *
 * Widths are counted in terminal cells, not bytes or code points (record/width.h). Text that
 * holds right-to-left letters is put between FSI and PDI (U+2068, U+2069), so that a
 * terminal with bidi shows each cell by itself and does not swap columns. Control
 * characters, escape sequences and stray bidi controls of the text do not reach the
 * terminal. Rulers are plain ASCII. */
#ifndef RECORD_TABLE_H
#define RECORD_TABLE_H

#include "base/vec.h"
#include "record/writer.h"

typedef struct TableColumn {
  const char *title;
  uint16_t least; /* cells below which the column is rather dropped than shrunk */
  uint16_t most;  /* cells it never exceeds; 0: no limit */
  uint8_t drop;   /* 0: never dropped; of the others the highest goes first */
  bool right;     /* numbers: flush right */
} TableColumn;

/* A cell's text is the parts one after the other, each isolated by itself: {who, " → ",
 * whom}. The bytes must outlive the table. */
typedef struct TableCell {
  const Str *parts;
  uint32_t n;
} TableCell;

typedef struct Table Table;

/* `columns` must outlive the table. NULL on a failed arena; the functions below then do
 * nothing. */
Table *table_new(Arena *arena, const TableColumn *columns, uint32_t ncolumns);
/* `cells` has as many as there are columns; a cell without parts is blank. */
void table_row(Table *table, const TableCell *cells);
/* A row of one part a cell. */
void table_row_str(Table *table, const Str *cells);
/* Writes head, ruler and rows in at most `width` cells a line. */
void table_write(const Table *table, Writer *writer, uint32_t width);

#endif
