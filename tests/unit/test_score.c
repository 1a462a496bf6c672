/* Terms, alignment and hits, on records made for the purpose. */
#include "cmocka_all.h"

#include "score/score.h"

enum { BUDGET = 16 << 20 };

typedef struct Bench {
  Arena arena;
  TermTable terms;
  ClassTable classes;
} Bench;

static const char TERMS[] = "stop\tفي\nstop\tمن\nprefix\tوال\nprefix\tال\nprefix\tو\n";
static const char TYPES[] = "airstrike\tASSAULT\nattack\tASSAULT\narrest\tCOERCE\n";

static int open_bench(void **state) {
  static Bench bench;
  static SourceFile files[2];
  bench = (Bench){0};
  arena_init(&bench.arena, BUDGET);
  files[0] = (SourceFile){STR("t"), STR("score/terms.tsv"), str_of(TERMS)};
  files[1] = (SourceFile){STR("c"), STR("grammar/types.tsv"), str_of(TYPES)};
  Source source = {.arena = &bench.arena};
  source.files.at = files;
  source.files.n = 2;
  ErrorInfo info;
  assert_int_equal(terms_open(&bench.arena, &source, &bench.terms, &info), ERROR_OK);
  assert_int_equal(classes_open(&bench.arena, &source, &bench.classes, &info), ERROR_OK);
  *state = &bench;
  return 0;
}

static int close_bench(void **state) {
  arena_fini(&((Bench *)*state)->arena);
  return 0;
}

static bool alike(Bench *b, const char *x, const char *y) {
  return terms_alike(terms_of(&b->arena, &b->terms, str_of(x)), terms_of(&b->arena, &b->terms, str_of(y)));
}

static void half_of_the_words_make_a_quote_the_same(void **state) {
  Bench *b = *state;
  assert_true(alike(b, "عناصر من داعش", "عناصر داعش"));
  assert_true(alike(b, "والجيش العراقي", "الجيش العراقي"));
  assert_true(alike(b, "الجيش", "الجيش العراقي"));
  assert_true(alike(b, "إدلب", "ادلب"));
  assert_false(alike(b, "الجيش", "القوات البحرية العراقية"));
  assert_false(alike(b, "في", "في")); /* nothing but words that say nothing */
  assert_false(alike(b, "", "الجيش"));
}

static ToldList gold_of(Bench *b, const char *json, const char *text) {
  ToldList list = {0};
  ErrorInfo info = {0};
  assert_int_equal(told_read_gold(&b->arena, &b->terms, str_of(json), str_of(text), &list, &info), ERROR_OK);
  return list;
}

static const char TEXT[] = "قصف الطيران بلدة الرمال. واعتقل الجيش رجلين في المدينة.";
static const char GOLD[] = "{\"records\":[{\"kind\":\"event\",\"type\":\"airstrike\",\"trigger\":\"قصف\",\"count\":[1,"
                           "1],\"agents\":[\"الطيران\"],"
                           "\"places\":[{\"quote\":\"بلدة الرمال\",\"country\":\"SY\"}],\"time\":\"2024-01\"},"
                           "{\"kind\":\"event\",\"type\":\"arrest\",\"trigger\":\"اعتقل\",\"outcomes\":[{\"what\":"
                           "\"arrested\",\"count\":[2,2]}],"
                           "\"via\":[],\"background\":true}]}";

static void pairs_stand_in_one_sentence_and_are_of_one_class(void **state) {
  Bench *b = *state;
  ToldList gold = gold_of(b, GOLD, TEXT), told = {0};
  const char *lines[] = {
      "{\"doc\":\"x/"
      "one.txt\",\"kind\":\"event\",\"type\":\"attack\",\"trigger\":{\"quote\":\"قصف\",\"start\":0,\"end\":6},"
      "\"agents\":[{\"quote\":\"الطيران الحربي\"}],\"time\":\"2024-01-01/2024-01-31\"}",
      "{\"doc\":\"one\",\"kind\":\"event\",\"type\":\"airstrike\",\"trigger\":{\"quote\":\"في\",\"start\":70,\"end\":"
      "74}}"};
  for (size_t i = 0; i < 2; i++) {
    Told t;
    Str doc;
    ErrorInfo info;
    assert_int_equal(told_read_line(&b->arena, &b->terms, str_of(lines[i]), &doc, &t, &info), ERROR_OK);
    assert_true(str_eq(doc, STR("one")));
    vec_push(&told, &b->arena, t);
  }
  Alignment a = align(&b->arena, &b->classes, str_of(TEXT), &gold, &told);
  assert_int_equal(a.n, 3);
  assert_int_equal(a.at[0].gold, 0);
  assert_int_equal(a.at[0].told, 0);
  assert_int_equal(a.at[1].told, ALIGN_NONE);
  assert_int_equal(a.at[2].gold, ALIGN_NONE);

  Score score = {0};
  score_add(&score, &b->arena, &gold, &told, &a);
  assert_int_equal(score.at[SCORE_FOUND].hit, 1);
  assert_int_equal(score.at[SCORE_RECORD].hit, 0); /* attack is not airstrike */
  assert_int_equal(score.at[SCORE_RECORD].gold, 2);
  assert_int_equal(score.at[SCORE_SLOT + SLOT_AGENTS].hit, 1);
  assert_int_equal(score.at[SCORE_SLOT + SLOT_TIME].hit, 1);
  assert_int_equal(score.at[SCORE_SLOT + SLOT_COUNT].gold, 0); /* once is the rule */
  assert_int_equal(score.at[SCORE_SLOT + SLOT_COUNTRY].gold, 1);
  assert_int_equal(score.at[SCORE_NUMBER].gold, 1);
  assert_int_equal(score.at[SCORE_SLOT + SLOT_BACKGROUND].gold, 1);
}

static void gold_against_itself_is_perfect(void **state) {
  Bench *b = *state;
  ToldList gold = gold_of(b, GOLD, TEXT);
  Alignment a = align(&b->arena, &b->classes, str_of(TEXT), &gold, &gold);
  Score score = {0};
  score_add(&score, &b->arena, &gold, &gold, &a);
  assert_true(score_overall(&score) == 1.0);
  assert_true(score_f1(score.at[SCORE_RECORDER]) == 1.0);
}

static void what_is_no_gold_file_is_refused(void **state) {
  Bench *b = *state;
  ToldList list = {0};
  ErrorInfo info;
  const char *bad[] = {"", "[]", "{\"records\":7}", "{", "{\"records\":[{]}"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    assert_int_equal(told_read_gold(&b->arena, &b->terms, str_of(bad[i]), STR("x"), &list, &info), ERROR_FORMAT);
  /* fields of the wrong kind are not told */
  list =
      gold_of(b, "{\"records\":[7,{\"kind\":[],\"trigger\":{\"start\":\"x\"},\"outcomes\":{},\"count\":[1]}]}", TEXT);
  assert_int_equal(list.n, 2);
  assert_int_equal(list.at[1].triggers.n, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(half_of_the_words_make_a_quote_the_same, open_bench, close_bench),
      cmocka_unit_test_setup_teardown(pairs_stand_in_one_sentence_and_are_of_one_class, open_bench, close_bench),
      cmocka_unit_test_setup_teardown(gold_against_itself_is_perfect, open_bench, close_bench),
      cmocka_unit_test_setup_teardown(what_is_no_gold_file_is_refused, open_bench, close_bench),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
