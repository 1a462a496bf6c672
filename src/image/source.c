#include "image/source.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/io.h"

static bool ends(Str s, Str suffix) { return s.n >= suffix.n && str_eq(str_slice(s, s.n - suffix.n, s.n), suffix); }

/* A link that leads back up would make an endless folder. */
enum { MAX_DEPTH = 8 };

static ErrorCode add(Source *source, const char *folder, size_t root, int depth, ErrorInfo *info) {
  if (depth > MAX_DEPTH) return error_set(info, ERROR_DATA, str_of(folder), 0, "folders are nested too deep");
  IoEntry *entries = NULL;
  uint32_t n = 0;
  ErrorCode code = io_list(source->arena, folder, &entries, &n, info);
  for (uint32_t i = 0; !code && i < n; i++) {
    if (entries[i].is_folder) {
      code = add(source, entries[i].path.p, root, depth + 1, info);
      continue;
    }
    if (!ends(entries[i].path, STR(".tsv")) && !ends(entries[i].path, STR(".frames"))) continue;
    Str text;
    code = io_read_file(source->arena, entries[i].path.p, SOURCE_MAX_FILE, &text, info);
    if (!code)
      vec_push(&source->files, source->arena,
               (SourceFile){entries[i].path, str_slice(entries[i].path, root, entries[i].path.n), text});
  }
  return code;
}

ErrorCode source_add_folder(Source *source, const char *folder, ErrorInfo *info) {
  size_t root = strlen(folder);
  while (root > 1 && folder[root - 1] == '/') root--;
  Str trimmed = arena_str(source->arena, (Str){folder, root});
  if (!trimmed.p) return error_set(info, ERROR_MEMORY, str_of(folder), 0, NULL);
  return add(source, trimmed.p, root + 1, 0, info);
}

const SourceFile *source_find(const Source *source, Str name) {
  for (uint32_t i = source->files.n; i-- > 0;)
    if (str_eq(source->files.at[i].name, name)) return &source->files.at[i];
  return NULL;
}

TableReader table_reader(const SourceFile *file) {
  Str text = file->text;
  if (str_starts(text, STR("\xEF\xBB\xBF"))) text = str_slice(text, 3, text.n); /* an editor's byte order mark */
  return (TableReader){file, text, 0};
}

bool table_next(TableReader *reader, TableLine *line) {
  while (reader->rest.p) {
    Str text = str_cut(&reader->rest, '\n');
    reader->line++;
    if (text.n && text.p[text.n - 1] == '\r') text.n--;
    if (!str_trim(text).n || text.p[0] == '#') continue;
    *line = (TableLine){.file = reader->file, .line = reader->line};
    while (text.p && line->n < TABLE_MAX_FIELDS) line->field[line->n++] = str_trim(str_cut(&text, '\t'));
    return true;
  }
  return false;
}

ErrorCode table_error(const TableLine *line, ErrorInfo *info, const char *why, ...) {
  char text[200];
  va_list args;
  va_start(args, why);
  vsnprintf(text, sizeof text, why, args);
  va_end(args);
  return error_set(info, ERROR_DATA, line->file->path, line->line, "line %u: %s", line->line, text);
}
