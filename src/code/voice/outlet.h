/* The outlet whose report it is: where it speaks itself, and what it was told. */
#ifndef CODE_OUTLET_H
#define CODE_OUTLET_H

#include "code/scene/scene.h"

/* Does the phrase name the outlet, as the tables know it? */
bool outlet_named(const Stage *s, uint32_t phrase);

/* «مراسلنا»; «مراسل الجزيرة» in Al Jazeera; «المراسل», after one of them; «مراسل "الضفاف"», of whom no table knows: who
 * quotes a name like that mostly means itself. */
bool outlet_speaks(const Stage *s, uint32_t phrase);

/* «مصدر لـ «عكاظ»»: a paper that puts its name in quotation marks and stands in no table is the one that one reads. */
bool outlet_quotes_itself(const Stage *s, uint32_t phrase);

/* «في تصريحات لـ"الشرق الأوسط"», in that paper: what he told the outlet itself came through nothing. */
bool outlet_was_told(const Stage *s, uint32_t phrase);

#endif
