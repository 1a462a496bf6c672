/* JSON, one object a line: all there is. A record is docs/record.md's with what the ledger
 * knows of it behind; an incident has its range, each source's own value of each field, and
 * its records whole. */
#include "export/layouts.h"
#include "export/summary.h"
#include "record/json.h"

static void put_key_str(Writer *w, const char *key, Str value) {
  bool first = false;
  json_put_key(w, &first, key);
  json_put_str_or_null(w, value);
}

static void put_key(Writer *w, const char *key) {
  bool first = false;
  json_put_key(w, &first, key);
}

/* {…} of a record, without the line's end. */
static void put_told(Arena *arena, Writer *w, const LedgerTold *t) {
  Buffer buffer = {.arena = arena};
  Writer record = writer_to_buffer(&buffer);
  json_put_record(&record, &t->record);
  Str line = buffer_str(&buffer);
  while (line.n && (line.p[line.n - 1] == '\n' || line.p[line.n - 1] == '}')) line.n--;
  writer_put(w, line);
  const struct {
    const char *key;
    Str value;
  } more[] = {{"key", t->key},
              {"incident", t->incident},
              {"status", t->status},
              {"version", arena_printf(arena, "%.*s/%.*s", STR_ARG(t->engine), STR_ARG(t->data))},
              {"corrected", t->corrected},
              {"reviewed_by", t->by},
              {"document", t->document},
              {"outlet", t->outlet},
              {"published", t->published},
              {"url", t->url},
              {"title", t->title},
              {"words", t->sentence}};
  for (size_t i = 0; i < sizeof more / sizeof *more; i++) put_key_str(w, more[i].key, more[i].value);
  writer_byte(w, '}');
}

static void put_range(Writer *w, const char *key, LedgerRange range) {
  put_key(w, key);
  toll_put_range(w, range);
}

static void put_names(Writer *w, const char *key, const Names *names) {
  put_key(w, key);
  writer_byte(w, '[');
  for (uint32_t i = 0; i < names->name.n; i++) {
    if (i) writer_byte(w, ',');
    writer_lit(w, "{\"name\":");
    json_put_str(w, names->name.at[i]);
    put_key_str(w, "id", names->id.at[i]);
    writer_byte(w, '}');
  }
  writer_byte(w, ']');
}

static void put_place(Writer *w, const ExportRow *r) {
  const LedgerIncident *i = r->incident;
  put_key(w, "places");
  writer_byte(w, '[');
  if (i->place.n) {
    writer_lit(w, "{\"name\":");
    json_put_str(w, i->place);
    put_key_str(w, "id", r->summary->place ? r->summary->place->id : STR(""));
    put_key_str(w, "country", i->country);
    put_key_str(w, "admin1", i->admin1);
    put_key(w, "lat");
    json_put_number(w, i->lat);
    put_key(w, "lon");
    json_put_number(w, i->lon);
    put_key(w, "precision");
    if (i->precision)
      json_put_number(w, (double)i->precision);
    else
      writer_lit(w, "null");
    put_key_str(w, "precision_class", place_class(i->precision));
    put_key_str(w, "basis", r->summary->place ? r->summary->place->basis : STR(""));
    writer_byte(w, '}');
  }
  writer_byte(w, ']');
}

static void put_field(const ExportRow *r, Writer *w, FieldId field) {
  FieldValues values = {0};
  field_values(r->arena, r->incident, field, &values);
  json_put_str(w, str_of(field_name(field)));
  writer_lit(w, ":[");
  for (uint32_t i = 0; i < values.list.n; i++) {
    const FieldValue *v = &values.list.at[i];
    if (i) writer_byte(w, ',');
    writer_lit(w, "{\"value\":");
    json_put_str(w, v->value);
    put_key_str(w, "source", told_source(r->arena, v->told));
    put_key_str(w, "outlet", v->told->outlet);
    put_key_str(w, "published", v->told->published);
    put_key_str(w, "doc", v->told->given);
    put_key_str(w, "record", v->told->key);
    put_key(w, "tellings");
    json_put_number(w, v->tellings);
    writer_byte(w, '}');
  }
  writer_byte(w, ']');
}

static void put_incident(const ExportRow *r, Writer *w) {
  const LedgerIncident *i = r->incident;
  const LedgerTold *t = r->told;
  writer_lit(w, "{\"incident\":");
  json_put_str(w, i->id);
  put_key_str(w, "type", i->type);
  put_key_str(w, "time", i->time);
  put_place(w, r);
  put_range(w, "killed", i->killed);
  put_range(w, "injured", i->injured);
  put_key(w, "killed_best");
  toll_put_end(w, r->summary->best);
  put_names(w, "agents", &r->summary->agents);
  put_names(w, "targets", &r->summary->targets);
  put_names(w, "claimed_by", &r->summary->speakers);
  const struct {
    const char *key;
    int64_t value;
  } counts[] = {{"documents", i->documents}, {"outlets", i->outlets}, {"voices", i->voices}};
  for (size_t k = 0; k < sizeof counts / sizeof *counts; k++) {
    put_key(w, counts[k].key);
    json_put_number(w, (double)counts[k].value);
  }
  put_key_str(w, "status", i->status);
  put_key_str(w, "version", t ? arena_printf(r->arena, "%.*s/%.*s", STR_ARG(t->engine), STR_ARG(t->data)) : STR(""));
  put_key_str(w, "acled", r->summary->mapped ? r->summary->mapped->record.acled : STR(""));
  put_key_str(w, "plover", t ? t->record.plover : STR(""));
  put_key_str(w, "sheet", i->sheet);
}

static void put_incident_line(const ExportRow *r, Writer *w) {
  put_incident(r, w);
  writer_lit(w, ",\"fields\":{");
  for (uint32_t f = 0; f < FIELDS; f++) {
    if (f) writer_byte(w, ',');
    put_field(r, w, (FieldId)f);
  }
  writer_lit(w, "},\"records\":[");
  for (uint32_t k = 0; k < r->incident->ntold; k++) {
    if (k) writer_byte(w, ',');
    put_told(r->arena, w, &r->incident->told[k]);
  }
  writer_lit(w, "]}\n");
}

static bool put_row(void *context, const ExportRow *row) {
  Export *x = context;
  if (row->incident) {
    put_incident_line(row, x->writer);
  } else {
    put_told(row->arena, x->writer, row->told);
    writer_byte(x->writer, '\n');
  }
  x->counts->rows++;
  return !x->writer->failed;
}

/* ---- the other lists: as the ledger has them ---- */

static bool put_line(void *context, const Str *cells, uint32_t n) {
  Export *x = context;
  Arena arena;
  (void)n;
  arena_init(&arena, (size_t)256 << 20);
  writer_put(x->writer, mask_json(x->options->mask, &arena, STR(""), cells[0]));
  writer_byte(x->writer, '\n');
  arena_fini(&arena);
  x->counts->rows++;
  return !x->writer->failed;
}

ErrorCode export_jsonl(Export *x) {
  const LedgerList *list = x->options->list;
  if (!list || str_eq(str_of(list->name), STR("incidents")))
    return rows_incidents(x->ledger, x->options, put_row, x, x->info);
  if (rows_are_records(list)) return rows_records(x->ledger, list, x->options, put_row, x, x->info);
  LedgerFilter filter = x->options->filter;
  if (!filter.engine) filter.engine = x->options->engine;
  return ledger_list(x->ledger, list, &filter, LEDGER_JSON, put_line, x, x->info);
}
