/* Courses: what rises, falls or goes on.
 *
 *   «ارتفعت وتيرة الهجمات»            the course of acts: an attack trend, up
 *   «كثف المسلحون قصف البلدة»          somebody steps his acts up: of shelling
 *   «ازداد عدد الضحايا المدنيين»       of the dead, where no toll is told anew («إلى 35 قتيلاً»)
 *
 * A course is of the type of the acts that its words name, as far in as they name any; prices and
 * temperatures rise too, and are none. */
#include "code/scene/course.h"

#include "code/clause/near.h"

/* «القتال», «العنف»: by themselves they tell no fight, but what rises with them is one. */
static bool weak_act(const Frame *frame, const TypeRow *type) {
  return frame->weak && !type_is(type, TRAIT_FIRE) && !type_is(type, TRAIT_MUTUAL);
}

/* Does some frame of violence or force have this noun for a trigger, whatever stands with it,
 * or did one fire on it? */
static bool names_act(const Stage *s, uint32_t phrase) {
  if (phrase == NONE) return false;
  const Grammar *g = s->m->g;
  const Phrase *f = stage_phrase(s, phrase);
  if (f->lemma >= g->lexicon->n) return false;
  uint32_t own = f->head == NONE ? NONE : s->scene_of_token[f->head];
  if (own != NONE && !weak_act(s->scenes.at[own].frame, stage_type(s, &s->scenes.at[own]))) return true;
  uint32_t lemmas[] = {f->lemma, g->lexicon->lemmas[f->lemma].verb};
  for (size_t k = 0; k < 2; k++) {
    if (lemmas[k] >= g->lexicon->n) continue;
    for (uint32_t i = g->by_lemma[lemmas[k]]; i < g->by_lemma[lemmas[k] + 1]; i++) {
      const Frame *frame = &g->frames[g->triggers[i].frame];
      const TypeRow *type = grammar_type(g, frame->type_row);
      if (g->triggers[i].n) continue;
      if (!type || weak_act(frame, type)) continue; /* «طلعات»: sorties; but «عمليات»: of many kinds */
      if (type_is(type, TRAIT_VIOLENT) || type_in(type, CLASS_BIT(COERCE))) return true;
    }
  }
  return false;
}

/* «ارتفعت حصيلة ضحايا الهجوم إلى 35 قتيلاً»: a toll told anew is no course. */
static bool counts_victims(const Stage *s, uint32_t phrase) {
  ClassSet toll = s->m->k->victim | s->m->k->dead | s->m->k->hurt;
  for (uint32_t i = phrase, steps = 0; i != NONE && i < s->m->c->nphrases && steps < 3; i++, steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (steps && f->link != LINK_IDAFA) break;
    if (f->classes & toll) return true;
  }
  return false;
}

/* «ارتفاع عدد القتلى»: of one and the same act; but «ازدياد أعداد القتلى» may be of many. */
static bool tolls_one_act(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  if (phrase + 1 >= s->m->c->nphrases || f->plural || !(f->classes & s->m->k->measure)) return false;
  const Phrase *of = stage_phrase(s, phrase + 1);
  return of->link == LINK_IDAFA && of->up == phrase && of->classes & (s->m->k->dead | s->m->k->hurt);
}

static bool war_of_phrase(const Stage *s, uint32_t phrase) {
  uint32_t head = phrase == NONE ? NONE : stage_phrase(s, phrase)->head;
  return head != NONE && (s->m->c->marks[head] & SET_BIT(SET_WAR)) != 0;
}

/* «تصاعدت حدة النزاع», «حربا… تصاعدت حدتها» */
static bool intensity_of_war(const Stage *s, uint32_t phrase, const Clause *told) {
  if (phrase == NONE) return false;
  if (told->head == phrase) return war_of_phrase(s, phrase);
  const Phrase *f = stage_phrase(s, phrase);
  const Clause *c = stage_clause(s, f->clause);
  if (f->pronoun && c->kind == CLAUSE_RELATIVE) {
    for (uint32_t i = phrase, steps = 0; i-- > 0 && steps < 8; steps++) /* past the names of its sides */
      if (stage_clause(s, stage_phrase(s, i)->clause)->sentence != c->sentence)
        return false;
      else if (war_of_phrase(s, i))
        return true;
    return false;
  }
  uint32_t next = phrase + 1;
  bool tied =
      next < s->m->c->nphrases && stage_phrase(s, next)->up == phrase && stage_phrase(s, next)->link == LINK_IDAFA;
  return tied && war_of_phrase(s, next);
}

/* «كثف التنظيم هجماته», not «كثف الفريق تدريباته»: where somebody steps something up, it is
 * this that must be acts; their phrase, or NONE. */
static uint32_t acts_stepped_up(const Stage *s, const Clause *c) {
  enum { BEHIND_MOST = 4 };
  uint32_t n = 0;
  for (uint32_t i = c->verb + 1; i < c->last && n < BEHIND_MOST; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i) continue;
    n++;
    if (phrase != c->subject && names_act(s, phrase)) return phrase;
  }
  return NONE;
}

static bool somebody(const Stage *s, uint32_t phrase) {
  if (phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, phrase);
  const EngineClasses *k = s->m->k;
  return f->actor != NONE || f->person != NONE ||
         (f->classes & (k->force | k->group | k->state | k->organisation | k->person) && !names_act(s, phrase));
}

/* Whose course can be told: acts of force, of protest, of moving and helping; «ارتفاع عدد الاتفاقيات» is trade. */
static bool has_course(const TypeRow *type) {
  const uint32_t classes = CLASS_BIT(COERCE) | CLASS_BIT(PROTEST) | CLASS_BIT(RELEASE) | CLASS_BIT(MOBILIZE) |
                           CLASS_BIT(THREATEN) | CLASS_BIT(AID);
  return type_is(type, TRAIT_VIOLENT) || type_in(type, classes);
}

/* «صعد الجيش عملياته»; but those of an armed group are attacks. */
static bool of_state(const Stage *s, uint32_t trend) {
  const Parts *agents = &s->scenes.at[trend].agents;
  for (uint32_t i = agents->n ? agents->at[0].first : 0; agents->n && i < agents->at[0].last; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_STATE_FORCE)) return true;
  return false;
}

/* Acts that only say what it is the course of are no happenings of their own. */
static void take_type(Stage *s, uint32_t trend, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  uint32_t own = f->head == NONE ? NONE : s->scene_of_token[f->head];
  if (own == NONE || own == trend || s->scenes.at[own].merged != NONE || f->number != NONE) return;
  const TypeRow *type = stage_type(s, &s->scenes.at[own]);
  bool vague = type_is(type, TRAIT_CAMPAIGN) && !of_state(s, trend);
  if (has_course(type) && !vague) s->scenes.at[trend].type = type->type;
  scene_absorb(s, trend, own);
}

/* Is a number told that they have come to: «إلى 35 قتيلاً»? */
static bool tells_number(const Stage *s, const Scene *x) {
  enum { BEHIND_MOST = 12 };
  uint32_t end = s->m->in->text->sentences[x->sentence].last;
  const Numbers *numbers = s->m->in->numbers;
  for (uint32_t i = number_from(s->m->in, x->first); i < numbers->n && numbers->at[i].first < end; i++) {
    const Number *n = &numbers->at[i];
    uint32_t phrase = s->m->c->phrase_of[n->first];
    bool date = phrase != NONE && stage_phrase(s, phrase)->date != NONE;
    if (n->first >= x->last + BEHIND_MOST) return false;
    if (n->kind == NUMBER_CARDINAL && !date) return true;
  }
  return false;
}

/* What rises or falls must be acts, or the activity of somebody who acts: prices rise, too. */
bool course_settle(Stage *s, uint32_t trend) {
  const Scene *x = &s->scenes.at[trend];
  const Clause *told = stage_clause(s, x->clause);
  uint32_t i = x->phrase, own = x->phrase;
  bool acts = false;
  if (i == NONE) i = told->subject != NONE ? told->subject : told->lone;
  if (intensity_of_war(s, i, told)) {
    s->scenes.at[trend].type = STR("clash");
    return true;
  }
  if (counts_victims(s, i)) {
    s->scenes.at[trend].type = STR("casualties");
    bool rises = str_eq(x->direction, STR("up"));
    return !tells_number(s, x) && !(rises && own != NONE && tolls_one_act(s, own + 1));
  }
  if (somebody(s, i)) {
    uint32_t what = own == NONE ? acts_stepped_up(s, told) : NONE;
    if (what != NONE) take_type(s, trend, what);
    return what != NONE;
  }
  for (uint32_t steps = 0; i != NONE && steps < 3; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (i != own) {
      acts |= war_of_phrase(s, i) || names_act(s, i) || f->actor != NONE ||
              (f->classes & (s->m->k->force | s->m->k->group | s->m->k->fighter)) != 0;
      take_type(s, trend, i);
    }
    uint32_t next = i + 1;
    bool tied = next < s->m->c->nphrases && stage_phrase(s, next)->up == i &&
                (stage_phrase(s, next)->link == LINK_IDAFA || stage_phrase(s, next)->link == LINK_PREP);
    i = tied ? next : NONE;
  }
  return acts;
}
