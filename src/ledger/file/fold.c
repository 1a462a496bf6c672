/* SQLite folds its log back when a commit finds it long: it syncs the log, writes each of its pages to the file, and
 * syncs that. The writer would wait for the disk all that time, and the workers for the writer. So a thread with a
 * connection of its own does it (SQLite lets one go on writing behind what another folds back), and the writer only the
 * rest that it wrote meanwhile, with which the log begins anew.
 *
 * Nothing here decides what is kept: a log that is not folded back, because a reader holds on to it, the disk is full
 * or no thread can be started, stays, and the next commit tries again. */
#include "ledger/file/fold.h"

#include <stddef.h>

/* Pages, of 4 KB. One that several transactions write goes to the file once, and of a large ledger these are most. */
enum { FEW = 4096, MANY = 49152, MOST = 98304 };

/* A connection knows of the log once it has read. */
static void *run(void *p) {
  Fold *f = p;
  sqlite3 *own = NULL;
  if (!sqlite3_open_v2(f->path, &own, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) &&
      !sqlite3_exec(own, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL))
    sqlite3_wal_checkpoint_v2(own, "main", SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  sqlite3_close(own);
  atomic_store(&f->done, true);
  return NULL;
}

static void begin(Fold *f) {
  atomic_store(&f->done, false);
  f->runs = !pthread_create(&f->thread, NULL, run, f);
}

void fold_end(Fold *f) {
  if (f->runs) pthread_join(f->thread, NULL);
  f->runs = false;
}

static int after_commit(void *p, sqlite3 *sqlite, const char *schema, int pages) {
  Fold *f = p;
  f->pages = pages;
  if (!f->runs && pages >= f->many) begin(f);
  bool rest = f->runs ? atomic_load(&f->done) || pages >= f->most : pages >= f->many;
  if (!rest) return SQLITE_OK;
  fold_end(f);
  sqlite3_wal_checkpoint_v2(sqlite, schema, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
  return SQLITE_OK;
}

void fold_watch(Fold *f, sqlite3 *sqlite) {
  *f = (Fold){.path = sqlite3_db_filename(sqlite, "main"), .few = FEW, .many = MANY, .most = MOST};
  sqlite3_wal_hook(sqlite, after_commit, f);
}

void fold_begin(Fold *f) {
  if (!f->runs && f->pages >= f->few) begin(f);
}
