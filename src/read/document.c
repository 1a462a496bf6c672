#include "read/document.h"

#include "text/utf8.h"

static Str join(Arena *arena, Str title, Str text) {
  char *p = arena_alloc(arena, title.n + 2 + text.n + 1, 1);
  if (!p) return STR_NONE;
  memcpy(p, title.p, title.n);
  memcpy(p + title.n, "\n\n", 2);
  if (text.n) memcpy(p + title.n + 2, text.p, text.n);
  return (Str){p, title.n + 2 + text.n};
}

bool document_finish(Arena *arena, Document *document) {
  Str *const strings[] = {&document->id,  &document->title, &document->published, &document->outlet, &document->author,
                          &document->url, &document->lang,  &document->retrieved, &document->text};
  for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) *strings[i] = utf8_clean(arena, *strings[i]);
  Str title = str_trim(document->title);
  if (title.n && !str_starts(document->text, title)) document->text = join(arena, title, document->text);
  return arena_ok(arena);
}
