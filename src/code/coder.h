/* The coder: analysed text → records, run by the grammar.
 *
 * clauses (code/clause.h) puts a sentence's words into phrases and clauses; the frames of
 * data/grammar (code/grammar.h) match on those and fill roles; what follows binds outcomes,
 * times, places and speakers, and merges the tellings of one happening. */
#ifndef CODE_CODER_H
#define CODE_CODER_H

#include "code/grammar.h"
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
} TraceAct;

typedef struct Trace {
  VEC(TraceStep) steps;
  VEC(TraceAct) acts;
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

typedef struct Records {
  const Record *at; /* in the order of their triggers */
  uint32_t n;
} Records;

/* `trace` may be NULL. Everything in the result lives in the arena, the text, or the engine. */
Records coder_run(Arena *arena, const Grammar *grammar, const Lexicon *lexicon, const CoderInput *input, Trace *trace);

#endif
