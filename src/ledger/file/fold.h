/* The write-ahead log folded back into the file beside the writer. */
#ifndef LEDGER_FOLD_H
#define LEDGER_FOLD_H

#include <pthread.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdbool.h>

typedef struct Fold {
  const char *path; /* the writer's connection's */
  pthread_t thread;
  bool runs;        /* the thread is there, and is to be joined */
  atomic_bool done; /* it has folded back what it found */
  int pages;        /* in the log behind the last commit */
  /* Pages in the log: that are worth a thread; with which it begins; beyond which nothing is written before it is done.
   * Set by fold_watch. */
  int few, many, most;
} Fold;

/* From now on the log is folded back by `fold`, which must stay where it is until fold_end; the connection is in
 * write-ahead mode. It is the connection's write-ahead hook. */
void fold_watch(Fold *fold, sqlite3 *sqlite);
/* Begins to fold back what is in the log, if that is much, while the caller goes on. */
void fold_begin(Fold *fold);
/* Waits for what was begun. */
void fold_end(Fold *fold);

#endif
