/* What two scenes share, and what keeps them apart: an earlier telling `a` and a later one `b`. */
#ifndef CODE_ALIKE_H
#define CODE_ALIKE_H

#include "code/scene/scene.h"

typedef struct Agreement {
  bool shared, contradict;
} Agreement;

/* Do the places meet? `differ`: each names one, and they are others; `narrow`: they meet in a narrow place. */
bool places_meet(const Stage *s, const Scene *a, const Scene *b, bool *differ, bool *narrow);

/* Numbers agree where one of each meets one of the other's of its kind: a report may give
 * several («8 من داعش و5 مدنيين»). They contradict where none does. */
Agreement effects_agree(const Scene *a, const Scene *b);

/* Does each give a day of its own, and no day is in both? */
bool dates_differ(const Stage *s, const Scene *a, const Scene *b);

/* «تفجيرات قتلت 30», and «تفجير قتل 19»: one of them, with its own dead. */
bool with_part_of_dead(const Stage *s, const Scene *a, const Scene *b);

/* «9 مطلوبين», and «قبض على ثلاثة في تلعفر»; «قتل ثمانية في قرية», and «سبعة» in another: other numbers at a
 * place of its own are a part's, or another act's. */
bool with_numbers_elsewhere(const Stage *s, const Scene *a, const Scene *b);

/* Two numbered figures of one kind are one where they give one number. */
bool one_figure(const Scene *a, const Scene *b);

/* Two types that may be of one act: one of them only says that somebody attacked, or that there was an
 * operation, of which arrests and seizures came. */
bool types_allow(const TypeRow *a, const TypeRow *b);

/* «سيطر على البلدة», and then «السيطرة على مواقع اللواء»: what the later one takes is told by a noun, and no place
 * named before. */
bool takes_other_land(const Stage *s, const Scene *a, const Scene *b);

/* A place taken is taken once: the place alone tells which act it is. */
bool place_decides(const Stage *s, const Scene *a, const Scene *b);

/* Has each an outcome of one kind? */
bool same_what(const Scene *a, const Scene *b);

/* «عملية دهم», and later «عملية الدهم»: the same word for it. */
bool same_trigger(const Stage *s, const Scene *a, const Scene *b);

/* «مقتل قيادي» over a lead that tells of the raid in which he was killed. */
bool headline_of(const Scene *a, const Scene *b);

#endif
