/* Who stands on which side of an act, as event data codes it. */
#ifndef EXPORT_SIDES_H
#define EXPORT_SIDES_H

#include "export/row.h"

typedef struct Party {
  Str name; /* English, or the words; empty: not told */
  Str words, id;
  Str type;       /* of the data: "armed group"; empty unknown */
  Str country;    /* its own, ISO alpha-2 */
  bool civilians; /* people with no arms */
} Party;

/* The n-th of the record's agents. False: there is none. */
bool side_agent(const ExportRow *row, const Record *record, uint32_t n, Party *party);
/* The n-th of its targets that the data knows; where there is none and those who were harmed are all
 * said to be civilians, "Civilians". Buildings and counted nouns («مقر», «25 شخصاً») are no parties. */
bool side_target(const ExportRow *row, const Record *record, uint32_t n, Party *party);
/* The same with every target as its words have it. */
bool side_recipient(const ExportRow *row, const Record *record, uint32_t n, Party *party);

/* A state's own: its forces, police, government. */
bool party_is_state(const Party *party);
/* Does it fight? */
bool party_is_armed(const Party *party);
/* ACLED's inter code, 1 to 8 (8: forces of another state than `country`); 0 unknown. */
int party_inter(const Party *party, Str country);
/* PLOVER's sector: "MIL", "REB", …; empty unknown. */
Str party_sector(const Party *party);

#endif
