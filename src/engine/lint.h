/* Runs the grammar's own examples and near-misses, and finds words it uses that the lexicon
 * lacks: what `daftar lint DIR` prints. */
#ifndef ENGINE_LINT_H
#define ENGINE_LINT_H

#include "engine/engine.h"

typedef struct LintFault {
  Str file; /* or "" where a word is used in several places */
  uint32_t line;
  Str text;
} LintFault;

typedef struct LintReport {
  VEC(LintFault) faults; /* in the order of the files */
  uint32_t frames, examples, near_misses;
} LintReport;

/* Lints the grammar of `source` (read by the caller) with an engine that was opened on the
 * same data. Everything in the report lives in `arena`. An error is only what keeps it from
 * running at all; what is wrong with the grammar is a fault. */
MUST_USE ErrorCode engine_lint(const Engine *engine, Arena *arena, const Source *source, LintReport *report,
                               ErrorInfo *info);

/* Does some record of the text hold what `gives` says ("airstrike count=2 agents=words …",
 * docs/grammar.md; "nothing": there is none)? `missed` names the first thing that does not. */
MUST_USE ErrorCode engine_gives(const Engine *engine, Arena *arena, const EngineDocument *document, Str gives,
                                bool *holds, Str *missed, ErrorInfo *info);

#endif
