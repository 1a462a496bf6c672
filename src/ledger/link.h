/* Incidents: which records of several documents tell of one event.
 *
 *   «قتل 12 شخصاً في غارة على دوما أمس» (12 people were killed in a raid on Duma yesterday)
 *   «غارة جوية على مدينة دوما توقع 14 قتيلاً» (an air raid on the city of Duma leaves 14 dead)
 *
 * Three steps, each a pure function, so that a store may run them piece by piece and come to
 * what link_all comes to at once:
 *
 *   1. link_item     what linking needs of a record, with the keys under which its likes are
 *                    found (link_keys): only records that share a key are compared, which
 *                    keeps the cost near linear.
 *   2. link_score    the points of a pair and their parts, for a reader: «same day +3»,
 *                    «3 km apart +3», «both name …». Integers; symmetric.
 *   3. link_clusters incidents from the pairs and a reviewer's decisions. The result depends
 *                    on the set of items, pairs and the order of decisions alone, never on
 *                    the order of items or pairs. An incident's id is its smallest member's.
 *
 * New records touch only the incidents that they share pairs with: a store may take the new
 * items' candidates, score them, and run step 3 on the connected part alone (all items that
 * are joined to the new ones by stored pairs, however many steps away). */
#ifndef LEDGER_LINK_H
#define LEDGER_LINK_H

#include "check/period.h"
#include "record/record.h"

/* What the floors below do not know, and a caller may: whose part an actor is. */
typedef struct LinkWorld {
  /* The id of the actor's parent («cjtf-oir» of «us-forces»); empty: none. NULL: nobody has one. */
  Str (*actor_parent)(void *context, Str id);
  void *context;
} LinkWorld;

enum {
  LINK_KEYS = 48,       /* of one item at most */
  LINK_PLACES = 4,      /* of a record that are compared */
  LINK_PEOPLE = 8,      /* named persons that are compared */
  LINK_WORDS = 48,      /* words of the sentence that are compared */
  LINK_PARTS = 12,      /* of a score at most */
  LINK_THRESHOLD = 10,  /* points from which a pair is of one incident */
  LINK_STORE = 1,       /* pairs below need not be stored: they say nothing */
  LINK_VETO = -100,     /* a pair that cannot be one: another type, another day, another place */
  LINK_BLOCK_MOST = 400 /* items under one key that are compared with each other in link_all */
};

typedef struct LinkItem {
  Str id;               /* unique among the items: the record's id */
  Str doc;              /* two of one document are told apart by their teller */
  uint32_t copies;      /* documents of one group of near-copies have one number; 0: none known */
  const Record *record; /* outlives the item, as do its strings */
  Period when;          /* the record's time, or where it has none, the days before publication */
  bool told;            /* `when` is the record's own */
  Period published;
  const uint64_t *words; /* hashes of the sentence's words in normal form, sorted */
  uint32_t nwords;
  const uint64_t *people[2]; /* hashes of named persons: whole names, and last words; same order */
  uint32_t npeople;
} LinkItem;

/* Is the record one that incidents are made of? Single happenings that are not planned or
 * denied; tallies, figures, trends and talk are none. */
bool link_wanted(const Record *record);

/* `published`: YYYY-MM-DD…, empty unknown. `text`: the document's, for the words of the
 * record's sentence. Lists live in the arena. */
LinkItem link_item(Arena *arena, const Record *record, Str doc, Str published, Str text);

/* The keys under which the item is to be stored and looked for; their number, at most
 * LINK_KEYS. An item without a time has none and is never linked. */
uint32_t link_keys(const LinkItem *item, uint64_t keys[LINK_KEYS]);

typedef enum LinkPartKind {
  LINK_TYPE,
  LINK_TIME,
  LINK_PLACE,
  LINK_AGENT,
  LINK_TARGET,
  LINK_TOLL,
  LINK_PERSON,
  LINK_SENTENCE,
  LINK_ONE_DOCUMENT
} LinkPartKind;

typedef struct LinkPart {
  LinkPartKind kind;
  int32_t points;
  Str why; /* English: "same day", "3 km apart", "both name الجبوري"; empty without an arena */
} LinkPart;

typedef struct LinkScore {
  int32_t points; /* the parts' sum; LINK_VETO where one of them rules it out */
  LinkPart parts[LINK_PARTS];
  uint32_t nparts;
} LinkScore;

/* Points of two items. `arena`: for the words of the parts; NULL: points alone, faster. */
LinkScore link_score(Arena *arena, const LinkWorld *world, const LinkItem *a, const LinkItem *b);

/* "same day +3, 3 km apart +3, both killed 12 +3: 11 points" */
Str link_score_words(Arena *arena, const LinkScore *score);

typedef struct LinkPair {
  uint32_t a, b; /* indices of items, a < b */
  int32_t points;
} LinkPair;

typedef enum LinkVerdict { LINK_MERGE, LINK_SPLIT } LinkVerdict;

/* A reviewer says of two records that they are of one incident, or that they are not. Of two
 * decisions on one pair the later holds. */
typedef struct LinkDecision {
  LinkVerdict verdict;
  Str a, b; /* ids of items */
} LinkDecision;

typedef struct LinkIncident {
  Str id;                  /* of the smallest member */
  const uint32_t *members; /* indices of items, by id */
  uint32_t nmembers;
  bool decided; /* a decision made it what it is */
} LinkIncident;

typedef struct LinkIncidents {
  const LinkIncident *at; /* by id */
  uint32_t n;
  const uint32_t *orphans; /* indices of decisions whose records are not among the items */
  uint32_t norphans;
} LinkIncidents;

typedef struct LinkOptions {
  const LinkWorld *world; /* may be NULL */
  int32_t threshold;      /* 0: LINK_THRESHOLD */
} LinkOptions;

/* Incidents of `items`, joined by `pairs` (each pair once; pairs that are not given were not
 * candidates). An item without pairs is an incident of its own. Of two that cannot be one
 * (LINK_VETO) no chain of others makes one; a reviewer's merge does. */
LinkIncidents link_clusters(Arena *arena, const LinkItem *items, uint32_t n, const LinkPair *pairs, uint32_t npairs,
                            const LinkDecision *decisions, uint32_t ndecisions, const LinkOptions *options);

/* The pairs of `items` that share a key, scored, those of LINK_STORE points and more. */
typedef struct LinkPairs {
  VEC(LinkPair) list;
} LinkPairs;
LinkPairs link_pairs(Arena *arena, const LinkItem *items, uint32_t n, const LinkOptions *options);

/* All three steps at once. */
LinkIncidents link_all(Arena *arena, const LinkItem *items, uint32_t n, const LinkDecision *decisions,
                       uint32_t ndecisions, const LinkOptions *options);

#endif
