/* Do the parts make up the total?
 *
 *   «نفذت 214 عملية … مقتل 57 … في سوريا 88 … مقتل 21 … وفي العراق 126 … مقتل 34»
 *   (214 operations, 57 killed; 88 in Syria, 21 killed; 126 in Iraq, 34 killed)
 *
 * 88 + 126 is 214, but 21 + 34 is 55. The records say which is part of which (part_of); what
 * has to be found out is whether they are all the parts. "57, among them 6 leaders" is no
 * sum. Parts count as all of the total, and no other, when
 *
 *   a) the text says so: the total carries `total` («توزعوا على النحو التالي», as follows),
 *   b) the total names several places and the parts have just these, one by one, or
 *   c) another number of the same parts does add up (88 + 126 = 214): what lists every
 *      operation lists every man killed in them. This alone proves parts whose time or speaker
 *      is read to be another than the total's.
 *
 * A part has its place (or period, target, doer) to itself. One that has none, or lies in
 * another's ("6 leaders", "12 of them in Deir ez-Zor" beside "in Syria"), may be a subset:
 * it is doubtful, and counts or does not. Bounds and rough numbers prove nothing. A total is
 * only missed where no reading of the parts, with or without the doubtful ones, gives it. */
#include "check/parts.h"

#include <stdlib.h>

#include "check/period.h"
#include "check/same.h"

enum {
  MOST_SUMS = 128, /* readings of the parts that are tried */
  LEAST_PROOF = 10 /* a sum below this may come out by chance: 1 + 1 = 2 proves nothing */
};

/* ---- which parts are sure ---- */

static bool has_key(const Group *g, const Record *part, Dimension by) {
  switch (by) {
    case BY_PLACE: return part->nplaces && !same_places(part, g->total);
    case BY_TIME: return period_of(part->time).known && !str_eq(part->time, g->total->time);
    case BY_TARGET: return part->targets.n && !actors_meet(part->targets, g->total->targets);
    case BY_AGENT: return part->agents.n && !actors_meet(part->agents, g->total->agents);
    case BY_NOTHING: return true;
  }
  return false;
}

enum { MOST_PLACES = 16 };

static bool apart_by_place(const Record *a, const Record *b) {
  if (a->nplaces > MOST_PLACES || b->nplaces > MOST_PLACES) return false;
  for (uint32_t i = 0; i < a->nplaces; i++)
    for (uint32_t j = 0; j < b->nplaces; j++)
      if (!places_apart(&a->places[i], &b->places[j])) return false;
  return true;
}

static bool apart(const Record *a, const Record *b, Dimension by) {
  switch (by) {
    case BY_PLACE: return apart_by_place(a, b);
    case BY_TIME: return !period_overlap(period_of(a->time), period_of(b->time));
    case BY_TARGET: return !actors_meet(a->targets, b->targets);
    case BY_AGENT: return !actors_meet(a->agents, b->agents);
    case BY_NOTHING: return true;
  }
  return false;
}

/* A part of another time or from another speaker than its total is not proved to be in it;
 * where the text declares them its parts, times that overlap are enough («خلال يوم»). */
static bool fits_total(const Group *g, const Record *part) {
  Period whole = period_of(g->total->time), own = period_of(part->time);
  bool fits = g->total->total ? period_overlap(own, whole) : period_within(own, whole);
  if (whole.known && own.known && !fits) return false;
  return g->total->total || !actors_differ(part->claimed_by, g->total->claimed_by);
}

static bool one_stance(const Record *a, const Record *b) {
  return !a->stance.n || !b->stance.n || str_eq(a->stance, b->stance);
}

/* Parts that have something of their own in this dimension and overlap no other are sure. */
static void mark_sure(Group *g, Dimension by) {
  bool keyed[PARTS_MOST];
  g->by = by;
  g->nsure = 0;
  for (uint32_t i = 0; i < g->nparts; i++)
    keyed[i] = g->sure[i] =
        has_key(g, g->parts[i], by) && one_stance(g->parts[i], g->total) && (g->lenient || fits_total(g, g->parts[i]));
  for (uint32_t i = 0; i < g->nparts; i++) {
    for (uint32_t j = 0; j < g->nparts && g->sure[i]; j++)
      if (i != j && keyed[j] && !apart(g->parts[i], g->parts[j], by)) g->sure[i] = false;
    g->nsure += g->sure[i];
  }
}

/* Deir ez-Zor beside Syria: one of the two is no part, and nothing says which. */
static bool has_nested_places(const Group *g) {
  for (uint32_t i = 0; i < g->nparts; i++)
    for (uint32_t j = 0; j < i; j++) {
      const Record *a = g->parts[i], *b = g->parts[j];
      if (a->nplaces && b->nplaces && !same_places(a, b) && !apart_by_place(a, b)) return true;
    }
  return false;
}

/* The first dimension in which two parts stand apart. Where there is none, the parts of a
 * declared total are all sure. Where parts do not fit their total's time or speaker, they are
 * looked at as if they did, and only a number that adds up can prove them parts. */
static bool find_dimension(Group *g) {
  for (int lenient = 0; lenient < 2; lenient++) {
    g->lenient = lenient;
    for (Dimension by = BY_PLACE; by < BY_NOTHING; by++) {
      mark_sure(g, by);
      if (g->nsure >= 2) return true;
    }
    if (lenient || !g->total->total || has_nested_places(g)) continue;
    mark_sure(g, BY_NOTHING);
    if (g->nsure >= 2) return true;
  }
  return false;
}

/* ---- are they all? ---- */

static bool covers_places(const Group *g) {
  const Record *t = g->total;
  if (g->by != BY_PLACE || t->nplaces < 2 || t->nplaces > MOST_PLACES) return false;
  uint32_t used = 0;
  for (uint32_t p = 0; p < t->nplaces; p++) {
    bool found = false;
    for (uint32_t i = 0; i < g->nparts && !found; i++)
      for (uint32_t k = 0; g->sure[i] && k < g->parts[i]->nplaces && k < MOST_PLACES && !found; k++)
        found = same_place(&t->places[p], &g->parts[i]->places[k]);
    if (!found) return false;
  }
  for (uint32_t i = 0; i < g->nparts; i++) used += g->sure[i] ? g->parts[i]->nplaces : 0;
  return used == t->nplaces;
}

/* ---- does it add up? ---- */

/* The different sums that the parts can be read to make. */
typedef struct Sums {
  double at[MOST_SUMS];
  uint32_t n;
  bool full;
} Sums;

static void sums_put(Sums *s, double value) {
  for (uint32_t i = 0; i < s->n; i++)
    if (number_same(s->at[i], value)) return;
  if (s->n == MOST_SUMS)
    s->full = true;
  else
    s->at[s->n++] = value;
}

/* Every sum so far with every option of one more part. */
static void sums_add(Sums *s, const Values *v, bool may_be_none) {
  Sums before = *s;
  s->n = 0;
  for (uint32_t i = 0; i < before.n && !s->full; i++) {
    for (uint32_t k = 0; k < v->n; k++) sums_put(s, before.at[i] + v->at[k]);
    if (may_be_none || !v->n) sums_put(s, before.at[i]);
  }
}

static bool add_part(const Group *g, uint32_t i, Reckoning *r, Sums *sums) {
  Values v = measure_values(&r->measure, g->parts[i]);
  if (v.unsure) return false;
  /* A sure part without the number may have none or may not tell; a doubtful one that tells
   * nothing at all could be anything. */
  if (!v.n && (g->sure[i] || (!g->parts[i]->noutcomes && !g->parts[i]->count.set))) return false;
  if (g->sure[i]) r->sum += r->values[i] = v.at[0];
  sums_add(sums, &v, !g->sure[i] || v.doubtful);
  return !sums->full;
}

static Verdict reckon(const Group *g, Reckoning *r, Sums *sums) {
  Values whole = measure_values(&r->measure, g->total);
  if (whole.unsure || !whole.n) return NOT_PROVED;
  r->total = whole.at[0];
  sums->n = 1;
  sums->at[0] = 0;
  sums->full = false;
  for (uint32_t i = 0; i < g->nparts; i++)
    if (!add_part(g, i, r, sums)) return NOT_PROVED;
  if (number_same(r->sum, r->total)) return ADDS_UP;
  for (uint32_t i = 0; i < sums->n; i++)
    for (uint32_t k = 0; k < whole.n; k++)
      if (number_same(sums->at[i], whole.at[k])) return NOT_PROVED;
  return DOES_NOT;
}
static Reckonings reckon_all(Group *g) {
  Measure measures[PARTS_MEASURES];
  Reckonings all = {.n = measures_of(g->total, measures, PARTS_MEASURES)};
  Sums sums;
  g->all = !g->lenient && (g->total->total || covers_places(g));
  for (uint32_t i = 0; i < all.n; i++) {
    all.at[i].measure = measures[i];
    all.at[i].verdict = reckon(g, &all.at[i], &sums);
    g->all |= all.at[i].verdict == ADDS_UP && all.at[i].total >= LEAST_PROOF;
  }
  return all;
}

/* ---- totals and their parts in a document ---- */

static int by_part_of(const void *a, const void *b) {
  const Record *x = *(const Record *const *)a, *y = *(const Record *const *)b;
  int c = str_cmp(x->part_of, y->part_of);
  return c ? c : x < y ? -1 : x > y;
}

static uint32_t first_part(const Record *const *parts, uint32_t n, Str id) {
  uint32_t low = 0;
  for (uint32_t high = n; low < high;) {
    uint32_t middle = low + (high - low) / 2;
    if (str_cmp(parts[middle]->part_of, id) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void parts_each(Arena *arena, const CheckDoc *doc, PartsUse *use, void *context) {
  const Record **parts = ARENA_ARRAY(arena, const Record *, doc->nrecords);
  if (!parts) return;
  uint32_t n = 0;
  for (uint32_t i = 0; i < doc->nrecords; i++)
    if (doc->records[i].part_of.n) parts[n++] = &doc->records[i];
  if (n) qsort(parts, n, sizeof *parts, by_part_of);
  for (uint32_t i = 0; i < doc->nrecords; i++) {
    const Record *total = &doc->records[i];
    Group g = {.doc = doc, .total = total};
    for (uint32_t p = first_part(parts, n, total->id); p < n && str_eq(parts[p]->part_of, total->id); p++) {
      if (parts[p] == total) continue;
      if (g.nparts < PARTS_MOST) g.parts[g.nparts] = parts[p];
      if (++g.nparts > PARTS_MOST) break;
    }
    if (g.nparts < 2 || g.nparts > PARTS_MOST || !find_dimension(&g)) continue;
    Reckonings all = reckon_all(&g);
    use(context, &g, &all);
  }
}

/* ---- telling it ---- */

void parts_arithmetic(Draft *draft, const double *values, uint32_t n, double sum) {
  Writer w = writer_to_buffer(&draft->arithmetic);
  for (uint32_t i = 0; i < n; i++) {
    if (i) writer_lit(&w, " + ");
    writer_number(&w, values[i]);
  }
  writer_lit(&w, " = ");
  writer_number(&w, sum);
}

void parts_say_measure(Draft *d, const Measure *m, double number) {
  draft_number(d, "number", number);
  draft_lit(d, " ");
  if (m->unit.n) draft_word(d, "unit", m->unit), draft_lit(d, " ");
  if (m->label.n) draft_quote(d, "label", m->label), draft_lit(d, " ");
  draft_word(d, m->occurrences ? "type" : "what", m->occurrences ? m->type : m->what);
}

/* "13 (Syria)": the part's number and what sets it apart. */
static void say_part(Draft *d, const Group *g, uint32_t i, double value) {
  const Record *part = g->parts[i];
  draft_number(d, "part", value);
  draft_lit(d, " (");
  if (g->by == BY_PLACE)
    draft_place(d, &part->places[0]);
  else if (g->by == BY_TIME)
    draft_word(d, "time", part->time);
  else if (g->by == BY_TARGET || g->by == BY_AGENT)
    draft_actors(d, "who", g->by == BY_TARGET ? part->targets : part->agents);
  else
    draft_quote(d, "words", part->trigger.text);
  draft_lit(d, ")");
}

void parts_say(Draft *d, const Group *g, const Reckoning *r) {
  double values[PARTS_MOST];
  uint32_t n = 0;
  for (uint32_t i = 0; i < g->nparts; i++) {
    if (!g->sure[i]) continue;
    if (n) draft_say(d, n + 1 == g->nsure ? STR(" and ") : STR(", "));
    say_part(d, g, i, r->values[i]);
    values[n++] = r->values[i];
    draft_record(d, g->doc, g->parts[i]);
  }
  parts_arithmetic(d, values, n, r->sum);
}
