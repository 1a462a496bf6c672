/* `recycled`: an old report come round again as news. */
#include "cmocka_all.h"

#include "check_fixture.h"

static uint32_t recycled(const char *first, const char *second, uint32_t group, bool background) {
  Fixture f;
  fixture_init(&f);
  fixture_record(&f, "1", RECORD_EVENT, "airstrike");
  Record *later = fixture_record(&f, "2", RECORD_EVENT, "airstrike");
  later->background = background;
  CheckDoc docs[2] = {fixture_doc(&f, "a", "x", "one"), fixture_doc(&f, "b", "y", "two")};
  docs[0].nrecords = docs[1].nrecords = 1;
  docs[1].records++;
  docs[0].published = str_of(first);
  docs[1].published = str_of(second);
  docs[0].copies = 5;
  docs[1].copies = group;
  CheckInput input = {.docs = docs, .ndocs = 2, .ledger = true};
  Findings found = check_run_kind(&f.arena, &input, STR("recycled"));
  if (found.list.n)
    assert_true(str_eq(found.list.at[0].docs[0], STR("a")) || str_eq(found.list.at[0].docs[0], STR("b")));
  uint32_t n = found.list.n;
  fixture_fini(&f);
  return n;
}

static void a_copy_a_week_later_is_recycled(void **state) {
  (void)state;
  assert_int_equal(recycled("2024-05-02", "2024-05-09", 5, false), 1);
  assert_int_equal(recycled("2025-05-02", "2024-05-09T10:00", 5, false), 1); /* whichever came first */
}

static void near_misses_are_silent(void **state) {
  (void)state;
  assert_int_equal(recycled("2024-05-02", "2024-05-05", 5, false), 0);
  assert_int_equal(recycled("2024-05-02", "2024-05-09", 6, false), 0); /* another text */
  assert_int_equal(recycled("2024-05-02", "2024-05-09", 0, false), 0); /* nothing is known */
  assert_int_equal(recycled("2024-05-02", "", 5, false), 0);
  assert_int_equal(recycled("2024-05-02", "2024-05", 5, false), 0);
  assert_int_equal(recycled("2024-05-02", "2024-05-09", 5, true), 0); /* it says that it looks back */
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_copy_a_week_later_is_recycled),
      cmocka_unit_test(near_misses_are_silent),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
