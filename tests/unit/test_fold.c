/* The log is folded back while the writer goes on, and what was committed is there all the time. */
#define _GNU_SOURCE
#include "cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ledger/db.h"

enum { FEW = 8, MANY = 64, MOST = 96, FRAME = 4096 + 24, ROWS = 3 };

typedef struct Fixture {
  char path[64], log[80], copy[64], copied_log[80];
  Db db;
} Fixture;

static void forget(const Fixture *f) {
  const char *const paths[] = {f->path, f->copy};
  static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
  for (size_t p = 0; p < 2; p++)
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
      char path[96];
      snprintf(path, sizeof path, "%s%s", paths[p], ends[i]);
      unlink(path);
    }
}

static int setup(void **state) {
  Fixture *f = calloc(1, sizeof *f);
  ErrorInfo info = {0};
  if (!f) return -1;
  snprintf(f->path, sizeof f->path, "test_fold_%ld.db", (long)getpid());
  snprintf(f->copy, sizeof f->copy, "test_fold_%ld_copy.db", (long)getpid());
  snprintf(f->log, sizeof f->log, "%s-wal", f->path);
  snprintf(f->copied_log, sizeof f->copied_log, "%s-wal", f->copy);
  forget(f);
  if (db_open(&f->db, f->path, DB_CREATE, NULL, NULL, &info)) return -1;
  f->db.fold.few = FEW;
  f->db.fold.many = MANY;
  f->db.fold.most = MOST;
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

/* At its end, and over a page that was written before. */
static void write_some(Fixture *f) {
  db_begin(&f->db);
  for (int i = 0; i < ROWS; i++) db_run(&f->db, "INSERT INTO t (b) VALUES (randomblob(3000))", "");
  db_run(&f->db, "UPDATE t SET b = randomblob(3000) WHERE a = (SELECT max(a) FROM t) / 2", "");
  db_commit(&f->db);
  assert_true(db_ok(&f->db));
}

static int64_t rows_of(const char *path) {
  sqlite3 *other = NULL;
  sqlite3_stmt *s = NULL;
  static const char sql[] = "SELECT count(*), (SELECT * FROM pragma_integrity_check) FROM t";
  assert_int_equal(sqlite3_open_v2(path, &other, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
  assert_int_equal(sqlite3_prepare_v2(other, sql, -1, &s, NULL), SQLITE_OK);
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

/* What a program leaves that is killed now. */
static int64_t rows_left(const Fixture *f) {
  copy_file(f->path, f->copy);
  copy_file(f->log, f->copied_log);
  return rows_of(f->copy);
}

static off_t size_of(const char *path) {
  struct stat st;
  return stat(path, &st) ? -1 : st.st_size;
}

static void the_log_begins_anew(void **state) {
  Fixture *f = *state;
  for (int64_t i = 1; i <= 150; i++) {
    write_some(f);
    if (i % 10 == 0) assert_int_equal(rows_left(f), i * ROWS);
    if (i % 50 == 0) assert_int_equal(rows_of(f->path), i * ROWS);
  }
  assert_true(size_of(f->log) < (off_t)2 * MOST * FRAME);
  assert_true(size_of(f->path) > (off_t)MOST * 4096);
  db_close(&f->db);
  assert_int_equal(size_of(f->log), -1);
  assert_int_equal(rows_of(f->path), 150 * ROWS);
}

/* It reads on what it began with, and the log waits for it. */
static void a_reader_holds_on_to_the_log(void **state) {
  Fixture *f = *state;
  sqlite3 *reader = NULL;
  write_some(f);
  assert_int_equal(sqlite3_open_v2(f->path, &reader, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
  assert_int_equal(sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM t", NULL, NULL, NULL), SQLITE_OK);
  for (int i = 1; i < 60; i++) write_some(f);
  assert_true(f->db.fold.pages > MOST);
  assert_int_equal(rows_left(f), 60 * ROWS);
  sqlite3_close(reader);
  for (int i = 60; i < 64; i++) write_some(f);
  assert_true(f->db.fold.pages < MOST);
  assert_int_equal(rows_left(f), 64 * ROWS);
}

static void what_was_begun_is_waited_for(void **state) {
  Fixture *f = *state;
  for (int i = 0; i < 5; i++) write_some(f);
  assert_in_range(f->db.fold.pages, FEW, MANY - 1);
  assert_false(f->db.fold.runs);
  fold_begin(&f->db.fold);
  assert_true(f->db.fold.runs);
  write_some(f);
  db_close(&f->db);
  assert_int_equal(size_of(f->log), -1);
  assert_int_equal(rows_of(f->path), 6 * ROWS);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(the_log_begins_anew, setup, teardown),
      cmocka_unit_test_setup_teardown(a_reader_holds_on_to_the_log, setup, teardown),
      cmocka_unit_test_setup_teardown(what_was_begun_is_waited_for, setup, teardown),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
