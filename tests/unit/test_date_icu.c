/* Dates written by somebody else: ICU writes every day of 2024 as each of the Arabic locales
 * of CLDR does, in its four lengths, by the Gregorian calendar and by Umm al-Qura's.
 *
 *   «الثلاثاء، ١٢ آذار ٢٠٢٤»    Iraq, full
 *   «12‏/03‏/2024»                Algeria, medium: with the marks of direction that CLDR sets
 *   «٢ رمضان ١٤٤٥ هـ»            Saudi Arabia, long
 *
 * All of them are day, month, year, and must read back as that day. */
#include "lang_setup.h"

#include <string.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

static uint32_t wrong(Lang *f, const char *locale, const char *written, int32_t day, bool hijri) {
  Arena *arena = &f->document;
  arena_reset(arena);
  Text text = text_of(arena, str_of(written));
  Words words = words_of(arena, &f->lexicon, &text);
  Numbers numbers = numbers_of(arena, f->numbers, &text, &words);
  Dates dates = dates_of(arena, f->dates, &text, &words, &numbers, (Day){2030, 6, 1});
  const Date *d = dates.at;
  bool right = dates.n == 1 && d->role == DATE_POINT && !d->clash && d->hijri == hijri && d->from.year &&
               day_number(d->from) == day && day_number(d->to) == day;
  if (right) return 0;
  print_error("%s: %s: %u dates, the first %.*s\n", locale, written, dates.n,
              STR_ARG(dates.n ? dates.at[0].edtf : STR("")));
  return 1;
}

enum { LENGTHS = 4, ENOUGH = 20 }; /* UDAT_FULL, UDAT_LONG, UDAT_MEDIUM, UDAT_SHORT are 0 to 3 */

/* The days of 2024, in the four lengths of the locale. */
static uint32_t a_year(Lang *f, const char *locale, bool hijri) {
  uint32_t bad = 0;
  for (int style = 0; style < LENGTHS && bad < ENOUGH; style++) {
    UErrorCode error = U_ZERO_ERROR;
    UDateFormat *format = udat_open(UDAT_NONE, (UDateFormatStyle)style, locale, u"UTC", -1, NULL, 0, &error);
    assert_true(U_SUCCESS(error));
    for (int32_t n = day_number((Day){2024, 1, 1}); n <= day_number((Day){2024, 12, 31}); n++) {
      UChar wide[200];
      char written[400];
      udat_format(format, 86400000.0 * n, wide, 200, NULL, &error);
      u_strToUTF8(written, sizeof written, NULL, wide, -1, &error);
      assert_true(U_SUCCESS(error));
      bad += wrong(f, locale, written, n, hijri);
    }
    udat_close(format);
  }
  return bad;
}

static bool is_arabic(const char *locale) { return !strncmp(locale, "ar", 2) && (!locale[2] || locale[2] == '_'); }

static void every_locale(Lang *f, const char *calendar, bool hijri) {
  uint32_t bad = 0, locales = 0;
  for (int32_t i = 0; i < uloc_countAvailable(); i++) {
    if (!is_arabic(uloc_getAvailable(i))) continue;
    locales++;
    char locale[100];
    snprintf(locale, sizeof locale, "%s@calendar=%s", uloc_getAvailable(i), calendar);
    if (bad < ENOUGH) bad += a_year(f, locale, hijri);
  }
  assert_in_range(locales, 29, 60);
  assert_int_equal(bad, 0);
}

static void every_day_in_every_locale(void **state) { every_locale(*state, "gregorian", false); }
static void every_day_of_the_hijra(void **state) { every_locale(*state, "islamic-umalqura", true); }

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_day_in_every_locale),
                                     cmocka_unit_test(every_day_of_the_hijra)};
  return cmocka_run_group_tests(tests, lang_setup, lang_teardown);
}
