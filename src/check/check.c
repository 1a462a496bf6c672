/* The table of findings. */
#include "check/check.h"

#include "check/kinds.h"

static const CheckKind kinds[] = {
    {"sum", "parts that the text declares to make up a total do not", CHECK_WITHIN, check_sum},
    {"headline", "a headline and its body differ in number, agent or act", CHECK_WITHIN, check_headline},
    {"calendar", "a weekday and its date disagree", CHECK_WITHIN, check_calendar},
    {"unaccounted", "a total with fewer parts told than it counts: a question", CHECK_WITHIN, check_unaccounted},
    {"trend", "up against down for one actor, measure and place in overlapping periods", CHECK_ACROSS, check_trend},
    {"tally", "two totals for the same agent, scope and period", CHECK_ACROSS, check_tally},
    {"relay", "one statement, told by two outlets, with different numbers", CHECK_ACROSS, check_relay},
    {"disagree", "one incident told with numbers that cannot both be right", CHECK_ACROSS, check_disagree},
    {"status", "one source's fighters are another's civilians", CHECK_ACROSS, check_status},
    {"blame", "two authors of one act, or a claim against a denial", CHECK_ACROSS, check_blame},
    {"again", "a named person killed twice, dates apart", CHECK_ACROSS, check_again},
    {"shortfall", "a tally below the incidents on record for its agent, scope and dates", CHECK_ACROSS,
     check_shortfall},
    {"recycled", "an old event told as new", CHECK_LEDGER, check_recycled},
    {"changed", "an article edited after it was read", CHECK_LEDGER, check_changed},
    {"lone", "several documents on an incident, one origin", CHECK_LEDGER, check_lone},
    {"corroborated", "origins that do not depend on each other agree", CHECK_LEDGER, check_corroborated},
};
enum { NKINDS = sizeof kinds / sizeof *kinds };

const CheckKind *check_kinds(uint32_t *n) {
  *n = NKINDS;
  return kinds;
}

Findings check_run(Arena *arena, const CheckInput *input) {
  Findings findings = {0};
  for (uint32_t k = 0; k < NKINDS; k++)
    if (kinds[k].run && (kinds[k].scope != CHECK_LEDGER || input->ledger)) kinds[k].run(arena, input, &findings);
  return findings;
}

Findings check_run_kind(Arena *arena, const CheckInput *input, Str kind) {
  Findings findings = {0};
  for (uint32_t k = 0; k < NKINDS; k++)
    if (kinds[k].run && str_eq(str_of(kinds[k].name), kind)) kinds[k].run(arena, input, &findings);
  return findings;
}
