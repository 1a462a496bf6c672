/* Mentions by token: each list is in text order, so the first at or behind a token is found
 * by halving. */
#ifndef CODE_NEAR_H
#define CODE_NEAR_H

#include "code/clause/input.h"

#define NEAR_FIRST(name, type, list, count)                           \
  static inline uint32_t name(const CoderInput *in, uint32_t token) { \
    const type *at = in->list;                                        \
    uint32_t low = 0, high = in->count;                               \
    while (low < high) {                                              \
      uint32_t mid = low + (high - low) / 2;                          \
      if (at[mid].first < token)                                      \
        low = mid + 1;                                                \
      else                                                            \
        high = mid;                                                   \
    }                                                                 \
    return low;                                                       \
  }

NEAR_FIRST(place_from, PlaceMention, mentions->places, mentions->nplaces)
NEAR_FIRST(person_from, PersonMention, mentions->persons, mentions->npersons)
NEAR_FIRST(actor_from, ActorMention, mentions->actors, mentions->nactors)
NEAR_FIRST(number_from, Number, numbers->at, numbers->n)
NEAR_FIRST(date_from, Date, dates->at, dates->n)

/* The place, the person, the actor that is named from this token on; NULL where none is. */
#define NEAR_AT(name, from, type, list, count)                                \
  static inline const type *name(const CoderInput *in, uint32_t token) {      \
    uint32_t i = from(in, token);                                             \
    return i < in->count && in->list[i].first == token ? &in->list[i] : NULL; \
  }

NEAR_AT(place_at, place_from, PlaceMention, mentions->places, mentions->nplaces)
NEAR_AT(person_at, person_from, PersonMention, mentions->persons, mentions->npersons)
NEAR_AT(actor_at, actor_from, ActorMention, mentions->actors, mentions->nactors)

/* «التركي»: a nisba stands there. */
static inline bool nisba_at(const CoderInput *in, uint32_t token) {
  const PlaceMention *place = place_at(in, token);
  return place && place->adjective;
}

/* Does the mention name a country, by its own name or its capital's? */
static inline bool names_country(const PlaceMention *p) {
  return !p->adjective && (p->level == LEVEL_COUNTRY || p->capital);
}

/* Is the one the country or the governorate of the other, as the tables have it? */
static inline bool place_holds(const PlaceMention *outer, const PlaceMention *inner) {
  if (outer->level == LEVEL_COUNTRY) return inner->country.n && str_eq(inner->country, outer->country);
  return outer->level == LEVEL_ADMIN1 && inner->admin1.n && str_eq(inner->admin1, outer->admin1);
}

#endif
