/* Tokens and sentences, and that every offset leads back to the bytes it came from. */
#include "cmocka_all.h"

#include "text/text.h"
#include "text/utf8.h"

static Arena arena;

static int set_up(void **state) {
  (void)state;
  arena_init(&arena, 1 << 26);
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  arena_fini(&arena);
  return 0;
}

/* The tokens' own bytes with a bar between them, sentences parted by two. */
static Str shown(Str bytes) {
  Text t = text_of(&arena, bytes);
  Str out = STR("");
  for (uint32_t i = 0; i < t.ntokens; i++) {
    const char *bar = i == 0 ? "" : t.tokens[i].sentence != t.tokens[i - 1].sentence ? "||" : "|";
    Str token = text_slice(&t, t.tokens[i].span);
    out = arena_printf(&arena, "%.*s%s%.*s", STR_ARG(out), bar, STR_ARG(token));
  }
  return out;
}

typedef struct Case {
  const char *text, *cut;
} Case;

static void cut_as_a_reader_would(void **state) {
  (void)state;
  static const Case cases[] = {
      {"قُتل 13 عنصراً.", "قُتل|13|عنصراً|."},
      {"«داعـش» (سينتكوم)", "«|داعـش|»|(|سينتكوم|)"},
      {"قصـ ـف المدينة", "قصـ ـف|المدينة"},
      {"الـ83", "الـ|83"},
      {"فق10", "فق|10"},
      {"آذار/مارس", "آذار|/|مارس"},
      {"2,5 في 1.5", "2|,|5|في|1|.|5"},
      {"#سوريا_اليوم", "سوريا|اليوم"},
      {"SY24 رصدت", "SY|24|رصدت"},
      {"جملة أولى. جملة ثانية! ثالثة؟ رابعة", "جملة|أولى|.||جملة|ثانية|!||ثالثة|؟||رابعة"},
      {"قال \"نعم.\" ثم مضى", "قال|\"|نعم|.|\"||ثم|مضى"},
      {"عنوان\n\nمتن", "عنوان||متن"},
      {"د. سالم وأ.ف.ب قالت", "د|.|سالم|وأ|.|ف|.|ب|قالت"},
      {"عام 2018. ثم", "عام|2018|.||ثم"},
      {"café naïve", "café|naïve"},
      {"", ""},
      {" \n \n", ""},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_str(shown(str_of(cases[i].text)), str_of(cases[i].cut));
}

static void flags_tell_lines_and_paragraphs(void **state) {
  (void)state;
  Text t = text_of(&arena, STR("عنوان طويل\nسطر\n\n\nفقرة,بعد"));
  assert_int_equal(t.ntokens, 6);
  assert_int_equal(t.tokens[0].flags, TOKEN_SPACED | TOKEN_LINE | TOKEN_PARAGRAPH);
  assert_int_equal(t.tokens[1].flags, TOKEN_SPACED);
  assert_int_equal(t.tokens[2].flags, TOKEN_SPACED | TOKEN_LINE);
  assert_int_equal(t.tokens[3].flags, TOKEN_SPACED | TOKEN_LINE | TOKEN_PARAGRAPH);
  assert_int_equal(t.tokens[4].flags, 0);
  assert_int_equal(token_sign(&t, 4), ',');
  assert_int_equal(token_sign(&t, 3), 0);
}

static void ended_says_how(void **state) {
  (void)state;
  Text t = text_of(&arena, STR("عنوان\nجملة تامة.\nسطر"));
  assert_int_equal(t.nsentences, 3);
  assert_false(t.sentences[0].ended);
  assert_true(t.sentences[1].ended);
  assert_false(t.sentences[2].ended);
}

static size_t first_of_code_point(Str s, size_t at) {
  while (at < s.n && at > 0 && ((uint8_t)s.p[at] & 0xC0) == 0x80) at--;
  return at;
}

/* All that must hold of any text, however odd. */
static void check_text(Str bytes) {
  Text t = text_of(&arena, bytes);
  assert_true(arena_ok(&arena));
  uint32_t at = 0, letters = 0;
  for (uint32_t i = 0; i < t.ntokens; i++) {
    const Token *k = &t.tokens[i];
    assert_true(k->n > 0 && k->view >= letters && k->view + k->n <= t.view.n);
    letters = k->view + k->n;
    assert_true(k->span.start >= at && k->span.end > k->span.start && k->span.end <= bytes.n);
    at = k->span.end;
    assert_int_equal(first_of_code_point(bytes, k->span.start), k->span.start);
    if (at < bytes.n) assert_int_equal(first_of_code_point(bytes, at), at);
    assert_int_equal(k->span.start, t.view.origin[k->view]);
    /* the token's bytes normalise to its letters */
    Str own = fold_key(&arena, text_slice(&t, k->span));
    assert_str(own, token_fold(&t, i));
  }
  uint32_t token = 0;
  for (uint32_t i = 0; i < t.nsentences; i++) {
    const Sentence *s = &t.sentences[i];
    assert_true(s->first == token && s->last > s->first && s->last <= t.ntokens);
    assert_int_equal(s->span.start, t.tokens[s->first].span.start);
    assert_int_equal(s->span.end, t.tokens[s->last - 1].span.end);
    for (; token < s->last; token++) assert_int_equal(t.tokens[token].sentence, i);
  }
  assert_int_equal(token, t.ntokens);
}

/* Letters that no token holds are blanks and the two signs that only part words. */
static void check_cover(Str bytes) {
  Text t = text_of(&arena, bytes);
  uint32_t next = 0;
  for (uint32_t i = 0; i <= t.ntokens; i++) {
    uint32_t to = i < t.ntokens ? t.tokens[i].view : t.view.n;
    for (; next < to; next++) assert_non_null(memchr(" \n#_", t.view.light[next], 4));
    if (i < t.ntokens) next += t.tokens[i].n;
  }
}

static size_t random_text(uint64_t *seed, char *out, size_t room) {
  static const uint32_t pool[][2] = {{0x20, 0x7E},     {0x600, 0x6FF},   {0x621, 0x64A},    {0x621, 0x64A},
                                     {0x20, 0x20},     {0x640, 0x640},   {0x64B, 0x652},    {0x2000, 0x206F},
                                     {0xFB50, 0xFDFF}, {0xFE70, 0xFEFF}, {0x0A, 0x0A},      {0x21, 0x2F},
                                     {0x30, 0x39},     {0x300, 0x36F},   {0x1F600, 0x1F64F}};
  size_t n = 0, want = test_random(seed) % (room - 4);
  while (n < want) {
    const uint32_t *range = pool[test_random(seed) % (sizeof pool / sizeof *pool)];
    n += utf8_put(range[0] + (uint32_t)(test_random(seed) % (range[1] - range[0] + 1)), out + n);
  }
  return n;
}

static void offsets_hold_for_random_texts(void **state) {
  (void)state;
  uint64_t seed = 2024;
  static char bytes[1500];
  for (int round = 0; round < 2000; round++) {
    arena_reset(&arena);
    Str text = {bytes, random_text(&seed, bytes, round % 10 ? 200 : sizeof bytes)};
    check_text(text);
    check_cover(text);
  }
}

static void offsets_hold_for_broken_bytes(void **state) {
  (void)state;
  uint64_t seed = 11;
  char bytes[200];
  for (int round = 0; round < 2000; round++) {
    arena_reset(&arena);
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)(test_random(&seed) >> 11);
    check_text(utf8_clean(&arena, (Str){bytes, sizeof bytes}));
  }
}

/* Longer than a token may be: plain letters, ligatures of two letters, and one of four. */
static void endless_words_are_cut_between_signs(void **state) {
  (void)state;
  static const uint32_t signs[] = {0x645, 0xFEFB, 0xFDF2};
  static char bytes[3 * 5001];
  for (size_t k = 0; k < sizeof signs / sizeof *signs; k++) {
    for (size_t shift = 0; shift < 4; shift++) {
      arena_reset(&arena);
      size_t n = 0;
      for (size_t i = 0; i < shift; i++) n += utf8_put(0x628, bytes + n);
      while (n + 3 <= sizeof bytes) n += utf8_put(signs[k], bytes + n);
      check_text((Str){bytes, n});
      check_cover((Str){bytes, n});
      Text t = text_of(&arena, (Str){bytes, n});
      for (uint32_t i = 0; i < t.ntokens; i++) assert_true(t.tokens[i].n < 512 + 4);
    }
  }
}

static double work_of(Str text) {
  arena_reset(&arena);
  Text t = text_of(&arena, text);
  assert_true(arena_ok(&arena));
  return (double)arena.used + t.ntokens;
}

/* Memory stays in proportion to the text, whatever it is made of. */
static void memory_is_linear(void **state) {
  (void)state;
  static const char *const units[] = {"م", " ", "ـ ـ", ".\"", "\n", "ـ", "a1", "َ", "."};
  static char bytes[1 << 17];
  for (size_t k = 0; k < sizeof units / sizeof *units; k++) {
    size_t u = strlen(units[k]), n = 0;
    for (; n + u <= sizeof bytes; n += u) memcpy(bytes + n, units[k], u);
    assert_true(work_of((Str){bytes, n}) < 300.0 * (double)n + 1e6);
  }
}

static const char torture[] =
    "أعلنت القيادة في بيان، مساء أمس، مقتل 13 عنصراً.\nوأضافت \"نواصل العمل.\" قصـ ـف «الجبل» في ٣ آذار/مارس!";

/* The Nth allocation fails, for every N: an empty result and a failed arena, no more. */
static void every_allocation_fails_once(void **state) {
  (void)state;
  size_t nth = 0;
  for (;; nth++) {
    Arena a;
    arena_init(&a, 1 << 24);
    a.fail_after = nth;
    Text t = text_of(&a, str_of(torture));
    bool done = arena_ok(&a);
    if (!done) {
      assert_int_equal(t.ntokens, 0);
      assert_int_equal(t.nsentences, 0);
      assert_str(t.bytes, str_of(torture));
    } else {
      assert_true(t.ntokens > 20);
      assert_int_equal(t.nsentences, 3);
    }
    arena_fini(&a);
    if (done) break;
  }
  assert_true(nth >= 5);
}

static void budget_is_respected(void **state) {
  (void)state;
  static char bytes[100000];
  memset(bytes, 'x', sizeof bytes);
  Arena a;
  arena_init(&a, 50000);
  Text t = text_of(&a, (Str){bytes, sizeof bytes});
  assert_false(arena_ok(&a));
  assert_int_equal(t.ntokens, 0);
  arena_fini(&a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cut_as_a_reader_would),
      cmocka_unit_test(flags_tell_lines_and_paragraphs),
      cmocka_unit_test(ended_says_how),
      cmocka_unit_test(offsets_hold_for_random_texts),
      cmocka_unit_test(offsets_hold_for_broken_bytes),
      cmocka_unit_test(endless_words_are_cut_between_signs),
      cmocka_unit_test(memory_is_linear),
      cmocka_unit_test(every_allocation_fails_once),
      cmocka_unit_test(budget_is_respected),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
