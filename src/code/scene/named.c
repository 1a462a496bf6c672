/* Whom the words of a party name: an actor of the tables, a country, a person whose name stands behind his post.
 *
 *   «القيادي في تنظيم القاعدة سالم الحربي»   the leader in al-Qaeda Salim al-Harbi
 *   «رئيس الحكومة الليبية، فايز السراج، …»    set off by commas
 *   «قوات النخبة»                            the elite forces: a whole body, and no part of one */
#include "code/scene/named.h"

#include "code/clause/near.h"

static bool is_one_person(const Stage *s, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  return !f->plural && f->number == NONE && f->classes & (k->person | k->leader | k->official | k->civilian);
}

/* The name that a comma sets off from its post ends at a sign, a preposition or «و»: «ولي العهد، الأمير سعد للكويت». */
static bool ends_name(const Stage *s, uint32_t token) {
  const Text *text = s->m->in->text;
  if (token >= text->ntokens || text->tokens[token].kind == TOKEN_PUNCT) return true;
  const Reading *r = word_best(s->m->in->words, token);
  return r->pos == POS_PREP || r->clitics & (CLITIC_PREP | CLITIC_CONJ);
}

/* «وزير الخارجية التركي مولود أوغلو», «رئيس الحكومة الليبية، فايز السراج، …»: past adjectives behind a post that is
 * definite, by itself or by its complement; set off by commas on both sides, if at all. */
static const PersonMention *person_beside(const Stage *s, Part part) {
  enum { ADJECTIVES_MOST = 2 };
  const Text *text = s->m->in->text;
  uint32_t at = part.last;
  for (uint32_t steps = 0; steps < ADJECTIVES_MOST && at < text->ntokens; steps++, at++) {
    const Reading *r = word_best(s->m->in->words, at);
    bool adjective = r->clitics & CLITIC_AL && !(r->clitics & (CLITIC_CONJ | CLITIC_PREP)) &&
                     (nisba_at(s->m->in, at) || (r->pos == POS_ADJ && !person_at(s->m->in, at)));
    if (!adjective) break;
  }
  if (at >= text->ntokens) return NULL;
  if (token_sign(text, at) != ',') return at > part.last ? person_at(s->m->in, at) : NULL;
  const PersonMention *m = person_at(s->m->in, at + 1);
  return m && ends_name(s, m->last) ? m : NULL;
}

static bool is_definite(const Stage *s, Part part) {
  for (uint32_t i = part.first; i < part.last; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    const Reading *r = word_best(s->m->in->words, i);
    if (r->enclitic && r->pos == POS_NOUN) return true; /* «وزير خارجيتها», «نظيره» */
    if (phrase != NONE && (stage_phrase(s, phrase)->definite || stage_phrase(s, phrase)->actor != NONE)) return true;
  }
  return false;
}

static bool is_post(const Stage *s, const Phrase *f) {
  if (f->head == NONE || word_best(s->m->in->words, f->head)->number == NUMBER_DUAL) return false;
  return f->person == NONE && f->actor == NONE && f->classes & (s->m->k->leader | s->m->k->official);
}

/* «القيادي في تنظيم القاعدة سالم الحربي»: a name behind a role and all that belongs to it. */
const PersonMention *person_behind(const Stage *s, Part part) {
  enum { LONGEST_ROLE = 4 };
  uint32_t phrase = part.first < part.last ? s->m->c->phrase_of[part.first] : NONE;
  if (phrase == NONE) return NULL;
  const Phrase *role = stage_phrase(s, phrase);
  if (!is_one_person(s, role)) return NULL;
  const PersonMention *beside = is_post(s, role) && is_definite(s, part) ? person_beside(s, part) : NULL;
  if (beside) return beside;
  uint32_t last = role->last;
  const Text *text = s->m->in->text;
  for (uint32_t i = phrase + 1; i < s->m->c->nphrases && i <= phrase + LONGEST_ROLE; i++) {
    const Phrase *f = stage_phrase(s, i);
    bool behind_comma = f->first == last + 1 && token_sign(text, last) == ',' && f->person != NONE && f->prep == NONE;
    if (behind_comma && token_sign(text, f->last) == ',' && role->definite) /* «المسعفة، رزان نجار، …» */
      return &s->m->in->mentions->persons[f->person];
    if ((f->link == LINK_PREP ? f->prep_token : f->first) != last && f->first != last) return NULL;
    if (f->person != NONE) return f->link == LINK_PREP ? NULL : &s->m->in->mentions->persons[f->person];
    if (f->link != LINK_PREP && f->link != LINK_IDAFA && f->link != LINK_APPOSITION) return NULL;
    /* «التقى الرئيس بنظيره فلان», «مستشار للرئيس فلان»: the other's name; but «المساعد الخاص لرئيس الوزراء فلان» */
    bool of_role = f->prep == s->m->g->prep_li || s->m->c->marks[f->prep_token] & SET_BIT(SET_PARTITIVE);
    bool titled = f->prep == s->m->g->prep_li && f->last == f->first + 1 && i + 1 < s->m->c->nphrases &&
                  f[1].first == f->last && f[1].person != NONE;
    if (f->link == LINK_PREP && is_post(s, f) && (!of_role || titled)) return NULL;
    last = f->last;
  }
  return NULL;
}

const ActorMention *actor_of_part(const Stage *s, Part part) {
  for (uint32_t i = part.first; i < part.last; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    uint32_t actor = phrase == NONE ? NONE : stage_phrase(s, phrase)->actor;
    if (actor != NONE && s->m->in->mentions->actors[actor].id.n) return &s->m->in->mentions->actors[actor];
  }
  return NULL;
}

Str country_told(const Stage *s, Part part) {
  const PlaceMention *p = place_at(s->m->in, part.first);
  bool alone = p && p->last >= part.last && p->country.n && p->level == LEVEL_COUNTRY;
  return alone ? p->country : STR_NONE;
}

bool told_whole(const Stage *s, uint32_t phrase) {
  enum { COMPLEMENTS_MOST = 4 };
  if (stage_phrase(s, phrase)->classes & (s->m->k->area | s->m->k->position)) return stage_phrase(s, phrase)->definite;
  for (uint32_t i = phrase, steps = 0; steps < COMPLEMENTS_MOST; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (steps && f->classes & s->m->k->event) return false;
    if (f->definite || f->place != NONE || f->actor != NONE) return true;
    if (i + 1 >= s->m->c->nphrases || f[1].link != LINK_IDAFA || f[1].up != i) return false;
    i++;
  }
  return false;
}
