/* A first look at a file that was handed over: what its documents are, and what they do not tell. */
#ifndef SERVE_PEEK_H
#define SERVE_PEEK_H

#include "serve/say.h"
#include "serve/serve.h"

enum { PEEK_ROWS = 10, PEEK_DOCUMENTS = 1000 };

typedef struct PeekRow {
  Str title, published, outlet;
  uint32_t characters;
} PeekRow;

typedef struct Peek {
  bool looked;
  uint32_t documents, undated, nameless;
  PeekRow rows[PEEK_ROWS];
  uint32_t nrows;
} Peek;

/* Reads the file's beginning; strings in the arena. A file that cannot be read has no documents:
 * coding it tells why. */
void peek_at(Arena *arena, const ServeOptions *options, Str path, Str published, Str outlet, Peek *peek);
/* Members "missing" and "preview" of an object. */
void peek_say(Say *say, const Peek *peek);

#endif
