/* Incidents: which records, of one document and of several, tell of one event.
 *
 *   «قتل 12 شخصاً في غارة على دوما أمس» (12 people were killed in a raid on Duma yesterday)
 *   «غارة جوية على مدينة دوما توقع 14 قتيلاً» (an air raid on the city of Duma leaves 14 dead)
 *
 * Three steps, each a pure function, so that a store may run them piece by piece and come to
 * what link_all comes to at once:
 *
 *   1. link_items    the happenings of one document: a report comes back to its event («الهجوم»,
 *                    the attack), so that records of one document that tell of one happening
 *                    are one item. With the keys under which its likes are found (link_keys):
 *                    only items that share a key are compared, which keeps the cost near linear.
 *   2. link_score    the points of a pair and their parts, for a reader: «same day +3»,
 *                    «3 km apart +3», «both name …». Integers; symmetric.
 *   3. link_clusters incidents from the pairs and a reviewer's decisions. The result depends
 *                    on the set of items, pairs and the order of decisions alone, never on
 *                    the order of items or pairs. An incident's id is its smallest record's.
 *
 * New documents touch only the incidents that they share pairs with: a store may take the new
 * items' candidates, score them, and run step 3 on the connected part alone (all items that
 * are joined to the new ones by stored pairs, however many steps away). */
#ifndef LEDGER_LINK_H
#define LEDGER_LINK_H

#include "check/period.h"
#include "ledger/link/wording.h"
#include "record/record.h"

enum {
  LINK_KEYS = 64, /* of one item at most; five or six as a rule */
  LINK_DRAWERS = LINK_KEYS,
  LINK_HOMES = 2,          /* countries of a report */
  LINK_PLACES = 8,         /* of an item that are compared */
  LINK_ACTORS = 8,         /* of a role */
  LINK_TOLLS = 12,         /* numbers of people */
  LINK_PEOPLE = 8,         /* named persons */
  LINK_PARTS = 24,         /* of a score at most */
  LINK_THRESHOLD = 9,      /* points from which a pair is of one incident */
  LINK_DAYS_APART = 3,     /* between the days of two tellings of one event, at most */
  LINK_OTHER_VICTIMS = -3, /* for tolls that are far from each other: their incidents stay apart */
  LINK_VETO = -100,        /* a pair that cannot be one: acts of another kind, days that do not meet */
  LINK_BLOCK_MOST = 400    /* neighbours under one key that link_pairs compares an item with */
};

typedef struct LinkToll {
  Str what;
  Count count;
  bool sum; /* of a record's outcomes: held against numbers that were told alone */
} LinkToll;

/* A happening as one document tells it, in one record or several. */
typedef struct LinkItem {
  Str id;                       /* the smallest of its records' */
  Str doc;                      /* two of one document are told apart by their teller */
  Str homes[LINK_HOMES];        /* the countries that most of its document's happenings are in; empty unknown */
  const Record *const *records; /* in text order; they outlive the item, as do their strings */
  uint32_t nrecords;            /* 0: the empty item */
  Period when;                  /* the shortest told, or where none is, the days before publication */
  bool told;                    /* `when` is a record's own */
  bool several;                 /* it is a number of acts, or a plural without one */
  Period published;
  const Place *places[LINK_PLACES];
  uint32_t place_words[LINK_PLACES]; /* the places' names as they stand among words (wording.h) */
  const Actor *agents[LINK_ACTORS], *targets[LINK_ACTORS];
  LinkToll tolls[LINK_TOLLS];
  const Person *people[LINK_PEOPLE];
  uint64_t names[LINK_PEOPLE]; /* hashes of the people's last names */
  uint32_t nplaces, nagents, ntargets, ntolls, npeople;
  Wording words;  /* of the sentences that tell it */
  Wording beside; /* of the words for it and those beside them: «الهجوم على أكاديمية الشرطة» */
  Wording opening;    /* of its report's headline and lead */
  bool news;          /* it is told there, and not as an earlier happening */
  bool earlier;       /* it is told as an earlier happening */
  const Place *exact; /* the most exact of all its records' places (link_more_exact); NULL: none */
  uint8_t tells;      /* LINK_TELLS_…: what findings between reports need of its records */
} LinkItem;

enum {
  LINK_TELLS_OUTCOME = 1,  /* a record has outcomes */
  LINK_TELLS_OUTCOMES = 2, /* another has some, too */
  LINK_TELLS_SPEAKER = 4,  /* a record's speakers are all known by their ids */
  LINK_TELLS_DENIAL = 8,   /* a record denies a deed */
  LINK_TELLS_ALL = 15
};

typedef struct LinkItems {
  VEC(LinkItem) list;
} LinkItems;

/* Room for `n` in an empty list, and for no more: they are large. */
static inline void link_items_room(Arena *arena, LinkItems *items, uint32_t n) {
  LinkItem *at = n && !items->list.room ? ARENA_ARRAY(arena, LinkItem, n) : NULL;
  if (!at) return;
  items->list.at = at;
  items->list.room = n;
}

typedef enum LinkVerdict { LINK_MERGE, LINK_SPLIT } LinkVerdict;

/* A reviewer says of two records that they are of one incident, or that they are not. Of two
 * decisions on one pair the later holds. */
typedef struct LinkDecision {
  LinkVerdict verdict;
  Str a, b; /* ids of records */
} LinkDecision;

/* The more exact of two places; of equals the one with the smaller id, and of one id the first. Either may be NULL. */
const Place *link_more_exact(const Place *a, const Place *b);

/* Adds the happenings of one document: of its records (all of them, in text order) those that
 * are wanted. `published`: YYYY-MM-DD…, empty unknown. `text`: the document's, for the words of
 * the records' sentences. Records that a decision splits are kept apart. Lists live in the
 * arena. */
void link_items(Arena *arena, const Record *records, uint32_t n, Str doc, Str published, Str text,
                const LinkDecision *decisions, uint32_t ndecisions, LinkItems *items);

/* The keys under which the item is to be stored and looked for; their number, at most
 * LINK_KEYS. An item without a time has none and is never linked. */
uint32_t link_keys(const LinkItem *item, uint64_t keys[LINK_KEYS]);

/* The same without the time, for a store that finds what is filed under one key by its days: items
 * that share a key of link_keys share one of these; at most LINK_DRAWERS. */
uint32_t link_drawers(const LinkItem *item, uint64_t drawers[LINK_DRAWERS]);
/* Do items of these days that share a drawer share a key? */
bool link_days_share(Period a, Period b);
/* What began before this day shares no key with items of these days. */
int64_t link_days_from(Period when);
/* Nor what begins after this one. */
int64_t link_days_to(Period when);

typedef enum LinkPartKind {
  LINK_TYPE,
  LINK_TIME,
  LINK_PLACE,
  LINK_AGENT,
  LINK_TARGET,
  LINK_TOLL,
  LINK_PERSON,
  LINK_SENTENCE,
  LINK_BESIDE,
  LINK_EARLIER,
  LINK_OPENING
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
LinkScore link_score(Arena *arena, const LinkItem *a, const LinkItem *b);

/* "same day +3, 3 km apart +3, both killed 12 +3: 11 points" */
Str link_score_words(Arena *arena, const LinkScore *score);

typedef struct LinkPair {
  uint32_t a, b; /* indices of items, a < b */
  int32_t points;
} LinkPair;

typedef struct LinkIncident {
  Str id;                  /* of the smallest record */
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
  int32_t threshold; /* 0: LINK_THRESHOLD */
} LinkOptions;

/* Incidents of `items`, joined by `pairs` (each pair once; those under the threshold are
 * passed over). An item without pairs is an incident of its own. Two groups become one where
 * their best pair reaches the threshold and no pair of theirs speaks against it: a vague report
 * cannot chain two incidents that differ. A reviewer's split keeps
 * two records apart, a merge joins them whatever the points. */
LinkIncidents link_clusters(Arena *arena, const LinkItem *items, uint32_t n, const LinkPair *pairs, uint32_t npairs,
                            const LinkDecision *decisions, uint32_t ndecisions, const LinkOptions *options);

/* The pairs of `items` that share a key and reach the threshold. Under a key with more than
 * LINK_BLOCK_MOST items each is compared with as many that follow it by id. */
typedef struct LinkPairs {
  VEC(LinkPair) list;
} LinkPairs;
LinkPairs link_pairs(Arena *arena, const LinkItem *items, uint32_t n, const LinkOptions *options);

/* All three steps at once. */
LinkIncidents link_all(Arena *arena, const LinkItem *items, uint32_t n, const LinkDecision *decisions,
                       uint32_t ndecisions, const LinkOptions *options);

#endif
