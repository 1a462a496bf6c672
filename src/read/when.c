/* See when.h. */
#include "read/when.h"

#include <time.h>

static bool digits(Str s, size_t at, size_t n, uint32_t *out) {
  if (at + n > s.n) return false;
  for (size_t i = at; i < at + n; i++)
    if (s.p[i] < '0' || s.p[i] > '9') return false;
  return str_to_u32(str_slice(s, at, at + n), out);
}

static bool is_day(uint32_t year, uint32_t month, uint32_t day) {
  static const uint8_t days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

static Str day_text(Arena *arena, uint32_t year, uint32_t month, uint32_t day, Str time) {
  if (!is_day(year, month, day)) return STR_NONE;
  return time.n ? arena_printf(arena, "%04u-%02u-%02uT%.*s", year, month, day, STR_ARG(time))
                : arena_printf(arena, "%04u-%02u-%02u", year, month, day);
}

/* "+03:00", "+0300", "+03", "Z", "GMT" at the beginning of `s`, as ISO 8601 writes it: with a
 * colon. Empty where there is none of them. */
static Str zone_of(Arena *arena, Str s) {
  uint32_t hour, minute = 0;
  s = str_trim(s);
  if (str_starts(s, STR("Z")) || str_starts(s, STR("GMT")) || str_starts(s, STR("UTC")) || str_eq(s, STR("UT")))
    return STR("Z");
  if (!s.n || (s.p[0] != '+' && s.p[0] != '-') || !digits(s, 1, 2, &hour)) return STR_NONE;
  if (!digits(s, 3, 2, &minute)) digits(s, 4, 2, &minute);
  return hour <= 14 && minute < 60 ? arena_printf(arena, "%c%02u:%02u", s.p[0], hour, minute) : STR_NONE;
}

/* "09:30", "09:30:00.000", with the zone that follows. */
static Str time_at(Arena *arena, Str s, size_t at) {
  uint32_t hour, minute, second;
  if (!digits(s, at, 2, &hour) || at + 2 >= s.n || s.p[at + 2] != ':' || !digits(s, at + 3, 2, &minute))
    return STR_NONE;
  if (hour > 23 || minute > 59) return STR_NONE;
  size_t end = at + 5;
  if (end < s.n && s.p[end] == ':' && digits(s, end + 1, 2, &second) && second < 60) end += 3;
  Str time = str_slice(s, at, end);
  if (end < s.n && s.p[end] == '.')
    for (end++; end < s.n && s.p[end] >= '0' && s.p[end] <= '9';) end++;
  Str zone = zone_of(arena, str_slice(s, end, s.n));
  return arena_printf(arena, "%.*s%.*s", STR_ARG(time), STR_ARG(zone));
}

static Str read_iso(Arena *arena, Str s) {
  uint32_t y, m, d;
  if (!digits(s, 0, 4, &y)) return STR_NONE;
  if (s.n >= 10 && (s.p[4] == '-' || s.p[4] == '/') && s.p[7] == s.p[4] && digits(s, 5, 2, &m) && digits(s, 8, 2, &d))
    return day_text(arena, y, m, d, s.n > 11 ? time_at(arena, s, 11) : STR_NONE);
  if (digits(s, 4, 2, &m) && digits(s, 6, 2, &d) && (s.n == 8 || s.p[8] == 'T'))
    return day_text(arena, y, m, d, STR_NONE);
  return STR_NONE;
}

static uint32_t month_of(Str word) {
  static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
  char low[3];
  if (word.n < 3) return 0;
  for (size_t i = 0; i < 3; i++) low[i] = (char)(word.p[i] | 0x20);
  for (uint32_t m = 0; m < 12; m++)
    if (memcmp(names + (size_t)3 * m, low, 3) == 0) return m + 1;
  return 0;
}

/* A month's name between a day and a year, in any order. */
static Str read_words(Arena *arena, Str s) {
  uint32_t year = 0, month = 0, day = 0, number;
  Str time = STR_NONE;
  for (size_t i = 0, words = 0; i < s.n && words < 12; words++) {
    while (i < s.n && strchr(" ,./", s.p[i]) && s.p[i]) i++;
    size_t from = i;
    while (i < s.n && !(s.p[i] && strchr(" ,/", s.p[i]))) i++;
    Str word = str_slice(s, from, i);
    if (!month && word.n >= 3 && (uint8_t)word.p[0] >= 'A') month = month_of(word);
    if (!time.n) time = time_at(arena, s, from);
    if (!str_to_u32(word, &number)) continue;
    if (word.n == 4 && !year)
      year = number;
    else if (word.n <= 2 && !day)
      day = number;
  }
  return month ? day_text(arena, year, month, day, time) : STR_NONE;
}

Str when_unix(Arena *arena, int64_t seconds) {
  time_t t = (time_t)seconds;
  struct tm tm;
  if (seconds <= 0 || !gmtime_r(&t, &tm)) return STR_NONE;
  Str time = arena_printf(arena, "%02d:%02d:%02dZ", tm.tm_hour, tm.tm_min, tm.tm_sec);
  return day_text(arena, (uint32_t)tm.tm_year + 1900, (uint32_t)tm.tm_mon + 1, (uint32_t)tm.tm_mday, time);
}

Str when_read(Arena *arena, Str s) {
  if (s.n > 64) s.n = 64;
  uint32_t seconds;
  if (s.n == 10 && digits(s, 0, 10, &seconds)) return when_unix(arena, seconds);
  Str iso = read_iso(arena, s);
  return iso.n ? iso : read_words(arena, s);
}

Str when_in_address(Arena *arena, Str url) {
  for (size_t i = 0; i + 11 < url.n; i++) {
    uint32_t y, m, d;
    if (url.p[i] != '/' || !digits(url, i + 1, 4, &y)) continue;
    char mark = url.p[i + 5];
    if ((mark != '/' && mark != '-') || !digits(url, i + 6, 2, &m) || url.p[i + 8] != mark) continue;
    if (!digits(url, i + 9, 2, &d)) continue;
    Str day = day_text(arena, y, m, d, STR_NONE);
    if (day.n) return day;
  }
  return STR_NONE;
}
