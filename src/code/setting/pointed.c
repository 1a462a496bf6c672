/* A place told before, by a noun that points back to it: «معبر نصيب … أغلقت السلطات المعبر».
 *
 * The problem: «سيطر المسلحون على معسكر خالد. … وقصفت الطائرات المعسكر» (gunmen took Khalid camp; aircraft bombed the
 * camp) names the camp once and tells of two acts there.
 *
 * The method: a noun of land or of a military place, with the article and nothing that would tell which, stands for the
 * newest place that was named with that noun; where the act befalls it, or, if its sentence names no other place, where
 * it is under a preposition of place. */
#include "code/clause/near.h"
#include "code/match/role.h"
#include "code/setting/site.h"

/* Does the phrase only point back: «المدينة», «المعسكر», with nothing that would tell which? */
static bool only_points_back(const Stage *s, uint32_t phrase) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, phrase);
  bool land = (f->classes & (k->area | k->position | k->facility)) != 0;
  if (!land || f->head == NONE || !f->definite || f->plural || f->adjectives || f->pronoun) return false;
  if (f->place != NONE || f->actor != NONE || f->person != NONE || f->number != NONE) return false;
  return idafa_on(s->m, phrase) == NONE && part_of_phrase(s, phrase).last == f->last;
}

/* The newest place named with that noun before it: «معبر نصيب» of «المعبر»; NONE. */
static uint32_t named_before(const Stage *s, const Phrase *f) {
  enum { BACK_MOST = 48 };
  const Mentions *m = s->m->in->mentions;
  for (uint32_t i = place_from(s->m->in, f->first), steps = 0; i-- > 0 && steps < BACK_MOST; steps++) {
    const PlaceMention *p = &m->places[i];
    const Reading *noun = word_best(s->m->in->words, p->first);
    bool named = !p->adjective && p->last > p->first + 1 && p->use != PLACE_DATELINE;
    if (named && noun->lemma == f->lemma && noun->number == NUMBER_SINGULAR) return i;
  }
  return NONE;
}

/* «قصف المدينة», «السيطرة على المعبر» */
uint32_t site_befallen(const Stage *s, const Scene *x) {
  enum { REACH = 4 };
  const Clause *c = stage_clause(s, x->clause);
  for (uint32_t i = x->last; i < s->m->in->text->ntokens && i < x->last + REACH; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->head != i) continue;
    const Phrase *f = stage_phrase(s, phrase);
    bool upon = f->prep != NONE && s->m->c->marks[f->prep_token] & SET_BIT(SET_UPON);
    bool its = f->up == x->phrase && x->phrase != NONE && (f->link == LINK_IDAFA || f->link == LINK_OBJECT || upon);
    its |= x->phrase == NONE && f->clause == x->clause && (c->object == phrase || upon);
    if (its) return only_points_back(s, phrase) ? named_before(s, f) : NONE;
  }
  return NONE;
}

/* «اندلعت مواجهات في المدينة», «فروا من المعسكر» */
uint32_t site_pointed_at(const Stage *s, const Scene *x) {
  enum { REACH = 12 };
  const Match *match = &s->matches->at[x->match];
  for (uint32_t i = x->last; i < s->m->in->text->ntokens && i < x->last + REACH; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->head != i) continue;
    const Phrase *f = stage_phrase(s, phrase);
    if (f->prep == NONE || (f->clause != x->clause && f->clause != match->carrier && f->clause != match->relative))
      continue;
    SetMask in = SET_BIT(SET_INSIDE) | SET_BIT(SET_BESIDE) | SET_BIT(SET_UPON);
    if (type_is(stage_type(s, x), TRAIT_LEAVING)) in |= SETS_AWAY;
    if (!(s->m->c->marks[f->prep_token] & in) || !only_points_back(s, phrase)) continue;
    uint32_t place = named_before(s, f);
    if (place != NONE) return place;
  }
  return NONE;
}
