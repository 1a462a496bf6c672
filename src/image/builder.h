/* Makes an image: each floor adds its sections, the end puts them into one block. */
#ifndef IMAGE_BUILDER_H
#define IMAGE_BUILDER_H

#include "base/vec.h"
#include "image/image.h"

typedef struct ImagePart {
  ImageTag tag;
  uint32_t item_size, n;
  const void *items; /* borrowed until image_builder_finish */
} ImagePart;

typedef struct ImageBuilder {
  Arena *arena; /* everything that is built lives here */
  VEC(ImagePart) parts;
} ImageBuilder;

/* Adds a section; `items` must stay as they are until the end. A tag twice is the caller's
 * fault and makes image_builder_finish fail. Structs must have no padding, or zeroed
 * padding, for the bytes to be the same each time. */
void image_builder_add(ImageBuilder *b, ImageTag tag, const void *items, uint32_t item_size, uint32_t n);

/* The image's bytes, in the builder's arena, aligned for image_open. */
MUST_USE ErrorCode image_builder_finish(ImageBuilder *b, Str *out, ErrorInfo *info);

#endif
