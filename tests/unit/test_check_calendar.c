/* `calendar`: what the clash becomes, and what is no clash. */
#include "cmocka_all.h"

#include "check_fixture.h"

static Findings run(Fixture *f, CheckClash clash) {
  CheckClash *own = ARENA_NEW(&f->arena, CheckClash);
  *own = clash;
  CheckDoc doc = fixture_doc(f, "d", "المنبر", "يوم الخميس 12 آذار 2024");
  doc.clashes = own;
  doc.nclashes = 1;
  CheckInput input = {.docs = &doc, .ndocs = 1};
  return check_run_kind(&f->arena, &input, STR("calendar"));
}

static const CheckClash thursday = {.quote = {STR("الخميس 12 آذار 2024"), {7, 35}}, .edtf = STR("2024-03-12")};

static void a_wrong_weekday_is_told(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  Record *r = fixture_record(&f, "r", RECORD_EVENT, "airstrike");
  r->time_quote.span = (Span){7, 35};
  fixture_record(&f, "other", RECORD_EVENT, "clash");
  Findings got = run(&f, thursday);
  assert_int_equal(got.list.n, 1);
  assert_int_equal(got.list.at[0].nrecords, 1);
  assert_true(str_eq(got.list.at[0].text,
                     STR("Weekday and date disagree in this telling by «المنبر»: it writes «الخميس 12 آذار 2024», but "
                         "2024-03-12 was a Tuesday. One of the two is a slip, and nothing here says which.")));
  fixture_fini(&f);
}

static void near_misses_are_silent(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  CheckClash clash = thursday;
  clash.hijri = true;
  assert_int_equal(run(&f, clash).list.n, 0);
  clash = thursday;
  clash.edtf = STR("XXXX-03-12");
  assert_int_equal(run(&f, clash).list.n, 0);
  clash.edtf = STR("2024-03");
  assert_int_equal(run(&f, clash).list.n, 0);
  clash = thursday;
  clash.quote.text = STR("اليوم الخميس"); /* the publication date may be a day off */
  assert_int_equal(run(&f, clash).list.n, 0);
  clash.quote.text = STR("الخميس ١٢ آذار");
  assert_int_equal(run(&f, clash).list.n, 1);
  fixture_fini(&f);
}

/* Two dates without a year that both clash are of another year: the report looks back. */
static void two_clashes_without_a_year_are_of_another_year(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  CheckClash two[2] = {{.quote = {STR("الأحد 16 أكتوبر"), {0, 10}}, .edtf = STR("2018-10-16")},
                       {.quote = {STR("الخميس 20 أكتوبر"), {20, 30}}, .edtf = STR("2018-10-20")}};
  CheckDoc doc = fixture_doc(&f, "d", "المنبر", "");
  doc.clashes = two;
  doc.nclashes = 2;
  CheckInput input = {.docs = &doc, .ndocs = 1};
  assert_int_equal(check_run_kind(&f.arena, &input, STR("calendar")).list.n, 0);
  two[0].quote.text = STR("الأحد ١٦ أكتوبر ٢٠١٨");
  assert_int_equal(check_run_kind(&f.arena, &input, STR("calendar")).list.n, 2);
  fixture_fini(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(two_clashes_without_a_year_are_of_another_year),
                                     cmocka_unit_test(a_wrong_weekday_is_told),
                                     cmocka_unit_test(near_misses_are_silent)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
