/* Looking around in a ledger a page at a time: rows as values, for a program that shows them.
 *
 * Everything is in the caller's arena. Numbers that are not told are LEDGER_UNTOLD, a most
 * beside a least that is told is open. Queries of many rows take a cube (cube.h) of the same
 * ledger, which knows what is shown. */
#ifndef LEDGER_BROWSE_H
#define LEDGER_BROWSE_H

#include "ledger/cube/cube.h"

#define LEDGER_UNTOLD INT64_MIN

typedef struct LedgerPlaceRow {
  Str id, name, country, admin1; /* empty where unknown */
  double lat, lon;               /* NAN */
  int64_t precision;             /* 0 unknown */
} LedgerPlaceRow;

typedef struct LedgerDocumentRow {
  int64_t row, version, records, copies;
  Str key, given, title, published, outlet, url, author, retrieved;
  bool current;
} LedgerDocumentRow;

/* A record with what stands beside it; the columns as corrected. */
typedef struct LedgerReport {
  int64_t row, day_from, day_to, killed[2], injured[2], count[2];
  Str key, kind, type, time, stance, status, version, incident, json;
  Str corrected; /* {"field":"value"} */
  LedgerPlaceRow place;
  Span sentence;
  LedgerDocumentRow document;
} LedgerReport;

typedef struct LedgerReports {
  VEC(LedgerReport) list;
  int64_t total; /* of which the list is a page */
} LedgerReports;

typedef struct LedgerPage {
  int64_t offset, limit;
} LedgerPage;

typedef enum LedgerOf {
  LEDGER_OF_INCIDENT, /* by day of publication */
  LEDGER_OF_DOCUMENT, /* in the order of the text */
  LEDGER_OF_PERSON,   /* by its norm; the earliest first */
  LEDGER_OF_RECORD    /* by its key: itself, also of an older coding */
} LedgerOf;

MUST_USE ErrorCode ledger_reports(Ledger *ledger, Arena *arena, LedgerOf of, Str key, LedgerPage page,
                                  LedgerReports *out, ErrorInfo *info);
/* A page of what cube_records chose. */
MUST_USE ErrorCode ledger_reports_at(Ledger *ledger, Arena *arena, const CubeRows *rows, LedgerPage page,
                                     LedgerReports *out, ErrorInfo *info);

typedef struct LedgerDocuments {
  VEC(LedgerDocumentRow) list;
  int64_t total;
} LedgerDocuments;

/* A page of what cube_documents chose. */
MUST_USE ErrorCode ledger_documents_at(Ledger *ledger, Arena *arena, const CubeRows *rows, LedgerPage page,
                                       LedgerDocuments *out, ErrorInfo *info);
/* False: there is none. */
bool ledger_document_row(Ledger *ledger, Arena *arena, Str key, LedgerDocumentRow *out);
/* Others of its URL, or with nearly its text. */
LedgerDocuments ledger_document_versions(Ledger *ledger, Arena *arena, int64_t row);
LedgerDocuments ledger_document_copies(Ledger *ledger, Arena *arena, int64_t row, int64_t limit);
/* Documents with the words: the best first where they are few, else the newest. */
MUST_USE ErrorCode ledger_search(Ledger *ledger, Arena *arena, Str match, LedgerPage page, LedgerDocuments *out,
                                 ErrorInfo *info);
/* The text of a document, by its row. */
Str ledger_body(Ledger *ledger, Arena *arena, int64_t row);

/* The names of persons in a document's records. */
uint32_t ledger_document_names(Ledger *ledger, Arena *arena, int64_t row, Str *names, uint32_t most);

/* The row of an incident by its id, or by a record in it; 0: there is none. */
int64_t ledger_incident_find(Ledger *ledger, Str id);

/* Who did it (role "agent") or to whom ("target"), over all records of the incident in that
 * row: ids with names, or words alone; at most `most`. */
typedef struct LedgerNamed {
  Str id, name;
} LedgerNamed;
uint32_t ledger_incident_actors(Ledger *ledger, Arena *arena, int64_t row, Str role, LedgerNamed *out, uint32_t most);
/* The incident in that row as it stands now; false: it is no more. */
typedef struct LedgerIncidentNow {
  Str id, type, time, status;
  int64_t day_from, day_to, killed[2], injured[2], records, documents, outlets, voices;
  LedgerPlaceRow place;
} LedgerIncidentNow;
bool ledger_incident_now(Ledger *ledger, Arena *arena, int64_t row, LedgerIncidentNow *out);
/* Who says so, over all its records: ids with names, words, or an outlet where nobody is credited. */
uint32_t ledger_incident_origins(Ledger *ledger, Arena *arena, int64_t row, LedgerNamed *out, uint32_t most);

/* ---- figures ---- */

typedef struct LedgerFigure {
  int64_t count[2], published; /* published: day */
  Str key, time, status, label, document, outlet;
  bool approx;
  LedgerPlaceRow place;
  const LedgerNamed *speakers; /* ids with names, or words */
  uint32_t nspeakers;
} LedgerFigure;

typedef struct LedgerFigures {
  VEC(LedgerFigure) list;
} LedgerFigures;

/* Those in these rows of table record, in their order. */
MUST_USE ErrorCode ledger_figures(Ledger *ledger, Arena *arena, const int64_t *rows, uint32_t n, LedgerFigures *out,
                                  ErrorInfo *info);

/* ---- persons ---- */

typedef struct LedgerFate {
  Str fate; /* empty: not told */
  uint32_t n;
} LedgerFate;

typedef struct LedgerPerson {
  int64_t row;
  Str name, norm;
  uint32_t records, documents;
  int32_t first, last; /* CUBE_NO_DAY */
  const LedgerFate *fates;
  uint32_t nfates;
} LedgerPerson;

typedef struct LedgerPeople {
  VEC(LedgerPerson) list;
  int64_t total;
  const LedgerFate *fates; /* persons by fate, before `fate` was asked for */
  uint32_t nfates;
} LedgerPeople;

typedef struct LedgerPeopleFilter {
  int64_t from, to; /* days, or LEDGER_NO_DAY */
  Str fate, name;   /* name: a part of it */
  Str norm;         /* this one alone */
  Str sort;         /* records, documents, first, last; "-" before it */
} LedgerPeopleFilter;

MUST_USE ErrorCode ledger_people(Ledger *ledger, const Cube *cube, Arena *arena, const LedgerPeopleFilter *filter,
                                 LedgerPage page, LedgerPeople *out, ErrorInfo *info);
/* A person's key: 16 hexadecimal digits of its norm. */
Str ledger_person_key(Arena *arena, Str norm);
/* The norm behind a key; empty: there is none. */
Str ledger_person_of(Ledger *ledger, Arena *arena, Str key);

/* ---- findings, decisions, counts ---- */

typedef struct LedgerFindingRow {
  Str key, json;
  const Str *records; /* keys */
  int64_t *rows;      /* [nrecords] of table record */
  uint32_t nrecords;
  const Str *incidents; /* keys of those its records are in */
  uint32_t nincidents;
} LedgerFindingRow;

typedef struct LedgerFindings {
  VEC(LedgerFindingRow) list;
  int64_t total;
} LedgerFindings;

typedef struct LedgerFindingFilter {
  Str kind, key;
  int64_t from, to; /* days, or LEDGER_NO_DAY */
} LedgerFindingFilter;

MUST_USE ErrorCode ledger_finding_page(Ledger *ledger, Arena *arena, const LedgerFindingFilter *filter, LedgerPage page,
                                       LedgerFindings *out, ErrorInfo *info);
/* Those in these rows. */
MUST_USE ErrorCode ledger_findings_at(Ledger *ledger, Arena *arena, const uint32_t *rows, uint32_t n,
                                      LedgerFindings *out, ErrorInfo *info);
int64_t ledger_finding_count(Ledger *ledger, Str kind);

typedef struct LedgerDecided {
  VEC(Str) list; /* JSON, as docs/openapi.yaml has it */
  int64_t total;
} LedgerDecided;

/* The latest first. `target`: an incident or record, or empty; `number`: this one, or 0. */
MUST_USE ErrorCode ledger_decided(Ledger *ledger, Arena *arena, Str target, int64_t number, LedgerPage page,
                                  LedgerDecided *out, ErrorInfo *info);
/* The rows of incidents that the records of a decision are in now. */
uint32_t ledger_decided_incidents(Ledger *ledger, int64_t number, int64_t *rows, uint32_t most);

typedef struct LedgerTotals {
  int64_t documents, records, incidents, tallies, figures, trends, findings, people, decisions;
  int64_t machine, reviewed, corrected;
} LedgerTotals;
LedgerTotals ledger_totals(Ledger *ledger, const Cube *cube);

/* Changes where another connection has written since it was last asked. */
int64_t ledger_changes(Ledger *ledger);
/* Stops a query that is under way after about so many steps of a million each; 0: never. */
void ledger_bound(Ledger *ledger, uint32_t steps);
/* The queries until ledger_recover see the ledger as it is now, and need not look each for itself whether it has
 * changed, which costs more than most of them. Nobody can finish writing a file without a log meanwhile. */
void ledger_snapshot(Ledger *ledger);
/* Forgets a failure of a query, and a snapshot, so that others can be asked. */
void ledger_recover(Ledger *ledger);
/* Could the file be written, as far as the system tells? */
bool ledger_writable(const char *path);
/* What can be corrected, with an example; NULL behind the last. */
const char *ledger_field_at(uint32_t i, const char **example);

#endif
