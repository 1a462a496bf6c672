/* hijri-months > data/lexicon/hijri.tsv: the months of the Umm al-Qura calendar, from ICU.
 *
 *   cc tools/hijri-months.c $(pkg-config --cflags --libs icu-i18n icu-uc) -o hijri-months
 *
 * Run once for the table in the repository; the build does not need ICU. */
#include <stdio.h>
#include <unicode/ucal.h>
#include <unicode/uvernum.h>

enum { FIRST_YEAR = 1300, LAST_YEAR = 1600, MONTHS = 12, DAY_MS = 86400000 };

static const UChar UTC[] = {'U', 'T', 'C', 0};

static double first_day(UCalendar *calendar, int year, int month, UErrorCode *error) {
  ucal_clear(calendar);
  ucal_set(calendar, UCAL_EXTENDED_YEAR, year);
  ucal_set(calendar, UCAL_MONTH, month);
  ucal_set(calendar, UCAL_DAY_OF_MONTH, 1);
  return ucal_getMillis(calendar, error) / DAY_MS;
}

int main(void) {
  UErrorCode error = U_ZERO_ERROR;
  UCalendar *hijri = ucal_open(UTC, -1, "ar@calendar=islamic-umalqura", UCAL_DEFAULT, &error);
  UCalendar *civil = ucal_open(UTC, -1, "en@calendar=gregorian", UCAL_DEFAULT, &error);
  if (U_FAILURE(error)) return 1;
  printf("# SPDX-License-Identifier: Unicode-3.0\n"
         "# Source: ICU %s, calendar islamic-umalqura, by tools/hijri-months.c. Version: 1. Changes: none.\n"
         "# Years of the hijra by the Umm al-Qura calendar: year, its first day, the lengths of its twelve months.\n",
         U_ICU_VERSION);
  for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    double day = first_day(hijri, year, 0, &error);
    ucal_setMillis(civil, day * DAY_MS, &error);
    printf("%d\t%04d-%02d-%02d\t", year, ucal_get(civil, UCAL_YEAR, &error), ucal_get(civil, UCAL_MONTH, &error) + 1,
           ucal_get(civil, UCAL_DAY_OF_MONTH, &error));
    for (int month = 0; month < MONTHS; month++) {
      double next =
          month + 1 < MONTHS ? first_day(hijri, year, month + 1, &error) : first_day(hijri, year + 1, 0, &error);
      printf(month ? " %.0f" : "%.0f", next - day);
      day = next;
    }
    putchar('\n');
  }
  ucal_close(hijri);
  ucal_close(civil);
  return U_FAILURE(error) ? 1 : 0;
}
