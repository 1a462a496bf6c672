/* Incidents and records whole, as structs: for what leaves the ledger in other shapes than its
 * lists have. Rows and their order are those of the lists (ledger.h), one at a time, so that
 * memory stays small however many there are. */
#ifndef LEDGER_WALK_H
#define LEDGER_WALK_H

#include "ledger/ledger.h"
#include "ledger/link/toll.h"

/* A record as it leaves, with whom it is from. Empty strings: unknown. */
typedef struct LedgerTold {
  Record record;    /* as corrected; id as the coder gave it */
  Str key;          /* the record's own in the ledger */
  Str incident;     /* empty: of none */
  Str status;       /* machine-coded, reviewed, corrected */
  Str corrected;    /* "killed=4; time=2024-05-01" */
  Str by;           /* who decided, "; " between; empty: nobody */
  Str engine, data; /* versions that coded it */
  Str document;     /* the document's key */
  Str given, outlet, url, title, author, published, retrieved;
  Str sentence;    /* its words */
  Str text_sha256; /* hexadecimal; copies share it */
  int64_t voice;   /* documents of one voice have one text, or nearly */
} LedgerTold;

typedef struct LedgerIncident {
  Str id, type, time, status;
  Str place, country, admin1; /* place: its name */
  double lat, lon;            /* NAN unknown */
  int64_t precision;          /* 0 unknown */
  LedgerRange killed, injured;
  int64_t records, documents, outlets, voices;
  Str sheet;              /* "mine.csv:12": rows of a user's sheet that match it */
  const LedgerTold *told; /* [ntold] by day of publication, document, place in the text */
  uint32_t ntold;
} LedgerIncident;

/* Valid until it returns, as is what it allocates in the arena; false ends the walk. */
typedef bool LedgerIncidentRow(void *context, Arena *arena, const LedgerIncident *incident);
typedef bool LedgerToldRow(void *context, Arena *arena, const LedgerTold *told);

/* filter->engine, where it is given, maps corrected records anew. ERROR_USAGE as ledger_list. */
MUST_USE ErrorCode ledger_walk_incidents(Ledger *ledger, const LedgerFilter *filter, LedgerIncidentRow *row,
                                         void *context, ErrorInfo *info);
/* The records of a list: "records", "tallies", "figures" or "trends". */
MUST_USE ErrorCode ledger_walk_records(Ledger *ledger, const LedgerList *list, const LedgerFilter *filter,
                                       LedgerToldRow *row, void *context, ErrorInfo *info);

/* One incident by its id; *found false: there is none. */
MUST_USE ErrorCode ledger_incident(Ledger *ledger, Str id, const Engine *engine, Arena *arena, LedgerIncident *incident,
                                   bool *found, ErrorInfo *info);

/* For masks: every record that names a person, rejected ones too, with the key of its document; and the
 * words that some record has for a place. Valid until the call returns; false ends it. */
typedef bool LedgerNamedRow(void *context, Arena *arena, Str document, const Record *record);
typedef bool LedgerWordsRow(void *context, Str words);
MUST_USE ErrorCode ledger_walk_named(Ledger *ledger, LedgerNamedRow *row, void *context, ErrorInfo *info);
MUST_USE ErrorCode ledger_walk_place_words(Ledger *ledger, LedgerWordsRow *row, void *context, ErrorInfo *info);

/* All that is read between the two is of one moment, whatever another program writes. False: the ledger is held
 * already, and whoever holds it lets go. */
bool ledger_hold(Ledger *ledger);
void ledger_let_go(Ledger *ledger);

#endif
