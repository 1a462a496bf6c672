/* A table of distinct strings, each with a number, in an image: number → string, and
 * string → number by a hash table with open addressing.
 *
 * Three sections, tags given by the owner: the bytes, the offsets (n + 1 of them), and the
 * slots (a power of two, at least twice n; 0 is empty, else number + 1). */
#ifndef IMAGE_STRINGS_H
#define IMAGE_STRINGS_H

#include "image/builder.h"

enum { STRINGS_NONE = UINT32_MAX };

typedef struct Strings {
  const char *bytes;
  const uint32_t *offsets;
  const uint32_t *slots;
  uint32_t n, mask;
} Strings;

typedef struct StringsTags {
  ImageTag bytes, offsets, slots;
} StringsTags;

/* Checks every offset and slot. */
MUST_USE ErrorCode strings_open(Strings *strings, const Image *image, StringsTags tags, ErrorInfo *info);

/* The number of s, or STRINGS_NONE. */
uint32_t strings_find(const Strings *strings, Str s);

static inline Str strings_at(const Strings *strings, uint32_t i) {
  return i < strings->n ? (Str){strings->bytes + strings->offsets[i], strings->offsets[i + 1] - strings->offsets[i]}
                        : STR_NONE;
}

typedef struct StringsBuilder {
  Arena *arena;
  VEC(Str) list; /* copies, by number */
  uint32_t *slots;
  uint32_t mask;
} StringsBuilder;

/* The number of s, which is added at its first sight; numbers count up from 0. The string
 * is copied. STRINGS_NONE on a failed arena. */
uint32_t strings_intern(StringsBuilder *b, Str s);
uint32_t strings_builder_find(const StringsBuilder *b, Str s);

void strings_build(StringsBuilder *b, ImageBuilder *image, StringsTags tags);

#endif
