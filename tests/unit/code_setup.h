/* Texts through the whole coder, with the built-in data. */
#ifndef CODE_SETUP_H
#define CODE_SETUP_H

#include <stdio.h>

#include "cmocka_all.h"
#include "engine/engine.h"
#include "engine/lint.h"

typedef struct Case {
  const char *text, *gives; /* gives: as docs/grammar.md tells, or "nothing" */
} Case;

/* What stands before makes a report of three sentences, so that an act is weighed as one of a report. */
#define REPORT "عقدت الحكومة جلستها الأسبوعية في العاصمة. وناقش الوزراء الموازنة وأسعار الخبز والطحين في القرى. "

typedef struct Told {
  const char *text, *type;
  unsigned events; /* as many records of events of that type; of any type where it is NULL */
} Told;

typedef struct CodeSetup {
  Engine *engine;
  Arena arena;
  bool undated; /* nobody says when its texts were published */
} CodeSetup;

static inline CodeSetup code_begin(void) {
  CodeSetup s = {0};
  ErrorInfo info = {0};
  assert_int_equal(engine_open(NULL, &s.engine, &info), ERROR_OK);
  arena_init(&s.arena, ENGINE_DOCUMENT_BUDGET);
  return s;
}

static inline void code_end(CodeSetup *s) {
  arena_fini(&s->arena);
  engine_close(s->engine);
}

static inline EngineDocument code_document(const char *text) {
  return (EngineDocument){.id = STR("case"), .text = str_of(text), .published = STR("2024-07-17")};
}

static inline EngineDocument code_document_of(const CodeSetup *s, const char *text) {
  EngineDocument document = code_document(text);
  if (s->undated) document.published = STR("");
  return document;
}

/* The records of a text alone, until the next; *n of them. */
static inline const Record *code_records(CodeSetup *s, const char *text, uint32_t *n) {
  EngineDocument document = code_document_of(s, text);
  const Analysis *analysis = NULL;
  ErrorInfo info = {0};
  arena_reset(&s->arena);
  assert_int_equal(engine_analyse(s->engine, &s->arena, &document, false, &analysis, &info), ERROR_OK);
  return analysis_records(analysis, n);
}

/* How many cases do not give what they say; each goes to stderr. */
static inline unsigned cases_wrong(const Case *cases, size_t n, bool undated) {
  CodeSetup s = code_begin();
  s.undated = undated;
  unsigned wrong = 0;
  for (size_t i = 0; i < n; i++) {
    EngineDocument document = code_document_of(&s, cases[i].text);
    ErrorInfo info = {0};
    Str missed = STR_NONE;
    bool holds = false;
    arena_reset(&s.arena);
    assert_int_equal(engine_gives(s.engine, &s.arena, &document, str_of(cases[i].gives), &holds, &missed, &info),
                     ERROR_OK);
    if (holds) continue;
    wrong++;
    fprintf(stderr, "%s\n  does not give %s (%.*s)\n", cases[i].text, cases[i].gives, STR_ARG(missed));
  }
  code_end(&s);
  return wrong;
}

/* Each case gives what it says: GIVES(cases) in a file's list of tests; GIVES_UNDATED, where nobody says when the texts
 * were published. */
typedef struct Cases {
  const Case *at;
  size_t n;
  bool undated;
} Cases;

static inline void gives_what_it_says(void **state) {
  const Cases *cases = *state;
  assert_int_equal(cases_wrong(cases->at, cases->n, cases->undated), 0);
}

#define GIVES_AS(cases, undated) \
  cmocka_unit_test_prestate(gives_what_it_says, (&(Cases){(cases), sizeof(cases) / sizeof *(cases), (undated)}))
#define GIVES(cases) GIVES_AS(cases, false)
#define GIVES_UNDATED(cases) GIVES_AS(cases, true)

static inline unsigned events_in(CodeSetup *s, const char *text, const char *type) {
  uint32_t n = 0, events = 0;
  const Record *records = code_records(s, text, &n);
  for (uint32_t i = 0; i < n; i++)
    events += records[i].kind == RECORD_EVENT && (!type || str_eq(records[i].type, str_of(type)));
  return events;
}

/* Are the records of a row's text what the row says? Says on stderr what they are instead. */
typedef bool RowHolds(const Record *records, uint32_t n, const void *row);

/* How many rows do not hold: [n] of `size` bytes, each of which begins with its text (const char *). */
static inline unsigned rows_wrong(const void *rows, size_t n, size_t size, RowHolds *holds) {
  CodeSetup s = code_begin();
  unsigned wrong = 0;
  for (size_t i = 0; i < n; i++) {
    const void *row = (const char *)rows + i * size;
    const char *text = *(const char *const *)row;
    uint32_t found = 0;
    const Record *records = code_records(&s, text, &found);
    if (holds(records, found, row)) continue;
    wrong++;
    fprintf(stderr, "  of %u records: %s\n", found, text);
  }
  code_end(&s);
  return wrong;
}

#define ROWS_WRONG(rows, holds) rows_wrong((rows), sizeof(rows) / sizeof *(rows), sizeof *(rows), (holds))

/* A text that is one record, how many stand on each side of it, and what came of it. */
typedef struct Sides {
  const char *text;
  unsigned agents, partners, targets, outcomes;
} Sides;

static inline bool sides_hold(const Record *r, uint32_t n, const void *p) {
  const Sides *row = p;
  if (n != 1) return false;
  bool sides = r->agents.n == row->agents && r->partners.n == row->partners && r->targets.n == row->targets;
  if (sides && r->noutcomes == row->outcomes) return true;
  fprintf(stderr, "gives %u agents, %u partners, %u targets, %u outcomes\n", r->agents.n, r->partners.n, r->targets.n,
          r->noutcomes);
  return false;
}

/* How many texts tell of more or fewer acts than said; each goes to stderr. */
static inline unsigned told_wrong(const Told *told, size_t n, bool undated) {
  CodeSetup s = code_begin();
  s.undated = undated;
  unsigned wrong = 0;
  for (size_t i = 0; i < n; i++) {
    unsigned events = events_in(&s, told[i].text, told[i].type);
    if (events == told[i].events) continue;
    wrong++;
    fprintf(stderr, "%s\n  gives %u of %s, not %u\n", told[i].text, events, told[i].type ? told[i].type : "any type",
            told[i].events);
  }
  code_end(&s);
  return wrong;
}

/* Each text tells of as many acts as said: TELLS(told), or TELLS_UNDATED(told). */
typedef struct ToldTexts {
  const Told *at;
  size_t n;
  bool undated;
} ToldTexts;

static inline void tells_of_as_many(void **state) {
  const ToldTexts *told = *state;
  assert_int_equal(told_wrong(told->at, told->n, told->undated), 0);
}

#define TELLS_AS(told, undated) \
  cmocka_unit_test_prestate(tells_of_as_many, (&(ToldTexts){(told), sizeof(told) / sizeof *(told), (undated)}))
#define TELLS(told) TELLS_AS(told, false)
#define TELLS_UNDATED(told) TELLS_AS(told, true)

#endif
