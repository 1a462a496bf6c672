/* SQLite writes a page to its write-ahead log in two steps, the frame's head of 24 bytes and the page, hundreds of
 * thousands of times where a ledger is large. Here they are put together in memory, and written when
 *
 *   - the frame that ends a transaction is complete: its head has the file's size, others zero there. SQLite tells
 * other programs of the transaction only after that, so that they find all of it;
 *   - anything else is asked of the log: they are read, it is cut, synced, measured, written elsewhere;
 *   - there is no more room.
 *
 * A program that is killed loses what it had gathered of a transaction that it had not ended: what is lost in any case.
 * What cannot be written, the disk being full, stays gathered: SQLite may undo one statement and go on. What is left of
 * a transaction that is undone must never be written, since another writer's frames may stand there by then; SQLite
 * does not tell the log of it, but a hook (gather_watch). Only the log is gathered; every other file is the system's.
 * Format of the log: https://www.sqlite.org/fileformat2.html */
#include "ledger/file/gather.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
  ROOM = 120 << 10, /* the system's VFS takes less than 128 KB at once (os_unix.c) */
  FRAME_HEAD = 24,
  FRAME_SIZE_AT = 4, /* of the head: the pages of the file, in four bytes */
  NOWHERE = -1       /* nothing follows what was written last */
};

typedef struct Log {
  sqlite3_file head;
  char *gathered;        /* [ROOM] */
  sqlite3_int64 from;    /* where in the file it belongs */
  sqlite3_int64 at;      /* behind the last byte that was written, or gathered */
  int n;                 /* bytes gathered */
  bool ends;             /* the frame at hand ends a transaction */
  sqlite3_file *written; /* the system's, behind this struct */
} Log;

/* SQLite knows a VFS by its address for as long as the program runs; these are written once (make). */
static sqlite3_vfs *base, vfs;

static Log *log_of(sqlite3_file *file) { return (Log *)file; }

static int write_out(Log *log) {
  int got = log->n ? log->written->pMethods->xWrite(log->written, log->gathered, log->n, log->from) : SQLITE_OK;
  if (!got) log->n = 0;
  return got;
}

/* ---- the log's methods ---- */

/* What is still gathered then was of no transaction that counts. */
static int close_log(sqlite3_file *file) {
  Log *log = log_of(file);
  free(log->gathered);
  return log->written->pMethods->xClose(log->written);
}

/* A transaction is undone by reading what stands before it, which must not fail with the write that was its end. */
static int read_log(sqlite3_file *file, void *to, int n, sqlite3_int64 at) {
  Log *log = log_of(file);
  int wrote = at + n > log->from ? write_out(log) : SQLITE_OK;
  return wrote ? wrote : log->written->pMethods->xRead(log->written, to, n, at);
}

static bool ends_transaction(const uint8_t *head) {
  return head[FRAME_SIZE_AT] || head[FRAME_SIZE_AT + 1] || head[FRAME_SIZE_AT + 2] || head[FRAME_SIZE_AT + 3];
}

static int gather(Log *log, const void *bytes, int n, sqlite3_int64 at) {
  if (at != log->at || n > ROOM - log->n) {
    int wrote = write_out(log);
    if (wrote) return wrote;
  }
  /* What does not follow the last is no frame that is added. */
  if (at != log->at || n > ROOM) return log->written->pMethods->xWrite(log->written, bytes, n, at);
  if (!log->n) log->from = at;
  memcpy(log->gathered + log->n, bytes, (size_t)n);
  log->n += n;
  return SQLITE_OK;
}

static int write_log(sqlite3_file *file, const void *bytes, int n, sqlite3_int64 at) {
  Log *log = log_of(file);
  if (n == FRAME_HEAD) log->ends = ends_transaction(bytes);
  int got = gather(log, bytes, n, at);
  log->at = got ? NOWHERE : at + n;
  if (!got && log->ends && n != FRAME_HEAD) got = write_out(log);
  return got;
}

static int cut_log(sqlite3_file *file, sqlite3_int64 size) {
  int wrote = write_out(log_of(file));
  return wrote ? wrote : log_of(file)->written->pMethods->xTruncate(log_of(file)->written, size);
}

static int sync_log(sqlite3_file *file, int flags) {
  int wrote = write_out(log_of(file));
  return wrote ? wrote : log_of(file)->written->pMethods->xSync(log_of(file)->written, flags);
}

static int size_of_log(sqlite3_file *file, sqlite3_int64 *size) {
  int wrote = write_out(log_of(file));
  return wrote ? wrote : log_of(file)->written->pMethods->xFileSize(log_of(file)->written, size);
}

static int lock_log(sqlite3_file *file, int how) {
  return log_of(file)->written->pMethods->xLock(log_of(file)->written, how);
}

static int unlock_log(sqlite3_file *file, int how) {
  return log_of(file)->written->pMethods->xUnlock(log_of(file)->written, how);
}

static int is_locked(sqlite3_file *file, int *out) {
  return log_of(file)->written->pMethods->xCheckReservedLock(log_of(file)->written, out);
}

static int control_log(sqlite3_file *file, int what, void *value) {
  int wrote = write_out(log_of(file));
  return wrote ? wrote : log_of(file)->written->pMethods->xFileControl(log_of(file)->written, what, value);
}

static int sector_of_log(sqlite3_file *file) {
  return log_of(file)->written->pMethods->xSectorSize(log_of(file)->written);
}

static int device_of_log(sqlite3_file *file) {
  return log_of(file)->written->pMethods->xDeviceCharacteristics(log_of(file)->written);
}

static const sqlite3_io_methods methods = {
    .iVersion = 1, /* shared memory is the main file's */
    .xClose = close_log,
    .xRead = read_log,
    .xWrite = write_log,
    .xTruncate = cut_log,
    .xSync = sync_log,
    .xFileSize = size_of_log,
    .xLock = lock_log,
    .xUnlock = unlock_log,
    .xCheckReservedLock = is_locked,
    .xFileControl = control_log,
    .xSectorSize = sector_of_log,
    .xDeviceCharacteristics = device_of_log,
};

/* ---- the VFS ---- */

static int open_file(sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *out) {
  (void)self;
  if (!(flags & SQLITE_OPEN_WAL)) return base->xOpen(base, name, file, flags, out);
  Log *log = log_of(file);
  memset(log, 0, sizeof *log);
  log->written = (sqlite3_file *)(void *)(log + 1);
  log->gathered = malloc(ROOM);
  if (!log->gathered) return SQLITE_NOMEM;
  int got = base->xOpen(base, name, log->written, flags, out);
  if (got) {
    free(log->gathered);
    return got;
  }
  log->at = NOWHERE;
  file->pMethods = &methods;
  return SQLITE_OK;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

/* All but opening is done by the system's own functions, which find in the copy what they look for in theirs. */
static void make(void) {
  base = sqlite3_initialize() ? NULL : sqlite3_vfs_find(NULL);
  if (!base) return;
  vfs = *base;
  vfs.pNext = NULL;
  vfs.zName = "gathered";
  vfs.szOsFile = (int)sizeof(Log) + base->szOsFile;
  vfs.xOpen = open_file;
  if (sqlite3_vfs_register(&vfs, 0)) base = NULL;
}

const char *gather_vfs(void) {
  pthread_once(&once, make);
  return base ? vfs.zName : NULL;
}

/* ---- a transaction that is undone ---- */

static void forget(void *p) {
  sqlite3_file *file = NULL;
  int got = sqlite3_file_control(p, "main", SQLITE_FCNTL_JOURNAL_POINTER, (void *)&file);
  if (!got && file && file->pMethods == &methods) log_of(file)->n = 0;
}

void gather_watch(sqlite3 *sqlite) { sqlite3_rollback_hook(sqlite, forget, sqlite); }
