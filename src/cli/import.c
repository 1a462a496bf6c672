/* daftar import: a user's own incident sheet beside the ledger's incidents. */
#include <stdio.h>
#include <string.h>

#include "check/period.h"
#include "cli/ledger_open.h"
#include "cli/ledger_rows.h"
#include "cli/out.h"
#include "cli/plain.h"
#include "cli/verbs.h"
#include "ledger/list/sheet.h"
#include "record/csv.h"
#include "record/json.h"
#include "record/table.h"

enum { MISSING_ROWS = 100 };
#define COUNT(array) (sizeof(array) / sizeof *(array))

typedef enum Form { FORM_TEXT, FORM_JSONL, FORM_CSV } Form;

typedef struct Report {
  Out out;
  Arena arena; /* of a table, or of a line */
  Form form;
  Table *table;
  Str name;
  int64_t limit;
  uint64_t missing;
} Report;

static Str range_of(Arena *arena, LedgerRange r) {
  if (r.min == LEDGER_OPEN) return STR("");
  if (r.max == LEDGER_OPEN) return arena_printf(arena, "%lld+", (long long)r.min);
  if (r.max == r.min) return arena_printf(arena, "%lld", (long long)r.min);
  return arena_printf(arena, "%lld-%lld", (long long)r.min, (long long)r.max);
}

/* ---- rows ---- */

static void put_pair(Writer *w, bool *first, const char *key, Str value) {
  json_put_key(w, first, key);
  json_put_str_or_null(w, value);
}

static void put_match_json(Writer *w, const SheetMatch *m) {
  bool first = true;
  writer_byte(w, '{');
  put_pair(w, &first, "incident", m->incident);
  json_put_key(w, &first, "points");
  json_put_number(w, m->points);
  put_pair(w, &first, "parts", m->parts);
  writer_byte(w, '}');
}

static bool put_row_json(Report *r, const SheetResult *result) {
  Writer *w = &r->out.writer;
  const SheetEntry *e = &result->entry;
  bool first = true;
  writer_byte(w, '{');
  put_pair(w, &first, "sheet", r->name);
  json_put_key(w, &first, "line");
  json_put_number(w, e->line);
  for (uint32_t i = 0; i < SHEET_FIELDS; i++)
    if (e->value[i].n) put_pair(w, &first, sheet_field_name((SheetField)i), e->value[i]);
  put_pair(w, &first, "place_id", e->place_id);
  json_put_key(w, &first, "dated");
  json_put_bool(w, e->from != LEDGER_NO_DAY);
  json_put_key(w, &first, "matches");
  writer_byte(w, '[');
  for (uint32_t i = 0; i < result->n; i++) {
    if (i) writer_byte(w, ',');
    put_match_json(w, &result->matches[i]);
  }
  writer_byte(w, ']');
  json_put_key(w, &first, "nearest");
  if (result->near.incident.n)
    put_match_json(w, &result->near);
  else
    writer_lit(w, "null");
  writer_lit(w, "}\n");
  return out_step(&r->out);
}

static Str verdict_of(Arena *arena, const SheetResult *result) {
  if (result->entry.from == LEDGER_NO_DAY) return STR("no date that can be read");
  if (result->n) return result->matches[0].parts;
  if (!result->near.incident.n) return STR("not in the reports");
  return arena_printf(arena, "not in the reports; nearest is %.*s, %d points: %.*s", STR_ARG(result->near.incident),
                      result->near.points, STR_ARG(result->near.parts));
}

static bool put_row_csv(Report *r, const SheetResult *result) {
  Arena *a = &r->arena;
  const SheetEntry *e = &result->entry;
  bool any = result->n > 0;
  arena_reset(a);
  const Str cells[] = {arena_printf(a, "%u", e->line),
                       e->value[SHEET_DATE],
                       e->value[SHEET_PLACE],
                       range_of(a, e->killed),
                       any ? result->matches[0].incident : STR(""),
                       any ? arena_printf(a, "%d", result->matches[0].points) : STR(""),
                       verdict_of(a, result)};
  for (size_t i = 0; i < COUNT(cells); i++) {
    if (i) writer_byte(&r->out.writer, ',');
    csv_cell(&r->out.writer, cells[i]);
  }
  writer_lit(&r->out.writer, "\r\n");
  return out_step(&r->out);
}

/* The row as it was given, and below it what it is in the ledger. */
static bool put_row_text(Report *r, const SheetResult *result) {
  Writer *w = &r->out.writer;
  const SheetEntry *e = &result->entry;
  static const SheetField shown[] = {SHEET_ID, SHEET_DATE, SHEET_PLACE, SHEET_KILLED, SHEET_INJURED, SHEET_ACTOR};
  arena_reset(&r->arena);
  writer_put(w, arena_printf(&r->arena, "line %u", e->line));
  for (size_t i = 0; i < COUNT(shown); i++) {
    if (!e->value[shown[i]].n) continue;
    writer_lit(w, "  ");
    if (shown[i] == SHEET_KILLED || shown[i] == SHEET_INJURED)
      writer_put(w, arena_printf(&r->arena, "%s ", sheet_field_name(shown[i])));
    put_line_str(w, e->value[shown[i]]);
  }
  for (uint32_t i = 0; i < result->n; i++) {
    const SheetMatch *m = &result->matches[i];
    writer_put(w, arena_printf(&r->arena, "\n  %.*s  %d points: ", STR_ARG(m->incident), m->points));
    put_line_str(w, m->parts);
  }
  if (!result->n) {
    writer_lit(w, "\n  ");
    put_line_str(w, verdict_of(&r->arena, result));
  }
  writer_byte(w, '\n');
  return out_step(&r->out);
}

static bool put_row(void *context, const SheetResult *result) {
  Report *r = context;
  if (r->form == FORM_JSONL) return put_row_json(r, result);
  return r->form == FORM_CSV ? put_row_csv(r, result) : put_row_text(r, result);
}

/* ---- incidents that the sheet lacks ---- */

static bool put_missing(void *context, const LedgerIncident *i) {
  Report *r = context;
  Writer *w = &r->out.writer;
  if (r->limit && r->missing++ >= (uint64_t)r->limit) return false;
  if (r->form == FORM_JSONL) {
    bool first = true;
    writer_byte(w, '{');
    put_pair(w, &first, "missing", i->id);
    put_pair(w, &first, "type", i->type);
    put_pair(w, &first, "time", i->time);
    put_pair(w, &first, "place", i->place);
    put_pair(w, &first, "killed", range_of(&r->arena, i->killed));
    writer_lit(w, "}\n");
    return out_step(&r->out);
  }
  Str killed = range_of(&r->arena, i->killed), documents = arena_printf(&r->arena, "%lld", (long long)i->documents);
  const Str cells[] = {arena_str(&r->arena, i->id),
                       arena_str(&r->arena, i->time),
                       arena_str(&r->arena, i->type),
                       arena_str(&r->arena, i->place),
                       killed,
                       documents};
  table_row_str(r->table, cells);
  return arena_ok(&r->arena);
}

static const TableColumn missing_columns[] = {{"incident", 16, 16, 0, false}, {"time", 10, 21, 0, false},
                                              {"type", 9, 16, 0, false},      {"place", 8, 30, 0, false},
                                              {"killed", 6, 9, 0, true},      {"documents", 9, 9, 2, true}};

static ErrorCode tell_missing(Report *r, Ledger *ledger, ErrorInfo *info) {
  if (r->form == FORM_CSV) return ERROR_OK;
  if (r->form == FORM_TEXT) {
    arena_reset(&r->arena);
    r->table = table_new(&r->arena, missing_columns, COUNT(missing_columns));
  }
  ErrorCode code = sheet_missing(ledger, r->name, put_missing, r, info);
  if (code || r->form != FORM_TEXT) return code;
  writer_put(&r->out.writer, r->missing ? STR("\nIncidents of the sheet's days and countries that are not in it:\n\n")
                                        : STR("\nNo incident of the sheet's days and countries is missing in it.\n"));
  if (r->missing) table_write(r->table, &r->out.writer, out_width());
  if (r->limit && r->missing > (uint64_t)r->limit) writer_lit(&r->out.writer, "and more; --limit 0 shows all\n");
  return code;
}

static void tell_counts(const SheetCounts *c, const char *path) {
  fprintf(stderr, "%s: %u rows: %u in the reports, %u not", path, c->rows, c->matched, c->unmatched);
  if (c->undated) fprintf(stderr, ", %u without a date that can be read", c->undated);
  fprintf(stderr, c->new_rows ? "; %u rows kept\n" : "; nothing new to keep\n", c->new_rows);
}

static Str base_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return str_of(slash ? slash + 1 : path);
}

static ErrorCode match(Report *r, Ledger *ledger, const Engine *engine, const SheetFile *sheet,
                       const SheetColumns *columns, const char *path, ErrorInfo *info) {
  SheetCounts counts;
  if (r->form == FORM_CSV) writer_lit(&r->out.writer, "line,date,place,killed,incident,points,why\r\n");
  ErrorCode code = sheet_import(ledger, engine, r->name, sheet, columns, true, put_row, r, &counts, info);
  if (code) return code;
  code = tell_missing(r, ledger, info);
  if (!code) tell_counts(&counts, path);
  return code;
}

static int import_file(const Args *args, Ledger *ledger, const Engine *engine, Arena *arena) {
  const char *path = args->files[1];
  SheetFile sheet;
  SheetColumns columns;
  ErrorInfo info = {0};
  LedgerFilter filter = LEDGER_FILTER;
  Report report = {.name = base_name(path)};
  int usage = filter_read(args, MISSING_ROWS, &filter);
  if (usage) return usage;
  report.limit = filter.limit;
  report.form = args_format_is(args, &verb_import, "jsonl") ? FORM_JSONL
                : args_format_is(args, &verb_import, "csv") ? FORM_CSV
                                                            : FORM_TEXT;
  ErrorCode code = sheet_read(arena, path, &sheet, &info);
  Str map = args->value[ARG_MAP] ? str_of(args->value[ARG_MAP]) : STR_NONE;
  if (!code) code = sheet_columns(engine, arena, &sheet, map, &columns, &info);
  if (code) {
    tell_error(code, &info);
    return code == ERROR_USAGE ? EXIT_USAGE : EXIT_FAILED;
  }
  arena_init(&report.arena, (size_t)1 << 30);
  out_open(&report.out);
  code = match(&report, ledger, engine, &sheet, &columns, path, &info);
  if (code) tell_error(code, &info);
  arena_fini(&report.arena);
  return out_close(&report.out, code ? EXIT_FAILED : EXIT_DONE);
}

static int run(const Args *args) {
  if (args->nfiles != 2) {
    tell(STR("import"), "give it a ledger and one sheet: daftar import LEDGER sheet.csv");
    return EXIT_USAGE;
  }
  Arena arena;
  Ledger *ledger = open_ledger(args, LEDGER_WRITE);
  if (!ledger) return EXIT_FAILED;
  arena_init(&arena, (size_t)1 << 30);
  Engine *engine = rows_engine(args);
  int code = engine ? import_file(args, ledger, engine, &arena) : EXIT_FAILED;
  engine_close(engine);
  arena_fini(&arena);
  ledger_close(ledger);
  return code;
}

const Verb verb_import = {
    .name = "import",
    .files = "LEDGER SHEET.csv",
    .summary = "match your own sheet of incidents to the ledger's",
    .formats = "text|jsonl|csv",
    .options = ARG_BIT(ARG_MAP) | ARG_BIT(ARG_LIMIT) | ARG_BIT(ARG_DATA),
    .about = "Says of each row which incidents of the ledger it matches and by what points (day, place, killed,\n"
             "injured, actor, a name in the notes; six are a match), which rows are not in the reports, and which\n"
             "incidents of the sheet's days and countries are not in the sheet. Columns are found by their\n"
             "names, English or Arabic; --map names others. The rows are kept in the ledger as they are\n"
             "('daftar list LEDGER sheet'); the same sheet again changes nothing.",
    .examples = "  daftar import war.db mine.csv\n"
                "  daftar import --map \"When=date,Where=place,Dead=killed\" war.db mine.csv\n"
                "  daftar import --format jsonl war.db mine.csv > matches.jsonl",
    .run = run,
};
