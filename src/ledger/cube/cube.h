/* All incidents of a ledger in memory, in columns, so that any filter is answered by looking at
 * each of them once: a hundred thousand in a few milliseconds, whatever is asked together.
 *
 * A cube is a picture of the ledger at one moment and is never changed: threads share it. */
#ifndef LEDGER_CUBE_H
#define LEDGER_CUBE_H

#include "ledger/ledger.h"

enum { CUBE_NONE = 0xFFFFFFFF, CUBE_NO_DAY = INT32_MIN };

/* Least and most; min -1: not told, max -1: open. */
typedef struct CubeRange {
  int32_t min, max;
} CubeRange;

/* Where an incident's values of one kind stand in the list of that kind, each once. */
typedef struct CubeSlice {
  uint32_t at, n;
} CubeSlice;

typedef enum CubeStatus { CUBE_MACHINE, CUBE_REVIEWED, CUBE_CORRECTED, CUBE_STATUSES } CubeStatus;

typedef enum CubeKind {
  CUBE_ACTORS,   /* doers, partners, targets: of actors */
  CUBE_BLAMED,   /* held responsible: of actors */
  CUBE_ORIGINS,  /* who first said it, the outlet where nobody is credited: of origins */
  CUBE_OUTLETS,  /* of outlets */
  CUBE_AREAS,    /* places of any record: of areas */
  CUBE_DOCS,     /* of docs */
  CUBE_FINDINGS, /* that rest on one of its records: rows of table finding */
  CUBE_KINDS
} CubeKind;

typedef struct CubeIncident {
  int64_t row; /* of table incident */
  uint64_t id;
  int32_t day_from, day_to; /* CUBE_NO_DAY */
  CubeRange killed, injured;
  uint32_t place; /* of places, or CUBE_NONE */
  uint32_t type;  /* of types */
  uint32_t records, documents, outlets, voices;
  CubeStatus status;
  CubeSlice has[CUBE_KINDS];
} CubeIncident;

/* A name with an id, or words without one. */
typedef struct CubeName {
  Str id, name;
  bool outlet; /* of origins: an outlet, not somebody it credits */
} CubeName;

typedef struct CubePlace {
  Str id, name, country, admin1; /* empty where unknown */
  double lat, lon;               /* NAN */
  int32_t precision;             /* 0 unknown */
} CubePlace;

typedef struct CubeDoc {
  int64_t row;   /* of table document */
  int64_t voice; /* of table text */
  uint32_t outlet;
  int32_t day; /* of publication, or CUBE_NO_DAY */
} CubeDoc;

/* A record that is shown, of any kind. */
typedef struct CubeRecord {
  uint32_t type, place;  /* of record_types and record_places; place may be CUBE_NONE */
  uint32_t series;       /* of series; CUBE_NONE: it is no figure */
  int32_t killed, count; /* the least; -1: not told */
  uint8_t kind;          /* of record_kinds */
  CubeStatus status;
} CubeRecord;

/* What figures share that make a series. */
typedef struct CubeSeries {
  Str type, place, holders, unit; /* place: its id, or its name; holders as in table figure */
} CubeSeries;

typedef struct CubePair {
  uint32_t record, value;
} CubePair;

typedef struct CubeNames {
  CubeName *at;
  uint32_t n, room;
} CubeNames;

/* CUBE_NO_DAY where it is open or unknown. */
typedef struct CubeDays {
  int32_t from, to;
} CubeDays;

/* The last of each when it was read. */
typedef struct CubeState {
  int64_t decision, coding, document;
} CubeState;

typedef struct Cube {
  CubeState state;
  uint32_t renewed; /* times since it was read whole */
  Arena arena;      /* holds this struct and all below */
  CubeIncident *at; /* [n] the latest first, those without a day last */
  uint32_t n;
  int32_t *latest;        /* [n] the last day of it and of all behind it */
  uint32_t *place, *type; /* [n] of at, by themselves: what counts them reads a thirtieth of it */
  uint32_t *lists[CUBE_KINDS];
  uint32_t nlists[CUBE_KINDS];
  CubeNames types, actors, origins, outlets;
  struct CubePlaces {
    CubePlace *at;
    uint32_t n, room;
  } places, areas;   /* where incidents are; places of any record, without their points */
  uint32_t *same[3]; /* by CubeLevel [places.n]: the first of places that is of the same country, division or town;
                        CUBE_NONE where it has none */
  CubeDoc *docs;
  uint32_t ndocs;
  uint32_t *incident_of; /* [nrecords] by row of table record: of at, or CUBE_NONE */
  uint32_t *doc_of;      /* [nrecords] of docs; CUBE_NONE: the record is not shown */
  CubeDays *days_of;     /* [nrecords] */
  CubeRecord *record;    /* [nrecords] */
  CubeNames record_types, record_places, record_kinds;
  struct CubeSeriesList {
    CubeSeries *at;
    uint32_t n, room;
  } series;
  struct CubeIndex {
    uint32_t *at;               /* [values + 1] where the incidents of a value begin */
    uint32_t *incidents;        /* ascending */
  } of_actor[3];                /* the incidents of CUBE_ACTORS, CUBE_BLAMED, CUBE_ORIGINS */
  CubePair *area_of, *actor_of; /* of shown records: to areas; to actors, in any role */
  uint32_t nareas_of, nactors_of;
  uint32_t nrecords; /* rows are below this */
  uint64_t shown;    /* records that are shown, of any kind */
} Cube;

/* What words without an id are known as: an id of the actors, or empty. */
typedef Str CubeKnown(void *context, Str words);

/* Reads the ledger, in one transaction. `known` may be NULL. */
MUST_USE ErrorCode cube_load(Ledger *ledger, CubeKnown *known, void *context, Cube **cube, ErrorInfo *info);
/* The same as it is now, where `old` is one of the same ledger: decisions change little, and what they left
 * alone is copied. `old` stays as it is. Reads the ledger whole where more has changed. */
MUST_USE ErrorCode cube_renew(Ledger *ledger, const Cube *old, CubeKnown *known, void *context, Cube **cube,
                              ErrorInfo *info);
void cube_free(Cube *cube);

/* ---- choosing (cube_select.c) ---- */

/* Incidents that meet the filter, by their place in cube->at, ascending. */
typedef struct CubeChosen {
  const Cube *cube;
  uint32_t *at;
  uint32_t n;
} CubeChosen;

/* `ledger`: to look up names and words in, of the same file. In the arena. ERROR_USAGE as ledger_list. */
MUST_USE ErrorCode cube_choose(const Cube *cube, Ledger *ledger, Arena *arena, const LedgerFilter *filter,
                               CubeChosen *chosen, ErrorInfo *info);

typedef struct CubeRows {
  int64_t *rows; /* of table record or document, in the order asked for */
  uint32_t n;
} CubeRows;

/* Records (filter->sort: time, type, place, count, killed, outlet, status) and documents
 * (published, outlet) that meet the filter; "-" before it: descending; what is unknown last. Its
 * limit is not looked at. `kind`: event, tally, … or empty. In the arena (cube_records.c). */
MUST_USE ErrorCode cube_records(const Cube *cube, Ledger *ledger, Arena *arena, const LedgerFilter *filter, Str kind,
                                CubeRows *out, ErrorInfo *info);
MUST_USE ErrorCode cube_documents(const Cube *cube, Ledger *ledger, Arena *arena, const LedgerFilter *filter,
                                  CubeRows *out, ErrorInfo *info);

typedef struct CubeGroup {
  uint32_t series; /* of cube->series */
  uint32_t at, n;  /* its figures, of rows */
} CubeGroup;

typedef struct CubeGroups {
  CubeGroup *at; /* the ones with most figures first, what is of nobody and nowhere last */
  uint32_t n;
  int64_t *rows; /* of table record, in order of time: news of its day where none is told, then what has none */
} CubeGroups;

/* Figures that meet the filter, as series. In the arena (cube_series.c). */
MUST_USE ErrorCode cube_series(const Cube *cube, Ledger *ledger, Arena *arena, const LedgerFilter *filter,
                               CubeGroups *out, ErrorInfo *info);

typedef enum CubeSort {
  CUBE_BY_TIME,
  CUBE_BY_TYPE,
  CUBE_BY_PLACE,
  CUBE_BY_KILLED,
  CUBE_BY_INJURED,
  CUBE_BY_DOCUMENTS,
  CUBE_BY_VOICES,
  CUBE_BY_STATUS,
  CUBE_BY_REVIEW, /* what is most worth a look first */
  CUBE_SORTS
} CubeSort;

/* Orders them; what is unknown stands last either way. */
void cube_sort(CubeChosen *chosen, Arena *arena, CubeSort by, bool down);

/* ---- counting (cube_count.c) ---- */

typedef struct CubeCount {
  uint32_t value, n; /* of the names or places; incidents */
} CubeCount;

typedef struct CubeCounts {
  CubeCount *at; /* the most frequent first */
  uint32_t n;
} CubeCounts;

typedef struct CubeSums {
  uint64_t records, documents, voices, undated, unplaced;
  uint64_t status[CUBE_STATUSES];
  int64_t killed[2], injured[2]; /* min -1: none tells it; an open most counts by its least */
  bool killed_open, injured_open;
  int32_t from, to;
} CubeSums;

CubeSums cube_sums(const CubeChosen *chosen, Arena *arena);
/* The same without documents and voices, which are what takes its time. */
CubeSums cube_tolls(const CubeChosen *chosen);
CubeCounts cube_count_types(const CubeChosen *chosen, Arena *arena);
/* Of actors, origins, outlets. */
CubeCounts cube_count(const CubeChosen *chosen, Arena *arena, CubeKind kind);

typedef enum CubeLevel { CUBE_COUNTRIES, CUBE_DIVISIONS, CUBE_TOWNS } CubeLevel;
/* By the incidents' own places; value is of places: one that has the country, division or id. */
CubeCounts cube_count_places(const CubeChosen *chosen, Arena *arena, CubeLevel level);

typedef struct CubePoint {
  uint32_t place, n, type; /* type: the most frequent */
  uint32_t places;         /* that it stands for: 1, or of one division, `place` among them */
  int64_t killed;
  double lat, lon;
} CubePoint;
/* One for each of the places that has a point on the map, the one with most incidents first. Beyond
 * `most` the places of one division, or country, are put together at their middle. */
CubePoint *cube_points(const CubeChosen *chosen, Arena *arena, uint32_t most, uint32_t *n);

typedef enum CubeBin { CUBE_BIN_AUTO, CUBE_BIN_DAY, CUBE_BIN_WEEK, CUBE_BIN_MONTH, CUBE_BIN_YEAR } CubeBin;
typedef struct CubeBar {
  int32_t from, to;
  uint32_t n, longer; /* longer: whose time is longer than the bin */
  int64_t killed, killed_most;
} CubeBar;
/* In order of time; *by becomes what AUTO came to. */
CubeBar *cube_bars(const CubeChosen *chosen, Arena *arena, CubeBin *by, uint32_t *n);

/* Days since 1970-01-01 as a date and back. */
void cube_date(int32_t day, int *year, int *month, int *date);
int32_t cube_day(int year, int month, int date);

#endif
