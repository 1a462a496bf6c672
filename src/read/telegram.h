/* Telegram's JSON export (result.json): one document a message of a channel or chat. The
 * channel's name is the outlet. The file may be of any size: its messages are cut out of the
 * stream one by one. */
#ifndef READ_TELEGRAM_H
#define READ_TELEGRAM_H

#include "read/document.h"
#include "read/pull.h"

enum { TELEGRAM_DEPTH = 16, TELEGRAM_NAME = 256 };

typedef struct Telegram {
  char name[TELEGRAM_NAME]; /* of the channel that is being read */
  size_t nname;
  char key[64]; /* the newest key */
  size_t nkey;
  uint32_t depth, list; /* list: the depth of the messages that are being read; 0 none */
  bool begun;
} Telegram;

/* One object with "messages" in it, rather than lines of objects. */
bool telegram_begins(Str head);
/* The next message with text; *end at the end. d->id is the message's number. */
MUST_USE ErrorCode telegram_next(Telegram *t, Pull *pull, Arena *arena, Document *d, bool *end, ErrorInfo *info);

#endif
