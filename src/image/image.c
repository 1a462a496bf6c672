#include "image/image.h"

#include "base/hash.h"
#include "image/layout.h"

static ErrorCode bad(ErrorInfo *info, uint64_t offset, const char *why) {
  return error_set(info, ERROR_IMAGE, STR("compiled data"), offset, "%s", why);
}

ErrorCode image_open(Image *image, const void *bytes, size_t size, ErrorInfo *info) {
  const ImageHeader *h = bytes;
  *image = (Image){0};
  if (size < sizeof *h || (uintptr_t)bytes % IMAGE_ALIGN) return bad(info, 0, "too short or not aligned");
  if (memcmp(h->magic, IMAGE_MAGIC, sizeof h->magic) != 0) return bad(info, 0, "not a data image");
  if (h->version != IMAGE_VERSION) return bad(info, 8, "made by another version");
  if (h->size != size) return bad(info, 16, "cut short");
  if (h->sections > IMAGE_MAX_SECTIONS || sizeof *h + h->sections * sizeof(ImageEntry) > size)
    return bad(info, 12, "directory out of bounds");
  if (hash64((const uint8_t *)bytes + IMAGE_HASHED_FROM, size - IMAGE_HASHED_FROM) != h->checksum)
    return bad(info, 24, "checksum differs");
  const ImageEntry *e = (const ImageEntry *)(h + 1);
  for (uint32_t i = 0; i < h->sections; i++) {
    bool sorted = i == 0 || e[i - 1].tag < e[i].tag;
    bool inside = e[i].offset % IMAGE_ALIGN == 0 && e[i].offset <= size && e[i].item_size > 0 && e[i].n <= UINT32_MAX &&
                  e[i].n <= (size - e[i].offset) / e[i].item_size;
    if (!sorted || !inside) return bad(info, sizeof *h + i * sizeof *e, "section out of bounds");
  }
  *image = (Image){.base = bytes, .size = size, .sections = h->sections};
  return ERROR_OK;
}

ImageSection image_section(const Image *image, ImageTag tag, uint32_t item_size) {
  if (!image->base) return (ImageSection){0};
  const ImageEntry *e = (const ImageEntry *)(const void *)(image->base + sizeof(ImageHeader));
  for (uint32_t i = 0; i < image->sections; i++)
    if (e[i].tag == tag && e[i].item_size == item_size)
      return (ImageSection){image->base + e[i].offset, (uint32_t)e[i].n};
  return (ImageSection){0};
}
