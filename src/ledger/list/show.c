/* One thing of a ledger, found by its id. Ids of incidents need no table of what became of
 * them: an incident is named by its smallest record, and where two became one the other's
 * record is still in it and leads there. */
#include "ledger/document/loaded.h"
#include "ledger/file/schema.h"
#include "ledger/list/list_source.h"
#include "ledger/list/updates.h"
#include "ledger/query/query.h"
#include "record/json.h"

enum { PAIRS_SHOWN = 100 };

static bool text_of_row(Db *db, Arena *arena, sqlite3_stmt *s, Str *out) {
  if (!db_row(db, s)) return false;
  *out = db_keep(arena, s, 0);
  db_done(s);
  return out->n > 0;
}

LedgerKind ledger_what(Ledger *l, Str id, Arena *arena, Str *found) {
  static const struct {
    LedgerKind kind;
    const char *sql;
  } ways[] = {
      {LEDGER_INCIDENT, "SELECT id FROM incident WHERE id = ?"},
      {LEDGER_RECORD, "SELECT key FROM record WHERE " SCHEMA_ID_IS("key", "?1") " AND current = 1"},
      {LEDGER_RECORD, "SELECT key FROM record WHERE " SCHEMA_ID_IS("rid", "?1") " AND current = 1 ORDER BY key"},
      {LEDGER_DOCUMENT, "SELECT key FROM document WHERE key = ?"},
      {LEDGER_DOCUMENT, "SELECT key FROM document WHERE given = ? ORDER BY current DESC, key"},
      {LEDGER_FINDING, "SELECT key FROM finding WHERE key = ?"},
      /* of an older coding, or of an older version of its document */
      {LEDGER_RECORD,
       "SELECT key FROM record WHERE (" SCHEMA_ID_IS("key", "?1") ") OR (" SCHEMA_ID_IS("rid", "?1") ")"},
  };
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
    if (text_of_row(&l->db, arena, db_query(&l->db, ways[i].sql, "t", id), found)) return ways[i].kind;
  return LEDGER_NOTHING;
}

/* ---- points ---- */

static void put_pair(Ledger *l, Arena *arena, Writer *w, RowMap *set, int64_t a, int64_t b) {
  const LinkItem *items[2] = {NULL, NULL};
  const int64_t rows[2] = {a, b};
  for (int i = 0; i < 2; i++) {
    int64_t document = db_number(&l->db, "SELECT document FROM record WHERE id = ?", "i", rows[i]);
    const Loaded *loaded = loaded_get(l, set, document, NULL, 0);
    for (uint32_t k = 0; loaded && k < loaded->items.list.n; k++)
      for (uint32_t r = 0; r < loaded->nrecords; r++)
        if (loaded->rows[r] == rows[i] && str_eq(loaded->items.list.at[k].id, loaded->records[r].id))
          items[i] = &loaded->items.list.at[k];
  }
  if (!items[0] || !items[1]) return;
  LinkScore score = link_score(arena, items[0], items[1]);
  writer_put(w, items[0]->id);
  writer_lit(w, " and ");
  writer_put(w, items[1]->id);
  writer_lit(w, ": ");
  writer_put(w, link_score_words(arena, &score));
  writer_byte(w, '\n');
}

ErrorCode ledger_points(Ledger *l, Str incident, Arena *arena, Str *lines, ErrorInfo *info) {
  VEC(int64_t) rows = {0};
  RowMap set = {0};
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  arena_reset(&l->batch);
  sqlite3_stmt *s = db_query(&l->db,
                             "SELECT p.a, p.b FROM record ra JOIN pair p ON p.a = ra.id JOIN record rb ON rb.id = p.b"
                             " WHERE ra.incident = ?1 AND rb.incident = ?1 ORDER BY p.points DESC, ra.key, rb.key"
                             " LIMIT ?2",
                             "ti", incident, (int64_t)PAIRS_SHOWN);
  while (db_row(&l->db, s)) {
    vec_push(&rows, arena, sqlite3_column_int64(s, 0));
    vec_push(&rows, arena, sqlite3_column_int64(s, 1));
  }
  for (uint32_t i = 0; i + 1 < rows.n; i += 2) put_pair(l, arena, &w, &set, rows.at[i], rows.at[i + 1]);
  *lines = buffer_str(&buffer);
  return db_result(&l->db, info);
}

ErrorCode ledger_text(Ledger *l, Str document, Arena *arena, Str *text, ErrorInfo *info) {
  static const char sql[] = "SELECT t.body FROM document d JOIN text t ON t.id = d.text WHERE d.key = ?";
  *text = STR("");
  (void)text_of_row(&l->db, arena, db_query(&l->db, sql, "t", document), text);
  return db_result(&l->db, info);
}

/* ---- as JSON ---- */

#define ONE "SELECT %s FROM %s WHERE %s"
#define ALL "SELECT json_group_array(json(x.j)) FROM (SELECT %s AS j FROM %s WHERE %s) x"

static Str ask(Ledger *l, Arena *arena, const char *list, bool all, const char *where, Str id) {
  const LedgerList *of = ledger_list_of(str_of(list));
  Str out = STR("");
  Str sql = all ? arena_printf(arena, ALL, list_json(of), list_from(of), where)
                : arena_printf(arena, ONE, list_json(of), list_from(of), where);
  sqlite3_stmt *s = db_prepare(&l->db, sql);
  db_bind_str(&l->db, s, 1, id);
  if (s && sqlite3_step(s) == SQLITE_ROW) out = db_keep(arena, s, 0);
  sqlite3_finalize(s);
  return out;
}

/* {…} with one more key at its end. */
static Str with(Arena *arena, Str object, const char *key, Str value) {
  if (object.n < 2) return object;
  return arena_printf(arena, "%.*s,\"%s\":%.*s}", (int)object.n - 1, object.p, key, STR_ARG(value));
}

static Str quoted(Arena *arena, Str s) {
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  json_put_str(&w, s);
  return buffer_str(&buffer);
}

static Str lines_json(Arena *arena, Str lines) {
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  writer_byte(&w, '[');
  for (bool first = true; lines.n; first = false) {
    if (!first) writer_byte(&w, ',');
    json_put_str(&w, str_cut(&lines, '\n'));
  }
  writer_byte(&w, ']');
  return buffer_str(&buffer);
}

/* What each source told anew. */
static ErrorCode updates_of_incident(Ledger *l, Str id, Arena *arena, Str *json, ErrorInfo *info) {
  LedgerIncident incident;
  Updates updates = {0};
  bool found = false;
  ErrorCode code = ledger_incident(l, id, NULL, arena, &incident, &found, info);
  if (!code && found) updates_of(arena, &incident, &updates);
  *json = updates_json(arena, &updates);
  return code;
}

ErrorCode ledger_show(Ledger *l, LedgerKind kind, Str id, Arena *arena, Str *json, ErrorInfo *info) {
  Str more = STR_NONE;
  ErrorCode code = ERROR_OK;
  if (kind == LEDGER_INCIDENT) {
    *json = ask(l, arena, "incidents", false, "i.id = ?", id);
    code = ledger_points(l, id, arena, &more, info);
    *json = with(arena, *json, "pairs", lines_json(arena, more));
    if (!code) code = updates_of_incident(l, id, arena, &more, info);
    *json = with(arena, *json, "updates", more);
  } else if (kind == LEDGER_RECORD) {
    static const char words[] =
        "SELECT CAST(substr(CAST(t.body AS BLOB), r.sentence_start + 1,"
        " r.sentence_end - r.sentence_start) AS TEXT) FROM record r"
        " JOIN document d ON d.id = r.document JOIN text t ON t.id = d.text WHERE " SCHEMA_ID_IS("r.key", "?1");
    *json = ask(l, arena, "records", false, SCHEMA_ID_IS("r.key", "?1") " ORDER BY r.current DESC", id);
    (void)text_of_row(&l->db, arena, db_query(&l->db, words, "t", id), &more);
    *json = with(arena, *json, "words", quoted(arena, more));
  } else if (kind == LEDGER_DOCUMENT) {
    *json = ask(l, arena, "documents", false, "d.key = ?", id);
    code = ledger_text(l, id, arena, &more, info);
    *json = with(arena, *json, "text", quoted(arena, more));
    more = ask(l, arena, "records", true, "d.key = ? AND r.current = 1 ORDER BY r.trigger_start, r.key", id);
    *json = with(arena, *json, "coded", more);
  } else {
    *json = ask(l, arena, "findings", false, "f.key = ?", id);
  }
  if (!code && !arena_ok(arena)) code = error_set(info, ERROR_MEMORY, id, 0, NULL);
  return code ? code : db_result(&l->db, info);
}
