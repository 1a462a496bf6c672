/* Who stands by the doer: with whom he does it, or who backs him.
 *
 *   «أطلق الجيش بدعم من قوات الأمن عملية»        the army launched, backed by the security forces, an
 *                                               operation: the phrase stands before the act
 *   «تقدمت الوحدات بإسناد من الطيران وسيطرت على…»  the units advanced with the aircraft's help and took …:
 *                                               it stands in the clause that the act goes on with
 *
 *   «هاجمت فصائل يدعمها التحالف القرية»          factions that the coalition backs attacked the village: the
 *                                               clause on the doer names who stands by him
 *
 *   «تقدمت بدعم جوي كثيف وفرته الطائرات»         with the heavy air support that the planes gave: whoever gave it
 *   «توصل الطرفان إلى اتفاق برعاية الأمم المتحدة»  under the auspices of the United Nations: who brings the
 *                                               parties of a meeting or an agreement together
 *
 * A preposition of backing is of the whole clause, wherever in it it stands: of every act in it that
 * its subject does. Meetings and agreements have parties of their own, and nobody who backs one of them. */
#include "code/scene/scene.h"

#include "code/clause/near.h"
#include "code/party/party.h"

enum { CLAUSES_MOST = 6 };

typedef struct Scopes {
  uint32_t at[CLAUSES_MOST];
  uint32_t n;
} Scopes;

static void add_scope(Scopes *list, uint32_t clause) {
  if (clause != NONE && list->n < CLAUSES_MOST) list->at[list->n++] = clause;
}

/* The clauses whose subject does the act: its own, its carrier's, and those that it goes on with. */
static Scopes scopes_of(const Stage *s, const Scene *x) {
  const Match *m = &s->matches->at[x->match];
  Scopes list = {.n = 0};
  add_scope(&list, x->clause);
  if (m->carrier != x->clause) add_scope(&list, m->carrier);
  if (m->relative != x->clause) add_scope(&list, m->relative);
  uint32_t at = m->carrier != NONE ? m->carrier : x->clause;
  for (uint32_t steps = 0; steps < 2; steps++) {
    const Clause *c = stage_clause(s, at);
    bool goes_on = c->kind == CLAUSE_COORDINATE && c->joined && !c->own_subject && c->subject != NONE;
    if (!goes_on || c->up == NONE) break;
    at = c->up;
    add_scope(&list, at);
  }
  return list;
}

/* Can they back anybody? «روسي» of «بدعم روسي» stands for its country. */
static bool backs(const Stage *s, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  if (f->date != NONE || f->pronoun) return false;
  if (f->actor != NONE) return true;
  ClassSet bodies = k->force | k->state | k->organisation | k->group | k->fighter | k->security | k->aircraft;
  if (f->classes & bodies) return f->number == NONE;
  const PlaceMention *place = place_at(s->m->in, f->first);
  return place && (place->adjective || place->level == LEVEL_COUNTRY);
}

static void add_backer(Stage *s, Scene *x, uint32_t phrase) {
  Part part = part_of_phrase(s, phrase);
  if (!backs(s, stage_phrase(s, phrase)) || parts_overlap(&x->agents, part)) return;
  parts_drop(&x->targets, part); /* «استعادت بغطاء من التحالف»: it is nobody's target */
  parts_add(s, &x->partners, part);
}

/* «بمساعدة غارات التحالف»: whose act the help is; NONE. */
static uint32_t owner_of_help(const Stage *s, uint32_t phrase) {
  uint32_t next = phrase + 1;
  if (next >= s->m->c->nphrases || !(stage_phrase(s, phrase)->classes & (s->m->k->event | s->m->k->deed))) return NONE;
  const Phrase *o = stage_phrase(s, next);
  return o->link == LINK_IDAFA && o->up == phrase && backs(s, o) ? next : NONE;
}

/* «بإسناد جوي كثيف من الطيران», «بدعم جوي وفرته الطائرات»: who gives the help that a noun or an adjective tells; the
 * phrase itself, where it names somebody. */
static uint32_t giver_of(const Stage *s, uint32_t phrase) {
  enum { PHRASES_AHEAD = 2, CLAUSES_AHEAD = 2 };
  const Phrase *f = stage_phrase(s, phrase);
  if (backs(s, f)) return phrase;
  uint32_t owner = owner_of_help(s, phrase);
  if (owner != NONE) return owner;
  if (f->definite || f->plural || f->head == NONE) return phrase;
  for (uint32_t i = phrase + 1; i < s->m->c->nphrases && i <= phrase + PHRASES_AHEAD; i++) {
    const Phrase *o = stage_phrase(s, i);
    if (o->clause != f->clause || o->link != LINK_PREP || o->up != i - 1) break;
    bool from = o->prep == s->m->g->prep_li || s->m->c->marks[o->prep_token] & SET_BIT(SET_PARTITIVE);
    if (from && backs(s, o)) return i;
  }
  for (uint32_t i = f->clause + 1; i < s->m->c->nclauses && i <= f->clause + CLAUSES_AHEAD; i++) {
    const Clause *c = stage_clause(s, i);
    bool on_it = c->kind == CLAUSE_RELATIVE && c->head == phrase && c->object_pronoun && !c->negated;
    if (on_it && c->subject != NONE && c->subject != phrase) return c->subject;
  }
  return phrase;
}

static void drop_partner(Scene *x, uint32_t phrase) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < x->partners.n; i++)
    if (x->partners.at[i].phrase != phrase) x->partners.at[kept++] = x->partners.at[i];
  x->partners.n = kept;
}

/* «بمشاركة 50 طائرة»: with what, and not with whom. */
static bool is_counted_gear(const Stage *s, const Phrase *f) {
  const EngineClasses *k = s->m->k;
  return f->number != NONE && f->actor == NONE && f->classes & (k->aircraft | k->vehicle | k->weapon | k->artillery);
}

/* «بدعم جوي وفرته الطائرات»: the planes, and the help is nobody. */
static void add_giver(Stage *s, Scene *x, uint32_t help) {
  uint32_t giver = giver_of(s, help);
  if (giver != help || is_counted_gear(s, stage_phrase(s, help))) drop_partner(x, help);
  add_backer(s, x, giver);
}

/* «برعاية الرئيس الفرنسي»: at a meeting, a man may, too. */
static void add_sponsor(Stage *s, Scene *x, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  Part part = part_of_phrase(s, phrase);
  if (!parts_overlap(&x->agents, part) && (told_in_person(s, f) || backs(s, f))) parts_add(s, &x->partners, part);
}

/* Whom a preposition of the clause names: those who back its act, or who bring the parties of talks together. */
static void add_helpers(Stage *s, Scene *x, uint32_t clause, bool talks) {
  const Clause *c = stage_clause(s, clause);
  SetMask asked = talks ? SET_BIT(SET_SPONSORING) : SET_BIT(SET_BACKING);
  for (uint32_t i = c->first, last = NONE; i < c->last; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase == NONE || phrase == last) continue;
    last = phrase;
    const Phrase *f = stage_phrase(s, phrase);
    if (f->prep == NONE || !(s->m->c->marks[f->prep_token] & asked) || f->clause != clause) continue;
    if (talks)
      add_sponsor(s, x, phrase);
    else
      add_giver(s, x, phrase);
  }
}

/* «فصائل يدعمها التحالف»: who backs the doer, in the clause on him. */
static void add_who_backs(Stage *s, Scene *x, uint32_t doer) {
  enum { CLAUSES_AHEAD = 4 };
  if (doer == NONE) return;
  uint32_t from = stage_phrase(s, doer)->clause;
  for (uint32_t i = from + 1; i < s->m->c->nclauses && i <= from + CLAUSES_AHEAD; i++) {
    const Clause *c = stage_clause(s, i);
    if (c->sentence != x->sentence) return;
    if (c->kind != CLAUSE_RELATIVE || c->head != doer || c->verb == NONE || !c->object_pronoun || c->negated) continue;
    if (s->m->c->marks[c->verb] & SET_BIT(SET_BACKS) && c->subject != NONE && c->subject != doer)
      add_backer(s, x, c->subject);
  }
}

/* Protests and courts have nobody who backs them. */
static bool may_be_backed(const TypeRow *type) {
  return !type_in(type, CLASS_BIT(PROTEST) | CLASS_BIT(SANCTION) | CLASS_BIT(ACCIDENT));
}

void scenes_back(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    const TypeRow *type = stage_type(s, x);
    if (!type || x->merged != NONE || (x->kind != RECORD_EVENT && x->kind != RECORD_TALLY)) continue;
    if (!may_be_backed(type)) continue;
    Scopes scopes = scopes_of(s, x);
    bool talks = type_in(type, CLASS_BIT(CONSULT) | CLASS_BIT(AGREE));
    for (uint32_t k = 0; k < scopes.n; k++) add_helpers(s, x, scopes.at[k], talks);
    for (uint32_t k = 0; k < x->agents.n && !talks; k++) add_who_backs(s, x, x->agents.at[k].phrase);
  }
}
