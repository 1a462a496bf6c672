/* Any bytes: cleaned, cut into tokens and sentences, every offset inside and in order. */
#include <stdlib.h>

#include "text/text.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds) {
  if (!holds) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  Arena arena;
  arena_init(&arena, 1 << 24);
  Str bytes = utf8_clean(&arena, (Str){(const char *)data, size});
  Text text = text_of(&arena, bytes);
  uint32_t at = 0;
  for (uint32_t i = 0; arena_ok(&arena) && i < text.ntokens; i++) {
    Span span = text.tokens[i].span;
    must(span.start >= at && span.end > span.start && span.end <= bytes.n);
    must(str_eq(fold_key(&arena, text_slice(&text, span)), token_fold(&text, i)));
    at = span.end;
  }
  arena_fini(&arena);
  return 0;
}
