/* Who answers for the deed: the doer himself claims it, others lay it on him, he denies it, or
 * nobody knows who it was.
 *
 *   «أعلن الجيش أن قواته قصفت …»        claimed: who speaks and who did it are one side
 *   «قال الناطق باسم الجيش العراقي إن   claimed: forces of the state for which he speaks
 *    القوات الجوية العراقية قصفت …»
 *   «قال المرصد إن الجيش قصف …»         attributed, by the monitor
 *   «مصدر أمني: الجيش قصف …»            attributed: an unnamed source answers for nobody
 *   «مسلحون مجهولون», «انتحاري»         unknown: a doer that is only a word
 */
#include "code/voice/responsibility.h"

#include "code/clause/near.h"

static bool has_actor(const Stage *s, Part part) {
  for (uint32_t i = part.first; i < part.last; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase != NONE && stage_phrase(s, phrase)->actor != NONE) return true;
  }
  return false;
}

/* «مسلحون أكراد», «مسلح فلسطيني»: a doer of a known people. */
static bool of_people(const Stage *s, Part part) {
  const Mentions *m = s->m->in->mentions;
  for (uint32_t i = place_from(s->m->in, part.first); i < m->nplaces && m->places[i].first < part.last; i++)
    if (m->places[i].adjective) return true;
  return false;
}

static bool is_unknown(const Stage *s, Part part) {
  bool unknown = false;
  for (uint32_t k = part.first; k < part.last; k++) {
    if (s->m->c->marks[k] & SET_BIT(SET_UNKNOWN_AGENT)) return true;
    unknown |= k == part.first && s->m->c->marks[k] & SET_BIT(SET_ONLY_A_WORD);
  }
  return unknown && !has_actor(s, part) && !of_people(s, part);
}

static bool doer_unknown(const Stage *s, const Scene *x) {
  for (uint32_t i = 0; i < x->agents.n; i++)
    if (!is_unknown(s, x->agents.at[i])) return false;
  return true;
}

static bool violent(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  if (!type || (x->kind != RECORD_EVENT && x->kind != RECORD_TALLY)) return false;
  if (type_is(type, TRAIT_VIOLENT)) return true;
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (str_eq(x->effects.at[i].what, STR("killed"))) return type_in(type, CLASS_BIT(COERCE));
  return false;
}

/* What is known of a side by its words: a state's, and of which country; an alliance; a soldier's
 * or spokesman's post and nothing of whose. */
typedef struct Side {
  bool state, named, alliance, post;
  Str country;
} Side;

static bool state_type(Str type) {
  return STR_IN(type, "military", "police", "border guard", "intelligence", "government", "ministry");
}

static Side side_of(const Stage *s, Part part) {
  const EngineClasses *k = s->m->k;
  const Mentions *m = s->m->in->mentions;
  Side side = {0};
  for (uint32_t i = part.first; i < part.last; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i) continue;
    const Phrase *f = stage_phrase(s, phrase);
    if (f->classes & k->informant) return (Side){0};
    if (f->actor != NONE && !side.named) {
      const ActorMention *a = &m->actors[f->actor];
      side.named = a->id.n != 0;
      bool alliance = str_eq(a->type, STR("coalition"));
      if (!state_type(a->type)) /* «مدير المرصد» */
        return (Side){.named = side.named, .country = a->country, .alliance = alliance};
      side.state = true;
      if (!side.country.n) side.country = a->country;
    }
    ClassSet of_state = k->state | k->security | k->aircraft | k->official | k->spokesman;
    if (f->actor == NONE && f->classes & of_state) side.state = true;
    side.post |= f->actor == NONE && f->classes & (k->spokesman | k->rank) && !(f->classes & k->informant);
    bool armed = (f->classes & (k->group | k->fighter)) != 0; /* «جماعة مسلحة»: nobody's */
    if (f->actor == NONE && f->classes & k->force && !armed && i == part.first) side.state = true;
  }
  uint32_t place = place_from(s->m->in, part.first);
  for (; !side.country.n && place < m->nplaces && m->places[place].first < part.last; place++)
    side.country = m->places[place].country;
  return side;
}

/* Do they belong together: one country's state and its forces, or forces with no name of their
 * own told by a state's body? */
bool parties_of_one_state(const Stage *s, Part speaker, Part agent) {
  uint32_t phrase = s->m->c->phrase_of[agent.first];
  bool his = phrase != NONE && stage_phrase(s, phrase)->pronoun && stage_phrase(s, phrase)->classes & s->m->k->force;
  if (his) return true; /* «قواتها», «طائراتنا» */
  Side a = side_of(s, speaker), b = side_of(s, agent);
  /* «وزارة الدفاع الأميركية»: whose country leads the alliance */
  if ((a.state || a.alliance) && b.alliance && a.country.n && b.country.n) return str_eq(a.country, b.country);
  if (!a.state || !b.state) return false;
  if (a.country.n && b.country.n) return str_eq(a.country, b.country);
  return (!b.named && !b.country.n) || (a.post && !a.named); /* «المتحدث العسكري», «الجيش المصري» */
}

bool party_of_country(const Stage *s, Part agent, Str country) {
  Side side = side_of(s, agent);
  return side.state && side.country.n && str_eq(side.country, country);
}

static bool same_side(const Stage *s, const Scene *x, ActorList claimants, ActorList agents) {
  const Speaker *who = &s->speakers.at[x->speaker];
  const Speaker *first = &s->speakers.at[who->same]; /* «داود أوغلو», «رئيس الوزراء التركي» where he was named first */
  for (uint32_t i = 0; i < agents.n; i++) {
    if (claimants.n && claimants.at[0].id.n && str_eq(claimants.at[0].id, agents.at[i].id)) return true;
    if (i >= x->agents.n) continue;
    if (parts_alike(s, who->body, x->agents.at[i]) || parties_of_one_state(s, who->body, x->agents.at[i]) ||
        parties_of_one_state(s, first->body, x->agents.at[i]))
      return true;
  }
  return false;
}

/* «تبنى التنظيم الهجوم»: claimed by who did it, whoever tells that he claims it. */
static bool claimed_in_words(const Stage *s, const Scene *x) {
  uint32_t carrier = s->matches->at[x->match].carrier;
  uint32_t verb = carrier == NONE ? NONE : stage_clause(s, carrier)->verb;
  if (verb != NONE && s->m->c->marks[verb] & SET_BIT(SET_CLAIMED)) return true;
  return scene_relative(s, x, SET_BIT(SET_CLAIMED)) != NONE;
}

/* «نفى المركز أي علاقة له بالتفجير», «نفت صلتها بالهجوم»: who denies it is who was accused. */
static bool part_denied(const Stage *s, const Scene *x) {
  enum { BEFORE = 8 };
  if (!str_eq(x->stance, STR("denied")) || x->speaker == NONE) return false;
  const Phrase *who = stage_phrase(s, s->speakers.at[x->speaker].phrase); /* «نفت القوات قصف المستشفى» */
  if (who->classes & (s->m->k->force | s->m->k->group | s->m->k->fighter)) return true;
  const Sentence *here = &s->m->in->text->sentences[x->sentence];
  for (uint32_t i = x->first; i-- > here->first && i + BEFORE > x->first;)
    if (s->m->c->marks[i] & SET_BIT(SET_ABOUT)) return true;
  return false;
}

Responsibility responsibility_of(const Stage *s, const Scene *x, ActorList claimants, ActorList agents) {
  if (!violent(s, x)) return (Responsibility){0};
  if (!x->agents.n && part_denied(s, x) && claimants.n) return (Responsibility){STR("denied"), claimants};
  if (!x->agents.n || doer_unknown(s, x)) return (Responsibility){.how = STR("unknown")};
  if (str_eq(x->stance, STR("denied"))) return (Responsibility){STR("denied"), claimants};
  if (claimed_in_words(s, x)) return (Responsibility){STR("claimed"), agents};
  bool accuses = (x->speaker != NONE && s->speakers.at[x->speaker].doubted) || str_eq(x->stance, STR("alleged"));
  bool own = x->speaker != NONE && !accuses && claimants.n && same_side(s, x, claimants, agents);
  return (Responsibility){own ? STR("claimed") : STR("attributed"), claimants};
}
