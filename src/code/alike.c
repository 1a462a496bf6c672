/* What two scenes of a report share, and what keeps them apart: places, days, numbers, names, the words
 * that point back («الهجوم») or to another one («هجوم آخر»). `tie` weighs it. */
#include "code/alike.h"

#include <math.h>

#include "code/carry.h"
#include "code/near.h"
#include "code/people.h"

bool parts_meet(const Stage *s, const Parts *a, const Parts *b) {
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++)
      if (parts_alike(s, a->at[i], b->at[k])) return true;
  return false;
}

static bool wide_level(const PlaceMention *p) {
  return p->precision >= 3 || p->level == LEVEL_COUNTRY || p->level == LEVEL_REGION || p->level == LEVEL_ADMIN1 ||
         p->level == LEVEL_ADMIN2 || p->level == LEVEL_COUNTRYSIDE;
}

/* Is one of them told so widely (a country, a province, part of one) that the other may lie in it?
 * Of a place that no table knows nothing is known but its name. */
static bool may_contain(const PlaceMention *a, const PlaceMention *b) {
  if (a->country.n && b->country.n && !str_eq(a->country, b->country)) return false;
  if (a->precision >= 5 || b->precision >= 5) return true;
  bool same_province = !a->admin1.n || !b->admin1.n || str_eq(a->admin1, b->admin1);
  return (wide_level(a) || wide_level(b)) && same_province;
}

enum { PART_OF_COUNTRY = 5 }; /* of a place's precision: so wide that much happens in it */

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

bool another_one(const Stage *s, const Scene *a, const Scene *b) {
  if (a->phrase == NONE || b->phrase == NONE || !b->count.set) return false;
  const Phrase *f = stage_phrase(s, b->phrase);
  if (!a->count.set) return f->number != NONE && b->count.min > 2; /* «عملياتها» are all, «59 عملية» some */
  return !f->definite && !b->alone && !a->alone && a->count.min != b->count.min;
}

bool other_one(const Stage *s, const Phrase *f, SetMask sets) {
  enum { WITHIN = 3 }; /* «تفجير إرهابي آخر» */
  if (f->head == NONE) return false;
  for (uint32_t i = f->head + 1; i < f->last && i <= f->head + WITHIN; i++)
    if (s->m->c->marks[i] & sets) return true;
  return false;
}

bool told_as_earlier(const Stage *s, const Scene *x) {
  enum { NEAR = 12 };
  const Sentence *here = &s->m->in->text->sentences[x->sentence];
  /* «وفي وقت سابق، وثق المرصد مقتل …»: what opens a sentence is for all of it */
  if (here->first < x->first && s->m->c->marks[here->first] & SET_BIT(SET_EARLIER)) return true;
  uint32_t from = x->first > here->first + NEAR ? x->first - NEAR : here->first, clause = x->clause;
  for (uint32_t i = from; i < here->last && i < x->last + NEAR; i++) {
    if (!(s->m->c->marks[i] & SET_BIT(SET_EARLIER))) continue;
    bool telling = stage_clause(s, s->m->c->clause_of[i])->classes & s->m->k->speech;
    if (!telling && (s->m->c->clause_of[i] == clause || i < x->first)) return true;
  }
  return false;
}

bool governed_apart(const Stage *s, const Phrase *f) {
  SetMask apart = SET_BIT(SET_AFTER) | SET_BIT(SET_BEFORE);
  if (f->prep == NONE) return false;
  if (s->m->c->marks[f->prep_token] & apart) return true;
  const Phrase *up = f->up == NONE ? NULL : stage_phrase(s, f->up);
  return up && up->prep != NONE && s->m->c->marks[up->prep_token] & apart;
}

/* Is a stretch of time named among these tokens? */
static bool names_time(const Stage *s, uint32_t first, uint32_t last) {
  const Lexicon *lexicon = s->m->g->lexicon;
  for (uint32_t i = first; i < last; i++) {
    uint32_t lemma = word_best(s->m->in->words, i)->lemma;
    if (lemma < lexicon->n && lexicon->lemmas[lemma].classes & s->m->k->time) return true;
  }
  return false;
}

static bool days_from_phrase(const Stage *s, const Phrase *f) {
  enum { UP_MOST = 3, TIME_MOST = 4 };
  SetMask apart = SET_BIT(SET_AFTER) | SET_BIT(SET_BEFORE), from = SET_BIT(SET_PARTITIVE) | SET_BIT(SET_UPON);
  for (uint32_t steps = 0; steps < UP_MOST && f->link == LINK_IDAFA && f->up != NONE; steps++)
    f = stage_phrase(s, f->up);
  if (f->prep == NONE || !(s->m->c->marks[f->prep_token] & from)) return false;
  for (uint32_t i = f->prep_token, steps = 0; i-- > 0 && steps < TIME_MOST; steps++)
    if (s->m->c->marks[i] & apart) return names_time(s, i + 1, f->prep_token);
  return false;
}

bool days_from_it(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  if (days_from_phrase(s, stage_phrase(s, x->phrase))) return true;
  for (uint32_t i = 0; i < x->effects.n; i++) { /* «بعد أيام على مقتل سبعة جنود في هجوم» */
    uint32_t outcome = s->m->c->phrase_of[x->effects.at[i].token];
    if (outcome != NONE && stage_phrase(s, outcome)->form == FORM_MASDAR &&
        days_from_phrase(s, stage_phrase(s, outcome)))
      return true;
  }
  return false;
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

bool timed_by_another(const Stage *s, const Scene *x) {
  enum { OPENING = 2, BEHIND = 8 };
  const Sentence *here = &s->m->in->text->sentences[x->sentence];
  uint32_t at = here->first;
  SetMask apart = SET_BIT(SET_AFTER) | SET_BIT(SET_BEFORE);
  while (at < here->first + OPENING && at < x->first && !(s->m->c->marks[at] & apart)) at++;
  if (at >= x->first || !(s->m->c->marks[at] & apart)) at = here->last;
  for (uint32_t i = at + 1; i < x->first && i <= at + BEHIND; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_ANAPHOR)) return true;
  for (uint32_t i = x->last; i + 1 < here->last && i < x->last + OPENING; i++) /* «إطلاق نار عقب العملية» */
    if (s->m->c->marks[i] & apart && s->m->c->marks[i + 1] & SET_BIT(SET_ANAPHOR)) return true;
  return false;
}

/* «الانفجار الأول», «الاعتداء الثاني»: one of several, each told apart; not «الأول من نوعه» (of its kind). */
static uint32_t ordinal_of(const Stage *s, const Scene *x) {
  const Phrase *f = x->phrase == NONE ? NULL : stage_phrase(s, x->phrase);
  if (!f || f->head == NONE) return NONE;
  for (uint32_t i = f->head + 1; i < f->last && i <= f->head + 2; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_ORDINAL))
      return s->m->c->marks[i + 1] & SET_BIT(SET_PARTITIVE) ? NONE : word_best(s->m->in->words, i)->lemma;
  return NONE;
}

bool other_ordinal(const Stage *s, const Scene *a, const Scene *b) {
  uint32_t x = ordinal_of(s, a), y = ordinal_of(s, b);
  return y != NONE && x != y;
}

/* «انفجارين … الانفجار الأول … الانفجار الثاني»: two, of which each is told, and each another one. */
bool one_of_these(const Stage *s, const Scene *a, const Scene *b) {
  uint32_t x = ordinal_of(s, a), y = ordinal_of(s, b);
  if (y == NONE) return false;
  return x != NONE ? x != y : a->count.set && a->count.min > 1;
}

bool befell_others(const Stage *s, const Scene *x) {
  for (uint32_t i = 0; i < x->effects.n; i++) {
    uint32_t phrase = x->effects.at[i].phrase;
    if (phrase == NONE || !other_one(s, stage_phrase(s, phrase), SET_BIT(SET_OTHERS))) return false;
  }
  return x->effects.n > 0;
}

/* Does a word of going on stand right before these tokens, or within them or right behind? */
static bool goes_on_about(const Stage *s, uint32_t sentence, uint32_t first, uint32_t last) {
  enum { BEFORE = 2, BEHIND = 3 };
  const Sentence *here = &s->m->in->text->sentences[sentence];
  uint32_t from = first > here->first + BEFORE ? first - BEFORE : here->first;
  for (uint32_t i = from; i < here->last && i < last + BEHIND; i++)
    if (s->m->c->marks[i] & (SET_BIT(SET_BESIDES) | SET_BIT(SET_ADDING))) return true;
  return false;
}

bool told_besides(const Stage *s, const Scene *x) {
  uint32_t carrier = s->matches->at[x->match].carrier;
  const Clause *c = stage_clause(s, carrier == NONE ? x->clause : carrier);
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (x->effects.at[i].token == c->verb && x->token != c->verb) return false;
  if (goes_on_about(s, x->sentence, x->first, x->last)) return true;
  return c->verb != NONE && !(c->classes & s->m->k->speech) && goes_on_about(s, x->sentence, c->verb, c->verb + 1);
}

/* «الاجتماع», «هجومها»: it may go back to what has been told. */
static bool known_act(const Stage *s, const Scene *x) {
  return x->phrase != NONE && (stage_phrase(s, x->phrase)->definite || stage_phrase(s, x->phrase)->pronoun);
}

bool opens_besides(const Stage *s, const Scene *x) {
  uint32_t carrier = s->matches->at[x->match].carrier, first = s->m->in->text->sentences[x->sentence].first;
  const Clause *c = stage_clause(s, carrier == NONE ? x->clause : carrier);
  bool opens = c->verb == first + 1 && s->m->c->marks[first] & SET_BIT(SET_BESIDES);
  return opens && !(c->classes & s->m->k->speech) && !known_act(s, x);
}

bool told_as_other_news(const Stage *s, const Scene *x) {
  uint32_t first = s->m->in->text->sentences[x->sentence].first;
  if (!(s->m->c->marks[first] & SET_BIT(SET_OTHER_NEWS)) || known_act(s, x)) return false;
  for (uint32_t i = first, last = NONE; i < x->first; i++) { /* «من جهة أخرى، قال الوزير إن»: on the same news, maybe */
    uint32_t clause = s->m->c->clause_of[i];
    if (clause == NONE || clause == last) continue;
    const Clause *c = stage_clause(s, clause);
    if (c->classes & s->m->k->speech && c->verb != NONE && c->verb < x->first) return false;
    last = clause;
  }
  return true;
}

bool told_of_several(const Stage *s, const Scene *x) {
  enum { UP_MOST = 3 };
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  if (!f->plural) return false;
  for (uint32_t steps = 0; steps < UP_MOST && f->link == LINK_IDAFA && f->up != NONE; steps++) {
    f = stage_phrase(s, f->up);
    if (f->head != NONE && s->m->c->marks[f->head] & SET_BIT(SET_ONE_OF)) return true;
  }
  return false;
}

bool told_in_series(const Stage *s, const Scene *x) {
  return x->phrase != NONE && climb_measures(s->m, x->phrase) != x->phrase;
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

bool points_back(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  return f->definite && f->number == NONE && !x->own_place && !x->own_date;
}

static const PersonMention *person_in(const Stage *s, uint32_t phrase, Part words) {
  if (phrase == NONE) return NULL;
  uint32_t i = stage_phrase(s, phrase)->person;
  return i == NONE ? person_behind(s, words) : &s->m->in->mentions->persons[i];
}

static const PersonMention *person_of(const Stage *s, const Effect *e) { return person_in(s, e->phrase, e->of); }

/* «حذيفة البدري» and later «البدري»: the last part of a name stands for it. */
static bool names_meet(const Stage *s, const PersonMention *x, const PersonMention *y) {
  Part a = {x->first, x->last, NONE}, b = {y->first, y->last, NONE};
  return parts_alike(s, a, b) || part_has_word(s, x->last - 1, b) || part_has_word(s, y->last - 1, a);
}

Named named_victims(const Stage *s, const Scene *a, const Scene *b) {
  Named named = NAMED_NONE;
  for (uint32_t i = 0; i < a->effects.n; i++)
    for (uint32_t k = 0; k < b->effects.n; k++) {
      const PersonMention *x = person_of(s, &a->effects.at[i]), *y = person_of(s, &b->effects.at[k]);
      if (!x || !y) continue;
      if (names_meet(s, x, y)) return NAMED_SAME;
      named = NAMED_OTHERS;
    }
  return named;
}

/* Are persons named on both sides, and none of them on both? */
static bool named_apart(const Stage *s, const Parts *a, const Parts *b) {
  bool apart = false;
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++) {
      Part x = a->at[i], y = b->at[k];
      const PersonMention *p = person_in(s, x.phrase, x), *q = person_in(s, y.phrase, y);
      if (!p || !q) continue;
      if (names_meet(s, p, q)) return false;
      apart = true;
    }
  return apart;
}

bool targets_named_apart(const Stage *s, const Scene *a, const Scene *b) {
  return named_apart(s, &a->targets, &b->targets);
}

bool partners_named_apart(const Stage *s, const Scene *a, const Scene *b) {
  return named_apart(s, &a->partners, &b->partners) && !parts_meet(s, &a->agents, &b->partners) &&
         !parts_meet(s, &a->partners, &b->agents);
}

bool one_figure(const Scene *a, const Scene *b) {
  return a->kind == b->kind && a->count.set && b->count.set && a->count.min == b->count.min && str_eq(a->type, b->type);
}

/* The id of the actor whose name stands in these words; empty. */
static Str id_of_part(const Stage *s, Part part) {
  for (uint32_t i = part.first; i < part.last; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    uint32_t actor = phrase == NONE ? NONE : stage_phrase(s, phrase)->actor;
    if (actor != NONE && s->m->in->mentions->actors[actor].id.n) return s->m->in->mentions->actors[actor].id;
  }
  return STR_NONE;
}

bool other_actors(const Stage *s, const Parts *a, const Parts *b) {
  bool known = false;
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++) {
      Str x = id_of_part(s, a->at[i]), y = id_of_part(s, b->at[k]);
      if (x.n && y.n && str_eq(x, y)) return false;
      known |= x.n && y.n;
    }
  return known;
}

/* Fights for no state. */
static bool actor_is_rebel(const ActorMention *a) {
  return STR_IN(a->type, "armed group", "militia", "pmc", "tribal", "criminal");
}

const ActorMention *actor_of_part(const Stage *s, Part part) {
  for (uint32_t i = part.first; i < part.last; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    uint32_t actor = phrase == NONE ? NONE : stage_phrase(s, phrase)->actor;
    if (actor != NONE && s->m->in->mentions->actors[actor].id.n) return &s->m->in->mentions->actors[actor];
  }
  return NULL;
}

static bool of_alliance(const ActorMention *a) { return str_eq(a->type, STR("coalition")); }

Str country_told(const Stage *s, Part part) {
  const PlaceMention *p = place_at(s->m->in, part.first);
  bool alone = p && p->last >= part.last && p->country.n && p->level == LEVEL_COUNTRY;
  return alone ? p->country : STR_NONE;
}

/* The country whose forces the words are: «طائرات أميركية», «الجيش الإسرائيلي»; empty. */
static Str nation_of_forces(const Stage *s, Part part) {
  const EngineClasses *k = s->m->k;
  uint32_t at = part.phrase != NONE ? part.phrase : s->m->c->phrase_of[part.first];
  if (at == NONE || !(stage_phrase(s, at)->classes & (k->state | k->force | k->aircraft | k->security)))
    return STR_NONE;
  const ActorMention *actor = actor_of_part(s, part);
  if (actor) return actor_is_rebel(actor) || of_alliance(actor) ? STR_NONE : actor->country;
  for (uint32_t i = part.first; i < part.last; i++) {
    const PlaceMention *p = place_at(s->m->in, i);
    if (p && p->adjective && p->level == LEVEL_COUNTRY) return p->country;
  }
  return STR_NONE;
}

bool agents_of_one_nation(const Stage *s, const Scene *a, const Scene *b) {
  for (uint32_t i = 0; i < a->agents.n; i++)
    for (uint32_t k = 0; k < b->agents.n; k++) {
      Part u = a->agents.at[i], v = b->agents.at[k];
      Str x = country_told(s, u), y = country_told(s, v);
      if (!x.n && !y.n) continue;
      if (!x.n) x = nation_of_forces(s, u);
      if (!y.n) y = nation_of_forces(s, v);
      if (x.n && str_eq(x, y)) return true;
    }
  return false;
}

/* Can two actors not be one side, whoever calls them what: an army and rebels, the forces of two countries? */
static bool two_sides(const ActorMention *x, const ActorMention *y) {
  if (str_eq(x->id, y->id) || str_eq(x->parent, y->id) || str_eq(y->parent, x->id)) return false;
  if (x->parent.n && str_eq(x->parent, y->parent)) return false;
  bool armed_x = actor_is_rebel(x), armed_y = actor_is_rebel(y);
  if (armed_x || armed_y) return true;
  return !of_alliance(x) && !of_alliance(y) && x->country.n && y->country.n && !str_eq(x->country, y->country);
}

bool agents_of_two_sides(const Stage *s, const Scene *a, const Scene *b) {
  bool two = false;
  for (uint32_t i = 0; i < a->agents.n; i++)
    for (uint32_t k = 0; k < b->agents.n; k++) {
      const ActorMention *x = actor_of_part(s, a->agents.at[i]), *y = actor_of_part(s, b->agents.at[k]);
      if (!x || !y || !two_sides(x, y)) return false;
      two = true;
    }
  return two;
}

/* «عملية أمنية», and «ألقت القبض على …», «ضبطت …» */
static bool operation_and_yield(Str a, Str b) {
  return str_eq(a, STR("operation")) && (str_eq(b, STR("arrest")) || str_eq(b, STR("seizure")));
}

bool types_allow(const TypeRow *a, const TypeRow *b) {
  enum { GENERIC = 4 };
  bool from_afar = type_is(a, TRAIT_FIRE) && type_is(b, TRAIT_FIRE); /* «قصف» does not say from where */
  if (operation_and_yield(a->type, b->type) || operation_and_yield(b->type, a->type)) return true;
  bool blast = type_is(a, TRAIT_BLAST) && type_is(b, TRAIT_BLAST); /* nor «الانفجار», whether he died who did it */
  return from_afar || blast || (type_is(a, TRAIT_VIOLENT) && (a->specific <= GENERIC || b->specific <= GENERIC));
}

bool place_decides(const Scene *a, const Scene *b) {
  return str_eq(a->type, b->type) && str_eq(a->type, STR("territory-change"));
}

/* «سقوط قتلى», and «قتل شخص»: the uncounted were more than one. */
static bool one_of_several(const Count *a, const Count *b) {
  if (a->set == b->set) return false;
  const Count *told = a->set ? a : b;
  return told->min == 1 && told->max == 1;
}

bool same_what(const Scene *a, const Scene *b) {
  for (uint32_t i = 0; i < a->effects.n; i++)
    for (uint32_t k = 0; k < b->effects.n; k++)
      if (str_eq(a->effects.at[i].what, b->effects.at[k].what) &&
          !one_of_several(&a->effects.at[i].count, &b->effects.at[k].count))
        return true;
  return false;
}

bool is_anaphor(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  return f->definite && f->head != NONE && (s->m->c->marks[f->head] & SET_BIT(SET_ANAPHOR)) != 0;
}

bool same_trigger(const Stage *s, const Scene *a, const Scene *b) {
  if (a->phrase == NONE || b->phrase == NONE) return false;
  uint32_t x = stage_phrase(s, a->phrase)->lemma, y = stage_phrase(s, b->phrase)->lemma;
  return x == y && x < s->m->g->lexicon->n;
}

bool headline_of(const Scene *a, const Scene *b) {
  return a->alone && a->told == 0 && b->sentence > 0 && b->sentence <= 2 && same_what(a, b);
}
