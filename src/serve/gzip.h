/* Bytes packed as gzip: the same bytes, the same packing. */
#ifndef SERVE_GZIP_H
#define SERVE_GZIP_H

#include "base/arena.h"

/* In the arena; false where it fails or gains nothing. */
bool gzip_pack(Arena *arena, Str bytes, Str *packed);

#endif
