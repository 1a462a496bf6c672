/* The normal form: what newspapers write in many ways has one key, and the way back holds. */
#include "cmocka_all.h"

#include "text/normal.h"
#include "text/utf8.h"

typedef struct Case {
  const char *text, *fold;
} Case;

static void one_key_for_many_spellings(void **state) {
  (void)state;
  static const Case cases[] = {
      {"داعـش", "داعش"},
      {"داعـــــش", "داعش"},
      {"قصـ ـف", "قصف"},
      {"قصـ  ـف", "قصف"},
      {"قصـ   ـف", "قص   ف"}, /* three blanks are no break of a word */
      {"القوّات", "القوات"},
      {"قُتِلَ", "قتل"},
      {"أحمد إبراهيم آل", "احمد ابراهيم ال"},
      {"مستشفى", "مستشفي"},
      {"غارة", "غاره"},
      {"مسؤول رئيس", "مسوول رييس"},
      {"ٱلله", "الله"},
      {"ﷲ", "الله"},
      {"ﻻجئ ﺳﻮرﻳﺎ", "لاجي سوريا"},
      {"ﻷ ﻹ ﻵ", "لا لا لا"},
      {"کردستان", "كردستان"},
      {"ايران‌ی", "ايراني"}, /* ZWNJ, Persian ya */
      {"ﮐﺮﮐﻮﮎ", "كركوك"},
      {"٣٩ و۱۲", "39 و12"},
      {"٪٥٫٢", "%5.2"},
      {"«نعم»، “لا”؛ أين؟", "\"نعم\", \"لا\"; اين?"},
      {"2011–2012", "2011-2012"},
      {"سينتـكوم CENTCOM", "سينتكوم centcom"},
      {"\xE2\x80\x8Fمرحبا\xE2\x80\x8E", "مرحبا"},
      {"\xEF\xBB\xBFنص", "نص"},
      {"", ""},
  };
  Arena a;
  arena_init(&a, 1 << 20);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Str key = fold_key(&a, str_of(cases[i].text));
    assert_str(letters_utf8(&a, (const uint8_t *)key.p, (uint32_t)key.n), str_of(cases[i].fold));
  }
  arena_fini(&a);
}

static void light_keeps_hamza_and_ta(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  Str key = light_key(&a, STR("أُسرةٌ إلـى"));
  assert_str(letters_utf8(&a, (const uint8_t *)key.p, (uint32_t)key.n), STR("أسرة إلى"));
  arena_fini(&a);
}

static void marks_are_kept_beside(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  View v = view_of(&a, STR("قُتِل عنصرًا"));
  assert_int_equal(v.marks[0], MARK_DAMMA);
  assert_int_equal(v.marks[1], MARK_KASRA);
  assert_int_equal(v.marks[2], 0);
  assert_int_equal(v.marks[7], MARK_TANWIN | MARK_FATHA);
  assert_int_equal(v.n, 9);
  arena_fini(&a);
}

static void folding_is_a_projection(void **state) {
  (void)state;
  for (unsigned c = 0; c < 256; c++) {
    uint8_t once = letter_fold((uint8_t)c);
    assert_int_equal(letter_fold(once), once);
    assert_int_equal(letter_is_arabic((uint8_t)c), letter_is_arabic(once));
  }
}

/* Letters of other scripts and signs have one code each that stands for all of them; both
 * come back as U+FFFD, which is a sign. All else must come back as itself. */
static Str without_others(Arena *a, Str key) {
  char *p = arena_alloc(a, key.n + 1, 1);
  for (size_t i = 0; i < key.n; i++) p[i] = (uint8_t)key.p[i] == LETTER_OTHER ? (char)LETTER_SYMBOL : key.p[i];
  return (Str){p, key.n};
}

static size_t random_text(uint64_t *seed, char *out, size_t room) {
  static const uint32_t pool[][2] = {{0x20, 0x7E},     {0x600, 0x6FF},    {0x621, 0x64A}, {0x621, 0x64A},
                                     {0x640, 0x640},   {0x64B, 0x652},    {0x20, 0x20},   {0x2000, 0x206F},
                                     {0xFB50, 0xFDFF}, {0xFE70, 0xFEFF},  {0xA0, 0x24F},  {0x0, 0x1F},
                                     {0x300, 0x36F},   {0x1F600, 0x1F64F}};
  size_t n = 0, want = test_random(seed) % (room - 4);
  while (n < want) {
    const uint32_t *range = pool[test_random(seed) % (sizeof pool / sizeof *pool)];
    n += utf8_put(range[0] + (uint32_t)(test_random(seed) % (range[1] - range[0] + 1)), out + n);
  }
  return n;
}

static void normalising_twice_changes_nothing(void **state) {
  (void)state;
  uint64_t seed = 7;
  Arena a;
  arena_init(&a, 1 << 24);
  for (int round = 0; round < 3000; round++) {
    arena_reset(&a);
    char bytes[200];
    Str text = {bytes, random_text(&seed, bytes, sizeof bytes)};
    for (int fold = 0; fold < 2; fold++) {
      Str once = fold ? fold_key(&a, text) : light_key(&a, text);
      Str back = letters_utf8(&a, (const uint8_t *)once.p, (uint32_t)once.n);
      Str twice = fold ? fold_key(&a, back) : light_key(&a, back);
      assert_int_equal(once.n, twice.n);
      assert_memory_equal(without_others(&a, once).p, twice.p, once.n);
    }
  }
  arena_fini(&a);
}

/* Nearly all of it letters of the alphabet and plain ASCII: what is read sixteen bytes at a time. */
static size_t plain_text(uint64_t *seed, char *out, size_t room) {
  size_t n = 0, want = test_random(seed) % (room - 8);
  uint64_t odd = 2 + test_random(seed) % 60;
  while (n < want) {
    uint64_t any = test_random(seed);
    if (!(any % odd))
      n += random_text(seed, out + n, 8);
    else if (any >> 8 & 3)
      n += utf8_put(any >> 10 & 1 ? 0x621 + (uint32_t)(any >> 16) % 0x1A : 0x641 + (uint32_t)(any >> 16) % 10, out + n);
    else
      n += utf8_put(any >> 10 & 1 ? 0x20 + (uint32_t)(any >> 16) % 0x5F : any >> 11 & 1 ? 0x60C : '\n', out + n);
  }
  return n;
}

/* The view holds the same letters as the key, and every letter stands at the first byte of
 * a code point that gives it; origins never fall. */
static void view_maps_back(void **state) {
  (void)state;
  uint64_t seed = 99;
  Arena a;
  arena_init(&a, 1 << 24);
  for (int round = 0; round < 9000; round++) {
    arena_reset(&a);
    char bytes[200];
    Str text = {bytes, (round % 3 ? plain_text : random_text)(&seed, bytes, sizeof bytes)};
    View v = view_of(&a, text);
    Str fold = fold_key(&a, text), light = light_key(&a, text);
    assert_int_equal(v.n, fold.n);
    assert_memory_equal(v.fold, fold.p, v.n);
    assert_memory_equal(v.light, light.p, v.n);
    assert_int_equal(view_origin(&v, v.n), text.n);
    for (uint32_t i = 0; i < v.n; i++) {
      assert_true(v.origin[i] <= v.origin[i + 1] && v.origin[i] < text.n);
      assert_true(((uint8_t)text.p[v.origin[i]] & 0xC0) != 0x80);
      assert_int_equal(v.fold[i], letter_fold(v.light[i]));
      size_t end = v.origin[i];
      utf8_next(text, &end);
      Str own = light_key(&a, str_slice(text, v.origin[i], end));
      assert_non_null(memchr(own.p, v.light[i], own.n));
    }
  }
  arena_fini(&a);
}

static void worst_case_fits(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 24);
  char bytes[3 * 300];
  for (size_t i = 0; i < 300; i++) utf8_put(0xFDF2, bytes + 3 * i); /* one sign, four letters */
  Str text = {bytes, sizeof bytes};
  assert_int_equal(view_of(&a, text).n, 1200);
  assert_int_equal(fold_key(&a, text).n, 1200);
  arena_fini(&a);
}

static void no_memory_gives_nothing(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  for (size_t nth = 0; nth < 4; nth++) {
    arena_reset(&a);
    a.fail_after = nth;
    View v = view_of(&a, STR("نص"));
    assert_null(v.light);
    assert_int_equal(v.n, 0);
    assert_false(arena_ok(&a));
  }
  a.fail_after = 0;
  assert_null(fold_key(&a, STR("نص")).p);
  arena_fini(&a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_key_for_many_spellings),
      cmocka_unit_test(light_keeps_hamza_and_ta),
      cmocka_unit_test(marks_are_kept_beside),
      cmocka_unit_test(folding_is_a_projection),
      cmocka_unit_test(normalising_twice_changes_nothing),
      cmocka_unit_test(view_maps_back),
      cmocka_unit_test(worst_case_fits),
      cmocka_unit_test(no_memory_gives_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
