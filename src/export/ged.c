/* The layout of UCDP GED 23.1, one row an incident in which somebody died: its 49 columns, codes and
 * conventions. Nothing in it comes from UCDP; the ids of its conflicts, dyads and sides are left
 * empty. «أكثر من 12 قتيلاً» (more than 12 dead) has a low and no high. */
#include <math.h>

#include "export/country.h"
#include "export/layouts.h"
#include "export/sides.h"
#include "export/summary.h"

#define COLUMN(fn) static Cell fn(const ExportRow *r)

static const Record *record(const ExportRow *r) { return &r->summary->toll->record; }
static Country country(const ExportRow *r) { return country_of(r->arena, r->incident->country); }

COLUMN(nothing) {
  (void)r;
  return (Cell){0};
}

/* ---- whose row ---- */

/* A whole number of the incident's first 48 bits: the same in every export. */
COLUMN(id) {
  double n = 0;
  for (size_t i = 0; i < 12 && i < r->incident->id.n; i++) {
    char c = r->incident->id.p[i];
    n = n * 16 + (c <= '9' ? c - '0' : c - 'a' + 10);
  }
  return cell_whole(n);
}
COLUMN(relid) { return cell_text(arena_printf(r->arena, "DAFTAR-%.*s", STR_ARG(r->incident->id))); }
COLUMN(code_status) {
  const LedgerTold *t = r->summary->toll;
  return cell_text(arena_printf(r->arena, "%.*s; daftar %.*s data %.*s; layout of UCDP GED, not data from UCDP",
                                STR_ARG(r->incident->status), STR_ARG(t->engine), STR_ARG(t->data)));
}

/* ---- who ---- */

typedef bool SideFn(const ExportRow *row, const Record *record, uint32_t n, Party *party);
static Cell side(const ExportRow *r, SideFn *fn) {
  Party p;
  return fn(r, record(r), 0, &p) ? cell_text(p.name) : (Cell){0};
}
COLUMN(side_a) { return side(r, side_agent); }
COLUMN(side_b) { return side(r, side_target); }
COLUMN(dyad_name) {
  Party a, b;
  if (!side_agent(r, record(r), 0, &a) || !side_target(r, record(r), 0, &b)) return (Cell){0};
  return cell_text(arena_printf(r->arena, "%.*s - %.*s", STR_ARG(a.name), STR_ARG(b.name)));
}
/* 1 a state fights, 2 others fight, 3 those who do not fight are killed; empty where a side is unknown. */
COLUMN(type_of_violence) {
  Party a, b;
  bool first = side_agent(r, record(r), 0, &a), second = side_target(r, record(r), 0, &b);
  if (str_starts(record(r)->acled, STR("Violence against civilians"))) return cell_whole(3);
  if (!first || !second || !party_is_armed(&a) || !party_is_armed(&b)) return (Cell){0};
  return cell_whole(party_is_state(&a) || party_is_state(&b) ? 1 : 2);
}
static int gw_of(const ExportRow *r, SideFn *fn) {
  Party p;
  if (!fn(r, record(r), 0, &p) || !party_is_state(&p)) return 0;
  return country_of(r->arena, p.country).gw;
}
COLUMN(gwnoa) { return gw_of(r, side_agent) ? cell_whole(gw_of(r, side_agent)) : (Cell){0}; }
COLUMN(gwnob) { return gw_of(r, side_target) ? cell_whole(gw_of(r, side_target)) : (Cell){0}; }

/* ---- who says so ---- */

COLUMN(number_of_sources) { return cell_whole((double)r->incident->voices); }
COLUMN(source_article) {
  Buffer buffer = {.arena = r->arena};
  Writer w = writer_to_buffer(&buffer);
  Str last = STR_NONE;
  for (uint32_t i = 0; i < r->incident->ntold; i++) {
    const LedgerTold *t = &r->incident->told[i];
    if (str_eq(t->document, last)) continue;
    last = t->document;
    if (buffer.n) writer_lit(&w, "; ");
    Str head =
        arena_printf(r->arena, "\"%.*s,%.*s,%.*s\"", STR_ARG(t->outlet), STR_ARG(t->published), STR_ARG(t->title));
    writer_put(&w, head);
  }
  return cell_text(buffer_str(&buffer));
}
COLUMN(source_office) { return cell_text(names_str(r->arena, &r->summary->outlets)); }
COLUMN(source_date) { return cell_text(r->summary->toll->published); }
COLUMN(source_headline) { return cell_text(r->summary->toll->title); }
COLUMN(source_original) { return cell_text(names_str(r->arena, &r->summary->speakers)); }

/* ---- where ---- */

COLUMN(where_prec) { return r->incident->precision ? cell_whole((double)r->incident->precision) : (Cell){0}; }
COLUMN(where_coordinates) { return cell_text(r->incident->place); }
COLUMN(where_description) { return cell_text(r->summary->place ? r->summary->place->quote.text : STR("")); }
COLUMN(adm_1) { return cell_text(r->incident->admin1); }
COLUMN(latitude) { return cell_real(r->incident->lat); }
COLUMN(longitude) { return cell_real(r->incident->lon); }
static Str decimals(const ExportRow *r, double x) { return cell_str(r->arena, cell_real(x)); }
COLUMN(geom_wkt) {
  const LedgerIncident *i = r->incident;
  if (isnan(i->lat) || isnan(i->lon)) return (Cell){0};
  Str lon = decimals(r, i->lon), lat = decimals(r, i->lat);
  return cell_text(arena_printf(r->arena, "POINT (%.*s %.*s)", STR_ARG(lon), STR_ARG(lat)));
}
/* PRIO-GRID: cells of half a degree, from the south-west corner, row by row. */
COLUMN(priogrid_gid) {
  const LedgerIncident *i = r->incident;
  if (isnan(i->lat) || isnan(i->lon)) return (Cell){0};
  double row = floor((i->lat + 90) * 2), column = floor((i->lon + 180) * 2) + 1;
  return cell_whole(row * 720 + column);
}
COLUMN(country_name) { return cell_text(country(r).ged); }
COLUMN(country_id) { return country(r).gw ? cell_whole(country(r).gw) : (Cell){0}; }
COLUMN(region) { return cell_text(country(r).ged_region); }

/* ---- when ---- */

enum { WEEK = 7, MONTH = 31 };
static int64_t days(const ExportRow *r) { return r->summary->to - r->summary->from + 1; }
COLUMN(year) { return cell_text(str_slice(day_str(r->arena, r->summary->from), 0, 4)); }
COLUMN(event_clarity) { return cell_whole(days(r) == 1 ? 1 : 2); }
COLUMN(date_prec) {
  int64_t n = days(r);
  return cell_whole(n == 1 ? 1 : n < WEEK ? 2 : n == WEEK ? 3 : n <= MONTH ? 4 : 5);
}
static Cell midnight(const ExportRow *r, int64_t day) {
  Str s = day_str(r->arena, day);
  return cell_text(arena_printf(r->arena, "%.*s 00:00:00.000", STR_ARG(s)));
}
COLUMN(date_start) { return midnight(r, r->summary->from); }
COLUMN(date_end) { return midnight(r, r->summary->to); }

/* ---- how many ---- */

typedef enum DeadId { DEAD_A, DEAD_B, DEAD_CIVILIANS, DEAD_UNKNOWN, DEAD } DeadId;

static DeadId dead_of(const Outcome *o) {
  if (str_eq(o->status, STR("civilian"))) return DEAD_CIVILIANS;
  if (str_eq(o->side, STR("agent"))) return DEAD_A;
  bool fighter = str_eq(o->status, STR("fighter")) || str_eq(o->status, STR("security"));
  return fighter && str_eq(o->side, STR("target")) ? DEAD_B : DEAD_UNKNOWN;
}

/* The dead of the telling that the best estimate is from, by whose they are: the parts that it lists
 * where they make up the whole, else the whole; the four always add up to the best. */
static void count_dead(const ExportRow *r, double dead[DEAD]) {
  const Record *t = record(r);
  double whole[DEAD] = {0}, parts[DEAD] = {0}, sum = 0, of_parts = 0;
  for (uint32_t i = 0; i < t->noutcomes; i++) {
    const Outcome *o = &t->outcomes[i];
    if (!str_eq(o->what, STR("killed")) || !o->count.set || o->among || o->unit.n) continue;
    (o->share ? parts : whole)[dead_of(o)] += o->count.min;
    *(o->share ? &of_parts : &sum) += o->count.min;
  }
  bool listed = of_parts > 0 && fabs(of_parts - sum) < 0.5;
  for (int i = 0; i < DEAD; i++) dead[i] = listed ? parts[i] : whole[i];
}
#define DEATHS(fn, which)           \
  COLUMN(fn) {                      \
    double dead[DEAD];              \
    count_dead(r, dead);            \
    return cell_whole(dead[which]); \
  }
DEATHS(deaths_a, DEAD_A)
DEATHS(deaths_b, DEAD_B)
DEATHS(deaths_civilians, DEAD_CIVILIANS)
DEATHS(deaths_unknown, DEAD_UNKNOWN)
COLUMN(best) { return cell_end(r->summary->best); }
COLUMN(high) { return cell_end(r->incident->killed.max); }
COLUMN(low) { return cell_end(r->incident->killed.min); }

static const ExportColumn columns[] = {
    {"id", CELL_WHOLE, 10, id},
    {"relid", CELL_TEXT, 24, relid},
    {"year", CELL_WHOLE, 6, year},
    {"active_year", CELL_WHOLE, 6, nothing},
    {"code_status", CELL_TEXT, 30, code_status},
    {"type_of_violence", CELL_WHOLE, 4, type_of_violence},
    {"conflict_dset_id", CELL_TEXT, 8, nothing},
    {"conflict_new_id", CELL_TEXT, 8, nothing},
    {"conflict_name", CELL_TEXT, 8, nothing},
    {"dyad_dset_id", CELL_TEXT, 8, nothing},
    {"dyad_new_id", CELL_TEXT, 8, nothing},
    {"dyad_name", CELL_TEXT, 24, dyad_name},
    {"side_a_dset_id", CELL_TEXT, 8, nothing},
    {"side_a_new_id", CELL_TEXT, 8, nothing},
    {"side_a", CELL_TEXT, 20, side_a},
    {"side_b_dset_id", CELL_TEXT, 8, nothing},
    {"side_b_new_id", CELL_TEXT, 8, nothing},
    {"side_b", CELL_TEXT, 20, side_b},
    {"number_of_sources", CELL_WHOLE, 6, number_of_sources},
    {"source_article", CELL_TEXT, 40, source_article},
    {"source_office", CELL_TEXT, 20, source_office},
    {"source_date", CELL_TEXT, 11, source_date},
    {"source_headline", CELL_TEXT, 40, source_headline},
    {"source_original", CELL_TEXT, 20, source_original},
    {"where_prec", CELL_WHOLE, 4, where_prec},
    {"where_coordinates", CELL_TEXT, 20, where_coordinates},
    {"where_description", CELL_TEXT, 24, where_description},
    {"adm_1", CELL_TEXT, 14, adm_1},
    {"adm_2", CELL_TEXT, 14, nothing},
    {"latitude", CELL_REAL, 10, latitude},
    {"longitude", CELL_REAL, 10, longitude},
    {"geom_wkt", CELL_TEXT, 24, geom_wkt},
    {"priogrid_gid", CELL_WHOLE, 8, priogrid_gid},
    {"country", CELL_TEXT, 14, country_name},
    {"country_id", CELL_WHOLE, 6, country_id},
    {"region", CELL_TEXT, 12, region},
    {"event_clarity", CELL_WHOLE, 4, event_clarity},
    {"date_prec", CELL_WHOLE, 4, date_prec},
    {"date_start", CELL_TEXT, 22, date_start},
    {"date_end", CELL_TEXT, 22, date_end},
    {"deaths_a", CELL_WHOLE, 6, deaths_a},
    {"deaths_b", CELL_WHOLE, 6, deaths_b},
    {"deaths_civilians", CELL_WHOLE, 6, deaths_civilians},
    {"deaths_unknown", CELL_WHOLE, 6, deaths_unknown},
    {"best", CELL_WHOLE, 6, best},
    {"high", CELL_WHOLE, 6, high},
    {"low", CELL_WHOLE, 6, low},
    {"gwnoa", CELL_WHOLE, 6, gwnoa},
    {"gwnob", CELL_WHOLE, 6, gwnob},
};

enum { YEAR = 366 };

static bool has_place_in(const ExportRow *r) {
  const Summary *s = r->summary;
  bool violent = false;
  for (uint32_t i = 0; i < r->incident->ntold; i++) violent = violent || r->incident->told[i].record.ged;
  bool dated = s->from != LEDGER_NO_DAY && s->to != LEDGER_NO_DAY && s->to - s->from < YEAR;
  return violent && dated && s->toll && s->best >= 1;
}

ErrorCode export_ged(Export *x) {
  return csv_incidents(x, (ExportColumns){columns, sizeof columns / sizeof *columns}, has_place_in);
}
