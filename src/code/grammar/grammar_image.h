/* The grammar in the image: words are numbers of the grammar's own string table, resolved to
 * the lexicon on open. For the compiler and the opener alone. */
#ifndef CODE_GRAMMAR_IMAGE_H
#define CODE_GRAMMAR_IMAGE_H

#include "code/grammar/frame.h"

#define GRAMMAR_STRINGS STRINGS_TAGS('g', 's')
#define GRAMMAR_PREPS STRINGS_TAGS('g', 'p')
#define GRAMMAR_PHRASES PHRASES_TAGS('g', 'm')
#define GRAMMAR_FRAMES IMAGE_TAG('g', 'r', 'f', 'r')
#define GRAMMAR_TRIGGERS IMAGE_TAG('g', 'r', 't', 'r')
#define GRAMMAR_CONDITIONS IMAGE_TAG('g', 'r', 'c', 'o')
#define GRAMMAR_SOURCES IMAGE_TAG('g', 'r', 's', 'o')
#define GRAMMAR_TYPES IMAGE_TAG('g', 'r', 't', 'y')
#define GRAMMAR_MAPPING IMAGE_TAG('g', 'r', 'm', 'p')
#define GRAMMAR_MEMBERS IMAGE_TAG('g', 'r', 'm', 'e')
#define GRAMMAR_LEMMAS IMAGE_TAG('g', 'r', 'l', 'e')

typedef struct FrameRow {
  uint32_t id, file, type, what, alone, stance, direction, kind, weak, vague, nowhere, outranks;
  uint32_t first[ROLE_COUNT], n[ROLE_COUNT];
} FrameRow;

typedef struct TriggerRow {
  uint32_t frame, lemma, line, form, first, n;
} TriggerRow;

typedef struct ConditionRow {
  uint32_t on, negated, lemma, classes, prep; /* classes: "a b c"; the empty string: none */
} ConditionRow;

typedef struct SourceRow {
  uint32_t from, only, without, prep;
} SourceRow;

typedef struct TypeImage {
  uint64_t traits;
  uint32_t type, class, specific, custody;
  int32_t told;
  uint32_t zero;
} TypeImage;

enum { MAPPING_WORDS = 10 }; /* type, stance, outcome, status, doer, rule, plover, mode, acled, cameo */

typedef struct MappingImage {
  uint32_t word[MAPPING_WORDS];
  uint32_t ged;
} MappingImage;

/* A set's entry: SetMember, its classes as words. */
typedef struct MemberRow {
  uint32_t set, prep, clitic, pronoun, classes;
} MemberRow;

/* A set's entry of one word, for its lemma. */
typedef struct SetLemmaRow {
  uint32_t set, lemma;
} SetLemmaRow;

#endif
