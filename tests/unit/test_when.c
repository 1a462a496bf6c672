/* Dates as machines write them. */
#include "cmocka_all.h"

#include "read/when.h"

static Arena arena;

static int open_arena(void **state) {
  (void)state;
  arena_init(&arena, 1 << 20);
  return 0;
}

static int close_arena(void **state) {
  (void)state;
  arena_fini(&arena);
  return 0;
}

static void reads(const char *text, const char *want) {
  Str got = when_read(&arena, str_of(text));
  assert_int_equal(got.n, strlen(want));
  assert_memory_equal(got.n ? got.p : "", want, got.n);
}

static void iso_in_its_forms(void **state) {
  (void)state;
  reads("2024-07-17", "2024-07-17");
  reads("2024/07/17", "2024-07-17");
  reads("20240717", "2024-07-17");
  reads("2024-07-17T09:30:00+03:00", "2024-07-17T09:30:00+03:00");
  reads("2024-07-17 09:30", "2024-07-17T09:30");
  reads("2024-07-17T09:30:00.000Z", "2024-07-17T09:30:00Z");
  reads("2024-07-17T13:16+0000", "2024-07-17T13:16+00:00");
  reads("2024-07-17T09:30:00.5-0130", "2024-07-17T09:30:00-01:30");
  reads("2024-07-17T09:30:00 +03", "2024-07-17T09:30:00+03:00");
  reads("2024-07-17T25:30", "2024-07-17");
  reads("2024-07-17T09:30+99:00", "2024-07-17T09:30");
  reads("2024-07-17 later", "2024-07-17");
}

static void months_by_name(void **state) {
  (void)state;
  reads("Wed, 17 Jul 2024 09:30:00 +0300", "2024-07-17T09:30:00+03:00");
  reads("Wed, 17 Jul 2024 09:30:00 GMT", "2024-07-17T09:30:00Z");
  reads("Wed, 17 Jul 2024 9:30:00 GMT", "2024-07-17");
  reads("July 17, 2024", "2024-07-17");
  reads("17 JULY 2024", "2024-07-17");
}

static void seconds_since_1970(void **state) {
  (void)state;
  reads("1721197800", "2024-07-17T06:30:00Z");
  assert_int_equal(when_unix(&arena, 0).n, 0);
  assert_int_equal(when_unix(&arena, -5).n, 0);
}

static void no_dates(void **state) {
  (void)state;
  static const char *const none[] = {"",     "yesterday",  "2024-13-01", "2024-07-32", "0001-01-01",
                                     "2024", "17/07/2024", "99999999",   "Jul",        "\xD9\x85"};
  for (size_t i = 0; i < sizeof none / sizeof *none; i++) reads(none[i], "");
}

static void addresses(void **state) {
  (void)state;
  static const char *const with[] = {"https://example.org/2024/07/17/kamin",
                                     "https://example.org/n/2024-07-17-kamin.html"};
  for (size_t i = 0; i < 2; i++) assert_true(str_eq(when_in_address(&arena, str_of(with[i])), STR("2024-07-17")));
  static const char *const without[] = {"https://example.org/2024/77/17/x", "https://example.org/1234/56", "",
                                        "/2024/07/1"};
  for (size_t i = 0; i < 4; i++) assert_int_equal(when_in_address(&arena, str_of(without[i])).n, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(iso_in_its_forms), cmocka_unit_test(months_by_name),
                                     cmocka_unit_test(seconds_since_1970), cmocka_unit_test(no_dates),
                                     cmocka_unit_test(addresses)};
  return cmocka_run_group_tests(tests, open_arena, close_arena);
}
