/* Courses: what rises, falls or goes on. */
#ifndef CODE_COURSE_H
#define CODE_COURSE_H

#include "code/scene/scene.h"

/* Gives a trend's scene its type; false where what rises is no act, nor the number of those whom acts befell. */
bool course_settle(Stage *s, uint32_t trend);

#endif
