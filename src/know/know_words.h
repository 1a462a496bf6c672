/* Names of kinds in the data files, for the compiler. */
#ifndef KNOW_WORDS_H
#define KNOW_WORDS_H

#include "know/know_layout.h"

bool place_kind_of(Str word, PlaceKind *kind);
bool know_word_of(Str name, KnowWord *word);
bool place_level_of(Str name, PlaceLevel *level);

#endif
