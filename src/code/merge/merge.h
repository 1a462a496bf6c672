/* One happening, one scene: tellings put together, acts counted, totals and their parts. */
#ifndef CODE_MERGE_H
#define CODE_MERGE_H

#include "code/scene/scene.h"

void scenes_join_campaigns(Stage *s); /* of those that scene.c makes */
void scenes_merge(Stage *s);
void scenes_fold_aims(Stage *s); /* what is only threatened or meant, and told nowhere else */
void scenes_parts(Stage *s);

#endif
