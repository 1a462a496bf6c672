/* The ledger's tables, by version. docs/ledger.md tells what stands in each column. */
#ifndef LEDGER_SCHEMA_H
#define LEDGER_SCHEMA_H

#include "ledger/file/db.h"

/* PRAGMA application_id of every ledger: "DFTR". */
enum { SCHEMA_APPLICATION = 0x44465452 };

/* The drawers of indexes record_actor_words, record_rid and record_key, in SQL that every program has: of words their
 * third letter (behind an article) and length, of an id or a key its beginning. Whoever looks for one names its drawer
 * as well; with a + before the column, or SQLite puts what it is to be in its place in the drawer, too, and goes
 * through all of them. */
#define SCHEMA_WORDS_DRAWER(words) "unicode(substr(" words " || '...', 3)) * 8 + length(" words ") % 8"
#define SCHEMA_ID_DRAWER(id) "substr(" id ", 1, 2)"
/* Of columns rid and key of a record: is it this one? */
#define SCHEMA_ID_IS(id, what) SCHEMA_ID_DRAWER(id) " = " SCHEMA_ID_DRAWER(what) " AND +" id " = " what

/* Of `sheet_match m`: its incident. A record's key leads to where the record is now, should two incidents have become
 * one. */
#define SCHEMA_MATCHED_NOW                                                 \
  "coalesce((SELECT r.incident FROM record r WHERE " SCHEMA_ID_IS("r.key", \
                                                                  "m.incident") " AND r.current = 1), m.incident)"

/* Of a record by its alias, where its kind is named: the indexes by kind (record_kind, record_kind_type) have no
 * events. */
#define SCHEMA_NO_EVENT(r) r ".kind <> 'event'"

/* Of `record r`: told by a report as it stands now, and by no reviewer rejected. */
#define SCHEMA_STANDS "r.current = 1 AND r.status <> 'rejected'"

/* The version that this program writes. */
uint32_t schema_version(void);

/* Fails where the file is no ledger, or one of a newer program, or an older one that is only
 * to be read. In DB_CREATE an empty file is one in the making. */
void schema_check(Db *db, DbMode mode);
/* Brings an older or empty ledger to the present version, in one transaction. */
void schema_migrate(Db *db);
/* To a former version, for tests. */
void schema_migrate_to(Db *db, uint32_t version);
/* The same with steps of the caller's, for tests: steps[i] leads from version i to i + 1. */
void schema_migrate_by(Db *db, const char *const *steps, uint32_t n);

#endif
