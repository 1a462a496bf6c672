/* Outcomes bound to the act they came of (cause.c): its dead, its arrests, and whom it so was aimed at.
 *
 *   «أسفرت الغارة عن مقتل ثلاثة جنود»              outcomes of the strike, and soldiers its target
 *   «قُتل سبعة وأصيب عشرون في تفجير»               the cause that the last of them names is that of all
 *   «أُعدم ثلاثة»                                   an act that is its own outcome
 *   «مقتل 6 آلاف منذ بدء الحرب»                    a figure, and no outcome of the act beside it
 *
 * An outcome that came of no act told is an act of its own («مقتل قيادي»: a killing), and
 * the ones joined to it by «و» are its further outcomes. */
#include "code/match/subject.h"
#include "code/match/taken_up.h"
#include "code/outcome/cause.h"
#include "code/outcome/effect.h"
#include "code/outcome/may_end.h"
#include "code/outcome/outcome.h"
#include "code/outcome/subset.h"
#include "code/outcome/toll.h"
#include "code/scene/people.h"

/* «أوقفت الشرطة زوجة رجل قتل أربعة في إطلاق نار»: who was caught or fled is not what the shooting came to. */
static bool shares_cause(const Stage *s, const Scene *outcome, const Scene *act) {
  const TypeRow *type = stage_type(s, outcome), *cause = stage_type(s, act);
  return type && cause && (type_in(type, CLASS_BIT(ASSAULT)) || type->class == cause->class);
}

/* «قُتل سبعة وأصيب عشرون في تفجير»: the cause that the last of them names is that of all. */
static void share_cause(Stage *s, uint32_t scene, const Match *x) {
  const Scene *act = &s->scenes.at[scene];
  if (act->token < x->token || act->alone) return;
  uint32_t first = s->m->in->text->sentences[act->sentence].first;
  for (uint32_t i = x->token; i-- > first;) {
    uint32_t other = scene_live(s, s->scene_of_token[i]);
    if (other == NONE || other == scene) continue;
    const Scene *o = &s->scenes.at[other]; /* «لقي 541 مصرعهم بسبب الغارات منذ مطلع العام»: a toll is no outcome */
    if (!o->alone || o->toll || o->sentence != act->sentence || !shares_cause(s, o, act)) return;
    scene_absorb(s, scene, other);
    return;
  }
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

/* «31 قتيلاً», «ستة أشخاص»: dead, or people, and nobody says of what. */
static bool only_victims(const Stage *s, uint32_t noun) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, noun);
  return f->classes & (k->dead | k->hurt | k->victim) && f->actor == NONE && part_of_phrase(s, noun).last <= f->last;
}

/* «ستة أشخاص»: people, and nobody says of whom. */
static bool anybody(const Stage *s, uint32_t noun) {
  const Phrase *f = stage_phrase(s, noun);
  if (f->adjectives || f->definite || f->pronoun || f->actor != NONE || f->person != NONE) return false;
  if (lexicon_classes(s->m->g->lexicon, f->lemma) != s->m->k->person) return false;
  return f->classes == s->m->k->person && part_of_phrase(s, noun).last <= f->last;
}

static void name_targets(Stage *s, uint32_t scene, const Match *x) {
  Scene *act = &s->scenes.at[scene];
  const Fillers *victims = &x->roles[ROLE_VICTIM];
  const TypeRow *type = stage_type(s, act);
  if (type_in(type, CLASS_BIT(PROTEST))) return;                     /* whoever dies in it is not whom it is against */
  bool plot = str_eq(s->m->g->frames[x->frame].what, STR("foiled")); /* is none of those it was foiled with */
  Str custody = scene_custody(s, act), what = s->m->g->frames[x->frame].what;
  bool others = custody.n && !str_eq(what, custody); /* «اعتقال رجل … أسفر الحادث عن إصابة عدد من المارة» */
  if ((act->targets.n && !act->alone) || outcome_of_goods(s, x) || plot || others) return;
  for (uint32_t i = 0; i < victims->n; i++) {
    uint32_t noun = victim_of(s, victims->at[i]).phrase;
    if (noun == NONE) continue;
    ClassSet classes = stage_phrase(s, noun)->classes;
    if (noun == x->phrase && !(classes & (s->m->k->dead | s->m->k->hurt))) continue; /* «خسائر بشرية»: nobody */
    if (told_as_others(s, noun) || only_victims(s, noun)) continue; /* «و32 آخرين» are of those before */
    if (lost_by_doer(s, act, s->m->g->frames[x->frame].what, noun)) continue;
    /* who flees or gives himself up has done it */
    bool own_deed = type_is(type, TRAIT_OWN_DEED);
    if (own_deed || !anybody(s, noun)) parts_add(s, own_deed ? &act->agents : &act->targets, body_of(s, noun));
  }
}

static void name_agents(Stage *s, uint32_t scene, const Match *x) {
  Scene *act = &s->scenes.at[scene];
  if (act->agents.n) return;
  if (!act->alone && str_eq(s->m->g->frames[x->frame].what, STR("foiled"))) return; /* who foils it has not done it */
  const Fillers *agents = &x->roles[ROLE_AGENT];
  for (uint32_t i = 0; i < agents->n; i++) parts_add(s, &act->agents, part_of_phrase(s, agents->at[i]));
}

/* «ارتفاع الضحايا منذ الاثنين إلى 15 قتيلاً و190 جريحاً»: the hurt that a noun tells right behind a toll of the dead
 * are an outcome of it. */
static bool add_to_toll(Stage *s, const Match *x) {
  enum { BEHIND_MOST = 8 };
  if (x->phrase == NONE || !s->scenes.n || !str_eq(s->m->g->frames[x->frame].what, STR("injured"))) return false;
  const Scene *toll = &s->scenes.at[s->scenes.n - 1];
  if (!toll->toll || !str_eq(toll->frame->what, STR("killed")) || toll->last > x->token) return false;
  if (x->token > toll->last + BEHIND_MOST || toll->sentence != s->m->in->text->tokens[x->token].sentence) return false;
  add_effects(s, s->scenes.n - 1, x);
  return true;
}

/* «مقتل 6 آلاف منذ بدء الحرب»: a figure each, and no outcome of the act beside it. */
static bool add_tolls(Stage *s, uint32_t match, uint32_t act) {
  const Match *x = &s->matches->at[match];
  const Fillers *victims = &x->roles[ROLE_VICTIM];
  bool any = false;
  if (outcome_denied(s, x, victims->n ? victims->at[0] : NONE)) return false;
  for (uint32_t i = 0; i < victims->n; i++) {
    Victim v = victim_of(s, victims->at[i]);
    if (!toll_told(s, x, &v, act)) continue;
    uint32_t scene = toll_scene(s, match, &v);
    if (scene != NONE) add_subsets(s, scene, x, victims->at[i]);
    any = true;
  }
  return any;
}

/* «تحتجز القوات عشرة آلاف عنصر»: so many are held; nobody is caught. But a headline tells the news in the present:
 * «الشرطة تعتقل ثلاثة أشخاص». */
static bool tells_stock(const Stage *s, const Match *x) {
  const Text *text = s->m->in->text;
  if (text->tokens[x->token].sentence == 0 && text->nsentences >= REPORT_SENTENCES) return false;
  if (x->phrase != NONE || !(s->m->c->marks[x->token] & SET_BIT(SET_STOCK))) return false;
  const Fillers *victims = &x->roles[ROLE_VICTIM];
  return victims->n && stage_phrase(s, victims->at[0])->number != NONE;
}

/* «متأثراً بجروح أصيب بها»: tells of the wounds, and of nobody else. */
static bool of_wounds(const Stage *s, const Match *x) {
  const Clause *c = stage_clause(s, x->clause);
  if (x->phrase != NONE || c->verb != x->token || c->kind != CLAUSE_RELATIVE || c->head == NONE) return false;
  ClassSet people = s->m->k->person | s->m->k->force | s->m->k->group;
  return c->pronoun_prep == s->m->g->prep_bi && c->after == NONE && !(stage_phrase(s, c->head)->classes & people);
}

/* «اعتقاله», «اعتقلته», «القبض عليه»: of somebody, who is named elsewhere. */
static bool of_somebody(const Stage *s, const Match *x) {
  const Clause *c = stage_clause(s, x->clause);
  const Frame *frame = &s->m->g->frames[x->frame];
  if (STR_IN(frame->what, "seized", "destroyed")) return false;
  if (role_by_pronoun(s->m, x, ROLE_VICTIM)) return true;
  return x->phrase != NONE ? stage_phrase(s, x->phrase)->pronoun : c->object_pronoun;
}

/* «أصيب في المسيرات أكثر من 12 ألفاً»: no act of theirs, but what a toll is of. */
static uint32_t act_beside(const Stage *s, const Match *x) {
  enum { CLAUSE_MOST = 60 };
  const Clause *c = stage_clause(s, x->clause);
  for (uint32_t i = c->first; i < c->last && i < c->first + CLAUSE_MOST; i++)
    if (takes_outcomes(s, scene_live(s, s->scene_of_token[i]))) return scene_live(s, s->scene_of_token[i]);
  return NONE;
}

/* «عملية لاعتقال عناصر من التنظيم» (an operation to arrest members of the group): what an act was for, not what came of
 * it; but «أدى لاعتقال سبعة». */
static bool only_meant(const Stage *s, const Match *x, uint32_t act) {
  if (x->phrase == NONE || act == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  if (f->form != FORM_MASDAR || f->prep != s->m->g->prep_li || f->pronoun) return false;
  const Clause *c = stage_clause(s, x->clause);
  return STR_IN(s->m->g->frames[x->frame].what, "arrested", "seized", "destroyed") && !(c->classes & s->m->k->result);
}

/* «596 حالة اعتقال» (596 cases of arrest): how often it was done, as the noun above counts it; not set where none does.
 */
static Count count_of_cases(const Stage *s, const Match *x) {
  uint32_t counting = x->phrase == NONE ? NONE : phrase_counting(s, x->phrase);
  return counting != x->phrase ? count_of_phrase(s, counting) : (Count){0};
}

/* «انفجرت عبوة …. وأبطلت القوات مفعول عبوة أخرى» (another device was defused): what is foiled apart from an act is
 * another act, which somebody tried. */
static bool foiled_apart(const Stage *s, const Match *x, uint32_t act) {
  if (act == NONE || !str_eq(s->m->g->frames[x->frame].what, STR("foiled"))) return false;
  const Fillers *victims = &x->roles[ROLE_VICTIM];
  uint32_t noun = victims->n ? victims->at[0] : NONE;
  if (noun == NONE) return false;
  for (uint32_t i = stage_phrase(s, noun)->first; i < stage_phrase(s, noun)->last; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_OTHERS)) return true;
  return false;
}

/* «إعدام ثلاثة متهمين بقتل شرطي» (the execution of three accused of killing a policeman): what they are charged with
 * came of no act that befalls them for it. */
static bool charged_apart(const Stage *s, const Match *x, uint32_t act) {
  uint32_t who = x->phrase == NONE || act == NONE ? NONE : match_charged(s->m, x->phrase);
  if (who == NONE) return false;
  const Parts *whom = &s->scenes.at[act].targets;
  for (uint32_t i = 0; i < whom->n; i++)
    if (whom->at[i].phrase == who) return true;
  return false;
}

static void bind(Stage *s, uint32_t match) {
  const Match *x = &s->matches->at[match];
  if (of_wounds(s, x)) return;
  const Frame *frame = &s->m->g->frames[x->frame];
  if (add_to_toll(s, x)) return;
  Count cases = count_of_cases(s, x);
  uint32_t scene = cases.set ? NONE : act_caused(s, x);
  if (foiled_apart(s, x, scene) || charged_apart(s, x, scene)) scene = NONE;
  if (add_tolls(s, match, scene != NONE ? scene : act_beside(s, x)) || tells_stock(s, x)) return;
  if (only_meant(s, x, scene)) return;
  if (scene == NONE && cause_is_no_act(s, stage_clause(s, x->clause))) return;
  if (scene == NONE) {
    const Fillers *victims = &x->roles[ROLE_VICTIM];
    if (frame->alone_row == FRAME_NO_TYPE || outcome_denied(s, x, victims->n ? victims->at[0] : NONE)) return;
    scene = scene_new(s, match, frame, RECORD_EVENT, frame->alone_row);
    if (scene == NONE) return;
    s->scenes.at[scene].alone = true;
    s->scenes.at[scene].count = cases.set ? cases : (Count){1, 1, true, false};
  } else {
    parts_add(s, &s->scenes.at[scene].also, (Part){x->first, x->last, x->phrase});
    s->scene_of_token[x->token] = scene;
    share_cause(s, scene, x);
  }
  add_effects(s, scene, x);
  name_targets(s, scene, x);
  name_agents(s, scene, x);
  Scene *act = &s->scenes.at[scene];
  bool of_nobody = !act->effects.n && !act->agents.n && !act->targets.n && !of_somebody(s, x); /* «بعد الأسر» */
  if (act->alone && of_nobody && !cases.set) {
    act->dropped = true;
    act->doubts |= 1U << DOUBT_OF_NOBODY;
  }
}

static bool share(const Stage *s, const Scene *x) {
  uint32_t number = x->phrase == NONE ? NONE : stage_phrase(s, x->phrase)->number;
  return number != NONE && s->m->in->numbers->at[number].kind == NUMBER_PERCENT;
}

/* A number that an act has as its outcome is no stock; nor are a handful of people. */
static void drop_small_figures(Stage *s) {
  enum { FIGURE_LEAST = 20 };
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->kind == RECORD_FIGURE)
      x->dropped |= !x->toll && !share(s, x) && (!x->count.set || x->count.min < FIGURE_LEAST);
    for (uint32_t k = 0; k < x->effects.n; k++) {
      uint32_t phrase = x->effects.at[k].phrase;
      uint32_t head = phrase == NONE ? NONE : stage_phrase(s, phrase)->head;
      uint32_t other = head == NONE ? NONE : s->scene_of_token[head];
      if (other != NONE && s->scenes.at[other].kind == RECORD_FIGURE && !s->scenes.at[other].toll)
        s->scenes.at[other].dropped = true;
    }
  }
}

/* «محاولة اغتيال الوزير»: nobody died of it. */
static bool only_tried(const Stage *s, const Scene *x) {
  enum { UPWARD = 3 };
  uint32_t i = x->phrase;
  for (uint32_t steps = 0; i != NONE && steps < UPWARD; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (i != x->phrase && f->head != NONE && s->m->c->marks[f->head] & SET_BIT(SET_ATTEMPT)) return true;
    i = f->link == LINK_FREE ? NONE : f->up;
  }
  uint32_t carrier = s->matches->at[x->match].carrier;
  return carrier != NONE && stage_clause(s, carrier)->sets & SET_BIT(SET_NEAR_MISS);
}

/* The act whose outcome it is that an act of a kind is in itself; «خطف 36 مدنياً خلال الهجوم»: the two are one, of the
 * kind of the kidnapping. */
static uint32_t act_in_itself(const Stage *s, uint32_t scene) {
  const Scene *x = &s->scenes.at[scene];
  uint32_t act = scene_live(s, scene);
  if (act == NONE || act == scene) return x->merged == NONE ? scene : NONE;
  const Scene *one = &s->scenes.at[act];
  return !one->frame->what.n && one->sentence == x->sentence && str_eq(one->type, x->type) ? act : NONE;
}

/* An act that is its own outcome: whoever is executed is dead, whoever is kidnapped is gone. */
static void add_own_effects(Stage *s) {
  uint32_t n = s->scenes.n;
  for (uint32_t i = 0; i < n; i++) {
    const Scene *x = &s->scenes.at[i];
    if (x->kind != RECORD_EVENT || !x->frame->what.n || only_tried(s, x)) continue;
    uint32_t act = act_in_itself(s, i);
    if (act == NONE) continue;
    Match own = s->matches->at[x->match];
    bool aid = str_eq(x->frame->what, STR("given")); /* to whom it was given is not what */
    if (!own.roles[ROLE_VICTIM].n && !aid) own.roles[ROLE_VICTIM] = own.roles[ROLE_TARGET];
    const Fillers *victims = &own.roles[ROLE_VICTIM];
    /* «تفكيك خلية»: who was caught of it, nobody says */
    bool nobody = victims->n && scene_is(s, x, TRAIT_CAMPAIGN) && !victim_of(s, victims->at[0]).count.set;
    if (victims->n && !nobody) add_effects(s, act, &own);
  }
}

void scenes_bind(Stage *s) {
  add_own_effects(s);
  for (uint32_t i = 0; i < s->outcomes.n; i++) bind(s, s->outcomes.at[i]);
  add_sentences_of_subsets(s);
  drop_small_figures(s);
  scenes_order(s);
}
