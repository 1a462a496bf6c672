/* Countries as ISO 3166, ACLED and UCDP name and number them. */
#ifndef EXPORT_COUNTRY_H
#define EXPORT_COUNTRY_H

#include "base/arena.h"

typedef struct Country {
  Str name, iso3; /* in English */
  Str acled, ged; /* their names for it */
  int32_t iso;    /* numeric; 0 unknown */
  int32_t gw;     /* Gleditsch and Ward's number; 0 unknown */
  Str acled_region, ged_region;
} Country;

/* By its ISO 3166 alpha-2 code; all empty where that is none. In the arena or constant. */
Country country_of(Arena *arena, Str iso2);

#endif
