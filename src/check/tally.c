/* Two totals for one agent, scope and period: 112 killed in the governorate in August, or 87.
 *
 * Only tallies whose period is the same to the day, whose places are the same and whose
 * agents meet are set side by side. */
#include "check/draft.h"
#include "check/kinds.h"
#include "check/measure.h"
#include "check/same.h"
#include "check/tellings.h"
#include "check/tolls.h"

typedef struct TallyRun {
  Arena *arena;
  Findings *findings;
} TallyRun;

static bool is_tally(const Record *r, Period when) {
  (void)when;
  return r->kind == RECORD_TALLY && (!r->stance.n || str_eq(r->stance, STR("asserted"))) && r->agents.n;
}

static bool one_scope(const Telling *a, const Telling *b) {
  const Record *x = a->record, *y = b->record;
  return a->when.from == b->when.from && a->when.to == b->when.to && same_places(x, y) &&
         actors_meet_across(x->agents, y->agents) && !actors_differ(x->targets, y->targets);
}

/* «قتلت 87 مدنياً» (killed 87 civilians) and «قتلت 112، معظمهم في قصف» (killed 112, most of them by shelling): the
 * one says nothing of how. All of them are no fewer than those of one way. */
static bool says_how(const Record *r, Str what) {
  static const char *const plain[][2] = {
      {"killed", "killing"}, {"killed", "attack"}, {"arrested", "arrest"}, {"arrested", "operation"}};
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
    if (str_eq(what, str_of(plain[i][0])) && str_eq(r->type, str_of(plain[i][1]))) return false;
  return true;
}

static bool comparable(const Record *x, const Record *y, const TollPair *tolls) {
  if (str_eq(x->type, y->type)) return true;
  bool how_x = says_how(x, tolls->a->what), how_y = says_how(y, tolls->b->what);
  if (how_x && how_y) return false;
  if (!how_x && !how_y) return true;
  return how_x ? tolls->a->count.min > tolls->b->count.max : tolls->b->count.min > tolls->a->count.max;
}

static bool counts_differ(Count a, Count b) {
  return count_exact(a) && count_exact(b) && a.min >= 2 && b.min >= 2 && !number_same(a.min, b.min);
}

static void say_one(Draft *d, const Telling *t, Count count, const char *is, Str what) {
  tellings_say_voice(d, t);
  draft_lit(d, " says ");
  draft_count(d, count);
  draft_lit(d, " ");
  draft_word(d, is, what);
}

static void use_pair(void *context, const Telling *a, const Telling *b) {
  TallyRun *run = context;
  const Record *x = a->record, *y = b->record;
  TollPair tolls;
  bool counts = str_eq(x->type, y->type) && counts_differ(x->count, y->count);
  if (!one_scope(a, b)) return;
  if (!counts && (!tolls_disagree(x, y, &tolls) || !comparable(x, y, &tolls))) return;
  Draft d;
  draft_init(&d, run->arena);
  draft_record(&d, a->doc, x);
  draft_record(&d, b->doc, y);
  draft_lit(&d, "Two totals for ");
  draft_actors(&d, "agents", x->agents);
  draft_lit(&d, " in ");
  draft_place(&d, &x->places[0]);
  draft_lit(&d, ", ");
  draft_word(&d, "time", x->time);
  draft_lit(&d, ": ");
  const char *is = counts ? "type" : "what";
  say_one(&d, a, counts ? x->count : tolls.a->count, is, counts ? x->type : tolls.a->what);
  draft_lit(&d, ", ");
  say_one(&d, b, counts ? y->count : tolls.b->count, is, counts ? y->type : tolls.b->what);
  draft_lit(&d, ".");
  draft_done(&d, STR("tally"), run->findings);
}

void check_tally(Arena *arena, const CheckInput *input, Findings *findings) {
  TallyRun run = {arena, findings};
  tellings_pairs(arena, input, is_tally, use_pair, &run);
}
