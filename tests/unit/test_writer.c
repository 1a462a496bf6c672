/* Numbers as text, whole and broken, and a sink that fails. */
#include "cmocka_all.h"
#include <math.h>

#include "record/writer.h"

typedef struct NumberCase {
  double number;
  const char *text;
} NumberCase;

static void numbers_are_plain_decimals(void **state) {
  (void)state;
  static const NumberCase cases[] = {
      {0, "0"},
      {-0.0, "0"},
      {44, "44"},
      {1e6, "1000000"},
      {33.09, "33.09"},
      {-43.261234, "-43.261234"},
      {0.5, "0.5"},
      {0.9999999, "1"},
      {1999.9999996, "2000"},
      {12345678901.5, "12345678901.5"},
      {9007199254740991.0, "9007199254740991"},
      {9007199254740992.0, "9007199254740992"},
      {1e22, "10000000000000000000000"},
      {-0.0000001, "0"},
  };
  Arena arena;
  arena_init(&arena, 1 << 20);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Buffer buffer = {.arena = &arena};
    Writer writer = writer_to_buffer(&buffer);
    assert_true(writer_number(&writer, cases[i].number));
    writer_byte(&writer, 0);
    assert_string_equal(buffer.p, cases[i].text);
  }
  arena_fini(&arena);
}

static void nothing_is_written_for_no_number(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  Buffer buffer = {.arena = &arena};
  Writer writer = writer_to_buffer(&buffer);
  assert_false(writer_number(&writer, NAN));
  assert_false(writer_number(&writer, INFINITY));
  assert_int_equal(buffer.n, 0);
  arena_fini(&arena);
}

static void a_buffer_grows_and_keeps_what_it_has(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 24);
  Buffer buffer = {.arena = &arena};
  Writer writer = writer_to_buffer(&buffer);
  for (uint64_t i = 0; i < 5000; i++) {
    writer_u64(&writer, i);
    writer_byte(&writer, '\n');
  }
  assert_false(writer.failed);
  Str rest = buffer_str(&buffer);
  for (uint32_t i = 0, got; i < 5000; i++) {
    assert_true(str_to_u32(str_cut(&rest, '\n'), &got));
    assert_int_equal(got, i);
  }
  arena_fini(&arena);
}

static bool third_fails(void *to, Str bytes) {
  (void)bytes;
  return ++*(int *)to != 3;
}

static void a_failure_sticks(void **state) {
  (void)state;
  int calls = 0;
  Writer writer = {.put = third_fails, .to = &calls};
  for (int i = 0; i < 10; i++) writer_lit(&writer, "x");
  assert_true(writer.failed);
  assert_int_equal(calls, 3);
}

static void a_full_arena_is_a_failure(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1000);
  Buffer buffer = {.arena = &arena};
  Writer writer = writer_to_buffer(&buffer);
  writer_repeat(&writer, 'x', 5000);
  assert_true(writer.failed);
  arena_fini(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_are_plain_decimals),
      cmocka_unit_test(nothing_is_written_for_no_number),
      cmocka_unit_test(a_buffer_grows_and_keeps_what_it_has),
      cmocka_unit_test(a_failure_sticks),
      cmocka_unit_test(a_full_arena_is_a_failure),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
