/* Totals and their parts.
 *
 *   «نفذت 196 مهمة… في سوريا 59 عملية… وفي العراق 137»   a tally, and tallies of its places
 *   «تفجيرات عديدة من بينها هجوم على ملهى»                one of many, told by itself
 *   «27 قتيلاً، توزعوا على النحو التالي: 12 في حي…، و9…»  a number that the text itself splits
 *
 * A tally that names no period or place of its own stands under those that the report gave
 * before: «نتائج عملياتها في سوريا والعراق خلال النصف الأول». */
#include "code/clause/near.h"
#include "code/merge/merge.h"
#include "code/merge/nth.h"
#include "code/merge/stretch.h"
#include "code/merge/sums.h"
#include "code/outcome/toll.h"
#include "code/scene/people.h"

/* ---------------------------------------------------------------- the frame of a report */

enum { SCOPE_SENTENCES = 3 };

static bool ends_later(const Date *a, const Date *b) {
  if (a->to.year != b->to.year) return a->to.year > b->to.year;
  return a->to.month > b->to.month;
}

/* The stretch of time told before a token, in its sentence or the few before it, that comes
 * nearest to the news («ضعف عددها عام 2023» is only compared with). */
static uint32_t span_before(const Stage *s, uint32_t token) {
  const Dates *dates = s->m->in->dates;
  uint32_t here = s->m->in->text->tokens[token].sentence, best = NONE;
  for (uint32_t i = date_from(s->m->in, token); i-- > 0;) {
    if (s->m->in->text->tokens[dates->at[i].first].sentence + SCOPE_SENTENCES < here) break;
    if (date_spans(&dates->at[i]) && (best == NONE || ends_later(&dates->at[i], &dates->at[best]))) best = i;
  }
  return best;
}

static bool many_befell(const Scene *x) {
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (x->effects.at[i].count.set && x->effects.at[i].count.min >= TALLY_LEAST &&
        effect_of_people(x->effects.at[i].what))
      return true;
  return false;
}

/* «شنت الطائرات اليوم عشرات الغارات»: in one go, however many. */
static bool on_one_day(const Stage *s, const Scene *x) {
  if (x->date == NONE || !x->own_date) return false;
  const Date *d = &s->m->in->dates->at[x->date];
  return d->from.year && !date_lasts(s, d);
}

/* «الغارات… أسفرت خلال أسبوع عن مقتل 260», «41 ضربة في سوريا والعراق»: what several acts came to. */
static bool sums_up(const Stage *s, const Scene *x) {
  enum { WIDE_LEAST = 5, SUM_LEAST = 20, SUM_MOST = 100000, ONE_ARREST_MOST = 200 };
  if (x->kind != RECORD_EVENT || x->merged != NONE) return false;
  bool many = counts_many(s, x), plural = x->phrase != NONE && stage_phrase(s, x->phrase)->plural;
  bool force = done_at_once(s, x);
  bool came_to = force && (plural || x->alone || x->frame->what.n) && many_befell(x);
  if ((many || came_to) && told_over_stretch(s, x)) return true;
  if (x->alone && arrests_at_least(x, ONE_ARREST_MOST)) return true; /* «اعتقلت السلطات 371 شخصاً»: not all at once */
  /* «نفذ مئات عمليات الاغتيال»; of raids from the air so many may be of one go */
  bool summed = many && x->count.min >= SUM_LEAST && x->count.min < SUM_MOST && !on_one_day(s, x);
  if (summed && force && !type_is(stage_type(s, x), TRAIT_FIRE)) return true;
  if (!many || x->count.min < WIDE_LEAST) return false;
  const PlaceMention *p = s->m->in->mentions->places;
  for (uint32_t i = 1; i < x->places.n; i++) {
    const PlaceMention *a = &p[x->places.at[0]], *b = &p[x->places.at[i]];
    if (a->country.n && b->country.n && !str_eq(a->country, b->country)) return true;
  }
  return false;
}

/* «هدمت السلطات 300 منزل خلال العام الماضي» (they pulled down 300 houses in the past year), «حكم على 200 شخص منذ آذار»:
 * what such an act was done to one by one, and counts it; NONE. People may be caught, and weapons found, in one go. */
static uint32_t done_one_by_one(const Stage *s, const Scene *x) {
  enum { TRIALS_LEAST = 100 }; /* of fewer one court may judge at once */
  const EngineClasses *k = s->m->k;
  bool sentence = scene_is(s, x, TRAIT_VERDICT);
  if (!sentence && !done_at_once(s, x)) return NONE;
  const ClassSet things = k->building | k->facility | k->vehicle | k->position | k->organisation | k->media | k->area;
  const ClassSet people = k->person | k->civilian | k->official | k->leader | k->fighter | k->security;
  for (uint32_t i = 0; i < x->targets.n; i++) {
    uint32_t phrase = x->targets.at[i].phrase;
    if (phrase == NONE || stage_phrase(s, phrase)->number == NONE) continue;
    Count count = count_of_phrase(s, phrase);
    bool counted = stage_phrase(s, phrase)->classes & (sentence ? people : things);
    if (counted && count.set && count.min >= (sentence ? TRIALS_LEAST : TALLY_LEAST)) return phrase;
  }
  return NONE;
}

/* Over a stretch of time such acts are as many as what they were done to. */
static void sum_things(Stage *s, Scene *x) {
  if (x->kind != RECORD_EVENT || x->alone || counts_many(s, x) || !told_over_stretch(s, x)) return;
  uint32_t phrase = done_one_by_one(s, x);
  if (phrase == NONE) return;
  x->count = count_of_phrase(s, phrase);
  x->kind = RECORD_TALLY;
}

static void give_scope(Stage *s) {
  uint32_t last = NONE; /* the newest scene that has places of its own */
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged != NONE || x->dropped) continue;
    if (sums_up(s, x)) x->kind = RECORD_TALLY;
    sum_things(s, x);
    if (counts_many(s, x) && x->date == NONE) {
      x->date = span_before(s, x->token);
      if (x->date != NONE) x->kind = RECORD_TALLY;
    }
    if (x->kind == RECORD_TALLY && !x->places.n && last != NONE && s->scenes.at[last].places.n > 1)
      x->places = s->scenes.at[last].places;
    if (x->places.n) last = i;
  }
}

/* ---------------------------------------------------------------- tallies of one total */

static bool is_part(const Stage *s, const Scene *part, const Scene *whole) {
  const TypeRow *a = stage_type(s, part), *b = stage_type(s, whole);
  if (!adds_up(part) || part->kind != RECORD_TALLY || !a || !b || a->class != b->class) return false;
  bool less = part->count.set && whole->count.set && part->count.min < whole->count.min;
  return less && part->places.n && part->places.n < whole->places.n && places_lie_in(s, part, whole);
}

static void link_tallies(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *whole = &s->scenes.at[i];
    if (!adds_up(whole) || whole->kind != RECORD_TALLY || whole->places.n < 2) continue;
    for (uint32_t k = i + 1; k < s->scenes.n && k <= i + SCENES_NEAR; k++)
      if (is_part(s, &s->scenes.at[k], whole)) s->scenes.at[k].part_of = i;
  }
}

/* ---------------------------------------------------------------- some of many, told by name */

/* The acts of which the one at a token is told as one: «نفذ تفجيرات عديدة من بينها هجوم على …». */
static uint32_t many_before(const Stage *s, const Scene *x) {
  uint32_t first = s->m->in->text->sentences[x->sentence].first, mark = x->first;
  while (mark > first && !(s->m->c->marks[mark] & SET_BIT(SET_SUBSET))) mark--;
  if (!(s->m->c->marks[mark] & SET_BIT(SET_SUBSET))) return NONE;
  uint32_t at = (uint32_t)(x - s->scenes.at);
  for (uint32_t i = at, steps = 0; i-- > 0 && steps < SCENES_NEAR; steps++) {
    const Scene *w = &s->scenes.at[i];
    if (w->sentence != x->sentence) return NONE;
    if (w->merged != NONE || w->dropped || w->token >= mark || w->phrase == NONE) continue;
    const TypeRow *a = stage_type(s, w), *b = stage_type(s, x);
    bool alike = a && b && a->class == b->class;
    return alike && stage_phrase(s, w->phrase)->plural ? i : NONE;
  }
  return NONE;
}

static void link_some_of(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    bool one = x->merged == NONE && !x->dropped && x->phrase != NONE && !x->alone && x->part_of == NONE;
    if (one && !stage_phrase(s, x->phrase)->definite && !stage_phrase(s, x->phrase)->pronoun)
      x->part_of = many_before(s, x);
  }
}

/* ---------------------------------------------------------------- a number split by the text */

/* The newest scene before a token that has a number to split. */
static uint32_t whole_before(const Stage *s, uint32_t token) {
  for (uint32_t i = s->scenes.n, steps = 0; i-- > 0 && steps < 4 * SCENES_NEAR; steps++) {
    const Scene *x = &s->scenes.at[i];
    if (!adds_up(x) || x->token >= token) continue;
    bool counted = x->count.set && x->count.min > 1;
    for (uint32_t k = 0; k < x->effects.n; k++) counted |= x->effects.at[k].count.set && x->effects.at[k].count.min > 1;
    if (counted) return i;
  }
  return NONE;
}

/* Numbers of areas («ثلاث محافظات») count no part. */
static bool counts_part(const Stage *s, uint32_t number, uint32_t *phrase) {
  const Number *n = &s->m->in->numbers->at[number];
  *phrase = s->m->c->phrase_of[n->first];
  if (n->kind != NUMBER_CARDINAL || *phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, *phrase);
  return f->number == number && !(f->classes & (s->m->k->area | s->m->k->time)) && f->date == NONE;
}

typedef struct Split {
  uint32_t whole, first, last; /* the scene; tokens of the list */
  bool place_first;            /* «كركوك حيث قبض على 11» rather than «12 في حي…» */
} Split;

static uint32_t part_place(const Stage *s, const Split *split, uint32_t after, uint32_t number, uint32_t before) {
  const Mentions *m = s->m->in->mentions;
  uint32_t from = split->place_first ? after : number, to = split->place_first ? number : before;
  for (uint32_t i = place_from(s->m->in, from); i < m->nplaces && m->places[i].first < to; i++) {
    if (m->places[i].use == PLACE_FREE && !m->places[i].adjective) return i;
  }
  return NONE;
}

/* What sets a part apart where the gazetteer knows no place: the noun phrase beside it. */
static uint32_t part_name(const Stage *s, const Split *split, uint32_t after, uint32_t number, uint32_t before) {
  uint32_t from = split->place_first ? after : number + 1, to = split->place_first ? number : before;
  for (uint32_t i = from; i < to; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE) continue;
    const Phrase *f = stage_phrase(s, phrase);
    if (f->first == i && f->number == NONE && f->date == NONE && f->head != NONE) return phrase;
  }
  return NONE;
}

static void add_part(Stage *s, const Split *split, uint32_t number, uint32_t phrase, uint32_t after, uint32_t before) {
  const Number *n = &s->m->in->numbers->at[number];
  const Phrase *f = stage_phrase(s, phrase);
  uint32_t own = f->head == NONE ? NONE : s->scene_of_token[f->head];
  bool counts_acts =
      own != NONE && s->scenes.at[own].phrase == phrase && adds_up(&s->scenes.at[own]) && !s->scenes.at[own].alone;
  if (!counts_acts) {
    const Scene *whole = &s->scenes.at[split->whole];
    if (!whole->effects.n) return;
    Effect e = {.what = whole->effects.at[0].what,
                .count = count_of_phrase(s, phrase),
                .phrase = phrase,
                .of = part_of_phrase(s, phrase),
                .token = n->first};
    own = scene_new(s, whole->match, whole->frame, RECORD_TALLY, whole->type_row);
    if (own == NONE) return;
    s->scene_of_token[s->scenes.at[split->whole].token] = split->whole; /* the word stays the total's */
    Scene *x = &s->scenes.at[own];
    *x = (Scene){.match = x->match,
                 .frame = x->frame,
                 .kind = RECORD_TALLY,
                 .type_row = x->type_row,
                 .type = x->type,
                 .first = n->first,
                 .last = n->last,
                 .token = n->first,
                 .phrase = phrase,
                 .clause = f->clause,
                 .sentence = s->m->in->text->tokens[n->first].sentence,
                 .date = NONE,
                 .merged = NONE,
                 .speaker = s->scenes.at[split->whole].speaker,
                 .owner = s->scenes.at[split->whole].owner,
                 .denier = NONE,
                 .stance = STR("asserted")};
    vec_push(&x->effects, s->arena, e);
  }
  Scene *x = &s->scenes.at[own];
  x->part_of = split->whole;
  x->places.n = 0;
  uint32_t place = part_place(s, split, after, n->first, before);
  if (place != NONE) vec_push(&x->places, s->arena, place);
  uint32_t name = place == NONE ? part_name(s, split, after, n->first, before) : NONE;
  if (name != NONE) {
    x->targets.n = 0;
    parts_add(s, &x->targets, part_of_phrase(s, name));
  }
}

static void drop_effects(Stage *s, const Split *split) {
  Effects *e = &s->scenes.at[split->whole].effects;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < e->n; i++)
    if (e->at[i].token < split->first || e->at[i].token >= split->last) e->at[kept++] = e->at[i];
  e->n = kept;
}

/* The scenes that the list's own verbs made («حيث قبض على 11») say the same again. */
static void drop_retellings(Stage *s, const Split *split, uint32_t known) {
  for (uint32_t i = split->first; i < split->last; i++) {
    uint32_t scene = s->scene_of_token[i];
    if (scene == NONE || scene >= known || scene == split->whole) continue;
    if (s->scenes.at[scene].part_of != split->whole) s->scenes.at[scene].dropped = true;
  }
}

static void split_at(Stage *s, uint32_t token) {
  const Text *text = s->m->in->text;
  const Numbers *numbers = s->m->in->numbers;
  Split split = {whole_before(s, token), token, text->sentences[text->tokens[token].sentence].last, false};
  uint32_t list[16], n = 0, phrase, known = s->scenes.n;
  if (split.whole == NONE || s->scenes.at[split.whole].total) return;
  for (uint32_t i = number_from(s->m->in, token + 1); i < numbers->n && numbers->at[i].first < split.last && n < 16;
       i++)
    if (counts_part(s, i, &phrase)) list[n++] = i;
  if (n < 2) return;
  drop_effects(s, &split);
  uint32_t before = numbers->at[list[1]].first;
  Split ahead = {split.whole, token, split.last, true};
  split.place_first = part_place(s, &ahead, token + 1, numbers->at[list[0]].first, before) != NONE ||
                      (part_place(s, &split, token, numbers->at[list[0]].first, before) == NONE &&
                       part_name(s, &ahead, token + 1, numbers->at[list[0]].first, before) != NONE);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t after = i ? numbers->at[list[i - 1]].last : token + 1;
    uint32_t until = i + 1 < n ? numbers->at[list[i + 1]].first : split.last;
    if (counts_part(s, list[i], &phrase)) add_part(s, &split, list[i], phrase, after, until);
  }
  s->scenes.at[split.whole].total = true;
  drop_retellings(s, &split, known);
}

void scenes_parts(Stage *s) {
  scenes_count_nth(s);
  sums_spread(s);
  give_scope(s);
  link_tallies(s);
  link_some_of(s);
  sums_link(s);
  uint32_t sentence = NONE;
  for (uint32_t i = 0; i < s->m->in->text->ntokens; i++) {
    if (!(s->m->c->marks[i] & SET_BIT(SET_TOTAL)) || s->m->in->text->tokens[i].sentence == sentence) continue;
    sentence = s->m->in->text->tokens[i].sentence;
    split_at(s, i);
  }
}
