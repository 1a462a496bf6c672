/* The cube is filled by one pass over each of a few indexes, never over the rows themselves:
 * a record's row holds its whole JSON, and reading a hundred thousand of them costs more than
 * all that is kept here. Which record is of which incident, and of which document, stands in
 * indexes; what is told of a record in tables of its own. */
#include "ledger/cube/cube_load.h"

#include <math.h>
#include <stdlib.h>

#include "ledger/document/opened.h"
#include "ledger/file/schema.h"

static int32_t day_at(sqlite3_stmt *s, int column) {
  int64_t day = sqlite3_column_int64(s, column);
  bool none = sqlite3_column_type(s, column) == SQLITE_NULL || day < -CUBE_MOST_DAYS || day > CUBE_MOST_DAYS;
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

static Str name_key(char room[CUBE_KEY_ROOM], Str id, Str name, bool outlet) {
  const Str parts[] = {outlet ? STR("o") : id.n ? STR("i") : STR("w"), id.n ? id : name};
  return cube_joined(room, parts, 2);
}

static uint32_t name_of(CubeLoad *l, Intern *table, CubeNames *names, Str id, Str name, bool outlet) {
  char room[CUBE_KEY_ROOM];
  bool added = false;
  uint32_t at = intern(table, name_key(room, id, name, outlet), &added);
  if (added) {
    CubeName kept = {.id = id.n ? arena_str(&l->cube->arena, id) : STR(""),
                     .name = name.n ? arena_str(&l->cube->arena, name) : STR(""),
                     .outlet = outlet};
    vec_push(names, &l->cube->arena, kept);
  }
  return at;
}

static Str place_key(char room[CUBE_KEY_ROOM], const CubePlace *p) {
  char spot[64];
  sqlite3_snprintf(sizeof spot, spot, "%.4f %.4f %d", p->lat, p->lon, p->precision);
  const Str parts[] = {p->id, p->country, p->admin1, p->name, str_of(spot)};
  return cube_joined(room, parts, 5);
}

static uint32_t place_of(CubeLoad *l, Intern *table, struct CubePlaces *places, sqlite3_stmt *s, int column,
                         bool point) {
  char room[CUBE_KEY_ROOM];
  bool added = false;
  CubePlace p = {.id = db_text(s, column),
                 .country = db_text(s, column + 1),
                 .admin1 = db_text(s, column + 2),
                 .name = point ? db_text(s, column + 3) : STR(""),
                 .lat = (double)NAN,
                 .lon = (double)NAN};
  if (!p.id.n && !p.name.n && !p.country.n) return CUBE_NONE;
  if (point) {
    p.lat = degrees_at(s, column + 4);
    p.lon = degrees_at(s, column + 5);
    p.precision = sqlite3_column_int(s, column + 6);
  }
  uint32_t at = intern(table, place_key(room, &p), &added);
  if (!added) return at;
  Arena *arena = &l->cube->arena;
  p.id = p.id.n ? arena_str(arena, p.id) : STR("");
  p.country = p.country.n ? arena_str(arena, p.country) : STR("");
  p.admin1 = p.admin1.n ? arena_str(arena, p.admin1) : STR("");
  p.name = p.name.n ? arena_str(arena, p.name) : STR("");
  vec_push(places, arena, p);
  return at;
}

static Str series_key(char room[CUBE_KEY_ROOM], const CubeSeries *s) {
  const Str parts[] = {s->type, s->unit, s->place, s->holders};
  return cube_joined(room, parts, 4);
}

static void know(Intern *table, const CubeNames *names) {
  char room[CUBE_KEY_ROOM];
  bool added;
  for (uint32_t i = 0; i < names->n; i++)
    (void)intern(table, name_key(room, names->at[i].id, names->at[i].name, names->at[i].outlet), &added);
}

static void know_places(Intern *table, const struct CubePlaces *places) {
  char room[CUBE_KEY_ROOM];
  bool added;
  for (uint32_t i = 0; i < places->n; i++) (void)intern(table, place_key(room, &places->at[i]), &added);
}

void cube_know_names(CubeLoad *l) {
  const Cube *c = l->cube;
  know(&l->types, &c->types);
  know(&l->actors, &c->actors);
  know(&l->origins, &c->origins);
  know(&l->outlets, &c->outlets);
  know(&l->record_types, &c->record_types);
  know(&l->record_places, &c->record_places);
  know(&l->record_kinds, &c->record_kinds);
  know_places(&l->places, &c->places);
  know_places(&l->areas, &c->areas);
  for (uint32_t i = 0; i < c->series.n; i++) {
    char room[CUBE_KEY_ROOM];
    bool added;
    (void)intern(&l->series, series_key(room, &c->series.at[i]), &added);
  }
}

static CubeStatus status_of(Str status) {
  return str_eq(status, STR("corrected"))  ? CUBE_CORRECTED
         : str_eq(status, STR("reviewed")) ? CUBE_REVIEWED
                                           : CUBE_MACHINE;
}

/* ---- incidents ---- */

uint64_t cube_id(Str hex) {
  uint64_t id = 0;
  for (size_t k = 0; k < hex.n && k < 16; k++) {
    int c = hex.p[k];
    id = id << 4 | (uint64_t)(c <= '9' ? c - '0' : c - 'a' + 10);
  }
  return id;
}

void cube_read_incident(CubeLoad *l, sqlite3_stmt *s, CubeIncident *i) {
  Str id = db_text(s, 1);
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
  i->id = cube_id(id);
}

static void read_incidents(CubeLoad *l) {
  Cube *c = l->cube;
  int64_t n = db_number(l->db, "SELECT count(*) FROM incident", "");
  if (n < 0 || n > CUBE_MOST_ROWS) return;
  c->at = ARENA_ARRAY(&c->arena, CubeIncident, (size_t)n + 1);
  sqlite3_stmt *s = db_query(l->db, CUBE_INCIDENT " ORDER BY day_from DESC, id", "");
  while (db_row(l->db, s))
    if (c->at && c->n < n) {
      bool added;
      (void)intern(&l->ids, db_text(s, 1), &added);
      cube_read_incident(l, s, &c->at[c->n++]);
    }
}

/* ---- documents and records ---- */

static int64_t rows_below(CubeLoad *l, const char *sql) {
  int64_t most = db_number(l->db, sql, "");
  return most < 0 || most > CUBE_MOST_ROWS ? 0 : most + 1;
}

/* [rows] by row of document: their place in docs. */
static uint32_t *read_docs(CubeLoad *l, int64_t *rows) {
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

static void link_put(CubeLoad *l, CubeKind kind, int64_t record, uint32_t value) {
  if (record < 0 || record >= l->cube->nrecords || value == CUBE_NONE) return;
  uint32_t incident = l->cube->incident_of[record];
  if (incident == CUBE_NONE) return;
  CubeLink link = {incident, value};
  vec_push(&l->links[kind], &l->scratch, link);
}

void cube_read_record(CubeLoad *l, sqlite3_stmt *s, uint32_t doc) {
  Cube *c = l->cube;
  Str place = db_text(s, 9);
  int64_t row = sqlite3_column_int64(s, 0);
  c->doc_of[row] = doc;
  c->days_of[row] = (CubeDays){day_at(s, 2), day_at(s, 3)};
  c->record[row] = (CubeRecord){
      .kind = (uint8_t)name_of(l, &l->record_kinds, &c->record_kinds, db_text(s, 4), STR(""), false),
      .type = name_of(l, &l->record_types, &c->record_types, db_text(s, 5), STR(""), false),
      .series = CUBE_NONE,
      .killed = number_at(s, 6),
      .count = number_at(s, 7),
      .status = status_of(db_text(s, 8)),
      .place = place.n ? name_of(l, &l->record_places, &c->record_places, STR(""), place, false) : CUBE_NONE};
  c->shown++;
}

static Str kept(Arena *arena, Str s) { return s.n ? arena_str(arena, s) : STR(""); }

/* Of people there is one unit, of money and of things many. */
static bool has_units(Str type) { return str_eq(type, STR("money")) || str_eq(type, STR("equipment")); }

void cube_read_figure(CubeLoad *l, sqlite3_stmt *s) {
  Cube *c = l->cube;
  int64_t row = sqlite3_column_int64(s, 0);
  if (row < 0 || row >= c->nrecords || c->doc_of[row] == CUBE_NONE) return;
  CubeRecord *record = &c->record[row];
  char room[CUBE_KEY_ROOM];
  bool added = false;
  Str place = db_text(s, 1), type = c->record_types.at[record->type].id;
  if (!place.n && record->place != CUBE_NONE) place = c->record_places.at[record->place].name;
  CubeSeries series = {type, place, db_text(s, 2), has_units(type) ? db_text(s, 3) : STR("")};
  record->series = intern(&l->series, series_key(room, &series), &added);
  if (!added) return;
  Arena *arena = &c->arena;
  CubeSeries own = {type, kept(arena, place), kept(arena, series.holders), kept(arena, series.unit)};
  vec_push(&c->series, arena, own);
}

static bool make_room(CubeLoad *l) {
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

static void read_records(CubeLoad *l) {
  Cube *c = l->cube;
  Db *db = l->db;
  int64_t docs = 0;
  uint32_t *doc_of = read_docs(l, &docs);
  c->nrecords = (uint32_t)rows_below(l, "SELECT max(id) FROM record");
  if (!doc_of || !make_room(l)) return;
  sqlite3_stmt *s = db_query(db, CUBE_RECORD, "");
  while (db_row(db, s)) {
    int64_t row = sqlite3_column_int64(s, 0), doc = sqlite3_column_int64(s, 1);
    if (row >= 0 && row < c->nrecords && doc >= 0 && doc < docs && doc_of[doc] != CUBE_NONE)
      cube_read_record(l, s, doc_of[doc]);
  }
  s = db_query(db, CUBE_FIGURE, "");
  while (db_row(db, s)) cube_read_figure(l, s);
  s = db_query(db, "SELECT id, incident FROM record WHERE incident IS NOT NULL", "");
  while (db_row(db, s)) {
    int64_t row = sqlite3_column_int64(s, 0);
    if (row >= 0 && row < c->nrecords && c->doc_of[row] != CUBE_NONE)
      c->incident_of[row] = intern_find(&l->ids, db_text(s, 1));
  }
}

/* ---- what is told of records ---- */

static uint32_t origin_of(CubeLoad *l, Str id, Str words, bool outlet) {
  if (!id.n && l->known) id = l->known(l->context, words);
  return name_of(l, &l->origins, &l->cube->origins, id, words, outlet && !id.n);
}

/* Of a record that is shown. */
static bool shown_at(const CubeLoad *l, sqlite3_stmt *s, uint32_t *record) {
  int64_t row = sqlite3_column_int64(s, 0);
  if (row < 0 || row >= l->cube->nrecords || l->cube->doc_of[row] == CUBE_NONE) return false;
  *record = (uint32_t)row;
  return true;
}

void cube_read_actor(CubeLoad *l, sqlite3_stmt *s, bool pairs) {
  Cube *c = l->cube;
  uint32_t record;
  Str role = db_text(s, 1), id = db_text(s, 2);
  if (!shown_at(l, s, &record)) return;
  if (id.n && pairs) {
    CubePair pair = {record, name_of(l, &l->actors, &c->actors, id, STR(""), false)};
    vec_push(&l->actor_of, &c->arena, pair);
  }
  if (str_eq(role, STR("speaker"))) {
    l->credited[record] = 1;
    link_put(l, CUBE_ORIGINS, record, origin_of(l, id, db_text(s, 3), false));
  } else if (id.n) {
    link_put(l, str_eq(role, STR("responsible")) ? CUBE_BLAMED : CUBE_ACTORS, record,
             name_of(l, &l->actors, &c->actors, id, STR(""), false));
  }
}

void cube_read_actor_names(CubeLoad *l) {
  Cube *c = l->cube;
  sqlite3_stmt *s = db_query(l->db, "SELECT id, name FROM actor", "");
  while (db_row(l->db, s)) {
    Str id = db_text(s, 0), name = db_text(s, 1);
    char room[CUBE_KEY_ROOM];
    Str key = name_key(room, id, STR(""), false);
    uint32_t at = intern_find(&l->actors, key), origin = intern_find(&l->origins, key);
    if (at < c->actors.n && !c->actors.at[at].name.n) c->actors.at[at].name = arena_str(&c->arena, name);
    if (origin < c->origins.n && !str_eq(c->origins.at[origin].name, name))
      c->origins.at[origin].name = arena_str(&c->arena, name);
  }
}

void cube_read_place(CubeLoad *l, sqlite3_stmt *s, bool pairs) {
  uint32_t record;
  if (!shown_at(l, s, &record)) return;
  CubePair pair = {record, place_of(l, &l->areas, &l->cube->areas, s, 1, false)};
  if (pair.value == CUBE_NONE) return;
  if (pairs) vec_push(&l->area_of, &l->cube->arena, pair);
  link_put(l, CUBE_AREAS, record, pair.value);
}

void cube_read_source(CubeLoad *l, uint32_t r) {
  const Cube *c = l->cube;
  if (c->incident_of[r] == CUBE_NONE || c->doc_of[r] == CUBE_NONE) return;
  uint32_t doc = c->doc_of[r], outlet = c->docs[doc].outlet;
  link_put(l, CUBE_DOCS, r, doc);
  link_put(l, CUBE_OUTLETS, r, outlet);
  if (!l->credited[r] && outlet != CUBE_NONE)
    link_put(l, CUBE_ORIGINS, r, origin_of(l, STR(""), c->outlets.at[outlet].name, true));
}

static void read_told(CubeLoad *l) {
  sqlite3_stmt *s = db_query(l->db, CUBE_ACTOR, "");
  while (db_row(l->db, s)) cube_read_actor(l, s, true);
  cube_read_actor_names(l);
  s = db_query(l->db, CUBE_PLACE, "");
  while (db_row(l->db, s)) cube_read_place(l, s, true);
  for (uint32_t r = 0; r < l->cube->nrecords; r++) cube_read_source(l, r);
}

/* What is found within a document names its records by `rid`, the rest by key. */
static const char *const FINDINGS[] = {
    "SELECT r.id, f.id FROM finding f, json_each(f.records) e JOIN record r INDEXED BY record_key ON " SCHEMA_ID_IS(
        "r.key", "e.value") " WHERE f.scope NOT LIKE 'document %'",
    "SELECT r.id, f.id FROM finding f, json_each(f.records) e CROSS JOIN document d ON d.key = substr(f.scope, 10)"
    " CROSS JOIN record r ON r.document = d.id AND r.rid = e.value WHERE f.scope LIKE 'document %'"};

void cube_read_findings(CubeLoad *l) {
  for (size_t i = 0; i < sizeof FINDINGS / sizeof *FINDINGS; i++) {
    sqlite3_stmt *s = db_query(l->db, FINDINGS[i], "");
    while (db_row(l->db, s))
      link_put(l, CUBE_FINDINGS, sqlite3_column_int64(s, 0), (uint32_t)sqlite3_column_int64(s, 1));
  }
}

CubeState cube_read_state(Db *db) {
  return (CubeState){.decision = db_number(db, "SELECT max(id) FROM decision", ""),
                     .coding = db_number(db, "SELECT max(id) FROM coding", ""),
                     .document = db_number(db, "SELECT max(id) FROM document ", "")};
}

static void load(CubeLoad *l) {
  Cube *c = l->cube;
  db_exec(l->db, "BEGIN");
  c->state = cube_read_state(l->db);
  read_incidents(l);
  read_records(l);
  if (arena_ok(&c->arena) && arena_ok(&l->scratch) && l->credited) {
    read_told(l);
    cube_read_findings(l);
  }
  db_exec(l->db, "COMMIT");
  c->area_of = l->area_of.at;
  c->nareas_of = l->area_of.n;
  c->actor_of = l->actor_of.at;
  c->nactors_of = l->actor_of.n;
  for (uint32_t k = 0; k < CUBE_KINDS; k++) cube_deal(l, (CubeKind)k, NULL, c->n);
  cube_index(c, &l->scratch);
}

void cube_load_init(CubeLoad *l, Cube *c, Ledger *ledger, CubeKnown *known, void *context) {
  *l = (CubeLoad){.cube = c, .db = &ledger->db, .known = known, .context = context};
  arena_init(&l->scratch, (size_t)4 << 30);
  l->types.arena = l->actors.arena = l->origins.arena = l->outlets.arena = &l->scratch;
  l->places.arena = l->areas.arena = l->ids.arena = &l->scratch;
  l->record_types.arena = l->record_places.arena = l->record_kinds.arena = l->series.arena = &l->scratch;
}

ErrorCode cube_load_end(CubeLoad *l, Ledger *ledger, Cube **out, ErrorInfo *info) {
  ErrorCode code = db_result(&ledger->db, info);
  if (!code && (!arena_ok(&l->cube->arena) || !arena_ok(&l->scratch)))
    code = error_set(info, ERROR_MEMORY, str_of(ledger->db.path), 0, NULL);
  arena_fini(&l->scratch);
  *out = code ? NULL : l->cube;
  if (code) cube_free(l->cube);
  return code;
}

Cube *cube_new(void) {
  Arena arena;
  arena_init(&arena, (size_t)4 << 30);
  Cube *c = ARENA_NEW(&arena, Cube);
  if (c)
    c->arena = arena;
  else
    arena_fini(&arena);
  return c;
}

ErrorCode cube_load(Ledger *ledger, CubeKnown *known, void *context, Cube **out, ErrorInfo *info) {
  CubeLoad l;
  Cube *c = cube_new();
  *out = NULL;
  if (!c) return error_set(info, ERROR_MEMORY, str_of(ledger->db.path), 0, NULL);
  cube_load_init(&l, c, ledger, known, context);
  load(&l);
  return cube_load_end(&l, ledger, out, info);
}

void cube_free(Cube *c) {
  if (!c) return;
  Arena arena = c->arena;
  arena_fini(&arena);
}
