/* Tolls of two records set side by side: can both be right? */
#ifndef CHECK_TOLLS_H
#define CHECK_TOLLS_H

#include "record/record.h"

/* Two numbers of one kind of outcome. */
typedef struct TollPair {
  const Outcome *a, *b;
} TollPair;

/* True where some kind of outcome is told by both with numbers that no reading makes agree:
 * ranges that do not meet, of the same class of people, or of a class that is larger than
 * the whole. Rough numbers agree with everything. */
bool tolls_disagree(const Record *a, const Record *b, TollPair *pair);

/* Both tell one and the same exact number, of civilians here and of fighters there. */
bool tolls_differ_in_status(const Record *a, const Record *b, TollPair *pair);

/* Both tell one and the same exact number, of `least` or more people of one kind of outcome. */
bool tolls_share(const Record *a, const Record *b, uint32_t least);

/* One record gives the same people twice, as two speakers call them (Outcome.restated): civilians and fighters. */
bool tolls_restated(const Record *r, TollPair *pair);

#endif
