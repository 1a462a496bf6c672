/* What the stages saw in a document, as plain values for `daftar explain` and `check`. */
#ifndef ENGINE_EXPLAIN_H
#define ENGINE_EXPLAIN_H

#include "engine/engine.h"

#define EXPLAIN_LIST(X)         \
  X(EXPLAIN_NUMBER, "number")   \
  X(EXPLAIN_ORDINAL, "ordinal") \
  X(EXPLAIN_DATE, "date")       \
  X(EXPLAIN_PLACE, "place")     \
  X(EXPLAIN_ACTOR, "actor")     \
  X(EXPLAIN_PERSON, "person")

#define X(name, word) name,
typedef enum ExplainKind { EXPLAIN_LIST(X) EXPLAIN_COUNT } ExplainKind;
#undef X

const char *explain_kind_name(ExplainKind kind);

typedef struct ExplainMention {
  ExplainKind kind;
  Quote quote;
  Count count; /* numbers and ordinals */
  Str edtf;    /* dates */
  Str id;      /* places and actors that are known */
  Str note;    /* in English: name, level, why it may not be an event's place */
} ExplainMention;

typedef struct ExplainMentions {
  const ExplainMention *at; /* in text order; the longer first where two begin together */
  uint32_t n;
} ExplainMentions;

/* Numbers that are part of a date, or count nothing (years, «القرار 2254», resolution 2254),
 * are left out. */
ExplainMentions explain_mentions(Arena *arena, const Analysis *analysis);

typedef struct ExplainToken {
  Str text; /* as it stands in the document */
  Span span;
  uint32_t sentence;
  Str lemma;   /* empty for a guess, and for what is no word */
  Str clitics; /* "wa+al" */
  Str what;    /* "verb perfect 3 singular masculine active" */
  uint32_t readings;
} ExplainToken;

/* The token's best reading; i < analysis_text()->ntokens. Strings in the arena. */
ExplainToken explain_token(Arena *arena, const Engine *engine, const Analysis *analysis, uint32_t i);

typedef struct ExplainStep {
  Str rule;
  Quote trigger;
  bool fired;
  Str why;
} ExplainStep;

/* Frames that fired or nearly did; none where the analysis ran without a trace. */
uint32_t explain_steps(const Analysis *analysis);
ExplainStep explain_step(const Analysis *analysis, uint32_t i);

typedef struct ExplainAct {
  Str type;
  Quote trigger;
  bool record; /* one of its own */
  Str why;     /* the signs weighed, with their weights; what it is told again in; what it is left out for */
  Span again;  /* the trigger that it is told again in; empty where it is not */
} ExplainAct;

/* What became of each act and figure that a frame found, in the order of the text; none where the analysis ran
 * without a trace. i < explain_acts(). Strings live as long as the analysis. */
uint32_t explain_acts(const Analysis *analysis);
ExplainAct explain_act(const Analysis *analysis, uint32_t i);

typedef struct ExplainSite {
  Span act;    /* the trigger */
  Quote place; /* empty: that no place of the sentence is the act's */
  int weight;
  Str kind; /* of act: "violent", "talk" */
  Str why;  /* the signs, with what each weighs */
} ExplainSite;

/* How the places of an act's sentence were weighed, act by act; the heaviest is the act's, or none where that weighs
 * more. None where the analysis ran without a trace. i < explain_sites(). Strings live as long as the analysis. */
uint32_t explain_sites(const Analysis *analysis);
ExplainSite explain_site(const Analysis *analysis, uint32_t i);

/* The date that relative dates were counted from: as told, or as the text proves;
 * YYYY, YYYY-MM or YYYY-MM-DD, empty where unknown. */
Str explain_published(Arena *arena, const Analysis *analysis);

typedef struct ExplainClash {
  Quote quote;
  Str edtf;
  bool hijri;
} ExplainClash;

/* Dates whose weekday and day disagree. */
const ExplainClash *explain_clashes(Arena *arena, const Analysis *analysis, uint32_t *n);

#endif
