/* A row that leaves, and its columns: what tables of every kind share. */
#ifndef EXPORT_ROW_H
#define EXPORT_ROW_H

#include "export/export.h"
#include "export/names.h"
#include "ledger/list/walk.h"

typedef enum CellKind { CELL_NONE, CELL_TEXT, CELL_DATE, CELL_WHOLE, CELL_REAL, CELL_BOOL } CellKind;

typedef struct Cell {
  CellKind kind;
  Str text;      /* CELL_TEXT; CELL_DATE: "2024-05-01" */
  double number; /* CELL_WHOLE, CELL_REAL, CELL_BOOL (0, 1) */
} Cell;

Cell cell_text(Str text);       /* CELL_NONE where it is empty */
Cell cell_date(Str day);        /* CELL_TEXT where it is no whole day */
Cell cell_whole(double number); /* CELL_NONE where it is not finite */
Cell cell_real(double number);
Cell cell_bool(bool value);
/* An end of a range: CELL_NONE where it is LEDGER_OPEN. */
Cell cell_end(int64_t end);
/* As text: numbers in plain decimals, true and false. In the arena. */
Str cell_str(Arena *arena, Cell cell);

/* An incident as its tellings come to: summary.h. */
typedef struct Summary Summary;

/* What a column's function sees: an incident with its summary, or a record. */
typedef struct ExportRow {
  Arena *arena;
  const Engine *engine;
  const LedgerIncident *incident; /* NULL for a record's row */
  const Summary *summary;         /* of the incident */
  const LedgerTold *told;         /* the record; of an incident the one that stands for it, or NULL */
  NameTable *parties;             /* sides.h: what words that name no actor of the data come to */
} ExportRow;

typedef struct ExportColumn {
  const char *name;
  CellKind kind; /* what its cells are, where they are there */
  uint8_t width; /* characters in a spreadsheet */
  Cell (*cell)(const ExportRow *row);
} ExportColumn;

typedef struct ExportColumns {
  const ExportColumn *at;
  uint32_t n;
} ExportColumns;

ExportColumns incident_columns(void);
ExportColumns record_columns(void);

/* Masked, one at a time; false ends it. */
typedef bool ExportRowFn(void *context, const ExportRow *row);

/* The incidents, or a list's records, that the options ask for. */
MUST_USE ErrorCode rows_incidents(Ledger *ledger, const ExportOptions *options, ExportRowFn *fn, void *context,
                                  ErrorInfo *info);
MUST_USE ErrorCode rows_records(Ledger *ledger, const LedgerList *list, const ExportOptions *options, ExportRowFn *fn,
                                void *context, ErrorInfo *info);
/* Rows of any other list ("findings", "documents", …) as cells, masked. */
MUST_USE ErrorCode rows_cells(Ledger *ledger, const LedgerList *list, const ExportOptions *options, LedgerRow *fn,
                              void *context, ErrorInfo *info);
/* The options for a list among several: a filter or an order that its rows do not have is left out. *among: its
 * rows must then be looked for among what the others gave (SeenKeys). */
ExportOptions rows_options(const LedgerList *list, const ExportOptions *options, bool *among);
/* The day of the newest document, "2024-07-17": what a file is dated by, so that two exports of one
 * ledger are the same. In the arena. */
Str rows_newest(Ledger *ledger, Arena *arena);

/* Keys of records that were given, and whether one of those that a finding names is among them. */
typedef struct SeenKeys {
  Arena arena;
  uint64_t *slots;
  uint32_t n, room;
} SeenKeys;
void seen_init(SeenKeys *seen);
void seen_fini(SeenKeys *seen);
void seen_add(SeenKeys *seen, Str key);
bool seen_any(const SeenKeys *seen, Str json_keys);

/* Is it a list of records? */
bool rows_are_records(const LedgerList *list);

#endif
