/* A row of a sheet tells less than a report: a day, a place, a number or two. It is matched where these
 * agree; one that speaks against (another town on that day, a week apart) rules the incident out.
 * «12/5 سراقب 3 قتلى» (12 May, Saraqib, 3 killed) and an incident of that day at 2 km with 3-4 killed come to
 * 4 + 3 + 3 points. */
#include "ledger/list/sheet_score.h"

#include <math.h>
#include <stdio.h>

enum { OUT = -100, DAYS_NEAR = 3, WEEK = 7, KM_HERE = 5, KM_NEAR = 25, KM_FAR = 60 };

typedef struct Parts {
  Buffer buffer;
  Writer writer;
  int32_t sum;
} Parts;

static void add(Parts *p, int32_t points, Str words) {
  if (!points) return;
  char sign[16];
  snprintf(sign, sizeof sign, " %+d", points);
  if (p->buffer.n) writer_lit(&p->writer, ", ");
  writer_put(&p->writer, words);
  writer_put(&p->writer, str_of(sign));
  p->sum += points;
}

/* ---- when ---- */

static void score_day(Arena *arena, Parts *p, const SheetEntry *e, const SheetCandidate *c) {
  if (e->from == LEDGER_NO_DAY || c->from == LEDGER_NO_DAY || c->to == LEDGER_NO_DAY) {
    p->sum = OUT;
    return;
  }
  int64_t gap = e->to < c->from ? c->from - e->to : c->to < e->from ? e->from - c->to : 0;
  bool exact = e->from == e->to && c->from == c->to, week = e->to - e->from < WEEK && c->to - c->from < WEEK;
  if (gap > DAYS_NEAR || (gap && !week))
    p->sum = OUT;
  else if (gap)
    add(p, gap == 1 ? 2 : 1, arena_printf(arena, "%lld day%s apart", (long long)gap, gap == 1 ? "" : "s"));
  else
    add(p, exact ? 4 : week ? 3 : 1, exact ? STR("same day") : week ? STR("same days") : STR("same month or longer"));
}

/* ---- where ---- */

double sheet_distance(double lat1, double lon1, double lat2, double lon2) {
  const double radian = 0.017453292519943295, earth = 6371;
  double a = sin((lat2 - lat1) * radian / 2), b = sin((lon2 - lon1) * radian / 2);
  double h = a * a + cos(lat1 * radian) * cos(lat2 * radian) * b * b;
  return 2 * earth * asin(sqrt(fmin(1, h)));
}

static bool is_country(Str id) { return str_starts(id, STR("iso:")); }

/* The points of one place; OUT where it is elsewhere, 0 where nothing can be said. */
static int32_t place_points(Arena *arena, const SheetEntry *e, const struct SheetPlace *c, Str *words) {
  bool other_country = e->country.n && c->country.n && !str_eq(e->country, c->country);
  if (e->place_id.n && str_eq(e->place_id, c->id)) {
    *words = STR("same place");
    return is_country(c->id) ? 1 : 4;
  }
  if (is_country(e->place_id) || is_country(c->id)) {
    *words = arena_printf(arena, "within %.*s", STR_ARG(c->country));
    return other_country ? OUT : c->country.n && str_eq(e->country, c->country) ? 1 : 0;
  }
  if (isnan(e->lat) || isnan(c->lat)) return other_country ? OUT : 0;
  double km = sheet_distance(e->lat, e->lon, c->lat, c->lon);
  *words = arena_printf(arena, "%.0f km apart", km);
  return km <= KM_HERE ? 3 : km <= KM_NEAR ? 2 : km <= KM_FAR ? 0 : OUT;
}

static void score_place(Arena *arena, Parts *p, const SheetEntry *e, const SheetCandidate *c) {
  bool told = e->place_id.n || !isnan(e->lat);
  int32_t best = OUT;
  Str words = STR("");
  for (uint32_t i = 0; told && i < c->nplaces; i++) {
    Str these = STR("");
    int32_t points = place_points(arena, e, &c->places[i], &these);
    if (points <= best) continue;
    best = points;
    words = these;
  }
  if (!told || !c->nplaces) return;
  if (best == OUT)
    p->sum = OUT;
  else
    add(p, best, words);
}

/* ---- how many, who ---- */

static Str range_words(Arena *arena, LedgerRange r) {
  if (r.max == LEDGER_OPEN) return arena_printf(arena, "%lld+", (long long)r.min);
  if (r.max == r.min) return arena_printf(arena, "%lld", (long long)r.min);
  return arena_printf(arena, "%lld-%lld", (long long)r.min, (long long)r.max);
}

static void score_toll(Arena *arena, Parts *p, const char *what, LedgerRange a, LedgerRange b, int32_t most) {
  if (a.min == LEDGER_OPEN || b.min == LEDGER_OPEN) return;
  int64_t amax = a.max == LEDGER_OPEN ? INT64_MAX : a.max, bmax = b.max == LEDGER_OPEN ? INT64_MAX : b.max;
  int64_t gap = amax < b.min ? b.min - amax : bmax < a.min ? a.min - bmax : 0;
  int64_t larger = a.min > b.min ? a.min : b.min, room = larger / 5 > 2 ? larger / 5 : 2;
  Str one = range_words(arena, a), other = range_words(arena, b);
  Str words = arena_printf(arena, "%s %.*s and %.*s", what, STR_ARG(one), STR_ARG(other));
  add(p, !gap ? most : gap <= room ? 1 : -2, words);
}

static void score_actor(Arena *arena, Parts *p, const SheetEntry *e, const SheetCandidate *c) {
  for (uint32_t i = 0; i < e->nactors; i++)
    for (uint32_t k = 0; k < c->nactors; k++) {
      if (!str_eq(e->actors[i], c->actors[k])) continue;
      add(p, 2, arena_printf(arena, "both name %.*s", STR_ARG(e->actors[i])));
      return;
    }
}

static bool holds(Str text, Str part) {
  for (size_t i = 0; part.n && i + part.n <= text.n; i++)
    if (memcmp(text.p + i, part.p, part.n) == 0) return true;
  return false;
}

/* A name of two words at least: «محمد» is in every other note. */
static void score_names(Arena *arena, Parts *p, Str notes, const SheetCandidate *c) {
  for (uint32_t i = 0; i < c->npersons; i++) {
    if (!memchr(c->persons[i].p, ' ', c->persons[i].n) || !holds(notes, c->persons[i])) continue;
    add(p, 3, arena_printf(arena, "both name «%.*s»", STR_ARG(c->persons[i])));
    return;
  }
}

int32_t sheet_score(Arena *arena, const SheetEntry *e, Str notes, const SheetCandidate *c, Str *parts) {
  Parts p = {.buffer = {.arena = arena}};
  p.writer = writer_to_buffer(&p.buffer);
  score_day(arena, &p, e, c);
  if (p.sum != OUT) score_place(arena, &p, e, c);
  if (p.sum != OUT) {
    score_toll(arena, &p, "killed", e->killed, c->killed, 3);
    score_toll(arena, &p, "injured", e->injured, c->injured, 1);
    score_actor(arena, &p, e, c);
    score_names(arena, &p, notes, c);
  }
  *parts = p.buffer.n ? buffer_str(&p.buffer) : STR("");
  return p.sum;
}
