#include "ledger/cube/cube_want.h"

#include "engine/search.h"
#include "ledger/query/query.h"

static uint32_t values_of(const Cube *c, CubeKind kind) {
  const uint32_t n[CUBE_KINDS] = {c->actors.n, c->actors.n, c->origins.n, c->outlets.n, c->areas.n, c->ndocs};
  return n[kind];
}

static uint8_t *marks(CubeWant *c, uint32_t n) { return ARENA_ARRAY(c->arena, uint8_t, (size_t)n + 1); }

static uint8_t *want(CubeWant *c, CubeKind kind) { return c->wanted[kind] = marks(c, values_of(c->cube, kind)); }

static uint8_t *want_types(CubeWant *c, const CubeNames *types) {
  Str rest = c->filter->type;
  uint8_t *wanted = rest.n ? marks(c, types->n) : NULL;
  while (wanted && rest.n) {
    Str type = str_cut(&rest, ',');
    for (uint32_t t = 0; t < types->n; t++) wanted[t] |= str_eq(types->at[t].id, type);
  }
  return wanted;
}

static void want_source(CubeWant *c) {
  if (!c->filter->source.n || !want(c, CUBE_OUTLETS)) return;
  for (uint32_t o = 0; o < c->cube->outlets.n; o++)
    c->wanted[CUBE_OUTLETS][o] = str_eq(c->cube->outlets.at[o].name, c->filter->source);
}

/* ---- places ---- */

static ErrorCode want_place(CubeWant *c, ErrorInfo *info) {
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

/* Marks the records that the query gives, and their incidents. */
static ErrorCode mark_records(CubeWant *c, Query *q, ErrorInfo *info) {
  const Cube *cube = c->cube;
  uint8_t *incidents = marks(c, cube->n), *records = marks(c, cube->nrecords);
  sqlite3_stmt *s = query_begin(q);
  while (s && incidents && records && sqlite3_step(s) == SQLITE_ROW) {
    int64_t record = sqlite3_column_int64(s, 0);
    if (record < 0 || record >= cube->nrecords) continue;
    records[record] = 1;
    if (cube->incident_of[record] != CUBE_NONE) incidents[cube->incident_of[record]] = 1;
  }
  sqlite3_finalize(s);
  for (uint32_t i = 0; incidents && c->incidents && i < cube->n; i++) incidents[i] &= c->incidents[i];
  for (uint32_t i = 0; records && c->records && i < cube->nrecords; i++) records[i] &= c->records[i];
  c->incidents = incidents;
  c->records = records;
  return db_result(&c->ledger->db, info);
}

/* An id is of one of the names at most. */
static uint8_t *marks_of_id(CubeWant *c, const CubeNames *names, Str id, uint32_t *found) {
  uint8_t *wanted = marks(c, names->n);
  for (uint32_t i = 0; wanted && i < names->n; i++)
    if (str_eq(names->at[i].id, id) && !names->at[i].outlet) {
      wanted[i] = 1;
      *found = i;
    }
  return wanted;
}

/* One that is listed, by its id, is the usual case; words alone are looked up. */
static ErrorCode want_actor(CubeWant *c, ErrorInfo *info) {
  Str actor = c->filter->actor;
  if (!actor.n) return ERROR_OK;
  c->actors = marks_of_id(c, &c->cube->actors, actor, &c->actor);
  c->speakers = marks_of_id(c, &c->cube->origins, actor, &c->speaker);
  if (c->actor != CUBE_NONE || c->speaker != CUBE_NONE) return ERROR_OK;
  c->actors = c->speakers = NULL;
  Query q = {.ledger = c->ledger, .arena = c->arena, .sql = {.arena = c->arena}};
  query_put(&q, "SELECT record FROM record_actor WHERE ");
  ErrorCode code = filter_actor(&q, c->filter, info);
  return code ? code : mark_records(c, &q, info);
}

static ErrorCode want_person(CubeWant *c, ErrorInfo *info) {
  if (!c->filter->person.n) return ERROR_OK;
  Query q = {.ledger = c->ledger, .arena = c->arena, .sql = {.arena = c->arena}};
  query_put(&q, "SELECT rp.record FROM record_person rp JOIN person p ON p.id = rp.person WHERE p.norm = ");
  query_text(&q, filter_norm(c->arena, c->filter->person));
  return mark_records(c, &q, info);
}

static ErrorCode want_text(CubeWant *c, ErrorInfo *info) {
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

/* ---- together ---- */

ErrorCode cube_want(const Cube *cube, Ledger *ledger, Arena *arena, const LedgerFilter *filter, CubeWant *out,
                    ErrorInfo *info) {
  *out = (CubeWant){
      .cube = cube, .ledger = ledger, .arena = arena, .filter = filter, .actor = CUBE_NONE, .speaker = CUBE_NONE};
  out->types = want_types(out, &cube->types);
  out->record_types = want_types(out, &cube->record_types);
  want_source(out);
  ErrorCode code = want_place(out, info);
  if (!code) code = want_actor(out, info);
  if (!code) code = want_person(out, info);
  return code ? code : want_text(out, info);
}

bool cube_days_fit(const LedgerFilter *f, int32_t from, int32_t to) {
  if (f->undated && from != CUBE_NO_DAY) return false;
  if (f->from != LEDGER_NO_DAY && (to == CUBE_NO_DAY || to < f->from)) return false;
  return f->to == LEDGER_NO_DAY || (from != CUBE_NO_DAY && from <= f->to);
}

bool cube_status_fits(const LedgerFilter *f, CubeStatus status) {
  static const char *const names[CUBE_STATUSES] = {"machine-coded", "reviewed", "corrected"};
  bool checked = f->reviewed || str_eq(f->status, STR("checked"));
  if (checked && status == CUBE_MACHINE) return false;
  if (f->unreviewed && status != CUBE_MACHINE) return false;
  return !f->status.n || checked || str_eq(f->status, str_of(names[status]));
}
