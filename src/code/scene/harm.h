/* The dead and the hurt that are told together. */
#ifndef CODE_HARM_H
#define CODE_HARM_H

#include "code/scene/scene.h"

/* Settles whether the outcome that a match tells is of the dead, of the hurt, or of both under one number. False: it
 * is in the number of another outcome, in `list` or to come, and none of its own. */
bool harm_settle(const Stage *s, const Effects *list, const Match *x, Effect *e);

/* «سقوط قتلى وجرحى»: no more than what «مقتل سبعة وإصابة عشرة» tells. */
bool harm_uncounted(const Effect *e);

/* Does it tell of dead or hurt at all, whoever counts them? */
bool harm_told(const Effect *e);

/* Drops a number of dead and hurt together that the numbers of either, told apart, come to. */
void harm_drop_sums(Effects *list);

/* «الشهداء», «المصابين»: the dead or the hurt with the article are those told before. */
bool harm_known(const Stage *s, uint32_t phrase);

/* Drops «الشهداء», «المصابين» with the article, whom nobody counts, where the same fate is told of others: they are
 * those. */
void harm_drop_known(const Stage *s, Effects *list);

#endif
