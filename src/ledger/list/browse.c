/* Reports and documents as values. One list of columns serves every question about records, so
 * that a report is read in one way alone; questions differ in which rows they give, and a page
 * takes its ids from an index before the long rows themselves are touched. */
#include "ledger/list/browse.h"

#include <math.h>

#include "ledger/file/ids.h"
#include "ledger/file/schema.h"
#include "ledger/query/query.h"

static int64_t number_at(sqlite3_stmt *s, int column) {
  return sqlite3_column_type(s, column) == SQLITE_NULL ? LEDGER_UNTOLD : sqlite3_column_int64(s, column);
}

static double degrees_at(sqlite3_stmt *s, int column) {
  return sqlite3_column_type(s, column) == SQLITE_NULL ? (double)NAN : sqlite3_column_double(s, column);
}

/* ---- documents ---- */

#define DOCUMENT_COLUMNS                                                                                         \
  "d.id, d.version, coalesce((SELECT c.records FROM coding c WHERE c.id = d.coding), 0),"                        \
  " coalesce((SELECT count(*) - 1 FROM text o JOIN document e ON e.text = o.id WHERE o.voice ="                  \
  " (SELECT t.voice FROM text t INDEXED BY text_of_voice WHERE t.id = d.text)), 0), d.current, d.key, d.given, " \
  "d.title, d.published,"                                                                                        \
  " d.outlet, d.url, d.author, d.retrieved"
enum { DOCUMENT_NCOLUMNS = 13 };

static LedgerDocumentRow document_at(Arena *arena, sqlite3_stmt *s, int from) {
  return (LedgerDocumentRow){.row = sqlite3_column_int64(s, from),
                             .version = sqlite3_column_int64(s, from + 1),
                             .records = sqlite3_column_int64(s, from + 2),
                             .copies = sqlite3_column_int64(s, from + 3),
                             .current = sqlite3_column_int(s, from + 4),
                             .key = db_keep(arena, s, from + 5),
                             .given = db_keep(arena, s, from + 6),
                             .title = db_keep(arena, s, from + 7),
                             .published = db_keep(arena, s, from + 8),
                             .outlet = db_keep(arena, s, from + 9),
                             .url = db_keep(arena, s, from + 10),
                             .author = db_keep(arena, s, from + 11),
                             .retrieved = db_keep(arena, s, from + 12)};
}

static void keep_documents(Ledger *l, Arena *arena, sqlite3_stmt *s, LedgerDocuments *out) {
  while (db_row(&l->db, s)) {
    LedgerDocumentRow row = document_at(arena, s, 0);
    vec_push(&out->list, arena, row);
  }
}

bool ledger_document_row(Ledger *l, Arena *arena, Str key, LedgerDocumentRow *out) {
  static const char *const ways[] = {"SELECT " DOCUMENT_COLUMNS " FROM document d WHERE d.key = ?",
                                     "SELECT " DOCUMENT_COLUMNS
                                     " FROM document d WHERE d.given = ? ORDER BY d.current DESC, d.key"};
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
    sqlite3_stmt *s = db_query(&l->db, ways[i], "t", key);
    if (!db_row(&l->db, s)) continue;
    *out = document_at(arena, s, 0);
    db_done(s);
    return true;
  }
  return false;
}

LedgerDocuments ledger_document_versions(Ledger *l, Arena *arena, int64_t row) {
  LedgerDocuments out = {0};
  keep_documents(l, arena,
                 db_query(&l->db,
                          "SELECT " DOCUMENT_COLUMNS " FROM document d WHERE d.url = (SELECT url FROM document"
                          " WHERE id = ?1) AND d.id <> ?1 ORDER BY d.version, d.key LIMIT 100",
                          "i", row),
                 &out);
  out.total = out.list.n;
  return out;
}

LedgerDocuments ledger_document_copies(Ledger *l, Arena *arena, int64_t row, int64_t limit) {
  LedgerDocuments out = {0};
  keep_documents(
      l, arena,
      db_query(&l->db,
               "SELECT " DOCUMENT_COLUMNS " FROM text x JOIN document d ON d.text = x.id WHERE x.voice ="
               " (SELECT t.voice FROM document o JOIN text t INDEXED BY text_of_voice ON t.id = o.text WHERE o.id = ?1)"
               " AND d.id <> ?1 ORDER BY d.day, d.key LIMIT ?2",
               "ii", row, limit),
      &out);
  out.total = out.list.n;
  return out;
}

Str ledger_body(Ledger *l, Arena *arena, int64_t row) {
  Str body = STR("");
  sqlite3_stmt *s =
      db_query(&l->db, "SELECT t.body FROM document d JOIN text t ON t.id = d.text WHERE d.id = ?", "i", row);
  if (!db_row(&l->db, s)) return body;
  body = db_keep(arena, s, 0);
  db_done(s);
  return body;
}

uint32_t ledger_document_names(Ledger *l, Arena *arena, int64_t row, Str *names, uint32_t most) {
  uint32_t n = 0;
  sqlite3_stmt *s = db_query(&l->db,
                             "SELECT DISTINCT p.name FROM record r JOIN record_person rp ON rp.record = r.id"
                             " JOIN person p ON p.id = rp.person WHERE r.document = ? AND r.current = 1 LIMIT ?",
                             "ii", row, (int64_t)most);
  while (db_row(&l->db, s))
    if (n < most) names[n++] = db_keep(arena, s, 0);
  return n;
}

ErrorCode ledger_documents_at(Ledger *l, Arena *arena, const CubeRows *rows, LedgerPage page, LedgerDocuments *out,
                              ErrorInfo *info) {
  *out = (LedgerDocuments){.total = rows->n};
  for (int64_t i = page.offset; i < rows->n && i < page.offset + page.limit; i++)
    keep_documents(l, arena,
                   db_query(&l->db, "SELECT " DOCUMENT_COLUMNS " FROM document d WHERE d.id = ?", "i", rows->rows[i]),
                   out);
  return db_result(&l->db, info);
}

/* How well a text fits is reckoned by reading it again: worth it while few do. */
enum { RANKED_MOST = 300 };

ErrorCode ledger_search(Ledger *l, Arena *arena, Str match, LedgerPage page, LedgerDocuments *out, ErrorInfo *info) {
  static const char count[] = "SELECT count(*) FROM search JOIN document d ON d.text = search.rowid"
                              " WHERE search MATCH ?";
  static const char ranked[] = "SELECT d.id FROM search JOIN document d ON d.text = search.rowid"
                               " WHERE search MATCH ? ORDER BY search.rank, d.day DESC, d.id LIMIT ? OFFSET ?";
  static const char newest[] = "SELECT d.id FROM search JOIN document d ON d.text = search.rowid"
                               " WHERE search MATCH ? ORDER BY d.day DESC, d.id LIMIT ? OFFSET ?";
  Ids rows = {0};
  *out = (LedgerDocuments){.total = db_number(&l->db, count, "t", match)};
  sqlite3_stmt *s =
      db_query(&l->db, out->total <= RANKED_MOST ? ranked : newest, "tii", match, page.limit, page.offset);
  ids_take(&l->db, arena, s, &rows);
  for (uint32_t i = 0; i < rows.list.n; i++)
    keep_documents(l, arena,
                   db_query(&l->db, "SELECT " DOCUMENT_COLUMNS " FROM document d WHERE d.id = ?", "i", rows.list.at[i]),
                   out);
  return db_result(&l->db, info);
}

/* ---- reports ---- */

#define REPORT_COLUMNS                                                                               \
  DOCUMENT_COLUMNS                                                                                   \
  ", r.id, r.day_from, r.day_to, r.killed_min, r.killed_max, r.injured_min, r.injured_max,"          \
  " r.count_min, r.count_max, r.key, r.kind, r.type, r.time, r.stance, r.status,"                    \
  " (SELECT c.engine || '/' || c.data FROM coding c WHERE c.id = r.coding), r.incident, r.json,"     \
  " (SELECT json_group_object(e.field, e.value) FROM applied a JOIN decision e ON e.id = a.decision" \
  "  WHERE a.record = r.id AND e.verb = 'correct' AND e.id NOT IN (SELECT decision FROM undone)),"   \
  " r.place, r.place_name, r.country, r.admin1, r.lat, r.lon, r.precision, r.sentence_start, r.sentence_end"

static uint32_t byte_at(sqlite3_stmt *s, int column) {
  int64_t n = sqlite3_column_int64(s, column);
  return n < 0 || n > UINT32_MAX ? 0 : (uint32_t)n;
}

static LedgerReport report_at(Arena *arena, sqlite3_stmt *s) {
  int at = DOCUMENT_NCOLUMNS;
  LedgerReport r = {.document = document_at(arena, s, 0)};
  r.row = sqlite3_column_int64(s, at++);
  r.day_from = number_at(s, at++);
  r.day_to = number_at(s, at++);
  int64_t *const numbers[] = {&r.killed[0], &r.killed[1], &r.injured[0], &r.injured[1], &r.count[0], &r.count[1]};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) *numbers[i] = number_at(s, at++);
  Str *const texts[] = {&r.key,      &r.kind,       &r.type,          &r.time,        &r.stance,
                        &r.status,   &r.version,    &r.incident,      &r.json,        &r.corrected,
                        &r.place.id, &r.place.name, &r.place.country, &r.place.admin1};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) *texts[i] = db_keep(arena, s, at++);
  r.place.lat = degrees_at(s, at++);
  r.place.lon = degrees_at(s, at++);
  r.place.precision = sqlite3_column_int64(s, at++);
  r.sentence.start = byte_at(s, at++);
  r.sentence.end = byte_at(s, at++);
  return r;
}

static void keep_reports(Ledger *l, Arena *arena, sqlite3_stmt *s, LedgerReports *out) {
  while (db_row(&l->db, s)) {
    LedgerReport report = report_at(arena, s);
    vec_push(&out->list, arena, report);
  }
}

static void keep_report(Ledger *l, Arena *arena, int64_t row, LedgerReports *out) {
  keep_reports(l, arena,
               db_query(&l->db,
                        "SELECT " REPORT_COLUMNS " FROM record r JOIN document d ON d.id = r.document WHERE r.id = ?",
                        "i", row),
               out);
}

/* Which records: their ids, and how many. */
typedef struct Question {
  const char *rows, *count;
} Question;

static const Question questions[] = {
    [LEDGER_OF_INCIDENT] = {"SELECT r.id FROM record r JOIN document d ON d.id = r.document WHERE r.incident = ?"
                            " ORDER BY d.day, d.key, r.trigger_start LIMIT ? OFFSET ?",
                            "SELECT count(*) FROM record WHERE incident = ?"},
    [LEDGER_OF_DOCUMENT] = {"SELECT r.id FROM record r WHERE r.document = (SELECT id FROM document WHERE key = ?)"
                            " AND " SCHEMA_STANDS " ORDER BY r.trigger_start, r.id"
                            " LIMIT ? OFFSET ?",
                            "SELECT count(*) FROM record WHERE document = (SELECT id FROM document WHERE key = ?)"
                            " AND current = 1 AND status <> 'rejected'"},
    [LEDGER_OF_PERSON] = {"SELECT DISTINCT r.id FROM person p JOIN record_person rp ON rp.person = p.id"
                          " JOIN record r ON r.id = rp.record JOIN document d ON d.id = r.document WHERE p.norm = ?"
                          " AND " SCHEMA_STANDS
                          " ORDER BY r.day_from IS NULL, r.day_from, d.day, d.key, r.id LIMIT ? OFFSET ?",
                          "SELECT count(DISTINCT r.id) FROM person p JOIN record_person rp ON rp.person = p.id"
                          " JOIN record r ON r.id = rp.record WHERE p.norm = ? AND r.current = 1"
                          " AND r.status <> 'rejected'"},
    [LEDGER_OF_RECORD] = {"SELECT r.id FROM record r WHERE " SCHEMA_ID_IS(
                              "r.key", "?1") " ORDER BY r.current DESC LIMIT min(?2, 1) OFFSET ?3",
                          "SELECT count(*) FROM record WHERE " SCHEMA_ID_IS("key", "?1")},
};

ErrorCode ledger_reports(Ledger *l, Arena *arena, LedgerOf of, Str key, LedgerPage page, LedgerReports *out,
                         ErrorInfo *info) {
  Ids rows = {0};
  *out = (LedgerReports){.total = db_number(&l->db, questions[of].count, "t", key)};
  sqlite3_stmt *s = db_query(&l->db, questions[of].rows, "tii", key, page.limit, page.offset);
  ids_take(&l->db, arena, s, &rows);
  for (uint32_t i = 0; i < rows.list.n; i++) keep_report(l, arena, rows.list.at[i], out);
  return db_result(&l->db, info);
}

ErrorCode ledger_reports_at(Ledger *l, Arena *arena, const CubeRows *rows, LedgerPage page, LedgerReports *out,
                            ErrorInfo *info) {
  *out = (LedgerReports){.total = rows->n};
  for (int64_t i = page.offset; i < rows->n && i < page.offset + page.limit; i++)
    keep_report(l, arena, rows->rows[i], out);
  return db_result(&l->db, info);
}

/* ---- incidents ---- */

int64_t ledger_incident_find(Ledger *l, Str id) {
  static const char *const ways[] = {
      "SELECT rowid FROM incident WHERE id = ?",
      "SELECT i.rowid FROM record r JOIN incident i ON i.id = r.incident WHERE " SCHEMA_ID_IS("r.key", "?1"),
      "SELECT i.rowid FROM record r JOIN incident i ON i.id = r.incident WHERE " SCHEMA_ID_IS(
          "r.rid", "?1") " ORDER BY r.key LIMIT 1"};
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
    int64_t row = db_number(&l->db, ways[i], "t", id);
    if (row > 0) return row;
  }
  return 0;
}

uint32_t ledger_incident_actors(Ledger *l, Arena *arena, int64_t row, Str role, LedgerNamed *out, uint32_t most) {
  uint32_t n = 0;
  sqlite3_stmt *s = db_query(&l->db,
                             "SELECT ra.actor, coalesce(a.name, min(ra.words)) FROM incident i JOIN record r"
                             " ON r.incident = i.id JOIN record_actor ra ON ra.record = r.id AND ra.role = ?2"
                             " LEFT JOIN actor a ON a.id = ra.actor WHERE i.rowid = ?1"
                             " GROUP BY coalesce(ra.actor, 'w ' || ra.words)"
                             " ORDER BY ra.actor IS NULL, count(*) DESC, 2 LIMIT ?3",
                             "iti", row, role, (int64_t)most);
  while (db_row(&l->db, s))
    if (n < most) out[n++] = (LedgerNamed){db_keep(arena, s, 0), db_keep(arena, s, 1)};
  return n;
}

bool ledger_incident_now(Ledger *l, Arena *arena, int64_t row, LedgerIncidentNow *out) {
  static const char sql[] = "SELECT id, type, time, status, day_from, day_to, killed_min, killed_max, injured_min,"
                            " injured_max, records, documents, outlets, voices, place, place_name, country, admin1,"
                            " lat, lon, precision FROM incident WHERE rowid = ?";
  sqlite3_stmt *s = db_query(&l->db, sql, "i", row);
  *out = (LedgerIncidentNow){0};
  if (!db_row(&l->db, s)) return false;
  Str *const texts[] = {&out->id, &out->type, &out->time, &out->status};
  for (int i = 0; i < 4; i++) *texts[i] = db_keep(arena, s, i);
  int64_t *const numbers[] = {&out->day_from,   &out->day_to,  &out->killed[0], &out->killed[1], &out->injured[0],
                              &out->injured[1], &out->records, &out->documents, &out->outlets,   &out->voices};
  for (int i = 0; i < 10; i++) *numbers[i] = number_at(s, 4 + i);
  Str *const where[] = {&out->place.id, &out->place.name, &out->place.country, &out->place.admin1};
  for (int i = 0; i < 4; i++) *where[i] = db_keep(arena, s, 14 + i);
  out->place.lat = degrees_at(s, 18);
  out->place.lon = degrees_at(s, 19);
  out->place.precision = sqlite3_column_int64(s, 20);
  db_done(s);
  return true;
}

uint32_t ledger_incident_origins(Ledger *l, Arena *arena, int64_t row, LedgerNamed *out, uint32_t most) {
  uint32_t n = 0;
  sqlite3_stmt *s =
      db_query(&l->db,
               "SELECT ra.actor, ra.words FROM incident i JOIN record r ON r.incident = i.id"
               " JOIN record_actor ra ON ra.record = r.id AND ra.role = 'speaker' WHERE i.rowid = ?1"
               " UNION SELECT NULL, d.outlet FROM incident i JOIN record r ON r.incident = i.id"
               " JOIN document d ON d.id = r.document WHERE i.rowid = ?1 AND d.outlet IS NOT NULL"
               " AND NOT EXISTS (SELECT 1 FROM record_actor ra WHERE ra.record = r.id AND ra.role = 'speaker')",
               "i", row);
  while (db_row(&l->db, s))
    if (n < most) out[n++] = (LedgerNamed){db_keep(arena, s, 0), db_keep(arena, s, 1)};
  return n;
}
