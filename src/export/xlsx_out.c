/* A workbook for people who read from right to left: one sheet a kind, its head frozen, a filter on
 * each column. Strings are strings, whatever they begin with. libxlsxwriter writes each row to
 * disk as the next one begins, so that a ledger of any size fits in memory; past Excel's million
 * rows a sheet goes on in another («records 2»). */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "export/layouts.h"
#include "text/utf8.h"

enum { SHEET_ROWS = 1048575, CELL_CHARACTERS = 32000, DAYS_1970 = 25569 };

typedef struct Book {
  Export *x;
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_format *head, *date;
  const char *name;
  ExportColumns columns;   /* of our own tables */
  const LedgerList *list;  /* of the others */
  uint32_t part, ncolumns; /* part: of a kind, from 1 */
  lxw_row_t row;           /* the last one written */
  SeenKeys seen;
  bool among;
  Arena arena; /* of a row */
  bool failed;
} Book;

static void check(Book *b, lxw_error error) {
  /* A string that is too long was cut before; what is left is the disk. */
  if (error != LXW_NO_ERROR) b->failed = true;
}

/* What XML can hold, ending in NUL; a cell holds 32,767 characters. */
static const char *clean(Arena *arena, Str s) {
  char *out = arena_alloc(arena, s.n + 8, 1);
  size_t n = 0, characters = 0;
  for (size_t at = 0; out && at < s.n && characters < CELL_CHARACTERS; characters++) {
    size_t from = at;
    uint32_t code = utf8_next(s, &at);
    bool holds = code >= 0x20 ? code != 0xFFFE && code != 0xFFFF : code == '\n' || code == '\t';
    if (!holds) continue;
    if (code == UTF8_BROKEN) {
      n += utf8_put(code, out + n);
    } else {
      memcpy(out + n, s.p + from, at - from);
      n += at - from;
    }
    if (n + 4 > s.n + 8) break;
  }
  if (!out) return "";
  out[n] = 0;
  return out;
}

static void end_sheet(Book *b) {
  if (!b->sheet) return;
  check(b, worksheet_autofilter(b->sheet, 0, 0, b->row, (lxw_col_t)(b->ncolumns - 1)));
  b->sheet = NULL;
}

static const char *column_name(const Book *b, uint32_t i) {
  return b->list ? b->list->columns[i].name : b->columns.at[i].name;
}

static double column_width(const Book *b, uint32_t i) {
  if (!b->list) return b->columns.at[i].width;
  const LedgerColumn *c = &b->list->columns[i];
  return c->most ? (c->most < 60 ? c->most + 2 : 60) : 16;
}

static bool begin_sheet(Book *b) {
  char name[32];
  end_sheet(b);
  b->part++;
  snprintf(name, sizeof name, b->part > 1 ? "%s %u" : "%s", b->name, b->part);
  b->sheet = workbook_add_worksheet(b->workbook, name);
  if (!b->sheet) return false;
  worksheet_right_to_left(b->sheet);
  worksheet_freeze_panes(b->sheet, 1, 0);
  for (uint32_t i = 0; i < b->ncolumns; i++)
    check(b, worksheet_set_column(b->sheet, (lxw_col_t)i, (lxw_col_t)i, column_width(b, i), NULL));
  for (uint32_t i = 0; i < b->ncolumns; i++)
    check(b, worksheet_write_string(b->sheet, 0, (lxw_col_t)i, column_name(b, i), b->head));
  b->row = 0;
  return true;
}

/* The sheet's next row, in another sheet where this one is full. */
static bool next_row(Book *b) {
  if (b->row >= SHEET_ROWS && !begin_sheet(b)) return false;
  b->row++;
  b->x->counts->rows++;
  return !b->failed;
}

static void put_date(Book *b, lxw_col_t at, Str day) {
  uint32_t y, m, d;
  bool good = str_to_u32(str_slice(day, 0, 4), &y) && str_to_u32(str_slice(day, 5, 7), &m) &&
              str_to_u32(str_slice(day, 8, 10), &d) && y >= 1900 && m && d;
  lxw_datetime when = {.year = good ? (int)y : 0, .month = good ? (int)m : 0, .day = good ? (int)d : 0};
  if (good)
    check(b, worksheet_write_datetime(b->sheet, b->row, at, &when, b->date));
  else
    check(b, worksheet_write_string(b->sheet, b->row, at, clean(&b->arena, day), NULL));
}

static void put_cell(Book *b, lxw_col_t at, Cell cell) {
  switch (cell.kind) {
    case CELL_NONE: return;
    case CELL_DATE: put_date(b, at, cell.text); return;
    case CELL_TEXT: check(b, worksheet_write_string(b->sheet, b->row, at, clean(&b->arena, cell.text), NULL)); return;
    case CELL_BOOL: check(b, worksheet_write_boolean(b->sheet, b->row, at, cell.number != 0, NULL)); return;
    default: check(b, worksheet_write_number(b->sheet, b->row, at, cell.number, NULL));
  }
}

static bool put_row(void *context, const ExportRow *row) {
  Book *b = context;
  arena_reset(&b->arena);
  if (!next_row(b)) return false;
  for (uint32_t i = 0; i < b->columns.n; i++) put_cell(b, (lxw_col_t)i, b->columns.at[i].cell(row));
  if (row->told && !row->incident) seen_add(&b->seen, row->told->key);
  return !b->failed;
}

static bool put_cells(void *context, const Str *cells, uint32_t n) {
  Book *b = context;
  arena_reset(&b->arena);
  bool wanted = !b->among;
  for (uint32_t i = 0; b->among && i < n; i++)
    if (str_eq(str_of(b->list->columns[i].name), STR("records"))) wanted = seen_any(&b->seen, cells[i]);
  if (!wanted) return true;
  if (!next_row(b)) return false;
  for (uint32_t i = 0; i < n; i++) {
    double number;
    const LedgerColumn *c = &b->list->columns[i];
    Cell cell = c->right && str_to_double(cells[i], &number) ? cell_whole(number) : cell_text(cells[i]);
    put_cell(b, (lxw_col_t)i, str_eq(str_of(c->name), STR("published")) ? cell_date(cells[i]) : cell);
  }
  return !b->failed;
}

/* One sheet: a list by its name. */
static ErrorCode put_sheet(Book *b, const char *name) {
  Export *x = b->x;
  const LedgerList *list = ledger_list_of(str_of(name));
  bool incidents = str_eq(str_of(name), STR("incidents")), records = rows_are_records(list);
  ExportOptions options = rows_options(list, x->options, &b->among);
  b->name = name;
  b->part = 0;
  b->list = incidents || records ? NULL : list;
  b->columns = incidents ? incident_columns() : record_columns();
  b->ncolumns = b->list ? list->ncolumns : b->columns.n;
  if (!begin_sheet(b)) return error_set(x->info, ERROR_IO, str_of(x->name), 0, "no sheet can be added");
  ErrorCode code = incidents ? rows_incidents(x->ledger, &options, put_row, b, x->info)
                   : records ? rows_records(x->ledger, list, &options, put_row, b, x->info)
                             : rows_cells(x->ledger, list, &options, put_cells, b, x->info);
  end_sheet(b);
  return code;
}

static void set_formats(Book *b) {
  b->head = workbook_add_format(b->workbook);
  b->date = workbook_add_format(b->workbook);
  format_set_bold(b->head);
  format_set_bg_color(b->head, 0xE7E6E6);
  format_set_num_format(b->date, "yyyy-mm-dd");
}

/* Dated by the newest document, so that the same ledger gives the same bytes. */
static void set_properties(Book *b) {
  Arena arena;
  arena_init(&arena, (size_t)1 << 20);
  Str day = rows_newest(b->x->ledger, &arena);
  uint32_t y = 2000, m = 1, d = 1;
  (void)(str_to_u32(str_slice(day, 0, 4), &y) && str_to_u32(str_slice(day, 5, 7), &m) &&
         str_to_u32(str_slice(day, 8, 10), &d));
  struct tm newest = {.tm_year = (int)y - 1900, .tm_mon = (int)m - 1, .tm_mday = (int)d, .tm_hour = 12};
  lxw_doc_properties properties = {.title = "Daftar",
                                   .comments = "Incidents and records of a ledger, machine-coded unless a row's "
                                               "status says reviewed or corrected",
                                   .created = timegm(&newest)};
  check(b, workbook_set_properties(b->workbook, &properties));
  arena_fini(&arena);
}

static ErrorCode write_book(Book *b) {
  static const char *const sheets[] = {"incidents", "records", "tallies", "figures", "trends", "findings", "documents"};
  Export *x = b->x;
  ErrorCode code = ERROR_OK;
  set_formats(b);
  set_properties(b);
  for (size_t i = 0; !code && i < sizeof sheets / sizeof *sheets; i++) code = put_sheet(b, sheets[i]);
  lxw_error closed = workbook_close(b->workbook);
  if (!code && (b->failed || closed != LXW_NO_ERROR))
    code = error_set(x->info, ERROR_IO, str_of(x->name), 0, "cannot be written: %s",
                     closed != LXW_NO_ERROR ? lxw_strerror(closed) : "a row was refused");
  return code;
}

ErrorCode export_xlsx(Export *x) {
  /* Rows wait beside the file that they go into, where there is room for it. */
  char folder[4096];
  const char *slash = strrchr(x->path, '/');
  snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - x->path + 1) : 1, slash ? x->path : ".");
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = folder};
  Book b = {.x = x, .workbook = workbook_new_opt(x->path, &options)};
  if (!b.workbook) return error_set(x->info, ERROR_MEMORY, str_of(x->name), 0, NULL);
  arena_init(&b.arena, (size_t)256 << 20);
  seen_init(&b.seen);
  ErrorCode code = write_book(&b);
  seen_fini(&b.seen);
  arena_fini(&b.arena);
  return code;
}
