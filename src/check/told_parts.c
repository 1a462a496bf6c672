/* `unaccounted`, second way: the parts are told one by one behind their total, and nothing links
 * them but the telling.
 *
 *   «شنت المقاتلات 14 غارة … واستهدفت خمس غارات مديرية …، فيما ضربت أربع غارات …»
 *   14 raids; five hit one district, four another
 *
 * The parts stand within a few sentences behind the total, each with a place of its own that is
 * told in its own sentence, apart from the others'; of one type, by no other doer, on no other
 * day, in exact numbers. One that does not fit ends the list. It is a question, as is the first. */
#include "check/draft.h"
#include "check/force.h"
#include "check/kinds.h"
#include "check/measure.h"
#include "check/parts.h"
#include "check/period.h"
#include "check/same.h"

enum {
  LEAST_TOTAL = 5,
  REACH = 1500, /* bytes behind the total's sentence: three or four sentences */
  MOST_LOOKED_AT = 24
};

typedef struct Told {
  const CheckDoc *doc;
  const Record *total;
  Measure measure;
  double number;
  const Record *parts[PARTS_MOST];
  double values[PARTS_MOST];
  uint32_t n;
} Told;

/* A place that the record's own sentence names. */
static const Place *own_place(const Record *r) {
  for (uint32_t i = 0; i < r->nplaces && i < 4; i++)
    if (span_any(r->places[i].quote.span) && span_within(r->places[i].quote.span, r->sentence)) return &r->places[i];
  return NULL;
}

/* The one number of the measure; 0 where there is none or more. */
static double one_number(const Measure *m, const Record *r) {
  Values v = measure_values(m, r);
  return v.n == 1 && !v.unsure ? v.at[0] : 0;
}

static bool one_act(const Told *t, const Record *r) {
  if (str_eq(t->total->type, r->type)) return true;
  return !t->measure.occurrences && is_force(t->total) && is_force(r);
}

static bool no_other_day(const Record *total, const Record *r) {
  return !r->time.n || !total->time.n || period_overlap(period_of(r->time), period_of(total->time));
}

static bool is_part(const Told *t, const Record *r, double number) {
  const Place *place = own_place(r), *whole = own_place(t->total);
  if (number <= 0 || number >= t->number || !place || r->part_of.n || r->background || !one_act(t, r)) return false;
  if (!no_other_day(t->total, r) || actors_differ(t->total->agents, r->agents)) return false;
  if (actors_differ(t->total->claimed_by, r->claimed_by) || !str_eq(t->total->stance, r->stance)) return false;
  if (whole && same_place(place, whole)) return false;
  for (uint32_t i = 0; i < t->n; i++)
    if (!places_apart(place, own_place(t->parts[i]))) return false;
  return true;
}

static void collect(Told *t, uint32_t at) {
  const CheckDoc *doc = t->doc;
  for (uint32_t i = at + 1; i < doc->nrecords && i - at <= MOST_LOOKED_AT && t->n < PARTS_MOST; i++) {
    const Record *r = &doc->records[i];
    if (r->sentence.start > t->total->sentence.end + REACH) return;
    if (r->sentence.start < t->total->sentence.end || r->kind > RECORD_TALLY)
      continue; /* «بينهم» stands with the total */
    double number = one_number(&t->measure, r);
    if (!is_part(t, r, number)) {
      if (number > 0) return;
      continue;
    }
    t->parts[t->n] = r;
    t->values[t->n++] = number;
  }
}

static bool has_linked_parts(const CheckDoc *doc, const Record *total) {
  for (uint32_t i = 0; i < doc->nrecords; i++)
    if (str_eq(doc->records[i].part_of, total->id)) return true;
  return false;
}

static void report(Arena *arena, const Told *t, double sum, Findings *findings) {
  Draft d;
  draft_init(&d, arena);
  draft_record(&d, t->doc, t->total);
  draft_outlet(&d, t->doc);
  draft_lit(&d, " counts ");
  parts_say_measure(&d, &t->measure, t->number);
  draft_lit(&d, " and tells of");
  for (uint32_t i = 0; i < t->n; i++) {
    draft_record(&d, t->doc, t->parts[i]);
    draft_say(&d, i ? STR(" and ") : STR(" "));
    draft_number(&d, "part", t->values[i]);
    draft_lit(&d, " (");
    draft_place(&d, own_place(t->parts[i]));
    draft_lit(&d, ")");
  }
  draft_lit(&d, ": ");
  draft_number(&d, "left", t->number - sum);
  draft_lit(&d, " are not told. This is a question, not an error.");
  draft_speaker(&d, t->total);
  parts_arithmetic(&d, t->values, t->n, sum);
  Writer w = writer_to_buffer(&d.arithmetic);
  writer_lit(&w, " of ");
  writer_number(&w, t->number);
  draft_done(&d, STR("unaccounted"), findings);
}

static void check_total(Arena *arena, const CheckDoc *doc, uint32_t at, Findings *findings) {
  enum { MOST_MEASURES = 2 };
  const Record *total = &doc->records[at];
  Measure measures[MOST_MEASURES];
  if (total->kind > RECORD_TALLY || total->background || total->part_of.n || total->total) return;
  uint32_t n = has_linked_parts(doc, total) ? 0 : measures_of(total, measures, MOST_MEASURES);
  for (uint32_t m = 0; m < n; m++) {
    bool people = !measures[m].occurrences && measures[m].status.n;
    Told t = {.doc = doc, .total = total, .measure = measures[m], .number = one_number(&measures[m], total)};
    if ((!measures[m].occurrences && !people) || t.number < LEAST_TOTAL) continue;
    if (people) t.measure.status = t.measure.side = STR_NONE; /* «22 شخصاً», of whom 8 are civilians */
    collect(&t, at);
    double sum = 0;
    for (uint32_t i = 0; i < t.n; i++) sum += t.values[i];
    if (t.n < 2 || sum >= t.number) continue;
    report(arena, &t, sum, findings);
    return;
  }
}

void check_told_parts(Arena *arena, const CheckInput *input, Findings *findings) {
  for (uint32_t i = 0; i < input->ndocs; i++)
    for (uint32_t k = 0; k < input->docs[i].nrecords; k++) check_total(arena, &input->docs[i], k, findings);
}
