/* Which act an outcome came of.
 *
 *   «أسفرت الغارة عن مقتل ثلاثة»                 the act is the subject of the verb of result
 *   «قُتل ثلاثة في غارة»                          the act is where, or by what, they died
 *   «اشتباكات اندلعت أمس، وقُتل فيها ثلاثة»       a pronoun takes it up
 *   «قُتل ثلاثة بصاروخ أطلقته الميليشيا»          what a relative clause tells of that by which they died
 *   «قُتل ثلاثة عندما هاجموا حاجزاً»              a clause of time behind tells it
 *   «نفذ الجهاز عملية وألقى القبض على اثنين»      the act stands before, in one breath
 *   «… وقُتل في الهجوم ثلاثة»                     a word points back to the act of a sentence before
 *
 * What the text says it came of goes before what only stands near; a cause that is no act, an earthquake, leaves the
 * outcome without one. */
#include "code/outcome/cause.h"

#include "code/clause/near.h"
#include "code/match/condition.h"
#include "code/outcome/may_end.h"
#include "code/scene/harm.h"

/* The scene that a phrase, or what it is joined to or stands for, is the trigger of. */
static uint32_t scene_of_phrase(const Stage *s, uint32_t phrase) {
  for (uint32_t steps = 0; phrase != NONE && steps < 6; steps++) {
    const Phrase *f = stage_phrase(s, phrase);
    if (f->head != NONE && s->scene_of_token[f->head] != NONE) return scene_live(s, s->scene_of_token[f->head]);
    phrase = f->link == LINK_FREE ? NONE : f->up;
  }
  return NONE;
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

/* «قتلت خلية حملتها مسؤولية محاولة اغتيال بانفجار»: what the force said of them, or laid on them. */
static bool lays_blame(const Stage *s, uint32_t clause) {
  const Clause *c = stage_clause(s, clause);
  return c->verb != NONE && (c->classes & s->m->k->speech || c->sets & (SET_BIT(SET_BLAMES) | SET_BIT(SET_ASCRIBES)));
}

/* «أسفر القصف عن مقتل 43، بينهم 16 جراء غارة»: before the cause of some of them the verb of result names that of all.
 */
static bool act_of_all(const Stage *s, const Match *x, uint32_t cause) {
  const Clause *c = stage_clause(s, x->clause);
  if (c->verb == NONE || c->subject == NONE || !(c->classes & s->m->k->result)) return false;
  if (!takes_outcomes(s, scene_of_phrase(s, c->subject))) return false;
  for (uint32_t i = x->token; i < cause; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_SUBSET)) return true;
  return false;
}

/* «قُتلوا خلال محاولة هجوم»: what was tried is told by the complement; else the scene of the phrase itself. */
static uint32_t scene_tried(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  uint32_t scene = scene_live(s, s->scene_of_token[f->head]), next = phrase + 1;
  if (scene != NONE || !(s->m->c->marks[f->head] & SET_BIT(SET_ATTEMPT)) || next >= s->m->c->nphrases) return scene;
  const Phrase *of = stage_phrase(s, next);
  bool tied = of->link == LINK_IDAFA && of->up == phrase && of->head != NONE;
  return tied ? scene_live(s, s->scene_of_token[of->head]) : NONE;
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
    if (!by_means(s, f) || act_linked_to(s, i) || (f->clause != x->clause && lays_blame(s, f->clause))) continue;
    uint32_t scene = scene_tried(s, i);
    if (!takes_outcomes(s, scene)) continue;
    if (act_of_all(s, x, f->prep_token)) return NONE;
    const TypeRow *type = stage_type(s, &s->scenes.at[scene]);
    bool protest = type_in(type, CLASS_BIT(PROTEST));
    if (may_end_in(s, scene, x) || (!own_act(s, x) && !custody(s, x) && !protest)) return scene;
  }
  return NONE;
}

/* Is this what they died by: arms behind a preposition of cause or means in the outcome's clause, themselves or as what
 * such a noun is of («نتيجة سقوط شظايا صواريخ»)? */
static bool died_by(const Stage *s, const Match *x, uint32_t phrase) {
  enum { UP_MOST = 3 };
  const EngineClasses *k = s->m->k;
  if (!(stage_phrase(s, phrase)->classes & (k->artillery | k->explosive | k->weapon))) return false;
  for (uint32_t steps = 0; steps <= UP_MOST; steps++) {
    const Phrase *f = stage_phrase(s, phrase);
    if (f->prep != NONE) return by_means(s, f) && f->clause == x->clause && f->prep_token > x->token;
    if (f->link != LINK_IDAFA || f->up == NONE) return false;
    phrase = f->up;
  }
  return false;
}

/* «قُتل ثلاثة بصاروخ أطلقته الميليشيا», «جراء براميل ألقتها المروحيات» (killed by a missile that the militia fired, by
 * barrels that the helicopters dropped): the act that a relative clause tells of what they died by. */
static uint32_t act_of_arms(const Stage *s, const Match *x) {
  enum { NEAR = 24 };
  if (!harms(s, x)) return NONE;
  uint32_t end = s->m->in->text->sentences[s->m->in->text->tokens[x->token].sentence].last;
  for (uint32_t i = x->token + 1; i < end && i < x->token + NEAR; i++) {
    uint32_t scene = scene_live(s, s->scene_of_token[i]);
    if (scene == NONE || s->scenes.at[scene].phrase != NONE || !takes_outcomes(s, scene)) continue;
    const Clause *c = stage_clause(s, s->scenes.at[scene].clause);
    if (c->kind == CLAUSE_RELATIVE && c->head != NONE && died_by(s, x, c->head)) return scene;
  }
  return NONE;
}

/* May the pronoun on a word stand for this noun? */
static bool fits_pronoun(const Stage *s, uint32_t phrase, uint8_t gender) {
  const Phrase *f = stage_phrase(s, phrase);
  if (f->plural) return gender == GENDER_FEMININE; /* «غارات … فيها» */
  return f->head != NONE && word_best(s->m->in->words, f->head)->gender == gender;
}

/* «اشتباكات اندلعت أمس، وقُتل فيها ثلاثة», «قصف أصيب خلاله عشرة»: the act of which a pronoun right behind the
 * outcome's verb says that they died in it. */
static uint32_t act_taken_up(const Stage *s, const Match *x) {
  enum { BEHIND_MOST = 3, BACK_MOST = 60 };
  const Grammar *g = s->m->g;
  const Clause *c = stage_clause(s, x->clause);
  if (x->phrase != NONE || c->verb != x->token) return NONE;
  const Reading *in_it = NULL;
  for (uint32_t i = x->token + 1; i < c->last && i <= x->token + BEHIND_MOST && !in_it; i++) {
    const Reading *r = word_best(s->m->in->words, i);
    bool cause = r->lemma < g->lexicon->n && g->sets_of_lemma[r->lemma] & SET_BIT(SET_CAUSE_PREPOSITION);
    if (cause && r->enclitic && enclitic_number(r) == NUMBER_SINGULAR) in_it = r;
  }
  uint32_t first = s->m->in->text->sentences[s->m->in->text->tokens[x->token].sentence].first;
  for (uint32_t i = x->token, steps = 0; in_it && i-- > first && steps < BACK_MOST; steps++) {
    uint32_t scene = scene_live(s, s->scene_of_token[i]), noun = s->m->c->phrase_of[i];
    if (scene == NONE || noun == NONE || !fits_pronoun(s, noun, enclitic_gender(in_it))) continue;
    if (takes_outcomes(s, scene) && !s->scenes.at[scene].alone) return scene;
  }
  return NONE;
}

/* May a flight or a release come of what its verb has for subject? Of force it may: «شرّد القصف الآلاف» (the shelling
 * drove thousands out); but «إلقاء القبض على 17 شخصاً، أفرج عن ثمانية منهم» (the arrest of 17, eight of whom were
 * released) tells of two acts. */
static bool drives_to_it(const Stage *s, uint32_t scene) {
  if (scene == NONE || s->scenes.at[scene].alone) return false;
  const uint32_t force = CLASS_BIT(ASSAULT) | CLASS_BIT(COERCE) | CLASS_BIT(TERRITORY) | CLASS_BIT(ACCIDENT);
  return type_in(stage_type(s, &s->scenes.at[scene]), force);
}

/* «دمرت الغارات ثلاثة منازل»: the act itself is the subject. */
static uint32_t act_of_subject(const Stage *s, const Match *x) {
  const Clause *c = stage_clause(s, x->clause);
  if (x->phrase != NONE || c->verb != x->token || c->subject == NONE) return NONE;
  uint32_t scene = scene_of_phrase(s, c->subject);
  if (own_act(s, x) && !drives_to_it(s, scene)) return NONE;
  return takes_outcomes(s, scene) ? scene : NONE;
}

/* «أسفر الزلزال عن…»: what it came of is told, and is no act. */
bool cause_is_no_act(const Stage *s, const Clause *c) {
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
  return cause_is_no_act(s, c) ? NONE : act_before(s, c->verb, x);
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
  bool another = mine->kind != CLAUSE_RELATIVE || mine->object_pronoun; /* «البلدة التي دمرها المسلحون» */
  bool own = (mine->own_subject || first) && mine->subject != its->subject && another;
  if (own && mine->subject != NONE) /* «وراح ضحيته» */
    own = !stage_phrase(s, mine->subject)->pronoun && !is_party(s, act, mine->subject);
  return own && x->phrase == NONE ? NONE : scene;
}

static bool sentence_has(const Stage *s, uint32_t sentence, SetMask sets) {
  enum { WORDS_MOST = 60 };
  const Sentence *here = &s->m->in->text->sentences[sentence];
  for (uint32_t i = here->first; i < here->last && i < here->first + WORDS_MOST; i++)
    if (s->m->c->marks[i] & sets) return true;
  return false;
}

/* «وأضاف الوزير أن ثمانين شخصاً أصيبوا»: is it, but for whoever it befell, the first that somebody says in a sentence
 * that opens with his saying so? */
static bool opens_speech(const Stage *s, const Match *x, const Sentence *here) {
  enum { OPENING = 3, SPEAKER_MOST = 8 };
  const Clause *c = stage_clause(s, x->clause);
  if (c->kind != CLAUSE_COMPLEMENT || c->up == NONE || x->phrase != NONE || c->verb != x->token) return false;
  if (!harms(s, x) || x->roles[ROLE_AGENT].n) return false; /* «أن الشرطة اعتقلت اثنين»: an act of its own */
  const Clause *speech = stage_clause(s, c->up);
  bool opens = speech->verb != NONE && speech->classes & s->m->k->speech && speech->verb < here->first + OPENING;
  if (!opens || c->first > speech->verb + SPEAKER_MOST) return false;
  const Dates *dates = s->m->in->dates;
  uint32_t date = date_from(s->m->in, c->first);
  if (date < dates->n && dates->at[date].first < c->last) return false; /* «أن ثلاثة قتلوا الأسبوع الماضي» */
  uint32_t from = c->before != NONE ? stage_phrase(s, c->before)->last : c->first;
  return x->token < from + OPENING;
}

/* «وقُتل ثلاثة مدنيين وأصيب آخرون.»: a sentence that opens with the outcome, and tells no
 * place and no act, goes on with the one before. */
static bool goes_on(const Stage *s, const Match *x) {
  enum { OPENING = 3 };
  const Text *text = s->m->in->text;
  const Sentence *here = &text->sentences[text->tokens[x->token].sentence];
  bool found = str_eq(s->m->g->frames[x->frame].what, STR("seized")); /* «وأضاف أنه عُثر على أسلحة» */
  if (x->token >= here->first + OPENING && !found && !opens_speech(s, x, here)) return false;
  uint32_t place = place_from(s->m->in, here->first);
  for (; place < s->m->in->mentions->nplaces && s->m->in->mentions->places[place].first < here->last; place++)
    if (s->m->in->mentions->places[place].use == PLACE_FREE && !s->m->in->mentions->places[place].adjective)
      return false;
  for (uint32_t i = here->first; i < here->last; i++) {
    uint32_t scene = scene_live(s, s->scene_of_token[i]);
    if (takes_outcomes(s, scene) && !s->scenes.at[scene].alone) return false;
  }
  return true;
}

/* «ضبط 44 عنصراً», and further on «أسفرت الجهود عن ضبط 24 منهم» (the efforts led to the catching of 24 of them): so many
 * were caught by an act of their own. */
static bool counts_apart(const Stage *s, const Scene *act, const Match *x) {
  const Fillers *victims = &x->roles[ROLE_VICTIM];
  if (!act->alone || !str_eq(s->m->g->frames[x->frame].what, STR("arrested")) || !victims->n) return false;
  Count mine = count_of_phrase(s, victims->at[0]);
  for (uint32_t i = 0; mine.set && i < act->effects.n; i++) {
    const Effect *e = &act->effects.at[i];
    if (str_eq(e->what, s->m->g->frames[x->frame].what) && e->count.set) return e->count.min != mine.min;
  }
  return false;
}

/* In a new sentence an outcome goes back to the last act only where a word points there
 * («العملية», «الهجوم», «آخرون»), where a verb of result has nothing else before it, or where
 * the sentence has nothing of its own. */
static uint32_t act_pointed_at(const Stage *s, const Match *x) {
  enum { OF_THEM = 3 };
  const Text *text = s->m->in->text;
  uint32_t sentence = text->tokens[x->token].sentence;
  if (!sentence) return NONE;
  const Sentence *here = &text->sentences[sentence];
  bool points = (stage_clause(s, x->clause)->classes & s->m->k->result) != 0;
  points |= sentence_has(s, sentence, SET_BIT(SET_ANAPHOR));
  for (uint32_t i = x->token + 1; i < here->last && i <= x->token + OF_THEM; i++)
    points |= (s->m->c->marks[i] & SET_BIT(SET_POSSESSION)) != 0; /* «وعُثر بحوزتهم على أسلحة» */
  points |= goes_on(s, x);
  bool known = !points && x->phrase != NONE && harm_known(s, x->phrase); /* «لأسر الشهداء»: of what kills */
  uint32_t scene = points || known ? act_before(s, here->first - 1, x) : NONE;
  if (scene == NONE) return NONE;
  const Scene *act = &s->scenes.at[scene];
  if (known && !type_in(stage_type(s, act), CLASS_BIT(ASSAULT) | CLASS_BIT(ACCIDENT))) return NONE;
  return counts_apart(s, act, x) ? NONE : scene;
}

/* Is it told in the outcome's clause, or by the noun that the clause is on, that it came of what only points back, and
 * is no act by itself: «أسفر الحادث عن…», «قُتل في الحادث…», «حصيلة سابقة أفادت بمقتل…»? */
static bool came_of_incident(const Stage *s, const Match *x) {
  enum { CLAUSE_MOST = 40 };
  const Clause *c = stage_clause(s, x->clause);
  const Phrase *told =
      c->subject == NONE || x->phrase == NONE || c->subject == x->phrase ? NULL : stage_phrase(s, c->subject);
  if (told && told->classes & s->m->k->measure && told->number == NONE && c->classes & s->m->k->speech) return true;
  uint32_t head = c->kind == CLAUSE_RELATIVE && c->head != NONE ? stage_phrase(s, c->head)->head : NONE;
  if (head != NONE && s->m->c->marks[head] & SET_BIT(SET_ANAPHOR))
    return !takes_outcomes(s, scene_live(s, s->scene_of_token[head]));
  for (uint32_t i = c->first; i < c->last && i < c->first + CLAUSE_MOST; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_ANAPHOR)) return !takes_outcomes(s, scene_live(s, s->scene_of_token[i]));
  return false;
}

/* «أوقفت ستة. … وكان الموقوفون يخططون لهجمات» (six were held. … Those held had planned attacks): what those who were
 * caught had planned. */
static bool planned_by_caught(const Stage *s, const Match *x) {
  if (x->phrase != NONE || !str_eq(s->m->g->frames[x->frame].what, STR("foiled"))) return false;
  const Clause *c = stage_clause(s, x->clause);
  uint32_t planner = c->subject != NONE ? c->subject : c->before;
  const Phrase *who = planner == NONE ? NULL : stage_phrase(s, planner);
  const EngineClasses *k = s->m->k;
  return who && who->actor == NONE && who->definite &&
         who->classes & (k->detainee | k->suspect | k->fighter | k->group);
}

/* «أطلق مسلح النار. … وأسفر الحادث عن مقتل أربعة» (a gunman opened fire. … The incident left four dead): the attack or
 * the accident told last, some sentences before. */
static uint32_t act_gone_back_to(const Stage *s, const Match *x) {
  enum { SENTENCES_BACK = 6 };
  const Text *text = s->m->in->text;
  bool planned = planned_by_caught(s, x);
  if (own_act(s, x) || !(planned || came_of_incident(s, x) || none_reported(s->m, x))) return NONE;
  uint32_t here = text->tokens[x->token].sentence;
  for (uint32_t i = here; i > 0 && here - i < SENTENCES_BACK; i--) {
    uint32_t scene = act_before(s, text->sentences[i].first - 1, x);
    if (scene == NONE) continue;
    if (planned || type_in(stage_type(s, &s->scenes.at[scene]), CLASS_BIT(ASSAULT) | CLASS_BIT(ACCIDENT))) return scene;
  }
  return NONE;
}

/* What is sent or given, counted without a word that says so: only its own kind of act has it. */
bool outcome_of_goods(const Stage *s, const Match *x) {
  const Frame *frame = &s->m->g->frames[x->frame];
  if (frame->alone_row != FRAME_NO_TYPE) return false;
  return str_eq(frame->what, STR("given")) || str_eq(frame->what, STR("deployed"));
}

/* «مقتل خمسة جنود», «احتراق ثلاث آليات»: they are those of another noun of an act. */
static bool of_other_deed(const Stage *s, const Match *x) {
  if (x->phrase == NONE || stage_phrase(s, x->phrase)->link != LINK_IDAFA) return false;
  const Phrase *up = stage_phrase(s, stage_phrase(s, x->phrase)->up);
  uint32_t scene = up->head == NONE ? NONE : scene_live(s, s->scene_of_token[up->head]);
  return up->form == FORM_MASDAR && scene != NONE && !may_end_in(s, scene, x);
}

/* Its act, in its sentence or the one before («أدخل رتلاً… . ضم نحو 60 شاحنة»). */
static uint32_t act_of_goods(const Stage *s, const Match *x) {
  const Text *text = s->m->in->text;
  uint32_t scene = act_before(s, x->token, x), first = text->sentences[text->tokens[x->token].sentence].first;
  const Clause *c = stage_clause(s, x->clause);
  bool sent = str_eq(s->m->g->frames[x->frame].what, STR("deployed"));
  if (sent && of_other_deed(s, x)) return NONE;
  const Match *harm = c->verb == NONE ? NULL : outcome_at(s, c->verb);
  if (sent && harm && harms(s, harm)) return NONE; /* «وقُتل جنديان عندما أرسلت الحكومة تعزيزات» */
  bool own = sent && c->own_subject && c->subject != x->phrase; /* «استخدم التنظيم عشرة مهاجمين» */
  return scene == NONE && first > 0 && !own ? act_before(s, first - 1, x) : scene;
}

/* «حصيلة قتلى التفجير»: the act is the complement. */
static uint32_t act_of_complement(const Stage *s, const Match *x) {
  uint32_t next = x->phrase == NONE ? NONE : x->phrase + 1;
  if (next == NONE || next >= s->m->c->nphrases || stage_phrase(s, next)->up != x->phrase) return NONE;
  const Phrase *f = stage_phrase(s, next);
  if (f->link != LINK_IDAFA || f->head == NONE) return NONE;
  uint32_t scene = scene_live(s, s->scene_of_token[f->head]);
  return takes_outcomes(s, scene) ? scene : NONE;
}

/* «قتل سبعة جنود بعد أن فجر مسلحون قنبلة», «… عندما هاجموا حاجزاً»: the act that a clause of time
 * behind the outcome's tells; but «احتجزت السائق بعد أن اصطدمت سيارته» (they held the driver after his car had crashed)
 * is an act of others. */
static uint32_t act_of_when(const Stage *s, const Match *x) {
  enum { WHEN_NEAR = 40 };
  if (own_act(s, x)) return NONE;
  uint32_t end = s->m->in->text->sentences[s->m->in->text->tokens[x->token].sentence].last;
  bool when = false;
  for (uint32_t i = x->token + 1; i < end && i < x->token + WHEN_NEAR; i++) {
    when |= (s->m->c->marks[i] & SET_BIT(SET_WHEN)) != 0;
    uint32_t scene = scene_live(s, s->scene_of_token[i]);
    if (scene == NONE) continue;
    const Scene *act = &s->scenes.at[scene];
    bool comes_of = !custody(s, x) || type_in(stage_type(s, act), CLASS_BIT(COERCE));
    bool told = act->phrase == NONE || s->matches->at[act->match].carrier != NONE; /* «بعدما شنت الطائرات غارة» */
    return when && comes_of && told && !act->alone && takes_outcomes(s, scene) ? scene : NONE;
  }
  return NONE;
}

uint32_t act_caused(const Stage *s, const Match *x) {
  if (outcome_of_goods(s, x)) return act_of_goods(s, x);
  uint32_t scene = act_of_complement(s, x);
  if (scene == NONE) scene = act_taken_up(s, x);
  if (scene == NONE) scene = act_of_cause(s, x);
  if (scene == NONE) scene = act_of_arms(s, x);
  if (scene == NONE) scene = act_of_result(s, x);
  if (scene == NONE) scene = act_of_subject(s, x);
  if (scene == NONE) scene = act_of_when(s, x);
  if (scene == NONE) scene = act_in_one_breath(s, x);
  if (scene == NONE) scene = act_gone_back_to(s, x);
  if (scene == NONE) scene = act_pointed_at(s, x);
  return scene;
}
