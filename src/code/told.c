/* Is an act told, or only named?
 *
 * The problem: «وقع انفجار في السوق» (an explosion took place in the market) is news, «موقع
 * الانفجار» (the site of the explosion), «استنكر الاغتيال» (he condemned the assassination),
 * «في مواجهة أي هجوم» (in the face of any attack) are not.
 *
 * The method: a verb is told as such. A noun has points for what says that it came about (the
 * verb that carries it, a relative clause, a headline) and for what it is told with (a date, a
 * place, a number, a doer, whom against). */
#include "code/scene.h"

/* Effects that another word than the act's own tells: «اغتيال الوزير» has none, «أسفر الهجوم
 * عن مقتل ثلاثة» has one. */
static bool has_effects(const Scene *x, bool counted) {
  for (uint32_t i = 0; i < x->effects.n; i++) {
    const Effect *e = &x->effects.at[i];
    if (e->token == x->token && !x->alone) continue;
    if ((e->phrase != NONE && !counted) || e->count.set) return true;
  }
  return false;
}

/* «التحقيق في اغتيال الوزير», «منفذو التفجير», «أدان الهجوم»: the act is talked of, not told. */
static bool talked_of(const Stage *s, const Scene *x) {
  const SetMask about = SET_BIT(SET_ABOUT);
  uint32_t i = x->phrase;
  for (uint32_t steps = 0; i != NONE && steps < 5; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (i != x->phrase && f->head != NONE && s->m->c->marks[f->head] & about) return true;
    if (f->link == LINK_FREE) {
      const Clause *c = stage_clause(s, f->clause);
      return c->verb != NONE && c->verb < x->token && c->sets & about && c->subject != i;
    }
    i = f->up;
  }
  return false;
}

/* Does the verb of a clause tell that acts come about: does it carry them, end in something, or
 * is it an act itself («أسفر», «وقع», «استهدف»)? */
static bool of_acts(const Stage *s, const Clause *c) {
  const Grammar *g = s->m->g;
  if (c->lemma < g->lexicon->n && g->sets_of_lemma[c->lemma] & SET_BIT(SET_WAS)) return false;
  if (c->classes & (s->m->k->light | s->m->k->result | s->m->k->aspect)) return true;
  if (c->sets & (SET_BIT(SET_SUFFERED) | SET_BIT(SET_CLAIMED) | SET_BIT(SET_OCCURS))) return true;
  if (c->lemma >= g->lexicon->n) return false;
  for (uint32_t i = g->by_lemma[c->lemma]; i < g->by_lemma[c->lemma + 1]; i++) {
    uint8_t kind = g->frames[g->triggers[i].frame].kind;
    if (kind == FRAME_EVENT || kind == FRAME_OUTCOME) return true;
  }
  return false;
}

enum { SAYS_SO = 3, IMPLIES_IT = 2, HINTS_AT_IT = 1 };

/* How plainly the words around say that the act came about. */
static int assertion(const Stage *s, const Scene *x) {
  const Match *match = &s->matches->at[x->match];
  const Phrase *f = stage_phrase(s, x->phrase);
  if (match->carrier != NONE) {
    const Clause *c = stage_clause(s, match->carrier);
    bool argument = c->subject == x->phrase || c->object == x->phrase || f->link == LINK_FREE;
    bool announced = (c->classes & s->m->k->speech) != 0 && c->object == x->phrase;
    if (of_acts(s, c) || announced) return SAYS_SO;
    if (argument && c->subject == x->phrase && !c->imperfect) return IMPLIES_IT;
  }
  if (match->relative != NONE) {
    const Clause *c = stage_clause(s, match->relative);
    return of_acts(s, c) && !c->negated && !c->imperfect ? SAYS_SO : HINTS_AT_IT;
  }
  if (match->carrier == NONE && stage_clause(s, x->clause)->verb == NONE && x->sentence == 0) return SAYS_SO;
  const Clause *own = stage_clause(s, x->clause); /* «أعلنت عن استهداف جديد» */
  if (f->prep != NONE && own->classes & s->m->k->speech && (f->link == LINK_FREE || f->up == own->subject))
    return IMPLIES_IT;
  if (f->prep == NONE || f->definite) return 0;
  if (s->m->c->marks[f->prep_token] & SET_BIT(SET_AFTER)) return IMPLIES_IT;
  if (s->m->c->marks[f->prep_token] & SET_BIT(SET_CAUSE_PREPOSITION)) return HINTS_AT_IT;
  return 0;
}

/* «18 غارة», «اثنين من التفجيرات» */
static bool counted_act(const Stage *s, const Phrase *f) {
  if (f->number != NONE) return true;
  return f->link == LINK_PREP && f->up != NONE && stage_phrase(s, f->up)->head == NONE &&
         stage_phrase(s, f->up)->number != NONE;
}

static int details(const Stage *s, const Scene *x) {
  const Phrase *f = stage_phrase(s, x->phrase);
  bool many = false; /* «اختطاف 36 شخصاً» */
  for (uint32_t i = 0; i < x->effects.n; i++) many |= x->effects.at[i].count.set && x->effects.at[i].count.min > 1;
  return (x->own_date ? 2 : 0) + (counted_act(s, f) || many ? 2 : 0) + (x->own_place ? 1 : 0) + (x->agents.n ? 1 : 0) +
         (x->targets.n ? 1 : 0);
}

static bool is_protest(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  return type && str_eq(type->class, STR("PROTEST"));
}

/* «المتظاهرون الذين تجمعوا…», «هتف المتظاهرون»: what those known from before do further. */
static bool presupposed(const Stage *s, const Scene *x) {
  const Clause *c = stage_clause(s, x->clause);
  uint32_t who = c->kind == CLAUSE_RELATIVE && c->head != NONE ? c->head : c->subject;
  if (who == NONE || x->own_date) return false;
  const Phrase *f = stage_phrase(s, who);
  bool known = f->definite && f->number == NONE && f->classes & s->m->k->person;
  return known && (c->kind == CLAUSE_RELATIVE || !x->own_place);
}

/* «قتل 11 شخصاً بسبب زلزال»: nobody's deed. */
static bool of_nature(const Stage *s, const Scene *x) {
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  if (!x->alone || x->agents.n) return false;
  for (uint32_t i = sentence->first; i < sentence->last && i < sentence->first + 80; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase != NONE && stage_phrase(s, phrase)->classes & (s->m->k->weather | s->m->k->disease | s->m->k->animal))
      return true;
  }
  return false;
}

/* Of violence the news talks more than it tells; whoever mentions a visit tells of it. */
static int least_told(const TypeRow *type) {
  if (type && (type->violent || str_eq(type->class, STR("PROTEST")))) return 4;
  return type && (str_eq(type->class, STR("COERCE")) || str_eq(type->class, STR("TERRITORY"))) ? 3 : 2;
}

bool scene_told(const Stage *s, const Scene *x) {
  if (x->kind != RECORD_EVENT) return true;
  if (of_nature(s, x)) return false;
  if (x->phrase == NONE) return !(is_protest(s, x) && presupposed(s, x));
  const Phrase *f = stage_phrase(s, x->phrase);
  bool counted = has_effects(x, true), relative = s->matches->at[x->match].relative != NONE;
  if (counted || (has_effects(x, false) && !((f->definite || f->pronoun) && x->alone))) return true;
  /* «اتهمت المعارضة الجيش بقصف الحي» says who did what to whom */
  bool laid = str_eq(x->stance, STR("alleged")) && x->agents.n && !f->definite;
  if (laid) return true;
  if (str_eq(x->stance, STR("foiled")) && !f->definite) return true; /* «أفشلت القوات هجوماً» */
  if (!x->own_date && !relative && talked_of(s, x)) return false;
  if (x->alone && x->effects.n && x->effects.at[0].phrase == x->phrase) return false; /* «القتلى», and no number */
  if (f->link == LINK_IDAFA && f->definite && stage_phrase(s, f->up)->classes & s->m->k->measure)
    return false; /* «حصيلة الهجمات» */
  /* «نتائج عملياتها»: acts that are known already */
  bool known = f->plural && (f->definite || f->pronoun) && !counted_act(s, f) && !x->own_date;
  const TypeRow *of = stage_type(s, x);
  bool placed = x->own_place && !(of && str_eq(of->class, STR("COERCE"))); /* «عملياتها في البلاد» */
  if (known && !placed && !relative) return false;
  if (is_protest(s, x) && f->definite && f->number == NONE && !x->own_date && assertion(s, x) < SAYS_SO) return false;
  /* what is denied or announced has its own word that says so */
  int least = str_eq(x->stance, STR("asserted")) ? least_told(stage_type(s, x)) : 2;
  uint32_t up = f->link == LINK_IDAFA ? stage_phrase(s, f->up)->head : NONE;
  if (up != NONE && s->m->c->marks[up] & SET_BIT(SET_ATTEMPT)) least = 2; /* «نجا من محاولة اغتيال» */
  return assertion(s, x) + details(s, x) >= least;
}
