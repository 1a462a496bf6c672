/* Those whom an act befell, told by name in a list of their own.
 *
 *   «قُتل أربعة. … والقتلى هم سالم العلي ومحمد حسن»             the dead, by the noun before the pronoun
 *   «حكم على ستة. … ومن بين المدانين مدير الصحيفة كريم ناصر»     some of the convicts
 *   «اعتقلت ثلاثة ناشطين، هم كريم ناصر …»                       those told right before
 *
 * A list runs on over posts and ages between the names, up to a verb, and has no more names than there were people. */
#include <math.h>
#include <string.h>

#include "code/outcome/outcome.h"
#include "code/outcome/subset.h"
#include "code/scene/people.h"

enum { SCENES_BACK = 64, NAME_NEAR = 8, NOUN_NEAR = 5, SENTENCES_BACK = 10, PHRASES_MOST = 40 };

/* «هم», «هما»: more than one, apart from any other word. */
static bool they_at(const Stage *s, uint32_t token) {
  const Reading *r = word_best(s->m->in->words, token);
  return pronoun_of_third(r) && r->number != NUMBER_SINGULAR && r->number != NUMBER_NONE;
}

static ClassSet classes_at(const Stage *s, uint32_t token) {
  return lexicon_classes(s->m->g->lexicon, word_best(s->m->in->words, token)->lemma);
}

/* The classes that say what befell those listed: of the noun right before the pronoun, of the last word of «من بين…».
 */
static ClassSet fate_told(const Stage *s, uint32_t opener) {
  const EngineClasses *k = s->m->k;
  const ClassSet fates = k->dead | k->hurt | k->hostage | k->detainee | k->suspect;
  if (some_of_whom(s, opener)) return some_of_whom(s, opener) & fates;
  for (uint32_t i = opener, steps = 0; i-- > 0 && steps < NOUN_NEAR; steps++) {
    if (token_sign(s->m->in->text, i) == '.' || token_sign(s->m->in->text, i) == ',') return 0;
    ClassSet found = s->m->c->phrase_of[i] == NONE ? 0 : classes_at(s, i) & fates;
    if (found) return found;
  }
  return 0;
}

static bool befell_so(const Stage *s, Str what, ClassSet fate) {
  const EngineClasses *k = s->m->k;
  if (str_eq(what, STR("killed"))) return (fate & k->dead) != 0;
  if (str_eq(what, STR("injured"))) return (fate & k->hurt) != 0;
  if (str_eq(what, STR("abducted"))) return (fate & k->hostage) != 0;
  return str_eq(what, STR("arrested")) && fate & (k->detainee | k->suspect);
}

/* Those of a scene who may be listed: several, whom befell what the list's noun says; without a noun, those told in the
 * list's own sentence. */
static const Effect *several_befallen(const Stage *s, const Scene *x, ClassSet fate, uint32_t opener) {
  enum { EFFECTS_MOST = 64 }; /* bounds the work on a text that counts without end */
  const Token *tokens = s->m->in->text->tokens;
  const Effect *best = NULL;
  for (uint32_t i = 0; i < x->effects.n && i < EFFECTS_MOST; i++) {
    const Effect *e = &x->effects.at[i];
    if (e->subset || e->token >= opener || !effect_of_people(e->what) || count_is_one(e->count)) continue;
    bool here = tokens[e->token].sentence == tokens[opener].sentence;
    if (fate ? !befell_so(s, e->what, fate) : !here || e->phrase == NONE) continue;
    if (!best || e->token > best->token) best = e;
  }
  return best;
}

/* The newest act before the list that befell those whom it names; `of`: them, NULL of a sentence, which tells nobody
 * apart from whom it is on. */
static Scene *act_of_list(Stage *s, uint32_t opener, const Effect **of) {
  const EngineClasses *k = s->m->k;
  uint32_t sentence = s->m->in->text->tokens[opener].sentence, newest = 0;
  ClassSet fate = fate_told(s, opener);
  if (s->m->c->marks[opener] & SET_BIT(SET_SUBSET) && !fate) return NULL; /* some, and nobody says of whom */
  Scene *best = NULL;
  for (uint32_t i = s->scenes.n, steps = 0; i-- > 0 && steps < SCENES_BACK; steps++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged != NONE || x->dropped || x->sentence > sentence || x->told + SENTENCES_BACK < sentence) continue;
    const Effect *e = several_befallen(s, x, fate, opener);
    bool tried = fate & (k->detainee | k->suspect) && scene_is(s, x, TRAIT_VERDICT) && x->token < opener;
    uint32_t at = e ? e->token : x->token;
    if ((!e && !tried) || (best && at < newest)) continue;
    best = x;
    newest = at;
    *of = e;
  }
  return best;
}

/* Is he one of the list, by more than one name, and not told as somebody's son or in a phrase of place? */
static bool stands_alone(const Stage *s, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  Str name = text_slice(s->m->in->text, s->m->in->mentions->persons[f->person].name);
  if (f->link == LINK_PREP || !(memchr(name.p, ' ', name.n) || memchr(name.p, '_', name.n))) return false;
  if (f->link != LINK_IDAFA || f->up == NONE) return true;
  ClassSet up = stage_phrase(s, f->up)->classes;
  return up & (k->person | k->official | k->leader | k->security | k->rank | k->title) && !(up & k->kin);
}

static void add_list(Stage *s, uint32_t opener) {
  const Text *text = s->m->in->text;
  const Effect *of = NULL;
  uint32_t from = opener + (s->m->c->mark_n[opener] ? s->m->c->mark_n[opener] : 1);
  uint32_t end = text->sentences[text->tokens[opener].sentence].last, first = NONE;
  for (uint32_t i = from; i < end && i < from + NAME_NEAR && first == NONE && !stage_is_verb(s, i); i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase != NONE && stage_phrase(s, phrase)->person != NONE) first = phrase;
  }
  Scene *x = first == NONE ? NULL : act_of_list(s, opener, &of);
  if (!x) return;
  double most = of && of->count.set ? of->count.max : INFINITY;
  for (uint32_t i = first, n = 0; i < s->m->c->nphrases && i < first + PHRASES_MOST && n < most; i++) {
    const Phrase *f = stage_phrase(s, i);
    for (uint32_t t = i > first ? stage_phrase(s, i - 1)->last : f->first; t < f->first && t < end; t++)
      if (stage_is_verb(s, t)) return;
    if (f->first >= end) return;
    if (f->person == NONE || !stands_alone(s, f)) continue;
    scene_add_named(s, x, part_of_phrase(s, i), of ? of->what : STR_NONE);
    n++;
  }
}

void scenes_list_names(Stage *s) {
  const Text *text = s->m->in->text;
  for (uint32_t i = 0; i < text->ntokens; i++)
    if (some_of_whom(s, i) || they_at(s, i)) add_list(s, i);
}
