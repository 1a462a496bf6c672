/* Claims: what somebody counts for a period, beside what is on record; figures over time. */
#include <stdlib.h>

#include "serve/context.h"

enum { SERIES_POINTS = 500, FIGURES_MOST = 50000 };

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
  CubeSums sums = cube_sums(&chosen, c->arena);
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

static Str place_key(const LedgerFigure *f) { return f->place.id.n ? f->place.id : f->place.name; }

static int same_series(const LedgerFigure *x, const LedgerFigure *y) {
  int order = str_cmp(x->type, y->type);
  if (!order) order = str_cmp(place_key(x), place_key(y));
  if (!order) order = str_cmp(x->holders, y->holders);
  return order ? order : str_cmp(x->unit, y->unit);
}

/* A figure without a time is news of its day, and one without either stands last. */
static int64_t day_of(const LedgerFigure *f) {
  if (f->day != LEDGER_UNTOLD) return f->day;
  return f->published != LEDGER_UNTOLD ? f->published : INT64_MAX;
}

static int by_series(const void *a, const void *b) {
  const LedgerFigure *x = a, *y = b;
  int order = same_series(x, y);
  if (order) return order;
  if (day_of(x) != day_of(y)) return day_of(x) < day_of(y) ? -1 : 1;
  return str_cmp(x->key, y->key);
}

typedef struct Group {
  const LedgerFigure *at;
  uint32_t n;
} Group;

static bool is_somebodys(const Group *g) { return g->at->holders.n || place_key(g->at).n; }

/* Numbers of nobody and nowhere make no series: they stand behind those that do. */
static int by_size(const void *a, const void *b) {
  const Group *x = a, *y = b;
  if (is_somebodys(x) != is_somebodys(y)) return is_somebodys(x) ? -1 : 1;
  if (x->n != y->n) return x->n > y->n ? -1 : 1;
  return same_series(x->at, y->at);
}

static void say_point(Context *c, const LedgerFigure *f, Str *label) {
  Record r = {0};
  ErrorInfo info;
  Say *s = &c->say;
  if (json_read_record(c->arena, ledger_record_json(c->ledger, c->arena, f->row), &r, &info)) r = (Record){0};
  if (r.trigger.text.n) *label = r.trigger.text;
  int64_t day = day_of(f);
  say_object(s);
  say_field(s, "record", f->key);
  say_field(s, "document", f->document);
  say_field_or_null(s, "time", f->time);
  say_key(s, "day");
  say_day(s, day == INT64_MAX ? CUBE_NO_DAY : (int32_t)day);
  say_key(s, "count");
  say_range(s, f->count[0], f->count[1]);
  say_key(s, "approx");
  say_bool(s, r.count.approx);
  say_key(s, "origins");
  say_array(s);
  for (uint32_t i = 0; i < r.claimed_by.n; i++) {
    const Actor *a = &r.claimed_by.at[i];
    const KnownName *known = a->id.n ? known_of(c->house->known, a->id) : NULL;
    Side side = known ? known->side : SIDE_UNKNOWN;
    say_named(c, a->id, a->name.n ? a->name : a->quote.text, &side);
  }
  if (!r.claimed_by.n && f->outlet.n) {
    Side side = outlet_side(c, f->outlet);
    say_named(c, STR(""), f->outlet, &side);
  }
  say_end_array(s);
  say_field_or_null(s, "outlet", f->outlet);
  say_field(s, "status", f->status);
  say_end_object(s);
}

static void say_series(Context *c, const Group *g) {
  Say *s = &c->say;
  Str label = STR(""), holders = g->at->holders;
  say_object(s);
  say_field(s, "type", g->at->type);
  say_field_or_null(s, "unit", g->at->unit);
  say_key(s, "place");
  say_place(c, &g->at->place);
  say_key(s, "holders");
  say_array(s);
  bool plain = holders.n && (unsigned char)holders.p[0] >= 0x80;
  while (holders.n) {
    Str one = plain ? holders : str_cut(&holders, ' ');
    if (plain) holders = STR_NONE;
    say_named(c, plain ? STR("") : one, one, NULL);
  }
  say_end_array(s);
  say_key(s, "points");
  say_array(s);
  for (uint32_t i = 0; i < g->n && i < SERIES_POINTS; i++) say_point(c, &g->at[i], &label);
  say_end_array(s);
  say_field_or_null(s, "label", label);
  say_end_object(s);
}

static Group *groups_of(Context *c, LedgerFigures *figures, uint32_t *n) {
  Group *groups = ARENA_ARRAY(c->arena, Group, (size_t)figures->list.n + 1);
  *n = 0;
  if (!groups || !figures->list.n) return groups;
  qsort(figures->list.at, figures->list.n, sizeof *figures->list.at, by_series);
  for (uint32_t i = 0; i < figures->list.n; i++) {
    const LedgerFigure *f = &figures->list.at[i];
    if (!*n || same_series(groups[*n - 1].at, f)) groups[(*n)++] = (Group){f, 0};
    groups[*n - 1].n++;
  }
  qsort(groups, *n, sizeof *groups, by_size);
  return groups;
}

void answer_series(Context *c) {
  LedgerFilter filter;
  LedgerPage page;
  LedgerFigures figures;
  ErrorInfo info = {0};
  Say *s = &c->say;
  uint32_t n = 0;
  if (!context_page(c, &page) || !context_filter(c, &filter)) return;
  CubeRows rows;
  ErrorCode code = cube_records(c->cube, c->ledger, c->arena, &filter, STR("figure"), &rows, &info);
  if (!code) code = ledger_figures(c->ledger, c->arena, &rows, FIGURES_MOST, &figures, &info);
  if (code) {
    refuse_error(c, code, &info, filter.place.n ? "place" : "series");
    return;
  }
  Group *groups = groups_of(c, &figures, &n);
  say_object(s);
  say_field_int(s, "total", n);
  say_field_int(s, "offset", page.offset);
  say_key(s, "rows");
  say_array(s);
  for (int64_t i = page.offset; groups && i < n && i < page.offset + page.limit; i++) say_series(c, &groups[i]);
  say_end_array(s);
  say_end_object(s);
}
