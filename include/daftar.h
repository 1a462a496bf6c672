/* Daftar: Arabic conflict news into a record that can be checked. The coder as a library.
 *
 *   DaftarError error;
 *   DaftarEngine *engine;
 *   if (daftar_open(NULL, &engine, &error)) …            once; threads share it
 *   DaftarSession *session;
 *   if (daftar_session_new(engine, NULL, &session, &error)) …   one a thread
 *   DaftarDocument document = DAFTAR_DOCUMENT(text, bytes);
 *   const DaftarResult *result;
 *   if (daftar_code(session, &document, &result, &error)) …     valid until the next call
 *   for (uint32_t i = 0; i < daftar_result_count(result); i++)
 *     use(daftar_result_record(result, i));
 *
 * Link with libdaftar, json-c, zlib, libcrypto, libxxhash, sqlite3 and libm.
 *
 * Ownership: an engine owns its data, a session owns its last result. Every string and
 * handle that comes out of a result belongs to the session and is valid until the next
 * daftar_code on it, or its end. Nothing that is passed in is kept after the call.
 * Threads: each function says. The result depends on the document and its metadata alone:
 * no clock, no locale, no order of calls.
 * Versions: until the library is packaged (SOVERSION 0) the structs of values below may
 * change with a release; structs of options begin with their size, so that new fields can be
 * added behind. */
#ifndef DAFTAR_H
#define DAFTAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- values ---- */

/* Bytes, not owned. p is never NULL; an empty string is n == 0. Strings need not end in NUL. */
typedef struct DaftarStr {
  const char *p;
  size_t n;
} DaftarStr;

/* Words of the document. start and end are bytes of daftar_result_text, end not included;
 * start == end: there is no such evidence. */
typedef struct DaftarQuote {
  DaftarStr text;
  uint32_t start, end;
} DaftarQuote;

/* A number as the text has it. `set` false: not told. max is INFINITY where the text gives
 * only a lower bound ("more than 9,000"). */
typedef struct DaftarCount {
  double min, max;
  bool set, approx;
} DaftarCount;

typedef enum DaftarKind { DAFTAR_EVENT, DAFTAR_TALLY, DAFTAR_FIGURE, DAFTAR_TREND } DaftarKind;

typedef struct DaftarActor {
  DaftarQuote quote;
  DaftarStr id, name; /* empty where the words name no actor of the data */
} DaftarActor;

typedef struct DaftarPlace {
  DaftarQuote quote;
  DaftarStr id, name, country, admin1; /* empty where unknown; country: ISO 3166 alpha-2 */
  double lat, lon;                     /* degrees, WGS 84; NAN where unknown */
  int precision;                       /* 1 to 7 as in UCDP GED; 0 unknown */
  DaftarStr basis;                     /* stated, container, anchor, inferred, withheld */
} DaftarPlace;

typedef struct DaftarOutcome {
  DaftarStr what; /* killed, injured, arrested, … */
  DaftarCount count, women, children;
  DaftarQuote of;
  DaftarStr label, status, side, unit;
} DaftarOutcome;

typedef struct DaftarPerson {
  DaftarQuote quote, role;
  DaftarStr name, sex, fate;
  DaftarCount age;
} DaftarPerson;

/* ---- errors ---- */

typedef enum DaftarCode {
  DAFTAR_OK,
  DAFTAR_NO_MEMORY, /* the system has no more, or the document's budget is spent (the message says which) */
  DAFTAR_IO,        /* a folder of data cannot be read */
  DAFTAR_TOO_LARGE, /* a document past the limit of 16 MiB */
  DAFTAR_BAD_DATA,  /* a user's data does not compile: message and line say where */
  DAFTAR_BAD_IMAGE, /* the compiled data is damaged or of another version */
  DAFTAR_BAD_USE    /* an argument is wrong; the message says which */
} DaftarCode;

typedef struct DaftarError {
  DaftarCode code;
  char message[520]; /* one line of English, UTF-8 */
  uint64_t offset;   /* where in the input: a byte, or a line for DAFTAR_BAD_DATA; 0 if it has no place */
} DaftarError;

/* The code's text; a constant. Any thread. */
const char *daftar_code_text(DaftarCode code);

/* ---- engine ---- */

typedef struct DaftarEngine DaftarEngine;

typedef struct DaftarOptions {
  size_t size;      /* sizeof(DaftarOptions) */
  const char *data; /* a folder laid over the built-in data by id, compiled now; NULL: none */
} DaftarOptions;

#define DAFTAR_OPTIONS \
  { sizeof(DaftarOptions), NULL }

/* Opens the data. `options` may be NULL, as may `error`. *engine is the caller's, to be
 * given to daftar_close. Any thread. */
DaftarCode daftar_open(const DaftarOptions *options, DaftarEngine **engine, DaftarError *error);

/* Ends the engine (NULL is allowed). All its sessions must have ended before. */
void daftar_close(DaftarEngine *engine);

/* "0.1.0". Any thread. */
const char *daftar_version(void);

/* ---- session ---- */

typedef struct DaftarSession DaftarSession;

typedef struct DaftarSessionOptions {
  size_t size;   /* sizeof(DaftarSessionOptions) */
  size_t memory; /* bytes that one document may take; 0: 2 GiB */
} DaftarSessionOptions;

#define DAFTAR_SESSION_OPTIONS \
  { sizeof(DaftarSessionOptions), 0 }

/* A place to work for one thread at a time; it borrows the engine, which threads may share.
 * *session is the caller's, to be given to daftar_session_free. */
DaftarCode daftar_session_new(const DaftarEngine *engine, const DaftarSessionOptions *options, DaftarSession **session,
                              DaftarError *error);
void daftar_session_free(DaftarSession *session);

/* ---- coding ---- */

typedef struct DaftarDocument {
  size_t size;           /* sizeof(DaftarDocument) */
  const char *text;      /* UTF-8; a title first, then an empty line. Broken sequences become U+FFFD */
  size_t text_bytes;     /* at most 16 MiB */
  const char *id;        /* ends in NUL; NULL: "" */
  const char *published; /* "2024-07-17", anything after a 'T' or blank passed over; NULL: unknown */
  const char *outlet;    /* who carries the text; NULL: unknown */
} DaftarDocument;

#define DAFTAR_DOCUMENT(text, bytes) \
  { sizeof(DaftarDocument), (text), (bytes), NULL, NULL, NULL }

typedef struct DaftarResult DaftarResult;
typedef struct DaftarRecord DaftarRecord;

/* Codes one document. *result is the session's, valid until the next call. After an error the
 * session is good for the next document. One thread at a time for a session. */
DaftarCode daftar_code(DaftarSession *session, const DaftarDocument *document, const DaftarResult **result,
                       DaftarError *error);

/* The functions below only read: any thread, as long as the result is valid. An index past
 * the end gives NULL or an empty value. */

/* The text that offsets count bytes of: the document's, made valid UTF-8. */
DaftarStr daftar_result_text(const DaftarResult *result);
uint32_t daftar_result_count(const DaftarResult *result);
/* Records are in the order of their triggers. */
const DaftarRecord *daftar_result_record(const DaftarResult *result, uint32_t i);

/* ---- a record; docs/record.md says what each field means ---- */

DaftarStr daftar_record_id(const DaftarRecord *record);
DaftarKind daftar_record_kind(const DaftarRecord *record);
DaftarStr daftar_record_type(const DaftarRecord *record);
DaftarStr daftar_record_plover(const DaftarRecord *record);  /* empty: none */
DaftarStr daftar_record_acled(const DaftarRecord *record);   /* "Event type/Sub-event type"; empty: none */
DaftarStr daftar_record_part_of(const DaftarRecord *record); /* the id of the record it is a part of */
DaftarQuote daftar_record_trigger(const DaftarRecord *record);
DaftarCount daftar_record_number(const DaftarRecord *record);
DaftarStr daftar_record_direction(const DaftarRecord *record); /* trends: up, down, flat */
DaftarStr daftar_record_time(const DaftarRecord *record);      /* EDTF; empty: not told */
DaftarQuote daftar_record_time_quote(const DaftarRecord *record);
DaftarStr daftar_record_stance(const DaftarRecord *record); /* asserted, denied, alleged, planned, foiled */
bool daftar_record_background(const DaftarRecord *record);  /* told as an earlier happening */
DaftarQuote daftar_record_sentence(const DaftarResult *result, const DaftarRecord *record);
DaftarStr daftar_record_rule(const DaftarRecord *record);           /* the frame that made it */
DaftarStr daftar_record_responsibility(const DaftarRecord *record); /* claimed, admitted, …; empty: does not apply */

/* Lists of actors and quotes. */
typedef enum DaftarRole {
  DAFTAR_AGENTS,        /* who did it */
  DAFTAR_PARTNERS,      /* with them */
  DAFTAR_TARGETS,       /* to whom */
  DAFTAR_CLAIMED_BY,    /* who says so */
  DAFTAR_RESPONSIBLE_BY /* who claims, admits, attributes or denies the act */
} DaftarRole;

uint32_t daftar_record_actors(const DaftarRecord *record, DaftarRole role);
DaftarActor daftar_record_actor(const DaftarRecord *record, DaftarRole role, uint32_t i);
uint32_t daftar_record_places(const DaftarRecord *record);
DaftarPlace daftar_record_place(const DaftarRecord *record, uint32_t i);
uint32_t daftar_record_outcomes(const DaftarRecord *record);
DaftarOutcome daftar_record_outcome(const DaftarRecord *record, uint32_t i);
uint32_t daftar_record_persons(const DaftarRecord *record);
DaftarPerson daftar_record_person(const DaftarRecord *record, uint32_t i);
uint32_t daftar_record_also(const DaftarRecord *record); /* further tellings in the document */
DaftarQuote daftar_record_also_quote(const DaftarRecord *record, uint32_t i);
uint32_t daftar_record_via(const DaftarRecord *record); /* channels, in order */
DaftarQuote daftar_record_via_quote(const DaftarRecord *record, uint32_t i);

/* Writes the record as one JSON object and a line feed, in pieces, to `put`, which returns
 * false to stop. False if it was stopped. */
bool daftar_record_json(const DaftarRecord *record, bool (*put)(void *to, const char *bytes, size_t n), void *to);

#ifdef __cplusplus
}
#endif

#endif
