#include "text/utf8.h"

#include "text/letters16.h"

static bool tail(Str s, size_t at, uint8_t low, uint8_t high) {
  return at < s.n && (uint8_t)s.p[at] >= low && (uint8_t)s.p[at] <= high;
}

uint32_t utf8_next(Str s, size_t *at) {
  uint8_t b = (uint8_t)s.p[(*at)++];
  if (b < 0x80) return b;
  if (b < 0xC2 || b > 0xF4) return UTF8_BROKEN;
  /* The second byte's range keeps out overlong forms, surrogates and what is too large. */
  uint8_t low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
  uint8_t high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
  int more = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
  uint32_t code = b & (0x3Fu >> more);
  for (; more; more--, low = 0x80, high = 0xBF) {
    if (!tail(s, *at, low, high)) return UTF8_BROKEN;
    code = code << 6 | ((uint8_t)s.p[(*at)++] & 0x3Fu);
  }
  return code;
}

size_t utf8_put(uint32_t code, char out[4]) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  size_t n = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  for (size_t i = n - 1; i; i--, code >>= 6) out[i] = (char)(0x80 | (code & 0x3F));
  out[0] = (char)((0xF00u >> n & 0xF0) | code);
  return n;
}

static bool broken_at(Str s, size_t *at) {
  size_t from = *at;
  return utf8_next(s, at) == UTF8_BROKEN && !(*at - from == 3 && (uint8_t)s.p[from] == 0xEF);
}

static bool begins_two(uint8_t b) { return (b >= 0xC2) & (b < 0xE0); }

/* The same sixteen bytes at a time, where a letter may lie across; `at` is no byte that continues one. */
static inline size_t over_plain16(Str s, size_t at) {
  size_t i = at;
  uint32_t run = RUN_BYTES;
  for (; s.n - i > RUN_BYTES; i += RUN_BYTES)
    if ((run = plain16((const uint8_t *)s.p + i)) < RUN_BYTES) break; /* where the next stand waits for no count */
  if (run < RUN_BYTES) i += run;
  return i + (size_t)(i > at && begins_two((uint8_t)s.p[i - 1]));
}

/* Behind what is plainly good: ASCII, and the two bytes of an Arabic letter. */
static size_t over_plain(Str s, size_t at) {
  while (at < s.n) {
    if (((uint8_t)s.p[at] & 0xC0) != 0x80) at = over_plain16(s, at);
    if (at >= s.n) break;
    uint8_t b = (uint8_t)s.p[at];
    if (b < 0x80)
      at++;
    else if (begins_two(b) && tail(s, at + 1, 0x80, 0xBF))
      at += 2;
    else
      break;
  }
  return at;
}

Str utf8_clean(Arena *arena, Str s) {
  if (str_starts(s, STR("\xEF\xBB\xBF"))) s = str_slice(s, 3, s.n);
  size_t broken = 0;
  for (size_t at = over_plain(s, 0); at < s.n; at = over_plain(s, at)) broken += broken_at(s, &at);
  if (!broken) return s;
  char *p = arena_alloc(arena, s.n + 2 * broken + 1, 1);
  if (!p) return STR_NONE;
  size_t n = 0;
  for (size_t at = 0; at < s.n;) {
    size_t from = at;
    if (broken_at(s, &at)) {
      n += utf8_put(UTF8_BROKEN, p + n);
    } else {
      memcpy(p + n, s.p + from, at - from);
      n += at - from;
    }
  }
  return (Str){p, n};
}
