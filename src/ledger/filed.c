/* Table item: one row a document. It holds nothing that could not be made again from the
 * document's records and text, so that a row which is missing or of another version is no
 * fault: it is made when it is asked for. */
#include "ledger/filed.h"

#include "ledger/link_pack.h"

static Filed *made(Linking *k, int64_t document) {
  Arena *arena = k->shelf;
  const Linked *linked = row_map_get(&k->ledger->linked, document);
  const Loaded *loaded = linked ? NULL : linking_load(k, document);
  Filed *out = ARENA_NEW(arena, Filed);
  if (linked && out) *out = (Filed){linked->items, linked->rows};
  if (linked || !loaded || !out) return linked ? out : NULL;
  uint32_t n = loaded->items.list.n;
  int64_t *rows = ARENA_ARRAY(arena, int64_t, n ? n : 1);
  if (!rows) return NULL;
  for (uint32_t i = 0; i < n; i++) rows[i] = linking_row(loaded, &loaded->items.list.at[i]);
  *out = (Filed){loaded->items, rows};
  return out;
}

const Filed *filed_stored(Linking *k, int64_t document) {
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
