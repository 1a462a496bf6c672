/* What place_rank.c and place_choose.c share: the document's world, and the choice among namesakes. */
#ifndef KNOW_PLACE_RANK_H
#define KNOW_PLACE_RANK_H

#include "know/place.h"

typedef struct Chooser {
  Finder *f;
  PlaceDrafts *drafts;
  PlaceWorld world;
  uint32_t beside; /* the row of the place before, which «و» joins */
  uint32_t anchor; /* the last governorate or district in this sentence, a row, or ROW_NONE */
} Chooser;

void world_tally(Tally *list, uint32_t *n, uint32_t max, uint32_t key, int weight);
int world_total(const Tally *list, uint32_t n);
/* A place speaks for its country and its governorate. */
void world_add(PlaceWorld *w, const Know *k, uint32_t row, int weight);

/* The row of a place's governorate, its own where it is one; ROW_NONE. */
uint32_t place_admin(const Know *k, uint32_t row);
/* Is `row` inside `container`, as far as the tables tell? 1 yes, -1 no, 0 perhaps. */
int place_lies_in(const Know *k, uint32_t row, uint32_t container);
/* Sets row, flags, ambiguous and either of the draft at `at`. */
void place_choose_row(const Chooser *c, uint32_t at);

#endif
