/* Bytes packed as gzip: the same bytes, the same packing. */
#ifndef SERVE_GZIP_H
#define SERVE_GZIP_H

#include "base/arena.h"

typedef enum GzipEffort {
  GZIP_FAST = 3, /* packed for one answer, which mostly goes no further than this machine */
  GZIP_SMALL = 9 /* packed once, sent often */
} GzipEffort;

/* In the arena; false where it fails or gains nothing. */
bool gzip_pack(Arena *arena, Str bytes, GzipEffort effort, Str *packed);

#endif
