/* Whom or what a trigger's act was done to, by the grammar of its sentence.
 *
 *   «قصف الجيش المدينة» (the army shelled the town)    the object of the verb itself
 *   «غارات استهدفت المدينة» (strikes that hit the town) that of the clause that hangs on the act
 *   «استهدف القصف المدينة» (the shelling hit the town)  that of the verb whose subject the act is
 *   «تعرضت القرى لقصف» (the villages came under fire)  the subject of a verb of suffering
 *   «تفجير سيارة استهدفت حاجزاً» (the bombing of a car that hit a checkpoint)
 *                                                      what was hit by the thing it was done with
 *   «إطلاقها صواريخ» (its firing rockets)              the object behind a masdar and its pronoun */
#include "code/match/object.h"

#include "code/match/carry.h"
#include "code/match/role.h"

uint32_t object_of_masdar(const MatchInput *m, uint32_t i) {
  enum { PHRASES_NEAR = 5 };
  for (uint32_t k = i + 1; k < m->c->nphrases && k <= i + PHRASES_NEAR; k++) {
    const Phrase *f = match_phrase(m, k);
    if (f->link == LINK_OBJECT && f->up == i && f->date == NONE) return k; /* «قتلها السبت أحد القادة» */
  }
  return NONE;
}

/* «إعدام رجل أطلق النار»: the clause behind a masdar and whom it befell tells of him. */
static bool of_complement(const MatchInput *m, const Match *x, uint32_t clause) {
  const Clause *c = match_clause(m, clause);
  uint32_t who = idafa_on(m, x->phrase);
  if (who == NONE || !m->g->frames[x->frame].what.n || c->verb == NONE) return false;
  const Phrase *f = match_phrase(m, who);
  const ClassSet people = m->k->person | m->k->fighter | m->k->leader | m->k->official | m->k->civilian;
  return f->classes & people && !f->definite && f->actor == NONE && f->last <= c->verb;
}

/* «تعرض المطار لقصف صاروخي» told by a masdar, «عن تعرض المطار … لقصف»: the complement of the masdar of suffering that
 * «ل» joins the act to; NONE. */
static uint32_t who_suffers(const MatchInput *m, const Match *x) {
  enum { BACK_MOST = 6 };
  const Phrase *act = match_phrase(m, climb_measures(m, x->phrase));
  if (act->prep != m->g->prep_li) return NONE;
  for (uint32_t i = x->phrase, steps = 0; i-- > 0 && steps < BACK_MOST; steps++) {
    const Phrase *f = match_phrase(m, i);
    if (f->clause != act->clause) return NONE;
    if (f->form != FORM_MASDAR) continue;
    uint32_t verb = lexicon_verb(m->g->lexicon, f->lemma);
    bool suffers = verb < m->g->lexicon->n && m->g->sets_of_lemma[verb] & SET_BIT(SET_SUFFERED);
    uint32_t who = suffers ? idafa_on(m, i) : NONE;
    return who == NONE || match_phrase(m, who)->pronoun ? NONE : who; /* «تعرض موكبه لانفجار» */
  }
  return NONE;
}

/* «دهس بواسطة شاحنة استهدفت سوقاً», «تفجير سيارة مفخخة استهدفت حاجزاً»: what was hit by the thing that the act was done
 * with; NONE. */
static uint32_t hit_by_means(const MatchInput *m, const Match *x) {
  enum { MEANS_NEAR = 3 };
  const ClassSet means = m->k->weapon | m->k->artillery | m->k->explosive | m->k->firearm | m->k->vehicle;
  for (uint32_t i = x->phrase + 1; i < m->c->nphrases && i <= x->phrase + MEANS_NEAR; i++) {
    const Phrase *f = match_phrase(m, i);
    if (f->clause != x->clause || f->up == NONE || f->up < x->phrase || f->link == LINK_CONJ) return NONE;
    bool with = f->link == LINK_IDAFA || f->prep == m->g->prep_bi;
    uint32_t on = with && f->classes & means && !f->definite ? relative_on(m, i) : NONE;
    if (on == NONE) continue;
    const Clause *c = match_clause(m, on);
    bool hit = c->subject == i && c->object != NONE && !(c->classes & m->k->speech);
    return hit && !match_phrase(m, c->object)->pronoun ? c->object : NONE; /* «عبوة استهدفت دوريتهما» */
  }
  return NONE;
}

/* «غارات ضد قوات النظام، ساعدت المعارضة»: does the act's own clause say against whom it was? */
static bool said_against(const MatchInput *m, const Match *x) {
  enum { PHRASES_NEAR = 4 };
  for (uint32_t i = x->phrase + 1; i < m->c->nphrases && i <= x->phrase + PHRASES_NEAR; i++) {
    const Phrase *f = match_phrase(m, i);
    if (f->clause != x->clause) return false;
    if (f->prep != NONE && m->c->marks[f->prep_token] & SET_BIT(SET_AGAINST)) return true;
  }
  return false;
}

/* «تعرض لقصف», «نجا من هجوم», «تلقى ضربة»; but «تعرض خلال عملية»: is the act what a verb of suffering says was
 * suffered? */
static bool suffered(const MatchInput *m, const Phrase *act) {
  return act->prep == NONE || act->prep == m->g->prep_li || act->prep == m->g->prep_bi ||
         m->c->marks[act->prep_token] & (SET_BIT(SET_PARTITIVE) | SET_BIT(SET_INSIDE));
}

uint32_t described_by(const MatchInput *m, const Match *x) {
  if (x->phrase != NONE || match_is_verb(m, x->token)) return NONE;
  bool article = word_best(m->in->words, x->token)->clitics & CLITIC_AL;
  return article ? m->c->phrase_of[x->token] : NONE;
}

uint32_t acts_counted(const MatchInput *m, const Clause *c) {
  uint32_t i = c->object;
  if (i == NONE || i + 1 >= m->c->nphrases || !(c->classes & m->k->light)) return NONE;
  const Phrase *f = match_phrase(m, i), *of = match_phrase(m, i + 1);
  bool tied = of->up == i && (of->link == LINK_IDAFA || phrase_partitive(m->c, of));
  return tied && f->classes & m->k->measure && of->classes & m->k->event ? i + 1 : NONE;
}

uint32_t match_object(const MatchInput *m, const Match *x) {
  uint32_t described = described_by(m, x);
  if (described != NONE) return described;
  if (x->phrase == NONE) {
    uint32_t acts = acts_counted(m, match_clause(m, x->clause));
    return acts != NONE ? acts : match_clause(m, x->clause)->object;
  }
  uint32_t sufferer = who_suffers(m, x);
  if (sufferer != NONE) return sufferer;
  bool told_on = x->relative != NONE && !match_clause(m, x->relative)->negated && !said_against(m, x);
  if (told_on && !of_complement(m, x, x->relative)) {
    const Clause *c = match_clause(m, x->relative);
    bool suffers = c->sets & SET_BIT(SET_SUFFERED) && c->resumptive && !c->passive;
    if (suffers && c->own_subject && c->subject != x->phrase) return c->subject; /* «هجمات تعرضت لها البلاد» */
    if (c->subject == x->phrase && !(c->classes & (m->k->result | m->k->speech)) && c->object != NONE) return c->object;
  }
  if (x->carrier != NONE) {
    const Clause *c = match_clause(m, x->carrier);
    uint32_t top = climb_measures(m, x->phrase);
    bool his = top == x->phrase && of_complement(m, x, x->carrier);
    bool does = c->subject == top || c->subject == x->phrase;
    /* «أضعف هجوم المسلحين ثقة التجار» (the gunmen's attack weakened the traders' trust): nothing that it hit */
    const Phrase *act = match_phrase(m, x->phrase);
    bool itself = act->form == FORM_MASDAR && idafa_on(m, x->phrase) != NONE && !tells_of_acts(m, c);
    bool leads = (c->classes & m->k->result) != 0;                          /* «سيسبب الهجوم مخاطر» */
    if (does && !his && !itself && !leads && !c->negated) return c->object; /* «العملية لا تستهدف السكان» */
    /* «تعرضت القرى لقصف»; but «لقي شرطي حتفه خلال مداهمة» */
    bool his_end = match_phrase(m, top)->prep != NONE && c->object != NONE && match_phrase(m, c->object)->pronoun;
    if (c->sets & SET_BIT(SET_SUFFERED) && !his_end && suffered(m, match_phrase(m, top)))
      return c->subject != NONE ? c->subject : c->lone;
  }
  uint32_t hit = hit_by_means(m, x);
  return hit != NONE ? hit : object_of_masdar(m, x->phrase);
}
