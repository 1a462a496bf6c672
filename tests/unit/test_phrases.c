/* Phrases of words: every phrase that was put in is found with its values in their order,
 * nothing else is, and a forged table neither leaves its bytes nor runs for ever. */
#include "forged_image.h"

#include "base/hash.h"
#include "image/layout.h"
#include "image/phrases.h"

static const PhrasesTags TAGS = PHRASES_TAGS('t', 'p');

/* Adds a phrase given as words parted by blanks. */
static void add(PhrasesBuilder *b, const char *phrase, uint32_t value) {
  Str list[8], rest = str_of(phrase);
  uint32_t n = 0;
  while (rest.n && n < 8) list[n++] = str_cut(&rest, ' ');
  phrases_add(b, list, n, value);
}

static PhraseValues find(const Phrases *p, const char *phrase) {
  Str rest = str_of(phrase);
  uint32_t node = PHRASES_ROOT;
  while (rest.n && node != PHRASES_NONE) node = phrases_step(p, node, str_cut(&rest, ' '));
  return node == PHRASES_NONE ? (PhraseValues){0} : phrases_values(p, node);
}

static Str build(Arena *a, uint32_t extra) {
  ImageBuilder image = {.arena = a};
  PhrasesBuilder b = {.arena = a};
  add(&b, "deir ez zor", 7);
  add(&b, "deir", 3);
  add(&b, "tyre", 2);
  add(&b, "tyre", 1);
  add(&b, "tyre", 2); /* twice: kept once, in its first place */
  add(&b, "zor deir", 9);
  for (uint32_t i = 0; i < extra; i++) {
    Str word = arena_printf(a, "w%u x%u", i % 50, i);
    if (word.p) add(&b, word.p, i);
  }
  phrases_build(&b, &image, TAGS);
  Str out = STR_NONE;
  return image_builder_finish(&image, &out, NULL) == ERROR_OK ? out : STR_NONE;
}

static void longest_and_shortest_are_found(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 24);
  Str bytes = build(&a, 2000);
  Image image;
  Phrases p;
  assert_int_equal(image_open(&image, bytes.p, bytes.n, NULL), ERROR_OK);
  assert_int_equal(phrases_open(&p, &image, TAGS, NULL), ERROR_OK);
  assert_int_equal(find(&p, "deir ez zor").n, 1);
  assert_int_equal(find(&p, "deir ez zor").at[0], 7);
  assert_int_equal(find(&p, "deir").at[0], 3);
  assert_int_equal(find(&p, "deir ez").n, 0);
  assert_int_equal(find(&p, "ez").n, 0);
  assert_int_equal(find(&p, "deir zor").n, 0);
  PhraseValues tyre = find(&p, "tyre");
  assert_int_equal(tyre.n, 2);
  assert_int_equal(tyre.at[0], 2);
  assert_int_equal(tyre.at[1], 1);
  for (uint32_t i = 0; i < 2000; i++) {
    PhraseValues v = find(&p, arena_printf(&a, "w%u x%u", i % 50, i).p);
    assert_int_equal(v.n, 1);
    assert_int_equal(v.at[0], i);
  }
  assert_int_equal(phrases_step(&p, PHRASES_ROOT, STR("unheard")), PHRASES_NONE);
  assert_int_equal(phrases_step_word(&p, PHRASES_ROOT, STRINGS_NONE), PHRASES_NONE);
  assert_int_equal(phrases_values(&p, 1u << 30).n, 0);
  arena_fini(&a);
}

static void an_empty_table_opens(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  ImageBuilder image = {.arena = &a};
  PhrasesBuilder b = {.arena = &a};
  phrases_add(&b, NULL, 0, 5); /* no words, no phrase */
  phrases_build(&b, &image, TAGS);
  Str out;
  Image open;
  Phrases p;
  assert_int_equal(image_builder_finish(&image, &out, NULL), ERROR_OK);
  assert_int_equal(image_open(&open, out.p, out.n, NULL), ERROR_OK);
  assert_int_equal(phrases_open(&p, &open, TAGS, NULL), ERROR_OK);
  assert_int_equal(find(&p, "x").n, 0);
  arena_fini(&a);
}

static bool walk(const Image *image) {
  Phrases p;
  if (phrases_open(&p, image, TAGS, NULL)) return false;
  uint64_t sum = 0;
  for (uint32_t node = 0; node < p.n; node++) {
    PhraseValues v = phrases_values(&p, node);
    for (uint32_t i = 0; i < v.n; i++) sum += v.at[i];
    for (uint32_t w = 0; w < p.words.n; w++) sum += phrases_step_word(&p, node, w);
  }
  assert_true(sum > 0);
  return true;
}

static void forged_tables_stay_inside(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 24);
  forge_numbers(&a, build(&a, 0), walk);
  arena_fini(&a);
}

static void every_allocation_fails_once(void **state) {
  (void)state;
  fail_each_allocation(build, 60);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(longest_and_shortest_are_found),
      cmocka_unit_test(an_empty_table_opens),
      cmocka_unit_test(forged_tables_stay_inside),
      cmocka_unit_test(every_allocation_fails_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
