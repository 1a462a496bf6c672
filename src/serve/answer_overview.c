/* The selection as a whole: counts, time, map, a page of its rows. */
#include "serve/context.h"

enum { FACETS = 60, TOP_ORIGINS = 20, POINTS = 4000, POINTS_MOST = 20000 };

/* ---- overview ---- */

static void say_sums(Context *c, const CubeChosen *chosen) {
  CubeSums sums = cube_sums(chosen, c->arena);
  Say *s = &c->say;
  say_field_int(s, "incidents", chosen->n);
  say_field_int(s, "records", (int64_t)sums.records);
  say_field_int(s, "documents", (int64_t)sums.documents);
  say_field_int(s, "voices", (int64_t)sums.voices);
  say_field_int(s, "undated", (int64_t)sums.undated);
  say_field_int(s, "unplaced", (int64_t)sums.unplaced);
  say_key(s, "killed");
  say_range(s, sums.killed[0], sums.killed_open ? -1 : sums.killed[1]);
  say_key(s, "injured");
  say_range(s, sums.injured[0], sums.injured_open ? -1 : sums.injured[1]);
  say_key(s, "status");
  say_object(s);
  say_field_int(s, "machine-coded", (int64_t)sums.status[CUBE_MACHINE]);
  say_field_int(s, "reviewed", (int64_t)sums.status[CUBE_REVIEWED]);
  say_field_int(s, "corrected", (int64_t)sums.status[CUBE_CORRECTED]);
  say_end_object(s);
  say_days(s, sums.from, sums.to);
}

typedef struct Basis {
  uint64_t origins[SIDES], incidents[SIDES], parties, single, party_only;
} Basis;

static Basis basis_of(const Context *c, const CubeChosen *chosen, CubeCounts origins) {
  Basis b = {0};
  for (uint32_t i = 0; i < origins.n; i++) b.origins[c->sides[origins.at[i].value]]++;
  for (uint32_t k = 0; k < chosen->n; k++) {
    CubeSlice has = c->cube->at[chosen->at[k]].has[CUBE_ORIGINS];
    bool any[SIDES] = {0};
    for (uint32_t i = 0; i < has.n; i++) any[c->sides[c->cube->lists[CUBE_ORIGINS][has.at + i]]] = true;
    bool other = false;
    for (int side = 0; side < SIDES; side++) {
      b.incidents[side] += any[side];
      other |= any[side] && side != SIDE_PARTY;
    }
    b.single += has.n == 1;
    b.party_only += any[SIDE_PARTY] && !other;
  }
  return b;
}

static void say_basis(Context *c, const CubeChosen *chosen) {
  CubeCounts origins = cube_count(chosen, c->arena, CUBE_ORIGINS);
  Basis b = basis_of(c, chosen, origins);
  Say *s = &c->say;
  say_key(s, "basis");
  say_object(s);
  say_field_int(s, "origins", origins.n);
  say_field_int(s, "parties", (int64_t)b.origins[SIDE_PARTY]);
  say_field_int(s, "single", (int64_t)b.single);
  say_field_int(s, "party_only", (int64_t)b.party_only);
  say_key(s, "sides");
  say_array(s);
  for (int side = 0; side < SIDES; side++) {
    if (!b.origins[side]) continue;
    say_object(s);
    say_field(s, "side", str_of(side_name((Side)side)));
    say_field_int(s, "origins", (int64_t)b.origins[side]);
    say_field_int(s, "incidents", (int64_t)b.incidents[side]);
    say_end_object(s);
  }
  say_end_array(s);
  say_key(s, "top");
  say_facets(c, &c->cube->origins, origins, TOP_ORIGINS, true);
  say_end_object(s);
}

void answer_overview(Context *c) {
  CubeChosen chosen;
  Say *s = &c->say;
  if (!context_choose(c, &chosen)) return;
  say_object(s);
  say_sums(c, &chosen);
  say_basis(c, &chosen);
  say_key(s, "types");
  say_facets(c, &c->cube->types, cube_count_types(&chosen, c->arena), UINT32_MAX, false);
  say_key(s, "countries");
  say_places(c, cube_count_places(&chosen, c->arena, CUBE_COUNTRIES), CUBE_COUNTRIES, UINT32_MAX);
  say_key(s, "admin1");
  say_places(c, cube_count_places(&chosen, c->arena, CUBE_DIVISIONS), CUBE_DIVISIONS, FACETS);
  say_key(s, "places");
  say_places(c, cube_count_places(&chosen, c->arena, CUBE_TOWNS), CUBE_TOWNS, FACETS);
  say_key(s, "actors");
  say_facets(c, &c->cube->actors, cube_count(&chosen, c->arena, CUBE_ACTORS), FACETS, false);
  say_key(s, "sources");
  say_facets(c, &c->cube->outlets, cube_count(&chosen, c->arena, CUBE_OUTLETS), FACETS, true);
  say_end_object(s);
}

/* ---- time ---- */

/* The bars that hold most of the incidents: a report of the Middle Ages must not press a year of war into one bar. As
 * the page cuts them (chart/timeline.tsx). */
static int32_t days_of_most(const CubeBar *bars, uint32_t n) {
  uint64_t all = 0;
  uint32_t low = 0, high = n - 1;
  for (uint32_t i = 0; i < n; i++) all += bars[i].n;
  for (uint64_t seen = bars[0].n; low < high && seen * 100 <= all * 4; seen += bars[low].n) low++;
  for (uint64_t seen = bars[high].n; high > low && seen * 200 <= all; seen += bars[high].n) high--;
  int64_t most = (int64_t)bars[high].to - bars[low].from, whole = (int64_t)bars[n - 1].to - bars[0].from;
  return (int32_t)(2 * most > whole ? whole : most);
}

/* What suits where most incidents lie, if the whole asks for something coarser. */
static CubeBar *fitting_bars(const CubeChosen *chosen, Arena *arena, CubeBin *bin, uint32_t *n) {
  CubeBar *bars = cube_bars(chosen, arena, bin, n);
  if (!bars || !*n) return bars;
  int32_t days = days_of_most(bars, *n);
  CubeBin finer = days <= 200 ? CUBE_BIN_DAY : days <= 1400 ? CUBE_BIN_WEEK : CUBE_BIN_MONTH;
  if (days > 12000 || finer >= *bin) return bars;
  *bin = finer;
  return cube_bars(chosen, arena, bin, n);
}

void answer_timeline(Context *c) {
  static const char *const names[] = {"auto", "day", "week", "month", "year"};
  CubeChosen chosen;
  Say *s = &c->say;
  int by = request_choice(c->request, PARAM_BY, "auto day week month year", &c->problem);
  if (by < 0 || !context_choose(c, &chosen)) return;
  CubeBin bin = (CubeBin)by;
  uint32_t n = 0, dated = 0;
  CubeBar *bars = (bin == CUBE_BIN_AUTO ? fitting_bars : cube_bars)(&chosen, c->arena, &bin, &n);
  say_object(s);
  say_field(s, "by", str_of(names[bin]));
  say_key(s, "bins");
  say_array(s);
  for (uint32_t i = 0; bars && i < n; i++) {
    dated += bars[i].n;
    say_object(s);
    say_key(s, "from");
    say_day(s, bars[i].from);
    say_key(s, "to");
    say_day(s, bars[i].to);
    say_field_int(s, "n", bars[i].n);
    say_field_int(s, "long", bars[i].longer);
    say_field_int(s, "killed", bars[i].killed);
    say_field_int(s, "killed_most", bars[i].killed_most);
    say_end_object(s);
  }
  say_end_array(s);
  say_field_int(s, "undated", chosen.n - dated);
  say_end_object(s);
}

/* ---- map ---- */

/* Several places that are put together are an area: their division, or their country. */
static void say_point(Context *c, const CubePoint *point) {
  const CubePlace *p = &c->cube->places.at[point->place];
  const KnownName *known = known_of(c->house->known, p->id);
  Say *s = &c->say;
  bool one = point->places == 1;
  int precision = one ? p->precision : p->admin1.n ? 4 : 6;
  say_object(s);
  say_field_or_null(s, "id", one ? p->id : STR(""));
  say_field_or_null(s, "name", one ? p->name : p->admin1);
  say_field_or_null(s, "name_ar",
                    !one    ? known_division(c->house->known, p->country, p->admin1)
                    : known ? known->arabic
                            : STR(""));
  say_field_or_null(s, "country", p->country);
  say_field_or_null(s, "admin1", p->admin1);
  say_key(s, "lat");
  say_number(s, point->lat);
  say_key(s, "lon");
  say_number(s, point->lon);
  say_key(s, "precision");
  if (precision > 0)
    say_int(s, precision);
  else
    say_null(s);
  say_field_int(s, "places", point->places);
  say_field_int(s, "n", point->n);
  say_field_int(s, "killed", point->killed);
  say_field(s, "type", c->cube->types.at[point->type].id);
  say_end_object(s);
}

void answer_map(Context *c) {
  CubeChosen chosen;
  uint32_t n = 0, placed = 0, most = POINTS;
  Str given = c->request->value[PARAM_MOST];
  if (given.n && (!str_to_u32(given, &most) || most < 1 || most > POINTS_MOST)) {
    refuse(c, 400, "most", "is no number from 1 to %d", POINTS_MOST);
    return;
  }
  if (!context_choose(c, &chosen)) return;
  CubePoint *points = cube_points(&chosen, c->arena, most, &n);
  Say *s = &c->say;
  for (uint32_t i = 0; points && i < n; i++) placed += points[i].n;
  say_object(s);
  say_field_int(s, "total", chosen.n);
  say_field_int(s, "unplaced", chosen.n - placed);
  say_key(s, "points");
  say_array(s);
  for (uint32_t i = 0; points && i < n; i++) say_point(c, &points[i]);
  say_end_array(s);
  say_end_object(s);
}

/* ---- rows ---- */

static bool read_sort(Context *c, CubeSort *by, bool *down) {
  static const char *const names[] = {"time",      "type",   "place",  "killed", "injured",
                                      "documents", "voices", "status", "review"};
  Str sort = c->request->value[PARAM_SORT].n ? c->request->value[PARAM_SORT] : STR("-time");
  *down = str_starts(sort, STR("-"));
  if (*down) sort = str_slice(sort, 1, sort.n);
  for (int i = 0; i < CUBE_SORTS; i++) {
    if (!str_eq(sort, str_of(names[i]))) continue;
    *by = (CubeSort)i;
    if (*by == CUBE_BY_REVIEW) *down = true;
    return true;
  }
  refuse(c, 400, "sort", "is none of: time type place killed injured documents voices status review, \"-\" before it");
  return false;
}

void answer_incidents(Context *c) {
  CubeChosen chosen;
  LedgerPage page;
  CubeSort by;
  bool down;
  Say *s = &c->say;
  if (!context_page(c, &page) || !read_sort(c, &by, &down) || !context_choose(c, &chosen)) return;
  cube_sort(&chosen, c->arena, by, down);
  say_object(s);
  say_field_int(s, "total", chosen.n);
  say_field_int(s, "offset", page.offset);
  say_key(s, "rows");
  say_array(s);
  for (int64_t i = page.offset; i < chosen.n && i < page.offset + page.limit; i++)
    say_incident(c, c->cube->at[chosen.at[i]].row);
  say_end_array(s);
  say_end_object(s);
}
