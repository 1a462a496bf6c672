/* Whom two tellings name in common, and who keeps them apart: an earlier telling `a` and a later one `b`. */
#ifndef CODE_ALIKE_PARTIES_H
#define CODE_ALIKE_PARTIES_H

#include "code/scene/scene.h"

typedef enum Named { NAMED_NONE, NAMED_SAME, NAMED_OTHERS } Named;

/* Do two lists of fillers name somebody in common? */
bool parts_meet(const Stage *s, const Parts *a, const Parts *b);

/* Are the named victims of both the same ones, or others? */
Named named_victims(const Stage *s, const Scene *a, const Scene *b);

/* Is whom the one was aimed at told by name, and whom the other was by another? */
bool targets_named_apart(const Stage *s, const Scene *a, const Scene *b);

/* «التقى بعمر», and «التقى بسالم»: is whom they met told by name in both, and none of them by the same, nor as the host
 * of the other? */
bool partners_named_apart(const Stage *s, const Scene *a, const Scene *b);

/* Do both lists name actors of the tables, and share none? */
bool other_actors(const Stage *s, const Parts *a, const Parts *b);

/* Is every doer of the one of another side than every doer of the other? */
bool agents_of_two_sides(const Stage *s, const Scene *a, const Scene *b);

/* «غارة إسرائيلية», and «قصف الجيش الإسرائيلي»: is one doer named by the nation alone, and the other its forces? */
bool agents_of_one_nation(const Stage *s, const Scene *a, const Scene *b);

#endif
