/* RSS 2.0, RSS 1.0 and Atom: one document an entry. The full text where the feed has it
 * (content:encoded, content), else its summary; the outlet is the one that the entry names as
 * its source, as feeds that gather others' news do, or the feed's title. */
#ifndef READ_FEED_H
#define READ_FEED_H

#include <libxml/tree.h>

#include "base/error.h"
#include "read/document.h"
#include "read/furniture.h"

typedef struct Feed {
  xmlDoc *doc;
  xmlNode *next;    /* the entry to be read */
  Str outlet, lang; /* in the tree's memory */
} Feed;

/* `bytes` is UTF-8, whatever its declaration says. */
MUST_USE ErrorCode feed_open(Feed *feed, Arena *arena, Str bytes, Str what, ErrorInfo *info);
void feed_close(Feed *feed);
/* The bytes without what would make libxml2 lose text; {NULL, 0} on a failed arena. */
Str feed_mend(Arena *arena, Str bytes);
/* False at the end. d->id is the entry's guid, or empty. */
bool feed_next(Feed *feed, Arena *arena, const Furniture *furniture, Document *d);

#endif
