/* Counts of acts, and what they add up to. */
#ifndef CODE_SUMS_H
#define CODE_SUMS_H

#include "code/scene/scene.h"

enum { TALLY_LEAST = 3 }; /* as many make a tally rather than an event */

/* Does the scene stand, as an act that numbers can be of? */
bool adds_up(const Scene *x);
/* Has it a number on its own noun, and more than a few? */
bool counts_many(const Stage *s, const Scene *x);
/* May each place of the part lie in one of the whole's, as it may where no table knows it? So they do where either has
 * none. */
bool places_lie_in(const Stage *s, const Scene *part, const Scene *whole);

/* Bare numbers with places of their own become acts of the kind before them. */
void sums_spread(Stage *s);
/* Records that come to a number told before are parts of it. */
void sums_link(Stage *s);

#endif
