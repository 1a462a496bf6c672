/* What two scenes share, and what keeps them apart: an earlier telling `a` and a later one `b`. */
#ifndef CODE_ALIKE_H
#define CODE_ALIKE_H

#include "code/scene.h"

typedef struct Agreement {
  bool shared, contradict;
} Agreement;

typedef enum Named { NAMED_NONE, NAMED_SAME, NAMED_OTHERS } Named;

/* Do two lists of fillers name somebody in common? */
bool parts_meet(const Stage *s, const Parts *a, const Parts *b);

/* Do the places meet? `differ`: each names one, and they are others; `narrow`: they meet in a narrow place. */
bool places_meet(const Stage *s, const Scene *a, const Scene *b, bool *differ, bool *narrow);

/* Numbers agree where one of each meets one of the other's of its kind: a report may give
 * several («8 من داعش و5 مدنيين»). They contradict where none does. */
Agreement effects_agree(const Scene *a, const Scene *b);

/* Does each give a day of its own, and no day is in both? */
bool dates_differ(const Stage *s, const Scene *a, const Scene *b);

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

/* «تفجيرات قتلت 30», and «تفجير قتل 19»: one of them, with its own dead. */
bool with_part_of_dead(const Stage *s, const Scene *a, const Scene *b);
/* «9 مطلوبين», and «قبض على ثلاثة في تلعفر»; «قتل ثمانية في قرية», and «سبعة» in another: other numbers at a
 * place of its own are a part's, or another act's. */
bool with_numbers_elsewhere(const Stage *s, const Scene *a, const Scene *b);

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

/* Are the named victims of both the same ones, or others? */
Named named_victims(const Stage *s, const Scene *a, const Scene *b);

/* Is whom the one was aimed at told by name, and whom the other was by another? */
bool targets_named_apart(const Stage *s, const Scene *a, const Scene *b);

/* «التقى بعمر», and «التقى بسالم»: is whom they met told by name in both, and none of them by the same, nor as the host
 * of the other? */
bool partners_named_apart(const Stage *s, const Scene *a, const Scene *b);

/* Two numbered figures of one kind are one where they give one number. */
bool one_figure(const Scene *a, const Scene *b);

/* Do both lists name actors of the tables, and share none? */
bool other_actors(const Stage *s, const Parts *a, const Parts *b);

/* Is every doer of the one of another side than every doer of the other? */
bool agents_of_two_sides(const Stage *s, const Scene *a, const Scene *b);

/* The country that the words name, as a place or by a nisba alone; empty. */
Str country_told(const Stage *s, Part part);
/* The actor that the words name, or NULL. */
const ActorMention *actor_of_part(const Stage *s, Part part);

/* «غارة إسرائيلية», and «قصف الجيش الإسرائيلي»: is one doer named by the nation alone, and the other its forces? */
bool agents_of_one_nation(const Stage *s, const Scene *a, const Scene *b);

/* Two types that may be of one act: one of them only says that somebody attacked, or that there was an
 * operation, of which arrests and seizures came. */
bool types_allow(const TypeRow *a, const TypeRow *b);

/* «سيطر على البلدة», and then «السيطرة على مواقع اللواء»: what the later one takes is told by a noun, and no place
 * named before. */
bool takes_other_land(const Stage *s, const Scene *a, const Scene *b);

/* A place taken is taken once: the place alone tells which act it is. */
bool place_decides(const Scene *a, const Scene *b);

/* Has each an outcome of one kind? */
bool same_what(const Scene *a, const Scene *b);

/* «الهجوم», «القصف»: a definite noun of those that point back. */
bool is_anaphor(const Stage *s, const Scene *x);

/* «عملية دهم», and later «عملية الدهم»: the same word for it. */
bool same_trigger(const Stage *s, const Scene *a, const Scene *b);

/* «مقتل قيادي» over a lead that tells of the raid in which he was killed. */
bool headline_of(const Scene *a, const Scene *b);

#endif
