/* Whom a mask protects, and which names stay: for the mask's own files. */
#ifndef EXPORT_MASK_NAMES_H
#define EXPORT_MASK_NAMES_H

#include "engine/engine.h"
#include "export/mask.h"
#include "export/names.h"

/* Is the person a minor, or in a record of sexual violence? Where a record counts children among
 * its people and does not tell a person's age, the person may be one of them, and is one here. */
bool mask_protects(const Record *record, const Person *person);

/* Names of the data's actors and outlets, to stay; and words that are no name by themselves. */
MUST_USE ErrorCode mask_known(const Engine *engine, Arena *arena, NameTable *stay, NameTable *particles,
                              ErrorInfo *info);

/* A person's name: its pseudonym, whatever the words around it. */
Str mask_person(Mask *mask, Arena *arena, Str document, Str name);
/* Does it mask everyone? */
bool mask_everyone(const Mask *mask);

#endif
