/* Frames on clauses: which words are triggers, and what fills their roles. */
#ifndef CODE_MATCH_H
#define CODE_MATCH_H

#include "code/clause/clause.h"

enum { FILLERS_MAX = 8 };

typedef struct Fillers {
  uint32_t at[FILLERS_MAX];   /* phrases */
  uint32_t only[FILLERS_MAX]; /* the one token of it that is meant (an adjective), or NONE */
  uint32_t n;
  bool rigged; /* a rigged car may be one of them */
} Fillers;

typedef struct Match {
  uint32_t frame;
  uint32_t token;       /* the trigger word */
  uint32_t first, last; /* tokens of the trigger as quoted */
  uint32_t phrase;      /* of a trigger noun; NONE for a verb */
  uint32_t clause;      /* it stands in */
  uint32_t carrier;     /* the clause whose verb has a trigger noun for argument, or NONE */
  uint32_t relative;    /* the relative clause that hangs on a trigger noun, or NONE */
  bool compound; /* the trigger is a noun with its complement: «إطلاق سراح», «إعادة تأهيل» */
  bool of_place; /* its complement is the place that it befell: «تحرير العاصمة» */
  Fillers roles[ROLE_COUNT];
} Match;

typedef struct Matches {
  const Match *at; /* by trigger token */
  uint32_t n;
} Matches;

typedef struct MatchInput {
  const Grammar *g;
  const CoderInput *in;
  const Clauses *c;
  const EngineClasses *k;
} MatchInput;

/* A word of the grammar means every lemma that is spelt so. */
static inline bool match_same_word(const MatchInput *m, uint32_t a, uint32_t b) {
  const Lexicon *l = m->g->lexicon;
  return a < l->n && b < l->n && l->lemmas[a].text == l->lemmas[b].text;
}

/* «مدنيين», «آخرين»: two or more, by nothing but a form that the dual and the plural share? */
bool match_counted_by_form(const MatchInput *m, uint32_t phrase);

/* The triggers that a frame fired on, by token, with their roles filled; what fired and what nearly did goes to the
 * trace, if there is one. */
Matches matches_of(Arena *arena, const MatchInput *m, Trace *trace);

#endif
