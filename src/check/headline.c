/* A headline that gives another number, act or doer than its body: 12 soldiers above, 21 below.
 *
 * A headline is a first line that ends in no full stop, with an empty line behind it. Its
 * toll is compared with the body's telling of the same thing: a second toll of the same
 * record, or else the first record of its type below, unless the body tells the headline's
 * record before it. Any number of the body that
 * fits, alone or put together, and any rough one, silences the finding. */
#include "check/draft.h"
#include "check/force.h"
#include "check/kinds.h"
#include "check/measure.h"
#include "check/same.h"

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

/* Where the body first tells the record; UINT32_MAX: nowhere. */
static uint32_t first_below(const Record *r, uint32_t title) {
  uint32_t first = r->trigger.span.start >= title ? r->trigger.span.start : UINT32_MAX;
  for (uint32_t i = 0; i < r->also.n; i++) {
    uint32_t at = r->also.at[i].span.start;
    if (at >= title && at < first) first = at;
  }
  return first;
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

/* «9 مطلوبين» above, three here and two there below: its parts, and no other number of the same people. */
static bool several_below(const Record *r, uint32_t title, const Outcome *like) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    const Outcome *o = &r->outcomes[i];
    if (outcome_at(r, o) < title || !str_eq(o->what, like->what) || o->count.min >= like->count.min) continue;
    n += o->count.set && !o->among;
  }
  return n > 1;
}

typedef struct Below {
  const Record *record;
  const Outcome *outcome;
} Below;

static Below counterpart(const CheckDoc *doc, uint32_t title, const Record *r, const Outcome *o) {
  uint32_t again = first_below(r, title);
  const Outcome *own = again != UINT32_MAX ? toll_below(r, title, o) : NULL;
  if (own && several_below(r, title, o)) return (Below){NULL, NULL};
  if (own) return (Below){r, own};
  for (uint32_t i = 0; i < doc->nrecords; i++) {
    const Record *other = &doc->records[i];
    if (other == r || other->trigger.span.start < title || !str_eq(other->type, r->type)) continue;
    if (other->trigger.span.start > again) break; /* the body has come to the headline's own by then */
    return (Below){other, toll_below(other, title, o)};
  }
  return (Below){NULL, NULL};
}

/* A toll without words of its own is the headline's only where the body does not tell the record, too. */
static bool told_above(const Record *r, uint32_t title, const Outcome *o) {
  return span_any(o->of.span) || first_below(r, title) == UINT32_MAX;
}

/* «مقتل واعتقال 25 مسلحاً»: 25 killed and arrested, whose shares the body tells. */
static bool shares_number(const Record *r, const Outcome *o) {
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    const Outcome *p = &r->outcomes[i];
    bool one_noun = o->of.text.n && p->of.span.start == o->of.span.start && p->of.span.end == o->of.span.end;
    if (one_noun && !str_eq(p->what, o->what)) return true;
  }
  return false;
}

/* «أكثر من 30 عنصراً لقوا مصرعهم، إضافة إلى مقتل 17» (more than 30 perished, and 17 besides) below «مصرع 50»: a smaller
 * number in figures beside the body's, which no record has, may be of the others. */
static bool others_beside(const CheckDoc *doc, const Outcome *below, const Outcome *title, const Numbers *body) {
  enum { MOST = 500 };
  Str text = doc->text;
  size_t from = below->of.span.start, to = below->of.span.end;
  if (!span_any(below->of.span) || to > text.n || title->count.min > MOST) return false;
  while (from > 0 && text.p[from - 1] != '\n' && text.p[from - 1] != '.') from--;
  while (to < text.n && text.p[to] != '\n' && text.p[to] != '.') to++;
  for (uint32_t n = LEAST_TOLL; n < title->count.min; n++) {
    bool told = false;
    for (uint32_t i = 0; i < body->n; i++) told |= number_same(body->at[i], n);
    if (!told && number_in_figures(str_slice(text, from, to), n)) return true;
  }
  return false;
}

static void check_outcome(Arena *arena, const CheckDoc *doc, uint32_t title, const Record *r, const Outcome *o,
                          Findings *findings) {
  Numbers body = {0};
  if (str_eq(r->type, STR("execution"))) return; /* below stand the dead of the crime */
  if (!o->status.n || !count_exact(o->count) || o->count.min < LEAST_TOLL || shares_number(r, o)) return;
  if (!told_above(r, title, o)) return;
  Below below = counterpart(doc, title, r, o);
  body_numbers(doc, title, o, &body);
  if (!below.outcome || body.unsure || !body.n || reaches(&body, o->count.min)) return;
  if (others_beside(doc, below.outcome, o, &body)) return;
  /* a record keeps one toll of a happening, and not where the body says it again */
  if (number_in_figures(str_slice(doc->text, title, doc->text.n), o->count.min)) return;
  Draft d;
  draft_init(&d, arena);
  draft_record(&d, doc, r);
  draft_record(&d, doc, below.record);
  draft_span(&d, doc, (Span){0, title});
  draft_lit(&d, "The headline of ");
  draft_outlet(&d, doc);
  draft_lit(&d, " says ");
  draft_number(&d, "number", o->count.min);
  draft_lit(&d, " ");
  draft_word(&d, "what", o->what);
  draft_mark(&d, "text");
  draft_lit(&d, ", its text ");
  draft_number(&d, "number", below.outcome->count.min);
  draft_lit(&d, ".");
  draft_done(&d, STR("headline"), findings);
}

/* ---- act ---- */

/* What can befall somebody, one of which excludes the others on the same day. */
static bool is_fate(Str what) { return STR_IN(what, "killed", "injured", "arrested", "abducted", "released"); }

/* Is `what` told of anybody on that side of the headline's end? A record's own words for the act say nothing of the
 * fate: «القبض» below, where the headline says «مقتل». */
static bool tells(const CheckDoc *doc, uint32_t title, Str what, bool below) {
  for (uint32_t i = 0; i < doc->nrecords; i++)
    for (uint32_t k = 0; k < doc->records[i].noutcomes; k++) {
      const Record *r = &doc->records[i];
      const Outcome *o = &r->outcomes[k];
      bool here = below == (outcome_at(r, o) >= title);
      if (here && str_eq(o->what, what)) return true;
    }
  return false;
}

/* The same people, by the word for them and their number. */
static bool same_people(const Outcome *a, const Outcome *b) {
  return a->label.n && str_eq(a->label, b->label) && str_eq(a->status, b->status) && count_exact(a->count) &&
         count_exact(b->count) && number_same(a->count.min, b->count.min);
}

/* An arrest to one side is an abduction to the other. */
static bool one_custody(Str a, Str b) {
  Str arrest = STR("arrested"), abduction = STR("abducted");
  return (str_eq(a, arrest) && str_eq(b, abduction)) || (str_eq(a, abduction) && str_eq(b, arrest));
}

/* One record may tell of two men: those that the lead tells of by what they are are the headline's. */
static bool of_the_lead(const Record *r, const Outcome *o, uint32_t title) {
  enum { LEAD = 500 }; /* bytes */
  bool plain =
      str_eq(o->status, STR("unstated")) || str_eq(o->status, STR("civilian")) || str_eq(o->status, STR("mixed"));
  return !plain && outcome_at(r, o) < title + LEAD;
}

static void report_act(Arena *arena, const CheckDoc *doc, uint32_t title, const Record *r, const Outcome *o,
                       const Below *below, Findings *findings) {
  Draft d;
  draft_init(&d, arena);
  draft_record(&d, doc, r);
  draft_record(&d, doc, below->record);
  draft_span(&d, doc, (Span){0, title});
  draft_lit(&d, "The headline of ");
  draft_outlet(&d, doc);
  draft_lit(&d, " says ");
  draft_quote(&d, "of", o->of.text);
  draft_lit(&d, " ");
  draft_word(&d, "what", o->what);
  draft_mark(&d, "text");
  draft_lit(&d, ", its text ");
  draft_word(&d, "what", below->outcome->what);
  draft_lit(&d, ".");
  draft_done(&d, STR("headline"), findings);
}

/* «اعتقال قيادي» (a leader arrested) above, «قتلت القيادي» (it killed the leader) below. */
static void check_act(Arena *arena, const CheckDoc *doc, uint32_t title, const Record *r, const Outcome *o,
                      Findings *findings) {
  if (!o->status.n || !is_fate(o->what) || tells(doc, title, o->what, true)) return;
  /* «إخلاء سبيل فلان» above, told again below, and there also how he was arrested: two acts, one behind the other */
  bool retold = first_below(r, title) != UINT32_MAX;
  for (uint32_t i = 0; i < doc->nrecords; i++) {
    const Record *other = &doc->records[i];
    for (uint32_t k = 0; !other->background && k < other->noutcomes; k++) {
      Below below = {other, &other->outcomes[k]};
      if (other == r && !of_the_lead(r, below.outcome, title)) continue;
      if (other != r && retold) continue;
      bool another = outcome_at(other, below.outcome) >= title && is_fate(below.outcome->what) &&
                     !one_custody(o->what, below.outcome->what) && same_people(o, below.outcome) &&
                     !tells(doc, title, below.outcome->what, false);
      if (!another) continue;
      report_act(arena, doc, title, r, o, &below, findings);
      return;
    }
  }
}

/* ---- agent ---- */

static bool acts_below(const CheckDoc *doc, uint32_t title, ActorList agents) {
  for (uint32_t i = 0; i < doc->nrecords; i++) {
    const Record *r = &doc->records[i];
    if (r->trigger.span.start >= title && (actors_meet(r->agents, agents) || actors_meet(r->partners, agents)))
      return true;
  }
  return false;
}

static bool one_place(const Record *a, const Record *b) {
  for (uint32_t i = 0; i < a->nplaces && i < 8; i++)
    for (uint32_t k = 0; k < b->nplaces && k < 8; k++)
      if (!places_apart(&a->places[i], &b->places[k])) return true;
  return false;
}

/* Of one type, or both acts of war: «قصف» may be shelling above, and an airstrike below. */
static bool one_act(const Record *a, const Record *b) {
  return (is_violence(a) && is_one_sided(b)) || str_eq(a->type, b->type);
}

/* «طيران الجيش يقصف السوق» (the army's aircraft bomb the market) above, a drone of the other
 * side below. */
static void check_agent(Arena *arena, const CheckDoc *doc, uint32_t title, const Record *r, Findings *findings) {
  if (r->trigger.span.start >= title || str_eq(r->type, STR("clash"))) return;
  uint32_t again = first_below(r, title); /* the body's own telling comes first: «القصف» behind it may go back to any */
  if (acts_below(doc, title, r->agents)) return;
  for (uint32_t i = 0; i < doc->nrecords; i++) {
    const Record *other = &doc->records[i];
    if (other->trigger.span.start < title || other->background || !one_act(r, other)) continue;
    if (other->trigger.span.start > again) return;
    if (!actors_differ(r->agents, other->agents) || !one_place(r, other)) continue;
    Draft d;
    draft_init(&d, arena);
    draft_record(&d, doc, r);
    draft_record(&d, doc, other);
    draft_lit(&d, "The headline of ");
    draft_outlet(&d, doc);
    draft_lit(&d, " lays it on ");
    draft_actors(&d, "agents", r->agents);
    draft_mark(&d, "text");
    draft_lit(&d, ", its text on ");
    draft_actors(&d, "agents", other->agents);
    draft_lit(&d, ".");
    draft_done(&d, STR("headline"), findings);
    return;
  }
}

static void check_outcomes(Arena *arena, const CheckDoc *doc, uint32_t title, const Record *r, Findings *findings) {
  for (uint32_t m = 0; m < r->noutcomes; m++) {
    if (outcome_at(r, &r->outcomes[m]) >= title) continue;
    check_outcome(arena, doc, title, r, &r->outcomes[m], findings);
    check_act(arena, doc, title, r, &r->outcomes[m], findings);
  }
}

void check_headline(Arena *arena, const CheckInput *input, Findings *findings) {
  for (uint32_t i = 0; i < input->ndocs; i++) {
    const CheckDoc *doc = &input->docs[i];
    uint32_t title = title_end(doc->text);
    for (uint32_t k = 0; title && k < doc->nrecords; k++) {
      const Record *r = &doc->records[k];
      check_outcomes(arena, doc, title, r, findings);
      check_agent(arena, doc, title, r, findings);
    }
  }
}
