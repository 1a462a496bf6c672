/* Outcomes → the act they came of.
 *
 *   «أسفرت الغارة عن مقتل ثلاثة وإصابة خمسة»  the act is the subject of the verb of result
 *   «قُتل ثلاثة في غارة»                        the act is where, or by what, they died
 *   «نفذ الجهاز عملية وألقى القبض على اثنين»    the act stands before, in one breath
 *
 * An outcome that came of no act told is an act of its own («مقتل قيادي»: a killing), and
 * the ones joined to it by «و» are its further outcomes. */
#include "code/scene.h"

static uint32_t live(const Stage *s, uint32_t scene) {
  for (uint32_t steps = 0; scene != NONE && s->scenes.at[scene].merged != NONE && steps < 64; steps++)
    scene = s->scenes.at[scene].merged;
  return scene;
}

/* The scene that a phrase, or what it is joined to or stands for, is the trigger of. */
static uint32_t scene_of_phrase(const Stage *s, uint32_t phrase) {
  for (uint32_t steps = 0; phrase != NONE && steps < 6; steps++) {
    const Phrase *f = stage_phrase(s, phrase);
    if (f->head != NONE && s->scene_of_token[f->head] != NONE) return live(s, s->scene_of_token[f->head]);
    phrase = f->link == LINK_FREE ? NONE : f->up;
  }
  return NONE;
}

static bool takes_outcomes(const Stage *s, uint32_t scene) {
  if (scene == NONE) return false;
  const Scene *x = &s->scenes.at[scene];
  return x->kind == RECORD_EVENT || x->kind == RECORD_TALLY;
}

/* The newest act before a token in its sentence. */
static uint32_t act_before(const Stage *s, uint32_t token) {
  uint32_t first = s->m->in->text->sentences[s->m->in->text->tokens[token].sentence].first;
  for (uint32_t i = token, steps = 0; i-- > first && steps < 400; steps++)
    if (takes_outcomes(s, live(s, s->scene_of_token[i]))) return live(s, s->scene_of_token[i]);
  return NONE;
}

/* An act in the outcome's own clause, governed by a preposition of cause or means. */
static uint32_t act_of_cause(const Stage *s, const Match *x) {
  const Clauses *c = s->m->c;
  uint32_t end = stage_clause(s, x->clause)->last;
  uint32_t from = x->phrase != NONE ? x->phrase : c->phrase_of[x->token];
  for (uint32_t i = x->token + 1; from == NONE && i < end; i++) from = c->phrase_of[i];
  for (uint32_t i = from; i != NONE && i < c->nphrases && c->phrases[i].first < end; i++) {
    const Phrase *f = &c->phrases[i];
    if (f->prep == NONE || f->head == NONE) continue;
    bool cause = f->prep == s->m->g->prep_bi || c->marks[f->prep_token] & SET_BIT(SET_CAUSE_PREPOSITION);
    if (!cause) continue;
    uint32_t scene = live(s, s->scene_of_token[f->head]);
    if (takes_outcomes(s, scene)) return scene;
  }
  return NONE;
}

/* The verb of result above an outcome leads back to its act. */
static uint32_t act_of_result(const Stage *s, const Match *x) {
  const Clause *c = stage_clause(s, x->clause);
  if (c->verb == NONE || !(c->classes & s->m->k->result)) return NONE;
  uint32_t scene = c->subject != NONE ? scene_of_phrase(s, c->subject) : NONE;
  if (scene == NONE && c->head != NONE) scene = scene_of_phrase(s, c->head);
  return takes_outcomes(s, scene) ? scene : act_before(s, c->verb);
}

/* «وألقت القبض على…»: joined to the clause of an act, the doer the same or not told. */
static uint32_t act_in_one_breath(const Stage *s, const Match *x) {
  uint32_t scene = act_before(s, x->token);
  if (scene == NONE || s->scenes.at[scene].alone) return scene;
  const Scene *act = &s->scenes.at[scene];
  const Clause *mine = stage_clause(s, x->clause), *its = stage_clause(s, act->clause);
  if (mine == its) return scene;
  bool own = mine->own_subject && mine->subject != its->subject && mine->kind != CLAUSE_RELATIVE;
  return own && x->phrase == NONE ? NONE : scene;
}

/* In a new sentence an outcome goes back to the last act only where a word points there:
 * «العملية», «الهجوم», or a verb of result with nothing else before it. */
static uint32_t act_pointed_at(const Stage *s, const Match *x) {
  const Text *text = s->m->in->text;
  uint32_t sentence = text->tokens[x->token].sentence;
  if (!sentence) return NONE;
  const Sentence *here = &text->sentences[sentence];
  bool points = (stage_clause(s, x->clause)->classes & s->m->k->result) != 0;
  for (uint32_t i = here->first; i < here->last && i < here->first + 60 && !points; i++)
    points = (s->m->c->marks[i] & SET_BIT(SET_ANAPHOR)) != 0;
  if (!points) return NONE;
  uint32_t scene = act_before(s, here->first - 1);
  return scene;
}

static uint32_t act_of(const Stage *s, const Match *x) {
  uint32_t scene = act_of_cause(s, x);
  if (scene == NONE) scene = act_of_result(s, x);
  if (scene == NONE) scene = act_in_one_breath(s, x);
  if (scene == NONE) scene = act_pointed_at(s, x);
  return scene;
}

/* ---------------------------------------------------------------- whom, and how many */

/* «مقتل 13 واعتقال 92 عنصراً»: a bare number takes its noun from the next that has one. */
static uint32_t counted_noun(const Stage *s, uint32_t phrase) {
  if (phrase == NONE || stage_phrase(s, phrase)->head != NONE) return phrase;
  for (uint32_t i = phrase + 1; i < s->m->c->nphrases && i < phrase + 5; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (stage_clause(s, f->clause)->sentence != stage_clause(s, stage_phrase(s, phrase)->clause)->sentence) break;
    if (f->link == LINK_PREP && f->up == phrase && f->head != NONE) return i;
    if (f->number != NONE && f->head != NONE) return i;
  }
  return phrase;
}

static bool preceded_by(const Stage *s, uint32_t token, SetId set, uint32_t within) {
  const Clauses *c = s->m->c;
  for (uint32_t i = token, steps = 0; i-- > 0 && steps < within; steps++) {
    if (s->m->in->text->tokens[i].kind == TOKEN_PUNCT && token_sign(s->m->in->text, i) == ',' && steps > 0)
      return false;
    if (c->marks[i] & SET_BIT(set)) return true;
  }
  return false;
}

static void add_effect(Stage *s, uint32_t scene, const Match *x, uint32_t victim) {
  Effect e = {.what = s->m->g->frames[x->frame].what, .phrase = NONE, .token = x->token};
  if (victim != NONE) {
    uint32_t noun = counted_noun(s, victim);
    e.phrase = noun;
    e.count = count_of_phrase(s, victim);
    e.of = part_of_phrase(s, noun);
    e.subset = preceded_by(s, stage_phrase(s, victim)->first, SET_SUBSET, 2);
  }
  if (preceded_by(s, x->token, SET_NEGATION, 2) ||
      (victim != NONE && preceded_by(s, stage_phrase(s, victim)->first, SET_NEGATION, 2)))
    e.count = (Count){0, 0, true, false};
  Effects *list = &s->scenes.at[scene].effects;
  for (uint32_t i = 0; i < list->n; i++) {
    bool same = str_eq(list->at[i].what, e.what) && list->at[i].count.set == e.count.set &&
                list->at[i].count.min == e.count.min && list->at[i].count.max == e.count.max;
    if (same) return;
  }
  vec_push(list, s->arena, e);
}

/* «بينهم» or «من بين القتلى» behind the victims, in their sentence; NONE where there is none. */
static uint32_t subset_mark(const Stage *s, const Match *x, uint32_t victim) {
  enum { SUBSET_NEAR = 8 };
  uint32_t first, last, sentence = s->m->in->text->tokens[x->token].sentence;
  phrase_extent(s->m->c, s->m->g, victim, &first, &last);
  uint32_t end = s->m->in->text->sentences[sentence].last;
  for (uint32_t i = last; i < end && i < last + SUBSET_NEAR; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_SUBSET)) return i;
  return NONE;
}

/* «بينهم ثلاثة أطفال وامرأتان»: some of those just counted, each told apart and never added;
 * «بينهم القيادي فلان»: one of them by name. */
static void add_subsets(Stage *s, uint32_t scene, const Match *x, uint32_t victim) {
  enum { SUBSETS_MOST = 5, NAMES_MOST = 12 };
  const Clauses *c = s->m->c;
  Str what = s->m->g->frames[x->frame].what;
  uint32_t mark = subset_mark(s, x, victim);
  if (mark == NONE) return;
  uint32_t sentence = s->m->in->text->tokens[mark].sentence;
  bool joined = true;
  for (uint32_t i = victim + 1, n = 0; i < c->nphrases && n < NAMES_MOST; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->first < mark) continue;
    if (stage_clause(s, f->clause)->sentence != sentence) break;
    if (n++ && f->link != LINK_CONJ && f->link != LINK_IDAFA) joined = false;
    if (f->person != NONE) {
      parts_add(s, &s->scenes.at[scene].named, part_of_phrase(s, i));
      s->scenes.at[scene].named_fate = what;
    }
    if (!joined || n > SUBSETS_MOST || f->number == NONE || !(f->classes & (s->m->k->person | s->m->k->victim)))
      continue;
    Effect e = {what, count_of_phrase(s, i), i, part_of_phrase(s, i), x->token, true};
    vec_push(&s->scenes.at[scene].effects, s->arena, e);
  }
}

static void add_effects(Stage *s, uint32_t scene, const Match *x) {
  const Fillers *victims = &x->roles[ROLE_VICTIM];
  if (!victims->n) {
    add_effect(s, scene, x, NONE);
    return;
  }
  for (uint32_t i = 0; i < victims->n; i++)
    if (i == 0 || stage_phrase(s, victims->at[i])->number != NONE || stage_phrase(s, victims->at[i])->person != NONE)
      add_effect(s, scene, x, victims->at[i]);
  add_subsets(s, scene, x, victims->at[victims->n - 1]);
}

/* «13 عنصراً من داعش»: the target is the body they are of; else it is they themselves. */
static Part body_of(const Stage *s, uint32_t victim) {
  Part whole = part_of_phrase(s, victim);
  if (stage_phrase(s, victim)->number == NONE) return whole;
  for (uint32_t i = victim + 1; i < s->m->c->nphrases && stage_phrase(s, i)->last <= whole.last; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->actor != NONE || f->classes & (s->m->k->force | s->m->k->group)) return part_of_phrase(s, i);
  }
  return whole;
}

static void name_targets(Stage *s, uint32_t scene, const Match *x) {
  Scene *act = &s->scenes.at[scene];
  const Fillers *victims = &x->roles[ROLE_VICTIM];
  if (act->targets.n && !act->alone) return;
  for (uint32_t i = 0; i < victims->n; i++) {
    uint32_t noun = counted_noun(s, victims->at[i]);
    bool others =
        stage_phrase(s, noun)->head != NONE && s->m->c->marks[stage_phrase(s, noun)->head] & SET_BIT(SET_OTHERS);
    if (!others) parts_add(s, &act->targets, body_of(s, noun)); /* «و32 آخرين» are of those before */
  }
}

static void name_agents(Stage *s, uint32_t scene, const Match *x) {
  Scene *act = &s->scenes.at[scene];
  if (act->agents.n) return;
  const Fillers *agents = &x->roles[ROLE_AGENT];
  for (uint32_t i = 0; i < agents->n; i++) parts_add(s, &act->agents, part_of_phrase(s, agents->at[i]));
}

static void bind(Stage *s, uint32_t match) {
  const Match *x = &s->matches->at[match];
  const Frame *frame = &s->m->g->frames[x->frame];
  uint32_t scene = act_of(s, x);
  if (scene == NONE) {
    if (frame->alone_row == FRAME_NO_TYPE) return;
    scene = scene_new(s, match, frame, RECORD_EVENT, frame->alone_row);
    if (scene == NONE) return;
    s->scenes.at[scene].alone = true;
    s->scenes.at[scene].count = (Count){1, 1, true, false};
  } else {
    parts_add(s, &s->scenes.at[scene].also, (Part){x->first, x->last, x->phrase});
    s->scene_of_token[x->token] = scene;
  }
  add_effects(s, scene, x);
  name_targets(s, scene, x);
  name_agents(s, scene, x);
}

/* A number that an act has as its outcome is no stock; nor are a handful of people. */
static void drop_small_figures(Stage *s) {
  enum { FIGURE_LEAST = 20 };
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->kind == RECORD_FIGURE) x->dropped = !x->count.set || x->count.min < FIGURE_LEAST;
    for (uint32_t k = 0; k < x->effects.n; k++) {
      uint32_t phrase = x->effects.at[k].phrase;
      uint32_t head = phrase == NONE ? NONE : stage_phrase(s, phrase)->head;
      uint32_t other = head == NONE ? NONE : s->scene_of_token[head];
      if (other != NONE && s->scenes.at[other].kind == RECORD_FIGURE) s->scenes.at[other].dropped = true;
    }
  }
}

/* An act that is its own outcome: whoever is executed is dead, whoever is kidnapped is gone. */
static void add_own_effects(Stage *s) {
  uint32_t n = s->scenes.n;
  for (uint32_t i = 0; i < n; i++) {
    const Scene *x = &s->scenes.at[i];
    if (x->kind != RECORD_EVENT || !x->frame->what.n || x->merged != NONE) continue;
    Match own = s->matches->at[x->match];
    if (!own.roles[ROLE_VICTIM].n) own.roles[ROLE_VICTIM] = own.roles[ROLE_TARGET];
    if (own.roles[ROLE_VICTIM].n) add_effects(s, i, &own);
  }
}

void scenes_bind(Stage *s) {
  add_own_effects(s);
  for (uint32_t i = 0; i < s->outcomes.n; i++) bind(s, s->outcomes.at[i]);
  drop_small_figures(s);
}
