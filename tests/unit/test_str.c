/* Views, numbers, hashes and errors: the small things that everything stands on. */
#include "cmocka_all.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/str.h"

static void equality_and_order(void **state) {
  (void)state;
  assert_true(str_eq(STR_NONE, STR("")));
  assert_true(str_eq(STR("ab"), str_of("ab")));
  assert_false(str_eq(STR("ab"), STR("abc")));
  assert_int_equal(str_cmp(STR("ab"), STR("abc")), -1);
  assert_int_equal(str_cmp(STR("b"), STR("abc")), 1);
  assert_int_equal(str_cmp(STR_NONE, STR("")), 0);
  assert_int_equal(str_cmp(STR("\xD8"), STR("a")), 1); /* bytes are unsigned */
}

static void slices_stay_inside(void **state) {
  (void)state;
  assert_str(str_slice(STR("abcdef"), 2, 4), STR("cd"));
  assert_null(str_slice(STR("abc"), 2, 4).p);
  assert_null(str_slice(STR("abc"), 3, 2).p);
  assert_int_equal(str_slice(STR("abc"), 3, 3).n, 0);
}

static void trimming(void **state) {
  (void)state;
  assert_str(str_trim(STR(" \t a b \r\n")), STR("a b"));
  assert_str(str_trim(STR("  ")), STR(""));
  assert_str(str_trim(STR_NONE), STR(""));
}

static void cutting_ends(void **state) {
  (void)state;
  Str rest = STR("a\t\tb\t");
  assert_str(str_cut(&rest, '\t'), STR("a"));
  assert_str(str_cut(&rest, '\t'), STR(""));
  assert_str(str_cut(&rest, '\t'), STR("b"));
  assert_non_null(rest.p);
  assert_str(str_cut(&rest, '\t'), STR(""));
  assert_null(rest.p);
}

static void whole_numbers(void **state) {
  (void)state;
  uint32_t v = 7;
  assert_true(str_to_u32(STR("4294967295"), &v));
  assert_int_equal(v, UINT32_MAX);
  static const char *const bad[] = {"", "4294967296", "-1", "1 ", "+1", "1x", "99999999999"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    v = 7;
    assert_false(str_to_u32(str_of(bad[i]), &v));
    assert_int_equal(v, 7);
  }
}

static void decimals(void **state) {
  (void)state;
  double d = 7;
  assert_true(str_to_double(STR("-33.25"), &d));
  assert_true(d == -33.25);
  assert_true(str_to_double(STR("0.5"), &d) && d == 0.5);
  assert_true(str_to_double(STR("12."), &d) && d == 12);
  static const char *const bad[] = {
      "", "-", ".", "1e5", "nan", "0x1", "1,5", "1.2.3", "11111111111111111111111111111111111111111"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) assert_false(str_to_double(str_of(bad[i]), &d));
}

static void spans(void **state) {
  (void)state;
  assert_false(span_any((Span){3, 3}));
  assert_true(span_overlap((Span){0, 3}, (Span){2, 4}));
  assert_false(span_overlap((Span){0, 3}, (Span){3, 4}));
  assert_true(span_within((Span){1, 2}, (Span){1, 2}));
  assert_false(span_within((Span){0, 2}, (Span){1, 2}));
}

static void known_digest(void **state) {
  (void)state;
  uint8_t out[SHA256_BYTES];
  char hex[2 * SHA256_BYTES + 1];
  sha256(STR("abc"), out);
  hex_of(out, SHA256_BYTES, hex);
  assert_string_equal(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  sha256(STR_NONE, out);
  hex_of(out, 4, hex);
  assert_string_equal(hex, "e3b0c442");
}

static void errors_say_what(void **state) {
  (void)state;
  for (int i = 0; i < ERROR_COUNT; i++) assert_true(strlen(error_text((ErrorCode)i)) > 5);
  assert_string_equal(error_text((ErrorCode)999), "unknown error");
  ErrorInfo info;
  char longer[600];
  memset(longer, 'x', sizeof longer - 1);
  longer[sizeof longer - 1] = 0;
  assert_int_equal(error_set(&info, ERROR_IO, str_of(longer), 5, "%s", longer), ERROR_IO);
  assert_int_equal(strlen(info.what), sizeof info.what - 1);
  assert_int_equal(strlen(info.why), sizeof info.why - 1);
  assert_int_equal(info.offset, 5);
  assert_int_equal(error_set(NULL, ERROR_DATA, STR_NONE, 0, NULL), ERROR_DATA);
}

static void one_of_a_list(void **state) {
  (void)state;
  assert_true(STR_IN(STR("killed"), "injured", "killed"));
  assert_false(STR_IN(STR("kill"), "injured", "killed"));
  assert_false(STR_IN(STR_NONE, "injured"));
  assert_true(STR_IN(STR_NONE, ""));
  assert_false(str_in(STR("killed"), NULL, 0));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_of_a_list),      cmocka_unit_test(equality_and_order),
      cmocka_unit_test(slices_stay_inside), cmocka_unit_test(trimming),
      cmocka_unit_test(cutting_ends),       cmocka_unit_test(whole_numbers),
      cmocka_unit_test(decimals),           cmocka_unit_test(spans),
      cmocka_unit_test(known_digest),       cmocka_unit_test(errors_say_what),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
