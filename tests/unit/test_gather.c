/* What a transaction adds to the log is there for all when the transaction counts, and not before it must be. */
#include "ledger/file/gather.h"

#include "log_setup.h"

/* ---- a log that grows no further ---- */

static int64_t left_on_disk = -1; /* bytes; -1: enough */
static sqlite3_vfs *system_vfs, small_disk;
static sqlite3_io_methods small_log;
static int (*system_write)(sqlite3_file *, const void *, int, sqlite3_int64);

/* What fits is written, as the system does. */
static int write_small(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at) {
  int fits = left_on_disk < 0 || n <= left_on_disk ? n : (int)left_on_disk;
  int got = fits ? system_write(file, bytes, fits, at) : SQLITE_OK;
  if (left_on_disk >= 0) left_on_disk -= fits;
  return got || fits == n ? got : SQLITE_FULL;
}

static int open_small(sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *out) {
  (void)self;
  int got = system_vfs->xOpen(system_vfs, name, file, flags, out);
  if (got || !(flags & SQLITE_OPEN_WAL)) return got;
  small_log = *file->pMethods;
  system_write = small_log.xWrite;
  small_log.xWrite = write_small;
  file->pMethods = &small_log;
  return got;
}

/* Before gather_vfs is asked for: it stands on the one that is the system's then. */
static int shrink_disk(void **state) {
  (void)state;
  system_vfs = sqlite3_initialize() ? NULL : sqlite3_vfs_find(NULL);
  if (!system_vfs) return -1;
  small_disk = *system_vfs;
  small_disk.pNext = NULL;
  small_disk.zName = "small";
  small_disk.xOpen = open_small;
  bool made = !sqlite3_vfs_register(&small_disk, 1) && gather_vfs();
  return made && !sqlite3_vfs_register(system_vfs, 1) ? 0 : -1;
}

/* ---- a ledger ---- */

static int setup(void **state) {
  *state = log_begin("test_gather");
  return *state ? 0 : -1;
}

static void try_rows(LogSetup *f, int64_t n) {
  db_run(&f->db,
         "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
         " INSERT INTO t (b) SELECT randomblob(3000) FROM n",
         "i", n);
}

static void add_rows(LogSetup *f, int64_t n) {
  try_rows(f, n);
  assert_true(db_ok(&f->db));
}

static void others_see_what_is_committed(void **state) {
  LogSetup *f = *state;
  assert_non_null(gather_vfs());
  for (int64_t i = 1; i <= 5; i++) {
    db_begin(&f->db);
    add_rows(f, i * 40);
    assert_int_equal(rows_of(f->path), (i - 1) * i * 20);
    db_commit(&f->db);
    assert_true(db_ok(&f->db));
    assert_int_equal(rows_of(f->path), i * (i + 1) * 20);
    assert_int_equal(rows_left(f), i * (i + 1) * 20);
  }
}

/* Pages that do not fit into the cache go to the log before the end, come back from there, and are written again. */
static void pages_go_out_and_come_back(void **state) {
  LogSetup *f = *state;
  db_exec(&f->db, "PRAGMA cache_size = 10");
  for (int i = 0; i < 4; i++) {
    db_begin(&f->db);
    add_rows(f, 100);
    db_run(&f->db, "UPDATE t SET b = randomblob(3000) WHERE a % 3 = 0", "");
    assert_int_equal(db_number(&f->db, "SELECT count(*) FROM t", ""), i / 2 * 100 + 100);
    assert_int_equal(rows_left(f), i / 2 * 100);
    if (i % 2)
      db_commit(&f->db);
    else
      db_rollback(&f->db);
    assert_true(db_ok(&f->db));
    assert_int_equal(rows_of(f->path), (i + 1) / 2 * 100);
  }
  assert_int_equal(rows_left(f), 200);
  db_exec(&f->db, "PRAGMA wal_checkpoint(RESTART)");
  add_rows(f, 7);
  assert_int_equal(rows_of(f->path), 207);
  assert_int_equal(rows_left(f), 207);
  db_close(&f->db);
  assert_int_equal(size_of(f->log), -1);
  assert_int_equal(rows_of(f->path), 207);
}

/* A few frames that a full cache sends out, a transaction being open, stay in memory. */
static void frames_are_gathered(void **state) {
  LogSetup *f = *state;
  db_exec(&f->db, "PRAGMA wal_checkpoint(TRUNCATE)");
  db_exec(&f->db, "PRAGMA cache_size = 10");
  db_begin(&f->db);
  add_rows(f, 16);
  off_t before = size_of(f->log);
  assert_true(before >= 0 && before < 4096);
  db_commit(&f->db);
  assert_true(size_of(f->log) > 16 * 3000);
}

/* What was gathered of a transaction that is undone stays unwritten: others' frames may stand in its place by then. */
static void what_is_undone_is_never_written(void **state) {
  LogSetup *f = *state;
  static const char more[] = "INSERT INTO t (b) SELECT randomblob(2000) FROM t LIMIT 20";
  db_exec(&f->db, "PRAGMA cache_size = 10");
  add_rows(f, 40);
  sqlite3 *other = NULL;
  assert_int_equal(sqlite3_open_v2(f->path, &other, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
  for (int i = 1; i <= 4; i++) {
    if (i != 2) db_exec(&f->db, "PRAGMA wal_checkpoint(TRUNCATE)");
    db_begin(&f->db);
    add_rows(f, 24);
    db_rollback(&f->db);
    assert_int_equal(sqlite3_exec(other, more, NULL, NULL, NULL), SQLITE_OK);
    if (i == 4) db_close(&f->db);
    if (i < 4) assert_int_equal(db_number(&f->db, "SELECT count(*) FROM t WHERE length(b) > 0", ""), 40 + 20 * i);
    assert_int_equal(rows_of(f->path), 40 + 20 * i);
    assert_int_equal(rows_left(f), 40 + 20 * i);
  }
  sqlite3_close(other);
}

/* ---- a full disk ---- */

static void a_full_disk_costs_one_transaction(void **state) {
  LogSetup *f = *state;
  db_exec(&f->db, "PRAGMA cache_size = 10");
  add_rows(f, 60);
  for (int64_t n = 4; n <= 256; n *= 4) {
    left_on_disk = 5000;
    db_begin(&f->db);
    try_rows(f, n);
    db_commit(&f->db);
    assert_false(db_ok(&f->db));
    db_rollback(&f->db);
    db_forget(&f->db);
    assert_int_equal(db_number(&f->db, "SELECT count(*) FROM t WHERE length(b) > 0", ""), 60);
    left_on_disk = -1;
    assert_int_equal(rows_of(f->path), 60);
    assert_int_equal(rows_left(f), 60);
  }
  add_rows(f, 7);
  assert_int_equal(rows_of(f->path), 67);
  assert_int_equal(rows_left(f), 67);
}

/* SQLite undoes one statement where the disk is full, and the transaction goes on: what was gathered of it before must
 * still come out. */
static void a_full_disk_may_cost_one_statement(void **state) {
  LogSetup *f = *state;
  db_exec(&f->db, "PRAGMA cache_size = 10");
  add_rows(f, 10);
  db_begin(&f->db);
  add_rows(f, 25);
  left_on_disk = 5000;
  db_run(&f->db, "INSERT INTO t (a, b) SELECT a + 1000, randomblob(length(b)) FROM t", ""); /* reads it all */
  assert_false(db_ok(&f->db));
  left_on_disk = -1;
  db_forget(&f->db);
  assert_false(sqlite3_get_autocommit(f->db.sqlite)); /* it goes on */
  db_commit(&f->db);
  assert_true(db_ok(&f->db));
  assert_int_equal(rows_of(f->path), 35);
  assert_int_equal(rows_left(f), 35);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(others_see_what_is_committed, setup, log_end),
      cmocka_unit_test_setup_teardown(pages_go_out_and_come_back, setup, log_end),
      cmocka_unit_test_setup_teardown(frames_are_gathered, setup, log_end),
      cmocka_unit_test_setup_teardown(what_is_undone_is_never_written, setup, log_end),
      cmocka_unit_test_setup_teardown(a_full_disk_costs_one_transaction, setup, log_end),
      cmocka_unit_test_setup_teardown(a_full_disk_may_cost_one_statement, setup, log_end),
  };
  return cmocka_run_group_tests(tests, shrink_disk, NULL);
}
