/* What the words of a telling say of which happening it is: one told before, or another. */
#ifndef CODE_ANOTHER_H
#define CODE_ANOTHER_H

#include "code/scene/scene.h"

/* «18 ضربة» and later «ضربة جوية», not «الضربة»: another one. */
bool another_one(const Stage *s, const Scene *a, const Scene *b);

/* «انفجار آخر», not «آخر انفجار»; «هجوم مماثل», a similar attack */
bool other_one(const Stage *s, const Phrase *f, SetMask sets);

/* «وقتل 15 شخصاً في وقت سابق»: before what was told; where it is not the telling that came before. */
bool told_as_earlier(const Stage *s, const Scene *x);

/* «بعد أيام من خطفها ثمانية آخرين», «عقب هجوم»: what it came after, or before, is another act. */
bool governed_apart(const Stage *s, const Phrase *f);

/* «بعد أسبوع من وقوع تفجير», «بعد أيام على مقتل سبعة في هجوم»: so long before or after what was told. */
bool days_from_it(const Stage *s, const Scene *x);

/* «وبعد ساعات من الهجوم انفجرت سيارة», «وقبل يوم من هذا الهجوم …»: it points to the act before only to
 * tell when another one was. */
bool timed_by_another(const Stage *s, const Scene *x);

/* Is each told as another of several: «الانفجار الأول», «الثاني»? */
bool other_ordinal(const Stage *s, const Scene *a, const Scene *b);
bool one_of_these(const Stage *s, const Scene *a, const Scene *b);

/* «ثمانية مقاتلين آخرين»: all whom it befell are others than those told of before. */
bool befell_others(const Stage *s, const Scene *x);

/* «كما انفجرت سيارة», «تم أيضاً تدمير مستودع»: told as one thing more; but «جرح ثلاثة أيضاً في الانفجار». */
bool told_besides(const Stage *s, const Scene *x);

/* «كما قصفت الطائرات بلدة أخرى»: the words of one thing more open its sentence, right before its verb. */
bool opens_besides(const Stage *s, const Scene *x);

/* «من جهة أخرى، قتل جندي في هجوم»: its sentence opens by turning to other news; but «الهجوم» goes back all the same. */
bool told_as_other_news(const Stage *s, const Scene *x);

/* «في أحد هذه الهجمات»: one of several that were told. */
bool told_of_several(const Stage *s, const Scene *x);

/* «ضمن سلسلة هجمات», «موجة تفجيرات»: under a noun of measure. */
bool told_in_series(const Stage *s, const Scene *x);

/* A definite noun with nothing of its own only points back. */
bool points_back(const Stage *s, const Scene *x);

/* «الهجوم», «القصف»: a definite noun of those that point back. */
bool is_anaphor(const Stage *s, const Scene *x);

#endif
