/* `unaccounted`: parts that leave some of the total untold, and lists that leave none. */
#include "cmocka_all.h"

#include "check_fixture.h"

#define assert_found(fixture, n) assert_int_equal(found((fixture), "unaccounted"), (n))

/* «مقتل 22 … في قرية 8 وفي قرية 7» */
static Record *villages(Fixture *f, double total) {
  fixture_init(f);
  Record *t = fixture_record(f, "t", RECORD_EVENT, "attack");
  put_outcome(f, t, "killed", exactly(total), "civilian");
  put_place(f, t, "iso2:SD-GZ", "الولاية", "SD", 4);
  const double killed[] = {8, 7};
  static const char *const ids[] = {"gn:1", "gn:2"};
  for (int i = 0; i < 2; i++) {
    Record *p = fixture_record(f, ids[i], RECORD_EVENT, "attack");
    p->part_of = STR("t");
    put_place(f, p, ids[i], "قرية", "SD", 1);
    put_outcome(f, p, "killed", exactly(killed[i]), "civilian");
  }
  return &f->records.at[0];
}

static void what_is_not_told_is_asked_for(void **state) {
  (void)state;
  Fixture f;
  villages(&f, 22);
  CheckDoc doc = fixture_doc(&f, "d", "صحيفة", "");
  CheckInput input = {.docs = &doc, .ndocs = 1};
  Findings got = check_run(&f.arena, &input);
  assert_int_equal(got.list.n, 1);
  assert_true(str_eq(got.list.at[0].kind, STR("unaccounted")));
  assert_true(str_eq(got.list.at[0].arithmetic, STR("8 + 7 = 15 of 22")));
  fixture_fini(&f);
}

static void near_misses_are_silent(void **state) {
  (void)state;
  Fixture f;
#define SILENT(change)            \
  do {                            \
    Record *t = villages(&f, 22); \
    (void)t;                      \
    change;                       \
    assert_found(&f, 0);          \
    fixture_fini(&f);             \
  } while (0)
  SILENT(((Outcome *)t->outcomes)->count = exactly(15)); /* all told */
  SILENT(((Outcome *)t->outcomes)->count = exactly(14)); /* more told than counted */
  SILENT(((Outcome *)t->outcomes)->count = at_least(20));
  SILENT(((Outcome *)f.records.at[1].outcomes)->count = at_least(8));
  SILENT(t->total = true);             /* then it is a sum */
  SILENT(f.records.at[1].nplaces = 0); /* «بينهم»: a subset, not a part */
  SILENT(((Place *)f.records.at[1].places)->id = STR("gn:2"));
  SILENT(f.records.at[1].part_of = STR_NONE);
#undef SILENT
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_not_told_is_asked_for),
                                     cmocka_unit_test(near_misses_are_silent)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
