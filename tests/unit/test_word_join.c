/* Words broken with a sign, made whole; what only looks like them stays as it is. */
#include "lang_setup.h"

typedef struct Row {
  const char *text, *tokens; /* the words' normal forms, parted by blanks */
} Row;

static const Row ROWS[] = {
    {"مقتل القيا.دي في قصـ.ـف", "مقتل القيادي في قصف"},
    {"تنظيم د.ا.ع.ش الإر*هابي", "تنظيم داعش الارهابي"},
    {"داعـ.ـش استهـ.ـداف والمتفـ..ـجرات", "داعش استهداف والمتف جرات"},
    {"وصل إلى ميونيخ.وقال للصحيفة", "وصل الي ميونيخ وقال للصحيفه"},
    {"وكالة أ.ف.ب وموقع العربية.نت", "وكاله ا ف ب وموقع العربيه نت"},
    {"م.صالح و د.حسن", "م صالح و د حسن"},
    {"شركة بي.جي للنفط", "شركه بي جي للنفط"},
    {"قتل القيا. دي فر", "قتل القيا دي فر"},
};

static void broken_words_are_whole(void **state) {
  Lang *f = *state;
  uint32_t bad = 0;
  for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
    arena_reset(&f->document);
    Text text = text_with_broken_words(&f->document, &f->lexicon, text_of(&f->document, str_of(ROWS[i].text)));
    Str got = STR("");
    for (uint32_t k = 0; k < text.ntokens; k++) {
      if (text.tokens[k].kind != TOKEN_WORD) continue;
      Str key = token_fold(&text, k);
      Str word = letters_utf8(&f->document, (const uint8_t *)key.p, (uint32_t)key.n);
      got = arena_printf(&f->document, "%.*s%s%.*s", STR_ARG(got), got.n ? " " : "", STR_ARG(word));
    }
    if (str_eq(got, str_of(ROWS[i].tokens))) continue;
    print_error("%s\n  got  %.*s\n  want %s\n", ROWS[i].text, STR_ARG(got), ROWS[i].tokens);
    bad++;
  }
  assert_int_equal(bad, 0);
}

/* The span holds the sign that was dropped, so that a quote is what the text has. */
static void spans_are_of_the_text(void **state) {
  Lang *f = *state;
  arena_reset(&f->document);
  Text text = text_with_broken_words(&f->document, &f->lexicon, text_of(&f->document, STR("قتل القيا.دي اليوم")));
  assert_int_equal(text.ntokens, 3);
  assert_int_equal(text.nsentences, 1);
  assert_str(text_slice(&text, text.tokens[1].span), STR("القيا.دي"));
  assert_str(text_slice(&text, text.sentences[0].span), text.bytes);
}

/* However long the run: what was cut off is a word of its own. */
static void hostile_runs_end(void **state) {
  Lang *f = *state;
  static const char *const units[] = {"ا.", "القيا.", "دي*", "قصـ.ـف.", "."};
  enum { TIMES = 20000 };
  for (size_t k = 0; k < sizeof units / sizeof *units; k++) {
    size_t n = strlen(units[k]);
    char *bytes = malloc(n * TIMES);
    assert_non_null(bytes);
    for (size_t i = 0; i < TIMES; i++) memcpy(bytes + i * n, units[k], n);
    arena_reset(&f->document);
    Text text = text_of(&f->document, (Str){bytes, n * TIMES});
    Text whole = text_with_broken_words(&f->document, &f->lexicon, text);
    assert_true(whole.ntokens && whole.ntokens <= text.ntokens);
    for (uint32_t i = 0; i < whole.ntokens; i++) {
      assert_true(whole.tokens[i].span.start < whole.tokens[i].span.end && whole.tokens[i].span.end <= text.bytes.n);
      assert_true(!i || whole.tokens[i - 1].span.end <= whole.tokens[i].span.start);
    }
    free(bytes);
  }
}

static void memory_may_run_out_anywhere(void **state) {
  Lang *f = *state;
  for (size_t fail = 0; fail < 40; fail++) {
    Arena arena;
    arena_init(&arena, (size_t)1 << 24);
    arena.fail_after = fail;
    text_with_broken_words(&arena, &f->lexicon, text_of(&arena, STR("قتل القيا.دي")));
    arena_fini(&arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(broken_words_are_whole), cmocka_unit_test(spans_are_of_the_text),
                                     cmocka_unit_test(hostile_runs_end), cmocka_unit_test(memory_may_run_out_anywhere)};
  return cmocka_run_group_tests(tests, lang_setup, lang_teardown);
}
