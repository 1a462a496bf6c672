/* The cube is filled by one pass over each of a few indexes, never over the rows themselves:
 * a record's row holds its whole JSON, and reading a hundred thousand of them costs more than
 * all that is kept here. Which record is of which incident, and of which document, stands in
 * indexes; what is told of a record in tables of its own. */
#include "ledger/cube.h"

#include <math.h>
#include <stdlib.h>

#include "ledger/intern.h"
#include "ledger/store.h"

/* Rows are numbered from 1 without great holes, and days are of years that have four digits: what
 * is beyond is a broken file. */
enum { TEXT_ROWS = 1 << 28, DAYS_MOST = 4000000 };

typedef struct Link {
  uint32_t incident, value;
} Link;

typedef struct Load {
  Cube *cube;
  Db *db;
  Arena scratch;
  Intern types, actors, origins, outlets, places, areas, ids, record_types, record_places, record_kinds;
  VEC(CubePair) area_of, actor_of;
  VEC(Link) links[CUBE_KINDS];
  uint8_t *credited; /* [nrecords] the record credits a speaker */
  CubeKnown *known;
  void *context;
} Load;

static int32_t day_at(sqlite3_stmt *s, int column) {
  int64_t day = sqlite3_column_int64(s, column);
  bool none = sqlite3_column_type(s, column) == SQLITE_NULL || day < -DAYS_MOST || day > DAYS_MOST;
  return none ? CUBE_NO_DAY : (int32_t)day;
}

static int32_t number_at(sqlite3_stmt *s, int column) {
  int64_t n = sqlite3_column_int64(s, column);
  if (sqlite3_column_type(s, column) == SQLITE_NULL || n < 0) return -1;
  return n > INT32_MAX ? INT32_MAX : (int32_t)n;
}

static CubeRange range_at(sqlite3_stmt *s, int column) {
  return (CubeRange){number_at(s, column), number_at(s, column + 1)};
}

static double degrees_at(sqlite3_stmt *s, int column) {
  return sqlite3_column_type(s, column) == SQLITE_NULL ? (double)NAN : sqlite3_column_double(s, column);
}

/* Longer than any of them is; a longer one is cut, which only makes two of them one. */
enum { KEY_ROOM = 1024 };

static Str joined(char room[KEY_ROOM], const Str *parts, uint32_t n) {
  size_t at = 0;
  for (uint32_t i = 0; i < n; i++) {
    size_t take = parts[i].n < KEY_ROOM - at - 1 ? parts[i].n : KEY_ROOM - at - 1;
    if (take) memcpy(room + at, parts[i].p, take);
    at += take;
    if (at < KEY_ROOM - 1) room[at++] = '\n';
  }
  return (Str){room, at};
}

static uint32_t name_of(Load *l, Intern *table, CubeNames *names, Str id, Str name, bool outlet) {
  char room[KEY_ROOM];
  bool added = false;
  const Str parts[] = {outlet ? STR("o") : id.n ? STR("i") : STR("w"), id.n ? id : name};
  uint32_t at = intern(table, joined(room, parts, 2), &added);
  if (added) {
    CubeName kept = {.id = id.n ? arena_str(&l->cube->arena, id) : STR(""),
                     .name = name.n ? arena_str(&l->cube->arena, name) : STR(""),
                     .outlet = outlet};
    vec_push(names, &l->cube->arena, kept);
  }
  return at;
}

static uint32_t place_of(Load *l, Intern *table, struct CubePlaces *places, sqlite3_stmt *s, int column, bool point) {
  char room[KEY_ROOM], spot[64];
  bool added = false;
  Str id = db_text(s, column), country = db_text(s, column + 1), admin1 = db_text(s, column + 2);
  Str name = point ? db_text(s, column + 3) : STR("");
  if (!id.n && !name.n && !country.n) return CUBE_NONE;
  CubePlace p = {.lat = (double)NAN, .lon = (double)NAN};
  if (point) {
    p.lat = degrees_at(s, column + 4);
    p.lon = degrees_at(s, column + 5);
    p.precision = sqlite3_column_int(s, column + 6);
  }
  sqlite3_snprintf(sizeof spot, spot, "%.4f %.4f %d", p.lat, p.lon, p.precision);
  const Str parts[] = {id, country, admin1, name, str_of(spot)};
  uint32_t at = intern(table, joined(room, parts, 5), &added);
  if (!added) return at;
  Arena *arena = &l->cube->arena;
  p.id = id.n ? arena_str(arena, id) : STR("");
  p.country = country.n ? arena_str(arena, country) : STR("");
  p.admin1 = admin1.n ? arena_str(arena, admin1) : STR("");
  p.name = name.n ? arena_str(arena, name) : STR("");
  vec_push(places, arena, p);
  return at;
}

static CubeStatus status_of(Str status) {
  return str_eq(status, STR("corrected"))  ? CUBE_CORRECTED
         : str_eq(status, STR("reviewed")) ? CUBE_REVIEWED
                                           : CUBE_MACHINE;
}

/* ---- incidents ---- */

static const char INCIDENTS[] =
    "SELECT rowid, id, type, day_from, day_to, killed_min, killed_max, injured_min, injured_max, records, documents,"
    " outlets, voices, status, place, country, admin1, place_name, lat, lon, precision FROM incident"
    " ORDER BY day_from DESC, id";

static void read_incident(Load *l, sqlite3_stmt *s, CubeIncident *i) {
  bool added = false;
  Str id = db_text(s, 1);
  (void)intern(&l->ids, id, &added);
  *i = (CubeIncident){.row = sqlite3_column_int64(s, 0),
                      .type = name_of(l, &l->types, &l->cube->types, db_text(s, 2), STR(""), false),
                      .day_from = day_at(s, 3),
                      .day_to = day_at(s, 4),
                      .killed = range_at(s, 5),
                      .injured = range_at(s, 7),
                      .records = (uint32_t)sqlite3_column_int64(s, 9),
                      .documents = (uint32_t)sqlite3_column_int64(s, 10),
                      .outlets = (uint32_t)sqlite3_column_int64(s, 11),
                      .voices = (uint32_t)sqlite3_column_int64(s, 12),
                      .status = status_of(db_text(s, 13)),
                      .place = place_of(l, &l->places, &l->cube->places, s, 14, true)};
  for (size_t k = 0; k < id.n && k < 16; k++) {
    int c = id.p[k];
    i->id = i->id << 4 | (uint64_t)(c <= '9' ? c - '0' : c - 'a' + 10);
  }
}

static void read_incidents(Load *l) {
  Cube *c = l->cube;
  int64_t n = db_number(l->db, "SELECT count(*) FROM incident", "");
  if (n < 0 || n > TEXT_ROWS) return;
  c->at = ARENA_ARRAY(&c->arena, CubeIncident, (size_t)n + 1);
  sqlite3_stmt *s = db_query(l->db, INCIDENTS, "");
  while (db_row(l->db, s))
    if (c->at && c->n < n) read_incident(l, s, &c->at[c->n++]);
}

/* ---- documents and records ---- */

static int64_t rows_below(Load *l, const char *sql) {
  int64_t most = db_number(l->db, sql, "");
  return most < 0 || most > TEXT_ROWS ? 0 : most + 1;
}

/* [rows] by row of document: their place in docs. */
static uint32_t *read_docs(Load *l, int64_t *rows) {
  Cube *c = l->cube;
  Db *db = l->db;
  *rows = rows_below(l, "SELECT max(id) FROM document");
  int64_t texts = rows_below(l, "SELECT max(id) FROM text");
  uint32_t *doc_of = ARENA_ARRAY(&l->scratch, uint32_t, (size_t)*rows + 1);
  int64_t *voice = ARENA_ARRAY(&l->scratch, int64_t, (size_t)texts + 1);
  c->docs = ARENA_ARRAY(&c->arena, CubeDoc, (size_t)*rows + 1);
  if (!doc_of || !voice || !c->docs) return NULL;
  memset(doc_of, 0xFF, ((size_t)*rows + 1) * sizeof *doc_of);
  sqlite3_stmt *s = db_query(db, "SELECT id, voice FROM text", "");
  while (db_row(db, s))
    if (sqlite3_column_int64(s, 0) < texts) voice[sqlite3_column_int64(s, 0)] = sqlite3_column_int64(s, 1);
  s = db_query(db, "SELECT id, outlet, day FROM document", "");
  while (db_row(db, s)) {
    int64_t row = sqlite3_column_int64(s, 0);
    Str outlet = db_text(s, 1);
    if (row < 0 || row >= *rows) continue;
    doc_of[row] = c->ndocs;
    c->docs[c->ndocs++] =
        (CubeDoc){.row = row,
                  .outlet = outlet.n ? name_of(l, &l->outlets, &c->outlets, STR(""), outlet, true) : CUBE_NONE,
                  .day = day_at(s, 2)};
  }
  s = db_query(db, "SELECT id, text FROM document", "");
  while (db_row(db, s)) {
    int64_t row = sqlite3_column_int64(s, 0), text = sqlite3_column_int64(s, 1);
    if (row >= 0 && row < *rows && doc_of[row] != CUBE_NONE && text >= 0 && text < texts)
      c->docs[doc_of[row]].voice = voice[text];
  }
  return doc_of;
}

static void link_put(Load *l, CubeKind kind, int64_t record, uint32_t value) {
  if (record < 0 || record >= l->cube->nrecords || value == CUBE_NONE) return;
  uint32_t incident = l->cube->incident_of[record];
  if (incident == CUBE_NONE) return;
  Link link = {incident, value};
  vec_push(&l->links[kind], &l->scratch, link);
}

static const char RECORDS[] =
    "SELECT id, document, day_from, day_to, kind, type, killed_min, count_min, status, place_name FROM record"
    " INDEXED BY record_shown WHERE current = 1 AND status <> 'rejected'";

static void read_record(Load *l, sqlite3_stmt *s, int64_t row, uint32_t doc) {
  Cube *c = l->cube;
  Str place = db_text(s, 9);
  c->doc_of[row] = doc;
  c->days_of[row] = (CubeDays){day_at(s, 2), day_at(s, 3)};
  c->record[row] = (CubeRecord){
      .kind = (uint8_t)name_of(l, &l->record_kinds, &c->record_kinds, db_text(s, 4), STR(""), false),
      .type = name_of(l, &l->record_types, &c->record_types, db_text(s, 5), STR(""), false),
      .killed = number_at(s, 6),
      .count = number_at(s, 7),
      .status = status_of(db_text(s, 8)),
      .place = place.n ? name_of(l, &l->record_places, &c->record_places, STR(""), place, false) : CUBE_NONE};
  c->shown++;
}

static bool make_room(Load *l) {
  Cube *c = l->cube;
  size_t n = (size_t)c->nrecords + 1;
  c->incident_of = ARENA_ARRAY(&c->arena, uint32_t, n);
  c->doc_of = ARENA_ARRAY(&c->arena, uint32_t, n);
  c->days_of = ARENA_ARRAY(&c->arena, CubeDays, n);
  c->record = ARENA_ARRAY(&c->arena, CubeRecord, n);
  l->credited = ARENA_ARRAY(&l->scratch, uint8_t, n);
  if (!c->incident_of || !c->doc_of || !c->days_of || !c->record || !l->credited) return false;
  memset(c->incident_of, 0xFF, n * sizeof *c->incident_of);
  memset(c->doc_of, 0xFF, n * sizeof *c->doc_of);
  return true;
}

static void read_records(Load *l) {
  Cube *c = l->cube;
  Db *db = l->db;
  int64_t docs = 0;
  uint32_t *doc_of = read_docs(l, &docs);
  c->nrecords = (uint32_t)rows_below(l, "SELECT max(id) FROM record");
  if (!doc_of || !make_room(l)) return;
  sqlite3_stmt *s = db_query(db, RECORDS, "");
  while (db_row(db, s)) {
    int64_t row = sqlite3_column_int64(s, 0), doc = sqlite3_column_int64(s, 1);
    if (row >= 0 && row < c->nrecords && doc >= 0 && doc < docs && doc_of[doc] != CUBE_NONE)
      read_record(l, s, row, doc_of[doc]);
  }
  s = db_query(db, "SELECT id, incident FROM record WHERE incident IS NOT NULL", "");
  while (db_row(db, s)) {
    int64_t row = sqlite3_column_int64(s, 0);
    if (row >= 0 && row < c->nrecords && c->doc_of[row] != CUBE_NONE)
      c->incident_of[row] = intern_find(&l->ids, db_text(s, 1));
  }
}

/* ---- what is told of records ---- */

static uint32_t origin_of(Load *l, Str id, Str words, bool outlet) {
  if (!id.n && l->known) id = l->known(l->context, words);
  return name_of(l, &l->origins, &l->cube->origins, id, words, outlet && !id.n);
}

static void read_actors(Load *l) {
  Cube *c = l->cube;
  sqlite3_stmt *s = db_query(l->db, "SELECT record, role, actor, words FROM record_actor", "");
  while (db_row(l->db, s)) {
    int64_t record = sqlite3_column_int64(s, 0);
    Str role = db_text(s, 1), id = db_text(s, 2), words = db_text(s, 3);
    if (record < 0 || record >= c->nrecords || c->doc_of[record] == CUBE_NONE) continue;
    if (id.n) {
      CubePair pair = {(uint32_t)record, name_of(l, &l->actors, &c->actors, id, STR(""), false)};
      vec_push(&l->actor_of, &c->arena, pair);
    }
    if (str_eq(role, STR("speaker"))) {
      l->credited[record] = 1;
      link_put(l, CUBE_ORIGINS, record, origin_of(l, id, words, false));
    } else if (id.n) {
      link_put(l, str_eq(role, STR("responsible")) ? CUBE_BLAMED : CUBE_ACTORS, record,
               name_of(l, &l->actors, &c->actors, id, STR(""), false));
    }
  }
  s = db_query(l->db, "SELECT id, name FROM actor", "");
  while (db_row(l->db, s)) {
    Str id = db_text(s, 0), name = db_text(s, 1);
    char room[KEY_ROOM];
    const Str parts[] = {STR("i"), id};
    uint32_t at = intern_find(&l->actors, joined(room, parts, 2));
    uint32_t origin = intern_find(&l->origins, joined(room, parts, 2));
    if (at < c->actors.n) c->actors.at[at].name = arena_str(&c->arena, name);
    if (origin < c->origins.n) c->origins.at[origin].name = arena_str(&c->arena, name);
  }
}

static void read_areas(Load *l) {
  Cube *c = l->cube;
  sqlite3_stmt *s = db_query(l->db, "SELECT record, place, country, admin1 FROM record_place", "");
  while (db_row(l->db, s)) {
    int64_t record = sqlite3_column_int64(s, 0);
    if (record < 0 || record >= c->nrecords || c->doc_of[record] == CUBE_NONE) continue;
    CubePair pair = {(uint32_t)record, place_of(l, &l->areas, &c->areas, s, 1, false)};
    if (pair.value == CUBE_NONE) continue;
    vec_push(&l->area_of, &c->arena, pair);
    link_put(l, CUBE_AREAS, record, pair.value);
  }
}

static void read_sources(Load *l) {
  Cube *c = l->cube;
  for (uint32_t r = 0; r < c->nrecords; r++) {
    if (c->incident_of[r] == CUBE_NONE || c->doc_of[r] == CUBE_NONE) continue;
    uint32_t doc = c->doc_of[r], outlet = c->docs[doc].outlet;
    link_put(l, CUBE_DOCS, r, doc);
    link_put(l, CUBE_OUTLETS, r, outlet);
    if (!l->credited[r] && outlet != CUBE_NONE)
      link_put(l, CUBE_ORIGINS, r, origin_of(l, STR(""), c->outlets.at[outlet].name, true));
  }
}

/* What is found within a document names its records by `rid`, the rest by key. */
static const char *const FINDINGS[] = {
    "SELECT r.id, f.id FROM finding f, json_each(f.records) e JOIN record r INDEXED BY record_key ON r.key = e.value"
    " WHERE f.scope NOT LIKE 'document %'",
    "SELECT r.id, f.id FROM finding f, json_each(f.records) e JOIN record r INDEXED BY record_rid ON r.rid = e.value"
    " WHERE f.scope LIKE 'document %' AND r.document = (SELECT d.id FROM document d WHERE d.key = substr(f.scope, "
    "10))"};

static void read_findings(Load *l) {
  for (size_t i = 0; i < sizeof FINDINGS / sizeof *FINDINGS; i++) {
    sqlite3_stmt *s = db_query(l->db, FINDINGS[i], "");
    while (db_row(l->db, s))
      link_put(l, CUBE_FINDINGS, sqlite3_column_int64(s, 0), (uint32_t)sqlite3_column_int64(s, 1));
  }
}

/* ---- lists ---- */

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

/* Puts each incident's links together: counted, then dealt out. */
static void deal(Load *l, CubeKind kind) {
  Cube *c = l->cube;
  uint32_t n = l->links[kind].n, at = 0;
  uint32_t *list = ARENA_ARRAY(&c->arena, uint32_t, (size_t)n + 1);
  c->lists[kind] = list;
  if (!list || !c->at) return;
  for (uint32_t i = 0; i < n; i++) c->at[l->links[kind].at[i].incident].has[kind].n++;
  for (uint32_t i = 0; i < c->n; i++) {
    CubeSlice *has = &c->at[i].has[kind];
    has->at = at;
    at += has->n;
    has->n = 0;
  }
  for (uint32_t i = 0; i < n; i++) {
    CubeSlice *has = &c->at[l->links[kind].at[i].incident].has[kind];
    list[has->at + has->n++] = l->links[kind].at[i].value;
  }
  for (uint32_t i = 0; i < c->n; i++) {
    CubeSlice *has = &c->at[i].has[kind];
    if (has->n > SHORT_RUN) qsort(list + has->at, has->n, sizeof *list, by_value);
    has->n = unique(list + has->at, has->n);
  }
}

static void load(Load *l) {
  db_exec(l->db, "BEGIN");
  read_incidents(l);
  read_records(l);
  if (arena_ok(&l->cube->arena) && arena_ok(&l->scratch) && l->credited) {
    read_actors(l);
    read_areas(l);
    read_sources(l);
    read_findings(l);
  }
  l->cube->area_of = l->area_of.at;
  l->cube->nareas_of = l->area_of.n;
  l->cube->actor_of = l->actor_of.at;
  l->cube->nactors_of = l->actor_of.n;
  db_exec(l->db, "COMMIT");
  for (uint32_t k = 0; k < CUBE_KINDS; k++) deal(l, (CubeKind)k);
}

ErrorCode cube_load(Ledger *ledger, CubeKnown *known, void *context, Cube **out, ErrorInfo *info) {
  Arena arena;
  arena_init(&arena, (size_t)4 << 30);
  Cube *c = ARENA_NEW(&arena, Cube);
  if (!c) {
    arena_fini(&arena);
    return error_set(info, ERROR_MEMORY, str_of(ledger->db.path), 0, NULL);
  }
  c->arena = arena;
  Load l = {.cube = c, .db = &ledger->db, .known = known, .context = context};
  arena_init(&l.scratch, (size_t)4 << 30);
  l.types.arena = l.actors.arena = l.origins.arena = l.outlets.arena = &l.scratch;
  l.places.arena = l.areas.arena = l.ids.arena = &l.scratch;
  l.record_types.arena = l.record_places.arena = l.record_kinds.arena = &l.scratch;
  load(&l);
  ErrorCode code = db_result(&ledger->db, info);
  if (!code && (!arena_ok(&c->arena) || !arena_ok(&l.scratch)))
    code = error_set(info, ERROR_MEMORY, str_of(ledger->db.path), 0, NULL);
  arena_fini(&l.scratch);
  if (code) {
    cube_free(c);
    c = NULL;
  }
  *out = c;
  return code;
}

void cube_free(Cube *c) {
  if (!c) return;
  Arena arena = c->arena;
  arena_fini(&arena);
}
