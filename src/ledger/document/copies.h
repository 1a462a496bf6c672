/* Near-copies in a ledger: for each text, the voice it belongs to.
 *
 * A voice is a group of texts that are copies of copies of each other, and is named by the
 * one with the smallest hash, so that it is the same whatever the order they came in. */
#ifndef LEDGER_COPIES_H
#define LEDGER_COPIES_H

#include "base/vec.h"
#include "ledger/file/db.h"
#include "ledger/link/near.h"

enum { COPIES_HEADS = 1 << 20, COPIES_CHUNK = 1 << 14 };

typedef struct CopiesEntry {
  uint32_t next; /* entry + 1; 0: the last */
  uint32_t band;
} CopiesEntry;

/* A text's entries lie in a row, so that it is known by their place. */
typedef struct CopiesChunk {
  CopiesEntry entries[COPIES_CHUNK];
  uint32_t texts[COPIES_CHUNK / NEAR_BANDS];
} CopiesChunk;

/* The bands of all texts, in memory: an index on disk would be touched at 32 places for each
 * text, and cost more the larger it grows. */
typedef struct Copies {
  Arena arena;
  uint32_t *heads; /* [COPIES_HEADS] entry + 1; NULL: not loaded yet */
  VEC(CopiesChunk *) chunks;
  uint32_t n;
  int64_t last; /* the highest text that is in it */
} Copies;

void copies_fini(Copies *copies);

/* Takes up a text that was just written, with row `text`, and gives it its voice; other texts
 * may change theirs. `changed` gets the texts whose voice is another now. True where it is a
 * copy of one that was there. */
typedef struct CopiesChanged {
  VEC(int64_t) texts;
} CopiesChanged;
bool copies_add(Db *db, Copies *copies, Arena *scratch, int64_t text, const NearSketch *sketch, CopiesChanged *changed);

#endif
