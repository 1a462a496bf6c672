/* daftar show: one incident, record, document or finding of a ledger. */
#include "cli/ledger_open.h"
#include "cli/ledger_rows.h"
#include "cli/out.h"
#include "cli/plain.h"
#include "cli/verbs.h"
#include "export/summary.h"
#include "ledger/list/updates.h"

typedef struct Show {
  Ledger *ledger;
  Arena arena;
  Out out;
  ErrorInfo info;
} Show;

static ErrorCode put_records(Show *s, const LedgerFilter *filter, const char *columns) {
  bool more = false;
  return rows_table(&s->out, s->ledger, ledger_list_of(STR("records")), filter, columns, &more, &s->info);
}

static bool put_sentence(void *context, const Str *cells, uint32_t n) {
  Show *s = context;
  Writer *w = &s->out.writer;
  const LedgerList *records = ledger_list_of(STR("records"));
  writer_byte(w, '\n');
  for (uint32_t i = 0; i < n; i++) {
    Str name = str_of(records->columns[i].name);
    bool head = str_eq(name, STR("record")) || str_eq(name, STR("outlet")) || str_eq(name, STR("published"));
    if (head && cells[i].n) {
      if (i) writer_lit(w, "  ");
      put_line_str(w, cells[i]);
    }
    if (!str_eq(name, STR("sentence"))) continue;
    writer_lit(w, "\n  ");
    put_line_str(w, cells[i]);
    writer_byte(w, '\n');
  }
  return out_step(&s->out);
}

static ErrorCode put_sentences(Show *s, const LedgerFilter *filter) {
  return ledger_list(s->ledger, ledger_list_of(STR("records")), filter, LEDGER_CELLS, put_sentence, s, &s->info);
}

/* The range of a field, where it has one. */
static Str range_of(Show *s, const LedgerIncident *incident, FieldId field) {
  if (field != FIELD_KILLED && field != FIELD_INJURED) return STR("");
  return range_str(&s->arena, field == FIELD_KILLED ? incident->killed : incident->injured);
}

static bool is_over(const Updates *updates, const LedgerTold *told, FieldId field) {
  return (field == FIELD_KILLED && update_over(updates, told, UPDATE_OF_KILLED)) ||
         (field == FIELD_INJURED && update_over(updates, told, UPDATE_OF_INJURED)) ||
         (field == FIELD_STANCE && update_over(updates, told, UPDATE_OF_STANCE));
}

/* "killed 12, then 15: raised (Sahel 2024-05-03)" */
static Str update_words(Arena *arena, const Update *u) {
  static const char *const how[] = {"raised", "lowered", "some of the injured died"};
  Str source = told_source(arena, u->after);
  if (u->how == UPDATE_DENIED) return arena_printf(arena, "denied (%.*s)", STR_ARG(source));
  Str was = range_str(arena, u->was), now = range_str(arena, u->now);
  return arena_printf(arena, "%s %.*s, then %.*s: %s (%.*s)", u->of == UPDATE_OF_KILLED ? "killed" : "injured",
                      STR_ARG(was), STR_ARG(now), how[u->how], STR_ARG(source));
}

/* Each value of each field, and who tells it. */
static ErrorCode put_fields(Show *s, Str id) {
  LedgerIncident incident;
  bool found;
  Writer *w = &s->out.writer;
  ErrorCode code = ledger_incident(s->ledger, id, NULL, &s->arena, &incident, &found, &s->info);
  if (code || !found) return code;
  Updates updates = {0};
  updates_of(&s->arena, &incident, &updates);
  writer_lit(w, "\nWho tells what:\n");
  for (uint32_t f = 0; f < FIELDS; f++) {
    FieldValues values = {0};
    field_values(&s->arena, &incident, (FieldId)f, &values);
    Str range = range_of(s, &incident, (FieldId)f);
    if (!values.list.n) continue;
    writer_put(w, arena_printf(&s->arena, "  %s%s%.*s\n", field_name((FieldId)f), range.n ? ": " : "", STR_ARG(range)));
    for (uint32_t i = 0; i < values.list.n; i++) {
      writer_lit(w, "    ");
      put_line_str(w, values.list.at[i].value);
      writer_lit(w, "  ");
      put_line_str(w, told_source(&s->arena, values.list.at[i].told));
      if (is_over(&updates, values.list.at[i].told, (FieldId)f)) writer_lit(w, "  (updated since)");
      writer_byte(w, '\n');
    }
  }
  if (updates.list.n) writer_lit(w, "\nWhat a source told anew:\n");
  for (uint32_t i = 0; i < updates.list.n; i++) {
    writer_lit(w, "  ");
    put_line_str(w, update_words(&s->arena, &updates.list.at[i]));
    writer_byte(w, '\n');
  }
  if (incident.sheet.n) writer_lit(w, "\nIn your own sheet: ");
  put_line_str(w, incident.sheet);
  if (incident.sheet.n) writer_byte(w, '\n');
  return ERROR_OK;
}

/* Every source's values side by side, the words they stand on, why they are one incident. */
static ErrorCode put_incident(Show *s, Str id) {
  LedgerFilter filter = LEDGER_FILTER;
  Str points;
  filter.incident = id;
  filter.sort = STR("published");
  writer_lit(&s->out.writer, "incident ");
  writer_put(&s->out.writer, id);
  writer_lit(&s->out.writer, "\n\n");
  ErrorCode code = put_records(s, &filter, "record doc outlet published type time place killed injured status");
  if (!code) code = put_sentences(s, &filter);
  if (!code) code = put_fields(s, id);
  if (!code) code = ledger_points(s->ledger, id, &s->arena, &points, &s->info);
  if (code || !points.n) return code;
  writer_lit(&s->out.writer, "\nWhy they are one:\n");
  while (points.n) {
    put_line_str(&s->out.writer, str_cut(&points, '\n'));
    writer_byte(&s->out.writer, '\n');
  }
  return ERROR_OK;
}

static ErrorCode put_document(Show *s, Str id) {
  LedgerFilter filter = LEDGER_FILTER;
  Str text;
  filter.document = id;
  ErrorCode code = ledger_text(s->ledger, id, &s->arena, &text, &s->info);
  if (code) return code;
  writer_lit(&s->out.writer, "document ");
  writer_put(&s->out.writer, id);
  writer_lit(&s->out.writer, "\n\n");
  if (s->out.terminal)
    put_text_str(&s->out.writer, text);
  else
    writer_put(&s->out.writer, text);
  writer_lit(&s->out.writer, "\n\n");
  return put_records(s, &filter, "record kind type time place killed injured incident status");
}

static ErrorCode put_json(Show *s, LedgerKind kind, Str id, bool line) {
  Str json;
  ErrorCode code = ledger_show(s->ledger, kind, id, &s->arena, &json, &s->info);
  if (code) return code;
  Finding finding;
  if (line || kind != LEDGER_FINDING) {
    writer_put(&s->out.writer, json);
    writer_byte(&s->out.writer, '\n');
  } else if (ledger_finding(&s->arena, json, &finding)) {
    check_text(&s->out.writer, &finding, out_width());
  }
  return ERROR_OK;
}

static ErrorCode put_record(Show *s, Str id) {
  LedgerFilter filter = LEDGER_FILTER;
  filter.record = id;
  ErrorCode code = put_sentences(s, &filter);
  writer_byte(&s->out.writer, '\n');
  return code ? code : put_json(s, LEDGER_RECORD, id, true);
}

static ErrorCode put_what(Show *s, LedgerKind kind, Str id) {
  switch (kind) {
    case LEDGER_INCIDENT: return put_incident(s, id);
    case LEDGER_DOCUMENT: return put_document(s, id);
    case LEDGER_RECORD: return put_record(s, id);
    default: return put_json(s, kind, id, false);
  }
}

static int show_one(Show *s, const Args *args) {
  Str id;
  LedgerKind kind = ledger_what(s->ledger, str_of(args->files[1]), &s->arena, &id);
  if (kind == LEDGER_NOTHING) {
    tell(str_of(args->files[1]), "is no incident, record, document or finding of this ledger");
    return EXIT_FAILED;
  }
  out_open(&s->out);
  ErrorCode code = args_format_is(args, &verb_show, "jsonl") ? put_json(s, kind, id, true) : put_what(s, kind, id);
  if (code) tell_error(code, &s->info);
  return out_close(&s->out, code ? EXIT_FAILED : EXIT_DONE);
}

static int run(const Args *args) {
  if (args->nfiles != 2) {
    tell(STR("show"), "give it a ledger and one id: daftar show LEDGER ID");
    return EXIT_USAGE;
  }
  Show s = {.ledger = open_ledger(args, LEDGER_READ)};
  if (!s.ledger) return EXIT_FAILED;
  arena_init(&s.arena, (size_t)1 << 30);
  int code = show_one(&s, args);
  arena_fini(&s.arena);
  ledger_close(s.ledger);
  return code;
}

const Verb verb_show = {
    .name = "show",
    .files = "LEDGER ID",
    .summary = "show an incident with every source's values, a document, a record, a finding",
    .formats = "text|jsonl",
    .about = "ID is what the lists print: of an incident, a record, a document (as it was given, too) or a\n"
             "finding. The id of an incident that was merged into another shows the one it is in now.",
    .examples = "  daftar show war.db 1c0dcafc5ce74612\n"
                "  daftar show --format jsonl war.db reports/2024-07-17.txt",
    .run = run,
};
