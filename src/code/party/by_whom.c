/* Who did it, where another word than the act's own says so.
 *
 *   «تعرضت الدورية لهجوم من طرف مجموعة مسلحة»
 *        (the patrol came under an attack on the part of an armed group): whom a preposition of doing governs
 *   «قصف بقذائف الهاون من قوات النظام»
 *        (shelling with mortar rounds from the regime's forces): from whom the fire came
 *   «انفجار لغم زرعته الميليشيا»
 *        (the explosion of a mine that the militia had laid): who laid what went off
 *   «متهمة طهران بتزويد المتمردين»
 *        (accusing Tehran of supplying the rebels): whom a participle accuses of it
 *   «أقر الرجل بتفجير السيارة»
 *        (the man confessed to blowing up the car): who confesses it
 *
 *   «شاب متهم بقتل جاره», «أدينوا باقتحام المركز»
 *        (a youth accused of killing his neighbour; they were convicted of storming the station): of whom it is said
 *   «حكم عليه بالسجن بتهمة قتل جندي»
 *        (he was sentenced to prison on the charge of killing a soldier): who stands trial for it
 *
 * Only where neither the frame's own sources nor the clause around have given anybody. */
#include "code/party/by_whom.h"

#include "code/scene/above.h"

enum { PHRASES_NEAR = 8 };

/* No other act, and nothing that came of one, stands from the act's end to the word. */
static bool next_to(const Stage *s, const Scene *x, uint32_t token) {
  for (uint32_t i = x->last; i < token; i++) {
    uint32_t other = s->scene_of_token[i];
    if (other != NONE && &s->scenes.at[other] != x && s->scenes.at[other].merged == NONE) return false;
    if (outcome_at(s, i)) return false;
  }
  return true;
}

/* «من طرف مجموعة مسلحة», «من قبل مسلحين»: behind the act in its clause. */
static uint32_t by_preposition(const Stage *s, const Scene *x) {
  for (uint32_t i = x->phrase + 1; i < s->m->c->nphrases && i <= x->phrase + PHRASES_NEAR; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->clause != x->clause) return NONE;
    if (f->prep == NONE || !(s->m->c->marks[f->prep_token] & SET_BIT(SET_DONE_BY))) continue;
    return f->link != LINK_CONJ && next_to(s, x, f->prep_token) ? i : NONE;
  }
  return NONE;
}

/* «بالبراميل المتفجرة من طائرات النظام»: fire that comes from a force. */
static uint32_t by_origin(const Stage *s, const Scene *x) {
  const EngineClasses *k = s->m->k;
  if (!type_is(stage_type(s, x), TRAIT_FIRE)) return NONE;
  for (uint32_t i = x->phrase + 1; i < s->m->c->nphrases && i <= x->phrase + PHRASES_NEAR; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->clause != x->clause) return NONE;
    if (f->prep == NONE || f->link == LINK_CONJ || !(s->m->c->marks[f->prep_token] & SETS_AWAY)) continue;
    const Phrase *up = f->up == NONE ? NULL : stage_phrase(s, f->up);
    bool of_arms = !up || f->up == x->phrase || up->classes & (k->explosive | k->artillery | k->weapon);
    bool fires = f->classes & (k->force | k->aircraft | k->artillery) && !(f->classes & k->position);
    return of_arms && fires && next_to(s, x, f->prep_token) ? i : NONE;
  }
  return NONE;
}

/* «عبوة زرعتها الميليشيا»: the subject of the clause on what went off, where its verb is of setting off. */
static uint32_t by_device(const Stage *s, const Scene *x) {
  enum { CLAUSES_AHEAD = 4 };
  const EngineClasses *k = s->m->k;
  uint32_t device = x->phrase + 1;
  if (device >= s->m->c->nphrases || stage_phrase(s, device)->link != LINK_IDAFA) return NONE;
  const Phrase *f = stage_phrase(s, device);
  if (f->up != x->phrase || !(f->classes & (k->explosive | k->artillery | k->weapon))) return NONE;
  for (uint32_t i = f->clause + 1; i < s->m->c->nclauses && i <= f->clause + CLAUSES_AHEAD; i++) {
    const Clause *c = stage_clause(s, i);
    if (c->sentence != x->sentence) return NONE;
    bool on_it = c->kind == CLAUSE_RELATIVE && (c->head == device || c->head == x->phrase);
    if (!on_it || c->verb == NONE || !c->object_pronoun || c->negated || c->passive) continue;
    bool sets = (s->m->c->marks[c->verb] & SET_BIT(SET_SETS_OFF)) != 0;
    return sets && c->subject != device && c->subject != x->phrase ? c->subject : NONE;
  }
  return NONE;
}

/* A participle of what somebody does; in the accusative, «متهماً» may be read as what is done to him. */
static bool accuser(const Stage *s, const Phrase *f) {
  if (f->form == FORM_ACTIVE_PARTICIPLE) return true;
  return f->form == FORM_PASSIVE_PARTICIPLE && f->head != NONE && word_best(s->m->in->words, f->head)->accusative;
}

/* «متهمة طهران بتزويد المتمردين»: what stands behind a participle of accusing, before the act that «ب» governs. */
static uint32_t by_charge(const Stage *s, const Scene *x) {
  enum { PHRASES_BACK = 4 };
  const Lexicon *lexicon = s->m->g->lexicon;
  if (stage_phrase(s, x->phrase)->prep != s->m->g->prep_bi || x->phrase < 2) return NONE;
  for (uint32_t i = x->phrase, steps = 0; i-- > 1 && steps < PHRASES_BACK; steps++) {
    const Phrase *f = stage_phrase(s, i - 1);
    if (f->clause != x->clause) return NONE;
    if (!accuser(s, f) || f->definite || f->prep != NONE) continue;
    uint32_t verb = lexicon_verb(lexicon, f->lemma);
    if (verb >= lexicon->n || !(s->m->g->sets_of_lemma[verb] & SET_BIT(SET_ALLEGED))) continue;
    return stage_phrase(s, i)->prep == NONE && f->last == stage_phrase(s, i)->first ? i : NONE;
  }
  return NONE;
}

/* «أحد قادته»: those of whoever is spoken of. */
static bool owned(const Stage *s, Part part) {
  for (uint32_t i = part.first; i < part.last; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase != NONE && stage_phrase(s, phrase)->pronoun) return true;
  }
  return false;
}

/* «أقر المتهم بتفجير السيارة»: of a deed that is his own; whom he lost may be told so, too. */
static uint32_t by_confession(const Stage *s, const Scene *x) {
  const Phrase *f = stage_phrase(s, x->phrase);
  const Clause *c = stage_clause(s, f->clause);
  if (f->prep != s->m->g->prep_bi || f->form != FORM_MASDAR || f->pronoun || c->verb == NONE) return NONE;
  if (!(s->m->c->marks[c->verb] & SET_BIT(SET_CONFESSES)) || c->passive || c->negated || c->subject == NONE)
    return NONE;
  const Phrase *who = stage_phrase(s, c->subject);
  for (uint32_t i = 0; i < x->effects.n; i++) /* «اعترف التنظيم بمقتل أحد قادته» */
    if (x->effects.at[i].phrase != NONE && owned(s, x->effects.at[i].of)) return NONE;
  bool killed = scene_is(s, x, TRAIT_BY_END) && who->plural;
  return killed || who->first > x->first ? NONE : c->subject;
}

/* «شاب متهم بقتل جاره»: him of whom a passive participle right before the act says so. */
static uint32_t by_epithet(const Stage *s, const Scene *x) {
  const Phrase *f = stage_phrase(s, x->phrase);
  const Lexicon *lexicon = s->m->g->lexicon;
  if (x->phrase == 0 || f->prep != s->m->g->prep_bi) return NONE;
  const Phrase *o = stage_phrase(s, x->phrase - 1);
  if (o->last != f->prep_token || o->head == NONE) return NONE;
  uint32_t lemma = word_best(s->m->in->words, o->last - 1)->lemma;
  bool accused = lemma < lexicon->n && lexicon->lemmas[lemma].form == FORM_PASSIVE_PARTICIPLE;
  return accused && s->m->c->marks[o->last - 1] & SET_BIT(SET_ALLEGED) ? x->phrase - 1 : NONE;
}

/* «أدينوا باقتحام المركز», «أدانت المحكمة الرجل بالتفجير» */
static uint32_t by_conviction(const Stage *s, const Scene *x) {
  const Phrase *f = stage_phrase(s, x->phrase);
  const Clause *c = stage_clause(s, f->clause);
  if (f->prep != s->m->g->prep_bi || c->verb == NONE || c->verb > x->first || c->negated) return NONE;
  if (!(s->m->c->marks[c->verb] & SET_BIT(SET_CONVICTS))) return NONE;
  uint32_t who = c->kind == CLAUSE_RELATIVE && c->head != NONE && !c->object_pronoun ? c->head : c->object;
  return who != x->phrase ? who : NONE;
}

/* «حكم على الرجل بالسجن بتهمة قتل جندي»: whom the trial told before it in the sentence befell. */
static uint32_t by_trial(const Stage *s, const Scene *x) {
  enum { WORDS_BEFORE = 3 };
  uint32_t begins = s->m->in->text->sentences[x->sentence].first;
  SetMask before = marks_before(s, x->first, begins, WORDS_BEFORE);
  bool laid = act_charged(s, x) || before & (SET_BIT(SET_LINKED) | SET_BIT(SET_ALLEGED));
  if (!type_in(stage_type(s, x), CLASS_BIT(ASSAULT)) || !laid) return NONE;
  uint32_t at = (uint32_t)(x - s->scenes.at);
  for (uint32_t i = at, steps = 0; i-- > 0 && steps < SCENES_NEAR; steps++) {
    const Scene *o = &s->scenes.at[i];
    if (o->sentence != x->sentence) return NONE;
    bool trial = o->merged == NONE && type_is(stage_type(s, o), TRAIT_JUSTICE) && o->first < x->first;
    if (trial && o->targets.n) return o->targets.n == 1 ? o->targets.at[0].phrase : NONE;
  }
  return NONE;
}

typedef uint32_t Way(const Stage *, const Scene *);

/* The first that one of the ways finds, if it is nobody whom the act befell. */
static uint32_t first_of(const Stage *s, const Scene *x, Way *const *ways, size_t n) {
  uint32_t who = NONE;
  for (size_t i = 0; i < n && who == NONE; i++) who = ways[i](s, x);
  for (uint32_t k = 0; who != NONE && k < x->targets.n; k++)
    if (parts_alike(s, part_of_phrase(s, who), x->targets.at[k])) return NONE;
  return who;
}

uint32_t doer_said(const Stage *s, const Scene *x) {
  static Way *const WAYS[] = {by_preposition, by_origin, by_device};
  uint32_t talks = CLASS_BIT(AGREE) | CLASS_BIT(CONSULT) | CLASS_BIT(PROTEST) | CLASS_BIT(SANCTION);
  if (type_in(stage_type(s, x), talks)) return NONE;
  return first_of(s, x, WAYS, sizeof WAYS / sizeof *WAYS);
}

uint32_t doer_accused(const Stage *s, const Scene *x) {
  static Way *const WAYS[] = {by_charge, by_confession, by_epithet, by_conviction, by_trial};
  if (!type_in(stage_type(s, x), CLASS_BIT(ASSAULT) | CLASS_BIT(AID))) return NONE;
  return first_of(s, x, WAYS, sizeof WAYS / sizeof *WAYS);
}
