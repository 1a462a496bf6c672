/* Names in a text: keys, the longest first, proclitics, names that stay. The sentences are this
 * project's own. */
#include "cmocka_all.h"

#include "export/names.h"

static Arena *arena; /* the program's */

static int setup(void **state) {
  int code = arena_setup(state);
  arena = *state;
  return code;
}

static Str s(const char *c) { return str_of(c); }

static void check(const NameTable *a, const NameTable *b, const char *text, const char *want) {
  Str got = names_replace(arena, a, b, s(text));
  if (!str_eq(got, s(want))) print_error("%.*s\nnot\n%s\n", STR_ARG(got), want);
  assert_true(str_eq(got, s(want)));
}

static void a_key_is_the_folded_words(void **state) {
  (void)state;
  Str key = name_key(arena, s("أحمد الجبوريّ"));
  assert_true(str_eq(key, name_key(arena, s("احمد  الجبوري"))));
  assert_int_equal(name_words(key), 2);
  assert_true(str_eq(name_part(key, 1, 2), name_key(arena, s("الجبوري"))));
  assert_true(str_eq(name_part(key, 0, 2), key));
  assert_int_equal(name_key(arena, s(" ... ")).n, 0);
  assert_int_equal(name_words(STR("")), 0);
}

static void names_are_replaced(void **state) {
  (void)state;
  NameTable t = {.arena = arena};
  names_add(&t, name_key(arena, s("أحمد خالد الجبوري")), STR("A"));
  names_add(&t, name_key(arena, s("أحمد خالد")), STR("B"));
  names_add(&t, name_key(arena, s("الجبوري")), STR("C"));
  check(&t, NULL, "قتل أحمد خالد الجبوري أمس", "قتل A أمس");
  check(&t, NULL, "قتل أحمد خالد أمس", "قتل B أمس");
  check(&t, NULL, "وأحمد خالد الجبوري", "وA");
  check(&t, NULL, "بيان للجبوري", "بيان لC");
  check(&t, NULL, "أحـمد خالد، الجبوري", "B، C");
  check(&t, NULL, "أَحمَد-خالِد", "B");
  check(&t, NULL, "الجبور وأحمد", "الجبور وأحمد");
  check(&t, NULL, "", "");
  check(NULL, NULL, "أحمد خالد", "أحمد خالد");
}

static void what_stays_is_passed_over_whole(void **state) {
  (void)state;
  NameTable all = {.arena = arena}, here = {.arena = arena};
  names_add(&all, name_key(arena, s("كتائب أبو علي مصطفى")), STR(""));
  names_add(&all, name_key(arena, s("أبو علي")), STR("X"));
  names_add(&here, name_key(arena, s("مصطفى")), STR("Y"));
  check(&all, &here, "أعلنت كتائب أبو علي مصطفى أن أبو علي ومصطفى", "أعلنت كتائب أبو علي مصطفى أن X وY");
}

static void a_table_grows(void **state) {
  (void)state;
  NameTable t = {.arena = arena};
  for (int i = 0; i < 5000; i++) names_add(&t, arena_printf(arena, "name %d", i), arena_printf(arena, "%d", i));
  assert_int_equal(t.n, 5000);
  for (int i = 0; i < 5000; i++) {
    const NameEntry *e = names_find(&t, arena_printf(arena, "name %d", i));
    assert_non_null(e);
    assert_true(str_eq(e->instead, arena_printf(arena, "%d", i)));
  }
  assert_null(names_find(&t, STR("name 5000")));
  names_add(&t, STR("name 7"), STR("other"));
  assert_true(str_eq(names_find(&t, STR("name 7"))->instead, STR("7")));
}

/* Broken UTF-8, a name cut short, a text of names alone: no crash, and nothing of the name is left. */
static void hostile_texts(void **state) {
  (void)state;
  NameTable t = {.arena = arena};
  names_add(&t, name_key(arena, s("أحمد خالد")), STR("A"));
  check(&t, NULL, "\xFF أحمد خالد \xC3", "\xEF\xBF\xBD A \xEF\xBF\xBD");
  static char many[60001];
  for (size_t i = 0; i < 60000; i += 20)
    memcpy(many + i, "أحمد خالد ", strlen("أحمد خالد ") < 20 ? strlen("أحمد خالد ") : 20);
  for (size_t i = 0; i < 60000; i++)
    if (!many[i]) many[i] = ' ';
  Str got = names_replace(arena, &t, NULL, (Str){many, 60000});
  assert_true(got.n < 60000);
  assert_null(strstr(arena_str(arena, got).p, "خالد"));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_key_is_the_folded_words),
      cmocka_unit_test(names_are_replaced),
      cmocka_unit_test(what_stays_is_passed_over_whole),
      cmocka_unit_test(a_table_grows),
      cmocka_unit_test(hostile_texts),
  };
  return cmocka_run_group_tests(tests, setup, arena_teardown);
}
