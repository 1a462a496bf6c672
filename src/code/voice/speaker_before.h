/* Who among those that spoke before is meant. Each looks a bounded number of speakers back. */
#ifndef CODE_SPEAKER_BEFORE_H
#define CODE_SPEAKER_BEFORE_H

#include "code/scene/scene.h"

/* «المرصد», «عبد الرحمن», after the full name, or the full name behind: who is meant, or NONE. */
uint32_t speaker_named_before(const Stage *s, Part who);

/* The newest speaker whose noun is the same: «المصادر» after «مصادر ميدانية في الجيش»; NONE. */
uint32_t speaker_of_noun(const Stage *s, const Phrase *f);

/* «البيان» after «بيان للوزارة» and another speaker: the newest whose words came in such a paper; NONE. */
uint32_t speaker_of_paper(const Stage *s, const Phrase *f);

/* Whom words that only point back mean («المصدر», «الوزير», «الوكالة»), their own ending before token `limit`; `last`
 * is who spoke before, or SPEAKER_OUTLET. NONE where they name somebody. */
uint32_t speaker_pointed_at(const Stage *s, uint32_t phrase, uint32_t limit, uint32_t last);

#endif
