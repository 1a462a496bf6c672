/* Some of those just counted («بينهم»), told apart. */
#ifndef CODE_SUBSET_H
#define CODE_SUBSET_H

#include "code/scene/scene.h"

/* Those that are told behind `victim`, as outcomes of the scene; who is named there as well. */
void add_subsets(Stage *s, uint32_t scene, const Match *x, uint32_t victim);

/* «من بين القتلى»: the classes of the noun for those of whom such words tell some; none where none begin at the
 * token. */
ClassSet some_of_whom(const Stage *s, uint32_t token);

/* Sentences that tell of some of the dead or hurt of an act before: «ومن بين القتلى…». */
void add_sentences_of_subsets(Stage *s);

#endif
