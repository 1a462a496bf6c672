/* The normal form of a text, with the way back.
 *
 * Newspapers write «داعـش», «القوّات», «إرهــاب», «أ/ا», «ى/ي», and digits of two kinds; a
 * reader does not notice, and the tables must not. The text itself is never changed: the
 * view is a second array of letters (text/letter.h), and origin[i] says at which byte of the
 * text letter i begins. */
#ifndef TEXT_NORMAL_H
#define TEXT_NORMAL_H

#include "base/arena.h"
#include "text/letter.h"

typedef struct View {
  const uint8_t *light;   /* [n] */
  const uint8_t *fold;    /* [n] */
  const uint8_t *marks;   /* [n] MARK_… on the letter, from the vowel signs that were there */
  const uint32_t *origin; /* [n + 1] byte offsets into the text; origin[n] is its length */
  uint32_t n;
} View;

/* Past their last letter light, fold and marks may be read for so many bytes, so that a word's
 * letters can be loaded whole. */
enum { VIEW_SLACK = 16 };

enum { MARK_DAMMA = 1, MARK_SHADDA = 2, MARK_FATHA = 4, MARK_KASRA = 8, MARK_TANWIN = 16, MARK_SUKUN = 32 };

/* The view of `text` (valid UTF-8, at most 4 GiB); {0} on a failed arena. */
View view_of(Arena *arena, Str text);

/* Where letters [from, to) of the view stand in the text; marks behind the last belong to it. */
static inline uint32_t view_origin(const View *view, uint32_t at) { return view->origin[at]; }

/* The folded normal form of a short string, as a key for the tables; in the arena. */
Str fold_key(Arena *arena, Str utf8);
/* The same in the light degree. */
Str light_key(Arena *arena, Str utf8);
/* A view's letters as UTF-8 again. */
Str letters_utf8(Arena *arena, const uint8_t *letters, uint32_t n);

#endif
