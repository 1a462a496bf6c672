/* The ledger as its header has it: what a second ingest changes, versions, order and batches, search and filters,
 * refusals. */
#include "ledger_reports.h"

/* behind what asks for all of the library */
#include "ledger/document/loaded.h"
#include "ledger/file/schema.h"
#include "ledger/link/link.h"

static void the_same_again_changes_nothing(void **state) {
  Fixture *f = *state;
  LedgerFilter all = LEDGER_FILTER;
  Str before, after;
  LedgerCounts one = ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  assert_int_equal(one.documents, NREPORTS);
  assert_int_equal(one.seen, 0);
  assert_true(one.records >= NREPORTS);
  ask(f, "incidents", &all, LEDGER_JSON, &before);
  LedgerCounts two = ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  assert_int_equal(two.documents, 0);
  assert_int_equal(two.seen, NREPORTS);
  assert_int_equal(two.records, 0);
  ask(f, "incidents", &all, LEDGER_JSON, &after);
  assert_true(str_eq(before, after));
}

static void two_outlets_tell_one_incident(void **state) {
  Fixture *f = *state;
  LedgerFilter filter = LEDGER_FILTER;
  Str out;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  filter.type = STR("shelling");
  assert_int_equal(ask(f, "incidents", &filter, LEDGER_JSON, &out), 1);
  assert_non_null(memmem(out.p, out.n, "\"documents\":3", 13));
  assert_non_null(memmem(out.p, out.n, "\"killed\":[3,4]", 14));
}

/* Every order of the documents, every size of batch, any number of threads: one ledger. */
static void order_and_batches_do_not_matter(void **state) {
  Fixture *f = *state;
  LedgerFilter all = LEDGER_FILTER;
  Str want = STR_NONE, got;
  uint32_t order[NREPORTS];
  all.sort = STR("incident");
  for (uint32_t round = 0; round < 24; round++) {
    for (uint32_t i = 0; i < NREPORTS; i++) order[i] = i;
    for (uint32_t i = NREPORTS - 1, seed = round * 2654435761u; i > 0; i--, seed = seed * 1664525u + 1013904223u) {
      uint32_t k = (seed >> 16) % (i + 1), t = order[i];
      order[i] = order[k];
      order[k] = t;
    }
    forget(f);
    ingest(f, REPORTS, order, NREPORTS, 1 + round % 4, 1 + round % 3);
    ask(f, "incidents", &all, LEDGER_CELLS, &got);
    if (!round) want = got;
    assert_true(str_eq(want, got));
  }
}

/* What the store keeps up piece by piece is what linking everything at once gives. */
static void incidents_are_those_of_linking_at_once(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 1, 2);
  Ledger *l = open_it(f, LEDGER_READ);
  RowMap set = {0};
  VEC(LinkItem) items = {0};
  for (int64_t id = 1; id <= NREPORTS; id++) {
    const Loaded *d = loaded_get(l, &set, id, NULL, 0);
    assert_non_null(d);
    for (uint32_t i = 0; i < d->items.list.n; i++) vec_push(&items, &f->arena, d->items.list.at[i]);
  }
  LinkIncidents all = link_all(&f->arena, items.at, items.n, NULL, 0, NULL);
  assert_int_equal(db_number(&l->db, "SELECT count(*) FROM incident", ""), all.n);
  for (uint32_t i = 0; i < all.n; i++)
    assert_int_equal(db_number(&l->db, "SELECT 1 FROM incident WHERE id = ?", "t", all.at[i].id), 1);
  assert_int_equal(db_number(&l->db, "SELECT count(*) FROM record WHERE incident NOT IN (SELECT id FROM incident)", ""),
                   0);
  ledger_close(l);
}

static void an_edited_page_is_a_version(void **state) {
  Fixture *f = *state;
  LedgerFilter filter = LEDGER_FILTER;
  Str out;
  Report edited = REPORTS[6];
  edited.text = "قتل جنديان في هجوم مسلح شرقي الرقة اليوم الاثنين، وفق مصدر عسكري.";
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  uint32_t documents = count(f, "documents"), incidents = count(f, "incidents");
  LedgerCounts counts = ingest(f, &edited, NULL, 1, 0, 0);
  assert_int_equal(counts.documents, 1);
  assert_int_equal(counts.versions, 1);
  records_of_incidents_stand(f);
  assert_int_equal(count(f, "documents"), documents);
  assert_int_equal(count(f, "incidents"), incidents);
  filter.type = STR("attack");
  ask(f, "incidents", &filter, LEDGER_JSON, &out);
  assert_non_null(memmem(out.p, out.n, "\"killed\":[2,2]", 14));
}

static void one_text_of_two_outlets_is_one_voice(void **state) {
  Fixture *f = *state;
  LedgerFilter filter = LEDGER_FILTER;
  Str out;
  Report twice[2] = {REPORTS[0], REPORTS[0]};
  twice[1].outlet = "صوت الشمال";
  LedgerCounts counts = ingest(f, twice, NULL, 2, 0, 0);
  assert_int_equal(counts.documents, 2);
  assert_int_equal(counts.copies, 1);
  filter.type = STR("shelling");
  ask(f, "incidents", &filter, LEDGER_JSON, &out);
  assert_non_null(memmem(out.p, out.n, "\"documents\":2,\"outlets\":2,\"voices\":1", 36));
}

static void what_was_missing_can_be_given(void **state) {
  Fixture *f = *state;
  LedgerFilter undated = LEDGER_FILTER;
  Str out;
  ErrorInfo info = {0};
  uint32_t found = 0;
  Str day = STR("2024-02-10"), wrong = STR("nothing");
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  undated.undated = true;
  assert_int_equal(ask(f, "documents", &undated, LEDGER_CELLS, NULL), 1);
  Ledger *l = open_it(f, LEDGER_WRITE);
  assert_int_equal(ledger_set(l, f->engine, wrong, &day, NULL, &found, &info), ERROR_OK);
  assert_int_equal(found, 0);
  assert_int_equal(ledger_set(l, f->engine, STR("c2"), &day, NULL, &found, &info), ERROR_OK);
  assert_int_equal(found, 1);
  assert_int_equal(db_number(&l->db, "SELECT count(*) FROM coding WHERE generation = 2", ""), 1);
  ledger_close(l);
  assert_int_equal(ask(f, "documents", &undated, LEDGER_CELLS, NULL), 0);
  LedgerFilter all = LEDGER_FILTER;
  ask(f, "records", &all, LEDGER_CELLS, &out);
  assert_non_null(memmem(out.p, out.n, "2024-02-09", 10));
  /* the same file again, still without a date, is seen before */
  assert_int_equal(ingest(f, REPORTS, NULL, NREPORTS, 0, 0).seen, NREPORTS);
}

static void a_second_telling_fills_in(void **state) {
  Fixture *f = *state;
  Report dated = REPORTS[5];
  dated.published = "2024-02-10";
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  LedgerCounts counts = ingest(f, &dated, NULL, 1, 0, 0);
  assert_int_equal(counts.documents, 0);
  assert_int_equal(counts.filled, 1);
  assert_int_equal(count(f, "documents"), NREPORTS);
}

/* ---- search and filters ---- */

static void search_finds_words_in_any_form(void **state) {
  Fixture *f = *state;
  static const struct {
    const char *words;
    uint32_t documents;
  } rows[] = {{"قتل", 4}, {"مقتل", 4}, {"ادلب", 2}, {"إدلب", 2}, {"اعتقال الموصل", 2}, {"زلزال", 0}};
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    LedgerFilter filter = LEDGER_FILTER;
    filter.text = str_of(rows[i].words);
    filter.engine = f->engine;
    uint32_t n = ask(f, "documents", &filter, LEDGER_CELLS, NULL);
    if (n != rows[i].documents) print_error("%s: %u documents\n", rows[i].words, n);
    assert_int_equal(n, rows[i].documents);
  }
}

static void filters_choose(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  LedgerFilter filter = LEDGER_FILTER;
  filter.place = STR("IQ");
  assert_int_equal(ask(f, "incidents", &filter, LEDGER_CELLS, NULL), 1);
  filter = LEDGER_FILTER;
  filter.place = STR("إدلب");
  filter.engine = f->engine;
  assert_int_equal(ask(f, "incidents", &filter, LEDGER_CELLS, NULL), 1);
  filter = LEDGER_FILTER;
  filter.min_killed = 3;
  assert_int_equal(ask(f, "incidents", &filter, LEDGER_CELLS, NULL), 1);
  filter = LEDGER_FILTER;
  filter.source = STR("صوت الشمال");
  assert_int_equal(ask(f, "documents", &filter, LEDGER_CELLS, NULL), 2);
  filter = LEDGER_FILTER;
  filter.from = period_day(2024, 6, 1);
  filter.to = period_day(2024, 6, 30);
  assert_int_equal(ask(f, "incidents", &filter, LEDGER_CELLS, NULL), 1);
  filter = LEDGER_FILTER;
  filter.limit = 2;
  assert_int_equal(ask(f, "records", &filter, LEDGER_CELLS, NULL), 2);
}

static void wrong_filters_are_told(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  Ledger *l = open_it(f, LEDGER_READ);
  Lines lines = {.arena = &f->arena, .buffer = {.arena = &f->arena}};
  ErrorInfo info = {0};
  LedgerFilter filter = LEDGER_FILTER;
  filter.sort = STR("colour");
  assert_int_equal(ledger_list(l, ledger_list_of(STR("records")), &filter, LEDGER_CELLS, add_line, &lines, &info),
                   ERROR_USAGE);
  filter = LEDGER_FILTER;
  filter.place = STR("IQ");
  assert_int_equal(ledger_list(l, ledger_list_of(STR("findings")), &filter, LEDGER_CELLS, add_line, &lines, &info),
                   ERROR_USAGE);
  filter.place = STR("no such place");
  assert_int_equal(ledger_list(l, ledger_list_of(STR("records")), &filter, LEDGER_CELLS, add_line, &lines, &info),
                   ERROR_USAGE);
  assert_null(ledger_list_of(STR("nothing")));
  ledger_close(l);
}

static ErrorCode open_code(const Fixture *f, LedgerMode mode, ErrorInfo *info) {
  LedgerOptions options = {.mode = mode};
  Ledger *ledger = NULL;
  ErrorCode code = ledger_open(f->path, &options, &ledger, info);
  if (!code) ledger_close(ledger);
  return code;
}

static void write_file(const char *path, const char *bytes) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  fputs(bytes, file);
  fclose(file);
}

static void what_is_no_ledger_is_refused(void **state) {
  Fixture *f = *state;
  ErrorInfo info = {0};
  assert_int_equal(open_code(f, LEDGER_READ, &info), ERROR_IO);
  assert_non_null(strstr(info.why, "no such ledger"));
  write_file(f->path, "This is a letter and no ledger, however long it may be; it goes on for a while, and "
                      "then for a while longer, so that there is a page of it.");
  assert_int_not_equal(open_code(f, LEDGER_CREATE, &info), ERROR_OK);
  assert_non_null(strstr(info.why, "is not a ledger"));
  forget(f);
  sqlite3 *other = NULL;
  assert_int_equal(sqlite3_open(f->path, &other), SQLITE_OK);
  assert_int_equal(sqlite3_exec(other, "CREATE TABLE mine (a)", NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close(other);
  assert_int_equal(open_code(f, LEDGER_CREATE, &info), ERROR_FORMAT);
  forget(f);
  ingest(f, REPORTS, NULL, 1, 0, 0);
  assert_int_equal(sqlite3_open(f->path, &other), SQLITE_OK);
  assert_int_equal(sqlite3_exec(other, "PRAGMA user_version = 999", NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close(other);
  assert_int_equal(open_code(f, LEDGER_WRITE, &info), ERROR_FORMAT);
  assert_non_null(strstr(info.why, "newer"));
}

/* Looks for a record by its key, whose row is `wanted` (0: there is none); how many steps of SQLite's it takes. */
static int64_t steps_to(Db *db, Str key, int64_t wanted) {
  sqlite3_stmt *s = db_prepare(db, STR("SELECT id FROM record WHERE " SCHEMA_ID_IS("key", "?1")));
  db_bind_str(db, s, 1, key);
  assert_int_equal(sqlite3_step(s), wanted ? SQLITE_ROW : SQLITE_DONE);
  if (wanted) assert_int_equal(sqlite3_column_int64(s, 0), wanted);
  assert_int_equal(sqlite3_stmt_status(s, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0), 0);
  int64_t steps = sqlite3_stmt_status(s, SQLITE_STMTSTATUS_VM_STEP, 0);
  sqlite3_finalize(s);
  return steps;
}

/* A drawer of 256 has what begins as the key does, in whatever order it came. */
static void a_record_is_found_in_its_keys_drawer(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  Db db = {.path = f->path};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  db_exec(&db,
          "DELETE FROM pair; DELETE FROM record WHERE id > 1;"
          "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
          " INSERT INTO record (id, coding, document, current, rid, key, kind, type, stance, background,"
          " trigger_start, trigger_end, sentence_start, sentence_end, json) SELECT i, 1, 1, 0, 'r',"
          " printf('%08x', i * 2654435761 % 4294967296), 'event', 'clash', 'asserted', 0, 0, 0, 0, 0, '{}' FROM n");
  sqlite3_stmt *s = db_prepare(&db, STR("SELECT key FROM record WHERE id = 777"));
  assert_int_equal(sqlite3_step(s), SQLITE_ROW);
  char key[17] = {0};
  memcpy(key, db_text(s, 0).p, 8);
  sqlite3_finalize(s);
  int64_t all = 20000 / 256;
  assert_true(steps_to(&db, str_of(key), 777) < 16 * all);
  key[7] = key[7] == '0' ? '1' : '0';
  assert_true(steps_to(&db, str_of(key), 0) < 16 * all);
  assert_true(db_ok(&db));
  db_close(&db);
}

/* What documents' happenings are compared by. */
static Str items_of(Fixture *f, Db *db) {
  sqlite3_stmt *s = db_prepare(db, STR("SELECT group_concat(document || ' ' || hex(data)) FROM"
                                       " (SELECT document, data FROM item WHERE document <= 5 ORDER BY document)"));
  assert_int_equal(sqlite3_step(s), SQLITE_ROW);
  Str out = arena_str(&f->arena, db_text(s, 0));
  sqlite3_finalize(s);
  return out;
}

/* Of a new document its worker tells the happenings, of a stored one its records do: they are the same. */
static void a_worker_links_what_the_records_tell(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, 5, 0, 0);
  Db db = {.path = f->path};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  Str want = items_of(f, &db);
  assert_true(want.n > 0);
  db_exec(&db, "DELETE FROM item; DELETE FROM filing; INSERT INTO remake VALUES ('filing')");
  db_close(&db);
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  assert_true(str_eq(items_of(f, &db), want));
  db_close(&db);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(the_same_again_changes_nothing),
      TEST(two_outlets_tell_one_incident),
      TEST(order_and_batches_do_not_matter),
      TEST(incidents_are_those_of_linking_at_once),
      TEST(an_edited_page_is_a_version),
      TEST(one_text_of_two_outlets_is_one_voice),
      TEST(what_was_missing_can_be_given),
      TEST(a_second_telling_fills_in),
      TEST(search_finds_words_in_any_form),
      TEST(filters_choose),
      TEST(wrong_filters_are_told),
      TEST(what_is_no_ledger_is_refused),
      TEST(a_record_is_found_in_its_keys_drawer),
      TEST(a_worker_links_what_the_records_tell),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
