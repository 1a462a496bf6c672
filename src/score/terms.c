/* See terms.h. The words to pass over and the prefixes stand in data/score/terms.tsv. */
#include "score/terms.h"

enum { LETTERS_LEFT = 3 };

static Str folded(Arena *arena, Str word) {
  Text text = text_of(arena, word);
  return text.ntokens ? token_fold(&text, 0) : STR_NONE;
}

ErrorCode terms_open(Arena *arena, const Source *source, TermTable *table, ErrorInfo *info) {
  *table = (TermTable){0};
  const SourceFile *file = source_find(source, STR("score/terms.tsv"));
  if (!file) return error_set(info, ERROR_DATA, STR("score/terms.tsv"), 0, "is not among the data");
  TableReader reader = table_reader(file);
  TableLine line;
  while (table_next(&reader, &line)) {
    if (line.n != 2) return table_error(&line, info, "wants a kind and a form");
    Str form = folded(arena, line.field[1]);
    if (str_eq(line.field[0], STR("stop")))
      vec_push(&table->stops, arena, form);
    else if (str_eq(line.field[0], STR("prefix")))
      vec_push(&table->prefixes, arena, form);
    else
      return table_error(&line, info, "the kind is stop or prefix");
  }
  return arena_ok(arena) ? ERROR_OK : error_set(info, ERROR_MEMORY, STR("score/terms.tsv"), 0, NULL);
}

static bool is_stop(const TermTable *table, Str word) {
  for (uint32_t i = 0; i < table->stops.n; i++)
    if (str_eq(table->stops.at[i], word)) return true;
  return false;
}

static Str stem(const TermTable *table, Str word) {
  for (uint32_t i = 0; i < table->prefixes.n; i++) {
    Str prefix = table->prefixes.at[i];
    if (str_starts(word, prefix) && word.n - prefix.n >= LETTERS_LEFT) return str_slice(word, prefix.n, word.n);
  }
  return word;
}

static bool has(const Str *list, uint32_t n, Str word) {
  for (uint32_t i = 0; i < n; i++)
    if (str_eq(list[i], word)) return true;
  return false;
}

Terms terms_of(Arena *arena, const TermTable *table, Str quote) {
  Text text = text_of(arena, quote);
  Str *list = ARENA_ARRAY(arena, Str, text.ntokens + 1);
  if (!list) return (Terms){0};
  uint32_t n = 0;
  for (uint32_t i = 0; i < text.ntokens; i++) {
    if (text.tokens[i].kind == TOKEN_PUNCT) continue;
    Str word = token_fold(&text, i);
    if (is_stop(table, word)) continue;
    word = stem(table, word);
    if (!has(list, n, word)) list[n++] = word;
  }
  return (Terms){list, n};
}

bool terms_alike(Terms a, Terms b) {
  uint32_t shared = 0;
  for (uint32_t i = 0; i < a.n; i++) shared += has(b.at, b.n, a.at[i]);
  return a.n && b.n && 4 * shared >= a.n + b.n;
}
