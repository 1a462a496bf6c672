/* The layout of ACLED's data, one row an incident: its columns, codes and conventions. Nothing in
 * it comes from ACLED. What tells of no single act («88 عملية», 88 operations in a month) is a tally
 * and gives no row; nor does an incident of no day, or of a period longer than a month. */
#include "export/country.h"
#include "export/layouts.h"
#include "export/sides.h"
#include "export/summary.h"

#define COLUMN(fn) static Cell fn(const ExportRow *r)

static const Record *record(const ExportRow *r) { return &r->summary->mapped->record; }
static Country country(const ExportRow *r) { return country_of(r->arena, r->incident->country); }

static Str event_type(const ExportRow *r) {
  Str rest = record(r)->acled;
  return str_cut(&rest, ':');
}
static Str sub_event_type(const ExportRow *r) {
  Str rest = record(r)->acled;
  (void)str_cut(&rest, ':');
  return str_trim(rest);
}

/* ---- when ---- */

enum { WEEK = 7, MONTH = 31 };
static int64_t days(const ExportRow *r) { return r->summary->to - r->summary->from + 1; }
/* Of a week or a month the middle, as ACLED does. */
static int64_t day(const ExportRow *r) { return r->summary->from + (days(r) > 1 ? days(r) / 2 : 0); }

COLUMN(event_id) { return cell_text(arena_printf(r->arena, "DAFTAR-%.*s", STR_ARG(r->incident->id))); }
COLUMN(event_date) { return cell_text(day_str(r->arena, day(r))); }
COLUMN(year) { return cell_text(str_slice(day_str(r->arena, day(r)), 0, 4)); }
COLUMN(time_precision_code) { return cell_whole(days(r) == 1 ? 1 : days(r) <= WEEK ? 2 : 3); }

/* ---- what ---- */

COLUMN(disorder_type) {
  Str type = event_type(r), sub = sub_event_type(r);
  if (str_eq(type, STR("Strategic developments"))) return cell_text(type);
  if (str_eq(sub, STR("Excessive force against protesters")))
    return cell_text(STR("Political violence; Demonstrations"));
  bool demonstration = str_eq(type, STR("Protests")) || str_eq(sub, STR("Violent demonstration"));
  return cell_text(demonstration ? STR("Demonstrations") : STR("Political violence"));
}
COLUMN(event_type_name) { return cell_text(event_type(r)); }
COLUMN(sub_event_type_name) { return cell_text(sub_event_type(r)); }

/* ---- who ---- */

typedef bool SideFn(const ExportRow *row, const Record *record, uint32_t n, Party *party);

static Str party_name(const ExportRow *r, const Party *p) {
  Str where = country(r).acled;
  if (!str_eq(p->name, STR("Civilians")) || !where.n) return p->name;
  return arena_printf(r->arena, "Civilians (%.*s)", STR_ARG(where));
}
static Cell actor(const ExportRow *r, SideFn *side) {
  Party p;
  return side(r, record(r), 0, &p) ? cell_text(party_name(r, &p)) : (Cell){0};
}
static Cell others(const ExportRow *r, SideFn *side, ActorList more) {
  Buffer buffer = {.arena = r->arena};
  Writer w = writer_to_buffer(&buffer);
  Party p;
  for (uint32_t i = 1; side(r, record(r), i, &p); i++) {
    if (buffer.n) writer_lit(&w, "; ");
    writer_put(&w, party_name(r, &p));
  }
  for (uint32_t i = 0; i < more.n; i++) {
    if (buffer.n) writer_lit(&w, "; ");
    writer_put(&w, more.at[i].name.n ? more.at[i].name : more.at[i].quote.text);
  }
  return cell_text(buffer_str(&buffer));
}
/* Those who protest or riot are that, whoever they are otherwise. */
static int inter(const ExportRow *r, SideFn *side) {
  Party p;
  if (!side(r, record(r), 0, &p)) return 0;
  int code = party_inter(&p, r->incident->country);
  if (code || side != side_agent) return code;
  return str_eq(event_type(r), STR("Protests")) ? 6 : str_eq(event_type(r), STR("Riots")) ? 5 : 0;
}

COLUMN(actor1) { return actor(r, side_agent); }
COLUMN(assoc1) { return others(r, side_agent, record(r)->partners); }
COLUMN(inter1) { return inter(r, side_agent) ? cell_whole(inter(r, side_agent)) : (Cell){0}; }
COLUMN(actor2) { return actor(r, side_target); }
COLUMN(assoc2) { return others(r, side_target, (ActorList){0}); }
COLUMN(inter2) { return inter(r, side_target) ? cell_whole(inter(r, side_target)) : (Cell){0}; }
COLUMN(interaction) {
  int a = inter(r, side_agent), b = inter(r, side_target);
  Party p;
  bool alone = !side_target(r, record(r), 0, &p);
  if (!a || (!b && !alone)) return (Cell){0};
  return cell_whole(!b ? a * 10 : a < b ? a * 10 + b : b * 10 + a);
}
COLUMN(civilian_targeting) {
  Party p;
  bool civilians = side_target(r, record(r), 0, &p) && p.civilians;
  bool violence = !str_eq(event_type(r), STR("Strategic developments"));
  bool against = str_eq(event_type(r), STR("Violence against civilians"));
  return cell_text(against || (civilians && violence) ? STR("Civilian targeting") : STR(""));
}

/* ---- where ---- */

COLUMN(iso) { return country(r).iso ? cell_whole(country(r).iso) : (Cell){0}; }
COLUMN(region) { return cell_text(country(r).acled_region); }
COLUMN(country_name) { return cell_text(country(r).acled); }
COLUMN(admin1) { return cell_text(r->incident->admin1); }
COLUMN(location) { return cell_text(r->incident->place); }
COLUMN(latitude) { return cell_real(r->incident->lat); }
COLUMN(longitude) { return cell_real(r->incident->lon); }
COLUMN(geo_precision) {
  int64_t p = r->incident->precision;
  return p ? cell_whole(p == 1 ? 1 : p <= 3 ? 2 : 3) : (Cell){0};
}

/* ---- who says so, how many ---- */

COLUMN(source) { return cell_text(names_str(r->arena, &r->summary->outlets)); }
COLUMN(notes) { return cell_text(r->summary->mapped->sentence); }
COLUMN(fatalities) { return cell_end(r->incident->killed.min); }
COLUMN(tags) {
  const LedgerTold *t = r->summary->mapped;
  Str killed = range_str(r->arena, r->incident->killed);
  return cell_text(arena_printf(r->arena, "%.*s; daftar %.*s data %.*s; layout of ACLED, not data from ACLED%s%.*s",
                                STR_ARG(r->incident->status), STR_ARG(t->engine), STR_ARG(t->data),
                                killed.n ? "; killed " : "", STR_ARG(killed)));
}
COLUMN(nothing) {
  (void)r;
  return (Cell){0};
}

static const ExportColumn columns[] = {
    {"event_id_cnty", CELL_TEXT, 24, event_id},
    {"event_date", CELL_TEXT, 11, event_date},
    {"year", CELL_WHOLE, 6, year},
    {"time_precision", CELL_WHOLE, 4, time_precision_code},
    {"disorder_type", CELL_TEXT, 18, disorder_type},
    {"event_type", CELL_TEXT, 18, event_type_name},
    {"sub_event_type", CELL_TEXT, 18, sub_event_type_name},
    {"actor1", CELL_TEXT, 24, actor1},
    {"assoc_actor_1", CELL_TEXT, 24, assoc1},
    {"inter1", CELL_WHOLE, 4, inter1},
    {"actor2", CELL_TEXT, 24, actor2},
    {"assoc_actor_2", CELL_TEXT, 24, assoc2},
    {"inter2", CELL_WHOLE, 4, inter2},
    {"interaction", CELL_WHOLE, 4, interaction},
    {"civilian_targeting", CELL_TEXT, 16, civilian_targeting},
    {"iso", CELL_WHOLE, 5, iso},
    {"region", CELL_TEXT, 14, region},
    {"country", CELL_TEXT, 14, country_name},
    {"admin1", CELL_TEXT, 14, admin1},
    {"admin2", CELL_TEXT, 14, nothing},
    {"admin3", CELL_TEXT, 14, nothing},
    {"location", CELL_TEXT, 14, location},
    {"latitude", CELL_REAL, 10, latitude},
    {"longitude", CELL_REAL, 10, longitude},
    {"geo_precision", CELL_WHOLE, 4, geo_precision},
    {"source", CELL_TEXT, 20, source},
    {"source_scale", CELL_TEXT, 10, nothing},
    {"notes", CELL_TEXT, 60, notes},
    {"fatalities", CELL_WHOLE, 6, fatalities},
    {"tags", CELL_TEXT, 30, tags},
    {"timestamp", CELL_WHOLE, 10, nothing},
};

static bool has_place_in(const ExportRow *r) {
  const Summary *s = r->summary;
  bool dated = s->from != LEDGER_NO_DAY && s->to != LEDGER_NO_DAY && s->to - s->from < MONTH;
  return s->mapped && dated;
}

ErrorCode export_acled(Export *x) {
  return csv_incidents(x, (ExportColumns){columns, sizeof columns / sizeof *columns}, has_place_in);
}
