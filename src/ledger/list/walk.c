/* A list's row names an incident or a record; the whole of it is read behind, by its key.
 *
 * The record is the coder's JSON with the reviewer's corrections laid over it («قُتل ثلاثة»,
 * three were killed, corrected to four), and mapped anew where one of them changed it. */
#include "ledger/list/walk.h"

#include <math.h>
#include <stdlib.h>

#include "engine/actors.h"
#include "ledger/document/decided.h"
#include "ledger/file/schema.h"
#include "ledger/list/sheet.h"
#include "record/json.h"

#define TOLD                                                                                                      \
  "SELECT r.id, r.key, r.json, r.status, r.incident, c.engine, c.data, d.key, d.given, d.outlet, d.url, d.title," \
  " d.author, d.published, d.retrieved, t.voice, lower(hex(t.sha256)),"                                           \
  " CAST(substr(CAST(t.body AS BLOB), r.sentence_start + 1, r.sentence_end - r.sentence_start) AS TEXT)"          \
  " FROM record r JOIN coding c ON c.id = r.coding JOIN document d ON d.id = r.document"                          \
  " JOIN text t ON t.id = d.text WHERE +r.current = 1 AND r.status <> 'rejected' AND "

typedef VEC(LedgerTold) ToldList;

/* ---- a record ---- */

static bool read_told(Ledger *l, Arena *arena, sqlite3_stmt *s, LedgerTold *out, int64_t *row) {
  Str *const head[] = {&out->status, &out->incident, &out->engine, &out->data,   &out->document,  &out->given,
                       &out->outlet, &out->url,      &out->title,  &out->author, &out->published, &out->retrieved};
  ErrorInfo info;
  *out = (LedgerTold){.corrected = STR(""), .by = STR("")};
  *row = sqlite3_column_int64(s, 0);
  out->key = db_keep(arena, s, 1);
  if (json_read_record(arena, db_text(s, 2), &out->record, &info)) {
    db_fail_with(&l->db, ERROR_DATA, "a record in it cannot be read; it is damaged, or was changed by hand");
    return false;
  }
  for (int i = 0; i < (int)(sizeof head / sizeof *head); i++) *head[i] = db_keep(arena, s, i + 3);
  out->voice = sqlite3_column_int64(s, 15);
  out->text_sha256 = db_keep(arena, s, 16);
  out->sentence = db_keep(arena, s, 17);
  return true;
}

static void lay_over(Ledger *l, Arena *arena, const Engine *engine, int64_t row, LedgerTold *t) {
  static const char fields[] =
      "SELECT group_concat(d.field || '=' || d.value, '; ') FROM (SELECT e.field, e.value FROM applied a"
      " JOIN decision e ON e.id = a.decision WHERE a.record = ? AND e.verb = 'correct'"
      " AND e.id NOT IN (SELECT decision FROM undone) ORDER BY e.id) d";
  static const char who[] =
      "SELECT group_concat(d.by, '; ') FROM (SELECT DISTINCT e.by FROM applied a JOIN decision e ON e.id = a.decision"
      " WHERE a.record = ? AND e.verb IN ('accept', 'correct') AND e.id NOT IN (SELECT decision FROM undone)"
      " ORDER BY e.id) d";
  if (str_eq(t->status, STR("machine-coded"))) return;
  sqlite3_stmt *s = db_query(&l->db, who, "i", row);
  if (db_row(&l->db, s)) t->by = db_keep(arena, s, 0);
  db_done(s);
  if (!str_eq(t->status, STR("corrected"))) return;
  s = db_query(&l->db, fields, "i", row);
  if (db_row(&l->db, s)) t->corrected = db_keep(arena, s, 0);
  db_done(s);
  decided_correct(l, arena, row, &t->record);
  if (engine) engine_map(engine, &t->record);
}

static void read_all(Ledger *l, Arena *arena, const Engine *engine, sqlite3_stmt *s, ToldList *out) {
  VEC(int64_t) rows = {0};
  LedgerTold told;
  int64_t row;
  while (db_row(&l->db, s)) {
    if (!read_told(l, arena, s, &told, &row)) break;
    vec_push(&rows, arena, row);
    vec_push(out, arena, told);
  }
  for (uint32_t i = 0; i < out->n && i < rows.n; i++) lay_over(l, arena, engine, rows.at[i], &out->at[i]);
}

static void read_one(Ledger *l, Arena *arena, const Engine *engine, Str key, ToldList *out) {
  read_all(l, arena, engine, db_query(&l->db, TOLD SCHEMA_ID_IS("r.key", "?1"), "t", key), out);
}

static void read_members(Ledger *l, Arena *arena, const Engine *engine, Str incident, ToldList *out) {
  read_all(l, arena, engine,
           db_query(&l->db, TOLD "r.incident = ? ORDER BY d.day, d.key, r.trigger_start, r.key", "t", incident), out);
}

/* ---- a walk ---- */

typedef struct Walk {
  Ledger *ledger;
  const LedgerList *list;
  const Engine *engine;
  Arena arena; /* of a row */
  LedgerIncidentRow *incident;
  LedgerToldRow *told;
  void *context;
} Walk;

static Str cell(const Walk *w, const Str *cells, const char *name) {
  for (uint32_t i = 0; i < w->list->ncolumns; i++)
    if (str_eq(str_of(w->list->columns[i].name), str_of(name))) return cells[i];
  return STR("");
}

static int64_t number(const Walk *w, const Str *cells, const char *name, int64_t none) {
  double x;
  return str_to_double(cell(w, cells, name), &x) ? (int64_t)x : none;
}

static double degrees(const Walk *w, const Str *cells, const char *name) {
  double x;
  return str_to_double(cell(w, cells, name), &x) ? x : (double)NAN;
}

static LedgerIncident incident_of(Walk *w, const Str *cells) {
#define KEEP(name) arena_str(&w->arena, cell(w, cells, name))
#define RANGE(name) \
  { number(w, cells, name "_min", LEDGER_OPEN), number(w, cells, name "_max", LEDGER_OPEN) }
  return (LedgerIncident){.id = KEEP("incident"),
                          .type = KEEP("type"),
                          .time = KEEP("time"),
                          .status = KEEP("status"),
                          .place = KEEP("place"),
                          .country = KEEP("country"),
                          .admin1 = KEEP("admin1"),
                          .lat = degrees(w, cells, "lat"),
                          .lon = degrees(w, cells, "lon"),
                          .precision = number(w, cells, "precision", 0),
                          .killed = RANGE("killed"),
                          .injured = RANGE("injured"),
                          .records = number(w, cells, "records", 0),
                          .documents = number(w, cells, "documents", 0),
                          .outlets = number(w, cells, "outlets", 0),
                          .voices = number(w, cells, "voices", 0)};
#undef KEEP
#undef RANGE
}

/* Memory that ran out is the ledger's failure, so that it sticks. */
static bool goes_on(Walk *w) {
  if (!arena_ok(&w->arena)) db_fail_with(&w->ledger->db, ERROR_MEMORY, "an incident has more records than fit");
  return db_ok(&w->ledger->db);
}

static bool at_incident(void *context, const Str *cells, uint32_t n) {
  Walk *w = context;
  ToldList told = {0};
  (void)n;
  arena_reset(&w->arena);
  LedgerIncident incident = incident_of(w, cells);
  incident.sheet = sheet_rows_of(w->ledger, &w->arena, incident.id);
  read_members(w->ledger, &w->arena, w->engine, incident.id, &told);
  incident.told = told.at;
  incident.ntold = told.n;
  return goes_on(w) && w->incident(w->context, &w->arena, &incident);
}

static bool at_record(void *context, const Str *cells, uint32_t n) {
  Walk *w = context;
  ToldList told = {0};
  (void)n;
  arena_reset(&w->arena);
  read_one(w->ledger, &w->arena, w->engine, arena_str(&w->arena, cell(w, cells, "record")), &told);
  return goes_on(w) && (!told.n || w->told(w->context, &w->arena, &told.at[0]));
}

static ErrorCode run(Walk *w, const LedgerFilter *filter, LedgerRow *row, ErrorInfo *info) {
  arena_init(&w->arena, (size_t)1 << 30);
  ErrorCode code = ledger_list(w->ledger, w->list, filter, LEDGER_CELLS, row, w, info);
  arena_fini(&w->arena);
  return code;
}

ErrorCode ledger_walk_incidents(Ledger *l, const LedgerFilter *filter, LedgerIncidentRow *row, void *context,
                                ErrorInfo *info) {
  Walk w = {.ledger = l,
            .list = ledger_list_of(STR("incidents")),
            .engine = filter->engine,
            .incident = row,
            .context = context};
  return run(&w, filter, at_incident, info);
}

ErrorCode ledger_walk_records(Ledger *l, const LedgerList *list, const LedgerFilter *filter, LedgerToldRow *row,
                              void *context, ErrorInfo *info) {
  Walk w = {.ledger = l, .list = list, .engine = filter->engine, .told = row, .context = context};
  return run(&w, filter, at_record, info);
}

/* ---- one ---- */

#define COLUMN_NUMBER(at, none) (sqlite3_column_type(s, at) == SQLITE_NULL ? (none) : sqlite3_column_int64(s, at))
#define COLUMN_DEGREES(at) (sqlite3_column_type(s, at) == SQLITE_NULL ? (double)NAN : sqlite3_column_double(s, at))

ErrorCode ledger_incident(Ledger *l, Str id, const Engine *engine, Arena *arena, LedgerIncident *out, bool *found,
                          ErrorInfo *info) {
  ToldList told = {0};
  sqlite3_stmt *s = db_query(&l->db,
                             "SELECT id, type, time, status, place_name, country, admin1, lat, lon, precision,"
                             " killed_min, killed_max, injured_min, injured_max, records, documents, outlets, voices"
                             " FROM incident WHERE id = ?",
                             "t", id);
  *out = (LedgerIncident){0};
  *found = db_row(&l->db, s);
  if (!*found) return db_result(&l->db, info);
  Str *const head[] = {&out->id, &out->type, &out->time, &out->status, &out->place, &out->country, &out->admin1};
  for (int i = 0; i < (int)(sizeof head / sizeof *head); i++) *head[i] = db_keep(arena, s, i);
  out->lat = COLUMN_DEGREES(7);
  out->lon = COLUMN_DEGREES(8);
  out->precision = COLUMN_NUMBER(9, 0);
  out->killed = (LedgerRange){COLUMN_NUMBER(10, LEDGER_OPEN), COLUMN_NUMBER(11, LEDGER_OPEN)};
  out->injured = (LedgerRange){COLUMN_NUMBER(12, LEDGER_OPEN), COLUMN_NUMBER(13, LEDGER_OPEN)};
  int64_t *const counts[] = {&out->records, &out->documents, &out->outlets, &out->voices};
  for (int i = 0; i < (int)(sizeof counts / sizeof *counts); i++) *counts[i] = sqlite3_column_int64(s, i + 14);
  db_done(s);
  out->sheet = sheet_rows_of(l, arena, out->id);
  read_members(l, arena, engine, out->id, &told);
  out->told = told.at;
  out->ntold = told.n;
  return db_result(&l->db, info);
}

/* ---- for masks ---- */

ErrorCode ledger_walk_named(Ledger *l, LedgerNamedRow *row, void *context, ErrorInfo *info) {
  Arena arena;
  Record record;
  arena_init(&arena, (size_t)256 << 20);
  sqlite3_stmt *s = db_query(&l->db,
                             "SELECT d.key, r.json FROM record r JOIN document d ON d.id = r.document"
                             " WHERE r.current = 1 AND r.id IN (SELECT record FROM record_person)",
                             "");
  while (db_row(&l->db, s)) {
    arena_reset(&arena);
    if (json_read_record(&arena, db_text(s, 1), &record, NULL)) continue;
    if (row(context, &arena, db_text(s, 0), &record)) continue;
    db_done(s);
    break;
  }
  arena_fini(&arena);
  return db_result(&l->db, info);
}

ErrorCode ledger_walk_place_words(Ledger *l, LedgerWordsRow *row, void *context, ErrorInfo *info) {
  sqlite3_stmt *s = db_query(&l->db, "SELECT DISTINCT words FROM record_place", "");
  while (db_row(&l->db, s)) {
    if (row(context, db_text(s, 0))) continue;
    db_done(s);
    break;
  }
  return db_result(&l->db, info);
}

bool ledger_hold(Ledger *l) {
  if (!sqlite3_get_autocommit(l->db.sqlite)) return false;
  db_exec(&l->db, "BEGIN");
  return true;
}

void ledger_let_go(Ledger *l) {
  if (!sqlite3_get_autocommit(l->db.sqlite)) (void)sqlite3_exec(l->db.sqlite, "COMMIT", NULL, NULL, NULL);
}
