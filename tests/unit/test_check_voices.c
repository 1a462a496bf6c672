/* `lone` and `corroborated`: whose word an incident rests on. */
#include "cmocka_all.h"

#include "check_fixture.h"

typedef struct Two {
  Fixture f;
  CheckDoc docs[2];
} Two;

static void two(Two *t, const char *first, const char *second) {
  fixture_init(&t->f);
  for (int i = 0; i < 2; i++) {
    Record *r = fixture_record(&t->f, i ? "2" : "1", RECORD_EVENT, "airstrike");
    r->count = exactly(1);
    r->time = STR("2024-05-01");
    const char *speaker = i ? second : first;
    if (*speaker) r->claimed_by = actors(&t->f, speaker, speaker);
    put_place(&t->f, r, "gn:7", "البلدة", "SY", 1);
    put_outcome(&t->f, r, "killed", exactly(14), "unstated");
    t->docs[i] = fixture_doc(&t->f, i ? "b" : "a", i ? "y" : "x", i ? "two" : "one");
    t->docs[i].published = STR("2024-05-02");
  }
}

static uint32_t given(Two *t, const char *kind) {
  for (int i = 0; i < 2; i++) {
    t->docs[i].records = &t->f.records.at[i];
    t->docs[i].nrecords = 1;
  }
  CheckInput input = {.docs = t->docs, .ndocs = 2, .ledger = true};
  tellings_link(&t->f.arena, &input, NULL, 0, NULL);
  return check_run_kind(&t->f.arena, &input, str_of(kind)).list.n;
}

static void assert_voices(Two *t, uint32_t lone, uint32_t corroborated) {
  assert_int_equal(given(t, "lone"), lone);
  assert_int_equal(given(t, "corroborated"), corroborated);
  fixture_fini(&t->f);
}

static void one_speaker_in_two_outlets_is_lone(void **state) {
  (void)state;
  Two t;
  two(&t, "civil-defence", "civil-defence");
  assert_voices(&t, 1, 0);
}

/* «قال المرصد», and «قالت الخوذ البيضاء» in the same breath */
static void a_second_speaker_is_a_second_origin(void **state) {
  (void)state;
  Two t;
  two(&t, "civil-defence", "civil-defence");
  Actor *both = ARENA_ARRAY(&t.f.arena, Actor, 2);
  both[0] = t.f.records.at[1].claimed_by.at[0];
  both[1] = actors(&t.f, "observatory", "observatory").at[0];
  t.f.records.at[1].claimed_by = (ActorList){both, 2};
  assert_voices(&t, 0, 0);
}

static void two_speakers_corroborate(void **state) {
  (void)state;
  Two t;
  two(&t, "civil-defence", "army");
  assert_voices(&t, 0, 1);
}

/* What is not known proves neither. */
static void an_unknown_origin_proves_nothing(void **state) {
  (void)state;
  Two t;
  two(&t, "civil-defence", "");
  assert_voices(&t, 0, 0);
  two(&t, "", "");
  assert_voices(&t, 0, 0);
}

static void copies_are_one_voice(void **state) {
  (void)state;
  Two t;
  two(&t, "civil-defence", "army");
  t.docs[0].copies = t.docs[1].copies = 3;
  assert_voices(&t, 1, 0);
  two(&t, "civil-defence", "");
  t.docs[0].copies = t.docs[1].copies = 3;
  assert_voices(&t, 1, 0);
}

static void partners_are_one_voice(void **state) {
  (void)state;
  Two t;
  two(&t, "coalition", "sdf");
  t.f.records.at[0].agents = actors(&t.f, "coalition", "coalition");
  t.f.records.at[0].partners = actors(&t.f, "sdf", "sdf");
  assert_voices(&t, 1, 0);
}

static void who_contradicts_does_not_corroborate(void **state) {
  (void)state;
  Two t;
  two(&t, "civil-defence", "army");
  ((Outcome *)t.f.records.at[1].outcomes)->count = exactly(19);
  assert_voices(&t, 0, 0);
  two(&t, "civil-defence", "army");
  t.f.records.at[1].stance = STR("denied");
  assert_voices(&t, 0, 0);
}

/* «أما المرصد فأكد مقتل 35» in the same report, which linking has not joined to it. */
static void who_else_is_heard_of_the_place_is_another_origin(void **state) {
  (void)state;
  static const struct {
    const char *speaker, *place, *day, *plover;
    unsigned lone;
  } words[] = {
      {"observatory", "gn:7", "2024-05-01", "ASSAULT", 0},   {"observatory", "gn:7", "", "ASSAULT", 0},
      {"civil-defence", "gn:7", "2024-05-01", "ASSAULT", 1}, {"observatory", "gn:8", "2024-05-01", "ASSAULT", 1},
      {"observatory", "gn:7", "2024-04-11", "ASSAULT", 1},   {"observatory", "gn:7", "2024-05-01", "CONSULT", 1},
  };
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    Two t;
    two(&t, "civil-defence", "civil-defence");
    Record *r = fixture_record(&t.f, "3", RECORD_EVENT, "shelling");
    r->time = str_of(words[i].day);
    r->plover = str_of(words[i].plover);
    r->claimed_by = actors(&t.f, words[i].speaker, words[i].speaker);
    put_place(&t.f, r, words[i].place, words[i].place, "SY", 1);
    t.docs[1].others = r;
    t.docs[1].nothers = 1;
    assert_voices(&t, words[i].lone, 0);
  }
}

/* Where one of them calls it an accident it is not sure that it was an act. */
static void an_accident_is_no_act_of_force(void **state) {
  (void)state;
  Two t;
  two(&t, "civil-defence", "civil-defence");
  t.f.records.at[1].plover = STR_NONE;
  assert_voices(&t, 0, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_speaker_in_two_outlets_is_lone),
      cmocka_unit_test(a_second_speaker_is_a_second_origin),
      cmocka_unit_test(two_speakers_corroborate),
      cmocka_unit_test(an_unknown_origin_proves_nothing),
      cmocka_unit_test(copies_are_one_voice),
      cmocka_unit_test(partners_are_one_voice),
      cmocka_unit_test(who_else_is_heard_of_the_place_is_another_origin),
      cmocka_unit_test(an_accident_is_no_act_of_force),
      cmocka_unit_test(who_contradicts_does_not_corroborate),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
