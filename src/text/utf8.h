/* UTF-8, one code point at a time. */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include "base/arena.h"

enum { UTF8_BROKEN = 0xFFFD };

/* The code point that begins at s.p[*at] (*at < s.n), and moves *at behind it. A sequence
 * that is cut, overlong, a surrogate or past U+10FFFF gives UTF8_BROKEN and moves *at over
 * its longest well-formed beginning, at least one byte (Unicode 15, §3.9, table 3-8). */
uint32_t utf8_next(Str s, size_t *at);

/* Writes a code point, 1 to 4 bytes; returns how many. */
size_t utf8_put(uint32_t code, char out[4]);

/* s itself where it is valid, else a copy in the arena with U+FFFD for each broken
 * sequence; {NULL, 0} on a failed arena. A byte order mark at the start is left out. */
Str utf8_clean(Arena *arena, Str s);

#endif
