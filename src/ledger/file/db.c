/* Opening a ledger must tell a user what is wrong with a file in words: no ledger, a newer
 * one, read-only, locked, damaged, the disk full. SQLite's codes are turned into such words
 * in one table here.
 *
 * While it is written a ledger is in write-ahead mode: readers go on, and a killed writer
 * costs no more than the transaction it was in. On a clean close the log is folded back and
 * the file is plain again, so that it opens from a folder that cannot be written. */
#include "ledger/file/db.h"

#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <sys/stat.h>

#include "ledger/file/gather.h"
#include "ledger/file/schema.h"

enum { WAIT_STEP_MS = 20, WAIT_TELL_MS = 1000 };

typedef struct Reason {
  int sqlite;
  const char *why;
} Reason;

static const Reason reasons[] = {
    {SQLITE_FULL, "the disk is full; what was written before is kept, and the command can be given again"},
    {SQLITE_NOTADB, "is not a ledger"},
    {SQLITE_CORRUPT, "is damaged; 'sqlite3 FILE \".recover\"' may save what is in it"},
    {SQLITE_READONLY, "cannot be written (it or its folder is read-only)"},
    {SQLITE_BUSY, "another program is writing it; try again when that is done"},
    {SQLITE_LOCKED, "another program is writing it; try again when that is done"},
    {SQLITE_NOMEM, "out of memory"},
    {SQLITE_PERM, "no permission to open it"},
    {SQLITE_TOOBIG, "a value is too large to be kept"},
};

static const char *reason_of(int sqlite) {
  for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
    if (reasons[i].sqlite == (sqlite & 0xFF)) return reasons[i].why;
  return NULL;
}

/* By the time it is told, the system's own reason may be lost. */
static bool cannot_grow(int sqlite) {
  return sqlite == SQLITE_IOERR_WRITE || sqlite == SQLITE_IOERR_FSYNC || sqlite == SQLITE_IOERR_TRUNCATE ||
         sqlite == SQLITE_IOERR_SHMSIZE || sqlite == SQLITE_IOERR_SHMMAP;
}

void db_fail(Db *db, int sqlite) {
  if (db->code) return;
  const char *why = reason_of(sqlite);
  int os = db->sqlite ? sqlite3_system_errno(db->sqlite) : 0;
  /* A write that the system refuses is an I/O error to SQLite, whatever the reason. */
  bool io = (sqlite & 0xFF) == SQLITE_IOERR || (sqlite & 0xFF) == SQLITE_CANTOPEN;
  if (cannot_grow(sqlite)) why = "the disk is full, or fails; what was written before is kept";
  if (io && (os == ENOSPC || os == EDQUOT || os == EFBIG)) why = reason_of(SQLITE_FULL);
  if (!why && io && os) why = strerror(os);
  if (!why && db->sqlite) why = sqlite3_errmsg(db->sqlite);
  db->code = error_set(&db->info, (sqlite & 0xFF) == SQLITE_NOMEM ? ERROR_MEMORY : ERROR_IO, str_of(db->path), 0, "%s",
                       why ? why : sqlite3_errstr(sqlite));
}

void db_fail_with(Db *db, ErrorCode code, const char *why) {
  if (!db->code) db->code = error_set(&db->info, code, str_of(db->path), 0, "%s", why);
}

void db_forget(Db *db) {
  db->code = ERROR_OK;
  db->info = (ErrorInfo){0};
}

ErrorCode db_result(const Db *db, ErrorInfo *info) {
  if (db->code && info) *info = db->info;
  return db->code;
}

static int wait_for(void *p, int tries) {
  Db *db = p;
  sqlite3_sleep(WAIT_STEP_MS);
  int ms = (tries + 1) * WAIT_STEP_MS;
  if (ms % WAIT_TELL_MS || !db->waiting) return 1;
  return db->waiting(db->context, (uint32_t)(ms / 1000));
}

static ErrorCode check_file(const char *path, DbMode mode, ErrorInfo *info) {
  struct stat st;
  if (stat(path, &st) != 0) {
    if (errno == ENOENT && mode == DB_CREATE) return ERROR_OK;
    if (errno == ENOENT) return error_set(info, ERROR_IO, str_of(path), 0, "no such ledger; 'daftar ingest' makes one");
    return error_set(info, ERROR_IO, str_of(path), 0, "%s", strerror(errno));
  }
  if (S_ISREG(st.st_mode)) return ERROR_OK;
  return error_set(info, ERROR_IO, str_of(path), 0, "is not a ledger, but a folder or a device");
}

/* Another writer keeps the mode from changing, and SQLite does not wait for it by itself. */
static void write_ahead(Db *db) {
  for (int tries = 0; db_ok(db); tries++) {
    int got = sqlite3_exec(db->sqlite, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
    if (!got) return;
    if ((got & 0xFF) != SQLITE_BUSY || !wait_for(db, tries)) db_fail(db, got);
  }
}

static void set_up(Db *db, DbMode mode) {
  sqlite3_extended_result_codes(db->sqlite, 1);
  sqlite3_busy_handler(db->sqlite, wait_for, db);
  /* Hostile files: no functions with effects from the schema, no pages that lie. */
  sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config(db->sqlite, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  /* What a transaction writes should fit: a page that goes out before its end comes back, and goes out again. Who reads
   * has the system's cache behind the program's, which for a page costs less than new memory would. */
  db_exec(db, mode == DB_READ ? "PRAGMA cache_size = -4096" : "PRAGMA cache_size = -57344");
  db_exec(db, "PRAGMA temp_store = MEMORY");
  /* Small: indexes of hashes are written at random places, a page for each of their rows. */
  if (mode == DB_CREATE) db_exec(db, "PRAGMA page_size = 4096");
  schema_check(db, mode);
  if (mode == DB_READ || !db_ok(db)) return;
  gather_watch(db->sqlite);
  write_ahead(db);
  db_exec(db, "PRAGMA synchronous = NORMAL");
  fold_watch(&db->fold, db->sqlite);
  db_exec(db, "PRAGMA foreign_keys = ON");
  db->writes = db_ok(db);
  schema_migrate(db);
}

ErrorCode db_open(Db *db, const char *path, DbMode mode, DbWaiting *waiting, void *context, ErrorInfo *info) {
  *db = (Db){.path = path, .waiting = waiting, .context = context};
  ErrorCode code = check_file(path, mode, info);
  if (code) return code;
  int flags = mode == DB_READ     ? SQLITE_OPEN_READONLY
              : mode == DB_CREATE ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                  : SQLITE_OPEN_READWRITE;
  int got = sqlite3_open_v2(path, &db->sqlite, flags | SQLITE_OPEN_NOMUTEX, mode == DB_READ ? NULL : gather_vfs());
  if (got)
    db_fail(db, got);
  else
    set_up(db, mode);
  code = db_result(db, info);
  if (code) db_close(db);
  return code;
}

void db_close(Db *db) {
  for (uint32_t i = 0; i < DB_STATEMENTS; i++) sqlite3_finalize(db->statements[i].statement);
  fold_end(&db->fold);
  if (db->writes) {
    db_forget(db);
    /* Where somebody else has it open this does nothing, and the last to close does it. */
    sqlite3_busy_handler(db->sqlite, NULL, NULL);
    sqlite3_exec(db->sqlite, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  }
  sqlite3_close(db->sqlite);
  *db = (Db){0};
}

void db_exec(Db *db, const char *sql) {
  if (!db_ok(db)) return;
  int got = sqlite3_exec(db->sqlite, sql, NULL, NULL, NULL);
  if (got) db_fail(db, got);
}

sqlite3_stmt *db_prepare(Db *db, Str sql) {
  sqlite3_stmt *statement = NULL;
  if (!db_ok(db)) return NULL;
  int got = sqlite3_prepare_v3(db->sqlite, sql.p, (int)sql.n, 0, &statement, NULL);
  if (got) db_fail(db, got);
  return statement;
}

static sqlite3_stmt *statement_of(Db *db, const char *sql) {
  uint32_t at = (uint32_t)((uintptr_t)sql >> 3) * 2654435761u >> 24;
  for (uint32_t i = 0; i < DB_STATEMENTS; i++, at++) {
    DbStatement *s = &db->statements[at % DB_STATEMENTS];
    if (s->sql == sql) return s->statement;
    if (s->sql) continue;
    int got = sqlite3_prepare_v3(db->sqlite, sql, -1, SQLITE_PREPARE_PERSISTENT, &s->statement, NULL);
    if (got) return db_fail(db, got), NULL;
    s->sql = sql;
    return s->statement;
  }
  db_fail_with(db, ERROR_MEMORY, "too many statements");
  return NULL;
}

void db_bind_str(Db *db, sqlite3_stmt *statement, int at, Str s) {
  if (!statement) return;
  int got = sqlite3_bind_text64(statement, at, s.p ? s.p : "", s.n, SQLITE_TRANSIENT, SQLITE_UTF8);
  if (got) db_fail(db, got);
}

/* `keep`: whether the statement needs a copy of a text, or is done before the caller's goes. */
static int bind_one(sqlite3_stmt *s, int at, char type, sqlite3_destructor_type keep, va_list *args) {
  if (type == 'i') return sqlite3_bind_int64(s, at, va_arg(*args, int64_t));
  if (type == 'o') {
    int64_t value = va_arg(*args, int64_t);
    return value == DB_NONE ? sqlite3_bind_null(s, at) : sqlite3_bind_int64(s, at, value);
  }
  if (type == 'd') {
    double value = va_arg(*args, double);
    return isfinite(value) ? sqlite3_bind_double(s, at, value) : sqlite3_bind_null(s, at);
  }
  Str text = va_arg(*args, Str);
  if (type == 'n' && !text.n) return sqlite3_bind_null(s, at);
  const char *p = text.p ? text.p : "";
  if (type == 'b') return sqlite3_bind_blob64(s, at, p, text.n, keep);
  return sqlite3_bind_text64(s, at, p, text.n, keep, SQLITE_UTF8);
}

static sqlite3_stmt *query(Db *db, const char *sql, const char *types, sqlite3_destructor_type keep, va_list *args) {
  sqlite3_stmt *s = db_ok(db) ? statement_of(db, sql) : NULL;
  if (!s) return NULL;
  for (int i = 0; types[i]; i++) {
    int got = bind_one(s, i + 1, types[i], keep, args);
    if (got) return db_fail(db, got), NULL;
  }
  return s;
}

sqlite3_stmt *db_query(Db *db, const char *sql, const char *types, ...) {
  va_list args;
  va_start(args, types);
  sqlite3_stmt *s = query(db, sql, types, SQLITE_TRANSIENT, &args);
  va_end(args);
  return s;
}

bool db_row(Db *db, sqlite3_stmt *statement) {
  if (!statement) return false;
  int got = db_ok(db) ? sqlite3_step(statement) : SQLITE_DONE;
  if (got == SQLITE_ROW) return true;
  if (got != SQLITE_DONE) db_fail(db, got);
  db_done(statement);
  return false;
}

void db_done(sqlite3_stmt *statement) {
  if (!statement) return;
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
}

void db_run(Db *db, const char *sql, const char *types, ...) {
  va_list args;
  va_start(args, types);
  sqlite3_stmt *s = query(db, sql, types, SQLITE_STATIC, &args);
  va_end(args);
  while (db_row(db, s)) continue;
}

int64_t db_number(Db *db, const char *sql, const char *types, ...) {
  va_list args;
  va_start(args, types);
  sqlite3_stmt *s = query(db, sql, types, SQLITE_STATIC, &args);
  va_end(args);
  if (!db_row(db, s)) return DB_NONE;
  int64_t value = sqlite3_column_type(s, 0) == SQLITE_NULL ? DB_NONE : sqlite3_column_int64(s, 0);
  db_done(s);
  return value;
}

int64_t db_last_id(const Db *db) { return sqlite3_last_insert_rowid(db->sqlite); }

int64_t db_changes(const Db *db) { return sqlite3_changes64(db->sqlite); }

Str db_text(sqlite3_stmt *statement, int column) {
  const char *p = (const char *)sqlite3_column_text(statement, column);
  return (Str){p ? p : "", (size_t)sqlite3_column_bytes(statement, column)};
}

Str db_blob(sqlite3_stmt *statement, int column) {
  const char *p = sqlite3_column_blob(statement, column);
  return (Str){p ? p : "", (size_t)sqlite3_column_bytes(statement, column)};
}

Str db_keep(Arena *arena, sqlite3_stmt *statement, int column) {
  Str s = db_blob(statement, column);
  return s.n ? arena_str(arena, s) : STR("");
}

void db_begin(Db *db) { db_exec(db, "BEGIN IMMEDIATE"); }

void db_rollback(Db *db) {
  /* SQLite has rolled back by itself after some failures. */
  if (!sqlite3_get_autocommit(db->sqlite)) sqlite3_exec(db->sqlite, "ROLLBACK", NULL, NULL, NULL);
}

void db_commit(Db *db) {
  db_exec(db, "COMMIT");
  if (!db_ok(db)) db_rollback(db);
}
