/* The columns of our own tables: one row an incident, one row a record. A spreadsheet, a CSV
 * file, a map's layer and its properties share them. New ones are added at the end. */
#include <math.h>

#include "export/row.h"
#include "export/summary.h"

#define COLUMN(fn) static Cell fn(const ExportRow *r)
#define TEXT(expression) cell_text(expression)

static const Record *record(const ExportRow *r) { return r->told ? &r->told->record : NULL; }
static Str of_record(const ExportRow *r, Str value) { return r->told ? value : STR(""); }
#define FROM_RECORD(field) TEXT(of_record(r, r->told ? record(r)->field : STR_NONE))
#define FROM_TOLD(field) TEXT(of_record(r, r->told ? r->told->field : STR_NONE))

/* ---- whose work it is ---- */

COLUMN(incident_id) { return TEXT(r->incident->id); }
COLUMN(incident_status) { return TEXT(r->incident->status); }
COLUMN(version) {
  const LedgerTold *t = r->told;
  if (!t) return (Cell){0};
  return TEXT(arena_printf(r->arena, "daftar %.*s data %.*s", STR_ARG(t->engine), STR_ARG(t->data)));
}

static Str gathered(const ExportRow *r, bool corrected) {
  Buffer buffer = {.arena = r->arena};
  Writer w = writer_to_buffer(&buffer);
  uint32_t n = r->incident ? r->incident->ntold : 1;
  for (uint32_t i = 0; i < n; i++) {
    const LedgerTold *t = r->incident ? &r->incident->told[i] : r->told;
    Str s = corrected ? t->corrected : t->by;
    if (!s.n) continue;
    if (buffer.n) writer_lit(&w, "; ");
    if (corrected && r->incident) {
      writer_put(&w, t->key);
      writer_lit(&w, " ");
    }
    writer_put(&w, s);
  }
  return buffer_str(&buffer);
}
COLUMN(corrected) { return TEXT(gathered(r, true)); }
COLUMN(reviewed_by) { return TEXT(gathered(r, false)); }

/* ---- what ---- */

COLUMN(incident_type) { return TEXT(r->incident->type); }
COLUMN(stance) { return FROM_RECORD(stance); }
COLUMN(plover) { return FROM_RECORD(plover); }
COLUMN(mode) { return FROM_RECORD(mode); }
COLUMN(cameo) { return FROM_RECORD(cameo); }
COLUMN(acled) { return TEXT(r->summary->mapped ? r->summary->mapped->record.acled : STR("")); }
COLUMN(ged) {
  bool any = false;
  for (uint32_t i = 0; r->incident && i < r->incident->ntold; i++) any = any || r->incident->told[i].record.ged;
  return cell_bool(any || (!r->incident && r->told->record.ged));
}

/* ---- when ---- */

static Str time_of(const ExportRow *r) { return r->incident ? r->incident->time : r->told->record.time; }
COLUMN(time) { return TEXT(time_of(r)); }
COLUMN(date_from) { return cell_date(day_str(r->arena, r->summary->from)); }
COLUMN(date_to) { return cell_date(day_str(r->arena, r->summary->to)); }
COLUMN(date_precision) { return TEXT(time_precision(time_of(r))); }

/* ---- where ---- */

static const Place *place_of(const ExportRow *r) { return r->summary->place; }
#define FROM_PLACE(field) TEXT(place_of(r) ? place_of(r)->field : STR(""))
COLUMN(incident_place) { return TEXT(r->incident->place); }
COLUMN(incident_country) { return TEXT(r->incident->country); }
COLUMN(incident_admin1) { return TEXT(r->incident->admin1); }
COLUMN(incident_lat) { return cell_real(r->incident->lat); }
COLUMN(incident_lon) { return cell_real(r->incident->lon); }
COLUMN(incident_precision) { return r->incident->precision ? cell_whole((double)r->incident->precision) : (Cell){0}; }
COLUMN(incident_precision_class) { return TEXT(place_class(r->incident->precision)); }
COLUMN(place_words) { return FROM_PLACE(quote.text); }
COLUMN(place_id) { return FROM_PLACE(id); }
COLUMN(place_name) { return FROM_PLACE(name); }
COLUMN(place_country) { return FROM_PLACE(country); }
COLUMN(place_admin1) { return FROM_PLACE(admin1); }
COLUMN(place_basis) { return FROM_PLACE(basis); }
COLUMN(place_lat) { return cell_real(place_of(r) ? place_of(r)->lat : (double)NAN); }
COLUMN(place_lon) { return cell_real(place_of(r) ? place_of(r)->lon : (double)NAN); }
COLUMN(place_precision) {
  return place_of(r) && place_of(r)->precision ? cell_whole(place_of(r)->precision) : (Cell){0};
}
COLUMN(place_precision_class) { return TEXT(place_class(place_of(r) ? place_of(r)->precision : 0)); }

/* ---- how many ---- */

COLUMN(incident_killed_min) { return cell_end(r->incident->killed.min); }
COLUMN(incident_killed_max) { return cell_end(r->incident->killed.max); }
COLUMN(incident_injured_min) { return cell_end(r->incident->injured.min); }
COLUMN(incident_injured_max) { return cell_end(r->incident->injured.max); }
COLUMN(killed_best) { return cell_end(r->summary->best); }
#define TOLL(fn, what, end) \
  COLUMN(fn) { return cell_end(toll_of(record(r), STR(what)).end); }
TOLL(killed_min, "killed", min)
TOLL(killed_max, "killed", max)
TOLL(injured_min, "injured", min)
TOLL(injured_max, "injured", max)
TOLL(arrested_min, "arrested", min)
TOLL(arrested_max, "arrested", max)
COLUMN(count_min) { return record(r)->count.set ? cell_whole(record(r)->count.min) : (Cell){0}; }
COLUMN(count_max) { return record(r)->count.set ? cell_whole(record(r)->count.max) : (Cell){0}; }
COLUMN(approx) { return record(r)->count.set ? cell_bool(record(r)->count.approx) : (Cell){0}; }
COLUMN(direction) { return FROM_RECORD(direction); }

static void put_outcome(const ExportRow *r, Writer *w, const Outcome *o) {
  bool set = o->count.set;
  LedgerRange range = {set ? (int64_t)o->count.min : LEDGER_OPEN,
                       set && isfinite(o->count.max) ? (int64_t)o->count.max : LEDGER_OPEN};
  const Str parts[] = {o->what, range_str(r->arena, range), o->unit, o->of.text};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (!parts[i].n) continue;
    if (i) writer_byte(w, ' ');
    if (i == 1 && o->count.approx) writer_byte(w, '~');
    writer_put(w, parts[i]);
  }
  if (!o->status.n) return;
  writer_lit(w, " (");
  writer_put(w, o->status);
  if (o->side.n) writer_lit(w, ", ");
  writer_put(w, o->side);
  writer_lit(w, ")");
}
COLUMN(outcomes) {
  Buffer buffer = {.arena = r->arena};
  Writer w = writer_to_buffer(&buffer);
  for (uint32_t i = 0; i < record(r)->noutcomes; i++) {
    if (i) writer_lit(&w, "; ");
    put_outcome(r, &w, &record(r)->outcomes[i]);
  }
  return TEXT(buffer_str(&buffer));
}

/* ---- who ---- */

COLUMN(agents) { return TEXT(names_str(r->arena, &r->summary->agents)); }
COLUMN(agent_ids) { return TEXT(names_ids(r->arena, &r->summary->agents)); }
COLUMN(targets) { return TEXT(names_str(r->arena, &r->summary->targets)); }
COLUMN(target_ids) { return TEXT(names_ids(r->arena, &r->summary->targets)); }
COLUMN(claimed_by) { return TEXT(names_str(r->arena, &r->summary->speakers)); }
COLUMN(persons) { return TEXT(names_str(r->arena, &r->summary->persons)); }
COLUMN(responsibility) { return FROM_RECORD(responsibility.how); }

/* ---- who says so ---- */

#define BY_SOURCE(fn, field) \
  COLUMN(fn) { return TEXT(field_sources(r->arena, r->incident, field)); }
BY_SOURCE(type_by_source, FIELD_TYPE)
BY_SOURCE(time_by_source, FIELD_TIME)
BY_SOURCE(place_by_source, FIELD_PLACE)
BY_SOURCE(killed_by_source, FIELD_KILLED)
BY_SOURCE(injured_by_source, FIELD_INJURED)
BY_SOURCE(agents_by_source, FIELD_AGENTS)
BY_SOURCE(targets_by_source, FIELD_TARGETS)
BY_SOURCE(stance_by_source, FIELD_STANCE)

COLUMN(outlets) { return TEXT(names_str(r->arena, &r->summary->outlets)); }
COLUMN(urls) { return TEXT(names_str(r->arena, &r->summary->urls)); }
COLUMN(documents) { return TEXT(names_str(r->arena, &r->summary->documents)); }
COLUMN(records) { return TEXT(names_str(r->arena, &r->summary->records)); }
COLUMN(nrecords) { return cell_whole((double)r->incident->records); }
COLUMN(ndocuments) { return cell_whole((double)r->incident->documents); }
COLUMN(noutlets) { return cell_whole((double)r->incident->outlets); }
COLUMN(nvoices) { return cell_whole((double)r->incident->voices); }
COLUMN(sheet) { return TEXT(r->incident->sheet); }
COLUMN(sentence) { return FROM_TOLD(sentence); }

/* ---- a record's own ---- */

COLUMN(key) { return FROM_TOLD(key); }
COLUMN(rid) { return FROM_RECORD(id); }
COLUMN(kind) { return TEXT(record_kind_name(record(r)->kind)); }
COLUMN(type) { return FROM_RECORD(type); }
COLUMN(told_status) { return FROM_TOLD(status); }
COLUMN(told_incident) { return FROM_TOLD(incident); }
COLUMN(part_of) { return FROM_RECORD(part_of); }
COLUMN(background) { return cell_bool(record(r)->background); }
COLUMN(trigger) { return FROM_RECORD(trigger.text); }
COLUMN(outlet) { return FROM_TOLD(outlet); }
COLUMN(published) { return cell_date(of_record(r, r->told ? r->told->published : STR_NONE)); }
COLUMN(url) { return FROM_TOLD(url); }
COLUMN(title) { return FROM_TOLD(title); }
COLUMN(document) { return FROM_TOLD(document); }
COLUMN(given) { return FROM_TOLD(given); }
COLUMN(rule) { return FROM_RECORD(rule); }
COLUMN(start) { return cell_whole(record(r)->trigger.span.start); }
COLUMN(end) { return cell_whole(record(r)->trigger.span.end); }

static const ExportColumn incidents[] = {
    {"incident", CELL_TEXT, 18, incident_id},
    {"status", CELL_TEXT, 14, incident_status},
    {"version", CELL_TEXT, 20, version},
    {"type", CELL_TEXT, 14, incident_type},
    {"stance", CELL_TEXT, 10, stance},
    {"time", CELL_TEXT, 12, time},
    {"date_from", CELL_DATE, 11, date_from},
    {"date_to", CELL_DATE, 11, date_to},
    {"date_precision", CELL_TEXT, 10, date_precision},
    {"place", CELL_TEXT, 20, incident_place},
    {"place_words", CELL_TEXT, 24, place_words},
    {"admin1", CELL_TEXT, 14, incident_admin1},
    {"country", CELL_TEXT, 8, incident_country},
    {"lat", CELL_REAL, 10, incident_lat},
    {"lon", CELL_REAL, 10, incident_lon},
    {"precision", CELL_WHOLE, 9, incident_precision},
    {"precision_class", CELL_TEXT, 14, incident_precision_class},
    {"place_basis", CELL_TEXT, 10, place_basis},
    {"killed_min", CELL_WHOLE, 10, incident_killed_min},
    {"killed_max", CELL_WHOLE, 10, incident_killed_max},
    {"killed_best", CELL_WHOLE, 10, killed_best},
    {"injured_min", CELL_WHOLE, 10, incident_injured_min},
    {"injured_max", CELL_WHOLE, 10, incident_injured_max},
    {"agents", CELL_TEXT, 24, agents},
    {"agent_ids", CELL_TEXT, 16, agent_ids},
    {"targets", CELL_TEXT, 24, targets},
    {"target_ids", CELL_TEXT, 16, target_ids},
    {"persons", CELL_TEXT, 20, persons},
    {"claimed_by", CELL_TEXT, 20, claimed_by},
    {"responsibility", CELL_TEXT, 12, responsibility},
    {"outlets", CELL_TEXT, 20, outlets},
    {"documents", CELL_WHOLE, 10, ndocuments},
    {"voices", CELL_WHOLE, 8, nvoices},
    {"records", CELL_WHOLE, 8, nrecords},
    {"killed_by_source", CELL_TEXT, 40, killed_by_source},
    {"injured_by_source", CELL_TEXT, 40, injured_by_source},
    {"time_by_source", CELL_TEXT, 40, time_by_source},
    {"place_by_source", CELL_TEXT, 40, place_by_source},
    {"type_by_source", CELL_TEXT, 40, type_by_source},
    {"agents_by_source", CELL_TEXT, 40, agents_by_source},
    {"targets_by_source", CELL_TEXT, 40, targets_by_source},
    {"stance_by_source", CELL_TEXT, 40, stance_by_source},
    {"acled", CELL_TEXT, 30, acled},
    {"plover", CELL_TEXT, 12, plover},
    {"mode", CELL_TEXT, 12, mode},
    {"cameo", CELL_TEXT, 8, cameo},
    {"ged", CELL_BOOL, 8, ged},
    {"corrected", CELL_TEXT, 20, corrected},
    {"reviewed_by", CELL_TEXT, 14, reviewed_by},
    {"sentence", CELL_TEXT, 60, sentence},
    {"urls", CELL_TEXT, 40, urls},
    {"document_ids", CELL_TEXT, 24, documents},
    {"record_keys", CELL_TEXT, 24, records},
    {"noutlets", CELL_WHOLE, 8, noutlets},
    {"sheet", CELL_TEXT, 16, sheet},
};

static const ExportColumn records_of[] = {
    {"record", CELL_TEXT, 18, key},
    {"status", CELL_TEXT, 14, told_status},
    {"version", CELL_TEXT, 20, version},
    {"incident", CELL_TEXT, 18, told_incident},
    {"kind", CELL_TEXT, 8, kind},
    {"type", CELL_TEXT, 14, type},
    {"stance", CELL_TEXT, 10, stance},
    {"background", CELL_BOOL, 8, background},
    {"time", CELL_TEXT, 12, time},
    {"date_from", CELL_DATE, 11, date_from},
    {"date_to", CELL_DATE, 11, date_to},
    {"date_precision", CELL_TEXT, 10, date_precision},
    {"place", CELL_TEXT, 20, place_name},
    {"place_words", CELL_TEXT, 24, place_words},
    {"place_id", CELL_TEXT, 14, place_id},
    {"admin1", CELL_TEXT, 14, place_admin1},
    {"country", CELL_TEXT, 8, place_country},
    {"lat", CELL_REAL, 10, place_lat},
    {"lon", CELL_REAL, 10, place_lon},
    {"precision", CELL_WHOLE, 9, place_precision},
    {"precision_class", CELL_TEXT, 14, place_precision_class},
    {"place_basis", CELL_TEXT, 10, place_basis},
    {"count_min", CELL_WHOLE, 10, count_min},
    {"count_max", CELL_WHOLE, 10, count_max},
    {"approx", CELL_BOOL, 8, approx},
    {"direction", CELL_TEXT, 9, direction},
    {"killed_min", CELL_WHOLE, 10, killed_min},
    {"killed_max", CELL_WHOLE, 10, killed_max},
    {"injured_min", CELL_WHOLE, 10, injured_min},
    {"injured_max", CELL_WHOLE, 10, injured_max},
    {"arrested_min", CELL_WHOLE, 10, arrested_min},
    {"arrested_max", CELL_WHOLE, 10, arrested_max},
    {"outcomes", CELL_TEXT, 40, outcomes},
    {"agents", CELL_TEXT, 24, agents},
    {"agent_ids", CELL_TEXT, 16, agent_ids},
    {"targets", CELL_TEXT, 24, targets},
    {"target_ids", CELL_TEXT, 16, target_ids},
    {"persons", CELL_TEXT, 20, persons},
    {"claimed_by", CELL_TEXT, 20, claimed_by},
    {"responsibility", CELL_TEXT, 12, responsibility},
    {"outlet", CELL_TEXT, 16, outlet},
    {"published", CELL_DATE, 12, published},
    {"title", CELL_TEXT, 40, title},
    {"trigger", CELL_TEXT, 20, trigger},
    {"sentence", CELL_TEXT, 60, sentence},
    {"acled", CELL_TEXT, 30, acled},
    {"plover", CELL_TEXT, 12, plover},
    {"mode", CELL_TEXT, 12, mode},
    {"cameo", CELL_TEXT, 8, cameo},
    {"ged", CELL_BOOL, 8, ged},
    {"part_of", CELL_TEXT, 18, part_of},
    {"rule", CELL_TEXT, 18, rule},
    {"corrected", CELL_TEXT, 20, corrected},
    {"reviewed_by", CELL_TEXT, 14, reviewed_by},
    {"url", CELL_TEXT, 40, url},
    {"document", CELL_TEXT, 18, document},
    {"doc", CELL_TEXT, 24, given},
    {"id", CELL_TEXT, 18, rid},
    {"trigger_start", CELL_WHOLE, 9, start},
    {"trigger_end", CELL_WHOLE, 9, end},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))
ExportColumns incident_columns(void) { return (ExportColumns){incidents, COUNT(incidents)}; }
ExportColumns record_columns(void) { return (ExportColumns){records_of, COUNT(records_of)}; }
