#include "cli/ledger_rows.h"

#include "check/period.h"
#include "cli/input.h"
#include "record/csv.h"
#include "record/table.h"

enum { MOST_COLUMNS = 40 };

static Str value_of(const Args *args, ArgId id) { return args->value[id] ? str_of(args->value[id]) : STR(""); }

static bool read_day(const Args *args, ArgId id, const char *name, bool end, int64_t *day) {
  if (!args->value[id]) return true;
  Period p = period_of(str_of(args->value[id]));
  if (p.known) *day = end ? p.to : p.from;
  if (!p.known) tell(str_of(name), "\"%s\" is no date such as 2024, 2024-06 or 2024-06-03", args->value[id]);
  return p.known;
}

static bool read_count(const Args *args, ArgId id, const char *name, int64_t *out) {
  uint32_t n = 0;
  if (!args->value[id]) return true;
  bool good = str_to_u32(str_of(args->value[id]), &n);
  *out = n;
  if (!good) tell(str_of(name), "\"%s\" is no number", args->value[id]);
  return good;
}

int filter_read(const Args *args, int64_t limit, LedgerFilter *f) {
  f->limit = limit;
  f->place = value_of(args, ARG_PLACE);
  f->actor = value_of(args, ARG_ACTOR);
  f->person = value_of(args, ARG_PERSON);
  f->type = value_of(args, ARG_TYPE);
  f->source = value_of(args, ARG_SOURCE);
  f->text = value_of(args, ARG_TEXT);
  f->sort = value_of(args, ARG_SORT);
  f->reviewed = args->value[ARG_REVIEWED] != NULL;
  f->unreviewed = args->value[ARG_UNREVIEWED] != NULL;
  f->undated = args->value[ARG_UNDATED] != NULL;
  if (f->reviewed && f->unreviewed) {
    tell(STR("--reviewed"), "and --unreviewed leave nothing to show; give one of them");
    return EXIT_USAGE;
  }
  bool good = read_day(args, ARG_FROM, "--from", false, &f->from) && read_day(args, ARG_TO, "--to", true, &f->to) &&
              read_count(args, ARG_MIN_KILLED, "--min-killed", &f->min_killed) &&
              read_count(args, ARG_LIMIT, "--limit", &f->limit);
  return good ? EXIT_DONE : EXIT_USAGE;
}

Engine *rows_engine(const Args *args) { return input_engine(args); }

/* ---- jsonl, csv ---- */

static bool put_line(void *context, const Str *cells, uint32_t n) {
  Out *out = context;
  (void)n;
  writer_put(&out->writer, cells[0]);
  writer_byte(&out->writer, '\n');
  return out_step(out);
}

ErrorCode rows_jsonl(Out *out, Ledger *ledger, const LedgerList *list, const LedgerFilter *filter, ErrorInfo *info) {
  return ledger_list(ledger, list, filter, LEDGER_JSON, put_line, out, info);
}

static bool put_cells(void *context, const Str *cells, uint32_t n) {
  Out *out = context;
  for (uint32_t i = 0; i < n; i++) {
    if (i) writer_byte(&out->writer, ',');
    csv_cell(&out->writer, cells[i]);
  }
  writer_lit(&out->writer, "\r\n");
  return out_step(out);
}

ErrorCode rows_csv(Out *out, Ledger *ledger, const LedgerList *list, const LedgerFilter *filter, ErrorInfo *info) {
  Str names[MOST_COLUMNS];
  for (uint32_t i = 0; i < list->ncolumns; i++) names[i] = str_of(list->columns[i].name);
  put_cells(out, names, list->ncolumns);
  return ledger_list(ledger, list, filter, LEDGER_CELLS, put_cells, out, info);
}

/* ---- tables ---- */

typedef struct TableRun {
  Arena arena;
  Table *table;
  uint32_t shown[MOST_COLUMNS], nshown;
  int64_t rows, limit;
} TableRun;

static bool named(const char *columns, Str name) {
  for (Str rest = str_of(columns); rest.n;)
    if (str_eq(str_cut(&rest, ' '), name)) return true;
  return false;
}

static bool put_row(void *context, const Str *cells, uint32_t n) {
  TableRun *t = context;
  Str kept[MOST_COLUMNS];
  if (t->limit && t->rows++ >= t->limit) return false;
  for (uint32_t i = 0; i < t->nshown && t->shown[i] < n; i++) kept[i] = arena_str(&t->arena, cells[t->shown[i]]);
  table_row_str(t->table, kept);
  return arena_ok(&t->arena);
}

ErrorCode rows_table(Out *out, Ledger *ledger, const LedgerList *list, const LedgerFilter *filter, const char *columns,
                     bool *more, ErrorInfo *info) {
  TableRun t = {.limit = filter->limit};
  TableColumn shown[MOST_COLUMNS];
  LedgerFilter one_more = *filter;
  if (filter->limit) one_more.limit++;
  for (uint32_t i = 0; i < list->ncolumns; i++) {
    const LedgerColumn *c = &list->columns[i];
    if (columns ? !named(columns, str_of(c->name)) : !c->least) continue;
    shown[t.nshown] = (TableColumn){c->name,
                                    c->least  ? c->least
                                    : c->most ? c->most
                                              : 6,
                                    c->most ? c->most : 40, c->drop, c->right};
    t.shown[t.nshown++] = i;
  }
  arena_init(&t.arena, (size_t)1 << 30);
  t.table = table_new(&t.arena, shown, t.nshown);
  ErrorCode code = ledger_list(ledger, list, &one_more, LEDGER_CELLS, put_row, &t, info);
  if (!code) table_write(t.table, &out->writer, out_width());
  *more = t.limit && t.rows > t.limit;
  if (!code && !arena_ok(&t.arena))
    code = error_set(info, ERROR_MEMORY, STR("list"), 0, "too many rows for one table; --format csv takes any number");
  arena_fini(&t.arena);
  return code;
}
