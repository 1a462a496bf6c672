/* Is an act told, or only named? The signs.
 *
 *   «وقع انفجار في السوق»  (an explosion took place in the market): the verb carries it
 *   «موقع الانفجار»         (the site of the explosion): the complement of another noun
 *   «بعد الهجوم»            (after the attack): known already
 *
 * They are: what says that the act came about (the verb that carries it, a relative clause, a headline),
 * what it is told with (a date, a place, a number, a doer, whom against), what says that it is known
 * already (the article, a known doer), what else its sentence and its report tell, and how like it is to
 * an act told before. told.c weighs them. */
#include "code/told/evidence.h"

#include "code/clause/near.h"
#include "code/match/carry.h"
#include "code/told/told.h"

/* Effects that another word than the act's own tells: «اغتيال الوزير» has none, «أسفر الهجوم
 * عن مقتل ثلاثة» has one. */
bool evidence_has_effects(const Scene *x, bool counted) {
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
    bool number = f->link == LINK_IDAFA && f->up != NONE && stage_phrase(s, f->up)->classes & s->m->k->measure;
    bool toll = number && f->classes & s->m->k->dead && evidence_has_effects(x, true); /* «بلغ عدد ضحايا التفجير 30» */
    if (i != x->phrase && f->head != NONE && s->m->c->marks[f->head] & about && !toll) return true;
    if (f->link == LINK_FREE) {
      const Clause *c = stage_clause(s, f->clause);
      return c->verb != NONE && c->verb < x->token && c->sets & about && c->subject != i;
    }
    i = f->up;
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
    if (tells_of_acts(s->m, c) || announced) return SAYS_SO;
    if (argument && c->subject == x->phrase && !c->imperfect) return IMPLIES_IT;
  }
  if (match->relative != NONE) {
    const Clause *c = stage_clause(s, match->relative);
    return tells_of_acts(s->m, c) && !c->negated && !c->imperfect ? SAYS_SO : HINTS_AT_IT;
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

static bool is_protest(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  return type_in(type, CLASS_BIT(PROTEST));
}

/* «هجوم المدينة»: is its complement, or that one's, known already? */
static bool of_definite(const Stage *s, uint32_t phrase) {
  enum { IDAFA_MOST = 3 };
  for (uint32_t i = phrase + 1, steps = 0; i < s->m->c->nphrases && steps < IDAFA_MOST; i++, steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->link != LINK_IDAFA || f->up + 1 != i) return false;
    if (f->definite || f->pronoun) return true;
  }
  return false;
}

/* «عشرات الغارات», «سلسلة من الغارات» (dozens of strikes, a series of strikes): definite in form alone. */
static bool is_amount(const Stage *s, const Phrase *f) {
  if (f->number != NONE && f->head != NONE) return s->m->in->numbers->at[f->number].first < f->head;
  bool of = f->link == LINK_PREP && f->plural && s->m->c->marks[f->prep_token] & SET_BIT(SET_PARTITIVE);
  return of && !stage_phrase(s, f->up)->definite && !stage_phrase(s, f->up)->pronoun;
}

/* «ينفذون هجمات»: an imperfect tells of what is done, or may be, but for «قبل أن يفجر نفسه». */
static bool is_general(const Stage *s, const Clause *c) { return c->imperfect && !clause_came_next(s, c); }

/* «استمرار القتال», «مع تواصل الاشتباكات» (the fighting's going on): nobody speaks of the going on of what is not. */
static bool on_phase(const Stage *s, const Phrase *f) {
  if (f->link != LINK_IDAFA && f->link != LINK_PREP) return false;
  const Phrase *up = stage_phrase(s, f->up);
  return up->form == FORM_MASDAR && up->head != NONE && s->m->c->marks[up->head] & SET_BIT(SET_HABIT);
}

static Signs signs_of_noun(const Stage *s, const Scene *x) {
  const Match *match = &s->matches->at[x->match];
  const Phrase *f = stage_phrase(s, x->phrase);
  const Clause *c = stage_clause(s, x->clause);
  SetMask governs = f->prep == NONE ? 0 : s->m->c->marks[f->prep_token];
  int says = assertion(s, x);
  return when(f->definite && !is_amount(s, f), SIGN_DEFINITE) | when(of_definite(s, x->phrase), SIGN_OF_DEFINITE) |
         when(f->pronoun, SIGN_OF_PRONOUN) | when(talked_of(s, x), SIGN_TALKED_OF) | when(says == 0, SIGN_UNASSERTED) |
         when(says == HINTS_AT_IT, SIGN_HINTED) | when(says == IMPLIES_IT, SIGN_IMPLIED) |
         when(match->relative != NONE, SIGN_RELATIVE_ON_IT) | when(match->carrier != NONE, SIGN_CARRIED) |
         when(c->subject == x->phrase, SIGN_IS_SUBJECT) | when(c->object == x->phrase, SIGN_IS_OBJECT) |
         when(f->adjectives, SIGN_DESCRIBED) | when(f->link == LINK_IDAFA, SIGN_IS_COMPLEMENT) |
         when(f->link == LINK_PREP, SIGN_ON_A_NOUN) | when(is_general(s, c), SIGN_UNDER_IMPERFECT) |
         when(governs & SET_BIT(SET_AFTER), SIGN_GOVERNED_BY_AFTER) |
         when(f->prep == s->m->g->prep_li, SIGN_GOVERNED_BY_LI) |
         when(governs & SET_BIT(SET_CAUSE_PREPOSITION), SIGN_GOVERNED_BY_CAUSE) |
         when(c->classes & s->m->k->speech, SIGN_UNDER_SPEECH) | when(c->verb == NONE, SIGN_NO_VERB) |
         when(f->form == FORM_MASDAR, SIGN_MASDAR) | when(on_phase(s, f), SIGN_ON_PHASE) |
         when(f->definite && is_protest(s, x), SIGN_KNOWN_PROTEST);
}

/* «المتظاهرون», «أنصاره»; but «مئات المتظاهرين» */
static bool known_one(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  if (f->number != NONE || f->head == NONE) return false;
  return f->pronoun || (word_best(s->m->in->words, f->head)->clitics & CLITIC_AL) != 0;
}

static Signs signs_of_verb(const Stage *s, const Scene *x) {
  const Clause *c = stage_clause(s, x->clause);
  uint32_t who = c->kind == CLAUSE_RELATIVE ? c->head : c->subject;
  bool known = who != NONE && known_one(s, who);
  /* «أضرب العمال» is news, «هتف المتظاهرون» tells of those who are out already */
  bool out = known && (stage_phrase(s, who)->classes & s->m->k->protester || stage_phrase(s, who)->pronoun);
  return when(true, SIGN_VERB) | when(is_general(s, c), SIGN_IMPERFECT) | when(c->subject != NONE, SIGN_HAS_SUBJECT) |
         when(known, SIGN_KNOWN_SUBJECT) | when(out && is_protest(s, x), SIGN_KNOWN_PROTESTERS) |
         when(c->object_pronoun, SIGN_PRONOUN_OBJECT);
}

static Signs signs_of_type(const Stage *s, const Scene *x) {
  bool protest = is_protest(s, x);
  return when(protest, SIGN_OF_PROTEST) | when(protest && x->own_date, SIGN_PROTEST_DATED) |
         when(protest && x->own_place, SIGN_PROTEST_PLACED) | when(str_eq(x->type, STR("attack")), SIGN_OF_ATTACK) |
         when(str_eq(x->type, STR("execution")), SIGN_OF_EXECUTION) |
         when(str_eq(x->type, STR("assassination")), SIGN_OF_ASSASSINATION) |
         when(str_eq(x->type, STR("suicide-bombing")), SIGN_OF_SUICIDE) |
         when(str_eq(x->type, STR("shelling")), SIGN_OF_SHELLING) | when(str_eq(x->type, STR("clash")), SIGN_OF_CLASH) |
         when(str_eq(x->type, STR("bombing")), SIGN_OF_BOMBING);
}

/* Somebody says so, or says something on that occasion: «قال خلال زيارته إن». */
static bool said(const Stage *s, const Scene *x) {
  enum { SAID_WITHIN = 24 };
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  if (x->speaker != NONE) return true;
  bool occasion = x->phrase != NONE && type_in(stage_type(s, x), CLASS_BIT(CONSULT));
  for (uint32_t i = x->last; occasion && i < sentence->last && i < x->last + SAID_WITHIN; i++)
    if (s->speaker_of[i] != NONE) return true;
  return false;
}

/* «خطف مسلحون ثلاثة مهندسين»: somebody of whom nothing has been told. */
static bool somebody_does(const Stage *s, const Scene *x, const Clause *c) {
  uint32_t who = c->subject != NONE ? c->subject : c->lone;
  if (c->kind != CLAUSE_MAIN || c->imperfect || who == NONE) return false;
  const EngineClasses *k = s->m->k; /* «المسلحون» may have been told of, «الجيش» need not */
  ClassSet bodies = k->force | k->group | k->aircraft | k->state | k->organisation;
  bool body = stage_phrase(s, who)->actor != NONE || stage_phrase(s, who)->classes & bodies;
  if (known_one(s, who) && !body) return false;
  return str_eq(x->stance, STR("asserted")) && !x->background;
}

/* «…، والتي شنت هجوماً»: a relative clause that «و» joins says it for its own sake. */
static bool joins_relative(const Stage *s, const Clause *c) {
  const Reading *r = word_best(s->m->in->words, c->first);
  return r->pos == POS_RELATIVE && r->clitics & CLITIC_WA;
}

/* «شن الطيران غارة», «أسفر الانفجار عن مقتل سبعة»: said outright, whatever else is missing. */
static bool outright(const Stage *s, const Scene *x) {
  const Clause *c = stage_clause(s, x->clause);
  bool joined = c->kind == CLAUSE_RELATIVE && joins_relative(s, c);
  bool counted = evidence_has_effects(x, true) && !is_protest(s, x) && !x->background;
  if (counted && (c->kind <= CLAUSE_COORDINATE || joined) && !(x->phrase != NONE && talked_of(s, x))) return true;
  if (x->phrase == NONE) return somebody_does(s, x, c);
  if ((c->kind == CLAUSE_RELATIVE && !joined) || c->imperfect || assertion(s, x) != SAYS_SO) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  if (f->definite || f->pronoun || of_definite(s, x->phrase)) return false;
  uint32_t top = climb_measures(s->m, x->phrase);                                   /* «شن سلسلة غارات» */
  bool broke_out = is_protest(s, x) && c->subject == top && c->kind == CLAUSE_MAIN; /* «خرجت مظاهرة» */
  return broke_out || ((c->subject == top || c->object == top) && x->targets.n > 0);
}

/* «تبنى التنظيم الهجوم», «مسؤوليته عن الهجوم», «اتهمت المعارضة الجيش بقصف الحي»: who did it is said there
 * and then. */
static bool laid_on(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  const Match *match = &s->matches->at[x->match];
  const Phrase *f = stage_phrase(s, x->phrase);
  uint32_t up = f->up == NONE ? NONE : stage_phrase(s, f->up)->head;
  SetMask claims = match->carrier == NONE ? 0 : stage_clause(s, match->carrier)->sets;
  if (up != NONE) claims |= s->m->c->marks[up];
  if (claims & SET_BIT(SET_CLAIMED)) return true;
  bool told_of = x->agents.n > 0 || evidence_has_effects(x, true);
  return told_of && !f->definite && !str_eq(x->stance, STR("asserted"));
}

/* «أمس» in a text that nobody has dated. */
static bool day_named(const Stage *s, const Scene *x) {
  const Clause *c = stage_clause(s, x->clause);
  const Dates *dates = s->m->in->dates;
  for (uint32_t i = date_from(s->m->in, c->first); i < dates->n && dates->at[i].first < c->last; i++)
    if (dates->at[i].relative && dates->at[i].role == DATE_POINT && !dates->at[i].edtf.n) return true;
  return false;
}

static bool type_before(const Stage *s, const Scene *x) {
  for (const Scene *y = x, *first = s->scenes.at; y-- > first && x - y <= SCENES_NEAR;)
    if (y->merged == NONE && !y->dropped && y->kind == RECORD_EVENT && str_eq(y->type, x->type)) return true;
  return false;
}

static bool counted_subject(const Stage *s, const Scene *x) {
  uint32_t who = x->phrase == NONE ? stage_clause(s, x->clause)->subject : NONE;
  return who != NONE && stage_phrase(s, who)->number != NONE;
}

/* «وصل مئات الجنود», «نزح ثلاثون ألف شخص» (hundreds of soldiers arrived, thirty thousand people fled): who goes is who
 * is told of, and so is their number. */
static bool moves(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  if (type_is(type, TRAIT_LEAVING) || type_is(type, TRAIT_OWN_DEED)) return true;
  return type_in(type, CLASS_BIT(MOBILIZE) | CLASS_BIT(RELEASE));
}

static Signs signs_of_telling(const Stage *s, const Scene *x) {
  bool counted = counted_subject(s, x);
  return when(day_named(s, x), SIGN_DAY_NAMED) | when(counted, SIGN_COUNTED_SUBJECT) |
         when(counted && !x->frame->weak && moves(s, x), SIGN_COUNTED_MOVE) | when(type_before(s, x), SIGN_TYPE_BEFORE);
}

/* The words right before an act: «يجب وقف القصف», «بعد الهجوم». */
static Signs signs_before(const Stage *s, const Scene *x) {
  enum { BEFORE = 4 };
  SetMask near = 0;
  uint32_t first = s->m->in->text->sentences[x->sentence].first;
  for (uint32_t i = x->token, steps = 0; i-- > first && steps < BEFORE; steps++) near |= s->m->c->marks[i];
  return when((near & SET_BIT(SET_UNREAL)) != 0, SIGN_BEHIND_UNREAL) |
         when((near & SET_BIT(SET_AFTER)) != 0, SIGN_BEHIND_AFTER) |
         when((near & SET_BIT(SET_ABOUT)) != 0, SIGN_BEHIND_ABOUT) |
         when((near & SET_BIT(SET_ALONGSIDE)) != 0, SIGN_BEHIND_ALONGSIDE);
}

/* The complement of an act's noun, and what the noun itself hangs on. */
static Signs signs_of_ties(const Stage *s, const Scene *x) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, x->phrase);
  const Phrase *up = f->up == NONE ? NULL : stage_phrase(s, f->up);
  uint32_t next = x->phrase + 1;
  const Phrase *of = next < s->m->c->nphrases ? stage_phrase(s, next) : NULL;
  if (of && (of->link != LINK_IDAFA || of->up != x->phrase)) of = NULL;
  bool named = of && (of->actor != NONE || of->person != NONE || of->place != NONE);
  return when(of && of->definite, SIGN_DEFINITE_COMPLEMENT) |
         when(of && !of->definite && !named, SIGN_INDEFINITE_COMPLEMENT) |
         when(of && of->plural, SIGN_PLURAL_COMPLEMENT) |
         when(of && (of->classes & (k->force | k->group | k->fighter)) != 0, SIGN_FORCE_COMPLEMENT) |
         when(f->link == LINK_FREE, SIGN_FREE) | when(f->plural, SIGN_SEVERAL) |
         when(f->number != NONE, SIGN_NUMBERED) |
         when((word_best(s->m->in->words, x->token)->clitics & CLITIC_CONJ) != 0, SIGN_JOINED) |
         when(up && up->form == FORM_MASDAR, SIGN_ON_MASDAR) | when(up && up->definite, SIGN_ON_DEFINITE) |
         when(up && up->head != NONE && s->scene_of_token[up->head] != NONE, SIGN_ON_ACT);
}

static Signs signs_of_clause(const Stage *s, const Scene *x) {
  const Clause *c = stage_clause(s, x->clause);
  uint32_t carrier = s->matches->at[x->match].carrier;
  return when(carrier != NONE && is_general(s, stage_clause(s, carrier)), SIGN_CARRIER_IMPERFECT) |
         when((c->classes & s->m->k->light) != 0, SIGN_CLAUSE_LIGHT) | when(c->negated, SIGN_CLAUSE_NEGATED) |
         when(c->joined, SIGN_CLAUSE_JOINED) | when(c->future, SIGN_CLAUSE_FUTURE) |
         when(c->own_subject, SIGN_OWN_SUBJECT);
}

/* Whom and when its words tell. */
static Signs signs_of_fields(const Stage *s, const Scene *x) {
  uint32_t who = x->agents.n ? x->agents.at[0].phrase : NONE, whom = x->targets.n ? x->targets.at[0].phrase : NONE;
  const Phrase *agent = who == NONE ? NULL : stage_phrase(s, who);
  const Phrase *target = whom == NONE ? NULL : stage_phrase(s, whom);
  const Date *date = x->date == NONE ? NULL : &s->m->in->dates->at[x->date];
  bool named = target && (target->definite || target->actor != NONE || target->place != NONE);
  const Count *hit = x->effects.n ? &x->effects.at[0].count : NULL;
  return when(agent && agent->definite, SIGN_DEFINITE_AGENT) | when(target && !named, SIGN_INDEFINITE_TARGET) |
         when(target && target->pronoun, SIGN_PRONOUN_TARGET) | when(!x->places.n, SIGN_NOWHERE) |
         when(date && !date_is_coarse(date), SIGN_ON_A_DAY) | when(date && date->from.year, SIGN_IN_A_YEAR) |
         when(hit && hit->set && hit->min > 1, SIGN_MANY_HIT);
}

/* How the acts around it bear on it: those before it in the report, and those of its sentence. */
static Signs signs_of_others(const Stage *s, const Scene *x) {
  enum { BACK = 24, MANY = 3 };
  const TypeRow *own = stage_type(s, x);
  uint32_t here = 0, class_here = 0, class_before = 0, type_told = 0;
  const Scene *first = s->scenes.at, *last = first + s->scenes.n;
  const Scene *from = x - first > BACK ? x - BACK : first, *to = last - x > SCENES_NEAR ? x + SCENES_NEAR : last;
  for (const Scene *y = from; y < to; y++) {
    const TypeRow *type = stage_type(s, y);
    if (y == x || y->merged != NONE || y->kind != RECORD_EVENT || !type || !own) continue;
    bool same_class = type->class == own->class;
    here += y->sentence == x->sentence;
    class_here += same_class && y->sentence == x->sentence;
    if (y > x || y->dropped) continue;
    class_before += same_class;
    type_told += str_eq(y->type, x->type);
  }
  return when(class_before > 0, SIGN_CLASS_BEFORE) | when(class_before >= MANY, SIGN_CLASS_OFTEN) |
         when(type_told >= MANY, SIGN_TYPE_OFTEN) | when(class_here > 0, SIGN_CLASS_HERE) |
         when(here >= MANY, SIGN_MANY_HERE);
}

/* How much violence its report tells, and how many acts. */
static Signs signs_of_report(const Stage *s, const Scene *x) {
  enum { LONG_REPORT = 13, FEW = 4, LONE = 3, MUCH = 7, SCENES_MOST = 64, LATE = 7, MIDDLE = 4, SHORT = 12 };
  const Text *text = s->m->in->text;
  const Sentence *sentence = &text->sentences[x->sentence];
  uint32_t acts = 0, violent = 0;
  for (uint32_t i = 0; i < s->scenes.n && i < SCENES_MOST; i++) {
    const Scene *y = &s->scenes.at[i];
    acts += y->merged == NONE && y->kind == RECORD_EVENT;
    violent += type_is(stage_type(s, y), TRAIT_VIOLENT) && !y->dropped;
  }
  bool force = type_is(stage_type(s, x), TRAIT_VIOLENT);
  return when(text->nsentences >= LONG_REPORT, SIGN_LONG_REPORT) | when(acts < FEW, SIGN_FEW_ACTS) |
         when(!violent, SIGN_NO_VIOLENCE) | when(force && violent < LONE, SIGN_LONE_VIOLENCE) |
         when(violent >= MUCH, SIGN_MUCH_VIOLENCE) | when(x->sentence == 0 && !sentence->ended, SIGN_TITLE) |
         when(x->sentence >= LATE, SIGN_LATE) | when(x->sentence >= MIDDLE && x->sentence < LATE, SIGN_MIDDLE) |
         when(sentence->last - sentence->first < SHORT, SIGN_SHORT_SENTENCE);
}

static Signs signs_of_likest(const Stage *s, const Scene *x, Likest likest) {
  enum { NEARLY = -3, PERHAPS = -6, HARDLY = -18 };
  if (likest.scene == NONE) return 0;
  const Scene *y = &s->scenes.at[likest.scene];
  bool nouns = x->phrase != NONE && y->phrase != NONE;
  bool same_word = nouns && stage_phrase(s, x->phrase)->lemma == stage_phrase(s, y->phrase)->lemma;
  return when(likest.tie >= NEARLY, SIGN_NEARLY_AGAIN) | when(likest.tie >= PERHAPS, SIGN_PERHAPS_AGAIN) |
         when(likest.tie < HARDLY, SIGN_NOT_AGAIN) | when(str_eq(x->type, y->type), SIGN_LIKE_SAME_TYPE) |
         when(same_word, SIGN_LIKE_SAME_WORD) | when(y->sentence == 0, SIGN_LIKE_HEADLINE) |
         when(y->agents.n > 0, SIGN_LIKE_HAS_AGENT);
}

/* Does it tell neither who did it nor to whom, neither where nor when, and nothing that came of it? */
static bool bare(const Scene *x) {
  return !x->agents.n && !x->targets.n && !x->effects.n && !x->own_place && !x->own_date;
}

Signs evidence_of(const Stage *s, const Scene *x, Likest likest) {
  const Clause *c = stage_clause(s, x->clause);
  Signs signs = x->phrase == NONE ? signs_of_verb(s, x) : signs_of_noun(s, x) | signs_of_ties(s, x);
  bool foiled = str_eq(x->stance, STR("foiled")) && !(x->phrase != NONE && stage_phrase(s, x->phrase)->definite);
  signs |= signs_before(s, x) | signs_of_clause(s, x) | signs_of_fields(s, x) | signs_of_others(s, x) |
           signs_of_report(s, x) | signs_of_likest(s, x, likest) | when(x->frame->weak, SIGN_WEAK) |
           when(scene_is_vague(x), SIGN_VAGUE) | when(outright(s, x), SIGN_OUTRIGHT) |
           when(laid_on(s, x), SIGN_LAID_ON) | when(act_attempted(s, x), SIGN_TRIED) | when(foiled, SIGN_FOILED);
  return signs | signs_of_type(s, x) | signs_of_telling(s, x) | when(true, SIGN_ALWAYS) |
         when(x->sentence == 0, SIGN_HEADLINE) | when(said(s, x), SIGN_SAID_BY) | when(x->also.n > 0, SIGN_TOLD_TWICE) |
         when(x->also.n > 1, SIGN_TOLD_THRICE) | when(c->kind == CLAUSE_MAIN, SIGN_MAIN_CLAUSE) |
         when(c->kind == CLAUSE_RELATIVE, SIGN_RELATIVE_CLAUSE) | when(x->agents.n > 0, SIGN_HAS_AGENT) |
         when(x->targets.n > 0, SIGN_HAS_TARGET) | when(x->own_date, SIGN_OWN_DATE) |
         when(x->own_place, SIGN_OWN_PLACE) | when(x->date != NONE, SIGN_DATED) |
         when(evidence_has_effects(x, true), SIGN_COUNTED_OUTCOME) |
         when(str_eq(x->stance, STR("alleged")), SIGN_ALLEGED) | when(str_eq(x->stance, STR("planned")), SIGN_PLANNED) |
         when(x->alone, SIGN_OUTCOME_ALONE) | when(bare(x), SIGN_BARE) | when(x->background, SIGN_BACKGROUND);
}
