/* The ledger: every source in, one incident out.
 *
 * One file of SQLite (docs/ledger.md tells its tables) that this header is the only way to:
 * nothing above it sees SQL, so that another store can stand behind the same functions.
 *
 * A ledger belongs to one thread. Errors name the file in info->what and say in info->why
 * what a user can do. */
#ifndef LEDGER_LEDGER_H
#define LEDGER_LEDGER_H

#include "check/check.h"
#include "engine/engine.h"
#include "read/document.h"
#include "record/writer.h"

typedef struct Ledger Ledger;

typedef enum LedgerMode {
  LEDGER_READ,  /* never written; opens from a folder that cannot be written */
  LEDGER_WRITE, /* must be there */
  LEDGER_CREATE /* is made where it is not there */
} LedgerMode;

typedef struct LedgerOptions {
  LedgerMode mode;
  /* Called about once a second while another program is writing; false: give up. May be NULL. */
  bool (*waiting)(void *context, uint32_t seconds);
  void *context;
} LedgerOptions;

/* `path` outlives the ledger. */
MUST_USE ErrorCode ledger_open(const char *path, const LedgerOptions *options, Ledger **ledger, ErrorInfo *info);
void ledger_close(Ledger *ledger);

/* ---- ingest ---- */

typedef struct LedgerCounts {
  uint64_t documents; /* new */
  uint64_t seen;      /* there already */
  uint64_t filled;    /* there already, and now with a date or outlet that was missing */
  uint64_t versions;  /* of the new ones: another text under an URL that was there */
  uint64_t copies;    /* of the new ones: near-copies of a text that was there */
  uint64_t refused;
  uint64_t records; /* of the new ones and the filled */
} LedgerCounts;

typedef struct Ingest Ingest;

typedef struct IngestOptions {
  const Engine *engine; /* outlives the ingest */
  uint32_t threads;     /* that code; 0: one for each processor, at most 8 */
  uint32_t batch;       /* documents to a transaction; 0: a thousand */
  /* A document could not be coded. Called on the ingest's own thread. */
  void (*refused)(void *context, const Document *document, ErrorCode code, const ErrorInfo *info);
  void *context;
} IngestOptions;

/* The ledger must be open for writing and is the ingest's until ingest_end. */
MUST_USE ErrorCode ingest_begin(Ledger *ledger, const IngestOptions *options, Ingest **ingest, ErrorInfo *info);
/* Takes a copy of the document. It is coded by and by, and written in the order of the calls.
 * An error is the ledger's (a full disk): the batch is lost, what was committed before stays,
 * and ingest_end is all that may follow. */
MUST_USE ErrorCode ingest_add(Ingest *ingest, const Document *document, ErrorInfo *info);
/* Writes what is left (unless an error came before) and ends the threads. */
MUST_USE ErrorCode ingest_end(Ingest *ingest, LedgerCounts *counts, ErrorInfo *info);
/* What is committed or on its way. */
LedgerCounts ingest_counts(const Ingest *ingest);

/* Codes again every document whose coding is of another version of program or data, all of
 * them where `all`. Older codings stay, with their records. */
MUST_USE ErrorCode ledger_recode(Ledger *ledger, const IngestOptions *options, bool all, LedgerCounts *counts,
                                 ErrorInfo *info);

/* Gives a document (its id as given, or its key) a date or outlet (NULL: leave it), and codes
 * it anew. *found: how many documents that was; nothing is changed unless it is one. */
MUST_USE ErrorCode ledger_set(Ledger *ledger, const Engine *engine, Str document, const Str *published,
                              const Str *outlet, uint32_t *found, ErrorInfo *info);

/* ---- lists ---- */

/* What rows must have; empty, false and LEDGER_NO_DAY ask for nothing. */
typedef struct LedgerFilter {
  int64_t from, to;   /* days since 1970-01-01, both included */
  Str place;          /* an id, a name, a country's code, "SY/Aleppo": the place and what it contains */
  Str actor;          /* an id or a name */
  Str person, type;   /* type: one or several, with commas between; of findings their kind */
  Str source;         /* outlet */
  Str text;           /* words that the text must have */
  int64_t min_killed; /* 0: any */
  bool reviewed, unreviewed, undated;
  Str status;                     /* machine-coded, reviewed, corrected, or checked: one of the two */
  const double *box;              /* west, south, east, north: incidents that have their place in it; or NULL */
  Str incident, document, record; /* records of this incident; of the document with this key; the one with this key */
  const Engine *engine;           /* for text, and for places and actors in Arabic; may be NULL without them */
  Str sort;                       /* a column; "-" before it: descending; empty: the list's own order */
  int64_t limit;                  /* 0: all */
} LedgerFilter;
#define LEDGER_NO_DAY INT64_MIN
#define LEDGER_FILTER ((LedgerFilter){.from = LEDGER_NO_DAY, .to = LEDGER_NO_DAY})

typedef struct LedgerColumn {
  const char *name, *sql;
  uint8_t least, most, drop; /* for a table of the terminal (record/table.h); least 0: not shown in one */
  bool right;
} LedgerColumn;

typedef struct LedgerList {
  const char *name, *what; /* "incidents"; in a few words */
  const LedgerColumn *columns;
  uint32_t ncolumns;
} LedgerList;

const LedgerList *ledger_list_at(uint32_t i); /* NULL behind the last */
const LedgerList *ledger_list_of(Str name);   /* NULL: there is none */

/* A row: its cells, or with LEDGER_JSON one cell, an object in one line. Valid until it
 * returns; false ends the list. */
typedef bool LedgerRow(void *context, const Str *cells, uint32_t n);
typedef enum LedgerForm { LEDGER_CELLS, LEDGER_JSON } LedgerForm;

/* ERROR_USAGE: a filter or column that the list does not have, or a name that is none. */
MUST_USE ErrorCode ledger_list(Ledger *ledger, const LedgerList *list, const LedgerFilter *filter, LedgerForm form,
                               LedgerRow *row, void *context, ErrorInfo *info);

/* Does it ask for words, which `engine` has to read? Without, a list takes the time to open one for nothing. Text does;
 * places and doers do unless they are told by an id that this ledger has, by a country's code or as "SY/Aleppo". */
bool ledger_filter_has_words(Ledger *ledger, const LedgerFilter *filter);

/* A row of the list of findings, back from its JSON; in the arena. */
bool ledger_finding(Arena *arena, Str json, Finding *finding);

/* Does the file begin as a ledger does? */
bool ledger_is(const char *path);

/* What an id means: an incident (one that was merged leads to the one it is in), a record (by
 * its key or the coder's id), a document (by its key, or as it was given), a finding. */
typedef enum LedgerKind { LEDGER_NOTHING, LEDGER_INCIDENT, LEDGER_RECORD, LEDGER_DOCUMENT, LEDGER_FINDING } LedgerKind;
LedgerKind ledger_what(Ledger *ledger, Str id, Arena *arena, Str *found);

/* One of them as an object in one line, in the arena: as in its list, and of an incident the
 * points of its pairs ("pairs") and what its sources told anew ("updates"), of a record its sentence's words ("words"),
 * of a document its text and records. */
MUST_USE ErrorCode ledger_show(Ledger *ledger, LedgerKind kind, Str id, Arena *arena, Str *json, ErrorInfo *info);
/* The points of an incident's pairs in words, a line each; in the arena. */
MUST_USE ErrorCode ledger_points(Ledger *ledger, Str incident, Arena *arena, Str *lines, ErrorInfo *info);
/* A document's text, by its key; in the arena. */
MUST_USE ErrorCode ledger_text(Ledger *ledger, Str document, Arena *arena, Str *text, ErrorInfo *info);

/* ---- review ---- */

typedef enum LedgerVerb {
  LEDGER_ACCEPT,  /* the records are right */
  LEDGER_REJECT,  /* they are wrong: no list shows them, no incident holds them */
  LEDGER_MERGE,   /* they are of one incident */
  LEDGER_SPLIT,   /* the first is not of one incident with what it is linked to */
  LEDGER_CORRECT, /* a field is what `value` says */
  LEDGER_NOTE,
  LEDGER_UNDO,
  LEDGER_VERBS
} LedgerVerb;

Str ledger_verb_name(LedgerVerb verb);
bool ledger_verb_of(Str name, LedgerVerb *verb);

/* A decision is added and never changed. It holds on to its records by what they are, so that
 * it survives another ingest, a coding by a newer version, and linking anew. */
typedef struct LedgerDecision {
  LedgerVerb verb;
  const Str *targets; /* ids of incidents or records; for undo the number of a decision */
  uint32_t ntargets;
  Str by, at, why;  /* who; when, as 2024-07-17T09:30:00Z; empty: no reason given */
  Str field, value; /* correct: type, stance, time, killed, injured, place; "12", "12-15", "12+", "" for none */
} LedgerDecision;

/* *id: the decision's number. ERROR_USAGE where a target or a value is none. */
MUST_USE ErrorCode ledger_decide(Ledger *ledger, const LedgerDecision *decision, int64_t *id, ErrorInfo *info);

#endif
