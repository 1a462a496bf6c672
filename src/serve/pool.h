/* Connections to the ledger for those who read, and the cube they share.
 *
 * The cube is made anew when the ledger has changed. While another program writes all the time
 * that would be all the time too: then answers are made from one that is some seconds old. */
#ifndef SERVE_POOL_H
#define SERVE_POOL_H

#include "serve/context.h"

typedef struct Pool Pool;

MUST_USE ErrorCode pool_open(House *house, Pool **pool, ErrorInfo *info);
void pool_close(Pool *pool);

/* Lends a connection, an arena that is empty, the cube and its generation to the context; waits
 * for one to be free. False after setting the problem. */
bool pool_take(Pool *pool, Context *context);
void pool_give(Pool *pool, Context *context);
/* Looks again, after this server has written: at once where that is quick; else it is done beside,
 * and answers are made from the older cube meanwhile. False after setting the problem. */
bool pool_refresh(Context *context);
/* One decision at a time. */
void pool_writing(Pool *pool, bool begins);
/* Who asks from now on sees the ledger as it is now at least, and waits for that: a file was read. */
void pool_demand(Pool *pool);
/* Changes where the ledger did, without a connection of its own: for ETag. *fresh: the cube is of it; an answer from
 * an older one must not be kept, or who asks for it again would never have it made anew. */
int64_t pool_generation(Pool *pool, bool *fresh);

#endif
