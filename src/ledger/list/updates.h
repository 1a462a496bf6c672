/* What a later report makes of an earlier one's numbers: a relation, and no contradiction. */
#ifndef LEDGER_UPDATES_H
#define LEDGER_UPDATES_H

#include "base/vec.h"
#include "ledger/list/walk.h"

typedef enum UpdateHow { UPDATE_RAISED, UPDATE_LOWERED, UPDATE_DIED, UPDATE_DENIED } UpdateHow;
typedef enum UpdateOf { UPDATE_OF_KILLED, UPDATE_OF_INJURED, UPDATE_OF_STANCE } UpdateOf;

/* `after` takes the place of `before`: both are of one source, and it is the later. */
typedef struct Update {
  const LedgerTold *before, *after;
  UpdateHow how;
  UpdateOf of;          /* of a denial the stance */
  LedgerRange was, now; /* numbers; LEDGER_OPEN of a denial */
} Update;

typedef struct Updates {
  VEC(Update) list; /* in the order of the later tellings */
} Updates;

/* The updates of an incident, each against the source's last word before it. */
void updates_of(Arena *arena, const LedgerIncident *incident, Updates *out);

/* Has the telling's value been updated? The latest of each source stands. */
bool update_over(const Updates *updates, const LedgerTold *told, UpdateOf of);

/* As a list in JSON: {"how":"raised","field":"killed","was":[12,12],"now":[15,15],"before":{"record","document",
 * "id","outlet","published"},"after":{…}}; null for an open end, and for both ranges of a denial. */
Str updates_json(Arena *arena, const Updates *updates);

#endif
