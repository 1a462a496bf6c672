/* What the files that compile data/grammar share; for them alone. */
#ifndef CODE_COMPILE_H
#define CODE_COMPILE_H

#include "code/grammar/grammar_image.h"
#include "code/grammar/reader.h"

typedef struct Compiler {
  Arena *arena;
  const FrameTexts *texts;
  StringsBuilder classes; /* the names of data/lexicon/classes.tsv */
  StringsBuilder strings, preps;
  PhrasesBuilder phrases;
  VEC(FrameRow) frames;
  VEC(TriggerRow) triggers;
  VEC(ConditionRow) conditions;
  VEC(SourceRow) sources;
  VEC(TypeImage) types;
  VEC(MappingImage) mapping;
  VEC(MemberRow) members;
  VEC(SetLemmaRow) lemmas;
} Compiler;

/* The number of a string of the image. */
uint32_t compiler_keep(Compiler *c, Str s);

typedef struct Named {
  const char *name;
  uint32_t value;
} Named;

/* Finds what a name stands for; false where the list has no such name. */
bool named_find(const Named *list, size_t n, Str name, uint32_t *value);

#define NAMED(list, name, value) named_find(list, sizeof(list) / sizeof *(list), name, value)

/* compile_types.c: grammar/types.tsv of every folder, and grammar/mapping.tsv, once the types are known. */
MUST_USE ErrorCode compile_types(Compiler *c, const Source *source, ErrorInfo *info);
MUST_USE ErrorCode compile_mapping(Compiler *c, const Source *source, ErrorInfo *info);

/* Is it a type of types.tsv, by the number of its string? */
bool compiler_knows_type(const Compiler *c, uint32_t type);

#endif
