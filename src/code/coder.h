/* The coder: analysed text → records, run by the grammar.
 *
 * clauses (code/clause/clause.h) puts a sentence's words into phrases and clauses; the frames of
 * data/grammar (code/grammar/grammar.h) match on those and fill roles; what follows binds outcomes,
 * times, places and speakers, and merges the tellings of one happening. */
#ifndef CODE_CODER_H
#define CODE_CODER_H

#include "code/clause/input.h"

typedef struct Records {
  const Record *at; /* in the order of their triggers */
  uint32_t n;
} Records;

/* `trace` may be NULL. Everything in the result lives in the arena, the text, or the engine. */
Records coder_run(Arena *arena, const Grammar *grammar, const Lexicon *lexicon, const CoderInput *input, Trace *trace);

#endif
