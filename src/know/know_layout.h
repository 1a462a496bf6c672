/* The tables of know in the image, between its compiler, its loader and its finders.
 *
 * One trie (image/phrases.h) holds every name and every word about names: places, actors,
 * given names, ranks, level words, nisbas. The key of a word is its folded letters without
 * the article, so that «باغوز» and «الباغوز» meet; what was cut off stands in the value.
 *
 *   value = kind << 28 | flags << 22 | index into the kind's table */
#ifndef KNOW_LAYOUT_H
#define KNOW_LAYOUT_H

#include "know/know.h"

enum { KNOW_KIND_SHIFT = 28, KNOW_FLAG_SHIFT = 22, KNOW_INDEX_MAX = (1 << KNOW_FLAG_SHIFT) - 1 };
enum { ROW_NONE = UINT32_MAX };

typedef enum KnowKind { KNOW_PLACE, KNOW_ACTOR, KNOW_WORD } KnowKind;

enum {                    /* flags of a name */
       NAME_AL = 1,       /* written with ال in the data */
       NAME_PERSONAL = 2, /* also a person's name: «حسن», «صالح» */
       NAME_RARE = 4,     /* also a word, an unusual one */
       NAME_COMMON = 8,   /* also an everyday word: «صور» pictures, «عين» eye */
       NAME_FIRST = 16,   /* the first of its owner's names, or that but for the article or a hamza */
       NAME_HAMZA = 32    /* has an alef with hamza inside: «مأرب» */
};
#define NAME_WORD (NAME_RARE | NAME_COMMON)

typedef struct PlaceRow {
  uint32_t id, name_en;    /* in texts */
  uint32_t admin1, admin2; /* rows, or ROW_NONE */
  uint32_t population;
  float lat, lon;          /* NAN unknown */
  uint16_t country;        /* two letters, the first in the low byte; 0 none */
  uint8_t kind, precision; /* PlaceKind */
} PlaceRow;

/*        kind            word in data/places   level         weight of the bare name */
#define PLACE_KIND_LIST(X)                         \
  X(KIND_COUNTRY, "country", LEVEL_COUNTRY, 60)    \
  X(KIND_CONTINENT, "continent", LEVEL_REGION, 40) \
  X(KIND_ADMIN1, "admin1", LEVEL_ADMIN1, 30)       \
  X(KIND_CAPITAL, "capital", LEVEL_CITY, 50)       \
  X(KIND_CITY, "city", LEVEL_CITY, 34)             \
  X(KIND_TOWN, "town", LEVEL_CITY, 16)             \
  X(KIND_REGION, "region", LEVEL_REGION, 24)       \
  X(KIND_ADMIN2, "admin2", LEVEL_ADMIN2, 15)       \
  X(KIND_ADMIN3, "admin3", LEVEL_ADMIN3, 10)       \
  X(KIND_SEA, "sea", LEVEL_NATURE, 24)             \
  X(KIND_SITE, "site", LEVEL_SITE, 18)             \
  X(KIND_NATURE, "nature", LEVEL_NATURE, 18)       \
  X(KIND_QUARTER, "quarter", LEVEL_DISTRICT, 6)    \
  X(KIND_VILLAGE, "village", LEVEL_VILLAGE, 4)

#define X(name, word, level, weight) name,
typedef enum PlaceKind { PLACE_KIND_LIST(X) PLACE_KIND_COUNT } PlaceKind;
#undef X

enum { THEATRE_MOST = 4 };

typedef struct ActorRow {
  uint64_t classes;
  uint32_t id, name_en, type;   /* in texts */
  uint32_t parent, replaced_by; /* rows, or ROW_NONE */
  uint32_t from, to;            /* YYYYMMDD, 0 open */
  uint16_t country;
  uint16_t source;                /* 1: an outlet or a spokesman's office */
  uint16_t theatre[THEATRE_MOST]; /* countries where it acts, where they are not its own; 0 none */
} ActorRow;

/* Words about names. The argument's meaning stands behind. */
#define KNOW_WORD_LIST(X)                                                                        \
  X(WORD_LEVEL, "level")         /* a PlaceLevel: «محافظة» */                            \
  X(WORD_AREA, "area")           /* introduces a name, says no level: «منطقة» */          \
  X(WORD_LANDS, "lands")         /* takes a nisba: «الأراضي السورية» */          \
  X(WORD_DIRECTION, "direction") /* «شمال», «شرقي» */                                \
  X(WORD_NEAR, "near")           /* «قرب», «محيط» */                                  \
  X(WORD_HERE, "here")           /* the one the text speaks of: «شمال البلاد» */     \
  X(WORD_METRE, "metre")         /* «كم»: a distance from a place */                         \
  X(WORD_NISBA, "nisba")         /* a place's adjective; value: its row */                       \
  X(WORD_STOP, "stop")           /* never a place by itself */                                   \
  X(WORD_HEAD, "head")           /* heads an actor's name; value: a type */                      \
  X(WORD_BAND, "band")           /* the same, of names that are any words: «كتائب» */     \
  X(WORD_BODY, "body")           /* needs no country: «وزارة الخارجية» */         \
  X(WORD_TAIL, "tail")           /* carries an actor's name on: «المسلحة» */            \
  X(WORD_LABEL, "label")         /* of an enemy, behind the name: «الإرهابي» */        \
  X(WORD_BACK, "back")           /* refers back: «التنظيم»; value: a type */            \
  X(WORD_TYPE, "type")                                                                           \
  X(WORD_GIVEN, "given")                                                                         \
  X(WORD_FAMILY, "family")                                                                       \
  X(WORD_NAME, "name")       /* given or family name, often foreign */                           \
  X(WORD_TITLE, "title")     /* «السيد», «الشيخ», «الدكتور» */            \
  X(WORD_RANK, "rank")       /* «العقيد» */                                              \
  X(WORD_CALLED, "called")   /* «المدعو», «الملقب» */                            \
  X(WORD_POST, "post")       /* «وزير», «قائد», «المتحدث» */                \
  X(WORD_KUNYA, "kunya")     /* «أبو», «أم» */                                          \
  X(WORD_LINK, "link")       /* «بن», «آل» */                                            \
  X(WORD_SERVANT, "servant") /* «عبد» */                                                    \
  X(WORD_DIVINE, "divine")   /* what «عبد» serves: «الرحمن» */                      \
  X(WORD_SECOND, "second")   /* ends a compound: «صلاح الدين», «نصر الله» */ \
  X(WORD_REGNAL, "regnal")   /* «الأول», behind a king's name */

#define X(name, word) name,
typedef enum KnowWord { KNOW_WORD_LIST(X) KNOW_WORD_COUNT } KnowWord;
#undef X

typedef struct WordRow {
  uint32_t value; /* a row, a type, or 0 */
  uint16_t kind;  /* KnowWord */
  uint16_t arg;   /* PlaceLevel */
} WordRow;

enum {                   /* WordRow.value of a level word */
       LEVEL_WEAK = 1,   /* often something else: «ولاية» a term of office */
       LEVEL_PLURAL = 2, /* several names may follow: «قرى», «محافظتي» */
       LEVEL_CAPITAL = 4 /* «العاصمة السورية» is the capital */
};

enum { HEAD_STRICT = 1, HEAD_PLACE = 2, HEAD_ARTICLE = 3 }; /* WordRow.arg of a head, see actor_words.tsv */

typedef struct TypeRow {
  uint64_t classes;
  uint32_t name; /* in texts */
  uint32_t zero;
} TypeRow;

_Static_assert(sizeof(PlaceRow) == 32 && sizeof(ActorRow) == 48 && sizeof(WordRow) == 8 && sizeof(TypeRow) == 16,
               "no padding");

#define KNOW_TAG(c) IMAGE_TAG('K', 'N', c, 0)
#define KNOW_PHRASES PHRASES_TAGS('K', 'P')
#define KNOW_TEXTS STRINGS_TAGS('K', 'T')

/* What a node of the trie leads to, gathered when the image is opened. */
typedef struct NodeSum {
  uint32_t kinds;    /* bits of KnowWord; NODE_PLACE, NODE_ACTOR */
  uint32_t heaviest; /* value of its weightiest place; only with NODE_PLACE */
  int32_t weight;    /* of that place */
  bool leads;        /* longer names begin so */
  bool district;     /* one of its places is an admin2 */
} NodeSum;

enum { NODE_PLACE = 1 << 29, NODE_ACTOR = 1 << 30 };
_Static_assert(KNOW_WORD_COUNT <= 29, "the kinds fit beside the two bits");

struct Know {
  const NodeSum *sums;        /* [phrases.n] */
  uint32_t capitals[26 * 26]; /* by country: the capital's row, or ROW_NONE */
  const Lexicon *lexicon;
  Phrases phrases;
  Strings texts;
  const PlaceRow *places;
  const ActorRow *actors;
  const WordRow *words;
  const TypeRow *types;
  uint32_t nplaces, nactors, nwords, ntypes;
};

static inline KnowKind value_kind(uint32_t value) { return (KnowKind)(value >> KNOW_KIND_SHIFT); }
static inline uint32_t value_flags(uint32_t value) { return value >> KNOW_FLAG_SHIFT & 63; }
static inline uint32_t value_index(uint32_t value) { return value & KNOW_INDEX_MAX; }

/* Folded letters without the article: where `light` begins with ال and three letters or more
 * follow. *al says whether there was one. */
Str know_key(Str light, Str fold, bool *al);

uint32_t know_capital(const Know *know, uint16_t country);

PlaceLevel place_kind_level(PlaceKind kind);
int place_kind_weight(PlaceKind kind);

#endif
