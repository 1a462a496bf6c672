/* Words of war where there is none.
 *
 *   «هاجم المنتخب مرمى ضيفه»              (the side attacked its guests' goal) sport
 *   «شن هجوماً على سياسة الحكومة»          (he launched an attack on the government's policy) politics
 *   «كسب معركته من أجل العمل»              (he won his battle to go on working) a figure of speech
 *   «استهدفت الورشة المعلمين»              (the workshop was aimed at teachers)
 *   «انفجارات متتالية في البركان»          (one explosion after another in the volcano) nature
 *   «نجا البطل من محاولة اغتيال»           (the hero survives an attempt on his life) a film
 *
 * No list of such turns is whole. But violence shows in its report: in the dead and hurt, in arms and
 * armed people. A report of some length in which nothing of the kind stands by any of its violent words
 * is a report at peace, and so are those words. */
#include "code/scene/scene.h"
#include "code/told/told.h"
#include "code/voice/telling.h"

/* ---------------------------------------------------------------- sport, shows */

/* Only what is of sport and nothing else tells («هدف» is a target, too). */
static bool of_sport(const EngineClasses *k, ClassSet classes) {
  return classes & k->sport && !(classes & ~(k->sport | k->person | k->civilian));
}

/* «مقتل مدرب في تحطم مروحية»: the dead are no play. */
static bool has_dead(const Scene *x) {
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (str_eq(x->effects.at[i].what, STR("killed")) && x->effects.at[i].count.set) return true;
  return false;
}

/* Do words of a trial, or the police, stand in its sentence: «بتهمة الرشوة», «أمام القاضي»? */
static bool law_near(const Stage *s, const Scene *x) {
  enum { WITHIN = 40 };
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  uint32_t from = x->first > sentence->first + WITHIN ? x->first - WITHIN : sentence->first;
  for (uint32_t i = from; i < sentence->last && i < x->last + WITHIN; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (s->m->c->marks[i] & SET_BIT(SET_CHARGE)) return true;
    if (phrase != NONE && stage_phrase(s, phrase)->classes & s->m->k->police) return true;
  }
  return false;
}

/* «أوقفت الشرطة 8 مشجعين» (the police arrested 8 fans), «أفرجت النيابة عن اللاعب»: whoever plays, the law does not; but
 * «أوقف الاتحاد اللاعب» (the federation suspended the player). */
static bool by_the_law(const Stage *s, const Scene *x) {
  const ClassSet law = s->m->k->police | s->m->k->state | s->m->k->security;
  if (!scene_is(s, x, TRAIT_JUSTICE) || scene_is(s, x, TRAIT_VIOLENT)) return false;
  if (law_near(s, x)) return true;
  for (uint32_t i = 0; i < x->agents.n; i++) {
    uint32_t phrase = x->agents.at[i].phrase;
    ClassSet classes = phrase == NONE ? 0 : stage_phrase(s, phrase)->classes;
    if (classes & law && !(classes & s->m->k->sport)) return true;
  }
  return false;
}

static bool plays(const Stage *s, const Scene *x) {
  const Clause *c = stage_clause(s, x->clause);
  if (!x->alone && has_dead(x)) return false;
  if (by_the_law(s, x)) return false;
  for (uint32_t i = c->first; i < c->last; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase != NONE && of_sport(s->m->k, stage_phrase(s, phrase)->classes)) return true;
  }
  return false;
}

/* Armed people and arms, and nothing that sport, machines and medicine have, too («فريق», «جهاز»). */
static bool plainly_armed(const EngineClasses *k, ClassSet classes) {
  ClassSet armed = k->fighter | k->weapon | k->firearm | k->explosive | k->artillery | k->force | k->aircraft;
  return classes & armed && !(classes & (k->police | k->sport | k->goods | k->event));
}

/* How many phrases of the text are of what. */
typedef struct Tally {
  uint32_t sport, show, nature, arms, armed, plain;
} Tally;

static Tally tally_of(const Stage *s) {
  const EngineClasses *k = s->m->k;
  Tally t = {0};
  for (uint32_t i = 0; i < s->m->c->nphrases; i++) {
    ClassSet classes = stage_phrase(s, i)->classes;
    t.sport += of_sport(k, classes);
    t.show += (classes & k->show) != 0;
    t.nature += (classes & (k->weather | k->animal)) != 0;
    t.plain += plainly_armed(k, classes);
    t.arms += (classes & (k->force | k->fighter | k->aircraft | k->victim | k->security)) != 0;
    ClassSet armed = k->fighter | k->weapon | k->firearm | k->explosive | k->artillery | k->force;
    t.armed += classes & armed && !(classes & k->police);
  }
  return t;
}

/* Is the whole report one of sport: many words of it, and few of arms and forces? */
static bool report_of_sport(Tally t) {
  enum { SPORT_LEAST = 4 };
  return (t.sport >= SPORT_LEAST && t.sport > t.arms) || (t.sport >= SPORT_LEAST - 1 && t.sport > 3 * t.arms);
}

/* Is it of little else: is one phrase in so many one of sport? Its meetings are matches, its deals transfers: «اللقاء»,
 * «الجولة الثالثة» (the third round), «صفقة», «رحيل المدرب» (the coach's departure). */
static bool report_of_sport_alone(Tally t, uint32_t phrases) {
  enum { ONE_IN = 25 };
  return report_of_sport(t) && t.sport * ONE_IN >= phrases;
}

/* «يروي الفيلم», «المسلسل», «المخرج»: what such a report tells happens on a screen. */
static bool report_of_show(Tally t) {
  enum { SHOW_LEAST = 8 };
  return t.show >= SHOW_LEAST && t.show > 2 * t.arms;
}

/* A storm, a quake, a shark: nobody's deed. */
static bool report_of_nature(Tally t) {
  enum { NATURE_LEAST = 3 };
  return t.nature >= NATURE_LEAST && t.nature > t.plain;
}

/* ---------------------------------------------------------------- a report at peace */

/* Did it befall people, and is said whom? */
static bool befell_people(const Scene *x) {
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (!str_eq(x->effects.at[i].what, STR("destroyed")) && !str_eq(x->effects.at[i].what, STR("seized"))) return true;
  return false;
}

/* Violence that needs no arms in the report, or has its dead: «انفجار طرد», «قتل 32 بهجوم». */
static bool violent_at_peace(const Stage *s, const Scene *x) {
  if (type_is(stage_type(s, x), TRAIT_UNARMED)) return true;
  return !x->alone && x->phrase != NONE && stage_phrase(s, x->phrase)->classes & s->m->k->event && scene_counts(x);
}

static bool violent(const Stage *s, const Scene *x) { return type_is(stage_type(s, x), TRAIT_VIOLENT); }

/* «الهجوم الكيماوي»: an adjective of arms. */
static bool of_arms(const Stage *s, const Scene *x) {
  for (uint32_t i = x->first; i < x->last; i++) {
    const Word *w = &s->m->in->words->at[i];
    for (uint32_t n = 0; i != x->token && n < w->n; n++)
      if (lexicon_classes(s->m->g->lexicon, w->readings[n].lemma) & s->m->k->weapon) return true;
  }
  return false;
}

/* Do the dead, the hurt or arms stand in the scene's own sentence? A weapon that is the trigger itself,
 * and the police, say nothing. */
static bool armed_near(const Stage *s, const Scene *x, uint32_t last) {
  enum { WITHIN = 60 };
  const EngineClasses *k = s->m->k;
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  const ClassSet others = k->victim | k->hostage;
  uint32_t from = x->first > sentence->first + WITHIN ? x->first - WITHIN : sentence->first;
  for (uint32_t i = from; i < last && i < sentence->last && i < x->last + WITHIN; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || phrase == x->phrase || stage_phrase(s, phrase)->first != i) continue;
    const Phrase *f = stage_phrase(s, phrase);
    bool soldier = f->classes & k->security && !(f->classes & k->police);
    if (f->classes & others || soldier || plainly_armed(k, f->classes)) return true;
  }
  return false;
}

/* «الضربات التي شنتها الولايات المتحدة على سوريا»: fire from afar by a state upon somebody or at a place is no figure
 * of speech, and needs no arms beside its words. */
static bool states_fire(const Stage *s, const Scene *x) {
  if (!scene_is(s, x, TRAIT_FIRE) || (!x->targets.n && !x->places.n)) return false;
  for (uint32_t i = 0; i < x->agents.n; i++) {
    uint32_t phrase = x->agents.at[i].phrase;
    if (phrase != NONE && stage_phrase(s, phrase)->classes & s->m->k->state) return true;
  }
  return false;
}

static bool shows_violence(const Stage *s, const Scene *x) {
  return befell_people(x) || of_arms(s, x) || armed_near(s, x, UINT32_MAX) || states_fire(s, x);
}

/* Of one scene at least that tells of violence, whatever others are called. */
static bool report_shows_violence(const Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    const Scene *x = &s->scenes.at[i];
    if (x->merged == NONE && !x->dropped && violent(s, x) && shows_violence(s, x)) return true;
  }
  return false;
}

static bool plain_agent(const Stage *s, const Scene *x) {
  for (uint32_t i = 0; i < x->agents.n; i++) {
    uint32_t phrase = x->agents.at[i].phrase;
    if (phrase != NONE && plainly_armed(s->m->k, stage_phrase(s, phrase)->classes)) return true;
  }
  return false;
}

/* «كثف هجومه على منافسه متهماً إياه», «هاجم الصحف قائلاً إنها»: an attack of words goes on in words. */
static bool of_words(const Stage *s, const Scene *x) {
  enum { WORDS_WITHIN = 16 };
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  if (!scene_is(s, x, TRAIT_GENERAL) || befell_people(x) || plain_agent(s, x)) return false;
  for (uint32_t i = x->last; i < sentence->last && i < x->last + WORDS_WITHIN; i++)
    if (tells_as_participle(s, i)) return !armed_near(s, x, i);
  return false;
}

static void drop(Scene *x) {
  x->dropped = true;
  x->doubts |= 1U << DOUBT_PEACE;
}

void scenes_at_peace(Stage *s) {
  enum { PHRASES_LEAST = 40, ARMED_LEAST = 7 }; /* phrases of a whole report; of plain arms in one of war */
  Tally t = tally_of(s);
  bool whole = s->m->c->nphrases >= PHRASES_LEAST;
  bool sport = report_of_sport(t), show = report_of_show(t), nature = report_of_nature(t);
  bool peace = whole && t.armed == 0, sport_alone = report_of_sport_alone(t, s->m->c->nphrases);
  const uint32_t dealings = CLASS_BIT(CONSULT) | CLASS_BIT(AGREE) | CLASS_BIT(RELEASE);
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged != NONE) continue;
    const TypeRow *type = stage_type(s, x);
    bool force = violent(s, x);
    if (x->kind != RECORD_FIGURE && (plays(s, x) || of_words(s, x))) drop(x);
    bool taken = type_in(type, CLASS_BIT(TERRITORY)); /* «تقدم الفريق», «خسر المباراة» */
    bool harm = befell_people(x) && scene_counts(x);
    if (sport && ((force && !harm) || taken)) drop(x);
    if (sport_alone && type_in(type, dealings) && !by_the_law(s, x)) drop(x);
    if ((sport || show) && scene_is_sum(x)) drop(x); /* «انتقل اللاعب بمبلغ 27 مليون ريال» */
    if (show && force && (!harm || t.show > 4 * t.arms)) drop(x);
    if (nature && force && !plain_agent(s, x)) drop(x);
    if (peace && force && !violent_at_peace(s, x) && !states_fire(s, x)) drop(x);
  }
  bool figures = whole && t.plain < ARMED_LEAST && !report_shows_violence(s);
  for (uint32_t i = 0; figures && i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    bool history = x->own_date && x->phrase != NONE; /* «هجمات 11 سبتمبر» */
    if (x->merged == NONE && violent(s, x) && !violent_at_peace(s, x) && !history) drop(x);
  }
}
