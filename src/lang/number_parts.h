/* Inside the reader of numbers: what its parts hand each other. */
#ifndef LANG_NUMBER_PARTS_H
#define LANG_NUMBER_PARTS_H

#include <math.h>

#include "lang/number.h"
#include "lang/number_cue.h"

struct NumberTables {
  Cues cues;
  CueRoles begins, numerals; /* the roles that can begin a number; those of a number's words */
};

typedef struct NumberReader {
  Arena *arena;
  const Cues *cues;
  const Text *text;
  const Words *words; /* may be empty */
  CueHit *hits;
  CueRoles begins, numerals; /* as NumberTables has them */
  uint32_t counted;          /* the token behind the last number */
  uint32_t changed;          /* the last word of rise or fall before here, UINT32_MAX for none */
} NumberReader;

/* One number without its bounds. */
typedef struct Amount {
  double min, max;
  double scale; /* the last thousand, million … in it; 1 */
  uint32_t first, last;
  uint8_t kind;
  bool article;  /* begins with ال */
  bool weak;     /* only where nothing else is said */
  bool year;     /* four digits alone, as a year is written */
  bool thousand; /* «1.200»: a thousand and more before a counted noun, else a decimal */
} Amount;

static inline const Token *number_token(const NumberReader *r, uint32_t i) { return &r->text->tokens[i]; }

static inline bool number_same_sentence(const NumberReader *r, uint32_t a, uint32_t b) {
  return a < r->text->ntokens && b < r->text->ntokens && number_token(r, a)->sentence == number_token(r, b)->sentence;
}

static inline const Cue *number_cue(const NumberReader *r, uint32_t i, CueRole role) {
  return i < r->text->ntokens ? cue_at(r->cues, &r->hits[i], role) : NULL;
}

/* A token of that kind at i, with no blank before it. */
static inline bool number_glued(const NumberReader *r, uint32_t i, TokenKind kind) {
  return i < r->text->ntokens && number_token(r, i)->kind == kind && !(number_token(r, i)->flags & TOKEN_SPACED);
}

static inline uint8_t number_sign(const NumberReader *r, uint32_t i) {
  return i < r->text->ntokens ? token_sign(r->text, i) : 0;
}

/* The tokens [first, last) are all that the sentence has. */
static inline bool number_lone(const NumberReader *r, uint32_t first, uint32_t last) {
  const Sentence *s = &r->text->sentences[number_token(r, first)->sentence];
  return s->first == first && s->last == last;
}

/* Whether a counted noun stands at i: a bare noun, no function word, no verb. */
bool number_noun_at(const NumberReader *r, uint32_t i);

/* Each reads what begins at token i, and is false where nothing does. */
bool number_digits(const NumberReader *r, uint32_t i, Amount *out);
bool number_words(const NumberReader *r, uint32_t i, Amount *out);
bool number_ordinal(const NumberReader *r, uint32_t i, Amount *out);
bool number_bounded(const NumberReader *r, uint32_t i, Number *out);
/* «أحد», also in «وأحد». */
bool number_spelled_one_of(const NumberReader *r, uint32_t i);
bool number_of_noun(const NumberReader *r, uint32_t i, Number *out);

/* «جنديين على الأقل»: the bound behind a noun's own number. */
void number_bound_after(const NumberReader *r, Number *number);

/* Whether the number reads as a name, year, time, version, telephone number. */
bool number_is_label(const NumberReader *r, const Amount *amount);
/* «الساعة العاشرة والنصف»: the half belongs to the hour. */
void number_over_clock(const NumberReader *r, Amount *amount);

#endif
