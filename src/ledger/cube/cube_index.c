/* What was read into a cube, dealt out and turned round: each incident's lists, each actor's incidents,
 * the places that are one place at a level. */
#include <stdlib.h>

#include "ledger/cube/cube_load.h"

/* Sorts a short run and drops doubles; how many are left. */
static uint32_t unique(uint32_t *at, uint32_t n) {
  uint32_t kept = 0;
  for (uint32_t i = 1; i < n; i++)
    for (uint32_t k = i; k > 0 && at[k - 1] > at[k]; k--) {
      uint32_t swap = at[k];
      at[k] = at[k - 1];
      at[k - 1] = swap;
    }
  for (uint32_t i = 0; i < n; i++)
    if (!kept || at[kept - 1] != at[i]) at[kept++] = at[i];
  return kept;
}

static int by_value(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

enum { SHORT_RUN = 32 };

void cube_deal(CubeLoad *l, CubeKind kind, const uint32_t *to, uint32_t nto) {
  Cube *c = l->cube;
  const CubeLink *links = l->links[kind].at;
  uint32_t n = l->links[kind].n, at = to ? c->nlists[kind] : 0;
  uint32_t *list = ARENA_ARRAY(&c->arena, uint32_t, (size_t)at + n + 1);
  if (!list || !c->at) return;
  if (at) memcpy(list, c->lists[kind], at * sizeof *list);
  c->lists[kind] = list;
  c->nlists[kind] = at + n;
  /* Counted, then dealt out. */
  for (uint32_t i = 0; i < n; i++) c->at[links[i].incident].has[kind].n++;
  for (uint32_t i = 0; i < nto; i++) {
    CubeSlice *has = &c->at[to ? to[i] : i].has[kind];
    has->at = at;
    at += has->n;
    has->n = 0;
  }
  for (uint32_t i = 0; i < n; i++) {
    CubeSlice *has = &c->at[links[i].incident].has[kind];
    list[has->at + has->n++] = links[i].value;
  }
  for (uint32_t i = 0; i < nto; i++) {
    CubeSlice *has = &c->at[to ? to[i] : i].has[kind];
    if (has->n > SHORT_RUN) qsort(list + has->at, has->n, sizeof *list, by_value);
    has->n = unique(list + has->at, has->n);
  }
}

static void find_columns(Cube *c) {
  c->latest = ARENA_ARRAY(&c->arena, int32_t, (size_t)c->n + 1);
  c->place = ARENA_ARRAY(&c->arena, uint32_t, (size_t)c->n + 1);
  c->type = ARENA_ARRAY(&c->arena, uint32_t, (size_t)c->n + 1);
  int32_t latest = CUBE_NO_DAY;
  for (uint32_t i = c->n; c->latest && c->place && c->type && i-- > 0;) {
    if (c->at[i].day_to > latest) latest = c->at[i].day_to;
    c->latest[i] = latest;
    c->place[i] = c->at[i].place;
    c->type[i] = c->at[i].type;
  }
}

static void invert(Cube *c, CubeKind kind, uint32_t values, struct CubeIndex *out) {
  uint32_t *at = ARENA_ARRAY(&c->arena, uint32_t, (size_t)values + 2);
  uint32_t *incidents = ARENA_ARRAY(&c->arena, uint32_t, (size_t)c->nlists[kind] + 1);
  const uint32_t *list = c->lists[kind];
  if (!at || !incidents || !c->at) return;
  /* at[v + 1] is where the next of v goes, and in the end where those of v + 1 begin. */
  for (uint32_t i = 0; i < c->n; i++)
    for (uint32_t k = 0; k < c->at[i].has[kind].n; k++) at[list[c->at[i].has[kind].at + k] + 2]++;
  for (uint32_t v = 1; v < values + 2; v++) at[v] += at[v - 1];
  for (uint32_t i = 0; i < c->n; i++)
    for (uint32_t k = 0; k < c->at[i].has[kind].n; k++) incidents[at[list[c->at[i].has[kind].at + k] + 1]++] = i;
  *out = (struct CubeIndex){at, incidents};
}

/* A governorate or a country is not a place within itself. */
static bool level_key(char room[CUBE_KEY_ROOM], const CubePlace *p, int level, Str *key) {
  if (level == CUBE_TOWNS ? !p->id.n || p->precision > 3 : !p->country.n || (level == CUBE_DIVISIONS && !p->admin1.n))
    return false;
  const Str parts[] = {p->country, level == CUBE_COUNTRIES ? STR("") : p->admin1,
                       level == CUBE_TOWNS ? p->id : STR("")};
  *key = cube_joined(room, parts, 3);
  return true;
}

static void find_same(Cube *c, Arena *scratch) {
  for (int level = CUBE_COUNTRIES; level <= CUBE_TOWNS; level++) {
    Intern seen = {.arena = scratch};
    uint32_t *same = c->same[level] = ARENA_ARRAY(&c->arena, uint32_t, (size_t)c->places.n + 1);
    uint32_t *first = ARENA_ARRAY(scratch, uint32_t, (size_t)c->places.n + 1);
    for (uint32_t p = 0; same && first && p < c->places.n; p++) {
      char room[CUBE_KEY_ROOM];
      bool added = false;
      Str key;
      same[p] = CUBE_NONE;
      if (!level_key(room, &c->places.at[p], level, &key)) continue;
      uint32_t number = intern(&seen, key, &added);
      if (added) first[number] = p;
      same[p] = first[number];
    }
  }
}

void cube_index(Cube *c, Arena *scratch) {
  find_same(c, scratch);
  find_columns(c);
  invert(c, CUBE_ACTORS, c->actors.n, &c->of_actor[0]);
  invert(c, CUBE_BLAMED, c->actors.n, &c->of_actor[1]);
  invert(c, CUBE_ORIGINS, c->origins.n, &c->of_actor[2]);
}
