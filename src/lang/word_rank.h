/* The order of a word's readings in its context. */
#ifndef LANG_WORD_RANK_H
#define LANG_WORD_RANK_H

#include "lang/word_context.h"
#include "lang/word_memo.h"

/* The numbers of a token's bearings: as the word before, by the reading chosen, and as the word behind. */
typedef struct Seen {
  uint16_t bearing, behind;
} Seen;

enum { RANK_AHEAD = 4 };

typedef struct Ranker {
  Arena *arena;
  const RuleCosts *costs;
  const Text *text;
  Word *words;        /* [ntokens]: out of context, and up to the token that is ranked, in it */
  Seen *seen;         /* [ntokens + 1]: the last is of what stands behind the text */
  Spellings *kept;    /* of Word.spelling */
  Bearings *bearings; /* of seen and of the readings */
} Ranker;

/* Ranks token i, a word with more than one reading, or a dual: those before it are ranked, and RANK_AHEAD behind it are
 * known out of context. */
void word_rank(const Ranker *ranker, uint32_t i);

#endif
