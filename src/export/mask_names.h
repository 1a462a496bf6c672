/* Whom a mask protects, and which names stay: for the mask's own files. */
#ifndef EXPORT_MASK_NAMES_H
#define EXPORT_MASK_NAMES_H

#include "engine/engine.h"
#include "export/mask.h"
#include "export/names.h"
#include "text/text.h"

/* Is the person a minor, or in a record of sexual violence? Where a record counts children among
 * its people and does not tell a person's age, the person may be one of them, and is one here.
 * `minors`: the data's words for one; works in `scratch`. */
bool mask_protects(Arena *scratch, const NameTable *minors, const Record *record, const Person *person);

/* Does the text say so: a word for a minor before the name («الطفل أحمد»), or an age below 18 behind it
 * («أحمد (9 أعوام)», Ahmad, 9 years)? */
bool mask_told_minor(const NameTable *minors, const Text *text, Str key);

/* The name with a family name that was not read with it: a word with the article directly behind
 * («سعاد» of «سعاد الحمدان»); empty: none. In the arena. */
Str mask_whole_name(Arena *arena, const Text *text, Str key);

/* Names of the data's actors and outlets, to stay; words that are no name by themselves; words for minors. */
MUST_USE ErrorCode mask_known(const Engine *engine, Arena *arena, NameTable *stay, NameTable *particles,
                              NameTable *minors, ErrorInfo *info);

/* A person's name: its pseudonym, whatever the words around it. */
Str mask_person(Mask *mask, Arena *arena, Str document, Str name);
/* Does it mask everyone? */
bool mask_everyone(const Mask *mask);

#endif
