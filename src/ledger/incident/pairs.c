/* A touched document's happenings are filed (drawers.h), compared with what else is filed near
 * them, and the pairs that may be one event are kept (table pair). A pair does not depend on what
 * else is in the ledger.
 *
 * Happenings share a key of link_keys where kind of act and place agree and the days are near. They
 * are filed under kind and place alone (link_drawers), so that one is filed three or four times and
 * not under every day and month that it may be found by.
 *
 * What cannot reach the threshold, by its days, its type or its words, is left out before it is read:
 * that is most of it. The rest is read as it was filed (filed.h), not from its records. */
#include "ledger/incident/pairs.h"

#include "ledger/incident/filed.h"

enum { SHELF_BYTES = 8 << 20 };

const Loaded *linking_load(Linking *k, int64_t document) {
  return loaded_get(k->ledger, &k->loaded, document, k->decisions.list.at, k->decisions.list.n);
}

int64_t linking_row(const Loaded *loaded, const LinkItem *item) {
  for (uint32_t i = 0; i < loaded->nrecords; i++)
    if (str_eq(loaded->records[i].id, item->id)) return loaded->rows[i];
  return 0;
}

static void seed(Linking *k, sqlite3_stmt *s) { ids_take(&k->ledger->db, &k->ledger->batch, s, &k->seeds); }

/* ---- filing ---- */

void pairs_refile(Linking *k) {
  Ledger *l = k->ledger;
  Ids all = {0};
  if (db_number(&l->db, "SELECT 1 FROM remake WHERE what = 'filing'", "") != 1) return;
  /* New ones are not filed yet. */
  ids_take(&l->db, &l->batch,
           db_query(&l->db, "SELECT id FROM document WHERE current = 1 AND (?1 = 0 OR id < ?1)", "i", l->first_new),
           &all);
  for (uint32_t i = 0; i < all.list.n && db_ok(&l->db); i++) {
    ArenaMark mark = arena_mark(&l->batch);
    Linking one = {.ledger = l, .shelf = &l->batch, .decisions = k->decisions};
    const Filed *filed = filed_get(&one, all.list.at[i]);
    if (filed) drawers_file(&l->db, &l->drawers, &l->batch, all.list.at[i], &filed->items);
    arena_release(&l->batch, mark);
  }
  db_run(&l->db, "DELETE FROM remake WHERE what = 'filing'", "");
}

void pairs_remove(Linking *k, int64_t document) {
  Db *db = &k->ledger->db;
  seed(k, db_query(db, "SELECT p.b FROM record r JOIN pair p ON p.a = r.id WHERE r.document = ?", "i", document));
  seed(k, db_query(db, "SELECT p.a FROM record r JOIN pair p ON p.b = r.id WHERE r.document = ?", "i", document));
  /* What a decision had joined has no pair. */
  seed(k,
       db_query(db,
                "SELECT o.id FROM (SELECT DISTINCT incident FROM record WHERE document = ?1 AND incident IS NOT NULL)"
                " i JOIN record o ON o.incident = i.incident",
                "i", document));
  drawers_remove(db, &k->ledger->drawers, document);
  filed_remove(k->ledger, document);
  db_run(db, "DELETE FROM pair WHERE a IN (SELECT id FROM record WHERE document = ?)", "i", document);
  db_run(db, "DELETE FROM pair WHERE b IN (SELECT id FROM record WHERE document = ?)", "i", document);
}

/* ---- comparing ---- */

typedef struct Keys {
  uint64_t at[LINK_KEYS];
  uint32_t n;
} Keys;

static Keys keys_of(const LinkItem *item) {
  Keys keys;
  keys.n = link_keys(item, keys.at);
  return keys;
}

static bool share_key(const Keys *a, const LinkItem *b) {
  Keys keys = keys_of(b);
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t j = 0; j < keys.n; j++)
      if (a->at[i] == keys.at[j]) return true;
  return false;
}

static void compare(Linking *k, int64_t row, const LinkItem *a, const Keys *keys, int64_t to, const LinkItem *b) {
  int32_t points = link_score(NULL, a, b).points;
  if (points < LINK_THRESHOLD || !to || to == row || !share_key(keys, b)) return;
  db_run(&k->ledger->db, "INSERT OR REPLACE INTO pair (a, b, points) VALUES (?, ?, ?)", "iii", row < to ? row : to,
         row < to ? to : row, (int64_t)points);
}

typedef struct Candidates {
  Linking *linking;
  Ids ids;
} Candidates;

static void take_candidate(void *context, int64_t document) {
  Candidates *c = context;
  vec_push(&c->ids.list, &c->linking->ledger->batch, document);
}

static void add_item(Linking *k, int64_t document, const Filed *own, uint32_t at) {
  const LinkItem *item = &own->items.list.at[at];
  Keys keys = keys_of(item);
  Candidates found = {.linking = k};
  vec_push(&k->seeds.list, &k->ledger->batch, own->rows[at]);
  drawers_find(&k->ledger->db, &k->ledger->drawers, item, take_candidate, &found);
  ids_sort(&found.ids);
  /* Its own document first, which is filed last. */
  for (uint32_t j = 0; j < own->items.list.n; j++)
    if (j != at) compare(k, own->rows[at], item, &keys, own->rows[j], &own->items.list.at[j]);
  for (uint32_t i = 0; i < found.ids.list.n && db_ok(&k->ledger->db); i++) {
    const Filed *other = found.ids.list.at[i] == document ? NULL : filed_get(k, found.ids.list.at[i]);
    for (uint32_t j = 0; other && j < other->items.list.n; j++)
      compare(k, own->rows[at], item, &keys, other->rows[j], &other->items.list.at[j]);
  }
}

static void add_document(Linking *k, int64_t document) {
  const Filed *own = filed_put(k, document);
  for (uint32_t i = 0; own && i < own->items.list.n; i++) add_item(k, document, own, i);
  if (own) drawers_file(&k->ledger->db, &k->ledger->drawers, k->shelf, document, &own->items);
}

/* Each document is held against some dozens: all of them together would fill the memory. */
static void clear_shelf(Linking *k) {
  arena_reset(k->shelf);
  k->filed = (RowMap){0};
}

void pairs_add_all(Linking *k) {
  Arena *shelf = k->shelf;
  k->shelf = &k->ledger->shelf;
  clear_shelf(k);
  for (uint32_t i = 0; i < k->touched.list.n; i++) {
    add_document(k, k->touched.list.at[i]);
    if (arena_ok(k->shelf) && k->shelf->used > SHELF_BYTES) clear_shelf(k);
  }
  k->filed = (RowMap){0};
  k->shelf = shelf;
}
