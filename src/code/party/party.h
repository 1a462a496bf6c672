/* Who did it to whom: doers, partners and targets. */
#ifndef CODE_PARTY_H
#define CODE_PARTY_H

#include "code/scene/scene.h"

/* Of deeds that have no doer of their own, him whom the sentence names apart; does nothing to those that have one. */
void scenes_find_doers(Stage *s);
void scenes_share_doers(Stage *s); /* of acts told together */
/* Of deeds laid on somebody; once it is known what is told. */
void scenes_find_accused(Stage *s);
/* Of verbs with no subject of their own, the doer of the act before; once tellings are merged. */
void scenes_go_on(Stage *s);
/* The two sides of meetings and agreements. */
void scenes_meet(Stage *s);
/* Who foiled an act has not done it; once stances are known. */
void scenes_spare_foilers(Stage *s);
/* Of one who stands as doer and as partner, the likelier. */
void scene_seat_once(const Stage *s, Scene *x);
/* Whom acts are aimed at that name nobody; those of war sides alone. */
void scenes_find_enemies(Stage *s);
/* The house that an attack hit which names nobody. */
void scenes_find_houses(Stage *s);
void scenes_find_means(Stage *s); /* of those whose doers are known */
/* With whom, and with whose help, the doer acts. */
void scenes_back(Stage *s);
void scenes_name_pairs(Stage *s); /* «الجانبان»; once tellings are merged */
/* Doers and enemies about which the rest of the report leaves no choice; once tellings are merged. */
void scenes_take_sides(Stage *s);
void scenes_find_convicts(Stage *s); /* of a sentence that names nobody but by its punishment */
/* «قواته»: for forces that a pronoun alone names, whose they are. */
void scene_name_owners(const Stage *s, Scene *x);

#endif
