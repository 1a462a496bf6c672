/* Counting what was chosen: each incident is looked at once, and each of its values adds one to
 * a counter. */
#include "ledger/cube/cube.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- sums ---- */

static void add_range(CubeRange r, int64_t sum[2], bool *open) {
  if (r.min < 0) return;
  if (sum[0] < 0) sum[0] = sum[1] = 0;
  sum[0] += r.min;
  sum[1] += r.max < 0 ? r.min : r.max;
  *open |= r.max < 0;
}

static bool is_placed(const Cube *c, const CubeIncident *i) {
  return i->place != CUBE_NONE && isfinite(c->places.at[i->place].lat) && isfinite(c->places.at[i->place].lon);
}

static void add_docs(const CubeChosen *chosen, Arena *arena, CubeSums *sums) {
  const Cube *c = chosen->cube;
  int64_t most = 0;
  for (uint32_t d = 0; d < c->ndocs; d++)
    if (c->docs[d].voice > most) most = c->docs[d].voice;
  uint8_t *seen = ARENA_ARRAY(arena, uint8_t, (size_t)c->ndocs + 1);
  uint8_t *heard = ARENA_ARRAY(arena, uint8_t, (size_t)most + 1);
  for (uint32_t k = 0; seen && heard && k < chosen->n; k++) {
    CubeSlice has = c->at[chosen->at[k]].has[CUBE_DOCS];
    for (uint32_t i = 0; i < has.n; i++) {
      uint32_t doc = c->lists[CUBE_DOCS][has.at + i];
      sums->documents += !seen[doc];
      seen[doc] = 1;
      uint8_t *voice = &heard[c->docs[doc].voice];
      sums->voices += !*voice;
      *voice = 1;
    }
  }
}

CubeSums cube_tolls(const CubeChosen *chosen) {
  const Cube *c = chosen->cube;
  CubeSums sums = {.killed = {-1, -1}, .injured = {-1, -1}, .from = CUBE_NO_DAY, .to = CUBE_NO_DAY};
  for (uint32_t k = 0; k < chosen->n; k++) {
    const CubeIncident *i = &c->at[chosen->at[k]];
    sums.records += i->records;
    sums.undated += i->day_from == CUBE_NO_DAY;
    sums.unplaced += !is_placed(c, i);
    sums.status[i->status]++;
    add_range(i->killed, sums.killed, &sums.killed_open);
    add_range(i->injured, sums.injured, &sums.injured_open);
    if (i->day_from != CUBE_NO_DAY && (sums.from == CUBE_NO_DAY || i->day_from < sums.from)) sums.from = i->day_from;
    if (i->day_to != CUBE_NO_DAY && i->day_to > sums.to) sums.to = i->day_to;
  }
  return sums;
}

CubeSums cube_sums(const CubeChosen *chosen, Arena *arena) {
  CubeSums sums = cube_tolls(chosen);
  add_docs(chosen, arena, &sums);
  return sums;
}

/* ---- facets ---- */

static int by_n(const void *a, const void *b) {
  const CubeCount *x = a, *y = b;
  if (x->n != y->n) return x->n > y->n ? -1 : 1;
  return x->value < y->value ? -1 : x->value > y->value;
}

static CubeCounts counts_of(Arena *arena, const uint32_t *n, uint32_t values) {
  CubeCounts out = {.at = ARENA_ARRAY(arena, CubeCount, (size_t)values + 1)};
  for (uint32_t v = 0; out.at && v < values; v++)
    if (n[v]) out.at[out.n++] = (CubeCount){v, n[v]};
  if (out.n) qsort(out.at, out.n, sizeof *out.at, by_n);
  return out;
}

CubeCounts cube_count_types(const CubeChosen *chosen, Arena *arena) {
  const Cube *c = chosen->cube;
  uint32_t *n = ARENA_ARRAY(arena, uint32_t, (size_t)c->types.n + 1);
  for (uint32_t k = 0; n && k < chosen->n; k++) n[c->type[chosen->at[k]]]++;
  return n ? counts_of(arena, n, c->types.n) : (CubeCounts){0};
}

CubeCounts cube_count(const CubeChosen *chosen, Arena *arena, CubeKind kind) {
  const Cube *c = chosen->cube;
  uint32_t values = kind == CUBE_ACTORS ? c->actors.n : kind == CUBE_ORIGINS ? c->origins.n : c->outlets.n;
  uint32_t *n = ARENA_ARRAY(arena, uint32_t, (size_t)values + 1);
  for (uint32_t k = 0; n && k < chosen->n; k++) {
    CubeSlice has = c->at[chosen->at[k]].has[kind];
    for (uint32_t i = 0; i < has.n; i++) n[c->lists[kind][has.at + i]]++;
  }
  return n ? counts_of(arena, n, values) : (CubeCounts){0};
}

/* ---- places ---- */

CubeCounts cube_count_places(const CubeChosen *chosen, Arena *arena, CubeLevel level) {
  const Cube *c = chosen->cube;
  uint32_t *n = ARENA_ARRAY(arena, uint32_t, (size_t)c->places.n + 1);
  if (!n) return (CubeCounts){0};
  for (uint32_t k = 0; k < chosen->n; k++) {
    uint32_t place = c->place[chosen->at[k]];
    if (place != CUBE_NONE && c->same[level][place] != CUBE_NONE) n[c->same[level][place]]++;
  }
  return counts_of(arena, n, c->places.n);
}

static int by_point(const void *a, const void *b) {
  const CubePoint *x = a, *y = b;
  if (x->n != y->n) return x->n > y->n ? -1 : 1;
  return x->place < y->place ? -1 : x->place > y->place;
}

static void add_point(CubePoint *to, const CubePoint *p) {
  double n = to->n + p->n;
  to->lat += (p->lat - to->lat) * p->n / n;
  to->lon += (p->lon - to->lon) * p->n / n;
  to->n += p->n;
  to->killed += p->killed;
  to->places++;
}

/* Of the same division, or of the same country where both have none. */
static uint32_t division_of(const Cube *c, uint32_t place) {
  uint32_t division = c->same[CUBE_DIVISIONS][place];
  return division != CUBE_NONE ? division : c->same[CUBE_COUNTRIES][place];
}

/* The points from `most` on become one for each division, in the order of the first of each; how many there are
 * then. */
static uint32_t put_together(const Cube *c, Arena *arena, CubePoint *points, uint32_t most, uint32_t n) {
  uint32_t *at = ARENA_ARRAY(arena, uint32_t, (size_t)c->places.n + 1), used = most;
  if (n <= most || !at) return n;
  for (uint32_t i = most; i < n; i++) {
    uint32_t division = division_of(c, points[i].place);
    if (division != CUBE_NONE && at[division]) {
      add_point(&points[at[division] - 1], &points[i]);
      continue;
    }
    points[used++] = points[i];
    if (division != CUBE_NONE) at[division] = used;
  }
  return used;
}

CubePoint *cube_points(const CubeChosen *chosen, Arena *arena, uint32_t most, uint32_t *n) {
  const Cube *c = chosen->cube;
  CubePoint *points = ARENA_ARRAY(arena, CubePoint, (size_t)c->places.n + 1);
  uint32_t *types = arena_array(arena, (size_t)c->places.n * c->types.n + 1, sizeof *types, _Alignof(uint32_t));
  *n = 0;
  if (!points || !types) return NULL;
  for (uint32_t k = 0; k < chosen->n; k++) {
    const CubeIncident *i = &c->at[chosen->at[k]];
    if (!is_placed(c, i)) continue;
    CubePoint *p = &points[i->place];
    p->place = i->place;
    p->n++;
    p->killed += i->killed.min > 0 ? i->killed.min : 0;
    uint32_t *own = &types[(size_t)i->place * c->types.n];
    if (++own[i->type] > own[p->type] || (own[i->type] == own[p->type] && i->type < p->type)) p->type = i->type;
  }
  for (uint32_t p = 0; p < c->places.n; p++) {
    if (!points[p].n) continue;
    points[*n] = points[p];
    points[*n].places = 1;
    points[*n].lat = c->places.at[p].lat;
    points[(*n)++].lon = c->places.at[p].lon;
  }
  if (*n) qsort(points, *n, sizeof *points, by_point);
  *n = put_together(c, arena, points, most, *n);
  return points;
}

/* ---- time ---- */

/* Howard Hinnant's days_from_civil and its inverse: years of March, so that the leap day is the
 * last. */
int32_t cube_day(int year, int month, int date) {
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int of_era = y - era * 400, of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void cube_date(int32_t day, int *year, int *month, int *date) {
  int64_t z = (int64_t)day + 719468, era = (z >= 0 ? z : z - 146096) / 146097, doe = z - era * 146097;
  int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  int64_t mp = (5 * doy + 2) / 153;
  *date = (int)(doy - (153 * mp + 2) / 5 + 1);
  *month = (int)(mp < 10 ? mp + 3 : mp - 9);
  *year = (int)(yoe + era * 400 + (*month <= 2));
}

static int32_t bin_first(int32_t day, CubeBin by) {
  int year = 0, month = 0, date = 0;
  if (by == CUBE_BIN_DAY) return day;
  /* 1970-01-01 was a Thursday. */
  if (by == CUBE_BIN_WEEK) return day - ((day + 3) % 7 + 7) % 7;
  cube_date(day, &year, &month, &date);
  return cube_day(year, by == CUBE_BIN_YEAR ? 1 : month, 1);
}

static int32_t bin_last(int32_t first, CubeBin by) {
  int year = 0, month = 0, date = 0;
  if (by == CUBE_BIN_DAY) return first;
  if (by == CUBE_BIN_WEEK) return first + 6;
  cube_date(first, &year, &month, &date);
  if (by == CUBE_BIN_YEAR) return cube_day(year, 12, 31);
  return (month == 12 ? cube_day(year + 1, 1, 1) : cube_day(year, month + 1, 1)) - 1;
}

enum { AUTO_BINS = 200 };

static CubeBin fitting(const CubeChosen *chosen) {
  int64_t from = INT32_MAX, to = INT32_MIN;
  for (uint32_t k = 0; k < chosen->n; k++) {
    int32_t day = chosen->cube->at[chosen->at[k]].day_from;
    if (day == CUBE_NO_DAY) continue;
    if (day < from) from = day;
    if (day > to) to = day;
  }
  int64_t days = to - from;
  if (days <= AUTO_BINS) return CUBE_BIN_DAY;
  if (days <= 7 * AUTO_BINS) return CUBE_BIN_WEEK;
  return days <= 30 * AUTO_BINS ? CUBE_BIN_MONTH : CUBE_BIN_YEAR;
}

static int by_day(const void *a, const void *b) {
  int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
  return x < y ? -1 : x > y;
}

typedef struct Dated {
  int32_t day;
  uint32_t incident;
} Dated;

CubeBar *cube_bars(const CubeChosen *chosen, Arena *arena, CubeBin *by, uint32_t *n) {
  const Cube *c = chosen->cube;
  Dated *dated = ARENA_ARRAY(arena, Dated, (size_t)chosen->n + 1);
  CubeBar *bars = ARENA_ARRAY(arena, CubeBar, (size_t)chosen->n + 1);
  uint32_t used = 0;
  *n = 0;
  if (!dated || !bars) return NULL;
  if (*by == CUBE_BIN_AUTO) *by = fitting(chosen);
  for (uint32_t k = 0; k < chosen->n; k++)
    if (c->at[chosen->at[k]].day_from != CUBE_NO_DAY)
      dated[used++] = (Dated){c->at[chosen->at[k]].day_from, chosen->at[k]};
  if (used) qsort(dated, used, sizeof *dated, by_day);
  for (uint32_t k = 0; k < used; k++) {
    const CubeIncident *i = &c->at[dated[k].incident];
    if (!*n || dated[k].day > bars[*n - 1].to) {
      int32_t first = bin_first(dated[k].day, *by);
      bars[(*n)++] = (CubeBar){.from = first, .to = bin_last(first, *by)};
    }
    CubeBar *bar = &bars[*n - 1];
    bar->n++;
    bar->longer += i->day_to == CUBE_NO_DAY || (int64_t)i->day_to - i->day_from > (int64_t)bar->to - bar->from;
    if (i->killed.min < 0) continue;
    bar->killed += i->killed.min;
    bar->killed_most += i->killed.max < 0 ? i->killed.min : i->killed.max;
  }
  return bars;
}
