/* Choosing: each condition is first turned into what is cheap to ask of an incident. Names become
 * a mark for each actor, outlet or area that they stand for; words and persons, which only the
 * file can find, a mark for each document or incident. Then one pass tries them all. */
#include "ledger/cube.h"

#include <math.h>
#include <stdlib.h>

#include "engine/search.h"
#include "ledger/query.h"

typedef struct Choice {
  const Cube *cube;
  Ledger *ledger;
  Arena *arena;
  const LedgerFilter *filter;
  uint8_t *wanted[CUBE_KINDS]; /* by value; NULL: any */
  uint8_t *types, *incidents, *actors, *speakers;
} Choice;

static uint32_t values_of(const Cube *c, CubeKind kind) {
  const uint32_t n[CUBE_KINDS] = {c->actors.n, c->actors.n, c->origins.n, c->outlets.n, c->areas.n, c->ndocs};
  return n[kind];
}

static uint8_t *marks(Choice *c, uint32_t n) { return ARENA_ARRAY(c->arena, uint8_t, (size_t)n + 1); }

static uint8_t *want(Choice *c, CubeKind kind) { return c->wanted[kind] = marks(c, values_of(c->cube, kind)); }

static void want_types(Choice *c) {
  Str rest = c->filter->type;
  if (!rest.n) return;
  c->types = marks(c, c->cube->types.n);
  while (c->types && rest.n) {
    Str type = str_cut(&rest, ',');
    for (uint32_t t = 0; t < c->cube->types.n; t++) c->types[t] |= str_eq(c->cube->types.at[t].id, type);
  }
}

static void want_source(Choice *c) {
  if (!c->filter->source.n || !want(c, CUBE_OUTLETS)) return;
  for (uint32_t o = 0; o < c->cube->outlets.n; o++)
    c->wanted[CUBE_OUTLETS][o] = str_eq(c->cube->outlets.at[o].name, c->filter->source);
}

/* ---- places ---- */

static ErrorCode want_place(Choice *c, ErrorInfo *info) {
  const Cube *cube = c->cube;
  FilterPlaces places;
  uint8_t *wanted = c->filter->place.n ? want(c, CUBE_AREAS) : NULL;
  if (!wanted) return ERROR_OK;
  ErrorCode code = filter_places(c->ledger, c->arena, c->filter, &places, info);
  for (uint32_t a = 0; !code && a < cube->areas.n; a++)
    wanted[a] = filter_place_fits(&places, cube->areas.at[a].id, cube->areas.at[a].country, cube->areas.at[a].admin1);
  return code;
}

/* ---- by records ---- */

/* Marks the incidents of the records that the query gives. */
static ErrorCode mark_incidents(Choice *c, Query *q, ErrorInfo *info) {
  uint8_t *found = marks(c, c->cube->n);
  sqlite3_stmt *s = query_begin(q);
  while (s && found && sqlite3_step(s) == SQLITE_ROW) {
    int64_t record = sqlite3_column_int64(s, 0);
    if (record < 0 || record >= c->cube->nrecords || c->cube->incident_of[record] == CUBE_NONE) continue;
    found[c->cube->incident_of[record]] = 1;
  }
  sqlite3_finalize(s);
  for (uint32_t i = 0; found && c->incidents && i < c->cube->n; i++) found[i] &= c->incidents[i];
  c->incidents = found;
  return db_result(&c->ledger->db, info);
}

static uint8_t *marks_of_id(Choice *c, const CubeNames *names, Str id, bool *found) {
  uint8_t *wanted = marks(c, names->n);
  for (uint32_t i = 0; wanted && i < names->n; i++)
    if (str_eq(names->at[i].id, id) && !names->at[i].outlet) {
      wanted[i] = 1;
      *found = true;
    }
  return wanted;
}

/* One that is listed, by its id, is the usual case; words alone are looked up. */
static ErrorCode want_actor(Choice *c, ErrorInfo *info) {
  Str actor = c->filter->actor;
  bool found = false;
  if (!actor.n) return ERROR_OK;
  c->actors = marks_of_id(c, &c->cube->actors, actor, &found);
  c->speakers = marks_of_id(c, &c->cube->origins, actor, &found);
  if (found) return ERROR_OK;
  c->actors = c->speakers = NULL;
  Query q = {.ledger = c->ledger, .arena = c->arena, .sql = {.arena = c->arena}};
  query_put(&q, "SELECT record FROM record_actor WHERE ");
  ErrorCode code = filter_actor(&q, c->filter, info);
  return code ? code : mark_incidents(c, &q, info);
}

static ErrorCode want_person(Choice *c, ErrorInfo *info) {
  if (!c->filter->person.n) return ERROR_OK;
  Query q = {.ledger = c->ledger, .arena = c->arena, .sql = {.arena = c->arena}};
  query_put(&q, "SELECT rp.record FROM record_person rp JOIN person p ON p.id = rp.person WHERE p.norm = ");
  query_text(&q, filter_norm(c->arena, c->filter->person));
  return mark_incidents(c, &q, info);
}

static ErrorCode want_text(Choice *c, ErrorInfo *info) {
  const LedgerFilter *f = c->filter;
  const Cube *cube = c->cube;
  if (!f->text.n) return ERROR_OK;
  Str match = f->engine ? search_query(c->arena, f->engine, f->text) : STR_NONE;
  if (!match.n) return error_set(info, ERROR_USAGE, STR("--text"), 0, "there is no word in it to look for");
  int64_t most = 0;
  for (uint32_t d = 0; d < cube->ndocs; d++)
    if (cube->docs[d].row > most) most = cube->docs[d].row;
  uint32_t *doc_of = ARENA_ARRAY(c->arena, uint32_t, (size_t)most + 1);
  uint8_t *wanted = want(c, CUBE_DOCS);
  if (!doc_of || !wanted) return ERROR_OK;
  for (uint32_t d = 0; d < cube->ndocs; d++) doc_of[cube->docs[d].row] = d + 1;
  Query q = {.ledger = c->ledger, .arena = c->arena, .sql = {.arena = c->arena}};
  query_put(&q, "SELECT o.id FROM search JOIN document o ON o.text = search.rowid WHERE search MATCH ");
  query_text(&q, match);
  sqlite3_stmt *s = query_begin(&q);
  while (s && sqlite3_step(s) == SQLITE_ROW) {
    int64_t row = sqlite3_column_int64(s, 0);
    if (row >= 0 && row <= most && doc_of[row]) wanted[doc_of[row] - 1] = 1;
  }
  sqlite3_finalize(s);
  return db_result(&c->ledger->db, info);
}

/* ---- trying ---- */

static bool days_fit(const LedgerFilter *f, const CubeIncident *i) {
  if (f->undated && i->day_from != CUBE_NO_DAY) return false;
  if (f->from != LEDGER_NO_DAY && (i->day_to == CUBE_NO_DAY || i->day_to < f->from)) return false;
  return f->to == LEDGER_NO_DAY || (i->day_from != CUBE_NO_DAY && i->day_from <= f->to);
}

static bool status_fits(const LedgerFilter *f, CubeStatus status) {
  if ((f->reviewed || str_eq(f->status, STR("checked"))) && status == CUBE_MACHINE) return false;
  if (f->unreviewed && status != CUBE_MACHINE) return false;
  if (!f->status.n || str_eq(f->status, STR("checked"))) return true;
  static const char *const names[CUBE_STATUSES] = {"machine-coded", "reviewed", "corrected"};
  return str_eq(f->status, str_of(names[status]));
}

static bool box_fits(const Cube *c, const double *box, const CubeIncident *i) {
  if (!box) return true;
  if (i->place == CUBE_NONE) return false;
  const CubePlace *p = &c->places.at[i->place];
  return p->lon >= box[0] && p->lat >= box[1] && p->lon <= box[2] && p->lat <= box[3];
}

static bool any_of(const Choice *c, const CubeIncident *i, CubeKind kind, const uint8_t *wanted) {
  for (uint32_t v = 0; v < i->has[kind].n; v++)
    if (wanted[c->cube->lists[kind][i->has[kind].at + v]]) return true;
  return false;
}

/* In any role: doer, partner, target, who is held responsible, or who says so. */
static bool actor_fits(const Choice *c, const CubeIncident *i) {
  if (!c->actors) return true;
  return any_of(c, i, CUBE_ACTORS, c->actors) || any_of(c, i, CUBE_BLAMED, c->actors) ||
         any_of(c, i, CUBE_ORIGINS, c->speakers);
}

static bool fits(const Choice *c, uint32_t at) {
  const CubeIncident *i = &c->cube->at[at];
  const LedgerFilter *f = c->filter;
  if (c->types && !c->types[i->type]) return false;
  if (c->incidents && !c->incidents[at]) return false;
  if (f->min_killed && i->killed.min < f->min_killed) return false;
  if (!days_fit(f, i) || !status_fits(f, i->status) || !box_fits(c->cube, f->box, i)) return false;
  for (uint32_t k = 0; k < CUBE_KINDS; k++)
    if (c->wanted[k] && !any_of(c, i, (CubeKind)k, c->wanted[k])) return false;
  return actor_fits(c, i);
}

ErrorCode cube_choose(const Cube *cube, Ledger *ledger, Arena *arena, const LedgerFilter *filter, CubeChosen *chosen,
                      ErrorInfo *info) {
  Choice c = {.cube = cube, .ledger = ledger, .arena = arena, .filter = filter};
  *chosen = (CubeChosen){.cube = cube, .at = ARENA_ARRAY(arena, uint32_t, (size_t)cube->n + 1)};
  want_types(&c);
  want_source(&c);
  ErrorCode code = want_place(&c, info);
  if (!code) code = want_actor(&c, info);
  if (!code) code = want_person(&c, info);
  if (!code) code = want_text(&c, info);
  if (!code && !arena_ok(arena)) code = error_set(info, ERROR_MEMORY, STR("filter"), 0, NULL);
  for (uint32_t i = 0; !code && i < cube->n; i++)
    if (fits(&c, i)) chosen->at[chosen->n++] = i;
  return code;
}

/* ---- order ---- */

typedef struct Keyed {
  uint64_t key;
  uint32_t at;
} Keyed;

static int by_key(const void *a, const void *b) {
  const Keyed *x = a, *y = b;
  if (x->key != y->key) return x->key < y->key ? -1 : 1;
  return x->at < y->at ? -1 : x->at > y->at;
}

typedef struct Named {
  Str name;
  uint32_t at;
} Named;

static int by_name(const void *a, const void *b) {
  const Named *x = a, *y = b;
  int order = str_cmp(x->name, y->name);
  return order ? order : x->at < y->at ? -1 : x->at > y->at;
}

/* [n] the place of each in the order of names. */
static uint32_t *ranks(Arena *arena, Named *named, uint32_t n) {
  uint32_t *rank = ARENA_ARRAY(arena, uint32_t, (size_t)n + 1), last = 0;
  if (!rank || !n) return rank;
  qsort(named, n, sizeof *named, by_name);
  for (uint32_t i = 0; i < n; i++) {
    if (i && !str_eq(named[i].name, named[i - 1].name)) last = i;
    rank[named[i].at] = last;
  }
  return rank;
}

static uint32_t *name_ranks(const Cube *c, Arena *arena, CubeSort by) {
  uint32_t n = by == CUBE_BY_TYPE ? c->types.n : c->places.n;
  Named *named = ARENA_ARRAY(arena, Named, (size_t)n + 1);
  for (uint32_t i = 0; named && i < n; i++)
    named[i] = (Named){by == CUBE_BY_TYPE ? c->types.at[i].id : c->places.at[i].name, i};
  return named ? ranks(arena, named, n) : NULL;
}

/* Several voices whose numbers differ, many killed, several origins: there a look is worth most. */
static uint64_t worth(const CubeIncident *i) {
  if (i->status != CUBE_MACHINE) return 0;
  uint64_t killed = i->killed.min > 0 ? (uint64_t)i->killed.min : 0, voices = i->voices;
  bool differs = i->killed.min >= 0 && i->voices > 1 && i->killed.min != i->killed.max;
  return 1 + (killed > 1000 ? 1000 : killed) * 4 + (voices > 100 ? 100 : voices) * 10 + (differs ? 2000 : 0);
}

static uint64_t key_of(const CubeIncident *i, const uint32_t *rank, CubeSort by, bool *known) {
  *known = true;
  switch (by) {
    case CUBE_BY_TIME: *known = i->day_from != CUBE_NO_DAY; return (uint64_t)((int64_t)i->day_from - CUBE_NO_DAY);
    case CUBE_BY_TYPE: return rank[i->type];
    case CUBE_BY_PLACE: *known = i->place != CUBE_NONE; return *known ? rank[i->place] : 0;
    case CUBE_BY_KILLED: *known = i->killed.min >= 0; return (uint64_t)(i->killed.min + 1);
    case CUBE_BY_INJURED: *known = i->injured.min >= 0; return (uint64_t)(i->injured.min + 1);
    case CUBE_BY_DOCUMENTS: return i->documents;
    case CUBE_BY_VOICES: return i->voices;
    case CUBE_BY_STATUS: return i->status;
    default: return worth(i);
  }
}

void cube_sort(CubeChosen *chosen, Arena *arena, CubeSort by, bool down) {
  bool ranked = by == CUBE_BY_TYPE || by == CUBE_BY_PLACE, known = true;
  uint32_t *rank = ranked ? name_ranks(chosen->cube, arena, by) : NULL;
  Keyed *keyed = ARENA_ARRAY(arena, Keyed, (size_t)chosen->n + 1);
  /* They come in this order. */
  if ((by == CUBE_BY_TIME && down) || !keyed || (ranked && !rank) || !chosen->n) return;
  for (uint32_t k = 0; k < chosen->n; k++) {
    uint64_t key = key_of(&chosen->cube->at[chosen->at[k]], rank, by, &known);
    keyed[k] = (Keyed){!known ? UINT64_MAX : down ? UINT64_MAX / 2 - key : key, chosen->at[k]};
  }
  qsort(keyed, chosen->n, sizeof *keyed, by_key);
  for (uint32_t k = 0; k < chosen->n; k++) chosen->at[k] = keyed[k].at;
}
