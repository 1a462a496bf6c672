/* `changed`: an article edited after it was read. */
#include "cmocka_all.h"

#include "check_fixture.h"

static void page(Fixture *f) {
  fixture_init(f);
  for (int i = 0; i < 2; i++) {
    Record *r = fixture_record(f, i ? "2" : "1", RECORD_EVENT, "airstrike");
    r->trigger = said("غارة");
    r->agents = actors(f, "army", "الجيش");
    put_outcome(f, r, "killed", exactly(14), "unstated");
  }
}

static uint32_t changes(Fixture *f, uint32_t second_page, const char *second_text) {
  CheckDoc docs[2] = {fixture_doc(f, "a", "x", "one"), fixture_doc(f, "a@2", "x", second_text)};
  docs[0].nrecords = docs[1].nrecords = 1;
  docs[1].records++;
  docs[0].page = 1;
  docs[1].page = second_page;
  CheckInput input = {.docs = docs, .ndocs = 2, .ledger = true};
  uint32_t n = check_run_kind(&f->arena, &input, STR("changed")).list.n;
  fixture_fini(f);
  return n;
}

static void another_toll_doer_or_stance(void **state) {
  (void)state;
  Fixture f;
  page(&f);
  ((Outcome *)f.records.at[1].outcomes)->count = exactly(19);
  assert_int_equal(changes(&f, 1, "two"), 1);
  page(&f);
  f.records.at[1].agents = actors(&f, "rsf", "الدعم السريع");
  assert_int_equal(changes(&f, 1, "two"), 1);
  page(&f);
  f.records.at[1].stance = STR("denied");
  assert_int_equal(changes(&f, 1, "two"), 1);
}

static void near_misses_are_silent(void **state) {
  (void)state;
  Fixture f;
  page(&f);
  assert_int_equal(changes(&f, 1, "two"), 0); /* another foot of the page */
  page(&f);
  ((Outcome *)f.records.at[1].outcomes)->count = exactly(19);
  assert_int_equal(changes(&f, 2, "two"), 0); /* another page */
  page(&f);
  ((Outcome *)f.records.at[1].outcomes)->count = exactly(19);
  assert_int_equal(changes(&f, 0, "two"), 0); /* not known to be one */
  page(&f);
  f.records.at[1].trigger = said("قصف"); /* another happening */
  ((Outcome *)f.records.at[1].outcomes)->count = exactly(19);
  assert_int_equal(changes(&f, 1, "two"), 0);
  page(&f);
  put_outcome(&f, &f.records.at[1], "injured", exactly(3), "unstated"); /* it tells more */
  assert_int_equal(changes(&f, 1, "two"), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(another_toll_doer_or_stance),
      cmocka_unit_test(near_misses_are_silent),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
