/* What a document is to the ledger decides what a second ingest of it does.
 *
 *   an URL of an article   the URL and the text: another text there is a new version of the
 *                          document, and the older one's records leave the incidents
 *   none                   the id it was given, its outlet and its text
 *
 * A document that comes again and tells a date or an outlet that was missing fills it in, and
 * is coded anew with it. */
#include "ledger/store/store.h"

#include "base/hash.h"
#include "ledger/document/decided.h"
#include "ledger/document/rows.h"
#include "ledger/finding/findings.h"
#include "ledger/incident/incidents.h"

#define DOCUMENT_COLUMNS " FROM document d JOIN text t ON t.id = d.text "

void store_begin(Ledger *l) {
  arena_reset(&l->batch);
  memset(&l->touched, 0, sizeof l->touched);
  l->linked = (RowMap){0};
  l->first_new = 0;
  db_begin(&l->db);
}

void store_commit(Ledger *l) {
  incidents_update(l);
  for (uint32_t i = 0; i < l->touched.n; i++)
    db_run(&l->db, "INSERT OR IGNORE INTO touched (document) VALUES (?)", "i", l->touched.at[i]);
  if (!arena_ok(&l->batch) || !arena_ok(&l->shelf)) db_fail_with(&l->db, ERROR_MEMORY, "out of memory");
  db_commit(&l->db);
  /* What was rolled back must not be found again. */
  if (!db_ok(&l->db)) ledger_forget(l);
}

static void keep_linked(Ledger *l, int64_t document, const Linked *linked) {
  void **slot = linked ? row_map_slot(&l->batch, &l->linked, document) : NULL;
  if (slot) *slot = (void *)linked;
}

/* ---- seen before ---- */

static bool lacks(Str stored, Str told) { return !stored.n && told.n; }

StoreSeen store_seen(Ledger *l, const Document *d, const uint8_t sha[32]) {
  char key[KEY_HEX + 1];
  coded_key(d, sha, key);
  bool article = coded_url_is_article(d->url);
  sqlite3_stmt *s = article ? db_query(&l->db, "SELECT id, outlet, published, told_outlet FROM document WHERE key = ?",
                                       "t", str_of(key))
                            : db_query(&l->db,
                                       "SELECT d.id, d.outlet, d.published, d.told_outlet" DOCUMENT_COLUMNS
                                       "WHERE d.given = ? AND t.sha256 = ? ORDER BY d.id",
                                       "tb", d->id, (Str){(const char *)sha, 32});
  StoreSeen seen = {0};
  while (!seen.document && db_row(&l->db, s)) {
    Str outlet = db_text(s, 1), published = db_text(s, 2), told = db_text(s, 3);
    bool same = article || !d->outlet.n || !told.n || str_eq(told, d->outlet) || str_eq(outlet, d->outlet);
    if (!same) continue;
    seen.document = sqlite3_column_int64(s, 0);
    seen.fills = lacks(outlet, d->outlet) || (lacks(published, d->published) && ledger_day(d->published) != DB_NONE);
  }
  if (seen.document) db_done(s);
  return seen;
}

/* ---- text ---- */

static int64_t put_text(Ledger *l, const Coded *c, bool *copy) {
  Str sha = {(const char *)c->sha256, sizeof c->sha256};
  int64_t id = db_number(&l->db, "SELECT id FROM text WHERE sha256 = ?", "b", sha);
  *copy = id != DB_NONE;
  if (*copy || !db_ok(&l->db)) return id;
  /* Its voice is its own at first. */
  id = db_number(&l->db, "SELECT coalesce(max(id), 0) + 1 FROM text", "");
  db_run(&l->db, "INSERT INTO text (id, sha256, body, lemmas, voice) VALUES (?1, ?2, ?3, ?4, ?1)", "ibtt", id, sha,
         c->document.text, c->lemmas);
  db_run(&l->db, "INSERT INTO search (rowid, lemmas) VALUES (?, ?)", "it", id, c->words);
  CopiesChanged changed = {0};
  *copy = copies_add(&l->db, &l->copies, &l->batch, id, &c->sketch, &changed);
  for (uint32_t i = 0; i < changed.texts.n; i++) {
    sqlite3_stmt *s = db_query(&l->db, "SELECT id FROM document WHERE text = ?", "i", changed.texts.at[i]);
    while (db_row(&l->db, s)) ledger_touch(l, sqlite3_column_int64(s, 0));
  }
  return id;
}

/* ---- versions ---- */

/* Is the stored version the later of the two? What is not told is no reason. */
static bool is_later(sqlite3_stmt *s, const Document *d) {
  Str retrieved = db_text(s, 3), published = db_text(s, 1);
  if (retrieved.n && d->retrieved.n) return str_cmp(retrieved, d->retrieved) > 0;
  return published.n && d->published.n && str_cmp(published, d->published) > 0;
}

/* Another text under one URL: of all versions the latest is current. */
static bool settle_version(Ledger *l, const Document *d, int64_t *version) {
  *version = 1;
  if (!coded_url_is_article(d->url)) return true;
  bool current = true;
  VEC(int64_t) retired = {0};
  sqlite3_stmt *s =
      db_query(&l->db, "SELECT id, published, current, retrieved FROM document WHERE url = ?", "t", d->url);
  while (db_row(&l->db, s)) {
    ++*version;
    if (!sqlite3_column_int(s, 2)) continue;
    if (is_later(s, d))
      current = false;
    else
      vec_push(&retired, &l->batch, sqlite3_column_int64(s, 0));
  }
  for (uint32_t i = 0; current && i < retired.n; i++) {
    db_run(&l->db, "UPDATE document SET current = 0 WHERE id = ?", "i", retired.at[i]);
    db_run(&l->db, "UPDATE record SET current = 0 WHERE document = ?", "i", retired.at[i]);
    ledger_relink(l, retired.at[i]);
    ledger_touch(l, retired.at[i]);
  }
  return current;
}

/* ---- codings ---- */

static int64_t put_coding(Ledger *l, const Coded *c, int64_t document) {
  int64_t last = db_number(&l->db, "SELECT max(generation) FROM coding WHERE document = ?", "i", document);
  db_run(&l->db,
         "INSERT INTO coding (document, generation, engine, data, published, outlet, records, clashes)"
         " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
         "iittnnit", document, last == DB_NONE ? (int64_t)1 : last + 1, STR(DAFTAR_VERSION), l->data_version,
         c->document.published, c->document.outlet, (int64_t)c->nrecords, c->clashes);
  int64_t coding = db_last_id(&l->db);
  db_run(&l->db, "UPDATE document SET coding = ? WHERE id = ?", "ii", coding, document);
  return coding;
}

static void put_new(Ledger *l, const Coded *c, LedgerCounts *counts) {
  const Document *d = &c->document;
  Str key = str_of(c->key);
  bool copy = false;
  int64_t version = 1;
  bool current = settle_version(l, d, &version);
  int64_t text = put_text(l, c, &copy);
  Str original = {(const char *)d->origin, sizeof d->origin};
  db_run(&l->db,
         "INSERT INTO document (key, given, outlet, url, title, published, day, told_outlet, told_published, charset,"
         " original, author, retrieved, text, version, current)"
         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
         "ttnnnnonnnbnniii", key, d->id, d->outlet, d->url, d->title, d->published, ledger_day(d->published), d->outlet,
         d->published, str_of(d->charset), original, d->author, d->retrieved, text, version, (int64_t)current);
  int64_t document = db_last_id(&l->db);
  if (!l->first_new) l->first_new = document;
  int64_t coding = put_coding(l, c, document);
  const int64_t *rows = rows_put(l, c, document, coding, key, current);
  bool decided = decided_carry(l, document);
  if (rows && current && !decided) keep_linked(l, document, linked_read(&l->batch, c, rows));
  findings_of_document(l, c, document, key);
  counts->documents++;
  counts->copies += copy;
  counts->versions += version > 1;
  counts->records += c->nrecords;
  ledger_touch(l, document);
}

static void put_again(Ledger *l, const Coded *c, LedgerCounts *counts) {
  const Document *d = &c->document;
  sqlite3_stmt *s = db_query(&l->db, "SELECT key, current FROM document WHERE id = ?", "i", c->recodes);
  if (!db_row(&l->db, s)) return;
  Str key = db_keep(&l->batch, s, 0);
  bool current = sqlite3_column_int(s, 1) != 0;
  db_done(s);
  db_run(&l->db, "UPDATE document SET outlet = ?, published = ?, day = ? WHERE id = ?", "nnoi", d->outlet, d->published,
         ledger_day(d->published), c->recodes);
  db_run(&l->db, "UPDATE record SET current = 0 WHERE document = ?", "i", c->recodes);
  int64_t coding = put_coding(l, c, c->recodes);
  rows_put(l, c, c->recodes, coding, key, current);
  decided_carry(l, c->recodes);
  ledger_relink(l, c->recodes);
  findings_of_document(l, c, c->recodes, key);
  counts->records += c->nrecords;
  ledger_touch(l, c->recodes);
}

void store_put(Ledger *l, const Coded *c, LedgerCounts *counts) {
  if (c->recodes) {
    put_again(l, c, counts);
    counts->filled++;
    return;
  }
  /* Another program, or this very batch, may have brought it since it was looked for. */
  StoreSeen seen = store_seen(l, &c->document, c->sha256);
  if (seen.document)
    counts->seen++;
  else if (db_ok(&l->db))
    put_new(l, c, counts);
}

bool store_document(Ledger *l, Arena *arena, int64_t id, Document *d) {
  sqlite3_stmt *s = db_query(
      &l->db,
      "SELECT d.given, d.title, d.published, d.outlet, d.url, t.body, d.author, d.retrieved, d.charset" DOCUMENT_COLUMNS
      "WHERE d.id = ?",
      "i", id);
  if (!db_row(&l->db, s)) return false;
  *d = (Document){.id = db_keep(arena, s, 0),
                  .title = db_keep(arena, s, 1),
                  .published = db_keep(arena, s, 2),
                  .outlet = db_keep(arena, s, 3),
                  .url = db_keep(arena, s, 4),
                  .text = db_keep(arena, s, 5),
                  .author = db_keep(arena, s, 6),
                  .retrieved = db_keep(arena, s, 7),
                  .charset = db_keep(arena, s, 8).p};
  db_done(s);
  d->file = d->id;
  return true;
}
