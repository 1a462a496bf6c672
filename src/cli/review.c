/* daftar review: what a person decides on what a program made. */
#include <stdio.h>

#include "cli/ledger_open.h"
#include "cli/ledger_rows.h"
#include "cli/out.h"
#include "cli/verbs.h"
#include "cli/who.h"

static int list_decisions(const Args *args) {
  LedgerFilter filter = LEDGER_FILTER;
  const LedgerList *list = ledger_list_of(STR("decisions"));
  ErrorInfo info = {0};
  bool more = false;
  Ledger *ledger = open_ledger(args, LEDGER_READ);
  if (!ledger) return EXIT_FAILED;
  Out out;
  out_open(&out);
  ErrorCode code = args_format_is(args, &verb_review, "jsonl") ? rows_jsonl(&out, ledger, list, &filter, &info)
                   : args_format_is(args, &verb_review, "csv")
                       ? rows_csv(&out, ledger, list, &filter, &info)
                       : rows_table(&out, ledger, list, &filter, NULL, &more, &info);
  if (code) tell_error(code, &info);
  ledger_close(ledger);
  return out_close(&out, code ? EXIT_FAILED : EXIT_DONE);
}

static int decide(const Args *args, const LedgerDecision *decision) {
  ErrorInfo info = {0};
  int64_t id = 0;
  Ledger *ledger = open_ledger(args, LEDGER_WRITE);
  if (!ledger) return EXIT_FAILED;
  ErrorCode code = ledger_decide(ledger, decision, &id, &info);
  ledger_close(ledger);
  if (code) {
    tell_error(code, &info);
    return code == ERROR_USAGE ? EXIT_USAGE : EXIT_FAILED;
  }
  printf("decision %lld\n", (long long)id);
  return fflush(stdout) == 0 ? EXIT_DONE : EXIT_FAILED;
}

/* correct ID FIELD VALUE; note ID TEXT */
static bool take_value(LedgerDecision *d, const char **words, uint32_t n) {
  if (d->verb == LEDGER_CORRECT) {
    if (n != 3) return tell(STR("correct"), "wants an id, a field and its value"), false;
    d->field = str_of(words[1]);
    d->value = strcmp(words[2], "none") == 0 ? STR("") : str_of(words[2]);
    d->ntargets = 1;
  }
  if (d->verb == LEDGER_NOTE) {
    if (n != 2) return tell(STR("note"), "wants an id and the note"), false;
    d->why = str_of(words[1]);
    d->ntargets = 1;
  }
  return true;
}

static int run(const Args *args) {
  enum { MOST = 256 };
  Str targets[MOST];
  char at[32];
  LedgerDecision d = {.at = who_now(at)};
  const char *verb = args->nfiles > 1 ? args->files[1] : "list";
  if (strcmp(verb, "list") == 0) return list_decisions(args);
  if (!ledger_verb_of(str_of(verb), &d.verb)) {
    tell(STR("review"), "\"%s\" is no decision; there are accept, reject, merge, split, correct, note, undo, and list",
         verb);
    return EXIT_USAGE;
  }
  const char **words = args->files + 2;
  uint32_t n = args->nfiles - 2;
  if (n > MOST) {
    tell(str_of(verb), "takes %d ids at most", MOST);
    return EXIT_USAGE;
  }
  for (uint32_t i = 0; i < n; i++) targets[i] = str_of(words[i]);
  d.targets = targets;
  d.ntargets = n;
  d.by = args->value[ARG_BY] ? str_of(args->value[ARG_BY]) : who_user();
  d.why = args->value[ARG_WHY] ? str_of(args->value[ARG_WHY]) : STR("");
  return take_value(&d, words, n) ? decide(args, &d) : EXIT_USAGE;
}

const Verb verb_review = {
    .name = "review",
    .files = "LEDGER DECISION...",
    .summary = "decide on what a ledger holds: accept, reject, merge, split, correct, note, undo",
    .formats = "table|jsonl|csv",
    .options = ARG_BIT(ARG_BY) | ARG_BIT(ARG_WHY),
    .about = "  accept ID...             incidents or records are right as they are\n"
             "  reject ID...             they are not; no list shows them any more\n"
             "  merge ID ID...           these are one incident\n"
             "  split RECORD...          these leave the incident they are in, together\n"
             "  correct ID FIELD VALUE   type, stance, time, killed, injured (12, 12-15, 12+) or place (an id);\n"
             "                           none: it is not told\n"
             "  note ID TEXT             a remark\n"
             "  undo NUMBER              a decision, by its number, holds no longer\n"
             "  list                     all decisions, with who and when, undone ones and orphans too\n\n"
             "Decisions are added and never changed. They hold on to their records through another ingest, a\n"
             "coding by a newer version and linking anew; one whose records are gone is an orphan.",
    .examples = "  daftar review war.db accept 1c0dcafc5ce74612\n"
                "  daftar review --why \"another town\" war.db split 25f4bd0a188048b1\n"
                "  daftar review --by rana war.db correct 25f4bd0a188048b1 killed 12-15\n"
                "  daftar review war.db list",
    .run = run,
};
