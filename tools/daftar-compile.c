/* daftar-compile DATA_DIR OUT: compiles data/ into the image that the library embeds. */
#include <stdio.h>

#include "base/io.h"
#include "engine/compile.h"

static const size_t BUDGET = (size_t)4 << 30;

static ErrorCode compile(Arena *arena, const char *folder, const char *out, ErrorInfo *info) {
  Source source = {.arena = arena};
  Str image;
  ErrorCode code = source_add_folder(&source, folder, info);
  if (!code) code = engine_compile(arena, &source, &image, info);
  if (!code) code = io_write_file(out, image, info);
  return code;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fputs("usage: daftar-compile DATA_DIR OUT\n", stderr);
    return 2;
  }
  Arena arena;
  ErrorInfo info = {0};
  arena_init(&arena, BUDGET);
  ErrorCode code = compile(&arena, argv[1], argv[2], &info);
  arena_fini(&arena);
  if (code) fprintf(stderr, "daftar-compile: %s: %s\n", info.what, info.why[0] ? info.why : error_text(code));
  return code ? 3 : 0;
}
