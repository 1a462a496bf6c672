#include "code/grammar/reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

ErrorCode frame_error(const SourceFile *file, uint32_t line, ErrorInfo *info, const char *why, ...) {
  char text[200];
  va_list args;
  va_start(args, why);
  vsnprintf(text, sizeof text, why, args);
  va_end(args);
  return error_set(info, ERROR_DATA, file->path, line, "line %u: %s", line, text);
}

Str frame_word(Str *rest) {
  Str s = str_trim(*rest);
  size_t n = 0;
  bool bracket = false;
  for (; n < s.n; n++) {
    if (s.p[n] == '[') bracket = true;
    if (s.p[n] == ']') bracket = false;
    if ((s.p[n] == ' ' || s.p[n] == '\t') && !bracket) break;
  }
  *rest = str_slice(s, n, s.n);
  return str_slice(s, 0, n);
}

static bool id_holds(Str id) {
  for (size_t i = 0; i < id.n; i++) {
    char c = id.p[i];
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-')) return false;
  }
  return id.n > 0;
}

static Str without_comment(Str line) {
  for (size_t i = 0; i < line.n; i++)
    if (line.p[i] == '#' && (i == 0 || line.p[i - 1] == ' ' || line.p[i - 1] == '\t')) return str_slice(line, 0, i);
  return line;
}

static bool of_one_folder(const SourceFile *a, const SourceFile *b) {
  return str_eq(str_slice(a->path, 0, a->path.n - a->name.n), str_slice(b->path, 0, b->path.n - b->name.n));
}

/* The entry to write into: the one of that id from an earlier folder, emptied, or a new one. */
static ErrorCode entry_for(Arena *arena, FrameTexts *out, const FrameText *entry, FrameText **now, ErrorInfo *info) {
  for (uint32_t i = 0; i < out->list.n; i++) {
    FrameText *old = &out->list.at[i];
    if (old->is_set != entry->is_set || !str_eq(old->id, entry->id)) continue;
    if (of_one_folder(old->file, entry->file))
      return frame_error(entry->file, entry->line, info, "'%.*s' stands twice: see line %u of %.*s", STR_ARG(entry->id),
                         old->line, STR_ARG(old->file->name));
    *old = *entry;
    *now = old;
    return ERROR_OK;
  }
  if (!vec_push(&out->list, arena, *entry)) return error_set(info, ERROR_MEMORY, entry->file->path, entry->line, NULL);
  *now = &out->list.at[out->list.n - 1];
  return ERROR_OK;
}

static ErrorCode read_file(Arena *arena, const SourceFile *file, FrameTexts *out, ErrorInfo *info) {
  Str rest = file->text;
  FrameText *now = NULL;
  for (uint32_t line = 1; rest.p; line++) {
    Str text = str_trim(without_comment(str_cut(&rest, '\n')));
    if (!text.n) continue;
    Str value = text, key = frame_word(&value);
    bool set = str_eq(key, STR("set"));
    if (set || str_eq(key, STR("frame"))) {
      FrameText entry = {.file = file, .id = str_trim(value), .is_set = set, .line = line};
      if (!id_holds(entry.id)) return frame_error(file, line, info, "'%.*s' is no id", STR_ARG(entry.id));
      ErrorCode code = entry_for(arena, out, &entry, &now, info);
      if (code) return code;
      continue;
    }
    if (!now) return frame_error(file, line, info, "a line before the first frame or set");
    FrameLine kept = now->is_set ? (FrameLine){STR_NONE, text, line} : (FrameLine){key, str_trim(value), line};
    vec_push(&now->lines, arena, kept);
  }
  return ERROR_OK;
}

static int by_id(const void *a, const void *b) {
  const FrameText *x = a, *y = b;
  if (x->is_set != y->is_set) return x->is_set ? -1 : 1;
  return str_cmp(x->id, y->id);
}

ErrorCode frame_texts_read(Arena *arena, const Source *source, FrameTexts *out, ErrorInfo *info) {
  static const char suffix[] = ".frames";
  *out = (FrameTexts){0};
  for (uint32_t i = 0; i < source->files.n; i++) {
    const SourceFile *file = &source->files.at[i];
    size_t n = sizeof suffix - 1;
    if (file->name.n < n || memcmp(file->name.p + file->name.n - n, suffix, n) != 0) continue;
    ErrorCode code = read_file(arena, file, out, info);
    if (code) return code;
  }
  if (!arena_ok(arena)) return error_set(info, ERROR_MEMORY, STR("grammar"), 0, NULL);
  if (out->list.n) qsort(out->list.at, out->list.n, sizeof *out->list.at, by_id);
  return ERROR_OK;
}

const FrameText *frame_texts_find(const FrameTexts *texts, Str id, bool is_set) {
  FrameText key = {.id = id, .is_set = is_set};
  return texts->list.n ? bsearch(&key, texts->list.at, texts->list.n, sizeof key, by_id) : NULL;
}

static bool has_key(const FrameText *text, Str key) {
  for (uint32_t i = 0; i < text->lines.n; i++)
    if (str_eq(text->lines.at[i].key, key)) return true;
  return false;
}

ErrorCode grammar_examples(Arena *arena, const Source *source, GrammarExamples *out, ErrorInfo *info) {
  FrameTexts texts;
  *out = (GrammarExamples){0};
  ErrorCode code = frame_texts_read(arena, source, &texts, info);
  if (code) return code;
  for (uint32_t i = 0; i < texts.list.n; i++) {
    const FrameText *t = &texts.list.at[i];
    if (t->is_set || !has_key(t, STR("trigger"))) continue;
    if (!has_key(t, STR("example")))
      return frame_error(t->file, t->line, info, "frame %.*s has no example", STR_ARG(t->id));
    if (!has_key(t, STR("near-miss")))
      return frame_error(t->file, t->line, info, "frame %.*s has no near-miss", STR_ARG(t->id));
    for (uint32_t k = 0; k < t->lines.n; k++) {
      const FrameLine *line = &t->lines.at[k];
      bool near_miss = str_eq(line->key, STR("near-miss"));
      if (!near_miss && !str_eq(line->key, STR("example"))) continue;
      GrammarExample e = {t->file, line->line, t->id, line->value, STR_NONE, near_miss};
      if (!near_miss && k + 1 < t->lines.n && str_eq(t->lines.at[k + 1].key, STR("gives")))
        e.gives = t->lines.at[k + 1].value;
      if (!near_miss && !e.gives.n) return frame_error(t->file, line->line, info, "an example without what it gives");
      vec_push(&out->list, arena, e);
    }
  }
  return ERROR_OK;
}
