/* Who the two are that a noun only points back to.
 *
 *   «التقى الوزير نظيره. واتفق الجانبان على هدنة»      the two sides: who met before
 *   «أجرت مصر وإثيوبيا محادثات. ووقع البلدان اتفاقاً»   the two countries: those joined before
 *
 * The parties of the nearest act before that has two, or else the two that «و» joins to each other and to no third; two
 * presidents are men, and two countries none. */
#include "code/clause/near.h"
#include "code/party/party.h"
#include "code/scene/scene.h"

enum { SENTENCES_BACK = 4, SCENES_BACK = 24, PHRASES_BACK = 96 };

typedef struct Two {
  Part at[2];
} Two;

/* A dual with the article and nothing with it: «الجانبان», «البلدين». */
static bool points_to_two(const Stage *s, uint32_t phrase) {
  if (phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, phrase);
  return f->head != NONE && f->last == f->head + 1 && s->m->c->marks[f->head] & SET_BIT(SET_TWO_SIDES);
}

/* «زعيم الحركة سالم العلي»: is somebody's name among its words? */
static bool is_named(const Stage *s, Part part) {
  uint32_t name = person_from(s->m->in, part.first);
  return name < s->m->in->mentions->npersons && s->m->in->mentions->persons[name].first < part.last;
}

static bool is_man(const Stage *s, Part part) {
  const Phrase *f = part.phrase == NONE ? NULL : stage_phrase(s, part.phrase);
  return f && (is_named(s, part) || f->classes & (s->m->k->official | s->m->k->leader));
}

static bool is_country(const Stage *s, Part part) {
  const Phrase *f = part.phrase == NONE ? NULL : stage_phrase(s, part.phrase);
  return f && f->place != NONE && names_country(&s->m->in->mentions->places[f->place]);
}

/* A man by his name or his post, a country, or a body; «وزيرا» is nobody that could be told from another. */
static bool is_side(const Stage *s, Part part) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = part.phrase == NONE ? NULL : stage_phrase(s, part.phrase);
  if (!f) return false;
  bool his_post = f->classes & (k->official | k->leader) && (f->definite || f->pronoun); /* «نظيره» */
  if (is_named(s, part) || his_post) return true;
  return f->actor != NONE || f->place != NONE ||
         f->classes & (k->force | k->group | k->fighter | k->security | k->state | k->organisation);
}

/* May the noun mean these two? */
static bool fits(const Stage *s, uint32_t noun, const Two *two) {
  const EngineClasses *k = s->m->k;
  ClassSet classes = stage_phrase(s, noun)->classes;
  for (int i = 0; i < 2; i++) {
    if (two->at[i].first >= two->at[i].last || points_to_two(s, two->at[i].phrase)) return false;
    if (!is_side(s, two->at[i])) return false;
    if (classes & (k->official | k->leader) && !is_man(s, two->at[i])) return false;
    if (classes & (k->state | k->area) && !is_country(s, two->at[i])) return false;
  }
  return true;
}

/* The two parties of an act; false where it has fewer, or more. */
static bool parties_of(const Scene *o, Two *two) {
  const Parts *other = o->agents.n == 2 ? NULL : o->partners.n ? &o->partners : &o->targets;
  if (o->agents.n == 0 || o->agents.n > 2 || (other && other->n != 1) || (!other && o->partners.n)) return false;
  *two = (Two){{o->agents.at[0], other ? other->at[0] : o->agents.at[1]}};
  return true;
}

static bool of_act_before(const Stage *s, const Scene *x, uint32_t noun, Two *two) {
  uint32_t at = (uint32_t)(x - s->scenes.at);
  for (uint32_t i = at, steps = 0; i-- > 0 && steps < SCENES_BACK; steps++) {
    const Scene *o = &s->scenes.at[i];
    if (o->sentence + SENTENCES_BACK < x->sentence) return false;
    bool together = type_in(stage_type(s, o), CLASS_BIT(CONSULT) | CLASS_BIT(AGREE)) || scene_is(s, o, TRAIT_MUTUAL);
    if (o->merged != NONE || o->kind != RECORD_EVENT || !together) continue;
    if (parties_of(o, two) && fits(s, noun, two)) return true;
  }
  return false;
}

/* «مصر وإثيوبيا», «سالم العلي وأحمد سعيد»: two, and no third. */
static bool joined_before(const Stage *s, uint32_t noun, Two *two) {
  uint32_t sentence = stage_clause(s, stage_phrase(s, noun)->clause)->sentence;
  for (uint32_t i = noun, steps = 0; i-- > 0 && steps < PHRASES_BACK; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (stage_clause(s, f->clause)->sentence + SENTENCES_BACK < sentence) return false;
    if (f->link != LINK_CONJ || stage_phrase(s, f->up)->link == LINK_CONJ) continue;
    bool third = i + 1 < s->m->c->nphrases && stage_phrase(s, i + 1)->link == LINK_CONJ;
    *two = (Two){{part_of_phrase(s, f->up), part_of_phrase(s, i)}};
    bool alike = (is_country(s, two->at[0]) && is_country(s, two->at[1])) ||
                 (stage_phrase(s, f->up)->person != NONE && f->person != NONE);
    if (alike && !third && fits(s, noun, two)) return true;
  }
  return false;
}

/* The noun that points back to those who did the act: its only agent, the subject of its clause, or whom «بين» governs;
 * NONE. */
static uint32_t noun_of_two(const Stage *s, const Scene *x) {
  enum { PHRASES_AHEAD = 8 };
  if (x->agents.n) return x->agents.n == 1 && points_to_two(s, x->agents.at[0].phrase) ? x->agents.at[0].phrase : NONE;
  uint32_t subject = stage_clause(s, x->clause)->subject;
  if (points_to_two(s, subject)) return subject;
  for (uint32_t i = x->phrase, steps = 0; i != NONE && i < s->m->c->nphrases && steps < PHRASES_AHEAD; i++, steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (stage_clause(s, f->clause)->sentence != x->sentence) return NONE;
    bool between = f->prep != NONE && s->m->c->marks[f->prep_token] & SET_BIT(SET_BETWEEN);
    if (between) return points_to_two(s, i) ? i : NONE;
  }
  return NONE;
}

void scenes_name_pairs(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    bool meeting = type_in(stage_type(s, x), CLASS_BIT(CONSULT)), clash = scene_is(s, x, TRAIT_MUTUAL);
    if (x->merged != NONE || x->kind != RECORD_EVENT) continue;
    if (!meeting && !clash && !type_in(stage_type(s, x), CLASS_BIT(AGREE))) continue;
    uint32_t noun = noun_of_two(s, x);
    Parts *other = meeting ? &x->partners : clash ? &x->targets : &x->agents;
    Two two;
    if (noun == NONE || (other != &x->agents && other->n)) continue;
    if (!of_act_before(s, x, noun, &two) && !joined_before(s, noun, &two)) continue;
    x->agents.n = 0;
    parts_add(s, &x->agents, two.at[0]);
    parts_add(s, other, two.at[1]);
  }
}
