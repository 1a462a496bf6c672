/* What a frame asks of a trigger before it fires: its form, the words and classes around it.
 *
 * «أطلق النار» is a shooting only with that object; «دون إصابات» is no injury. */
#include "code/match/condition.h"

#include "code/match/carry.h"
#include "code/match/object.h"
#include "code/match/role.h"
#include "code/match/stock.h"
#include "code/match/subject.h"
#include "code/match/taken_up.h"

static bool phrase_is(const MatchInput *m, const FrameCondition *c, uint32_t i) {
  if (i == NONE) return false;
  const Phrase *f = match_phrase(m, i);
  if (c->lemma != LEMMA_NONE) return match_same_word(m, f->lemma, c->lemma);
  return !c->classes || (classes_hold(m, c->classes, 0, f) && (f->classes & c->classes));
}

/* «جميع الرحلات», «عدد من المجموعات القتالية»: what there are so many of. */
static uint32_t amount_of(const MatchInput *m, uint32_t i) {
  const Phrase *f = match_phrase(m, i);
  bool some = f->head == NONE ? f->number != NONE : (m->c->marks[f->head] & SET_BIT(SET_SOME_OF)) != 0;
  if (!some || i + 1 >= m->c->nphrases) return NONE;
  const Phrase *of = match_phrase(m, i + 1);
  if (of->up != i) return NONE;
  bool of_them = of->link == LINK_PREP && m->c->marks[of->prep_token] & SET_BIT(SET_PARTITIVE);
  return of_them || of->link == LINK_IDAFA ? i + 1 : NONE;
}

static bool amount_is(const MatchInput *m, const FrameCondition *c, uint32_t i) {
  uint32_t of = i == NONE ? NONE : amount_of(m, i);
  return of != NONE && phrase_is(m, c, of);
}

/* Whom or what it is done to: «أحد المواقع» is a position; but «أحد المتظاهرين» alone does nothing that they do. */
static bool undergoer_is(const MatchInput *m, const FrameCondition *c, uint32_t i) {
  if (phrase_is(m, c, i) || amount_is(m, c, i)) return true;
  uint32_t of = i == NONE || c->lemma != LEMMA_NONE ? NONE : whole_of(m, i);
  return of != NONE && (match_phrase(m, of)->classes & c->classes) != 0;
}

/* «إطلاق صواريخ»; «إطلاقها صواريخ», whose pronoun is the doer's, and what it fires stands behind it. */
static bool complement_is(const MatchInput *m, const FrameCondition *c, uint32_t i) {
  if (undergoer_is(m, c, idafa_on(m, i))) return true;
  const Phrase *f = match_phrase(m, i);
  uint32_t object = f->pronoun && f->form == FORM_MASDAR ? object_of_masdar(m, i) : NONE;
  const ClassSet thrown = m->k->artillery | m->k->explosive;
  return object != NONE && match_phrase(m, object)->classes & thrown && phrase_is(m, c, object);
}

/* Who does it: «آلاف من عناصر الشرطة», «معظم السكان» are what they are a number of. */
static bool doer_is(const MatchInput *m, const FrameCondition *c, uint32_t i) {
  return phrase_is(m, c, i) || amount_is(m, c, i);
}

static bool adjective_is(const MatchInput *m, const FrameCondition *c, const Phrase *f) {
  for (uint32_t i = f->head == NONE ? f->last : f->head + 1; i < f->last; i++) {
    uint32_t lemma = word_best(m->in->words, i)->lemma;
    if (c->lemma != LEMMA_NONE ? match_same_word(m, lemma, c->lemma)
                               : (lexicon_classes(m->g->lexicon, lemma) & c->classes) != 0)
      return true;
  }
  return false;
}

/* «احتجاجاً على انقطاع المياه»: whatever a preposition of several words governs, acts too. */
static bool by_several_words(const MatchInput *m, const Match *x, uint32_t prep) {
  enum { CLAUSE_MOST = 60 };
  const Clause *c = match_clause(m, x->clause);
  for (uint32_t i = c->first; i < c->last && i < c->first + CLAUSE_MOST; i++)
    if (prep != PREP_NONE && m->c->mark_prep[i] == prep && m->c->mark_n[i] > 1) return true;
  return false;
}

static bool prep_is(const MatchInput *m, const FrameCondition *c, const Match *x) {
  const Clause *in = match_clause(m, x->clause);
  /* «الأراضي التي استولى عليها», «استولى عليها»; what a noun's own stands for is of no known class */
  bool asks = c->classes || c->lemma != LEMMA_NONE;
  bool unknown = asks && x->phrase != NONE && m->g->frames[x->frame].kind != FRAME_FIGURE;
  bool pronoun = c->prep != NONE && in->pronoun_prep == c->prep && !unknown;
  const Phrase *head = in->kind != CLAUSE_RELATIVE || in->head == NONE ? NULL : match_phrase(m, in->head);
  bool trap = m->g->frames[x->frame].kind == FRAME_TRAP; /* «اتفق معه»: not, for that, with a company */
  if (pronoun && c->lemma == LEMMA_NONE) return head ? classes_hold(m, c->classes, 0, head) : !(trap && c->classes);
  if (pronoun && head && match_same_word(m, head->lemma, c->lemma)) return true; /* «الاتفاق الذي توصلا إليه» */
  FrameSource s = {.only = c->classes, .lemma = c->lemma, .prep = c->prep, .from = FROM_PREP};
  Fillers found = {.n = 0};
  role_add_prep(m, x, &s, &found);
  const ClassSet land = m->k->area | m->k->position | m->k->facility; /* people are too often somebody told before */
  uint32_t of = found.n || !(c->classes & land) || c->prep == PREP_NONE ? NONE : pronoun_of_prep(m, x, c->prep);
  if (of != NONE && phrase_is(m, c, of)) return true;
  return found.n > 0 || (!asks && by_several_words(m, x, c->prep));
}

/* The number of a noun, or the bare one that it stands behind: «43 ألفاً من العائلات». */
static uint32_t counted_by(const MatchInput *m, const Phrase *f) {
  if (f->number != NONE || f->link != LINK_PREP || f->up == NONE) return f->number;
  bool partitive = (m->c->marks[f->prep_token] & SET_BIT(SET_PARTITIVE)) != 0;
  return partitive && match_phrase(m, f->up)->head == NONE ? match_phrase(m, f->up)->number : NONE;
}

/* «مليونا نازح», «آلاف المدنيين» */
static bool counts_least(const MatchInput *m, const Phrase *f, double least) {
  return f->number != NONE && m->in->numbers->at[f->number].min >= least;
}

bool marked_before(const MatchInput *m, uint32_t token, SetId set, uint32_t within) {
  for (uint32_t i = token, steps = 0; i-- > 0 && steps < within; steps++) {
    if (m->in->text->tokens[i].kind == TOKEN_PUNCT) return false;
    if (m->c->marks[i] & SET_BIT(set)) return true;
  }
  return false;
}

bool none_reported(const MatchInput *m, const Match *x) {
  const Clause *c = match_clause(m, x->clause);
  if (x->phrase == NONE || c->verb == NONE || c->verb > x->token || !c->negated) return false;
  SetMask told = c->sets | (c->verb ? m->c->marks[c->verb - 1] : 0); /* «لم ترد», which may be of two verbs */
  return told & SET_BIT(SET_REPORTED) && !match_phrase(m, x->phrase)->definite;
}

bool none_came_of_it(const MatchInput *m, const Match *x) {
  const Clause *c = match_clause(m, x->clause);
  if (c->verb == NONE || !(c->classes & m->k->result)) return false;
  return c->negated || marked_before(m, c->verb, SET_NEGATION, 2);
}

/* «دون إصابات», «دون وقوع إصابات», «لم يسفر عن إصابات» */
static bool negated(const MatchInput *m, const Match *x) {
  if (marked_before(m, x->first, SET_NEGATION, 2) || none_reported(m, x)) return true;
  uint32_t number = x->phrase == NONE ? NONE : match_phrase(m, x->phrase)->number; /* «لم يتم تسجيل أي إصابات» */
  if (number != NONE && m->in->numbers->at[number].max <= 0) return true;
  return x->phrase != NONE && none_came_of_it(m, x);
}

static bool verb_is(const MatchInput *m, const FrameCondition *c, const Clause *of) {
  if (c->lemma == LEMMA_NONE && !c->classes) return of->verb != NONE;
  if (of->verb == NONE || of->negated) return false;
  if (c->lemma != LEMMA_NONE) return match_same_word(m, of->lemma, c->lemma);
  return (of->classes & c->classes) != 0;
}

static bool up_is(const MatchInput *m, const FrameCondition *c, uint32_t i) {
  for (uint32_t steps = 0; i != NONE && steps < 3; steps++) {
    i = match_phrase(m, i)->up;
    if (phrase_is(m, c, i)) return true;
  }
  return false;
}

static bool clause_has(const MatchInput *m, const FrameCondition *c, const Match *x) {
  const Clause *in = match_clause(m, x->clause);
  for (uint32_t i = in->first; i < in->last && i < in->first + 60; i++) {
    uint32_t at = m->c->phrase_of[i];
    if (at != NONE && at != x->phrase && match_phrase(m, at)->first == i && phrase_is(m, c, at)) return true;
  }
  return false;
}

/* «تجمع العشرات في الميدان وهم يحملون لافتات»: whatever the clause is that tells of it. */
static bool near_is(const MatchInput *m, const FrameCondition *c, const Match *x) {
  enum { NEAR = 30 };
  uint32_t end = m->in->text->sentences[match_clause(m, x->clause)->sentence].last;
  for (uint32_t i = x->last; i < end && i < x->last + NEAR; i++) {
    uint32_t at = m->c->phrase_of[i];
    if (at != NONE && at != x->phrase && match_phrase(m, at)->first == i && phrase_is(m, c, at)) return true;
  }
  return false;
}

/* «تظاهر بأنه صحفي» (he pretended to be a journalist), «احتج المحامون بأن الأدلة ناقصة» (the lawyers argued that …). */
static bool says_that(const MatchInput *m, const Match *x) {
  enum { WITHIN = 5 };
  uint32_t end = m->in->text->sentences[match_clause(m, x->clause)->sentence].last;
  for (uint32_t i = x->last; i < end && i < x->last + WITHIN && m->in->text->tokens[i].kind != TOKEN_PUNCT; i++)
    if (m->c->marks[i] & SET_BIT(SET_COMPLEMENTISER)) return (word_best(m->in->words, i)->clitics & CLITIC_BI) != 0;
  return false;
}

/* «القمة الأميركية الروسية», but not «القمة العربية», «الشرطة الحلبية» */
static bool of_nation(const MatchInput *m, const Match *x) {
  const PlaceMention *nisba = role_nisba(m, x);
  return nisba && nisba->level == LEVEL_COUNTRY;
}

enum { THOUSAND = 1000, MILLION = 1000000 };

bool condition_holds(const MatchInput *m, const FrameCondition *c, const Match *x) {
  if (c->dead) return false;
  const Phrase *f = x->phrase == NONE ? NULL : match_phrase(m, x->phrase);
  bool holds = false;
  switch (c->on) {
    case ON_ADJ: holds = f && adjective_is(m, c, f); break;
    case ON_IDAFA: holds = f && complement_is(m, c, x->phrase); break;
    case ON_OBJECT: holds = undergoer_is(m, c, match_object(m, x)); break;
    case ON_SUBJECT: holds = doer_is(m, c, match_lone_subject(m, x)); break;
    case ON_PREP: holds = prep_is(m, c, x); break;
    case ON_NUMBER: holds = f && counted_by(m, f) != NONE; break;
    case ON_PLURAL: holds = f && f->plural; break;
    case ON_DEFINITE: holds = f && f->definite; break;
    case ON_UNDER: holds = f && f->prep == c->prep && c->prep != PREP_NONE; break;
    case ON_NEGATION: holds = negated(m, x); break;
    case ON_HEAD: holds = phrase_is(m, c, x->phrase); break;
    case ON_VERB: holds = verb_is(m, c, match_clause(m, x->clause)); break;
    case ON_UP: holds = f && up_is(m, c, x->phrase); break;
    case ON_CLAUSE: holds = clause_has(m, c, x); break;
    case ON_NEAR: holds = near_is(m, c, x); break;
    case ON_SHARE: holds = f && f->number != NONE && m->in->numbers->at[f->number].kind == NUMBER_PERCENT; break;
    case ON_STOCK: holds = f && stock_told(m, x->phrase); break;
    case ON_QUOTED: holds = f && f->last < m->in->text->ntokens && token_sign(m->in->text, f->last) == '"'; break;
    case ON_PRONOUN: holds = f ? f->pronoun : match_clause(m, x->clause)->object_pronoun; break;
    case ON_NATION: holds = of_nation(m, x); break;
    case ON_THOUSANDS: holds = f && counts_least(m, f, THOUSAND); break;
    case ON_MILLIONS: holds = f && counts_least(m, f, MILLION); break;
    case ON_THAT: holds = says_that(m, x); break;
    default: break;
  }
  return holds != c->negated;
}

bool form_holds(const MatchInput *m, const FrameTrigger *t, const Match *x, const Reading *r, bool by_verb) {
  const Lemma *lemma = &m->g->lexicon->lemmas[r->lemma];
  switch (t->form) {
    case TRIGGER_NOUN: return !by_verb && (r->pos == POS_NOUN || r->pos == POS_ADJ) && x->phrase != NONE;
    case TRIGGER_ADJ: return !by_verb && r->pos == POS_ADJ;
    case TRIGGER_VERB: return !by_verb && r->pos == POS_VERB && match_is_verb(m, x->token);
    case TRIGGER_PASSIVE:
      return !by_verb && r->pos == POS_VERB && match_is_verb(m, x->token) && match_clause(m, x->clause)->passive;
    case TRIGGER_ACTIVE:
      return !by_verb && r->pos == POS_VERB && match_is_verb(m, x->token) && !match_clause(m, x->clause)->passive;
    case TRIGGER_MASDAR: return by_verb && lemma->form == FORM_MASDAR && x->phrase != NONE;
    case TRIGGER_PARTICIPLE:
      return by_verb && (lemma->form == FORM_ACTIVE_PARTICIPLE || lemma->form == FORM_PASSIVE_PARTICIPLE);
    default: return false;
  }
}
