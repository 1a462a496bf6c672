/* What the rules of context cost (lang/word_rules.h), added up for any set of them when the lexicon is
 * opened. */
#ifndef LANG_RULE_COSTS_H
#define LANG_RULE_COSTS_H

#include <stdint.h>

/* Verbs have rules of their own. */
typedef enum RuleList { RULES_VERB, RULES_OTHER, RULE_LISTS } RuleList;

/* A masdar that was chosen shortly before, with no verb since: what «و» may go on from. */
typedef enum MasdarBefore { MASDAR_NONE, MASDAR_BEFORE, MASDAR_NEXT_TO_IT, MASDAR_STATES } MasdarBefore;

/* The masks of rules are looked up in parts: so many bits each, and so many of them. */
enum { RULE_BITS = 11, RULE_PARTS = 5, RULE_SETS = 1 << RULE_BITS };
typedef struct RuleCosts {
  int8_t by_part[RULE_LISTS][RULE_PARTS][RULE_SETS]; /* of the rules whose bits stand in that part */
  uint64_t together[RULE_LISTS][MASDAR_STATES][4];   /* the rules that may hold: MasdarBefore; agrees, heads */
} RuleCosts;

void rule_costs_make(RuleCosts *costs);

#endif
