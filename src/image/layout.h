/* The image's bytes, as image/image.h tells them; for the loader and the builder alone. */
#ifndef IMAGE_LAYOUT_H
#define IMAGE_LAYOUT_H

#include <stdint.h>

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "the image is little-endian and used in place"
#endif

#define IMAGE_MAGIC "DAFTARIM"
enum { IMAGE_HASHED_FROM = 32 };

typedef struct ImageHeader {
  char magic[8];
  uint32_t version, sections;
  uint64_t size, checksum;
} ImageHeader;

typedef struct ImageEntry {
  uint32_t tag, item_size;
  uint64_t n, offset, zero;
} ImageEntry;

_Static_assert(sizeof(ImageHeader) == 32 && sizeof(ImageEntry) == 32, "as image.h tells");

#endif
