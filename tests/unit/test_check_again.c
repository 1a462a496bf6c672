/* `again`: a death that is told twice, and those that are one. */
#include "cmocka_all.h"

#include "check_fixture.h"

static Record *death(Fixture *f, const char *id, const char *name, const char *time) {
  Record *r = fixture_record(f, id, RECORD_EVENT, "airstrike");
  r->time = str_of(time);
  Person *p = ARENA_NEW(&f->arena, Person);
  *p = (Person){.quote = said(name), .name = str_of(name), .fate = STR("killed")};
  r->persons = p;
  r->npersons = 1;
  return r;
}

static void pair(Fixture *f) {
  fixture_init(f);
  death(f, "1", "سمير عادل الراوي", "2021-06-15");
  death(f, "2", "سمير عادل الراوي", "2023-02-08");
}

static void one_man_dies_twice(void **state) {
  (void)state;
  Fixture f;
  pair(&f);
  assert_int_equal(found_across(&f, 1, "again"), 1);
  f.records.at[1].time = STR("2022"); /* some day of another year */
  assert_int_equal(found_across(&f, 1, "again"), 1);
  fixture_fini(&f);
}

/* A death without a day is of the days before its statement, unless it is told as background. */
static void the_day_of_the_statement_will_do(void **state) {
  (void)state;
  Fixture f;
  pair(&f);
  f.records.at[1].time = STR_NONE;
  f.records.at[1].said = STR("2023-02-08");
  assert_int_equal(found_across(&f, 1, "again"), 1);
  f.records.at[1].said = STR_NONE; /* of the report's day, then: it opens it */
  assert_int_equal(found_across(&f, 1, "again"), 1);
  f.records.at[1].background = true;
  assert_int_equal(found_across(&f, 1, "again"), 0);
  fixture_fini(&f);
}

static void near_misses_are_silent(void **state) {
  (void)state;
  Fixture f;
#define SILENT(change)                                 \
  do {                                                 \
    pair(&f);                                          \
    Record *second = &f.records.at[1];                 \
    Person *person = (Person *)second->persons;        \
    (void)person;                                      \
    change;                                            \
    assert_int_equal(found_across(&f, 1, "again"), 0); \
    fixture_fini(&f);                                  \
  } while (0)
  SILENT(person->fate = STR("arrested")); /* arrest and death: the course of a life */
  SILENT(person->name = STR("سمير عادل الدوري"));
  SILENT(second->time = STR("2021-06-15")); /* recalled later */
  SILENT(second->time = STR("2021-06"));
  SILENT(second->time = STR("2021-06-18")); /* told late */
  SILENT(second->time = STR("XXXX-02-08"));
  SILENT((second->time = STR_NONE, second->trigger.span.start = 900)); /* a report recalls further down */
  SILENT(second->stance = STR("denied"));
#undef SILENT
}

static void a_kunya_alone_is_nobody(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  death(&f, "1", "أبو عمر", "2020-08-18");
  death(&f, "2", "أبو عمر", "2022-04-06");
  assert_int_equal(found_across(&f, 1, "again"), 0);
  fixture_fini(&f);
}

/* Three reports of two deaths: one finding, not three. */
static void reports_of_one_death_are_not_pairs(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  death(&f, "2", "سمير عادل الراوي", "2021-06-15");
  death(&f, "1", "سمير عادل الراوي", "2021-06-15");
  death(&f, "3", "سمير عادل الراوي", "2023-02-08");
  assert_int_equal(found_across(&f, 1, "again"), 1);
  fixture_fini(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_man_dies_twice),
      cmocka_unit_test(the_day_of_the_statement_will_do),
      cmocka_unit_test(near_misses_are_silent),
      cmocka_unit_test(a_kunya_alone_is_nobody),
      cmocka_unit_test(reports_of_one_death_are_not_pairs),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
