/* How well a row of a sheet and an incident agree. Pure. */
#ifndef LEDGER_SHEET_SCORE_H
#define LEDGER_SHEET_SCORE_H

#include "ledger/list/sheet.h"
#include "record/writer.h"

/* What of an incident is compared. */
typedef struct SheetCandidate {
  Str incident;
  int64_t from, to; /* LEDGER_NO_DAY: open */
  struct SheetPlace {
    Str id, country, admin1, name;
    double lat, lon;
  } places[16];
  uint32_t nplaces;
  LedgerRange killed, injured;
  Str actors[16]; /* ids */
  uint32_t nactors;
  Str persons[16]; /* in normal form */
  uint32_t npersons;
} SheetCandidate;

/* Points, and their parts in words in the arena; negative where day or place rule it out. `notes` in normal form. */
int32_t sheet_score(Arena *arena, const SheetEntry *entry, Str notes, const SheetCandidate *candidate, Str *parts);

/* Kilometres between two places. */
double sheet_distance(double lat1, double lon1, double lat2, double lon2);

#endif
