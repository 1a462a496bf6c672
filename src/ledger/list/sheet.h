/* A user's own list of incidents beside the ledger's.
 *
 * Rows are kept as they were given: a changed file is another version of its sheet, and the same
 * one again changes nothing. Which incidents a row matches is worked out anew at each import,
 * with points for day, place, toll, actor and names; the parts are told in words. */
#ifndef LEDGER_SHEET_H
#define LEDGER_SHEET_H

#include "ledger/ledger.h"
#include "ledger/list/walk.h"
#include "read/sheet.h"

typedef enum SheetField {
  SHEET_ID,
  SHEET_DATE,
  SHEET_PLACE,
  SHEET_ADMIN,
  SHEET_COUNTRY,
  SHEET_LAT,
  SHEET_LON,
  SHEET_KILLED,
  SHEET_INJURED,
  SHEET_ACTOR,
  SHEET_NOTES,
  SHEET_FIELDS
} SheetField;

const char *sheet_field_name(SheetField field);
bool sheet_field_of(Str name, SheetField *field);

/* The column of each field; UINT32_MAX: none. Names are those of data/sheet, and before them those of `map`:
 * "When=date,Deaths=killed". ERROR_USAGE: map names no column, or no field; or no column is a date. */
typedef struct SheetColumns {
  uint32_t at[SHEET_FIELDS];
  Str before[4], before_admin; /* words that a place's name stands behind in a report */
  uint32_t nbefore;
} SheetColumns;
MUST_USE ErrorCode sheet_columns(const Engine *engine, Arena *arena, const SheetFile *sheet, Str map,
                                 SheetColumns *columns, ErrorInfo *info);

/* A row as it was understood. Strings in the arena or the sheet. */
typedef struct SheetEntry {
  uint32_t line;
  Str value[SHEET_FIELDS]; /* as given */
  int64_t from, to;        /* days; LEDGER_NO_DAY: no date that can be read */
  Str place_id, country;   /* empty unknown */
  double lat, lon;         /* NAN unknown */
  LedgerRange killed, injured;
  Str actors[4]; /* ids */
  uint32_t nactors;
} SheetEntry;

typedef struct SheetMatch {
  Str incident; /* its id */
  int32_t points;
  Str parts; /* "same day +4, same place +4, killed 5 and 4-6 +3" */
} SheetMatch;

enum { SHEET_LEAST = 6, SHEET_MATCHES = 5 }; /* points of a match; matches of a row */

typedef struct SheetResult {
  SheetEntry entry;
  SheetMatch matches[SHEET_MATCHES]; /* the best first */
  uint32_t n;
  SheetMatch near; /* where nothing matches: what came nearest; incident empty: nothing near in time */
} SheetResult;

typedef struct SheetCounts {
  uint32_t rows, matched, unmatched, undated, new_rows;
  int64_t from, to; /* the days the sheet's rows are of */
} SheetCounts;

/* Keeps the sheet under `name` and tells of each row in order. Nothing is written where `keep` is
 * false. The ledger must be open for writing where it is true. */
typedef bool SheetRowFn(void *context, const SheetResult *result);
MUST_USE ErrorCode sheet_import(Ledger *ledger, const Engine *engine, Str name, const SheetFile *sheet,
                                const SheetColumns *columns, bool keep, SheetRowFn *row, void *context,
                                SheetCounts *counts, ErrorInfo *info);

/* The incidents of the days and countries of a kept sheet that none of its rows matches; where all its rows
 * tell of killed, those with killed. In the order of days. */
typedef bool SheetMissingFn(void *context, const LedgerIncident *incident);
MUST_USE ErrorCode sheet_missing(Ledger *ledger, Str name, SheetMissingFn *fn, void *context, ErrorInfo *info);

/* "my.csv:12; other.csv:3": the rows of kept sheets that match an incident; empty: none. In the arena. */
Str sheet_rows_of(Ledger *ledger, Arena *arena, Str incident);

#endif
