/* Who meets whom, and who agrees with whom, where the words name them as two or leave one to the sentence.
 *
 *   «التقى الرئيسان الروسي فلان والتركي فلان»    the two presidents met: a dual post, and a name for each
 *   «أجرت بريطانيا وفرنسا مباحثات»               Britain and France held talks: the one named first with the other
 *   «خلال لقائه الوزير قال الرئيس»               during his meeting with the minister, the president said: who
 *                                               speaks there held it
 *
 *   «القمة بين روسيا وإيران وتركيا», «اجتماع ضم وزراء الخارجية»    three or more, and whom it brings together
 *   «التقى نظيره الروسي فلاناً»                 he met his Russian counterpart so-and-so: one man, and no two
 *
 * Of a meeting the first is the doer and the rest his partners; an agreement is both sides' deed. */
#include "code/scene/scene.h"

#include "code/clause/near.h"
#include "code/party/party.h"
#include "code/scene/named.h"

static bool is_meeting(const Stage *s, const Scene *x) { return type_in(stage_type(s, x), CLASS_BIT(CONSULT)); }

/* Who it is by name: among the part's words, or behind them; NULL. */
static const PersonMention *man_of(const Stage *s, Part part) {
  uint32_t i = person_from(s->m->in, part.first);
  const Mentions *m = s->m->in->mentions;
  return i < m->npersons && m->persons[i].first < part.last ? &m->persons[i] : person_behind(s, part);
}

/* One man by his name; a body or a country that the same words name in two places. */
static bool is_same_one(const Stage *s, Part a, Part b) {
  const PersonMention *man = man_of(s, a);
  if (man && man == man_of(s, b)) return true;
  const Phrase *f = a.phrase == NONE ? NULL : stage_phrase(s, a.phrase);
  bool named = f && (f->actor != NONE || f->place != NONE);
  return named && part_repeats(s, a, b);
}

/* «مع رئيس البلاد», «نظيره»: whom somebody else meets. */
static bool is_met(const Stage *s, Part part) {
  const Phrase *f = part.phrase == NONE ? NULL : stage_phrase(s, part.phrase);
  return f && (f->prep != NONE || f->pronoun);
}

/* «يزور أمير البلاد فلان العاصمة», «التقى نظيره فلاناً»: a post and the name behind it are one man, and not the two
 * that meet. */
void scene_seat_once(const Stage *s, Scene *x) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < x->agents.n; i++) {
    Part part = x->agents.at[i];
    bool met = false;
    for (uint32_t k = x->partners.n; k-- > 0;) {
      Part other = x->partners.at[k];
      if (!is_same_one(s, part, other)) continue;
      met = is_meeting(s, x) && (is_met(s, other) || is_met(s, part));
      if (met) break;
      parts_drop_at(&x->partners, k);
    }
    if (!met) x->agents.at[kept++] = part;
  }
  x->agents.n = kept;
}

/* «الرئيسين», «وزيرا الخارجية»: two who hold one post. */
static bool two_of_a_post(const Stage *s, uint32_t phrase) {
  if (phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, phrase);
  if (f->head == NONE || f->person != NONE || !(f->classes & (s->m->k->official | s->m->k->leader))) return false;
  return word_best(s->m->in->words, f->head)->number != NUMBER_SINGULAR;
}

/* «الروسي فلان الفلاني والتركي فلان الفلاني»: the names behind the post, no further apart than a nationality. */
static bool both_named(const Stage *s, Part part, Part names[2]) {
  enum { TO_FIRST = 5, BETWEEN = 3 };
  const Mentions *m = s->m->in->mentions;
  const Token *tokens = s->m->in->text->tokens;
  uint32_t i = person_from(s->m->in, part.first);
  if (i + 1 >= m->npersons) return false;
  const PersonMention *one = &m->persons[i], *other = one + 1;
  if (one->first > part.first + TO_FIRST || other->first > one->last + BETWEEN || other->first <= one->last)
    return false;
  if (tokens[other->first].sentence != tokens[part.first].sentence) return false;
  if (!(word_best(s->m->in->words, one->last)->clitics & CLITIC_WA)) return false;
  names[0] = (Part){one->first, one->last, s->m->c->phrase_of[one->first]};
  names[1] = (Part){other->first, other->last, s->m->c->phrase_of[other->first]};
  return true;
}

static void name_both(Stage *s, Scene *x) {
  Part names[2];
  if (x->agents.n != 1 || !two_of_a_post(s, x->agents.at[0].phrase) || !both_named(s, x->agents.at[0], names)) return;
  bool meeting = is_meeting(s, x);
  x->agents.n = 0;
  if (meeting) x->partners.n = 0;
  parts_add(s, &x->agents, names[0]);
  parts_add(s, meeting ? &x->partners : &x->agents, names[1]);
}

/* «القمة بين روسيا وإيران وتركيا»: of three or more none is the host. */
static void seat_all(Stage *s, Scene *x) {
  if (!is_meeting(s, x) || x->agents.n != 1 || x->partners.n < 2) return;
  uint32_t first = x->agents.at[0].phrase;
  if (first == NONE || stage_phrase(s, first)->prep == NONE) return;
  if (!(s->m->c->marks[stage_phrase(s, first)->prep_token] & SET_BIT(SET_BETWEEN))) return;
  for (uint32_t i = 0; i < x->partners.n; i++) {
    uint32_t other = x->partners.at[i].phrase;
    if (other == NONE || stage_phrase(s, other)->link != LINK_CONJ || phrase_root(s->m->c, other) != first) return;
  }
  parts_add_all(s, &x->agents, &x->partners);
  x->partners.n = 0;
}

/* «اجتماع ضم وزراء الخارجية», «القمة التي تجمع روسيا وإيران وتركيا»: whom the meeting brings together hold it. */
static void seat_gathered(Stage *s, Scene *x) {
  uint32_t at = x->phrase == NONE ? NONE : s->matches->at[x->match].relative;
  if (!is_meeting(s, x) || x->agents.n || at == NONE) return;
  const Clause *c = stage_clause(s, at);
  if (c->verb == NONE || !(s->m->c->marks[c->verb] & SET_BIT(SET_MADE_OF)) || c->object == NONE) return;
  if (c->object_pronoun) return; /* «لقاء جمعه بالوزير»: him and the minister */
  Parts all = x->partners;
  x->partners = (Parts){0};
  if (!all.n) parts_add(s, &all, part_of_phrase(s, c->object));
  for (uint32_t i = 0; i < all.n; i++) parts_add(s, all.n == 2 && i ? &x->partners : &x->agents, all.at[i]);
}

/* «ألغى الرئيس اتفاقاً مع المفوضية»: who does anything with an agreement that is told to be with another is its other
 * side. */
static void add_side(Stage *s, Scene *x) {
  if (!type_in(stage_type(s, x), CLASS_BIT(AGREE)) || x->phrase == NONE || x->agents.n != 1) return;
  uint32_t other = x->agents.at[0].phrase;
  const Clause *c = stage_clause(s, stage_phrase(s, x->phrase)->clause);
  bool with = other != NONE && other > x->phrase && stage_phrase(s, other)->prep != NONE &&
              !(s->m->c->marks[stage_phrase(s, other)->prep_token] & SET_BIT(SET_BETWEEN));
  if (!with || c->verb == NONE || c->object != x->phrase || c->subject == NONE || c->passive) return;
  if (c->classes & s->m->k->speech) return;
  const Phrase *f = stage_phrase(s, c->subject);
  ClassSet sides = s->m->k->state | s->m->k->official | s->m->k->leader | s->m->k->organisation | s->m->k->group;
  if (f->date != NONE || (f->person == NONE && f->actor == NONE && !(f->classes & sides))) return;
  parts_add(s, &x->agents, part_of_phrase(s, c->subject));
}

/* «أجرت بريطانيا وفرنسا مباحثات» */
static void set_apart(Stage *s, Scene *x) {
  if (!is_meeting(s, x) || x->partners.n || x->agents.n < 2) return;
  for (uint32_t i = 1; i < x->agents.n; i++) parts_add(s, &x->partners, x->agents.at[i]);
  x->agents.n = 1;
}

/* «خلال لقائه الوزير، قال الرئيس»: the subject of the clause that it is an occasion of, or opens. */
static void find_host(Stage *s, Scene *x) {
  if (!is_meeting(s, x) || x->agents.n || x->phrase == NONE) return;
  const Phrase *f = stage_phrase(s, x->phrase);
  if (!(f->pronoun || (x->partners.n && !f->definite)) || f->prep == NONE) return;
  if (!(s->m->c->marks[f->prep_token] & (SET_BIT(SET_CAUSE_PREPOSITION) | SET_BIT(SET_AFTER)))) return;
  const Clause *c = stage_clause(s, f->clause);
  if (c->verb == NONE && f->clause + 1 < s->m->c->nclauses && c[1].sentence == c->sentence) c++;
  if (c->verb == NONE || c->passive || c->subject == NONE) return;
  const Phrase *host = stage_phrase(s, c->subject);
  bool may_meet = host->person != NONE || host->classes & (s->m->k->official | s->m->k->leader);
  if (may_meet) parts_add(s, &x->agents, part_of_phrase(s, c->subject));
}

void scenes_meet(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged != NONE || x->kind != RECORD_EVENT) continue;
    if (!type_in(stage_type(s, x), CLASS_BIT(CONSULT) | CLASS_BIT(AGREE))) continue;
    scene_seat_once(s, x);
    find_host(s, x);
    seat_gathered(s, x);
    add_side(s, x);
    name_both(s, x);
    set_apart(s, x);
    seat_all(s, x);
  }
}
