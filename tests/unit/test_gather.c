/* What a transaction adds to the log is there for all when the transaction counts, and not before it must be. */
#define _GNU_SOURCE
#include "cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ledger/db.h"
#include "ledger/gather.h"

typedef struct Fixture {
  char path[64], log[80], copy[64], copied_log[80];
  Db db;
} Fixture;

static void forget(const Fixture *f) {
  static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    char path[96];
    snprintf(path, sizeof path, "%s%s", f->path, ends[i]);
    unlink(path);
    snprintf(path, sizeof path, "%s%s", f->copy, ends[i]);
    unlink(path);
  }
}

static int setup(void **state) {
  Fixture *f = calloc(1, sizeof *f);
  ErrorInfo info = {0};
  if (!f) return -1;
  snprintf(f->path, sizeof f->path, "test_gather_%ld.db", (long)getpid());
  snprintf(f->copy, sizeof f->copy, "test_gather_%ld_copy.db", (long)getpid());
  snprintf(f->log, sizeof f->log, "%s-wal", f->path);
  snprintf(f->copied_log, sizeof f->copied_log, "%s-wal", f->copy);
  forget(f);
  if (db_open(&f->db, f->path, DB_CREATE, NULL, NULL, &info)) return -1;
  db_exec(&f->db, "CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB)");
  *state = f;
  return 0;
}

static int teardown(void **state) {
  Fixture *f = *state;
  if (f->db.sqlite) db_close(&f->db);
  forget(f);
  free(f);
  return 0;
}

static void add_rows(Fixture *f, int64_t n) {
  db_run(&f->db,
         "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
         " INSERT INTO t (b) SELECT randomblob(3000) FROM n",
         "i", n);
  assert_true(db_ok(&f->db));
}

/* By another program, with SQLite's own VFS. */
static int64_t rows_of(const char *path) {
  sqlite3 *other = NULL;
  sqlite3_stmt *s = NULL;
  assert_int_equal(sqlite3_open_v2(path, &other, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
  assert_int_equal(
      sqlite3_prepare_v2(other, "SELECT count(*), (SELECT * FROM pragma_integrity_check) FROM t", -1, &s, NULL),
      SQLITE_OK);
  assert_int_equal(sqlite3_step(s), SQLITE_ROW);
  assert_string_equal((const char *)sqlite3_column_text(s, 1), "ok");
  int64_t n = sqlite3_column_int64(s, 0);
  sqlite3_finalize(s);
  sqlite3_close(other);
  return n;
}

static void copy_file(const char *from, const char *to) {
  FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
  char bytes[4096];
  assert_non_null(in);
  assert_non_null(out);
  for (size_t n; (n = fread(bytes, 1, sizeof bytes, in)) > 0;) assert_int_equal(fwrite(bytes, 1, n, out), n);
  fclose(in);
  fclose(out);
}

/* What a killed program leaves. */
static int64_t rows_left(const Fixture *f) {
  copy_file(f->path, f->copy);
  copy_file(f->log, f->copied_log);
  return rows_of(f->copy);
}

static off_t size_of(const char *path) {
  struct stat st;
  return stat(path, &st) ? -1 : st.st_size;
}

static void others_see_what_is_committed(void **state) {
  Fixture *f = *state;
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
  Fixture *f = *state;
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
  Fixture *f = *state;
  db_exec(&f->db, "PRAGMA wal_checkpoint(TRUNCATE)");
  db_exec(&f->db, "PRAGMA cache_size = 10");
  db_begin(&f->db);
  add_rows(f, 16);
  off_t before = size_of(f->log);
  assert_true(before >= 0 && before < 4096);
  db_commit(&f->db);
  assert_true(size_of(f->log) > 16 * 3000);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(others_see_what_is_committed, setup, teardown),
      cmocka_unit_test_setup_teardown(pages_go_out_and_come_back, setup, teardown),
      cmocka_unit_test_setup_teardown(frames_are_gathered, setup, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
