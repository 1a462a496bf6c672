/* The country that a report is about.
 *
 * The problem: «أحالت المحكمة المتهمين إلى المفتي … وكانت الشرطة قد ألقت القبض عليهم عام 2017» (the court referred the
 * accused to the mufti; police had arrested them in 2017) says nowhere where they were arrested, and every reader of a
 * report from Cairo knows in which country.
 *
 * The method: what is left without a place when all else is settled was in the country that a good part of the
 * report's places and nisbas are of; but what another country's police or courts did, «ألقت السلطات السويسرية القبض»,
 * was there. Deals and meetings, which are made anywhere, are left alone. */
#include "code/clause/near.h"
#include "code/scene/scene.h"
#include "code/setting/setting.h"
#include "code/setting/site.h"

enum { PLACES_MOST = 64 }; /* of a report that names more, the first tell its country */

/* Of a report's places and nisbas, how many are of the country of this one. */
static uint32_t of_country(const Mentions *m, uint32_t last, Str country) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < last; i++)
    n += m->places[i].country.n && (!country.n || str_eq(m->places[i].country, country));
  return n;
}

/* «شرقي سوريا» (in the east of Syria): a name from which a place is only reckoned. */
static bool only_anchors(const PlaceMention *p) { return str_eq(p->basis, STR("anchor")); }

/* The country that the report is about: the one that most of its places and nisbas are of, if a good part of them
 * are, where its name stands; NONE. */
static uint32_t home_of(const Stage *s) {
  enum { PART = 30 }; /* in a hundred */
  const Mentions *m = s->m->in->mentions;
  uint32_t last = m->nplaces < PLACES_MOST ? m->nplaces : PLACES_MOST, best = NONE, most = 0;
  for (uint32_t i = 0; i < last; i++) {
    if (m->places[i].level != LEVEL_COUNTRY || !m->places[i].country.n || !site_serves(s, i)) continue;
    uint32_t n = of_country(m, last, m->places[i].country);
    bool plainer = best != NONE && only_anchors(&m->places[best]) && !only_anchors(&m->places[i]) &&
                   str_eq(m->places[i].country, m->places[best].country);
    if (n > most || (n == most && plainer)) most = n, best = i;
  }
  return most * 100 < of_country(m, last, (Str){0}) * PART ? NONE : best;
}

/* The country whose police, courts or authorities did it; empty. */
static Str nation_of_doer(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  bool at_home = type_in(type, CLASS_BIT(SANCTION)) || type_is(type, TRAIT_JUSTICE);
  if (!at_home || !x->agents.n || x->agents.at[0].phrase == NONE) return STR_NONE;
  Part doer = x->agents.at[0];
  ClassSet classes = stage_phrase(s, doer.phrase)->classes;
  if (!(classes & (s->m->k->police | s->m->k->state | s->m->k->organisation))) return STR_NONE;
  const Mentions *m = s->m->in->mentions;
  for (uint32_t i = place_from(s->m->in, doer.first); i < m->nplaces && m->places[i].first < doer.last; i++)
    if (m->places[i].adjective) return m->places[i].country;
  return STR_NONE;
}

uint32_t site_of_doer(const Stage *s, const Scene *x, Str country) {
  const Mentions *m = s->m->in->mentions;
  Str nation = nation_of_doer(s, x);
  if (!nation.n || str_eq(country, nation)) return NONE;
  for (uint32_t i = 0; i < m->nplaces && i < PLACES_MOST; i++)
    if (m->places[i].level == LEVEL_COUNTRY && str_eq(m->places[i].country, nation) && site_serves(s, i)) return i;
  return NONE;
}

/* What is left without a place was in the country that the report is about: «وألقي القبض عليه عام 2013» (and he was
 * arrested in 2013). */
void scenes_stay_home(Stage *s) {
  uint32_t home = home_of(s);
  for (uint32_t i = 0; home != NONE && i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    const TypeRow *type = stage_type(s, x);
    if (x->merged != NONE || x->dropped || x->places.n) continue;
    if (type_is(type, TRAIT_ANYWHERE) && !type_is(type, TRAIT_DOMESTIC)) continue;
    uint32_t doers = site_of_doer(s, x, s->m->in->mentions->places[home].country);
    vec_push(&x->places, s->arena, doers != NONE ? doers : home);
    x->elsewhere = true;
  }
}
