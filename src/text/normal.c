#include "text/normal.h"

#include "text/letters16.h"
#include "text/mixed16.h"
#include "text/utf8.h"

#define NONE 0, 0, 0, 0, 0, 0, 0, 0
#define EIGHT(c) (c), (c) + 1, (c) + 2, (c) + 3, (c) + 4, (c) + 5, (c) + 6, (c) + 7

/* The plain letters folded, by their light degree: printable ASCII as it is, the Arabic alphabet
 * from LETTER_FIRST; 0 where there is none. */
static const uint8_t PLAIN[256] = {
    NONE,        0,           0,           '\n',        0,           0,           0,           0,
    0,           NONE,        NONE,        EIGHT(0x20), EIGHT(0x28), EIGHT(0x30), EIGHT(0x38), EIGHT(0x40),
    EIGHT(0x48), EIGHT(0x50), EIGHT(0x58), EIGHT(0x60), EIGHT(0x68), EIGHT(0x70), 'x',         'y',
    'z',         '{',         '|',         '}',         '~',         0,           NONE,        NONE,
    NONE,        NONE,        NONE,        NONE,        NONE,        NONE,        0,           LETTER_HAMZA,
    LETTER_ALEF, LETTER_ALEF, LETTER_WAW,  LETTER_ALEF, LETTER_YA,   LETTER_ALEF, LETTER_BA,   LETTER_HA,
    LETTER_TA,   EIGHT(0xCB), LETTER_SIN,  0xD4,        0xD5,        0xD6,        0xD7,        0xD8,
    0xD9,        0xDA,        0,           0,           0,           0,           0,           0,
    LETTER_FA,   0xE2,        LETTER_KAF,  LETTER_LAM,  LETTER_MIM,  LETTER_NUN,  LETTER_HA,   LETTER_WAW,
    LETTER_YA,   LETTER_YA,   0,           0,           0,           0,           0,           NONE,
    NONE};

uint8_t letter_fold(uint8_t c) { return PLAIN[c] ? PLAIN[c] : c; }

uint32_t letter_code(uint8_t c) {
  if (c < 0x80) return c;
  return letter_is_arabic(c) ? c + 0x560u : UTF8_BROKEN;
}

/* What a code point becomes: letters (none to four), or a mark on the letter before. */
typedef struct Plain {
  uint8_t n, letter[4], mark;
} Plain;

#define ONE(c) ((Plain){1, {(uint8_t)(c)}, 0})

static uint8_t at_code(uint32_t code) { return (uint8_t)(code - 0x560); }

static Plain ascii(uint32_t code) {
  if (code >= 'A' && code <= 'Z') return ONE(code + 32);
  if (code == '\n' || code == '\f' || code == '\v') return ONE('\n');
  if (code == '\r' || code == '\t') return ONE(' ');
  return ONE(code < 0x20 || code == 0x7F ? LETTER_SYMBOL : code);
}

static Plain mark(uint32_t code) {
  static const uint8_t marks[] = {MARK_TANWIN | MARK_FATHA,
                                  MARK_TANWIN | MARK_DAMMA,
                                  MARK_TANWIN | MARK_KASRA,
                                  MARK_FATHA,
                                  MARK_DAMMA,
                                  MARK_KASRA,
                                  MARK_SHADDA,
                                  MARK_SUKUN};
  return (Plain){0, {0}, code <= 0x652 ? marks[code - 0x64B] : 0};
}

/* Letters of Persian, Urdu, Kurdish and Uyghur that Arabic newspapers use for one of theirs,
 * and the dotless ones that are written to dodge a filter. */
static Plain extended(uint32_t code) {
  switch (code) {
    case 0x671:
    case 0x672:
    case 0x673: return ONE(LETTER_ALEF);
    case 0x66E:
    case 0x67E: return ONE(LETTER_BA);
    case 0x66F: return ONE(at_code(0x642));
    case 0x686:
    case 0x698: return ONE(at_code(0x62C + (code == 0x698 ? 6 : 0)));
    case 0x6A1:
    case 0x6A4: return ONE(LETTER_FA);
    case 0x6BA: return ONE(LETTER_NUN);
    case 0x6A9:
    case 0x6AA:
    case 0x6AF:
    case 0x6AD: return ONE(LETTER_KAF);
    case 0x6BE:
    case 0x6C1:
    case 0x6D5: return ONE(LETTER_HA);
    case 0x6C0:
    case 0x6C3: return ONE(LETTER_TA_MARBUTA);
    case 0x6B5: return ONE(LETTER_LAM);
    case 0x695: return ONE(at_code(0x631));
    case 0x6C6:
    case 0x6C7:
    case 0x6CB: return ONE(LETTER_WAW);
    case 0x620:
    case 0x6CC:
    case 0x6CE:
    case 0x6D0:
    case 0x6D2: return ONE(LETTER_YA);
    case 0x6D4: return ONE('.');
    default: return ONE(LETTER_OTHER);
  }
}

static Plain arabic(uint32_t code) {
  if ((code >= 0x621 && code <= 0x63A) || (code >= 0x641 && code <= 0x64A)) return ONE(at_code(code));
  if (code >= 0x64B && code <= 0x65F) return mark(code);
  if (code >= 0x660 && code <= 0x669) return ONE('0' + (code - 0x660));
  if (code >= 0x6F0 && code <= 0x6F9) return ONE('0' + (code - 0x6F0));
  switch (code) {
    case 0x60C:
    case 0x66C: return ONE(',');
    case 0x61B: return ONE(';');
    case 0x61F: return ONE('?');
    case 0x66A: return ONE('%');
    case 0x66B: return ONE('.');
    case 0x640:
    case 0x670:
    case 0x61C: return (Plain){0};
    default: break;
  }
  if ((code >= 0x610 && code <= 0x61A) || (code >= 0x6D6 && code <= 0x6ED && code != 0x6DD && code != 0x6DE))
    return (Plain){0};
  if (code < 0x620 || code == 0x66D) return ONE(LETTER_SYMBOL);
  return extended(code);
}

/* Presentation forms A: the shapes of the extended letters, and God's name as one sign. */
static Plain presentation_extended(uint32_t code) {
  static const struct {
    uint16_t from, n, letter;
  } shapes[] = {{0xFB50, 2, 0x671}, {0xFB56, 4, 0x67E}, {0xFB6A, 4, 0x6A4}, {0xFB7A, 4, 0x686},
                {0xFB8A, 2, 0x698}, {0xFB8E, 4, 0x6A9}, {0xFB92, 4, 0x6AF}, {0xFB9E, 2, 0x6BA},
                {0xFBA6, 4, 0x6C1}, {0xFBAA, 4, 0x6BE}, {0xFBAE, 2, 0x6D2}, {0xFBD3, 4, 0x6AD},
                {0xFBD7, 2, 0x6C7}, {0xFBD9, 2, 0x6C6}, {0xFBE4, 4, 0x6D0}, {0xFBFC, 4, 0x6CC}};
  for (unsigned i = 0; i < sizeof shapes / sizeof *shapes; i++)
    if (code >= shapes[i].from && code < (uint32_t)shapes[i].from + shapes[i].n) return extended(shapes[i].letter);
  if (code == 0xFDF2) return (Plain){4, {LETTER_ALEF, LETTER_LAM, LETTER_LAM, LETTER_HA}, 0};
  return ONE(code < 0xFC00 ? LETTER_OTHER : LETTER_SYMBOL);
}

/* Presentation forms B: four shapes a letter, in the alphabet's order. */
static Plain presentation(uint32_t code) {
  static const uint8_t letters[][2] = {
      /* from U+FE80: code point of the letter - 0x600, number of shapes */
      {0x21, 1}, {0x22, 2}, {0x23, 2}, {0x24, 2}, {0x25, 2}, {0x26, 4}, {0x27, 2}, {0x28, 4}, {0x29, 2},
      {0x2A, 4}, {0x2B, 4}, {0x2C, 4}, {0x2D, 4}, {0x2E, 4}, {0x2F, 2}, {0x30, 2}, {0x31, 2}, {0x32, 2},
      {0x33, 4}, {0x34, 4}, {0x35, 4}, {0x36, 4}, {0x37, 4}, {0x38, 4}, {0x39, 4}, {0x3A, 4}, {0x41, 4},
      {0x42, 4}, {0x43, 4}, {0x44, 4}, {0x45, 4}, {0x46, 4}, {0x47, 4}, {0x48, 2}, {0x49, 2}, {0x4A, 4}};
  if (code < 0xFE80) return (Plain){0};
  if (code >= 0xFEF5) {
    static const uint8_t alefs[] = {LETTER_ALEF_MADDA, LETTER_ALEF_HAMZA, LETTER_ALEF_HAMZA_BELOW, LETTER_ALEF};
    return code <= 0xFEFC ? (Plain){2, {LETTER_LAM, alefs[(code - 0xFEF5) / 2]}, 0} : (Plain){0};
  }
  uint32_t at = 0xFE80;
  for (unsigned i = 0; i < sizeof letters / sizeof *letters; i++) {
    at += letters[i][1];
    if (code < at) return ONE(at_code(0x600u + letters[i][0]));
  }
  return (Plain){0};
}

static Plain punctuation(uint32_t code) {
  switch (code) {
    case 0xA0:
    case 0x1680:
    case 0x202F:
    case 0x205F:
    case 0x3000: return ONE(' ');
    case 0x85:
    case 0x2028:
    case 0x2029: return ONE('\n');
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x2036:
    case 0x300A:
    case 0x300B: return ONE('"');
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2039:
    case 0x203A:
    case 0xB4: return ONE('\'');
    case 0x2026: return ONE('.');
    case 0x2022:
    case 0xB7: return ONE('*');
    case 0x2212: return ONE('-');
    case 0xFD3E: return ONE('(');
    case 0xFD3F: return ONE(')');
    case 0xAD:
    case 0xFEFF: return (Plain){0};
    default: break;
  }
  if ((code >= 0x300 && code <= 0x36F) || (code >= 0xFE00 && code <= 0xFE0F)) return (Plain){0};
  if (code >= 0x2000 && code <= 0x200A) return ONE(' ');
  if ((code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F))
    return (Plain){0};
  if (code >= 0x2010 && code <= 0x2015) return ONE('-');
  if ((code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7) || (code >= 0x370 && code <= 0x1FFF))
    return ONE(LETTER_OTHER);
  return ONE(LETTER_SYMBOL);
}

static Plain plain_of(uint32_t code) {
  if (code < 0x80) return ascii(code);
  if (code >= 0x600 && code <= 0x6FF) return arabic(code);
  if (code >= 0xFE70 && code <= 0xFEFC) return presentation(code);
  if (code >= 0xFB50 && code <= 0xFDFF && code != 0xFD3E && code != 0xFD3F) return presentation_extended(code);
  return punctuation(code);
}

typedef struct ViewWriter {
  uint8_t *light, *fold, *marks;
  uint32_t *origin, n;
} ViewWriter;

static void put(ViewWriter *w, Plain plain, uint32_t at) {
  if (!plain.n && plain.mark && w->n) w->marks[w->n - 1] |= plain.mark;
  for (uint8_t i = 0; i < plain.n; i++, w->n++) {
    w->light[w->n] = plain.letter[i];
    w->fold[w->n] = letter_fold(plain.letter[i]);
    w->origin[w->n] = at;
  }
}

static bool is_upper(uint8_t c) { return c >= 'A' && c <= 'Z'; }

/* Words of Arabic letters, and single plain signs of ASCII between them. */
static void put_words(ViewWriter *w, Str text, size_t *at, size_t room) {
  const uint8_t *p = (const uint8_t *)text.p;
  size_t i = *at;
  uint32_t n = w->n;
  while (i + RUN_BYTES < text.n && n + RUN_LETTERS < room) {
    uint32_t run = letters16(p + i, (uint32_t)i, w->light + n, w->fold + n, w->origin + n);
    n += run;
    i += 2 * (size_t)run;
    if (run == RUN_LETTERS) continue;
    uint8_t b = p[i], fold = PLAIN[b];
    if (b >= 0x80 || !fold || is_upper(b)) break;
    w->light[n] = b;
    w->fold[n] = fold;
    w->origin[n++] = (uint32_t)i++;
  }
  w->n = n;
  *at = i;
}

/* Words and the plain signs between them, sixteen bytes a step; up to anything else. */
MIXED_TARGET static void put_mixed(ViewWriter *w, Str text, size_t *at, size_t room) {
#ifdef MIXED_HALVES
  const uint8_t *p = (const uint8_t *)text.p;
  size_t i = *at;
  uint32_t n = w->n, run = MIXED_BYTES;
  while (run == MIXED_BYTES && i + MIXED_BYTES < text.n && n + MIXED_BYTES <= room) {
    Mixed m = mixed16(p + i);
    n += mixed_put8(&m, 0, (uint32_t)i, w->light + n, w->fold + n, w->origin + n);
    n += mixed_put8(&m, 1, (uint32_t)i, w->light + n, w->fold + n, w->origin + n);
    run = m.good;
    i += run + m.over;
  }
  w->n = n;
  *at = i;
#else
  (void)w, (void)text, (void)at, (void)room;
#endif
}

/* Nearly all of a newspaper: letters of the alphabet, two bytes each, and ASCII, without a
 * branch that tells the one from the other. Stops at anything else, and before the last byte. */
static void put_plain(ViewWriter *w, Str text, size_t *at, size_t room) {
  const uint8_t *p = (const uint8_t *)text.p;
  size_t i = *at;
  uint32_t n = w->n;
  for (; i + 1 < text.n && n + 4 <= room; n++) {
    uint8_t b = p[i], two = b >> 7, ascii_light = (uint8_t)(b + (is_upper(b) << 5));
    uint8_t light = two ? at_code(0x600u | (b & 1u) << 6 | (p[i + 1] & 0x3Fu)) : ascii_light;
    uint8_t fold = PLAIN[light], odd = two & (((b & 0xFE) != 0xD8) | ((p[i + 1] & 0xC0) != 0x80) | (light < 0x80));
    if (!fold || odd) break;
    w->light[n] = light;
    w->fold[n] = fold;
    w->origin[n] = (uint32_t)i;
    i += 1u + two;
  }
  w->n = n;
  *at = i;
}

enum { TATWEEL = 0x640 };

/* A word broken to dodge a filter, «قصـ ـف»: a tatweel, blanks, a tatweel. Where the broken
 * word goes on, or `at` itself. */
static size_t over_break(Str text, size_t at) {
  size_t i = at;
  while (i < text.n && text.p[i] == ' ') i++;
  if (i == at || i - at > 2 || i >= text.n) return at;
  return utf8_next(text, &i) == TATWEEL ? i : at;
}

/* No code point gives more letters than it has bytes but for God's name as one sign and the
 * like, of three bytes that begin in 0xEF: four. */
static size_t letters_most(Str text) {
  enum { BLOCK = 32 };
  const uint8_t *p = (const uint8_t *)text.p;
  size_t n = 0, i = 0;
  for (; i + BLOCK <= text.n; i += BLOCK) {
    uint8_t some = 0; /* of a block, side by side */
    for (uint32_t k = 0; k < BLOCK; k++) some = (uint8_t)(some + ((p[i + k] & 0xC0) != 0x80) + (p[i + k] == 0xEF) * 3);
    n += some;
  }
  for (; i < text.n; i++) n += (size_t)((p[i] & 0xC0) != 0x80) + (p[i] == 0xEF) * 3u;
  return n;
}

View view_of(Arena *arena, Str text) {
  size_t room = letters_most(text) + 4, bytes = room + VIEW_SLACK;
  ViewWriter w = {.light = arena_alloc_unset(arena, bytes, 1),
                  .fold = arena_alloc_unset(arena, bytes, 1),
                  .marks = arena_alloc(arena, bytes, 1),
                  .origin = arena_alloc_unset(arena, room * sizeof(uint32_t), _Alignof(uint32_t))};
  if (!w.light || !w.fold || !w.marks || !w.origin) return (View){0};
  bool mixed = mixed_can();
  for (size_t at = 0;;) {
    if (mixed)
      put_mixed(&w, text, &at, room);
    else
      put_words(&w, text, &at, room);
    put_plain(&w, text, &at, room);
    if (at >= text.n || w.n + 4 > room) break; /* bytes that are no UTF-8 are cut short rather than overrun it */
    size_t from = at;
    uint32_t code = utf8_next(text, &at);
    put(&w, plain_of(code), (uint32_t)from);
    if (code == TATWEEL) at = over_break(text, at);
  }
  w.origin[w.n] = (uint32_t)text.n;
  return (View){w.light, w.fold, w.marks, w.origin, w.n};
}

static Str key_of(Arena *arena, Str utf8, bool fold) {
  char *p = arena_alloc(arena, utf8.n + utf8.n / 3 + 1, 1);
  if (!p) return STR_NONE;
  size_t n = 0;
  for (size_t at = 0; at < utf8.n;) {
    uint32_t code = utf8_next(utf8, &at);
    Plain plain = plain_of(code);
    for (uint8_t i = 0; i < plain.n; i++) p[n++] = (char)(fold ? letter_fold(plain.letter[i]) : plain.letter[i]);
    if (code == TATWEEL) at = over_break(utf8, at);
  }
  return (Str){p, n};
}

Str fold_key(Arena *arena, Str utf8) { return key_of(arena, utf8, true); }
Str light_key(Arena *arena, Str utf8) { return key_of(arena, utf8, false); }

Str letters_utf8(Arena *arena, const uint8_t *letters, uint32_t n) {
  char *p = arena_alloc(arena, (size_t)n * 3 + 1, 1);
  if (!p) return STR_NONE;
  size_t at = 0;
  for (uint32_t i = 0; i < n; i++) at += utf8_put(letter_code(letters[i]), p + at);
  return (Str){p, at};
}
