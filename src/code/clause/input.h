/* What the coder reads: a document with all that the floors below found in it; and the trace it keeps for who asks why.
 */
#ifndef CODE_INPUT_H
#define CODE_INPUT_H

#include "code/grammar/grammar.h"
#include "know/know.h"
#include "record/record.h"

/* Why a frame fired or nearly did, for `daftar explain`. */
typedef struct TraceStep {
  Str rule;
  Span trigger;
  bool fired;
  Str why; /* what was missing, or what was filled */
} TraceStep;

/* What became of the act or figure that a frame found. */
typedef struct TraceAct {
  Str type;
  Span trigger;
  bool record; /* one of its own */
  Str why;     /* what was weighed, what it is told again in, or what it is left out for */
  Span again;  /* the trigger that it is told again in; empty where it is not */
} TraceAct;

/* A place that an act may have been at, as it was weighed. */
typedef struct TraceSite {
  Span act, place; /* no place: what it weighs that none is its own */
  int weight;
  Str kind; /* of act, as site_weights.h has them */
  Str why;  /* the signs with what each weighs */
} TraceSite;

typedef struct Trace {
  VEC(TraceStep) steps;
  VEC(TraceAct) acts;
  VEC(TraceSite) sites;
} Trace;

typedef struct CoderInput {
  Str doc;                  /* the document's id */
  const uint8_t *text_hash; /* SHA-256 of the text */
  const Text *text;
  const Words *words;
  const Numbers *numbers;
  const Dates *dates;
  const Mentions *mentions;
  const Know *know;
  Day published; /* zero where unknown */
  Str outlet;
} CoderInput;

#endif
