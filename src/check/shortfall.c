/* A tally below the incidents on record: «قتلت 8 عناصر في كركوك خلال أيار» (killed 8 in Kirkuk in
 * May) where 5 were told on the 4th and 6 on the 19th.
 *
 * An incident counts where it is the tally's by everything that is known: the same doer, a day
 * inside the tally's period, a place inside its place, the same measure in an exact number.
 * Two reports of one raid are one incident, with the smaller of their numbers. What is doubtful
 * is left out: it can only make the sum smaller. */
#include <stdlib.h>

#include "check/draft.h"
#include "check/kinds.h"
#include "check/measure.h"
#include "check/parts.h"
#include "check/same.h"
#include "check/tellings.h"

enum {
  MOST_COUNTED = 64,   /* incidents of one tally */
  MOST_TELLINGS = 4000 /* inside one tally's period that are looked at */
};

typedef struct Dated {
  VEC(Telling) list; /* by day */
  VEC(uint32_t) incidents;
} Dated;

typedef struct Counted {
  uint32_t incident;
  double number;
  const Telling *telling;
} Counted;

typedef struct Sum {
  Counted at[MOST_COUNTED];
  uint32_t n;
  double sum;
} Sum;

static bool inside(const Record *tally, const Record *event) {
  if (!tally->nplaces || !event->nplaces) return false;
  for (uint32_t i = 0; i < event->nplaces && i < 8; i++) {
    bool in = false;
    for (uint32_t k = 0; k < tally->nplaces && k < 8 && !in; k++)
      in = place_inside(&event->places[i], &tally->places[k]);
    if (!in) return false;
  }
  return true;
}

/* «قواته» (his forces): the speaker's own, where nobody else is named. */
static bool same_doer(const Record *tally, const Record *event) {
  if (actors_meet_in_full(tally->agents, event->agents)) return true;
  bool nobody = !actors_differ(tally->agents, event->agents);
  return nobody && actors_meet_across(tally->agents, event->claimed_by);
}

static bool is_of_tally(const Record *tally, Period period, const Telling *t) {
  const Record *r = t->record;
  return period_within(t->when, period) && !str_eq(r->stance, STR("denied")) && !str_eq(r->stance, STR("foiled")) &&
         inside(tally, r) && same_doer(tally, r) && !actors_differ(tally->targets, r->targets);
}

/* The exact number of a measure that an event tells for sure; 0: none. */
static double number_of(const Measure *m, const Record *r) {
  Values v = measure_values(m, r);
  if (v.unsure || v.doubtful || !v.n) return 0;
  double least = v.at[0];
  for (uint32_t i = 1; i < v.n; i++) least = v.at[i] < least ? v.at[i] : least;
  return least;
}

static void count_one(Sum *sum, uint32_t incident, double number, const Telling *t) {
  for (uint32_t i = 0; i < sum->n; i++)
    if (sum->at[i].incident == incident) {
      if (number < sum->at[i].number) sum->at[i] = (Counted){incident, number, t};
      return;
    }
  if (sum->n < MOST_COUNTED) sum->at[sum->n++] = (Counted){incident, number, t};
}

static void report(Arena *arena, const CheckDoc *doc, const Record *tally, const Measure *m, double told,
                   const Sum *sum, Findings *findings) {
  Draft d;
  double values[MOST_COUNTED];
  draft_init(&d, arena);
  draft_record(&d, doc, tally);
  for (uint32_t i = 0; i < sum->n; i++) {
    values[i] = sum->at[i].number;
    draft_record(&d, sum->at[i].telling->doc, sum->at[i].telling->record);
  }
  draft_outlet(&d, doc);
  draft_lit(&d, " counts ");
  parts_say_measure(&d, m, told);
  draft_lit(&d, " by ");
  draft_actors(&d, "agents", tally->agents);
  draft_lit(&d, " in ");
  draft_place(&d, &tally->places[0]);
  draft_lit(&d, ", ");
  draft_word(&d, "time", tally->time);
  draft_lit(&d, "; the incidents on record there and then make ");
  draft_number(&d, "sum", sum->sum);
  draft_lit(&d, ".");
  parts_arithmetic(&d, values, sum->n, sum->sum);
  Writer w = writer_to_buffer(&d.arithmetic);
  writer_lit(&w, ", the tally says ");
  writer_number(&w, told);
  draft_done(&d, STR("shortfall"), findings);
}

/* The first telling whose day is not before `day`. */
static uint32_t first_from(const Dated *all, int32_t day) {
  uint32_t from = 0, to = all->list.n;
  while (from < to) {
    uint32_t mid = from + (to - from) / 2;
    if (all->list.at[mid].when.from < day)
      from = mid + 1;
    else
      to = mid;
  }
  return from;
}

/* «منذ الاثنين» (since Monday) ends with the report. */
static Period period_of_tally(const CheckDoc *doc, const Record *tally) {
  Period period = period_of(tally->time),
         day = period_of(str_slice(doc->published, 0, doc->published.n < 10 ? doc->published.n : 10));
  if (day.known && period.known && period.to > day.to) period.to = day.to;
  return period;
}

static void check_measure(Arena *arena, const CheckDoc *doc, const Record *tally, const Measure *m, const Dated *all,
                          Findings *findings) {
  Period period = period_of_tally(doc, tally);
  Values told = measure_values(m, tally);
  Sum sum = {0};
  if (told.unsure || !told.n || told.at[0] < 2) return;
  uint32_t from = first_from(all, period.from);
  for (uint32_t i = from; i < all->list.n && i - from < MOST_TELLINGS && all->list.at[i].when.from <= period.to; i++) {
    const Telling *t = &all->list.at[i];
    if (t->doc == doc || !is_of_tally(tally, period, t)) continue;
    double number = number_of(m, t->record);
    if (number > 0) count_one(&sum, all->incidents.at[i], number, t);
  }
  for (uint32_t i = 0; i < sum.n; i++) sum.sum += sum.at[i].number;
  if (sum.n >= 2 && sum.sum > told.at[0] && !number_same(sum.sum, told.at[0]))
    report(arena, doc, tally, m, told.at[0], &sum, findings);
}

static bool is_tally(const CheckDoc *doc, const Record *r) {
  if (r->kind != RECORD_TALLY || !r->agents.n || !r->nplaces) return false;
  Period when = period_of_tally(doc, r);
  return when.known && when.to - (int64_t)when.from >= 6 && (!r->stance.n || str_eq(r->stance, STR("asserted")));
}

typedef struct Keyed {
  Telling telling;
  uint32_t incident, nth;
} Keyed;

static int by_day(const void *a, const void *b) {
  const Keyed *x = a, *y = b;
  if (x->telling.when.from != y->telling.when.from) return x->telling.when.from < y->telling.when.from ? -1 : 1;
  return x->nth < y->nth ? -1 : x->nth > y->nth;
}

static void date_all(Arena *arena, const CheckInput *input, Dated *all) {
  Keyed *keyed = ARENA_ARRAY(arena, Keyed, input->ntellings + (size_t)1);
  uint32_t n = 0;
  for (uint32_t i = 0; keyed && i < input->ntellings; i++) {
    Telling t = telling_whole(arena, &input->tellings[i]);
    if (t.record && t.when.known && t.when.from != INT32_MIN) keyed[n++] = (Keyed){t, input->tellings[i].incident, i};
  }
  if (n) qsort(keyed, n, sizeof *keyed, by_day);
  for (uint32_t i = 0; i < n; i++) {
    vec_push(&all->list, arena, keyed[i].telling);
    vec_push(&all->incidents, arena, keyed[i].incident);
  }
}

void check_shortfall(Arena *arena, const CheckInput *input, Findings *findings) {
  enum { MOST_MEASURES = 8 };
  Dated all = {0};
  date_all(arena, input, &all);
  if (!arena_ok(arena)) return;
  for (uint32_t i = 0; i < input->ndocs; i++)
    for (uint32_t k = 0; k < input->docs[i].nrecords; k++) {
      const Record *r = &input->docs[i].records[k];
      Measure measures[MOST_MEASURES];
      uint32_t n = is_tally(&input->docs[i], r) ? measures_of(r, measures, MOST_MEASURES) : 0;
      for (uint32_t m = 0; m < n; m++) check_measure(arena, &input->docs[i], r, &measures[m], &all, findings);
    }
}
