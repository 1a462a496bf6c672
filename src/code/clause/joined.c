/* What «و» joins a phrase to.
 *
 *   «مقتل 13 واعتقال 92 عنصراً»            the killing of 13 and arrest of 92: the arrest to the killing, not to the 13
 *   «مخزن أسلحة ودبابتين»                  an arms depot and two tanks: to the depot, not to its arms
 *   «بين قوات الحكومة ومسلحي المعارضة»      between two: the second to the first
 *
 * The likest phrase of the clause has it, the nearer one where two are as like. */
#include "code/clause/parser.h"

enum { PHRASES_BACK = 8, PEOPLE_BACK = 5 }; /* how many phrases back a partner may stand */

/* How alike two phrases are that «و» may join. */
static int likeness(const Parser *p, const Phrase *a, const Phrase *b) {
  int score = parse_can_act(p, a) && parse_can_act(p, b) ? 2 : 0;
  const ClassSet things = p->k.vehicle | p->k.weapon | p->k.explosive | p->k.artillery | p->k.building | p->k.position;
  if (a->classes & things && b->classes & things && !(a->classes & b->classes)) score += 2; /* «مخزن ودبابتان» */
  if (a->form == FORM_MASDAR && b->form == FORM_MASDAR) score += 5;
  if ((a->form == FORM_MASDAR) != (b->form == FORM_MASDAR)) score -= 3;
  if (a->classes & b->classes) score += 3;
  if (a->actor != NONE && b->actor != NONE) score += 3;
  if (a->place != NONE && b->place != NONE) score += 4;
  if (a->person != NONE && b->person != NONE) score += 3;
  if (a->definite == b->definite) score += 1;
  if ((a->number == NONE) == (b->number == NONE)) score += 1;
  return score;
}

/* «بين قوات الحكومة ومسلحي المعارضة»: the first «و» behind a preposition that governs two joins the
 * second of them to the first, and not to its complement. */
static uint32_t between(const Parser *p, const Phrase *f) {
  for (uint32_t i = p->phrases.n, steps = 0; i-- > 0 && steps < PHRASES_BACK; steps++) {
    const Phrase *o = &p->phrases.at[i];
    if (o->clause != p->clause || o->date != NONE || o->link == LINK_CONJ) break;
    if (o->prep == NONE || !(p->marks.sets[o->prep_token] & SET_BIT(SET_BETWEEN))) continue;
    bool both = (parse_can_act(p, o) || o->place != NONE) && (parse_can_act(p, f) || f->place != NONE);
    return both ? i : NONE;
  }
  return NONE;
}

/* «ضابط برتبة عقيد»: of the officer whose rank the phrase tells; NONE where it tells nobody's. */
static uint32_t ranked(const Parser *p, uint32_t rank, ClassSet people) {
  const Phrase *f = &p->phrases.at[rank];
  if (f->link != LINK_IDAFA || f->definite) return NONE;
  const Phrase *noun = &p->phrases.at[f->up];
  if (noun->link != LINK_PREP || noun->prep != p->g->prep_bi || noun->classes & people) return NONE;
  return p->phrases.at[noun->up].classes & people ? noun->up : NONE;
}

/* «زعيم التنظيم وثلاثة من مرافقيه»: a number that has no noun joins the people told last, and not their complement. */
static uint32_t people_before(const Parser *p, const Phrase *f) {
  if (f->number == NONE || p->in->numbers->at[f->number].kind != NUMBER_CARDINAL) return NONE;
  const ClassSet people = p->k.person | p->k.fighter | p->k.security | p->k.civilian | p->k.leader | p->k.official;
  for (uint32_t i = p->phrases.n, steps = 0; i-- > 0 && steps < PEOPLE_BACK; steps++) {
    const Phrase *o = &p->phrases.at[i];
    if (o->clause != p->clause || o->date != NONE) return NONE;
    if (o->person == NONE && !(o->classes & people)) continue;
    uint32_t of_rank = ranked(p, i, people); /* «ضابط برتبة عقيد وثلاثة من مرافقيه» */
    if (of_rank != NONE) return of_rank;
    return o->prep == NONE || o->link == LINK_CONJ ? i : NONE;
  }
  return NONE;
}

/* «أربعة من الجنود»: does «من» lead to it from what is some of it? */
static bool partitive(const Parser *p, const Phrase *o) {
  return o->link == LINK_PREP && p->marks.sets[o->prep_token] & SET_BIT(SET_PARTITIVE);
}

/* «أربعة من الجنود وضابط»: is it those of whom a bare number counts some? */
static bool part_of_counted(const Parser *p, const Phrase *o) {
  if (!partitive(p, o)) return false;
  const Phrase *whole = &p->phrases.at[o->up];
  return whole->head == NONE && whole->number != NONE;
}

/* «مخزن أسلحة ودبابتين», «خمسة شهداء من رجال الأمن وستة متدربين»: what is counted apart is joined to the thing, or to
 * those counted before, and not to what only says of what kind they are. */
static bool of_what_is_told(const Parser *p, const Phrase *o) {
  if (o->up == NONE || o->number != NONE) return false;
  const Phrase *whole = &p->phrases.at[o->up];
  if (partitive(p, o)) return whole->head != NONE && whole->number != NONE;
  return o->link == LINK_IDAFA && !(whole->classes & p->k.deed) && whole->head != NONE && !o->definite;
}

/* «بينهم امرأة»: does a word that sets some of them apart stand right before it? */
static bool told_as_some(const Parser *p, const Phrase *o) {
  return o->first > 0 && p->marks.sets[o->first - 1] & SET_BIT(SET_SUBSET);
}

/* «تعرض للحصار والدمار» (was put to siege and ruin): with no verb before it, and like nothing before, it is joined to
 * what a preposition governs right before it. */
static bool goes_with(const Parser *p, const Phrase *f) {
  if (p->last == NONE || f->number != NONE || f->place != NONE || parse_can_act(p, f)) return false;
  const Phrase *o = &p->phrases.at[p->last];
  return o->last == f->first && o->prep != NONE && o->date == NONE && o->place == NONE && o->clause == p->clause &&
         o->definite == f->definite && f->head != NONE && !f->classes;
}

uint32_t parse_partner(const Parser *p, const Phrase *f) {
  uint32_t best = between(p, f);
  if (best != NONE) return best;
  int most = 1;
  for (uint32_t i = p->phrases.n, steps = 0; i-- > 0 && steps < PHRASES_BACK; steps++) {
    const Phrase *o = &p->phrases.at[i];
    if (o->clause != p->clause || o->date != NONE) break;
    int score = 2 * likeness(p, o, f) - (int)steps;
    if ((o->link == LINK_IDAFA || (part_of_counted(p, o) && !f->plural)) && o->definite != f->definite)
      score -= 4; /* joined to the whole, not to its complement */
    if (f->number != NONE && of_what_is_told(p, o)) score -= 4;
    if (f->place != NONE && o->place != NONE && i == p->last && o->last == f->first)
      score += 3; /* «تركيا في سوريا والعراق» */
    if (score > most) {
      most = score;
      best = i;
    }
    if (f->form != FORM_MASDAR && told_as_some(p, o)) break; /* «12 شخصاً بينهم امرأة وطفلاها»: of the twelve, too */
  }
  if (best == NONE && goes_with(p, f)) best = p->last;
  return best != NONE || f->head != NONE ? best : people_before(p, f);
}

/* «القوات السورية والروسية» (the Syrian and Russian forces): the second nation's are forces, too. */
static bool of_one_noun(const Parser *p, const Phrase *f, const Phrase *o) {
  return f->head != NONE && f->last == f->head + 1 && nisba_at(p->in, f->head) && o->last > o->first + 1 &&
         nisba_at(p->in, o->last - 1) && f->number == NONE && f->first == o->last;
}

void parse_join(const Parser *p, Phrase *f, uint32_t partner) {
  const ClassSet bodies = p->k.force | p->k.state | p->k.aircraft | p->k.security | p->k.group;
  if (of_one_noun(p, f, &p->phrases.at[partner])) f->classes |= p->phrases.at[partner].classes & bodies;
  if (!f->classes) f->classes |= p->phrases.at[partner].classes & p->k.goods; /* «المساعدات الغذائية والأغطية» */
  f->up = partner;
  f->link = LINK_CONJ;
  f->prep = p->phrases.at[partner].prep;
  f->prep_token = p->phrases.at[partner].prep_token;
}

uint32_t parse_added_to(const Parser *p, const Phrase *f) {
  if (!(p->marks.sets[f->prep_token] & SET_BIT(SET_ADDING))) return NONE;
  uint32_t partner = parse_partner(p, f);
  if (partner == NONE || f->number != NONE)
    return partner == NONE || p->phrases.at[partner].number == NONE ? NONE : partner;
  const ClassSet things = p->k.building | p->k.position | p->k.vehicle | p->k.weapon | p->k.explosive;
  const Phrase *o = &p->phrases.at[partner]; /* «قصفت مواقع …، بالإضافة إلى مستودع» */
  return o->classes & things && f->classes & things ? partner : NONE;
}
