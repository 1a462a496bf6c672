/* EDTF as days. */
#include "cmocka_all.h"

#include "check/period.h"

static void days_are_counted_from_1970(void **state) {
  (void)state;
  assert_int_equal(period_day(1970, 1, 1), 0);
  assert_int_equal(period_day(1970, 3, 1), 59);
  assert_int_equal(period_day(2000, 2, 29), 11016);
  assert_int_equal(period_day(2024, 12, 31) - period_day(2024, 1, 1), 365);
  assert_int_equal(period_day(1969, 12, 31), -1);
  assert_int_equal(period_weekday(period_day(2024, 3, 12)), 2); /* a Tuesday */
  assert_int_equal(period_weekday(period_day(1969, 12, 31)), 3);
  assert_int_equal(period_weekday(period_day(1950, 1, 1)), 0);
}

static void every_day_follows_the_one_before(void **state) {
  (void)state;
  static const uint32_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int32_t expect = period_day(1896, 1, 1);
  for (int32_t y = 1896; y < 2105; y++)
    for (uint32_t m = 1; m <= 12; m++) {
      bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
      for (uint32_t d = 1; d <= days[m - 1] + (m == 2 && leap); d++) assert_int_equal(period_day(y, m, d), expect++);
    }
}

static void spans(const char *edtf, int32_t from, int32_t to) {
  Period p = period_of(str_of(edtf));
  assert_true(p.known);
  assert_int_equal(p.from, from);
  assert_int_equal(p.to, to);
}

static void partial_dates_are_spans(void **state) {
  (void)state;
  spans("2024-06-03", period_day(2024, 6, 3), period_day(2024, 6, 3));
  spans("2024-02", period_day(2024, 2, 1), period_day(2024, 2, 29));
  spans("2023", period_day(2023, 1, 1), period_day(2023, 12, 31));
  spans("2024-01/2024-06", period_day(2024, 1, 1), period_day(2024, 6, 30));
  spans("2011/..", period_day(2011, 1, 1), INT32_MAX);
  spans("../2019-05", INT32_MIN, period_day(2019, 5, 31));
  spans("2024-06~", period_day(2024, 6, 1), period_day(2024, 6, 30));
}

static void what_is_not_known_is_not_known(void **state) {
  (void)state;
  static const char *const none[] = {"",        "XXXX-03",    "XXXX-03-10/XXXX-03-20",
                                     "2024-13", "2024-02-30", "24",
                                     "2024-6",  "/",          "../..",
                                     "..",      "2024/2023",  "2024-01-01-01",
                                     "2024-XX", "yesterday",  "2024-01/XXXX-02"};
  for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
    if (period_of(str_of(none[i])).known) print_error("case %zu\n", i);
    assert_false(period_of(str_of(none[i])).known);
  }
}

static void overlap_and_distance_must_be_proved(void **state) {
  (void)state;
  Period year = period_of(STR("2022")), half = period_of(STR("2022-07/2022-12")), next = period_of(STR("2023-01"));
  Period unknown = period_of(STR("XXXX-07"));
  assert_true(period_overlap(year, half));
  assert_false(period_overlap(half, next));
  assert_false(period_overlap(year, unknown));
  assert_true(period_within(half, year));
  assert_false(period_within(year, half));
  assert_false(period_within(unknown, year));
  assert_int_equal(period_gap(half, next), 1);
  assert_int_equal(period_gap(next, half), 1);
  assert_int_equal(period_gap(year, half), 0);
  assert_int_equal(period_gap(year, unknown), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(days_are_counted_from_1970),
      cmocka_unit_test(every_day_follows_the_one_before),
      cmocka_unit_test(partial_dates_are_spans),
      cmocka_unit_test(what_is_not_known_is_not_known),
      cmocka_unit_test(overlap_and_distance_must_be_proved),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
