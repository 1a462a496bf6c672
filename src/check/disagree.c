/* Findings of two documents that tell of one incident.
 *
 *   relay     one speaker, two outlets, two numbers: 14 here, 19 there. One of them slipped
 *   disagree  two speakers, numbers that cannot both be right
 *   status    the same dead: fighters to one, civilians to the other
 *   blame     another doer in each, of an act with the same dead
 *
 * A number that rises from one day to the next is an update and no contradiction. */
#include "check/draft.h"
#include "check/force.h"
#include "check/kinds.h"
#include "check/measure.h"
#include "check/same.h"
#include "check/tellings.h"
#include "check/tolls.h"

enum {
  PLAINLY_ONE = 12,   /* points of linking: more than type, day and town agree */
  MOST_FOR_WORDS = 6, /* of these, for the words beside the act: rivals of one day are told alike */
  BEYOND_DOUBT = 13 + MOST_FOR_WORDS
};

typedef struct DisagreeRun {
  Arena *arena;
  Findings *findings;
} DisagreeRun;

static Draft begin(Arena *arena, const Telling *a, const Telling *b) {
  Draft d;
  draft_init(&d, arena);
  draft_record(&d, a->doc, a->record);
  draft_record(&d, b->doc, b->record);
  return d;
}

static void say_toll(Draft *d, const Outcome *o) {
  draft_count(d, o->count);
  draft_lit(d, " ");
  draft_word(d, "what", o->what);
  if (o->of.text.n) {
    draft_lit(d, " ");
    draft_quote(d, "of", o->of.text);
  }
}

/* «أصيب أربعة … . ووقع الانفجار … . وقالت الوزارة إن العبوة …» (four were hurt … The blast … The ministry said that the
 * bomb …): whoever speaks more than a sentence away from the number need not have told it. */
static bool may_be_his(const Telling *t, const Outcome *o, const Actor *speaker) {
  Span toll = o->of.text.n ? o->of.span : t->record->trigger.span;
  Span voice = speaker->quote.span, between = {toll.end, voice.start};
  if (voice.end <= toll.start) between = (Span){voice.end, toll.start};
  if (between.start >= between.end) return true;
  Str text = str_slice(t->doc->text, between.start, between.end);
  uint32_t ends = 0;
  for (size_t i = 0; i < text.n; i++)
    ends +=
        text.p[i] == '\n' ? !i || text.p[i - 1] != '\n' : text.p[i] == '.' && i + 1 < text.n && text.p[i + 1] == ' ';
  return ends <= 1;
}

/* Those whose number it may be, of all who are credited with the telling. */
static ActorList speakers_of(Arena *arena, const Telling *t, const Outcome *o) {
  ActorList all = t->record->claimed_by;
  Actor *kept = ARENA_ARRAY(arena, Actor, (size_t)all.n + 1);
  uint32_t n = 0;
  for (uint32_t i = 0; kept && i < all.n; i++)
    if (may_be_his(t, o, &all.at[i])) kept[n++] = all.at[i];
  return (ActorList){kept, n};
}

/* "«A» (from X) says 14 killed «…», «B» (from Y) 19 killed «…»." */
static void say_both(Draft *d, const Telling *a, const Telling *b, const TollPair *tolls) {
  tellings_say_voices(d, a, speakers_of(d->arena, a, tolls->a));
  draft_lit(d, " says ");
  say_toll(d, tolls->a);
  draft_lit(d, ", ");
  tellings_say_voices(d, b, speakers_of(d->arena, b, tolls->b));
  draft_lit(d, " says ");
  say_toll(d, tolls->b);
  draft_lit(d, ".");
}

static bool denied(const Record *r) { return str_eq(r->stance, STR("denied")); }

/* Three dead and seven are two incidents that look alike, not one told in two ways. */
static bool too_far(const TollPair *t) {
  enum { FAR = 2 };
  Count a = t->a->count, b = t->b->count;
  return a.min > b.max ? a.min > FAR * b.max : b.min > FAR * a.max;
}

/* One dead and six hurt, three dead and nine hurt: where nothing agrees there may be two incidents, unless much else
 * speaks for one. */
static bool nothing_agrees(const Telling *a, const Telling *b) {
  enum { MOST_LOOKED_AT = 8 };
  uint32_t agree = 0, differ = 0;
  const Record *x = a->record, *y = b->record;
  for (uint32_t i = 0; i < x->noutcomes && i < MOST_LOOKED_AT; i++)
    for (uint32_t k = 0; k < y->noutcomes && k < MOST_LOOKED_AT; k++) {
      const Outcome *o = &x->outcomes[i], *p = &y->outcomes[k];
      if (!o->status.n || !p->status.n || !str_eq(o->what, p->what) || !o->count.set || !p->count.set) continue;
      bool meet = o->count.min <= p->count.max && p->count.min <= o->count.max;
      agree += meet;
      differ += !meet;
    }
  return differ > 1 && !agree;
}

/* Two numbers of dead in sentences apart: «أدى انفجار إلى مقتل شخص. … وقتل ثلاثة من الصحوة في هجوم» (a blast killed
 * one. … and three of the Awakening were killed in an attack). It may have put two acts into one. */
static bool mixes_acts(const Telling *t) {
  const Outcome *last = NULL;
  for (uint32_t i = 0; i < t->record->noutcomes; i++) {
    const Outcome *o = &t->record->outcomes[i];
    bool dead = o->status.n && !o->among && !o->restated && str_eq(o->what, STR("killed")) && count_exact(o->count);
    if (!dead || !o->of.text.n) continue;
    Span between = last ? (Span){last->of.span.end, o->of.span.start} : (Span){0, 0};
    if (between.start > between.end) between = (Span){o->of.span.end, last->of.span.start};
    Str text = str_slice(t->doc->text, between.start, between.end);
    bool apart = text.n && (memchr(text.p, '.', text.n) || memchr(text.p, '\n', text.n));
    if (last && apart && !number_same(last->count.min, o->count.min)) return true;
    last = o;
  }
  return false;
}

/* Each in a town of its own, or a place in one: what is told of both may well be of two incidents. */
static bool in_two_towns(const Record *a, const Record *b) {
  enum { MOST_LOOKED_AT = 8, FINEST = 2, KM_APART = 5 };
  if (!a->nplaces || !b->nplaces) return false;
  for (uint32_t i = 0; i < a->nplaces && i < MOST_LOOKED_AT; i++)
    for (uint32_t k = 0; k < b->nplaces && k < MOST_LOOKED_AT; k++) {
      const Place *p = &a->places[i], *q = &b->places[k];
      bool exact = p->id.n && q->id.n && p->precision <= FINEST && q->precision <= FINEST;
      if (!exact || !places_apart(p, q) || place_km(p, q) < KM_APART) return false;
    }
  return true;
}

/* Does the report tell the number elsewhere, or two that make it up? «قتل خمسة … وقتل جنديان آخران» (five were killed …
 * and two more soldiers) is another's «سبعة» (seven). */
enum { MOST_NUMBERS = 24 };

typedef struct Numbers {
  double at[MOST_NUMBERS];
  uint32_t n;
} Numbers;

static void add_numbers(const Record *records, uint32_t n, const Outcome *like, Numbers *out) {
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < records[i].noutcomes && out->n < MOST_NUMBERS; k++) {
      const Outcome *o = &records[i].outcomes[k];
      if (o->status.n && str_eq(o->what, like->what) && o->count.set) out->at[out->n++] = o->count.min;
    }
}

static bool told_elsewhere(const CheckDoc *doc, const Outcome *like) {
  Numbers told = {0};
  add_numbers(doc->records, doc->nrecords, like, &told);
  add_numbers(doc->others, doc->nothers, like, &told);
  for (uint32_t i = 0; i < told.n; i++) {
    if (number_same(told.at[i], like->count.min)) return true;
    for (uint32_t k = i + 1; k < told.n; k++)
      if (number_same(told.at[i] + told.at[k], like->count.min)) return true;
  }
  return false;
}

static void use_numbers(void *context, const Telling *a, const Telling *b) {
  DisagreeRun *run = context;
  TollPair tolls;
  if (denied(a->record) || denied(b->record) || !tolls_disagree(a->record, b->record, &tolls)) return;
  if (telling_may_update(a, b, tolls.b->count.min > tolls.a->count.min) || too_far(&tolls)) return;
  bool one_speaker = tellings_share_speaker(a, b) && (a->record->claimed_by.n < 2 || b->record->claimed_by.n < 2);
  one_speaker = one_speaker && speakers_of(run->arena, a, tolls.a).n && speakers_of(run->arena, b, tolls.b).n;
  int32_t enough = one_speaker ? PLAINLY_ONE : BEYOND_DOUBT;
  bool doubt = nothing_agrees(a, b) || mixes_acts(a) || mixes_acts(b) || in_two_towns(a->record, b->record);
  if ((doubt && a->points < enough) || told_elsewhere(a->doc, tolls.b) || told_elsewhere(b->doc, tolls.a)) return;
  Draft d = begin(run->arena, a, b);
  draft_say(&d, one_speaker ? STR("One statement is told with different numbers: ")
                            : STR("What seems one incident is told with numbers that cannot both be right: "));
  say_both(&d, a, b, &tolls);
  draft_done(&d, one_speaker ? STR("relay") : STR("disagree"), run->findings);
}

/* One pass finds both kinds; each asks for its own. */
static void keep_kind(Arena *arena, const CheckInput *input, Str kind, Findings *findings) {
  Findings all = {0};
  DisagreeRun run = {arena, &all};
  tellings_incidents(arena, input, true, use_numbers, &run);
  for (uint32_t i = 0; i < all.list.n; i++)
    if (str_eq(all.list.at[i].kind, kind)) vec_push(&findings->list, arena, all.list.at[i]);
}

void check_relay(Arena *arena, const CheckInput *input, Findings *findings) {
  keep_kind(arena, input, STR("relay"), findings);
}

void check_disagree(Arena *arena, const CheckInput *input, Findings *findings) {
  keep_kind(arena, input, STR("disagree"), findings);
}

static void use_status(void *context, const Telling *a, const Telling *b) {
  DisagreeRun *run = context;
  TollPair tolls;
  if (denied(a->record) || denied(b->record) || !tolls_differ_in_status(a->record, b->record, &tolls)) return;
  if (tellings_share_speaker(a, b)) return;
  Draft d = begin(run->arena, a, b);
  draft_lit(&d, "The same number of people, fighters to one and civilians to the other: ");
  say_both(&d, a, b, &tolls);
  draft_done(&d, STR("status"), run->findings);
}

/* One record that tells of its dead twice, as two speakers call them. */
static void status_within(Arena *arena, const CheckDoc *doc, const Record *r, Findings *findings) {
  TollPair tolls;
  if (r->background || denied(r) || !tolls_restated(r, &tolls)) return;
  Draft d;
  draft_init(&d, arena);
  draft_record(&d, doc, r);
  draft_span(&d, doc, tolls.b->of.span);
  draft_lit(&d, "The same people, fighters to one and civilians to the other, in one report: ");
  draft_outlet(&d, doc);
  draft_lit(&d, " says ");
  say_toll(&d, tolls.a);
  draft_mark(&d, "text");
  draft_lit(&d, ", and ");
  say_toll(&d, tolls.b);
  draft_lit(&d, ".");
  draft_done(&d, STR("status"), findings);
}

void check_status(Arena *arena, const CheckInput *input, Findings *findings) {
  DisagreeRun run = {arena, findings};
  tellings_incidents(arena, input, false, use_status, &run);
  for (uint32_t i = 0; !input->ledger && i < input->ndocs; i++) /* a ledger looks at each document by itself */
    for (uint32_t k = 0; k < input->docs[i].nrecords; k++)
      status_within(arena, &input->docs[i], &input->docs[i].records[k], findings);
}

/* ---- blame ---- */

/* Each names another doer. In a clash both sides act, and so do two sides that strike each other. One dead man is
 * shared by too many acts, and by the many names of one state's forces. */
static bool two_authors(const Record *a, const Record *b) {
  enum { LEAST_SHARED = 2 };
  if (!is_one_sided(a) || !is_one_sided(b) || !actors_differ(a->agents, b->agents)) return false;
  return !actors_meet(a->agents, b->partners) && !actors_meet(a->partners, b->agents) &&
         tolls_share(a, b, LEAST_SHARED);
}

static bool says(const Record *r, const char *how) { return str_eq(r->responsibility.how, str_of(how)); }

static bool claim_and_denial(const Record *a, const Record *b) {
  return says(b, "denied") && (says(a, "attributed") || says(a, "claimed")) &&
         (actors_meet(a->agents, b->agents) || actors_one_side(a->agents, b->responsibility.by)) &&
         !actors_meet(a->claimed_by, b->responsibility.by);
}

/* Who denies a deed need not be told as its doer. */
static void say_doer(Draft *d, const Telling *t) {
  const Record *r = t->record;
  tellings_say_voice(d, t);
  draft_lit(d, " says ");
  if (says(r, "denied")) {
    draft_mark(d, "not");
    draft_lit(d, "not ");
  }
  draft_actors(d, "agents", r->agents.n ? r->agents : r->responsibility.by);
}

static void use_blame(void *context, const Telling *a, const Telling *b) {
  DisagreeRun *run = context;
  bool dated = a->record->time.n && b->record->time.n; /* news of the days before may be of another act */
  bool authors = dated && two_authors(a->record, b->record) && !says(a->record, "denied") && !says(b->record, "denied");
  bool denial = is_one_sided(a->record) && is_one_sided(b->record) &&
                (claim_and_denial(a->record, b->record) || claim_and_denial(b->record, a->record));
  if ((!authors && !denial) || tellings_share_speaker(a, b)) return; /* one speaker means one doer, named twice */
  Draft d = begin(run->arena, a, b);
  draft_say(&d, authors ? STR("What seems one act is laid on two doers: ") : STR("One doer is named and denied: "));
  say_doer(&d, a);
  draft_lit(&d, ", ");
  say_doer(&d, b);
  draft_lit(&d, ".");
  draft_done(&d, STR("blame"), run->findings);
}

void check_blame(Arena *arena, const CheckInput *input, Findings *findings) {
  DisagreeRun run = {arena, findings};
  tellings_incidents(arena, input, false, use_blame, &run);
}
