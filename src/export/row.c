/* One way from the ledger to every layout: rows are read whole, masked, and only then seen by
 * whoever writes them, so that no layout can forget to mask. */
#include "export/row.h"

#include <math.h>

#include "export/mask_names.h"
#include "export/summary.h"

Cell cell_text(Str text) { return text.n ? (Cell){.kind = CELL_TEXT, .text = text} : (Cell){0}; }
Cell cell_date(Str day) {
  Cell cell = cell_text(day);
  if (day.n == 10 && day.p[4] == '-' && day.p[7] == '-') cell.kind = CELL_DATE;
  return cell;
}
Cell cell_whole(double n) { return isfinite(n) ? (Cell){.kind = CELL_WHOLE, .number = n} : (Cell){0}; }
Cell cell_real(double n) { return isfinite(n) ? (Cell){.kind = CELL_REAL, .number = n} : (Cell){0}; }
Cell cell_bool(bool value) { return (Cell){.kind = CELL_BOOL, .number = value}; }
Cell cell_end(int64_t end) { return end == LEDGER_OPEN ? (Cell){0} : cell_whole((double)end); }

Str cell_str(Arena *arena, Cell cell) {
  if (cell.kind == CELL_NONE) return STR("");
  if (cell.kind == CELL_TEXT || cell.kind == CELL_DATE) return cell.text;
  if (cell.kind == CELL_BOOL) return cell.number != 0 ? STR("true") : STR("false");
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  writer_number(&w, cell.number);
  return buffer_str(&buffer);
}

typedef struct Rows {
  const ExportOptions *options;
  const LedgerList *list;
  ExportRowFn *fn;
  LedgerRow *cells;
  void *context;
  uint64_t n;
  bool stopped;
  Arena words; /* of parties */
  NameTable parties;
  Arena arena; /* of a row of cells */
} Rows;

enum { ROWS_TELL = 500 };

static bool counted(Rows *r, bool more) {
  const ExportOptions *o = r->options;
  if (more && ++r->n % ROWS_TELL == 0 && o->progress && !o->progress(o->context, r->n)) {
    r->stopped = true;
    return false;
  }
  return more;
}

static ErrorCode ended(const Rows *r, ErrorCode code, ErrorInfo *info) {
  return !code && r->stopped ? error_set(info, ERROR_USAGE, STR("export"), 0, "stopped") : code;
}

static void begin(Rows *r) {
  arena_init(&r->words, (size_t)64 << 20);
  r->parties.arena = &r->words;
}

static LedgerFilter filter_of(const ExportOptions *o) {
  LedgerFilter filter = o->filter;
  if (!filter.engine) filter.engine = o->engine;
  return filter;
}

static bool at_incident(void *context, Arena *arena, const LedgerIncident *incident) {
  Rows *r = context;
  LedgerIncident masked = *incident;
  if (r->options->mask) {
    LedgerTold *told = ARENA_ARRAY(arena, LedgerTold, masked.ntold + 1);
    if (!told) return false;
    for (uint32_t i = 0; i < masked.ntold; i++) {
      told[i] = incident->told[i];
      mask_told(r->options->mask, arena, &told[i]);
      masked.place = mask_text(r->options->mask, arena, told[i].document, masked.place);
    }
    masked.told = told;
  }
  Summary summary = summary_of(arena, &masked);
  ExportRow row = {arena, r->options->engine, &masked, &summary, summary.main, &r->parties};
  return counted(r, r->fn(r->context, &row));
}

ErrorCode rows_incidents(Ledger *ledger, const ExportOptions *options, ExportRowFn *fn, void *context,
                         ErrorInfo *info) {
  Rows r = {.options = options, .fn = fn, .context = context};
  LedgerFilter filter = filter_of(options);
  begin(&r);
  ErrorCode code = ended(&r, ledger_walk_incidents(ledger, &filter, at_incident, &r, info), info);
  arena_fini(&r.words);
  return code;
}

static bool at_record(void *context, Arena *arena, const LedgerTold *told) {
  Rows *r = context;
  LedgerTold masked = *told;
  mask_told(r->options->mask, arena, &masked);
  Summary summary = summary_of_record(arena, &masked);
  ExportRow row = {arena, r->options->engine, NULL, &summary, &masked, &r->parties};
  return counted(r, r->fn(r->context, &row));
}

ErrorCode rows_records(Ledger *ledger, const LedgerList *list, const ExportOptions *options, ExportRowFn *fn,
                       void *context, ErrorInfo *info) {
  Rows r = {.options = options, .fn = fn, .context = context};
  LedgerFilter filter = filter_of(options);
  begin(&r);
  ErrorCode code = ended(&r, ledger_walk_records(ledger, list, &filter, at_record, &r, info), info);
  arena_fini(&r.words);
  return code;
}

bool rows_are_records(const LedgerList *list) {
  for (uint32_t i = 0; i < list->ncolumns; i++)
    if (str_eq(str_of(list->columns[i].name), STR("stance"))) return true;
  return false;
}

/* A list's cell: an address, a name alone, or a text. */
static Str mask_cell(Mask *mask, Arena *arena, const LedgerList *list, Str document, Str column, Str cell) {
  bool address = str_eq(column, STR("url")) || str_eq(column, STR("id")) || str_eq(column, STR("docs"));
  bool person = str_eq(column, STR("name")) && str_eq(str_of(list->name), STR("persons"));
  bool own = str_eq(column, STR("by")) || str_eq(column, STR("author"));
  if (person || (own && mask_everyone(mask))) return mask_person(mask, arena, document, cell);
  return address ? mask_url(mask, arena, document, cell) : mask_text(mask, arena, document, cell);
}

static bool at_cells(void *context, const Str *cells, uint32_t n) {
  enum { MOST = 64 };
  Rows *r = context;
  Mask *mask = r->options->mask;
  Str masked[MOST], document = STR("");
  if (!mask || n > MOST) return counted(r, r->cells(r->context, cells, n));
  arena_reset(&r->arena);
  for (uint32_t i = 0; i < r->list->ncolumns && i < n; i++)
    if (str_eq(str_of(r->list->columns[i].name), STR("document"))) document = cells[i];
  for (uint32_t i = 0; i < n; i++) {
    Str name = i < r->list->ncolumns ? str_of(r->list->columns[i].name) : STR("");
    masked[i] = mask_cell(mask, &r->arena, r->list, document, name, cells[i]);
  }
  return counted(r, arena_ok(&r->arena) && r->cells(r->context, masked, n));
}

ErrorCode rows_cells(Ledger *ledger, const LedgerList *list, const ExportOptions *options, LedgerRow *fn, void *context,
                     ErrorInfo *info) {
  Rows r = {.options = options, .list = list, .cells = fn, .context = context};
  LedgerFilter filter = filter_of(options);
  arena_init(&r.arena, (size_t)256 << 20);
  ErrorCode code = ended(&r, ledger_list(ledger, list, &filter, LEDGER_CELLS, at_cells, &r, info), info);
  arena_fini(&r.arena);
  return code;
}

/* ---- several lists in one file ---- */

static bool has_column(const LedgerList *list, Str name) {
  if (str_starts(name, STR("-"))) name = str_slice(name, 1, name.n);
  for (uint32_t i = 0; i < list->ncolumns; i++)
    if (str_eq(str_of(list->columns[i].name), name)) return true;
  return false;
}

ExportOptions rows_options(const LedgerList *list, const ExportOptions *options, bool *among) {
  ExportOptions o = *options;
  LedgerFilter *f = &o.filter, none = LEDGER_FILTER;
  *among = false;
  if (f->sort.n && !has_column(list, f->sort)) f->sort = STR_NONE;
  if (!str_eq(str_of(list->name), STR("findings"))) return o;
  *among = f->from != LEDGER_NO_DAY || f->to != LEDGER_NO_DAY || f->place.n || f->actor.n || f->person.n || f->type.n ||
           f->source.n || f->text.n || f->min_killed || f->reviewed || f->unreviewed || f->undated;
  none.engine = f->engine;
  none.sort = f->sort;
  o.filter = none;
  return o;
}

static bool keep_published(void *context, const Str *cells, uint32_t n) {
  Buffer *buffer = context;
  const LedgerList *list = ledger_list_of(STR("documents"));
  Writer w = writer_to_buffer(buffer);
  for (uint32_t i = 0; i < n && i < list->ncolumns; i++)
    if (str_eq(str_of(list->columns[i].name), STR("published"))) writer_put(&w, str_slice(cells[i], 0, 10));
  return false;
}

Str rows_newest(Ledger *ledger, Arena *arena) {
  LedgerFilter filter = LEDGER_FILTER;
  Buffer buffer = {.arena = arena};
  filter.limit = 1;
  if (ledger_list(ledger, ledger_list_of(STR("documents")), &filter, LEDGER_CELLS, keep_published, &buffer, NULL))
    return STR("2000-01-01");
  Str day = buffer_str(&buffer);
  return day.n == 10 ? day : STR("2000-01-01");
}
