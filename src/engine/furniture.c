#include "engine/furniture.h"

#define TAG_FURNITURE IMAGE_TAG('F', 'U', 'R', 'N')

static bool is_how(Str how) {
  return str_eq(how, STR("line")) || str_eq(how, STR("begins")) || str_eq(how, STR("holds")) ||
         str_eq(how, STR("rest"));
}

typedef struct Lines {
  char *p;
  size_t n;
} Lines;

static void put(Lines *to, Str s, char end) {
  if (s.n) memcpy(to->p + to->n, s.p, s.n);
  to->n += s.n;
  to->p[to->n++] = end;
}

static ErrorCode add_file(const SourceFile *file, Lines *to, ErrorInfo *info) {
  TableReader reader = table_reader(file);
  for (TableLine line; table_next(&reader, &line);) {
    if (!is_how(line.field[0])) return table_error(&line, info, "the first field is none of line, begins, holds, rest");
    if (!str_trim(line.field[1]).n) return table_error(&line, info, "there are no words");
    put(to, line.field[0], '\t');
    put(to, str_trim(line.field[1]), '\n');
  }
  return ERROR_OK;
}

ErrorCode furniture_lines(const Source *source, Str *lines, ErrorInfo *info) {
  static const Str name = {"read/furniture.tsv", sizeof "read/furniture.tsv" - 1};
  size_t size = 1;
  for (uint32_t i = 0; i < source->files.n; i++)
    if (str_eq(source->files.at[i].name, name)) size += source->files.at[i].text.n + 1;
  Lines to = {.p = arena_alloc(source->arena, size, 1)};
  if (!to.p) return error_set(info, ERROR_MEMORY, name, 0, NULL);
  for (uint32_t i = 0; i < source->files.n; i++) {
    if (!str_eq(source->files.at[i].name, name)) continue;
    ErrorCode code = add_file(&source->files.at[i], &to, info);
    if (code) return code;
  }
  *lines = (Str){to.p, to.n};
  return ERROR_OK;
}

ErrorCode furniture_build(const Source *source, ImageBuilder *image, ErrorInfo *info) {
  Str lines;
  ErrorCode code = furniture_lines(source, &lines, info);
  if (!code) image_builder_add(image, TAG_FURNITURE, lines.p, 1, (uint32_t)lines.n);
  return code;
}

Str furniture_of(const Image *image) {
  ImageSection section = image_section(image, TAG_FURNITURE, 1);
  return (Str){section.at, section.at ? section.n : 0};
}
