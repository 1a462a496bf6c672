/* daftar set, daftar recode: documents of a ledger coded again. */
#include <stdio.h>

#include "cli/input.h"
#include "cli/ledger_open.h"
#include "cli/out.h"
#include "cli/verbs.h"

static int set_one(const Args *args, Ledger *ledger, const Engine *engine) {
  Str published = str_of(args->value[ARG_PUBLISHED]), outlet = str_of(args->value[ARG_OUTLET]);
  ErrorInfo info = {0};
  uint32_t found = 0;
  ErrorCode code = ledger_set(ledger, engine, str_of(args->files[1]), args->value[ARG_PUBLISHED] ? &published : NULL,
                              args->value[ARG_OUTLET] ? &outlet : NULL, &found, &info);
  if (code) {
    tell_error(code, &info);
    return EXIT_FAILED;
  }
  if (found == 1) {
    Out out;
    out_open(&out);
    writer_lit(&out.writer, "1 document coded again\n");
    return out_close(&out, EXIT_DONE);
  }
  if (found)
    tell(str_of(args->files[1]), "names %u documents; give the key of one ('daftar list LEDGER documents')", found);
  else
    tell(str_of(args->files[1]), "is no document of this ledger");
  return EXIT_FAILED;
}

/* Opens the engine and the ledger, does the work and closes them. */
static int with_ledger(const Args *args, int (*work)(const Args *, Ledger *, const Engine *)) {
  Engine *engine = input_engine(args);
  Ledger *ledger = engine ? open_ledger(args, LEDGER_WRITE) : NULL;
  int code = ledger ? work(args, ledger, engine) : EXIT_FAILED;
  ledger_close(ledger);
  engine_close(engine);
  return code;
}

static int run_set(const Args *args) {
  if (args->nfiles != 2 || (!args->value[ARG_PUBLISHED] && !args->value[ARG_OUTLET])) {
    tell(STR("set"), "give it a ledger, a document, and --published or --outlet");
    return EXIT_USAGE;
  }
  if (args->value[ARG_PUBLISHED] && !engine_published_ok(str_of(args->value[ARG_PUBLISHED]))) {
    tell(STR("--published"), "\"%s\" is no date such as 2024-07-17", args->value[ARG_PUBLISHED]);
    return EXIT_USAGE;
  }
  return with_ledger(args, set_one);
}

const Verb verb_set = {
    .name = "set",
    .files = "LEDGER DOCUMENT",
    .summary = "give a document of a ledger its date or outlet, and code it again",
    .options = ARG_BIT(ARG_PUBLISHED) | ARG_BIT(ARG_OUTLET) | ARG_BIT(ARG_DATA),
    .about = "For what came without them. \"Yesterday\" is counted from the date of publication, so that the\n"
             "document is coded anew; its older coding stays in the ledger.",
    .examples = "  daftar list war.db documents --undated\n"
                "  daftar set --published 2024-07-17 war.db scans/003.txt",
    .run = run_set,
};

static int recode(const Args *args, Ledger *ledger, const Engine *engine) {
  LedgerCounts counts = {0};
  ErrorInfo info = {0};
  IngestOptions options = {.engine = engine};
  ErrorCode code = ledger_recode(ledger, &options, args->value[ARG_ALL] != NULL, &counts, &info);
  if (code) {
    tell_error(code, &info);
    return EXIT_FAILED;
  }
  Out out;
  out_open(&out);
  writer_u64(&out.writer, counts.filled);
  writer_put(&out.writer, str_of(counts.filled == 1 ? " document coded again, " : " documents coded again, "));
  writer_u64(&out.writer, counts.records);
  writer_put(&out.writer, str_of(counts.records == 1 ? " record\n" : " records\n"));
  return out_close(&out, counts.refused ? EXIT_REFUSED : EXIT_DONE);
}

static int run_recode(const Args *args) {
  if (args->nfiles != 1) {
    tell(STR("recode"), "give it one ledger");
    return EXIT_USAGE;
  }
  return with_ledger(args, recode);
}

const Verb verb_recode = {
    .name = "recode",
    .files = "LEDGER",
    .summary = "code a ledger's documents again with this version and its data",
    .options = ARG_BIT(ARG_DATA) | ARG_BIT(ARG_ALL),
    .about = "Codes every document whose records were made by another version of the program or its data.\n"
             "The older codings stay in the ledger; a reviewer's decisions go over to the new records.",
    .examples = "  daftar recode war.db\n"
                "  daftar recode --data my-data/ --all war.db",
    .run = run_recode,
};
