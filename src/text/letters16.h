/* Sixteen bytes at once, where the processor can (SSE2, which every x86-64 has); elsewhere nothing is taken
 * and the callers go letter by letter. A word of a newspaper has five letters, so one step takes
 * most words whole, without a branch for each letter. */
#ifndef TEXT_LETTERS16_H
#define TEXT_LETTERS16_H

#include "text/letter.h"

enum { RUN_BYTES = 16, RUN_LETTERS = 8 };

#ifdef __SSE2__
#include <emmintrin.h>

#define BYTES_OF(letter) _mm_set1_epi8((char)(letter))

/* In `fold`, every byte that is `from` becomes `to`. */
static inline __m128i replace16(__m128i fold, uint8_t from, uint8_t to) {
  __m128i is = _mm_cmpeq_epi8(fold, BYTES_OF(from));
  return _mm_or_si128(_mm_andnot_si128(is, fold), _mm_and_si128(is, BYTES_OF(to)));
}

/* How many plain Arabic letters of two bytes the sixteen bytes at p begin with, 0 to 8. Writes eight letters, of
 * which so many are meant, and where each stands: `at` is that of p. */
static inline uint32_t letters16(const uint8_t *p, uint32_t at, uint8_t *light, uint8_t *fold, uint32_t *origin) {
  __m128i two = _mm_loadu_si128((const __m128i *)(const void *)p); /* lead byte below, continuation above */
  __m128i pair = _mm_cmpeq_epi16(_mm_and_si128(two, _mm_set1_epi16((short)0xC0FE)), _mm_set1_epi16((short)0x80D8));
  __m128i high = _mm_slli_epi16(_mm_and_si128(two, _mm_set1_epi16(1)), 6);
  __m128i low = _mm_and_si128(_mm_srli_epi16(two, 8), _mm_set1_epi16(0x3F));
  __m128i code = _mm_add_epi16(_mm_add_epi16(high, low), _mm_set1_epi16(0x600 - 0x560));
  __m128i first = _mm_and_si128(_mm_cmpgt_epi16(code, _mm_set1_epi16(LETTER_HAMZA - 1)),
                                _mm_cmplt_epi16(code, _mm_set1_epi16(LETTER_GHAYN + 1)));
  __m128i second = _mm_and_si128(_mm_cmpgt_epi16(code, _mm_set1_epi16(LETTER_FA - 1)),
                                 _mm_cmplt_epi16(code, _mm_set1_epi16(LETTER_YA + 1)));
  __m128i good = _mm_and_si128(pair, _mm_or_si128(first, second));
  __m128i out = _mm_packus_epi16(code, code);
  _mm_storel_epi64((__m128i *)(void *)light, out);
  out = replace16(out, LETTER_ALEF_MADDA, LETTER_ALEF);
  out = replace16(out, LETTER_ALEF_HAMZA, LETTER_ALEF);
  out = replace16(out, LETTER_ALEF_HAMZA_BELOW, LETTER_ALEF);
  out = replace16(out, LETTER_WAW_HAMZA, LETTER_WAW);
  out = replace16(out, LETTER_YA_HAMZA, LETTER_YA);
  out = replace16(out, LETTER_ALEF_MAKSURA, LETTER_YA);
  out = replace16(out, LETTER_TA_MARBUTA, LETTER_HA);
  _mm_storel_epi64((__m128i *)(void *)fold, out);
  __m128i from = _mm_add_epi32(_mm_set1_epi32((int)at), _mm_setr_epi32(0, 2, 4, 6));
  _mm_storeu_si128((__m128i *)(void *)origin, from);
  _mm_storeu_si128((__m128i *)(void *)(origin + 4), _mm_add_epi32(from, _mm_set1_epi32(8)));
  uint32_t bits = (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(good, good));
  return (uint32_t)__builtin_ctz(~(bits & 0xFFu));
}

/* How many of the sixteen letters at p, from the first one on, are Arabic. */
static inline uint32_t arabic16(const uint8_t *p) {
  __m128i letters = _mm_loadu_si128((const __m128i *)(const void *)p);
  __m128i over = _mm_subs_epu8(letters, BYTES_OF(LETTER_LAST)), under = _mm_subs_epu8(BYTES_OF(LETTER_FIRST), letters);
  __m128i good = _mm_cmpeq_epi8(_mm_or_si128(over, under), _mm_setzero_si128());
  return (uint32_t)__builtin_ctz(~(uint32_t)_mm_movemask_epi8(good));
}

/* How many of the sixteen bytes at p, from the first one on, are plainly good UTF-8 of one and two bytes: a byte
 * continues where the one before begins two, and nowhere else. What stands before p is not looked at, the byte
 * behind them is. */
static inline uint32_t plain16(const uint8_t *p) {
  __m128i byte = _mm_loadu_si128((const __m128i *)(const void *)p);
  __m128i next = _mm_loadu_si128((const __m128i *)(const void *)(p + 1));
  __m128i continues = _mm_cmplt_epi8(byte, BYTES_OF(0xC0)), goes_on = _mm_cmplt_epi8(next, BYTES_OF(0xC0));
  __m128i two = _mm_and_si128(_mm_cmpgt_epi8(byte, BYTES_OF(0xC1)), _mm_cmplt_epi8(byte, BYTES_OF(0xE0)));
  __m128i other = _mm_andnot_si128(_mm_or_si128(continues, two), _mm_cmplt_epi8(byte, _mm_setzero_si128()));
  uint32_t bad = (uint32_t)_mm_movemask_epi8(_mm_or_si128(other, _mm_xor_si128(two, goes_on)));
  return (uint32_t)__builtin_ctz(bad | 1u << RUN_BYTES);
}

#undef BYTES_OF
#else

static inline uint32_t letters16(const uint8_t *p, uint32_t at, uint8_t *light, uint8_t *fold, uint32_t *origin) {
  return (void)p, (void)at, (void)light, (void)fold, (void)origin, 0;
}
static inline uint32_t arabic16(const uint8_t *p) { return (void)p, 0; }
static inline uint32_t plain16(const uint8_t *p) { return (void)p, 0; }

#endif
#endif
