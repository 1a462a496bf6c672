/* `tally`: two totals for one agent, scope and period. */
#include "cmocka_all.h"

#include "check_fixture.h"

static Record *total(Fixture *f, const char *id, double count, double killed) {
  Record *r = fixture_record(f, id, RECORD_TALLY, "operation");
  if (count > 0) r->count = exactly(count);
  r->time = STR("2019-08");
  r->agents = actors(f, "army", "الجيش");
  put_place(f, r, "iso2:SY-ID", "المحافظة", "SY", 4);
  if (killed > 0) put_outcome(f, r, "killed", exactly(killed), "civilian");
  return r;
}

static void pair(Fixture *f, double count, double killed) {
  fixture_init(f);
  total(f, "1", count > 0 ? 58 : 0, killed > 0 ? 112 : 0);
  total(f, "2", count, killed);
}

static void two_totals_differ(void **state) {
  (void)state;
  Fixture f;
  pair(&f, 71, 0);
  assert_int_equal(found_across(&f, 1, "tally"), 1);
  fixture_fini(&f);
  pair(&f, 0, 87);
  assert_int_equal(found_across(&f, 1, "tally"), 1);
  fixture_fini(&f);
}

static void near_misses_are_silent(void **state) {
  (void)state;
  Fixture f;
#define SILENT(change)                                 \
  do {                                                 \
    pair(&f, 71, 0);                                   \
    Record *second = &f.records.at[1];                 \
    change;                                            \
    assert_int_equal(found_across(&f, 1, "tally"), 0); \
    fixture_fini(&f);                                  \
  } while (0)
  SILENT(second->count = exactly(58));
  SILENT(second->count = at_least(50));
  SILENT(second->count = about(60));
  SILENT(second->time = STR("2019-01/2019-08")); /* holds it, but is no equal */
  SILENT(second->time = STR("XXXX-08"));
  SILENT(second->type = STR("airstrike"));
  SILENT(((Place *)second->places)->id = STR("iso:SY"));
  SILENT(put_place(&f, second, "iso2:SY-HL", "حلب", "SY", 4));
  SILENT(second->agents = actors(&f, "police", "الشرطة"));
  SILENT(second->agents = ((ActorList){NULL, 0}));
  SILENT(second->kind = RECORD_FIGURE);
  SILENT(second->stance = STR("denied"));
#undef SILENT
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(two_totals_differ), cmocka_unit_test(near_misses_are_silent)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
