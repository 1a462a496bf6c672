/* What a person decided stands above what a program made, and must outlive it. A decision is
 * a row that is never changed; it names its records by key, and beside the key keeps where
 * they stand (document, text, kind, trigger), so that a newer coder's record of the same words
 * takes the decision over. What finds no record is an orphan: kept, listed, without effect.
 *
 * Which record each decision holds on to now stands in table applied, and which decisions are
 * undone in table undone: both are derived, and made anew where something changes. */
#include "ledger/review.h"

#include <stdlib.h>

#include "ledger/correct.h"
#include "ledger/findings.h"
#include "ledger/loaded.h"
#include "ledger/pairs.h"
#include "ledger/schema.h"
#include "record/json.h"

static const char *const VERBS[LEDGER_VERBS] = {"accept", "reject", "merge", "split", "correct", "note", "undo"};

Str ledger_verb_name(LedgerVerb verb) { return str_of(VERBS[verb]); }

bool ledger_verb_of(Str name, LedgerVerb *verb) {
  for (uint32_t i = 0; i < LEDGER_VERBS; i++) {
    if (!str_eq(name, str_of(VERBS[i]))) continue;
    *verb = (LedgerVerb)i;
    return true;
  }
  return false;
}

/* ---- what holds ---- */

/* An undo may be undone: from the last decision back, each is undone by a later one that is not. */
static void find_undone(Ledger *l) {
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

void review_links(Ledger *l, Arena *arena, LinkDecisions *out) {
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

void review_correct(Ledger *l, Arena *arena, int64_t row, Record *record) {
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

/* ---- records take up decisions ---- */

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
  review_correct(l, &l->batch, row, &r);
  rows_correct(l, row, &r);
}

bool review_carry(Ledger *l, int64_t document) {
  Db *db = &l->db;
  VEC(Held) held = {0};
  VEC(int64_t) rows = {0};
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
  while (db_row(db, s)) vec_push(&rows, &l->batch, sqlite3_column_int64(s, 0));
  for (uint32_t i = 0; i < rows.n; i++) settle(l, rows.at[i]);
  return true;
}

/* ---- deciding ---- */

typedef struct Target {
  VEC(int64_t) rows; /* an incident's records, its smallest first; a record */
  bool incident;
} Target;

/* An id of an incident is the key of its smallest record: of one that was merged into another
 * the record is still there, and leads on. */
static bool find_target(Ledger *l, Str id, bool one, Target *out) {
  Db *db = &l->db;
  *out = (Target){0};
  int64_t row =
      db_number(db, "SELECT id FROM record WHERE " SCHEMA_ID_IS("key", "?1") " ORDER BY current DESC LIMIT 1", "t", id);
  if (row == DB_NONE &&
      db_number(db, "SELECT count(*) FROM record WHERE " SCHEMA_ID_IS("rid", "?1") " AND current = 1", "t", id) == 1)
    row = db_number(db, "SELECT id FROM record WHERE " SCHEMA_ID_IS("rid", "?1") " AND current = 1", "t", id);
  if (row == DB_NONE || one) {
    if (row != DB_NONE) vec_push(&out->rows, &l->batch, row);
    return out->rows.n > 0;
  }
  out->incident = db_number(db, "SELECT 1 FROM incident WHERE id = ?", "t", id) == 1;
  if (!out->incident) {
    vec_push(&out->rows, &l->batch, row);
    return true;
  }
  sqlite3_stmt *s = db_query(db, "SELECT id FROM record WHERE incident = ? ORDER BY key", "t", id);
  while (db_row(db, s)) vec_push(&out->rows, &l->batch, sqlite3_column_int64(s, 0));
  return out->rows.n > 0;
}

static ErrorCode wrong(ErrorInfo *info, Str what, const char *why) {
  return error_set(info, ERROR_USAGE, what, 0, "%s", why);
}

typedef struct Decide {
  Ledger *ledger;
  int64_t id;
  uint32_t n;
} Decide;

static void add_record(Decide *d, int64_t row, int64_t side) {
  Ledger *l = d->ledger;
  db_run(&l->db,
         "INSERT INTO decision_record (decision, n, side, key, rid, document, text, kind, trigger_start, trigger_end)"
         " SELECT ?, ?, ?, r.key, r.rid, d.key, t.sha256, r.kind, r.trigger_start, r.trigger_end"
         " FROM record r JOIN document d ON d.id = r.document JOIN text t ON t.id = d.text WHERE r.id = ?",
         "iiii", d->id, (int64_t)d->n++, side, row);
  store_touch(l, db_number(&l->db, "SELECT document FROM record WHERE id = ?", "i", row));
}

static ErrorCode add_plain(Decide *d, const LedgerDecision *in, ErrorInfo *info) {
  for (uint32_t i = 0; i < in->ntargets; i++) {
    Target t;
    /* An incident has no fields of its own to be corrected: its smallest record is meant. */
    if (!find_target(d->ledger, in->targets[i], in->verb == LEDGER_CORRECT, &t))
      return wrong(info, in->targets[i], "is no incident or record of this ledger");
    for (uint32_t r = 0; r < t.rows.n; r++) add_record(d, t.rows.at[r], 0);
  }
  return ERROR_OK;
}

/* Every record of the incidents that are named is joined to the first: none falls out again for
 * being unlike those of the other. */
static ErrorCode add_merge(Decide *d, const LedgerDecision *in, ErrorInfo *info) {
  Ids joined = {0};
  if (in->ntargets < 2) return wrong(info, STR("merge"), "wants two incidents or more");
  for (uint32_t i = 0; i < in->ntargets; i++) {
    Target t;
    if (!find_target(d->ledger, in->targets[i], false, &t))
      return wrong(info, in->targets[i], "is no incident or record of this ledger");
    for (uint32_t r = 0; r < t.rows.n; r++) {
      bool known = false;
      for (uint32_t k = 0; k < joined.list.n && !known; k++) known = joined.list.at[k] == t.rows.at[r];
      if (known) continue;
      add_record(d, t.rows.at[r], joined.list.n > 0);
      vec_push(&joined.list, &d->ledger->batch, t.rows.at[r]);
    }
  }
  return ERROR_OK;
}

/* The records named leave what they are linked to, together; so do those that stay. */
static ErrorCode add_split(Decide *d, const LedgerDecision *in, ErrorInfo *info) {
  Db *db = &d->ledger->db;
  VEC(int64_t) out = {0}, rest = {0};
  for (uint32_t i = 0; i < in->ntargets; i++) {
    Target t;
    if (!find_target(d->ledger, in->targets[i], true, &t))
      return wrong(info, in->targets[i], "is no record of this ledger");
    vec_push(&out, &d->ledger->batch, t.rows.at[0]);
  }
  sqlite3_stmt *s = db_query(db,
                             "SELECT id FROM record WHERE incident = (SELECT incident FROM record WHERE id = ?)"
                             " ORDER BY key",
                             "i", out.n ? out.at[0] : 0);
  while (db_row(db, s)) {
    int64_t row = sqlite3_column_int64(s, 0);
    bool leaves = false;
    for (uint32_t i = 0; i < out.n; i++) leaves |= out.at[i] == row;
    if (!leaves) vec_push(&rest, &d->ledger->batch, row);
  }
  if (!rest.n) return wrong(info, in->targets[0], "is linked to no other record");
  for (uint32_t i = 0; i < out.n; i++) add_record(d, out.at[i], 0);
  for (uint32_t i = 0; i < rest.n; i++) add_record(d, rest.at[i], 1);
  return ERROR_OK;
}

/* Every record of the decision that is undone takes part again. */
static ErrorCode add_undo(Decide *d, int64_t undoes) {
  Db *db = &d->ledger->db;
  for (int64_t at = undoes; at != DB_NONE; at = db_number(db, "SELECT undoes FROM decision WHERE id = ?", "i", at)) {
    sqlite3_stmt *s = db_query(db,
                               "SELECT DISTINCT d.id FROM decision_record r JOIN document d ON d.key = r.document"
                               " WHERE r.decision = ?",
                               "i", at);
    while (db_row(db, s)) store_touch(d->ledger, sqlite3_column_int64(s, 0));
  }
  return ERROR_OK;
}

static ErrorCode check_value(Ledger *l, const LedgerDecision *in, ErrorInfo *info) {
  for (uint32_t i = 0; i < in->ntargets; i++) {
    Target t;
    RecordKind kind = RECORD_EVENT;
    if (!find_target(l, in->targets[i], false, &t)) continue;
    sqlite3_stmt *s = db_query(&l->db, "SELECT kind FROM record WHERE id = ?", "i", t.rows.at[0]);
    if (db_row(&l->db, s)) {
      (void)record_kind_of(db_text(s, 0), &kind);
      db_done(s);
    }
    const char *why = correct_wrong(&l->db, kind, in->field, in->value);
    if (why) return wrong(info, correct_field(in->field) ? in->value : in->field, why);
  }
  return ERROR_OK;
}

static ErrorCode find_undoes(Ledger *l, const LedgerDecision *in, int64_t *undoes, ErrorInfo *info) {
  uint32_t number = 0;
  *undoes = DB_NONE;
  if (in->verb != LEDGER_UNDO) return ERROR_OK;
  if (in->ntargets == 1 && str_to_u32(in->targets[0], &number))
    *undoes = db_number(&l->db, "SELECT id FROM decision WHERE id = ?", "i", (int64_t)number);
  if (*undoes != DB_NONE) return ERROR_OK;
  return wrong(info, in->ntargets ? in->targets[0] : STR("undo"),
               "is no number of a decision; 'daftar review LEDGER list' shows them");
}

static ErrorCode decide(Ledger *l, const LedgerDecision *in, int64_t *id, ErrorInfo *info) {
  int64_t undoes = DB_NONE;
  ErrorCode code = find_undoes(l, in, &undoes, info);
  if (!code && !in->ntargets) code = wrong(info, ledger_verb_name(in->verb), "wants the id of an incident or record");
  if (!code && in->verb == LEDGER_CORRECT) code = check_value(l, in, info);
  if (code) return code;
  db_run(&l->db, "INSERT INTO decision (verb, by, at, why, undoes, field, value) VALUES (?, ?, ?, ?, ?, ?, ?)",
         "tttnont", ledger_verb_name(in->verb), in->by, in->at, in->why, undoes, in->field, in->value);
  Decide d = {.ledger = l, .id = db_last_id(&l->db)};
  *id = d.id;
  if (in->verb == LEDGER_UNDO) return add_undo(&d, undoes);
  if (in->verb == LEDGER_MERGE) return add_merge(&d, in, info);
  if (in->verb == LEDGER_SPLIT) return add_split(&d, in, info);
  return add_plain(&d, in, info);
}

enum { MOVED_DECISIONS = 1000 };

/* The documents whose records it touches (incidents.c notes the incidents), for a while. */
static void note_moved(Ledger *l) {
  db_run(&l->db, "DELETE FROM moved WHERE decision <= ?", "i", l->decision - MOVED_DECISIONS);
  for (uint32_t i = 0; i < l->touched.n; i++)
    db_run(&l->db, "INSERT INTO moved (decision, document) VALUES (?, ?)", "ii", l->decision, l->touched.at[i]);
}

ErrorCode ledger_decide(Ledger *l, const LedgerDecision *in, int64_t *id, ErrorInfo *info) {
  store_begin(l);
  ErrorCode code = decide(l, in, id, info);
  if (code || !db_ok(&l->db)) {
    db_rollback(&l->db);
    return code ? code : db_result(&l->db, info);
  }
  find_undone(l);
  for (uint32_t i = 0; i < l->touched.n; i++) review_carry(l, l->touched.at[i]);
  l->decision = *id;
  note_moved(l);
  store_commit(l);
  l->decision = 0;
  if (db_ok(&l->db)) findings_across(l);
  return db_result(&l->db, info);
}
