#include "cli/plain.h"

#include "record/width.h"

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

static bool has_rtl(Str s) {
  for (size_t at = 0; at < s.n;)
    if (width_next(s, &at).rtl) return true;
  return false;
}

static bool is_blank(Str s) { return s.n == 1 && (s.p[0] == '\n' || s.p[0] == '\t' || s.p[0] == '\r'); }

void put_line_str(Writer *writer, Str s) {
  bool rtl = has_rtl(s);
  if (rtl) writer_lit(writer, FSI);
  for (size_t at = 0; at < s.n;) {
    Cluster c = width_next(s, &at);
    if (!c.control)
      writer_put(writer, c.bytes);
    else if (is_blank(c.bytes))
      writer_byte(writer, ' ');
  }
  if (rtl) writer_lit(writer, PDI);
}

void put_text_str(Writer *writer, Str s) {
  for (size_t at = 0; at < s.n;) {
    Cluster c = width_next(s, &at);
    if (!c.control || (is_blank(c.bytes) && c.bytes.p[0] != '\r')) writer_put(writer, c.bytes);
  }
}
