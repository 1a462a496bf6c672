/* CSV: one row an incident, or a record, or a row of any other list (RFC 4180; a cell of a
 * hostile text that would run as a formula is disarmed, record/csv.h). The byte order mark is
 * left out: programs trip over it, and spreadsheets ask. */
#include "export/layouts.h"
#include "record/csv.h"

/* Columns' names and a row's cells as lines of CSV, no cell of which a spreadsheet runs. */
static void csv_head(Writer *writer, ExportColumns columns) {
  for (uint32_t i = 0; i < columns.n; i++) {
    if (i) writer_byte(writer, ',');
    csv_cell(writer, str_of(columns.at[i].name));
  }
  writer_lit(writer, "\r\n");
}

static void csv_row(Writer *writer, ExportColumns columns, const ExportRow *row) {
  for (uint32_t i = 0; i < columns.n; i++) {
    Cell cell = columns.at[i].cell(row);
    if (i) writer_byte(writer, ',');
    /* A longitude west of Greenwich begins with a minus and is no formula. */
    if (cell.kind == CELL_WHOLE || cell.kind == CELL_REAL)
      writer_number(writer, cell.number);
    else
      csv_cell(writer, cell_str(row->arena, cell));
  }
  writer_lit(writer, "\r\n");
}

typedef struct CsvRun {
  Export *x;
  ExportColumns columns;
} CsvRun;

static bool put_row(void *context, const ExportRow *row) {
  CsvRun *run = context;
  csv_row(run->x->writer, run->columns, row);
  run->x->counts->rows++;
  return !run->x->writer->failed;
}

typedef struct FittingRun {
  Export *x;
  ExportColumns columns;
  CsvFits *fits;
} FittingRun;

static bool put_fitting(void *context, const ExportRow *row) {
  FittingRun *run = context;
  Export *x = run->x;
  if (!run->fits(row)) {
    x->counts->left_out++;
    return true;
  }
  csv_row(x->writer, run->columns, row);
  x->counts->rows++;
  return !x->writer->failed;
}

ErrorCode csv_incidents(Export *x, ExportColumns columns, CsvFits *fits) {
  FittingRun run = {x, columns, fits};
  csv_head(x->writer, columns);
  return rows_incidents(x->ledger, x->options, put_fitting, &run, x->info);
}

static bool put_cells(void *context, const Str *cells, uint32_t n) {
  CsvRun *run = context;
  for (uint32_t i = 0; i < n; i++) {
    if (i) writer_byte(run->x->writer, ',');
    csv_cell(run->x->writer, cells[i]);
  }
  writer_lit(run->x->writer, "\r\n");
  run->x->counts->rows++;
  return !run->x->writer->failed;
}

static ErrorCode put_list(CsvRun *run, const LedgerList *list) {
  Export *x = run->x;
  for (uint32_t i = 0; i < list->ncolumns; i++) {
    if (i) writer_byte(x->writer, ',');
    csv_cell(x->writer, str_of(list->columns[i].name));
  }
  writer_lit(x->writer, "\r\n");
  return rows_cells(x->ledger, list, x->options, put_cells, run, x->info);
}

ErrorCode export_csv(Export *x) {
  const LedgerList *list = x->options->list;
  bool incidents = !list || str_eq(str_of(list->name), STR("incidents"));
  CsvRun run = {x, incidents ? incident_columns() : record_columns()};
  if (!incidents && !rows_are_records(list)) return put_list(&run, list);
  csv_head(x->writer, run.columns);
  if (incidents) return rows_incidents(x->ledger, x->options, put_row, &run, x->info);
  return rows_records(x->ledger, list, x->options, put_row, &run, x->info);
}
