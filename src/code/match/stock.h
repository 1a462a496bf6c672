/* Does a number stand where the text tells how many there are? */
#ifndef CODE_STOCK_H
#define CODE_STOCK_H

#include "code/match/match.h"

/* `phrase` is one that a number counts. */
bool stock_told(const MatchInput *m, uint32_t phrase);

#endif
