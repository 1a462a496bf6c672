/* What a person decided stands above what a program made, and must outlive it. A decision is
 * a row that is never changed; it names its records by key, and beside the key keeps where
 * they stand (document, text, kind, trigger), so that a newer coder's record of the same words
 * takes the decision over. What finds no record is an orphan: kept, listed, without effect.
 *
 * Which record each decision holds on to now stands in table applied, and which decisions are
 * undone in table undone: both are derived, and made anew where something changes. */
#include "ledger/document/decided.h"

#include "ledger/document/correct.h"
#include "ledger/document/rows.h"
#include "ledger/file/ids.h"
#include "ledger/file/schema.h"
#include "record/json.h"

/* An undo may be undone: from the last decision back, each is undone by a later one that is not. */
void decided_find_undone(Ledger *l) {
  Db *db = &l->db;
  db_run(db, "DELETE FROM undone", "");
  VEC(int64_t) undoes = {0};
  sqlite3_stmt *s = db_query(db, "SELECT id, undoes FROM decision WHERE undoes IS NOT NULL ORDER BY id DESC", "");
  while (db_row(db, s)) {
    vec_push(&undoes, &l->batch, sqlite3_column_int64(s, 0));
    vec_push(&undoes, &l->batch, sqlite3_column_int64(s, 1));
  }
  for (uint32_t i = 0; i + 1 < undoes.n; i += 2)
    if (db_number(db, "SELECT 1 FROM undone WHERE decision = ?", "i", undoes.at[i]) != 1)
      db_run(db, "INSERT OR IGNORE INTO undone (decision) VALUES (?)", "i", undoes.at[i + 1]);
}

/* Of a merge every record is joined to the first. Of a split those that leave part from each of those that
 * stay, and either side stays as it was: held to the first of it that is still there, or a side that was one
 * by way of a record of the other would fall apart. A later decision on the same two stands above. */
static const char LINKS[] =
    "WITH held AS (SELECT d.id, d.verb, h.n, h.side, a.record, r.key, r.document,"
    "  min(h.n) OVER (PARTITION BY d.id, h.side) AS first FROM decision d"
    "  JOIN decision_record h ON h.decision = d.id JOIN applied a ON a.decision = d.id AND a.n = h.n"
    "  JOIN record r ON r.id = a.record"
    "  WHERE d.verb IN ('merge', 'split') AND d.id NOT IN (SELECT decision FROM undone))"
    " SELECT CASE WHEN x.side = y.side THEN 'merge' ELSE x.verb END, x.record, x.key, y.record, y.key,"
    " x.document, y.document FROM held x JOIN held y ON y.id = x.id"
    " WHERE (x.side = 0 AND y.side = 1) OR (x.verb = 'split' AND x.side = y.side AND x.n = x.first AND y.n > x.n)"
    " ORDER BY x.id, x.n, y.n";

void decided_links(Ledger *l, Arena *arena, LinkDecisions *out) {
  sqlite3_stmt *s = db_query(&l->db, LINKS, "");
  while (db_row(&l->db, s)) {
    LinkDecision decision = {.verdict = str_eq(db_text(s, 0), STR("merge")) ? LINK_MERGE : LINK_SPLIT,
                             .a = db_keep(arena, s, 2),
                             .b = db_keep(arena, s, 4)};
    vec_push(&out->list, arena, decision);
    vec_push(&out->rows, arena, sqlite3_column_int64(s, 1));
    vec_push(&out->rows, arena, sqlite3_column_int64(s, 3));
    vec_push(&out->documents, arena, sqlite3_column_int64(s, 5));
    vec_push(&out->documents, arena, sqlite3_column_int64(s, 6));
  }
}

void decided_correct(Ledger *l, Arena *arena, int64_t row, Record *record) {
  typedef struct Value {
    Str field, value;
  } Value;
  VEC(Value) values = {0};
  sqlite3_stmt *s = db_query(&l->db,
                             "SELECT d.field, d.value FROM applied a JOIN decision d ON d.id = a.decision"
                             " WHERE a.record = ? AND d.verb = 'correct'"
                             " AND d.id NOT IN (SELECT decision FROM undone) ORDER BY d.id",
                             "i", row);
  while (db_row(&l->db, s)) {
    Value value = {db_keep(arena, s, 0), db_keep(arena, s, 1)};
    vec_push(&values, arena, value);
  }
  for (uint32_t i = 0; i < values.n; i++) correct_apply(&l->db, arena, record, values.at[i].field, values.at[i].value);
}

typedef struct Held { /* a row of decision_record */
  int64_t decision, n;
  Str key, kind;
  int64_t start, end;
} Held;

static void apply(Ledger *l, int64_t document, const Held *h) {
  Db *db = &l->db;
  int64_t row = db_number(db, "SELECT id FROM record WHERE " SCHEMA_ID_IS("key", "?1") " AND current = 1", "t", h->key);
  if (row == DB_NONE)
    row = db_number(db,
                    "SELECT id FROM record WHERE document = ? AND current = 1 AND kind = ?"
                    " AND trigger_start < ? AND trigger_end > ? ORDER BY abs(trigger_start - ?), key LIMIT 1",
                    "itiii", document, h->kind, h->end, h->start, h->start);
  if (row == DB_NONE)
    db_run(db, "DELETE FROM applied WHERE decision = ? AND n = ?", "ii", h->decision, h->n);
  else
    db_run(db, "INSERT OR REPLACE INTO applied (decision, n, record) VALUES (?, ?, ?)", "iii", h->decision, h->n, row);
}

static const char *status_of(Db *db, int64_t row) {
  static const char SQL[] = "SELECT d.verb FROM applied a JOIN decision d ON d.id = a.decision"
                            " WHERE a.record = ? AND d.verb IN ('accept', 'reject', 'correct')"
                            " AND d.id NOT IN (SELECT decision FROM undone) ORDER BY d.id DESC";
  bool accepted = false, rejected = false, corrected = false, last = true;
  sqlite3_stmt *s = db_query(db, SQL, "i", row);
  while (db_row(db, s)) {
    Str verb = db_text(s, 0);
    corrected |= str_eq(verb, STR("correct"));
    if (last) rejected = str_eq(verb, STR("reject"));
    accepted |= str_eq(verb, STR("accept"));
    last = false;
  }
  return rejected ? "rejected" : corrected ? "corrected" : accepted ? "reviewed" : "machine-coded";
}

static void settle(Ledger *l, int64_t row) {
  Db *db = &l->db;
  Record r;
  ErrorInfo info;
  sqlite3_stmt *s = db_query(db, "SELECT json FROM record WHERE id = ?", "i", row);
  if (!db_row(db, s)) return;
  ErrorCode code = json_read_record(&l->batch, db_text(s, 0), &r, &info);
  db_done(s);
  if (code) return db_fail_with(db, code, "a record in it cannot be read");
  db_run(db, "UPDATE record SET status = ? WHERE id = ?", "ti", str_of(status_of(db, row)), row);
  decided_correct(l, &l->batch, row, &r);
  rows_correct(l, row, &r);
}

bool decided_carry(Ledger *l, int64_t document) {
  Db *db = &l->db;
  VEC(Held) held = {0};
  Ids rows = {0};
  sqlite3_stmt *s = db_query(db,
                             "SELECT decision, n, key, kind, trigger_start, trigger_end FROM decision_record"
                             " WHERE document = (SELECT key FROM document WHERE id = ?)",
                             "i", document);
  while (db_row(db, s)) {
    Held h = {.decision = sqlite3_column_int64(s, 0),
              .n = sqlite3_column_int64(s, 1),
              .key = db_keep(&l->batch, s, 2),
              .kind = db_keep(&l->batch, s, 3),
              .start = sqlite3_column_int64(s, 4),
              .end = sqlite3_column_int64(s, 5)};
    vec_push(&held, &l->batch, h);
  }
  if (!held.n) return false;
  for (uint32_t i = 0; i < held.n; i++) apply(l, document, &held.at[i]);
  s = db_query(db,
               "SELECT DISTINCT r.id FROM record r WHERE r.document = ? AND r.current = 1 AND"
               " (r.status <> 'machine-coded' OR r.id IN (SELECT record FROM applied))",
               "i", document);
  ids_take(db, &l->batch, s, &rows);
  for (uint32_t i = 0; i < rows.list.n; i++) settle(l, rows.list.at[i]);
  return true;
}
