/* The doer, where the sentence names him apart from the act's own words.
 *
 *   «نجاح القوات في استعادة البلدة»، «إقدام المسلحين على اختطاف موظف»
 *        (the forces' success in retaking the town, the gunmen's going so far as to kidnap an employee): he is the
 *        complement of the masdar that leads to the act
 *   «إحراق مستوطنين لمنزل»، «تفجير ثلاثة عناصر أنفسهم»
 *        (settlers' burning of a house, three members' blowing themselves up): of a masdar with an object of its own,
 *        the complement is no longer whom the act befell but who did it
 *   «ردت القوات بإطلاق النار»
 *        (the forces answered by opening fire): the verb's subject does what it is done with
 *   «بسطت المقاومة سيطرتها بعد قتال مع المتمردين»
 *        (the resistance took control after fighting with the rebels): the one side is the subject, where the act
 *        names the other alone
 *
 *   «مكّن المتمردين من شن هجمات»، «أتاح للمؤسسة إعادة فتح الموانئ»
 *        (enabled the rebels to launch attacks, made it possible for the company to reopen the ports): whom the verb
 *        enables does it
 *   «قُتل شرطي في هجوم شنه على المدينة»، «وجهت المقاومة ضربات في إطار العملية التي تشنها»
 *        (in an attack that he launched; the resistance dealt blows in the operation that it wages): the pronoun in
 *        the clause on the act's noun is the subject of the clause around
 *
 *   «خرج المئات في مسيرات»، «عملت على تزويد الميليشيات»
 *        (hundreds went out in marches, it worked on supplying the militias): a verb of engaging, and the act that a
 *        preposition ties to it
 *   «هجوم استهدف موكباً وتبنته الحركة»
 *        (an attack that hit a convoy and that the movement claimed): who claims it behind it
 *
 *   «انتشرت قوات في عملية واسعة»
 *        (forces deployed in a wide operation): who does the act around has done this one, too
 *
 *   «قال الرئيس إن الحرب مستمرة، مهدداً بقصف المدينة»
 *        (the president said that the war went on, threatening to shell the city): a participle is told of the
 *        subject of the clause around that it agrees with
 *
 *   «وخلال اقتحامهم البلدة، اعتقل الجنود ثلاثة»، «قتلت الشرطة المسلح بعد هجومه»
 *        (during their storming of the town the soldiers arrested three; the police killed the gunman after his
 *        attack): whom the pronoun on the act stands for, told behind, or the one that the verb befell
 *
 *   «أفشل الجيش هجوماً» (the army thwarted an attack): who foils an act has not done it
 *
 * Only where the frame's own sources have given nobody. */
#include "code/party/doer.h"
#include "code/match/carry.h"
#include "code/match/taken_up.h"
#include "code/party/by_whom.h"
#include "code/party/party.h"
#include "code/scene/scene.h"

enum { PHRASES_NEAR = 10, UPWARD = 4 };

bool may_have_done(const Stage *s, uint32_t phrase) {
  if (phrase == NONE) return false;
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, phrase);
  ClassSet bodies = k->force | k->state | k->group | k->fighter | k->security | k->aircraft | k->leader | k->official;
  if (f->date != NONE || f->head == NONE) return false;
  if (f->classes & (k->event | k->media | k->informant | k->channel) && f->actor == NONE) return false;
  return f->actor != NONE || f->person != NONE || (f->classes & bodies) != 0;
}

static uint32_t complement_of(const Stage *s, uint32_t phrase) {
  uint32_t next = phrase + 1;
  if (next >= s->m->c->nphrases || stage_phrase(s, next)->up != phrase) return NONE;
  return stage_phrase(s, next)->link == LINK_IDAFA ? next : NONE;
}

/* Does the noun lend its complement to the act that follows: «نجاح», «قيام», «تنفيذ»? */
static bool leads_to_act(const Stage *s, const Phrase *f) {
  const Lexicon *lexicon = s->m->g->lexicon;
  if (f->form != FORM_MASDAR) return false;
  uint32_t verb = lexicon_verb(lexicon, f->lemma);
  if (verb >= lexicon->n || s->m->g->sets_of_lemma[verb] & (SET_BIT(SET_SUFFERED) | SET_BIT(SET_NEAR_MISS)))
    return false;
  ClassSet classes = lexicon_classes(lexicon, verb);
  return classes & s->m->k->light || (classes & s->m->k->aspect && !(classes & s->m->k->speech)); /* not «تقدير» */
}

static uint32_t of_masdar_above(const Stage *s, const Scene *x) {
  uint32_t clause = stage_phrase(s, x->phrase)->clause;
  for (uint32_t i = x->phrase, steps = 0; i-- > 0 && steps < PHRASES_NEAR; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->clause != clause) return NONE;
    uint32_t who = complement_of(s, i);
    if (leads_to_act(s, f) && who != x->phrase && may_have_done(s, who)) return who;
    if (f->head != NONE && s->scene_of_token[f->head] != NONE) return NONE; /* of another act */
  }
  return NONE;
}

/* The accusative object of the act's masdar, or what «ل» governs right behind its complement; NONE. */
static uint32_t own_object(const Stage *s, const Scene *x, uint32_t who) {
  uint32_t behind = part_of_phrase(s, who).last;
  for (uint32_t i = who + 1; i < s->m->c->nphrases && i < who + UPWARD; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->date != NONE || f->clause != x->clause) return NONE;
    if (f->head == NONE) continue; /* «مقاتلات من نوع "إف 16" لمقر»: a name of which nothing is known */
    if (f->link == LINK_OBJECT && f->up == x->phrase) return i;
    bool of_its_kind = f->governed && stage_phrase(s, i - 1)->number == NONE; /* «العناصر المروجة للفكر» */
    if (f->prep == s->m->g->prep_li && !of_its_kind) return f->classes & s->m->k->deed ? NONE : i;
    if (f->first >= behind) return NONE;
  }
  return NONE;
}

static void take_complement(Stage *s, Scene *x) {
  uint32_t who = complement_of(s, x->phrase);
  if (!may_have_done(s, who) || stage_phrase(s, x->phrase)->form != FORM_MASDAR) return;
  uint32_t object = own_object(s, x, who);
  if (object == NONE) return;
  Part doer = part_of_phrase(s, who);
  parts_drop(&x->targets, doer);
  parts_add(s, &x->agents, doer);
  if (!x->targets.n && !stage_phrase(s, object)->pronoun) parts_add(s, &x->targets, part_of_phrase(s, object));
}

/* «ردت القوات بإطلاق النار»: the verb goes with «ب» only where it is no word that is said. */
static uint32_t of_means(const Stage *s, const Scene *x) {
  const Phrase *f = stage_phrase(s, x->phrase);
  const Clause *c = stage_clause(s, f->clause);
  if (f->prep != s->m->g->prep_bi || c->verb == NONE || c->verb > x->token || c->passive || c->negated) return NONE;
  SetMask answers = SET_BIT(SET_TELLING_THAT) | SET_BIT(SET_STANDS_IN); /* «ورد» may be read as «وَرَدَ» */
  if (!(c->sets & answers) || c->object != NONE) return NONE;
  if (f->link != LINK_FREE && f->up != c->subject) return NONE;
  return c->subject;
}

/* The object of a verb of enabling, or whom «ل» governs in its clause. */
static uint32_t of_enabling(const Stage *s, const Scene *x) {
  enum { NEAR = 8 };
  const Clause *c = stage_clause(s, stage_phrase(s, x->phrase)->clause);
  if (c->verb == NONE || c->verb > x->token || !(s->m->c->marks[c->verb] & SET_BIT(SET_ENABLES))) return NONE;
  for (uint32_t i = x->phrase, steps = 0; i-- > 0 && steps < NEAR; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (stage_clause(s, f->clause) != c || f->first < c->verb) return NONE;
    if ((f->prep == s->m->g->prep_li || (f->prep == NONE && f->link == LINK_FREE)) && may_have_done(s, i) &&
        i != c->subject)
      return i;
  }
  return c->after != NONE && c->after < x->phrase && !c->own_subject ? c->after : NONE;
}

/* «خرج المئات في مسيرات», «توصلت الدولتان إلى اتفاق»: whoever engages in it does it. */
static uint32_t of_engaging(const Stage *s, const Scene *x) {
  uint32_t top = climb_measures(s->m, x->phrase);
  const Phrase *f = stage_phrase(s, top);
  const Clause *c = stage_clause(s, f->clause);
  if (f->prep == NONE || f->prep == s->m->g->prep_li || c->verb == NONE || c->verb > x->token) return NONE;
  if (!(s->m->c->marks[c->verb] & SET_BIT(SET_ENGAGES)) || c->passive || c->negated || c->subject == NONE) return NONE;
  if (s->m->c->marks[f->prep_token] & (SET_BIT(SET_AFTER) | SET_BIT(SET_SOURCE_PREPOSITION) | SET_BIT(SET_BETWEEN)))
    return NONE;
  const Phrase *who = stage_phrase(s, c->subject);
  bool tied =
      f->link == LINK_FREE || f->up == c->subject || (f->up != NONE && stage_phrase(s, f->up)->up == c->subject);
  ClassSet people = s->m->k->person | s->m->k->civilian | s->m->k->organisation | s->m->k->kin;
  if (!tied || who->date != NONE || who->head == NONE) return NONE;
  bool may = may_have_done(s, c->subject) || who->classes & people || who->number != NONE || who->place != NONE;
  return may && !(who->classes & (s->m->k->event | s->m->k->time)) ? c->subject : NONE;
}

/* «الاحتجاجات التي خرج فيها التجار»: whoever engages in it, in the clause on its noun. */
static uint32_t of_engaging_in_it(const Stage *s, const Scene *x) {
  uint32_t at = s->matches->at[x->match].relative;
  if (at == NONE) return NONE;
  const Clause *c = stage_clause(s, at);
  if (c->verb == NONE || c->head != x->phrase || !c->resumptive || !c->own_subject || c->passive || c->negated)
    return NONE;
  return s->m->c->marks[c->verb] & SET_BIT(SET_ENGAGES) && c->subject != x->phrase ? c->subject : NONE;
}

/* May he be the pronoun in the verb? One man is of its gender; a body that the tables know is called by either. */
static bool agrees_with_verb(const Stage *s, uint32_t who, const Clause *c) {
  const Phrase *f = stage_phrase(s, who);
  const Reading *r = word_best(s->m->in->words, f->head);
  bool feminine = word_best(s->m->in->words, c->verb)->gender == GENDER_FEMININE;
  return f->actor != NONE || r->number != NUMBER_SINGULAR || (r->gender == GENDER_FEMININE) == feminine;
}

/* «هجوم شنه على المدينة», «العملية التي تشنها»: nobody is named in the clause on the act's noun. */
static uint32_t of_pronoun(const Stage *s, const Scene *x) {
  enum { CLAUSES_NEAR = 4 };
  uint32_t at = s->matches->at[x->match].relative;
  if (at == NONE) return NONE;
  const Clause *c = stage_clause(s, at);
  if (!(c->classes & (s->m->k->light | s->m->k->plan | s->m->k->aspect)) || c->passive || c->negated) return NONE;
  bool borrowed = c->subject != NONE && c->object_pronoun && !c->own_subject; /* from the clause around */
  if (borrowed && may_have_done(s, c->subject) && c->subject != x->phrase) return c->subject;
  if (c->object != x->phrase || c->subject != NONE) return NONE;
  for (uint32_t i = at, steps = 0; i-- > 0 && steps < CLAUSES_NEAR; steps++) {
    const Clause *o = stage_clause(s, i);
    if (o->sentence != c->sentence) break;
    if (o->subject == NONE || !may_have_done(s, o->subject)) continue;
    return agrees_with_verb(s, o->subject, c) ? o->subject : NONE;
  }
  /* «إثر هجوم شنته من الساحل، تمكنت القوات من …» */
  for (uint32_t i = at + 1; i < s->m->c->nclauses && i <= at + CLAUSES_NEAR; i++) {
    const Clause *o = stage_clause(s, i);
    if (o->sentence != c->sentence) return NONE;
    if (o->subject != NONE && o->own_subject && may_have_done(s, o->subject))
      return agrees_with_verb(s, o->subject, c) ? o->subject : NONE;
  }
  return NONE;
}

/* «هجومه», and not «اعتقاله»: does the act's frame take its complement for its doer? */
static bool gives_doer(const Stage *s, const Scene *x) {
  const Frame *frame = x->frame;
  for (uint32_t i = frame->first[ROLE_AGENT]; i < frame->first[ROLE_AGENT] + frame->n[ROLE_AGENT]; i++)
    if (s->m->g->sources[i].from == FROM_IDAFA) return true;
  return false;
}

/* «وخلال اقتحامهم البلدة، اعتقل الجنود ثلاثة»: of an act that opens the sentence, and that its frame takes for the deed
 * of whom its pronoun stands for, the subject of the verb behind. */
static uint32_t of_pronoun_ahead(const Stage *s, const Scene *x) {
  enum { OPENING = 3, CLAUSES_AHEAD = 3 };
  const Phrase *f = stage_phrase(s, x->phrase);
  uint32_t first = s->m->in->text->sentences[x->sentence].first;
  if (!f->pronoun || f->prep == NONE || f->form != FORM_MASDAR || x->first > first + OPENING) return NONE;
  for (uint32_t i = f->clause; gives_doer(s, x) && i < s->m->c->nclauses && i <= f->clause + CLAUSES_AHEAD; i++) {
    const Clause *c = stage_clause(s, i);
    if (c->sentence != x->sentence) return NONE;
    if (c->verb == NONE || c->verb < x->token || c->kind == CLAUSE_RELATIVE) continue;
    if (!c->own_subject || c->subject == x->phrase) return NONE;
    return pronoun_agrees(s->m, f->head, stage_phrase(s, c->subject)) ? c->subject : NONE;
  }
  return NONE;
}

/* «هجوم استهدف موكباً وتبنته الحركة»: who claims it behind it. */
static uint32_t of_claim(const Stage *s, const Scene *x) {
  enum { CLAUSES_AHEAD = 4 };
  uint32_t from = stage_phrase(s, x->phrase)->clause;
  for (uint32_t i = from + 1; i < s->m->c->nclauses && i <= from + CLAUSES_AHEAD; i++) {
    const Clause *c = stage_clause(s, i);
    if (c->sentence != x->sentence) return NONE;
    if (c->verb == NONE || !c->object_pronoun || !(s->m->c->marks[c->verb] & SET_BIT(SET_CLAIMED))) continue;
    return c->subject != NONE && c->subject != x->phrase && c->own_subject ? c->subject : NONE;
  }
  return NONE;
}

static uint32_t of_fight(const Stage *s, const Scene *x) {
  if (!scene_is(s, x, TRAIT_MUTUAL) || !x->targets.n) return NONE;
  const Clause *c = stage_clause(s, stage_phrase(s, x->phrase)->clause);
  if (c->verb == NONE || c->passive || c->subject == NONE || c->classes & s->m->k->speech) return NONE;
  const Phrase *f = stage_phrase(s, c->subject);
  ClassSet armed = s->m->k->force | s->m->k->fighter | s->m->k->group | s->m->k->security;
  if (f->actor == NONE && !(f->classes & armed)) return NONE;
  return parts_alike(s, part_of_phrase(s, c->subject), x->targets.at[0]) ? NONE : c->subject;
}

bool act_of_arms(const Stage *s, const Scene *x) {
  return type_in(stage_type(s, x), CLASS_BIT(ASSAULT) | CLASS_BIT(COERCE) | CLASS_BIT(TERRITORY) | CLASS_BIT(MOBILIZE));
}

static bool done_by(const Scene *x, uint32_t who) {
  for (uint32_t i = 0; i < x->agents.n; i++)
    if (x->agents.at[i].phrase == who) return true;
  return false;
}

/* «فرضت السلطات حظر تجول بعد تفجيرين», «شنت الطائرات غارات عقب هجوم»: what is done after an attack answers another's,
 * if it is not what the attack was for: «سيطر الجيش على البلدة بعد هجوم». */
static bool answers(const Stage *s, const Scene *attack, const Scene *around) {
  const TypeRow *done = stage_type(s, around);
  if (scene_is(s, attack, TRAIT_MUTUAL) || !type_in(stage_type(s, attack), CLASS_BIT(ASSAULT))) return false;
  if (type_in(done, CLASS_BIT(COERCE) | CLASS_BIT(MOBILIZE))) return true;
  SetMask preposition = s->m->c->marks[stage_phrase(s, climb_measures(s->m, attack->phrase))->prep_token];
  return preposition & SET_BIT(SET_AFTER) && type_in(done, CLASS_BIT(ASSAULT)) && !scene_is(s, around, TRAIT_BY_END);
}

/* «انتشرت قوات في عملية واسعة», «انتزعت القوات البلدة عقب معارك عنيفة»: who does the one act has done the other. */
static uint32_t of_act_around(const Stage *s, const Scene *x) {
  enum { WORDS_NEAR = 40 };
  uint32_t top = climb_measures(s->m, x->phrase);
  const Phrase *f = stage_phrase(s, top);
  const Clause *c = stage_clause(s, f->clause);
  if (f->prep == NONE || f->definite || c->verb == NONE || c->verb > x->token || c->passive || c->negated) return NONE;
  if (c->future || c->imperfect) return NONE;
  if (!(s->m->c->marks[f->prep_token] & (SET_BIT(SET_AFTER) | SET_BIT(SET_CAUSE_PREPOSITION) | SET_BIT(SET_ALONGSIDE))))
    return NONE;
  if (c->subject == NONE || !may_have_done(s, c->subject)) return NONE;
  if (f->pronoun && !pronoun_agrees(s->m, f->head, stage_phrase(s, c->subject))) {
    /* «قتلت الشرطة المسلح بعد هجومه»: he whom the verb befell */
    bool his = c->object != NONE && f->form == FORM_MASDAR && pronoun_agrees(s->m, f->head, stage_phrase(s, c->object));
    return his && gives_doer(s, x) ? c->object : NONE;
  }
  Part who = part_of_phrase(s, c->subject);
  for (uint32_t i = 0; i < x->targets.n; i++)
    if (parts_alike(s, who, x->targets.at[i])) return NONE;
  for (uint32_t i = c->verb; i < x->first && i < c->verb + WORDS_NEAR; i++) {
    uint32_t other = s->m->c->clause_of[i] == f->clause ? s->scene_of_token[i] : NONE;
    const Scene *around = other == NONE ? NULL : &s->scenes.at[other];
    if (around && act_of_arms(s, around) && done_by(around, c->subject) && !answers(s, x, around)) return c->subject;
  }
  return NONE;
}

/* «في ختام زيارة», «في اليوم الثاني من زيارة»: the phrase with the preposition that says when. */
static const Phrase *day_of(const Stage *s, const Phrase *f) {
  const Phrase *up = f->link == LINK_PREP && f->up != NONE ? stage_phrase(s, f->up) : NULL;
  bool day = up && up->prep != NONE && (up->date != NONE || up->classes & s->m->k->time);
  return day && s->m->c->marks[f->prep_token] & SET_BIT(SET_PARTITIVE) ? up : f;
}

/* «قال الرئيس في لقاء مع الطلاب», «أكمل الوزير زيارة إلى القاهرة»: who speaks at a meeting with others, or goes on with
 * it, held it. */
static uint32_t of_meeting(const Stage *s, const Scene *x) {
  const Phrase *f = stage_phrase(s, x->phrase);
  if (!type_in(stage_type(s, x), CLASS_BIT(CONSULT)) || f->definite) return NONE;
  const Clause *c = stage_clause(s, f->clause);
  if (c->verb == NONE || c->verb > x->token || c->passive || c->negated || c->subject == NONE) return NONE;
  const Phrase *when = day_of(s, f);
  bool at =
      when->prep != NONE && s->m->c->marks[when->prep_token] & (SET_BIT(SET_CAUSE_PREPOSITION) | SET_BIT(SET_AFTER));
  if (!at && (f->prep != NONE || c->object != x->phrase || c->classes & s->m->k->speech)) return NONE;
  const Phrase *who = stage_phrase(s, c->subject);
  return (at && x->partners.n) || told_in_person(s, who) ? c->subject : NONE;
}

/* «…، مهدداً بقصف المدينة»: of a participle in the accusative, the subject of the nearest clause around that it agrees
 * with. */
static uint32_t of_participle(const Stage *s, const Scene *x) {
  const Phrase *f = stage_phrase(s, x->phrase);
  if (f->form != FORM_ACTIVE_PARTICIPLE || f->head == NONE || f->definite || f->prep != NONE) return NONE;
  const Reading *r = word_best(s->m->in->words, f->head);
  uint32_t at = f->clause;
  for (uint32_t steps = 0; at != NONE && steps < UPWARD; steps++, at = stage_clause(s, at)->up) {
    const Clause *c = stage_clause(s, at);
    if (c->verb == NONE || c->passive || !may_have_done(s, c->subject) || c->subject == x->phrase) continue;
    const Phrase *who = stage_phrase(s, c->subject);
    const Reading *n = word_best(s->m->in->words, who->head);
    bool person = who->person != NONE && r->gender == GENDER_MASCULINE && r->number == NUMBER_SINGULAR;
    if (person || (n->gender == r->gender && n->number == r->number)) return c->subject;
  }
  return NONE;
}

/* With all that «و» joins to him. */
static void add_engaged(Stage *s, Scene *x, uint32_t who) {
  parts_add(s, &x->agents, part_of_phrase(s, who));
  for (uint32_t i = who + 1; i < s->m->c->nphrases && i < who + UPWARD; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->link == LINK_CONJ && phrase_root(s->m->c, i) == who && f->first < x->first && i != x->phrase)
      parts_add(s, &x->agents, part_of_phrase(s, i));
  }
}

/* Who is said to have done it may be nobody but a man: «شاب», a youth. */
static void add_said(Stage *s, Scene *x, uint32_t who) {
  if (who != NONE && (may_have_done(s, who) || stage_phrase(s, who)->classes & s->m->k->person))
    parts_add(s, &x->agents, part_of_phrase(s, who));
}

/* Who did an act of arms: the first of these ways that gives somebody; NONE. */
static uint32_t of_fighters(const Stage *s, const Scene *x) {
  static uint32_t (*const WAYS[])(const Stage *, const Scene *) = {of_means, of_enabling, of_pronoun,
                                                                   of_claim, of_fight,    of_act_around};
  uint32_t who = NONE;
  for (size_t i = 0; who == NONE && i < sizeof WAYS / sizeof *WAYS; i++) who = WAYS[i](s, x);
  return who;
}

void scenes_find_doers(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged != NONE || x->phrase == NONE || x->agents.n || x->kind != RECORD_EVENT) continue;
    uint32_t host = of_meeting(s, x);
    if (host != NONE && may_have_done(s, host)) parts_add(s, &x->agents, part_of_phrase(s, host));
    uint32_t ahead = x->agents.n ? NONE : of_pronoun_ahead(s, x);
    if (ahead != NONE && may_have_done(s, ahead)) parts_add(s, &x->agents, part_of_phrase(s, ahead));
    uint32_t told_of = x->agents.n ? NONE : of_participle(s, x);
    if (told_of != NONE) parts_add(s, &x->agents, part_of_phrase(s, told_of));
    uint32_t engaged = x->agents.n ? NONE : of_engaging(s, x);
    if (engaged == NONE && !x->agents.n) engaged = of_engaging_in_it(s, x);
    if (engaged != NONE) add_engaged(s, x, engaged);
    uint32_t leads = x->agents.n ? NONE : of_masdar_above(s, x);
    if (leads != NONE && may_have_done(s, leads)) parts_add(s, &x->agents, part_of_phrase(s, leads));
    uint32_t said = x->agents.n ? NONE : doer_said(s, x);
    add_said(s, x, said);
    if (!act_of_arms(s, x)) continue;
    if (!x->alone) take_complement(s, x);
    uint32_t who = x->agents.n ? NONE : of_fighters(s, x);
    if (who != NONE && may_have_done(s, who)) add_engaged(s, x, who);
  }
}

/* An accusation makes no act told that is not: only of those that are. */
void scenes_find_accused(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged != NONE || x->dropped || x->phrase == NONE || x->agents.n) continue;
    if (x->kind == RECORD_EVENT || x->kind == RECORD_TALLY) add_said(s, x, doer_accused(s, x));
  }
}

/* «أفشل الجيش عملية إرهابية»: does the part stand before the act, as the subject of what foils it? */
static bool foils(const Stage *s, const Scene *x, Part part) {
  if (part.first > x->token || part.phrase == NONE) return false;
  for (uint32_t i = part.last; i < x->first; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_FOILED)) return true;
  const Clause *c = stage_clause(s, stage_phrase(s, part.phrase)->clause);
  return c->verb != NONE && c->verb < part.first && s->m->c->marks[c->verb] & SET_BIT(SET_FOILED);
}

/* «قصف تصدت له الدفاعات»: the subject of a clause on the fire that tells who repelled it. */
static bool repels(const Stage *s, const Scene *x, Part part) {
  uint32_t at = s->matches->at[x->match].relative;
  if (at == NONE || part.phrase == NONE || !type_is(stage_type(s, x), TRAIT_FIRE)) return false;
  const Clause *c = stage_clause(s, at);
  return c->verb != NONE && s->m->c->marks[c->verb] & SET_BIT(SET_FOILED) && c->subject == part.phrase;
}

void scenes_spare_foilers(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged != NONE) continue;
    bool foiled = str_eq(x->stance, STR("foiled"));
    uint32_t kept = 0;
    for (uint32_t k = 0; k < x->agents.n; k++)
      if (!(foiled && foils(s, x, x->agents.at[k])) && !repels(s, x, x->agents.at[k]))
        x->agents.at[kept++] = x->agents.at[k];
    x->agents.n = kept;
  }
}
