/* What the text tells as an earlier happening, apart from its news.
 *
 *   «يذكر أن التنظيم هاجم المدينة العام الماضي»   opened as history
 *   «وفي 24 يوليو شنت …», in a report of 10 August   over for days when the news came out
 *   «المناطق التي حررها التحالف»                   only tells which place is meant
 * and what the outlet goes on to tell right behind such an act, with no date of its own. Once the
 * tellings are merged, what is told once and in passing is history, too:
 *   «العائلة التي نفذت الهجوم», «بعد هزيمة التنظيم»   only says who or when is meant */
#include "code/scene/scene.h"
#include "code/told/told.h"
#include "lang/calendar.h"

/* Days that the scene's date had been over when the text was published; 0 unknown or not over. */
static int32_t days_ago(const Stage *s, const Scene *x) {
  if (x->date == NONE || !s->m->in->published.day) return 0;
  const Date *d = &s->m->in->dates->at[x->date];
  const Day *over = x->from_start ? &d->from : &d->to;
  if (!over->day || (d->role == DATE_SINCE && !x->from_start)) return 0;
  int32_t days = day_number(s->m->in->published) - day_number(*over);
  return days > 0 ? days : 0;
}

/* «وكان الجيش سيطر أمس على البلدة»: dated to the day before the text came out, or later. */
static bool of_these_days(const Stage *s, const Scene *x) {
  enum { FRESH_DAYS = 1 };
  if (x->date == NONE || x->far_date || !s->m->in->published.day) return false;
  const Date *d = &s->m->in->dates->at[x->date];
  return d->to.day && d->role != DATE_SINCE && days_ago(s, x) <= FRESH_DAYS;
}

/* «المناطق التي حررها التحالف»: what only tells which place is meant. */
static bool tells_which(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  const Clause *c = stage_clause(s, x->clause);
  if (x->phrase != NONE || c->kind != CLAUSE_RELATIVE || c->head == NONE || !type) return false;
  return type_is(type, TRAIT_TAKING) && stage_phrase(s, c->head)->classes & s->m->k->area;
}

/* «يأتي ذلك بعد غارة», not «يأتي ذلك في وقت تشن …»: what comes along with the news is no history. */
static bool comes_along(const Stage *s, const Scene *x, uint32_t opening) {
  /* of the verbs of background that recall nothing, «يأتي», «تأتي» alone stand in the imperfect */
  SetMask opens = s->m->c->marks[opening];
  bool comes = opens & SET_BIT(SET_BACKGROUND) && !(opens & (SET_BIT(SET_RECALLS) | SET_BIT(SET_WAS)));
  if (!comes || word_best(s->m->in->words, opening)->form != FORM_IMPERFECT) return false;
  for (uint32_t i = x->first; i-- > opening;) {
    SetMask sets = s->m->c->marks[i];
    if (sets & SET_BIT(SET_AFTER) && !(sets & SET_BIT(SET_SINCE))) return false;
    if (sets & SET_BIT(SET_CLAUSE_OPENER)) return true;
  }
  return false;
}

/* Opened as history («يشار إلى أن», «وكانت»), or over for some days when the news came out. */
static bool told_as_history(const Stage *s, const Scene *x) {
  enum { NEWS_DAYS = 3, LEAD = 2, OPENING_WORDS = 3 };
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  SetMask opens = 0;
  for (uint32_t i = sentence->first; i < sentence->last && i < sentence->first + OPENING_WORDS; i++)
    if (!comes_along(s, x, i)) opens |= s->m->c->marks[i];
  bool was = s->m->c->marks[sentence->first] & SET_BIT(SET_WAS) && !(opens & SET_BIT(SET_RECALLS));
  if (opens & SET_BIT(SET_BACKGROUND) && !(was && of_these_days(s, x))) return true;
  bool over = x->sentence > 0 && days_ago(s, x) > NEWS_DAYS; /* what opens a report is its news, however late */
  if (over || tells_which(s, x)) return true;
  bool undated = !s->m->in->published.year && x->date != NONE && x->sentence > LEAD;
  return undated && x->kind == RECORD_EVENT && !s->m->in->dates->at[x->date].to.year;
}

/* The outlet's history goes on: nobody speaks, nothing is dated, right behind what is background. */
static bool history_goes_on(const Scene *before, const Scene *x) {
  enum { NEWS_SENTENCES = 3 };
  if (!before->background || before->speaker != NONE || x->speaker != NONE || x->date != NONE) return false;
  bool near = x->sentence >= before->sentence && x->sentence - before->sentence <= 1;
  return near && x->sentence > NEWS_SENTENCES;
}

bool scene_is_background(const Stage *s, uint32_t scene) {
  const Scene *x = &s->scenes.at[scene];
  return told_as_history(s, x) || (scene && history_goes_on(x - 1, x));
}

/* «القنبلة التي استهدفت حافلة»: a relative clause on what is known. */
static bool in_passing(const Stage *s, const Scene *x) {
  enum { UPWARD = 3 };
  uint32_t carrier = s->matches->at[x->match].carrier;
  const Clause *c = stage_clause(s, carrier != NONE ? carrier : x->clause);
  for (uint32_t steps = 0; steps < UPWARD; steps++) {
    if (c->kind == CLAUSE_RELATIVE && c->head != NONE && c->head != x->phrase && c->verb != NONE && !c->imperfect)
      return stage_phrase(s, c->head)->definite;
    if (c->kind != CLAUSE_COORDINATE || c->up == NONE) return false;
    c = stage_clause(s, c->up);
  }
  return false;
}

/* «بعد هزيمة التنظيم»: what only tells when. */
static bool tells_when(const Stage *s, const Scene *x) {
  if (x->phrase == NONE || x->alone) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  const TypeRow *type = stage_type(s, x);
  bool of_cause = type_is(type, TRAIT_VIOLENT); /* «قتل جندي إثر هجوم» */
  return !of_cause && f->prep != NONE && s->m->c->marks[f->prep_token] & SET_BIT(SET_AFTER);
}

void scenes_recede(Stage *s) {
  enum { LEAD = 1 };
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    bool passing = x->kind == RECORD_EVENT && x->merged == NONE && !x->dropped && !x->also.n && x->sentence > LEAD;
    if (!passing || x->background || x->own_date || !str_eq(x->stance, STR("asserted"))) continue;
    x->background = in_passing(s, x) || tells_when(s, x);
  }
}
