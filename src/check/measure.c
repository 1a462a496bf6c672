#include "check/measure.h"

#include <math.h>

bool number_same(double a, double b) { return fabs(a - b) <= 1e-9 * (fabs(a) + fabs(b)); }

bool count_round(Count c) {
  double n = c.min;
  while (n >= 20 && isfinite(n)) n /= 10;
  return c.set && isinf(c.max) && c.min >= 20 && number_same(n, 2);
}

/* A single event's [1,1] is its own being, no count that parts could make up. */
static bool counts_occurrences(const Record *r) {
  return r->kind != RECORD_TREND && r->count.set && !(r->kind == RECORD_EVENT && r->count.min <= 1);
}

static Measure outcome_measure(const Outcome *o) {
  return (Measure){.what = o->what,
                   .unit = o->unit,
                   .label = o->status.n ? STR_NONE : o->label,
                   .status = o->status,
                   .side = o->side};
}

static bool is_outcome(const Measure *m, const Outcome *o) {
  return str_eq(m->what, o->what) && str_eq(m->unit, o->unit) && str_eq(m->label, o->status.n ? STR_NONE : o->label);
}

uint32_t measures_of(const Record *total, Measure *out, uint32_t room) {
  uint32_t n = 0;
  if (counts_occurrences(total) && n < room) out[n++] = (Measure){.occurrences = true, .type = total->type};
  for (uint32_t i = 0; i < total->noutcomes && n < room; i++) {
    const Outcome *o = &total->outcomes[i];
    bool seen = !o->count.set || o->share || o->among;
    for (uint32_t j = 0; j < n && !seen; j++) seen = !out[j].occurrences && is_outcome(&out[j], o);
    if (!seen) out[n++] = outcome_measure(o);
  }
  return n;
}

static void add_value(Values *v, double value) {
  if (v->n == MEASURE_OPTIONS)
    v->unsure = true;
  else
    v->at[v->n++] = value;
}

static bool other_class(Str a, Str b) {
  bool plain = !a.n || !b.n || str_eq(a, STR("unstated")) || str_eq(b, STR("unstated")) || str_eq(a, STR("mixed")) ||
               str_eq(b, STR("mixed")) || str_eq(a, STR("unknown")) || str_eq(b, STR("unknown"));
  return !plain && !str_eq(a, b);
}

static Values occurrence_values(const Measure *m, const Record *r) {
  Values v = {0};
  if (!str_eq(r->type, m->type) || !r->count.set) return v;
  if (!count_exact(r->count)) v.unsure = true;
  add_value(&v, r->count.min);
  return v;
}

Values measure_values(const Measure *m, const Record *r) {
  if (m->occurrences) return occurrence_values(m, r);
  Values v = {0};
  double all = 0, most = 0;
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    const Outcome *o = &r->outcomes[i];
    if (!is_outcome(m, o) || o->share || !o->count.set || o->among) continue;
    if (!count_exact(o->count)) v.unsure = true;
    if (other_class(o->status, m->status) || other_class(o->side, m->side)) v.doubtful = true;
    if (v.n && o->count.min > most) { /* the largest stands first */
      add_value(&v, v.at[0]);
      v.at[0] = o->count.min;
    } else {
      add_value(&v, o->count.min);
    }
    most = v.at[0];
    all += o->count.min;
  }
  if (v.n > 1) add_value(&v, all);
  return v;
}

/* A digit of either kind at s.p[*at], moved behind it; -1: none. ٠ is D9 A0 in UTF-8. */
static int digit_at(Str s, size_t *at) {
  const uint8_t *p = (const uint8_t *)s.p + *at;
  if (*p >= '0' && *p <= '9') return ++*at, *p - '0';
  if (*at + 1 >= s.n || p[0] != 0xD9 || p[1] < 0xA0 || p[1] > 0xA9) return -1;
  *at += 2;
  return p[1] - 0xA0;
}

bool number_in_figures(Str text, double number) {
  for (size_t at = 0; at < text.n;) {
    double value = 0;
    uint32_t digits = 0;
    for (int d = digit_at(text, &at); d >= 0; d = at < text.n ? digit_at(text, &at) : -1, digits++)
      value = value * 10 + d;
    if (digits && number_same(value, number)) return true;
    if (!digits) at++;
  }
  return false;
}
