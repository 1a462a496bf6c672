/* What findings in a ledger do alike: documents put together as input, kinds run on them,
 * and their answers kept under the scope that made them. */
#ifndef LEDGER_SCOPE_H
#define LEDGER_SCOPE_H

#include "ledger/document/loaded.h"
#include "ledger/file/ids.h"

/* Which records of a document are looked at. */
typedef bool Wanted(const Record *record);
bool wanted_any(const Record *record);

typedef struct Documents {
  VEC(CheckDoc) list;
} Documents;

/* Adds the document (NULL: nothing) with the records that are wanted; where an incident is named, those of other
 * incidents and of none are its `others`. */
void documents_take(Arena *arena, const Loaded *loaded, Str incident, Wanted *wanted, Documents *out);
CheckInput documents_input(const Documents *documents);

/* Forgets what was found in the scope. */
void scope_clear(Ledger *ledger, Str scope);
/* Runs `n` kinds and keeps what they find, each finding once in its scope. */
void scope_run(Ledger *ledger, Arena *arena, const CheckInput *input, Str scope, const char *const *kinds, uint32_t n);
#define SCOPE_RUN(ledger, arena, input, scope, kinds) \
  scope_run(ledger, arena, input, scope, kinds, sizeof(kinds) / sizeof *(kinds))

/* Tallies that fall short of what is on record, where a touched document may have to do with it: begun and ended in the
 * transaction that writes what is found, and looked for in what was committed before it. NULL: out of memory, which the
 * arena keeps. The look is in the arena and must be ended. */
typedef struct TallyLook TallyLook;
TallyLook *tallies_begin(Ledger *ledger, Arena *arena);
void tallies_end(Ledger *ledger, Arena *arena, TallyLook *look);

/* Findings between tallies and trends, of which one at least is of a touched document. */
void findings_of_sums(Ledger *ledger, Arena *arena);

#endif
