/* What stands where a party might, and is nobody.
 *
 *   «غارة على صعدة»                 a strike on Saada: where it was, and not whom it hit
 *   «أسفر القصف عن 79 جريحاً»          the dead and hurt of whom nothing more is told
 *   «قصف مناطق غير مأهولة», «الأدلة»   areas that are empty, proofs: words for nobody, and for nothing that can be hit
 *   «ذكرت مصادر أمنية أن …»           who only tells has done nothing
 *   «تعذيب زوجته» (his wife's torture)  read as her deed and her fate: it befell her
 *
 * Such words are taken out of the roles, before other words are looked for to fill them. */
#include "code/clause/near.h"
#include "code/match/role.h"
#include "code/scene/people.h"
#include "code/scene/scene.h"

/* «79 جريحاً», «عدداً من القتلى»: and nobody says of whom. */
static bool only_harmed(const Stage *s, Part part) {
  const EngineClasses *k = s->m->k;
  bool harmed = false;
  for (uint32_t i = part.first; i < part.last; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE) continue;
    const Phrase *f = stage_phrase(s, phrase);
    if (f->actor != NONE || f->classes & (k->fighter | k->civilian | k->security | k->force)) return false;
    harmed |= (f->classes & (k->dead | k->hurt)) != 0;
  }
  return harmed;
}

/* «إلقاء براميل متفجرة على البلدة»: what is thrown is no target; a store of it is. */
static bool is_missile(const Stage *s, Part part) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, part.phrase);
  return f->classes & (k->explosive | k->artillery) &&
         !(f->classes & (k->building | k->position | k->group | k->force));
}

static bool stretch_of(const Stage *s, const Phrase *f) {
  return f->head != NONE && (s->m->c->marks[f->head] & SET_BIT(SET_STRETCH)) != 0;
}

/* «قصفت مناطق في بلدة …»: areas of which nothing more is said than where they lie. */
static bool only_area(const Stage *s, Part part) {
  const Phrase *f = stage_phrase(s, part.phrase);
  return stretch_of(s, f) && f->actor == NONE && f->place == NONE && !f->definite && part.last == f->last &&
         !f->adjectives;
}

/* «على الجبهة», «جبهات القتال», «الأراضي السورية», «الحدود»: where it was; but «مناطق المعارضة» are somebody's, and
 * «مناطق سكنية» are lived in. */
static bool stretch_of_nobody(const Stage *s, Part part) {
  enum { OWNERS_MOST = 3 };
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, part.phrase);
  if (!stretch_of(s, f) || !(f->classes & (k->area | k->force | k->direction)) || f->actor != NONE) return false;
  if (!f->definite && !f->plural) return false;
  uint32_t whose = idafa_on(s->m, part.phrase);
  if (whose == NONE && f->adjectives) return place_at(s->m->in, f->head + 1) != NULL;
  for (uint32_t steps = 0; whose != NONE && steps < OWNERS_MOST; steps++) { /* «مناطق سيطرة المعارضة» */
    const Phrase *of = stage_phrase(s, whose);
    if (of->actor != NONE || of->person != NONE || of->classes & (k->person | k->group | k->force | k->fighter))
      return false;
    whose = idafa_on(s->m, whose);
  }
  return f->definite || idafa_on(s->m, part.phrase) != NONE;
}

/* Only a town or a stretch of land, or only the dead: not to whom it was done. */
static bool is_nobody(const Stage *s, Part part) {
  if (part.phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, part.phrase);
  const EngineClasses *k = s->m->k;
  if (only_harmed(s, part) || is_missile(s, part) || only_area(s, part) || stretch_of_nobody(s, part)) return true;
  if (f->actor != NONE || f->person != NONE || f->classes & (k->building | k->position | k->force | k->group) ||
      (f->classes & k->facility && !stretch_of(s, f)))
    return false;
  if (f->place != NONE) { /* «شمالي العراق» is no state */
    const PlaceMention *p = &s->m->in->mentions->places[f->place];
    return p->level != LEVEL_COUNTRY || str_eq(p->basis, STR("anchor"));
  }
  if (!(f->classes & k->area)) return false;
  if (f->definite && !f->plural && f->number == NONE) return true; /* «البلاد», «المنطقة» */
  uint32_t i = place_from(s->m->in, part.first);
  return i < s->m->in->mentions->nplaces && s->m->in->mentions->places[i].first < part.last;
}

/* «عملية قُتل فيها 12 عنصراً»: whom it befell, of whom nothing more is told, is not whom it was aimed at. */
static bool only_befell(const Stage *s, const Scene *x, Part part) {
  if (part.phrase == NONE || part.last != part.first + 1 || !type_is(stage_type(s, x), TRAIT_FOE) ||
      scene_is(s, x, TRAIT_MUTUAL))
    return false;
  const Phrase *f = stage_phrase(s, part.phrase);
  if (f->actor != NONE || f->person != NONE || f->place != NONE || f->definite) return false;
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (x->effects.at[i].of.first <= part.first && part.first < x->effects.at[i].of.last)
      return effect_of_people(x->effects.at[i].what);
  return false;
}

/* A siege is laid to a place; «عقوبات على الدوحة» are against the state. */
static bool may_befall_place(const Stage *s, const Scene *x) {
  return scene_is(s, x, TRAIT_OF_PLACE) || str_eq(x->type, STR("area")); /* a figure's */
}

/* A place, of whatever level. */
static bool only_place(const Stage *s, Part part) {
  const EngineClasses *k = s->m->k;
  if (part.phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, part.phrase);
  return (f->place != NONE || f->classes & k->area) && f->actor == NONE && f->person == NONE &&
         !(f->classes & (k->building | k->position | k->force | k->group | k->dead | k->hurt));
}

bool scene_hits_place_alone(const Stage *s, const Scene *x) {
  if (may_befall_place(s, x)) return false;
  for (uint32_t i = 0; i < x->targets.n; i++)
    if (!only_place(s, x->targets.at[i]) || !is_nobody(s, x->targets.at[i])) return false;
  return x->targets.n != 0;
}

bool scene_hits_more_than_place(const Stage *s, const Scene *x) {
  for (uint32_t i = 0; i < x->targets.n; i++)
    if (!only_place(s, x->targets.at[i])) return true;
  return false;
}

/* «غارة على صعدة» */
static void drop_where(const Stage *s, Scene *x) {
  if (may_befall_place(s, x)) return;
  uint32_t kept = 0;
  for (uint32_t i = 0; i < x->targets.n; i++)
    if (!is_nobody(s, x->targets.at[i]) && !only_befell(s, x, x->targets.at[i]))
      x->targets.at[kept++] = x->targets.at[i];
  x->aimed |= kept < x->targets.n;
  x->targets.n = kept;
}

/* «أعمال عنف مسلحة»: an adjective alone, of no nation, is nobody. */
static bool is_bare_adjective(const Stage *s, Part part) {
  if (part.phrase == NONE || part.last != part.first + 1) return false;
  const Phrase *f = stage_phrase(s, part.phrase);
  const Reading *r = word_best(s->m->in->words, part.first);
  if (place_at(s->m->in, part.first)) return false;
  bool describes = r->gender == GENDER_FEMININE || (r->accusative && !f->classes && !f->definite); /* «تعسفياً» */
  return r->pos == POS_ADJ && describes && r->number != NUMBER_PLURAL && f->actor == NONE && f->person == NONE &&
         f->number == NONE;
}

/* «لم يصب أحد» (nobody was hurt): one of nobody knows whom. */
static bool is_anybody(const Stage *s, Part part) {
  if (part.phrase == NONE || part.last != part.first + 1) return false;
  const Phrase *f = stage_phrase(s, part.phrase);
  return f->head == part.first && f->last == part.last && !f->pronoun && !f->definite && f->number == NONE &&
         (s->m->c->marks[f->head] & SET_BIT(SET_ONE_OF)) != 0 && idafa_on(s->m, part.phrase) == NONE;
}

/* «…، مشيرة إلى», «مشيراً إلى», «مستهدفة موقعاً»: a participle alone, feminine or in the accusative, of whose class
 * nothing is known, tells what somebody does. */
static bool is_bare_participle(const Stage *s, Part part) {
  if (part.phrase == NONE || part.last != part.first + 1 || place_at(s->m->in, part.first)) return false;
  const Phrase *f = stage_phrase(s, part.phrase);
  if (f->form != FORM_ACTIVE_PARTICIPLE && f->form != FORM_PASSIVE_PARTICIPLE) return false;
  if (f->head != part.first || f->definite || f->pronoun || f->number != NONE) return false;
  if (f->actor != NONE || f->person != NONE || f->classes & ~s->m->k->deed) return false;
  const Reading *r = word_best(s->m->in->words, f->head);
  bool manner = r->accusative && f->form == FORM_ACTIVE_PARTICIPLE;
  return (r->gender == GENDER_FEMININE || manner) && r->number == NUMBER_SINGULAR && !r->clitics;
}

/* «ذكرت مصادر أمنية أن …»: who only tells has done nothing; but activists march, too. */
static bool only_tells(const Stage *s, const Scene *x, Part part) {
  const EngineClasses *k = s->m->k;
  if (part.phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, part.phrase);
  ClassSet bodies =
      k->force | k->state | k->group | k->fighter | k->security | k->leader | k->official | k->organisation;
  if (f->person != NONE) return false;
  if (f->classes & k->media) return !(f->classes & (k->force | k->state | k->group)); /* «وكالة الأنباء» */
  if (type_in(stage_type(s, x), CLASS_BIT(PROTEST)) && !(f->classes & k->channel)) return false;
  return f->classes & k->informant && !(f->classes & bodies) && f->actor == NONE;
}

/* «مقتل الأبرياء»: whom it befell is somebody. */
static bool was_hit(const Scene *x, Part part) {
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (part_overlaps(x->effects.at[i].of, part)) return true;
  return false;
}

/* A word of which the lexicon knows that it names nobody, and nothing that can be hit: alone, and of no class,
 * or of news: «وأنباء عن خسائر». */
static bool only_a_word(const Stage *s, Part part) {
  const Phrase *f = stage_phrase(s, part.phrase);
  if (f->classes & ~(s->m->k->speech | s->m->k->channel) || f->actor != NONE || f->person != NONE || f->place != NONE ||
      f->number != NONE || f->head == NONE)
    return false;
  const Reading *r = word_best(s->m->in->words, f->head);
  return part.last == f->last && !r->guessed && r->lemma < s->m->g->lexicon->n;
}

/* Who is arrested, let go, comes back or is threatened is somebody. */
static bool of_people_alone(const TypeRow *type) {
  if (type_in(type, CLASS_BIT(RELEASE))) return !type_is(type, TRAIT_LEAVING);
  return type_in(type, CLASS_BIT(THREATEN)) || (type && str_eq(type->custody, STR("arrested")));
}

/* «الأدلة», «مناطق غير مأهولة»: what no act of force can be done to. An adjective with the article may be somebody's
 * name. */
static bool is_abstract(const Stage *s, const Scene *x, Part part) {
  const TypeRow *type = stage_type(s, x);
  bool people = of_people_alone(type); /* «وتوعدت بملاحقتهم، شأنها شأن …» */
  if (part.phrase == NONE || !(people || type_in(type, CLASS_BIT(ASSAULT) | CLASS_BIT(TERRITORY)))) return false;
  if (!only_a_word(s, part) || was_hit(x, part)) return false;
  const Phrase *f = stage_phrase(s, part.phrase);
  const Reading *r = word_best(s->m->in->words, f->head);
  if (people && (r->form == FORM_ACTIVE_PARTICIPLE || r->form == FORM_PASSIVE_PARTICIPLE)) return false;
  return r->pos == POS_NOUN || (r->pos == POS_ADJ && !f->definite && r->number != NUMBER_PLURAL);
}

/* «اعتقال عصابة وضبط مبالغ مالية» (the arrest of a gang and the seizure of sums of money), told as one act: what was
 * seized with them is none of those arrested. */
static bool is_seized_with(const Stage *s, const Scene *x, Part part) {
  const EngineClasses *k = s->m->k;
  if (part.phrase == NONE || !scene_custody(s, x).n) return false;
  const Phrase *f = stage_phrase(s, part.phrase);
  if (f->actor != NONE || f->person != NONE || f->classes & (k->person | k->group | k->force)) return false;
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (part_overlaps(x->effects.at[i].of, part)) return !effect_of_people(x->effects.at[i].what);
  return (f->classes & (k->goods | k->weapon | k->explosive)) != 0;
}

/* «الأحكام», «المستشفيات», «العديد من المدنيين»: rulings and hospitals use no force, and civilians no shells. A bare
 * noun may be a name. */
static bool does_nothing(const Stage *s, const Scene *x, Part part) {
  const EngineClasses *k = s->m->k;
  const TypeRow *type = stage_type(s, x);
  if (part.phrase == NONE || !type_in(type, CLASS_BIT(ASSAULT) | CLASS_BIT(COERCE))) return false;
  const Phrase *f = stage_phrase(s, part.phrase);
  if (f->actor != NONE || f->person != NONE || f->place != NONE) return false;
  ClassSet bodies =
      k->force | k->state | k->group | k->organisation | k->fighter | k->security | k->official | k->leader;
  bool house = (f->classes & (k->building | k->facility)) != 0;
  if (house && type_is(type, TRAIT_FIRE)) bodies &= ~k->organisation;
  if (f->classes & bodies) return false;
  if (house || f->classes & (k->position | k->dead | k->hurt)) return true;
  if (type_is(type, TRAIT_FIRE) && f->classes & (k->civilian | k->child | k->victim)) return true;
  if (f->head == NONE || !only_a_word(s, part)) return false;
  const Reading *r = word_best(s->m->in->words, f->head);
  return r->pos == POS_NOUN && (f->definite || r->accusative);
}

static uint32_t same_part(const Parts *parts, Part part) {
  for (uint32_t i = 0; i < parts->n; i++)
    if (parts->at[i].phrase != NONE && parts->at[i].first == part.first && parts->at[i].last == part.last) return i;
  return NONE;
}

/* «اعتقال عهد … وأوقفت عهد»: the doer that other words of the same act tell for a target, by the same words; NONE. */
static uint32_t same_words(const Stage *s, const Parts *parts, Part part) {
  for (uint32_t i = 0; i < parts->n; i++)
    if (part_repeats(s, parts->at[i], part)) return i;
  return NONE;
}

/* «تعذيب زوجته»: of one who stands as doer and as target, the one that is likelier. */
static void drop_twice_told(const Stage *s, Scene *x) {
  const EngineClasses *k = s->m->k;
  const TypeRow *type = stage_type(s, x);
  if (type_is(type, TRAIT_OWN_DEED) || type_in(type, CLASS_BIT(TERRITORY))) return;
  bool befell = type_in(type, CLASS_BIT(ASSAULT)); /* whoever was hit did not do it; who raids and arrests did */
  for (uint32_t i = x->targets.n; i-- > 0;) {
    Part target = x->targets.at[i];
    uint32_t at = same_part(&x->agents, target);
    if (at == NONE) {
      at = same_words(s, &x->agents, target);
      if (at == NONE) continue;
      if (befell && !was_hit(x, target)) /* «مواطن أطلق النار»: told first by what he was arrested for */
        parts_drop_at(&x->targets, i);
      else
        parts_drop_at(&x->agents, at);
      continue;
    }
    const Phrase *f = stage_phrase(s, x->agents.at[at].phrase);
    bool armed = f->actor != NONE || f->classes & (k->force | k->state | k->group | k->security | k->fighter);
    if (armed && !(befell && was_hit(x, target)))
      parts_drop_at(&x->targets, i);
    else
      parts_drop_at(&x->agents, at);
  }
}

/* «شنوا عدداً من الهجمات», «فرضت قيوداً»: the act itself. */
static bool is_the_act(const Stage *s, const Scene *x, Part part) {
  if (part.phrase == NONE || part.phrase + 1 >= s->m->c->nphrases) return false;
  const Phrase *f = stage_phrase(s, part.phrase), *of = stage_phrase(s, part.phrase + 1);
  bool some = f->head != NONE && s->m->c->marks[f->head] & SET_BIT(SET_SOME_OF) && of->up == part.phrase;
  const Phrase *noun = some ? of : f;
  uint32_t act = noun->head == NONE ? NONE : s->scene_of_token[noun->head];
  bool victims = noun->classes & (s->m->k->dead | s->m->k->hurt);
  return act != NONE && !victims && scene_live(s, act) == (uint32_t)(x - s->scenes.at);
}

/* «تقديم مئة مليون دولار»: what is given. */
static bool is_given(const Stage *s, const Scene *x, Part part) {
  return part.phrase != NONE && scene_is(s, x, TRAIT_GIFT) && stage_phrase(s, part.phrase)->classes & s->m->k->money;
}

static void drop_nobodies(const Stage *s, Scene *x) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < x->agents.n; i++)
    if (!is_bare_adjective(s, x->agents.at[i]) && !only_tells(s, x, x->agents.at[i]) &&
        !does_nothing(s, x, x->agents.at[i]))
      x->agents.at[kept++] = x->agents.at[i];
  x->agents.n = kept;
  kept = 0;
  for (uint32_t i = 0; i < x->targets.n; i++)
    if (!is_bare_adjective(s, x->targets.at[i]) && !is_bare_participle(s, x->targets.at[i]) &&
        !is_anybody(s, x->targets.at[i]) && !is_seized_with(s, x, x->targets.at[i]) &&
        !is_abstract(s, x, x->targets.at[i]) && !is_the_act(s, x, x->targets.at[i]) &&
        !is_given(s, x, x->targets.at[i]))
      x->targets.at[kept++] = x->targets.at[i];
  x->targets.n = kept;
}

void scene_drop_nobodies(const Stage *s, Scene *x) {
  drop_where(s, x);
  drop_nobodies(s, x);
  drop_twice_told(s, x);
}
