/* Who denies a deed that others tell of, where his denial tells no act itself.
 *
 *   «وهو ما تنفيه دمشق», «الأمر الذي تنفيه موسكو»   (which Damascus denies) the pronoun is what was told
 *   «ونفت روسيا مسؤوليتها عن الحادث»                (Russia denied its responsibility for it)
 *   «لكن الحكومة نفت هذه الاتهامات»                 (but the government denied these accusations)
 *
 * What he denies is the nearest act of violence told before, which is laid on him or his state, or, where it is his
 * part in it that he denies, on nobody. */
#include "code/clause/near.h"
#include "code/voice/informant.h"
#include "code/voice/responsibility.h"
#include "code/voice/voice.h"

enum { SENTENCES_BACK = 2, SCENES_BACK = 8 };

/* Who denies: the subject behind the verb, or before it. */
static uint32_t denier_of(const Stage *s, uint32_t verb, uint32_t end) {
  enum { BEHIND = 5 };
  for (uint32_t i = verb + 1; i < end && i < verb + BEHIND; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->first != i || stage_phrase(s, phrase)->date != NONE) continue;
    bool subject = stage_phrase(s, phrase)->prep == NONE && informant_speaks(s, phrase);
    if (subject) return phrase;
    break;
  }
  const Clause *c = stage_clause(s, s->m->c->clause_of[verb]);
  uint32_t before = c->subject != NONE ? c->subject : c->before;
  if (c->verb != verb || before == NONE || stage_phrase(s, before)->last > verb) return NONE;
  return informant_speaks(s, before) ? before : NONE;
}

typedef enum Denied { DENIES_NOTHING, DENIES_WORDS, DENIES_PART } Denied;

/* What is denied: what was said, or a part in it; nothing where an act is told, which is a scene of its own. */
static Denied what_is_denied(const Stage *s, uint32_t verb, uint32_t denier, uint32_t end) {
  enum { BEHIND = 10 };
  if (word_best(s->m->in->words, verb)->enclitic) return DENIES_WORDS;
  uint32_t from = stage_phrase(s, denier)->first > verb ? stage_phrase(s, denier)->last : verb + 1;
  for (uint32_t i = from; i < end && i < from + BEHIND; i++) {
    if (s->scene_of_token[i] != NONE || s->m->in->text->tokens[i].kind == TOKEN_PUNCT) return DENIES_NOTHING;
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || stage_phrase(s, phrase)->head != i) continue;
    const Phrase *f = stage_phrase(s, phrase);
    if (s->m->c->marks[i] & (SET_BIT(SET_CLAIMED) | SET_BIT(SET_LINKED))) return DENIES_PART;
    if (f->classes & s->m->k->speech && f->definite && f->prep == NONE) return DENIES_WORDS;
  }
  return DENIES_NOTHING;
}

static bool laid_on(const Stage *s, const Scene *x, uint32_t denier) {
  const Phrase *f = stage_phrase(s, denier);
  Part who = part_of_phrase(s, denier);
  Str country = f->place == NONE ? STR_NONE : s->m->in->mentions->places[f->place].country;
  for (uint32_t i = 0; i < x->agents.n; i++) {
    Part agent = x->agents.at[i];
    if (parts_alike(s, who, agent) || parties_of_one_state(s, who, agent)) return true;
    if (country.n && party_of_country(s, agent, country)) return true;
  }
  return false;
}

/* The scene that a denial at a token goes back to; NONE. */
static uint32_t scene_denied(const Stage *s, uint32_t token, uint32_t denier, Denied what) {
  const Text *text = s->m->in->text;
  uint32_t sentence = text->tokens[token].sentence, steps = 0;
  uint32_t first = text->sentences[sentence > SENTENCES_BACK ? sentence - SENTENCES_BACK : 0].first;
  for (uint32_t i = token; i-- > first && steps < SCENES_BACK;) {
    uint32_t scene = scene_live(s, s->scene_of_token[i]);
    if (scene == NONE) continue;
    steps++;
    const Scene *x = &s->scenes.at[scene];
    if (x->dropped || !type_is(stage_type(s, x), TRAIT_VIOLENT)) continue;
    if (x->agents.n ? laid_on(s, x, denier) : what == DENIES_PART) return scene;
  }
  return NONE;
}

void scenes_deny(Stage *s) {
  const Text *text = s->m->in->text;
  for (uint32_t i = 1; i < text->ntokens; i++) {
    const Reading *r = word_best(s->m->in->words, i);
    if (!(s->m->c->marks[i] & SET_BIT(SET_DENIED)) || r->pos != POS_VERB || s->m->c->phrase_of[i] != NONE) continue;
    if (s->m->c->marks[i - 1] & SET_BIT(SET_NEGATION)) continue;
    uint32_t end = text->sentences[text->tokens[i].sentence].last, denier = denier_of(s, i, end);
    if (denier == NONE || informant_is_channel(s, denier) || informant_is_media(s, denier)) continue;
    Denied what = what_is_denied(s, i, denier, end);
    uint32_t scene = what == DENIES_NOTHING ? NONE : scene_denied(s, i, denier, what);
    if (scene == NONE || s->scenes.at[scene].denier != NONE) continue;
    uint32_t who = informant_of(s, denier, end, SPEAKER_OUTLET);
    if (who < SPEAKER_UNTOLD) s->scenes.at[scene].denier = who;
  }
}
