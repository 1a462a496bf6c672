/* daftar list: rows of a ledger. */
#include <stdio.h>

#include "cli/ledger_open.h"
#include "cli/ledger_rows.h"
#include "cli/out.h"
#include "cli/verbs.h"

enum { TABLE_ROWS = 100 };

static int wrong_list(const char *name) {
  const char *names[16];
  uint32_t n = 0;
  for (const LedgerList *l; n < 16 && (l = ledger_list_at(n)) != NULL; n++) names[n] = l->name;
  const char *near = nearest(name, names, n);
  tell(STR("list"), "there is no list of \"%s\"%s%s%s; 'daftar list --help' names them", name,
       near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
  return EXIT_USAGE;
}

static int list(const Args *args, Ledger *ledger, const LedgerList *list, const LedgerFilter *filter) {
  Out out;
  ErrorInfo info = {0};
  ErrorCode code = ERROR_OK;
  bool more = false;
  out_open(&out);
  if (args_format_is(args, &verb_list, "jsonl")) {
    code = rows_jsonl(&out, ledger, list, filter, &info);
  } else if (args_format_is(args, &verb_list, "csv")) {
    code = rows_csv(&out, ledger, list, filter, &info);
  } else {
    code = rows_table(&out, ledger, list, filter, NULL, &more, &info);
    if (more) {
      writer_lit(&out.writer, "and more; --limit 0 shows all\n");
    }
  }
  if (!code) return out_close(&out, EXIT_DONE);
  tell_error(code, &info);
  return out_close(&out, code == ERROR_USAGE ? EXIT_USAGE : EXIT_FAILED);
}

static int run(const Args *args) {
  LedgerFilter filter = LEDGER_FILTER;
  if (args->nfiles != 2) {
    tell(STR("list"), "give it a ledger and what to list: daftar list LEDGER incidents");
    return EXIT_USAGE;
  }
  const LedgerList *of = ledger_list_of(str_of(args->files[1]));
  if (!of) return wrong_list(args->files[1]);
  bool table = args_format_is(args, &verb_list, "table");
  int code = filter_read(args, table ? TABLE_ROWS : 0, &filter);
  if (code) return code;
  Ledger *ledger = open_ledger(args, LEDGER_READ);
  if (!ledger) return EXIT_FAILED;
  Engine *engine = NULL;
  if (ledger_filter_has_words(ledger, &filter)) filter.engine = engine = rows_engine(args);
  code = list(args, ledger, of, &filter);
  engine_close(engine);
  ledger_close(ledger);
  return code;
}

static void more(void) {
  printf("\nLists:\n");
  const LedgerList *l;
  for (uint32_t i = 0; (l = ledger_list_at(i)) != NULL; i++) printf("  %-12s %s\n", l->name, l->what);
}

const Verb verb_list = {
    .name = "list",
    .files = "LEDGER LIST",
    .summary = "list what a ledger holds: incidents, tallies, findings, documents, ...",
    .formats = "table|jsonl|csv",
    .options = ARGS_FILTER | ARG_BIT(ARG_DATA),
    .about = "Prints the rows of one list that meet every filter that is given. A table shows the first\n"
             "hundred unless --limit says otherwise; jsonl and csv give all, with every column.",
    .examples = "  daftar list war.db incidents --from 2024-01 --place SY --min-killed 10\n"
                "  daftar list war.db incidents --format jsonl > incidents.jsonl\n"
                "  daftar list war.db documents --undated\n"
                "  daftar list war.db records --type airstrike --source \"...\" --sort -killed",
    .run = run,
    .more = more,
};
