/* How an act is told: asserted, planned, foiled, alleged, denied, or as past history.
 *
 *   «يعتزم أن يشن هجوماً»        (intends to launch an attack) planned
 *   «أحبطت الشرطة تفجيرا»        (the police foiled a bombing) foiled
 *   «المتهم بقتل شرطي»           (accused of killing a policeman) alleged
 *   «نفى الجيش قصف القرية»       (the army denied shelling the village) denied
 *
 * What is told as no act at all is dropped: doubt.c. */
#include "code/told/doubt.h"
#include "code/told/told.h"
#include "code/voice/informant.h"
#include "code/voice/telling.h"

/* «من المقرر أن يصل»: of the words before «أن», where no verb governs it. */
static SetMask right_before(const Stage *s, const Clause *c) {
  enum { WITHIN = 2 };
  uint32_t begins = s->m->in->text->sentences[s->m->in->text->tokens[c->first].sentence].first;
  SetMask sets = 0;
  for (uint32_t i = c->first, steps = 0; i-- > begins && steps < WITHIN; steps++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    const Phrase *f = phrase == NONE ? NULL : stage_phrase(s, phrase);
    bool of_post = f && f->link == LINK_IDAFA && f->up != NONE && informant_speaks(s, f->up);
    if (!of_post) sets |= s->m->c->marks[i]; /* but «وزيرة التخطيط أن» */
  }
  return sets;
}

/* «من المتوقع خروج المقاتلين» (the fighters' departure is expected): words right before the noun, and no verb. */
static SetMask due(const Stage *s, uint32_t noun) {
  enum { WORDS = 2 };
  bool right_before = noun >= WORDS && word_best(s->m->in->words, noun - WORDS)->pos == POS_PREP;
  return right_before ? s->m->c->marks[noun - WORDS] & SET_BIT(SET_FUTURE) : 0;
}

/* «نفت التهمة، مؤكدة أنها دمرت المخزون», «مشيراً إلى أن»: the clause hangs on the participle, and not on its verb. */
static bool under_participle(const Stage *s, const Clause *c) {
  enum { WITHIN = 2 };
  uint32_t begins = s->m->in->text->sentences[s->m->in->text->tokens[c->first].sentence].first;
  for (uint32_t i = c->first, steps = 0; i-- > begins && steps < WITHIN; steps++)
    if (tells_as_participle(s, i)) return true;
  return false;
}

/* The sets of what governs a scene's trigger: the nouns and prepositions it hangs on («محاولة
 * اغتيال», «المتهم بقتل»), the verb that carries it, and those that govern that verb («يعتزم أن
 * يشن»). What only stands nearby governs nothing. */
static SetMask governing(const Stage *s, const Scene *x, const Above *a) {
  enum { CLAUSES_UP = 2 };
  const Clause *c = stage_clause(s, clause_of_scene(s, x));
  SetMask sets = a->sets;
  if (c->verb != x->token) sets |= c->sets;
  if (x->phrase == NONE) sets |= marks_before(s, x->first, c->first, 2);
  if (x->phrase != NONE) sets |= due(s, stage_phrase(s, deed_of(s, x->phrase))->first);
  /* «عزمها شن عملية»: what looks like a relative clause is the masdar's object */
  SetMask ahead = SET_BIT(SET_FUTURE) | SET_BIT(SET_MODAL_PLAN);
  uint32_t head = c->kind == CLAUSE_RELATIVE && c->head != NONE ? stage_phrase(s, c->head)->head : NONE;
  if (head != NONE && stage_phrase(s, c->head)->form == FORM_MASDAR) sets |= s->m->c->marks[head] & ahead;
  /* «اتهامات وجهت إلى الحكومة بتنفيذ هجوم»: «ب» lays the act, past the clause on the accusation */
  if (head != NONE && under_bi(s, x)) sets |= s->m->c->marks[head] & SET_BIT(SET_ALLEGED);
  for (uint32_t steps = 0; steps < CLAUSES_UP && c->kind == CLAUSE_COMPLEMENT && c->up != NONE; steps++) {
    sets |= right_before(s, c) & ahead;
    if (under_participle(s, c)) break;
    c = stage_clause(s, c->up);
    if (c->verb != NONE) sets |= s->m->c->marks[c->verb];
  }
  return sets;
}

/* «غارات يعتقد أنها إسرائيلية», «هجوم يشتبه في أنه بغاز»: what its relative clause says of it itself is not certain. */
static bool supposed(const Stage *s, const Scene *x) {
  uint32_t relative = scene_relative(s, x, SET_BIT(SET_ALLEGED));
  if (relative == NONE) return false;
  const Clause *c = stage_clause(s, relative);
  if (c->verb != stage_phrase(s, x->phrase)->last || word_best(s->m->in->words, c->verb)->enclitic) return false;
  uint32_t end = s->m->in->text->sentences[x->sentence].last;
  uint32_t that = c->verb + 1; /* «يشتبه في أنه», but not «اعتقد المحتجون أنها» */
  if (that < end && word_best(s->m->in->words, that)->pos == POS_PREP) that++;
  return that < end && s->m->c->marks[that] & SET_BIT(SET_COMPLEMENTISER) && word_best(s->m->in->words, that)->enclitic;
}

/* «تقارير عن هجوم»: reports that nobody owns. */
static bool rumoured(const Stage *s, const Scene *x) {
  const Phrase *f = stage_phrase(s, x->phrase);
  if (f->link != LINK_PREP || f->up == NONE || !(s->m->c->marks[f->prep_token] & SET_BIT(SET_ORIGIN_OF))) return false;
  const Phrase *up = stage_phrase(s, f->up);
  return up->classes & s->m->k->channel && up->plural && !up->definite && !up->pronoun && !up->adjectives &&
         f->up + 1 == x->phrase;
}

/* «هجوم نسبته السلطات إلى …»: laid on somebody by a relative clause on it; «الهجوم المزعوم». */
static bool ascribed(const Stage *s, const Scene *x) {
  if (scene_relative(s, x, SET_BIT(SET_ASCRIBES)) != NONE || scene_accused(s, x) != NONE) return true;
  if (act_blamed(s, x)) return true;
  if (x->phrase == NONE) return false;
  if (supposed(s, x) || rumoured(s, x)) return true;
  const Phrase *f = stage_phrase(s, x->phrase);
  for (uint32_t i = f->head == NONE ? f->first : f->head + 1; i < f->last; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_ALLEGED)) return true;
  return false;
}

/* «يعقد اجتماعا غدا»: dated after the text came out. */
static bool dated_ahead(const Stage *s, const Scene *x) {
  if (x->date == NONE || !s->m->in->published.day) return false;
  const Day now = s->m->in->published, from = s->m->in->dates->at[x->date].from;
  if (!from.year) return false;
  if (from.year != now.year) return from.year > now.year;
  if (from.month != now.month) return from.month > now.month;
  return from.day > now.day;
}

/* «ستنطلق المحادثات», but not «ستنتهي العملية». */
static bool comes_about(const Stage *s, uint32_t verb) {
  SetMask sets = s->m->c->marks[verb];
  return sets & SET_BIT(SET_OCCURS) && !(sets & SET_BIT(SET_RUNS_TO));
}

/* «القمة المرتقبة»; «اجتماع سيعقده الوزراء», «محادثات ستنطلق غداً», but not «هجوم سيؤدي إلى حرب». */
static bool announced(const Stage *s, const Scene *x) {
  enum { CLAUSES_AHEAD = 3 };
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  for (uint32_t i = f->head == NONE ? f->first : f->head + 1; i < f->last; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_UPCOMING)) return true;
  for (uint32_t i = x->clause; i < s->m->c->nclauses && i <= x->clause + CLAUSES_AHEAD; i++) {
    const Clause *c = stage_clause(s, i);
    if (c->kind != CLAUSE_RELATIVE || c->head != x->phrase || c->verb == NONE || !c->future) continue;
    if (c->object_pronoun || comes_about(s, c->verb)) return true;
  }
  return false;
}

/* «اعترضت الدفاعات صاروخاً أطلقه المتمردون»: told of what was stopped. */
static bool of_foiled(const Stage *s, const Scene *x) {
  const Clause *c = stage_clause(s, x->clause);
  if (c->kind != CLAUSE_RELATIVE || c->head == NONE || x->phrase == c->head) return false;
  const Clause *up = stage_clause(s, stage_phrase(s, c->head)->clause);
  return up->object == c->head && up->sets & SET_BIT(SET_FOILED) && !up->negated;
}

/* «قررت الحكومة إرسال قوات», «أمر بسحب القوات»: what forces are told to do is still to come. */
static bool decided(const Stage *s, const Scene *x, SetMask sets) {
  if (!type_is(stage_type(s, x), TRAIT_ORDERED) || x->phrase == NONE) return false;
  return !stage_phrase(s, x->phrase)->definite && sets & SET_BIT(SET_DECIDES);
}

static void set_stance(Stage *s, Scene *x, const Above *a) {
  const Clause *c = stage_clause(s, clause_of_scene(s, x));
  const Speaker *speaker = x->speaker == NONE ? NULL : &s->speakers.at[x->speaker];
  SetMask sets = governing(s, x, a);
  const TypeRow *type = stage_type(s, x);
  if (type_in(type, CLASS_BIT(SANCTION))) sets &= ~SET_BIT(SET_ALLEGED); /* «حكم على المتهم» */
  if (violence_attempted(s, x)) sets &= ~SET_BIT(SET_MODAL_PLAN);
  bool over = (a->sets & SET_BIT(SET_AFTER)) != 0; /* «بعد أيام من تعليق …»: what it governs has happened */
  bool itself = c->subject == x->phrase && c->verb != NONE && !comes_about(s, c->verb);
  bool future = c->future && !itself && !over; /* «سيؤدي الهجوم»; but «ستنطلق المحادثات» */
  if (a->sets & SET_BIT(SET_FOILED) || (c->verb != x->token && c->sets & SET_BIT(SET_FOILED)) || of_foiled(s, x))
    x->stance = STR("foiled");
  else if ((speaker && speaker->denies) || sets & SET_BIT(SET_DENIED))
    x->stance = STR("denied");
  else if (sets & SET_BIT(SET_ALLEGED) || (speaker && speaker->doubted) || ascribed(s, x))
    x->stance = STR("alleged");
  else if (future || (x->own_date && dated_ahead(s, x)) || announced(s, x) || decided(s, x, sets) ||
           (sets & (SET_BIT(SET_FUTURE) | SET_BIT(SET_MODAL_PLAN)) && !over))
    x->stance = STR("planned");
  if (!x->stance.n) x->stance = STR("asserted");
  /* «أحبطت الشرطة تفجيرا»: who foiled it did not do it */
  bool foiler = str_eq(x->stance, STR("foiled")) && c->sets & SET_BIT(SET_FOILED) && x->agents.n;
  if (foiler && c->subject != NONE && x->agents.at[0].phrase == c->subject) x->agents = (Parts){0};
}

void scenes_stance(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged != NONE) continue;
    Above a = above(s, x);
    x->doubts |= act_doubts(s, x, &a);
    x->dropped |= x->doubts != 0;
    set_stance(s, x, &a);
    /* «فرضت عقوبات يتوقع أن تسري في 22 آب»: a day to come is not that of what has been done */
    if (!x->own_date && str_eq(x->stance, STR("asserted")) && dated_ahead(s, x)) x->date = NONE;
    x->background = !str_eq(x->stance, STR("planned")) && scene_is_background(s, i);
  }
  scenes_at_peace(s);
}
