/* Acts told of a stretch of time and not of a day. */
#ifndef CODE_STRETCH_H
#define CODE_STRETCH_H

#include "code/scene/scene.h"

/* Is it a stretch on the calendar, from some day to another? */
bool date_spans(const Date *d);
/* More than a day or two: a stretch on the calendar, or «خلال أسبوعين». */
bool date_lasts(const Stage *s, const Date *d);
/* Does the clause that tells its numbers give it a period? */
bool told_over_stretch(const Stage *s, const Scene *x);
/* What is done by force or by law: of many days there are many. A truce or a visit lasts. */
bool done_at_once(const Stage *s, const Scene *x);
/* Does it tell of so many arrested in one number? */
bool arrests_at_least(const Scene *x, uint32_t people);
/* «قصفت الطائرات مخزناً», and later «شهدت الأيام الثلاثة الماضية غارات مكثفة»: many, of many days. */
bool many_of_days(const Stage *s, const Scene *a, const Scene *b);
/* «قتل ستة في غارات», and later «الغارات أسفرت خلال أسبوع عن مقتل 260»: more than it, and of a stretch of time. */
bool sums_more(const Stage *s, const Scene *a, const Scene *b);

#endif
