/* The compiled data: one block of bytes, used in place.
 *
 * Layout (all numbers little-endian, every section aligned to 16 bytes):
 *
 *   0   8   magic "DAFTARIM"
 *   8   4   IMAGE_VERSION
 *   12  4   number of sections, S
 *   16  8   size of the whole in bytes
 *   24  8   XXH3-64 of everything from byte 32 on
 *   32  32*S directory, sorted by tag:
 *           0 4 tag   4 4 size of an item   8 8 number of items   16 8 offset   24 8 zero
 *   …       the sections, zero bytes between them
 *
 * The same data compiles to the same bytes. The floors above own the sections: each one
 * writes its own with image/builder.h and, on open, checks that every number in them that
 * points somewhere stays inside. Nothing is ever written into an open image; threads share
 * it freely. */
#ifndef IMAGE_IMAGE_H
#define IMAGE_IMAGE_H

#include "base/error.h"

enum { IMAGE_VERSION = 1, IMAGE_ALIGN = 16, IMAGE_MAX_SECTIONS = 256 };

typedef uint32_t ImageTag;
#define IMAGE_TAG(a, b, c, d)                                                                              \
  ((ImageTag)(unsigned char)(a) | (ImageTag)(unsigned char)(b) << 8 | (ImageTag)(unsigned char)(c) << 16 | \
   (ImageTag)(unsigned char)(d) << 24)

typedef struct Image {
  const uint8_t *base; /* the caller's, aligned to 16; outlives the image */
  size_t size;
  uint32_t sections;
} Image;

typedef struct ImageSection {
  const void *at; /* NULL where the section is missing */
  uint32_t n;     /* items */
} ImageSection;

/* Checks the header, the directory's bounds and the checksum. Borrows `bytes`. */
MUST_USE ErrorCode image_open(Image *image, const void *bytes, size_t size, ErrorInfo *info);

/* The section, or {NULL, 0} where there is none of that tag and item size. */
ImageSection image_section(const Image *image, ImageTag tag, uint32_t item_size);

#endif
