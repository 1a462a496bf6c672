/* daftar check: what does not add up, within a report and between reports. */
#include "check/check.h"

#include <stdio.h>

#include "cli/input.h"
#include "cli/ledger_open.h"
#include "cli/out.h"
#include "cli/verbs.h"
#include "engine/explain.h"
#include "engine/keep.h"
#include "ledger/link/tellings.h"

/* Records are compared across documents, so all are kept; texts with them. */
static const size_t KEEP_BUDGET = (size_t)4 << 30;

typedef struct Kept {
  Arena arena;
  VEC(CheckDoc) docs;
} Kept;

static const CheckClash *keep_clashes(Kept *kept, Arena *work, const Analysis *a, Str text, uint32_t *n) {
  const ExplainClash *clashes = explain_clashes(work, a, n);
  CheckClash *out = ARENA_ARRAY(&kept->arena, CheckClash, *n);
  for (uint32_t i = 0; out && i < *n; i++) {
    Span span = clashes[i].quote.span;
    out[i] = (CheckClash){.quote = {str_slice(text, span.start, span.end), span},
                          .edtf = arena_str(&kept->arena, clashes[i].edtf),
                          .hijri = clashes[i].hijri};
  }
  return out;
}

static bool keep(Kept *kept, Arena *work, const Document *d, const Analysis *a) {
  uint32_t n = 0;
  const Record *records = analysis_records(a, &n);
  Arena *arena = &kept->arena;
  CheckDoc doc = {.id = arena_str(arena, d->id),
                  .published = arena_str(arena, d->published),
                  .outlet = arena_str(arena, d->outlet),
                  .text = arena_str(arena, analysis_text(a)->bytes)};
  doc.records = records_keep(arena, records, n, doc.text);
  doc.nrecords = doc.records ? n : 0;
  doc.clashes = keep_clashes(kept, work, a, doc.text, &doc.nclashes);
  return vec_push(&kept->docs, arena, doc) && arena_ok(arena);
}

static bool keep_all(Kept *kept, Input *input, const Engine *engine) {
  Document d;
  while (input_next(input, &d)) {
    const Analysis *a = input_analyse(input, engine, &d, false);
    if (!a || keep(kept, &input->work, &d, a)) continue;
    tell(STR("check"), "the documents are too many to compare at once (%zu GiB)", KEEP_BUDGET >> 30);
    return false;
  }
  return true;
}

static void put_findings(Writer *w, const Kept *kept, const Findings *findings, bool jsonl) {
  for (uint32_t i = 0; i < findings->list.n; i++) {
    if (jsonl) {
      check_json(w, &findings->list.at[i]);
      continue;
    }
    if (i) writer_byte(w, '\n');
    check_text(w, &findings->list.at[i], out_width());
  }
  if (jsonl) return;
  if (findings->list.n) writer_byte(w, '\n');
  writer_u64(w, findings->list.n);
  writer_put(w, str_of(findings->list.n == 1 ? " finding in " : " findings in "));
  writer_u64(w, kept->docs.n);
  writer_put(w, str_of(kept->docs.n == 1 ? " document\n" : " documents\n"));
}

static int check_all(Kept *kept, Input *input, const Engine *engine, const Args *args) {
  if (!keep_all(kept, input, engine)) {
    input_close(input);
    return EXIT_FAILED;
  }
  int code = input_close(input);
  CheckInput all = {.docs = kept->docs.at, .ndocs = kept->docs.n};
  tellings_link(&kept->arena, &all, NULL, 0, NULL);
  Findings findings = check_run(&kept->arena, &all);
  if (!arena_ok(&kept->arena)) {
    tell(STR("check"), "out of memory");
    return EXIT_FAILED;
  }
  Out out;
  out_open(&out);
  put_findings(&out.writer, kept, &findings, args_format_is(args, &verb_check, "jsonl"));
  if (args->value[ARG_FAIL] && findings.list.n) code = EXIT_FINDINGS;
  return out_close(&out, code);
}

/* ---- a ledger's ---- */

typedef struct Shown {
  Out out;
  bool jsonl;
  uint64_t n;
} Shown;

static bool show(void *context, const Str *cells, uint32_t n) {
  Shown *shown = context;
  Writer *w = &shown->out.writer;
  (void)n;
  shown->n++;
  if (shown->jsonl) {
    writer_put(w, cells[0]);
    writer_byte(w, '\n');
    return out_step(&shown->out);
  }
  Arena arena;
  Finding finding;
  arena_init(&arena, KEEP_BUDGET);
  if (shown->n > 1) writer_byte(w, '\n');
  if (ledger_finding(&arena, cells[0], &finding)) check_text(w, &finding, out_width());
  arena_fini(&arena);
  return out_step(&shown->out);
}

static int check_ledger(const Args *args) {
  Shown shown = {.jsonl = args_format_is(args, &verb_check, "jsonl")};
  LedgerFilter all = LEDGER_FILTER;
  ErrorInfo info = {0};
  Ledger *ledger = open_ledger(args, LEDGER_READ);
  if (!ledger) return EXIT_FAILED;
  out_open(&shown.out);
  ErrorCode code = ledger_list(ledger, ledger_list_of(STR("findings")), &all, LEDGER_JSON, show, &shown, &info);
  ledger_close(ledger);
  if (code) {
    tell_error(code, &info);
    return out_close(&shown.out, EXIT_FAILED);
  }
  if (!shown.jsonl) {
    if (shown.n) writer_byte(&shown.out.writer, '\n');
    writer_u64(&shown.out.writer, shown.n);
    writer_put(&shown.out.writer, str_of(shown.n == 1 ? " finding in the ledger\n" : " findings in the ledger\n"));
  }
  return out_close(&shown.out, args->value[ARG_FAIL] && shown.n ? EXIT_FINDINGS : EXIT_DONE);
}

static int run(const Args *args) {
  if (args->nfiles && ledger_is(args->files[0])) {
    if (args->nfiles == 1) return check_ledger(args);
    tell(str_of(args->files[0]), "is a ledger; check it by itself, or ingest the other files into it");
    return EXIT_USAGE;
  }
  Input input;
  Engine *engine = NULL;
  int code = input_begin(&input, args, &engine);
  if (code) return code;
  Kept kept = {0};
  arena_init(&kept.arena, KEEP_BUDGET);
  code = check_all(&kept, &input, engine, args);
  arena_fini(&kept.arena);
  engine_close(engine);
  return code;
}

/* The kinds of findings, from the table that runs them. */
static void more(void) {
  uint32_t n = 0;
  const CheckKind *kinds = check_kinds(&n);
  printf("\nFindings:\n");
  for (uint32_t i = 0; i < n; i++)
    if (kinds[i].run && kinds[i].scope != CHECK_LEDGER) printf("  %-12s %s\n", kinds[i].name, kinds[i].fires);
}

const Verb verb_check = {
    .name = "check",
    .files = "LEDGER|FILE...",
    .summary = "show what does not add up in reports, with sentences and arithmetic",
    .formats = "table|jsonl",
    .options = ARGS_INPUT | ARG_BIT(ARG_DATA) | ARG_BIT(ARG_FAIL),
    .about = "Codes the documents and looks for what does not add up. A finding speaks of this telling\n"
             "of a matter, not of the matter: the slip may be the outlet's. It shows its sentences and\n"
             "its arithmetic. All documents are compared at once. Of a ledger it prints the findings that\n"
             "are kept in it.",
    .examples = "  daftar check --published 2024-07-17 report.txt\n"
                "  daftar check war.db\n"
                "  daftar check --fail --format jsonl statements/ > findings.jsonl",
    .run = run,
    .more = more,
};
