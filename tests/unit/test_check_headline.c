/* `headline`: a number above and another below. */
#include "cmocka_all.h"

#include "check_fixture.h"

/* "12 soldiers killed" over "21 soldiers were killed" */
static const char text_bytes[] = "مقتل 12 جندياً\n\nقتل 21 جندياً في هجوم.";
enum { TITLE = 5, BODY = 40 };

static Outcome *add(Fixture *f, Record *r, uint32_t at, double n, const char *what) {
  Outcome *o = put_outcome(f, r, what, exactly(n), "security");
  o->of.span = (Span){at, at + 2};
  return o;
}

static uint32_t found_in(Fixture *f, const char *text) {
  CheckDoc doc = fixture_doc(f, "d", "outlet", text);
  CheckInput input = {.docs = &doc, .ndocs = 1};
  return check_run_kind(&f->arena, &input, STR("headline")).list.n;
}

static Record *story(Fixture *f, double above, double below) {
  fixture_init(f);
  Record *r = fixture_record(f, "r", RECORD_EVENT, "attack");
  r->trigger.span = (Span){BODY, BODY + 2};
  add(f, r, TITLE, above, "killed");
  add(f, r, BODY, below, "killed");
  return r;
}

static void the_numbers_differ(void **state) {
  (void)state;
  Fixture f;
  story(&f, 12, 21);
  assert_int_equal(found_in(&f, text_bytes), 1);
  fixture_fini(&f);
  story(&f, 12, 12);
  assert_int_equal(found_in(&f, text_bytes), 0);
  fixture_fini(&f);
}

/* «9 مطلوبين» above, «ثلاثة في …، واثنين في …» below */
static void its_parts_stand_below(void **state) {
  (void)state;
  Fixture f;
  Record *r = story(&f, 9, 3);
  add(&f, r, BODY + 2, 2, "killed");
  assert_int_equal(found_in(&f, text_bytes), 0);
  fixture_fini(&f);
}

static void a_headline_of_its_own_record(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  Record *above = fixture_record(&f, "1", RECORD_EVENT, "attack");
  above->trigger.span = (Span){0, 4};
  put_outcome(&f, above, "killed", exactly(12), "security");
  Record *below = fixture_record(&f, "2", RECORD_EVENT, "attack");
  below->trigger.span = (Span){BODY, BODY + 2};
  put_outcome(&f, below, "killed", exactly(21), "security");
  assert_int_equal(found_in(&f, text_bytes), 1);
  fixture_fini(&f);
}

/* The body tells the same toll again, and the record keeps it once, at the headline. */
static void a_toll_that_is_told_again(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  static const Quote again[] = {{STR("قتل"), {BODY, BODY + 2}}};
  Record *r = fixture_record(&f, "1", RECORD_EVENT, "attack");
  r->trigger.span = (Span){0, 4};
  r->also = (QuoteList){again, 1};
  put_outcome(&f, r, "killed", exactly(12), "security");
  Record *part = fixture_record(&f, "2", RECORD_EVENT, "attack");
  part->trigger.span = (Span){BODY + 8, BODY + 10};
  put_outcome(&f, part, "killed", exactly(5), "security");
  assert_int_equal(found_in(&f, text_bytes), 0);
  fixture_fini(&f);
}

/* Another act in the body has its own dead. */
static void another_type_of_act_below(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  Record *above = fixture_record(&f, "1", RECORD_EVENT, "attack");
  above->trigger.span = (Span){0, 4};
  put_outcome(&f, above, "killed", exactly(12), "security");
  Record *below = fixture_record(&f, "2", RECORD_EVENT, "accident");
  below->trigger.span = (Span){BODY, BODY + 2};
  put_outcome(&f, below, "killed", exactly(21), "security");
  assert_int_equal(found_in(&f, text_bytes), 0);
  fixture_fini(&f);
}

static void near_misses_are_silent(void **state) {
  (void)state;
  Fixture f;
  Record *r = story(&f, 35, 12); /* 35 = 12 + 23 */
  add(&f, r, BODY + 4, 23, "killed");
  assert_int_equal(found_in(&f, text_bytes), 0);
  fixture_fini(&f);
  r = story(&f, 12, 21); /* 12 of them are soldiers */
  add(&f, r, BODY + 4, 12, "killed");
  assert_int_equal(found_in(&f, text_bytes), 0);
  fixture_fini(&f);
  r = story(&f, 12, 21); /* «عشرات» below */
  ((Outcome *)r->outcomes)[1].count = at_least(20);
  assert_int_equal(found_in(&f, text_bytes), 0);
  fixture_fini(&f);
  r = story(&f, 12, 21); /* «عشرات» above */
  ((Outcome *)r->outcomes)[0].count = at_least(20);
  assert_int_equal(found_in(&f, text_bytes), 0);
  fixture_fini(&f);
  r = story(&f, 12, 21);
  ((Outcome *)r->outcomes)[1].what = STR("injured");
  assert_int_equal(found_in(&f, text_bytes), 0);
  fixture_fini(&f);
  r = story(&f, 12, 21); /* a toll with no words of its own, of an act that both tell: it may be the body's */
  r->trigger.span = (Span){0, 4};
  Quote again = {STR("هجوم"), {BODY, BODY + 2}};
  r->also = (QuoteList){&again, 1};
  ((Outcome *)r->outcomes)[0].of = (Quote){0};
  assert_int_equal(found_in(&f, text_bytes), 0);
  fixture_fini(&f);
  story(&f, 1, 5); /* «مقتل قيادي», a leader killed */
  assert_int_equal(found_in(&f, text_bytes), 0);
  fixture_fini(&f);
  r = story(&f, 12, 21); /* only leaves out */
  r->noutcomes = 1;
  assert_int_equal(found_in(&f, text_bytes), 0);
  fixture_fini(&f);
}

static void a_first_paragraph_is_no_headline(void **state) {
  (void)state;
  static const char *const texts[] = {"مقتل 12 جندياً.\n\nقتل 21 جندياً في هجوم.", "مقتل 12 جندياً\nقتل 21 جندياً في هجوم.",
                                      "مقتل 12 جندياً قتل 21 جندياً في هجوم", "", "\n\n"};
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    Fixture f;
    story(&f, 12, 21);
    assert_int_equal(found_in(&f, texts[i]), 0);
    fixture_fini(&f);
  }
}

/* A record keeps one toll of a happening; the text says whether the headline's stands below too. */
static void the_number_stands_below_in_figures(void **state) {
  (void)state;
  Fixture f;
  story(&f, 12, 21);
  assert_int_equal(found_in(&f, "مقتل 12 جندياً\n\nقتل 21 جندياً، ثم قيل إنهم ١٢."), 0);
  assert_int_equal(found_in(&f, "مقتل 12 جندياً\n\nقتل 21 جندياً في عام 2012."), 1);
  fixture_fini(&f);
}

/* A leader arrested above and killed below. */
static void another_fate_below(void **state) {
  (void)state;
  Fixture f;
#define ACT(n, change)                                                               \
  do {                                                                               \
    fixture_init(&f);                                                                \
    Record *above = fixture_record(&f, "1", RECORD_EVENT, "arrest");                 \
    above->trigger.span = (Span){0, 4};                                              \
    put_outcome(&f, above, "arrested", exactly(1), "fighter")->label = STR("قيادي"); \
    Record *below = fixture_record(&f, "2", RECORD_EVENT, "killing");                \
    above = below - 1;                                                               \
    below->trigger.span = (Span){BODY, BODY + 2};                                    \
    Outcome *o = put_outcome(&f, below, "killed", exactly(1), "fighter");            \
    o->label = STR("قيادي");                                                         \
    change;                                                                          \
    assert_int_equal(found_in(&f, text_bytes), n);                                   \
    fixture_fini(&f);                                                                \
  } while (0)
  ACT(1, (void)above);
  ACT(0, o->label = STR("عنصر"));                                    /* others */
  ACT(0, o->count = exactly(3));                                     /* not he alone */
  ACT(0, put_outcome(&f, below, "arrested", exactly(2), "fighter")); /* arrested below as well */
  ACT(0, below->background = true);                                  /* told of another day */
  ACT(0, o->what = STR("arrested"));
#undef ACT
}

/* The army above, the other side below. */
static void another_doer_below(void **state) {
  (void)state;
  Fixture f;
#define AGENT(n, change)                                                                    \
  do {                                                                                      \
    fixture_init(&f);                                                                       \
    fixture_record(&f, "1", RECORD_EVENT, "airstrike");                                     \
    Record *below = fixture_record(&f, "2", RECORD_EVENT, "airstrike"), *above = below - 1; \
    below->trigger.span = (Span){BODY, BODY + 2};                                           \
    above->agents = actors(&f, "army", "الجيش");                                            \
    below->agents = actors(&f, "rsf", "الدعم السريع");                                      \
    put_place(&f, above, "gn:1", "السوق", "SD", 1);                                         \
    put_place(&f, below, "gn:1", "السوق", "SD", 1);                                         \
    change;                                                                                 \
    assert_int_equal(found_in(&f, text_bytes), n);                                          \
    fixture_fini(&f);                                                                       \
  } while (0)
  AGENT(1, (void)above);
  AGENT(0, below->agents = actors(&f, "army", "القوات المسلحة"));
  AGENT(0, below->agents = actors(&f, "", "طائرة مسيّرة"));
  AGENT(0, below->partners = actors(&f, "army", "الجيش"));
  AGENT(0, ((Place *)below->places)->id = STR("gn:2"));
  AGENT(0, above->type = below->type = STR("clash"));
  AGENT(0, below->background = true);
#undef AGENT
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(the_number_stands_below_in_figures),
                                     cmocka_unit_test(another_fate_below),
                                     cmocka_unit_test(another_doer_below),
                                     cmocka_unit_test(the_numbers_differ),
                                     cmocka_unit_test(its_parts_stand_below),
                                     cmocka_unit_test(a_headline_of_its_own_record),
                                     cmocka_unit_test(a_toll_that_is_told_again),
                                     cmocka_unit_test(another_type_of_act_below),
                                     cmocka_unit_test(near_misses_are_silent),
                                     cmocka_unit_test(a_first_paragraph_is_no_headline)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
