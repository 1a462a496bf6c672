/* Are two mentions the same place, the same actor, apart from each other? Findings must be
 * sure: each question here has a "proved" sense, and what is not known proves nothing. */
#ifndef CHECK_SAME_H
#define CHECK_SAME_H

#include "record/record.h"

/* One id, or where one of them has none, the same words (but for a proclitic before them). */
bool same_place(const Place *a, const Place *b);
/* Neither the same nor one inside the other, as far as ids, country and governorate tell. */
bool places_apart(const Place *a, const Place *b);
/* Kilometres between two points of the gazetteer; less than 0 where one has none. */
double place_km(const Place *a, const Place *b);
/* The one is the other, or surely in it: in its country or governorate; within CITY_KM of a city
 * that is named as a whole, or in the governorate that bears its name. */
bool place_inside(const Place *inner, const Place *outer);
/* Every place of the one has its like in the other. False where one list is empty. */
bool same_places(const Record *a, const Record *b);

bool same_actor(const Actor *a, const Actor *b);
/* Some actor stands in both lists. */
bool actors_meet(ActorList a, ActorList b);
/* The same, or one of them a part of the other or its press office. */
bool actors_one_side(ActorList a, ActorList b);
/* The same across documents: «القوات», the forces, is each report's own, so that words alone
 * must be two at least. */
bool actors_meet_across(ActorList a, ActorList b);
/* The same, or one of them named more fully: «المتحدث العسكري» (the military spokesman), «المتحدث العسكري المصري». */
bool actors_meet_in_full(ActorList a, ActorList b);
/* Do the words for the place stand in somebody's: «محافظ ديالى» (the governor of Diyala)? */
bool place_in_words(const Place *place, ActorList list);
/* Both lists have actors with ids, and none of one side. */
bool actors_differ(ActorList a, ActorList b);

#endif
