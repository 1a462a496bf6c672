/* Findings that no single incident holds, looked for at the end of a run and only where
 * something changed (table touched): those of findings_sums.c, and
 *
 *   death    a person who is named and killed, twice or more
 *   tallies  each tally with the acts of its doer in its country and period
 *   copies   texts of one voice: old news told as new
 *   page     versions of one page, one after the other */
#include <stdlib.h>

#include "ledger/findings.h"
#include "ledger/schema.h"
#include "ledger/scope.h"

enum { DEATH_DOCUMENTS = 100, TALLY_ACTS = 128, COPIES_DOCUMENTS = 500, PAGE_VERSIONS = 100 };

static const size_t ACROSS_BUDGET = (size_t)4 << 30;

static const char *const PERSON_KINDS[] = {"again"};
static const char *const TALLY_KINDS[] = {"shortfall"};
static const char *const COPIES_KINDS[] = {"recycled"};
static const char *const PAGE_KINDS[] = {"changed"};

static void check_memory(Ledger *l, const Arena *arena) {
  if (!arena_ok(arena)) db_fail_with(&l->db, ERROR_MEMORY, "out of memory while looking for what does not add up");
}

static void take_all(Ledger *l, Arena *arena, sqlite3_stmt *s, Wanted *wanted, Documents *out) {
  Ids found = {0};
  ids_take(&l->db, arena, s, &found);
  for (uint32_t i = 0; i < found.list.n; i++)
    documents_take(arena, loaded_read(l, arena, found.list.at[i]), STR_NONE, wanted, out);
}

/* What changed is little beside the ledger, which SQLite does not know: in a CROSS JOIN it goes through what stands
 * first. */

/* ---- deaths ---- */

/* A name of two words proves nothing (check/again.c), and is not worth looking at. */
static const char DEAD[] = "SELECT DISTINCT rp.person FROM touched x CROSS JOIN record r ON r.document = x.document"
                           " JOIN record_person rp ON rp.record = r.id AND rp.fate = 'killed'"
                           " JOIN person p ON p.id = rp.person AND p.norm LIKE '% % %'";
static const char OF_DEAD[] = "SELECT DISTINCT d.id FROM record_person rp JOIN record r ON r.id = rp.record"
                              " AND " SCHEMA_STANDS " JOIN document d ON d.id = r.document"
                              " WHERE rp.person = ? AND rp.fate = 'killed' ORDER BY d.key LIMIT ?";

/* Others who are named beside him have a look of their own. */
static Record without_others(Arena *arena, const Record *r, Str norm) {
  Record out = *r;
  Person *kept = r->npersons ? ARENA_ARRAY(arena, Person, r->npersons) : NULL;
  out.persons = kept;
  out.npersons = 0;
  for (uint32_t i = 0; kept && i < r->npersons; i++)
    if (str_eq(rows_person_norm(arena, &r->persons[i]), norm)) kept[out.npersons++] = r->persons[i];
  return out;
}

static void keep_person(Arena *arena, Documents *documents, Str norm) {
  for (uint32_t i = 0; i < documents->list.n; i++) {
    CheckDoc *doc = &documents->list.at[i];
    Record *records = doc->nrecords ? ARENA_ARRAY(arena, Record, doc->nrecords) : NULL;
    for (uint32_t k = 0; records && k < doc->nrecords; k++) records[k] = without_others(arena, &doc->records[k], norm);
    doc->records = records;
    if (!records) doc->nrecords = 0;
  }
}

static void look_at_death(Ledger *l, Arena *arena, int64_t person) {
  Documents documents = {0};
  Str scope = arena_printf(arena, "death %lld", (long long)person);
  scope_clear(l, scope);
  take_all(l, arena, db_query(&l->db, OF_DEAD, "ii", person, (int64_t)DEATH_DOCUMENTS), wanted_any, &documents);
  if (documents.list.n < 2) return;
  sqlite3_stmt *s = db_query(&l->db, "SELECT norm FROM person WHERE id = ?", "i", person);
  Str norm = db_row(&l->db, s) ? db_keep(arena, s, 0) : STR_NONE;
  db_done(s);
  keep_person(arena, &documents, norm);
  CheckInput in = documents_input(&documents);
  SCOPE_RUN(l, arena, &in, scope, PERSON_KINDS);
}

/* ---- a tally and what it sums up ---- */

/* What a tally must have for its shortfall to be looked for (check/shortfall.c). */
#define TALLY_COUNTS "t.kind = 'tally' AND t.day_to - t.day_from >= 6 AND t.country IS NOT NULL"

/* two_words(words), in SQL: the first two of an actor's words, and NULL of one alone. They stand for a doer that the
 * data does not know: «قوات دنب الخاصة» (the Danab special forces) and «قوات دنب الخاصة الصومالية» are one to
 * check/same.c, whose word is the last. */
static void two_words(sqlite3_context *context, int n, sqlite3_value **values) {
  (void)n;
  const char *words = (const char *)sqlite3_value_text(values[0]);
  const char *blank = words ? strchr(words, ' ') : NULL;
  if (!blank) return sqlite3_result_null(context);
  size_t end = (size_t)(blank + 1 - words) + strcspn(blank + 1, " ");
  sqlite3_result_text64(context, words, end, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void add_functions(Db *db) {
  int got =
      sqlite3_create_function_v2(db->sqlite, "two_words", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
                                 NULL, two_words, NULL, NULL, NULL);
  if (got) db_fail(db, got);
}

/* The acts of touched documents, by doer: a tally is looked at for one of its own alone. */
static const char ACTS_CLEAR[] = "DROP TABLE IF EXISTS temp.act";
static const char ACTS[] = "CREATE TEMP TABLE act (actor TEXT, country TEXT, day INTEGER,"
                           " PRIMARY KEY (actor, country, day)) WITHOUT ROWID";
#define ACTS_BY(who)                                                                    \
  "INSERT OR IGNORE INTO temp.act SELECT " who ", r.country, r.day_from FROM touched x" \
  " CROSS JOIN record r ON r.document = x.document AND r.kind = 'event'"                \
  " JOIN record_actor a ON a.record = r.id"                                             \
  " WHERE r.day_from IS NOT NULL AND r.country IS NOT NULL AND " who " IS NOT NULL"

static const char ACTS_BY_ID[] = ACTS_BY("a.actor");
static const char ACTS_BY_WORDS[] = ACTS_BY("two_words(a.words)");

/* Documents whose tallies may come out otherwise than before: touched themselves, or with an
 * act of a touched document in their country and period. An act that is gone counts as well. */
static const char TALLIES[] =
    "SELECT d.id FROM (SELECT r.document FROM touched x CROSS JOIN record r ON r.document = x.document"
    "  AND r.kind = 'tally'"
    "  UNION SELECT t.document FROM record t INDEXED BY record_kind"
    "  JOIN record_actor a ON a.record = t.id AND a.role = 'agent'"
    "  WHERE " TALLY_COUNTS " AND " SCHEMA_NO_EVENT(
        "t") " AND t.current = 1 AND EXISTS (SELECT 1 FROM temp.act e"
             "  WHERE e.actor IN (a.actor, two_words(a.words)) AND e.country = t.country"
             "  AND e.day BETWEEN t.day_from AND t.day_to)) x JOIN document d ON d.id = x.document ORDER BY d.key";

/* Acts of others' reports in the period and country of a tally of document ?1, by its doer: out of indexes, without
 * their rows, which are long and lie anywhere. */
static const char SUMMED_UP[] =
    "SELECT e.day_from, d.id, d.key FROM record t CROSS JOIN record e INDEXED BY record_day"
    " ON e.kind = 'event' AND e.current = 1 AND e.status <> 'rejected'"
    " AND e.day_from BETWEEN t.day_from AND t.day_to AND e.day_to <= t.day_to AND e.country = t.country"
    " AND EXISTS (SELECT 1 FROM record_actor ta JOIN record_actor ea ON ea.record = e.id"
    "  AND (ea.actor = ta.actor OR two_words(ea.words) = two_words(ta.words))"
    "  WHERE ta.record = t.id AND ta.role = 'agent')"
    " CROSS JOIN record o INDEXED BY record_told ON o.id = e.id AND o.current = 1 AND o.status <> 'rejected'"
    "  AND o.document <> ?1"
    " CROSS JOIN document d ON d.id = o.document"
    " WHERE t.document = ?1 AND " TALLY_COUNTS
    " AND t.current = 1 AND t.status <> 'rejected' ORDER BY e.day_from LIMIT ?2";

typedef struct Act {
  int64_t day, document;
  Str key;
} Act;

static int by_key(const void *a, const void *b) { return str_cmp(((const Act *)a)->key, ((const Act *)b)->key); }

/* Where there are too many, those of the first days: whole days, so that it is the same in every ledger. In order of
 * their keys, each document once. */
static void take_summed_up(Ledger *l, Arena *arena, int64_t document, Ids *out) {
  VEC(Act) acts = {0};
  sqlite3_stmt *s = db_query(&l->db, SUMMED_UP, "ii", document, (int64_t)TALLY_ACTS + 1);
  while (db_row(&l->db, s)) {
    Act act = {sqlite3_column_int64(s, 0), sqlite3_column_int64(s, 1), db_keep(arena, s, 2)};
    vec_push(&acts, arena, act);
  }
  uint32_t n = acts.n;
  if (n > TALLY_ACTS)
    while (n && acts.at[n - 1].day == acts.at[acts.n - 1].day) n--;
  if (n) qsort(acts.at, n, sizeof *acts.at, by_key);
  for (uint32_t i = 0; i < n; i++)
    if (!i || acts.at[i].document != acts.at[i - 1].document) vec_push(&out->list, arena, acts.at[i].document);
}

typedef struct Tellings {
  VEC(CheckTelling) list;
  VEC(Str) incidents; /* by number */
} Tellings;

static uint32_t incident_number(Arena *arena, Tellings *t, Str incident) {
  for (uint32_t i = 0; i < t->incidents.n; i++)
    if (str_eq(t->incidents.at[i], incident)) return i;
  vec_push(&t->incidents, arena, incident);
  return t->incidents.n - 1;
}

/* The incidents are known: nothing need be linked to count them. */
static void add_tellings(Arena *arena, const CheckDoc *doc, const Loaded *loaded, Tellings *out) {
  for (uint32_t i = 0; i < loaded->nrecords; i++) {
    const Record **record = ARENA_NEW(arena, const Record *);
    if (!loaded->incidents[i].n || !record) continue;
    *record = &doc->records[i];
    vec_push(&out->list, arena, (CheckTelling){doc, record, 1, incident_number(arena, out, loaded->incidents[i])});
  }
}

typedef const Loaded *Load(Ledger *l, Arena *arena, int64_t document);

/* The documents of the acts, of which only those count, and behind them the tally's, as input; their tellings point
 * into `documents`. */
static void tally_input(Ledger *l, Arena *arena, const Ids *ids, Load *acts, Load *tally, Documents *documents,
                        Tellings *tellings) {
  VEC(const Loaded *) all = {0};
  for (uint32_t i = 0; i < ids->list.n; i++) {
    const Loaded *loaded = (i + 1 < ids->list.n ? acts : tally)(l, arena, ids->list.at[i]);
    if (!loaded) continue;
    vec_push(&all, arena, loaded);
    documents_take(arena, loaded, STR_NONE, wanted_any, documents);
  }
  for (uint32_t i = 0; i < all.n && i < documents->list.n; i++)
    add_tellings(arena, &documents->list.at[i], all.at[i], tellings);
}

static CheckInput tellings_input(const Documents *documents, const Tellings *tellings) {
  CheckInput in = documents_input(documents);
  in.tellings = tellings->list.at;
  in.ntellings = tellings->list.n;
  return in;
}

/* Texts are for the quotes of a finding, and there are few: the first look does without. */
static void look_at_tally(Ledger *l, Arena *arena, int64_t document) {
  Documents brief = {0}, documents = {0};
  Tellings tellings = {0}, told = {0};
  Ids ids = {0};
  Str scope = arena_printf(arena, "tallies %lld", (long long)document);
  scope_clear(l, scope);
  take_summed_up(l, arena, document, &ids);
  if (!ids.list.n) return;
  vec_push(&ids.list, arena, document);
  tally_input(l, arena, &ids, loaded_brief_told, loaded_brief, &brief, &tellings);
  CheckInput in = tellings_input(&brief, &tellings);
  if (!check_run_kind(arena, &in, str_of(TALLY_KINDS[0])).list.n) return;
  tally_input(l, arena, &ids, loaded_told, loaded_read, &documents, &told);
  in = tellings_input(&documents, &told);
  SCOPE_RUN(l, arena, &in, scope, TALLY_KINDS);
}

/* ---- copies, versions ---- */

static const char VOICES[] = "SELECT DISTINCT t.voice FROM touched x CROSS JOIN document d ON d.id = x.document"
                             " JOIN text t INDEXED BY text_of_voice ON t.id = d.text";
static const char OF_VOICE[] = "SELECT d.id FROM text t JOIN document d ON d.text = t.id WHERE t.voice = ?"
                               " AND d.current = 1 ORDER BY d.day, d.key LIMIT ?";

static void look_at_copies(Ledger *l, Arena *arena, int64_t voice) {
  Documents documents = {0};
  Str scope = arena_printf(arena, "copies %lld", (long long)voice);
  scope_clear(l, scope);
  if (db_number(
          &l->db,
          "SELECT count(*) FROM (SELECT 1 FROM text t JOIN document d ON d.text = t.id WHERE t.voice = ? LIMIT 2)", "i",
          voice) < 2)
    return;
  take_all(l, arena, db_query(&l->db, OF_VOICE, "ii", voice, (int64_t)COPIES_DOCUMENTS), wanted_any, &documents);
  CheckInput in = documents_input(&documents);
  SCOPE_RUN(l, arena, &in, scope, COPIES_KINDS);
}

/* One document of each page with several versions. */
static const char PAGES[] = "SELECT min(d.id) FROM touched x CROSS JOIN document y ON y.id = x.document"
                            " JOIN document d ON d.url = y.url GROUP BY d.url HAVING count(DISTINCT d.id) > 1";
static const char OF_PAGE[] = "SELECT id FROM document WHERE url = (SELECT url FROM document WHERE id = ?)"
                              " ORDER BY retrieved, published, version, key LIMIT ?";

static void look_at_page(Ledger *l, Arena *arena, int64_t document) {
  Documents documents = {0};
  Ids versions = {0};
  ids_take(&l->db, arena, db_query(&l->db, OF_PAGE, "ii", document, (int64_t)PAGE_VERSIONS), &versions);
  for (uint32_t i = 0; i < versions.list.n; i++)
    documents_take(arena, loaded_version(l, arena, versions.list.at[i]), STR_NONE, wanted_any, &documents);
  if (!documents.list.n) return;
  for (uint32_t i = 0; i < documents.list.n; i++) documents.list.at[i].page = 1;
  Str scope = arena_printf(arena, "page %lld", (long long)document);
  scope_clear(l, scope);
  CheckInput in = documents_input(&documents);
  SCOPE_RUN(l, arena, &in, scope, PAGE_KINDS);
}

/* ---- the whole ---- */

static void each(Ledger *l, Arena *arena, const char *sql, void (*look)(Ledger *, Arena *, int64_t)) {
  Ids ids = {0};
  ids_take(&l->db, arena, db_query(&l->db, sql, ""), &ids);
  for (uint32_t i = 0; i < ids.list.n && db_ok(&l->db) && arena_ok(arena); i++) {
    ArenaMark mark = arena_mark(arena);
    look(l, arena, ids.list.at[i]);
    arena_release(arena, mark);
  }
  check_memory(l, arena);
  arena_reset(arena);
}

void findings_across(Ledger *l) {
  if (db_number(&l->db, "SELECT 1 FROM touched LIMIT 1", "") != 1) return;
  Arena arena;
  arena_init(&arena, ACROSS_BUDGET);
  db_begin(&l->db);
  findings_of_sums(l, &arena);
  check_memory(l, &arena);
  arena_reset(&arena);
  each(l, &arena, DEAD, look_at_death);
  add_functions(&l->db);
  db_exec(&l->db, ACTS_CLEAR);
  db_exec(&l->db, ACTS);
  db_run(&l->db, ACTS_BY_ID, "");
  db_run(&l->db, ACTS_BY_WORDS, "");
  each(l, &arena, TALLIES, look_at_tally);
  each(l, &arena, VOICES, look_at_copies);
  each(l, &arena, PAGES, look_at_page);
  db_run(&l->db, "DELETE FROM touched", "");
  db_commit(&l->db);
  arena_fini(&arena);
}
