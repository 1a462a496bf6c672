/* The normal form's alphabet: one byte a letter.
 *
 * Arabic letters stand at their places in ISO 8859-6 (U+0621 hamza at 0xC1 … U+064A ya at
 * 0xEA), ASCII stands for itself in lower case, and two codes of the C1 range stand for
 * everything else. Two degrees:
 *
 *   light   vowel marks, tatweel, joiners and bidi marks gone; presentation forms and
 *           Persian letters made plain; digits ASCII; quotes, dashes, commas unified
 *   fold    light with أ إ آ ٱ → ا, ى → ي, ة → ه, ؤ → و, ئ → ي
 *
 * Folding changes letters, never their number: both views share one index. */
#ifndef TEXT_LETTER_H
#define TEXT_LETTER_H

#include <stdbool.h>
#include <stdint.h>

enum {
  LETTER_OTHER = 0x80,  /* a letter of another script, or a Latin one with an accent */
  LETTER_SYMBOL = 0x81, /* any other sign */
  LETTER_FIRST = 0xC1,
  LETTER_HAMZA = 0xC1,
  LETTER_ALEF_MADDA = 0xC2,
  LETTER_ALEF_HAMZA = 0xC3,
  LETTER_WAW_HAMZA = 0xC4,
  LETTER_ALEF_HAMZA_BELOW = 0xC5,
  LETTER_YA_HAMZA = 0xC6,
  LETTER_ALEF = 0xC7,
  LETTER_BA = 0xC8,
  LETTER_TA_MARBUTA = 0xC9,
  LETTER_TA = 0xCA,
  LETTER_SIN = 0xD3,
  LETTER_GHAYN = 0xDA,
  LETTER_TATWEEL = 0xE0, /* never in a view */
  LETTER_FA = 0xE1,
  LETTER_KAF = 0xE3,
  LETTER_LAM = 0xE4,
  LETTER_MIM = 0xE5,
  LETTER_NUN = 0xE6,
  LETTER_HA = 0xE7,
  LETTER_WAW = 0xE8,
  LETTER_ALEF_MAKSURA = 0xE9,
  LETTER_YA = 0xEA,
  LETTER_LAST = 0xEA
};

static inline bool letter_is_arabic(uint8_t c) { return c >= LETTER_FIRST && c <= LETTER_LAST; }
static inline bool letter_is_digit(uint8_t c) { return c >= '0' && c <= '9'; }
static inline bool letter_is_latin(uint8_t c) { return (c >= 'a' && c <= 'z') || c == LETTER_OTHER; }

/* One light letter folded. */
uint8_t letter_fold(uint8_t light);

/* The code point that a letter of a view stands for (U+FFFD for the two of the C1 range). */
uint32_t letter_code(uint8_t letter);

#endif
