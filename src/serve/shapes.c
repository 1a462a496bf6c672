/* Shapes that several answers share: names, places, facets, an incident's row. */
#include <math.h>

#include "serve/context.h"

void refuse_error(Context *c, ErrorCode code, const ErrorInfo *info, const char *what) {
  /* "--text" is the command line's name of parameter q. */
  const char *named = str_eq(str_of(info->what), STR("--text")) ? "q" : what;
  const char *why = info->why[0] ? info->why : error_text(code);
  bool busy = strstr(why, "another program is writing") != NULL;
  refuse(c, code == ERROR_USAGE ? 400 : busy ? 503 : 500, named, "%s", why);
}

bool context_filter(Context *c, LedgerFilter *f) {
  ErrorInfo info = {0};
  if (!request_filter(c->request, c->arena, f, &c->problem)) return false;
  f->engine = c->house->options->engine;
  if (f->person.n) {
    f->person = ledger_person_of(c->ledger, c->arena, f->person);
    if (!f->person.n) refuse(c, 400, "person", "is nobody's; /people gives the keys of persons");
  }
  (void)info;
  return !c->problem.status;
}

bool context_page(Context *c, LedgerPage *page) {
  return request_page(c->request, &page->limit, &page->offset, &c->problem);
}

bool context_choose(Context *c, CubeChosen *chosen) {
  LedgerFilter filter;
  ErrorInfo info = {0};
  if (!context_filter(c, &filter)) return false;
  ErrorCode code = cube_choose(c->cube, c->ledger, c->arena, &filter, chosen, &info);
  if (code) refuse_error(c, code, &info, filter.place.n ? "place" : "filter");
  return !code;
}

bool context_reports(Context *c, LedgerFilter *f, Str kind, LedgerPage page, LedgerReports *out) {
  CubeRows rows;
  ErrorInfo info = {0};
  f->sort = c->request->value[PARAM_SORT];
  ErrorCode code = cube_records(c->cube, c->ledger, c->arena, f, kind, &rows, &info);
  if (!code) code = ledger_reports_at(c->ledger, c->arena, &rows, page, out, &info);
  if (code) refuse_error(c, code, &info, f->place.n ? "place" : "sort");
  return !code;
}

/* ---- names ---- */

void say_named(Context *c, Str id, Str name, const Side *side) {
  Say *s = &c->say;
  const KnownName *known = known_of(c->house->known, id);
  say_object(s);
  say_field_or_null(s, "id", id);
  say_field_or_null(s, "name", known && known->english.n ? known->english : name);
  say_field_or_null(s, "name_ar", known ? known->arabic : STR(""));
  if (side) say_field(s, "side", str_of(side_name(*side)));
  say_end_object(s);
}

Side outlet_side(Context *c, Str outlet) {
  const KnownName *known = outlet.n ? known_find(c->house->known, c->arena, outlet) : NULL;
  return known ? known->side : SIDE_UNKNOWN;
}

/* ---- places ---- */

static Str place_arabic(Context *c, Str id) {
  const KnownName *known = known_of(c->house->known, id);
  return known ? known->arabic : STR("");
}

void say_place(Context *c, const LedgerPlaceRow *p) {
  Say *s = &c->say;
  if (!p->id.n && !p->name.n) {
    say_null(s);
    return;
  }
  say_object(s);
  say_field_or_null(s, "id", p->id);
  say_field_or_null(s, "name", p->name);
  say_field_or_null(s, "name_ar", place_arabic(c, p->id));
  say_field_or_null(s, "country", p->country);
  say_field_or_null(s, "admin1", p->admin1);
  say_field_or_null(s, "admin1_ar", p->admin1.n ? known_division(c->house->known, p->country, p->admin1) : STR(""));
  say_key(s, "lat");
  say_number(s, p->lat);
  say_key(s, "lon");
  say_number(s, p->lon);
  say_key(s, "precision");
  if (p->precision > 0)
    say_int(s, p->precision);
  else
    say_null(s);
  say_end_object(s);
}

/* ---- facets ---- */

static void say_facet(Context *c, const CubeName *name, uint32_t n, const Side *side) {
  Say *s = &c->say;
  const KnownName *known =
      name->id.n ? known_of(c->house->known, name->id) : known_find(c->house->known, c->arena, name->name);
  bool outlet = name->outlet && name->name.n;
  say_object(s);
  say_field(s, "value", outlet || !name->id.n ? name->name : name->id);
  say_field_or_null(s, "name", known && known->english.n ? known->english : name->name.n ? name->name : name->id);
  say_field_or_null(s, "name_ar", known ? known->arabic : STR(""));
  say_field_int(s, "n", n);
  if (side) say_field(s, "side", str_of(side_name(*side)));
  say_end_object(s);
}

void say_facets(Context *c, const CubeNames *names, CubeCounts counts, uint32_t most, bool sides) {
  say_array(&c->say);
  for (uint32_t i = 0; i < counts.n && i < most; i++) {
    const CubeName *name = &names->at[counts.at[i].value];
    Side side = SIDE_UNKNOWN;
    if (names == &c->cube->origins) {
      side = (Side)c->sides[counts.at[i].value];
    } else if (sides) {
      const KnownName *known = known_of(c->house->known, name->id);
      side = known ? known->side : outlet_side(c, name->name);
    }
    say_facet(c, name, counts.at[i].n, sides ? &side : NULL);
  }
  say_end_array(&c->say);
}

static void say_place_facet(Context *c, const CubePlace *p, CubeLevel level, uint32_t n) {
  Say *s = &c->say;
  Str division = known_division(c->house->known, p->country, level == CUBE_COUNTRIES ? STR("") : p->admin1);
  say_object(s);
  if (level == CUBE_TOWNS) {
    say_field(s, "value", p->id);
    say_field_or_null(s, "name", p->name);
    say_field_or_null(s, "name_ar", place_arabic(c, p->id));
  } else if (level == CUBE_DIVISIONS) {
    say_field(s, "value", arena_printf(c->arena, "%.*s/%.*s", STR_ARG(p->country), STR_ARG(p->admin1)));
    say_field_or_null(s, "name", p->admin1);
    say_field_or_null(s, "name_ar", division);
  } else {
    const KnownName *known = known_of(c->house->known, arena_printf(c->arena, "iso:%.*s", STR_ARG(p->country)));
    say_field(s, "value", p->country);
    say_field_or_null(s, "name", known ? known->english : p->country);
    say_field_or_null(s, "name_ar", known ? known->arabic : division);
  }
  say_field_int(s, "n", n);
  say_field_or_null(s, "country", p->country);
  say_end_object(s);
}

void say_place_rows(Context *c, CubeCounts counts, CubeLevel level) {
  for (uint32_t i = 0; i < counts.n; i++)
    say_place_facet(c, &c->cube->places.at[counts.at[i].value], level, counts.at[i].n);
}

void say_places(Context *c, CubeCounts counts, CubeLevel level, uint32_t most) {
  if (counts.n > most) counts.n = most;
  say_array(&c->say);
  say_place_rows(c, counts, level);
  say_end_array(&c->say);
}

/* ---- incidents ---- */

enum { ACTORS_SHOWN = 4, ORIGINS_COUNTED = 200 };

static void say_actors(Context *c, const char *key, int64_t row, Str role) {
  LedgerNamed named[ACTORS_SHOWN];
  uint32_t n = ledger_incident_actors(c->ledger, c->arena, row, role, named, ACTORS_SHOWN);
  say_key(&c->say, key);
  say_array(&c->say);
  for (uint32_t k = 0; k < n; k++) say_named(c, named[k].id, named[k].name, NULL);
  say_end_array(&c->say);
}

static void say_day_number(Context *c, const char *key, int64_t day) {
  say_key(&c->say, key);
  if (day == LEDGER_UNTOLD)
    say_null(&c->say);
  else
    say_int(&c->say, day);
}

/* Different origins, and how many are parties. One who has an id is one, by whatever name. */
static void say_origin_counts(Context *c, int64_t row) {
  LedgerNamed named[ORIGINS_COUNTED];
  Str seen[ORIGINS_COUNTED];
  uint32_t n = ledger_incident_origins(c->ledger, c->arena, row, named, ORIGINS_COUNTED), origins = 0, parties = 0;
  for (uint32_t i = 0; i < n; i++) {
    const KnownName *known =
        named[i].id.n ? known_of(c->house->known, named[i].id) : known_find(c->house->known, c->arena, named[i].name);
    Str id = known ? known->id : named[i].id.n ? named[i].id : named[i].name;
    bool again = false;
    for (uint32_t k = 0; k < origins; k++) again |= str_eq(seen[k], id);
    if (again) continue;
    seen[origins++] = id;
    parties += known && known->side == SIDE_PARTY;
  }
  say_field_int(&c->say, "origins", origins);
  say_field_int(&c->say, "parties", parties);
}

bool say_incident_members(Context *c, int64_t row) {
  LedgerIncidentNow i;
  Say *s = &c->say;
  if (!ledger_incident_now(c->ledger, c->arena, row, &i)) return false;
  say_field(s, "incident", i.id);
  say_field(s, "type", i.type);
  say_field_or_null(s, "time", i.time);
  say_day_number(c, "day_from", i.day_from);
  say_day_number(c, "day_to", i.day_to);
  say_key(s, "place");
  say_place(c, &i.place);
  say_key(s, "killed");
  say_range(s, i.killed[0], i.killed[1]);
  say_key(s, "injured");
  say_range(s, i.injured[0], i.injured[1]);
  say_actors(c, "agents", row, STR("agent"));
  say_actors(c, "targets", row, STR("target"));
  say_field_int(s, "records", i.records);
  say_field_int(s, "documents", i.documents);
  say_field_int(s, "outlets", i.outlets);
  say_field_int(s, "voices", i.voices);
  say_origin_counts(c, row);
  say_field(s, "status", i.status);
  return true;
}

/* The cube may be some seconds old: a row that is no more is left out, the others are as now. */
void say_incident(Context *c, int64_t row) {
  LedgerIncidentNow i;
  if (!ledger_incident_now(c->ledger, c->arena, row, &i)) return;
  say_object(&c->say);
  (void)say_incident_members(c, row);
  say_end_object(&c->say);
}
