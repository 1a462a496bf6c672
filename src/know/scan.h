/* The words of a text as keys into the trie of names, and what matches where. */
#ifndef KNOW_SCAN_H
#define KNOW_SCAN_H

#include "know/know_layout.h"

enum { KEYS_MAX = 6, MATCHES_MAX = 8, PHRASE_MAX_TOKENS = 12 };

/* A phrase of the trie from token `first`, up to `last`. */
typedef struct Match {
  uint32_t first, last, node;
  uint16_t clitics; /* CLITIC_… read off its first token */
  uint8_t cut;      /* letters that they take, ال not counted but in «لل» */
  bool al;          /* the first token has ال */
  uint8_t flags;    /* NAME_… of the value that scan_word found */
  uint32_t kinds;   /* of its node: NodeSum */
} Match;

typedef struct Matches {
  const Match *at; /* the longest first; of equal ones, the one with fewer clitics */
  uint32_t n;
  uint32_t kinds; /* of all of them: most tokens have none of what is asked for */
} Matches;

typedef struct Scan {
  Arena *arena;
  const Know *know;
  const KnowInput *in;
  const Text *text;
  Matches *at; /* [ntokens]: what begins there */
} Scan;

/* False on a failed arena. */
bool scan_init(Scan *scan, Arena *arena, const Know *know, const KnowInput *in);

PhraseValues scan_values(const Scan *scan, const Match *match);

/* The row of a word of one of the kinds that begins at `token`: the longest. *match may be
 * NULL. With `clitics`, words with و ب ل before them count too. */
const WordRow *scan_word(const Scan *scan, uint32_t token, uint32_t kinds, bool clitics, Match *match);
#define KIND_BIT(kind) (1u << (kind))

/* The bytes from a token's letter `cut` to the end of token `last` - 1. */
Span scan_span(const Scan *scan, uint32_t first, uint32_t cut, uint32_t last);

/* Are the clitics that a match cut off clitics to the analyser too? «لبنان» is not for بنان. */
bool scan_cut_fits(const Scan *scan, const Match *match);

/* The best reading of a token: a zero one where there are no words. */
const Reading *scan_reading(const Scan *scan, uint32_t token);
bool scan_reads_verb(const Scan *scan, uint32_t token);
/* Is it a preposition with nothing joined behind it: «في», and not «فيه»? */
bool scan_is_preposition(const Scan *scan, uint32_t token);
/* … and «في» itself? */
bool scan_is_in(const Scan *scan, uint32_t token);
/* Has it a reading of that part of speech? */
bool scan_may_read(const Scan *scan, uint32_t token, WordPos pos);
/* … and with one of these clitics before it? */
bool scan_may_read_joined(const Scan *scan, uint32_t token, WordPos pos, uint32_t clitics);
/* Is some reading of the token more than a guess? */
bool scan_known(const Scan *scan, uint32_t token);
/* Is one of its readings a proper noun, or is it unknown? */
bool scan_reads_proper(const Scan *scan, uint32_t token);
ClassSet scan_classes(const Scan *scan, uint32_t token);
/* Of all its readings as a common noun. */
ClassSet scan_noun_classes(const Scan *scan, uint32_t token);

/* Does the token go on with the line of the one before it? */
static inline bool scan_same_line(const Scan *s, uint32_t i) {
  return i < s->text->ntokens && !(s->text->tokens[i].flags & TOKEN_LINE);
}

/* Is the token a word, and no number, Latin or sign? */
static inline bool scan_is_word(const Scan *s, uint32_t i) {
  return i < s->text->ntokens && s->text->tokens[i].kind == TOKEN_WORD;
}
static inline bool scan_is_quote(const Scan *s, uint32_t i) {
  uint8_t sign = i < s->text->ntokens ? token_sign(s->text, i) : 0;
  return sign == '"' || sign == '\'';
}
/* The next token that is no quote. */
static inline uint32_t scan_past_quote(const Scan *s, uint32_t i) { return i + scan_is_quote(s, i); }

#endif
