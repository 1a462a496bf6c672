/* Near-copies: what is a copy and what only tells of the same. */
#include "cmocka_all.h"

#include "ledger/link/near.h"

static const char REPORT[] =
    "أعلنت مديرية الدفاع المدني مقتل 12 شخصاً وإصابة عشرين آخرين بجروح في غارة جوية استهدفت سوقاً شعبية "
    "في بلدة المسيرة شرقي المحافظة صباح الثلاثاء، وقالت المديرية في بيان إن فرقها ما زالت تبحث عن ناجين تحت "
    "الأنقاض، وإن عدد الضحايا مرشح للارتفاع بسبب وجود حالات حرجة بين الجرحى الذين نقلوا إلى مستشفى المدينة.";
static const char COPY[] =
    "غارة على سوق شعبية\n\n"
    "أعلنت مديرية الدفاع المدني مقتل ١٢ شخصا وإصابة عشرين آخرين بجروح فى غارة جوية استهدفت سوقا شعبية "
    "في بلدة المسيرة شرقي المحافظة صباح الثلاثاء. وقالت المديرية في بيان إن فرقها ما زالت تبحث عن ناجين تحت "
    "الأنقـاض، وإن عدد الضحايا مرشح للارتفاع بسبب وجود حالات حرجة بين الجرحى الذين نقلوا إلى مستشفى المدينة. شارك "
    "الخبر";
static const char OTHER[] =
    "قال شهود في بلدة المسيرة إن طائرة حربية قصفت السوق الشعبية صباح الثلاثاء حين كان مكتظاً بالمتسوقين، ما أدى إلى "
    "مقتل 12 شخصاً على الأقل، في حين تحدثت مديرية الدفاع المدني عن عشرين جريحاً نقلوا إلى مستشفى المدينة القريبة.";

static NearSketch sketch_of(Arena *arena, const char *text) {
  NearSketch s;
  near_sketch(arena, str_of(text), &s);
  return s;
}

static void copies_are_found_and_others_are_not(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 24);
  NearSketch a = sketch_of(&arena, REPORT), b = sketch_of(&arena, COPY), c = sketch_of(&arena, OTHER);
  assert_true(near_copies(&a, &b));
  assert_false(near_copies(&a, &c));
  assert_int_equal(near_alike(&a, &a), 1000);
  assert_int_equal(near_alike(&a, &b), near_alike(&b, &a));
  arena_fini(&arena);
}

static void short_texts_are_only_their_twins(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 24);
  NearSketch a = sketch_of(&arena, "مقتل خمسة جنود في كمين"), b = sketch_of(&arena, "مقتل خمسة جنود في كمين."),
             c = sketch_of(&arena, "مقتل خمسة جنود في كمين أمس"), none = sketch_of(&arena, "نعم، لا");
  assert_true(near_copies(&a, &b));
  assert_false(near_copies(&a, &c));
  assert_false(near_copies(&none, &none));
  arena_fini(&arena);
}

static void a_store_keeps_it(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 24);
  NearSketch a = sketch_of(&arena, REPORT), back;
  uint8_t bytes[NEAR_BYTES];
  near_store(&a, bytes);
  near_load(bytes, a.shingles, &back);
  assert_memory_equal(&a, &back, sizeof a);
  uint64_t one[NEAR_BANDS], two[NEAR_BANDS];
  near_bands(&a, one);
  near_bands(&back, two);
  assert_memory_equal(one, two, sizeof one);
  /* A ledger of another day and machine holds these: they must stay. */
  NearSketch fixed = {.shingles = 1};
  for (uint32_t i = 0; i < NEAR_HASHES; i++) fixed.least[i] = i;
  near_bands(&fixed, one);
  assert_true(one[0] != one[1]);
  arena_fini(&arena);
}

static void groups_do_not_depend_on_order(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 24);
  NearSketch a = sketch_of(&arena, REPORT), b = sketch_of(&arena, COPY), c = sketch_of(&arena, OTHER);
  NearSketch one[4] = {a, c, b, a}, two[4] = {c, b, a, b};
  uint32_t group[4];
  near_groups(&arena, one, 4, group);
  assert_int_equal(group[0], 0);
  assert_int_equal(group[1], 1);
  assert_int_equal(group[2], 0);
  assert_int_equal(group[3], 0);
  near_groups(&arena, two, 4, group);
  assert_int_equal(group[0], 0);
  assert_int_equal(group[1], 1);
  assert_int_equal(group[2], 1);
  assert_int_equal(group[3], 1);
  near_groups(&arena, NULL, 0, group);
  arena_fini(&arena);
}

static void no_memory_is_no_copy(void **state) {
  (void)state;
  for (size_t after = 0; after < 12; after++) {
    Arena arena;
    arena_init(&arena, 1 << 24);
    arena.fail_after = after;
    NearSketch a;
    near_sketch(&arena, str_of(REPORT), &a);
    if (arena.failed) assert_int_equal(a.shingles, 0);
    arena_fini(&arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(copies_are_found_and_others_are_not),
      cmocka_unit_test(short_texts_are_only_their_twins),
      cmocka_unit_test(a_store_keeps_it),
      cmocka_unit_test(groups_do_not_depend_on_order),
      cmocka_unit_test(no_memory_is_no_copy),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
