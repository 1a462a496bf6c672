/* A reviewer turns a `killing` into an `airstrike`: what the record is to PLOVER, ACLED and GED
 * changes with it, and the table that says so is the grammar's. */
#include "engine/actors.h"

#include "code/grammar/mapping.h"
#include "engine/analysis.h"
#include "know/know_layout.h"

bool engine_actor(const Engine *engine, Str id, EngineActor *actor) {
  const Know *k = engine->know;
  for (uint32_t i = 0; id.n && i < k->nactors; i++) {
    const ActorRow *row = &k->actors[i];
    if (!str_eq(strings_at(&k->texts, row->id), id)) continue;
    *actor = (EngineActor){.id = strings_at(&k->texts, row->id),
                           .name = strings_at(&k->texts, row->name_en),
                           .type = strings_at(&k->texts, row->type),
                           .country = row->country ? (Str){(const char *)&row->country, 2} : STR_NONE};
    return true;
  }
  return false;
}

void engine_map(const Engine *engine, Record *record) {
  EngineActor actor = {.type = STR_NONE};
  for (uint32_t i = 0; i < record->agents.n; i++)
    if (engine_actor(engine, record->agents.at[i].id, &actor)) break;
  mapping_apply(engine->grammar, actor.type, record);
}
