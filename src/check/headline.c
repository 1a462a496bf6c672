/* A headline that gives another number than its body: 12 soldiers above, 21 below.
 *
 * A headline is a first line that ends in no full stop, with an empty line behind it. Its
 * toll is held against every number that the body tells of the same kind, alone and put
 * together: one that fits, or one that is rough, silences the finding. A headline that only
 * leaves out says nothing wrong. */
#include "check/draft.h"
#include "check/kinds.h"
#include "check/measure.h"

enum {
  LONGEST_TITLE = 400, /* bytes */
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
  const Record *first;
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
      if (!out->first) out->first = r;
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

static void check_outcome(Arena *arena, const CheckDoc *doc, uint32_t title, const Record *r, const Outcome *o,
                          Findings *findings) {
  Numbers body = {0};
  if (!o->status.n || !count_exact(o->count)) return;
  body_numbers(doc, title, o, &body);
  if (body.unsure || !body.n || reaches(&body, o->count.min)) return;
  Draft d;
  draft_init(&d, arena);
  draft_record(&d, doc, r);
  draft_record(&d, doc, body.first);
  draft_span(&d, doc, (Span){0, title});
  draft_lit(&d, "The headline of ");
  draft_outlet(&d, doc);
  draft_lit(&d, " says ");
  draft_number(&d, o->count.min);
  draft_lit(&d, " ");
  draft_say(&d, o->what);
  draft_lit(&d, ", its text ");
  draft_number(&d, body.at[0]);
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
