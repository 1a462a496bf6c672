/* The log is folded back while the writer goes on, and what was committed is there all the time. */
#include "log_setup.h"

enum { FEW = 8, MANY = 64, MOST = 96, FRAME = 4096 + 24, ROWS = 3 };

static int setup(void **state) {
  LogSetup *s = log_begin("test_fold");
  *state = s;
  if (!s) return -1;
  s->db.fold.few = FEW;
  s->db.fold.many = MANY;
  s->db.fold.most = MOST;
  return 0;
}

/* At its end, and over a page that was written before. */
static void write_some(LogSetup *f) {
  db_begin(&f->db);
  for (int i = 0; i < ROWS; i++) db_run(&f->db, "INSERT INTO t (b) VALUES (randomblob(3000))", "");
  db_run(&f->db, "UPDATE t SET b = randomblob(3000) WHERE a = (SELECT max(a) FROM t) / 2", "");
  db_commit(&f->db);
  assert_true(db_ok(&f->db));
}

static void the_log_begins_anew(void **state) {
  LogSetup *f = *state;
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
  LogSetup *f = *state;
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
  LogSetup *f = *state;
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
      cmocka_unit_test_setup_teardown(the_log_begins_anew, setup, log_end),
      cmocka_unit_test_setup_teardown(a_reader_holds_on_to_the_log, setup, log_end),
      cmocka_unit_test_setup_teardown(what_was_begun_is_waited_for, setup, log_end),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
