/* Which of how many an act is: «ثالث هجوم خلال شهر». */
#ifndef CODE_NTH_H
#define CODE_NTH_H

#include "code/scene/scene.h"

/* Each live scene that counts its like gets its `nth`; once dates are known and before tellings are merged. */
void scenes_find_nth(Stage *s);
/* Of those that were told: a tally of as many, and the act of its kind right before it is of them. */
void scenes_count_nth(Stage *s);

#endif
