/* A place told before, by a pronoun that takes it up.
 *
 *   «قاعدة العند التي تمت السيطرة عليها»    the head of the relative clause («the base over which control was gained»)
 *   «صنعاء التي احتلتها الميليشيات»         the same, of the verb's own pronoun
 *   «وصلوا إلى زنجبار بعد تحريرها»          the noun told last that agrees, of the noun's pronoun
 *
 * The problem: the place that such an act befell stands before it, and the next place behind it is where somebody went
 * on to.
 *
 * The method: a pronoun on the act's word, or with a preposition of place right behind it. In a relative clause it
 * takes up the clause's head; elsewhere the nearest noun before that agrees with it. Where that is no place, whatever
 * is near is not taken for it. */
#include "code/clause/near.h"
#include "code/match/taken_up.h"
#include "code/setting/site.h"

/* «سيطرتها على المدينة»: the pronoun is the doer's. */
static bool is_his_own(const Stage *s, const Phrase *masdar) {
  return masdar->last < s->m->in->text->ntokens && s->m->c->marks[masdar->last] & SET_BIT(SET_UPON);
}

/* The word with the pronoun: the act's verb or masdar, or a preposition of place right behind; NONE. */
static uint32_t pronoun_word(const Stage *s, const Scene *x) {
  enum { REACH = 3 };
  const Text *text = s->m->in->text;
  const Phrase *f = x->phrase == NONE ? NULL : stage_phrase(s, x->phrase);
  if (!f && word_best(s->m->in->words, x->token)->enclitic) return x->token;
  if (f && f->form == FORM_MASDAR && f->pronoun && f->head != NONE) return is_his_own(s, f) ? NONE : f->head;
  const SetMask of_place = SET_BIT(SET_INSIDE) | SET_BIT(SET_UPON) | SET_BIT(SET_TOWARD) | SETS_AWAY;
  for (uint32_t i = x->last; i < text->ntokens && i < x->last + REACH; i++) {
    if (text->tokens[i].kind != TOKEN_WORD || text->tokens[i].sentence != x->sentence) return NONE;
    const Reading *r = word_best(s->m->in->words, i);
    if (r->pos == POS_PREP) return r->enclitic && s->m->c->marks[i] & of_place ? i : NONE;
  }
  return NONE;
}

/* The relative clause that the act is told in: its own, or that of the verb which carries it, or one that «و» goes on
 * from; NULL. */
static const Clause *relative_of(const Stage *s, const Scene *x) {
  enum { STEPS_MOST = 3 };
  uint32_t carrier = s->matches->at[x->match].carrier;
  const Clause *c = stage_clause(s, carrier != NONE ? carrier : x->clause);
  for (uint32_t steps = 0; steps < STEPS_MOST && c->kind == CLAUSE_COORDINATE && c->up != NONE; steps++)
    c = stage_clause(s, c->up);
  return c->kind == CLAUSE_RELATIVE && c->head != NONE ? c : NULL;
}

/* The place mention that the phrase names; NONE. */
static uint32_t place_of(const Stage *s, uint32_t phrase) {
  const Mentions *m = s->m->in->mentions;
  Part part = part_of_phrase(s, phrase);
  for (uint32_t i = place_from(s->m->in, part.first); i < m->nplaces && m->places[i].first < part.last; i++)
    if (site_serves(s, i)) return i;
  return NONE;
}

/* «بلدة شقرة الساحلية في أبين»: the first of a chain of places, one in the other, that the pronoun agrees with too. */
static uint32_t first_of_chain(const Stage *s, uint32_t phrase, uint32_t token) {
  enum { STEPS_MOST = 3 };
  for (uint32_t steps = 0; steps < STEPS_MOST; steps++) {
    const Phrase *f = stage_phrase(s, phrase);
    if (f->link != LINK_PREP || f->up == NONE) break;
    const Phrase *up = stage_phrase(s, f->up);
    bool country = f->place != NONE && s->m->in->mentions->places[f->place].level == LEVEL_COUNTRY;
    bool inside =
        (s->m->c->marks[f->prep_token] & SET_BIT(SET_INSIDE)) != 0; /* «القريبة من القاعدة» is no part of it */
    if (!country && !inside) break;
    if (up->head == NONE || place_of(s, f->up) == NONE || !pronoun_agrees(s->m, token, up)) break;
    phrase = f->up;
  }
  return phrase;
}

/* The nearest noun before that the pronoun agrees with; NONE. */
static uint32_t noun_before(const Stage *s, const Scene *x, uint32_t token) {
  enum { BACK_MOST = 8, WORDS_MOST = 24 };
  const Clauses *c = s->m->c;
  uint32_t phrase = NONE;
  for (uint32_t i = token, steps = 0; i-- > 0 && phrase == NONE && steps < WORDS_MOST; steps++)
    phrase = c->phrase_of[i];
  for (uint32_t steps = 0; phrase != NONE && steps < BACK_MOST; phrase = phrase ? phrase - 1 : NONE, steps++) {
    const Phrase *f = stage_phrase(s, phrase);
    if (stage_clause(s, f->clause)->sentence != x->sentence) return NONE;
    if (f->head == NONE || f->date != NONE || f->link == LINK_IDAFA || phrase == x->phrase) continue;
    if (pronoun_agrees(s->m, token, f)) return phrase;
  }
  return NONE;
}

uint32_t site_taken_up(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  if (x->kind != RECORD_EVENT || !type_in(type, CLASS_BIT(TERRITORY) | CLASS_BIT(ASSAULT) | CLASS_BIT(COERCE)))
    return NONE;
  uint32_t token = pronoun_word(s, x);
  if (token == NONE) return NONE;
  const Clause *relative = relative_of(s, x);
  if (relative) {
    const Phrase *head = stage_phrase(s, relative->head);
    bool it = head->head != NONE && pronoun_agrees(s->m, token, head);
    return it ? place_of(s, first_of_chain(s, relative->head, token)) : NONE;
  }
  if (!type_in(type, CLASS_BIT(TERRITORY))) return NONE; /* «اعتقلته» */
  uint32_t noun = noun_before(s, x, token);
  uint32_t place = noun == NONE ? NONE : place_of(s, first_of_chain(s, noun, token));
  return place != NONE && names_country(&s->m->in->mentions->places[place]) ? NONE : place;
}
