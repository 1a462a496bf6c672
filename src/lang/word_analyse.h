/* Inside the word analyser: readings with their costs, before the context has spoken. */
#ifndef LANG_WORD_ANALYSE_H
#define LANG_WORD_ANALYSE_H

#include "lang/lexicon_layout.h"
#include "lang/word.h"

enum { CANDIDATES_MAX = 24, WORD_MAX_LETTERS = 40 };

enum { READING_ELATIVE = 128 }; /* in Reading.flags, beside ENDING_… */

typedef struct Candidates {
  Reading at[CANDIDATES_MAX];
  uint32_t n;
} Candidates;

/* A token's letters. `marks` may be NULL. */
typedef struct Letters {
  const uint8_t *light, *fold, *marks;
  uint32_t n;
} Letters;

/* All readings that the lexicon knows, best first; none where it knows none. */
void word_analyse(const Lexicon *lexicon, Letters letters, Candidates *out);

/* The same of several words, n of them, side by side: their parts are looked up together, so that the
 * memory they stand in is fetched while the others are. */
enum { ANALYSE_TOGETHER = 16 };
void word_analyse_all(const Lexicon *lexicon, const Letters *letters, Candidates *out, uint32_t n);

/* Past this cost, the lexicon's best reading is no likelier than a name it does not know. */
enum { COST_DOUBTFUL = 16 };

/* Adds readings by shape alone: «الزنتوتي» a noun, «يتفلفلون» a verb; at least one. */
void word_guess(const Lexicon *lexicon, Letters letters, Candidates *out);

/* Reading.traits: what the lexicon says of the lemma that its neighbours ask for. */
enum {
  TRAIT_LIGHT = 1,
  TRAIT_ASPECT = 2,
  TRAIT_TIME = 4,
  TRAIT_TITLE = 8, /* a title, a rank, a post */
  TRAIT_PERSON = 16,
  TRAIT_EVENT = 32,
  TRAIT_GOVERNS_SHIFT = 8 /* above it WordGoverns, unless an enclitic is what it governs */
};

/* The classes that the traits stand for. */
typedef struct TraitClasses {
  ClassSet light, aspect, time, title, person, event;
} TraitClasses;

TraitClasses trait_classes(const Lexicon *lexicon);
uint16_t word_traits(const Lexicon *lexicon, const TraitClasses *classes, const Reading *reading);

void word_sort(Reading *list, uint32_t n);

#endif
