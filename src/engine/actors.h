/* What the data says of an actor, and a corrected record mapped anew: for the floors that
 * keep records and hand them on. */
#ifndef ENGINE_ACTORS_H
#define ENGINE_ACTORS_H

#include "engine/engine.h"

typedef struct EngineActor {
  Str id, name; /* name: English */
  Str type;     /* as in lexicon/actor_words.tsv: "armed group", "military" */
  Str country;  /* ISO 3166 alpha-2; empty: none */
} EngineActor;

/* The actor of data/actors.tsv with this id; false: there is none. Strings are the engine's. */
bool engine_actor(const Engine *engine, Str id, EngineActor *actor);

/* Sets plover, mode, acled, cameo and ged of a record from its other fields, as coding it does;
 * the doer is its first agent that the data knows. The strings are the engine's. */
void engine_map(const Engine *engine, Record *record);

#endif
