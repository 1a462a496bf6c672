/* A file that is written with a log, and what others find of it: another program, and who comes after one that was
 * killed. */
#ifndef LOG_SETUP_H
#define LOG_SETUP_H

#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cmocka_all.h"
#include "ledger/file/db.h"

typedef struct LogSetup {
  char path[64], log[80], copy[64], copied_log[80];
  Db db;
} LogSetup;

static inline void log_forget(const LogSetup *s) {
  const char *const paths[] = {s->path, s->copy};
  static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
  for (size_t p = 0; p < 2; p++)
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
      char path[96];
      snprintf(path, sizeof path, "%s%s", paths[p], ends[i]);
      unlink(path);
    }
}

/* A table `t` with blobs. `name`: the test's, for the file's name. NULL: it could not be made. */
static inline LogSetup *log_begin(const char *name) {
  LogSetup *s = calloc(1, sizeof *s);
  ErrorInfo info = {0};
  if (!s) return NULL;
  snprintf(s->path, sizeof s->path, "%s_%ld.db", name, (long)getpid());
  snprintf(s->copy, sizeof s->copy, "%s_%ld_copy.db", name, (long)getpid());
  snprintf(s->log, sizeof s->log, "%s-wal", s->path);
  snprintf(s->copied_log, sizeof s->copied_log, "%s-wal", s->copy);
  log_forget(s);
  if (db_open(&s->db, s->path, DB_CREATE, NULL, NULL, &info)) {
    free(s);
    return NULL;
  }
  db_exec(&s->db, "CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB)");
  return s;
}

static inline int log_end(void **state) {
  LogSetup *s = *state;
  if (s->db.sqlite) db_close(&s->db);
  log_forget(s);
  free(s);
  return 0;
}

/* By another program, with SQLite's own VFS. */
static inline int64_t rows_of(const char *path) {
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

static inline void copy_file(const char *from, const char *to) {
  FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
  char bytes[4096];
  assert_non_null(in);
  assert_non_null(out);
  for (size_t n; (n = fread(bytes, 1, sizeof bytes, in)) > 0;) assert_int_equal(fwrite(bytes, 1, n, out), n);
  fclose(in);
  fclose(out);
}

/* What a program leaves that is killed now. */
static inline int64_t rows_left(const LogSetup *s) {
  copy_file(s->path, s->copy);
  copy_file(s->log, s->copied_log);
  return rows_of(s->copy);
}

static inline off_t size_of(const char *path) {
  struct stat st;
  return stat(path, &st) ? -1 : st.st_size;
}

#endif
