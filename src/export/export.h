/* What leaves a ledger: its incidents and records as files for a spreadsheet, a map, or the
 * tools that others made for ACLED's, UCDP's or PLOVER's data.
 *
 *   ExportOptions options = {.layout = EXPORT_CSV, .filter = LEDGER_FILTER, .engine = engine};
 *   ErrorCode code = export_write(ledger, &options, &writer, &counts, &info);   to a stream
 *   ErrorCode code = export_file(ledger, &options, "war.xlsx", &counts, &info); to a file
 *
 * Rows come one at a time: memory does not grow with the ledger. Each says machine-coded,
 * reviewed or corrected, and by which version. docs/export.md tells every layout's fields.
 * A ledger belongs to one thread, and so does an export of it. */
#ifndef EXPORT_EXPORT_H
#define EXPORT_EXPORT_H

#include "export/mask.h"
#include "ledger/ledger.h"
#include "record/writer.h"

/*      layout           name       suffix     media type                          a stream will do */
#define EXPORT_LIST(X)                                                                                       \
  X(EXPORT_CSV, "csv", "csv", "text/csv; charset=utf-8", true)                                               \
  X(EXPORT_JSONL, "jsonl", "jsonl", "application/x-ndjson", true)                                            \
  X(EXPORT_XLSX, "xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false) \
  X(EXPORT_GEOJSON, "geojson", "geojson", "application/geo+json", true)                                      \
  X(EXPORT_GPKG, "gpkg", "gpkg", "application/geopackage+sqlite3", false)                                    \
  X(EXPORT_ACLED, "acled", "acled-layout.csv", "text/csv; charset=utf-8", true)                              \
  X(EXPORT_GED, "ged", "ged-layout.csv", "text/csv; charset=utf-8", true)                                    \
  X(EXPORT_PLOVER, "plover", "plover-layout.jsonl", "application/x-ndjson", true)

#define X(id, name, suffix, media, stream) id,
typedef enum ExportLayout { EXPORT_LIST(X) EXPORT_LAYOUTS } ExportLayout;
#undef X

typedef struct ExportLayoutText {
  const char *name, *suffix, *media;
  bool stream; /* export_write does it; the others need export_file */
} ExportLayoutText;

const ExportLayoutText *export_layout(ExportLayout layout);
bool export_layout_of(Str name, ExportLayout *layout);

typedef struct ExportOptions {
  ExportLayout layout;
  const LedgerList *list; /* csv and jsonl: which list; NULL: incidents. The others have their own */
  LedgerFilter filter;    /* filter.reviewed: only what a person accepted or corrected */
  Mask *mask;             /* mask.h; NULL: every name leaves as it stands */
  const Engine *engine;   /* actors' types and what a corrected record maps to */
  /* Called now and then with the rows written so far; false: stop (ERROR_USAGE "stopped"). May be NULL. */
  bool (*progress)(void *context, uint64_t rows);
  void *context;
} ExportOptions;

typedef struct ExportCounts {
  uint64_t rows;
  uint64_t left_out; /* incidents or records that the layout has no place for */
} ExportCounts;

/* To a stream. ERROR_USAGE: a layout that needs a file, or a filter that its rows do not have.
 * A writer that fails ends it quietly: whoever owns the writer knows. */
MUST_USE ErrorCode export_write(Ledger *ledger, const ExportOptions *options, Writer *writer, ExportCounts *counts,
                                ErrorInfo *info);
/* To a file, by way of a temporary one beside it and a rename: a killed export leaves what was
 * there before, or nothing. */
MUST_USE ErrorCode export_file(Ledger *ledger, const ExportOptions *options, const char *path, ExportCounts *counts,
                               ErrorInfo *info);

#endif
