/* Where and when: the places, the sites and the days of scenes. */
#ifndef CODE_SETTING_H
#define CODE_SETTING_H

#include "code/scene/scene.h"

/* The places of each, as its own sentence names them. */
void scenes_place(Stage *s);
/* The day of each, from its clause outward. */
void scenes_date(Stage *s);
/* Of the act before or of the report's news, once tellings are merged. */
void scenes_inherit_places(Stage *s);
void scenes_inherit_days(Stage *s);
void scenes_stay_home(Stage *s); /* of what is left without a place */
/* Sites that a noun tells and no name: «أحد المساجد»; once places are known. */
void scenes_spot(Stage *s);
/* «منذ بدء الاحتجاجات في آذار»: does the date tell when the scene began, which has gone on since? */
bool scene_goes_on_since(const Stage *s, const Scene *x, const Date *d);

#endif
