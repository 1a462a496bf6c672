/* See charset.h. ICU converts and guesses (DESIGN: never in the hot path; valid UTF-8 does
 * not come here). The guess is asked for the text between the tags, and is believed only
 * where ICU is fairly sure: Arabic in windows-1256 looks like nothing else. */
#include "read/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "text/utf8.h"

enum { HEAD = 4096, SAMPLE = 64 * 1024, SURE = 30, NAME_MAX_BYTES = 40 };

static bool is_utf8(Str s) {
  for (size_t i = 0; i < s.n;) {
    if ((uint8_t)s.p[i] < 0x80) {
      i++;
      continue;
    }
    size_t from = i;
    uint32_t code = utf8_next(s, &i);
    bool written = i - from == 3 && (uint8_t)s.p[from] == 0xEF; /* U+FFFD in so many bytes */
    if (code == UTF8_BROKEN && !written) return false;
  }
  return true;
}

static Str value_of(Str head, Str key) {
  for (size_t i = 0; i + key.n < head.n; i++) {
    size_t k = 0;
    while (k < key.n && (head.p[i + k] | 0x20) == (key.p[k] | 0x20)) k++;
    if (k < key.n) continue;
    size_t from = i + k;
    while (from < head.n && (head.p[from] == '"' || head.p[from] == '\'' || head.p[from] == ' ')) from++;
    size_t to = from;
    while (to < head.n && to - from < NAME_MAX_BYTES && head.p[to] && !strchr("\"' ;>/\r\n\t", head.p[to])) to++;
    return str_slice(head, from, to);
  }
  return STR_NONE;
}

Str charset_declared(Str head) {
  if (head.n > HEAD) head.n = HEAD;
  Str xml =
      str_starts(head, STR("<?xml")) ? value_of(str_cut(&(Str){head.p, head.n}, '>'), STR("encoding=")) : STR_NONE;
  return xml.n ? xml : value_of(head, STR("charset="));
}

/* ICU's own name of the charset, which lives as long as the process. */
static const char *known_name(const char *label) {
  UErrorCode status = U_ZERO_ERROR;
  const char *name = ucnv_getStandardName(label, "IANA", &status);
  if (name && U_SUCCESS(status)) return name;
  status = U_ZERO_ERROR;
  name = ucnv_getAlias(label, 0, &status);
  return U_SUCCESS(status) ? name : NULL;
}

static const char *named(Str label) {
  char buffer[NAME_MAX_BYTES + 1];
  if (!label.n || label.n > NAME_MAX_BYTES) return NULL;
  memcpy(buffer, label.p, label.n);
  buffer[label.n] = 0;
  return known_name(buffer);
}

static const char *guessed(Str bytes) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  const char *name = NULL;
  if (U_SUCCESS(status)) {
    int32_t n = (int32_t)(bytes.n < SAMPLE ? bytes.n : SAMPLE);
    ucsdet_enableInputFilter(detector, true);
    ucsdet_setText(detector, bytes.p, n, &status);
    const UCharsetMatch *match = ucsdet_detect(detector, &status);
    if (match && U_SUCCESS(status) && ucsdet_getConfidence(match, &status) >= SURE)
      name = known_name(ucsdet_getName(match, &status));
  }
  if (detector) ucsdet_close(detector);
  return name;
}

static Str converted(Arena *arena, Str bytes, const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  if (bytes.n > INT32_MAX / 4) return STR_NONE;
  UConverter *from = ucnv_open(name, &status);
  if (U_FAILURE(status)) return STR_NONE;
  int32_t room = (int32_t)(3 * bytes.n + 16);
  char *out = arena_alloc(arena, (size_t)room, 1);
  int32_t n = out ? ucnv_toAlgorithmic(UCNV_UTF8, from, out, room, bytes.p, (int32_t)bytes.n, &status) : 0;
  ucnv_close(from);
  return out && U_SUCCESS(status) ? (Str){out, (size_t)n} : STR_NONE;
}

static bool starts(const char *name, const char *prefix) { return strncmp(name, prefix, strlen(prefix)) == 0; }

/* What is no statement about these bytes: of Unicode's charsets UTF-8 was tried, and the wide
 * ones cannot have told their name in ASCII. */
static bool says_nothing(const char *name) { return starts(name, "UTF-") || strcmp(name, "US-ASCII") == 0; }

static bool is_latin(const char *name) {
  return strcmp(name, "ISO-8859-1") == 0 || strcmp(name, "windows-1252") == 0 || strcmp(name, "ISO-8859-15") == 0;
}

static bool is_arabic(const char *name) { return strcmp(name, "windows-1256") == 0 || strcmp(name, "ISO-8859-6") == 0; }

Str charset_to_utf8(Arena *arena, Str bytes, Str declared, const char **name) {
  if (!bytes.n || is_utf8(bytes)) return bytes;
  const char *told = named(declared);
  if (!told || says_nothing(told)) told = named(charset_declared(bytes));
  if (told && says_nothing(told)) told = NULL;
  if (!told || is_latin(told)) {
    const char *guess = guessed(bytes);
    if (guess && !starts(guess, "UTF-8") && (!told || is_arabic(guess))) told = guess;
  }
  Str text = told ? converted(arena, bytes, told) : STR_NONE;
  if (!text.p) return utf8_clean(arena, bytes);
  *name = told;
  return text;
}
