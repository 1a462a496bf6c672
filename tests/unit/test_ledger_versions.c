/* Ledgers of former versions: opened, they hold what one made today of the same documents holds. */
#include "ledger_reports.h"

/* behind what asks for all of the library */
#include "ledger/file/schema.h"

static void an_older_ledger_is_brought_up(void **state) {
  Fixture *f = *state;
  static const char *const steps[] = {"CREATE TABLE one (a)", "CREATE TABLE two (a)", "CREATE TABLE broken ("};
  Db db = {0};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  db.path = f->path;
  schema_migrate_by(&db, steps, 1);
  assert_int_equal(db_number(&db, "PRAGMA user_version", ""), 1);
  schema_migrate_by(&db, steps, 2);
  assert_int_equal(db_number(&db, "SELECT count(*) FROM two", ""), 0);
  schema_migrate_by(&db, steps, 3);
  assert_false(db_ok(&db));
  db_forget(&db);
  assert_int_equal(db_number(&db, "PRAGMA user_version ", ""), 2);
  db_close(&db);
}

/* All that the ledger holds and two ledgers of the same documents share. */
static Str content(Fixture *f) {
  static const char *const tables[] = {
      "SELECT * FROM incident ORDER BY id",
      "SELECT d.key, hex(b.data) FROM filing b JOIN document d ON d.id = b.document"
      " ORDER BY 1",
      "SELECT min(a.key, b.key), max(a.key, b.key), p.points FROM pair p JOIN record a ON a.id = p.a"
      " JOIN record b ON b.id = p.b ORDER BY 1, 2",
      "SELECT key, kind, records FROM finding ORDER BY 1",
      "SELECT r.key, f.holders, f.unit, f.label, f.approx FROM figure f JOIN record r ON r.id = f.record ORDER BY 1",
      "SELECT r.key, p.n, p.told, p.day_from, p.day_to, p.document = r.document FROM record_person p"
      " JOIN record r ON r.id = p.record ORDER BY 1, 2",
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name",
  };
  Ledger *l = open_it(f, LEDGER_READ);
  Lines lines = {.arena = &f->arena, .buffer = {.arena = &f->arena}};
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    sqlite3_stmt *s = db_prepare(&l->db, str_of(tables[i]));
    while (s && sqlite3_step(s) == SQLITE_ROW) {
      Str cells[32];
      uint32_t n = (uint32_t)sqlite3_column_count(s);
      for (uint32_t c = 0; c < n && c < 32; c++) cells[c] = db_text(s, (int)c);
      add_line(&lines, cells, n);
    }
    sqlite3_finalize(s);
  }
  assert_true(db_ok(&l->db));
  ledger_close(l);
  return buffer_str(&lines.buffer);
}

static void every_former_version_is_brought_up(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  Str want = content(f);
  for (uint32_t version = 1; version < schema_version(); version++) {
    forget(f);
    Db db = {.path = f->path};
    assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
    schema_migrate_to(&db, version);
    assert_int_equal(db_number(&db, "PRAGMA user_version", ""), version);
    db_close(&db);
    ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
    assert_true(str_eq(content(f), want));
  }
}

/* Where happenings were filed up to version 12, and what was kept of a name up to 13. */
#define AS_OF_12                                                                                                   \
  "CREATE TABLE block (block INTEGER NOT NULL, day_from INTEGER NOT NULL, day_to INTEGER NOT NULL,"                \
  " document INTEGER NOT NULL REFERENCES document, types TEXT NOT NULL,"                                           \
  " PRIMARY KEY (block, day_from, day_to, document, types)) STRICT, WITHOUT ROWID;"                                \
  "DROP TRIGGER record_person_told; DROP INDEX record_person_person; ALTER TABLE record_person DROP COLUMN told; " \
  "ALTER TABLE record_person DROP COLUMN document; ALTER TABLE record_person DROP COLUMN day_from; ALTER TABLE "   \
  "record_person DROP COLUMN day_to; CREATE INDEX record_person_person ON record_person (person, record);"

#define AS_OF_18 "DROP INDEX record_type; DROP INDEX record_checked; DROP INDEX incident_checked; "

/* Indexes as they were up to version 16; those of records' days and ids, from versions 8 and 12 on. */
#define AS_OF_16                                                                                                \
  AS_OF_18                                                                                                      \
  " DROP INDEX record_rid; CREATE INDEX record_rid ON record (substr(rid, 1, 3));"                              \
  " DROP INDEX record_key; CREATE INDEX record_key ON record (key);"                                            \
  " DROP INDEX record_kind; CREATE INDEX record_kind ON record (kind, current, day_from, day_to, country, id);" \
  " DROP INDEX record_kind_type; CREATE INDEX record_kind_type ON record (kind, type, current, day_from);"      \
  " DROP INDEX record_day; CREATE INDEX record_day ON record (day_from, id) WHERE current = 1 AND status <> "   \
  "'rejected';"                                                                                                 \
  " DROP INDEX document_outlet; CREATE INDEX document_outlet ON document (outlet, day);"                        \
  " CREATE INDEX record_place_place ON record_place (place, record); CREATE INDEX record_place_country ON"      \
  " record_place (country, admin1, record); CREATE INDEX incident_country ON incident (country, day_from); "

/* The indexes as the ledger's file has them. */
static Str indexes_of(Fixture *f, Db *db) {
  sqlite3_stmt *s = db_prepare(
      db, STR("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql"
              " IS NOT NULL ORDER BY name)"));
  assert_int_equal(sqlite3_step(s), SQLITE_ROW);
  Str out = arena_str(&f->arena, db_text(s, 0));
  sqlite3_finalize(s);
  return out;
}

/* What a ledger of all the reports holds; the one that is left lacks the last three. */
static Str content_of_all(Fixture *f) {
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  Str all = content(f);
  forget(f);
  ingest(f, REPORTS, NULL, NREPORTS - 3, 0, 0);
  return all;
}

/* Up to version 16 each key of a record had an index's place of its own, and events stood in the indexes by kind. */
static void indexes_of_an_older_ledger_are_made_anew(void **state) {
  Fixture *f = *state;
  Str want = content_of_all(f);
  Db db = {.path = f->path};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  Str indexes = indexes_of(f, &db);
  db_exec(&db, AS_OF_16 " PRAGMA user_version = 16");
  assert_true(db_ok(&db));
  assert_false(str_eq(indexes_of(f, &db), indexes));
  db_close(&db);
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  assert_true(str_eq(content(f), want));
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  assert_true(str_eq(indexes_of(f, &db), indexes));
  db_close(&db);
}

/* Up to version 9 what makes a series of figures stood in their JSON alone. */
static void figures_of_an_older_ledger_are_found(void **state) {
  static const Report reports[] = {
      {"f1", "Sahel", "2024-05-02", NULL,
       "قالت الأمم المتحدة إن عدد سكان مخيم الهول بلغ نحو 43 ألف شخص. وتحتجز قوات سوريا الديمقراطية عشرة آلاف مقاتل من "
       "تنظيم داعش في سجونها."},
  };
  Fixture *f = *state;
  ingest(f, reports, NULL, 1, 0, 0);
  Str want = content(f);
  Db db = {.path = f->path};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  assert_true(db_number(&db, "SELECT count(*) FROM figure WHERE approx = 1", "") > 0);
  db_exec(&db, "DROP TABLE figure; DROP INDEX record_figure; DROP INDEX text_of_voice; DROP TABLE "
               "filing; DROP TABLE band; " AS_OF_12 AS_OF_16 " PRAGMA user_version = 9");
  db_close(&db);
  ingest(f, reports, NULL, 1, 0, 0);
  assert_true(str_eq(content(f), want));
}

/* In version 6 happenings were filed under other keys, and a document's found by an index; in version 3 what
 * is compared was not kept. */
static void what_was_filed_otherwise_is_filed_anew(void **state) {
  static const char *const older[] = {"", "DROP TABLE item; CREATE TABLE item (document INTEGER PRIMARY KEY"
                                          " REFERENCES document, data BLOB NOT NULL) STRICT;"};
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  Str want = content(f);
  for (uint32_t i = 0; i < 2; i++) {
    forget(f);
    ingest(f, REPORTS, NULL, NREPORTS - 3, 0, 0);
    Db db = {.path = f->path};
    assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
    db_exec(&db, "DROP TABLE remake; DROP TABLE moved; DROP INDEX record_told; DROP INDEX place_name; DROP INDEX "
                 "place_admin1; DROP TABLE figure; DROP INDEX record_figure; DROP INDEX text_of_voice; DROP TABLE "
                 "filing; " AS_OF_12 " CREATE INDEX block_document ON block (document);"
                 "DROP TABLE band; " AS_OF_16 " PRAGMA user_version = 6");
    db_exec(&db, older[i]);
    assert_true(db_ok(&db));
    db_close(&db);
    ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
    assert_true(str_eq(content(f), want));
  }
}

/* Up to version 14 what sifts happenings told nothing of places: rows of that shape must not be read. */
static void what_was_filed_without_places_is_filed_anew(void **state) {
  Fixture *f = *state;
  Str want = content_of_all(f);
  Db db = {.path = f->path};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  int64_t filed = db_number(&db, "SELECT count(*) FROM filing", "");
  assert_true(filed > 0);
  db_exec(&db, "UPDATE filing SET data = x'00'; DROP TABLE band; " AS_OF_16 " PRAGMA user_version = 14");
  assert_true(db_ok(&db));
  db_close(&db);
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  assert_true(str_eq(content(f), want));
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  assert_int_equal(db_number(&db, "SELECT count(*) FROM filing WHERE data = x'00'", ""), 0);
  db_close(&db);
}

/* Up to version 15 a run read the sketches themselves. */
static void bands_of_an_older_ledger_are_made(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  Str want = content(f);
  Db db = {.path = f->path};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  int64_t bands = db_number(&db, "SELECT count(*) FROM band", "");
  assert_true(bands > 0);
  db_close(&db);
  forget(f);
  ingest(f, REPORTS, NULL, NREPORTS - 3, 0, 0);
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  db_exec(&db, "DROP TABLE band; " AS_OF_16 " PRAGMA user_version = 15");
  assert_true(db_ok(&db));
  db_close(&db);
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  assert_true(str_eq(content(f), want));
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  assert_int_equal(db_number(&db, "SELECT count(*) FROM band", ""), bands);
  db_close(&db);
}

/* Up to version 17 the search index wrote what it had gathered several times in a batch; up to version 19 it put its
 * parts together the sooner. */
static void an_older_search_index_gathers_more(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS - 3, 0, 0);
  Db db = {.path = f->path};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  int64_t room = db_number(&db, "SELECT v FROM search_config WHERE k = 'hashsize'", "");
  static const char parts[] = "SELECT v FROM search_config WHERE k = 'automerge'";
  assert_true(room > 1 << 20);
  assert_int_equal(db_number(&db, parts, ""), 16);
  db_exec(&db, AS_OF_18 "DELETE FROM search_config WHERE k <> 'version'; PRAGMA user_version = 17");
  db_close(&db);
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  assert_int_equal(db_number(&db, "SELECT v FROM search_config WHERE k = 'hashsize'", ""), room);
  assert_int_equal(db_number(&db, parts, ""), 16);
  db_exec(&db, "INSERT INTO search (search) VALUES ('integrity-check')");
  assert_true(db_ok(&db));
  db_close(&db);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(an_older_ledger_is_brought_up),
      TEST(every_former_version_is_brought_up),
      TEST(indexes_of_an_older_ledger_are_made_anew),
      TEST(figures_of_an_older_ledger_are_found),
      TEST(what_was_filed_otherwise_is_filed_anew),
      TEST(what_was_filed_without_places_is_filed_anew),
      TEST(bands_of_an_older_ledger_are_made),
      TEST(an_older_search_index_gathers_more),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
