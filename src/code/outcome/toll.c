/* Tolls: how many died, fled or were hurt in a war or since a date.
 *
 *   «أدى النزاع إلى مقتل عشرة آلاف شخص»       what has the toll is no one act: a conflict
 *   «قُتل أكثر من 60 مدنياً منذ مطلع العام»    counted up since a date
 *   «قُتل خلال العام الماضي 40 مهاجراً»         or over a year, by no act told
 *   «الاحتجاجات التي قُتل فيها حتى الآن 121»     or up to the telling
 *   «مقتل 350 ألف شخص»                          more than any one act kills
 *
 * They are figures of casualties; «بينهم» under them are outcomes, as under an act. */
#include "code/outcome/toll.h"

#include "code/clause/near.h"
#include "code/scene/above.h"

enum {
  TOLL_SINCE = 5,
  TOLL_OVER_MONTHS = 20,
  TOLL_BY_WAR = 30,
  TOLL_OF_WAR = 100,
  TOLL_ALONE = 500,
  TOLL_SURE = 2000,
  TOLL_MOVED = 20000,
  TOLL_NATION = 1000000
};

/* The figure type of an outcome: casualties, displaced, returnees, detainees. */
static Str toll_type(Str what) {
  if (str_eq(what, STR("displaced"))) return STR("displaced");
  if (str_eq(what, STR("returned"))) return STR("returnees");
  if (str_eq(what, STR("arrested"))) return STR("detainees");
  return STR("casualties");
}

static bool may_be_toll(Str what) {
  return str_eq(what, STR("killed")) || str_eq(what, STR("injured")) || str_eq(what, STR("displaced")) ||
         str_eq(what, STR("returned")) || str_eq(what, STR("killed-or-injured"));
}

/* A conflict is told right before it in its sentence: «الحرب التي أودت بحياة…». */
static bool of_war(const Stage *s, const Match *x) {
  enum { NEAR = 12 };
  uint32_t first = s->m->in->text->sentences[s->m->in->text->tokens[x->token].sentence].first;
  const Clause *c = stage_clause(s, x->clause);
  if (c->verb == NONE || !(c->classes & s->m->k->result)) return false;
  for (uint32_t i = c->verb, steps = 0; i-- > first && steps < NEAR; steps++)
    if (s->m->c->marks[i] & SET_BIT(SET_WAR)) return true;
  for (uint32_t i = c->verb; i < x->token && i < c->verb + NEAR; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_WAR)) return true;
  return false;
}

/* «أسفرت الأزمة عن 80 قتيلاً»: the conflict itself is what had it. */
static bool by_war(const Stage *s, const Match *x) {
  const Clause *c = stage_clause(s, x->clause);
  if (c->verb == NONE || !(c->classes & s->m->k->result) || c->verb + 1 >= x->token) return false;
  return (s->m->c->marks[c->verb + 1] & SET_BIT(SET_WAR)) != 0;
}

/* «قُتل ستة خلال العملية المتواصلة منذ شباط»: the operation began then; what came of it is of now. */
static bool since_of_act(const Stage *s, uint32_t since, uint32_t act) {
  if (act == NONE || since == 0 || type_in(stage_type(s, &s->scenes.at[act]), CLASS_BIT(PROTEST))) return false;
  const Reading *r = word_best(s->m->in->words, since - 1);
  return r->form == FORM_ACTIVE_PARTICIPLE && r->clitics & CLITIC_AL;
}

/* «منذ» with what began before these days, in the outcome's own clause. */
static bool since_long(const Stage *s, const Match *x, uint32_t act) {
  enum { CLAUSE_MOST = 60, RECENT_DAYS = 3 };
  const Clause *c = stage_clause(s, x->clause);
  const Dates *dates = s->m->in->dates;
  Day now = s->m->in->published;
  for (uint32_t i = c->first; i < c->last && i < c->first + CLAUSE_MOST; i++) {
    if (!(s->m->c->marks[i] & SET_BIT(SET_SINCE)) || since_compares(s, i) || since_of_act(s, i, act)) continue;
    uint32_t date = date_from(s->m->in, i);
    if (date >= dates->n || dates->at[date].first > i + 1) return true; /* «منذ اندلاع الحرب» */
    Day from = dates->at[date].from;
    bool recent = from.year && from.year == now.year && from.month == now.month && from.day + RECENT_DAYS >= now.day;
    return !recent;
  }
  return false;
}

/* «خلال العام 2018», «في عام 2017», «خلال تموز» in the outcome's own clause: a month or more. */
static bool over_months(const Stage *s, const Match *x) {
  enum { MONTH_LEAST = 28 };
  const Clause *c = stage_clause(s, x->clause);
  const Dates *dates = s->m->in->dates;
  for (uint32_t i = date_from(s->m->in, c->first); i < dates->n && dates->at[i].first < c->last; i++) {
    const Date *d = &dates->at[i];
    if (!d->edtf.n || !d->from.year || d->role > DATE_SPAN) continue;
    if (d->from.year != d->to.year || d->from.month != d->to.month) return true;
    SetMask before = d->first ? s->m->c->marks[d->first - 1] : 0;
    bool within = ((before | s->m->c->marks[d->first]) & SET_BIT(SET_PERIOD)) != 0;
    if (within && d->from.day == 1 && d->to.day >= MONTH_LEAST) return true;
  }
  return false;
}

/* «حتى الآن» in the outcome's own clause */
static bool so_far(const Stage *s, const Match *x) {
  enum { CLAUSE_MOST = 60 };
  const Clause *c = stage_clause(s, x->clause);
  for (uint32_t i = c->first; i < c->last && i < c->first + CLAUSE_MOST; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_SO_FAR)) return true;
  return false;
}

/* «أصابت الكوليرا مليوناً»: the sick have no doer, no war, no date. */
static bool of_illness(const Stage *s, const Match *x) {
  enum { SENTENCE_MOST = 80 };
  const Sentence *here = &s->m->in->text->sentences[s->m->in->text->tokens[x->token].sentence];
  for (uint32_t i = here->first; i < here->last && i < here->first + SENTENCE_MOST; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase != NONE && stage_phrase(s, phrase)->classes & s->m->k->disease) return true;
  }
  return false;
}

/* Counted up over a time: since a date; over months, of no act told; up to now, of protests that go on. */
static bool counted_up(const Stage *s, const Match *x, double n, uint32_t act, bool moved) {
  /* what acts came to since a day is a tally of theirs */
  bool of_acts = stage_clause(s, x->clause)->classes & s->m->k->result && act != NONE;
  if (n < TOLL_SINCE || of_acts) return false;
  if (since_long(s, x, act)) return true;
  const TypeRow *type = act == NONE ? NULL : stage_type(s, &s->scenes.at[act]);
  bool protest = type_in(type, CLASS_BIT(PROTEST));
  if (so_far(s, x)) return protest || (act == NONE && n >= TOLL_BY_WAR);
  /* whoever went home in a year makes a tally, and so do those whom somebody killed */
  return !moved && !x->roles[ROLE_AGENT].n && n >= TOLL_OVER_MONTHS && (act == NONE || protest) && over_months(s, x);
}

/* «قتل 13 وأصيب ستة آلاف آخرون»: so many of one act. */
static bool of_one_act(const Stage *s, const Match *x, const Victim *victim, uint32_t act) {
  if (act == NONE || type_in(stage_type(s, &s->scenes.at[act]), CLASS_BIT(PROTEST))) return false;
  if (of_war(s, x) || by_war(s, x)) return false;
  const Effects *told = &s->scenes.at[act].effects; /* the others are others than those of its sentence */
  uint32_t sentence = s->m->in->text->tokens[x->token].sentence;
  if (!told->n || s->m->in->text->tokens[told->at[told->n - 1].token].sentence != sentence) return false;
  bool dead = str_eq(told->at[told->n - 1].what, STR("killed")); /* «مقتل 61 إلى جانب أكثر من 2400 جريح» */
  if (dead && x->phrase != NONE && str_eq(s->m->g->frames[x->frame].what, STR("injured"))) return true;
  const Phrase *f = stage_phrase(s, victim->counted);
  for (uint32_t i = f->first; i <= f->last && i < s->m->in->text->ntokens; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_OTHERS)) return true;
  return false;
}

/* «تسببت المعارك في مقتل ثلاثة آلاف»: the act itself, and no war, is what had them. */
static bool had_by_act(const Stage *s, const Match *x, uint32_t act) {
  const Clause *c = stage_clause(s, x->clause);
  if (act == NONE || c->verb == NONE || c->subject == NONE || !(c->classes & s->m->k->result)) return false;
  uint32_t head = stage_phrase(s, c->subject)->head;
  return head != NONE && scene_live(s, s->scene_of_token[head]) == act && !by_war(s, x) &&
         !type_in(stage_type(s, &s->scenes.at[act]), CLASS_BIT(PROTEST));
}

bool toll_told(const Stage *s, const Match *x, const Victim *victim, uint32_t act) {
  const Frame *frame = &s->m->g->frames[x->frame];
  double n = victim->count.min;
  bool fled = str_eq(frame->what, STR("displaced"));
  if (fled && !victim->count.set && victim->phrase != NONE && of_war(s, x)) return true; /* «نصف السكان» */
  if (!may_be_toll(frame->what) || !victim->count.set || victim->counted == NONE) return false;
  if (stage_phrase(s, victim->counted)->number == NONE) return false;
  bool moved = fled || str_eq(frame->what, STR("returned")); /* thousands flee or return in one go */
  bool sick = str_eq(frame->what, STR("injured")) && act == NONE && of_illness(s, x);
  if ((of_one_act(s, x, victim, act) || (!moved && had_by_act(s, x, act))) && !since_long(s, x, act)) return false;
  bool by_conflict = of_war(s, x) || by_war(s, x); /* «نزح مئتا ألف من المدينة»: they fled */
  if (sick    ? false
      : moved ? n >= TOLL_NATION || (n >= TOLL_MOVED && by_conflict)
              : n >= TOLL_SURE || (n >= TOLL_ALONE && act == NONE))
    return true;
  if ((n >= TOLL_OF_WAR && of_war(s, x)) || (n >= TOLL_BY_WAR && by_war(s, x))) return true;
  return counted_up(s, x, n, act, moved);
}

uint32_t toll_scene(Stage *s, uint32_t match, const Victim *victim) {
  const Match *x = &s->matches->at[match];
  const Frame *frame = &s->m->g->frames[x->frame];
  uint32_t scene = scene_new(s, match, frame, RECORD_FIGURE, FRAME_NO_TYPE);
  if (scene == NONE) return NONE;
  Scene *figure = &s->scenes.at[scene];
  const Phrase *f = stage_phrase(s, victim->counted);
  uint32_t other = f->head == NONE ? NONE : s->scene_of_token[f->head];
  if (other != NONE && other != scene && s->scenes.at[other].kind == RECORD_FIGURE) s->scenes.at[other].dropped = true;
  figure->type = toll_type(frame->what);
  figure->first = f->first;
  figure->last = f->last;
  figure->count = victim->count;
  figure->alone = true;
  figure->toll = true;
  if (victim->phrase != NONE) parts_add(s, &figure->targets, part_of_phrase(s, victim->phrase));
  for (uint32_t i = 0; i < x->roles[ROLE_AGENT].n; i++) /* «قُتل الآلاف على أيدي الميليشيا» */
    parts_add(s, &figure->agents, part_of_phrase(s, x->roles[ROLE_AGENT].at[i]));
  return scene;
}
