/* Linking for the findings: the tellings of one incident, pair by pair.
 *
 * The findings (check/) wonder at two tellings of one incident that do not agree; which
 * tellings are of one incident is linking's to say. */
#ifndef LEDGER_TELLINGS_H
#define LEDGER_TELLINGS_H

#include "check/check.h"
#include "ledger/link/link.h"

/* Links the documents of `input` and puts its tellings and pairs. Everything lives in the
 * arena and points into the input's records. */
void tellings_link(Arena *arena, CheckInput *input, const LinkDecision *decisions, uint32_t ndecisions,
                   const LinkOptions *options);

#endif
