/* The items of one document as bytes: what a score needs of them, and nothing else. */
#ifndef LEDGER_LINK_PACK_H
#define LEDGER_LINK_PACK_H

#include "ledger/link/link.h"

/* `rows` [items->list.n]: a number of the caller's for each item, kept with it. */
Str link_pack(Arena *arena, const LinkItems *items, const int64_t *rows);

/* What link_pack made, in the arena; strings are copied. Of each item's records the types alone
 * are there again. False: the bytes are of another version, or damaged. */
bool link_unpack(Arena *arena, Str bytes, LinkItems *items, const int64_t **rows);

#endif
