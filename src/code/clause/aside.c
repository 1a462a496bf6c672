/* The name of one who is told by his post, where no table has it.
 *
 *   «أجرى الرئيس، سالم العامري، اتصالاً»
 *        (the president, Salim al-Amiri, made a call): what two commas hold behind a post is who he is, and no object
 *
 *   «هدد الرئيس جوكو كاران بالحرب»
 *        (the president Joko Karan threatened war): words that are nothing but a name, right behind a post
 *
 * Names that the tables have are mentions of persons and find their place by themselves. */
#include "code/clause/parser.h"

enum { NAME_WORDS = 5 };

/* «الرئيس», «رئيس البلدية»: one man, by what he is. */
static bool is_post(const Parser *p, const Phrase *f) {
  const EngineClasses *k = &p->k;
  if (f->person != NONE || f->actor != NONE || f->number != NONE || f->plural || f->date != NONE) return false;
  return (f->classes & (k->official | k->leader | k->spokesman | k->rank)) != 0;
}

/* A word that no table has, or a proper one, with nothing on it. */
static bool may_be_name(const Parser *p, uint32_t i) {
  const Reading *r = reading(p, i);
  if (token_at(p, i)->kind != TOKEN_WORD || r->clitics || r->enclitic || p->marks.sets[i]) return false;
  return r->guessed || r->pos == POS_PROPER;
}

/* May the word stand in a name between two commas? Most names are words of their own. */
static bool may_stand_in_name(const Parser *p, uint32_t i) {
  const Reading *r = reading(p, i);
  if (token_at(p, i)->kind != TOKEN_WORD || r->enclitic || p->marks.sets[i]) return false;
  if (r->accusative && r->form == FORM_ACTIVE_PARTICIPLE) return false; /* «مؤكداً» */
  if (r->clitics & (CLITIC_CONJ | CLITIC_PREP)) return false;
  return parse_nominal(r) || r->guessed;
}

/* The last phrase before the comma is a post or the complement of one. */
static bool post_ends_at(const Parser *p, uint32_t comma) {
  enum { UP_MOST = 5 };
  uint32_t i = comma ? p->phrase_of[comma - 1] : NONE;
  for (uint32_t steps = 0; i != NONE && steps < UP_MOST; steps++) {
    const Phrase *f = &p->phrases.at[i];
    if (is_post(p, f)) return f->prep == NONE || f->link == LINK_FREE || f->link == LINK_PREP;
    if (f->person != NONE || f->date != NONE || f->link == LINK_FREE || f->link == LINK_CONJ) return false;
    i = f->up;
  }
  return false;
}

/* Does a name of a few words stand from the comma to the next one, and the phrase in it? */
static bool between_commas(const Parser *p, uint32_t comma) {
  bool name = false;
  uint32_t i = comma + 1;
  for (; i < p->in->text->ntokens && i <= comma + NAME_WORDS + 1; i++) {
    if (token_sign(p->in->text, i) == ',') return name && i > comma + 1;
    const PersonMention *person = person_at(p->in, i);
    if (person) {
      name = true;
      i = person->last - 1;
      continue;
    }
    if (i == comma + 1 && reading(p, i)->clitics & CLITIC_AL) return false;
    if (!may_stand_in_name(p, i)) return false;
    name |= may_be_name(p, i);
  }
  return false;
}

bool parse_name_aside(const Parser *p, const Phrase *f) {
  if (f->prep != NONE || f->link != LINK_FREE || f->date != NONE || f->number != NONE || f->actor != NONE) return false;
  uint32_t comma = NONE;
  for (uint32_t i = f->first, steps = 0; i-- > 0 && steps < NAME_WORDS && comma == NONE; steps++)
    if (token_sign(p->in->text, i) == ',') comma = i;
  return comma != NONE && post_ends_at(p, comma) && between_commas(p, comma);
}

bool parse_name_beside(const Parser *p, const Phrase *o, const Phrase *f) {
  if (f->head == NONE || f->number != NONE || f->actor != NONE || f->place != NONE || f->classes) return false;
  if (!may_be_name(p, f->head) || f->last != f->head + 1 || o->last != f->first) return false;
  bool goes_on = o->link == LINK_APPOSITION && !o->classes && o->up != NONE && is_post(p, &p->phrases.at[o->up]);
  return goes_on || (o->definite && is_post(p, o));
}

/* «عقد ولي العهد وزير الدفاع اجتماعاً» (the crown prince, minister of defence, held a meeting): is the clause's second
 * phrase one more post of him who stands right before it? */
bool parse_one_more_post(const Parser *p, const Clause *c) {
  enum { UP_MOST = 6 };
  if (c->after == NONE || c->second == NONE || c->second <= c->after) return false;
  const Phrase *a = &p->phrases.at[c->after], *b = &p->phrases.at[c->second];
  if (!is_post(p, b) || b->link != LINK_FREE || b->prep != NONE || !(a->person != NONE || is_post(p, a))) return false;
  uint32_t i = c->second - 1;
  if (p->phrases.at[i].last != b->first) return false;
  for (uint32_t steps = 0; i != c->after && i != NONE && steps < UP_MOST; steps++) i = p->phrases.at[i].up;
  return i == c->after;
}
