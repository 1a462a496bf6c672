/* Records come back from their JSON. Their ids become keys of the ledger, since two documents
 * of one text share the ids that the coder gives, and so do the ids in `part_of`. */
#include "ledger/document/loaded.h"

#include "ledger/document/decided.h"
#include "record/json.h"

typedef struct Reading {
  VEC(Record) records;
  VEC(int64_t) rows;
  VEC(Str) rids;
  VEC(bool) corrected;
  VEC(Str) incidents;
} Reading;

#define RECORDS_OF                                                                       \
  "SELECT id, key, rid, json, status = 'corrected', incident FROM record WHERE coding =" \
  " (SELECT coding FROM document WHERE id = ?) AND status <> 'rejected'"
#define IN_TEXT_ORDER " ORDER BY trigger_start, key"

static const char ALL_RECORDS[] = RECORDS_OF IN_TEXT_ORDER;
static const char OF_INCIDENT[] = RECORDS_OF " AND incident = ?" IN_TEXT_ORDER;
static const char OF_INCIDENTS[] = RECORDS_OF " AND incident IS NOT NULL" IN_TEXT_ORDER;
static const char SUMS[] = RECORDS_OF " AND kind IN ('tally', 'trend')" IN_TEXT_ORDER;

static void read_records(Ledger *l, Arena *arena, sqlite3_stmt *s, Reading *out) {
  while (db_row(&l->db, s)) {
    Record r;
    ErrorInfo info;
    if (json_read_record(arena, db_text(s, 3), &r, &info)) {
      db_fail_with(&l->db, ERROR_DATA, "a record in it cannot be read; it is damaged, or was changed by hand");
      continue;
    }
    r.id = db_keep(arena, s, 1);
    vec_push(&out->rids, arena, db_keep(arena, s, 2));
    vec_push(&out->rows, arena, sqlite3_column_int64(s, 0));
    vec_push(&out->incidents, arena, db_keep(arena, s, 5));
    vec_push(&out->corrected, arena, sqlite3_column_int(s, 4) != 0);
    vec_push(&out->records, arena, r);
  }
}

static void point_to_keys(const Reading *in) {
  for (uint32_t i = 0; i < in->records.n; i++) {
    if (!in->records.at[i].part_of.n) continue;
    for (uint32_t k = 0; k < in->rids.n; k++)
      if (str_eq(in->records.at[i].part_of, in->rids.at[k])) {
        in->records.at[i].part_of = in->records.at[k].id;
        break;
      }
  }
}

#define HEAD(text, more)                                                               \
  "SELECT d.key, d.given, d.outlet, d.published, v.voice, c.clashes, d.current, " text \
  " FROM document d JOIN text v INDEXED BY text_of_voice ON v.id = d.text" more        \
  " JOIN coding c ON c.id = d.coding WHERE d.id = ?"

/* The text into an arena of its own. A row is read as far as it is asked for, and a text lies behind it. */
static const char WITH_TEXT[] = HEAD("t.body", " JOIN text t ON t.id = d.text");
/* What tells two texts apart, and is shorter. */
static const char WITHOUT_TEXT[] = HEAD("CAST(d.text AS TEXT)", "");

static bool read_head(Ledger *l, Arena *arena, Arena *text, const char *sql, int64_t id, Loaded *out) {
  sqlite3_stmt *s = db_query(&l->db, sql, "i", id);
  if (!db_row(&l->db, s)) return false;
  *out = (Loaded){.id = id,
                  .key = db_keep(arena, s, 0),
                  .given = db_keep(arena, s, 1),
                  .outlet = db_keep(arena, s, 2),
                  .published = db_keep(arena, s, 3),
                  .voice = sqlite3_column_int64(s, 4),
                  .clashes = db_keep(arena, s, 5),
                  .current = sqlite3_column_int(s, 6) != 0,
                  .text = db_keep(text, s, 7)};
  db_done(s);
  return true;
}

static void fill_from(Ledger *l, Arena *arena, sqlite3_stmt *s, Loaded *out) {
  Reading in = {0};
  read_records(l, arena, s, &in);
  point_to_keys(&in);
  for (uint32_t i = 0; i < in.records.n; i++)
    if (in.corrected.at[i]) decided_correct(l, arena, in.rows.at[i], &in.records.at[i]);
  out->records = in.records.at;
  out->rows = in.rows.at;
  out->incidents = in.incidents.at;
  out->nrecords = in.records.n;
}

static void fill(Ledger *l, Arena *arena, const char *sql, Loaded *out) {
  fill_from(l, arena, db_query(&l->db, sql, "i", out->id), out);
}

const Loaded *loaded_of_incident(Ledger *l, Arena *arena, int64_t id, Str incident) {
  Loaded *out = ARENA_NEW(arena, Loaded);
  if (!out || !read_head(l, arena, arena, WITH_TEXT, id, out)) return NULL;
  if (out->current) fill_from(l, arena, db_query(&l->db, OF_INCIDENT, "it", id, incident), out);
  return out;
}

static const Loaded *with_text(Ledger *l, Arena *arena, const char *records, int64_t id) {
  Loaded *out = ARENA_NEW(arena, Loaded);
  if (!out || !read_head(l, arena, arena, WITH_TEXT, id, out)) return NULL;
  if (out->current) fill(l, arena, records, out);
  return out;
}

const Loaded *loaded_read(Ledger *l, Arena *arena, int64_t id) { return with_text(l, arena, ALL_RECORDS, id); }

const Loaded *loaded_told(Ledger *l, Arena *arena, int64_t id) { return with_text(l, arena, OF_INCIDENTS, id); }

static const Loaded *without_text(Ledger *l, Arena *arena, const char *records, int64_t id) {
  Loaded *out = ARENA_NEW(arena, Loaded);
  if (!out || !read_head(l, arena, arena, WITHOUT_TEXT, id, out)) return NULL;
  out->clashes = STR("");
  if (out->current) fill(l, arena, records, out);
  return out;
}

const Loaded *loaded_brief(Ledger *l, Arena *arena, int64_t id) { return without_text(l, arena, ALL_RECORDS, id); }

const Loaded *loaded_brief_told(Ledger *l, Arena *arena, int64_t id) {
  return without_text(l, arena, OF_INCIDENTS, id);
}

const Loaded *loaded_sums(Ledger *l, Arena *arena, int64_t id) { return without_text(l, arena, SUMS, id); }

const Loaded *loaded_version(Ledger *l, Arena *arena, int64_t id) {
  Loaded *out = ARENA_NEW(arena, Loaded);
  if (!out || !read_head(l, arena, arena, WITH_TEXT, id, out)) return NULL;
  fill(l, arena, ALL_RECORDS, out);
  return out;
}

static const void *keep_array(Arena *arena, const void *from, uint32_t n, size_t size) {
  void *to = n ? arena_array(arena, n, size, 16) : NULL;
  return to ? memcpy(to, from, n * size) : NULL;
}

/* Items hold hashes of the text's words and not the text, and what they point to is in the
 * records: what else was needed to make them is many times larger, and is let go. */
static void keep_words(Arena *arena, Wording *wording) {
  wording->words = keep_array(arena, wording->words, wording->n, sizeof *wording->words);
  if (!wording->words) *wording = (Wording){0};
}

static void keep_items(Arena *arena, const LinkItems *items, LinkItems *out) {
  Wording opening = items->list.n ? items->list.at[0].opening : (Wording){0};
  keep_words(arena, &opening);
  link_items_room(arena, out, items->list.n);
  for (uint32_t i = 0; i < items->list.n; i++) {
    LinkItem item = items->list.at[i];
    item.records = keep_array(arena, item.records, item.nrecords, sizeof(Record *));
    keep_words(arena, &item.words);
    keep_words(arena, &item.beside);
    item.opening = opening;
    if (!item.records) item.nrecords = 0;
    vec_push(&out->list, arena, item);
  }
}

static Loaded *read_items(Ledger *l, int64_t id, const LinkDecision *decisions, uint32_t n) {
  Arena *arena = &l->batch;
  Loaded *out = ARENA_NEW(arena, Loaded);
  arena_reset(&l->text);
  if (!out || !read_head(l, arena, &l->text, WITH_TEXT, id, out)) return NULL;
  if (out->current) fill(l, arena, ALL_RECORDS, out);
  LinkItems items = {0};
  link_items(&l->text, out->records, out->nrecords, out->key, out->published, out->text, decisions, n, &items);
  keep_items(arena, &items, &out->items);
  out->text = STR("");
  if (!arena_ok(&l->text)) db_fail_with(&l->db, ERROR_MEMORY, "out of memory");
  return out;
}

const Loaded *loaded_get(Ledger *l, RowMap *set, int64_t id, const LinkDecision *decisions, uint32_t n) {
  void **slot = row_map_slot(&l->batch, set, id);
  if (slot && !*slot) *slot = read_items(l, id, decisions, n);
  return slot ? *slot : NULL;
}

CheckDoc loaded_check(Arena *arena, const Loaded *l) {
  CheckDoc doc = {.id = l->given,
                  .published = l->published,
                  .outlet = l->outlet,
                  .text = l->text,
                  .records = l->records,
                  .nrecords = l->nrecords};
  doc.copies = (uint32_t)l->voice;
  doc.clashes = coded_clashes(arena, l->clashes, l->text, &doc.nclashes);
  return doc;
}
