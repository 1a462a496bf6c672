/* Days, the two calendars, Easter. Gregorian days by arithmetic; Hijri months by the table of
 * data/lexicon/hijri.tsv, a year a row, whose month lengths are twelve bits: 1 Muharram 1445
 * (١ محرم ١٤٤٥) is 19 July 2023. */
#include "lang/calendar.h"

#define HIJRI_TAG IMAGE_TAG('D', 'T', 'h', 'j')

enum { MONTHS = 12, SHORT_MONTH = 29, MIN_YEAR = 1, MAX_YEAR = 9999 };

/* ---------------------------------------------------------------- Gregorian */

/* Years begin in March here, so that the leap day is the last of its year; 400 years are an
 * era of 146097 days (H. Hinnant, "chrono-compatible low-level date algorithms"). */
int32_t day_number(Day day) {
  int32_t y = day.year - (day.month <= 2), era = (y >= 0 ? y : y - 399) / 400, of_era = y - era * 400;
  int32_t month = day.month > 2 ? day.month - 3 : day.month + 9;
  int32_t of_year = (153 * month + 2) / 5 + day.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Day day_of_number(int32_t number) {
  int32_t z = number + 719468, era = (z >= 0 ? z : z - 146096) / 146097, of = z - era * 146097;
  int32_t y = (of - of / 1460 + of / 36524 - of / 146096) / 365;
  int32_t of_year = of - (365 * y + y / 4 - y / 100), m = (5 * of_year + 2) / 153;
  int32_t month = m < 10 ? m + 3 : m - 9;
  return (Day){y + era * 400 + (month <= 2), (uint8_t)month, (uint8_t)(of_year - (153 * m + 2) / 5 + 1)};
}

uint32_t day_weekday(int32_t number) {
  int32_t w = (number + 3) % 7; /* 1 January 1970 was a Thursday */
  return (uint32_t)(w < 0 ? w + 7 : w);
}

uint32_t days_in_month(int32_t year, uint32_t month) {
  static const uint8_t days[MONTHS] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > MONTHS) return 0;
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month - 1];
}

bool day_valid(Day day) {
  return day.year >= MIN_YEAR && day.year <= MAX_YEAR && day.day >= 1 && day.day <= days_in_month(day.year, day.month);
}

static bool digits(Str s, size_t from, size_t n, uint32_t *out) {
  Str part = str_slice(s, from, from + n);
  return part.n == n && str_to_u32(part, out);
}

bool day_parse(Str iso, Day *day) {
  uint32_t year, month, date;
  if (iso.n < 10 || iso.p[4] != '-' || iso.p[7] != '-') return false;
  if (iso.n > 10 && iso.p[10] != 'T' && iso.p[10] != ' ') return false;
  if (!digits(iso, 0, 4, &year) || !digits(iso, 5, 2, &month) || !digits(iso, 8, 2, &date)) return false;
  Day read = {(int32_t)year, (uint8_t)month, (uint8_t)date};
  if (!day_valid(read)) return false;
  *day = read;
  return true;
}

Day easter_of(int32_t year) { /* Meeus, Astronomical Algorithms, chapter 8 */
  int32_t a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  int32_t g = (8 * b + 13) / 25, h = (19 * a + b - d - g + 15) % 30;
  int32_t l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7, m = (a + 11 * h + 19 * l) / 433;
  int32_t month = (h + l - 7 * m + 90) / 25;
  return (Day){year, (uint8_t)month, (uint8_t)((h + l - 7 * m + 33 * month + 19) % 32)};
}

/* ---------------------------------------------------------------- Hijri */

static const HijriYear *year_of(const Hijri *hijri, int32_t year) {
  if (!hijri->n || year < hijri->years[0].year || year - hijri->years[0].year >= (int32_t)hijri->n) return NULL;
  return &hijri->years[year - hijri->years[0].year];
}

static uint32_t length(const HijriYear *year, uint32_t month) {
  return SHORT_MONTH + (year->thirties >> (month - 1) & 1u);
}

uint32_t hijri_days_in_month(const Hijri *hijri, int32_t year, uint32_t month) {
  const HijriYear *y = year_of(hijri, year);
  return y && month >= 1 && month <= MONTHS ? length(y, month) : 0;
}

bool hijri_day(const Hijri *hijri, Day day, int32_t *number) {
  const HijriYear *y = year_of(hijri, day.year);
  if (!y || day.month < 1 || day.month > MONTHS || day.day < 1 || day.day > length(y, day.month)) return false;
  int32_t at = y->first + day.day - 1;
  for (uint32_t m = 1; m < day.month; m++) at += (int32_t)length(y, m);
  *number = at;
  return true;
}

Day hijri_of_number(const Hijri *hijri, int32_t number) {
  uint32_t low = 0, high = hijri->n;
  while (low < high) { /* the first year that begins behind the day */
    uint32_t mid = low + (high - low) / 2;
    if (hijri->years[mid].first <= number)
      low = mid + 1;
    else
      high = mid;
  }
  if (!low) return (Day){0};
  const HijriYear *y = &hijri->years[low - 1];
  int32_t left = number - y->first;
  for (uint32_t m = 1; m <= MONTHS; m++) {
    if (left < (int32_t)length(y, m)) return (Day){y->year, (uint8_t)m, (uint8_t)(left + 1)};
    left -= (int32_t)length(y, m);
  }
  return (Day){0};
}

/* ---------------------------------------------------------------- the table */

static ErrorCode read_year(const TableLine *line, HijriYear *out, ErrorInfo *info) {
  uint32_t year;
  Day first;
  if (!str_to_u32(line->field[0], &year) || year > UINT16_MAX || !day_parse(line->field[1], &first))
    return table_error(line, info, "a year and its first day are wanted");
  *out = (HijriYear){day_number(first), (uint16_t)year, 0};
  Str rest = line->field[2];
  for (uint32_t m = 0; m < MONTHS; m++) {
    uint32_t days = 0;
    if (!str_to_u32(str_cut(&rest, ' '), &days) || days < SHORT_MONTH || days > SHORT_MONTH + 1)
      return table_error(line, info, "twelve months of 29 or 30 days are wanted");
    if (days > SHORT_MONTH) out->thirties = (uint16_t)(out->thirties | 1u << m);
  }
  return ERROR_OK;
}

ErrorCode calendar_compile(const Source *source, ImageBuilder *image, ErrorInfo *info) {
  VEC(HijriYear) years = {0};
  for (uint32_t i = 0; i < source->files.n; i++) {
    if (!str_eq(source->files.at[i].name, STR("lexicon/hijri.tsv"))) continue;
    TableReader reader = table_reader(&source->files.at[i]);
    TableLine line;
    while (table_next(&reader, &line)) {
      HijriYear year;
      ErrorCode code = read_year(&line, &year, info);
      if (code) return code;
      if (years.n && year.year != years.at[years.n - 1].year + 1) return table_error(&line, info, "a year is missing");
      vec_push(&years, image->arena, year);
    }
  }
  image_builder_add(image, HIJRI_TAG, years.at, sizeof(HijriYear), years.n);
  return arena_ok(image->arena) ? ERROR_OK : error_set(info, ERROR_MEMORY, STR("calendar"), 0, NULL);
}

ErrorCode calendar_open(Hijri *hijri, const Image *image, ErrorInfo *info) {
  ImageSection years = image_section(image, HIJRI_TAG, sizeof(HijriYear));
  const HijriYear *y = years.at;
  for (uint32_t i = 0; i < years.n; i++)
    if (y[i].year != y[0].year + i || y[i].thirties >> MONTHS || y[i].first < -1000000 || y[i].first > 1000000 ||
        (i && y[i].first <= y[i - 1].first))
      return error_set(info, ERROR_IMAGE, STR("compiled data"), HIJRI_TAG, "the table of Hijri months is damaged");
  *hijri = (Hijri){y, years.n};
  return ERROR_OK;
}
