#include "image/builder.h"

#include <stdlib.h>

#include "base/hash.h"
#include "image/layout.h"

void image_builder_add(ImageBuilder *b, ImageTag tag, const void *items, uint32_t item_size, uint32_t n) {
  vec_push(&b->parts, b->arena, (ImagePart){tag, item_size, n, items});
}

static int by_tag(const void *a, const void *b) {
  ImageTag x = ((const ImagePart *)a)->tag, y = ((const ImagePart *)b)->tag;
  return x < y ? -1 : x > y;
}

static uint64_t up(uint64_t at) { return (at + IMAGE_ALIGN - 1) & ~(uint64_t)(IMAGE_ALIGN - 1); }

ErrorCode image_builder_finish(ImageBuilder *b, Str *out, ErrorInfo *info) {
  uint32_t n = b->parts.n;
  if (n > IMAGE_MAX_SECTIONS) return error_set(info, ERROR_DATA, STR("compiled data"), n, "too many sections");
  if (n) qsort(b->parts.at, n, sizeof *b->parts.at, by_tag);
  uint64_t size = up(sizeof(ImageHeader) + n * sizeof(ImageEntry));
  for (uint32_t i = 0; i < n; i++) {
    if (i && b->parts.at[i].tag == b->parts.at[i - 1].tag)
      return error_set(info, ERROR_DATA, STR("compiled data"), b->parts.at[i].tag, "a section's tag stands twice");
    size = up(size + (uint64_t)b->parts.at[i].item_size * b->parts.at[i].n);
  }
  uint8_t *p = arena_alloc(b->arena, size, IMAGE_ALIGN);
  if (!p || !arena_ok(b->arena)) return error_set(info, ERROR_MEMORY, STR("compiled data"), 0, NULL);
  ImageHeader *h = (ImageHeader *)(void *)p;
  ImageEntry *e = (ImageEntry *)(void *)(h + 1);
  uint64_t at = up(sizeof *h + n * sizeof *e);
  for (uint32_t i = 0; i < n; i++) {
    const ImagePart *part = &b->parts.at[i];
    uint64_t bytes = (uint64_t)part->item_size * part->n;
    e[i] = (ImageEntry){part->tag, part->item_size, part->n, at, 0};
    if (bytes) memcpy(p + at, part->items, bytes);
    at = up(at + bytes);
  }
  *h = (ImageHeader){.version = IMAGE_VERSION, .sections = n, .size = size};
  memcpy(h->magic, IMAGE_MAGIC, sizeof h->magic);
  h->checksum = hash64(p + IMAGE_HASHED_FROM, size - IMAGE_HASHED_FROM);
  *out = (Str){(const char *)p, size};
  return ERROR_OK;
}
