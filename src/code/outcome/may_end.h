/* Whether an act may come to such an end. */
#ifndef CODE_MAY_END_H
#define CODE_MAY_END_H

#include "code/scene/scene.h"

/* May outcomes be of this scene at all? Not of a figure, nor of what may be no act. */
bool takes_outcomes(const Stage *s, uint32_t scene);

/* What makes an act of its own whatever came before: flight, return, release, surrender. */
bool own_act(const Stage *s, const Match *x);

/* Arrests, seizures, and those made harmless: what the forces of order do. */
bool custody(const Stage *s, const Match *x);

/* Does it tell of dead or hurt? */
bool harms(const Stage *s, const Match *x);

/* Can an act of this class come to such an end where no word of result says so? Deaths come of any force. Whoever is
 * caught after an attack is caught by others, in an act of their own; so is a flight, a return, a release. */
bool may_end_in(const Stage *s, uint32_t scene, const Match *x);

/* «خلية مسؤولة عن تفجير», «عن محاولة اغتيال»: the preposition belongs to a word that lays the act on somebody. */
bool blamed_for(const Stage *s, uint32_t phrase);

/* The newest act before a token in its sentence that may come to it, or NONE. An act that is laid on somebody is not
 * what he died of: «مقتل ستة من خلية مسؤولة عن تفجير المحطة. وقتلت القوات الستة في …». */
uint32_t act_before(const Stage *s, uint32_t token, const Match *x);

#endif
