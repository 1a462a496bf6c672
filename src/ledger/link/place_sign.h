/* A place in sixteen bytes: enough to tell of most pairs of places that they are apart. */
#ifndef LEDGER_PLACE_SIGN_H
#define LEDGER_PLACE_SIGN_H

#include "record/record.h"

enum { PLACE_SIGN_WORDS = 4 };

typedef struct PlaceSign {
  uint32_t at[PLACE_SIGN_WORDS]; /* place_sign.c tells what is in them */
} PlaceSign;

/* `word`: the place's name as it stands among words (wording.h). */
PlaceSign place_sign(const Place *place, uint32_t word);

/* No less than the points that place_near gives for the two. */
int32_t place_sign_most(const PlaceSign *a, const PlaceSign *b);

/* What of the word a filter of words looks at (link_sift.c); 0: the place has none. */
uint32_t place_sign_word(const PlaceSign *sign);

#endif
