/* A sheet's rows beside the ledger's incidents: kept as they were given, matched anew each time.
 *
 * Of a row's day and the three around it every incident is tried; what of it is compared is all that
 * its records tell, so that a row of the outlet with the odd number finds it too. */
#include "ledger/list/sheet.h"

#include <math.h>

#include "base/hash.h"
#include "ledger/document/opened.h"
#include "ledger/file/schema.h"
#include "ledger/list/sheet_row.h"
#include "ledger/list/sheet_score.h"
#include "text/normal.h"

enum { DAYS_AROUND = 3, LONGEST = 62 }; /* days; incidents of longer periods match no row */

typedef struct Import {
  Ledger *ledger;
  const Engine *engine;
  Arena arena; /* of a row */
  int64_t sheet;
  bool keep, month_first;
  SheetCounts *counts;
} Import;

/* ---- what of an incident is compared ---- */

static void add_places(Db *db, Arena *arena, SheetCandidate *c) {
  sqlite3_stmt *s = db_query(db,
                             "SELECT DISTINCT rp.place, rp.country, rp.admin1, p.name, p.lat, p.lon FROM record r"
                             " JOIN record_place rp ON rp.record = r.id LEFT JOIN place p ON p.id = rp.place"
                             " WHERE r.incident = ? AND rp.place IS NOT NULL LIMIT 16",
                             "t", c->incident);
  while (db_row(db, s)) {
    struct SheetPlace *p = &c->places[c->nplaces++];
    *p = (struct SheetPlace){db_keep(arena, s, 0), db_keep(arena, s, 1), db_keep(arena, s, 2),
                             db_keep(arena, s, 3), (double)NAN,          (double)NAN};
    if (sqlite3_column_type(s, 4) == SQLITE_NULL) continue;
    p->lat = sqlite3_column_double(s, 4);
    p->lon = sqlite3_column_double(s, 5);
  }
}

static void add_people(Db *db, Arena *arena, SheetCandidate *c) {
  sqlite3_stmt *s = db_query(db,
                             "SELECT DISTINCT ra.actor FROM record r JOIN record_actor ra ON ra.record = r.id"
                             " WHERE r.incident = ? AND ra.actor IS NOT NULL AND ra.role <> 'speaker' LIMIT 16",
                             "t", c->incident);
  while (db_row(db, s)) c->actors[c->nactors++] = db_keep(arena, s, 0);
  s = db_query(db,
               "SELECT DISTINCT p.norm FROM record r JOIN record_person rp ON rp.record = r.id"
               " JOIN person p ON p.id = rp.person WHERE r.incident = ? LIMIT 16",
               "t", c->incident);
  while (db_row(db, s)) c->persons[c->npersons++] = db_keep(arena, s, 0);
}

static int64_t number_at(sqlite3_stmt *s, int column) {
  return sqlite3_column_type(s, column) == SQLITE_NULL ? LEDGER_OPEN : sqlite3_column_int64(s, column);
}

typedef VEC(SheetCandidate) Candidates;

/* The incidents around the row's days. */
static void find_candidates(Import *x, const SheetEntry *e, Candidates *out) {
  Db *db = &x->ledger->db;
  sqlite3_stmt *s =
      db_query(db,
               "SELECT id, day_from, day_to, killed_min, killed_max, injured_min, injured_max"
               " FROM incident WHERE day_from BETWEEN ?1 AND ?2 AND day_to >= ?3 AND day_to - day_from < ?4",
               "iiii", e->from - DAYS_AROUND - LONGEST, e->to + DAYS_AROUND, e->from - DAYS_AROUND, (int64_t)LONGEST);
  while (db_row(db, s)) {
    SheetCandidate c = {.incident = db_keep(&x->arena, s, 0),
                        .from = number_at(s, 1),
                        .to = number_at(s, 2),
                        .killed = {number_at(s, 3), number_at(s, 4)},
                        .injured = {number_at(s, 5), number_at(s, 6)}};
    vec_push(out, &x->arena, c);
  }
}

/* The best first; of equals the smaller id. */
static void place_match(SheetResult *r, SheetMatch m) {
  uint32_t at = r->n;
  while (at && (r->matches[at - 1].points < m.points ||
                (r->matches[at - 1].points == m.points && str_cmp(m.incident, r->matches[at - 1].incident) < 0)))
    at--;
  if (at == SHEET_MATCHES) return;
  uint32_t last = r->n < SHEET_MATCHES ? r->n++ : SHEET_MATCHES - 1;
  for (uint32_t i = last; i > at; i--) r->matches[i] = r->matches[i - 1];
  r->matches[at] = m;
}

static Str notes_of(Arena *arena, const SheetEntry *e) {
  Str key = fold_key(arena, e->value[SHEET_NOTES]);
  return letters_utf8(arena, (const uint8_t *)key.p, (uint32_t)key.n);
}

static void match(Import *x, SheetResult *r) {
  Candidates candidates = {0};
  Str notes = notes_of(&x->arena, &r->entry);
  if (r->entry.from == LEDGER_NO_DAY) return;
  find_candidates(x, &r->entry, &candidates);
  for (uint32_t i = 0; i < candidates.n; i++) {
    SheetCandidate *c = &candidates.at[i];
    SheetMatch m = {.incident = c->incident};
    add_places(&x->ledger->db, &x->arena, c);
    add_people(&x->ledger->db, &x->arena, c);
    m.points = sheet_score(&x->arena, &r->entry, notes, c, &m.parts);
    if (m.points >= SHEET_LEAST)
      place_match(r, m);
    else if (m.points > 0 && (!r->near.incident.n || m.points > r->near.points))
      r->near = m;
  }
  /* What is far behind the best is another event. */
  while (r->n > 1 && r->matches[r->n - 1].points < r->matches[0].points - 2) r->n--;
  if (r->n) r->near = (SheetMatch){.incident = STR("")};
}

/* ---- keeping ---- */

static Str columns_str(Arena *arena, const SheetFile *sheet, const SheetColumns *columns) {
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  for (uint32_t i = 0; i < SHEET_FIELDS; i++) {
    if (columns->at[i] == UINT32_MAX) continue;
    if (buffer.n) writer_lit(&w, ", ");
    writer_put(&w, sheet->head[columns->at[i]]);
    writer_byte(&w, '=');
    writer_put(&w, str_of(sheet_field_name((SheetField)i)));
  }
  return buffer_str(&buffer);
}

static void keep_sheet(Import *x, Str name, const SheetFile *sheet, const SheetColumns *columns) {
  Db *db = &x->ledger->db;
  uint8_t sum[SHA256_BYTES];
  Str sha = {(const char *)sum, sizeof sum}, of = columns_str(&x->arena, sheet, columns);
  sha256(sheet->bytes, sum);
  db_run(db, "INSERT OR IGNORE INTO sheet (name, sha256, columns) VALUES (?, ?, ?)", "tbt", name, sha, of);
  x->sheet = db_number(db, "SELECT id FROM sheet WHERE name = ? AND sha256 = ? AND columns = ?", "tbt", name, sha, of);
}

static int64_t keep_row(Import *x, const SheetEntry *e) {
  Db *db = &x->ledger->db;
  int64_t from = e->from == LEDGER_NO_DAY ? DB_NONE : e->from, to = e->to == LEDGER_NO_DAY ? DB_NONE : e->to;
  db_run(db,
         "INSERT OR IGNORE INTO sheet_row (sheet, line, given, date, day_from, day_to, place, place_id, country, lat,"
         " lon, killed_min, killed_max, injured_min, injured_max, actor, notes)"
         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
         "iinnoonnnddoooonn", x->sheet, (int64_t)e->line, e->value[SHEET_ID], e->value[SHEET_DATE], from, to,
         e->value[SHEET_PLACE], e->place_id, e->country, e->lat, e->lon, e->killed.min, e->killed.max, e->injured.min,
         e->injured.max, e->value[SHEET_ACTOR], e->value[SHEET_NOTES]);
  x->counts->new_rows += db_changes(db) > 0;
  int64_t row =
      db_number(db, "SELECT id FROM sheet_row WHERE sheet = ? AND line = ?", "ii", x->sheet, (int64_t)e->line);
  /* What a newer program reads in the same cells. */
  db_run(
      db,
      "UPDATE sheet_row SET day_from = ?1, day_to = ?2, place_id = ?3, country = ?4, killed_min = ?5, killed_max = ?6"
      " WHERE id = ?7 AND (day_from IS NOT ?1 OR day_to IS NOT ?2 OR place_id IS NOT ?3 OR country IS NOT ?4"
      " OR killed_min IS NOT ?5 OR killed_max IS NOT ?6)",
      "oonnooi", from, to, e->place_id, e->country, e->killed.min, e->killed.max, row);
  return row;
}

/* Written only where it differs, so that the same import leaves the same bytes. */
static void keep_matches(Import *x, int64_t row, const SheetResult *r) {
  Db *db = &x->ledger->db;
  uint32_t same = 0;
  for (uint32_t i = 0; i < r->n; i++)
    same += db_number(db, "SELECT 1 FROM sheet_match WHERE row = ? AND incident = ? AND points = ? AND parts = ?",
                      "itit", row, r->matches[i].incident, (int64_t)r->matches[i].points, r->matches[i].parts) == 1;
  if (same == r->n && db_number(db, "SELECT count(*) FROM sheet_match WHERE row = ?", "i", row) == r->n) return;
  db_run(db, "DELETE FROM sheet_match WHERE row = ?", "i", row);
  for (uint32_t i = 0; i < r->n; i++)
    db_run(db, "INSERT OR IGNORE INTO sheet_match (row, incident, points, parts) VALUES (?, ?, ?, ?)", "itit", row,
           r->matches[i].incident, (int64_t)r->matches[i].points, r->matches[i].parts);
}

static void count(SheetCounts *c, const SheetResult *r) {
  c->rows++;
  if (r->entry.from == LEDGER_NO_DAY) {
    c->undated++;
    return;
  }
  *(r->n ? &c->matched : &c->unmatched) += 1;
  if (c->from == LEDGER_NO_DAY || r->entry.from < c->from) c->from = r->entry.from;
  if (c->to == LEDGER_NO_DAY || r->entry.to > c->to) c->to = r->entry.to;
}

static bool each_row(Import *x, const SheetLine *line, const SheetColumns *columns, SheetRowFn *fn, void *context) {
  arena_reset(&x->arena);
  SheetResult r = {.entry = sheet_entry(x->ledger, x->engine, &x->arena, line, columns, x->month_first),
                   .near = {.incident = STR("")}};
  match(x, &r);
  count(x->counts, &r);
  if (x->keep) keep_matches(x, keep_row(x, &r.entry), &r);
  if (!arena_ok(&x->arena)) db_fail_with(&x->ledger->db, ERROR_MEMORY, "a row has more near it than fits");
  return db_ok(&x->ledger->db) && fn(context, &r);
}

ErrorCode sheet_import(Ledger *l, const Engine *engine, Str name, const SheetFile *sheet, const SheetColumns *columns,
                       bool keep, SheetRowFn *row, void *context, SheetCounts *counts, ErrorInfo *info) {
  Import x = {.ledger = l, .engine = engine, .keep = keep, .counts = counts};
  *counts = (SheetCounts){.from = LEDGER_NO_DAY, .to = LEDGER_NO_DAY};
  arena_init(&x.arena, (size_t)1 << 30);
  if (keep) db_begin(&l->db);
  x.month_first = sheet_month_first(&x.arena, sheet, columns);
  if (keep) keep_sheet(&x, name, sheet, columns);
  for (uint32_t i = 0; i < sheet->rows.n; i++)
    if (!each_row(&x, &sheet->rows.at[i], columns, row, context)) break;
  if (keep) db_commit(&l->db);
  arena_fini(&x.arena);
  return db_result(&l->db, info);
}

/* ---- what the sheet lacks ---- */

#define LATEST "(SELECT max(id) FROM sheet WHERE name = ?1)"
#define MATCHED \
  "(SELECT " SCHEMA_MATCHED_NOW " FROM sheet_match m JOIN sheet_row w ON w.id = m.row WHERE w.sheet = " LATEST ")"

ErrorCode sheet_missing(Ledger *l, Str name, SheetMissingFn *fn, void *context, ErrorInfo *info) {
  static const char sql[] =
      "SELECT i.id FROM incident i WHERE i.day_from BETWEEN (SELECT min(day_from) FROM sheet_row WHERE sheet = " LATEST
      ") AND (SELECT max(day_to) FROM sheet_row WHERE sheet = " LATEST ") AND i.day_to - i.day_from < ?2"
      " AND (i.country IN (SELECT country FROM sheet_row WHERE sheet = " LATEST ")"
      "  OR NOT EXISTS (SELECT 1 FROM sheet_row WHERE country IS NOT NULL AND sheet = " LATEST "))"
      " AND (i.killed_min > 0 OR EXISTS (SELECT 1 FROM sheet_row WHERE sheet = " LATEST
      " AND coalesce(killed_min, 0) = 0)) AND i.id NOT IN " MATCHED " ORDER BY i.day_from, i.id";
  Arena arena;
  arena_init(&arena, (size_t)1 << 30);
  sqlite3_stmt *s = db_query(&l->db, sql, "ti", name, (int64_t)LONGEST);
  while (db_row(&l->db, s)) {
    LedgerIncident incident;
    bool found;
    arena_reset(&arena);
    Str id = db_keep(&arena, s, 0);
    if (!ledger_incident(l, id, NULL, &arena, &incident, &found, info) && found && fn(context, &incident)) continue;
    db_done(s);
    break;
  }
  arena_fini(&arena);
  return db_result(&l->db, info);
}

Str sheet_rows_of(Ledger *l, Arena *arena, Str incident) {
  static const char sql[] =
      "SELECT group_concat(x.at, '; ') FROM (SELECT h.name || ':' || w.line AS at FROM sheet_match m"
      " JOIN sheet_row w ON w.id = m.row JOIN sheet h ON h.id = w.sheet WHERE m.incident IN"
      " (SELECT key FROM record WHERE incident = ?1 AND current = 1)"
      " AND h.id = (SELECT max(id) FROM sheet y WHERE y.name = h.name) ORDER BY h.name, w.line) x";
  if (db_number(&l->db, "SELECT 1 FROM sheet_match LIMIT 1", "") != 1) return STR("");
  sqlite3_stmt *s = db_query(&l->db, sql, "t", incident);
  Str rows = db_row(&l->db, s) ? db_keep(arena, s, 0) : STR("");
  db_done(s);
  return rows;
}
