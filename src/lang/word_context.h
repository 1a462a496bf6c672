/* What stands beside a word, and what that says about its readings.
 *
 * A Profile is all that a rule (lang/word_rules.h) may ask of a word. Its Bearing is what the rules make of
 * it, a bit for each rule: whether it will do as the word before, as the reading that is judged, and as
 * the word behind. A rule holds in a context where its bit is in all three; the cost of a reading is
 * then looked up by its bits. A newspaper's words have some thousand profiles and a few hundred bearings,
 * which are made once and shared (Bearings): so few stay near the processor. */
#ifndef LANG_WORD_CONTEXT_H
#define LANG_WORD_CONTEXT_H

#include "base/vec.h"
#include "lang/word_analyse.h"

/* The genitive that a word may be, as the word before it asks. */
typedef enum Genitive { GENITIVE_NONE, GENITIVE_PLAIN, GENITIVE_DEFINITE, GENITIVE_ARTICLE } Genitive;

typedef enum Beside { BESIDE_NOTHING, BESIDE_WORD, BESIDE_NUMBER, BESIDE_KINDS } Beside;

/* Of a word; of a number, or of nothing, all but the first field is zero. */
typedef union Profile {
  struct {
    uint32_t beside : 2;                                            /* Beside */
    uint32_t pos : 4, form : 3, person : 2, number : 2, gender : 2; /* WordPos, WordForm, … */
    uint32_t governs : 4;                                           /* WordGoverns */
    uint32_t conj : 1, prep : 1, li : 1, article : 1, attached : 1; /* attached: any clitic */
    uint32_t construct : 1, either : 1;                             /* either: dual or plural */
    uint32_t jussive : 1, tanwin : 1, unasked : 1, subjunctive : 1, nominative : 1,
        elative : 1; /* as in Reading.flags */
    uint32_t enclitic : 1;
    uint32_t light : 1, aspect : 1, time : 1, title : 1, someone : 1, event : 1; /* TRAIT_… */
    uint32_t genitive : 2; /* Genitive; of the word behind alone */
  };
  uint64_t all;
} Profile;

_Static_assert(sizeof(Profile) == sizeof(uint64_t), "a number tells all");

/* Of a reading, as it is judged and as the word before. */
Profile word_profile(const Reading *reading);
/* Of a word as the word behind: by its best reading out of context. */
Profile word_profile_behind(const Reading *readings, uint32_t n);

/* A reading as it is judged, and as the word before another. */
typedef struct Bearing {
  uint64_t as_reading; /* in the rules of its list */
  uint64_t as_previous[RULE_LISTS];
  uint32_t agrees;     /* as the word before: whether an adjective agrees with it, the first bit of each shape's two */
  uint8_t list;        /* RuleList */
  uint8_t shape;       /* number and gender, which are compared between two words */
  uint8_t either : 2;  /* Either */
  uint8_t settles : 2; /* Settled, as the word before: of one that is dual or plural */
  uint8_t joined : 2;  /* JoinedTo, as a word shortly before */
} Bearing;

_Static_assert(sizeof(Bearing) == 32, "two to a cache line");

/* A word as the one behind another. */
typedef struct Behind {
  uint64_t as_next[RULE_LISTS];
  uint32_t heads; /* whether what stands before it is its head, the second bit of each shape's two */
} Behind;

/* Whether dual and plural look alike in a reading, and whether it is an adjective. */
typedef enum Either { EITHER_NO, EITHER_NOUN, EITHER_ADJECTIVE } Either;

/* Whether a context tells dual and plural apart: no; yes, and the number stands; it is one of
 * them (as WordNumber has them). */
typedef enum Settled {
  SETTLED_NOT,
  SETTLED_AS_IT_IS,
  SETTLED_DUAL = NUMBER_DUAL,
  SETTLED_PLURAL = NUMBER_PLURAL
} Settled;

/* What «و» may go on from, and what ends the search for it. */
typedef enum JoinedTo { JOINED_ON, JOINED_MASDAR, JOINED_END } JoinedTo;

void bearing_make(Bearing *bearing, Profile of);
void behind_make(Behind *behind, Profile of);

/* A profile and the numbers of what it comes to, in eight bytes. */
enum { PROFILE_BITS = 44, BEARING_BITS = 12, BEHIND_BITS = 8, RECENT = 512 };
typedef struct ProfileSlot {
  uint64_t profile : PROFILE_BITS; /* 0 an empty slot */
  uint64_t bearing : BEARING_BITS, behind : BEHIND_BITS;
} ProfileSlot;

/* Bearings by their number, from 1: what a few thousand profiles come to, a few hundred of them. Number 0
 * is of what was not kept: it is made anew where it is needed. */
typedef struct Bearings {
  Arena *arena;
  VEC(Bearing) list;
  VEC(Behind) behind;
  ProfileSlot *slots;           /* [mask + 1] */
  uint16_t *numbers;            /* of the list, by a hash of what is in it */
  uint32_t mask, n;             /* n profiles */
  ProfileSlot recent[RECENT];   /* copies of slots, by their hash: the frequent ones, close at hand */
  Bearing beside[BESIDE_KINDS]; /* of what has no readings */
  Behind beside_behind[BESIDE_KINDS];
  uint16_t beside_number[BESIDE_KINDS], beside_behind_number[BESIDE_KINDS]; /* their numbers, or 0 */
} Bearings;

/* On no arena it keeps nothing. */
Bearings bearings_new(Arena *arena);
/* Has the memory fetched that their search will begin in. */
void bearings_prefetch(const Bearings *bearings, Profile of);
uint16_t bearings_number(Bearings *bearings, Profile of);
uint16_t bearings_behind(Bearings *bearings, Profile of);

/* Of two neighbours: the rules that both will do for. */
typedef struct Context {
  uint64_t rules[RULE_LISTS];
  uint32_t together; /* of each shape, whether it agrees and whether it is a head */
  MasdarBefore masdar;
} Context;

static inline Context context_of(const Bearing *previous, const Behind *next, MasdarBefore masdar) {
  return (Context){{previous->as_previous[RULES_VERB] & next->as_next[RULES_VERB],
                    previous->as_previous[RULES_OTHER] & next->as_next[RULES_OTHER]},
                   previous->agrees | next->heads,
                   masdar};
}

/* What the neighbours add to or take from a reading's cost. */
static inline int context_cost(const RuleCosts *costs, const Context *c, const Bearing *b) {
  uint32_t list = b->list, together = c->together >> 2 * b->shape & 3;
  uint64_t rules = b->as_reading & c->rules[list] & costs->together[list][c->masdar][together];
  const int8_t(*by_part)[RULE_SETS] = costs->by_part[list];
  const uint32_t set = RULE_SETS - 1;
  _Static_assert(RULE_PARTS == 5, "a look for each part");
  return by_part[0][rules & set] + by_part[1][rules >> RULE_BITS & set] + by_part[2][rules >> 2 * RULE_BITS & set] +
         by_part[3][rules >> 3 * RULE_BITS & set] + by_part[4][rules >> 4 * RULE_BITS & set];
}

#endif
