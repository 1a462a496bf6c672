/* Claims: what somebody counts for a period, beside what is on record; figures over time. */
#include <math.h>

#include "serve/context.h"

enum { SERIES_POINTS = 500, POINTS_MOST = 4000 };

/* ---- tallies against incidents ---- */

typedef struct Told {
  int64_t least, most; /* most < least: open; least LEDGER_UNTOLD: not told */
} Told;

static Told outcome_of(const Record *r, Str what) {
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    const Outcome *o = &r->outcomes[i];
    if (!str_eq(o->what, what) || !o->count.set || o->unit.n || o->count.min > 1e15) continue;
    return (Told){(int64_t)o->count.min, o->count.max > 1e15 ? -1 : (int64_t)o->count.max};
  }
  return (Told){LEDGER_UNTOLD, LEDGER_UNTOLD};
}

static void say_told(Say *s, const char *key, Told told) {
  say_key(s, key);
  say_range(s, told.least, told.most);
}

/* Acts of one kind may be told as others of them: an operation is on record as its arrests. */
static bool says_its_type(Str type) { return !str_eq(type, STR("operation")) && !str_eq(type, STR("attack")); }

static void say_query(Context *c, const LedgerReport *r, const LedgerFilter *f) {
  Say *s = &c->say;
  say_key(s, "query");
  say_object(s);
  say_field(s, "actor", f->actor);
  if (f->type.n) say_field(s, "type", f->type);
  if (f->place.n) say_field(s, "place", f->place);
  say_key(s, "from");
  say_day(s, (int32_t)r->day_from);
  say_key(s, "to");
  say_day(s, (int32_t)r->day_to);
  say_end_object(s);
}

static void say_on_record(Context *c, const LedgerReport *r, const Record *record) {
  LedgerFilter f = LEDGER_FILTER;
  CubeChosen chosen;
  ErrorInfo info;
  Say *s = &c->say;
  for (uint32_t i = 0; i < record->agents.n && !f.actor.n; i++) f.actor = record->agents.at[i].id;
  for (uint32_t i = 0; i < record->targets.n && !f.actor.n; i++) f.actor = record->targets.at[i].id;
  f.from = r->day_from;
  f.to = r->day_to;
  f.place = r->place.precision == 6 ? r->place.country : r->place.id;
  if (says_its_type(r->type)) f.type = r->type;
  say_key(s, "on_record");
  bool closed = r->day_from != LEDGER_UNTOLD && r->day_to != LEDGER_UNTOLD;
  if (!closed || !f.actor.n || cube_choose(c->cube, c->ledger, c->arena, &f, &chosen, &info)) {
    say_null(s);
    return;
  }
  CubeSums sums = cube_tolls(&chosen);
  say_object(s);
  say_field_int(s, "incidents", chosen.n);
  say_told(s, "killed", (Told){sums.killed[0], sums.killed_open ? -1 : sums.killed[1]});
  say_told(s, "injured", (Told){sums.injured[0], sums.injured_open ? -1 : sums.injured[1]});
  say_query(c, r, &f);
  say_end_object(s);
}

static int32_t day_or_none(int64_t day) { return day == LEDGER_UNTOLD ? CUBE_NO_DAY : (int32_t)day; }

static void say_claim(Context *c, const LedgerReport *r) {
  Record record = {0};
  ErrorInfo info;
  Say *s = &c->say;
  if (json_read_record(c->arena, r->json, &record, &info)) record = (Record){0};
  say_object(s);
  say_key(s, "report");
  say_report(c, r);
  say_key(s, "agents");
  say_array(s);
  for (uint32_t i = 0; i < record.agents.n; i++) {
    const Actor *a = &record.agents.at[i];
    say_named(c, a->id, a->name.n ? a->name : a->quote.text, NULL);
  }
  say_end_array(s);
  say_key(s, "place");
  say_place(c, &r->place);
  say_key(s, "from");
  say_day(s, day_or_none(r->day_from));
  say_key(s, "to");
  say_day(s, day_or_none(r->day_to));
  say_key(s, "claimed");
  say_object(s);
  say_told(s, "count", (Told){r->count[0], r->count[1]});
  say_told(s, "killed", (Told){r->killed[0], r->killed[1]});
  say_told(s, "injured", (Told){r->injured[0], r->injured[1]});
  say_told(s, "arrested", outcome_of(&record, STR("arrested")));
  say_end_object(s);
  say_on_record(c, r, &record);
  say_end_object(s);
}

void answer_claims(Context *c) {
  LedgerFilter filter;
  LedgerPage page;
  LedgerReports reports;
  Say *s = &c->say;
  if (!context_page(c, &page) || !context_filter(c, &filter)) return;
  if (!context_reports(c, &filter, STR("tally"), page, &reports)) return;
  say_object(s);
  say_field_int(s, "total", reports.total);
  say_field_int(s, "offset", page.offset);
  say_key(s, "rows");
  say_array(s);
  for (uint32_t i = 0; i < reports.list.n; i++) say_claim(c, &reports.list.at[i]);
  say_end_array(s);
  say_end_object(s);
}

/* ---- figures over time ---- */

static void say_origin(Context *c, Str id, Str name, const Hide *hide) {
  const KnownName *known = id.n ? known_of(c->house->known, id) : known_find(c->house->known, c->arena, name);
  Side side = known ? known->side : SIDE_UNKNOWN;
  say_named(c, known ? known->id : id, id.n || !hide ? name : hide_in(hide, c->arena, name), &side);
}

static void say_point_origins(Context *c, const LedgerFigure *f) {
  LedgerDocumentRow d = {0};
  Hide hide = {0};
  for (uint32_t i = 0; i < f->nspeakers && !c->shown; i++)
    if (!f->speakers[i].id.n && ledger_document_row(c->ledger, c->arena, f->document, &d)) {
      hide = document_hide(c, d.row);
      break;
    }
  say_array(&c->say);
  for (uint32_t i = 0; i < f->nspeakers; i++) say_origin(c, f->speakers[i].id, f->speakers[i].name, &hide);
  if (!f->nspeakers && f->outlet.n) say_origin(c, STR(""), f->outlet, NULL);
  say_end_array(&c->say);
}

static void say_point(Context *c, const LedgerFigure *f, int32_t day) {
  Say *s = &c->say;
  say_object(s);
  say_field(s, "record", f->key);
  say_field(s, "document", f->document);
  say_field_or_null(s, "time", f->time);
  say_key(s, "day");
  say_day(s, day);
  say_key(s, "count");
  say_range(s, f->count[0], f->count[1]);
  say_key(s, "approx");
  say_bool(s, f->approx);
  say_key(s, "origins");
  say_point_origins(c, f);
  say_field_or_null(s, "outlet", f->outlet);
  say_field(s, "status", f->status);
  say_end_object(s);
}

static void say_holders(Context *c, Str holders) {
  Say *s = &c->say;
  bool plain = holders.n && (unsigned char)holders.p[0] >= 0x80;
  say_array(s);
  while (holders.n) {
    Str one = plain ? holders : str_cut(&holders, ' ');
    if (plain) holders = STR_NONE;
    say_named(c, plain ? STR("") : one, one, NULL);
  }
  say_end_array(s);
}

/* A figure without a time is news of its day. */
static int32_t day_of(const Cube *cube, int64_t row) {
  int32_t day = cube->days_of[row].from;
  return day != CUBE_NO_DAY ? day : cube->docs[cube->doc_of[row]].day;
}

static bool say_series(Context *c, const CubeGroups *groups, const CubeGroup *g, uint32_t most) {
  const CubeSeries *series = &c->cube->series.at[g->series];
  LedgerFigures figures;
  ErrorInfo info = {0};
  Say *s = &c->say;
  Str label = STR("");
  LedgerPlaceRow place = {.lat = (double)NAN, .lon = (double)NAN};
  uint32_t n = g->n < most ? g->n : most;
  const int64_t *rows = groups->rows + g->at + (g->n - n);
  ErrorCode code = ledger_figures(c->ledger, c->arena, rows, n, &figures, &info);
  if (code) refuse_error(c, code, &info, "series");
  if (code) return false;
  if (figures.list.n) place = figures.list.at[0].place;
  say_object(s);
  say_field(s, "type", series->type);
  say_field_or_null(s, "unit", series->unit);
  say_key(s, "place");
  say_place(c, &place);
  say_key(s, "holders");
  say_holders(c, series->holders);
  say_field_int(s, "figures", g->n);
  say_key(s, "points");
  say_array(s);
  for (uint32_t i = 0; i < figures.list.n; i++) {
    if (figures.list.at[i].label.n) label = figures.list.at[i].label;
    say_point(c, &figures.list.at[i], figures.list.n == n ? day_of(c->cube, rows[i]) : CUBE_NO_DAY);
  }
  say_end_array(s);
  say_field_or_null(s, "label", label);
  say_end_object(s);
  return true;
}

/* The points of a page are bounded together: what long series take the others lack. The latest are kept. */
void answer_series(Context *c) {
  LedgerFilter filter;
  LedgerPage page;
  CubeGroups groups;
  ErrorInfo info = {0};
  Say *s = &c->say;
  if (!context_page(c, &page) || !context_filter(c, &filter)) return;
  ErrorCode code = cube_series(c->cube, c->ledger, c->arena, &filter, &groups, &info);
  if (code) {
    refuse_error(c, code, &info, filter.place.n ? "place" : "series");
    return;
  }
  say_object(s);
  say_field_int(s, "total", groups.n);
  say_field_int(s, "offset", page.offset);
  say_key(s, "rows");
  say_array(s);
  uint32_t left = POINTS_MOST;
  for (int64_t i = page.offset; i < groups.n && i < page.offset + page.limit; i++) {
    uint32_t most = left < SERIES_POINTS ? left : SERIES_POINTS;
    if (!say_series(c, &groups, &groups.at[i], most ? most : 1)) return;
    left -= groups.at[i].n < left ? groups.at[i].n : left;
  }
  say_end_array(s);
  say_end_object(s);
}
