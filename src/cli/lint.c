/* daftar lint: does a folder of data compile, and do its frames do what their examples say? */
#include "engine/lint.h"
#include "cli/input.h"
#include "cli/out.h"
#include "cli/verbs.h"

static const size_t BUDGET = (size_t)2 << 30;

static void put_report(Writer *w, const LintReport *report) {
  for (uint32_t i = 0; i < report->faults.n; i++) {
    const LintFault *fault = &report->faults.at[i];
    if (fault->file.n) {
      writer_put(w, fault->file);
      writer_byte(w, ':');
      writer_u64(w, fault->line);
      writer_lit(w, ": ");
    }
    writer_put(w, fault->text);
    writer_byte(w, '\n');
  }
  struct {
    uint64_t n;
    const char *what;
  } const counts[] = {{report->frames, " frames, "},
                      {report->examples, " examples, "},
                      {report->near_misses, " near-misses, "},
                      {report->faults.n, " faults\n"}};
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
    writer_u64(w, counts[i].n);
    writer_put(w, str_of(counts[i].what));
  }
}

static ErrorCode lint(Arena *arena, const char *folder, LintReport *report, ErrorInfo *info) {
  Engine *engine = NULL;
  Source source = {.arena = arena};
  ErrorCode code = source_add_folder(&source, folder, info);
  if (!code) code = engine_open(folder, &engine, info);
  if (!code) code = engine_lint(engine, arena, &source, report, info);
  engine_close(engine);
  return code;
}

static int run(const Args *args) {
  Arena arena;
  Out out;
  ErrorInfo info = {0};
  LintReport report = {0};
  if (args->nfiles != 1) {
    tell(STR("lint"), "give it one folder; 'daftar lint --help' tells more");
    return EXIT_USAGE;
  }
  arena_init(&arena, BUDGET);
  out_open(&out);
  ErrorCode code = lint(&arena, args->files[0], &report, &info);
  if (code)
    tell_error(code, &info);
  else
    put_report(&out.writer, &report);
  int status = out_close(&out, code ? EXIT_FAILED : report.faults.n ? EXIT_REFUSED : EXIT_DONE);
  arena_fini(&arena);
  return status;
}

const Verb verb_lint = {
    .name = "lint",
    .files = "DIR",
    .summary = "check a folder of data: does it compile, do its frames keep their examples",
    .formats = NULL,
    .options = 0,
    .about = "Compiles the folder and runs every frame on its example, which must give what it says,\n"
             "and on its near-miss, which must give nothing. Each failure names file and line,\n"
             "and makes the exit status 1. A folder that lacks some of the built-in files is laid over\n"
             "them; one that has them all stands alone.",
    .examples = "  daftar lint data",
    .run = run,
};
