/* Any bytes as a file: read (plain, JSONL, gzip, UTF-16, as they happen to look), every
 * document valid UTF-8, coded, and every record held to its text. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "engine/engine.h"
#include "engine/explain.h"
#include "read/reader.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv);

static Engine *engine;

static void must(bool holds) {
  if (!holds) abort();
}

int LLVMFuzzerInitialize(int *argc, char ***argv) {
  (void)argc, (void)argv;
  must(engine_open(NULL, &engine, NULL) == ERROR_OK);
  return 0;
}

static void must_hold(Arena *arena, const Analysis *a) {
  uint32_t n = 0;
  const Record *records = analysis_records(a, &n);
  const Text *text = analysis_text(a);
  for (uint32_t i = 0; i < n; i++) must(record_holds(&records[i], text->bytes));
  ExplainMentions mentions = explain_mentions(arena, a);
  for (uint32_t i = 0; i < mentions.n; i++) {
    Quote q = mentions.at[i].quote;
    must(q.span.end <= text->bytes.n && str_eq(q.text, text_slice(text, q.span)));
  }
  for (uint32_t i = 0; i < text->ntokens; i++) {
    Span span = text->tokens[i].span;
    must(span.start < span.end && span.end <= text->bytes.n && (i == 0 || text->tokens[i - 1].span.end <= span.start));
  }
}

static void code(Arena *arena, const Document *d) {
  EngineDocument document = {.id = d->id, .text = d->text, .outlet = d->outlet};
  if (engine_published_ok(d->published)) document.published = d->published;
  must(utf8_clean(arena, d->text).p == d->text.p);
  const Analysis *a = NULL;
  must(engine_analyse(engine, arena, &document, true, &a, NULL) == ERROR_OK);
  must_hold(arena, a);
}

static void read_all(Arena *arena, Arena *work, const char *path) {
  ReaderOptions options = {.paths = &path, .npaths = 1};
  Reader *reader = reader_new(arena, &options);
  Document d;
  ErrorInfo info = {0};
  for (ReaderStep step; reader && (step = reader_next(reader, &d, &info)) != READER_END;) {
    if (step == READER_REFUSED) continue;
    arena_reset(work);
    code(work, &d);
  }
  reader_close(reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Arena arena, work;
  char path[64];
  FILE *f = tmpfile();
  must(f != NULL && fwrite(data, 1, size, f) == size && fflush(f) == 0);
  snprintf(path, sizeof path, "/proc/self/fd/%d", fileno(f));
  arena_init(&arena, (size_t)1 << 28);
  arena_init(&work, (size_t)1 << 30);
  read_all(&arena, &work, path);
  arena_fini(&work);
  arena_fini(&arena);
  fclose(f);
  return 0;
}
