/* What daftar can be told to do: one file a verb. */
#ifndef CLI_VERBS_H
#define CLI_VERBS_H

#include "cli/args.h"

extern const Verb verb_code, verb_read, verb_explain, verb_check, verb_score, verb_lint;

/* --credits: where the data comes from, in the words of its files. The exit status. */
int credits(void);

#endif
