/* A reviewer's corrections of single fields. */
#ifndef LEDGER_CORRECT_H
#define LEDGER_CORRECT_H

#include "ledger/file/db.h"
#include "record/record.h"

/* Can a field of this name be corrected? */
bool correct_field(Str field);

/* What is wrong with a value for a field, in words; NULL: nothing. */
const char *correct_wrong(Db *db, RecordKind kind, Str field, Str value);

/* Sets the field; a value that is wrong changes nothing. Strings in the arena. */
void correct_apply(Db *db, Arena *arena, Record *record, Str field, Str value);
/* The fields one by one, with an example of a value; NULL behind the last. */
const char *correct_field_at(uint32_t i, const char **example);

#endif
