#include "read/pull.h"

/* An endless line (a gzip bomb is one) is given up. */
static const uint64_t LINE_GIVE_UP = (uint64_t)1 << 30;

bool gather_put(Arena *arena, Gather *g, Str bytes, uint64_t limit) {
  g->all += bytes.n;
  if (g->all > limit) return true;
  if (bytes.n > g->room - g->n) {
    size_t room = g->room ? g->room * 2 : 4096;
    while (room < g->n + bytes.n) room *= 2;
    char *bigger = arena_alloc(arena, room, 1);
    if (!bigger) return false;
    if (g->n) memcpy(bigger, g->p, g->n);
    g->p = bigger;
    g->room = room;
  }
  if (bytes.n) memcpy(g->p + g->n, bytes.p, bytes.n);
  g->n += bytes.n;
  return true;
}

ErrorCode pull_more(Pull *pull, ErrorInfo *info) {
  return pull->chunk.n ? ERROR_OK : stream_next(pull->stream, &pull->chunk, info);
}

static ErrorCode take(Pull *pull, Arena *arena, size_t n, uint64_t limit, Gather *g, ErrorInfo *info) {
  if (!gather_put(arena, g, (Str){pull->chunk.p, n}, limit))
    return error_set(info, ERROR_MEMORY, pull->stream->name, 0, NULL);
  pull->chunk = str_slice(pull->chunk, n, pull->chunk.n);
  return ERROR_OK;
}

ErrorCode pull_line(Pull *pull, Arena *arena, uint64_t limit, Gather *g, bool *end, ErrorInfo *info) {
  ErrorCode code = pull_more(pull, info);
  *end = !code && !pull->chunk.n;
  while (!code && pull->chunk.n) {
    const char *feed = memchr(pull->chunk.p, '\n', pull->chunk.n);
    size_t n = feed ? (size_t)(feed - pull->chunk.p) : pull->chunk.n;
    code = take(pull, arena, n, limit, g, info);
    if (feed) {
      pull->chunk = str_slice(pull->chunk, 1, pull->chunk.n);
      return code;
    }
    if (!code && g->all > LINE_GIVE_UP)
      return error_set(info, ERROR_TOO_LARGE, pull->stream->name, 0, "a line is over 1 GiB; the file is given up");
    if (!code) code = pull_more(pull, info);
  }
  return code;
}

ErrorCode pull_bytes(Pull *pull, Arena *arena, uint64_t n, uint64_t limit, Gather *g, ErrorInfo *info) {
  while (n) {
    ErrorCode code = pull_more(pull, info);
    if (code || !pull->chunk.n) return code;
    size_t now = pull->chunk.n < n ? pull->chunk.n : (size_t)n;
    code = take(pull, arena, now, limit, g, info);
    if (code) return code;
    n -= now;
  }
  return ERROR_OK;
}
