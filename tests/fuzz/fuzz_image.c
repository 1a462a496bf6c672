/* Any bytes as an image from outside, its seal made good so that the checks behind it are
 * reached: what opens stays inside its bytes and every search ends. */
#include <stdlib.h>

#include "base/hash.h"
#include "engine/engine.h"
#include "image/layout.h"
#include "image/phrases.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void search(const Image *image) {
  Strings strings;
  if (strings_open(&strings, image, STRINGS_TAGS('t', 'x'), NULL) == ERROR_OK)
    for (uint32_t i = 0; i < strings.n; i++) strings_find(&strings, strings_at(&strings, i));
  Phrases phrases;
  if (phrases_open(&phrases, image, PHRASES_TAGS('t', 'p'), NULL) == ERROR_OK)
    for (uint32_t i = 0; i < phrases.n && i < 1000; i++)
      for (uint32_t w = 0; w < phrases.words.n && w < 100; w++) phrases_step_word(&phrases, i, w);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  uint8_t *bytes =
      size >= sizeof(ImageHeader) ? aligned_alloc(IMAGE_ALIGN, (size + IMAGE_ALIGN) / IMAGE_ALIGN * IMAGE_ALIGN) : NULL;
  if (!bytes) return 0;
  memcpy(bytes, data, size);
  ImageHeader *h = (ImageHeader *)(void *)bytes;
  memcpy(h->magic, IMAGE_MAGIC, sizeof h->magic);
  h->version = IMAGE_VERSION;
  h->size = size;
  h->sections %= 32;
  h->checksum = hash64(bytes + IMAGE_HASHED_FROM, size - IMAGE_HASHED_FROM);
  Image image;
  if (image_open(&image, bytes, size, NULL) == ERROR_OK) search(&image);
  Engine *engine = NULL;
  if (engine_open_image((Str){(const char *)bytes, size}, &engine, NULL) == ERROR_OK) engine_close(engine);
  free(bytes);
  return 0;
}
