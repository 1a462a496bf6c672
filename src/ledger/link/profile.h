/* An item in the making: what its records tell, put together. */
#ifndef LEDGER_PROFILE_H
#define LEDGER_PROFILE_H

#include "ledger/link/link.h"

/* An item of one record; its sentence's words are not yet in it. */
LinkItem profile_of(Arena *arena, const Record *record, Str doc, Period published);

/* Takes up another record of the same happening. Records beyond the first PROFILE_RECORDS add
 * nothing to the lists but belong to the item. */
void profile_add(Arena *arena, LinkItem *item, const Record *record);

/* The words of the sentences that tell the item, and whether it is its report's news. */
void profile_words(Arena *arena, LinkItem *item, const Text *text);

/* What two items' numbers of one kind say together. */
typedef enum TollSays { TOLL_NOTHING, TOLL_SAME, TOLL_MEET, TOLL_RISEN, TOLL_OTHER, TOLL_FAR } TollSays;
TollSays profile_tolls(const LinkItem *a, const LinkItem *b, Str what, Count *one, Count *two);

/* Actors: 2 one in common, 1 kin, 0 not known, -1 both known and others. */
int profile_actors(const Actor *const *a, uint32_t na, const Actor *const *b, uint32_t nb, const Actor **one,
                   const Actor **two);

/* The index in a's people of one that b names too, by the last name; UINT32_MAX: none. */
uint32_t profile_person(const LinkItem *a, const LinkItem *b);

/* The best kinship of their types (kinship.h). */
int profile_kinship(const LinkItem *a, const LinkItem *b);

#endif
