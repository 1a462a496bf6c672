/* A touched document's happenings are filed (table block), compared with what else is filed near
 * them, and the pairs that may be one event are kept (table pair). A pair does not depend on what
 * else is in the ledger.
 *
 * Happenings share a key of link_keys where kind of act and place agree and the days are near. They
 * are filed under kind and place alone (link_drawers), in order of their days, so that one is filed
 * three or four times and not under every day and month that it may be found by: rows under hashes
 * lie scattered over the file, and each is a page to be written. A drawer holds happenings of about
 * one length (LENGTHS): those that may meet a day then stand in a row.
 *
 * What the score would rule out for its days or its type is left out before it is read: that is
 * most of it. The rest is read as it was filed (filed.h), not from its records. */
#include "ledger/pairs.h"

#include <stdlib.h>

#include "ledger/filed.h"
#include "ledger/kinship.h"

enum { SHELF_BYTES = 16 << 20 };

static int by_number(const void *a, const void *b) {
  int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
  return x < y ? -1 : x > y;
}

void ids_sort(Ids *ids) {
  uint32_t n = 0;
  if (ids->list.n) qsort(ids->list.at, ids->list.n, sizeof *ids->list.at, by_number);
  for (uint32_t i = 0; i < ids->list.n; i++)
    if (!i || ids->list.at[i] != ids->list.at[i - 1]) ids->list.at[n++] = ids->list.at[i];
  ids->list.n = n;
}

const Loaded *linking_load(Linking *k, int64_t document) {
  return loaded_get(k->ledger, &k->loaded, document, k->decisions.list.at, k->decisions.list.n);
}

int64_t linking_row(const Loaded *loaded, const LinkItem *item) {
  for (uint32_t i = 0; i < loaded->nrecords; i++)
    if (str_eq(loaded->records[i].id, item->id)) return loaded->rows[i];
  return 0;
}

static void seed(Linking *k, sqlite3_stmt *s) {
  while (db_row(&k->ledger->db, s)) vec_push(&k->seeds.list, &k->ledger->batch, sqlite3_column_int64(s, 0));
}

/* ---- drawers ---- */

/* Days between the first and the last of the happenings of a drawer, at most. */
static const int32_t LENGTHS[] = {4, 62, INT32_MAX};
enum { NLENGTHS = sizeof LENGTHS / sizeof *LENGTHS };

/* Drawers of one kind and place lie side by side. */
static int64_t drawer_of(uint64_t key, uint32_t length) { return (int64_t)((key & ~(uint64_t)3) | length); }

static uint32_t length_of(Period when) {
  uint32_t i = 0;
  while ((int64_t)when.to - when.from > LENGTHS[i]) i++;
  return i;
}

typedef struct Drawers {
  uint64_t at[LINK_DRAWERS];
  uint32_t n;
} Drawers;

static Drawers drawers_of(const LinkItem *item) {
  Drawers d;
  d.n = link_drawers(item, d.at);
  return d;
}

/* The types of its records, with blanks between. */
static Str types_of(Arena *arena, const LinkItem *item) {
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  for (uint32_t i = 0; i < item->nrecords; i++) {
    bool first = true;
    for (uint32_t k = 0; k < i; k++) first &= !str_eq(item->records[k]->type, item->records[i]->type);
    if (!first) continue;
    if (buffer.n) writer_byte(&w, ' ');
    writer_put(&w, item->records[i]->type);
  }
  return buffer_str(&buffer);
}

static void file_item(Ledger *l, int64_t document, const LinkItem *item) {
  Drawers d = drawers_of(item);
  Str types = types_of(&l->batch, item);
  for (uint32_t i = 0; i < d.n; i++)
    db_run(&l->db, "INSERT OR IGNORE INTO block (block, day_from, day_to, document, types) VALUES (?, ?, ?, ?, ?)",
           "iiiit", drawer_of(d.at[i], length_of(item->when)), (int64_t)item->when.from, (int64_t)item->when.to,
           document, types);
}

/* Under the drawers that its items lead to. Where an older daftar filed it under others, those rows stay:
 * they lead to a document that is looked at for nothing. */
static void unfile(Linking *k, int64_t document) {
  const Filed *filed = filed_stored(k, document);
  for (uint32_t i = 0; filed && i < filed->items.list.n; i++) {
    const LinkItem *item = &filed->items.list.at[i];
    Drawers d = drawers_of(item);
    for (uint32_t n = 0; n < d.n; n++)
      db_run(&k->ledger->db, "DELETE FROM block WHERE block = ? AND day_from = ? AND day_to = ? AND document = ?",
             "iiii", drawer_of(d.at[n], length_of(item->when)), (int64_t)item->when.from, (int64_t)item->when.to,
             document);
  }
  filed_remove(k->ledger, document);
}

void pairs_refile(Linking *k) {
  Ledger *l = k->ledger;
  Ids all = {0};
  if (db_number(&l->db, "SELECT 1 FROM remake WHERE what = 'block'", "") != 1) return;
  sqlite3_stmt *s = db_query(&l->db, "SELECT id FROM document WHERE current = 1", "");
  while (db_row(&l->db, s)) vec_push(&all.list, &l->batch, sqlite3_column_int64(s, 0));
  for (uint32_t i = 0; i < all.list.n && db_ok(&l->db); i++) {
    ArenaMark mark = arena_mark(&l->batch);
    Linking one = {.ledger = l, .shelf = &l->batch, .decisions = k->decisions};
    const Filed *filed = filed_get(&one, all.list.at[i]);
    for (uint32_t n = 0; filed && n < filed->items.list.n; n++) file_item(l, all.list.at[i], &filed->items.list.at[n]);
    arena_release(&l->batch, mark);
  }
  db_run(&l->db, "DELETE FROM remake WHERE what = 'block'", "");
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
  unfile(k, document);
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

static bool kin(const LinkItem *item, Str types) {
  while (types.n) {
    Str type = str_cut(&types, ' ');
    for (uint32_t i = 0; i < item->nrecords; i++)
      if (kinship_of(item->records[i]->type, type) >= 0) return true;
  }
  return false;
}

/* Days that touch without meeting are of one event only where both are short. */
static bool days_meet(const LinkItem *item, int64_t from, int64_t to) {
  bool overlap = from <= item->when.to && to >= item->when.from;
  Period when = {.from = (int32_t)from, .to = (int32_t)to, .known = true};
  return (overlap || (to - from <= 2 && item->when.to - item->when.from <= 2)) && link_days_share(item->when, when);
}

static void find_candidates(Linking *k, const LinkItem *item, Ids *out) {
  Db *db = &k->ledger->db;
  Drawers d = drawers_of(item);
  int64_t first = (int64_t)item->when.from - LINK_DAYS_APART, last = (int64_t)item->when.to + LINK_DAYS_APART;
  int64_t earliest = link_days_from(item->when);
  for (uint32_t i = 0; i < d.n * NLENGTHS; i++) {
    uint32_t length = i % NLENGTHS;
    int64_t from = first - LENGTHS[length];
    sqlite3_stmt *s =
        db_query(db,
                 "SELECT document, day_from, day_to, types FROM block WHERE block = ? AND day_from >= ?"
                 " AND day_from <= ? AND day_to >= ?",
                 "iiii", drawer_of(d.at[i / NLENGTHS], length), from < earliest ? earliest : from, last, first);
    while (db_row(db, s))
      if (days_meet(item, sqlite3_column_int64(s, 1), sqlite3_column_int64(s, 2)) && kin(item, db_text(s, 3)))
        vec_push(&out->list, &k->ledger->batch, sqlite3_column_int64(s, 0));
  }
  ids_sort(out);
}

static void add_item(Linking *k, int64_t document, const Filed *own, uint32_t at) {
  const LinkItem *item = &own->items.list.at[at];
  Keys keys = keys_of(item);
  Ids candidates = {0};
  vec_push(&k->seeds.list, &k->ledger->batch, own->rows[at]);
  find_candidates(k, item, &candidates);
  /* Its own document first: it may not be filed yet. */
  for (uint32_t j = 0; j < own->items.list.n; j++)
    if (j != at) compare(k, own->rows[at], item, &keys, own->rows[j], &own->items.list.at[j]);
  for (uint32_t i = 0; i < candidates.list.n && db_ok(&k->ledger->db); i++) {
    const Filed *other = candidates.list.at[i] == document ? NULL : filed_get(k, candidates.list.at[i]);
    for (uint32_t j = 0; other && j < other->items.list.n; j++)
      compare(k, own->rows[at], item, &keys, other->rows[j], &other->items.list.at[j]);
  }
  file_item(k->ledger, document, item);
}

static void add_document(Linking *k, int64_t document) {
  const Loaded *loaded = linking_load(k, document);
  const Filed *own = loaded ? filed_put(k, loaded) : NULL;
  for (uint32_t i = 0; own && i < own->items.list.n; i++) add_item(k, document, own, i);
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
