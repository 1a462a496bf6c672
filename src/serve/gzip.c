#include "serve/gzip.h"

#include <zlib.h>

enum { WINDOW_GZIP = 15 + 16, MEMORY = 8 };
static const size_t BYTES_MOST = (size_t)256 << 20;

bool gzip_pack(Arena *arena, Str bytes, GzipEffort effort, Str *packed) {
  z_stream z = {0};
  if (bytes.n > BYTES_MOST) return false;
  if (deflateInit2(&z, (int)effort, Z_DEFLATED, WINDOW_GZIP, MEMORY, Z_DEFAULT_STRATEGY) != Z_OK) return false;
  uLong room = deflateBound(&z, (uLong)bytes.n);
  char *out = arena_alloc(arena, room, 1);
  z.next_in = (Bytef *)(uintptr_t)bytes.p;
  z.avail_in = (uInt)bytes.n;
  z.next_out = (Bytef *)out;
  z.avail_out = (uInt)room;
  bool done = out && deflate(&z, Z_FINISH) == Z_STREAM_END && z.total_out < bytes.n;
  *packed = (Str){out, z.total_out};
  deflateEnd(&z);
  return done;
}
