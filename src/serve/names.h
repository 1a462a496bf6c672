/* Names in two languages, and whose side a source is on, as the data has them. */
#ifndef SERVE_NAMES_H
#define SERVE_NAMES_H

#include "engine/engine.h"

typedef enum Side { SIDE_PARTY, SIDE_STATE, SIDE_WIRE, SIDE_LOCAL, SIDE_NGO, SIDE_UNKNOWN, SIDES } Side;

typedef struct Names Names;

typedef struct NameEntry {
  Str id, arabic, english;
  Side side; /* of actors and sources */
} NameEntry;

/* Immutable once open: threads share it. */
MUST_USE ErrorCode names_open(const Engine *engine, Names **names, ErrorInfo *info);
void names_close(Names *names);

/* NULL: the data has none of that id. */
const NameEntry *names_of(const Names *names, Str id);
/* An actor or source by one of its names, in any spelling; `scratch` is for the call. */
const NameEntry *names_find(const Names *names, Arena *scratch, Str words);
/* The Arabic name of "SY", "Aleppo"; empty where unknown. */
Str names_division(const Names *names, Str country, Str admin1);

const char *side_name(Side side);

#endif
