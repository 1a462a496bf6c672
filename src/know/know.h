/* What the program knows of the world: places, actors, persons' names; and how the words of
 * a text are resolved to them.
 *
 * Compiled from data/places, data/actors.tsv, data/sources.tsv and, in data/lexicon, place_words.tsv,
 * actor_words.tsv, person_names.tsv, person_names_own.tsv, titles.tsv. */
#ifndef KNOW_KNOW_H
#define KNOW_KNOW_H

#include "image/phrases.h"
#include "lang/date.h"

/* What a level word before a name says: «محافظة», «مدينة», «قرية», «ريف», «مخيم», «جبل» … */
typedef enum PlaceLevel {
  LEVEL_NONE,
  LEVEL_COUNTRY,
  LEVEL_REGION, /* part of a country or several: «إقليم كردستان», «شمال شرقي سوريا» */
  LEVEL_ADMIN1, /* governorate, province */
  LEVEL_ADMIN2, /* district, قضاء */
  LEVEL_ADMIN3, /* subdistrict, ناحية */
  LEVEL_CITY,
  LEVEL_VILLAGE,
  LEVEL_DISTRICT,   /* quarter, حي */
  LEVEL_SITE,       /* camp, base, crossing, airport, bridge, prison */
  LEVEL_NATURE,     /* mountain, river, valley, sea, desert */
  LEVEL_COUNTRYSIDE /* ريف */
} PlaceLevel;

/* Why a place is not where the event was, though it stands in the text. */
typedef enum PlaceUse {
  PLACE_FREE,    /* may be an event's place */
  PLACE_IN_NAME, /* part of an actor's or person's name: «وزارة الدفاع العراقية», «أبو بكر البغدادي» */
  PLACE_IN_TITLE, /* part of a post: «مسؤول الكفالات في قضاء الحويجة» */
  PLACE_DATELINE  /* «بغداد - رويترز» */
} PlaceUse;

typedef struct PlaceMention {
  Span span; /* the words: «بلدة صور», «ريف دير الزور الشمالي», «شمال شرقي سوريا» */
  Span name;                        /* the name alone */
  uint32_t first, last;             /* tokens [first, last) */
  Str id, name_en, country, admin1; /* from the gazetteer; empty where it knows none */
  double lat, lon;                  /* NAN unknown */
  uint8_t level;                    /* PlaceLevel */
  uint8_t precision;  /* as in UCDP GED: 1 exact, 2 near, 3 admin2, 4 admin1, 5 part of a country or line, 6 country, 7
                         sea or air */
  uint8_t use;        /* PlaceUse */
  Str basis;          /* stated | container | anchor | inferred */
  uint32_t container; /* the mention that contains it («بريف دير الزور»), or UINT32_MAX */
  bool adjective;     /* a nisba alone: «الموصلية»; «الأراضي السورية» is a place */
  bool capital;       /* of its country, which its name may stand for: «أعلنت أنقرة» */
} PlaceMention;

typedef struct ActorMention {
  Span span;
  uint32_t first, last;
  Str id, name_en;
  Str parent;       /* the id of whom it is a part; empty */
  Str type;         /* armed group, military, police, government, monitor, agency, media, … */
  Str country;      /* ISO 3166 alpha-2 or empty */
  ClassSet classes; /* the lexicon's classes that its type stands for */
  bool source;      /* listed in data/sources.tsv: an outlet or spokesman's office */
  bool generic;     /* built from a head noun and a complement («الجيش العراقي») rather than listed */
} ActorMention;

typedef struct PersonMention {
  Span span;  /* with title, rank, «المدعو»: «العقيد واين ماروتو» */
  Span name;  /* without */
  Span title; /* empty where there is none */
  uint32_t first, last;
  bool kunya;  /* a kunya alone: «أبو ياسر» */
  bool called; /* «المدعو», «الملقب» */
} PersonMention;

typedef struct Mentions {
  const PlaceMention *places;
  const ActorMention *actors;
  const PersonMention *persons;
  uint32_t nplaces, nactors, npersons; /* each in text order, none of a kind overlap */
} Mentions;

typedef struct Know Know;

/* The forces of a country (ISO 3166 alpha-2) on a day (zero: today's), as an actor without words: «غارة إسرائيلية».
 * False where the data has none, or more than one. */
bool know_forces(const Know *know, Str country, Day day, ActorMention *forces);

MUST_USE ErrorCode know_compile(const Source *source, const Lexicon *lexicon, ImageBuilder *image, ErrorInfo *info);
MUST_USE ErrorCode know_open(Arena *arena, const Image *image, const Lexicon *lexicon, Know **know, ErrorInfo *info);

typedef struct KnowInput {
  const Text *text;
  const Words *words;
  const Numbers *numbers;
  const Dates *dates;
  Day published;
  Str outlet;
} KnowInput;

/* Finds and resolves every mention in the text; the document's other places and its outlet's
 * country decide among namesakes. */
Mentions know_mentions(Arena *arena, const Know *know, const KnowInput *input);

#endif
