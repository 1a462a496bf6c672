/* Which of the places that a sentence names is an act's own. */
#ifndef CODE_SITE_H
#define CODE_SITE_H

#include "code/scene/scene.h"
#include "code/setting/site_weights.h"

/* May the place mention be where something happened: no part of a name or post, no adjective? */
bool site_serves(const Stage *s, uint32_t place);

/* The place mention of the scene's sentence that is most likely its own; NONE where there is none, or, unless `any`
 * will do, where it is likelier that its place is not told there. `unsure`: it is a little likelier, so that the place
 * helps to tell acts apart, and is no part of the record. */
uint32_t site_choose(const Stage *s, const Scene *scene, bool any, bool *unsure);

/* What kind of act the scene is, for its places; and what signs of a place weigh for one. */
SiteKind site_kind(const Stage *s, const Scene *scene); /* site_weigh.c, as all three */
int site_weigh(Signs signs, SiteKind kind);
/* Keeps, where there is a trace, how a place of the scene's sentence was weighed; an empty span: that none is its own.
 */
void site_trace(const Stage *s, const Scene *scene, Span place, Signs signs, SiteKind kind);

/* «قضت محكمة جنايات المنيا»: the place in the name of the court whose act it is; NONE. */
uint32_t site_seat(const Stage *s, const Scene *scene);

/* «أغلقت السلطات المعبر»: the place mention told before that the act befalls, where a noun right behind the scene's
 * words points back to it; NONE. */
uint32_t site_befallen(const Stage *s, const Scene *scene); /* pointed.c */
/* «صنعاء التي احتلتها الميليشيات»: the place mention that a pronoun of the act takes up; NONE. */
uint32_t site_taken_up(const Stage *s, const Scene *scene); /* resumed.c */
/* «اندلعت مواجهات في المدينة»: where such a noun says where the act was; NONE. */
uint32_t site_pointed_at(const Stage *s, const Scene *scene); /* pointed.c */
/* «ألقت السلطات السويسرية القبض»: of an act of police, courts or authorities, their country where the report names it,
 * and not the one given; NONE. */
uint32_t site_of_doer(const Stage *s, const Scene *scene, Str country); /* home.c */

#endif
