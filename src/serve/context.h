/* What an answer is made with: the request, a connection to the ledger, the cube, and a place to
 * say it. One thread's, for one request. */
#ifndef SERVE_CONTEXT_H
#define SERVE_CONTEXT_H

#include "ledger/list/browse.h"
#include "serve/jobs.h"
#include "serve/known.h"
#include "serve/request.h"
#include "serve/say.h"
#include "serve/segment.h"
#include "serve/serve.h"

typedef struct Answer {
  unsigned status;  /* 200 unless said otherwise */
  const char *type; /* media type */
  Buffer body;
  Str location;   /* header Location; empty: none */
  Str attachment; /* a file's name; empty: shown, not saved */
  bool taken;     /* the upload's file is the jobs' now */
  int file;       /* -1; else the body is this file, unlinked already, the server's to close */
  uint64_t file_size;
} Answer;

/* What stays as long as the server. */
typedef struct House {
  const ServeOptions *options;
  Known *known;
  Jobs *jobs;
  struct Pool *pool;
  uint8_t key[16]; /* random: marks what this run of the server said */
} House;

typedef struct Context {
  House *house;
  struct Lent *lent; /* pool.h */
  Ledger *ledger;
  const Cube *cube;
  const uint8_t *sides; /* [cube->origins.n] */
  int64_t generation;
  Arena *arena;
  const Request *request;
  Problem problem; /* status 0: none */
  Answer answer;
  Say say;
  bool shown; /* names of persons */
} Context;

/* Refuses the request; what was said is dropped. */
#define refuse(context, ...) problem_set(&(context)->problem, __VA_ARGS__)
/* The ledger's error as a problem: 400 for what was asked wrongly, 500 or 503 else. */
void refuse_error(Context *context, ErrorCode code, const ErrorInfo *info, const char *what);

/* The request's filters, with the person looked up. False: refused. */
bool context_filter(Context *context, LedgerFilter *filter);
bool context_page(Context *context, LedgerPage *page);
/* The incidents that the request's filters leave. False: refused. */
bool context_choose(Context *context, CubeChosen *chosen);

/* A page of the records that the filter leaves. False: refused. */
bool context_reports(Context *context, LedgerFilter *filter, Str kind, LedgerPage page, LedgerReports *out);

/* The body as a JSON object (json-c), or NULL after refusing. */
struct json_object *context_object(Context *context);

/* One function a call of the API; routes.c lists them. */
typedef void Handler(Context *context);
Handler answer_meta, answer_credits, answer_overview, answer_timeline, answer_map, answer_incidents, answer_incident,
    answer_records, answer_record, answer_documents, answer_document, answer_people, answer_person, answer_claims,
    answer_series, answer_findings, answer_finding, answer_search, answer_suggest, answer_decisions, answer_decide,
    answer_upload, answer_jobs, answer_job, answer_cancel, answer_start, answer_export;

/* ---- shapes that several answers share (shapes.c, reports.c) ---- */

void say_named(Context *context, Str id, Str name, const Side *side);
void say_place(Context *context, const LedgerPlaceRow *place); /* null where it is none */
void say_facets(Context *context, const CubeNames *names, CubeCounts counts, uint32_t most, bool sides);
void say_places(Context *context, CubeCounts counts, CubeLevel level, uint32_t most);
/* The same without the brackets, all of them. */
void say_place_rows(Context *context, CubeCounts counts, CubeLevel level);
/* The members of the incident in that row, without the braces; false: it is no more. */
bool say_incident_members(Context *context, int64_t row);
/* Nothing where it is no more. */
void say_incident(Context *context, int64_t row);
Side outlet_side(Context *context, Str outlet);

/* Known of persons in a document that are not shown; empty where they are. */
Hide document_hide(Context *context, int64_t document);
void say_document_members(Context *context, const LedgerDocumentRow *document, const Hide *hide);
void say_document(Context *context, const LedgerDocumentRow *document);
void say_report(Context *context, const LedgerReport *report);
void say_reports(Context *context, const LedgerReports *reports);
void say_finding_members(Context *context, const LedgerFindingRow *finding);
void say_decisions(Context *context, const LedgerDecided *decided);

#endif
