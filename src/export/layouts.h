/* The layouts, one function each; export.h chooses among them. */
#ifndef EXPORT_LAYOUTS_H
#define EXPORT_LAYOUTS_H

#include "export/row.h"

/* One export under way. */
typedef struct Export {
  Ledger *ledger;
  const ExportOptions *options;
  Writer *writer;   /* of the layouts for streams */
  const char *path; /* of the others: a file that is not there yet */
  const char *name; /* the file as it will be called, for messages */
  ExportCounts *counts;
  ErrorInfo *info;
} Export;

ErrorCode export_csv(Export *x);
ErrorCode export_jsonl(Export *x);
ErrorCode export_geojson(Export *x);
ErrorCode export_acled(Export *x);
ErrorCode export_ged(Export *x);
ErrorCode export_plover(Export *x);
ErrorCode export_xlsx(Export *x);
ErrorCode export_gpkg(Export *x);

/* The incidents that have a place in the layout, one a row; the others are counted as left out. */
typedef bool CsvFits(const ExportRow *row);
MUST_USE ErrorCode csv_incidents(Export *export, ExportColumns columns, CsvFits *fits);

#endif
