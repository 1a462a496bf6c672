/* Feeds are seldom quite XML: a bare "&" in an address, HTML's "&nbsp;", a control character
 * that a newsroom's system left in a text. libxml2 reads on behind such an error, but leaves
 * out every entity from there on, "&lt;" and "&amp;" too. So the bytes are mended first: what
 * is no reference becomes a plain "&" (HTML's names are then read with the HTML that the feed
 * holds), XML's five names become numbers, which are read whatever went before, and control
 * characters go. What stands in CDATA has no references. */
#include "read/feed.h"
#include "read/pull.h"

typedef struct Mend {
  Arena *arena;
  Gather out;
  bool ok;
} Mend;

static void put(Mend *m, Str s) { m->ok = m->ok && gather_put(m->arena, &m->out, s, 4 * (uint64_t)DOCUMENT_MAX); }

static bool is_name_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }

/* "&…;" at the beginning of `s`, or "&" alone; returns how long it is. */
static size_t put_reference(Mend *m, Str s) {
  enum { NAME_MAX_BYTES = 10 };
  static const struct {
    const char *name, *number;
  } known[] = {{"lt", "&#60;"}, {"gt", "&#62;"}, {"amp", "&#38;"}, {"quot", "&#34;"}, {"apos", "&#39;"}};
  size_t n = 1;
  bool number = s.n > 1 && s.p[1] == '#';
  for (n += number; n < s.n && n < NAME_MAX_BYTES && is_name_byte(s.p[n]);) n++;
  Str name = n < s.n && s.p[n] == ';' ? str_slice(s, 1, n) : STR_NONE;
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
    if (!str_eq(name, str_of(known[i].name))) continue;
    put(m, str_of(known[i].number));
    return n + 1;
  }
  bool char_reference = number && name.n > 1;
  put(m, char_reference ? str_slice(s, 0, n + 1) : STR("&#38;"));
  return char_reference ? n + 1 : 1;
}

/* Bytes up to the next that may need mending. */
static size_t plain_until(Str s) {
  size_t n = 0;
  for (; n < s.n; n++) {
    uint8_t c = (uint8_t)s.p[n];
    if (c == '&' || c == '<' || (c < ' ' && c != '\t' && c != '\n' && c != '\r')) break;
  }
  return n;
}

/* "<![CDATA[…]]>" as a whole, control characters aside. */
static size_t put_cdata(Mend *m, Str s) {
  size_t end = 0, from = 0;
  while (end < s.n && !str_starts(str_slice(s, end, s.n), STR("]]>"))) end++;
  end = end + 3 < s.n ? end + 3 : s.n;
  for (size_t i = 0; i <= end; i++) {
    if (i < end && ((uint8_t)s.p[i] >= ' ' || s.p[i] == '\t' || s.p[i] == '\n' || s.p[i] == '\r')) continue;
    put(m, str_slice(s, from, i));
    from = i + 1;
  }
  return end;
}

Str feed_mend(Arena *arena, Str bytes) {
  Mend m = {.arena = arena, .ok = true};
  while (bytes.n && m.ok) {
    size_t n = plain_until(bytes);
    put(&m, str_slice(bytes, 0, n));
    bytes = str_slice(bytes, n, bytes.n);
    if (!bytes.n) break;
    if (bytes.p[0] == '&') {
      n = put_reference(&m, bytes);
    } else if (bytes.p[0] == '<' && str_starts(bytes, STR("<![CDATA["))) {
      n = put_cdata(&m, bytes);
    } else {
      n = 1;
      if (bytes.p[0] == '<') put(&m, STR("<"));
    }
    bytes = str_slice(bytes, n, bytes.n);
  }
  return m.ok ? gather_str(&m.out) : STR_NONE;
}
