/* Is an act told, or only named?
 *
 * The problem: «وقع انفجار في السوق» (an explosion took place in the market) is news, «موقع
 * الانفجار» (the site of the explosion), «استنكر الاغتيال» (he condemned the assassination),
 * «في مواجهة أي هجوم» (in the face of any attack) are not.
 *
 * The method: a regression over signs: what says that the act came about (the verb that carries it, a
 * relative clause, a headline), what it is told with (a date, a place, a number, a doer, whom
 * against), and what says that it is known already (the article, a known doer). */
#include "code/near.h"
#include "code/scene.h"
#include "code/signs.h"

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

static bool is_protest(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  return type && str_eq(type->class, STR("PROTEST"));
}

/* «قتل 11 شخصاً بسبب زلزال»: nobody's deed. */
static bool of_nature(const Stage *s, const Scene *x) {
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  if (!x->alone || x->agents.n) return false;
  for (uint32_t i = sentence->first; i < sentence->last && i < sentence->first + 80; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    ClassSet classes = phrase == NONE ? 0 : stage_phrase(s, phrase)->classes;
    if (classes & s->m->k->event) classes &= ~s->m->k->disease; /* «عملية»: surgery, but in the news a raid */
    if (classes & (s->m->k->weather | s->m->k->disease | s->m->k->animal)) return true;
  }
  return false;
}

/* Signs that an act is told, and their weights in tenths of the log odds: in a report, and where a
 * sentence or two stand alone. There «الهجوم» and «هتف المتظاهرون» speak of what another text told; in
 * a report they go back to what it has told itself, or are merged with it. */
// clang-format off
#define SIGNS(X) \
  X(SIGN_ALWAYS, 6, -6) /* a text that names an act mostly tells of it */ \
  X(SIGN_HEADLINE, 4, -3) /* in the first sentence */ \
  X(SIGN_DEFINITE, -4, -13) /* «الهجوم»: known already */ \
  X(SIGN_OF_DEFINITE, -5, -11) /* «هجوم المدينة» */ \
  X(SIGN_OF_PRONOUN, -5, -9) /* «هجومهم» */ \
  X(SIGN_TALKED_OF, -2, -12) /* «التحقيق في الهجوم» */ \
  X(SIGN_UNASSERTED, -4, -10) /* no word says that it came about */ \
  X(SIGN_HINTED, -5, 0) /* «إثر هجوم» */ \
  X(SIGN_IMPLIED, 4, -2) /* «بعد هجوم» */ \
  X(SIGN_RELATIVE_ON_IT, 5, -9) /* «هجوم شنه …» */ \
  X(SIGN_CARRIED, 0, -4) /* «شن هجوماً» */ \
  X(SIGN_IS_SUBJECT, 3, -2) /* «وقع هجوم» */ \
  X(SIGN_IS_OBJECT, 2, -5) /* «شن هجوماً» */ \
  X(SIGN_DESCRIBED, 7, -1) /* «هجوم عنيف» */ \
  X(SIGN_IS_COMPLEMENT, -4, -6) /* «موقع الهجوم» */ \
  X(SIGN_ON_A_NOUN, -2, -3) /* «السيارة المستخدمة في الهجوم» */ \
  X(SIGN_UNDER_IMPERFECT, -6, -11) /* «ينفذون هجمات» */ \
  X(SIGN_GOVERNED_BY_AFTER, 1, -4) /* «بعد هجوم» */ \
  X(SIGN_GOVERNED_BY_LI, -4, 5) /* «تعرض لهجوم» */ \
  X(SIGN_GOVERNED_BY_CAUSE, 2, 0) /* «في هجوم» */ \
  X(SIGN_UNDER_SPEECH, -3, -6) /* «أعلن هجوماً» */ \
  X(SIGN_NO_VERB, 2, -6) /* its clause has none */ \
  X(SIGN_MASDAR, 1, 1) /* «قصف المدينة» */ \
  X(SIGN_VERB, -2, -5) /* «قصف الجيش المدينة» */ \
  X(SIGN_IMPERFECT, 1, -13) /* «يقصف» */ \
  X(SIGN_HAS_SUBJECT, 1, 3) \
  X(SIGN_KNOWN_SUBJECT, 5, -6) /* «وأحرق المتظاهرون» */ \
  X(SIGN_PRONOUN_OBJECT, 1, -8) /* «خطفوه» */ \
  X(SIGN_SAID_BY, 4, 8) /* somebody says so */ \
  X(SIGN_TOLD_TWICE, 6, 3) /* another word in its sentence tells it, too */ \
  X(SIGN_TOLD_THRICE, 2, 4) \
  X(SIGN_MAIN_CLAUSE, 5, 3) \
  X(SIGN_RELATIVE_CLAUSE, -3, -6) /* «الجيش الذي قصف …» */ \
  X(SIGN_HAS_AGENT, 2, 2) \
  X(SIGN_HAS_TARGET, 4, 2) \
  X(SIGN_OWN_DATE, 3, -5) /* the date stands in its clause */ \
  X(SIGN_OWN_PLACE, 7, 5) /* the place stands in its clause */ \
  X(SIGN_DATED, 5, 3) \
  X(SIGN_COUNTED_OUTCOME, 2, 8) /* «أسفر عن مقتل ثلاثة» */ \
  X(SIGN_ALLEGED, 2, -5) \
  X(SIGN_PLANNED, -4, -6) \
  X(SIGN_OUTCOME_ALONE, -7, -1) /* «مقتل قيادي»: an outcome that no act leads to */ \
  X(SIGN_BACKGROUND, -2, 3) \
  X(SIGN_OF_PROTEST, 3, -8) \
  X(SIGN_KNOWN_PROTEST, 1, 0) /* «المظاهرة» */ \
  X(SIGN_KNOWN_PROTESTERS, 0, -8) /* «هتف المتظاهرون» */ \
  X(SIGN_PROTEST_DATED, 1, 3) \
  X(SIGN_PROTEST_PLACED, -1, 8) \
  X(SIGN_OF_ATTACK, 1, 0) \
  X(SIGN_OF_EXECUTION, 1, -11) \
  X(SIGN_OF_ASSASSINATION, 0, 1) \
  X(SIGN_OF_SUICIDE, 1, 4) \
  X(SIGN_OF_SHELLING, 1, 5) \
  X(SIGN_OF_CLASH, 0, -3) \
  X(SIGN_OF_BOMBING, 0, 3) \
  X(SIGN_DAY_NAMED, 0, 2) /* «أمس», which nobody can date */ \
  X(SIGN_COUNTED_SUBJECT, 0, 10) /* «خرج مئات الطلاب» */ \
  X(SIGN_TYPE_BEFORE, 0, 12) /* the report has told another of its type */
// clang-format on

typedef enum Sign { SIGNS(SIGN_NAME) SIGN_COUNT } Sign;

_Static_assert(SIGN_COUNT <= SIGNS_MOST, "a bit for each");

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

static Signs signs_of_noun(const Stage *s, const Scene *x) {
  const Match *match = &s->matches->at[x->match];
  const Phrase *f = stage_phrase(s, x->phrase);
  const Clause *c = stage_clause(s, x->clause);
  SetMask governs = f->prep == NONE ? 0 : s->m->c->marks[f->prep_token];
  int says = assertion(s, x);
  return when(f->definite, SIGN_DEFINITE) | when(of_definite(s, x->phrase), SIGN_OF_DEFINITE) |
         when(f->pronoun, SIGN_OF_PRONOUN) | when(talked_of(s, x), SIGN_TALKED_OF) | when(says == 0, SIGN_UNASSERTED) |
         when(says == HINTS_AT_IT, SIGN_HINTED) | when(says == IMPLIES_IT, SIGN_IMPLIED) |
         when(match->relative != NONE, SIGN_RELATIVE_ON_IT) | when(match->carrier != NONE, SIGN_CARRIED) |
         when(c->subject == x->phrase, SIGN_IS_SUBJECT) | when(c->object == x->phrase, SIGN_IS_OBJECT) |
         when(f->adjectives, SIGN_DESCRIBED) | when(f->link == LINK_IDAFA, SIGN_IS_COMPLEMENT) |
         when(f->link == LINK_PREP, SIGN_ON_A_NOUN) | when(c->imperfect, SIGN_UNDER_IMPERFECT) |
         when(governs & SET_BIT(SET_AFTER), SIGN_GOVERNED_BY_AFTER) |
         when(f->prep == s->m->g->prep_li, SIGN_GOVERNED_BY_LI) |
         when(governs & SET_BIT(SET_CAUSE_PREPOSITION), SIGN_GOVERNED_BY_CAUSE) |
         when(c->classes & s->m->k->speech, SIGN_UNDER_SPEECH) | when(c->verb == NONE, SIGN_NO_VERB) |
         when(f->form == FORM_MASDAR, SIGN_MASDAR) | when(f->definite && is_protest(s, x), SIGN_KNOWN_PROTEST);
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
  return when(true, SIGN_VERB) | when(c->imperfect, SIGN_IMPERFECT) | when(c->subject != NONE, SIGN_HAS_SUBJECT) |
         when(known, SIGN_KNOWN_SUBJECT) | when(known && is_protest(s, x), SIGN_KNOWN_PROTESTERS) |
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
  bool occasion = x->phrase != NONE && str_eq(x->type, STR("meeting"));
  for (uint32_t i = x->last; occasion && i < sentence->last && i < x->last + SAID_WITHIN; i++)
    if (s->speaker_of[i] != NONE) return true;
  return false;
}

/* «نجا من محاولة اغتيال» */
static bool attempted(const Stage *s, const Scene *x) {
  if (x->phrase == NONE || stage_phrase(s, x->phrase)->link != LINK_IDAFA) return false;
  uint32_t head = stage_phrase(s, stage_phrase(s, x->phrase)->up)->head;
  return head != NONE && (s->m->c->marks[head] & SET_BIT(SET_ATTEMPT)) != 0;
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

/* «شن الطيران غارة», «أسفر الانفجار عن مقتل سبعة»: said outright, whatever else is missing. */
static bool outright(const Stage *s, const Scene *x) {
  const Clause *c = stage_clause(s, x->clause);
  bool counted = has_effects(x, true) && !is_protest(s, x) && !x->background;
  if (counted && c->kind <= CLAUSE_COORDINATE && !(x->phrase != NONE && talked_of(s, x))) return true;
  if (x->phrase == NONE) return somebody_does(s, x, c);
  if (c->kind == CLAUSE_RELATIVE || c->imperfect || assertion(s, x) != SAYS_SO) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  if (f->definite || f->pronoun || of_definite(s, x->phrase)) return false;
  bool broke_out = is_protest(s, x) && c->subject == x->phrase && c->kind == CLAUSE_MAIN; /* «خرجت مظاهرة» */
  return broke_out || ((c->subject == x->phrase || c->object == x->phrase) && x->targets.n > 0);
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
  bool told_of = x->agents.n > 0 || has_effects(x, true);
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

static Signs signs_of_telling(const Stage *s, const Scene *x) {
  return when(day_named(s, x), SIGN_DAY_NAMED) | when(counted_subject(s, x), SIGN_COUNTED_SUBJECT) |
         when(type_before(s, x), SIGN_TYPE_BEFORE);
}

static Signs signs_of(const Stage *s, const Scene *x) {
  const Clause *c = stage_clause(s, x->clause);
  Signs signs = x->phrase == NONE ? signs_of_verb(s, x) : signs_of_noun(s, x);
  return signs | signs_of_type(s, x) | signs_of_telling(s, x) | when(true, SIGN_ALWAYS) |
         when(x->sentence == 0, SIGN_HEADLINE) | when(said(s, x), SIGN_SAID_BY) | when(x->also.n > 0, SIGN_TOLD_TWICE) |
         when(x->also.n > 1, SIGN_TOLD_THRICE) | when(c->kind == CLAUSE_MAIN, SIGN_MAIN_CLAUSE) |
         when(c->kind == CLAUSE_RELATIVE, SIGN_RELATIVE_CLAUSE) | when(x->agents.n > 0, SIGN_HAS_AGENT) |
         when(x->targets.n > 0, SIGN_HAS_TARGET) | when(x->own_date, SIGN_OWN_DATE) |
         when(x->own_place, SIGN_OWN_PLACE) | when(x->date != NONE, SIGN_DATED) |
         when(has_effects(x, true), SIGN_COUNTED_OUTCOME) | when(str_eq(x->stance, STR("alleged")), SIGN_ALLEGED) |
         when(str_eq(x->stance, STR("planned")), SIGN_PLANNED) | when(x->alone, SIGN_OUTCOME_ALONE) |
         when(x->background, SIGN_BACKGROUND);
}

static const int8_t IN_REPORT[] = {
#define X(sign, report, alone) report,
    SIGNS(X)
#undef X
};

static const int8_t ALONE[] = {
#define X(sign, report, alone) alone,
    SIGNS(X)
#undef X
};

/* «القتلى», «حصيلة الهجمات»: the people, the number; no act. */
static bool of_people_or_number(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  if (x->alone && x->effects.n && x->effects.at[0].phrase == x->phrase && !x->effects.at[0].count.set) return true;
  if (has_effects(x, true)) return false; /* «بلغت حصيلة الهجوم 14 قتيلاً» */
  return f->link == LINK_IDAFA && f->definite && stage_phrase(s, f->up)->classes & s->m->k->measure;
}

/* Of what is the only violence in its report the words are often those of other things. */
static bool lone_violence(const Stage *s) {
  enum { ACTS_LEAST = 3, SCENES_MOST = 64 };
  uint32_t n = 0;
  for (uint32_t i = 0; i < s->scenes.n && i < SCENES_MOST; i++) {
    const Scene *x = &s->scenes.at[i];
    n += type_is(stage_type(s, x), TRAIT_VIOLENT) && !x->dropped;
  }
  return n < ACTS_LEAST;
}

bool scene_told(const Stage *s, const Scene *x) {
  enum { REPORT_SENTENCES = 3, LEAST_IN_REPORT = 4, LEAST_OF_VIOLENCE = 10, LEAST_ALONE = -6 };
  if (x->kind != RECORD_EVENT) return true;
  if (of_nature(s, x) || of_people_or_number(s, x)) return false;
  bool definite = x->phrase != NONE && stage_phrase(s, x->phrase)->definite;
  if (str_eq(x->stance, STR("foiled")) && !definite) return true; /* «أفشلت القوات هجوماً» */
  if (attempted(s, x)) return true;
  const TypeRow *type = stage_type(s, x);
  bool stirring = type && (str_eq(type->class, STR("ASSAULT")) || str_eq(type->class, STR("PROTEST")));
  bool brief = s->m->in->text->nsentences < REPORT_SENTENCES && stirring;
  bool alone = brief && !s->m->in->published.year; /* a message with its day is a report, however short */
  if (laid_on(s, x) || (brief && outright(s, x))) return true;
  int least = LEAST_IN_REPORT;
  if (type_is(type, TRAIT_VIOLENT) && lone_violence(s)) least = LEAST_OF_VIOLENCE;
  if (alone) least = LEAST_ALONE;
  return signs_weigh(signs_of(s, x), alone ? ALONE : IN_REPORT, SIGN_COUNT) >= least;
}

/* «عملياتها في البلاد», «العمليات العسكرية» (its operations in the country, the military operations): what
 * somebody does, of which none is told. */
bool scene_in_general(const Stage *s, const Scene *x) {
  if (x->kind != RECORD_EVENT || !str_eq(x->type, STR("operation"))) return false;
  if (x->phrase == NONE || x->count.set || has_effects(x, true)) return false;
  /* but «العمليات العسكرية التي تنفذها تركيا في شمال سوريا» */
  bool on_it =
      s->matches->at[x->match].relative != NONE && x->agents.n && (x->own_place || x->own_date || x->targets.n);
  if (on_it) return false;
  return stage_phrase(s, x->phrase)->definite || stage_phrase(s, x->phrase)->pronoun;
}
