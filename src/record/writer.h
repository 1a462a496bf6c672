/* A sink for bytes: what writes records, tables and findings knows neither files nor memory.
 *
 *   Buffer buffer = {.arena = arena};              FILE *out = …;
 *   Writer writer = writer_to_buffer(&buffer);     Writer writer = {.put = to_file, .to = out};
 *
 * A put that fails sets `failed`, and everything after it is dropped: whoever made the
 * writer asks once, at the end. */
#ifndef RECORD_WRITER_H
#define RECORD_WRITER_H

#include "base/arena.h"

typedef struct Writer {
  bool (*put)(void *to, Str bytes); /* false: the bytes could not be taken */
  void *to;
  bool failed;
} Writer;

/* A string that grows in an arena; {p, n} is what was written so far. */
typedef struct Buffer {
  Arena *arena;
  char *p;
  size_t n, room;
} Buffer;

Writer writer_to_buffer(Buffer *buffer);
static inline Str buffer_str(const Buffer *buffer) { return (Str){buffer->p, buffer->n}; }

void writer_put(Writer *writer, Str bytes);
void writer_byte(Writer *writer, char byte);
void writer_repeat(Writer *writer, char byte, size_t times);
void writer_u64(Writer *writer, uint64_t number);

/* A number in plain decimals: no exponent, no locale, at most six digits after the point and
 * no zeros at their end. Nothing is written for NAN and infinities (false). */
bool writer_number(Writer *writer, double number);

#define writer_lit(writer, literal) writer_put((writer), STR(literal))

#endif
