/* A person's name, read part by part. */
#ifndef KNOW_PERSON_NAME_H
#define KNOW_PERSON_NAME_H

#include "know/find.h"

/* What a place weighs that is called like a man, or a part of his name. */
enum { HEAVY_PLACE = 30, TOWN_PLACE = 16, PLACE_NAME = 10 };

#define PERSON_TITLES (KIND_BIT(WORD_TITLE) | KIND_BIT(WORD_RANK) | KIND_BIT(WORD_CALLED))

typedef enum PartKind { PART_NONE, PART_GIVEN, PART_FAMILY, PART_NAME, PART_KUNYA, PART_NISBA, PART_UNKNOWN } PartKind;

typedef struct Part {
  PartKind kind;
  bool weak; /* is an everyday word, or a place, as well */
  Match m;
} Part;

typedef struct Name {
  uint32_t first, last;
  uint8_t cut;
  uint32_t parts, strong, unknown, listed; /* listed: in the tables, weak or not */
  Part head, tail;
} Name;

/* What the words before a name say. */
typedef enum Announced {
  ANNOUNCED_NOT,
  ANNOUNCED_POST,   /* «وزير الخارجية الروسي», some words before it */
  ANNOUNCED_SPEECH, /* «قال» */
  ANNOUNCED_TITLE,  /* «العقيد», «المدعو» */
  ANNOUNCED_NATION, /* «الفرنسي» */
  ANNOUNCED_ROLE    /* «الناشطة الفلسطينية» */
} Announced;

/* The longest name whose first part stands at the token; `parts` is 0 where none does. `how` says what announces it. */
void person_name_at(const Scan *s, uint32_t i, Announced how, Name *name);
/* Is that enough for a person to be named, with what stands before it? */
bool person_name_holds(const Scan *s, const Name *name, Announced how);
/* Lengthens the name of one whom a word says to be called so («المدعو») by the word behind his given name. */
void person_name_called(const Scan *s, Name *name);
/* The name at the token that nothing announces, but an age follows: «نادر سعادة (23 عاماً)». `time` is the class of
 * words for years. Returns the token behind it and fills `name`, or 0 where there is none. */
uint32_t person_name_aged(const Scan *s, uint32_t i, ClassSet time, Name *name);

/* The weight of the weightiest place whose name begins at the token once its clitics are cut off; `last` is set to
 * where it ends. 0: none does. */
int person_place_weight(const Scan *s, uint32_t i, uint8_t cut, uint32_t *last);
/* Does a noun, a name or an adjective stand right before the token? */
bool person_behind_noun(const Scan *s, uint32_t i);

#endif
