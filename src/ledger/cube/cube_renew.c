/* After a decision nearly all of a cube is as it was. Table moved tells which incidents a decision made,
 * changed or took away, and whose records it touched: these are read, everything else is copied.
 *
 *   incidents   the old ones without those that moved, merged with these as they are now; what points to
 *               incidents by number is led over by a table old number → new number
 *   records     of touched documents: read anew, with their places and actors
 *   lists       of moved incidents: noted and dealt out behind what is there
 *   findings    all, which are few: one of them may rest on records of anywhere
 *
 * Behind every READ_WHOLE copies what the lists have no use for any more is dropped by reading it all. */
#include <stdlib.h>

#include "ledger/cube/cube_load.h"
#include "ledger/document/opened.h"
#include "ledger/file/row_map.h"

enum { MOST_MOVED = 2000, READ_WHOLE = 200 };

typedef struct Renew {
  CubeLoad load;
  const Cube *old;
  VEC(Str) moved; /* incidents' ids */
  VEC(int64_t) documents;
  VEC(CubeIncident) now; /* of the moved ones those that are, in order */
  RowMap gone;           /* ids of moved incidents */
  uint32_t *led;         /* [old->n] where it is now, or CUBE_NONE */
  uint8_t *touched;      /* [nrecords] records of the documents */
  uint32_t *at;          /* [now.n] where they are */
  VEC(int64_t) records;  /* whose incident is a moved one, or that are touched */
} Renew;

/* ---- what moved ---- */

static int64_t key_of(uint64_t id) { return id ? (int64_t)id : 1; }

/* False: more than is worth it, or more than is known. */
static bool find_moved(Renew *r) {
  Db *db = r->load.db;
  CubeState was = r->old->state, is = cube_read_state(db);
  if (is.coding != was.coding || is.document != was.document || r->old->renewed >= READ_WHOLE) return false;
  int64_t since = was.decision == DB_NONE ? 0 : was.decision;
  int64_t first = db_number(db, "SELECT min(decision) FROM moved", "");
  if (is.decision != DB_NONE && is.decision > since && (first == DB_NONE || first > since + 1)) return false;
  sqlite3_stmt *s = db_query(db, "SELECT DISTINCT incident, document FROM moved WHERE decision > ?", "i", since);
  while (db_row(db, s)) {
    if (sqlite3_column_type(s, 1) != SQLITE_NULL)
      vec_push(&r->documents, &r->load.scratch, sqlite3_column_int64(s, 1));
    else
      vec_push(&r->moved, &r->load.scratch, db_keep(&r->load.scratch, s, 0));
  }
  r->load.cube->state = is;
  return r->moved.n + r->documents.n <= MOST_MOVED;
}

/* ---- copying ---- */

static void *copy(Arena *arena, const void *from, size_t n, size_t size) {
  void *to = arena_array(arena, n + 1, size, 16);
  if (to && n) memcpy(to, from, n * size);
  return to;
}

static Str copy_str(Arena *arena, Str s) { return s.n ? arena_str(arena, s) : STR(""); }

static CubeNames copy_names(Arena *arena, const CubeNames *from) {
  CubeNames to = {.at = copy(arena, from->at, from->n, sizeof *from->at), .n = from->n, .room = from->n};
  for (uint32_t i = 0; to.at && i < to.n; i++) {
    to.at[i].id = copy_str(arena, to.at[i].id);
    to.at[i].name = copy_str(arena, to.at[i].name);
  }
  return to;
}

static struct CubePlaces copy_places(Arena *arena, const struct CubePlaces *from) {
  struct CubePlaces to = {.at = copy(arena, from->at, from->n, sizeof *from->at), .n = from->n, .room = from->n};
  for (uint32_t i = 0; to.at && i < to.n; i++) {
    CubePlace *p = &to.at[i];
    p->id = copy_str(arena, p->id);
    p->name = copy_str(arena, p->name);
    p->country = copy_str(arena, p->country);
    p->admin1 = copy_str(arena, p->admin1);
  }
  return to;
}

static struct CubeSeriesList copy_series(Arena *arena, const struct CubeSeriesList *from) {
  struct CubeSeriesList to = {.at = copy(arena, from->at, from->n, sizeof *from->at), .n = from->n, .room = from->n};
  for (uint32_t i = 0; to.at && i < to.n; i++) {
    CubeSeries *s = &to.at[i];
    *s = (CubeSeries){copy_str(arena, s->type), copy_str(arena, s->place), copy_str(arena, s->holders),
                      copy_str(arena, s->unit)};
  }
  return to;
}

static void copy_all(Cube *c, const Cube *old) {
  Arena *a = &c->arena;
  c->types = copy_names(a, &old->types);
  c->actors = copy_names(a, &old->actors);
  c->origins = copy_names(a, &old->origins);
  c->outlets = copy_names(a, &old->outlets);
  c->record_types = copy_names(a, &old->record_types);
  c->record_places = copy_names(a, &old->record_places);
  c->record_kinds = copy_names(a, &old->record_kinds);
  c->places = copy_places(a, &old->places);
  c->areas = copy_places(a, &old->areas);
  c->series = copy_series(a, &old->series);
  c->ndocs = old->ndocs;
  c->nrecords = old->nrecords;
  c->shown = old->shown;
  c->renewed = old->renewed + 1;
  c->docs = copy(a, old->docs, old->ndocs, sizeof *old->docs);
  c->incident_of = copy(a, old->incident_of, old->nrecords, sizeof *old->incident_of);
  c->doc_of = copy(a, old->doc_of, old->nrecords, sizeof *old->doc_of);
  c->days_of = copy(a, old->days_of, old->nrecords, sizeof *old->days_of);
  c->record = copy(a, old->record, old->nrecords, sizeof *old->record);
  for (uint32_t k = 0; k < CUBE_KINDS; k++) {
    c->nlists[k] = old->nlists[k];
    c->lists[k] = old->lists[k]; /* cube_deal copies it */
  }
}

/* ---- incidents ---- */

/* As ORDER BY day_from DESC, id has them. */
static int by_day(const void *a, const void *b) {
  const CubeIncident *x = a, *y = b;
  if (x->day_from != y->day_from) return x->day_from > y->day_from ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static void read_moved(Renew *r) {
  Arena *scratch = &r->load.scratch;
  for (uint32_t i = 0; i < r->moved.n; i++) {
    void **slot = row_map_slot(scratch, &r->gone, key_of(cube_id(r->moved.at[i])));
    if (slot) *slot = r;
    sqlite3_stmt *s = db_query(r->load.db, CUBE_INCIDENT " WHERE id = ?", "t", r->moved.at[i]);
    if (!db_row(r->load.db, s)) continue;
    CubeIncident incident;
    cube_read_incident(&r->load, s, &incident);
    db_done(s);
    vec_push(&r->now, scratch, incident);
  }
  if (r->now.n) qsort(r->now.at, r->now.n, sizeof *r->now.at, by_day);
}

static bool merge(Renew *r) {
  Cube *c = r->load.cube;
  const Cube *old = r->old;
  c->at = ARENA_ARRAY(&c->arena, CubeIncident, (size_t)old->n + r->now.n + 1);
  r->led = ARENA_ARRAY(&r->load.scratch, uint32_t, (size_t)old->n + 1);
  r->at = ARENA_ARRAY(&r->load.scratch, uint32_t, (size_t)r->now.n + 1);
  if (!c->at || !r->led || !r->at) return false;
  for (uint32_t i = 0, k = 0; i < old->n || k < r->now.n;) {
    if (i < old->n && row_map_get(&r->gone, key_of(old->at[i].id))) {
      r->led[i++] = CUBE_NONE;
    } else if (i < old->n && (k == r->now.n || by_day(&old->at[i], &r->now.at[k]) < 0)) {
      r->led[i] = c->n;
      c->at[c->n++] = old->at[i++];
    } else {
      r->at[k] = c->n;
      c->at[c->n++] = r->now.at[k++];
    }
  }
  return true;
}

/* ---- records ---- */

static uint32_t *docs_of(Renew *r) {
  const Cube *c = r->load.cube;
  uint32_t *docs = ARENA_ARRAY(&r->load.scratch, uint32_t, (size_t)r->documents.n + 1);
  RowMap wanted = {0};
  for (uint32_t i = 0; docs && i < r->documents.n; i++) {
    void **slot = row_map_slot(&r->load.scratch, &wanted, r->documents.at[i]);
    docs[i] = CUBE_NONE;
    if (slot) *slot = &docs[i];
  }
  for (uint32_t d = 0; docs && d < c->ndocs; d++) {
    uint32_t *doc = row_map_get(&wanted, c->docs[d].row);
    if (doc) *doc = d;
  }
  return docs;
}

static bool known_row(const Renew *r, int64_t row) { return row >= 0 && row < r->load.cube->nrecords; }

static void touch(Renew *r, int64_t document, uint32_t doc) {
  Cube *c = r->load.cube;
  sqlite3_stmt *s = db_query(r->load.db, "SELECT id FROM record WHERE document = ?", "i", document);
  while (db_row(r->load.db, s)) {
    int64_t row = sqlite3_column_int64(s, 0);
    if (!known_row(r, row) || r->touched[row]) continue;
    r->touched[row] = 1;
    vec_push(&r->records, &r->load.scratch, row);
    c->shown -= c->doc_of[row] != CUBE_NONE;
    c->doc_of[row] = c->incident_of[row] = CUBE_NONE;
  }
  s = db_query(r->load.db, CUBE_RECORD " AND document = ?", "i", document);
  while (db_row(r->load.db, s))
    if (known_row(r, sqlite3_column_int64(s, 0)) && doc != CUBE_NONE) cube_read_record(&r->load, s, doc);
}

static void read_figures(Renew *r) {
  for (uint32_t i = 0; i < r->records.n; i++) {
    sqlite3_stmt *s = db_query(r->load.db, CUBE_FIGURE " AND r.id = ?", "i", r->records.at[i]);
    while (db_row(r->load.db, s)) cube_read_figure(&r->load, s);
  }
}

static void lead_over(Renew *r) {
  Cube *c = r->load.cube;
  for (uint32_t row = 0; row < c->nrecords; row++)
    if (c->incident_of[row] != CUBE_NONE) c->incident_of[row] = r->led[c->incident_of[row]];
}

static void find_members(Renew *r) {
  Cube *c = r->load.cube;
  for (uint32_t i = 0; i < r->now.n; i++) {
    char id[17];
    sqlite3_snprintf(sizeof id, id, "%016llx", (unsigned long long)r->now.at[i].id);
    sqlite3_stmt *s = db_query(r->load.db, "SELECT id FROM record WHERE incident = ?", "t", str_of(id));
    while (db_row(r->load.db, s)) {
      int64_t row = sqlite3_column_int64(s, 0);
      if (!known_row(r, row) || c->doc_of[row] == CUBE_NONE) continue;
      c->incident_of[row] = r->at[i];
      if (!r->touched[row]) vec_push(&r->records, &r->load.scratch, row);
    }
  }
}

static void keep_pairs(Renew *r) {
  const Cube *old = r->old;
  Arena *arena = &r->load.cube->arena;
  for (uint32_t i = 0; i < old->nactors_of; i++)
    if (!r->touched[old->actor_of[i].record]) vec_push(&r->load.actor_of, arena, old->actor_of[i]);
  for (uint32_t i = 0; i < old->nareas_of; i++)
    if (!r->touched[old->area_of[i].record]) vec_push(&r->load.area_of, arena, old->area_of[i]);
}

static void read_told(Renew *r) {
  CubeLoad *l = &r->load;
  for (uint32_t i = 0; i < r->records.n; i++) {
    int64_t row = r->records.at[i];
    sqlite3_stmt *s = db_query(l->db, CUBE_ACTOR " WHERE record = ?", "i", row);
    while (db_row(l->db, s)) cube_read_actor(l, s, r->touched[row]);
    s = db_query(l->db, CUBE_PLACE " WHERE record = ?", "i", row);
    while (db_row(l->db, s)) cube_read_place(l, s, r->touched[row]);
    cube_read_source(l, (uint32_t)row);
  }
  cube_read_actor_names(l);
}

/* ---- the whole ---- */

static void renew(Renew *r) {
  CubeLoad *l = &r->load;
  Cube *c = l->cube;
  copy_all(c, r->old);
  if (!arena_ok(&c->arena)) return;
  cube_know_names(l);
  read_moved(r);
  r->touched = ARENA_ARRAY(&l->scratch, uint8_t, (size_t)c->nrecords + 1);
  l->credited = ARENA_ARRAY(&l->scratch, uint8_t, (size_t)c->nrecords + 1);
  uint32_t *docs = docs_of(r);
  if (!merge(r) || !docs || !r->touched || !l->credited) return;
  lead_over(r);
  for (uint32_t i = 0; i < r->documents.n; i++) touch(r, r->documents.at[i], docs[i]);
  read_figures(r);
  find_members(r);
  keep_pairs(r);
  read_told(r);
  for (uint32_t i = 0; i < c->n; i++) c->at[i].has[CUBE_FINDINGS] = (CubeSlice){0};
  cube_read_findings(l);
  for (uint32_t k = 0; k < CUBE_KINDS; k++) {
    bool all = k == CUBE_FINDINGS;
    cube_deal(l, (CubeKind)k, all ? NULL : r->at, all ? c->n : r->now.n);
  }
  c->area_of = l->area_of.at;
  c->nareas_of = l->area_of.n;
  c->actor_of = l->actor_of.at;
  c->nactors_of = l->actor_of.n;
  cube_index(c, &l->scratch);
}

ErrorCode cube_renew(Ledger *ledger, const Cube *old, CubeKnown *known, void *context, Cube **out, ErrorInfo *info) {
  Renew r = {.old = old};
  Cube *c = cube_new();
  *out = NULL;
  if (!c) return error_set(info, ERROR_MEMORY, str_of(ledger->db.path), 0, NULL);
  cube_load_init(&r.load, c, ledger, known, context);
  db_exec(&ledger->db, "BEGIN");
  bool little = find_moved(&r);
  if (little) renew(&r);
  db_exec(&ledger->db, "COMMIT");
  ErrorCode code = cube_load_end(&r.load, ledger, out, info);
  if (code || little) return code;
  cube_free(*out);
  return cube_load(ledger, known, context, out, info);
}
