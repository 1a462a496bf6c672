/* daftar --credits: every file of data begins with its licence, source, version and changes;
 * they are printed as they stand. */
#include "cli/input.h"
#include "cli/out.h"
#include "cli/plain.h"
#include "cli/verbs.h"

static const size_t BUDGET = (size_t)2 << 30;

static void put_file(Writer *w, const SourceFile *file) {
  Str rest = file->text;
  put_line_str(w, file->name);
  writer_byte(w, '\n');
  while (rest.n && rest.p[0] == '#') {
    Str line = str_cut(&rest, '\n');
    writer_lit(w, "  ");
    put_line_str(w, str_trim(str_slice(line, 1, line.n)));
    writer_byte(w, '\n');
  }
  writer_byte(w, '\n');
}

int credits(void) {
  ErrorInfo info = {0};
  Engine *engine = NULL;
  Arena arena;
  Out out;
  arena_init(&arena, BUDGET);
  Source source = {.arena = &arena};
  ErrorCode code = engine_open(NULL, &engine, &info);
  if (!code) code = engine_sources(engine, &source, &info);
  if (code) tell_error(code, &info);
  out_open(&out);
  if (!code) writer_lit(&out.writer, "Daftar knows what it knows from these files; their licences hold for them.\n\n");
  for (uint32_t i = 0; !code && i < source.files.n; i++) put_file(&out.writer, &source.files.at[i]);
  engine_close(engine);
  arena_fini(&arena);
  return out_close(&out, code ? EXIT_FAILED : EXIT_DONE);
}
