#include "engine/sources.h"

#include <zlib.h>

enum { LEVEL = 6 };
static const uint64_t UNPACKED_MAX = (uint64_t)1 << 30;

#define TAG_PACKED IMAGE_TAG('S', 'R', 'C', 'Z')
#define TAG_SIZE IMAGE_TAG('S', 'R', 'C', 'N')

static Str header(Arena *arena, const SourceFile *file) {
  return arena_printf(arena, "%.*s\n%zu\n", STR_ARG(file->name), file->text.n);
}

static Str pour(Arena *arena, const Source *source) {
  size_t size = 0;
  for (uint32_t i = 0; i < source->files.n; i++) size += source->files.at[i].name.n + source->files.at[i].text.n + 24;
  char *p = arena_alloc(arena, size + 1, 1);
  size_t n = 0;
  for (uint32_t i = 0; p && i < source->files.n; i++) {
    Str head = header(arena, &source->files.at[i]), text = source->files.at[i].text;
    if (!head.p) return STR_NONE;
    memcpy(p + n, head.p, head.n);
    if (text.n) memcpy(p + n + head.n, text.p, text.n);
    n += head.n + text.n;
  }
  return (Str){p, n};
}

ErrorCode sources_build(const Source *source, ImageBuilder *image, ErrorInfo *info) {
  Str all = pour(image->arena, source);
  uLongf n = compressBound(all.n);
  Bytef *packed = all.p && all.n <= UNPACKED_MAX ? arena_alloc(image->arena, n, 1) : NULL;
  uint64_t *size = ARENA_NEW(image->arena, uint64_t);
  if (!packed || !size || compress2(packed, &n, (const Bytef *)all.p, all.n, LEVEL) != Z_OK)
    return error_set(info, ERROR_MEMORY, STR("the data"), 0, NULL);
  *size = all.n;
  image_builder_add(image, TAG_PACKED, packed, 1, (uint32_t)n);
  image_builder_add(image, TAG_SIZE, size, sizeof *size, 1);
  return ERROR_OK;
}

static ErrorCode damaged(ErrorInfo *info) {
  return error_set(info, ERROR_IMAGE, STR("the compiled data"), 0, "its sources do not unpack");
}

static ErrorCode split(Str all, Source *source, ErrorInfo *info) {
  while (all.n) {
    Str name = str_cut(&all, '\n');
    uint32_t size = 0;
    if (!str_to_u32(str_cut(&all, '\n'), &size) || size > all.n) return damaged(info);
    Str path = arena_printf(source->arena, "built-in %.*s", STR_ARG(name));
    vec_push(&source->files, source->arena, (SourceFile){path, name, str_slice(all, 0, size)});
    all = str_slice(all, size, all.n);
  }
  return arena_ok(source->arena) ? ERROR_OK : error_set(info, ERROR_MEMORY, STR("the data"), 0, NULL);
}

ErrorCode sources_open(const Image *image, Source *source, ErrorInfo *info) {
  ImageSection packed = image_section(image, TAG_PACKED, 1), size = image_section(image, TAG_SIZE, sizeof(uint64_t));
  uint64_t all = size.n == 1 ? *(const uint64_t *)size.at : UINT64_MAX;
  if (!packed.at || all > UNPACKED_MAX) return damaged(info);
  uLongf n = (uLongf)all;
  char *p = arena_alloc(source->arena, n + 1, 1);
  if (!p) return error_set(info, ERROR_MEMORY, STR("the data"), 0, NULL);
  if (uncompress((Bytef *)p, &n, packed.at, packed.n) != Z_OK || n != all) return damaged(info);
  return split((Str){p, n}, source, info);
}
