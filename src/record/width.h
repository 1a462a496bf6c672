/* How many cells of a terminal a text takes, cluster by cluster.
 *
 * A cluster is a character with the marks that sit on it: «دّ» is dal with shadda and takes
 * one cell, as every Arabic letter does; a wide character of East Asia takes two. */
#ifndef RECORD_WIDTH_H
#define RECORD_WIDTH_H

#include "base/str.h"

/* Cells of one character on its own: 0 for marks and format characters, 1 or 2 else. */
uint32_t width_code(uint32_t code);

typedef struct Cluster {
  Str bytes;
  uint32_t cells;
  bool rtl;     /* a strong right-to-left character */
  bool control; /* not to be sent to a terminal: a control or bidi control character */
} Cluster;

/* The cluster at s.p[*at] (*at < s.n), and moves *at behind it. */
Cluster width_next(Str s, size_t *at);

/* Cells of the whole; controls count as nothing. */
uint32_t width_of(Str s);

#endif
