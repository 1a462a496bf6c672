/* A record in the ontologies of the field: PLOVER event and mode, ACLED event and sub-event
 * type, CAMEO root, and whether UCDP GED would have it. One table says it all
 * (data/grammar/mapping.tsv), keyed by type, stance, outcome, status of the victims, doer. */
#ifndef CODE_MAPPING_H
#define CODE_MAPPING_H

#include "code/grammar/grammar.h"
#include "record/record.h"

/* Sets plover, mode, acled, cameo and ged of `record` from its other fields; also to map it
 * anew once a reviewer has corrected it. `doer`: the type of the first agent as in
 * lexicon/actor_words.tsv ("armed group", "military"), empty where unknown. Tallies have no
 * acled and no ged, figures and trends nothing at all. The strings are the grammar's. */
void mapping_apply(const Grammar *grammar, Str doer, Record *record);

#endif
