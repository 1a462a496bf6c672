/* A headline that gives another number than its body: 12 soldiers above, 21 below.
 *
 * A headline is a first line that ends in no full stop, with an empty line behind it. Its
 * toll is compared with the body's telling of the same thing: a second toll of the same
 * record, or else the first record of its type below. Where the record is told below as well
 * and has one toll, the two agree or the body leaves it out. Any number of the body that
 * fits, alone or put together, and any rough one, silences the finding. */
#include "check/draft.h"
#include "check/kinds.h"
#include "check/measure.h"

enum {
  LONGEST_TITLE = 400, /* bytes */
  LEAST_TOLL = 2,      /* «مقتل قيادي», a leader killed, gives no number */
  MOST_NUMBERS = 12    /* of the body that are put together: 2^12 ways */
};

/* Bytes of the headline; 0 where the text has none. */
static uint32_t title_end(Str text) {
  const char *end = text.n ? memchr(text.p, '\n', text.n) : NULL;
  size_t n = end ? (size_t)(end - text.p) : 0;
  if (!n || n > LONGEST_TITLE || n + 1 >= text.n || text.p[n + 1] != '\n') return 0;
  Str title = str_trim(str_slice(text, 0, n));
  return title.n && title.p[title.n - 1] != '.' ? (uint32_t)n : 0;
}

/* Where an outcome stands: at its noun, else where its record does. */
static uint32_t outcome_at(const Record *r, const Outcome *o) {
  return span_any(o->of.span) ? o->of.span.start : r->trigger.span.start;
}

typedef struct Numbers {
  double at[MOST_NUMBERS];
  uint32_t n;
  bool unsure;
} Numbers;

static void body_numbers(const CheckDoc *doc, uint32_t title, const Outcome *like, Numbers *out) {
  for (uint32_t i = 0; i < doc->nrecords && !out->unsure; i++)
    for (uint32_t k = 0; k < doc->records[i].noutcomes; k++) {
      const Record *r = &doc->records[i];
      const Outcome *o = &r->outcomes[k];
      if (outcome_at(r, o) < title || !o->status.n || !str_eq(o->what, like->what)) continue;
      if (!count_exact(o->count) || out->n == MOST_NUMBERS) {
        out->unsure = true;
        return;
      }
      out->at[out->n++] = o->count.min;
    }
}

/* Some of the body's numbers together give the headline's. */
static bool reaches(const Numbers *body, double number) {
  for (uint32_t set = 1; set < 1u << body->n; set++) {
    double sum = 0;
    for (uint32_t i = 0; i < body->n; i++) sum += set >> i & 1 ? body->at[i] : 0;
    if (number_same(sum, number)) return true;
  }
  return false;
}

static bool told_below(const Record *r, uint32_t title) {
  bool below = r->trigger.span.start >= title;
  for (uint32_t i = 0; i < r->also.n && !below; i++) below = r->also.at[i].span.start >= title;
  return below;
}

/* A record's toll in the body that can be set against the headline's. */
static const Outcome *toll_below(const Record *r, uint32_t title, const Outcome *like) {
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    const Outcome *o = &r->outcomes[i];
    if (outcome_at(r, o) >= title && str_eq(o->what, like->what) && str_eq(o->status, like->status) &&
        count_exact(o->count) && o->count.min >= LEAST_TOLL)
      return o;
  }
  return NULL;
}

typedef struct Below {
  const Record *record;
  const Outcome *outcome;
} Below;

static Below counterpart(const CheckDoc *doc, uint32_t title, const Record *r, const Outcome *o) {
  if (told_below(r, title)) return (Below){r, toll_below(r, title, o)};
  for (uint32_t i = 0; i < doc->nrecords; i++) {
    const Record *other = &doc->records[i];
    if (other == r || other->trigger.span.start < title || !str_eq(other->type, r->type)) continue;
    return (Below){other, toll_below(other, title, o)};
  }
  return (Below){NULL, NULL};
}

static void check_outcome(Arena *arena, const CheckDoc *doc, uint32_t title, const Record *r, const Outcome *o,
                          Findings *findings) {
  Numbers body = {0};
  if (!o->status.n || !count_exact(o->count) || o->count.min < LEAST_TOLL) return;
  Below below = counterpart(doc, title, r, o);
  body_numbers(doc, title, o, &body);
  if (!below.outcome || body.unsure || !body.n || reaches(&body, o->count.min)) return;
  Draft d;
  draft_init(&d, arena);
  draft_record(&d, doc, r);
  draft_record(&d, doc, below.record);
  draft_span(&d, doc, (Span){0, title});
  draft_lit(&d, "The headline of ");
  draft_outlet(&d, doc);
  draft_lit(&d, " says ");
  draft_number(&d, o->count.min);
  draft_lit(&d, " ");
  draft_say(&d, o->what);
  draft_lit(&d, ", its text ");
  draft_number(&d, below.outcome->count.min);
  draft_lit(&d, ".");
  draft_done(&d, STR("headline"), findings);
}

void check_headline(Arena *arena, const CheckInput *input, Findings *findings) {
  for (uint32_t i = 0; i < input->ndocs; i++) {
    const CheckDoc *doc = &input->docs[i];
    uint32_t title = title_end(doc->text);
    for (uint32_t k = 0; title && k < doc->nrecords; k++) {
      const Record *r = &doc->records[k];
      for (uint32_t m = 0; m < r->noutcomes; m++)
        if (outcome_at(r, &r->outcomes[m]) < title) check_outcome(arena, doc, title, r, &r->outcomes[m], findings);
    }
  }
}
