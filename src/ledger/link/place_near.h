/* How near two places are, as a reader of two reports would say. */
#ifndef LEDGER_PLACE_NEAR_H
#define LEDGER_PLACE_NEAR_H

#include "record/record.h"

typedef struct Nearness {
  int32_t
      points; /* 3 one town, or within 10 km; 2 one governorate; 0 no more than a country known; less than 0 apart */
  const Place *a, *b;
  double km; /* -1: not measured */
} Nearness;

/* No word says that the act was there. */
bool place_is_guessed(const Place *p);

Nearness place_near(const Place *a, const Place *b);

/* The nearest of two lists; `a` NULL where one is empty. */
Nearness places_near(const Place *const *a, uint32_t na, const Place *const *b, uint32_t nb);

#endif
