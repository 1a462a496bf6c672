/* Whose word an incident rests on.
 *
 *   lone          several documents, one origin: «قال الدفاع المدني» (the Civil Defence said) in all
 *   corroborated  origins that do not depend on each other tell the same: the army and a hospital
 *
 * Outlets that relay one speaker are one voice, so are copies of one text, and so are partners
 * who report their own operation. A telling that names no speaker has an origin that is not
 * known: it proves neither kind. */
#include "check/draft.h"
#include "check/force.h"
#include "check/kinds.h"
#include "check/measure.h"
#include "check/same.h"
#include "check/tellings.h"
#include "check/tolls.h"

enum { MOST_TELLINGS = 24, SURE_POINTS = 9 };

typedef struct Incident {
  Telling at[MOST_TELLINGS];
  uint32_t telling[MOST_TELLINGS]; /* of the input */
  uint32_t voice[MOST_TELLINGS];   /* the least of those that are one */
  uint32_t n;
} Incident;

/* Partners of one operation, one of whom speaks here and the other there. */
static bool partners_speak(const Record *a, const Record *b) {
  bool theirs = actors_meet_across(a->claimed_by, a->agents) || actors_meet_across(a->claimed_by, a->partners);
  return theirs && (actors_meet_across(b->claimed_by, a->agents) || actors_meet_across(b->claimed_by, a->partners));
}

static bool one_voice(const Telling *a, const Telling *b) {
  if (a->doc == b->doc || str_eq(a->doc->text, b->doc->text)) return true;
  if (a->doc->copies && a->doc->copies == b->doc->copies) return true;
  return tellings_share_speaker(a, b) || partners_speak(a->record, b->record) || partners_speak(b->record, a->record);
}

static void find_voices(Incident *x) {
  for (uint32_t i = 0; i < x->n; i++) x->voice[i] = i;
  for (uint32_t i = 0; i < x->n; i++)
    for (uint32_t k = i + 1; k < x->n; k++) {
      uint32_t a = x->voice[i], b = x->voice[k], least = a < b ? a : b;
      if (a == b || !one_voice(&x->at[i], &x->at[k])) continue;
      for (uint32_t m = 0; m < x->n; m++)
        if (x->voice[m] == a || x->voice[m] == b) x->voice[m] = least;
    }
}

/* Does somebody of that voice say whose word it is? */
static bool is_known(const Incident *x, uint32_t voice) {
  for (uint32_t i = 0; i < x->n; i++)
    if (x->voice[i] == voice && x->at[i].record->claimed_by.n) return true;
  return false;
}

static uint32_t documents(const Incident *x) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < x->n; i++) {
    bool seen = false;
    for (uint32_t k = 0; k < i; k++) seen |= x->at[k].doc == x->at[i].doc;
    n += !seen;
  }
  return n;
}

static void say_place_and_day(Draft *d, const Record *r) {
  if (r->nplaces) {
    draft_lit(d, " in ");
    draft_place(d, &r->places[0]);
  }
  if (!r->time.n) return;
  draft_lit(d, ", ");
  draft_word(d, "time", r->time);
}

static void report_lone(Arena *arena, const Incident *x, Findings *findings) {
  Draft d;
  draft_init(&d, arena);
  for (uint32_t i = 0; i < x->n; i++) draft_record(&d, x->at[i].doc, x->at[i].record);
  draft_number(&d, "documents", documents(x));
  draft_lit(&d, " documents tell of one ");
  draft_word(&d, "type", x->at[0].record->type);
  say_place_and_day(&d, x->at[0].record);
  draft_lit(&d, ", and all of it is the word of one origin");
  for (uint32_t i = 0; i < x->n; i++) {
    if (!x->at[i].record->claimed_by.n) continue;
    draft_lit(&d, ": ");
    draft_actors(&d, "speaker", x->at[i].record->claimed_by);
    break;
  }
  draft_lit(&d, ".");
  draft_done(&d, STR("lone"), findings);
}

/* Linking is sure of the two, they agree in a number, and neither denies nor contradicts. */
static bool agree(const CheckInput *input, const Incident *x, uint32_t i, uint32_t k) {
  const Record *a = x->at[i].record, *b = x->at[k].record;
  TollPair tolls;
  if (str_eq(a->stance, STR("denied")) || str_eq(b->stance, STR("denied"))) return false;
  if (!tolls_share(a, b, 1) || tolls_disagree(a, b, &tolls) || actors_differ(a->agents, b->agents)) return false;
  uint32_t p = x->telling[i], q = x->telling[k];
  for (uint32_t m = 0; m < input->npairs; m++) {
    const CheckPair *pair = &input->pairs[m];
    if ((pair->a == p && pair->b == q) || (pair->a == q && pair->b == p)) return pair->points >= SURE_POINTS;
  }
  return false;
}

/* Are all who speak known actors? «حفتر» and «خليفة حفتر», «الجيش» and its «العميد» are one, and of words alone nobody
 * can tell. */
static bool speakers_known(const Record *r) {
  for (uint32_t i = 0; i < r->claimed_by.n; i++)
    if (!r->claimed_by.at[i].id.n) return false;
  return r->claimed_by.n > 0;
}

static bool report_corroborated(Arena *arena, const CheckInput *input, const Incident *x, Findings *findings) {
  for (uint32_t i = 0; i < x->n; i++)
    for (uint32_t k = i + 1; k < x->n; k++) {
      if (x->voice[i] == x->voice[k] || !speakers_known(x->at[i].record) || !speakers_known(x->at[k].record)) continue;
      /* a ministry and its branch do not bear each other out */
      if (actors_one_side(x->at[i].record->claimed_by, x->at[k].record->claimed_by)) continue;
      if (!agree(input, x, i, k)) continue;
      Draft d;
      draft_init(&d, arena);
      draft_record(&d, x->at[i].doc, x->at[i].record);
      draft_record(&d, x->at[k].doc, x->at[k].record);
      draft_actors(&d, "speaker", x->at[i].record->claimed_by);
      draft_mark(&d, "and");
      draft_lit(&d, " and ");
      draft_actors(&d, "speaker", x->at[k].record->claimed_by);
      draft_lit(&d, " tell of one ");
      draft_word(&d, "type", x->at[i].record->type);
      say_place_and_day(&d, x->at[i].record);
      draft_lit(&d, ", and neither relays the other.");
      draft_done(&d, STR("corroborated"), findings);
      return true;
    }
  return false;
}

static bool takes_part(const Record *r, const Actor *who) {
  ActorList one = {who, 1};
  return actors_meet_across(one, r->agents) || actors_meet_across(one, r->partners);
}

/* Two known speakers of one telling are two origins, but for partners in the deed. */
static bool one_speaker(const Record *r) {
  for (uint32_t i = 1; i < r->claimed_by.n; i++) {
    const Actor *first = &r->claimed_by.at[0], *other = &r->claimed_by.at[i];
    bool known = first->id.n && other->id.n && !same_actor(first, other);
    if (known && !(takes_part(r, first) && takes_part(r, other))) return false;
  }
  return true;
}

static bool copies(const Telling *a, const Telling *b) {
  return str_eq(a->doc->text, b->doc->text) || (a->doc->copies && a->doc->copies == b->doc->copies);
}

/* Is it sure that nobody else speaks: known actors alone, in one of the copies of a text at least? «مصادر محلية» (local
 * sources) may be anybody's. */
static bool single_origin(const Incident *x) {
  bool all_copies = true, all_known = true, any_known = false;
  for (uint32_t i = 0; i < x->n; i++) {
    const Record *r = x->at[i].record;
    all_copies &= i == 0 || copies(&x->at[0], &x->at[i]);
    all_known &= !r->claimed_by.n || (speakers_known(r) && one_speaker(r));
    any_known |= speakers_known(r);
  }
  return any_known && (all_copies || all_known);
}

/* ---- who else is heard ---- */

enum { COUNTRYWIDE = 6, MOST_PLACES = 8 };

static bool places_meet(const Record *a, const Record *b) {
  for (uint32_t i = 0; i < a->nplaces && i < MOST_PLACES; i++)
    for (uint32_t k = 0; k < b->nplaces && k < MOST_PLACES; k++) {
      const Place *p = &a->places[i], *q = &b->places[k];
      if ((p->precision < COUNTRYWIDE && place_inside(q, p)) || (q->precision < COUNTRYWIDE && place_inside(p, q)))
        return true;
    }
  return false;
}

/* «وقالت الوزارة إن أربعة قتلوا. … أما المرصد فأكد مقتل 35» (the ministry said that four were killed. … The
 * Observatory, for its part, put the dead at 35): another speaks of an act of force there, on a day that may be the
 * same, which the coder has not seen to be one with this. */
static bool is_another_word(const Telling *t, const Record *r) {
  Period when = period_of(r->time);
  if (r->kind != RECORD_EVENT || !is_violence(r) || !r->claimed_by.n ||
      actors_meet_in_full(r->claimed_by, t->record->claimed_by))
    return false;
  return places_meet(t->record, r) && !(when.known && t->when.known && !period_overlap(when, t->when));
}

static bool another_in(const Telling *t, const Record *records, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if (is_another_word(t, &records[i])) return true;
  return false;
}

static bool hears_another(const Incident *x) {
  for (uint32_t i = 0; i < x->n; i++) {
    const Telling *t = &x->at[i];
    bool speaks = t->record->claimed_by.n > 0;
    if (speaks && (another_in(t, t->doc->records, t->doc->nrecords) || another_in(t, t->doc->others, t->doc->nothers)))
      return true;
  }
  return false;
}

/* A place that is more than a country, and days not long before publication: of «الحرب» (the war) in a land years ago
 * everybody tells, and few say who does. */
static bool is_news_somewhere(const Incident *x) {
  enum { MONTH = 31 };
  bool placed = false, recent = true;
  for (uint32_t i = 0; i < x->n; i++) {
    const Telling *t = &x->at[i];
    for (uint32_t k = 0; k < t->record->nplaces && k < MOST_PLACES; k++)
      placed |= t->record->places[k].precision < COUNTRYWIDE;
    placed |= !t->record->nplaces;
    if (t->when.known && t->published.known) recent &= (int64_t)t->published.from - t->when.to <= MONTH;
  }
  return placed && recent;
}

/* Of acts of force it matters whose word they are: that officials met, a crowd marched or two planes collided,
 * everybody may have seen. */
static bool all_of_force(const Incident *x) {
  for (uint32_t i = 0; i < x->n; i++)
    if (!is_force(x->at[i].record)) return false;
  return true;
}

/* All of it one origin's word, as far as can be told. */
static bool is_lone(const Incident *x) {
  return all_of_force(x) && single_origin(x) && is_news_somewhere(x) && !hears_another(x);
}

typedef struct Voices {
  bool lone;
  Findings *findings;
} Voices;

static void look_at(Arena *arena, const CheckInput *input, Incident *x, const Voices *asked) {
  if (documents(x) < 2 || !is_force(x->at[0].record)) return;
  find_voices(x);
  bool one = true, known = true;
  for (uint32_t i = 0; i < x->n; i++) {
    one &= x->voice[i] == 0;
    known &= is_known(x, x->voice[i]);
  }
  if (asked->lone && one && known && is_lone(x)) report_lone(arena, x, asked->findings);
  if (!asked->lone && !one) (void)report_corroborated(arena, input, x, asked->findings);
}

/* Tellings by incident, in the order of the input within one. */
static void each_incident(Arena *arena, const CheckInput *input, const Voices *asked) {
  uint32_t n = input->ntellings, most = 0;
  for (uint32_t i = 0; i < n; i++) most = input->tellings[i].incident > most ? input->tellings[i].incident : most;
  uint32_t *first = ARENA_ARRAY(arena, uint32_t, (size_t)most + 2),
           *order = ARENA_ARRAY(arena, uint32_t, n + (size_t)1);
  if (!first || !order) return;
  for (uint32_t i = 0; i < n; i++) first[input->tellings[i].incident + 1]++;
  for (uint32_t i = 1; i <= most + 1; i++) first[i] += first[i - 1];
  for (uint32_t i = 0; i < n; i++) order[first[input->tellings[i].incident]++] = i;
  for (uint32_t from = 0, to; from < n; from = to) { /* first[] now holds the ends */
    to = first[input->tellings[order[from]].incident];
    Incident x = {.n = 0};
    for (uint32_t i = from; to - from > 1 && i < to && x.n < MOST_TELLINGS; i++) {
      Telling t = telling_whole(arena, &input->tellings[order[i]]);
      if (!t.record) return;
      x.at[x.n] = t;
      x.telling[x.n++] = order[i];
    }
    if (x.n > 1) look_at(arena, input, &x, asked);
  }
}

void check_lone(Arena *arena, const CheckInput *input, Findings *findings) {
  each_incident(arena, input, &(Voices){true, findings});
}

void check_corroborated(Arena *arena, const CheckInput *input, Findings *findings) {
  each_incident(arena, input, &(Voices){false, findings});
}
