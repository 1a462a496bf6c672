/* Frames tried on clauses: the more specific first, then by id; the first that holds fires.
 *
 *   «شن الجيش غارة على المدينة»   the noun «غارة» is a trigger, carried by the verb «شن» */
#include "code/match/match.h"

#include <math.h>

#include "code/match/carry.h"
#include "code/match/condition.h"
#include "code/match/role.h"

static void note(const MatchInput *m, Arena *arena, Trace *trace, const Match *x, bool fired, Str why) {
  if (!trace) return;
  Span span = text_tokens_span(m->in->text, x->first, x->last);
  vec_push(&trace->steps, arena, (TraceStep){m->g->frames[x->frame].id, span, fired, why});
}

/* The best trigger of one lemma that holds, or NULL. */
static const FrameTrigger *best_of(const MatchInput *m, Arena *arena, Trace *trace, Match *x, const Reading *r,
                                   uint32_t lemma, bool by_verb) {
  uint32_t told = NONE; /* one note a frame */
  if (lemma >= m->g->lexicon->n) return NULL;
  for (uint32_t i = m->g->by_lemma[lemma]; i < m->g->by_lemma[lemma + 1]; i++) {
    const FrameTrigger *t = &m->g->triggers[i];
    x->frame = t->frame;
    if (!form_holds(m, t, x, r, by_verb)) continue;
    bool holds = true;
    for (uint32_t k = t->first; holds && k < t->first + t->n; k++) holds = condition_holds(m, &m->g->conditions[k], x);
    if (holds) return t;
    if (told != t->frame) note(m, arena, trace, x, false, STR("a condition of its trigger does not hold"));
    told = t->frame;
  }
  return NULL;
}

static bool inside_name(const MatchInput *m, uint32_t token) {
  uint32_t i = m->c->phrase_of[token];
  if (i == NONE) return false;
  const Phrase *f = match_phrase(m, i);
  return (f->actor != NONE || f->person != NONE || f->place != NONE || f->date != NONE) && f->head != token;
}

static Match match_base(const MatchInput *m, uint32_t token) {
  Match x = {.token = token, .first = token, .last = token + 1, .phrase = NONE, .carrier = NONE, .relative = NONE};
  x.clause = m->c->clause_of[token];
  uint32_t at = m->c->phrase_of[token];
  if (at == NONE || match_is_verb(m, token)) return x;
  const Phrase *f = match_phrase(m, at);
  if (f->head != token) return x;
  x.phrase = at;
  x.first = f->first;
  x.last = f->actor == NONE ? f->last : token + 1;
  x.carrier = carrier_of(m, at);
  x.relative = relative_on(m, at);
  return x;
}

/* The trigger of a noun or verb that fits best, its own or that of the verb it is a masdar of. */
static const FrameTrigger *trigger_at(const MatchInput *m, Arena *arena, Trace *trace, Match *x) {
  const Reading *r = word_best(m->in->words, x->token);
  if (r->lemma >= m->g->lexicon->n) return NULL;
  const FrameTrigger *own = best_of(m, arena, trace, x, r, r->lemma, false);
  const FrameTrigger *by_verb = best_of(m, arena, trace, x, r, m->g->lexicon->lemmas[r->lemma].verb, true);
  return !own || (by_verb && by_verb->specificity > own->specificity) ? by_verb : own;
}

/* «شن هجوماً لاذعاً»: does the verb tell of nothing but its object, which is no act? */
static bool object_trapped(const MatchInput *m, Arena *arena, const Match *x, const FrameTrigger *t) {
  const FrameCondition *of = NULL;
  for (uint32_t k = t->first; k < t->first + t->n; k++)
    if (m->g->conditions[k].on == ON_OBJECT && m->g->conditions[k].lemma != LEMMA_NONE) of = &m->g->conditions[k];
  uint32_t object = of && x->phrase == NONE ? match_clause(m, x->clause)->object : NONE;
  if (object == NONE || match_phrase(m, object)->head == NONE) return false;
  Match noun = match_base(m, match_phrase(m, object)->head);
  const FrameTrigger *its = trigger_at(m, arena, NULL, &noun);
  return its && m->g->frames[its->frame].kind == FRAME_TRAP;
}

/* «تحرير العاصمة»: does the trigger ask for the place that is its complement? */
static bool governs_place(const MatchInput *m, const FrameTrigger *t, const Match *x) {
  uint32_t next = x->phrase == NONE ? NONE : idafa_on(m, x->phrase);
  if (next == NONE || !(match_phrase(m, next)->classes & m->k->area)) return false;
  for (uint32_t k = t->first; k < t->first + t->n; k++) {
    const FrameCondition *c = &m->g->conditions[k];
    if (c->on == ON_IDAFA && !c->negated && c->classes & m->k->area) return true;
  }
  return false;
}

/* «إلقاء القبض»: a condition that makes the complement a part of the trigger; not one that only excludes it. */
static bool of_complement(const FrameCondition *c) {
  return c->on == ON_IDAFA && c->lemma != LEMMA_NONE && !c->negated;
}

/* Whether a frame fired there; *trapped if one did that makes it no record. */
static bool match_at(const MatchInput *m, Arena *arena, Trace *trace, uint32_t token, Match *out, bool *trapped) {
  const Reading *r = word_best(m->in->words, token);
  if (r->lemma >= m->g->lexicon->n || m->c->clause_of[token] >= m->c->nclauses || inside_name(m, token)) return false;
  uint32_t verb = m->g->lexicon->lemmas[r->lemma].verb;
  bool any = m->g->by_lemma[r->lemma] < m->g->by_lemma[r->lemma + 1] ||
             (verb < m->g->lexicon->n && m->g->by_lemma[verb] < m->g->by_lemma[verb + 1]);
  if (!any) return false;
  Match x = match_base(m, token);
  if (x.phrase != NONE && match_phrase(m, x.phrase)->actor != NONE) return false;
  const FrameTrigger *t = trigger_at(m, arena, trace, &x);
  if (!t) return false;
  x.frame = t->frame;
  for (uint32_t k = t->first; k < t->first + t->n; k++) x.compound |= of_complement(&m->g->conditions[k]);
  x.of_place = governs_place(m, t, &x);
  if (m->g->frames[x.frame].kind == FRAME_TRAP || object_trapped(m, arena, &x, t)) {
    note(m, arena, trace, &x, true, STR("no record"));
    *trapped = true;
    return false;
  }
  for (uint32_t role = 0; role < ROLE_COUNT; role++) role_fill(m, &x, role);
  *out = x;
  return true;
}

bool match_counted_by_form(const MatchInput *m, uint32_t phrase) {
  const Phrase *f = match_phrase(m, phrase);
  if (f->number == NONE) return false;
  const Number *n = &m->in->numbers->at[f->number];
  return n->noun && isinf(n->max) && n->first == f->head && n->last == f->head + 1;
}

/* What is counted where no word of it is a trigger: «يضم المخيم أربعين ألف شخص». */
static bool counted_match(const MatchInput *m, Arena *arena, Trace *trace, uint32_t token, Match *out) {
  uint32_t at = m->c->phrase_of[token];
  if (at == NONE) return false;
  const Phrase *f = match_phrase(m, at);
  if (f->number == NONE || f->date != NONE || token != (f->head != NONE ? f->head : f->first)) return false;
  Match x = {.token = token,
             .first = f->first,
             .last = f->last,
             .phrase = at,
             .clause = m->c->clause_of[token],
             .carrier = carrier_of(m, at),
             .relative = relative_on(m, at)};
  if (x.clause >= m->c->nclauses) return false;
  if (match_counted_by_form(m, at)) return false; /* «مقاتلين»: a plural, and maybe no dual */
  bool share = m->in->numbers->at[f->number].kind == NUMBER_PERCENT;
  for (uint32_t i = m->g->by_lemma[m->g->lexicon->n]; i < m->g->ntriggers; i++) {
    const FrameTrigger *t = &m->g->triggers[i];
    x.frame = t->frame;
    bool holds = true, asks_share = false;
    for (uint32_t k = t->first; k < t->first + t->n; k++) asks_share |= m->g->conditions[k].on == ON_SHARE;
    if (share != asks_share) continue; /* «60 في المئة» of the fighters are no 60 fighters */
    for (uint32_t k = t->first; holds && k < t->first + t->n; k++) holds = condition_holds(m, &m->g->conditions[k], &x);
    if (!holds) continue;
    if (m->g->frames[x.frame].kind == FRAME_TRAP) return false;
    for (uint32_t role = 0; role < ROLE_COUNT; role++) role_fill(m, &x, role);
    note(m, arena, trace, &x, true, STR("fired"));
    *out = x;
    return true;
  }
  return false;
}

Matches matches_of(Arena *arena, const MatchInput *m, Trace *trace) {
  VEC(Match) list = {0};
  Match x;
  for (uint32_t i = 0; i < m->in->text->ntokens; i++) {
    bool trapped = false;
    if (m->in->text->tokens[i].kind == TOKEN_WORD && match_at(m, arena, trace, i, &x, &trapped)) {
      vec_push(&list, arena, x);
      note(m, arena, trace, &x, true, STR("fired"));
    } else if (!trapped && counted_match(m, arena, trace, i, &x)) {
      vec_push(&list, arena, x);
    }
  }
  return (Matches){list.at, list.n};
}
