/* `sum`: each case that must fire, beside a twin that nearly is one and must not. */
#include "cmocka_all.h"

#include "check_fixture.h"

#define assert_found(fixture, n) assert_int_equal(found((fixture), "sum"), (n))

/* «196 مهمة في سوريا والعراق ... مقتل 44»: a half-year over two countries. */
static Record *half_year(Fixture *f, double killed_iraq, double missions_iraq) {
  Record *t = fixture_record(f, "total", RECORD_TALLY, "operation");
  t->count = exactly(196);
  t->time = STR("2024-01/2024-06");
  put_outcome(f, t, "killed", exactly(44), "fighter");
  put_outcome(f, t, "arrested", exactly(166), "fighter");
  Record *syria = fixture_record(f, "syria", RECORD_TALLY, "operation");
  syria->count = exactly(59);
  syria->part_of = STR("total");
  syria->time = STR("2024-01/2024-06");
  put_place(f, syria, "iso:SY", "سوريا", "SY", 6);
  put_outcome(f, syria, "killed", exactly(13), "fighter");
  put_outcome(f, syria, "arrested", exactly(92), "fighter");
  Record *iraq = fixture_record(f, "iraq", RECORD_TALLY, "operation");
  iraq->count = exactly(missions_iraq);
  iraq->part_of = STR("total");
  iraq->time = STR("2024-01/2024-06");
  put_place(f, iraq, "iso:IQ", "العراق", "IQ", 6);
  put_outcome(f, iraq, "killed", exactly(killed_iraq), "fighter");
  put_outcome(f, iraq, "arrested", exactly(74), "fighter");
  /* «مقتل 8 من كبار القادة»: among the 44, and said of no place. */
  Record *leaders = fixture_record(f, "leaders", RECORD_TALLY, "killing");
  leaders->part_of = STR("total");
  put_outcome(f, leaders, "killed", exactly(8), "fighter");
  put_outcome(f, leaders, "arrested", exactly(32), "fighter");
  return &f->records.at[0];
}

static void parts_proved_by_another_number(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  half_year(&f, 30, 137);
  assert_found(&f, 1);
  fixture_fini(&f);
  fixture_init(&f);
  half_year(&f, 31, 137); /* 13 + 31 = 44 */
  assert_found(&f, 0);
  fixture_fini(&f);
}

static void parts_not_proved_to_be_all(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  Record *t = half_year(&f, 30, 120); /* 59 + 120 are not 196, so a third country may be untold */
  t->noutcomes = 1;                   /* and no arrests that add up */
  assert_found(&f, 0);
  fixture_fini(&f);
  /* The same, but the total is said to be of just these two countries. */
  fixture_init(&f);
  t = half_year(&f, 30, 120);
  t->noutcomes = 1;
  put_place(&f, t, "iso:SY", "سوريا", "SY", 6);
  put_place(&f, t, "iso:IQ", "والعراق", "IQ", 6);
  assert_found(&f, 2); /* missions and killed */
  put_place(&f, t, "iso:JO", "الأردن", "JO", 6);
  assert_found(&f, 0);
  fixture_fini(&f);
}

static void a_subset_may_make_up_the_difference(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  half_year(&f, 23, 137); /* 13 + 23 + 8 = 44: the leaders may be apart after all */
  assert_found(&f, 0);
  fixture_fini(&f);
}

/* «توزعوا على النحو التالي: 12 في …، و9 في …، وثمانية في …» */
static Record *spread(Fixture *f, double total, Count a, Count b, Count c) {
  Record *t = fixture_record(f, "t", RECORD_EVENT, "shelling");
  t->count = exactly(1);
  t->total = true;
  put_place(f, t, "gn:1", "المدينة", "SD", 1);
  put_outcome(f, t, "killed", exactly(total), "unstated");
  static const char *const names[] = {"الحي الأول", "الحي الثاني", "محيط السوق"};
  const Count counts[] = {a, b, c};
  static const char *const ids[] = {"p1", "p2", "p3"};
  for (int i = 0; i < 3; i++) {
    Record *p = fixture_record(f, ids[i], RECORD_EVENT, "shelling");
    p->part_of = STR("t");
    put_place(f, p, "", names[i], "SD", 1);
    put_outcome(f, p, "killed", counts[i], "unstated");
  }
  return &f->records.at[0];
}

static void a_declared_list(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  spread(&f, 27, exactly(12), exactly(9), exactly(8));
  assert_found(&f, 1);
  fixture_fini(&f);
  fixture_init(&f);
  spread(&f, 29, exactly(12), exactly(9), exactly(8));
  assert_found(&f, 0);
  fixture_fini(&f);
  fixture_init(&f);
  spread(&f, 27, exactly(12), exactly(9), exactly(8))->total = false; /* nobody said these are all */
  assert_found(&f, 0);
  fixture_fini(&f);
}

static void rough_numbers_prove_nothing(void **state) {
  (void)state;
  const Count rough[] = {about(8), at_least(8), {6, 8, true, false}, {0, 0, false, false}};
  for (int i = 0; i < 4; i++) {
    Fixture f;
    fixture_init(&f);
    spread(&f, 27, exactly(12), exactly(9), rough[i]);
    assert_found(&f, 0);
    fixture_fini(&f);
  }
}

/* An event's own [1,1] is not a total of three events. */
static void single_events_are_not_added_up(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  spread(&f, 29, exactly(12), exactly(9), exactly(8));
  for (uint32_t i = 1; i < 4; i++) f.records.at[i].count = exactly(1);
  assert_found(&f, 0);
  fixture_fini(&f);
}

/* «16 غارة … كالآتي: تسع …، وغارتان …، وست»: occurrences, with a dual. */
static void raids(Fixture *f, double total, const char *type) {
  Record *t = fixture_record(f, "t", RECORD_TALLY, "airstrike");
  t->count = exactly(total);
  t->total = true;
  const double counts[] = {9, 2, 6};
  static const char *const places[] = {"gn:11", "gn:12", "gn:13"};
  for (int i = 0; i < 3; i++) {
    Record *p = fixture_record(f, places[i], RECORD_EVENT, i == 2 ? type : "airstrike");
    p->part_of = STR("t");
    p->count = exactly(counts[i]);
    put_place(f, p, places[i], "مديرية", "YE", 3);
  }
}

static void occurrences_that_are_split(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  raids(&f, 16, "airstrike");
  assert_found(&f, 1);
  fixture_fini(&f);
  fixture_init(&f);
  raids(&f, 17, "airstrike");
  assert_found(&f, 0);
  fixture_fini(&f);
  fixture_init(&f);
  raids(&f, 16, "clash"); /* six clashes are none of the raids */
  assert_found(&f, 0);
  fixture_fini(&f);
}

/* "12 in Syria, 9 in Iraq, 8 in Deir ez-Zor" of 21: the last lies in the first. */
static void a_place_inside_another_is_no_part_beside_it(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  spread(&f, 21, exactly(12), exactly(9), exactly(8));
  static const char *const ids[] = {"iso:SY", "iso:IQ", "gn:5"}, *const countries[] = {"SY", "IQ", "SY"};
  for (int i = 0; i < 3; i++) {
    f.records.at[1 + i].nplaces = 0;
    put_place(&f, &f.records.at[1 + i], ids[i], ids[i], countries[i], i == 2 ? 4 : 6);
  }
  assert_found(&f, 0);
  fixture_fini(&f);
}

/* "9 on one district, 2 on another, 6 more on the first": all of the declared list. */
static void a_place_told_twice_is_two_parts(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  raids(&f, 16, "airstrike");
  ((Place *)f.records.at[3].places)->id = STR("gn:11");
  assert_found(&f, 1);
  f.records.at[0].count = exactly(17);
  assert_found(&f, 0);
  fixture_fini(&f);
}

/* A part of another month is not in the total of this one, unless a number says so. */
static void parts_outside_the_period(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  raids(&f, 16, "airstrike");
  f.records.at[0].time = STR("2019-09-02");
  f.records.at[1].time = STR("2019-09-02");
  assert_found(&f, 1);
  for (uint32_t i = 1; i < 4; i++) f.records.at[i].time = STR("2019-08-11");
  assert_found(&f, 0);
  for (uint32_t i = 1; i < 4; i++) f.records.at[i].time = STR("XXXX-08-11");
  assert_found(&f, 1);
  fixture_fini(&f);
  fixture_init(&f);
  half_year(&f, 30, 137)->time = STR("2023"); /* 59 + 137 are the 196, whatever the year was read to be */
  assert_found(&f, 1);
  f.records.at[1].stance = STR("denied");
  assert_found(&f, 0);
  f.records.at[1].stance = STR("asserted");
  f.records.at[2].count = exactly(136);
  f.records.at[0].noutcomes = 1;
  assert_found(&f, 0);
  fixture_fini(&f);
}

/* Months as parts: "10 in January, 12 in February, 7 in March" of 30. */
static void parts_by_month(void **state) {
  (void)state;
  const double totals[] = {30, 29};
  for (int k = 0; k < 2; k++) {
    Fixture f;
    fixture_init(&f);
    Record *t = fixture_record(&f, "t", RECORD_TALLY, "attack");
    t->count = exactly(totals[k]);
    t->total = true;
    t->time = STR("2024-01/2024-03");
    const double counts[] = {10, 12, 7};
    static const char *const months[] = {"2024-01", "2024-02", "2024-03"};
    for (int i = 0; i < 3; i++) {
      Record *p = fixture_record(&f, months[i], RECORD_TALLY, "attack");
      p->part_of = STR("t");
      p->count = exactly(counts[i]);
      p->time = str_of(months[i]);
    }
    assert_found(&f, k == 0 ? 1 : 0);
    fixture_fini(&f);
  }
}

/* A part that tells civilians and fighters apart: 13 + 5 is one reading of it. */
static void two_classes_in_one_part(void **state) {
  (void)state;
  const double totals[] = {27, 26, 21, 30};
  const uint32_t findings[] = {0, 1, 0, 1}; /* 18 + 9 = 27; 13 + 9 = 22 */
  for (int k = 0; k < 4; k++) {
    Fixture f;
    fixture_init(&f);
    Record *t = fixture_record(&f, "t", RECORD_TALLY, "attack");
    t->total = true;
    put_outcome(&f, t, "killed", exactly(totals[k]), "unstated");
    Record *a = fixture_record(&f, "a", RECORD_EVENT, "attack");
    a->part_of = STR("t");
    put_place(&f, a, "gn:1", "أ", "YE", 1);
    put_outcome(&f, a, "killed", exactly(13), "civilian");
    put_outcome(&f, a, "killed", exactly(5), "fighter");
    Record *b = fixture_record(&f, "b", RECORD_EVENT, "attack");
    b->part_of = STR("t");
    put_place(&f, b, "gn:2", "ب", "YE", 1);
    put_outcome(&f, b, "killed", exactly(totals[k] == 21 ? 8 : 9), "unstated");
    assert_found(&f, findings[k]);
    fixture_fini(&f);
  }
}

/* Killed with killed only, trucks with trucks only. */
static void unlike_things_are_not_compared(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  spread(&f, 27, exactly(12), exactly(9), exactly(8));
  for (uint32_t i = 1; i < 4; i++) ((Outcome *)f.records.at[i].outcomes)->what = STR("injured");
  assert_found(&f, 0);
  fixture_fini(&f);
  fixture_init(&f);
  spread(&f, 27, exactly(12), exactly(9), exactly(8));
  for (uint32_t i = 0; i < 4; i++) {
    Outcome *o = (Outcome *)f.records.at[i].outcomes;
    o->what = STR("destroyed");
    o->status = STR_NONE;
    o->label = i ? STR("مخبأ") : STR("آلية");
  }
  assert_found(&f, 0);
  for (uint32_t i = 0; i < 4; i++) ((Outcome *)f.records.at[i].outcomes)->label = STR("آلية");
  assert_found(&f, 1);
  fixture_fini(&f);
}

static void denied_parts_and_other_speakers(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  Record *t = half_year(&f, 30, 136);
  t->noutcomes = 1;
  put_place(&f, t, "iso:SY", "سوريا", "SY", 6);
  put_place(&f, t, "iso:IQ", "والعراق", "IQ", 6);
  t->claimed_by = actors(&f, "centcom", "القيادة");
  for (uint32_t i = 1; i < 3; i++) f.records.at[i].claimed_by = actors(&f, "centcom", "سنتكوم");
  assert_found(&f, 2);
  f.records.at[1].stance = STR("denied");
  assert_found(&f, 0);
  f.records.at[1].stance = STR("asserted");
  for (uint32_t i = 1; i < 3; i++) f.records.at[i].claimed_by = actors(&f, "sdf", "قسد");
  assert_found(&f, 0);
  fixture_fini(&f);
}

/* «مقتل 30: 20 مدنياً و9 مسلحين» in one record, and «30 بينهم 20 …» in another. */
static void shares_inside_one_record(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  Record *r = fixture_record(&f, "r", RECORD_EVENT, "attack");
  put_outcome(&f, r, "killed", exactly(30), "mixed");
  put_outcome(&f, r, "killed", exactly(20), "civilian")->share = true;
  put_outcome(&f, r, "killed", exactly(9), "fighter")->share = true;
  assert_found(&f, 1);
  Outcome *o = (Outcome *)r->outcomes;
  o[2].count = exactly(10);
  assert_found(&f, 0);
  o[2].count = about(9);
  assert_found(&f, 0);
  o[2].count = exactly(9);
  o[1].share = o[2].share = false; /* subsets */
  assert_found(&f, 0);
  fixture_fini(&f);
}

static void the_finding_says_it_in_words(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  Record *t = half_year(&f, 30, 137);
  t->claimed_by = actors(&f, "", "القيادة المركزية");
  static const char text[] = "One. Two. Three.";
  t->sentence = (Span){0, 4};
  f.records.at[1].sentence = (Span){5, 9};
  f.records.at[2].sentence = (Span){5, 9};
  CheckDoc doc = fixture_doc(&f, "d", "صحيفة", text);
  CheckInput input = {.docs = &doc, .ndocs = 1};
  Findings findings = check_run(&f.arena, &input);
  assert_int_equal(findings.list.n, 1);
  const Finding *got = &findings.list.at[0];
  assert_true(str_eq(got->kind, STR("sum")));
  assert_true(str_eq(got->arithmetic, STR("13 + 30 = 43, the text says 44")));
  assert_true(str_eq(
      got->text,
      STR("This telling by «صحيفة» does not add up: it says 44 killed in all, but the parts 13 («سوريا») and 30 "
          "(«العراق») make 43. It credits the numbers to «القيادة المركزية», whose own words were not seen: the slip "
          "may be either's.")));
  assert_int_equal(got->ndocs, 1);
  assert_int_equal(got->nrecords, 3);
  assert_true(str_eq(got->records[0], STR("total")));
  assert_int_equal(got->nsentences, 2);
  assert_true(str_eq(got->sentences[1].quote.text, STR("Two.")));
  fixture_fini(&f);
}

/* A list that went wrong: thousands of parts, each with its place. */
static void many_parts_are_left_alone(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  Record *t = fixture_record(&f, "t", RECORD_TALLY, "attack");
  t->count = exactly(10);
  t->total = true;
  for (int i = 0; i < 5000; i++) {
    Record *p = fixture_record(&f, "p", RECORD_TALLY, "attack");
    p->part_of = STR("t");
    p->count = exactly(1 + i);
  }
  assert_found(&f, 0);
  fixture_fini(&f);
}

static void a_record_that_is_part_of_itself(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  half_year(&f, 30, 137)->part_of = STR("total");
  assert_found(&f, 1);
  fixture_fini(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(parts_proved_by_another_number),
      cmocka_unit_test(parts_not_proved_to_be_all),
      cmocka_unit_test(a_subset_may_make_up_the_difference),
      cmocka_unit_test(a_declared_list),
      cmocka_unit_test(rough_numbers_prove_nothing),
      cmocka_unit_test(single_events_are_not_added_up),
      cmocka_unit_test(occurrences_that_are_split),
      cmocka_unit_test(a_place_inside_another_is_no_part_beside_it),
      cmocka_unit_test(a_place_told_twice_is_two_parts),
      cmocka_unit_test(parts_outside_the_period),
      cmocka_unit_test(parts_by_month),
      cmocka_unit_test(two_classes_in_one_part),
      cmocka_unit_test(unlike_things_are_not_compared),
      cmocka_unit_test(denied_parts_and_other_speakers),
      cmocka_unit_test(shares_inside_one_record),
      cmocka_unit_test(the_finding_says_it_in_words),
      cmocka_unit_test(many_parts_are_left_alone),
      cmocka_unit_test(a_record_that_is_part_of_itself),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
