/* Inside the word analyser: readings with their costs, before the context has spoken. */
#ifndef LANG_WORD_ANALYSE_H
#define LANG_WORD_ANALYSE_H

#include "lang/lexicon_layout.h"
#include "lang/word.h"

enum { CANDIDATES_MAX = 24 };

enum { CANDIDATE_ELATIVE = 128 }; /* in Candidate.flags, beside ENDING_… */

typedef struct Candidate {
  Reading reading;
  uint8_t flags; /* ENDING_… */
  int16_t cost;  /* the lower the better */
} Candidate;

typedef struct Candidates {
  Candidate at[CANDIDATES_MAX];
  uint32_t n;
} Candidates;

/* A token's letters. `marks` may be NULL. */
typedef struct Letters {
  const uint8_t *light, *fold, *marks;
  uint32_t n;
} Letters;

/* All readings that the lexicon knows, best first; none where it knows none. */
void word_analyse(const Lexicon *lexicon, Letters letters, Candidates *out);

/* Past this cost, the lexicon's best reading is no likelier than a name it does not know. */
enum { COST_DOUBTFUL = 16 };

/* Adds readings by shape alone: «الزنتوتي» a noun, «يتفلفلون» a verb; at least one. */
void word_guess(const Lexicon *lexicon, Letters letters, Candidates *out);

/* What stands beside a word. */
typedef enum Beside { BESIDE_NOTHING, BESIDE_WORD, BESIDE_NUMBER } Beside;

typedef struct Context {
  const Lexicon *lexicon;
  ClassSet light, aspect, time, title, person, event;
  Beside before, after;
  const Candidate *previous; /* what was chosen; NULL unless before is a word */
  const Candidate *masdar;   /* chosen shortly before, with no verb since: what «و» may go on from */
  bool comma;                /* … and with a comma since */
  const Candidate *next;     /* the best out of context; NULL unless after is a word */
  uint32_t nnext;
} Context;

/* What the neighbours add to or take from a reading's cost. */
int word_context_cost(const Context *context, const Candidate *candidate);

void word_sort(Candidate *list, uint32_t n);

#endif
