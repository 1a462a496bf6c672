/* Telegram's JSON export (result.json): one document a message of a channel or chat. The
 * channel's name is the outlet; the message's address is the one that the application gives
 * its members, since the export does not tell a channel's public name. The file may be of any
 * size: its messages are cut out of the stream one by one. */
#ifndef READ_TELEGRAM_H
#define READ_TELEGRAM_H

#include "read/document.h"
#include "read/pull.h"

enum { TELEGRAM_NAME = 1024 };

typedef struct Telegram {
  char name[TELEGRAM_NAME]; /* of the channel that is being read, as JSON writes it */
  size_t nname;
  char id[32]; /* the channel's number; empty where the chat is none */
  size_t nid;
  bool channel;
  char key[64]; /* the newest key */
  size_t nkey;
  uint32_t depth, list; /* list: the depth of the messages that are being read; 0 none */
  uint64_t lists;       /* that have been found */
} Telegram;

/* The next message with text; *end at the end, and where the file cannot be read on. Other
 * errors are one message's. d->id is the message's number. */
MUST_USE ErrorCode telegram_next(Telegram *t, Pull *pull, Arena *arena, Document *d, bool *end, ErrorInfo *info);

#endif
