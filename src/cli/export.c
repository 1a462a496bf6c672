/* daftar export: a ledger's incidents and records for other tools. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/io.h"
#include "cli/ledger_open.h"
#include "cli/ledger_rows.h"
#include "cli/out.h"
#include "cli/progress.h"
#include "cli/verbs.h"
#include "export/export.h"

enum { KEY_LEAST = 16, KEY_MOST = 1 << 20 };

static bool to_stdout(const Args *args) {
  return !args->value[ARG_OUTPUT] || strcmp(args->value[ARG_OUTPUT], "-") == 0;
}

static int wrong_layout(const char *name) {
  const char *names[EXPORT_LAYOUTS];
  for (uint32_t i = 0; i < EXPORT_LAYOUTS; i++) names[i] = export_layout((ExportLayout)i)->name;
  const char *near = nearest(name, names, EXPORT_LAYOUTS);
  tell(STR("--as"), "there is no layout \"%s\"%s%s%s; 'daftar export --help' names them", name,
       near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
  return EXIT_USAGE;
}

/* A file's ending says what is wanted where --as does not. */
static int read_layout(const Args *args, ExportLayout *layout) {
  const char *as = args->value[ARG_AS], *file = args->value[ARG_OUTPUT];
  const char *dot = file ? strrchr(file, '.') : NULL;
  if (as) return export_layout_of(str_of(as), layout) ? EXIT_DONE : wrong_layout(as);
  if (dot && export_layout_of(str_of(dot + 1), layout)) return EXIT_DONE;
  tell(STR("export"), "say what it shall be: --as csv, jsonl, xlsx, geojson, gpkg, acled, ged or plover");
  return EXIT_USAGE;
}

static int read_list(const Args *args, ExportOptions *o) {
  if (args->nfiles > 2) {
    tell(STR("export"), "give it a ledger and at most one list: daftar export LEDGER records --as csv");
    return EXIT_USAGE;
  }
  if (args->nfiles < 2) return EXIT_DONE;
  o->list = ledger_list_of(str_of(args->files[1]));
  if (!o->list) {
    tell(STR("export"), "there is no list of \"%s\"; 'daftar list --help' names them", args->files[1]);
    return EXIT_USAGE;
  }
  if (o->layout == EXPORT_CSV || o->layout == EXPORT_JSONL) return EXIT_DONE;
  tell(STR("export"), "%s has rows of its own; a list goes with csv and jsonl", export_layout(o->layout)->name);
  return EXIT_USAGE;
}

static int read_options(const Args *args, ExportOptions *o) {
  int code = read_layout(args, &o->layout);
  if (!code) code = read_list(args, o);
  if (!code) code = filter_read(args, 0, &o->filter);
  if (code) return code;
  if (args->value[ARG_REVIEWED_ONLY]) o->filter.reviewed = true;
  if (o->filter.reviewed && o->filter.unreviewed) {
    tell(STR("--reviewed-only"), "and --unreviewed leave nothing to export; give one of them");
    return EXIT_USAGE;
  }
  if (args->value[ARG_MASK_NAMES] && args->value[ARG_SHOW_NAMES]) {
    tell(STR("--mask-names"), "and --show-names ask for the opposite; give one of them");
    return EXIT_USAGE;
  }
  if (to_stdout(args) && !export_layout(o->layout)->stream) {
    tell(STR("export"), "%s is a file and no stream; name it: -o war.%s", export_layout(o->layout)->name,
         export_layout(o->layout)->suffix);
    return EXIT_USAGE;
  }
  return EXIT_DONE;
}

static void say_done(const ExportOptions *o, const char *file, const ExportCounts *counts) {
  const char *unit = counts->rows == 1 ? "row" : "rows";
  fprintf(stderr, "%s: %llu %s", file, (unsigned long long)counts->rows, unit);
  if (counts->left_out)
    fprintf(stderr, "; %llu more are nothing that %s has a place for", (unsigned long long)counts->left_out,
            export_layout(o->layout)->name);
  fprintf(stderr, "\n");
}

static bool step(void *context, uint64_t rows) {
  progress_step(context, 0, rows, 0);
  return true;
}

static int export_to(const Args *args, Ledger *ledger, ExportOptions *o) {
  Progress progress;
  ExportCounts counts = {0};
  ErrorInfo info = {0};
  ErrorCode code;
  int done = EXIT_DONE;
  progress_for_rows(&progress);
  /* On a terminal of its own a file is waited for with nothing else to see. */
  if (!to_stdout(args)) progress.on = isatty(STDERR_FILENO);
  o->progress = step;
  o->context = &progress;
  if (to_stdout(args)) {
    Out out;
    out_open(&out);
    code = export_write(ledger, o, &out.writer, &counts, &info);
    done = out_close(&out, EXIT_DONE);
  } else {
    code = export_file(ledger, o, args->value[ARG_OUTPUT], &counts, &info);
    progress_clear(&progress);
    if (!code) say_done(o, args->value[ARG_OUTPUT], &counts);
  }
  progress_clear(&progress);
  if (code) tell_error(code, &info);
  return code == ERROR_USAGE ? EXIT_USAGE : code ? EXIT_FAILED : done;
}

static int with_mask(const Args *args, Ledger *ledger, ExportOptions *o) {
  MaskWhom whom = args->value[ARG_MASK_NAMES]   ? MASK_EVERYONE
                  : args->value[ARG_SHOW_NAMES] ? MASK_NOBODY
                                                : MASK_PROTECTED;
  ErrorInfo info = {0};
  Arena arena;
  Str key = STR_NONE;
  arena_init(&arena, (size_t)4 << 20);
  ErrorCode code = ERROR_OK;
  if (args->value[ARG_MASK_KEY]) code = io_read_file(&arena, args->value[ARG_MASK_KEY], KEY_MOST, &key, &info);
  if (!code && args->value[ARG_MASK_KEY] && key.n < KEY_LEAST)
    code = error_set(&info, ERROR_USAGE, str_of(args->value[ARG_MASK_KEY]), 0,
                     "is too short a key: at least %d bytes that nobody can guess", KEY_LEAST);
  if (!code) code = mask_open(ledger, o->engine, whom, key, &o->mask, &info);
  if (code) tell_error(code, &info);
  int done = code == ERROR_USAGE ? EXIT_USAGE : code ? EXIT_FAILED : export_to(args, ledger, o);
  mask_close(o->mask);
  arena_fini(&arena);
  return done;
}

static int run(const Args *args) {
  ExportOptions options = {.filter = LEDGER_FILTER};
  int code = read_options(args, &options);
  if (code) return code;
  Ledger *ledger = open_ledger(args, LEDGER_READ);
  if (!ledger) return EXIT_FAILED;
  Engine *engine = rows_engine(args);
  options.engine = options.filter.engine = engine;
  code = engine ? with_mask(args, ledger, &options) : EXIT_FAILED;
  engine_close(engine);
  ledger_close(ledger);
  return code;
}

static void more(void) {
  printf("\nLayouts:\n"
         "  csv      one row an incident, or a row of LIST (records, tallies, findings, ...)\n"
         "  jsonl    the same as JSON with everything there is: each source's values, whole records\n"
         "  xlsx     a workbook from right to left, one sheet a kind\n"
         "  geojson  incidents as points (RFC 7946)\n"
         "  gpkg     a GeoPackage for QGIS: incidents and records as points, findings and documents\n"
         "  acled    the layout of ACLED's data, one row an incident\n"
         "  ged      the layout of UCDP GED's data, one row an incident with at least one killed\n"
         "  plover   the layout of PLOVER's events, one line of JSON a record\n"
         "The last three are the layout of those projects' files, not data from them.\n");
}

const Verb verb_export = {
    .name = "export",
    .files = "LEDGER [LIST]",
    .summary = "write a ledger's incidents and records for a spreadsheet, a map, other tools",
    .options = ARGS_FILTER | ARG_BIT(ARG_AS) | ARG_BIT(ARG_OUTPUT) | ARG_BIT(ARG_REVIEWED_ONLY) |
               ARG_BIT(ARG_MASK_NAMES) | ARG_BIT(ARG_SHOW_NAMES) | ARG_BIT(ARG_MASK_KEY) | ARG_BIT(ARG_DATA),
    .about = "Writes what meets every filter that is given, each row with its status (machine-coded, reviewed,\n"
             "corrected) and the version that coded it. Minors and persons in records of sexual violence get\n"
             "a pseudonym unless --show-names is given; --mask-names gives one to everybody but public actors.\n"
             "A file is written whole or not at all.",
    .examples = "  daftar export war.db --as xlsx -o war.xlsx\n"
                "  daftar export war.db --as csv --from 2024 --place SY > incidents.csv\n"
                "  daftar export war.db tallies --as csv -o tallies.csv\n"
                "  daftar export war.db --as acled --reviewed-only -o war-acled-layout.csv\n"
                "  daftar export war.db --as gpkg --mask-names -o war.gpkg",
    .run = run,
    .more = more,
};
