/* Whether two tellings name the same people, and the same side: «البدري» for «حذيفة البدري», «غارة إسرائيلية» and
 * «قصف الجيش الإسرائيلي» (an Israeli raid, shelling by the Israeli army). `tie` weighs it. */
#include "code/merge/alike_parties.h"

#include "code/clause/near.h"
#include "code/scene/named.h"

bool parts_meet(const Stage *s, const Parts *a, const Parts *b) {
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++)
      if (parts_alike(s, a->at[i], b->at[k])) return true;
  return false;
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

bool other_actors(const Stage *s, const Parts *a, const Parts *b) {
  bool known = false;
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++) {
      const ActorMention *x = actor_of_part(s, a->at[i]), *y = actor_of_part(s, b->at[k]);
      if (x && y && str_eq(x->id, y->id)) return false;
      known |= x && y;
    }
  return known;
}

/* Fights for no state. */
static bool actor_is_rebel(const ActorMention *a) {
  return STR_IN(a->type, "armed group", "militia", "pmc", "tribal", "criminal");
}

static bool of_alliance(const ActorMention *a) { return str_eq(a->type, STR("coalition")); }

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
