/* Inside the lexicon's compiler: what is gathered from the tables before it is laid out. */
#ifndef LANG_LEXICON_BUILD_H
#define LANG_LEXICON_BUILD_H

#include "lang/lexicon_layout.h"

typedef struct KeyedStem {
  uint32_t key; /* in `stems` */
  Stem stem;
} KeyedStem;

typedef struct KeyedEnding {
  uint32_t key; /* in `endings`, times KIND_COUNT, plus the kind */
  Ending ending;
} KeyedEnding;

typedef struct KeyedProclitic {
  uint32_t key;
  Proclitic proclitic;
} KeyedProclitic;

/* One row "suffix" or "enclitic" of affixes.tsv, until they are joined. */
typedef struct SuffixRow {
  Ending ending;
  Str letters; /* light */
  bool is_enclitic, wants_enclitic, final, for_verbs, for_nouns;
} SuffixRow;

typedef struct PrefixRow {
  uint8_t kind, letter; /* light */
} PrefixRow;

typedef struct LexiconBuilder {
  Arena *arena;
  StringsBuilder texts, classes, stems, endings, proclitics;
  StringsBuilder lemma_keys; /* text + part of speech → lemma number */
  VEC(Lemma) lemmas;
  VEC(bool) has_stems; /* by lemma */
  VEC(KeyedStem) entries;
  VEC(KeyedEnding) ending_list;
  VEC(KeyedProclitic) proclitic_list;
  VEC(SuffixRow) suffixes;
  VEC(PrefixRow) prefixes;
  ErrorInfo *info;
} LexiconBuilder;

/* The lemma of that text and part of speech, made at first sight. A verb, noun or name of
 * one text is one lemma, whatever its vowels: unwritten, they tell nothing apart. */
uint32_t builder_lemma(LexiconBuilder *b, Str text, WordPos pos);
/* The same, or LEMMA_NONE where there is none yet. */
uint32_t builder_lemma_known(LexiconBuilder *b, Str text, WordPos pos);
/* Adds a stem by its light letters. */
void builder_stem(LexiconBuilder *b, Str light, Stem stem);
/* The classes named in a field, parted by ',' ; an error names the unknown one. */
MUST_USE ErrorCode builder_classes(LexiconBuilder *b, const TableLine *line, Str field, ClassSet *out);
/* "zefa" → bits; false on anything but a-z. */
bool builder_slots(Str letters, uint32_t *out);
bool builder_kind(Str name, StemKind *kind);

/* The tables' rows. */
MUST_USE ErrorCode builder_class_row(LexiconBuilder *b, const TableLine *line);
MUST_USE ErrorCode builder_affix_row(LexiconBuilder *b, const TableLine *line);
MUST_USE ErrorCode builder_word_row(LexiconBuilder *b, const TableLine *line);
MUST_USE ErrorCode builder_verb_row(LexiconBuilder *b, const TableLine *line);
MUST_USE ErrorCode builder_verb_class_row(LexiconBuilder *b, const TableLine *line);
MUST_USE ErrorCode builder_noun_row(LexiconBuilder *b, const TableLine *line);

/* Joins suffixes and enclitics into endings, once all rows are read. */
void builder_join_endings(LexiconBuilder *b);

#endif
