/* Numbers spelled by somebody else: the Arabic speller of ICU writes every number in words,
 * by the rules of CLDR, and what it wrote must read back as that number.
 *
 *   «مائتان وإثنان ألف»    202,000: a speller that knows nothing of the construct
 *   «إحدى عشر مليون»       11,000,000, its gender as CLDR has it
 *   «الحادية  والعشرون»    the 21st
 *
 * Densely up to some thousands, at every edge between two scales, and by chance up to 10⁹. */
#include "lang_setup.h"

#include <unicode/unum.h>
#include <unicode/ustring.h>

typedef struct Fixture {
  void *lang;
  UNumberFormat *speller;
} Fixture;

static int open_speller(void **state) {
  static Fixture f; /* one a test program */
  *state = &f;
  UErrorCode error = U_ZERO_ERROR;
  f.speller = unum_open(UNUM_SPELLOUT, NULL, 0, "ar", NULL, &error);
  return U_FAILURE(error) ? -1 : lang_setup(&f.lang);
}

static int close_speller(void **state) {
  Fixture *f = *state;
  unum_close(f->speller);
  return lang_teardown(&f->lang);
}

static void rules(Fixture *f, const char *name) {
  UChar wide[64];
  UErrorCode error = U_ZERO_ERROR;
  u_strFromUTF8(wide, 64, NULL, name, -1, &error);
  unum_setTextAttribute(f->speller, UNUM_DEFAULT_RULESET, wide, -1, &error);
  if (U_FAILURE(error)) fail_msg("no rules %s: %s", name, u_errorName(error));
}

static void spell(Fixture *f, int64_t n, char *out, int32_t room) {
  UChar wide[1000];
  UErrorCode error = U_ZERO_ERROR;
  unum_formatInt64(f->speller, n, wide, 1000, NULL, &error);
  u_strToUTF8(out, room, NULL, wide, -1, &error);
  assert_true(U_SUCCESS(error));
}

static uint32_t wrong(Fixture *f, int64_t n, NumberKind kind) {
  char words[2000];
  spell(f, n, words, sizeof words);
  Lang *lang = f->lang;
  arena_reset(&lang->document);
  Text text = text_of(&lang->document, str_of(words));
  Words analysed = words_of(&lang->document, &lang->lexicon, &text);
  Numbers got = numbers_of(&lang->document, lang->numbers, &text, &analysed);
  const Number *one = got.at;
  double want = (double)n;
  if (got.n == 1 && one->kind == kind && !(one->min < want) && !(one->max > want)) return 0;
  print_error("%lld: %s: %u numbers, the first %.0f of kind %u\n", (long long)n, words, got.n, got.n ? one->min : -1.0,
              got.n ? one->kind : 99);
  return 1;
}

enum { DENSE = 3000, CHANCE = 4000, ENOUGH = 20 };

/* Around 10ⁿ and its multiples: where one scale ends and the next begins. */
static uint32_t edges(Fixture *f) {
  uint32_t bad = 0;
  for (int64_t scale = 100; scale <= 1000000000; scale *= 10)
    for (int64_t times = 1; times <= 9; times++)
      for (int64_t by = -2; by <= 2; by++) {
        int64_t n = scale * times + by;
        if (n <= 1000000000 && bad < ENOUGH) bad += wrong(f, n, NUMBER_CARDINAL);
      }
  return bad;
}

static void cardinals(Fixture *f, const char *set) {
  rules(f, set);
  uint32_t bad = 0;
  for (int64_t n = 0; n <= DENSE && bad < ENOUGH; n++) bad += wrong(f, n, NUMBER_CARDINAL);
  bad += edges(f);
  uint64_t seed = 2024;
  for (uint32_t k = 0; k < CHANCE && bad < ENOUGH; k++) {
    uint64_t below = 1000000000;
    for (uint64_t less = test_random(&seed) % 6; less; less--) below /= 10; /* as many small ones as large */
    bad += wrong(f, (int64_t)(test_random(&seed) % below) + 1, NUMBER_CARDINAL);
  }
  assert_int_equal(bad, 0);
}

static void numbering(void **state) { cardinals(*state, "%spellout-numbering"); }
static void masculine(void **state) { cardinals(*state, "%spellout-cardinal-masculine"); }
static void feminine(void **state) { cardinals(*state, "%spellout-cardinal-feminine"); }

/* CLDR's rules have ordinals up to 99; past that they write cardinals. */
static void ordinals(void **state) {
  uint32_t bad = 0;
  static const char *const sets[] = {"%spellout-ordinal-masculine", "%spellout-ordinal-feminine"};
  for (size_t k = 0; k < 2; k++) {
    rules(*state, sets[k]);
    for (int64_t n = 1; n <= 99; n++) bad += wrong(*state, n, NUMBER_ORDINAL);
  }
  assert_int_equal(bad, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(numbering), cmocka_unit_test(masculine),
                                     cmocka_unit_test(feminine), cmocka_unit_test(ordinals)};
  return cmocka_run_group_tests(tests, open_speller, close_speller);
}
