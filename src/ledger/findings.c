/* The findings are pure functions over documents (check floor); here they are given what
 * belongs together and their answers are kept, each with the scope that made it, so that the
 * scope can be looked at anew when something in it changes.
 *
 *   document   kinds that look at one document, run where it is coded
 *   incident   one incident told by several documents: numbers, status, authors
 *   across     tallies and trends of all documents, persons killed twice, and each tally with
 *              the events that it may sum up */
#include "ledger/findings.h"

#include "base/hash.h"
#include "ledger/loaded.h"
#include "ledger/review.h"
#include "ledger/tellings.h"
#include "record/json.h"

enum { INCIDENT_DOCUMENTS = 200 };

static const size_t ACROSS_BUDGET = (size_t)4 << 30;

static const char *const INCIDENT_KINDS[] = {"relay", "disagree", "status", "blame", "lone", "corroborated"};
static const char *const SUM_KINDS[] = {"trend", "tally"};
static const char *const PERSON_KINDS[] = {"again"};
static const char *const TALLY_KINDS[] = {"shortfall"};

static Str list_json(Arena *arena, const Str *at, uint32_t n) {
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  for (uint32_t i = 0; i < n; i++) {
    writer_byte(&w, i ? ',' : '[');
    json_put_str(&w, at[i]);
  }
  writer_put(&w, n ? STR("]") : STR("[]"));
  return buffer_str(&buffer);
}

static void put(Ledger *l, Arena *arena, Str scope, const Finding *f, int64_t day) {
  Str docs = list_json(arena, f->docs, f->ndocs), records = list_json(arena, f->records, f->nrecords);
  Str whole =
      arena_printf(arena, "%.*s %.*s %.*s %.*s", STR_ARG(f->kind), STR_ARG(docs), STR_ARG(records), STR_ARG(f->text));
  uint8_t hash[32];
  char key[KEY_HEX + 1];
  sha256(whole, hash);
  hex_of(hash, KEY_HEX / 2, key);
  if (db_number(&l->db, "SELECT 1 FROM finding WHERE scope = ? AND key = ?", "tt", scope, str_of(key)) == 1) return;
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  check_json(&w, f);
  db_run(&l->db,
         "INSERT INTO finding (key, kind, day, docs, records, text, json, scope) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
         "ttottttt", str_of(key), f->kind, day, docs, records, f->text, str_trim(buffer_str(&buffer)), scope);
}

static void clear(Ledger *l, Str scope) { db_run(&l->db, "DELETE FROM finding WHERE scope = ?", "t", scope); }

static int64_t day_of(const Finding *f, const CheckInput *in) {
  int64_t day = DB_NONE;
  for (uint32_t i = 0; i < in->ndocs; i++)
    for (uint32_t k = 0; k < f->ndocs; k++) {
      int64_t published = str_eq(f->docs[k], in->docs[i].id) ? store_day(in->docs[i].published) : DB_NONE;
      if (published != DB_NONE && (day == DB_NONE || published > day)) day = published;
    }
  return day;
}

static void run_kinds(Ledger *l, Arena *arena, const CheckInput *in, Str scope, const char *const *kinds, uint32_t n) {
  for (uint32_t k = 0; k < n; k++) {
    Findings found = check_run_kind(arena, in, str_of(kinds[k]));
    for (uint32_t i = 0; i < found.list.n; i++) put(l, arena, scope, &found.list.at[i], day_of(&found.list.at[i], in));
  }
}
#define RUN_KINDS(l, arena, in, scope, kinds) run_kinds(l, arena, in, scope, kinds, sizeof(kinds) / sizeof *(kinds))

void findings_of_document(Ledger *l, const Coded *c, int64_t document, Str key) {
  Str scope = arena_printf(&l->batch, "document %.*s", STR_ARG(key));
  (void)document;
  if (c->recodes) clear(l, scope);
  for (uint32_t i = 0; i < c->findings.list.n; i++)
    put(l, &l->batch, scope, &c->findings.list.at[i], store_day(c->document.published));
}

/* ---- input ---- */

typedef bool Wanted(const Record *record);

static bool any(const Record *r) { return r != NULL; }
static bool sums_up(const Record *r) { return r->kind == RECORD_TALLY || r->kind == RECORD_TREND; }
static bool names_a_death(const Record *r) { return r->npersons > 0; }

typedef struct Documents {
  VEC(CheckDoc) list;
} Documents;

static void take(Ledger *l, Arena *arena, int64_t document, Str incident, Wanted *wanted, Documents *out) {
  const Loaded *loaded = loaded_read(l, arena, document);
  if (!loaded) return;
  CheckDoc doc = loaded_check(arena, loaded);
  Record *kept = ARENA_ARRAY(arena, Record, loaded->nrecords ? loaded->nrecords : 1);
  doc.records = kept;
  doc.nrecords = 0;
  for (uint32_t i = 0; kept && i < loaded->nrecords; i++) {
    if (!wanted(&loaded->records[i])) continue;
    if (incident.n &&
        db_number(&l->db, "SELECT 1 FROM record WHERE id = ? AND incident = ?", "it", loaded->rows[i], incident) != 1)
      continue;
    kept[doc.nrecords++] = loaded->records[i];
  }
  vec_push(&out->list, arena, doc);
}

typedef struct Found {
  VEC(int64_t) list;
} Found;

static void rows_into(Db *db, Arena *arena, sqlite3_stmt *s, Found *out) {
  while (db_row(db, s)) vec_push(&out->list, arena, sqlite3_column_int64(s, 0));
}

static CheckInput input_of(const Documents *d) {
  return (CheckInput){.docs = d->list.at, .ndocs = d->list.n, .ledger = true};
}

void findings_of_incident(Ledger *l, Str incident, uint32_t ndocuments, const LinkDecision *decisions, uint32_t n) {
  ArenaMark mark = arena_mark(&l->batch);
  Str scope = arena_printf(&l->batch, "incident %.*s", STR_ARG(incident));
  clear(l, scope);
  Found found = {0};
  Documents documents = {0};
  if (ndocuments > 1)
    rows_into(&l->db, &l->batch,
              db_query(&l->db,
                       "SELECT d.id FROM (SELECT DISTINCT document FROM record WHERE incident = ?) r"
                       " JOIN document d ON d.id = r.document ORDER BY d.key LIMIT ?",
                       "ti", incident, (int64_t)INCIDENT_DOCUMENTS),
              &found);
  for (uint32_t i = 0; i < found.list.n; i++) take(l, &l->batch, found.list.at[i], incident, any, &documents);
  CheckInput in = input_of(&documents);
  if (in.ndocs > 1) {
    tellings_link(&l->batch, &in, decisions, n, NULL);
    RUN_KINDS(l, &l->batch, &in, scope, INCIDENT_KINDS);
  }
  /* What failed stays failed behind a release. */
  arena_release(&l->batch, mark);
}

/* ---- across ---- */

#define STANDS(r) r ".current = 1 AND " r ".status <> 'rejected'"

static const char SUMMING[] =
    "SELECT d.id FROM (SELECT DISTINCT r.document FROM record r WHERE r.kind IN"
    " ('tally', 'trend') AND " STANDS("r") ") r"
                                           " JOIN document d ON d.id = r.document ORDER BY d.key";
static const char NAMED_DEAD[] =
    "SELECT DISTINCT d.id FROM (SELECT person FROM record_person WHERE fate = 'killed'"
    "  GROUP BY person HAVING count(*) > 1) p"
    " JOIN record_person rp ON rp.person = p.person AND rp.fate = 'killed'"
    " JOIN record r ON r.id = rp.record AND " STANDS("r") " JOIN document d ON d.id = r.document ORDER BY d.key";
static const char TALLIES[] =
    "SELECT d.id FROM (SELECT DISTINCT r.document FROM record r WHERE r.kind = 'tally'"
    " AND r.day_from IS NOT NULL AND " STANDS("r") ") r"
                                                   " JOIN document d ON d.id = r.document ORDER BY d.key";
/* What a document's tallies may sum up: acts of the same doer and type in their period. */
static const char SUMMED_UP[] =
    "SELECT id FROM (SELECT DISTINCT d.id, d.key FROM record t"
    " JOIN record_actor ta ON ta.record = t.id AND ta.role = 'agent' AND ta.actor IS NOT NULL"
    " JOIN record_actor ea ON ea.actor = ta.actor AND ea.role = 'agent'"
    " JOIN record e ON e.id = ea.record AND e.kind = 'event' AND e.type = t.type AND " STANDS(
        "e") " AND e.day_from BETWEEN t.day_from AND t.day_to"
             " JOIN document d ON d.id = e.document"
             " WHERE t.document = ?1 AND t.kind = 'tally' AND " STANDS("t") " AND d.id <> ?1) ORDER BY key LIMIT ?2";

static void take_all(Ledger *l, Arena *arena, const Found *found, Wanted *wanted, Documents *out) {
  for (uint32_t i = 0; i < found->list.n; i++) take(l, arena, found->list.at[i], STR_NONE, wanted, out);
}

static void look_at_all(Ledger *l, Arena *arena, Str scope) {
  Found found = {0};
  Documents documents = {0};
  rows_into(&l->db, arena, db_query(&l->db, SUMMING, ""), &found);
  take_all(l, arena, &found, sums_up, &documents);
  CheckInput in = input_of(&documents);
  RUN_KINDS(l, arena, &in, scope, SUM_KINDS);
}

static void look_at_persons(Ledger *l, Arena *arena, Str scope) {
  Found found = {0};
  Documents documents = {0};
  rows_into(&l->db, arena, db_query(&l->db, NAMED_DEAD, ""), &found);
  take_all(l, arena, &found, names_a_death, &documents);
  CheckInput in = input_of(&documents);
  RUN_KINDS(l, arena, &in, scope, PERSON_KINDS);
}

static void look_at_tallies(Ledger *l, Arena *arena, Str scope) {
  Found tallies = {0};
  LinkDecisions decisions = {0};
  rows_into(&l->db, arena, db_query(&l->db, TALLIES, ""), &tallies);
  review_links(l, arena, &decisions);
  for (uint32_t i = 0; i < tallies.list.n; i++) {
    ArenaMark mark = arena_mark(arena);
    Found found = {0};
    Documents documents = {0};
    rows_into(&l->db, arena, db_query(&l->db, SUMMED_UP, "ii", tallies.list.at[i], (int64_t)INCIDENT_DOCUMENTS * 10),
              &found);
    if (found.list.n) {
      take(l, arena, tallies.list.at[i], STR_NONE, any, &documents);
      take_all(l, arena, &found, any, &documents);
      CheckInput in = input_of(&documents);
      tellings_link(arena, &in, decisions.list.at, decisions.list.n, NULL);
      RUN_KINDS(l, arena, &in, scope, TALLY_KINDS);
    }
    arena_release(arena, mark);
  }
}

void findings_across(Ledger *l) {
  if (db_number(&l->db, "SELECT value FROM state WHERE name = 'across'", "") != 1) return;
  Arena arena;
  arena_init(&arena, ACROSS_BUDGET);
  db_begin(&l->db);
  clear(l, STR("across"));
  look_at_all(l, &arena, STR("across"));
  arena_reset(&arena);
  look_at_persons(l, &arena, STR("across"));
  arena_reset(&arena);
  look_at_tallies(l, &arena, STR("across"));
  if (!arena_ok(&arena)) db_fail_with(&l->db, ERROR_MEMORY, "out of memory while looking for what does not add up");
  db_run(&l->db, "UPDATE state SET value = 0 WHERE name = 'across'", "");
  db_commit(&l->db);
  arena_fini(&arena);
}
