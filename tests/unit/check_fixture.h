/* Records built by hand for the tests of findings, as short as a table row. */
#ifndef TEST_CHECK_FIXTURE_H
#define TEST_CHECK_FIXTURE_H

#include <math.h>

#include "check/check.h"
#include "ledger/link/tellings.h"

typedef struct Fixture {
  Arena arena;
  VEC(Record) records;
} Fixture;

static inline void fixture_init(Fixture *f) {
  *f = (Fixture){0};
  arena_init(&f->arena, 1 << 24);
}

static inline void fixture_fini(Fixture *f) { arena_fini(&f->arena); }

static inline Count exactly(double n) { return (Count){n, n, true, false}; }
static inline Count at_least(double n) { return (Count){n, INFINITY, true, false}; }
static inline Count about(double n) { return (Count){n, n, true, true}; }

static inline Quote said(const char *words) { return (Quote){str_of(words), {0, 0}}; }

/* What the mapping says of the types that the tests use. */
static inline Str fixture_plover(const char *type) {
  static const char *const coerce[] = {"operation", "arrest", "seizure"};
  for (size_t i = 0; i < sizeof coerce / sizeof *coerce; i++)
    if (str_eq(str_of(type), str_of(coerce[i]))) return STR("COERCE");
  return str_eq(str_of(type), STR("meeting")) ? STR("CONSULT") : STR("ASSAULT");
}

/* A record with an id; the sentence is given a span of its own. */
static inline Record *fixture_record(Fixture *f, const char *id, RecordKind kind, const char *type) {
  vec_push(&f->records, &f->arena,
           (Record){.id = str_of(id),
                    .kind = kind,
                    .type = str_of(type),
                    .plover = fixture_plover(type),
                    .stance = STR("asserted")});
  return &f->records.at[f->records.n - 1];
}

static inline void put_place(Fixture *f, Record *r, const char *id, const char *words, const char *country,
                             uint8_t precision) {
  Place *at = ARENA_ARRAY(&f->arena, Place, r->nplaces + 1);
  if (r->nplaces) memcpy(at, r->places, r->nplaces * sizeof *at);
  at[r->nplaces] = (Place){.quote = said(words),
                           .id = str_of(id),
                           .country = str_of(country),
                           .lat = NAN,
                           .lon = NAN,
                           .precision = precision,
                           .basis = STR("stated")};
  r->places = at;
  r->nplaces++;
}

static inline Outcome *put_outcome(Fixture *f, Record *r, const char *what, Count count, const char *status) {
  Outcome *at = ARENA_ARRAY(&f->arena, Outcome, r->noutcomes + 1);
  if (r->noutcomes) memcpy(at, r->outcomes, r->noutcomes * sizeof *at);
  at[r->noutcomes] = (Outcome){.what = str_of(what), .count = count, .status = str_of(status)};
  r->outcomes = at;
  return &at[r->noutcomes++];
}

static inline ActorList actors(Fixture *f, const char *id, const char *words) {
  Actor *a = ARENA_NEW(&f->arena, Actor);
  *a = (Actor){.quote = said(words), .id = str_of(id)};
  return (ActorList){a, 1};
}

static inline CheckDoc fixture_doc(const Fixture *f, const char *id, const char *outlet, const char *text) {
  return (CheckDoc){.id = str_of(id),
                    .outlet = str_of(outlet),
                    .text = str_of(text),
                    .records = f->records.at,
                    .nrecords = f->records.n};
}

/* How many findings of a kind the one document gives. */
static inline uint32_t found(Fixture *f, const char *kind) {
  CheckDoc doc = fixture_doc(f, "d", "outlet", "");
  CheckInput input = {.docs = &doc, .ndocs = 1};
  return check_run_kind(&f->arena, &input, str_of(kind)).list.n;
}

/* The same records as two documents: the first `n` in one, the rest in another. */
static inline uint32_t found_across(Fixture *f, uint32_t n, const char *kind) {
  CheckDoc docs[2] = {fixture_doc(f, "a", "first", "one text"), fixture_doc(f, "b", "second", "another text")};
  docs[0].published = docs[1].published = STR("2024-05-02");
  docs[0].nrecords = n;
  docs[1].records += n;
  docs[1].nrecords -= n;
  CheckInput input = {.docs = docs, .ndocs = 2};
  tellings_link(&f->arena, &input, NULL, 0, NULL);
  return check_run_kind(&f->arena, &input, str_of(kind)).list.n;
}

#endif
