/* Outcomes → the act they came of.
 *
 *   «أسفرت الغارة عن مقتل ثلاثة وإصابة خمسة»  the act is the subject of the verb of result
 *   «قُتل ثلاثة في غارة»                        the act is where, or by what, they died
 *   «نفذ الجهاز عملية وألقى القبض على اثنين»    the act stands before, in one breath
 *
 * An outcome that came of no act told is an act of its own («مقتل قيادي»: a killing), and
 * the ones joined to it by «و» are its further outcomes. */
#include "code/effect.h"
#include "code/near.h"
#include "code/subset.h"
#include "code/taken_up.h"
#include "code/toll.h"

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
  if (x->frame->weak && (x->phrase != NONE || !str_eq(x->type, STR("accident")))) return false; /* it may be no act */
  return x->kind == RECORD_EVENT || x->kind == RECORD_TALLY;
}

/* What makes an act of its own whatever came before: flight, return, release, surrender. */
static bool own_act(const Stage *s, const Match *x) {
  const Frame *frame = &s->m->g->frames[x->frame];
  const TypeRow *alone = grammar_type(s->m->g, frame->alone_row);
  return alone && !type_in(alone, CLASS_BIT(ASSAULT) | CLASS_BIT(COERCE));
}

/* Arrests, seizures, and those made harmless: what the forces of order do. */
static bool custody(const Stage *s, const Match *x) {
  const Frame *frame = &s->m->g->frames[x->frame];
  return type_in(grammar_type(s->m->g, frame->alone_row), CLASS_BIT(COERCE));
}

/* «قتل ثلاثة وأصيب عشرون برصاص الجيش خلال الاحتجاجات»: somebody did it, and not the protest. */
static bool has_doer(const Stage *s, const Match *x) {
  uint32_t sentence = s->m->in->text->tokens[x->token].sentence;
  for (uint32_t i = (uint32_t)(x - s->matches->at), steps = 0; i < s->matches->n && steps < 4; i++, steps++) {
    const Match *o = &s->matches->at[i];
    if (s->m->in->text->tokens[o->token].sentence != sentence) return false;
    if (s->m->g->frames[o->frame].kind == FRAME_OUTCOME && o->roles[ROLE_AGENT].n) return true;
  }
  return false;
}

static bool harms(const Stage *s, const Match *x) {
  Str what = s->m->g->frames[x->frame].what;
  return str_eq(what, STR("killed")) || str_eq(what, STR("injured")) || str_eq(what, STR("killed-or-injured"));
}

/* Can an act of this class come to such an end where no word of result says so? Deaths come of
 * any force. Whoever is caught after an attack is caught by others, in an act of their own; so
 * is a flight, a return, a release. */
static bool may_end_in(const Stage *s, uint32_t scene, const Match *x) {
  const uint32_t order = CLASS_BIT(COERCE) | CLASS_BIT(TERRITORY) | CLASS_BIT(PROTEST);
  const uint32_t force = order | CLASS_BIT(ASSAULT) | CLASS_BIT(ACCIDENT);
  if (!takes_outcomes(s, scene)) return false;
  const TypeRow *act = stage_type(s, &s->scenes.at[scene]);
  const Frame *frame = &s->m->g->frames[x->frame];
  const TypeRow *alone = grammar_type(s->m->g, frame->alone_row);
  /* in a report, whoever dies at a protest dies of what others did there: «قتل ثلاثة خلال الاحتجاجات» */
  bool report = s->m->in->text->nsentences >= REPORT_SENTENCES;
  if (!act || (type_in(act, CLASS_BIT(PROTEST)) && (report || has_doer(s, x)))) return false;
  bool peaceful = str_eq(act->type, STR("restriction")) || str_eq(act->type, STR("seizure"));
  if (peaceful && harms(s, x)) return false;
  if (alone && act->class == alone->class) return true;
  if (str_eq(frame->what, STR("given"))) return str_eq(act->type, STR("aid")) || str_eq(act->type, STR("military-aid"));
  if (str_eq(frame->what, STR("deployed"))) return type_in(act, CLASS_BIT(MOBILIZE));
  if (custody(s, x)) {
    bool fight = str_eq(act->type, STR("clash")) || s->scenes.at[scene].alone;
    return fight || type_in(act, order);
  }
  return !own_act(s, x) && type_in(act, force);
}

/* «خلية مسؤولة عن تفجير», «عن محاولة اغتيال»: the preposition belongs to a word that lays the act on somebody. */
static bool blamed_for(const Stage *s, uint32_t phrase) {
  enum { UP_MOST = 3 };
  for (uint32_t steps = 0; phrase != NONE && steps <= UP_MOST; steps++) {
    const Phrase *f = stage_phrase(s, phrase);
    if (f->prep != NONE && f->prep_token > 0) return (s->m->c->marks[f->prep_token - 1] & SET_BIT(SET_BLAMED)) != 0;
    phrase = f->link == LINK_IDAFA ? f->up : NONE;
  }
  return false;
}

bool act_linked_to(const Stage *s, uint32_t phrase) {
  enum { UP_MOST = 3 };
  if (blamed_for(s, phrase)) return true;
  for (uint32_t steps = 0; phrase != NONE && steps <= UP_MOST; steps++) {
    const Phrase *f = stage_phrase(s, phrase);
    if (steps && f->head != NONE && s->m->c->marks[f->head] & SET_BIT(SET_LINKED)) return true;
    phrase = f->link == LINK_FREE ? NONE : f->up;
  }
  return false;
}

/* The newest act before a token in its sentence. An act that is laid on somebody is not what he died of: «مقتل ستة
 * من خلية مسؤولة عن تفجير المحطة. وقتلت القوات الستة في …». */
static uint32_t act_before(const Stage *s, uint32_t token, const Match *x) {
  uint32_t first = s->m->in->text->sentences[s->m->in->text->tokens[token].sentence].first;
  for (uint32_t i = token, steps = 0; i-- > first && steps < 400; steps++)
    if (may_end_in(s, live(s, s->scene_of_token[i]), x)) {
      uint32_t scene = live(s, s->scene_of_token[i]);
      if (!blamed_for(s, s->scenes.at[scene].phrase)) return scene;
    }
  return NONE;
}

/* «قتلت خلية حملتها مسؤولية محاولة اغتيال بانفجار»: what the force said of them, or laid on them. */
static bool lays_blame(const Stage *s, uint32_t clause) {
  const Clause *c = stage_clause(s, clause);
  return c->verb != NONE && (c->classes & s->m->k->speech || c->sets & (SET_BIT(SET_BLAMES) | SET_BIT(SET_ASCRIBES)));
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
    if (!cause || act_linked_to(s, i) || (f->clause != x->clause && lays_blame(s, f->clause))) continue;
    uint32_t scene = live(s, s->scene_of_token[f->head]);
    if (!takes_outcomes(s, scene)) continue;
    const TypeRow *type = stage_type(s, &s->scenes.at[scene]);
    bool protest = type_in(type, CLASS_BIT(PROTEST));
    if (may_end_in(s, scene, x) || (!own_act(s, x) && !custody(s, x) && !protest)) return scene;
  }
  return NONE;
}

/* «دمرت الغارات ثلاثة منازل»: the act itself is the subject. */
static uint32_t act_of_subject(const Stage *s, const Match *x) {
  const Clause *c = stage_clause(s, x->clause);
  if (x->phrase != NONE || c->verb != x->token || c->subject == NONE) return NONE;
  uint32_t scene = scene_of_phrase(s, c->subject);
  return takes_outcomes(s, scene) ? scene : NONE;
}

/* «أسفر الزلزال عن…»: what it came of is told, and is no act. */
static bool other_cause(const Stage *s, const Clause *c) {
  if (c->verb == NONE || !(c->classes & s->m->k->result)) return false;
  uint32_t cause = c->subject != NONE ? c->subject : c->kind == CLAUSE_RELATIVE ? c->head : c->lone;
  if (cause == NONE || stage_phrase(s, cause)->head == NONE) return false;
  const Phrase *f = stage_phrase(s, cause);
  if (scene_of_phrase(s, cause) != NONE || f->pronoun || f->classes & s->m->k->measure) return false;
  return !(s->m->c->marks[f->head] & (SET_BIT(SET_ANAPHOR) | SET_BIT(SET_WAR))) && f->actor == NONE &&
         !(f->classes & (s->m->k->force | s->m->k->group | s->m->k->aircraft | s->m->k->person));
}

/* The verb of result above an outcome leads back to its act. */
static uint32_t act_of_result(const Stage *s, const Match *x) {
  const Clause *c = stage_clause(s, x->clause);
  if (c->verb == NONE || !(c->classes & s->m->k->result)) return NONE;
  uint32_t scene = c->subject != NONE ? scene_of_phrase(s, c->subject) : NONE;
  if (scene == NONE && c->head != NONE) scene = scene_of_phrase(s, c->head);
  if (takes_outcomes(s, scene)) return scene;
  return other_cause(s, c) ? NONE : act_before(s, c->verb, x);
}

/* «بعد مقتل جنديين», «متورطين في قتل شرطيين»: what a preposition sets apart is another act,
 * unless a verb carries it («تمكن من قتل», «مع مقتل اثنين»). */
static bool told_apart(const Stage *s, const Match *x) {
  if (x->phrase == NONE || x->carrier != NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  if (f->prep == NONE) return false;
  if (s->m->c->marks[f->prep_token] & SET_BIT(SET_AFTER)) return true;
  return f->link == LINK_PREP && s->m->c->marks[f->prep_token] & SET_BIT(SET_CAUSE_PREPOSITION);
}

/* The first place that is named from some words before a token on, and before another; NONE. */
static uint32_t place_about(const Stage *s, uint32_t token, uint32_t first, uint32_t end) {
  enum { BEFORE = 6, BEHIND = 12 };
  const Mentions *m = s->m->in->mentions;
  if (token > first + BEFORE) first = token - BEFORE;
  if (end > token + BEHIND) end = token + BEHIND;
  for (uint32_t i = place_from(s->m->in, first); i < m->nplaces && m->places[i].first < end; i++)
    if (m->places[i].use == PLACE_FREE && !m->places[i].adjective) return i;
  return NONE;
}

/* «قبض على ثلاثة في تلعفر، وقبض على اثنين في الفلوجة»: told with a verb, a number and a place each, they are two. */
static bool another_of_kind(const Stage *s, uint32_t scene, const Match *x) {
  const Scene *act = &s->scenes.at[scene];
  const Sentence *here = &s->m->in->text->sentences[act->sentence];
  bool same = false;
  for (uint32_t i = 0; i < act->effects.n; i++)
    same |= str_eq(act->effects.at[i].what, s->m->g->frames[x->frame].what) && act->effects.at[i].count.set;
  if (!same || !x->roles[ROLE_VICTIM].n) return false;
  if (s->m->in->text->tokens[x->token].sentence != act->sentence) return false;
  uint32_t its = place_about(s, act->token, here->first, x->token);
  uint32_t mine = its == NONE ? NONE : place_about(s, x->token, s->m->in->mentions->places[its].last, here->last);
  return mine != NONE;
}

/* «اندلعت اشتباكات بين الجيش ومسلحين، وقال مصدر إن المسلحين قتلوا ثلاثة»: one of those who are told to do the act,
 * or whom it is against. */
static bool is_party(const Stage *s, const Scene *act, uint32_t phrase) {
  const Parts *sides[] = {&act->agents, &act->targets};
  for (size_t k = 0; k < sizeof sides / sizeof *sides; k++)
    for (uint32_t i = 0; i < sides[k]->n; i++)
      if (parts_alike(s, sides[k]->at[i], part_of_phrase(s, phrase))) return true;
  return false;
}

/* «وألقت القبض على…»: joined to the clause of an act, the doer the same or not told. */
static uint32_t act_in_one_breath(const Stage *s, const Match *x) {
  if (told_apart(s, x)) return NONE;
  uint32_t scene = act_before(s, x->token, x);
  if (scene == NONE) return NONE;
  if (s->scenes.at[scene].alone) return another_of_kind(s, scene, x) ? NONE : scene;
  const Scene *act = &s->scenes.at[scene];
  const Clause *mine = stage_clause(s, x->clause), *its = stage_clause(s, act->clause);
  if (mine == its) return scene;
  bool first = mine->subject != NONE && mine->subject == mine->before; /* «أن مسلحين قتلوا حارساً» */
  bool own = (mine->own_subject || first) && mine->subject != its->subject && mine->kind != CLAUSE_RELATIVE;
  if (own && mine->subject != NONE) /* «وراح ضحيته» */
    own = !stage_phrase(s, mine->subject)->pronoun && !is_party(s, act, mine->subject);
  return own && x->phrase == NONE ? NONE : scene;
}

static bool sentence_has(const Stage *s, uint32_t sentence, SetMask sets) {
  const Sentence *here = &s->m->in->text->sentences[sentence];
  for (uint32_t i = here->first; i < here->last && i < here->first + 60; i++)
    if (s->m->c->marks[i] & sets) return true;
  return false;
}

/* «وقُتل ثلاثة مدنيين وأصيب آخرون.»: a sentence that opens with the outcome, and tells no
 * place and no act, goes on with the one before. */
static bool goes_on(const Stage *s, const Match *x) {
  enum { OPENING = 3 };
  const Text *text = s->m->in->text;
  const Sentence *here = &text->sentences[text->tokens[x->token].sentence];
  if (x->token >= here->first + OPENING) return false;
  uint32_t place = place_from(s->m->in, here->first);
  for (; place < s->m->in->mentions->nplaces && s->m->in->mentions->places[place].first < here->last; place++)
    if (s->m->in->mentions->places[place].use == PLACE_FREE && !s->m->in->mentions->places[place].adjective)
      return false;
  for (uint32_t i = here->first; i < here->last; i++) {
    uint32_t scene = live(s, s->scene_of_token[i]);
    if (takes_outcomes(s, scene) && !s->scenes.at[scene].alone) return false;
  }
  return true;
}

/* In a new sentence an outcome goes back to the last act only where a word points there
 * («العملية», «الهجوم», «آخرون»), where a verb of result has nothing else before it, or where
 * the sentence has nothing of its own. */
static uint32_t act_pointed_at(const Stage *s, const Match *x) {
  const Text *text = s->m->in->text;
  uint32_t sentence = text->tokens[x->token].sentence;
  if (!sentence) return NONE;
  const Sentence *here = &text->sentences[sentence];
  bool points = (stage_clause(s, x->clause)->classes & s->m->k->result) != 0;
  points |= sentence_has(s, sentence, SET_BIT(SET_ANAPHOR));
  points |= goes_on(s, x);
  return points ? act_before(s, here->first - 1, x) : NONE;
}

/* What is sent or given, counted without a word that says so: only its own kind of act has it. */
static bool stocks(const Stage *s, const Match *x) {
  const Frame *frame = &s->m->g->frames[x->frame];
  if (frame->alone_row != FRAME_NO_TYPE) return false;
  return str_eq(frame->what, STR("given")) || str_eq(frame->what, STR("deployed"));
}

/* «مقتل خمسة جنود», «احتراق ثلاث آليات»: they are those of another noun of an act. */
static bool of_other_deed(const Stage *s, const Match *x) {
  if (x->phrase == NONE || stage_phrase(s, x->phrase)->link != LINK_IDAFA) return false;
  const Phrase *up = stage_phrase(s, stage_phrase(s, x->phrase)->up);
  uint32_t scene = up->head == NONE ? NONE : live(s, s->scene_of_token[up->head]);
  return up->form == FORM_MASDAR && scene != NONE && !may_end_in(s, scene, x);
}

/* Its act, in its sentence or the one before («أدخل رتلاً… . ضم نحو 60 شاحنة»). */
static uint32_t act_of_goods(const Stage *s, const Match *x) {
  const Text *text = s->m->in->text;
  uint32_t scene = act_before(s, x->token, x), first = text->sentences[text->tokens[x->token].sentence].first;
  const Clause *c = stage_clause(s, x->clause);
  bool sent = str_eq(s->m->g->frames[x->frame].what, STR("deployed"));
  if (sent && of_other_deed(s, x)) return NONE;
  bool own = sent && c->own_subject && c->subject != x->phrase; /* «استخدم التنظيم عشرة مهاجمين» */
  return scene == NONE && first > 0 && !own ? act_before(s, first - 1, x) : scene;
}

/* «حصيلة قتلى التفجير»: the act is the complement. */
static uint32_t act_of_complement(const Stage *s, const Match *x) {
  uint32_t next = x->phrase == NONE ? NONE : x->phrase + 1;
  if (next == NONE || next >= s->m->c->nphrases || stage_phrase(s, next)->up != x->phrase) return NONE;
  const Phrase *f = stage_phrase(s, next);
  if (f->link != LINK_IDAFA || f->head == NONE) return NONE;
  uint32_t scene = live(s, s->scene_of_token[f->head]);
  return takes_outcomes(s, scene) ? scene : NONE;
}

/* «قتل سبعة جنود بعد أن فجر مسلحون قنبلة», «… عندما هاجموا حاجزاً»: the act that a clause of time
 * behind the outcome's tells. */
static uint32_t act_of_when(const Stage *s, const Match *x) {
  enum { WHEN_NEAR = 40 };
  uint32_t end = s->m->in->text->sentences[s->m->in->text->tokens[x->token].sentence].last;
  bool when = false;
  for (uint32_t i = x->token + 1; i < end && i < x->token + WHEN_NEAR; i++) {
    when |= (s->m->c->marks[i] & SET_BIT(SET_WHEN)) != 0;
    uint32_t scene = live(s, s->scene_of_token[i]);
    if (scene == NONE) continue;
    const Scene *act = &s->scenes.at[scene];
    return when && act->phrase == NONE && !act->alone && takes_outcomes(s, scene) ? scene : NONE;
  }
  return NONE;
}

static uint32_t act_of(const Stage *s, const Match *x) {
  if (stocks(s, x)) return act_of_goods(s, x);
  uint32_t scene = act_of_complement(s, x);
  if (scene == NONE) scene = act_of_cause(s, x);
  if (scene == NONE) scene = act_of_result(s, x);
  if (scene == NONE) scene = act_of_subject(s, x);
  if (scene == NONE) scene = act_of_when(s, x);
  if (scene == NONE) scene = act_in_one_breath(s, x);
  if (scene == NONE) scene = act_pointed_at(s, x);
  return scene;
}

/* «قُتل سبعة وأصيب عشرون في تفجير»: the cause that the last of them names is that of all. */
static void share_cause(Stage *s, uint32_t scene, const Match *x) {
  const Scene *act = &s->scenes.at[scene];
  if (act->token < x->token || act->alone) return;
  uint32_t first = s->m->in->text->sentences[act->sentence].first;
  for (uint32_t i = x->token; i-- > first;) {
    uint32_t other = live(s, s->scene_of_token[i]);
    if (other == NONE || other == scene) continue;
    if (!s->scenes.at[other].alone || s->scenes.at[other].sentence != act->sentence) return;
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
  if (f->lemma >= s->m->g->lexicon->n || s->m->g->lexicon->lemmas[f->lemma].classes != s->m->k->person) return false;
  return f->classes == s->m->k->person && part_of_phrase(s, noun).last <= f->last;
}

static void name_targets(Stage *s, uint32_t scene, const Match *x) {
  Scene *act = &s->scenes.at[scene];
  const Fillers *victims = &x->roles[ROLE_VICTIM];
  const TypeRow *type = stage_type(s, act);
  if (type_in(type, CLASS_BIT(PROTEST))) return; /* whoever dies in it is not whom it is against */
  if ((act->targets.n && !act->alone) || stocks(s, x)) return;
  for (uint32_t i = 0; i < victims->n; i++) {
    uint32_t noun = victim_of(s, victims->at[i]).phrase;
    if (noun == NONE) continue;
    ClassSet classes = stage_phrase(s, noun)->classes;
    if (noun == x->phrase && !(classes & (s->m->k->dead | s->m->k->hurt))) continue; /* «خسائر بشرية»: nobody */
    if (told_as_others(s, noun) || only_victims(s, noun)) continue; /* «و32 آخرين» are of those before */
    /* who flees or gives himself up has done it */
    bool own_deed = type_is(type, TRAIT_OWN_DEED);
    if (own_deed || !anybody(s, noun)) parts_add(s, own_deed ? &act->agents : &act->targets, body_of(s, noun));
  }
}

static void name_agents(Stage *s, uint32_t scene, const Match *x) {
  Scene *act = &s->scenes.at[scene];
  if (act->agents.n) return;
  const Fillers *agents = &x->roles[ROLE_AGENT];
  for (uint32_t i = 0; i < agents->n; i++) parts_add(s, &act->agents, part_of_phrase(s, agents->at[i]));
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

/* «تحتجز القوات عشرة آلاف عنصر»: so many are held; nobody is caught. */
static bool tells_stock(const Stage *s, const Match *x) {
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
    if (takes_outcomes(s, live(s, s->scene_of_token[i]))) return live(s, s->scene_of_token[i]);
  return NONE;
}

static void bind(Stage *s, uint32_t match) {
  const Match *x = &s->matches->at[match];
  if (of_wounds(s, x)) return;
  const Frame *frame = &s->m->g->frames[x->frame];
  uint32_t scene = act_of(s, x);
  if (add_tolls(s, match, scene != NONE ? scene : act_beside(s, x)) || tells_stock(s, x)) return;
  if (scene == NONE && other_cause(s, stage_clause(s, x->clause))) return;
  if (scene == NONE) {
    const Fillers *victims = &x->roles[ROLE_VICTIM];
    if (frame->alone_row == FRAME_NO_TYPE || outcome_denied(s, x, victims->n ? victims->at[0] : NONE)) return;
    scene = scene_new(s, match, frame, RECORD_EVENT, frame->alone_row);
    if (scene == NONE) return;
    s->scenes.at[scene].alone = true;
    s->scenes.at[scene].count = (Count){1, 1, true, false};
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
  if (act->alone && of_nobody) {
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

/* An act that is its own outcome: whoever is executed is dead, whoever is kidnapped is gone. */
static void add_own_effects(Stage *s) {
  uint32_t n = s->scenes.n;
  for (uint32_t i = 0; i < n; i++) {
    const Scene *x = &s->scenes.at[i];
    if (x->kind != RECORD_EVENT || !x->frame->what.n || x->merged != NONE || only_tried(s, x)) continue;
    Match own = s->matches->at[x->match];
    if (!own.roles[ROLE_VICTIM].n) own.roles[ROLE_VICTIM] = own.roles[ROLE_TARGET];
    if (own.roles[ROLE_VICTIM].n) add_effects(s, i, &own);
  }
}

void scenes_bind(Stage *s) {
  add_own_effects(s);
  for (uint32_t i = 0; i < s->outcomes.n; i++) bind(s, s->outcomes.at[i]);
  add_sentences_of_subsets(s);
  drop_small_figures(s);
  scenes_order(s);
}
