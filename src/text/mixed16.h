/* Sixteen bytes of mixed text at once: Arabic letters of two bytes, blanks, signs and digits of one, where the
 * processor can shuffle bytes (SSSE3, asked for when the program runs); elsewhere letters16.h goes word by word.
 *
 *   «قتل 3 جنود، امس»   one step and a half instead of one for each word and each sign
 *
 * Every byte is made the letter that would begin there; then those that begin none, the second bytes, are
 * left out by shuffling, eight at a time: which to take is looked up by a bit for each byte. */
#ifndef TEXT_MIXED16_H
#define TEXT_MIXED16_H

#include "text/letter.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <tmmintrin.h>

#define MIXED_TARGET __attribute__((target("ssse3,popcnt")))

enum { MIXED_BYTES = 16, MIXED_HALF = 8 };
#define MIXED_HALVES 2

static inline bool mixed_can(void) { return __builtin_cpu_supports("ssse3") && __builtin_cpu_supports("popcnt"); }

/* Of each set of eight bytes the places, one behind the other. */
#define PLACE(set, i) ((uint64_t)((set) >> (i)&1) * (i) << 8 * __builtin_popcount((unsigned)(set) & ((1u << (i)) - 1)))
#define PLACES(set) \
  (PLACE(set, 1) | PLACE(set, 2) | PLACE(set, 3) | PLACE(set, 4) | PLACE(set, 5) | PLACE(set, 6) | PLACE(set, 7))
#define PLACES_4(set) PLACES(set), PLACES(set + 1), PLACES(set + 2), PLACES(set + 3)
#define PLACES_16(set) PLACES_4(set), PLACES_4(set + 4), PLACES_4(set + 8), PLACES_4(set + 12)
#define PLACES_64(set) PLACES_16(set), PLACES_16(set + 16), PLACES_16(set + 32), PLACES_16(set + 48)
static const uint64_t MIXED_PLACES[256] = {PLACES_64(0), PLACES_64(64), PLACES_64(128), PLACES_64(192)};
#undef PLACES_64
#undef PLACES_16
#undef PLACES_4
#undef PLACES
#undef PLACE

/* By the place of the first byte of each. */
typedef struct Mixed {
  __m128i light, fold;
  uint32_t begins; /* a bit for each byte that begins a letter */
  uint32_t good;   /* so many bytes, from the first on, are plain: ASCII, letters of the alphabet, «،» */
  uint32_t over;   /* 1 where the last of sixteen good ones is half a letter */
} Mixed;

#define BYTES_OF(letter) _mm_set1_epi8((char)(letter))

static inline __m128i between16(__m128i bytes, int low, int high) { /* signed */
  return _mm_and_si128(_mm_cmpgt_epi8(bytes, BYTES_OF(low - 1)), _mm_cmplt_epi8(bytes, BYTES_OF(high + 1)));
}
static inline __m128i choose16(__m128i which, __m128i yes, __m128i no) {
  return _mm_or_si128(_mm_and_si128(which, yes), _mm_andnot_si128(which, no));
}

/* The letters of a row of the alphabet change, and the last but one of all. */
MIXED_TARGET static inline __m128i fold16(__m128i light) {
  const __m128i folds =
      _mm_setr_epi8((char)0xC0, (char)LETTER_HAMZA, (char)LETTER_ALEF, (char)LETTER_ALEF, (char)LETTER_WAW,
                    (char)LETTER_ALEF, (char)LETTER_YA, (char)LETTER_ALEF, (char)LETTER_BA, (char)LETTER_HA,
                    (char)LETTER_TA, (char)0xCB, (char)0xCC, (char)0xCD, (char)0xCE, (char)0xCF);
  _Static_assert(LETTER_ALEF_MAKSURA + 1 == LETTER_YA, "one is added");
  __m128i row = _mm_cmpeq_epi8(_mm_and_si128(light, BYTES_OF(0xF0)), BYTES_OF(0xC0));
  __m128i folded = _mm_shuffle_epi8(folds, _mm_and_si128(light, BYTES_OF(0x0F)));
  return _mm_sub_epi8(choose16(row, folded, light), _mm_cmpeq_epi8(light, BYTES_OF(LETTER_ALEF_MAKSURA)));
}

/* The sixteen bytes at p, of which the first begins a letter; the byte behind them is looked at too. */
MIXED_TARGET static inline Mixed mixed16(const uint8_t *p) {
  __m128i byte = _mm_loadu_si128((const __m128i *)(const void *)p);
  __m128i next = _mm_loadu_si128((const __m128i *)(const void *)(p + 1));
  __m128i continues = _mm_cmplt_epi8(byte, BYTES_OF(0xC0)), goes_on = _mm_cmplt_epi8(next, BYTES_OF(0xC0));
  __m128i two = _mm_cmpeq_epi8(_mm_and_si128(byte, BYTES_OF(0xFE)), BYTES_OF(0xD8));
  __m128i high = _mm_slli_epi16(_mm_and_si128(byte, BYTES_OF(1)), 6);
  __m128i code = _mm_or_si128(high, _mm_and_si128(next, BYTES_OF(0x3F))); /* from U+0600 on */
  __m128i comma = _mm_cmpeq_epi8(code, BYTES_OF(0x0C));
  __m128i known = _mm_or_si128(comma, _mm_or_si128(between16(code, 0x21, 0x3A), between16(code, 0x41, 0x4A)));
  __m128i letter = _mm_and_si128(_mm_and_si128(two, goes_on), known);
  __m128i sign = _mm_or_si128(between16(byte, 0x20, 0x7E), _mm_cmpeq_epi8(byte, BYTES_OF('\n')));
  __m128i lower = _mm_or_si128(byte, _mm_and_si128(between16(byte, 'A', 'Z'), BYTES_OF(0x20)));
  __m128i arabic = choose16(comma, BYTES_OF(','), _mm_add_epi8(code, BYTES_OF(0xA0)));
  __m128i light = choose16(two, arabic, lower);
  uint32_t is_letter = (uint32_t)_mm_movemask_epi8(letter), rest = (uint32_t)_mm_movemask_epi8(continues);
  uint32_t good = (uint32_t)_mm_movemask_epi8(_mm_or_si128(letter, sign)) | (rest & is_letter << 1);
  uint32_t run = (uint32_t)__builtin_ctz(~good | 1u << MIXED_BYTES);
  return (Mixed){light, fold16(light), ~rest & ((1u << run) - 1), run, is_letter >> (MIXED_BYTES - 1) & run >> 4};
}

/* Writes the letters that begin in one half of them, 0 or 1, and where each stands: `at` is that of the first
 * byte. Eight are written; so many are meant. */
MIXED_TARGET static inline uint32_t mixed_put8(const Mixed *m, uint32_t half, uint32_t at, uint8_t *light,
                                               uint8_t *fold, uint32_t *origin) {
  uint32_t set = m->begins >> MIXED_HALF * half & 0xFF;
  const __m128i zero = _mm_setzero_si128(), base = _mm_set1_epi32((int)at);
  __m128i from = _mm_loadl_epi64((const __m128i *)(const void *)&MIXED_PLACES[set]);
  if (half) from = _mm_or_si128(from, BYTES_OF(MIXED_HALF));
  _mm_storel_epi64((__m128i *)(void *)light, _mm_shuffle_epi8(m->light, from));
  _mm_storel_epi64((__m128i *)(void *)fold, _mm_shuffle_epi8(m->fold, from));
  __m128i places = _mm_unpacklo_epi8(from, zero);
  _mm_storeu_si128((__m128i *)(void *)origin, _mm_add_epi32(base, _mm_unpacklo_epi16(places, zero)));
  _mm_storeu_si128((__m128i *)(void *)(origin + 4), _mm_add_epi32(base, _mm_unpackhi_epi16(places, zero)));
  return (uint32_t)__builtin_popcount(set);
}

#undef BYTES_OF
#else

enum { MIXED_BYTES = 16 };
#define MIXED_TARGET
static inline bool mixed_can(void) { return false; }

#endif
#endif
