/* What the words of a telling say of which happening it is: that it goes back to one told before («الهجوم»,
 * the attack), or is another («هجوم آخر», another attack; «الانفجار الثاني», the second blast; «بعد أيام من
 * الهجوم», days after the attack; «كما قصفت», it also shelled). `tie` weighs it. */
#include "code/told/another.h"

#include "code/match/carry.h"
#include "code/scene/above.h"

bool another_one(const Stage *s, const Scene *a, const Scene *b) {
  if (a->phrase == NONE || b->phrase == NONE || !b->count.set) return false;
  const Phrase *f = stage_phrase(s, b->phrase);
  if (!a->count.set) return f->number != NONE && b->count.min > 2; /* «عملياتها» are all, «59 عملية» some */
  return !f->definite && !b->alone && !a->alone && a->count.min != b->count.min;
}

bool other_one(const Stage *s, const Phrase *f, SetMask sets) {
  enum { WITHIN = 3 }; /* «تفجير إرهابي آخر» */
  if (f->head == NONE) return false;
  for (uint32_t i = f->head + 1; i < f->last && i <= f->head + WITHIN; i++)
    if (s->m->c->marks[i] & sets) return true;
  return false;
}

bool told_as_earlier(const Stage *s, const Scene *x) {
  enum { NEAR = 12 };
  const Sentence *here = &s->m->in->text->sentences[x->sentence];
  /* «وفي وقت سابق، وثق المرصد مقتل …»: what opens a sentence is for all of it */
  if (here->first < x->first && s->m->c->marks[here->first] & SET_BIT(SET_EARLIER)) return true;
  uint32_t from = x->first > here->first + NEAR ? x->first - NEAR : here->first, clause = x->clause;
  for (uint32_t i = from; i < here->last && i < x->last + NEAR; i++) {
    if (!(s->m->c->marks[i] & SET_BIT(SET_EARLIER))) continue;
    bool telling = stage_clause(s, s->m->c->clause_of[i])->classes & s->m->k->speech;
    if (!telling && (s->m->c->clause_of[i] == clause || i < x->first)) return true;
  }
  return false;
}

bool governed_apart(const Stage *s, const Phrase *f) {
  SetMask apart = SET_BIT(SET_AFTER) | SET_BIT(SET_BEFORE);
  if (f->prep == NONE) return false;
  if (s->m->c->marks[f->prep_token] & apart) return true;
  const Phrase *up = f->up == NONE ? NULL : stage_phrase(s, f->up);
  return up && up->prep != NONE && s->m->c->marks[up->prep_token] & apart;
}

static bool days_from_phrase(const Stage *s, const Phrase *f) {
  enum { UP_MOST = 3, TIME_MOST = 4 };
  SetMask apart = SET_BIT(SET_AFTER) | SET_BIT(SET_BEFORE), from = SET_BIT(SET_PARTITIVE) | SET_BIT(SET_UPON);
  for (uint32_t steps = 0; steps < UP_MOST && f->link == LINK_IDAFA && f->up != NONE; steps++)
    f = stage_phrase(s, f->up);
  if (f->prep == NONE || !(s->m->c->marks[f->prep_token] & from)) return false;
  for (uint32_t i = f->prep_token, steps = 0; i-- > 0 && steps < TIME_MOST; steps++)
    if (s->m->c->marks[i] & apart) return (classes_of_words(s, i + 1, f->prep_token) & s->m->k->time) != 0;
  return false;
}

bool days_from_it(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  if (days_from_phrase(s, stage_phrase(s, x->phrase))) return true;
  for (uint32_t i = 0; i < x->effects.n; i++) { /* «بعد أيام على مقتل سبعة جنود في هجوم» */
    uint32_t outcome = s->m->c->phrase_of[x->effects.at[i].token];
    if (outcome != NONE && stage_phrase(s, outcome)->form == FORM_MASDAR &&
        days_from_phrase(s, stage_phrase(s, outcome)))
      return true;
  }
  return false;
}

bool timed_by_another(const Stage *s, const Scene *x) {
  enum { OPENING = 2, BEHIND = 8 };
  const Sentence *here = &s->m->in->text->sentences[x->sentence];
  uint32_t at = here->first;
  SetMask apart = SET_BIT(SET_AFTER) | SET_BIT(SET_BEFORE);
  while (at < here->first + OPENING && at < x->first && !(s->m->c->marks[at] & apart)) at++;
  if (at >= x->first || !(s->m->c->marks[at] & apart)) at = here->last;
  for (uint32_t i = at + 1; i < x->first && i <= at + BEHIND; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_ANAPHOR)) return true;
  for (uint32_t i = x->last; i + 1 < here->last && i < x->last + OPENING; i++) /* «إطلاق نار عقب العملية» */
    if (s->m->c->marks[i] & apart && s->m->c->marks[i + 1] & SET_BIT(SET_ANAPHOR)) return true;
  return false;
}

/* «الانفجار الأول», «الاعتداء الثاني»: one of several, each told apart; not «الأول من نوعه» (of its kind). */
static uint32_t ordinal_of(const Stage *s, const Scene *x) {
  const Phrase *f = x->phrase == NONE ? NULL : stage_phrase(s, x->phrase);
  if (!f || f->head == NONE) return NONE;
  for (uint32_t i = f->head + 1; i < f->last && i <= f->head + 2; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_ORDINAL))
      return s->m->c->marks[i + 1] & SET_BIT(SET_PARTITIVE) ? NONE : word_best(s->m->in->words, i)->lemma;
  return NONE;
}

bool other_ordinal(const Stage *s, const Scene *a, const Scene *b) {
  uint32_t x = ordinal_of(s, a), y = ordinal_of(s, b);
  return y != NONE && x != y;
}

/* «انفجارين … الانفجار الأول … الانفجار الثاني»: two, of which each is told, and each another one. */
bool one_of_these(const Stage *s, const Scene *a, const Scene *b) {
  uint32_t x = ordinal_of(s, a), y = ordinal_of(s, b);
  if (y == NONE) return false;
  return x != NONE ? x != y : a->count.set && a->count.min > 1;
}

bool befell_others(const Stage *s, const Scene *x) {
  for (uint32_t i = 0; i < x->effects.n; i++) {
    uint32_t phrase = x->effects.at[i].phrase;
    if (phrase == NONE || !other_one(s, stage_phrase(s, phrase), SET_BIT(SET_OTHERS))) return false;
  }
  return x->effects.n > 0;
}

/* Does a word of going on stand right before these tokens, or within them or right behind? */
static bool goes_on_about(const Stage *s, uint32_t sentence, uint32_t first, uint32_t last) {
  enum { BEFORE = 2, BEHIND = 3 };
  const Sentence *here = &s->m->in->text->sentences[sentence];
  uint32_t from = first > here->first + BEFORE ? first - BEFORE : here->first;
  for (uint32_t i = from; i < here->last && i < last + BEHIND; i++)
    if (s->m->c->marks[i] & (SET_BIT(SET_BESIDES) | SET_BIT(SET_ADDING))) return true;
  return false;
}

bool told_besides(const Stage *s, const Scene *x) {
  const Clause *c = stage_clause(s, clause_of_scene(s, x));
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (x->effects.at[i].token == c->verb && x->token != c->verb) return false;
  if (goes_on_about(s, x->sentence, x->first, x->last)) return true;
  return c->verb != NONE && !(c->classes & s->m->k->speech) && goes_on_about(s, x->sentence, c->verb, c->verb + 1);
}

/* «الاجتماع», «هجومها»: it may go back to what has been told. */
static bool known_act(const Stage *s, const Scene *x) {
  return x->phrase != NONE && (stage_phrase(s, x->phrase)->definite || stage_phrase(s, x->phrase)->pronoun);
}

bool opens_besides(const Stage *s, const Scene *x) {
  uint32_t first = s->m->in->text->sentences[x->sentence].first;
  const Clause *c = stage_clause(s, clause_of_scene(s, x));
  bool opens = c->verb == first + 1 && s->m->c->marks[first] & SET_BIT(SET_BESIDES);
  return opens && !(c->classes & s->m->k->speech) && !known_act(s, x);
}

bool told_as_other_news(const Stage *s, const Scene *x) {
  uint32_t first = s->m->in->text->sentences[x->sentence].first;
  if (!(s->m->c->marks[first] & SET_BIT(SET_OTHER_NEWS)) || known_act(s, x)) return false;
  for (uint32_t i = first, last = NONE; i < x->first; i++) { /* «من جهة أخرى، قال الوزير إن»: on the same news, maybe */
    uint32_t clause = s->m->c->clause_of[i];
    if (clause == NONE || clause == last) continue;
    const Clause *c = stage_clause(s, clause);
    if (c->classes & s->m->k->speech && c->verb != NONE && c->verb < x->first) return false;
    last = clause;
  }
  return true;
}

bool told_of_several(const Stage *s, const Scene *x) {
  enum { UP_MOST = 3 };
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  if (!f->plural) return false;
  for (uint32_t steps = 0; steps < UP_MOST && f->link == LINK_IDAFA && f->up != NONE; steps++) {
    f = stage_phrase(s, f->up);
    if (f->head != NONE && s->m->c->marks[f->head] & SET_BIT(SET_ONE_OF)) return true;
  }
  return false;
}

bool told_in_series(const Stage *s, const Scene *x) {
  return x->phrase != NONE && climb_measures(s->m, x->phrase) != x->phrase;
}

bool points_back(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  return f->definite && f->number == NONE && !x->own_place && !x->own_date;
}

bool is_anaphor(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  return f->definite && f->head != NONE && (s->m->c->marks[f->head] & SET_BIT(SET_ANAPHOR)) != 0;
}
