/* Layout of a table: how wide each column is, and each cell cut to it.
 *
 * Every column first asks for what its widest cell needs. Where that is more than the line
 * has, columns that may go are dropped until the least widths fit, and then the widest
 * column gives a cell at a time. A cell that is cut ends in … between two clusters, never
 * inside one, and its isolate is closed. */
#include "record/table.h"

#include "record/width.h"

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"
#define ELLIPSIS "\xE2\x80\xA6"

enum { GAP = 2, MOST_COLUMNS = 16, MOST_CELLS = 4096 };

typedef struct Row {
  const TableCell *cells; /* [ncolumns] */
} Row;

struct Table {
  Arena *arena;
  const TableColumn *columns;
  uint32_t ncolumns;
  VEC(Row) rows;
};

Table *table_new(Arena *arena, const TableColumn *columns, uint32_t ncolumns) {
  Table *t = ARENA_NEW(arena, Table);
  if (t)
    *t = (Table){.arena = arena, .columns = columns, .ncolumns = ncolumns < MOST_COLUMNS ? ncolumns : MOST_COLUMNS};
  return t;
}

void table_row(Table *table, const TableCell *cells) {
  if (!table) return;
  TableCell *own = ARENA_ARRAY(table->arena, TableCell, table->ncolumns);
  if (!own) return;
  for (uint32_t c = 0; c < table->ncolumns; c++) {
    Str *parts = ARENA_ARRAY(table->arena, Str, cells[c].n);
    if (!parts) return;
    if (cells[c].n) memcpy(parts, cells[c].parts, cells[c].n * sizeof *parts);
    own[c] = (TableCell){parts, cells[c].n};
  }
  vec_push(&table->rows, table->arena, (Row){.cells = own});
}

void table_row_str(Table *table, const Str *cells) {
  if (!table) return;
  TableCell row[MOST_COLUMNS];
  for (uint32_t c = 0; c < table->ncolumns; c++) row[c] = (TableCell){&cells[c], cells[c].n ? 1 : 0};
  table_row(table, row);
}

/* Cells of a whole cell, counted no further than `enough`. */
static uint32_t cell_width(const TableCell *cell, uint32_t enough) {
  uint32_t cells = 0;
  for (uint32_t p = 0; p < cell->n; p++)
    for (size_t at = 0; at < cell->parts[p].n && cells <= enough;) cells += width_next(cell->parts[p], &at).cells;
  return cells;
}

typedef struct Layout {
  uint32_t width[MOST_COLUMNS]; /* cells; 0: dropped */
  uint32_t n;
} Layout;

static uint32_t least_of(const TableColumn *column, uint32_t natural) {
  return natural < column->least ? natural : column->least;
}

static void natural_widths(const Table *t, Layout *l, uint32_t width) {
  for (uint32_t c = 0; c < t->ncolumns; c++) {
    const TableColumn *column = &t->columns[c];
    uint32_t most = column->most && column->most < width ? column->most : width;
    uint32_t need = width_of(str_of(column->title));
    for (uint32_t r = 0; r < t->rows.n && need < most; r++) {
      uint32_t w = cell_width(&t->rows.at[r].cells[c], most);
      if (w > need) need = w;
    }
    l->width[c] = need < most ? (need ? need : 1) : most;
  }
}

/* What a line takes if every column shrinks as far as it may. */
static uint32_t least_line(const Table *t, const Layout *l) {
  uint32_t sum = 0, columns = 0;
  for (uint32_t c = 0; c < l->n; c++)
    if (l->width[c]) {
      sum += least_of(&t->columns[c], l->width[c]);
      columns++;
    }
  return sum + (columns ? (columns - 1) * GAP : 0);
}

/* The column to go next: of the highest `drop`, else the last; l->n where only one is left. */
static uint32_t next_to_drop(const Table *t, const Layout *l) {
  uint32_t best = l->n, last = l->n, left = 0;
  for (uint32_t c = 0; c < l->n; c++) {
    if (!l->width[c]) continue;
    left++;
    last = c;
    if (t->columns[c].drop && (best == l->n || t->columns[c].drop >= t->columns[best].drop)) best = c;
  }
  if (left <= 1) return l->n;
  return best < l->n ? best : last;
}

static uint32_t line_width(const Layout *l) {
  uint32_t sum = 0, columns = 0;
  for (uint32_t c = 0; c < l->n; c++)
    if (l->width[c]) {
      sum += l->width[c];
      columns++;
    }
  return sum + (columns ? (columns - 1) * GAP : 0);
}

static bool shrink_widest(const Table *t, Layout *l) {
  uint32_t best = l->n;
  for (uint32_t c = 0; c < l->n; c++) {
    if (l->width[c] <= least_of(&t->columns[c], l->width[c])) continue;
    if (best == l->n || l->width[c] > l->width[best]) best = c;
  }
  if (best == l->n) return false;
  l->width[best]--;
  return true;
}

static Layout lay_out(const Table *t, uint32_t width) {
  Layout l = {.n = t->ncolumns};
  if (width == 0) width = 1;
  if (width > MOST_CELLS) width = MOST_CELLS;
  natural_widths(t, &l, width);
  while (least_line(t, &l) > width) {
    uint32_t drop = next_to_drop(t, &l);
    if (drop == l.n) break;
    l.width[drop] = 0;
  }
  while (line_width(&l) > width && shrink_widest(t, &l)) {
  }
  for (uint32_t c = 0; c < l.n; c++)
    if (l.width[c] > width) l.width[c] = width;
  return l;
}

static bool has_rtl(Str s) {
  for (size_t at = 0; at < s.n;)
    if (width_next(s, &at).rtl) return true;
  return false;
}

/* One part in at most *room cells, of which it takes its share; false where it was cut, and
 * then an ellipsis stands in the last cell. `cut`: the whole cell is too long. */
static bool put_part(Writer *writer, Str part, uint32_t *room, bool cut) {
  bool isolate = has_rtl(part), whole = true;
  if (isolate) writer_lit(writer, FSI);
  for (size_t at = 0; at < part.n;) {
    Cluster k = width_next(part, &at);
    if (k.control) continue;
    /* In a cell that is cut somewhere, the last cell is the ellipsis's. */
    if (k.cells + (cut ? 1 : 0) > *room) {
      if (*room) writer_lit(writer, ELLIPSIS);
      *room -= *room ? 1 : 0;
      whole = false;
      break;
    }
    writer_put(writer, k.bytes);
    *room -= k.cells;
  }
  if (isolate) writer_lit(writer, PDI);
  return whole;
}

static void put_cell(Writer *writer, const TableCell *cell, uint32_t width, bool right, bool last) {
  uint32_t need = cell_width(cell, width), room = width;
  if (right && need < width) writer_repeat(writer, ' ', width - need);
  for (uint32_t p = 0; p < cell->n; p++)
    if (!put_part(writer, cell->parts[p], &room, need > width)) break;
  if (!last && !(right && need < width)) writer_repeat(writer, ' ', room);
}

static uint32_t last_column(const Layout *l) {
  uint32_t last = 0;
  for (uint32_t c = 0; c < l->n; c++)
    if (l->width[c]) last = c;
  return last;
}

/* The last cell of the line that is not blank: no blanks are written behind it. */
static uint32_t last_filled(const Layout *l, const TableCell *cells) {
  uint32_t last = 0;
  for (uint32_t c = 0; c < l->n; c++)
    if (l->width[c] && cells[c].n) last = c;
  return last;
}

static void put_line(const Table *t, const Layout *l, Writer *writer, const TableCell *cells) {
  uint32_t last = last_filled(l, cells);
  for (uint32_t c = 0; c <= last; c++) {
    if (!l->width[c]) continue;
    put_cell(writer, &cells[c], l->width[c], t->columns[c].right, c == last);
    if (c < last) writer_repeat(writer, ' ', GAP);
  }
  writer_byte(writer, '\n');
}

static void put_ruler(const Layout *l, Writer *writer) {
  uint32_t last = last_column(l);
  for (uint32_t c = 0; c <= last; c++) {
    if (!l->width[c]) continue;
    writer_repeat(writer, '-', l->width[c]);
    if (c < last) writer_repeat(writer, ' ', GAP);
  }
  writer_byte(writer, '\n');
}

void table_write(const Table *table, Writer *writer, uint32_t width) {
  if (!table || !table->ncolumns) return;
  Layout l = lay_out(table, width);
  Str titles[MOST_COLUMNS];
  TableCell head[MOST_COLUMNS];
  for (uint32_t c = 0; c < table->ncolumns; c++) {
    titles[c] = str_of(table->columns[c].title);
    head[c] = (TableCell){&titles[c], 1};
  }
  put_line(table, &l, writer, head);
  put_ruler(&l, writer);
  for (uint32_t r = 0; r < table->rows.n; r++) put_line(table, &l, writer, table->rows.at[r].cells);
}
