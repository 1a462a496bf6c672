/* What a later report makes of an earlier one's numbers: a relation, and no contradiction. */
#ifndef EXPORT_UPDATES_H
#define EXPORT_UPDATES_H

#include "export/summary.h"

typedef enum UpdateHow { UPDATE_RAISED, UPDATE_LOWERED, UPDATE_DIED, UPDATE_DENIED } UpdateHow;

/* `after` takes the place of `before`: both are of one source, and it is the later. */
typedef struct Update {
  const LedgerTold *before, *after;
  UpdateHow how;
  FieldId field;        /* of a number: killed or injured; of a denial the stance */
  LedgerRange was, now; /* numbers; LEDGER_OPEN of a denial */
} Update;

typedef struct Updates {
  VEC(Update) list; /* in the order of the later tellings */
} Updates;

/* The updates of an incident, each against the source's last word before it. */
void updates_of(Arena *arena, const LedgerIncident *incident, Updates *out);

/* Has the telling's value of the field been updated? The latest of each source stands. */
bool update_over(const Updates *updates, const LedgerTold *told, FieldId field);

/* "killed 12, then 15: raised (Sahel 2024-05-03)" */
Str update_words(Arena *arena, const Update *update);

#endif
