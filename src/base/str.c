#include "base/str.h"

#include <stdlib.h>

bool str_in(Str s, const char *const *list, size_t n) {
  for (size_t i = 0; i < n; i++)
    if (str_eq(s, str_of(list[i]))) return true;
  return false;
}

int str_cmp(Str a, Str b) {
  size_t n = a.n < b.n ? a.n : b.n;
  int c = n ? memcmp(a.p, b.p, n) : 0;
  if (c) return c < 0 ? -1 : 1;
  return a.n < b.n ? -1 : a.n > b.n;
}

static bool blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

Str str_trim(Str s) {
  while (s.n && blank(s.p[0])) s.p++, s.n--;
  while (s.n && blank(s.p[s.n - 1])) s.n--;
  return s;
}

Str str_cut(Str *rest, char sep) {
  const char *at = rest->n ? memchr(rest->p, sep, rest->n) : NULL;
  Str head = *rest;
  if (!at) {
    *rest = STR_NONE;
    return head;
  }
  head.n = (size_t)(at - rest->p);
  *rest = (Str){at + 1, rest->n - head.n - 1};
  return head;
}

bool str_to_u32(Str s, uint32_t *out) {
  uint64_t v = 0;
  if (!s.n || s.n > 10) return false;
  for (size_t i = 0; i < s.n; i++) {
    if (s.p[i] < '0' || s.p[i] > '9') return false;
    v = v * 10 + (uint64_t)(s.p[i] - '0');
  }
  if (v > UINT32_MAX) return false;
  *out = (uint32_t)v;
  return true;
}

/* Digits with one point, read by hand: strtod follows the locale. */
bool str_to_double(Str s, double *out) {
  bool minus = s.n && s.p[0] == '-', any = false;
  double v = 0, scale = 1;
  size_t i = minus ? 1 : 0;
  if (s.n > 40) return false;
  for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++, any = true) v = v * 10 + (s.p[i] - '0');
  if (i < s.n && s.p[i] == '.')
    for (i++; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++, any = true) {
      v = v * 10 + (s.p[i] - '0');
      scale *= 10;
    }
  if (!any || i != s.n) return false;
  *out = (minus ? -v : v) / scale;
  return true;
}
