/* `trend`: a contradiction of two courses, and the twins that are none. */
#include "cmocka_all.h"

#include "check_fixture.h"

static Record *course(Fixture *f, const char *id, const char *direction, const char *time, const char *place) {
  Record *r = fixture_record(f, id, RECORD_TREND, "attack");
  r->direction = str_of(direction);
  r->time = str_of(time);
  r->agents = actors(f, "isis", "التنظيم");
  put_place(f, r, place, "المحافظة", "IQ", 4);
  return r;
}

static void pair(Fixture *f) {
  fixture_init(f);
  course(f, "1", "up", "2021-01/2021-06", "gn:1");
  course(f, "2", "down", "2021-01/2021-06", "gn:1");
}

static void two_outlets_contradict_each_other(void **state) {
  (void)state;
  Fixture f;
  pair(&f);
  assert_int_equal(found_across(&f, 1, "trend"), 1);
  f.records.at[1].time = STR("2021-03/2022-01"); /* overlaps */
  assert_int_equal(found_across(&f, 1, "trend"), 1);
  f.records.at[1].time = STR("2021"); /* holds it */
  assert_int_equal(found_across(&f, 1, "trend"), 1);
  fixture_fini(&f);
}

/* «قال محافظ ديالى إن الهجمات في المحافظة ارتفعت» */
static void a_governor_speaks_of_his_place(void **state) {
  (void)state;
  Fixture f;
  pair(&f);
  Place *place = (Place *)f.records.at[0].places;
  place->quote = said("محافظة ديالى");
  f.records.at[1].nplaces = 0;
  f.records.at[1].claimed_by = actors(&f, "", "محافظ ديالى");
  assert_int_equal(found_across(&f, 1, "trend"), 1);
  f.records.at[1].claimed_by = actors(&f, "", "محافظ كركوك");
  assert_int_equal(found_across(&f, 1, "trend"), 0);
  fixture_fini(&f);
}

static void near_misses_are_silent(void **state) {
  (void)state;
  Fixture f;
#define SILENT(change)                                 \
  do {                                                 \
    pair(&f);                                          \
    Record *second = &f.records.at[1];                 \
    change;                                            \
    assert_int_equal(found_across(&f, 1, "trend"), 0); \
    fixture_fini(&f);                                  \
  } while (0)
  SILENT(second->direction = STR("up"));
  SILENT(second->direction = STR("flat"));
  SILENT(second->time = STR("2021-07/2021-12"));
  SILENT(second->time = STR("XXXX-01/XXXX-06"));
  SILENT(second->time = STR_NONE);
  SILENT(second->type = STR("abduction"));
  SILENT(second->agents = actors(&f, "pkk", "الحزب"));
  SILENT(second->agents = ((ActorList){NULL, 0}));
  SILENT(((Place *)second->places)->id = STR("gn:2"));
  SILENT(second->nplaces = 0);
  SILENT(second->kind = RECORD_TALLY);
  SILENT(second->stance = STR("denied"));
#undef SILENT
}

/* «تضارب»: one report that lets two speakers contradict each other. */
static void two_speakers_in_one_report(void **state) {
  (void)state;
  Fixture f;
  pair(&f);
  assert_int_equal(found(&f, "trend"), 0); /* one voice has two things to compare with */
  f.records.at[0].claimed_by = actors(&f, "un-office", "المكتب الأممي");
  f.records.at[1].claimed_by = actors(&f, "police", "الشرطة");
  assert_int_equal(found(&f, "trend"), 1);
  f.records.at[1].claimed_by = actors(&f, "un-office", "المكتب");
  assert_int_equal(found(&f, "trend"), 0);
  fixture_fini(&f);
}

/* «عدد النازحين»: nobody acts, and who is counted must be the same. */
static void figures_are_told_of_targets(void **state) {
  (void)state;
  Fixture f;
  pair(&f);
  for (int i = 0; i < 2; i++) {
    f.records.at[i].type = STR("displaced");
    f.records.at[i].agents = (ActorList){NULL, 0};
    f.records.at[i].targets = actors(&f, "", i ? "والنازحين السوريين" : "النازحين السوريين");
  }
  assert_int_equal(found_across(&f, 1, "trend"), 1);
  f.records.at[0].targets = f.records.at[1].targets = actors(&f, "", "العناصر"); /* each report's own */
  assert_int_equal(found_across(&f, 1, "trend"), 0);
  f.records.at[1].targets = actors(&f, "", "العائدين");
  assert_int_equal(found_across(&f, 1, "trend"), 0);
  fixture_fini(&f);
}

static void a_copy_is_no_second_voice(void **state) {
  (void)state;
  Fixture f;
  pair(&f);
  CheckDoc docs[2] = {fixture_doc(&f, "a", "x", "text"), fixture_doc(&f, "b", "y", "text")};
  docs[0].nrecords = 1;
  docs[1].records++;
  docs[1].nrecords--;
  CheckInput input = {.docs = docs, .ndocs = 2};
  assert_int_equal(check_run_kind(&f.arena, &input, STR("trend")).list.n, 0);
  fixture_fini(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(two_outlets_contradict_each_other),
      cmocka_unit_test(a_governor_speaks_of_his_place),
      cmocka_unit_test(near_misses_are_silent),
      cmocka_unit_test(two_speakers_in_one_report),
      cmocka_unit_test(figures_are_told_of_targets),
      cmocka_unit_test(a_copy_is_no_second_voice),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
