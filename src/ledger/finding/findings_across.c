/* Findings that no single incident holds, looked for at the end of a run and only where
 * something changed (table touched): those of findings_sums.c and findings_tallies.c, and
 *
 *   death    a person who is named and killed, twice or more
 *   copies   texts of one voice: old news told as new
 *   page     versions of one page, one after the other */
#include "ledger/document/rows.h"
#include "ledger/file/schema.h"
#include "ledger/finding/findings.h"
#include "ledger/finding/scope.h"

enum { DEATH_DOCUMENTS = 100, COPIES_DOCUMENTS = 500, PAGE_VERSIONS = 100 };

static const size_t ACROSS_BUDGET = (size_t)4 << 30;

static const char *const PERSON_KINDS[] = {"again"};
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
  ArenaMark all = arena_mark(arena);
  ids_take(&l->db, arena, db_query(&l->db, sql, ""), &ids);
  for (uint32_t i = 0; i < ids.list.n && db_ok(&l->db) && arena_ok(arena); i++) {
    ArenaMark mark = arena_mark(arena);
    look(l, arena, ids.list.at[i]);
    arena_release(arena, mark);
  }
  check_memory(l, arena);
  arena_release(arena, all);
}

void findings_across(Ledger *l) {
  if (db_number(&l->db, "SELECT 1 FROM touched LIMIT 1", "") != 1) return;
  Arena arena;
  arena_init(&arena, ACROSS_BUDGET);
  /* From here on nobody else writes: what the look sees is what is worked on, and forgotten at the end. */
  db_begin(&l->db);
  TallyLook *tallies = tallies_begin(l, &arena);
  ArenaMark mark = arena_mark(&arena);
  findings_of_sums(l, &arena);
  check_memory(l, &arena);
  arena_release(&arena, mark);
  each(l, &arena, DEAD, look_at_death);
  each(l, &arena, VOICES, look_at_copies);
  each(l, &arena, PAGES, look_at_page);
  tallies_end(l, &arena, tallies);
  check_memory(l, &arena);
  db_run(&l->db, "DELETE FROM touched", "");
  db_commit(&l->db);
  arena_fini(&arena);
}
