/* RSS 2.0, RSS 1.0 and Atom: one document an entry. The full text where the feed has it
 * (content:encoded, content), else its summary; the feed's title is the outlet. */
#ifndef READ_FEED_H
#define READ_FEED_H

#include <libxml/tree.h>

#include "base/error.h"
#include "read/document.h"

typedef struct Feed {
  xmlDoc *doc;
  xmlNode *next; /* the entry to be read */
  Str outlet;    /* in the tree's memory */
  uint32_t n;    /* entries read */
} Feed;

/* Does a file that begins so look like a feed? */
bool feed_begins(Str head);
MUST_USE ErrorCode feed_open(Feed *feed, Str bytes, Str what, ErrorInfo *info);
void feed_close(Feed *feed);
/* False at the end. d->id is the entry's guid, or empty. */
bool feed_next(Feed *feed, Arena *arena, Document *d);

#endif
