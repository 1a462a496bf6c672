/* What is filed, for new happenings to be held against: of each happening what sifts it out (link_sift.h), and
 * the drawers (kind of act and place: link_drawers) it lies in.
 *
 * The file has one short row for each document (table filing), which is added at the end. Who looks for
 * likes has all of them in memory: an index on disk would be touched at seven places for each document, each a
 * page of its own as the ledger grows. */
#ifndef LEDGER_DRAWERS_H
#define LEDGER_DRAWERS_H

#include "base/vec.h"
#include "ledger/file/db.h"
#include "ledger/link/link_sift.h"

typedef struct DrawersItem {
  uint32_t document; /* 0: taken out */
  LinkSift sift;
} DrawersItem;

typedef struct DrawersEntry {
  uint32_t next, item; /* + 1; 0: the last */
} DrawersEntry;

typedef struct Drawers {
  Arena arena;
  uint32_t *heads; /* entry + 1; NULL: not loaded */
  VEC(DrawersItem *) items;
  VEC(DrawersEntry *) entries; /* both in chunks */
  uint32_t nitems, nentries;
  int64_t state; /* of the file when they were loaded: another program may write it */
} Drawers;

void drawers_fini(Drawers *drawers);

/* Files a document's items, in the file as well; those that were filed of it before must be out. */
void drawers_file(Db *db, Drawers *drawers, Arena *scratch, int64_t document, const LinkItems *items);
/* Takes out what is filed of a document, if anything. */
void drawers_remove(Db *db, Drawers *drawers, int64_t document);

/* Calls `found` for happenings that may share a key with the item and reach the threshold with it: a document may come
 * several times, and some come that do not. */
typedef void DrawersFound(void *context, int64_t document);
void drawers_find(Db *db, Drawers *drawers, const LinkItem *item, DrawersFound *found, void *context);

#endif
