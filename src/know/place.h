/* A place while it is read: between finding, choosing among namesakes, and the mention. */
#ifndef KNOW_PLACE_H
#define KNOW_PLACE_H

#include "know/find.h"

/* PlaceDraft.signs: what the words around a name say. */
enum {
  SIGN_LEVEL = 1 << 0,      /* «بلدة», and `level` says which */
  SIGN_AREA = 1 << 1,       /* «منطقة» */
  SIGN_DIRECTION = 1 << 2,  /* «شرقي» */
  SIGN_NEAR = 1 << 3,       /* «قرب» */
  SIGN_METRE = 1 << 4,      /* «60 كم» */
  SIGN_IN = 1 << 5,         /* behind «في» or ب */
  SIGN_PREP = 1 << 6,       /* behind another preposition of place */
  SIGN_JOINED = 1 << 7,     /* «و», or a comma, joins it to the place before */
  SIGN_NISBA = 1 << 8,      /* the name is an adjective: «السورية» */
  SIGN_LANDS = 1 << 9,      /* … of a word for land: «الأراضي السورية» */
  SIGN_UNKNOWN = 1 << 10,   /* no table has the name */
  SIGN_WEAK = 1 << 11,      /* the level word is often something else: «سوق», «محور» */
  SIGN_VERB = 1 << 12,      /* reads as a verb or a function word here */
  SIGN_WORD = 1 << 13,      /* reads as a noun or an adjective that the lexicon knows */
  SIGN_CLITIC = 1 << 14,    /* letters were cut off that the analyser does not see as a clitic */
  SIGN_EVERYDAY = 1 << 15,  /* … and it is an everyday one, with a semantic class */
  SIGN_PLURAL = 1 << 16,    /* behind «قرى», «مدن»: more names may follow */
  SIGN_ADJECTIVE = 1 << 17, /* reads as an adjective or a participle */
  SIGN_OWNED = 1 << 18,     /* reads as a word with a pronoun: «بلاده» */
  SIGN_OWN_LEVEL = 1 << 19, /* the level word is part of the name: «مدينة الصدر» */
  SIGN_HAMZA = 1 << 20,     /* an alef with hamza inside */
  SIGN_QUALIFIES = 1 << 21, /* reads as the adjective of the noun before: «دعم مالي» */
  SIGN_CAPITAL = 1 << 22,   /* «العاصمة السورية» */
  SIGN_WITHIN = 1 << 23,    /* reads as a word with a clitic that the name has in it: «لدول» */
  SIGN_TO = 1 << 25,        /* behind «إلى», which governs places more than others do */
  SIGN_HERE = 1 << 24,      /* «شمال البلاد»: of the country that the text speaks of */
  SIGN_HELD = 1 << 26, /* no table has the name, and where it lies is all that says it is one: «في لاوفن بشمال …» */
};

typedef struct PlaceDraft {
  uint32_t first, last, name_first, name_last;
  uint8_t cut, name_cut;
  bool al;
  PlaceLevel level;
  uint32_t signs;
  uint32_t node;       /* of the name in the trie, PHRASES_NONE where unknown */
  uint32_t row, flags; /* chosen */
  uint32_t container;  /* another draft, or ROW_NONE */
  uint32_t anchor;     /* a governorate said earlier in the sentence: a row, or ROW_NONE */
  bool direct;         /* the container is said: «بريف دير الزور», not only near */
  bool accepted, foreign_to_container;
  bool ambiguous;   /* a namesake in another country comes near */
  bool either;      /* the town or its governorate: «في دير الزور» */
  int weight;       /* of the name's weightiest place */
  uint16_t country; /* of an unknown place, by the rest of the document */
  uint8_t use;
} PlaceDraft;

typedef VEC(PlaceDraft) PlaceDrafts;

/* What of the world the document speaks of. */
enum { COUNTRIES_MAX = 24, ADMINS_MAX = 48 };
typedef struct Tally {
  uint32_t key; /* country, or row of an admin1 */
  int weight;
} Tally;
typedef struct PlaceWorld {
  Tally countries[COUNTRIES_MAX], admins[ADMINS_MAX];
  uint32_t ncountries, nadmins;
} PlaceWorld;

#define PREFIX_KINDS (KIND_BIT(WORD_LEVEL) | KIND_BIT(WORD_AREA) | KIND_BIT(WORD_DIRECTION) | KIND_BIT(WORD_NEAR))

/* A great city's or a governorate's name, even where it is an everyday word as well. */
static inline bool place_is_heavy(int weight) { return weight > place_kind_weight(KIND_SITE); }

/* Finds the drafts of a text, in order. */
void place_find(Finder *f, PlaceDrafts *drafts);

/* What stands around a draft (place_signs.c): adds to its signs how its words read, and which clitics were cut off. */
void place_read_signs(const Scan *s, PlaceDraft *d);
/* … and the distance and the preposition before it; none of an adjective. May move its first token. */
void place_read_governed(const Scan *s, PlaceDraft *d);

/* Names that no table has (place_unknown.c): reads one from token `from` on, behind a level word, into the draft. */
bool place_read_unknown(const Finder *f, PlaceDraft *d, uint32_t from);
/* «في لاوفن بشمال شتوتغارت»: where a bare name ends, behind «في», that no table has; `i` where none is. */
uint32_t place_bare_unknown(const Finder *f, uint32_t i);
/* «مدينة هجين», «بلدة أدام»: an adjective or a verb in the masculine behind a feminine noun is neither, but a name. */
bool place_disagrees(const Scan *s, uint32_t i);
/* «بني سعد», «آل سالم»: does a clan's name begin there, which is that of where it lives? */
bool place_is_clan(const Scan *s, uint32_t i);
/* «أبو سليم»: does a kunya? */
bool place_is_kunya(const Scan *s, uint32_t i);
/* «حي الشيخ رضوان» where the tables know some «حي الشيخ»: does a name follow that is not in it? */
bool place_goes_on(const Scan *s, const Match *name, int weight);
/* «منطقة لكمة الأشعوب» where the tables know a village لكمة: does the name go on, in no table, behind the level word?
 */
bool place_longer_unknown(const Scan *s, const PlaceDraft *d, const Match *name, int weight);

/* Lists of names (place_list.c): the token behind what parts a plural from them, «قرى هي» … */
uint32_t place_past_list_sign(const Scan *s, const PlaceDraft *d, uint32_t i);
/* SIGN_JOINED where «و» or a comma joins the draft to the last of `drafts`, else 0. */
uint32_t place_joined(const Scan *s, const PlaceDraft *d, const PlaceDrafts *drafts);
/* Does «و» join what stands at token i to a list of places: «مدن أصفهان و…»? */
bool place_listed(const Scan *s, uint32_t i, const PlaceDrafts *drafts);
/* Is token i a name that no table has and that «و» joins to the last of `drafts`, behind a plural? */
bool place_joined_unknown(const Finder *f, uint32_t i, const PlaceDrafts *drafts, PlaceDraft *d);
/* What «و» joins to a place behind a level word has that level. */
void place_inherit(PlaceDraft *d, const PlaceDrafts *drafts);

/* Sets row, container, accepted. */
void place_choose(Finder *f, PlaceDrafts *drafts);

int world_country(const PlaceWorld *world, uint16_t country);
int world_admin(const PlaceWorld *world, uint32_t admin1);

#endif
