/* A person's decision is added: what it names is found, what it says is checked, and what it moves is linked anew. */
#include <stdlib.h>

#include "ledger/document/correct.h"
#include "ledger/document/decided.h"
#include "ledger/document/loaded.h"
#include "ledger/file/ids.h"
#include "ledger/file/schema.h"
#include "ledger/finding/findings.h"
#include "ledger/incident/pairs.h"
#include "ledger/store/store.h"
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

/* ---- deciding ---- */

typedef struct Target {
  Ids rows; /* an incident's records, its smallest first; a record */
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
    if (row != DB_NONE) vec_push(&out->rows.list, &l->batch, row);
    return out->rows.list.n > 0;
  }
  out->incident = db_number(db, "SELECT 1 FROM incident WHERE id = ?", "t", id) == 1;
  if (!out->incident) {
    vec_push(&out->rows.list, &l->batch, row);
    return true;
  }
  sqlite3_stmt *s = db_query(db, "SELECT id FROM record WHERE incident = ? ORDER BY key", "t", id);
  ids_take(db, &l->batch, s, &out->rows);
  return out->rows.list.n > 0;
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
  ledger_touch(l, db_number(&l->db, "SELECT document FROM record WHERE id = ?", "i", row));
}

static ErrorCode add_plain(Decide *d, const LedgerDecision *in, ErrorInfo *info) {
  for (uint32_t i = 0; i < in->ntargets; i++) {
    Target t;
    /* An incident has no fields of its own to be corrected: its smallest record is meant. */
    if (!find_target(d->ledger, in->targets[i], in->verb == LEDGER_CORRECT, &t))
      return wrong(info, in->targets[i], "is no incident or record of this ledger");
    for (uint32_t r = 0; r < t.rows.list.n; r++) add_record(d, t.rows.list.at[r], 0);
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
    for (uint32_t r = 0; r < t.rows.list.n; r++) {
      bool known = false;
      for (uint32_t k = 0; k < joined.list.n && !known; k++) known = joined.list.at[k] == t.rows.list.at[r];
      if (known) continue;
      add_record(d, t.rows.list.at[r], joined.list.n > 0);
      vec_push(&joined.list, &d->ledger->batch, t.rows.list.at[r]);
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
    vec_push(&out, &d->ledger->batch, t.rows.list.at[0]);
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
    while (db_row(db, s)) ledger_touch(d->ledger, sqlite3_column_int64(s, 0));
  }
  return ERROR_OK;
}

static ErrorCode check_value(Ledger *l, const LedgerDecision *in, ErrorInfo *info) {
  for (uint32_t i = 0; i < in->ntargets; i++) {
    Target t;
    RecordKind kind = RECORD_EVENT;
    if (!find_target(l, in->targets[i], false, &t)) continue;
    sqlite3_stmt *s = db_query(&l->db, "SELECT kind FROM record WHERE id = ?", "i", t.rows.list.at[0]);
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
  decided_find_undone(l);
  for (uint32_t i = 0; i < l->touched.n; i++) decided_carry(l, l->touched.at[i]);
  l->decision = *id;
  note_moved(l);
  store_commit(l);
  l->decision = 0;
  if (db_ok(&l->db)) findings_across(l);
  return db_result(&l->db, info);
}
