/* What came of it: outcomes bound to acts, and whom they befell. */
#ifndef CODE_OUTCOME_H
#define CODE_OUTCOME_H

#include "code/scene/scene.h"

/* Gives each outcome to the act that it came of, or makes it a scene of its own. */
void scenes_bind(Stage *s);
/* What the dead are said to have been (called.c): before scenes are merged, and after. */
void scenes_call(Stage *s, bool merged);
/* Who those were whom acts befell, named apart from them; once tellings are merged. */
void scenes_name(Stage *s);
/* «والقتلى هم…»: the same, of names in a list. */
void scenes_list_names(Stage *s);
void scenes_name_accused(Stage *s); /* of a report of one person's arrest and trial */
/* For an act that is aimed at nobody, those whom its outcomes befell. */
void scene_take_befallen(Stage *s, Scene *x);
/* For a figure, those whom it counts. */
void scene_take_counted(Stage *s, Scene *x);
/* For one whom an act befell and who is told without his name, the name that is told apart. */
void scene_take_name(const Stage *s, Scene *x);

#endif
