/* Writes to SQLite's write-ahead log, gathered. */
#ifndef LEDGER_GATHER_H
#define LEDGER_GATHER_H

#include <sqlite3.h>

/* The name of a VFS of SQLite's for sqlite3_open_v2: the system's own, but what a transaction adds to the write-ahead
 * log goes out in large pieces, and all of it before the transaction counts. NULL where it cannot be had: SQLite's own
 * will do. May be called by several threads. */
const char *gather_vfs(void);

/* For each connection that was opened with it, before it writes: what is gathered of a transaction goes when that is
 * rolled back. It is the connection's rollback hook. */
void gather_watch(sqlite3 *sqlite);

#endif
