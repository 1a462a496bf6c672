#include "image/strings.h"

#include "base/hash.h"

ErrorCode strings_open(Strings *s, const Image *image, StringsTags tags, ErrorInfo *info) {
  ImageSection bytes = image_section(image, tags.bytes, 1);
  ImageSection offsets = image_section(image, tags.offsets, sizeof(uint32_t));
  ImageSection slots = image_section(image, tags.slots, sizeof(uint32_t));
  if (!offsets.n || !slots.n || (slots.n & (slots.n - 1)) || slots.n < offsets.n)
    return error_set(info, ERROR_IMAGE, STR("compiled data"), tags.offsets, "a table of strings is missing");
  *s = (Strings){bytes.at, offsets.at, slots.at, offsets.n - 1, slots.n - 1};
  bool good = s->offsets[0] == 0 && s->offsets[s->n] == bytes.n;
  for (uint32_t i = 0; good && i < s->n; i++) good = s->offsets[i] <= s->offsets[i + 1];
  uint32_t used = 0;
  for (uint32_t i = 0; good && i < slots.n; i++) good = s->slots[i] <= s->n, used += s->slots[i] != 0;
  /* A full table would make a search for what is not there run for ever. */
  if (!good || used == slots.n)
    return error_set(info, ERROR_IMAGE, STR("compiled data"), tags.offsets, "a table of strings is damaged");
  return ERROR_OK;
}

uint32_t strings_find(const Strings *s, Str key) {
  for (uint32_t i = (uint32_t)hash64(key.p, key.n);; i++) {
    uint32_t slot = s->slots[i & s->mask];
    if (!slot) return STRINGS_NONE;
    if (str_eq(strings_at(s, slot - 1), key)) return slot - 1;
  }
}

uint32_t strings_builder_find(const StringsBuilder *b, Str key) {
  if (!b->slots) return STRINGS_NONE;
  for (uint32_t i = (uint32_t)hash64(key.p, key.n);; i++) {
    uint32_t slot = b->slots[i & b->mask];
    if (!slot) return STRINGS_NONE;
    if (str_eq(b->list.at[slot - 1], key)) return slot - 1;
  }
}

static void place(StringsBuilder *b, uint32_t number) {
  Str s = b->list.at[number];
  uint32_t i = (uint32_t)hash64(s.p, s.n);
  while (b->slots[i & b->mask]) i++;
  b->slots[i & b->mask] = number + 1;
}

static bool grow(StringsBuilder *b) {
  uint32_t size = b->slots ? (b->mask + 1) * 2 : 64;
  uint32_t *slots = ARENA_ARRAY(b->arena, uint32_t, size);
  if (!slots) return false;
  b->slots = slots;
  b->mask = size - 1;
  for (uint32_t i = 0; i < b->list.n; i++) place(b, i);
  return true;
}

uint32_t strings_intern(StringsBuilder *b, Str s) {
  uint32_t known = strings_builder_find(b, s);
  if (known != STRINGS_NONE) return known;
  if ((!b->slots || b->list.n + 1 > (b->mask + 1) / 2) && !grow(b)) return STRINGS_NONE;
  if (!vec_push(&b->list, b->arena, arena_str(b->arena, s))) return STRINGS_NONE;
  place(b, b->list.n - 1);
  return b->list.n - 1;
}

void strings_build(StringsBuilder *b, ImageBuilder *image, StringsTags tags) {
  size_t total = 0;
  for (uint32_t i = 0; i < b->list.n; i++) total += b->list.at[i].n;
  char *bytes = arena_alloc(b->arena, total + 1, 1);
  uint32_t *offsets = ARENA_ARRAY(b->arena, uint32_t, b->list.n + 1);
  if ((!b->slots && !grow(b)) || !bytes || !offsets) return;
  for (uint32_t i = 0; i < b->list.n; i++) {
    Str s = b->list.at[i];
    if (s.n) memcpy(bytes + offsets[i], s.p, s.n);
    offsets[i + 1] = offsets[i] + (uint32_t)s.n;
  }
  image_builder_add(image, tags.bytes, bytes, 1, (uint32_t)total);
  image_builder_add(image, tags.offsets, offsets, sizeof(uint32_t), b->list.n + 1);
  image_builder_add(image, tags.slots, b->slots, sizeof(uint32_t), b->mask + 1);
}
