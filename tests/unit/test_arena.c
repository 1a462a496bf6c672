/* The allocator: alignment, zeroing, budget, marks, and what a failure leaves behind. */
#include "cmocka_all.h"

#include "base/vec.h"

static void aligned_and_zeroed(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 24);
  for (size_t align = 1; align <= 64; align *= 2)
    for (size_t size = 0; size < 200; size += 7) {
      uint8_t *p = arena_alloc(&a, size, align);
      assert_non_null(p);
      assert_int_equal((uintptr_t)p % align, 0);
      for (size_t i = 0; i < size; i++) assert_int_equal(p[i], 0);
      memset(p, 0xEE, size);
    }
  arena_reset(&a);
  const uint8_t *again = arena_alloc(&a, 4096, 8);
  for (size_t i = 0; i < 4096; i++) assert_int_equal(again[i], 0);
  arena_fini(&a);
}

static void a_large_one_keeps_the_contract(void **state) {
  (void)state;
  Arena a;
  arena_init_large(&a, (size_t)16 << 20);
  for (int round = 0; round < 2; round++) {
    for (size_t size = 1; size < (size_t)5 << 20; size = size * 3 + 1) {
      unsigned char *p = arena_alloc(&a, size, 64);
      assert_non_null(p);
      assert_int_equal((uintptr_t)p % 64, 0);
      assert_int_equal(p[0] | p[size / 2] | p[size - 1], 0);
      memset(p, 1, size);
    }
    assert_null(arena_alloc(&a, (size_t)16 << 20, 1));
    arena_reset(&a);
    assert_true(arena_ok(&a));
    assert_int_equal(a.used, 0);
  }
  arena_fini(&a);
}

static void larger_than_a_block(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, SIZE_MAX);
  uint8_t *big = arena_alloc(&a, 1 << 20, 64);
  assert_non_null(big);
  assert_int_equal((uintptr_t)big % 64, 0);
  big[(1 << 20) - 1] = 1;
  assert_null(arena_alloc(&a, SIZE_MAX - 64, 1));
  assert_false(arena_ok(&a));
  arena_reset(&a);
  assert_true(arena_ok(&a));
  assert_int_equal(a.used, 0);
  arena_fini(&a);
}

static void budget_is_kept(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1000);
  assert_non_null(arena_alloc(&a, 600, 1));
  assert_null(arena_alloc(&a, 600, 1));
  assert_false(arena_ok(&a));
  arena_reset(&a);
  assert_non_null(arena_alloc(&a, 600, 1));
  assert_true(arena_ok(&a));
  arena_fini(&a);
}

static void array_that_overflows(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, SIZE_MAX);
  assert_null(arena_array(&a, SIZE_MAX / 2, 3, 1));
  assert_false(arena_ok(&a));
  arena_fini(&a);
}

static void release_gives_back(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  char *kept = arena_alloc(&a, 10, 1);
  memcpy(kept, "kept here", 10);
  ArenaMark mark = arena_mark(&a);
  size_t used = a.used;
  for (int i = 0; i < 100; i++) assert_non_null(arena_alloc(&a, 5000, 16));
  assert_true(a.used > 400000);
  arena_release(&a, mark);
  assert_int_equal(a.used, used);
  assert_string_equal(kept, "kept here");
  uint8_t *p = arena_alloc(&a, 5000, 1);
  for (int i = 0; i < 5000; i++) assert_int_equal(p[i], 0);
  arena_fini(&a);
}

static void release_to_an_empty_mark(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  ArenaMark mark = arena_mark(&a);
  assert_non_null(arena_alloc(&a, 100000, 1));
  assert_non_null(arena_alloc(&a, 10, 1));
  arena_release(&a, mark);
  assert_int_equal(a.used, 0);
  assert_null(a.block);
  arena_fini(&a);
}

static void failure_sticks_until_reset(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  a.fail_after = 2;
  assert_non_null(arena_alloc(&a, 1, 1));
  assert_non_null(arena_alloc(&a, 1, 1));
  assert_null(arena_alloc(&a, 1, 1));
  assert_false(arena_ok(&a));
  assert_null(arena_str(&a, STR("x")).p);
  assert_null(arena_printf(&a, "%d", 1).p);
  arena_fini(&a);
}

static void vectors_grow_and_drop(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  VEC(uint32_t) v = {0};
  for (uint32_t i = 0; i < 1000; i++) assert_true(vec_push(&v, &a, i));
  for (uint32_t i = 0; i < 1000; i++) assert_int_equal(v.at[i], i);
  a.fail_after = 0;
  uint32_t before = v.n, kept = 0;
  for (uint32_t i = 0; i < 1000; i++) kept += vec_push(&v, &a, i) ? 1 : 0;
  assert_int_equal(v.n, before + kept);
  assert_true(kept < 1000);
  assert_false(arena_ok(&a));
  arena_fini(&a);
}

static void strings_end_in_nul(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  Str s = arena_str(&a, (Str){"abcdef", 3});
  assert_string_equal(s.p, "abc");
  assert_int_equal(s.n, 3);
  Str f = arena_printf(&a, "%s-%03d", "n", 7);
  assert_string_equal(f.p, "n-007");
  assert_int_equal(f.n, 5);
  Str none = arena_str(&a, STR_NONE);
  assert_string_equal(none.p, "");
  arena_fini(&a);
}

/* A document after a document: memory must not grow with their number. */
static void reset_keeps_memory_level(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 24);
  for (int doc = 0; doc < 500; doc++) {
    arena_reset(&a);
    for (int i = 0; i < 200; i++) assert_non_null(arena_alloc(&a, 3000, 8));
  }
  assert_true(a.used < 700 * 1024);
  arena_fini(&a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(aligned_and_zeroed),
      cmocka_unit_test(larger_than_a_block),
      cmocka_unit_test(a_large_one_keeps_the_contract),
      cmocka_unit_test(budget_is_kept),
      cmocka_unit_test(array_that_overflows),
      cmocka_unit_test(release_gives_back),
      cmocka_unit_test(release_to_an_empty_mark),
      cmocka_unit_test(failure_sticks_until_reset),
      cmocka_unit_test(vectors_grow_and_drop),
      cmocka_unit_test(strings_end_in_nul),
      cmocka_unit_test(reset_keeps_memory_level),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
