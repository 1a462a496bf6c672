/* The finders of the three kinds of mention, and what they tell each other.
 *
 * Actors come first, then persons, then places; who comes later sees what is taken. */
#ifndef KNOW_FIND_H
#define KNOW_FIND_H

#include "base/vec.h"
#include "know/scan.h"

enum { /* what a token is part of */
       TAKEN_ACTOR = 1,
       TAKEN_PERSON = 2,
       TAKEN_TITLE = 4, /* a post's complement: «مسؤول الكفالات في قضاء الحويجة» */
       TAKEN_DATE = 8
};

typedef VEC(ActorMention) ActorList;
typedef VEC(PersonMention) PersonList;
typedef VEC(PlaceMention) PlaceList;

typedef struct Finder {
  Scan scan;
  uint8_t *taken;     /* [ntokens + 1] */
  uint32_t *actor_of; /* [ntokens + 1]: the actor row whose name begins there, or ROW_NONE */
  ClassSet bodies;    /* of nouns whose complement is their name: «شركة», «نادي» */
  ActorList actors;
  PersonList persons;
  PlaceList places;
} Finder;

void find_actors(Finder *f);
void find_persons(Finder *f);
/* Marks what belongs to a post: TAKEN_TITLE. */
void find_titles(Finder *f);
void find_places(Finder *f);

static inline void take(Finder *f, uint32_t first, uint32_t last, uint8_t what) {
  for (uint32_t i = first; i < last; i++) f->taken[i] |= what;
}

/* The most weighty place that a match names, ROW_NONE where it names none. *weight: as in
 * PLACE_KIND_LIST, *flags: of that name. */
uint32_t place_heaviest(const Scan *scan, const Match *match, int *weight, uint32_t *flags);

/* A day as the rows keep theirs: YYYYMMDD, 0 unknown. */
static inline uint32_t day_of(Day d) { return d.year > 0 ? (uint32_t)d.year * 10000 + d.month * 100u + d.day : 0; }

/* The one row of the country's forces, or of those that are part of a body, on a day (YYYYMMDD, 0 unknown);
 * ROW_NONE where there is none, or more. */
uint32_t forces_of_country(const Know *know, uint16_t country, uint32_t day);
uint32_t forces_of_body(const Know *know, uint32_t body, uint32_t day);

enum { RIVALS_MOST = 6 }; /* actors that share a name */

/* Of the n actors (one to RIVALS_MOST) that share the name at a token, the one that is meant; ROW_NONE where nothing
 * tells. told[]: by row, whether the text has a name that is its alone. */
uint32_t theatre_choose(const Finder *f, const uint32_t *rows, uint32_t n, uint32_t token, const uint8_t *told);

/* The country of a row as a string of two letters; empty for none. */
Str country_str(const uint16_t *country);
/* The same of a value, in the arena. */
Str country_copy(Arena *arena, uint16_t country);

/* Reads the token as a verb, or a preposition, conjunction, pronoun …? */
bool is_function_word(const Scan *scan, uint32_t token);
/* The same, or no word, or the first of a line: no name goes on there. */
bool ends_name(const Scan *scan, uint32_t token);

#endif
