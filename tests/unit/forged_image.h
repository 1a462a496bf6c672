/* Images made to look sound: each four bytes of a good one in turn made a number that is wrong,
 * the checksum right. What opens of them must stay inside its bytes (the sanitizers judge) and
 * end. */
#ifndef TESTS_FORGED_IMAGE_H
#define TESTS_FORGED_IMAGE_H

#include "base/hash.h"
#include "cmocka_all.h"
#include "image/image.h"
#include "image/layout.h"

static inline void image_reseal(uint8_t *bytes, size_t n) {
  ImageHeader *h = (ImageHeader *)(void *)bytes;
  h->checksum = hash64(bytes + IMAGE_HASHED_FROM, n - IMAGE_HASHED_FROM);
}

/* walk: opens the table and goes through all of it; false where it is refused. */
static inline void forge_numbers(Arena *a, Str good, bool (*walk)(const Image *image)) {
  uint8_t *bytes = arena_alloc(a, good.n, IMAGE_ALIGN);
  static const uint32_t forged[] = {0, 1, 2, 5, 7, 9, 64, 255, 65536, 0x7FFFFFFF, 0xFFFFFFFF};
  unsigned opened = 0, refused = 0;
  for (size_t at = 8; at + 4 <= good.n; at += 4)
    for (size_t k = 0; k < sizeof forged / sizeof *forged; k++) {
      memcpy(bytes, good.p, good.n);
      memcpy(bytes + at, &forged[k], 4);
      image_reseal(bytes, good.n);
      Image image;
      bool open = !image_open(&image, bytes, good.n, NULL) && walk(&image);
      opened += open;
      refused += !open;
    }
  assert_true(opened > 100 && refused > 100);
}

/* build: an image of n entries, or an empty string where memory fails, at whichever allocation. */
static inline void fail_each_allocation(Str (*build)(Arena *a, uint32_t n), uint32_t n) {
  size_t nth = 0;
  for (bool done = false; !done; nth++) {
    Arena a;
    arena_init(&a, 1 << 24);
    a.fail_after = nth;
    Str out = build(&a, n);
    done = arena_ok(&a);
    assert_int_equal(out.p != NULL, done);
    arena_fini(&a);
  }
  assert_true(nth > n);
}

#endif
