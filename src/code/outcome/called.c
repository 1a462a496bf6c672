/* What the dead are said to have been.
 *
 *   «إن القتلى الخمسة كلهم مدنيون»          all five of the dead are civilians
 *   «قالت العائلات إن الثلاثة مزارعون»      the families say that the three are farmers
 *   «أكدت الشبكة أن القتلى 33 مدنياً»       the network says that the dead are 33 civilians
 *
 * A sentence without a verb: its subject are dead who are known, its predicate a noun of people without the
 * article. Where the dead are told there for the first time, the predicate says who they were; where another
 * has told of as many before, it is his word against another's, and the same people are told again. */
#include "code/clause/near.h"
#include "code/outcome/outcome.h"
#include "code/scene/scene.h"
#include "text/letter.h"

typedef struct Call {
  uint32_t subject, predicate; /* phrases */
  Count count;                 /* not set where neither tells it */
} Call;

static bool has_article(const Stage *s, uint32_t token) {
  return (word_best(s->m->in->words, token)->clitics & CLITIC_AL) != 0;
}

static bool opens_clause(const Stage *s, uint32_t token) {
  return token < s->m->in->text->ntokens && word_best(s->m->in->words, token)->pos == POS_SUBORD;
}

/* «القتلى», «الضحايا»; «الثلاثة» alone right behind «إن». */
static bool is_subject(const Stage *s, const Phrase *f) {
  if (f->prep != NONE || f->link == LINK_IDAFA) return false;
  bool number = f->number != NONE && f->first && has_article(s, f->first) && opens_clause(s, f->first - 1);
  if (f->head == NONE || f->head > f->first) return number;
  return f->definite && f->plural && f->classes & (s->m->k->dead | s->m->k->victim);
}

static bool is_predicate(const Stage *s, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  if (f->head == NONE || f->definite || f->pronoun || f->prep != NONE || f->person != NONE) return false;
  if (!f->plural && f->number == NONE) return false;
  if (word_best(s->m->in->words, f->first)->clitics & (CLITIC_CONJ | CLITIC_PREP)) return false;
  return (f->classes & (k->civilian | k->fighter | k->security | k->child)) != 0;
}

/* «مدنيون»: in the case of subjects and predicates. */
static bool is_nominative(const Stage *s, const Phrase *f) {
  Str word = token_fold(s->m->in->text, f->head);
  return word.n >= 3 && (uint8_t)word.p[word.n - 1] == LETTER_NUN && (uint8_t)word.p[word.n - 2] == LETTER_WAW;
}

/* «نفذه مسلحون»: an argument of a verb that stands between; «كانوا مدنيين» is none. */
static bool is_argument(const Stage *s, const Phrase *subject, uint32_t at) {
  const Phrase *f = stage_phrase(s, at);
  const Clause *c = stage_clause(s, f->clause);
  if (f->link == LINK_IDAFA || f->link == LINK_CONJ) return true;
  /* «الذين سقطوا … مدنيون»: a plural verb has its subject in it */
  bool full = c->verb != NONE && word_best(s->m->in->words, c->verb)->number == NUMBER_PLURAL;
  if (full && is_nominative(s, f)) return false;
  bool between = c->verb != NONE && c->verb > subject->first && !(c->sets & SET_BIT(SET_WAS));
  return between && (c->subject == at || c->object == at || c->lone == at || c->head == at);
}

static uint32_t predicate_of(const Stage *s, uint32_t subject) {
  enum { WITHIN = 30 };
  const Phrase *f = stage_phrase(s, subject);
  const Sentence *here = &s->m->in->text->sentences[stage_clause(s, f->clause)->sentence];
  if (f->head != NONE && f->head > f->first) /* «الثلاثة مزارعون»: read as one */
    return !has_article(s, f->head) && is_nominative(s, f) ? subject : NONE;
  for (uint32_t i = f->last; i < here->last && i < f->last + WITHIN; i++) {
    const Reading *r = word_best(s->m->in->words, i);
    if (s->m->c->marks[i] & SET_BIT(SET_SUBSET) || r->pos == POS_NEGATION || opens_clause(s, i)) return NONE;
    uint32_t at = s->m->c->phrase_of[i];
    if (at == NONE || at == subject || stage_phrase(s, at)->first != i) continue;
    if (!is_predicate(s, stage_phrase(s, at))) continue;
    return is_argument(s, f, at) ? NONE : at;
  }
  return NONE;
}

static Count count_told(const Stage *s, const Call *call) {
  Count count = count_of_phrase(s, call->subject);
  return count.set ? count : count_of_phrase(s, call->predicate);
}

/* An effect whose people the subject is. */
static Effect *effect_of(Stage *s, uint32_t phrase) {
  for (uint32_t i = 0; i < s->scenes.n; i++)
    for (uint32_t k = 0; k < s->scenes.at[i].effects.n; k++) {
      Effect *e = &s->scenes.at[i].effects.at[k];
      if (e->phrase == phrase && s->scenes.at[i].merged == NONE && !s->scenes.at[i].dropped) return e;
    }
  return NULL;
}

static bool is_exactly(Count a, Count b) { return a.set && b.set && a.min == b.min && a.max == b.max; }

/* The newest toll before that is as large, and told by another. */
static void restate(Stage *s, const Call *call) {
  const Phrase *f = stage_phrase(s, call->subject);
  for (uint32_t i = s->scenes.n, steps = 0; i-- > 0 && steps < SCENES_NEAR; steps++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged != NONE || x->dropped || x->kind != RECORD_EVENT || x->first > f->first) continue;
    for (uint32_t k = 0; k < x->effects.n; k++) {
      Effect e = x->effects.at[k];
      if (!str_eq(e.what, STR("killed")) || e.subset || e.token > f->first) continue;
      if (call->count.set ? !is_exactly(e.count, call->count) : !e.count.set) return;
      uint32_t speaker = s->speaker_of[f->first];
      if (e.phrase == NONE || speaker == NONE || speaker == s->speaker_of[e.token]) return;
      e.phrase = call->predicate;
      e.of = part_of_phrase(s, call->predicate);
      e.subset = e.restated = true;
      vec_push(&x->effects, s->arena, e);
      return;
    }
  }
}

void scenes_call(Stage *s, bool merged) {
  for (uint32_t i = 0; i < s->m->c->nphrases; i++) {
    if (!is_subject(s, stage_phrase(s, i))) continue;
    Call call = {.subject = i, .predicate = predicate_of(s, i)};
    if (call.predicate == NONE) continue;
    call.count = count_told(s, &call);
    Effect *own = effect_of(s, merged ? call.predicate : i);
    if (merged && !own) restate(s, &call);
    if (!merged && own) {
      own->phrase = call.predicate;
      own->of = part_of_phrase(s, call.predicate);
    }
  }
}
