/* Which types of act may be two tellings of one: «هجوم» (an attack) here is «تفجير انتحاري» (a
 * suicide bombing) there, and «قتل» (killed) anywhere; an air raid is no car bomb. */
#ifndef LEDGER_KINSHIP_H
#define LEDGER_KINSHIP_H

#include "base/str.h"

enum { KINSHIP_FAMILIES = 2 };

/* The families a type is filed under, for keys; their number. Types that may be one event
 * share a family. */
uint32_t kinship_families(Str type, uint32_t families[KINSHIP_FAMILIES]);

/* 2 the same type, 1 may be one act, 0 another act that one of the two may have been taken for, -1 never. */
int kinship_of(Str a, Str b);

/* A bit for a type, by its name: another type may have the same one. */
uint32_t kinship_bit(Str type);
/* The bits of the type and of all that may be one act with it, or have been taken for it. */
uint32_t kinship_bits_of_kin(Str type);

#endif
