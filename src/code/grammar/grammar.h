/* The grammar: frames over analysed clauses, read from data/grammar (docs/grammar.md). */
#ifndef CODE_GRAMMAR_H
#define CODE_GRAMMAR_H

#include "lang/lexicon.h"

typedef struct Grammar Grammar;

/* Compiles the .frames files and types.tsv of data/grammar; errors name file and line. */
MUST_USE ErrorCode grammar_compile(const Source *source, ImageBuilder *image, ErrorInfo *info);
MUST_USE ErrorCode grammar_open(Arena *arena, const Image *image, const Lexicon *lexicon, Grammar **grammar,
                                ErrorInfo *info);

/* One example or near-miss of a frame, for lint. */
typedef struct GrammarExample {
  const SourceFile *file;
  uint32_t line;
  Str rule;
  Str text;  /* the sentence */
  Str gives; /* the expectation; empty for a near-miss, which must give nothing */
  bool near_miss;
} GrammarExample;

typedef struct GrammarExamples {
  VEC(GrammarExample) list;
} GrammarExamples;

/* All examples; an ERROR_DATA with file and line for a frame that lacks an example or a
 * near-miss. */
MUST_USE ErrorCode grammar_examples(Arena *arena, const Source *source, GrammarExamples *out, ErrorInfo *info);

#endif
