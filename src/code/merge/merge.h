/* One happening, one scene: tellings put together, acts counted, totals and their parts. */
#ifndef CODE_MERGE_H
#define CODE_MERGE_H

#include "code/scene/scene.h"

/* «حملة قصف»: a campaign and what it is one of become one; right behind scenes_make. */
void scenes_join_campaigns(Stage *s);
/* Decides of each whether it is told, and makes the tellings of one happening one scene. */
void scenes_merge(Stage *s);
void scenes_fold_aims(Stage *s); /* what is only threatened or meant, and told nowhere else */
/* Which acts and figures are tallies, and which are parts of a total told too. */
void scenes_parts(Stage *s);

#endif
