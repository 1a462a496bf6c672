/* ISO's codes and English names are ICU's; the numbers and regions of conflict data are in the
 * table: Gleditsch and Ward's list of states (facts), and the regions of ACLED's and UCDP's files. */
#include "export/country.h"

#include <unicode/uloc.h>
#include <unicode/uregion.h>

typedef struct CountryRow {
  char iso2[3];
  uint8_t acled_region, ged_region;
  int16_t gw;
  const char *acled, *ged; /* NULL: ICU's name */
} CountryRow;

enum {
  NOWHERE,
  MIDDLE_EAST,
  NORTH_AFRICA,
  WEST_AFRICA,
  MIDDLE_AFRICA,
  EAST_AFRICA,
  SOUTH_AFRICA,
  SOUTH_ASIA,
  SOUTHEAST_ASIA,
  EAST_ASIA,
  CENTRAL_ASIA,
  EUROPE,
  NORTH_AMERICA,
  SOUTH_AMERICA,
  CENTRAL_AMERICA,
  CARIBBEAN,
  OCEANIA
};
static const char *const acled_regions[] = {"",
                                            "Middle East",
                                            "Northern Africa",
                                            "Western Africa",
                                            "Middle Africa",
                                            "Eastern Africa",
                                            "Southern Africa",
                                            "South Asia",
                                            "Southeast Asia",
                                            "East Asia",
                                            "Caucasus and Central Asia",
                                            "Europe",
                                            "North America",
                                            "South America",
                                            "Central America",
                                            "Caribbean",
                                            "Oceania"};

enum { GED_NONE, GED_MIDDLE_EAST, GED_AFRICA, GED_ASIA, GED_EUROPE, GED_AMERICAS };
static const char *const ged_regions[] = {"", "Middle East", "Africa", "Asia", "Europe", "Americas"};

static const CountryRow rows[] = {
    {"AE", MIDDLE_EAST, GED_MIDDLE_EAST, 696, NULL, NULL},
    {"AF", CENTRAL_ASIA, GED_ASIA, 700, NULL, NULL},
    {"AM", CENTRAL_ASIA, GED_EUROPE, 371, NULL, NULL},
    {"AO", MIDDLE_AFRICA, GED_AFRICA, 540, NULL, NULL},
    {"AR", SOUTH_AMERICA, GED_AMERICAS, 160, NULL, NULL},
    {"AT", EUROPE, GED_EUROPE, 305, NULL, NULL},
    {"AU", OCEANIA, GED_ASIA, 900, NULL, NULL},
    {"AZ", CENTRAL_ASIA, GED_EUROPE, 373, NULL, NULL},
    {"BA", EUROPE, GED_EUROPE, 346, "Bosnia and Herzegovina", "Bosnia-Herzegovina"},
    {"BD", SOUTH_ASIA, GED_ASIA, 771, NULL, NULL},
    {"BE", EUROPE, GED_EUROPE, 211, NULL, NULL},
    {"BF", WEST_AFRICA, GED_AFRICA, 439, NULL, NULL},
    {"BG", EUROPE, GED_EUROPE, 355, NULL, NULL},
    {"BH", MIDDLE_EAST, GED_MIDDLE_EAST, 692, NULL, NULL},
    {"BI", EAST_AFRICA, GED_AFRICA, 516, NULL, NULL},
    {"BJ", WEST_AFRICA, GED_AFRICA, 434, NULL, NULL},
    {"BR", SOUTH_AMERICA, GED_AMERICAS, 140, NULL, NULL},
    {"BY", EUROPE, GED_EUROPE, 370, NULL, NULL},
    {"CA", NORTH_AMERICA, GED_AMERICAS, 20, NULL, NULL},
    {"CD", MIDDLE_AFRICA, GED_AFRICA, 490, "Democratic Republic of Congo", "DR Congo (Zaire)"},
    {"CF", MIDDLE_AFRICA, GED_AFRICA, 482, NULL, NULL},
    {"CG", MIDDLE_AFRICA, GED_AFRICA, 484, "Republic of Congo", "Congo"},
    {"CH", EUROPE, GED_EUROPE, 225, NULL, NULL},
    {"CI", WEST_AFRICA, GED_AFRICA, 437, "Ivory Coast", "Ivory Coast"},
    {"CL", SOUTH_AMERICA, GED_AMERICAS, 155, NULL, NULL},
    {"CM", MIDDLE_AFRICA, GED_AFRICA, 471, NULL, NULL},
    {"CN", EAST_ASIA, GED_ASIA, 710, NULL, NULL},
    {"CO", SOUTH_AMERICA, GED_AMERICAS, 100, NULL, NULL},
    {"CU", CARIBBEAN, GED_AMERICAS, 40, NULL, NULL},
    {"CY", EUROPE, GED_EUROPE, 352, NULL, NULL},
    {"CZ", EUROPE, GED_EUROPE, 316, "Czech Republic", "Czech Republic"},
    {"DE", EUROPE, GED_EUROPE, 260, NULL, NULL},
    {"DJ", EAST_AFRICA, GED_AFRICA, 522, NULL, NULL},
    {"DK", EUROPE, GED_EUROPE, 390, NULL, NULL},
    {"DZ", NORTH_AFRICA, GED_AFRICA, 615, NULL, NULL},
    {"EC", SOUTH_AMERICA, GED_AMERICAS, 130, NULL, NULL},
    {"EG", NORTH_AFRICA, GED_MIDDLE_EAST, 651, NULL, NULL},
    {"ER", EAST_AFRICA, GED_AFRICA, 531, NULL, NULL},
    {"ES", EUROPE, GED_EUROPE, 230, NULL, NULL},
    {"ET", EAST_AFRICA, GED_AFRICA, 530, NULL, NULL},
    {"FI", EUROPE, GED_EUROPE, 375, NULL, NULL},
    {"FR", EUROPE, GED_EUROPE, 220, NULL, NULL},
    {"GB", EUROPE, GED_EUROPE, 200, NULL, NULL},
    {"GE", CENTRAL_ASIA, GED_EUROPE, 372, NULL, NULL},
    {"GH", WEST_AFRICA, GED_AFRICA, 452, NULL, NULL},
    {"GN", WEST_AFRICA, GED_AFRICA, 438, NULL, NULL},
    {"GR", EUROPE, GED_EUROPE, 350, NULL, NULL},
    {"HR", EUROPE, GED_EUROPE, 344, NULL, NULL},
    {"HU", EUROPE, GED_EUROPE, 310, NULL, NULL},
    {"ID", SOUTHEAST_ASIA, GED_ASIA, 850, NULL, NULL},
    {"IE", EUROPE, GED_EUROPE, 205, NULL, NULL},
    {"IL", MIDDLE_EAST, GED_MIDDLE_EAST, 666, NULL, NULL},
    {"IN", SOUTH_ASIA, GED_ASIA, 750, NULL, NULL},
    {"IQ", MIDDLE_EAST, GED_MIDDLE_EAST, 645, NULL, NULL},
    {"IR", MIDDLE_EAST, GED_MIDDLE_EAST, 630, NULL, NULL},
    {"IT", EUROPE, GED_EUROPE, 325, NULL, NULL},
    {"JO", MIDDLE_EAST, GED_MIDDLE_EAST, 663, NULL, NULL},
    {"JP", EAST_ASIA, GED_ASIA, 740, NULL, NULL},
    {"KE", EAST_AFRICA, GED_AFRICA, 501, NULL, NULL},
    {"KG", CENTRAL_ASIA, GED_ASIA, 703, NULL, NULL},
    {"KP", EAST_ASIA, GED_ASIA, 731, NULL, NULL},
    {"KR", EAST_ASIA, GED_ASIA, 732, NULL, NULL},
    {"KW", MIDDLE_EAST, GED_MIDDLE_EAST, 690, NULL, NULL},
    {"KZ", CENTRAL_ASIA, GED_ASIA, 705, NULL, NULL},
    {"LB", MIDDLE_EAST, GED_MIDDLE_EAST, 660, NULL, NULL},
    {"LK", SOUTH_ASIA, GED_ASIA, 780, NULL, NULL},
    {"LY", NORTH_AFRICA, GED_AFRICA, 620, NULL, NULL},
    {"MA", NORTH_AFRICA, GED_AFRICA, 600, NULL, NULL},
    {"MD", EUROPE, GED_EUROPE, 359, NULL, NULL},
    {"ML", WEST_AFRICA, GED_AFRICA, 432, NULL, NULL},
    {"MM", SOUTHEAST_ASIA, GED_ASIA, 775, "Myanmar", "Myanmar (Burma)"},
    {"MR", WEST_AFRICA, GED_AFRICA, 435, NULL, NULL},
    {"MX", NORTH_AMERICA, GED_AMERICAS, 70, NULL, NULL},
    {"MY", SOUTHEAST_ASIA, GED_ASIA, 820, NULL, NULL},
    {"MZ", EAST_AFRICA, GED_AFRICA, 541, NULL, NULL},
    {"NE", WEST_AFRICA, GED_AFRICA, 436, NULL, NULL},
    {"NG", WEST_AFRICA, GED_AFRICA, 475, NULL, NULL},
    {"NL", EUROPE, GED_EUROPE, 210, NULL, NULL},
    {"NO", EUROPE, GED_EUROPE, 385, NULL, NULL},
    {"OM", MIDDLE_EAST, GED_MIDDLE_EAST, 698, NULL, NULL},
    {"PH", SOUTHEAST_ASIA, GED_ASIA, 840, NULL, NULL},
    {"PK", SOUTH_ASIA, GED_ASIA, 770, NULL, NULL},
    {"PL", EUROPE, GED_EUROPE, 290, NULL, NULL},
    {"PS", MIDDLE_EAST, GED_MIDDLE_EAST, 666, "Palestine", "Israel"},
    {"PT", EUROPE, GED_EUROPE, 235, NULL, NULL},
    {"QA", MIDDLE_EAST, GED_MIDDLE_EAST, 694, NULL, NULL},
    {"RO", EUROPE, GED_EUROPE, 360, NULL, NULL},
    {"RS", EUROPE, GED_EUROPE, 340, NULL, "Serbia (Yugoslavia)"},
    {"RU", EUROPE, GED_EUROPE, 365, NULL, "Russia (Soviet Union)"},
    {"RW", EAST_AFRICA, GED_AFRICA, 517, NULL, NULL},
    {"SA", MIDDLE_EAST, GED_MIDDLE_EAST, 670, NULL, NULL},
    {"SD", NORTH_AFRICA, GED_AFRICA, 625, NULL, NULL},
    {"SE", EUROPE, GED_EUROPE, 380, NULL, NULL},
    {"SN", WEST_AFRICA, GED_AFRICA, 433, NULL, NULL},
    {"SO", EAST_AFRICA, GED_AFRICA, 520, NULL, NULL},
    {"SS", EAST_AFRICA, GED_AFRICA, 626, NULL, NULL},
    {"SY", MIDDLE_EAST, GED_MIDDLE_EAST, 652, NULL, NULL},
    {"TD", MIDDLE_AFRICA, GED_AFRICA, 483, NULL, NULL},
    {"TG", WEST_AFRICA, GED_AFRICA, 461, NULL, NULL},
    {"TH", SOUTHEAST_ASIA, GED_ASIA, 800, NULL, NULL},
    {"TJ", CENTRAL_ASIA, GED_ASIA, 702, NULL, NULL},
    {"TM", CENTRAL_ASIA, GED_ASIA, 701, NULL, NULL},
    {"TN", NORTH_AFRICA, GED_AFRICA, 616, NULL, NULL},
    {"TR", MIDDLE_EAST, GED_MIDDLE_EAST, 640, "Turkey", "Turkey"},
    {"TZ", EAST_AFRICA, GED_AFRICA, 510, NULL, NULL},
    {"UA", EUROPE, GED_EUROPE, 369, NULL, NULL},
    {"UG", EAST_AFRICA, GED_AFRICA, 500, NULL, NULL},
    {"US", NORTH_AMERICA, GED_AMERICAS, 2, "United States", "United States of America"},
    {"UZ", CENTRAL_ASIA, GED_ASIA, 704, NULL, NULL},
    {"VE", SOUTH_AMERICA, GED_AMERICAS, 101, NULL, NULL},
    {"XK", EUROPE, GED_EUROPE, 347, "Kosovo", "Kosovo"},
    {"YE", MIDDLE_EAST, GED_MIDDLE_EAST, 678, NULL, "Yemen (North Yemen)"},
    {"ZA", SOUTH_AFRICA, GED_AFRICA, 560, NULL, NULL},
};

static Str icu_name(Arena *arena, const char *locale) {
  enum { ROOM = 96 };
  UChar name[ROOM];
  UErrorCode error = U_ZERO_ERROR;
  int32_t n = uloc_getDisplayCountry(locale, "en", name, ROOM, &error);
  char *out = U_FAILURE(error) || n <= 2 ? NULL : arena_alloc(arena, (size_t)n + 1, 1);
  /* English names are ASCII but for a few, which the table has. */
  for (int32_t i = 0; out && i < n; i++) out[i] = name[i] < 0x80 ? (char)name[i] : '?';
  return out ? (Str){out, (size_t)n} : STR("");
}

Country country_of(Arena *arena, Str iso2) {
  Country c = {STR(""), STR(""), STR(""), STR(""), 0, 0, STR(""), STR("")};
  UErrorCode error = U_ZERO_ERROR;
  if (iso2.n != 2) return c;
  char locale[] = {'u', 'n', 'd', '_', iso2.p[0], iso2.p[1], 0};
  const URegion *region = uregion_getRegionFromCode(locale + 4, &error);
  c.name = c.acled = c.ged = icu_name(arena, locale);
  c.iso3 = str_of(uloc_getISO3Country(locale));
  if (!U_FAILURE(error) && region) c.iso = uregion_getNumericCode(region);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const CountryRow *r = &rows[i];
    if (!str_eq(str_of(r->iso2), iso2)) continue;
    if (r->acled) c.name = c.acled = str_of(r->acled);
    if (r->ged) c.ged = str_of(r->ged);
    c.gw = r->gw;
    c.acled_region = str_of(acled_regions[r->acled_region]);
    c.ged_region = str_of(ged_regions[r->ged_region]);
  }
  return c;
}
