/* Is an act told, so that it is a record? */
#ifndef CODE_TOLD_H
#define CODE_TOLD_H

#include "code/tie.h"

/* Does the text tell that the act came about, rather than only name it? */
bool scene_told(const Stage *s, const Scene *scene, Likest likest);

/* An act of a general kind: others take its place and time, but it is no record. */
bool scene_in_general(const Stage *s, const Scene *scene);

#endif
