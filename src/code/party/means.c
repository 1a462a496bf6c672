/* With what an act was done, where its own word does not say: what kind of act that makes it.
 *
 *   «استهدفت القوات الجوية ثلاثة مبان»             the air force hit three buildings: an air strike
 *   «قصف عنيف لطيران التحالف على المدينة»           heavy bombing by the coalition's aircraft: an air strike
 *   «تبنت الحركة هجوماً بسيارة مفخخة»               the movement claimed an attack with a car bomb: a bombing
 *   «هاجموا الموقع بقذائف الهاون»                   they attacked the post with mortar shells: shelling
 *
 * A frame sees the heads of the phrases that stand with its trigger. Here are read, once the doers are known, the
 * doer's own name, and the words of what «ب» (with) governs: a car is a bomb by its adjective. Only an act whose word
 * leaves the means open takes its kind from them, and only a kind that tells more than its own. */
#include "code/party/party.h"
#include "code/scene/scene.h"

enum { PHRASES_NEAR = 8 };

/* «سلاح الجو»; the air defences shoot from the ground. */
static bool flies(const Stage *s, const Part *part) {
  if (part->phrase == NONE) return false;
  if (stage_phrase(s, part->phrase)->classes & s->m->k->aircraft) return true;
  for (uint32_t i = part->first; i < part->last; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_AIR_FORCE)) return true;
  return false;
}

static bool all_fly(const Stage *s, const Scene *x) {
  for (uint32_t i = 0; i < x->agents.n; i++)
    if (!flies(s, &x->agents.at[i])) return false;
  if (x->agents.n) return true;
  uint32_t subject = x->phrase == NONE ? stage_clause(s, x->clause)->subject : NONE; /* «سلاح» is no body */
  Part who = subject == NONE ? (Part){0, 0, NONE} : part_of_phrase(s, subject);
  return flies(s, &who);
}

/* What «ب» governs behind the act, before any other act's word; TRAIT_COUNT where it is no arm. */
static TypeTrait by_arms(const Stage *s, const Scene *x) {
  const EngineClasses *k = s->m->k;
  uint32_t seen = 0, last = NONE;
  for (uint32_t i = x->last; i < s->m->in->text->ntokens && seen < PHRASES_NEAR; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (s->m->c->clause_of[i] != x->clause || s->scene_of_token[i] != NONE) return TRAIT_COUNT;
    if (s->m->in->text->tokens[i].kind == TOKEN_PUNCT) return TRAIT_COUNT;
    if (phrase == NONE || phrase == last) continue;
    last = phrase, seen++;
    const Phrase *f = stage_phrase(s, phrase);
    if (f->prep != s->m->g->prep_bi || f->link == LINK_CONJ) continue;
    ClassSet arms = f->classes | classes_of_words(s, f->first, f->last);
    if (arms & k->aircraft) return TRAIT_BY_AIR;
    if (arms & k->artillery) return TRAIT_BY_GUNS;
    if (arms & k->explosive) return TRAIT_BY_BOMB;
  }
  return TRAIT_COUNT;
}

/* «إطلاق الصواريخ»: its own words say with what, whoever is taken for its doer. */
static bool names_shot(const Stage *s, const Scene *x) {
  uint32_t behind = x->last < s->m->in->text->ntokens ? s->m->c->phrase_of[x->last] : NONE;
  ClassSet shot = s->m->k->artillery;
  return classes_of_words(s, x->first, x->last) & shot || (behind != NONE && stage_phrase(s, behind)->classes & shot);
}

/* «قُتل جنديان بعبوة ناسفة»: of a death that no act is told of, by what they died. */
static bool killed_by_arms(const Stage *s, const Scene *x) {
  return x->alone && scene_is(s, x, TRAIT_BY_END) && by_arms(s, x) != TRAIT_COUNT;
}

void scenes_find_means(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    const TypeRow *open = stage_type(s, x);
    if (x->merged != NONE || x->kind != RECORD_EVENT) continue;
    if (!type_is(open, TRAIT_OPEN) && !killed_by_arms(s, x)) continue;
    if (type_is(open, TRAIT_BY_GUNS) && names_shot(s, x)) continue;
    uint32_t row =
        grammar_type_with(s->m->g, type_is(open, TRAIT_OPEN) && all_fly(s, x) ? TRAIT_BY_AIR : by_arms(s, x));
    const TypeRow *told = grammar_type(s->m->g, row);
    if (!told || told->specific <= open->specific) continue;
    x->type = told->type;
    x->type_row = row;
  }
}
