/* Only what pairs join to the touched documents, however many steps away, can change by them:
 * that part alone is clustered anew, with the decisions on it. So no order or batch of ingest
 * comes to other incidents than another, and a batch costs what it touches. The part is clustered
 * by its items as they are filed (filed.h); records are read, and rows and findings made, only
 * of those incidents that a touched document is in or that gained or lost a member. */
#include "ledger/incident/incidents.h"

#include "base/hash.h"
#include "ledger/finding/findings.h"
#include "ledger/incident/filed.h"
#include "ledger/incident/incident_row.h"

typedef struct Part {
  Linking *k;
  RowMap map; /* row of a record → uint32_t: the item */
  VEC(const LinkItem *) items;
  VEC(int64_t) documents; /* [items.n] */
  VEC(int64_t) rows;      /* [items.n] */
  VEC(Str) were;          /* [items.n] the incident it was of */
  VEC(LinkPair) pairs;
  VEC(Str) old;          /* incidents of the part's records before */
  RowMap touched;        /* documents */
  RowMap decided;        /* documents with a record that a decision joins or splits */
  RowMap changed;        /* hashes of incidents to be written */
  RowMap items_of;       /* document → uint32_t: the last of its items in the part, + 1 */
  VEC(uint32_t) earlier; /* [items.n] the item of the same document before it, + 1; 0: none */
} Part;

static void put_in(Part *p, RowMap *set, int64_t row) {
  void **slot = row_map_slot(&p->k->ledger->batch, set, row);
  if (slot) *slot = p;
}

/* Two ids of one hash are both written: no harm. */
static int64_t hash_of(Str id) { return (int64_t)(hash64(id.p, id.n) | 1); }

static int64_t row_of(const Loaded *loaded, const Record *r) {
  for (uint32_t i = 0; i < loaded->nrecords; i++)
    if (str_eq(loaded->records[i].id, r->id)) return loaded->rows[i];
  return 0;
}

/* ---- the part that can change ---- */

static const LinkItem *item_with(const Loaded *loaded, int64_t row) {
  const Record *record = NULL;
  for (uint32_t i = 0; i < loaded->nrecords; i++)
    if (loaded->rows[i] == row) record = &loaded->records[i];
  for (uint32_t i = 0; record && i < loaded->items.list.n; i++) {
    const LinkItem *item = &loaded->items.list.at[i];
    for (uint32_t r = 0; r < item->nrecords; r++)
      if (str_eq(item->records[r]->id, record->id)) return item;
  }
  return NULL;
}

static void push_row(Part *p, int64_t row) { vec_push(&p->k->seeds.list, &p->k->ledger->batch, row); }

static void push_neighbours(Part *p, int64_t row) {
  Db *db = &p->k->ledger->db;
  sqlite3_stmt *s = db_query(db, "SELECT b FROM pair WHERE a = ?1 UNION ALL SELECT a FROM pair WHERE b = ?1", "i", row);
  while (db_row(db, s)) push_row(p, sqlite3_column_int64(s, 0));
}

/* A decision names records, not the items that they are in. */
static void push_decided(Part *p, const Loaded *loaded, const LinkItem *item) {
  const LinkDecisions *d = &p->k->decisions;
  for (uint32_t i = 0; i < d->rows.n; i++) {
    const LinkItem *in = item_with(loaded, d->rows.at[i]);
    if (in == item) push_row(p, d->rows.at[i ^ 1]);
  }
}

typedef struct Found {
  const LinkItem *item; /* NULL: none */
  int64_t row;          /* of the record that it is named by */
} Found;

/* The item that the record is in. As it is filed where that will do: one that is filed has no
 * records by whose ids a decision could be held against it, and is known by one row alone. */
static Found find_item(Part *p, int64_t document, int64_t row) {
  const Filed *filed = row_map_get(&p->decided, document) ? NULL : filed_get(p->k, document);
  for (uint32_t i = 0; filed && i < filed->items.list.n; i++)
    if (filed->rows[i] == row) return (Found){&filed->items.list.at[i], row};
  const Loaded *loaded = linking_load(p->k, document);
  Found found = {.item = loaded ? item_with(loaded, row) : NULL};
  if (found.item) found.row = linking_row(loaded, found.item);
  return found;
}

static void take_row(Part *p, int64_t row) {
  Ledger *l = p->k->ledger;
  if (row_map_get(&p->map, row)) return;
  sqlite3_stmt *s = db_query(&l->db, "SELECT document, incident FROM record WHERE id = ?", "i", row);
  if (!db_row(&l->db, s)) return;
  int64_t document = sqlite3_column_int64(s, 0);
  Str incident = db_keep(&l->batch, s, 1);
  db_done(s);
  Found found = find_item(p, document, row);
  void **slot = found.row ? row_map_slot(&l->batch, &p->map, found.row) : NULL;
  uint32_t *number = slot && !*slot ? ARENA_NEW(&l->batch, uint32_t) : NULL;
  if (!number) return;
  *number = p->items.n;
  *slot = number;
  vec_push(&p->items, &l->batch, found.item);
  vec_push(&p->documents, &l->batch, document);
  vec_push(&p->rows, &l->batch, found.row);
  vec_push(&p->were, &l->batch, incident); /* all records of an item are of one */
  push_neighbours(p, found.row);
  if (row_map_get(&p->decided, document)) push_decided(p, linking_load(p->k, document), found.item);
}

static void collect_pairs(Part *p) {
  Db *db = &p->k->ledger->db;
  for (uint32_t i = 0; i < p->items.n; i++) {
    sqlite3_stmt *s = db_query(db, "SELECT b, points FROM pair WHERE a = ?", "i", p->rows.at[i]);
    while (db_row(db, s)) {
      const uint32_t *other = row_map_get(&p->map, sqlite3_column_int64(s, 0));
      if (!other) continue;
      LinkPair pair = {i < *other ? i : *other, i < *other ? *other : i, (int32_t)sqlite3_column_int(s, 1)};
      vec_push(&p->pairs, &p->k->ledger->batch, pair);
    }
  }
}

/* ---- an incident's members ---- */

/* Was no other happening of its document in its incident? */
static bool was_alone(const Part *p, uint32_t at) {
  const uint32_t *last = row_map_get(&p->items_of, p->documents.at[at]);
  for (uint32_t i = last ? *last : 0; i; i = p->earlier.at[i - 1])
    if (i - 1 != at && str_eq(p->were.at[i - 1], p->were.at[at])) return false;
  return last && p->were.at[at].n;
}

/* Of a document that nothing touched and that had one happening in an incident, that happening's records are
 * those of its incident before: neither the others need be read nor the text, which is most of what a
 * document costs. */
static bool take_alone(Part *p, uint32_t at, IncidentMember *member) {
  int64_t document = p->documents.at[at];
  bool known = row_map_get(&p->touched, document) || row_map_get(&p->decided, document);
  return !known && was_alone(p, at) && incident_member_of(p->k->ledger, document, p->were.at[at], member);
}

/* Of one that a worker put together. */
static bool take_linked(Part *p, uint32_t at, IncidentMember *member) {
  const Linked *linked = row_map_get(&p->k->ledger->linked, p->documents.at[at]);
  for (uint32_t i = 0; linked && i < linked->items.list.n; i++)
    if (linked->rows[i] == p->rows.at[at])
      return incident_member_with(p->k->ledger, p->documents.at[at], linked->records[i].at, linked->records[i].n,
                                  member);
  return false;
}

static bool take_loaded(Part *p, uint32_t at, IncidentMember *member) {
  const Loaded *loaded = linking_load(p->k, p->documents.at[at]);
  const LinkItem *item = loaded ? item_with(loaded, p->rows.at[at]) : NULL;
  int64_t *rows = item ? ARENA_ARRAY(&p->k->ledger->batch, int64_t, item->nrecords + (size_t)1) : NULL;
  if (!rows) return false;
  for (uint32_t i = 0; i < item->nrecords; i++) rows[i] = row_of(loaded, item->records[i]);
  return incident_member_with(p->k->ledger, loaded->id, rows, item->nrecords, member);
}

static IncidentMembers members_of(Part *p, const LinkIncident *in) {
  IncidentMembers out = {.id = in->id, .at = ARENA_ARRAY(&p->k->ledger->batch, IncidentMember, in->nmembers + 1)};
  for (uint32_t i = 0; out.at && i < in->nmembers; i++) {
    IncidentMember member;
    uint32_t at = in->members[i];
    if (!take_alone(p, at, &member) && !take_linked(p, at, &member) && !take_loaded(p, at, &member)) continue;
    member.place = p->items.at[at]->exact;
    out.at[out.n++] = member;
  }
  return out;
}

static void chain_items(Part *p) {
  Arena *arena = &p->k->ledger->batch;
  for (uint32_t i = 0; i < p->documents.n; i++) {
    void **slot = row_map_slot(arena, &p->items_of, p->documents.at[i]);
    if (slot && !*slot) *slot = ARENA_NEW(arena, uint32_t);
    uint32_t *last = slot ? *slot : NULL;
    if (!last || !vec_push(&p->earlier, arena, *last)) return;
    *last = i + 1;
  }
}

static void move_records(Part *p, const IncidentMembers *all) {
  Ledger *l = p->k->ledger;
  for (uint32_t i = 0; i < all->n; i++)
    for (uint32_t r = 0; r < all->at[i].nrecords; r++) {
      const IncidentRecord *record = &all->at[i].records[r];
      if (str_eq(record->incident, all->id)) continue;
      if (record->incident.n) vec_push(&p->old, &l->batch, record->incident);
      db_run(&l->db, "UPDATE record SET incident = ? WHERE id = ?", "ti", all->id, record->row);
    }
}

/* Its row, and its records' way to it; the number of its documents where there may be findings between them. */
static uint32_t write_incident(Part *p, const LinkIncident *in) {
  IncidentMembers all = members_of(p, in);
  const LinkItem **items = ARENA_ARRAY(&p->k->ledger->batch, const LinkItem *, in->nmembers + 1);
  move_records(p, &all);
  uint32_t documents = incident_write(p->k->ledger, &all);
  if (!items) return 0;
  for (uint32_t i = 0; i < in->nmembers; i++) items[i] = p->items.at[in->members[i]];
  return documents > 1 && !findings_promised(items, in->nmembers) ? 1 : documents;
}

static void mark_one(Part *p, Str id) {
  Ledger *l = p->k->ledger;
  if (!id.n || row_map_get(&p->changed, hash_of(id))) return;
  put_in(p, &p->changed, hash_of(id));
  if (l->decision) db_run(&l->db, "INSERT INTO moved (decision, incident) VALUES (?, ?)", "it", l->decision, id);
}

/* An incident stays as it is where nothing joined it, nothing left it, and no document of its
 * was touched. */
static void mark_changed(Part *p, const LinkIncidents *all) {
  for (uint32_t i = 0; i < p->old.n; i++) mark_one(p, p->old.at[i]);
  for (uint32_t i = 0; i < all->n; i++)
    for (uint32_t m = 0; m < all->at[i].nmembers; m++) {
      uint32_t at = all->at[i].members[m];
      bool touched = row_map_get(&p->touched, p->documents.at[at]) != NULL;
      if (!touched && str_eq(p->were.at[at], all->at[i].id)) continue;
      mark_one(p, all->at[i].id);
      mark_one(p, p->were.at[at]);
    }
}

/* ---- the whole ---- */

/* What is new in this transaction has nothing yet that could be taken out. */
static bool is_new(const Ledger *l, int64_t document) { return l->first_new && document >= l->first_new; }

static void note_old(Part *p, int64_t document) {
  Db *db = &p->k->ledger->db;
  sqlite3_stmt *s =
      db_query(db, "SELECT DISTINCT incident FROM record WHERE document = ? AND incident IS NOT NULL", "i", document);
  while (db_row(db, s)) {
    Str old = db_keep(&p->k->ledger->batch, s, 0);
    vec_push(&p->old, &p->k->ledger->batch, old);
  }
  db_run(db, "UPDATE record SET incident = NULL WHERE document = ? AND (current = 0 OR status = 'rejected')", "i",
         document);
}

static void take_out_old(Part *p) {
  const Ids *touched = &p->k->touched;
  for (uint32_t i = 0; i < touched->list.n; i++)
    if (!is_new(p->k->ledger, touched->list.at[i])) pairs_remove(p->k, touched->list.at[i]);
  for (uint32_t i = 0; i < touched->list.n; i++)
    if (!is_new(p->k->ledger, touched->list.at[i])) note_old(p, touched->list.at[i]);
}

static void drop_old(Part *p) {
  Db *db = &p->k->ledger->db;
  for (uint32_t i = 0; i < p->old.n; i++) {
    if (db_number(db, "SELECT 1 FROM record WHERE incident = ? LIMIT 1", "t", p->old.at[i]) == 1) continue;
    db_run(db, "DELETE FROM incident WHERE id = ?", "t", p->old.at[i]);
    findings_of_incident(p->k->ledger, p->old.at[i], 0, NULL, 0);
  }
}

/* In a row, once their number is known: they are large. */
static const LinkItem *items_in_row(const Part *p) {
  LinkItem *out = ARENA_ARRAY(&p->k->ledger->batch, LinkItem, p->items.n ? p->items.n : 1);
  for (uint32_t i = 0; out && i < p->items.n; i++) out[i] = *p->items.at[i];
  return out;
}

static void write_changed(Part *p) {
  const Linking *k = p->k;
  const LinkItem *items = items_in_row(p);
  if (!items) return;
  LinkIncidents all = link_clusters(&k->ledger->batch, items, p->items.n, p->pairs.at, p->pairs.n, k->decisions.list.at,
                                    k->decisions.list.n, NULL);
  mark_changed(p, &all);
  chain_items(p);
  uint32_t *documents = ARENA_ARRAY(&k->ledger->batch, uint32_t, all.n ? all.n : 1);
  for (uint32_t i = 0; documents && i < all.n && db_ok(&k->ledger->db); i++)
    if (row_map_get(&p->changed, hash_of(all.at[i].id))) documents[i] = write_incident(p, &all.at[i]);
  /* Only now has every record left the incident it was in before. */
  for (uint32_t i = 0; documents && i < all.n && db_ok(&k->ledger->db); i++)
    if (documents[i])
      findings_of_incident(k->ledger, all.at[i].id, documents[i], k->decisions.list.at, k->decisions.list.n);
}

void incidents_update(Ledger *l) {
  Linking k = {.ledger = l, .shelf = &l->batch};
  Part p = {.k = &k};
  if (!l->touched.n || !db_ok(&l->db)) return;
  for (uint32_t i = 0; i < l->touched.n; i++) vec_push(&k.touched.list, &l->batch, l->touched.at[i]);
  ids_sort(&k.touched);
  for (uint32_t i = 0; i < k.touched.list.n; i++) put_in(&p, &p.touched, k.touched.list.at[i]);
  decided_links(l, &l->batch, &k.decisions);
  for (uint32_t i = 0; i < k.decisions.documents.n; i++) {
    put_in(&p, &p.decided, k.decisions.documents.at[i]);
    ledger_relink(l, k.decisions.documents.at[i]);
  }
  pairs_refile(&k);
  take_out_old(&p);
  pairs_add_all(&k);
  /* The list grows as it is gone through. */
  for (uint32_t i = 0; i < k.seeds.list.n && db_ok(&l->db); i++) take_row(&p, k.seeds.list.at[i]);
  collect_pairs(&p);
  write_changed(&p);
  drop_old(&p);
}
