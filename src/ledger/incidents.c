/* Only what pairs join to the touched documents, however many steps away, can change by them:
 * that part alone is clustered anew, with the decisions on it. So no order or batch of ingest
 * comes to other incidents than another, and a batch costs what it touches. The part is clustered
 * by its items as they are filed (filed.h); records are read, and rows and findings made, only
 * of those incidents that a touched document is in or that gained or lost a member.
 *
 * An incident's row holds what lists filter by: the type most records give, the shortest time,
 * the most exact place, and of tolls the range over all sources. What each source says stays
 * in its records. */
#include "ledger/incidents.h"

#include <math.h>

#include "base/hash.h"
#include "ledger/filed.h"
#include "ledger/findings.h"

typedef struct Part {
  Linking *k;
  RowMap map; /* row of a record → uint32_t: the item */
  VEC(const LinkItem *) items;
  VEC(int64_t) documents; /* [items.n] */
  VEC(int64_t) rows;      /* [items.n] */
  VEC(Str) were;          /* [items.n] the incident it was of */
  VEC(LinkPair) pairs;
  VEC(Str) old;    /* incidents of the part's records before */
  RowMap touched;  /* documents */
  RowMap decided;  /* documents with a record that a decision joins or splits */
  RowMap changed;  /* hashes of incidents to be written */
  RowMap items_of; /* document → uint32_t: its items in the part */
} Part;

/* What an incident's row is made of. */
typedef struct Member {
  const Loaded *document;
  const LinkItem *item;
} Member;

typedef struct Members {
  Str id; /* of the incident */
  Member *at;
  uint32_t n;
} Members;

static void put_in(Part *p, RowMap *set, int64_t row) {
  void **slot = row_map_slot(&p->k->ledger->batch, set, row);
  if (slot) *slot = p;
}

/* Two ids of one hash are both written: no harm. */
static int64_t hash_of(Str id) { return (int64_t)(hash64(id.p, id.n) | 1); }

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

/* ---- an incident's row ---- */

typedef struct Sum {
  Str type, time;
  Period when;
  const Place *place;
  uint32_t type_votes;
  int64_t killed[2], injured[2]; /* least, most; DB_NONE: not told, open */
  uint32_t killed_told, injured_told, records, documents, outlets, voices, reviewed, corrected;
} Sum;

static uint32_t votes_for(const Members *in, Str type) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < in->n; i++)
    for (uint32_t r = 0; r < in->at[i].item->nrecords; r++) n += str_eq(in->at[i].item->records[r]->type, type);
  return n;
}

static void add_type(const Members *in, const Record *r, Sum *sum) {
  uint32_t votes = votes_for(in, r->type);
  if (votes < sum->type_votes || (votes == sum->type_votes && str_cmp(r->type, sum->type) >= 0)) return;
  sum->type = r->type;
  sum->type_votes = votes;
}

static int64_t days_of(Period p) { return (int64_t)p.to - p.from; }

static void add_time(const Record *r, Sum *sum) {
  Period when = period_of(r->time);
  if (!r->time.n) return;
  bool better = !sum->time.n || (when.known && !sum->when.known);
  if (!better && when.known == sum->when.known) {
    int64_t more = when.known ? days_of(when) - days_of(sum->when) : 0;
    better = more < 0 || (more == 0 && str_cmp(r->time, sum->time) < 0);
  }
  if (!better) return;
  sum->time = r->time;
  sum->when = when;
}

static int exactness(const Place *p) { return p->id.n ? p->precision ? p->precision : 8 : 9; }

static void add_places(const Record *r, Sum *sum) {
  for (uint32_t i = 0; i < r->nplaces; i++) {
    const Place *p = &r->places[i];
    int more = sum->place ? exactness(p) - exactness(sum->place) : -1;
    if (more < 0 || (more == 0 && str_cmp(p->id, sum->place->id) < 0)) sum->place = p;
  }
}

static void add_toll(Db *db, int64_t row, const char *sql, int64_t range[2], uint32_t *told) {
  sqlite3_stmt *s = db_query(db, sql, "i", row);
  if (!db_row(db, s)) return;
  int64_t min = sqlite3_column_int64(s, 0), max = sqlite3_column_int64(s, 1);
  bool none = sqlite3_column_type(s, 0) == SQLITE_NULL, open = sqlite3_column_type(s, 1) == SQLITE_NULL;
  db_done(s);
  if (none) return;
  if (!*told || min < range[0]) range[0] = min;
  if (open || (*told && range[1] == DB_NONE))
    range[1] = DB_NONE;
  else if (!*told || max > range[1])
    range[1] = max;
  ++*told;
}

static int64_t row_of(const Loaded *loaded, const Record *r) {
  for (uint32_t i = 0; i < loaded->nrecords; i++)
    if (str_eq(loaded->records[i].id, r->id)) return loaded->rows[i];
  return 0;
}

static void add_record(Part *p, const Members *in, const Loaded *loaded, const Record *r, Sum *sum) {
  Db *db = &p->k->ledger->db;
  int64_t row = row_of(loaded, r);
  sum->records++;
  add_type(in, r, sum);
  add_time(r, sum);
  add_places(r, sum);
  add_toll(db, row, "SELECT killed_min, killed_max FROM record WHERE id = ?", sum->killed, &sum->killed_told);
  add_toll(db, row, "SELECT injured_min, injured_max FROM record WHERE id = ?", sum->injured, &sum->injured_told);
  sqlite3_stmt *s = db_query(db, "SELECT status, incident FROM record WHERE id = ?", "i", row);
  if (!db_row(db, s)) return;
  sum->corrected += str_eq(db_text(s, 0), STR("corrected"));
  sum->reviewed += !str_eq(db_text(s, 0), STR("machine-coded"));
  Str old = db_keep(&p->k->ledger->batch, s, 1);
  db_done(s);
  if (str_eq(old, in->id)) return;
  if (old.n) vec_push(&p->old, &p->k->ledger->batch, old);
  db_run(db, "UPDATE record SET incident = ? WHERE id = ?", "ti", in->id, row);
}

/* Is the document, its outlet, its voice the first of its like among the members? */
static void add_document(const Members *in, uint32_t i, Sum *sum) {
  const Loaded *d = in->at[i].document;
  bool document = true, outlet = true, voice = true;
  for (uint32_t k = 0; k < i; k++) {
    const Loaded *o = in->at[k].document;
    document &= o != d;
    voice &= o->voice != d->voice;
    outlet &= o != d && (!d->outlet.n || !str_eq(o->outlet, d->outlet));
  }
  sum->documents += document;
  sum->outlets += outlet;
  sum->voices += voice;
}

static void write_row(Part *p, const Members *in, const Sum *sum) {
  static const Place nowhere = {.lat = NAN, .lon = NAN};
  const Place *place = sum->place ? sum->place : &nowhere;
  const char *status = sum->reviewed < sum->records ? "machine-coded" : sum->corrected ? "corrected" : "reviewed";
  bool from = sum->when.known && sum->when.from != INT32_MIN, to = sum->when.known && sum->when.to != INT32_MAX;
  db_run(&p->k->ledger->db,
         "INSERT INTO incident (id, type, time, day_from, day_to, place, place_name, country, admin1, lat,"
         " lon, precision, killed_min, killed_max, injured_min, injured_max, records, documents, outlets, voices,"
         " status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
         " ON CONFLICT DO UPDATE SET type = excluded.type, time = excluded.time, day_from = excluded.day_from,"
         " day_to = excluded.day_to, place = excluded.place, place_name = excluded.place_name,"
         " country = excluded.country, admin1 = excluded.admin1, lat = excluded.lat, lon = excluded.lon,"
         " precision = excluded.precision, killed_min = excluded.killed_min, killed_max = excluded.killed_max,"
         " injured_min = excluded.injured_min, injured_max = excluded.injured_max, records = excluded.records,"
         " documents = excluded.documents, outlets = excluded.outlets, voices = excluded.voices,"
         " status = excluded.status",
         "ttnoonnnnddoooooiiiit", in->id, sum->type, sum->time, from ? (int64_t)sum->when.from : DB_NONE,
         to ? (int64_t)sum->when.to : DB_NONE, place->id, place->name.n ? place->name : place->quote.text,
         place->country, place->admin1, place->lat, place->lon, place->precision ? (int64_t)place->precision : DB_NONE,
         sum->killed_told ? sum->killed[0] : DB_NONE, sum->killed_told ? sum->killed[1] : DB_NONE,
         sum->injured_told ? sum->injured[0] : DB_NONE, sum->injured_told ? sum->injured[1] : DB_NONE,
         (int64_t)sum->records, (int64_t)sum->documents, (int64_t)sum->outlets, (int64_t)sum->voices, str_of(status));
}

/* Of a document that nothing touched and that has one happening in the part, that happening's records are
 * those of its incident before: neither the others need be read nor the text, which is most of what a
 * document costs. */
static Member member_alone(Part *p, uint32_t at) {
  Ledger *l = p->k->ledger;
  const Loaded *loaded = loaded_brief_of_incident(l, &l->batch, p->documents.at[at], p->were.at[at]);
  LinkItem *item = ARENA_NEW(&l->batch, LinkItem);
  const Record **records = loaded ? ARENA_ARRAY(&l->batch, const Record *, loaded->nrecords + 1) : NULL;
  if (!item || !records || !loaded->nrecords) return (Member){0};
  for (uint32_t i = 0; i < loaded->nrecords; i++) records[i] = &loaded->records[i];
  *item = (LinkItem){.records = records, .nrecords = loaded->nrecords};
  return (Member){loaded, item};
}

static Member member_of(Part *p, uint32_t at) {
  int64_t document = p->documents.at[at];
  const uint32_t *items = row_map_get(&p->items_of, document);
  bool known = row_map_get(&p->touched, document) || row_map_get(&p->decided, document);
  if (items && *items == 1 && !known && p->were.at[at].n) {
    Member alone = member_alone(p, at);
    if (alone.item) return alone;
  }
  const Loaded *loaded = linking_load(p->k, document);
  return (Member){loaded, loaded ? item_with(loaded, p->rows.at[at]) : NULL};
}

static Members members_of(Part *p, const LinkIncident *in) {
  Members out = {.id = in->id, .at = ARENA_ARRAY(&p->k->ledger->batch, Member, in->nmembers + 1)};
  for (uint32_t i = 0; out.at && i < in->nmembers; i++) {
    Member member = member_of(p, in->members[i]);
    if (member.item) out.at[out.n++] = member;
  }
  return out;
}

static void count_items(Part *p) {
  Arena *arena = &p->k->ledger->batch;
  for (uint32_t i = 0; i < p->documents.n; i++) {
    void **slot = row_map_slot(arena, &p->items_of, p->documents.at[i]);
    if (slot && !*slot) *slot = ARENA_NEW(arena, uint32_t);
    if (slot && *slot) ++*(uint32_t *)*slot;
  }
}

/* Its row, and its records' way to it; the number of its documents. */
static uint32_t write_incident(Part *p, const LinkIncident *in) {
  Sum sum = {0};
  Members all = members_of(p, in);
  for (uint32_t i = 0; i < all.n; i++) {
    const Member *m = &all.at[i];
    for (uint32_t r = 0; r < m->item->nrecords; r++) add_record(p, &all, m->document, m->item->records[r], &sum);
    add_document(&all, i, &sum);
  }
  write_row(p, &all, &sum);
  return sum.documents;
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
  count_items(p);
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
  review_links(l, &l->batch, &k.decisions);
  for (uint32_t i = 0; i < k.decisions.documents.n; i++) put_in(&p, &p.decided, k.decisions.documents.at[i]);
  pairs_refile(&k);
  for (uint32_t i = 0; i < k.touched.list.n; i++) pairs_remove(&k, k.touched.list.at[i]);
  for (uint32_t i = 0; i < k.touched.list.n; i++) note_old(&p, k.touched.list.at[i]);
  pairs_add_all(&k);
  /* The list grows as it is gone through. */
  for (uint32_t i = 0; i < k.seeds.list.n && db_ok(&l->db); i++) take_row(&p, k.seeds.list.at[i]);
  collect_pairs(&p);
  write_changed(&p);
  drop_old(&p);
}
