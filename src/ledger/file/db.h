/* SQLite, as the ledger uses it.
 *
 * A failure sticks, as an arena's does: the first one is kept in the Db, every call after it
 * does nothing (queries give no rows), and whoever began the transaction asks once, at its
 * end. Statements are kept prepared by the address of their text, which must therefore be a
 * literal; what is put together at run time goes through db_prepare.
 *
 * Values are bound by a string of types, one letter each:
 *   i  int64_t             s  Str as text           n  Str as text, NULL where empty
 *   b  Str as a blob       d  double, NULL where not finite
 *   o  int64_t, NULL where it is DB_NONE */
#ifndef LEDGER_DB_H
#define LEDGER_DB_H

#include <sqlite3.h>

#include "base/arena.h"
#include "base/error.h"
#include "ledger/file/fold.h"

#define DB_NONE INT64_MIN

enum { DB_STATEMENTS = 256 };

typedef enum DbMode {
  DB_READ,  /* the file is never written, not even its journal mode */
  DB_WRITE, /* it must be there */
  DB_CREATE /* it may be made */
} DbMode;

/* Called about once a second while another program holds the ledger; false: give up. */
typedef bool DbWaiting(void *context, uint32_t seconds);

typedef struct DbStatement {
  const char *sql;
  sqlite3_stmt *statement;
} DbStatement;

typedef struct Db {
  sqlite3 *sqlite;
  const char *path; /* the caller's */
  ErrorCode code;   /* the first failure; ERROR_OK: none */
  ErrorInfo info;
  bool writes;
  Fold fold; /* of one that writes */
  DbWaiting *waiting;
  void *context;
  DbStatement statements[DB_STATEMENTS]; /* open addressing, by the text's address */
} Db;

/* Opens the file and says plainly what is wrong with it; *db is usable only after ERROR_OK. `waiting` may be
 * NULL: it then waits for ever. */
MUST_USE ErrorCode db_open(Db *db, const char *path, DbMode mode, DbWaiting *waiting, void *context, ErrorInfo *info);
/* Leaves a plain file behind (no write-ahead log) where this was the last to have it open. */
void db_close(Db *db);

static inline bool db_ok(const Db *db) { return !db->code; }
/* The failure that stuck, copied to *info. */
MUST_USE ErrorCode db_result(const Db *db, ErrorInfo *info);
/* Makes a failure stick. `sqlite`: what SQLite said. */
void db_fail(Db *db, int sqlite);
void db_fail_with(Db *db, ErrorCode code, const char *why);
/* Forgets the failure, after a rollback. */
void db_forget(Db *db);

void db_exec(Db *db, const char *sql);
/* A prepared statement with its values bound, before its first row; NULL after a failure. */
sqlite3_stmt *db_query(Db *db, const char *sql, const char *types, ...);
/* The next row? At the end, and after a failure, the statement is reset. */
bool db_row(Db *db, sqlite3_stmt *statement);
/* Ends a statement before its last row. */
void db_done(sqlite3_stmt *statement);
/* Runs a statement that gives no rows. */
void db_run(Db *db, const char *sql, const char *types, ...);
/* The first column of the first row, or DB_NONE. */
int64_t db_number(Db *db, const char *sql, const char *types, ...);
int64_t db_last_id(const Db *db);
/* Rows that the last statement changed. */
int64_t db_changes(const Db *db);

/* A statement of the caller's, who ends it with sqlite3_finalize. */
sqlite3_stmt *db_prepare(Db *db, Str sql);
void db_bind_str(Db *db, sqlite3_stmt *statement, int at, Str s);

/* A column of the row as text or as bytes, valid until the next row; empty for NULL. */
Str db_text(sqlite3_stmt *statement, int column);
Str db_blob(sqlite3_stmt *statement, int column);
/* The same, copied. */
Str db_keep(Arena *arena, sqlite3_stmt *statement, int column);

/* BEGIN IMMEDIATE: waits for another writer (`waiting` is told). */
void db_begin(Db *db);
/* Commits, or rolls back after a failure, which stays. */
void db_commit(Db *db);
void db_rollback(Db *db);

#endif
