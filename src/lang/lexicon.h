/* The lexicon: lemmas with part of speech, semantic classes, and the verb they come from.
 *
 * Compiled from data/lexicon: see its README for the files. In the image it is a table of
 * lemmas, a table of stems (folded letters → what they can be), and the affixes with what
 * each goes with. */
#ifndef LANG_LEXICON_H
#define LANG_LEXICON_H

#include "image/source.h"
#include "image/strings.h"
#include "lang/rule_costs.h"

enum { LEMMA_NONE = UINT32_MAX };

/*        name            word in the data files */
#define WORD_POS_LIST(X)                                                                   \
  X(POS_NONE, "none")                                                                      \
  X(POS_NOUN, "noun")                                                                      \
  X(POS_PROPER, "proper")                                                                  \
  X(POS_ADJ, "adj")                                                                        \
  X(POS_VERB, "verb")                                                                      \
  X(POS_PREP, "prep")                                                                      \
  X(POS_CONJ, "conj")         /* و أو ثم بل: joins equals */                        \
  X(POS_SUBORD, "subord")     /* أن إن حيث عندما بعدما: opens a clause */ \
  X(POS_RELATIVE, "relative") /* الذي التي من ما */                            \
  X(POS_PRONOUN, "pronoun")                                                                \
  X(POS_DEMONSTRATIVE, "demonstrative")                                                    \
  X(POS_NEGATION, "negation") /* لم لن لا ليس غير */                           \
  X(POS_PARTICLE, "particle") /* قد سوف إلا فقط */                              \
  X(POS_ADVERB, "adverb")                                                                  \
  X(POS_NUMERAL, "numeral")                                                                \
  X(POS_ABBREV, "abbrev")

#define WORD_FORM_LIST(X)                        \
  X(FORM_PLAIN, "plain")                         \
  X(FORM_PERFECT, "perfect")                     \
  X(FORM_IMPERFECT, "imperfect")                 \
  X(FORM_IMPERATIVE, "imperative")               \
  X(FORM_MASDAR, "masdar")                       \
  X(FORM_ACTIVE_PARTICIPLE, "active-participle") \
  X(FORM_PASSIVE_PARTICIPLE, "passive-participle")

#define X(name, word) name,
typedef enum WordPos { WORD_POS_LIST(X) POS_COUNT } WordPos;
typedef enum WordForm { WORD_FORM_LIST(X) FORM_COUNT } WordForm;
#undef X

Str word_pos_name(WordPos pos);
bool word_pos_of(Str name, WordPos *pos);
Str word_form_name(WordForm form);

/* A set of semantic classes (person, force, weapon, …); the names stand in
 * data/lexicon/classes.tsv, one bit each in that order. */
typedef uint64_t ClassSet;
enum { CLASS_MAX = 64 };

/* What a function word wants behind it: «لم» a verb, «في» a noun. */
#define WORD_GOVERNS_LIST(X)                                              \
  X(GOVERNS_ANY, "any")                                                   \
  X(GOVERNS_NOUN, "noun")                                                 \
  X(GOVERNS_VERB, "verb")                                                 \
  X(GOVERNS_PERFECT, "perfect")                                           \
  X(GOVERNS_IMPERFECT, "imperfect")                                       \
  X(GOVERNS_SUBJUNCTIVE, "subjunctive")                                   \
  X(GOVERNS_JUSSIVE, "jussive")                                           \
  X(GOVERNS_CLAUSE, "clause")                                             \
  X(GOVERNS_THAT, "that")       /* «أن»: an imperfect, or a clause */ \
  X(GOVERNS_NEGATED, "negated") /* «لا»: an imperfect, or a noun */

#define X(name, word) name,
typedef enum WordGoverns { WORD_GOVERNS_LIST(X) GOVERNS_COUNT } WordGoverns;
#undef X

typedef struct Lemma {
  ClassSet classes;
  uint32_t text; /* in lemma_texts: UTF-8, as dictionaries write it, without vowels */
  uint32_t verb; /* the lemma of the verb it is a masdar or participle of, or LEMMA_NONE */
  uint8_t pos, form, gender, number;
  uint8_t rank;    /* how rare: 0 a function word, 4 everyday, 12 or more a dictionary's */
  uint8_t governs; /* WordGoverns */
  uint16_t zero;
} Lemma;

/* The short strings of letters before or behind a stem, by their letters as one number, and all that
 * such a string begins with (lang/lexicon_layout.h). */
enum { AFFIX_SLOTS = 1024 };
typedef struct Affixes {
  uint64_t key[AFFIX_SLOTS]; /* 0 an empty slot */
  uint32_t number[AFFIX_SLOTS];
  uint32_t empty; /* the number of the empty string */
} Affixes;

typedef struct Lexicon {
  const Lemma *lemmas; /* [n], sorted by text */
  uint32_t n;
  Strings lemma_texts;
  const uint32_t *text_lemmas; /* [lemma_texts.n + 1]: the first lemma of each text */
  Strings class_names;
  Strings stems;                     /* folded letters of stems, imperfects with their prefix */
  const struct StemSlot *stem_slots; /* [stem_mask + 1] */
  uint32_t stem_mask;
  const struct StemRange *ranges;        /* [stems.n] */
  const struct Stem *entries;            /* [nentries] */
  Strings endings;                       /* folded letters of suffix + enclitic */
  const struct StemRange *ending_ranges; /* [endings.n * KIND_COUNT] */
  const struct Ending *ending_list;      /* [nendings] */
  Strings proclitics;
  const struct Proclitic *proclitic_list; /* [nproclitics], by proclitic_ranges */
  const struct StemRange *proclitic_ranges;
  uint32_t nentries, nendings, nproclitics;
  Affixes ending_affixes, proclitic_affixes; /* numbers of endings and proclitics */
  RuleCosts rule_costs;                      /* of no word: what words cost each other */
} Lexicon;

/* Compiles data/lexicon into the image. Errors name file and line. */
MUST_USE ErrorCode lexicon_compile(const Source *source, ImageBuilder *image, ErrorInfo *info);
/* Opens it, every reference checked. */
MUST_USE ErrorCode lexicon_open(Lexicon *lexicon, const Image *image, ErrorInfo *info);

/* The lemma's text in UTF-8; empty for LEMMA_NONE. */
Str lexicon_text(const Lexicon *lexicon, uint32_t lemma);
/* The lemmas of that text and part of speech (POS_NONE: any): writes up to `room`, returns
 * how many there are. */
uint32_t lexicon_find(const Lexicon *lexicon, Str text, WordPos pos, uint32_t *out, uint32_t room);
/* The semantic classes of a lemma; none for LEMMA_NONE. */
static inline ClassSet lexicon_classes(const Lexicon *lexicon, uint32_t lemma) {
  return lemma < lexicon->n ? lexicon->lemmas[lemma].classes : 0;
}
/* The verb that a lemma is a masdar or participle of, or LEMMA_NONE. */
static inline uint32_t lexicon_verb(const Lexicon *lexicon, uint32_t lemma) {
  return lemma < lexicon->n ? lexicon->lemmas[lemma].verb : LEMMA_NONE;
}
/* The bit of a class by its name, 0 where there is none. */
ClassSet lexicon_class(const Lexicon *lexicon, Str name);

#endif
