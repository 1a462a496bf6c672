/* The fixed lists of names that a record's fields are filled from (docs/record.md).
 *
 * Types, outcomes and fates are those of the coding guide; who adds one adds it here, and in
 * data/grammar/types.tsv where it is a type of event. */
#ifndef RECORD_NAMES_H
#define RECORD_NAMES_H

#include "base/str.h"

typedef enum NameList {
  NAMES_EVENT,     /* types of events, tallies and trends */
  NAMES_FIGURE,    /* types of figures, and of trends of what is counted */
  NAMES_OUTCOME,   /* killed, injured, … */
  NAMES_STATUS,    /* civilian, fighter, … */
  NAMES_SIDE,      /* agent, target, bystander, unknown */
  NAMES_FATE,      /* of persons */
  NAMES_HOW,       /* of responsibility */
  NAMES_STANCE,    /* asserted, denied, … */
  NAMES_BASIS,     /* of places */
  NAMES_DIRECTION, /* up, down, flat */
  NAMES_SEX,
  NAMES_COUNT
} NameList;

/* Is `name` one of the list? The empty name is none. */
bool name_in(NameList list, Str name);
/* The names of a list one by one; NULL behind the last. */
const char *name_at(NameList list, uint32_t i);

#endif
