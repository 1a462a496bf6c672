/* Known in two languages, and whose side a source is on, as the data has them. */
#ifndef SERVE_KNOWN_H
#define SERVE_KNOWN_H

#include "engine/engine.h"

typedef enum Side { SIDE_PARTY, SIDE_STATE, SIDE_WIRE, SIDE_LOCAL, SIDE_NGO, SIDE_UNKNOWN, SIDES } Side;

typedef struct Known Known;

typedef struct KnownName {
  Str id, arabic, english;
  Side side; /* of actors and sources */
} KnownName;

/* Immutable once open: threads share it. */
MUST_USE ErrorCode known_open(const Engine *engine, Known **names, ErrorInfo *info);
void known_close(Known *names);

/* NULL: the data has none of that id. */
const KnownName *known_of(const Known *names, Str id);
/* An actor or source by one of its names, in any spelling; `scratch` is for the call. */
const KnownName *known_find(const Known *names, Arena *scratch, Str words);
/* The Arabic name of "SY", "Aleppo"; empty where unknown. */
Str known_division(const Known *names, Str country, Str admin1);

const char *side_name(Side side);

#endif
