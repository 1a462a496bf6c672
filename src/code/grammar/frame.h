/* The grammar as the matcher uses it: frames, their triggers and role sources, with every
 * word resolved to the lexicon. */
#ifndef CODE_FRAME_H
#define CODE_FRAME_H

#include "code/grammar/grammar.h"
#include "code/grammar/sets.h"
#include "image/phrases.h"
#include "lang/word.h"

enum { PREP_NONE = UINT32_MAX, FRAME_NO_TYPE = UINT32_MAX };

typedef enum FrameKind { FRAME_EVENT, FRAME_OUTCOME, FRAME_FIGURE, FRAME_TREND, FRAME_TRAP } FrameKind;

typedef enum TriggerForm {
  TRIGGER_NOUN,
  TRIGGER_VERB,
  TRIGGER_PASSIVE,
  TRIGGER_ACTIVE,
  TRIGGER_MASDAR,
  TRIGGER_PARTICIPLE,
  TRIGGER_ADJ,
  TRIGGER_COUNTED, /* whatever a number counts; no lemma */
  TRIGGER_FORMS
} TriggerForm;

typedef enum FrameRole { ROLE_AGENT, ROLE_PARTNER, ROLE_TARGET, ROLE_VICTIM, ROLE_COUNT } FrameRole;

typedef enum RoleFrom {
  FROM_SUBJECT,
  FROM_OBJECT,
  FROM_IDAFA,
  FROM_ADJ,
  FROM_PREP,
  FROM_NUMBER,
  FROM_REST,
  FROM_ANNOUNCER,
  FROM_UP,
  FROM_NEXT
} RoleFrom;

/* What a condition looks at. */
typedef enum ConditionOn {
  ON_ADJ,
  ON_IDAFA,
  ON_OBJECT,
  ON_SUBJECT,
  ON_PREP,
  ON_NUMBER,
  ON_PLURAL,
  ON_DEFINITE,
  ON_UNDER,     /* its own preposition */
  ON_NEGATION,  /* «دون», «لم» right before it or before its verb */
  ON_HEAD,      /* the trigger's own noun */
  ON_VERB,      /* the verb of its clause */
  ON_UP,        /* what it hangs on */
  ON_CLAUSE,    /* some phrase of its clause */
  ON_NEAR,      /* some phrase behind it in its sentence */
  ON_SHARE,     /* its number is a percentage */
  ON_STOCK,     /* it stands where a stock is told: «يضم», «عدد», «هناك» */
  ON_QUOTED,    /* a name in quotation marks follows: «عملية "درع الشمال"» */
  ON_PRONOUN,   /* a pronoun is whom or what it befell: «حررتها», «انسحابهم» */
  ON_NATION,    /* an adjective of a country's nationality: «الضربة التركية» */
  ON_THOUSANDS, /* its number is a thousand or more: «مليونا نازح» */
  ON_MILLIONS,  /* its number is a million or more: «ملايين الدولارات» */
  ON_THAT,      /* «بأن» behind it says what it is about: «تظاهر بأنه صحفي» */
  ON_LAST = ON_THAT
} ConditionOn;

typedef struct FrameSource {
  ClassSet only, without; /* 0: no constraint */
  uint32_t lemma;         /* of the phrase's noun; LEMMA_NONE: any */
  uint32_t prep;          /* FROM_PREP: its number in preps */
  uint32_t from;          /* RoleFrom */
} FrameSource;

typedef struct FrameCondition {
  ClassSet classes; /* one of them; 0: lemma decides, or nothing does */
  uint32_t lemma;   /* LEMMA_NONE: any */
  uint32_t prep;
  uint8_t on; /* ConditionOn */
  bool negated;
  bool dead; /* names a word that the lexicon lacks: never holds */
} FrameCondition;

typedef struct FrameTrigger {
  uint32_t frame, lemma, line;
  uint32_t first, n; /* conditions */
  uint32_t specificity;
  uint8_t form;
} FrameTrigger;

typedef struct Frame {
  Str id, file;
  Str type, what, alone, stance, direction;
  uint8_t kind;
  bool weak;                                 /* its words may tell such an act and need not */
  bool vague;                                /* nor do they say what was done: «استهدف» */
  bool nowhere;                              /* what they tell takes place nowhere: «اتصال هاتفي» */
  bool outranks;                             /* of what is none: comes before any other frame */
  uint32_t type_row, alone_row;              /* in types, or FRAME_NO_TYPE */
  uint32_t first[ROLE_COUNT], n[ROLE_COUNT]; /* sources */
} Frame;

/* What else a type of act is; data/grammar/types.tsv says what each means. */
#define TYPE_TRAITS(X)              \
  X(TRAIT_VIOLENT, "violent")       \
  X(TRAIT_UNARMED, "unarmed")       \
  X(TRAIT_FIRE, "fire")             \
  X(TRAIT_BLAST, "blast")           \
  X(TRAIT_ENEMY, "enemy")           \
  X(TRAIT_BUILDING, "building")     \
  X(TRAIT_ANYWHERE, "anywhere")     \
  X(TRAIT_FOE, "foe")               \
  X(TRAIT_ONE_SIDED, "one-sided")   \
  X(TRAIT_ORDERED, "ordered")       \
  X(TRAIT_IMPERSONAL, "impersonal") \
  X(TRAIT_PERSONAL, "personal")     \
  X(TRAIT_OWN_DEED, "own-deed")     \
  X(TRAIT_DOMESTIC, "domestic")     \
  X(TRAIT_OPEN, "open")             \
  X(TRAIT_BY_AIR, "by-air")         \
  X(TRAIT_BY_GUNS, "by-guns")       \
  X(TRAIT_BY_BOMB, "by-bomb")       \
  X(TRAIT_NOWHERE, "nowhere")       \
  X(TRAIT_LEAVING, "leaving")       \
  X(TRAIT_JUSTICE, "justice")       \
  X(TRAIT_LASTING, "lasting")       \
  X(TRAIT_ANNOUNCED, "announced")   \
  X(TRAIT_MUTUAL, "mutual")         \
  X(TRAIT_GENERAL, "general")       \
  X(TRAIT_CAMPAIGN, "campaign")     \
  X(TRAIT_TAKING, "taking")         \
  X(TRAIT_BY_END, "by-end")         \
  X(TRAIT_BY_WORD, "by-word")       \
  X(TRAIT_STANDING, "standing")     \
  X(TRAIT_HARMLESS, "harmless")     \
  X(TRAIT_OF_PLACE, "of-place")     \
  X(TRAIT_GIFT, "gift")             \
  X(TRAIT_VERDICT, "verdict")

typedef enum TypeTrait {
#define X(name, word) name,
  TYPE_TRAITS(X)
#undef X
      TRAIT_COUNT
} TypeTrait;

/* The classes of types of act, after PLOVER's. */
#define TYPE_CLASSES(X)           \
  X(CLASS_ASSAULT, "ASSAULT")     \
  X(CLASS_COERCE, "COERCE")       \
  X(CLASS_SANCTION, "SANCTION")   \
  X(CLASS_TERRITORY, "TERRITORY") \
  X(CLASS_RELEASE, "RELEASE")     \
  X(CLASS_MOBILIZE, "MOBILIZE")   \
  X(CLASS_AID, "AID")             \
  X(CLASS_AGREE, "AGREE")         \
  X(CLASS_CONSULT, "CONSULT")     \
  X(CLASS_PROTEST, "PROTEST")     \
  X(CLASS_THREATEN, "THREATEN")   \
  X(CLASS_ACCIDENT, "ACCIDENT")

typedef enum TypeClass {
#define X(name, word) name,
  TYPE_CLASSES(X)
#undef X
      CLASS_COUNT
} TypeClass;

typedef struct TypeRow {
  Str type;
  TypeClass class;
  uint64_t traits; /* bits by TypeTrait */
  uint32_t specific;
  int32_t told; /* tenths of the log odds that a word of it tells an act */
  Str custody;  /* what it has made of those whom it was done to: arrested, …; empty */
} TypeRow;

_Static_assert(TRAIT_COUNT <= 64, "a bit for each trait");

/* Has the type the trait? No type has none. */
static inline bool type_is(const TypeRow *type, TypeTrait trait) { return type && type->traits >> trait & 1; }

/* Is the type of one of the classes: type_in(type, CLASS_BIT(AID) | CLASS_BIT(AGREE))? No type is of none. */
#define CLASS_BIT(name) (1U << CLASS_##name)
static inline bool type_in(const TypeRow *type, uint32_t classes) { return type && classes >> type->class & 1; }

/* Does it befall people or things, so that several of them, each like the other, may be counted? */
static inline bool type_befalls(const TypeRow *type) {
  return type_in(type, CLASS_BIT(ASSAULT) | CLASS_BIT(COERCE) | CLASS_BIT(ACCIDENT));
}

/* A row of mapping.tsv; conditions are alternatives parted by '|', empty where there is none. */
typedef struct MappingRow {
  Str type, stance, outcome, status, doer, rule;
  Str plover, mode, acled, cameo;
  bool ged;
} MappingRow;

struct Grammar {
  const Lexicon *lexicon;
  const Frame *frames;
  const FrameTrigger *triggers; /* grouped by lemma, best first */
  const FrameCondition *conditions;
  const FrameSource *sources;
  const TypeRow *types;
  const MappingRow *mapping;
  uint32_t nframes, ntriggers, ntypes, nmapping;
  const uint32_t *by_lemma;           /* [lexicon->n + 1] first trigger of each lemma; last, of those with none */
  Strings preps;                      /* numbers of prepositions by their text */
  const uint32_t *prep_of_lemma;      /* [lexicon->n] or PREP_NONE */
  uint32_t prep_bi, prep_li, prep_ka; /* of the clitics */
  const SetMask *sets_of_lemma;       /* [lexicon->n] */
  Phrases phrases;                    /* the sets' words as written → members */
  const struct SetMember *members;
  uint32_t nmembers;
  const Str *missing; /* words that the lexicon lacks, "file:line: word", for lint */
  uint32_t nmissing;
};

/* The row of a frame's type_row or alone_row; NULL where it has none. */
static inline const TypeRow *grammar_type(const Grammar *g, uint32_t row) {
  return row == FRAME_NO_TYPE ? NULL : &g->types[row];
}

/* Has the grammar a frame for this verb's passive: «قُتل», «اعتُقل»? */
static inline bool grammar_knows_passive(const Grammar *g, uint32_t lemma) {
  if (lemma >= g->lexicon->n) return false;
  for (uint32_t i = g->by_lemma[lemma]; i < g->by_lemma[lemma + 1]; i++)
    if (g->triggers[i].form == TRIGGER_PASSIVE) return true;
  return false;
}

/* The row of the first type with the trait; FRAME_NO_TYPE where none has it. */
uint32_t grammar_type_with(const Grammar *grammar, TypeTrait trait);

/* A set's entry of one or more words. */
typedef struct SetMember {
  ClassSet classes; /* the noun behind it, definite and plural, is of one of them, and part of it; 0: no noun is */
  uint32_t set;
  uint32_t prep;   /* of a compound preposition or source preposition: its number */
  uint32_t clitic; /* CLITIC_… that the word behind it must have, or 0 */
  bool pronoun;    /* its last word may have one on it: «إلا أنهم» */
} SetMember;

#endif
