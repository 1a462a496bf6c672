/* Whom an act is aimed at, where its own words do not say so.
 *
 *   «أطلق الجيش عملية لطرد المسلحين من المدينة»   the army launched an operation to drive the gunmen from the
 *                                                town: whom its purpose is to befall
 *   «عملية تطهير المدينة من المسلحين»           the operation of clearing the town of the gunmen: and so by its name
 *   «قصف المناطق التي تسيطر عليها المعارضة»       he shelled the areas that the opposition holds: who stands in
 *                                                the place
 *   «استعاد آخر جيب في أيدي المسلحين»          he retook the last pocket in the gunmen's hands: who holds it
 *
 *   «عادت البلدة إلى سيطرة الجيش»             the town is back in the army's hands: who holds it now has taken it
 *
 *   «هدد بإعدام الرهائن»                     he threatened to execute the hostages: whom that would befall
 *   «أصدرت حكماً بإعدام ستة أشخاص»           it passed a sentence of death on six
 *   «تظاهروا ورددوا شعارات ضد الحكومة»       they marched and shouted slogans against the government
 *
 * Only acts that have no target, or but a stretch of land, take one: of those of war sides alone (forces, fighters,
 * groups), a court whom it may try, and a protest who may rule. */
#include "code/party/party.h"
#include "code/scene/scene.h"

enum { PHRASES_NEAR = 14, BEHIND_MASDAR = 4, SAME_BREATH = 24 };

static bool is_side(const Stage *s, uint32_t phrase) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, phrase);
  if (f->date != NONE || f->pronoun || f->head == NONE) return false;
  if (f->actor == NONE && s->m->c->marks[f->head] & SET_BIT(SET_STRETCH)) return false; /* «جبهات القتال» */
  if (f->classes & (k->force | k->fighter | k->group)) return true;
  return f->actor != NONE && !(f->classes & k->organisation);
}

/* «طرد», «فتح نار»: a word that is of force whatever, or whomever of a class, it is done to, and not by one word alone.
 */
static bool of_anybody(const Grammar *g, const FrameTrigger *t) {
  for (uint32_t k = t->first; k < t->first + t->n; k++)
    if (g->conditions[k].lemma != LEMMA_NONE) return false;
  return true;
}

/* Does a noun of this lemma tell what is done to an enemy: is it a trigger of force, or of what befalls people? */
static bool hostile(const Stage *s, uint32_t lemma) {
  const Grammar *g = s->m->g;
  if (lemma >= g->lexicon->n) return false;
  for (uint32_t i = g->by_lemma[lemma]; i < g->by_lemma[lemma + 1]; i++) {
    const Frame *f = &g->frames[g->triggers[i].frame];
    if (!of_anybody(g, &g->triggers[i])) continue;
    if (f->kind == FRAME_OUTCOME) return f->alone_row != FRAME_NO_TYPE;
    const uint32_t war = CLASS_BIT(ASSAULT) | CLASS_BIT(COERCE) | CLASS_BIT(TERRITORY);
    if (f->kind == FRAME_EVENT && type_in(grammar_type(g, f->type_row), war)) return true;
  }
  return false;
}

static bool hostile_masdar(const Stage *s, const Phrase *f) {
  if (f->form != FORM_MASDAR || f->lemma >= s->m->g->lexicon->n) return false;
  return hostile(s, f->lemma) || hostile(s, s->m->g->lexicon->lemmas[f->lemma].verb);
}

static bool of_purpose(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  if (f->prep == s->m->g->prep_li) return true;
  uint32_t from = f->prep != NONE ? f->prep_token : f->first;
  for (uint32_t i = from, steps = 0; steps < 3; i--, steps++) {
    if (s->m->c->marks[i] & SET_BIT(SET_PURPOSE)) return true;
    if (!i) break;
  }
  return false;
}

/* «لطرد المسلحين», «لتطهير البلدة من المسلحين», «للقضاء على المسلحين»: the side behind a hostile masdar; NONE. */
static uint32_t side_behind(const Stage *s, uint32_t masdar) {
  const Clause *c = stage_clause(s, stage_phrase(s, masdar)->clause);
  for (uint32_t i = masdar + 1; i < s->m->c->nphrases && i <= masdar + BEHIND_MASDAR; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->first >= c->last || f->clause != stage_phrase(s, masdar)->clause) return NONE;
    if (f->form == FORM_MASDAR && f->link != LINK_IDAFA) return NONE;
    if (is_side(s, i)) return i;
  }
  return NONE;
}

static bool in_reach(const Stage *s, const Scene *x, uint32_t phrase) {
  const Match *m = &s->matches->at[x->match];
  uint32_t clause = stage_phrase(s, phrase)->clause;
  return clause == x->clause || clause == m->carrier || clause == m->relative;
}

/* «تطهير المدينة من المسلحين»: is it a side from whose hands something is taken? */
static bool taken_from(const Stage *s, uint32_t side) {
  const Phrase *f = stage_phrase(s, side);
  return f->prep != NONE && s->m->c->marks[f->prep_token] & SETS_AWAY;
}

static uint32_t from_purpose(const Stage *s, const Scene *x) {
  for (uint32_t i = 0, at = x->last; i < PHRASES_NEAR * 3 && at < s->m->in->text->ntokens; i++, at++) {
    if (s->m->in->text->tokens[at].sentence != x->sentence) return NONE;
    uint32_t phrase = s->m->c->phrase_of[at];
    if (phrase == NONE || stage_phrase(s, phrase)->first != at || !in_reach(s, x, phrase)) continue;
    const Phrase *f = stage_phrase(s, phrase);
    bool of_its_name = f->link == LINK_IDAFA && x->phrase != NONE && f->up == x->phrase;
    if (!hostile_masdar(s, f) || (!of_its_name && !of_purpose(s, phrase))) continue;
    uint32_t side = side_behind(s, phrase);
    if (of_its_name && (side == NONE || !taken_from(s, side))) continue;
    return side;
  }
  return NONE;
}

static bool only_land(const Stage *s, const Scene *x) {
  const EngineClasses *k = s->m->k;
  for (uint32_t i = 0; i < x->targets.n; i++) {
    if (x->targets.at[i].phrase == NONE) return false;
    const Phrase *f = stage_phrase(s, x->targets.at[i].phrase);
    bool land = f->classes & (k->area | k->position) && f->actor == NONE && !(f->classes & (k->force | k->fighter));
    if (!land || f->last < x->targets.at[i].last) return false;
  }
  return true;
}

/* «مناطق تسيطر عليها المعارضة», «مواقع تتمركز فيها الميليشيا»: the subject of the clause on the place. */
static uint32_t who_stands_there(const Stage *s, uint32_t place) {
  enum { CLAUSES_AHEAD = 4 };
  uint32_t from = stage_phrase(s, place)->clause;
  for (uint32_t i = from + 1; i < s->m->c->nclauses && i <= from + CLAUSES_AHEAD; i++) {
    const Clause *c = stage_clause(s, i);
    if (c->kind != CLAUSE_RELATIVE || c->head != place || !c->resumptive || c->passive || c->negated) continue;
    return c->subject != NONE && c->subject != place && is_side(s, c->subject) ? c->subject : NONE;
  }
  return NONE;
}

/* «الأراضي التي كانت تحت سيطرة المعارضة», «آخر جيب في أيدي المسلحين», «معقل الجماعة»: who holds what lies behind the
 * act's word. */
static uint32_t who_holds_it(const Stage *s, const Scene *x) {
  enum { WORDS_AHEAD = 24 };
  uint32_t seen = NONE;
  for (uint32_t i = x->last; i < s->m->in->text->ntokens && i < x->last + WORDS_AHEAD; i++) {
    if (s->m->in->text->tokens[i].sentence != x->sentence || s->scene_of_token[i] != NONE) return NONE;
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || phrase == seen) continue;
    seen = phrase;
    const Phrase *f = stage_phrase(s, phrase);
    const Clause *c = stage_clause(s, f->clause);
    bool near = in_reach(s, x, phrase) || (c->kind == CLAUSE_RELATIVE && c->head != NONE && in_reach(s, x, c->head));
    if (!near) return NONE;
    /* «سقطت في قبضة المسلحين» is theirs now */
    bool of_place = f->link == LINK_PREP || c->kind == CLAUSE_RELATIVE;
    bool into = f->prep != NONE && s->m->c->marks[f->prep_token] & SET_BIT(SET_INSIDE) && f->link == LINK_PREP &&
                x->phrase != NONE && stage_phrase(s, f->up)->up == x->phrase;
    if (into) return NONE; /* «سقوط المدينة في أيدي المسلحين» */
    bool held = of_place && f->prep != NONE && s->m->c->marks[f->prep_token] & SET_BIT(SET_HELD_BY);
    if (held && !is_side(s, phrase) && phrase + 1 < s->m->c->nphrases && stage_phrase(s, phrase + 1)->up == phrase)
      phrase++;                                               /* «في أيدي المسلحين» */
    bool whose = f->link == LINK_IDAFA && f->up != x->phrase; /* not «سيطرة الجيش», told as an act */
    const Phrase *up = whose ? stage_phrase(s, f->up) : NULL;
    held |= up && up->head != NONE && s->m->c->marks[up->head] & SET_BIT(SET_STRONGHOLD);
    bool rules = c->kind == CLAUSE_RELATIVE && c->resumptive && !c->passive && c->subject == phrase &&
                 (c->own_subject || c->before == phrase) && in_reach(s, x, c->head);
    if ((held || rules) && is_side(s, phrase)) return phrase;
  }
  return NONE;
}

/* «سيطر التنظيم على الحقل بعد معارك مع قوات النظام»: with whom the fight was in its sentence. */
static uint32_t fought_with(const Stage *s, const Scene *x) {
  uint32_t own = (uint32_t)(x - s->scenes.at), from = own > SCENES_NEAR ? own - SCENES_NEAR : 0;
  for (uint32_t i = from; i < s->scenes.n && i <= own + SCENES_NEAR; i++) {
    const Scene *y = &s->scenes.at[i];
    if (y->sentence != x->sentence || y == x || !scene_is(s, y, TRAIT_MUTUAL) || y->targets.n != 1) continue;
    uint32_t foe = y->targets.at[0].phrase;
    bool near = y->first > x->last && y->first < x->last + SAME_BREATH && foe != NONE && is_side(s, foe);
    bool same = !y->agents.n || (x->agents.n && parts_alike(s, x->agents.at[0], y->agents.at[0]));
    if (near && same) return foe;
  }
  return NONE;
}

static uint32_t from_place(const Stage *s, const Scene *x) {
  const Match *m = &s->matches->at[x->match];
  const Fillers *aims = &m->roles[ROLE_TARGET];
  for (uint32_t i = 0; i < aims->n; i++) {
    uint32_t who = who_stands_there(s, aims->at[i]);
    if (who != NONE) return who;
  }
  return type_in(stage_type(s, x), CLASS_BIT(TERRITORY)) || scene_is(s, x, TRAIT_CAMPAIGN) ? who_holds_it(s, x) : NONE;
}

/* «إطلاق نار في مدرسة», «هجوم انتحاري في سوق»: of an attack that names nobody, the house is what it hit. */
static uint32_t house_hit(const Stage *s, const Scene *x) {
  if (x->phrase == NONE || x->targets.n) return NONE;
  for (uint32_t i = x->phrase + 1; i < s->m->c->nphrases && i <= x->phrase + BEHIND_MASDAR; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->clause != x->clause && f->clause != s->matches->at[x->match].relative) return NONE;
    bool inside = f->prep != NONE &&
                  (f->prep == s->m->g->prep_bi || s->m->c->marks[f->prep_token] & SET_BIT(SET_AREA_PREPOSITION));
    if (inside && f->classes & s->m->k->building && f->date == NONE) return i;
  }
  return NONE;
}

/* What an attack hit, once all that it did to people is known. */
void scenes_find_houses(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    uint32_t house = type_is(stage_type(s, x), TRAIT_BUILDING) && x->merged == NONE ? house_hit(s, x) : NONE;
    if (house != NONE) parts_add(s, &x->targets, part_of_phrase(s, house));
  }
}

/* «هدد بإعدام الرهائن»: the complement of the masdar that is threatened; NONE. */
static uint32_t from_threat(const Stage *s, const Scene *x) {
  const EngineClasses *k = s->m->k;
  ClassSet hit = k->person | k->civilian | k->hostage | k->official | k->leader | k->kin | k->security | k->state |
                 k->organisation | k->building | k->position;
  uint32_t from = x->phrase != NONE ? x->phrase + 1 : s->m->c->phrase_of[x->last];
  if (from == NONE || !type_in(stage_type(s, x), CLASS_BIT(THREATEN)) || x->targets.n) return NONE;
  for (uint32_t i = from; i + 1 < s->m->c->nphrases && i < from + PHRASES_NEAR; i++) {
    const Phrase *f = stage_phrase(s, i), *next = stage_phrase(s, i + 1);
    if (!in_reach(s, x, i)) return NONE;
    if (f->prep != s->m->g->prep_bi || f->first < x->last) continue;
    bool whose = next->link == LINK_IDAFA && next->up == i && next->head != NONE && next->date == NONE;
    if (!whose || !hostile_masdar(s, f) || next->pronoun) return NONE;
    return is_side(s, i + 1) || next->person != NONE || next->classes & hit ? i + 1 : NONE;
  }
  return NONE;
}

/* «بإعدام ستة أشخاص», «السجن المؤبد لامرأة», «اتهامات لخمسة روس»: can he be whom a court tries? */
static bool may_be_tried(const Stage *s, uint32_t phrase) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, phrase);
  ClassSet people = k->person | k->civilian | k->fighter | k->official | k->leader | k->security | k->kin | k->woman;
  if (f->head == NONE || f->date != NONE || f->classes & (k->state | k->area | k->event | k->time | k->unit))
    return false;
  return f->person != NONE || (f->classes & people && f->place == NONE);
}

/* Whom a sentence is passed on that names him only by its punishment: the complement of that, or whom «ل» governs in
 * the clause; NONE. */
static uint32_t punished(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  if (!type_in(type, CLASS_BIT(SANCTION)) || !type_is(type, TRAIT_JUSTICE) || x->targets.n) return NONE;
  uint32_t seen = NONE;
  for (uint32_t at = x->first, steps = 0; at < s->m->in->text->ntokens && steps < SAME_BREATH; at++, steps++) {
    if (s->m->in->text->tokens[at].sentence != x->sentence) return NONE;
    if (at >= x->last && s->scene_of_token[at] != NONE) return NONE;
    uint32_t i = s->m->c->phrase_of[at];
    if (i == NONE || i == seen) continue;
    seen = i;
    const Phrase *f = stage_phrase(s, i), *next = i + 1 < s->m->c->nphrases ? f + 1 : NULL;
    if (!in_reach(s, x, i)) return NONE;
    bool penalty = f->head != NONE && s->m->c->marks[f->head] & SET_BIT(SET_PUNISHMENT);
    if (penalty && next && next->link == LINK_IDAFA && next->up == i && may_be_tried(s, i + 1)) return i + 1;
    if (f->prep == s->m->g->prep_li && f->first >= x->last && may_be_tried(s, i)) return i;
  }
  return NONE;
}

/* Can a protest be turned against it: a government, a ruler, a body? */
static bool may_rule(const Stage *s, uint32_t phrase) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, phrase);
  if (f->head == NONE || f->date != NONE || f->pronoun || f->classes & k->protester) return false;
  return f->person != NONE || f->actor != NONE || f->classes & (k->state | k->official | k->leader | k->organisation);
}

/* «عزل الجيش الرئيس سالم العلي بعد احتجاجات ضده»: the one person told last before the protest; NONE. */
static uint32_t ruler_before(const Stage *s, const Scene *x) {
  enum { PHRASES_BACK = 10 };
  for (uint32_t i = x->phrase, steps = 0; i != NONE && i-- > 0 && steps < PHRASES_BACK; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (stage_clause(s, f->clause)->sentence != x->sentence) return NONE;
    if (f->person != NONE || (f->classes & s->m->k->leader && !f->plural && f->number == NONE)) return i;
  }
  return NONE;
}

/* The phrase that begins within some words behind a token, in its sentence, and may be ruled by; NONE. */
static uint32_t ruler_behind(const Stage *s, uint32_t token) {
  enum { WORDS_NEAR = 4 };
  for (uint32_t i = token + 1; i < s->m->in->text->ntokens && i <= token + WORDS_NEAR; i++) {
    if (s->m->in->text->tokens[i].sentence != s->m->in->text->tokens[token].sentence) return NONE;
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase != NONE && may_rule(s, phrase)) return phrase;
  }
  return NONE;
}

/* «خرجوا في مسيرة ورددوا شعارات ضد الحكومة», «الاحتجاجات التي أطاحت بالرئيس»: against whom a protest is; NONE. */
static uint32_t protested_against(const Stage *s, const Scene *x) {
  const Words *w = s->m->in->words;
  if (!type_in(stage_type(s, x), CLASS_BIT(PROTEST)) || x->targets.n) return NONE;
  for (uint32_t i = x->last, steps = 0; i < s->m->in->text->ntokens && steps < SAME_BREATH; i++, steps++) {
    if (s->m->in->text->tokens[i].sentence != x->sentence || s->scene_of_token[i] != NONE) return NONE;
    const Reading *r = word_best(w, i);
    bool his = r->enclitic && enclitic_number(r) == NUMBER_SINGULAR && enclitic_gender(r) == GENDER_MASCULINE;
    if (s->m->c->marks[i] & SET_BIT(SET_AGAINST)) return his ? ruler_before(s, x) : ruler_behind(s, i);
    if (s->m->c->marks[i] & SET_BIT(SET_TOPPLES) && r->pos == POS_VERB) return ruler_behind(s, i);
  }
  return NONE;
}

/* A trend is of the acts that its frame names. */
static bool has_enemy(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  if (!type) type = grammar_type(s->m->g, x->frame->type_row);
  return type_is(type, TRAIT_ENEMY);
}

/* «لاستهداف تنظيم داعش وحزب العمال»: the side with all that «و» joins to it. */
static void take_enemy(Stage *s, Scene *x, uint32_t who) {
  enum { JOINED_NEAR = 8 };
  Part part = part_of_phrase(s, who);
  for (uint32_t i = 0; i < x->agents.n; i++)
    if (parts_alike(s, x->agents.at[i], part)) return;
  x->targets.n = 0;
  parts_add(s, &x->targets, part);
  for (uint32_t i = who + 1; i < s->m->c->nphrases && i <= who + JOINED_NEAR; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->clause != stage_phrase(s, who)->clause) return;
    bool joined = f->link == LINK_CONJ && (f->up == who || phrase_root(s->m->c, f->up) == phrase_root(s->m->c, who));
    if (joined && is_side(s, i)) parts_add(s, &x->targets, part_of_phrase(s, i));
  }
}

/* «عادت البلدة إلى سيطرة الجيش»، «لسيطرة الحكومة»: whose hands a place of no other doer comes into; NONE. */
static uint32_t new_holder(const Stage *s, const Scene *x) {
  const Clause *c = stage_clause(s, x->clause);
  if (!type_in(stage_type(s, x), CLASS_BIT(TERRITORY)) || x->phrase != NONE || x->agents.n) return NONE;
  if (c->negated || c->subject == NONE) return NONE;
  const Phrase *land = stage_phrase(s, c->subject);
  if (!(land->classes & (s->m->k->area | s->m->k->position)) && land->place == NONE) return NONE;
  for (uint32_t at = x->last, seen = 0; at < c->last && seen < PHRASES_NEAR; at++) {
    uint32_t i = s->m->c->phrase_of[at];
    if (i == NONE || stage_phrase(s, i)->first != at || stage_phrase(s, i)->clause != x->clause) continue;
    seen++;
    const Phrase *f = stage_phrase(s, i), *hold = f->link == LINK_IDAFA ? stage_phrase(s, f->up) : NULL;
    if (!hold || hold->head == NONE || hold->prep == NONE) continue;
    bool into = hold->prep == s->m->g->prep_li || s->m->c->marks[hold->prep_token] & SET_BIT(SET_TOWARD);
    bool held = (s->m->c->marks[hold->head] & SET_BIT(SET_STRONGHOLD)) != 0;
    if (into && held && (is_side(s, i) || f->classes & s->m->k->state)) return i;
  }
  return NONE;
}

void scenes_find_enemies(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged != NONE) continue;
    uint32_t threatened = from_threat(s, x);
    if (threatened != NONE) take_enemy(s, x, threatened);
    uint32_t ruler = protested_against(s, x);
    if (ruler != NONE) parts_add(s, &x->targets, part_of_phrase(s, ruler));
    uint32_t holder = new_holder(s, x);
    if (holder != NONE) parts_add(s, &x->agents, part_of_phrase(s, holder));
    if (!has_enemy(s, x) || !only_land(s, x)) continue;
    uint32_t who = from_place(s, x);
    if (who == NONE) who = from_purpose(s, x);
    if (who == NONE && type_in(stage_type(s, x), CLASS_BIT(TERRITORY)) && x->agents.n) who = fought_with(s, x);
    if (who != NONE) take_enemy(s, x, who);
  }
}

/* Last: whom a sentence names says nothing of whether it is told, or told before. */
void scenes_find_convicts(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    uint32_t convict = x->merged == NONE && !x->dropped ? punished(s, x) : NONE;
    if (convict != NONE) parts_add(s, &x->targets, part_of_phrase(s, convict));
  }
}
