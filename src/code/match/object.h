/* Whom or what a trigger's act was done to. */
#ifndef CODE_OBJECT_H
#define CODE_OBJECT_H

#include "code/match/match.h"

/* The object of the trigger, noun or verb, or NONE. */
uint32_t match_object(const MatchInput *m, const Match *x);

/* «المدينة المحاصرة» (the besieged town): what a participle with the article describes; NONE. */
uint32_t described_by(const MatchInput *m, const Match *x);

/* «شنت عدداً من الغارات»: the acts of which the object of a light verb is a measure; NONE. */
uint32_t acts_counted(const MatchInput *m, const Clause *c);

/* «إطلاقها صواريخ», «قتلهم جنديين»: the object behind a masdar and its pronoun; NONE. */
uint32_t object_of_masdar(const MatchInput *m, uint32_t i);

#endif
