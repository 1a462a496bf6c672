/* A request's parts, one a line: host, origin, authorization, path, then a parameter each; the rest
 * is a text that is cut and hidden in. Nothing is let in that is not the server's own. */
#include <stdlib.h>

#include "serve/guard.h"
#include "serve/route.h"
#include "serve/segment.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds) {
  if (!holds) abort();
}

static void cut(Arena *arena, Str text) {
  Marks marks = {0};
  Hide hide = {0};
  Buffer buffer = {.arena = arena};
  Say say = {.w = writer_to_buffer(&buffer)};
  for (size_t i = 0; i + 2 < text.n && i < 40; i += 2) {
    uint8_t a = (uint8_t)text.p[i], b = (uint8_t)text.p[i + 1];
    Mark mark = {{a < b ? a : b, a < b ? b : a}, STR("x"), 0};
    vec_push(&marks.list, arena, mark);
  }
  text = utf8_clean(arena, text);
  Str rest = text;
  for (int i = 0; i < 4 && rest.n; i++) hide_add(&hide, arena, str_cut(&rest, ';'));
  say_segments(&say, arena, text, (Span){0, (uint32_t)text.n}, &marks, &hide, false);
  say_evidence(&say, arena, text, (Span){(uint32_t)text.n / 3, (uint32_t)text.n / 2}, &marks, &hide);
  (void)hide_in(&hide, arena, text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Arena arena;
  Guard guard = {.bind = STR("127.0.0.1"), .port = 8400, .token = STR("0123456789abcdef")};
  Str rest = {(const char *)data, size};
  Request request = {.method = size ? (Method)(data[0] % 4) : METHOD_GET};
  Problem problem = {0};
  LedgerFilter filter;
  int64_t limit = 0, offset = 0;
  arena_init(&arena, (size_t)64 << 20);
  for (int i = 0; i < PARAMS; i++) request.value[i] = STR("");
  GuardHeaders headers = {
      .host = str_cut(&rest, '\n'), .origin = str_cut(&rest, '\n'), .authorization = str_cut(&rest, '\n')};
  bool in = guard_check(&guard, &headers, true, &request, &problem);
  must(in == (problem.status == 0));
  must(!in || headers.host.n >= 6);
  request.path = str_cut(&rest, '\n');
  problem = (Problem){0};
  const Route *route = route_find(&request, &problem);
  must((route == NULL) == (problem.status != 0));
  problem = (Problem){0};
  for (int i = 0; i < 8 && rest.n && !problem.status; i++) {
    Str value = str_cut(&rest, '\n'), name = str_cut(&value, '=');
    (void)request_take(&request, &arena, route ? route->params : UINT32_MAX, name, value, &problem);
  }
  if (!problem.status && request_filter(&request, &arena, &filter, &problem))
    must(!filter.box || filter.box[0] <= filter.box[2]);
  if (request_page(&request, &limit, &offset, &problem)) must(limit >= 1 && limit <= 500 && offset >= 0);
  cut(&arena, rest);
  arena_fini(&arena);
  return 0;
}
