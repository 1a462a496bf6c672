/* What two scenes of a report share, and what keeps them apart: places, days, numbers, kinds of act. `tie` weighs
 * it. */
#include "code/merge/alike.h"

#include <math.h>

/* Of a place's precision: a district; a part of a country, so wide that much happens in it. */
enum { DISTRICT = 3, PART_OF_COUNTRY = 5 };

static bool wide_level(const PlaceMention *p) {
  return p->precision >= DISTRICT || p->level == LEVEL_COUNTRY || p->level == LEVEL_REGION ||
         p->level == LEVEL_ADMIN1 || p->level == LEVEL_ADMIN2 || p->level == LEVEL_COUNTRYSIDE;
}

/* Is one of them told so widely (a country, a province, part of one) that the other may lie in it?
 * Of a place that no table knows nothing is known but its name. */
static bool may_contain(const PlaceMention *a, const PlaceMention *b) {
  if (a->country.n && b->country.n && !str_eq(a->country, b->country)) return false;
  if (a->precision >= PART_OF_COUNTRY || b->precision >= PART_OF_COUNTRY) return true;
  bool same_province = !a->admin1.n || !b->admin1.n || str_eq(a->admin1, b->admin1);
  return (wide_level(a) || wide_level(b)) && same_province;
}

bool places_meet(const Stage *s, const Scene *a, const Scene *b, bool *differ, bool *narrow) {
  const PlaceMention *p = s->m->in->mentions->places;
  bool meet = false, near = false;
  for (uint32_t i = 0; i < a->places.n; i++)
    for (uint32_t k = 0; k < b->places.n; k++) {
      const PlaceMention *x = &p[a->places.at[i]], *y = &p[b->places.at[k]];
      Part u = {x->first, x->last, NONE}, v = {y->first, y->last, NONE};
      bool same = (x->id.n && str_eq(x->id, y->id)) || parts_alike(s, u, v);
      meet |= same;
      *narrow |= same && x->precision < PART_OF_COUNTRY;
      near |= may_contain(x, y);
    }
  *differ = a->places.n && b->places.n && !meet && !near;
  return meet;
}

Agreement effects_agree(const Scene *a, const Scene *b) {
  Agreement g = {0};
  for (uint32_t i = 0; i < a->effects.n; i++) {
    const Effect *x = &a->effects.at[i];
    bool compared = false, met = false;
    for (uint32_t k = 0; k < b->effects.n; k++) {
      const Effect *y = &b->effects.at[k];
      if (!str_eq(x->what, y->what) || x->subset || y->subset) continue;
      met |= x->count.set && !y->count.set; /* «مقتل العشرات»: «لقي عدد من المسلحين مصرعهم» */
      if (!x->count.set || !y->count.set) continue;
      bool meet = x->count.min <= y->count.max && y->count.min <= x->count.max;
      compared = true;
      met |= meet;
      bool exact = !isinf(x->count.max) || !isinf(y->count.max) || x->count.min == y->count.min;
      g.shared |= meet && exact && x->count.min > 1; /* «عشرات» and «أكثر من 50» need not be the same */
    }
    g.contradict |= compared && !met;
  }
  if (g.shared) g.contradict = false;
  if (a->count.set && b->count.set && a->count.min > 1 && b->count.min > 1) {
    g.shared |= a->count.min == b->count.min;
    g.contradict |= a->count.min != b->count.min;
  }
  return g;
}

/* Days from the start of the calendar, each month of 31: only for comparing. */
static int64_t day_key(Day d, bool end) {
  uint8_t month = d.month ? d.month : (end ? 12 : 1), day = d.day ? d.day : (end ? 31 : 1);
  return ((int64_t)d.year * 12 + month) * 31 + day;
}

bool dates_differ(const Stage *s, const Scene *a, const Scene *b) {
  if (a->date == NONE || b->date == NONE || a->date == b->date) return false;
  const Date *x = &s->m->in->dates->at[a->date], *y = &s->m->in->dates->at[b->date];
  if (!x->from.year || !y->from.year || !x->to.year || !y->to.year) return !str_eq(x->edtf, y->edtf);
  return day_key(x->to, true) < day_key(y->from, false) || day_key(y->to, true) < day_key(x->from, false);
}

bool with_part_of_dead(const Stage *s, const Scene *a, const Scene *b) {
  const Phrase *f = a->phrase == NONE ? NULL : stage_phrase(s, a->phrase);
  const Phrase *g = b->phrase == NONE ? NULL : stage_phrase(s, b->phrase);
  if (!f || !f->plural || (g && g->plural) || !b->count.set || b->count.max > 1) return false;
  for (uint32_t i = 0; i < a->effects.n; i++)
    for (uint32_t k = 0; k < b->effects.n; k++) {
      const Effect *x = &a->effects.at[i], *y = &b->effects.at[k];
      if (str_eq(x->what, y->what) && x->count.set && y->count.set && !y->subset && y->count.min < x->count.min)
        return true;
    }
  return false;
}

/* Is a number of the later one less than one of the earlier, and none as large? */
static bool smaller_number(const Scene *a, const Scene *b) {
  bool smaller = false;
  for (uint32_t i = 0; i < a->effects.n; i++)
    for (uint32_t k = 0; k < b->effects.n; k++) {
      const Effect *x = &a->effects.at[i], *y = &b->effects.at[k];
      if (!str_eq(x->what, y->what) || x->subset || y->subset || !x->count.set || !y->count.set) continue;
      if (y->count.max >= x->count.min) return false;
      smaller = true;
    }
  return smaller;
}

/* Does its own clause name where? «ففي قرية ود الزين قتل ثمانية» */
static bool placed_itself(const Stage *s, const Scene *x) {
  if (!x->places.n) return false;
  const PlaceMention *first = &s->m->in->mentions->places[x->places.at[0]];
  return x->own_place || s->m->c->clause_of[first->first] == x->clause;
}

/* The words of the name: «مدينة كسلا» and «مدينة القضارف» are both towns, and not one. */
static Part name_of(const Stage *s, const PlaceMention *p) {
  Part name = {p->first, p->last, NONE};
  const Token *tokens = s->m->in->text->tokens;
  while (name.first + 1 < name.last && tokens[name.first].span.start < p->name.start) name.first++;
  while (name.last > name.first + 1 && tokens[name.last - 1].span.start >= p->name.end) name.last--;
  return name;
}

static bool one_place(const Stage *s, const PlaceMention *x, const PlaceMention *y) {
  if (x->id.n && y->id.n) return str_eq(x->id, y->id);
  return parts_alike(s, name_of(s, x), name_of(s, y));
}

static bool share_place(const Stage *s, const Scene *a, const Scene *b) {
  const PlaceMention *p = s->m->in->mentions->places;
  for (uint32_t i = 0; i < a->places.n; i++)
    for (uint32_t k = 0; k < b->places.n; k++)
      if (one_place(s, &p[a->places.at[i]], &p[b->places.at[k]])) return true;
  return false;
}

bool with_numbers_elsewhere(const Stage *s, const Scene *a, const Scene *b) {
  if (!placed_itself(s, b) || !effects_agree(a, b).contradict || share_place(s, a, b)) return false;
  return placed_itself(s, a) || smaller_number(a, b);
}

/* The land that an act takes, told by a noun behind it: «السيطرة على مواقع اللواء», «سيطرت على الطريق»; NONE. */
static uint32_t land_taken(const Stage *s, const Scene *x) {
  enum { BEHIND = 4 };
  const EngineClasses *k = s->m->k;
  if (x->phrase != NONE && stage_phrase(s, x->phrase)->pronoun) return NONE; /* «استعادتها»: the land told of before */
  const ClassSet land = k->area | k->position | k->facility | k->building | k->nature;
  uint32_t end = s->m->in->text->sentences[x->sentence].last;
  for (uint32_t i = x->last; i < end && i < x->last + BEHIND; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || phrase == x->phrase || stage_phrase(s, phrase)->first != i) continue;
    return stage_phrase(s, phrase)->classes & land ? phrase : NONE;
  }
  return NONE;
}

/* «المدينة» alone may be the town told of before, «مواقع اللواء» are not. */
static bool told_land_only(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  if (!f->definite || f->number != NONE) return false;
  const Phrase *next = phrase + 1 < s->m->c->nphrases ? stage_phrase(s, phrase + 1) : NULL;
  return !(next && next->link == LINK_IDAFA && next->up == phrase);
}

bool takes_other_land(const Stage *s, const Scene *a, const Scene *b) {
  uint32_t land = b->own_place ? NONE : land_taken(s, b);
  if (land == NONE || stage_phrase(s, land)->place != NONE || told_land_only(s, land)) return false;
  uint32_t before = land_taken(s, a);
  return before == NONE || stage_phrase(s, before)->lemma != stage_phrase(s, land)->lemma;
}

bool one_figure(const Scene *a, const Scene *b) {
  return a->kind == b->kind && a->count.set && b->count.set && a->count.min == b->count.min && str_eq(a->type, b->type);
}

/* «عملية أمنية», and «ألقت القبض على …», «ضبطت …» */
static bool operation_and_yield(const TypeRow *a, const TypeRow *b) {
  return type_is(a, TRAIT_CAMPAIGN) && type_in(b, CLASS_BIT(COERCE)) && !type_is(b, TRAIT_CAMPAIGN) &&
         !type_is(b, TRAIT_STANDING);
}

bool types_allow(const TypeRow *a, const TypeRow *b) {
  enum { GENERIC = 4 };
  bool from_afar = type_is(a, TRAIT_FIRE) && type_is(b, TRAIT_FIRE); /* «قصف» does not say from where */
  if (operation_and_yield(a, b) || operation_and_yield(b, a)) return true;
  bool blast = type_is(a, TRAIT_BLAST) && type_is(b, TRAIT_BLAST); /* nor «الانفجار», whether he died who did it */
  return from_afar || blast || (type_is(a, TRAIT_VIOLENT) && (a->specific <= GENERIC || b->specific <= GENERIC));
}

bool place_decides(const Stage *s, const Scene *a, const Scene *b) {
  return str_eq(a->type, b->type) && scene_is(s, a, TRAIT_TAKING);
}

/* «سقوط قتلى», and «قتل شخص»: the uncounted were more than one. */
static bool one_of_several(const Count *a, const Count *b) {
  if (a->set == b->set) return false;
  return count_is_one(a->set ? *a : *b);
}

bool same_what(const Scene *a, const Scene *b) {
  for (uint32_t i = 0; i < a->effects.n; i++)
    for (uint32_t k = 0; k < b->effects.n; k++)
      if (str_eq(a->effects.at[i].what, b->effects.at[k].what) &&
          !one_of_several(&a->effects.at[i].count, &b->effects.at[k].count))
        return true;
  return false;
}

bool same_trigger(const Stage *s, const Scene *a, const Scene *b) {
  if (a->phrase == NONE || b->phrase == NONE) return false;
  uint32_t x = stage_phrase(s, a->phrase)->lemma, y = stage_phrase(s, b->phrase)->lemma;
  return x == y && x < s->m->g->lexicon->n;
}

bool headline_of(const Scene *a, const Scene *b) {
  return a->alone && a->told == 0 && b->sentence > 0 && b->sentence <= 2 && same_what(a, b);
}
