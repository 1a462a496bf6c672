/* What daftar can be told to do: one file a verb. */
#ifndef CLI_VERBS_H
#define CLI_VERBS_H

#include "cli/args.h"

extern const Verb verb_code, verb_read, verb_explain, verb_check, verb_score, verb_lint;
extern const Verb verb_ingest, verb_export, verb_import, verb_list, verb_show, verb_set, verb_recode, verb_review,
    verb_serve;

/* --credits: where the data comes from, in the words of its files. The exit status. */
int credits(void);

#endif
