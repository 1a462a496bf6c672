/* Choosing: each condition is first turned into what is cheap to ask of an incident (cube_want.h).
 * Then one pass tries them all. */
#include "ledger/cube/cube_want.h"
#include "ledger/cube/order.h"

/* ---- trying ---- */

static bool box_fits(const Cube *c, const double *box, const CubeIncident *i) {
  if (!box) return true;
  if (i->place == CUBE_NONE) return false;
  const CubePlace *p = &c->places.at[i->place];
  return p->lon >= box[0] && p->lat >= box[1] && p->lon <= box[2] && p->lat <= box[3];
}

static bool any_of(const CubeWant *c, const CubeIncident *i, CubeKind kind, const uint8_t *wanted) {
  for (uint32_t v = 0; v < i->has[kind].n; v++)
    if (wanted[c->cube->lists[kind][i->has[kind].at + v]]) return true;
  return false;
}

/* In any role: doer, partner, target, who is held responsible, or who says so. */
static bool actor_fits(const CubeWant *c, const CubeIncident *i) {
  if (!c->actors) return true;
  return any_of(c, i, CUBE_ACTORS, c->actors) || any_of(c, i, CUBE_BLAMED, c->actors) ||
         any_of(c, i, CUBE_ORIGINS, c->speakers);
}

static bool fits(const CubeWant *c, uint32_t at) {
  const CubeIncident *i = &c->cube->at[at];
  const LedgerFilter *f = c->filter;
  if (c->types && !c->types[i->type]) return false;
  if (c->incidents && !c->incidents[at]) return false;
  if (f->min_killed && i->killed.min < f->min_killed) return false;
  if (!cube_days_fit(f, i->day_from, i->day_to) || !cube_status_fits(f, i->status) || !box_fits(c->cube, f->box, i))
    return false;
  for (uint32_t k = 0; k < CUBE_KINDS; k++)
    if (c->wanted[k] && !any_of(c, i, (CubeKind)k, c->wanted[k])) return false;
  return actor_fits(c, i);
}

/* They stand in order of their first day, the latest first: what begins behind the filter's last day is
 * passed over, and where nothing reaches its first day any more the search ends. */
static uint32_t first_within(const Cube *c, const LedgerFilter *f) {
  uint32_t from = 0, to = c->n;
  while (f->to != LEDGER_NO_DAY && from < to) {
    uint32_t mid = from + (to - from) / 2;
    if (c->at[mid].day_from > f->to)
      from = mid + 1;
    else
      to = mid;
  }
  return from;
}

static bool all_before(const Cube *c, const LedgerFilter *f, uint32_t at) {
  return f->from != LEDGER_NO_DAY && c->latest[at] < f->from;
}

/* ---- of one actor ---- */

/* What is left of a list of incidents, ascending. */
typedef struct Left {
  const uint32_t *at, *end;
} Left;

static Left list_of(const struct CubeIndex *index, uint32_t value, uint32_t first) {
  if (value == CUBE_NONE || !index->at) return (Left){0};
  Left left = {index->incidents + index->at[value], index->incidents + index->at[value + 1]};
  while (left.at < left.end && *left.at < first) left.at++;
  return left;
}

/* The least of what is left of the lists, each once; CUBE_NONE behind the last. */
static uint32_t next_of(Left lists[3]) {
  uint32_t least = CUBE_NONE;
  for (int k = 0; k < 3; k++)
    if (lists[k].at < lists[k].end && *lists[k].at < least) least = *lists[k].at;
  for (int k = 0; k < 3 && least != CUBE_NONE; k++)
    while (lists[k].at < lists[k].end && *lists[k].at == least) lists[k].at++;
  return least;
}

/* Few incidents are of one actor, and a page of claims asks for one after another. */
static ErrorCode choose_of_actor(const CubeWant *want, CubeChosen *chosen, ErrorInfo *info) {
  const Cube *c = want->cube;
  uint32_t first = first_within(c, want->filter);
  Left lists[3] = {list_of(&c->of_actor[0], want->actor, first), list_of(&c->of_actor[1], want->actor, first),
                   list_of(&c->of_actor[2], want->speaker, first)};
  size_t most = 0;
  for (int k = 0; k < 3; k++) most += (size_t)(lists[k].end - lists[k].at);
  chosen->at = ARENA_ARRAY(want->arena, uint32_t, most + 1);
  if (!chosen->at) return error_set(info, ERROR_MEMORY, STR("filter"), 0, NULL);
  for (uint32_t i; (i = next_of(lists)) != CUBE_NONE && !all_before(c, want->filter, i);)
    if (fits(want, i)) chosen->at[chosen->n++] = i;
  return ERROR_OK;
}

ErrorCode cube_choose(const Cube *cube, Ledger *ledger, Arena *arena, const LedgerFilter *filter, CubeChosen *chosen,
                      ErrorInfo *info) {
  CubeWant want;
  *chosen = (CubeChosen){.cube = cube};
  ErrorCode code = cube_want(cube, ledger, arena, filter, &want, info);
  if (code) return code;
  if (arena_ok(arena) && want.actors) return choose_of_actor(&want, chosen, info);
  chosen->at = ARENA_ARRAY(arena, uint32_t, (size_t)cube->n + 1);
  if (!arena_ok(arena)) return error_set(info, ERROR_MEMORY, STR("filter"), 0, NULL);
  for (uint32_t i = first_within(cube, filter); i < cube->n && !all_before(cube, filter, i); i++)
    if (fits(&want, i)) chosen->at[chosen->n++] = i;
  return ERROR_OK;
}

/* ---- order ---- */

static uint32_t *name_ranks(const Cube *c, Arena *arena, CubeSort by) {
  uint32_t n = by == CUBE_BY_TYPE ? c->types.n : c->places.n;
  OrderName *named = ARENA_ARRAY(arena, OrderName, (size_t)n + 1);
  for (uint32_t i = 0; named && i < n; i++)
    named[i] = (OrderName){by == CUBE_BY_TYPE ? c->types.at[i].id : c->places.at[i].name, i};
  return named ? order_ranks(arena, named, n) : NULL;
}

/* Several voices whose numbers differ, many killed, several origins: there a look is worth most. */
static int64_t worth(const CubeIncident *i) {
  if (i->status != CUBE_MACHINE) return 0;
  int64_t killed = i->killed.min > 0 ? i->killed.min : 0, voices = i->voices;
  bool differs = i->killed.min >= 0 && i->voices > 1 && i->killed.min != i->killed.max;
  return 1 + (killed > 1000 ? 1000 : killed) * 4 + (voices > 100 ? 100 : voices) * 10 + (differs ? 2000 : 0);
}

static int64_t key_of(const CubeIncident *i, const uint32_t *rank, CubeSort by, bool *known) {
  *known = true;
  switch (by) {
    case CUBE_BY_TIME: *known = i->day_from != CUBE_NO_DAY; return i->day_from;
    case CUBE_BY_TYPE: return rank[i->type];
    case CUBE_BY_PLACE: *known = i->place != CUBE_NONE; return *known ? rank[i->place] : 0;
    case CUBE_BY_KILLED: *known = i->killed.min >= 0; return i->killed.min;
    case CUBE_BY_INJURED: *known = i->injured.min >= 0; return i->injured.min;
    case CUBE_BY_DOCUMENTS: return i->documents;
    case CUBE_BY_VOICES: return i->voices;
    case CUBE_BY_STATUS: return i->status;
    default: return worth(i);
  }
}

void cube_sort(CubeChosen *chosen, Arena *arena, CubeSort by, bool down) {
  bool ranked = by == CUBE_BY_TYPE || by == CUBE_BY_PLACE, known = true;
  uint32_t *rank = ranked ? name_ranks(chosen->cube, arena, by) : NULL;
  OrderKey *keys = ARENA_ARRAY(arena, OrderKey, (size_t)chosen->n + 1);
  /* They come in this order. */
  if ((by == CUBE_BY_TIME && down) || !keys || (ranked && !rank)) return;
  for (uint32_t k = 0; k < chosen->n; k++) {
    int64_t key = key_of(&chosen->cube->at[chosen->at[k]], rank, by, &known);
    keys[k] = (OrderKey){order_key(key, known, down), chosen->at[k]};
  }
  order_sort(keys, chosen->n);
  for (uint32_t k = 0; k < chosen->n; k++) chosen->at[k] = keys[k].at;
}
