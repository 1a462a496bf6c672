/* What fills the roles of a frame that fired. */
#ifndef CODE_ROLE_H
#define CODE_ROLE_H

#include "code/match/match.h"

/* Has the phrase all of `only` and none of `without`? */
bool classes_hold(const MatchInput *m, ClassSet only, ClassSet without, const Phrase *f);

/* The iḍāfa complement of a phrase, or NONE. */
uint32_t idafa_on(const MatchInput *m, uint32_t i);

/* Of what a phrase is one («أحد المواقع»), or NONE. */
uint32_t whole_of(const MatchInput *m, uint32_t i);

/* Is the token its clause's verb? */
bool match_is_verb(const MatchInput *m, uint32_t token);

/* The phrases that the source's preposition governs within the trigger's reach. */
void role_add_prep(const MatchInput *m, const Match *x, const FrameSource *s, Fillers *out);

/* The adjective of nationality in the trigger's own phrase: «القصف التركي»; NULL. */
const PlaceMention *role_nisba(const MatchInput *m, const Match *x);

/* Fills one role of the match from its frame's sources. */
void role_fill(const MatchInput *m, Match *x, uint32_t role);

#endif
