/* Figures, findings, decisions and counts as values. */
#include "ledger/list/browse.h"

#include <math.h>
#include <unistd.h>

#include "ledger/cube/order.h"
#include "ledger/document/correct.h"
#include "ledger/file/ids.h"
#include "ledger/file/schema.h"
#include "ledger/query/query.h"

/* ---- figures ---- */

static const char FIGURE[] =
    "SELECT r.key, r.time, r.count_min, r.count_max, r.status, d.day, d.key, d.outlet, f.label, f.approx,"
    " r.place, r.place_name, r.country, r.admin1, r.lat, r.lon, r.precision"
    " FROM record r JOIN document d ON d.id = r.document JOIN figure f ON f.record = r.id WHERE r.id = ?";
static const char SPEAKERS[] =
    "SELECT s.actor, coalesce((SELECT a.name FROM actor a WHERE a.id = s.actor), s.words) FROM record_actor s"
    " WHERE s.record = ? AND s.role = 'speaker' ORDER BY s.n";

static int64_t number_at(sqlite3_stmt *s, int column) {
  return sqlite3_column_type(s, column) == SQLITE_NULL ? LEDGER_UNTOLD : sqlite3_column_int64(s, column);
}

static double degrees_at(sqlite3_stmt *s, int column) {
  return sqlite3_column_type(s, column) == SQLITE_NULL ? (double)NAN : sqlite3_column_double(s, column);
}

static LedgerFigure figure_at(Arena *arena, sqlite3_stmt *s) {
  return (LedgerFigure){.key = db_keep(arena, s, 0),
                        .time = db_keep(arena, s, 1),
                        .count = {number_at(s, 2), number_at(s, 3)},
                        .status = db_keep(arena, s, 4),
                        .published = number_at(s, 5),
                        .document = db_keep(arena, s, 6),
                        .outlet = db_keep(arena, s, 7),
                        .label = db_keep(arena, s, 8),
                        .approx = sqlite3_column_int64(s, 9) != 0,
                        .place = {.id = db_keep(arena, s, 10),
                                  .name = db_keep(arena, s, 11),
                                  .country = db_keep(arena, s, 12),
                                  .admin1 = db_keep(arena, s, 13),
                                  .lat = degrees_at(s, 14),
                                  .lon = degrees_at(s, 15),
                                  .precision = sqlite3_column_int64(s, 16)}};
}

static void keep_speakers(Ledger *l, Arena *arena, int64_t row, LedgerFigure *figure) {
  VEC(LedgerNamed) speakers = {0};
  sqlite3_stmt *s = db_query(&l->db, SPEAKERS, "i", row);
  while (db_row(&l->db, s)) {
    LedgerNamed one = {db_keep(arena, s, 0), db_keep(arena, s, 1)};
    vec_push(&speakers, arena, one);
  }
  figure->speakers = speakers.at;
  figure->nspeakers = speakers.n;
}

ErrorCode ledger_figures(Ledger *l, Arena *arena, const int64_t *rows, uint32_t n, LedgerFigures *out,
                         ErrorInfo *info) {
  OrderKey *keys = ARENA_ARRAY(arena, OrderKey, (size_t)n + 1);
  LedgerFigure *figures = ARENA_ARRAY(arena, LedgerFigure, (size_t)n + 1);
  *out = (LedgerFigures){0};
  if (!keys || !figures) return error_set(info, ERROR_MEMORY, STR("figures"), 0, NULL);
  /* Read in the order in which they lie in the file: each of its pages once. */
  for (uint32_t i = 0; i < n; i++) keys[i] = (OrderKey){rows[i], i};
  order_sort(keys, n);
  for (uint32_t i = 0; i < n; i++) {
    sqlite3_stmt *s = db_query(&l->db, FIGURE, "i", keys[i].key);
    if (!db_row(&l->db, s)) continue;
    figures[keys[i].at] = figure_at(arena, s);
    db_done(s);
    keep_speakers(l, arena, keys[i].key, &figures[keys[i].at]);
  }
  for (uint32_t i = 0; i < n; i++)
    if (figures[i].key.n) vec_push(&out->list, arena, figures[i]);
  return db_result(&l->db, info);
}

/* ---- findings ---- */

/* What is found within a document names its records as the coder did, by `rid`; what is found
 * across documents, by their keys. */
static const char FINDING_RECORDS[] =
    "SELECT e.key, r.key, r.incident, r.id FROM finding f, json_each(f.records) e JOIN record r INDEXED BY record_key"
    " ON " SCHEMA_ID_IS(
        "r.key", "e.value") " WHERE f.id = ?1 AND f.scope NOT LIKE 'document %'"
                            " UNION ALL SELECT e.key, r.key, r.incident, r.id FROM finding f, json_each(f.records) e"
                            " CROSS JOIN document d ON d.key = substr(f.scope, 10) CROSS JOIN record r ON r.document = "
                            "d.id AND r.current = 1"
                            " AND r.rid = e.value WHERE f.id = ?1 AND f.scope LIKE 'document %'"
                            " ORDER BY 1";

static void add_once(Arena *arena, LedgerFindingRow *out, Str *list, Str incident) {
  for (uint32_t i = 0; i < out->nincidents; i++)
    if (str_eq(list[i], incident)) return;
  list[out->nincidents++] = arena_str(arena, incident);
}

enum { FINDING_RECORDS_MOST = 200 };

static void keep_records(Ledger *l, Arena *arena, int64_t row, LedgerFindingRow *out) {
  Str *records = ARENA_ARRAY(arena, Str, FINDING_RECORDS_MOST),
      *incidents = ARENA_ARRAY(arena, Str, FINDING_RECORDS_MOST);
  int64_t *rows = ARENA_ARRAY(arena, int64_t, FINDING_RECORDS_MOST);
  sqlite3_stmt *s = db_query(&l->db, FINDING_RECORDS, "i", row);
  while (db_row(&l->db, s)) {
    Str incident = db_text(s, 2);
    if (!records || !incidents || !rows || out->nrecords == FINDING_RECORDS_MOST) continue;
    rows[out->nrecords] = sqlite3_column_int64(s, 3);
    records[out->nrecords++] = db_keep(arena, s, 1);
    if (incident.n) add_once(arena, out, incidents, incident);
  }
  out->records = records;
  out->rows = rows;
  out->incidents = incidents;
}

static void keep_finding(Ledger *l, Arena *arena, int64_t row, LedgerFindings *out) {
  LedgerFindingRow f = {0};
  sqlite3_stmt *s = db_query(&l->db, "SELECT key, json FROM finding WHERE id = ?", "i", row);
  if (!db_row(&l->db, s)) return;
  f.key = db_keep(arena, s, 0);
  f.json = db_keep(arena, s, 1);
  db_done(s);
  keep_records(l, arena, row, &f);
  vec_push(&out->list, arena, f);
}

/* A finding's text of records is a list of their keys in quotes. */
#define FINDINGS                                                                                               \
  " FROM finding f WHERE (?1 = '' OR f.kind = ?1) AND (?2 = '' OR f.key = ?2) AND (?3 IS NULL OR f.day >= ?3)" \
  " AND (?4 IS NULL OR f.day <= ?4)"

static int64_t day_or_null(int64_t day) { return day == LEDGER_NO_DAY ? DB_NONE : day; }

ErrorCode ledger_finding_page(Ledger *l, Arena *arena, const LedgerFindingFilter *f, LedgerPage page,
                              LedgerFindings *out, ErrorInfo *info) {
  Ids rows = {0};
  int64_t from = day_or_null(f->from), to = day_or_null(f->to);
  *out = (LedgerFindings){.total = db_number(&l->db, "SELECT count(*)" FINDINGS, "ttoo", f->kind, f->key, from, to)};
  sqlite3_stmt *s = db_query(&l->db, "SELECT f.id" FINDINGS " ORDER BY f.kind, f.id LIMIT ?5 OFFSET ?6", "ttooii",
                             f->kind, f->key, from, to, page.limit, page.offset);
  ids_take(&l->db, arena, s, &rows);
  for (uint32_t i = 0; i < rows.list.n; i++) keep_finding(l, arena, rows.list.at[i], out);
  return db_result(&l->db, info);
}

ErrorCode ledger_findings_at(Ledger *l, Arena *arena, const uint32_t *rows, uint32_t n, LedgerFindings *out,
                             ErrorInfo *info) {
  *out = (LedgerFindings){.total = n};
  for (uint32_t i = 0; i < n; i++) keep_finding(l, arena, rows[i], out);
  return db_result(&l->db, info);
}

int64_t ledger_finding_count(Ledger *l, Str kind) {
  int64_t n = db_number(&l->db, "SELECT count(*) FROM finding WHERE kind = ?", "t", kind);
  return n == DB_NONE ? 0 : n;
}

/* ---- decisions ---- */

#define DECISION_JSON                                                                                              \
  "json_object('number', e.id, 'verb', e.verb, 'by', e.by, 'at', e.at, 'why', nullif(e.why, ''),"                  \
  " 'field', nullif(e.field, ''), 'value', e.value, 'undoes', e.undoes, 'undone',"                                 \
  " json(CASE WHEN e.id IN (SELECT decision FROM undone) THEN 'true' ELSE 'false' END), 'records',"                \
  " json((SELECT json_group_array(json_object('record', coalesce(r.key, dr.key), 'document', dr.document, 'side'," \
  " dr.side, 'orphan', json(CASE WHEN r.id IS NULL THEN 'true' ELSE 'false' END))) FROM decision_record dr"        \
  " LEFT JOIN applied a ON a.decision = dr.decision AND a.n = dr.n LEFT JOIN record r ON r.id = a.record"          \
  " WHERE dr.decision = e.id)))"
#define DECISIONS                                                                                         \
  " FROM decision e WHERE (?1 = 0 OR e.id = ?1) AND (?2 = '' OR EXISTS (SELECT 1 FROM decision_record dr" \
  " LEFT JOIN applied a ON a.decision = dr.decision AND a.n = dr.n LEFT JOIN record r ON r.id = a.record" \
  " WHERE dr.decision = e.id AND (dr.key = ?2 OR r.key = ?2 OR r.incident = ?2)))"

ErrorCode ledger_decided(Ledger *l, Arena *arena, Str target, int64_t number, LedgerPage page, LedgerDecided *out,
                         ErrorInfo *info) {
  *out = (LedgerDecided){.total = db_number(&l->db, "SELECT count(*)" DECISIONS, "it", number, target)};
  sqlite3_stmt *s = db_query(&l->db, "SELECT " DECISION_JSON DECISIONS " ORDER BY e.id DESC LIMIT ?3 OFFSET ?4", "itii",
                             number, target, page.limit, page.offset);
  while (db_row(&l->db, s)) {
    Str json = db_keep(arena, s, 0);
    vec_push(&out->list, arena, json);
  }
  return db_result(&l->db, info);
}

uint32_t ledger_decided_incidents(Ledger *l, int64_t number, int64_t *rows, uint32_t most) {
  uint32_t n = 0;
  sqlite3_stmt *s = db_query(&l->db,
                             "WITH RECURSIVE chain(id) AS (SELECT ?1 UNION SELECT d.undoes FROM chain c JOIN decision d"
                             " ON d.id = c.id WHERE d.undoes IS NOT NULL)"
                             " SELECT DISTINCT i.rowid FROM chain c JOIN decision_record dr ON dr.decision = c.id"
                             " JOIN record r ON " SCHEMA_ID_IS(
                                 "r.key", "dr.key") " AND r.incident IS NOT NULL"
                                                    " JOIN incident i ON i.id = r.incident ORDER BY i.id LIMIT ?2",
                             "ii", number, (int64_t)most);
  while (db_row(&l->db, s))
    if (n < most) rows[n++] = sqlite3_column_int64(s, 0);
  return n;
}

/* ---- counts ---- */

static int64_t shown_of(const Cube *cube, Str kind) {
  int64_t n = 0;
  uint32_t id = 0;
  while (id < cube->record_kinds.n && !str_eq(cube->record_kinds.at[id].id, kind)) id++;
  for (uint32_t r = 0; r < cube->nrecords && id < cube->record_kinds.n; r++)
    n += cube->doc_of[r] != CUBE_NONE && cube->record[r].kind == id;
  return n;
}

LedgerTotals ledger_totals(Ledger *l, const Cube *cube) {
  Db *db = &l->db;
  LedgerTotals t = {.documents = db_number(db, "SELECT count(*) FROM document", ""),
                    .records = (int64_t)cube->shown,
                    .incidents = cube->n,
                    .findings = db_number(db, "SELECT count(*) FROM finding", ""),
                    .people = db_number(db, "SELECT count(*) FROM person", ""),
                    .decisions = db_number(db, "SELECT count(*) FROM decision", "")};
  t.tallies = shown_of(cube, STR("tally"));
  t.figures = shown_of(cube, STR("figure"));
  t.trends = shown_of(cube, STR("trend"));
  for (uint32_t i = 0; i < cube->n; i++) {
    t.machine += cube->at[i].status == CUBE_MACHINE;
    t.reviewed += cube->at[i].status == CUBE_REVIEWED;
    t.corrected += cube->at[i].status == CUBE_CORRECTED;
  }
  return t;
}

int64_t ledger_changes(Ledger *l) { return db_number(&l->db, "PRAGMA data_version", ""); }

static int stop(void *context) {
  uint32_t *left = context;
  return *left == 0 || --*left == 0;
}

void ledger_bound(Ledger *l, uint32_t steps) {
  l->steps = steps;
  sqlite3_progress_handler(l->db.sqlite, steps ? 1000000 : 0, steps ? stop : NULL, &l->steps);
}

const char *ledger_field_at(uint32_t i, const char **example) { return correct_field_at(i, example); }

void ledger_snapshot(Ledger *l) { db_exec(&l->db, "BEGIN"); }

void ledger_recover(Ledger *l) {
  l->steps = 0;
  db_rollback(&l->db);
  db_forget(&l->db);
}

bool ledger_writable(const char *path) {
  char folder[4096];
  const char *slash = strrchr(path, '/');
  size_t n = slash ? (size_t)(slash - path) : 0;
  if (n >= sizeof folder || access(path, W_OK)) return false;
  memcpy(folder, path, n);
  folder[n] = 0;
  /* The log that is written first stands beside it. */
  return access(slash ? n ? folder : "/" : ".", W_OK) == 0;
}
