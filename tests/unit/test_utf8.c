/* UTF-8: every code point there and back, and every kind of broken sequence cleaned. */
#include "cmocka_all.h"

#include "text/utf8.h"

static void every_code_point_there_and_back(void **state) {
  (void)state;
  for (uint32_t code = 0; code <= 0x10FFFF; code++) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    char bytes[4];
    size_t n = utf8_put(code, bytes), at = 0;
    if (utf8_next((Str){bytes, n}, &at) != code || at != n) fail_msg("U+%04X", code);
  }
}

typedef struct Case {
  const char *bytes, *clean;
} Case;

/* Unicode 15, §3.9, tables 3-8 to 3-11: one U+FFFD for each maximal subpart. */
static void broken_sequences(void **state) {
  (void)state;
#define R "\xEF\xBF\xBD"
  static const Case cases[] = {
      {"a\x80z", "a" R "z"},
      {"\xC0\xAF", R R},
      {"\xE0\x80\xBF", R R R},
      {"\xED\xA0\x80", R R R},
      {"\xF4\x91\x92\x93\xFF\x41", R R R R R "A"},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", R R R R "A"},
      {"\xD8", R},
      {"\xD9\x85\xD8", "\xD9\x85" R},
      {"\xEF\xBF\xBD", R},
      {"\xEF\xBF", R},
      {"\xEF\xBB\xBFx", "x"},
      {"", ""},
  };
  Arena a;
  arena_init(&a, 1 << 20);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_str(utf8_clean(&a, str_of(cases[i].bytes)), str_of(cases[i].clean));
  arena_fini(&a);
}

static void clean_text_is_not_copied(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  Str s = STR("\xD9\x85 x\0y");
  assert_ptr_equal(utf8_clean(&a, s).p, s.p);
  assert_int_equal(utf8_clean(&a, s).n, s.n);
  assert_int_equal(a.used, 0);
  arena_fini(&a);
}

/* Of random bytes: the result is valid, cleaning it again changes nothing, ASCII survives. */
static void random_bytes_become_valid(void **state) {
  (void)state;
  uint64_t seed = 42;
  Arena a;
  arena_init(&a, 1 << 24);
  for (int round = 0; round < 5000; round++) {
    arena_reset(&a);
    char bytes[64];
    size_t n = test_random(&seed) % sizeof bytes, ascii = 0, kept = 0;
    for (size_t i = 0; i < n; i++) {
      uint64_t r = test_random(&seed);
      bytes[i] = (char)(r & 1 ? 0xD8 + (r >> 8) % 32 : r >> 8);
      ascii += !(bytes[i] & 0x80);
    }
    Str clean = utf8_clean(&a, (Str){bytes, n});
    for (size_t at = 0; at < clean.n;) {
      size_t from = at;
      uint32_t code = utf8_next(clean, &at);
      kept += code < 0x80;
      assert_true(code != UTF8_BROKEN || at - from == 3);
    }
    assert_int_equal(kept, ascii);
    Str again = utf8_clean(&a, clean);
    assert_true(str_eq(again, clean) || str_starts(clean, STR("\xEF\xBB\xBF")));
  }
  arena_fini(&a);
}

static void no_memory_gives_nothing(void **state) {
  (void)state;
  Arena a;
  arena_init(&a, 1 << 20);
  a.fail_after = 0;
  assert_null(utf8_clean(&a, STR("\xFF")).p);
  arena_fini(&a);
}

/* Long runs are judged in blocks: one bad byte is found wherever in them it stands. */
static void a_bad_byte_in_a_long_run_is_found(void **state) {
  (void)state;
  static const uint8_t bad[] = {0xFF, 0xC0, 0xE0, 0x80, 0xD8};
  char good[2 * 70], bytes[sizeof good];
  for (size_t i = 0; i < sizeof good; i += 2) memcpy(good + i, "\xD8\xA8", 2);
  Arena a;
  arena_init(&a, 1 << 20);
  for (size_t shift = 0; shift < 2; shift++)
    for (size_t at = shift; at < sizeof good; at++)
      for (size_t k = 0; k < sizeof bad; k++) {
        memcpy(bytes + shift, good, sizeof good - shift - (shift & 1));
        if (shift) bytes[0] = 'x', bytes[sizeof good - 1] = 'x';
        bool plain = bad[k] == (uint8_t)bytes[at] || (bad[k] == 0x80 && (uint8_t)bytes[at] == 0xA8);
        bytes[at] = (char)bad[k];
        if (bytes[at] == 'x' || plain) continue;
        Str clean = utf8_clean(&a, (Str){bytes, sizeof bytes});
        assert_ptr_not_equal(clean.p, bytes);
        arena_reset(&a);
      }
  arena_fini(&a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_code_point_there_and_back),   cmocka_unit_test(broken_sequences),
      cmocka_unit_test(clean_text_is_not_copied),          cmocka_unit_test(random_bytes_become_valid),
      cmocka_unit_test(a_bad_byte_in_a_long_run_is_found), cmocka_unit_test(no_memory_gives_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
