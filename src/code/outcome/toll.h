/* The dead and displaced of a whole war or period: a figure, and no one act. */
#ifndef CODE_TOLL_H
#define CODE_TOLL_H

#include "code/outcome/effect.h"

/* Is what an outcome's match tells of `victim` such a toll? `act` is the scene it would be
 * bound to, or NONE. */
bool toll_told(const Stage *s, const Match *x, const Victim *victim, uint32_t act);

/* The figure's scene, with its subsets as outcomes; NONE on a failed arena. */
uint32_t toll_scene(Stage *s, uint32_t match, const Victim *victim);

#endif
