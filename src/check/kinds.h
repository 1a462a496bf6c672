/* The findings that are built, one a file; the table of all of them is in check.c. */
#ifndef CHECK_KINDS_H
#define CHECK_KINDS_H

#include "check/check.h"

void check_sum(Arena *arena, const CheckInput *input, Findings *findings);
void check_unaccounted(Arena *arena, const CheckInput *input, Findings *findings);
/* The second way of `unaccounted`, which runs it. */
void check_told_parts(Arena *arena, const CheckInput *input, Findings *findings);
void check_calendar(Arena *arena, const CheckInput *input, Findings *findings);
void check_trend(Arena *arena, const CheckInput *input, Findings *findings);
void check_again(Arena *arena, const CheckInput *input, Findings *findings);
void check_headline(Arena *arena, const CheckInput *input, Findings *findings);
void check_tally(Arena *arena, const CheckInput *input, Findings *findings);
void check_relay(Arena *arena, const CheckInput *input, Findings *findings);
void check_disagree(Arena *arena, const CheckInput *input, Findings *findings);
void check_status(Arena *arena, const CheckInput *input, Findings *findings);
void check_shortfall(Arena *arena, const CheckInput *input, Findings *findings);
void check_recycled(Arena *arena, const CheckInput *input, Findings *findings);
void check_changed(Arena *arena, const CheckInput *input, Findings *findings);
void check_lone(Arena *arena, const CheckInput *input, Findings *findings);
void check_corroborated(Arena *arena, const CheckInput *input, Findings *findings);
void check_blame(Arena *arena, const CheckInput *input, Findings *findings);

#endif
