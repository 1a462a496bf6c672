/* A table of names as texts have them, and their replacement in a text.
 *
 * A name's key is its words folded, with blanks between: «أحمد الجبوريّ» and «احمد الجبوري» have
 * one. In a text the longest name that begins at a word is taken, with a proclitic before it
 * («وأحمد», and Ahmad; «للجبوري», to al-Jabouri). */
#ifndef EXPORT_NAMES_H
#define EXPORT_NAMES_H

#include "base/arena.h"

enum { NAME_WORDS = 8 }; /* a longer name is known by its first ones */

typedef struct NameEntry {
  Str key, instead; /* instead: what stands for it; empty: it stays */
} NameEntry;

typedef struct NameTable {
  Arena *arena;
  NameEntry *slots; /* [room] open addressing */
  uint32_t n, room;
} NameTable;

/* Empty where it has no word. */
Str name_key(Arena *arena, Str name);
uint32_t name_words(Str key);
/* Words [from, to) of a key. */
Str name_part(Str key, uint32_t from, uint32_t to);

/* The first to come stays. Strings must outlive the table. */
void names_add(NameTable *table, Str key, Str instead);
const NameEntry *names_find(const NameTable *table, Str key);

/* The text with what stands instead of each name of either table (either may be NULL); itself where it has none. */
Str names_replace(Arena *arena, const NameTable *a, const NameTable *b, Str text);

#endif
