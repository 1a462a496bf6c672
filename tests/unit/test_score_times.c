/* Two EDTF times are the same stretch, or are not. */
#include "cmocka_all.h"

#include "score/times.h"

static bool alike(const char *a, const char *b) { return times_alike(str_of(a), str_of(b)); }

static void one_stretch_written_two_ways(void **state) {
  (void)state;
  assert_true(alike("2024-01", "2024-01-01/2024-01-31"));
  assert_true(alike("2024-02", "2024-02-01/2024-02-29"));
  assert_true(alike("2023", "2023-01/2023-12"));
  assert_true(alike("2023-04-03", "2023-04-03/2023-04-03"));
  assert_true(alike("2023-04-03~", "2023-04-03"));
  assert_true(alike("2011/..", "2011-01-01/.."));
}

static void an_unknown_year_fits_any(void **state) {
  (void)state;
  assert_true(alike("XXXX-03", "2023-03"));
  assert_true(alike("XXXX-02", "2024-02")); /* whose last day moves */
  assert_false(alike("XXXX-03", "2023-04"));
}

static void other_stretches(void **state) {
  (void)state;
  assert_false(alike("2023-04-03", "2023-04-04"));
  assert_false(alike("2023-04", "2023-04-03"));
  assert_false(alike("2011/..", "2011"));
  assert_false(alike("2011/..", "../2011"));
  assert_false(alike("2023", "last year"));
  assert_false(alike("2023", ""));
  assert_false(alike("2023-13", "2023"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_stretch_written_two_ways),
      cmocka_unit_test(an_unknown_year_fits_any),
      cmocka_unit_test(other_stretches),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
