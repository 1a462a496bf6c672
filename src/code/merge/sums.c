/* Counts of acts, and what they add up to.
 *
 *   «17 ضربة نفذت في سوريا و24 في العراق»             a number without its noun counts more of the act
 *   «41 ضربة… 17 ضربة في سوريا… و24 في العراق»         those that come to the number told before are its parts
 *   «350 ألف قتيل… 122 ألفاً من قوات… و62 ألفاً من مقاتلي…»  and so are the dead of each side */
#include "code/merge/sums.h"

#include "code/clause/near.h"
#include "code/merge/alike.h"
#include "code/merge/alike_parties.h"
#include "code/told/another.h"

bool adds_up(const Scene *x) {
  return x->merged == NONE && !x->dropped && (x->kind == RECORD_TALLY || x->kind == RECORD_EVENT);
}

bool counts_many(const Stage *s, const Scene *x) {
  if (x->kind != RECORD_EVENT && x->kind != RECORD_TALLY) return false;
  if (!x->count.set || x->count.min < TALLY_LEAST || x->phrase == NONE) return false;
  return stage_phrase(s, phrase_counting(s, x->phrase))->number != NONE;
}

/* «41 ضربة… 17 ضربة في سوريا… و24 في العراق»: acts of one type that come to the number told
 * before are what makes it up. */
static void link_sums(Stage *s) {
  enum { PARTS_MOST = 8, SENTENCES_MOST = 4 };
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *whole = &s->scenes.at[i];
    if (!adds_up(whole) || !counts_many(s, whole)) continue;
    uint32_t parts[PARTS_MOST], n = 0;
    double sum = 0;
    for (uint32_t k = i + 1; k < s->scenes.n && n < PARTS_MOST && sum < whole->count.min; k++) {
      const Scene *part = &s->scenes.at[k];
      if (part->sentence > whole->sentence + SENTENCES_MOST) break;
      if (!adds_up(part) || !part->count.set || !str_eq(part->type, whole->type)) continue;
      if (part->part_of != NONE || part->token < whole->token) continue;
      parts[n++] = k;
      sum += part->count.min;
    }
    if (n < 2 || sum != whole->count.min) continue;
    for (uint32_t k = 0; k < n; k++) s->scenes.at[parts[k]].part_of = i;
    s->scenes.at[i].kind = RECORD_TALLY;
  }
}

bool places_lie_in(const Stage *s, const Scene *part, const Scene *whole) {
  if (!whole->places.n) return true;
  const PlaceMention *p = s->m->in->mentions->places;
  for (uint32_t i = 0; i < part->places.n; i++) {
    bool inside = false;
    for (uint32_t k = 0; k < whole->places.n && !inside; k++) {
      const PlaceMention *a = &p[part->places.at[i]], *b = &p[whole->places.at[k]];
      inside = !a->country.n || (a->id.n && str_eq(a->id, b->id)) || place_holds(b, a); /* or no table knows it */
    }
    if (!inside) return false;
  }
  return true;
}

/* By the same hands, as far as both are told? */
static bool same_hands(const Stage *s, const Scene *a, const Scene *b) {
  return !a->agents.n || !b->agents.n || parts_meet(s, &a->agents, &b->agents);
}

/* «نفذت 13 غارة على محافظة صعدة… شنت غارتين على معسكر»: fewer of them, told by themselves behind, though others are not
 * told. */
static void link_some(Stage *s) {
  enum { SENTENCES_MOST = 4 };
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *whole = &s->scenes.at[i];
    if (!adds_up(whole) || !counts_many(s, whole) || whole->count.min != whole->count.max) continue;
    if (!type_befalls(stage_type(s, whole))) continue;
    double sum = 0;
    for (uint32_t k = i + 1; k < s->scenes.n && k <= i + SCENES_NEAR; k++) {
      Scene *part = &s->scenes.at[k];
      if (part->sentence > whole->sentence + SENTENCES_MOST) break;
      if (!adds_up(part) || part->nth || part->part_of != NONE || part->total || !part->count.set) continue;
      if (!str_eq(part->type, whole->type) || part->token < whole->token || part->background != whole->background)
        continue;
      bool some = part->count.max < whole->count.min && sum + part->count.max <= whole->count.min;
      bool others = part->phrase != NONE && other_one(s, stage_phrase(s, part->phrase), SET_BIT(SET_OTHERS));
      if (!some || others || !same_hands(s, part, whole) || !places_lie_in(s, part, whole)) continue;
      if (dates_differ(s, part, whole)) continue;
      part->part_of = i;
      sum += part->count.max;
    }
  }
}

static bool of_a_body(const Stage *s, const Scene *x) {
  uint32_t last = x->last;
  uint32_t next = last < s->m->in->text->ntokens ? s->m->c->phrase_of[last + 1] : NONE;
  return next != NONE && stage_phrase(s, next)->up != NONE && phrase_partitive(s->m->c, stage_phrase(s, next));
}

/* «350 ألف قتيل… 122 ألفاً من قوات…، و62 ألفاً من مقاتلي…»: the dead of each side in a toll of all. */
static void link_tolls(Stage *s) {
  enum { SENTENCES_MOST = 5 };
  uint32_t whole = NONE;
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *x = &s->scenes.at[i];
    if (!x->toll || x->merged != NONE || x->dropped || !x->count.set) continue;
    const Scene *w = whole == NONE ? NULL : &s->scenes.at[whole];
    bool part = w && str_eq(w->type, x->type) && x->count.min < w->count.min &&
                x->sentence <= w->sentence + SENTENCES_MOST && of_a_body(s, x) && !of_a_body(s, w);
    if (part)
      s->scenes.at[i].part_of = whole;
    else if (!w || x->count.min > w->count.min || x->sentence > w->sentence + SENTENCES_MOST)
      whole = i;
  }
}

/* ---------------------------------------------------------------- further counts of an act */

/* The place right behind a bare number («24 في العراق», «تسع قرب دير الزور»), or NONE. */
static uint32_t place_of_number(const Stage *s, const Phrase *f) {
  enum { PLACE_NEAR = 3 };
  const Mentions *m = s->m->in->mentions;
  uint32_t i = place_from(s->m->in, f->last);
  if (i >= m->nplaces || m->places[i].first > f->last + PLACE_NEAR) return NONE;
  for (uint32_t k = f->last; k < m->places[i].first; k++)
    if (s->m->in->text->tokens[k].kind == TOKEN_PUNCT || stage_clause(s, s->m->c->clause_of[k])->verb == k) return NONE;
  return m->places[i].use == PLACE_FREE && !m->places[i].adjective ? i : NONE;
}

static void add_count(Stage *s, uint32_t act, uint32_t phrase, uint32_t place) {
  const Scene from = s->scenes.at[act];
  const Phrase *f = stage_phrase(s, phrase);
  uint32_t kept = s->scene_of_token[from.token];
  uint32_t scene = scene_new(s, from.match, from.frame, RECORD_EVENT, from.type_row);
  if (scene == NONE) return;
  s->scene_of_token[from.token] = kept;
  Scene *x = &s->scenes.at[scene];
  x->first = x->token = f->first;
  x->last = f->last;
  x->phrase = phrase;
  x->clause = f->clause;
  x->count = count_of_phrase(s, phrase);
  x->date = from.date;
  x->speaker = from.speaker;
  x->stance = from.stance;
  parts_add_all(s, &x->agents, &from.agents);
  vec_push(&x->places, s->arena, place);
}

/* «17 ضربة نفذت في سوريا و24 في العراق»: a bare number with a place of its own counts more of
 * the act before it in the sentence. */
void sums_spread(Stage *s) {
  enum { BEHIND_MOST = 16 };
  uint32_t n = s->scenes.n;
  for (uint32_t i = 0; i < n; i++) {
    const Scene *x = &s->scenes.at[i];
    if (!adds_up(x) || !counts_many(s, x) || x->effects.n) continue;
    uint32_t end = s->m->in->text->sentences[x->sentence].last;
    for (uint32_t k = x->phrase + 1; k < s->m->c->nphrases && k < x->phrase + BEHIND_MOST; k++) {
      const Phrase *f = stage_phrase(s, k);
      if (f->first >= end) break;
      bool other = f->head != NONE && s->scene_of_token[f->head] != NONE && s->scene_of_token[f->head] != i;
      if (other) break;
      if (f->head != NONE || f->number == NONE || f->date != NONE) continue;
      if (s->m->in->numbers->at[f->number].kind != NUMBER_CARDINAL) continue;
      uint32_t place = place_of_number(s, f);
      if (place != NONE) add_count(s, i, k, place);
    }
  }
}

/* The count of those killed in it, where it is one number; 0. */
static double killed_in(const Scene *x) {
  double n = 0;
  for (uint32_t i = 0; i < x->effects.n; i++) {
    const Effect *e = &x->effects.at[i];
    if (!str_eq(e->what, STR("killed")) || e->subset || !e->count.set) continue;
    if (n != 0 && n != e->count.min) return 0;
    n = e->count.min;
  }
  return n;
}

static bool before(Day a, Day b) {
  if (a.year != b.year) return a.year < b.year;
  return a.month != b.month ? a.month < b.month : a.day < b.day;
}

/* «132 قتيلاً منذ آذار», and «قتل ثلاثة أمس»: some of the dead that somebody has added up since a day of this year or
 * the last. */
static void link_dead(Stage *s) {
  enum { TOLL_MOST = 5000 }; /* the dead of a war are no sum of what one report tells */
  const Dates *dates = s->m->in->dates;
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *w = &s->scenes.at[i];
    if (!w->toll || w->merged != NONE || w->dropped || !w->count.set || w->count.min > TOLL_MOST) continue;
    if (w->date == NONE) continue;
    if (dates->at[w->date].role != DATE_SINCE && dates->at[w->date].since == NONE) continue;
    Day from = dates->at[w->date].from, now = s->m->in->published;
    if (!from.year || !now.year || from.year + 1 < now.year) continue;
    double sum = 0;
    for (uint32_t k = i > SCENES_NEAR ? i - SCENES_NEAR : 0; k < s->scenes.n && k <= i + SCENES_NEAR; k++) {
      Scene *x = &s->scenes.at[k];
      double dead = adds_up(x) && x->kind == RECORD_EVENT ? killed_in(x) : 0;
      if (dead < 1 || sum + dead >= w->count.min || x->part_of != NONE) continue;
      const TypeRow *type = stage_type(s, x);
      if (!type_in(type, CLASS_BIT(ASSAULT) | CLASS_BIT(PROTEST)) || !str_eq(x->stance, STR("asserted"))) continue;
      if ((!places_lie_in(s, x, w) && !places_lie_in(s, w, x)) || !same_hands(s, x, w)) continue;
      Day day = x->date == NONE ? (Day){0} : dates->at[x->date].from;
      if (day.year ? before(day, from) : x->background) continue; /* the news itself is of these days */
      x->part_of = i;
      sum += dead;
    }
  }
}

void sums_link(Stage *s) {
  link_sums(s);
  link_some(s);
  link_dead(s);
  link_tolls(s);
}
