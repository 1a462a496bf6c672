/* What came of it: outcomes bound to acts, and whom they befell. */
#ifndef CODE_OUTCOME_H
#define CODE_OUTCOME_H

#include "code/scene/scene.h"

void scenes_bind(Stage *s);
/* What the dead are said to have been (called.c): before scenes are merged, and after. */
void scenes_call(Stage *s, bool merged);
void scenes_name(Stage *s);
void scenes_list_names(Stage *s);
void scenes_name_accused(Stage *s); /* of a report of one person's arrest and trial */
/* For an act that is aimed at nobody, those whom its outcomes befell. */
void scene_take_befallen(Stage *s, Scene *x);
/* For a figure, those whom it counts. */
void scene_take_counted(Stage *s, Scene *x);
/* For one whom an act befell and who is told without his name, the name that is told apart. */
void scene_take_name(const Stage *s, Scene *x);

#endif
