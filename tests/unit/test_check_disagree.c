/* Two documents on one incident: relay, disagree, status, blame, and their near-miss twins. */
#include "cmocka_all.h"

#include "check_fixture.h"

static Record *strike(Fixture *f, const char *id, double killed, const char *speaker) {
  Record *r = fixture_record(f, id, RECORD_EVENT, "airstrike");
  r->count = exactly(1);
  r->time = STR("2024-05-01");
  r->claimed_by = actors(f, speaker, speaker);
  put_place(f, r, "gn:7", "البلدة", "SY", 1);
  put_outcome(f, r, "killed", exactly(killed), "unstated");
  return r;
}

static Outcome *toll(Record *r) { return (Outcome *)r->outcomes; }

static void pair(Fixture *f, double killed, const char *speaker) {
  fixture_init(f);
  strike(f, "1", 14, "civil-defence");
  strike(f, "2", killed, speaker);
}

static void assert_kinds(Fixture *f, uint32_t relay, uint32_t disagree) {
  assert_int_equal(found_across(f, 1, "relay"), relay);
  assert_int_equal(found_across(f, 1, "disagree"), disagree);
}

static void one_speaker_and_two_numbers_is_a_relay(void **state) {
  (void)state;
  Fixture f;
  pair(&f, 19, "civil-defence");
  assert_kinds(&f, 1, 0);
  fixture_fini(&f);
  pair(&f, 14, "civil-defence");
  assert_kinds(&f, 0, 0);
  fixture_fini(&f);
}

static void two_speakers_disagree(void **state) {
  (void)state;
  Fixture f;
  pair(&f, 19, "ministry");
  assert_kinds(&f, 0, 1);
  toll(&f.records.at[0])->count = (Count){10, 12, true, false};
  toll(&f.records.at[1])->count = at_least(18);
  assert_kinds(&f, 0, 1);
  fixture_fini(&f);
}

static void near_misses_are_silent(void **state) {
  (void)state;
  Fixture f;
#define SILENT(change)                 \
  do {                                 \
    pair(&f, 19, "ministry");          \
    Record *second = &f.records.at[1]; \
    change;                            \
    assert_kinds(&f, 0, 0);            \
    fixture_fini(&f);                  \
  } while (0)
  SILENT(toll(second)->count = at_least(10)); /* «عشرات» and 14 */
  SILENT(toll(second)->count = about(15));
  SILENT(second->time = STR("2024-05-03"));
  SILENT(second->time = STR("2024-05")); /* some day of the month */
  SILENT(second->time = STR("XXXX-05-01"));
  SILENT(second->type = STR("accident"));
  SILENT(((Place *)second->places)->id = STR("gn:8"));
  SILENT(second->nplaces = 0);
  SILENT(second->stance = STR("denied"));
  SILENT(second->kind = RECORD_TALLY);
  SILENT(second->count = exactly(3)); /* three strikes are not this one */
  SILENT(toll(second)->what = STR("injured"));
  SILENT(toll(second)->status = STR_NONE); /* things */
  SILENT(f.records.at[0].agents = actors(&f, "a", "أ"); second->agents = actors(&f, "b", "ب"));
  /* six civilians of thirteen people */
  SILENT(toll(second)->count = exactly(6); toll(second)->status = STR("civilian"));
  /* 8 gunmen and 6 civilians are 14 */
  SILENT(toll(second)->count = exactly(8); put_outcome(&f, second, "killed", exactly(6), "civilian"));
#undef SILENT
}

/* «أدى انفجار إلى مقتل شخص وإصابة ستة. وقتل ثلاثة من الصحوة» may be two acts in one record. */
static void acts_in_one_record_prove_nothing(void **state) {
  (void)state;
  static const char *const same[] = {"one killed, six hurt. three killed", "one killed, six hurt, three killed"};
  for (uint32_t i = 0; i < 2; i++) {
    Fixture f;
    fixture_init(&f);
    strike(&f, "1", 3, "civil-defence");
    Record *b = strike(&f, "2", 1, "ministry"), *a = &f.records.at[0];
    put_outcome(&f, a, "injured", exactly(9), "unstated");
    toll(b)[0].of = (Quote){STR("one"), {0, 3}};
    put_outcome(&f, b, "injured", exactly(6), "unstated");
    put_outcome(&f, b, "killed", exactly(3), "unstated")->of = (Quote){STR("three"), {22, 27}};
    CheckDoc docs[2] = {fixture_doc(&f, "a", "x", "nothing"), fixture_doc(&f, "b", "y", same[i])};
    docs[0].nrecords = docs[1].nrecords = 1;
    docs[1].records = &f.records.at[1];
    docs[0].published = docs[1].published = STR("2024-05-02");
    CheckInput input = {.docs = docs, .ndocs = 2};
    tellings_link(&f.arena, &input, NULL, 0, NULL);
    assert_int_equal(check_run_kind(&f.arena, &input, STR("disagree")).list.n, i);
    fixture_fini(&f);
  }
}

static void more_civilians_than_people_cannot_be(void **state) {
  (void)state;
  Fixture f;
  pair(&f, 19, "ministry");
  toll(&f.records.at[1])->status = STR("civilian");
  assert_kinds(&f, 0, 1);
  fixture_fini(&f);
}

static uint32_t found_days(Fixture *f, const char *first, const char *second, const char *kind) {
  CheckDoc docs[2] = {fixture_doc(f, "a", "x", "one"), fixture_doc(f, "b", "y", "two")};
  docs[0].published = str_of(first);
  docs[1].published = str_of(second);
  docs[0].nrecords = 1;
  docs[1].records++;
  docs[1].nrecords--;
  CheckInput input = {.docs = docs, .ndocs = 2};
  tellings_link(&f->arena, &input, NULL, 0, NULL);
  return check_run_kind(&f->arena, &input, str_of(kind)).list.n;
}

/* «ارتفعت الحصيلة»: a number that rises with the days is an update; one that falls is not. */
static void a_rising_toll_is_an_update(void **state) {
  (void)state;
  Fixture f;
  pair(&f, 19, "civil-defence");
  assert_int_equal(found_days(&f, "2024-05-02", "2024-05-03", "relay"), 0);
  assert_int_equal(found_days(&f, "2024-05-03", "2024-05-02", "relay"), 1);
  assert_int_equal(found_days(&f, "2024-05-02", "2024-05-02T10:00", "relay"), 1);
  assert_int_equal(found_days(&f, "2024-05-02", "", "relay"), 0);
  fixture_fini(&f);
}

/* «المتحدث العسكري في بيانه الصادر الأحد» (the military spokesman, in his statement of Sunday), told on Sunday and on
 * Monday: one statement. */
static void a_statement_is_one_whenever_it_is_passed_on(void **state) {
  (void)state;
  Fixture f;
  pair(&f, 19, "civil-defence");
  f.records.at[1].said = STR("2024-05-02");
  assert_int_equal(found_days(&f, "2024-05-02", "2024-05-03", "relay"), 1);
  f.records.at[1].said = STR("2024-05-03");
  assert_int_equal(found_days(&f, "2024-05-02", "2024-05-03", "relay"), 0);
  f.records.at[1].said = STR("2024-05-02");
  f.records.at[0].claimed_by = actors(&f, "", "المتحدث العسكري");
  f.records.at[1].claimed_by = actors(&f, "", "المتحدث العسكري المصري");
  assert_int_equal(found_days(&f, "2024-05-02", "2024-05-03", "relay"), 1);
  fixture_fini(&f);
}

/* A copy, or the outlet's own second report, is no second telling. */
static void copies_and_one_outlet_are_not_compared(void **state) {
  (void)state;
  Fixture f;
  pair(&f, 19, "ministry");
  CheckDoc docs[2] = {fixture_doc(&f, "a", "x", "one"), fixture_doc(&f, "b", "x", "two")};
  docs[0].published = docs[1].published = STR("2024-05-02");
  docs[0].nrecords = 1;
  docs[1].records++;
  docs[1].nrecords--;
  CheckInput input = {.docs = docs, .ndocs = 2};
  tellings_link(&f.arena, &input, NULL, 0, NULL);
  assert_int_equal(check_run_kind(&f.arena, &input, STR("disagree")).list.n, 0);
  docs[1].outlet = STR("y");
  assert_int_equal(check_run_kind(&f.arena, &input, STR("disagree")).list.n, 1);
  docs[1].text = STR("one");
  assert_int_equal(check_run_kind(&f.arena, &input, STR("disagree")).list.n, 0);
  fixture_fini(&f);
}

/* Two shared places make one pair, not two. */
static void a_pair_is_reported_once(void **state) {
  (void)state;
  Fixture f;
  pair(&f, 19, "ministry");
  for (int i = 0; i < 2; i++) put_place(&f, &f.records.at[i], "gn:9", "الحي", "SY", 1);
  assert_kinds(&f, 0, 1);
  fixture_fini(&f);
}

static void the_same_dead_of_another_status(void **state) {
  (void)state;
  Fixture f;
  pair(&f, 14, "ministry");
  toll(&f.records.at[0])->status = STR("civilian");
  toll(&f.records.at[1])->status = STR("fighter");
  assert_int_equal(found_across(&f, 1, "status"), 1);
  toll(&f.records.at[1])->status = STR("unstated"); /* «أشخاص» says nothing of status */
  assert_int_equal(found_across(&f, 1, "status"), 0);
  toll(&f.records.at[1])->status = STR("fighter");
  toll(&f.records.at[1])->count = exactly(4);
  assert_int_equal(found_across(&f, 1, "status"), 0);
  toll(&f.records.at[1])->count = exactly(14);
  put_outcome(&f, &f.records.at[1], "killed", exactly(2), "civilian"); /* a mix */
  assert_int_equal(found_across(&f, 1, "status"), 0);
  fixture_fini(&f);
}

static void two_doers_of_one_act(void **state) {
  (void)state;
  Fixture f;
#define BLAME(n, change)                                   \
  do {                                                     \
    pair(&f, 14, "ministry");                              \
    Record *first = &f.records.at[0], *second = first + 1; \
    first->agents = actors(&f, "army", "الجيش");           \
    second->agents = actors(&f, "rsf", "الدعم السريع");    \
    change;                                                \
    assert_int_equal(found_across(&f, 1, "blame"), n);     \
    fixture_fini(&f);                                      \
  } while (0)
  BLAME(1, (void)second);
  BLAME(0, second->agents = actors(&f, "army", "القوات المسلحة")); /* one party, two names */
  BLAME(0, second->agents = actors(&f, "", "مسلحون مجهولون"));     /* not knowing is no second author */
  BLAME(0, toll(second)->count = exactly(3));                      /* other dead, another act */
  BLAME(0, second->time = STR("2024-05-09"));
  BLAME(0, first->type = second->type = STR("clash"));
  BLAME(0, second->partners = actors(&f, "army", "الجيش"));
#undef BLAME
}

static void a_claim_against_a_denial(void **state) {
  (void)state;
  Fixture f;
  pair(&f, 14, "ministry");
  Record *first = &f.records.at[0], *second = first + 1;
  first->agents = second->agents = actors(&f, "sdf", "قسد");
  first->responsibility.how = STR("attributed");
  second->responsibility = (Responsibility){STR("denied"), actors(&f, "sdf", "قسد")};
  second->stance = STR("denied");
  assert_int_equal(found_across(&f, 1, "blame"), 1);
  first->responsibility.how = STR("unknown");
  assert_int_equal(found_across(&f, 1, "blame"), 0);
  fixture_fini(&f);
}

/* A thousand reports of one day in one town end in time. */
static void a_place_in_the_news_ends_in_time(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  for (int i = 0; i < 3000; i++) strike(&f, "x", 14, "ministry");
  assert_int_equal(found_across(&f, 1500, "disagree"), 0);
  fixture_fini(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_speaker_and_two_numbers_is_a_relay),
      cmocka_unit_test(two_speakers_disagree),
      cmocka_unit_test(near_misses_are_silent),
      cmocka_unit_test(acts_in_one_record_prove_nothing),
      cmocka_unit_test(more_civilians_than_people_cannot_be),
      cmocka_unit_test(a_rising_toll_is_an_update),
      cmocka_unit_test(a_statement_is_one_whenever_it_is_passed_on),
      cmocka_unit_test(copies_and_one_outlet_are_not_compared),
      cmocka_unit_test(a_pair_is_reported_once),
      cmocka_unit_test(the_same_dead_of_another_status),
      cmocka_unit_test(two_doers_of_one_act),
      cmocka_unit_test(a_claim_against_a_denial),
      cmocka_unit_test(a_place_in_the_news_ends_in_time),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
