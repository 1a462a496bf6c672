/* `shortfall`: a tally below the incidents on record, and all that keeps one from being counted. */
#include "cmocka_all.h"

#include "check_fixture.h"

static Record *raid(Fixture *f, const char *id, const char *day, double killed) {
  Record *r = fixture_record(f, id, RECORD_EVENT, "operation");
  r->count = exactly(1);
  r->time = str_of(day);
  r->agents = actors(f, "service", "الجهاز");
  put_place(f, r, id, id, "IQ", 1);
  ((Place *)r->places)->admin1 = STR("Kirkuk");
  put_outcome(f, r, "killed", exactly(killed), "fighter");
  return r;
}

/* Two raids of May, in documents of their own, and the tally of the month. */
static void month(Fixture *f, double told) {
  fixture_init(f);
  raid(f, "1", "2022-05-04", 5);
  raid(f, "2", "2022-05-19", 6);
  Record *tally = fixture_record(f, "t", RECORD_TALLY, "killing");
  tally->time = STR("2022-05");
  tally->agents = actors(f, "service", "جهاز مكافحة الإرهاب");
  put_place(f, tally, "iso2:IQ-KI", "محافظة كركوك", "IQ", 4);
  ((Place *)tally->places)->admin1 = ((Place *)tally->places)->name = STR("Kirkuk");
  put_outcome(f, tally, "killed", exactly(told), "fighter");
}

static uint32_t shortfalls(Fixture *f) {
  CheckDoc docs[8];
  uint32_t n = f->records.n;
  for (uint32_t i = 0; i < n; i++) {
    docs[i] = fixture_doc(f, f->records.at[i].id.p, f->records.at[i].id.p, f->records.at[i].id.p);
    docs[i].records = &f->records.at[i];
    docs[i].nrecords = 1;
    docs[i].published = STR("2022-05-20");
  }
  CheckInput input = {.docs = docs, .ndocs = n};
  tellings_link(&f->arena, &input, NULL, 0, NULL);
  Findings found = check_run_kind(&f->arena, &input, STR("shortfall"));
  if (found.list.n) assert_true(found.list.at[0].arithmetic.n > 0);
  return found.list.n;
}

/* «منذ 4 أيار»: what comes after the report is not in it. */
static void an_open_period_ends_with_the_report(void **state) {
  (void)state;
  Fixture f;
  month(&f, 8);
  f.records.at[2].time = STR("2022-05-04/..");
  assert_int_equal(shortfalls(&f), 1);
  f.records.at[1].time = STR("2022-05-25");
  assert_int_equal(shortfalls(&f), 0);
  fixture_fini(&f);
}

static void fewer_told_than_on_record(void **state) {
  (void)state;
  Fixture f;
  month(&f, 8);
  assert_int_equal(shortfalls(&f), 1);
  fixture_fini(&f);
  month(&f, 11);
  assert_int_equal(shortfalls(&f), 0);
  fixture_fini(&f);
}

static void what_is_doubtful_is_not_counted(void **state) {
  (void)state;
  Fixture f;
#define SILENT(change)                                      \
  do {                                                      \
    month(&f, 8);                                           \
    Record *second = &f.records.at[1], *tally = second + 1; \
    (void)tally;                                            \
    change;                                                 \
    assert_int_equal(shortfalls(&f), 0);                    \
    fixture_fini(&f);                                       \
  } while (0)
  SILENT(second->time = STR("2022-06-01"));
  SILENT(second->time = STR("2022-05-28/2022-06-03"));
  SILENT(second->time = STR("XXXX-05-19"));
  SILENT(second->time = STR_NONE);
  SILENT(second->agents = actors(&f, "army", "الجيش"));
  SILENT(((Place *)second->places)->admin1 = STR("Diyala"));
  SILENT(second->nplaces = 0);
  SILENT(second->stance = STR("denied"));
  SILENT(((Outcome *)second->outcomes)->count = about(6));
  SILENT(((Outcome *)second->outcomes)->count = at_least(6));
  SILENT(((Outcome *)second->outcomes)->status = STR("civilian"));
  SILENT(((Outcome *)tally->outcomes)->count = at_least(8));
  SILENT(tally->time = STR("2022"); ((Outcome *)tally->outcomes)->count = exactly(11));
#undef SILENT
}

/* One raid in two reports counts once, with the smaller number. */
static void an_incident_counts_once(void **state) {
  (void)state;
  Fixture f;
  month(&f, 11);
  Record *again = raid(&f, "1", "2022-05-04", 5);
  again->id = STR("again");
  again->claimed_by = actors(&f, "other", "مصدر آخر");
  assert_int_equal(shortfalls(&f), 0); /* 5 + 5 + 6 would be more */
  ((Outcome *)f.records.at[2].outcomes)->count = exactly(10);
  assert_int_equal(shortfalls(&f), 1); /* 5 + 6 */
  fixture_fini(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_open_period_ends_with_the_report),
      cmocka_unit_test(fewer_told_than_on_record),
      cmocka_unit_test(what_is_doubtful_is_not_counted),
      cmocka_unit_test(an_incident_counts_once),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
