/* Table item: one row a document. It holds nothing that could not be made again from the
 * document's records and text, so that a row which is missing or of another version is no
 * fault: it is made when it is asked for. */
#include "ledger/incident/filed.h"

#include "ledger/link/link_pack.h"

/* Of its records, as they are stored. */
static bool take_loaded(Linking *k, int64_t document, Filed *out) {
  const Loaded *loaded = linking_load(k, document);
  uint32_t n = loaded ? loaded->items.list.n : 0;
  int64_t *rows = loaded ? ARENA_ARRAY(k->shelf, int64_t, n ? n : 1) : NULL;
  if (!rows) return false;
  for (uint32_t i = 0; i < n; i++) rows[i] = linking_row(loaded, &loaded->items.list.at[i]);
  *out = (Filed){loaded->items, rows};
  return true;
}

static Filed *made(Linking *k, int64_t document) {
  const Linked *linked = row_map_get(&k->ledger->linked, document);
  Filed *out = ARENA_NEW(k->shelf, Filed);
  if (!out) return NULL;
  if (!linked) return take_loaded(k, document, out) ? out : NULL;
  *out = (Filed){linked->items, linked->rows};
  return out;
}

/* What is filed of it now, without a look at the document; NULL: nothing that can be read. */
static const Filed *filed_stored(Linking *k, int64_t document) {
  Arena *arena = k->shelf;
  sqlite3_stmt *s = db_query(&k->ledger->db, "SELECT data FROM item WHERE document = ?", "i", document);
  if (!db_row(&k->ledger->db, s)) return NULL;
  Filed *out = ARENA_NEW(arena, Filed);
  bool good = out && link_unpack(arena, db_blob(s, 0), &out->items, &out->rows);
  db_done(s);
  return good ? out : NULL;
}

const Filed *filed_put(Linking *k, int64_t document) {
  Arena *arena = k->shelf;
  void **slot = row_map_slot(arena, &k->filed, document);
  Filed *filed = made(k, document);
  if (!slot || !filed) return NULL;
  *slot = filed;
  Str bytes = link_pack(arena, &filed->items, filed->rows);
  db_run(&k->ledger->db, "INSERT OR REPLACE INTO item (document, data) VALUES (?, ?)", "ib", document, bytes);
  return filed;
}

const Filed *filed_get(Linking *k, int64_t document) {
  void **slot = row_map_slot(k->shelf, &k->filed, document);
  if (!slot) return NULL;
  if (!*slot) *slot = (void *)filed_stored(k, document);
  if (*slot || !db_ok(&k->ledger->db)) return *slot;
  return filed_put(k, document);
}

void filed_remove(Ledger *l, int64_t document) { db_run(&l->db, "DELETE FROM item WHERE document = ?", "i", document); }
