/* The dead and the hurt that are told together: which of the two a word tells, and whose the number is.
 *
 *   «عشرات القتلى والجرحى»، «مقتل وإصابة 30»، «قتل وجرح 50»   one number for both: killed or injured
 *   «40 قتيلاً و120 جريحاً»                                    a number each
 *   «قُتلوا وأصيب آخرون»                                       the hurt are others than the dead
 *   «سقوط قتلى وجرحى»، «استشهاد وإصابة عدد من الجنود»          nobody counts them: some dead, and some hurt */
#include "code/scene/harm.h"

static bool tells(const Stage *s, const Match *x, Str what) { return str_eq(s->m->g->frames[x->frame].what, what); }

/* «قتيلاً وجريحاً» under one number, «بين قتيل وجريح»; of «قتلى وجرحى» that nobody counts some are dead, some hurt. */
static bool joined_with_hurt(const Stage *s, const Match *x, const Effect *e) {
  if (x->phrase == NONE) return false;
  uint32_t next = x->phrase + 1;
  const ClassSet dead = s->m->k->dead, hurt = s->m->k->hurt;
  if (next >= s->m->c->nphrases || !(stage_phrase(s, x->phrase)->classes & dead)) return false;
  const Phrase *f = stage_phrase(s, next);
  const Phrase *d = stage_phrase(s, x->phrase);
  if (f->link != LINK_CONJ || f->up != x->phrase || f->number != NONE || !(f->classes & hurt)) return false;
  if (f->plural != d->plural || f->definite != d->definite) return false;  /* «قتيلين وجرحى» */
  if (!(lexicon_classes(s->m->g->lexicon, f->lemma) & hurt)) return false; /* «قتيلين وعدة جرحى» */
  if (d->number == NONE && !d->plural) return false;                       /* «عن قتيل وجريح»: one each */
  return e->count.set || count_of_phrase(s, x->phrase).set;
}

/* «وصل عدد القتلى والجرحى إلى 25»: one number behind for both. */
static bool toll_of_both(const Stage *s, const Match *x, const Effect *e) {
  if (x->phrase == NONE || e->phrase == NONE || e->phrase <= x->phrase + 1) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  bool dead = (f->classes & s->m->k->dead) != 0;
  uint32_t other = dead ? x->phrase + 1 : f->up;
  if (other == NONE || other >= s->m->c->nphrases || f->number != NONE) return false;
  const Phrase *o = stage_phrase(s, other);
  bool joined = dead ? o->link == LINK_CONJ && o->up == x->phrase : f->link == LINK_CONJ;
  return joined && o->number == NONE && o->classes & (dead ? s->m->k->hurt : s->m->k->dead) && e->phrase > other;
}

/* «عشرات القتلى والجرحى»: the injured are in the number of those before. */
static bool counted_with_dead(const Stage *s, const Effects *list, const Match *x) {
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  if (f->link != LINK_CONJ || f->number != NONE) return false;
  for (uint32_t i = 0; i < list->n; i++)
    if ((list->at[i].phrase == f->up || list->at[i].token == stage_phrase(s, f->up)->head) &&
        str_eq(list->at[i].what, STR("killed-or-injured")))
      return true;
  return false;
}

/* «مقتل وإصابة 30 شخصاً»: two masdars, one number. */
static bool is_hurting(const Stage *s, uint32_t phrase) {
  uint32_t head = stage_phrase(s, phrase)->head;
  const Match *o = head == NONE ? NULL : outcome_at(s, head);
  return o && o->phrase == phrase && tells(s, o, STR("injured")) && o->roles[ROLE_VICTIM].n;
}

/* Has the masdar of killing its number from the masdar of harm joined to it? */
static bool shares_number(const Stage *s, uint32_t killing, uint32_t harm) {
  if (killing == NONE || harm >= s->m->c->nphrases) return false;
  const Phrase *a = stage_phrase(s, killing), *b = stage_phrase(s, harm);
  if (a->pronoun) return false; /* «لقي 25 مسلحاً مصرعهم وجرح 15» */
  return harm == killing + 1 && b->link == LINK_CONJ && b->first == a->last && a->form == FORM_MASDAR &&
         b->form == FORM_MASDAR && is_hurting(s, harm);
}

/* «40 قتيلاً و120 جريحاً»: what «و» joins to the dead are the hurt; but of «وفاة ثلاثة جرحى» the hurt have died. */
static bool of_other_harm(const Stage *s, const Effect *e) {
  if (e->phrase == NONE || stage_phrase(s, e->phrase)->link != LINK_CONJ) return false;
  ClassSet dead = s->m->k->dead, hurt = s->m->k->hurt, own = stage_phrase(s, e->phrase)->classes & (dead | hurt);
  return (str_eq(e->what, STR("killed")) && own == hurt) || (str_eq(e->what, STR("injured")) && own == dead);
}

/* «وفاة ثلاثة جرحى»: told as dead by the word before, and nobody was hurt anew. */
static bool told_dead(const Effects *list, const Effect *e) {
  for (uint32_t i = 0; i < list->n; i++)
    if (list->at[i].phrase == e->phrase && str_eq(list->at[i].what, STR("killed"))) return true;
  return false;
}

/* «قُتلوا وأصيب آخرون»: the hurt are others than the dead. */
static bool hurts_others(const Stage *s, const Match *x) {
  const Fillers *hurt = &x->roles[ROLE_VICTIM];
  return hurt->n && told_as_others(s, hurt->at[0]);
}

/* «قتل وجرح 50 من المسلحين»: two verbs, one number. */
static bool joined_verbs(const Stage *s, const Match *x) {
  const Match *o = x->phrase == NONE && x->token ? outcome_at(s, x->token - 1) : NULL;
  if (!o || o->phrase != NONE || !tells(s, o, STR("killed")) || hurts_others(s, x)) return false;
  const Fillers *a = &o->roles[ROLE_VICTIM], *b = &x->roles[ROLE_VICTIM];
  return !a->n || (b->n && a->at[0] == b->at[0]);
}

/* «قتل وجرح العشرات»: the verb of harm behind tells both. */
static bool told_with_harm(const Stage *s, const Match *x) {
  const Clause *c = stage_clause(s, x->clause);
  uint32_t next = x->clause + 1;
  if (x->phrase != NONE || c->verb != x->token || next >= s->m->c->nclauses) return false;
  const Clause *harm = stage_clause(s, next);
  bool beside = harm->verb == x->token + 1 && harm->joined && harm->after == c->after && c->after != NONE;
  const Match *o = beside ? outcome_at(s, harm->verb) : NULL;
  return o && tells(s, o, STR("injured")) && !hurts_others(s, o);
}

bool harm_settle(const Stage *s, const Effects *list, const Match *x, Effect *e) {
  bool killed = str_eq(e->what, STR("killed")), injured = str_eq(e->what, STR("injured"));
  if (counted_with_dead(s, list, x) || of_other_harm(s, e) || (killed && told_with_harm(s, x))) return false;
  if (killed && x->phrase != NONE && shares_number(s, x->phrase, x->phrase + 1)) return false;
  if (injured && e->phrase != NONE && e->phrase == x->phrase && told_dead(list, e)) return false;
  bool toll = toll_of_both(s, x, e);
  if (toll && injured) return false;
  bool both = injured && x->phrase != NONE && x->phrase > 0 && shares_number(s, x->phrase - 1, x->phrase);
  both |= toll || joined_with_hurt(s, x, e) || (injured && joined_verbs(s, x));
  if (both) e->what = STR("killed-or-injured");
  return true;
}

/* «سقوط قتلى وجرحى»: no more than what «مقتل سبعة وإصابة عشرة» tells. */
bool harm_uncounted(const Effect *e) { return !e->count.set && str_eq(e->what, STR("killed-or-injured")); }

bool harm_told(const Effect *e) {
  return STR_IN(e->what, "killed", "injured", "killed-or-injured") && (!e->count.set || e->count.min > 0);
}

/* What the dead and the hurt that are told apart come to; 0 where one of the two is not counted. */
static double told_apart(const Effects *list) {
  double dead = 0, hurt = 0;
  for (uint32_t i = 0; i < list->n; i++) {
    const Effect *e = &list->at[i];
    if (e->subset || !e->count.set || e->count.min != e->count.max) continue;
    if (str_eq(e->what, STR("killed"))) dead += e->count.min;
    if (str_eq(e->what, STR("injured"))) hurt += e->count.min;
  }
  return dead > 0 && hurt > 0 ? dead + hurt : 0;
}

/* «مقتل وإصابة خمسة», and below it «قتل جنديان وأصيب ثلاثة» */
void harm_drop_sums(Effects *list) {
  double sum = told_apart(list);
  uint32_t n = 0;
  for (uint32_t i = 0; i < list->n; i++) {
    const Effect *e = &list->at[i];
    bool both = sum > 0 && str_eq(e->what, STR("killed-or-injured")) && e->count.set;
    if (both && e->count.min <= sum && sum <= e->count.max) continue;
    list->at[n++] = *e;
  }
  list->n = n;
}

bool harm_known(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  return f->definite && f->plural && f->number == NONE && f->classes & (s->m->k->dead | s->m->k->hurt);
}

/* Is the same fate told of anybody else, among those kept or those to come? */
static bool told_of_others(const Effects *list, uint32_t kept, uint32_t i) {
  for (uint32_t k = 0; k < list->n; k++)
    if ((k < kept || k > i) && str_eq(list->at[k].what, list->at[i].what)) return true;
  return false;
}

void harm_drop_known(const Stage *s, Effects *list) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < list->n; i++) {
    const Effect *e = &list->at[i];
    bool known = !e->count.set && e->phrase != NONE && harm_known(s, e->phrase);
    if (known && told_of_others(list, n, i)) continue;
    list->at[n++] = *e;
  }
  list->n = n;
}
