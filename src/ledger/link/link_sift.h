/* The most points that a pair can have, told by little of the one: most of the happenings of one day and country are
 * of different events, and need not be read to see it. */
#ifndef LEDGER_LINK_SIFT_H
#define LEDGER_LINK_SIFT_H

#include "ledger/link/link.h"
#include "ledger/link/place_sign.h"

enum {
  LINK_SIFT_TOLD = 1,
  LINK_SIFT_SEVERAL = 2,
  LINK_SIFT_NEWS = 4,
  LINK_SIFT_EARLIER = 8,
  LINK_SIFT_AGENTS = 16,
  LINK_SIFT_TARGETS = 32,
  LINK_SIFT_TOLLS = 64,
  LINK_SIFT_PEOPLE = 128,
  LINK_SIFT_WORDS = 16,
  LINK_SIFT_PLACES = 2
};

typedef struct LinkSift {
  int32_t from, to;                 /* as the item's */
  uint32_t types;                   /* a bit for each of its records' (kinship_bit) */
  uint16_t words, beside;           /* weights of its wordings; 0: too short to be compared */
  uint8_t flags;                    /* LINK_SIFT_… */
  uint8_t nplaces;                  /* more than LINK_SIFT_PLACES: not told */
  uint32_t filter[LINK_SIFT_WORDS]; /* a Bloom filter of its words and those beside it */
  PlaceSign places[LINK_SIFT_PLACES];
} LinkSift;

LinkSift link_sift_of(const LinkItem *item);

/* The item that others are held against. */
typedef struct LinkSifter {
  const LinkItem *item;
  LinkSift own;
  uint32_t kin; /* bits of the types that may be one act with one of its own */
} LinkSifter;

LinkSifter link_sifter(const LinkItem *item);

/* No less than link_score gives for the item and another one whose sift this is; of another document. LINK_VETO: never.
 */
int32_t link_sift_most(const LinkSifter *sifter, const LinkSift *other);

#endif
