/* Words: what each token of a text can be.
 *
 * A written Arabic word is proclitics + stem + inflection + enclitic: «وسيقتلونهم» is و + س
 * + يقتلون + هم, "and they will kill them". Vowels are not written, so most words have
 * several readings; words_of gives all that the lexicon knows, or a guess by shape, and
 * ranks them by the words beside. readings[0] is the one to trust. */
#ifndef LANG_WORD_H
#define LANG_WORD_H

#include "lang/lexicon.h"
#include "text/text.h"

/* Proclitics, as they are written before the stem. */
enum {
  CLITIC_WA = 1,     /* و and */
  CLITIC_FA = 2,     /* ف so */
  CLITIC_BI = 4,     /* ب in, by, with */
  CLITIC_KA = 8,     /* ك like */
  CLITIC_LI = 16,    /* ل for, to */
  CLITIC_AL = 32,    /* ال the */
  CLITIC_SA = 64,    /* س will */
  CLITIC_LA = 128,   /* emphatic ل before a verb */
  CLITIC_HAMZA = 256 /* أ the question */
};
#define CLITIC_CONJ (CLITIC_WA | CLITIC_FA)
#define CLITIC_PREP (CLITIC_BI | CLITIC_KA | CLITIC_LI)

typedef enum WordNumber { NUMBER_NONE, NUMBER_SINGULAR, NUMBER_DUAL, NUMBER_PLURAL } WordNumber;
typedef enum WordGender { GENDER_NONE, GENDER_MASCULINE, GENDER_FEMININE } WordGender;
typedef enum WordVoice { VOICE_NONE, VOICE_ACTIVE, VOICE_PASSIVE, VOICE_EITHER } WordVoice;

typedef struct Reading {
  uint32_t lemma;     /* in the lexicon; LEMMA_NONE for a guess */
  uint16_t clitics;   /* CLITIC_… */
  uint8_t pos, form;  /* WordPos, WordForm (lang/lexicon.h) */
  uint8_t person : 2; /* 1, 2, 3 of a verb; 0 else */
  uint8_t number : 2, gender : 2, voice : 2;
  uint8_t enclitic;        /* 0, or the pronoun's person | number << 2 | gender << 4 */
  uint8_t stem, stem_n;    /* letters of the token that are neither proclitic nor enclitic: [stem, stem + stem_n) */
  bool dual_or_plural : 1; /* «مدنيين»: unvocalised, its shape does not tell */
  bool construct : 1;      /* lost its nun: «مسلحي», «عنصرا» of an iḍāfa */
  bool accusative : 1;     /* «هجوما»: its alef is the tanwin's, not its own as in «رضا», «سوريا» */
  bool guessed : 1;
  /* the analyser's own (lang/word_analyse.h) */
  uint8_t flags;
  uint16_t traits, bearing;
  int16_t cost; /* out of context; the lower the better */
} Reading;

/* Of the pronoun on it; 0: none. */
static inline uint8_t enclitic_person(const Reading *r) { return r->enclitic & 3u; }
static inline uint8_t enclitic_number(const Reading *r) { return r->enclitic >> 2 & 3u; }
static inline uint8_t enclitic_gender(const Reading *r) { return r->enclitic >> 4 & 3u; }

/* «هو», «هما», «هم»: a word of its own that stands for others. */
static inline bool pronoun_of_third(const Reading *r) {
  return r->pos == POS_PRONOUN && r->person != 1 && r->person != 2;
}

struct Spelling;

typedef struct Word {
  const Reading *readings; /* [n], best first; none for punctuation, digits, Latin */
  uint8_t n;
  bool joins;                /* some reading begins with a conjunction */
  bool dual;                 /* the best reading is a dual, or may be one */
  bool no_cue;               /* its spelling is known to be none of the cues of numbers and dates */
  struct Spelling *spelling; /* as it is remembered (lang/word_memo.h), or NULL */
} Word;

struct Spellings;

typedef struct Words {
  const Word *at;              /* [text->ntokens], by token */
  struct Spellings *spellings; /* those of Word.spelling (lang/word_memo.h) */
  const Lexicon *lexicon;      /* that the readings' lemmas are of */
} Words;

/* Analyses all tokens. Empty words on a failed arena. */
Words words_of(Arena *arena, const Lexicon *lexicon, const Text *text);

/* What a session remembers of the words it has read, so that it analyses a frequent one
 * once. It saves time and changes nothing that comes out, whatever came before; its memory
 * is bounded. One thread's; the lexicon must outlive it. */
typedef struct WordMemo WordMemo;
/* The caller's, to be given to word_memo_free; NULL where there is no memory. */
WordMemo *word_memo_new(const Lexicon *lexicon);
void word_memo_free(WordMemo *memo);
/* words_of, remembering (memo NULL: words_of itself). The words are valid until the next call
 * with the same memo. */
Words words_remembered(Arena *arena, const Lexicon *lexicon, WordMemo *memo, const Text *text);

/* The text with its broken words whole, «القيا.دي» as «القيادي»; the text itself where there are
 * none. */
Text text_with_broken_words(Arena *arena, const Lexicon *lexicon, Text text);

/* The best reading, or one that is all zero with LEMMA_NONE. */
const Reading *word_best(const Words *words, uint32_t token);

typedef enum CueNote { CUE_NOTE_UNKNOWN, CUE_NOTE_NONE, CUE_NOTE_ALONE, CUE_NOTE_OPEN, CUE_NOTE_OPEN_TWICE } CueNote;

/* What later stages found of a spelling by its letters alone, for as long as it is remembered;
 * zero at first. */
typedef struct WordNotes {     /* of lang/number_cue.c */
  uint16_t cue_node, cue_open; /* the phrase that the word is alone; what longer phrases go on from */
  uint8_t cue;                 /* CueNote */
  uint8_t cue_clitics, cue_open_clitics;
  bool cue_spelled;
} WordNotes;

/* A token's, to read and to write; NULL where its spelling is not remembered. */
WordNotes *word_notes(const Words *words, uint32_t token);
/* The same for know/scan.c, which keeps what it points to in word_notes_room. */
const void **word_names(const Words *words, uint32_t token);
/* Memory that lasts as long as the notes; NULL where there is none, which only means slower. */
void *word_notes_room(const Words *words, size_t size);

/* Every reading of one word out of context, as the compiler of other tables needs it; the
 * word is UTF-8. */
Word word_alone(Arena *arena, const Lexicon *lexicon, Str utf8);

/* The token's folded letters without its proclitics up to `clitics` and without ال: the key
 * under which tables of names keep it. */
Str word_key(const Text *text, uint32_t token, const Reading *reading);

#endif
