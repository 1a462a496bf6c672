/* A ledger of its own for a group of tests, made once and only read then. */
#ifndef LEDGER_SETUP_H
#define LEDGER_SETUP_H

#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cmocka_all.h"
#include "ledger/ledger.h"

typedef struct LedgerSetup {
  Engine *engine;
  Ledger *ledger;
  Arena arena;
  char path[64];
} LedgerSetup;

/* Puts documents in, one after another, by ingest_add. */
typedef void LedgerFill(LedgerSetup *setup, Ingest *into);

/* `name`: the test's, for the file's name. The number of documents. */
static inline uint32_t ledger_begin(LedgerSetup *s, const char *name, LedgerFill *fill) {
  LedgerOptions how = {.mode = LEDGER_CREATE};
  Ingest *in = NULL;
  LedgerCounts counts;
  ErrorInfo info;
  assert_int_equal(engine_open(NULL, &s->engine, &info), ERROR_OK);
  arena_init(&s->arena, (size_t)1 << 30);
  snprintf(s->path, sizeof s->path, "%s_%ld.db", name, (long)getpid());
  IngestOptions with = {.engine = s->engine, .threads = 1};
  assert_int_equal(ledger_open(s->path, &how, &s->ledger, &info), ERROR_OK);
  assert_int_equal(ingest_begin(s->ledger, &with, &in, &info), ERROR_OK);
  fill(s, in);
  assert_int_equal(ingest_end(in, &counts, &info), ERROR_OK);
  return (uint32_t)counts.documents;
}

static inline void ledger_end(LedgerSetup *s) {
  ledger_close(s->ledger);
  unlink(s->path);
  engine_close(s->engine);
  arena_fini(&s->arena);
}

#endif
