/* daftar ingest: documents → a ledger. */
#include <inttypes.h>
#include <stdio.h>

#include "cli/input.h"
#include "cli/ledger_open.h"
#include "cli/out.h"
#include "cli/verbs.h"

typedef struct Run {
  Input input;
  uint64_t refused; /* that could not be coded */
} Run;

static void refused(void *context, const Document *d, ErrorCode code, const ErrorInfo *info) {
  Run *run = context;
  ErrorInfo named = *info;
  progress_clear(&run->input.progress);
  if (d->line)
    snprintf(named.what, sizeof named.what, "%.*s:%u", (int)(d->file.n < 200 ? d->file.n : 200), d->file.p, d->line);
  else
    snprintf(named.what, sizeof named.what, "%.*s", (int)(d->file.n < 240 ? d->file.n : 240), d->file.p);
  tell_error(code, &named);
  run->refused++;
}

static void put_count(Writer *w, uint64_t n, const char *what) {
  writer_lit(w, ", ");
  writer_u64(w, n);
  writer_byte(w, ' ');
  writer_put(w, str_of(what));
}

/* "120 documents new, 3 seen before, 2 near-copies, 1 refused, 187 records" */
static void put_counts(Writer *w, const LedgerCounts *c, uint64_t not_read) {
  writer_u64(w, c->documents);
  writer_put(w, str_of(c->documents == 1 ? " document new" : " documents new"));
  put_count(w, c->seen, "seen before");
  if (c->filled) put_count(w, c->filled, "completed");
  if (c->versions) put_count(w, c->versions, c->versions == 1 ? "new version" : "new versions");
  put_count(w, c->copies, c->copies == 1 ? "near-copy" : "near-copies");
  put_count(w, c->refused + not_read, "refused");
  put_count(w, c->records, c->records == 1 ? "record" : "records");
  writer_byte(w, '\n');
}

static ErrorCode add_all(Run *run, Ingest *ingest, ErrorInfo *info) {
  Document d;
  ErrorCode code = ERROR_OK;
  while (!code && input_next(&run->input, &d)) {
    input_dated(&run->input, &d);
    code = ingest_add(ingest, &d, info);
  }
  return code;
}

static int ingest_all(Run *run, Ledger *ledger, const Engine *engine, uint32_t threads) {
  IngestOptions options = {.engine = engine, .threads = threads, .refused = refused, .context = run};
  Ingest *ingest = NULL;
  LedgerCounts counts = {0};
  ErrorInfo info = {0}, late = {0};
  ErrorCode code = ingest_begin(ledger, &options, &ingest, &info);
  if (!code) {
    code = add_all(run, ingest, &info);
    ErrorCode ended = ingest_end(ingest, &counts, &late);
    if (!code && ended) {
      code = ended;
      info = late;
    }
  }
  uint64_t not_read = run->input.refused;
  int status = input_close(&run->input);
  if (code) {
    tell_error(code, &info);
    return EXIT_FAILED;
  }
  Out out;
  out_open(&out);
  put_counts(&out.writer, &counts, not_read);
  return out_close(&out, run->refused ? EXIT_REFUSED : status);
}

static int run(const Args *args) {
  Run run = {0};
  uint32_t threads = 0;
  if (args->value[ARG_THREADS] && (!str_to_u32(str_of(args->value[ARG_THREADS]), &threads) || !threads)) {
    tell(STR("--threads"), "\"%s\" is no number of threads", args->value[ARG_THREADS]);
    return EXIT_USAGE;
  }
  if (args->nfiles < 2) {
    tell(STR("ingest"), "give it a ledger and what to read: daftar ingest LEDGER FILE...");
    return EXIT_USAGE;
  }
  Args rest = behind_ledger(args);
  int code = input_open(&run.input, &rest);
  if (code) return code;
  progress_for_ledger(&run.input.progress, rest.files, rest.nfiles);
  Engine *engine = input_engine(args);
  Ledger *ledger = engine ? open_ledger(args, LEDGER_CREATE) : NULL;
  if (ledger) {
    code = ingest_all(&run, ledger, engine, threads);
  } else {
    input_close(&run.input);
    code = EXIT_FAILED;
  }
  ledger_close(ledger);
  engine_close(engine);
  return code;
}

const Verb verb_ingest = {
    .name = "ingest",
    .files = "LEDGER FILE...",
    .summary = "code documents into a ledger, and link their records into incidents",
    .options = ARGS_INPUT | ARG_BIT(ARG_DATA) | ARG_BIT(ARG_THREADS),
    .about = "Reads the documents, codes them and keeps them in LEDGER, one file, which is made where it is\n"
             "not there. What is in it already is passed over, so that an archive can be given again when it\n"
             "has grown, or when a run was interrupted. The last line counts the documents that are new,\n"
             "seen before, near-copies of others and refused (each is named), and the new records.",
    .examples = "  daftar ingest war.db archive/\n"
                "  daftar ingest --meta sheet.csv war.db scans/*.txt\n"
                "  daftar ingest --outlet \"...\" war.db channel.jsonl.gz",
    .run = run,
};
