#include "check/tolls.h"

#include <math.h>

#include "check/measure.h"

enum { MOST_OUTCOMES = 16 /* of one record that are compared */ };

static bool is_class(const Outcome *o) {
  return o->status.n && !str_eq(o->status, STR("unstated")) && !str_eq(o->status, STR("mixed"));
}

static bool one_kind(const Outcome *a, const Outcome *b) {
  return a->status.n && b->status.n && str_eq(a->what, b->what);
}

/* All of the kind in a record, as ranges: each outcome, and all together. */
typedef struct Tolls {
  const Outcome *largest;
  double min[MOST_OUTCOMES + 2], max[MOST_OUTCOMES + 2];
  uint32_t n;
  bool rough;
} Tolls;

static void add_range(Tolls *t, double min, double max) {
  t->min[t->n] = min;
  t->max[t->n++] = max;
}

/* «ستة أشخاص، بينهم الانتحاري»: six people, the bomber among them, are five to who does not count him. */
static double attackers_among(const Record *r, const Outcome *like) {
  double n = 0;
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    const Outcome *o = &r->outcomes[i];
    bool fighter = o->among && !o->restated && one_kind(o, like) && str_eq(o->status, STR("fighter"));
    if (fighter && count_exact(o->count)) n += o->count.min;
  }
  return n;
}

static Tolls tolls_of(const Record *r, const Outcome *like) {
  Tolls t = {0};
  double min = 0, max = 0;
  bool rounds = false;
  for (uint32_t i = 0; i < r->noutcomes && t.n < MOST_OUTCOMES; i++) {
    const Outcome *o = &r->outcomes[i];
    if (!one_kind(o, like) || o->among) continue;
    if (!o->count.set || o->count.approx) {
      t.rough = true;
      continue;
    }
    if (count_round(o->count)) { /* it says nothing against a number, least of all where its own report gives one */
      rounds = true;
      continue;
    }
    if (!t.largest || o->count.min > t.largest->count.min) t.largest = o;
    add_range(&t, o->count.min, o->count.max);
    min += o->count.min;
    max += o->count.max;
  }
  if (t.n > 1 && t.n < MOST_OUTCOMES) add_range(&t, min, max);
  double attackers = attackers_among(r, like);
  if (t.largest && attackers > 0 && attackers < t.largest->count.min)
    add_range(&t, t.largest->count.min - attackers, t.largest->count.max - attackers);
  t.rough |= rounds && !t.n;
  return t;
}

static bool meet(const Tolls *a, const Tolls *b) {
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++)
      if (a->min[i] <= b->max[k] && b->min[k] <= a->max[i]) return true;
  return false;
}

/* Six civilians are no contradiction to thirteen people; thirteen civilians are one to six. */
static bool comparable(const Outcome *a, const Outcome *b) {
  if (is_class(a) && is_class(b)) return str_eq(a->status, b->status);
  if (!is_class(a) && !is_class(b)) return true;
  const Outcome *part = is_class(a) ? a : b, *whole = is_class(a) ? b : a;
  return part->count.min > whole->count.max;
}

bool tolls_disagree(const Record *a, const Record *b, TollPair *pair) {
  for (uint32_t i = 0; i < a->noutcomes && i < MOST_OUTCOMES; i++) {
    const Outcome *o = &a->outcomes[i];
    if (!o->status.n) continue;
    Tolls x = tolls_of(a, o), y = tolls_of(b, o);
    if (x.rough || y.rough || !x.n || !y.n || meet(&x, &y) || !comparable(x.largest, y.largest)) continue;
    *pair = (TollPair){x.largest, y.largest};
    return true;
  }
  return false;
}

/* The only outcome of the kind in the record. */
static const Outcome *only_of(const Record *r, const Outcome *like) {
  const Outcome *only = NULL;
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    if (!one_kind(&r->outcomes[i], like) || r->outcomes[i].among) continue;
    if (only) return NULL;
    only = &r->outcomes[i];
  }
  return only;
}

static bool opposed(Str a, Str b) { return str_eq(a, STR("fighter")) && str_eq(b, STR("civilian")); }

bool tolls_differ_in_status(const Record *a, const Record *b, TollPair *pair) {
  for (uint32_t i = 0; i < a->noutcomes && i < MOST_OUTCOMES; i++) {
    const Outcome *x = only_of(a, &a->outcomes[i]), *y = x ? only_of(b, x) : NULL;
    if (!y || !count_exact(x->count) || !count_exact(y->count) || !number_same(x->count.min, y->count.min)) continue;
    if (!opposed(x->status, y->status) && !opposed(y->status, x->status)) continue;
    *pair = (TollPair){x, y};
    return true;
  }
  return false;
}

bool tolls_share(const Record *a, const Record *b, uint32_t least) {
  for (uint32_t i = 0; i < a->noutcomes && i < MOST_OUTCOMES; i++)
    for (uint32_t k = 0; k < b->noutcomes && k < MOST_OUTCOMES; k++) {
      const Outcome *x = &a->outcomes[i], *y = &b->outcomes[k];
      bool exact = one_kind(x, y) && count_exact(x->count) && count_exact(y->count);
      if (exact && x->count.min >= least && number_same(x->count.min, y->count.min)) return true;
    }
  return false;
}

bool tolls_restated(const Record *r, TollPair *pair) {
  for (uint32_t i = 0; i < r->noutcomes && i < MOST_OUTCOMES; i++)
    for (uint32_t k = 0; k < r->noutcomes && k < MOST_OUTCOMES; k++) {
      const Outcome *x = &r->outcomes[i], *y = &r->outcomes[k];
      if (x->among || !y->restated || !str_eq(x->what, y->what) || !count_exact(x->count)) continue;
      if (!opposed(x->status, y->status) && !opposed(y->status, x->status)) continue;
      *pair = (TollPair){x, y};
      return true;
    }
  return false;
}
