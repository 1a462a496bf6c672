/* The image container and its string table: the same bytes each time, and nothing that was
 * damaged on its way is opened. */
#include "forged_image.h"

#include "base/hash.h"
#include "image/builder.h"
#include "image/layout.h"
#include "image/phrases.h"

static const ImageTag A = IMAGE_TAG('t', 'e', 's', 'a'), B = IMAGE_TAG('t', 'e', 's', 'b');
static const StringsTags TAGS = STRINGS_TAGS('t', 'x');

static const char *const words[] = {"", "kirkuk", "mosul", "raqqa", "deir ez-zor", "hasakah", "qamishli", "mosul"};
enum { WORDS = sizeof words / sizeof *words };

/* An image of two plain sections and a string table; STR_NONE where memory ran out. */
static Str build(Arena *a, uint32_t extra) {
  static const uint64_t numbers[] = {1, 2, 3};
  ImageBuilder b = {.arena = a};
  StringsBuilder s = {.arena = a};
  for (int i = 0; i < WORDS; i++) strings_intern(&s, str_of(words[i]));
  for (uint32_t i = 0; i < extra; i++) strings_intern(&s, arena_printf(a, "word-%u", i));
  image_builder_add(&b, B, "xyz", 1, 3);
  image_builder_add(&b, A, numbers, sizeof *numbers, 3);
  strings_build(&s, &b, TAGS);
  Str out = STR_NONE;
  return image_builder_finish(&b, &out, NULL) == ERROR_OK ? out : STR_NONE;
}

static void what_goes_in_comes_out(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 24);
  Str bytes = build(&a, 1000);
  Image image;
  assert_int_equal(image_open(&image, bytes.p, bytes.n, NULL), ERROR_OK);
  ImageSection s = image_section(&image, A, sizeof(uint64_t));
  assert_int_equal(s.n, 3);
  assert_int_equal(((const uint64_t *)s.at)[2], 3);
  assert_int_equal((uintptr_t)s.at % IMAGE_ALIGN, 0);
  assert_null(image_section(&image, A, 4).at);
  assert_null(image_section(&image, IMAGE_TAG('n', 'o', 'n', 'e'), 1).at);
  Strings strings;
  assert_int_equal(strings_open(&strings, &image, TAGS, NULL), ERROR_OK);
  assert_int_equal(strings.n, 7 + 1000);
  for (uint32_t i = 0; i < strings.n; i++) assert_int_equal(strings_find(&strings, strings_at(&strings, i)), i);
  assert_int_equal(strings_find(&strings, STR("baghdad")), STRINGS_NONE);
  assert_int_equal(strings_find(&strings, STR_NONE), 0); /* the empty word was the first */
  assert_null(strings_at(&strings, strings.n).p);
  arena_fini(&a);
}

static void the_same_bytes_each_time(void **state) {
  (void)state;
  Arena a, b;
  arena_init(&a, 1 << 24);
  arena_init(&b, 1 << 24);
  memset(arena_alloc(&b, 5000, 1), 0xAA, 5000); /* other memory, other addresses */
  assert_str(build(&a, 77), build(&b, 77));
  arena_fini(&a);
  arena_fini(&b);
}

static void a_tag_twice_is_refused(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  ImageBuilder b = {.arena = &a};
  image_builder_add(&b, A, "x", 1, 1);
  image_builder_add(&b, A, "y", 1, 1);
  Str out;
  ErrorInfo info;
  assert_int_equal(image_builder_finish(&b, &out, &info), ERROR_DATA);
  arena_fini(&a);
}

static void too_many_sections_are_refused(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  ImageBuilder b = {.arena = &a};
  for (uint32_t i = 0; i <= IMAGE_MAX_SECTIONS; i++) image_builder_add(&b, i, "x", 1, 1);
  Str out;
  assert_int_equal(image_builder_finish(&b, &out, NULL), ERROR_DATA);
  arena_fini(&a);
}

static void an_empty_image(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  ImageBuilder b = {.arena = &a};
  Str out;
  Image image;
  assert_int_equal(image_builder_finish(&b, &out, NULL), ERROR_OK);
  assert_int_equal(image_open(&image, out.p, out.n, NULL), ERROR_OK);
  assert_null(image_section(&image, A, 1).at);
  Strings strings;
  assert_int_equal(strings_open(&strings, &image, TAGS, NULL), ERROR_IMAGE);
  Image closed = {0};
  assert_null(image_section(&closed, A, 1).at);
  arena_fini(&a);
}

/* Every single byte changed, every length cut: never opened. */
static void damage_is_seen(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 24);
  Str good = build(&a, 0);
  uint8_t *bytes = arena_alloc(&a, good.n, IMAGE_ALIGN);
  memcpy(bytes, good.p, good.n);
  Image image;
  ErrorInfo info;
  for (size_t i = 0; i < good.n; i++) {
    bytes[i] ^= 0x20;
    assert_int_equal(image_open(&image, bytes, good.n, &info), ERROR_IMAGE);
    assert_int_equal(image.sections, 0);
    bytes[i] ^= 0x20;
  }
  for (size_t n = 0; n < good.n; n++) assert_int_equal(image_open(&image, bytes, n, &info), ERROR_IMAGE);
  assert_int_equal(image_open(&image, bytes + 1, good.n - 1, &info), ERROR_IMAGE);
  assert_int_equal(image_open(&image, bytes, good.n, &info), ERROR_OK);
  arena_fini(&a);
}

static bool walk(const Image *image) {
  Strings s;
  if (strings_open(&s, image, TAGS, NULL)) return false;
  for (uint32_t i = 0; i < s.n; i++) strings_find(&s, strings_at(&s, i));
  strings_find(&s, STR("not there"));
  return true;
}

static void forged_numbers_stay_inside(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 24);
  forge_numbers(&a, build(&a, 5), walk);
  arena_fini(&a);
}

/* A table without an empty slot would make a search for what is not there run for ever. */
static void a_full_table_is_refused(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 24);
  Str good = build(&a, 0);
  uint8_t *bytes = arena_alloc(&a, good.n, IMAGE_ALIGN);
  memcpy(bytes, good.p, good.n);
  Image image;
  Strings s;
  assert_int_equal(image_open(&image, bytes, good.n, NULL), ERROR_OK);
  assert_int_equal(strings_open(&s, &image, TAGS, NULL), ERROR_OK);
  ImageSection slots = image_section(&image, TAGS.slots, sizeof(uint32_t));
  uint32_t *slot = (uint32_t *)(void *)(bytes + ((const uint8_t *)slots.at - bytes));
  for (uint32_t i = 0; i < slots.n; i++)
    if (!slot[i]) slot[i] = 1;
  image_reseal(bytes, good.n);
  assert_int_equal(image_open(&image, bytes, good.n, NULL), ERROR_OK);
  assert_int_equal(strings_open(&s, &image, TAGS, NULL), ERROR_IMAGE);
  arena_fini(&a);
}

static void every_allocation_fails_once(void **state) {
  (void)state;
  fail_each_allocation(build, 100);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_goes_in_comes_out),
      cmocka_unit_test(the_same_bytes_each_time),
      cmocka_unit_test(a_tag_twice_is_refused),
      cmocka_unit_test(too_many_sections_are_refused),
      cmocka_unit_test(an_empty_image),
      cmocka_unit_test(damage_is_seen),
      cmocka_unit_test(forged_numbers_stay_inside),
      cmocka_unit_test(a_full_table_is_refused),
      cmocka_unit_test(every_allocation_fails_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
