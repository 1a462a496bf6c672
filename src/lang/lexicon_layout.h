/* The lexicon's tables in the image, between its compiler, its loader and the analyser.
 *
 * A word is cut three ways: proclitic | stem | ending. Each part is looked up by its folded
 * letters, and each leads to a list. They go together where
 *   - the proclitic is for the stem's kind («س» stands before an imperfect only),
 *   - the ending is for the kind and for one of the stem's slots: «رم» of رمى takes «ت» and
 *     «وا», «رمي» takes «نا»; a slot is a letter a-z in the data files, a bit here.
 * An ending is a suffix and an enclitic pronoun already joined, so that a word costs one look
 * for each of its few possible cuts. */
#ifndef LANG_LEXICON_LAYOUT_H
#define LANG_LEXICON_LAYOUT_H

#include "lang/lexicon.h"
#include "text/letter.h"

/*        kind                 word in affixes.tsv */
#define STEM_KIND_LIST(X)                  \
  X(KIND_WORD, "word")                     \
  X(KIND_NOMINAL, "nominal")               \
  X(KIND_PERFECT, "perfect")               \
  X(KIND_IMPERFECT_YA, "imperfect-ya")     \
  X(KIND_IMPERFECT_TA, "imperfect-ta")     \
  X(KIND_IMPERFECT_NUN, "imperfect-nun")   \
  X(KIND_IMPERFECT_ALEF, "imperfect-alef") \
  X(KIND_IMPERATIVE, "imperative")

#define X(name, word) name,
typedef enum StemKind { STEM_KIND_LIST(X) KIND_COUNT } StemKind;
#undef X

#define SLOT(letter) (1u << ((letter) - 'a'))

enum {                    /* Stem.flags */
       STEM_PREP = 1,     /* a function word that takes ب ل ك: «بعد», «بأن» */
       STEM_AL = 2,       /* takes ال */
       STEM_BARE = 4,     /* takes no proclitic but و and ف */
       STEM_FEMININE = 8, /* its singular is feminine whatever the lemma is: «كبرى» */
       STEM_PLURAL = 16,  /* is plural as it stands, as a function word: «الذين» */
       STEM_DUAL = 32,
       STEM_ALONE = 64,   /* not even و */
       STEM_ELATIVE = 128 /* «أكبر»: an adjective with the article, a noun without */
};

typedef struct Stem {
  uint32_t lemma;
  uint32_t slots;                  /* SLOT bits */
  uint16_t light;                  /* letter_signature of the stem as dictionaries write it */
  uint8_t kind;                    /* StemKind */
  uint8_t voice;                   /* WordVoice of a verb */
  uint16_t clitics;                /* inside the stem, of a function word: «بما» is ب + ما */
  uint8_t flags, cost;             /* on top of its lemma's rank */
  uint8_t rank, pos, form, gender; /* its lemma's, so that reading a word need not fetch it */
} Stem;

/* The stems' own hash table: a stem's letters and where its entries stand in one slot, so that most of
 * what is asked for, and is no stem, costs one line of memory, and a stem no other but its entries'. */
typedef struct StemSlot {
  uint64_t letters; /* stem_letters */
  uint32_t number;  /* + 1 among the Strings, 0 an empty slot */
  uint32_t entries; /* SLOT_ENTRIES: the first, and how many; SLOT_FAR: the stem's range tells */
} StemSlot;

enum { SLOT_COUNT_BITS = 8, SLOT_FAR = (1 << SLOT_COUNT_BITS) - 1 };
#define SLOT_ENTRIES(first, n) ((uint32_t)(first) << SLOT_COUNT_BITS | (uint32_t)(n))

typedef struct StemRange {
  uint32_t first, n;
} StemRange;

enum { /* Ending.flags */
       ENDING_CONSTRUCT = 1,
       ENDING_EITHER = 2, /* ين, ي: dual and plural look alike */
       ENDING_JUSSIVE = 4,
       ENDING_TANWIN = 8,
       ENDING_INDEFINITE = 16,  /* cannot stand with ال */
       ENDING_SUBJUNCTIVE = 32, /* without the nun of the indicative: «يقتلوا» */
       ENDING_NOMINATIVE = 64   /* a subject, by its shape: «المتظاهرون», «جنديان» */
};

typedef struct Ending {
  uint32_t slot;  /* one SLOT bit */
  uint16_t light; /* signature of suffix + enclitic */
  uint8_t kind, person, number, gender;
  uint8_t flags, cost;
  uint8_t enclitic;   /* Reading.enclitic */
  uint8_t enclitic_n; /* its letters */
  uint16_t zero;
} Ending;

enum { PROCLITIC_LAM = 1 /* hides ال before a stem in lam: «لليل» */ };

typedef struct Proclitic {
  uint16_t clitics;
  uint16_t kinds; /* 1 << StemKind */
  uint8_t cost, flags;
  uint16_t zero;
} Proclitic;

_Static_assert(sizeof(Stem) == 20 && sizeof(Ending) == 16 && sizeof(Proclitic) == 8 && sizeof(Lemma) == 24,
               "no padding");

enum { SIGNATURE_LETTERS = 8, SIGNED_LETTERS = 40 };

/* The letters that folding makes alike, two bits each, the first eight of a string: what is
 * needed to prefer the reading that is spelled as written. */
uint16_t letter_signature(const uint8_t *light, uint32_t n);
/* How far what is written is from what the dictionary has, letters alike in `fold`: 0 the
 * same, 1–3 the everyday negligence («ا» for «أ», «ه» for «ة»), more for other things. */
uint32_t letter_distance(const uint8_t *written_light, const uint8_t *fold, uint32_t n, uint16_t signature);

/* The same letters of a whole word, so that the signature of any part of it can be had. */
typedef struct Signatures {
  uint64_t bits;                      /* two a letter, of the first 32 */
  uint8_t before[SIGNED_LETTERS + 1]; /* how many of them stand before a letter */
} Signatures;
void letter_signatures(const uint8_t *light, uint32_t n, Signatures *out); /* n at most SIGNED_LETTERS */
static inline uint16_t letter_signature_of(const Signatures *s, uint32_t from, uint32_t to) {
  uint32_t first = s->before[from], letters = s->before[to] - first;
  uint64_t bits = first < 32 ? s->bits >> 2 * first : 0;
  return (uint16_t)(letters < SIGNATURE_LETTERS ? bits & ((1u << 2 * letters) - 1) : bits);
}

/* An affix is looked for letter by letter, an ending from its last letter on. Its letters so far are one
 * number; at most so many. */
enum { AFFIX_LETTERS = 7 };
static inline uint64_t affix_step(uint64_t key, uint8_t letter) { return key << 8 | letter; }
static inline uint32_t affix_slot(uint64_t key) { return (uint32_t)(key * 0x9E3779B97F4A7C15u >> 54); }
/* Whether an affix begins so; *number is its own, or STRINGS_NONE where it is only the beginning of others. */
static inline bool affix_find(const Affixes *affixes, uint64_t key, uint32_t *number) {
  uint32_t i = affix_slot(key);
  while (affixes->key[i] && affixes->key[i] != key) i = (i + 1) % AFFIX_SLOTS;
  *number = affixes->number[i];
  return affixes->key[i];
}

/* A stem's first eight letters as one number, zero behind its last. Nearly every stem is shorter and told by
 * it; of the others the rest is compared. */
enum { STEM_LETTERS = 8 };
static inline uint64_t stem_letters(Str fold) {
  uint64_t letters = 0;
  for (size_t i = fold.n < STEM_LETTERS ? fold.n : STEM_LETTERS; i-- > 0;) letters = letters << 8 | (uint8_t)fold.p[i];
  return letters;
}
/* The slot at which the search for it begins. */
static inline uint32_t stem_slot(uint64_t letters) { return (uint32_t)(letters * 0x9E3779B97F4A7C15u >> 32); }

/* A stem's entries; n 0: there is no such stem. `letters` are those of `fold`. */
static inline StemRange lexicon_stem(const Lexicon *x, uint64_t letters, Str fold) {
  for (uint32_t i = stem_slot(letters);; i++) {
    const StemSlot *slot = &x->stem_slots[i & x->stem_mask];
    if (!slot->number) return (StemRange){0, 0};
    if (slot->letters != letters) continue;
    if (fold.n >= STEM_LETTERS && !str_eq(strings_at(&x->stems, slot->number - 1), fold)) continue;
    uint32_t n = slot->entries & SLOT_FAR;
    return n == SLOT_FAR ? x->ranges[slot->number - 1] : (StemRange){slot->entries >> SLOT_COUNT_BITS, n};
  }
}

#define LEXICON_TAG(a, b) IMAGE_TAG('L', 'X', a, b)
#define LEXICON_STRINGS(c) ((StringsTags){LEXICON_TAG(c, 'b'), LEXICON_TAG(c, 'o'), LEXICON_TAG(c, 's')})

#endif
