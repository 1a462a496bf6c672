/* Do two scenes tell one happening?
 *
 * The problem: a report tells its news in the headline, again in the lead, again in somebody's words, and
 * goes back to it («الهجوم», the attack); and it tells of other acts of the same kind besides.
 *
 * The method: a regression over signs of a pair, an earlier telling and a later one: what they are acts
 * of, where in the report they stand, whom and what they share. The weights are tenths of the log odds
 * over pairs of tellings that people told apart, rounded. */
#include "code/tie.h"

#include <math.h>

#include "code/people.h"
#include "code/signs.h"

static bool share_part(const Stage *s, const Parts *a, const Parts *b) {
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++)
      if (parts_alike(s, a->at[i], b->at[k])) return true;
  return false;
}

static bool wide_level(const PlaceMention *p) {
  return p->precision >= 3 || p->level == LEVEL_COUNTRY || p->level == LEVEL_REGION || p->level == LEVEL_ADMIN1 ||
         p->level == LEVEL_ADMIN2 || p->level == LEVEL_COUNTRYSIDE;
}

/* Is one of them told so widely (a country, a province, part of one) that the other may lie in it?
 * Of a place that no table knows nothing is known but its name. */
static bool may_contain(const PlaceMention *a, const PlaceMention *b) {
  if (a->country.n && b->country.n && !str_eq(a->country, b->country)) return false;
  if (a->precision >= 5 || b->precision >= 5) return true;
  bool same_province = !a->admin1.n || !b->admin1.n || str_eq(a->admin1, b->admin1);
  return (wide_level(a) || wide_level(b)) && same_province;
}

enum { PART_OF_COUNTRY = 5 }; /* of a place's precision: so wide that much happens in it */

static bool places_meet(const Stage *s, const Scene *a, const Scene *b, bool *differ, bool *narrow) {
  const PlaceMention *p = s->m->in->mentions->places;
  bool meet = false, near = false;
  for (uint32_t i = 0; i < a->places.n; i++)
    for (uint32_t k = 0; k < b->places.n; k++) {
      const PlaceMention *x = &p[a->places.at[i]], *y = &p[b->places.at[k]];
      Part u = {x->first, x->last, NONE}, v = {y->first, y->last, NONE};
      bool same = (x->id.n && str_eq(x->id, y->id)) || parts_alike(s, u, v);
      meet |= same;
      *narrow |= same && x->precision < PART_OF_COUNTRY;
      near |= may_contain(x, y);
    }
  *differ = a->places.n && b->places.n && !meet && !near;
  return meet;
}

typedef struct Agreement {
  bool shared, contradict;
} Agreement;

/* Numbers agree where one of each meets one of the other's of its kind: a report may give
 * several («8 من داعش و5 مدنيين»). They contradict where none does. */
static Agreement effects_agree(const Scene *a, const Scene *b) {
  Agreement g = {0};
  for (uint32_t i = 0; i < a->effects.n; i++) {
    const Effect *x = &a->effects.at[i];
    bool compared = false, met = false;
    for (uint32_t k = 0; k < b->effects.n; k++) {
      const Effect *y = &b->effects.at[k];
      if (!str_eq(x->what, y->what) || x->subset || y->subset) continue;
      met |= x->count.set && !y->count.set; /* «مقتل العشرات»: «لقي عدد من المسلحين مصرعهم» */
      if (!x->count.set || !y->count.set) continue;
      bool meet = x->count.min <= y->count.max && y->count.min <= x->count.max;
      compared = true;
      met |= meet;
      bool exact = !isinf(x->count.max) || !isinf(y->count.max) || x->count.min == y->count.min;
      g.shared |= meet && exact && x->count.min > 1; /* «عشرات» and «أكثر من 50» need not be the same */
    }
    g.contradict |= compared && !met;
  }
  if (g.shared) g.contradict = false;
  if (a->count.set && b->count.set && a->count.min > 1 && b->count.min > 1) {
    g.shared |= a->count.min == b->count.min;
    g.contradict |= a->count.min != b->count.min;
  }
  return g;
}

/* Days from the start of the calendar, each month of 31: only for comparing. */
static int64_t day_key(Day d, bool end) {
  uint8_t month = d.month ? d.month : (end ? 12 : 1), day = d.day ? d.day : (end ? 31 : 1);
  return ((int64_t)d.year * 12 + month) * 31 + day;
}

static bool dates_differ(const Stage *s, const Scene *a, const Scene *b) {
  if (a->date == NONE || b->date == NONE || a->date == b->date) return false;
  const Date *x = &s->m->in->dates->at[a->date], *y = &s->m->in->dates->at[b->date];
  if (!x->from.year || !y->from.year || !x->to.year || !y->to.year) return !str_eq(x->edtf, y->edtf);
  return day_key(x->to, true) < day_key(y->from, false) || day_key(y->to, true) < day_key(x->from, false);
}

/* «18 ضربة» and later «ضربة جوية», not «الضربة»: another one. */
static bool another_one(const Stage *s, const Scene *a, const Scene *b) {
  if (a->phrase == NONE || b->phrase == NONE || !b->count.set) return false;
  const Phrase *f = stage_phrase(s, b->phrase);
  if (!a->count.set) return f->number != NONE && b->count.min > 2; /* «عملياتها» are all, «59 عملية» some */
  return !f->definite && !b->alone && !a->alone && a->count.min != b->count.min;
}

/* «انفجار آخر», not «آخر انفجار»; «هجوم مماثل», a similar attack */
static bool other_one(const Stage *s, const Phrase *f, SetMask sets) {
  enum { WITHIN = 3 }; /* «تفجير إرهابي آخر» */
  if (f->head == NONE) return false;
  for (uint32_t i = f->head + 1; i < f->last && i <= f->head + WITHIN; i++)
    if (s->m->c->marks[i] & sets) return true;
  return false;
}

/* «وقتل 15 شخصاً في وقت سابق»: before what was told; where it is not the telling that came before. */
static bool told_as_earlier(const Stage *s, const Scene *x) {
  enum { NEAR = 12 };
  const Sentence *here = &s->m->in->text->sentences[x->sentence];
  uint32_t from = x->first > here->first + NEAR ? x->first - NEAR : here->first, clause = x->clause;
  for (uint32_t i = from; i < here->last && i < x->last + NEAR; i++) {
    if (!(s->m->c->marks[i] & SET_BIT(SET_EARLIER))) continue;
    bool telling = stage_clause(s, s->m->c->clause_of[i])->classes & s->m->k->speech;
    if (!telling && (s->m->c->clause_of[i] == clause || i < x->first)) return true;
  }
  return false;
}

/* «بعد أيام من خطفها ثمانية آخرين», «عقب هجوم»: what it came after, or before, is another act. */
static bool governed_apart(const Stage *s, const Phrase *f) {
  SetMask apart = SET_BIT(SET_AFTER) | SET_BIT(SET_BEFORE);
  if (f->prep == NONE) return false;
  if (s->m->c->marks[f->prep_token] & apart) return true;
  const Phrase *up = f->up == NONE ? NULL : stage_phrase(s, f->up);
  return up && up->prep != NONE && s->m->c->marks[up->prep_token] & apart;
}

/* «بعد أسبوع من وقوع تفجير», «قبل يومين من هجوم»: so long before or after what was told. */
static bool days_from_it(const Stage *s, const Phrase *f) {
  enum { UP_MOST = 3, TIME_MOST = 4 };
  SetMask apart = SET_BIT(SET_AFTER) | SET_BIT(SET_BEFORE);
  for (uint32_t steps = 0; steps < UP_MOST && f->link == LINK_IDAFA && f->up != NONE; steps++)
    f = stage_phrase(s, f->up);
  if (f->prep == NONE || !(s->m->c->marks[f->prep_token] & SET_BIT(SET_PARTITIVE))) return false;
  for (uint32_t i = f->prep_token, steps = 0; i-- > 0 && steps < TIME_MOST; steps++)
    if (s->m->c->marks[i] & apart) return steps > 0;
  return false;
}

/* «تفجيرات قتلت 30», and «تفجير قتل 19»: one of them, with its own dead. */
static bool with_part_of_dead(const Stage *s, const Scene *a, const Scene *b) {
  const Phrase *f = a->phrase == NONE ? NULL : stage_phrase(s, a->phrase);
  const Phrase *g = b->phrase == NONE ? NULL : stage_phrase(s, b->phrase);
  if (!f || !f->plural || (g && g->plural) || !b->count.set || b->count.max > 1) return false;
  for (uint32_t i = 0; i < a->effects.n; i++)
    for (uint32_t k = 0; k < b->effects.n; k++) {
      const Effect *x = &a->effects.at[i], *y = &b->effects.at[k];
      if (str_eq(x->what, y->what) && x->count.set && y->count.set && !y->subset && y->count.min < x->count.min)
        return true;
    }
  return false;
}

/* «وبعد ساعات من الهجوم انفجرت سيارة», «وقبل يوم من هذا الهجوم …»: it points to the act before only to
 * tell when another one was. */
static bool timed_by_another(const Stage *s, const Scene *x) {
  enum { OPENING = 2, BEHIND = 8 };
  const Sentence *here = &s->m->in->text->sentences[x->sentence];
  uint32_t at = here->first;
  SetMask apart = SET_BIT(SET_AFTER) | SET_BIT(SET_BEFORE);
  while (at < here->first + OPENING && at < x->first && !(s->m->c->marks[at] & apart)) at++;
  if (at >= x->first || !(s->m->c->marks[at] & apart)) at = here->last;
  for (uint32_t i = at + 1; i < x->first && i <= at + BEHIND; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_ANAPHOR)) return true;
  for (uint32_t i = x->last; i + 1 < here->last && i < x->last + OPENING; i++) /* «إطلاق نار عقب العملية» */
    if (s->m->c->marks[i] & apart && s->m->c->marks[i + 1] & SET_BIT(SET_ANAPHOR)) return true;
  return false;
}

/* «الانفجار الأول», «الاعتداء الثاني»: one of several, each told apart; not «الأول من نوعه» (of its kind). */
static uint32_t ordinal_of(const Stage *s, const Scene *x) {
  const Phrase *f = x->phrase == NONE ? NULL : stage_phrase(s, x->phrase);
  if (!f || f->head == NONE) return NONE;
  for (uint32_t i = f->head + 1; i < f->last && i <= f->head + 2; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_ORDINAL))
      return s->m->c->marks[i + 1] & SET_BIT(SET_PARTITIVE) ? NONE : word_best(s->m->in->words, i)->lemma;
  return NONE;
}

static bool other_ordinal(const Stage *s, const Scene *a, const Scene *b) {
  uint32_t x = ordinal_of(s, a), y = ordinal_of(s, b);
  return y != NONE && x != y;
}

/* «ثمانية مقاتلين آخرين»: all whom it befell are others than those told of before. */
static bool befell_others(const Stage *s, const Scene *x) {
  for (uint32_t i = 0; i < x->effects.n; i++) {
    uint32_t phrase = x->effects.at[i].phrase;
    if (phrase == NONE || !other_one(s, stage_phrase(s, phrase), SET_BIT(SET_OTHERS))) return false;
  }
  return x->effects.n > 0;
}

/* A definite noun with nothing of its own only points back. */
static bool points_back(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  return f->definite && f->number == NONE && !x->own_place && !x->own_date;
}

static const PersonMention *person_of(const Stage *s, const Effect *e) {
  if (e->phrase == NONE) return NULL;
  uint32_t i = stage_phrase(s, e->phrase)->person;
  return i == NONE ? person_behind(s, e->of) : &s->m->in->mentions->persons[i];
}

/* «حذيفة البدري» and later «البدري»: the last part of a name stands for it. */
static bool names_meet(const Stage *s, const PersonMention *x, const PersonMention *y) {
  Part a = {x->first, x->last, NONE}, b = {y->first, y->last, NONE};
  return parts_alike(s, a, b) || part_has_word(s, x->last - 1, b) || part_has_word(s, y->last - 1, a);
}

typedef enum Named { NAMED_NONE, NAMED_SAME, NAMED_OTHERS } Named;

static Named named_victims(const Stage *s, const Scene *a, const Scene *b) {
  Named named = NAMED_NONE;
  for (uint32_t i = 0; i < a->effects.n; i++)
    for (uint32_t k = 0; k < b->effects.n; k++) {
      const PersonMention *x = person_of(s, &a->effects.at[i]), *y = person_of(s, &b->effects.at[k]);
      if (!x || !y) continue;
      if (names_meet(s, x, y)) return NAMED_SAME;
      named = NAMED_OTHERS;
    }
  return named;
}

/* Two numbered figures of one kind are one where they give one number. */
static bool one_figure(const Scene *a, const Scene *b) {
  return a->kind == b->kind && a->count.set && b->count.set && a->count.min == b->count.min && str_eq(a->type, b->type);
}

/* The id of the actor whose name stands in these words; empty. */
static Str id_of_part(const Stage *s, Part part) {
  for (uint32_t i = part.first; i < part.last; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    uint32_t actor = phrase == NONE ? NONE : stage_phrase(s, phrase)->actor;
    if (actor != NONE && s->m->in->mentions->actors[actor].id.n) return s->m->in->mentions->actors[actor].id;
  }
  return STR_NONE;
}

/* Do both lists name actors of the tables, and share none? */
static bool other_actors(const Stage *s, const Parts *a, const Parts *b) {
  bool known = false;
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++) {
      Str x = id_of_part(s, a->at[i]), y = id_of_part(s, b->at[k]);
      if (x.n && y.n && str_eq(x, y)) return false;
      known |= x.n && y.n;
    }
  return known;
}

/* «عملية أمنية», and «ألقت القبض على …», «ضبطت …» */
static bool operation_and_yield(Str a, Str b) {
  return str_eq(a, STR("operation")) && (str_eq(b, STR("arrest")) || str_eq(b, STR("seizure")));
}

/* Two types that may be of one act: one of them only says that somebody attacked, or that there was an
 * operation, of which arrests and seizures came. */
static bool types_allow(const TypeRow *a, const TypeRow *b) {
  enum { GENERIC = 4 };
  bool from_afar = type_is(a, TRAIT_FIRE) && type_is(b, TRAIT_FIRE); /* «قصف» does not say from where */
  if (operation_and_yield(a->type, b->type) || operation_and_yield(b->type, a->type)) return true;
  return from_afar || (type_is(a, TRAIT_VIOLENT) && (a->specific <= GENERIC || b->specific <= GENERIC));
}

/* A place taken is taken once: the place alone tells which act it is. */
static bool place_decides(const Scene *a, const Scene *b) {
  return str_eq(a->type, b->type) && str_eq(a->type, STR("territory-change"));
}

static bool same_what(const Scene *a, const Scene *b) {
  for (uint32_t i = 0; i < a->effects.n; i++)
    for (uint32_t k = 0; k < b->effects.n; k++)
      if (str_eq(a->effects.at[i].what, b->effects.at[k].what)) return true;
  return false;
}

/* «الهجوم», «القصف»: a definite noun of those that point back. */
static bool is_anaphor(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  return f->definite && f->head != NONE && (s->m->c->marks[f->head] & SET_BIT(SET_ANAPHOR)) != 0;
}

/* «عملية دهم», and later «عملية الدهم»: the same word for it. */
static bool same_word(const Stage *s, const Scene *a, const Scene *b) {
  if (a->phrase == NONE || b->phrase == NONE) return false;
  uint32_t x = stage_phrase(s, a->phrase)->lemma, y = stage_phrase(s, b->phrase)->lemma;
  return x == y && x < s->m->g->lexicon->n;
}

/* «مقتل قيادي» over a lead that tells of the raid in which he was killed. */
static bool headline_of(const Scene *a, const Scene *b) {
  return a->alone && a->told == 0 && b->sentence > 0 && b->sentence <= 2 && same_what(a, b);
}

// clang-format off
#define SIGNS(X) \
  X(SIGN_ALWAYS, -10) \
  X(SIGN_OTHER_CLASS, -14) /* a raid, and a killing */ \
  X(SIGN_THE_OPERATION, 20) /* «غارة», and «العملية» beside it */ \
  X(SIGN_SAME_TYPE, 15) \
  X(SIGN_TYPES_ALLOW, 7) /* «قصف», and «هجوم» */ \
  X(SIGN_HEADLINE_NEAR, 9) /* the headline, and the lead */ \
  X(SIGN_HEADLINE_SAME_TYPE, 6) \
  X(SIGN_HEADLINE_OTHER_TARGET, 4) /* it says in other words */ \
  X(SIGN_HEADLINE_ELSEWHERE, 4) /* a wider place, or another's */ \
  X(SIGN_FROM_THE_HEADLINE, 7) \
  X(SIGN_FROM_THE_LEAD, 3) \
  X(SIGN_NEAR, 2) /* one sentence on, or the same one */ \
  X(SIGN_FAR, -4) \
  X(SIGN_VERY_FAR, -1) \
  X(SIGN_ANAPHOR, 4) /* «الهجوم» */ \
  X(SIGN_DEFINITE, 2) \
  X(SIGN_POINTS_BACK, 4) /* and nothing of its own is told with it */ \
  X(SIGN_OUTCOME_LATER, 5) /* «مقتل قيادي»: an outcome that no act leads to */ \
  X(SIGN_OUTCOME_OF_IT, 3) /* of the same numbers */ \
  X(SIGN_SAME_OUTCOME, 4) \
  X(SIGN_SAME_NUMBER, 5) \
  X(SIGN_SAME_WORD, 6) /* «عملية دهم», and «عملية الدهم» */ \
  X(SIGN_SAME_TARGET, 3) \
  X(SIGN_OTHER_TARGET, -4) \
  X(SIGN_OTHER_AGENT, -4) \
  X(SIGN_SAME_AGENT, 3) \
  X(SIGN_OTHER_KNOWN_AGENT, -8) /* both stand in the tables */ \
  X(SIGN_HERE_SAME_TYPE, 4) \
  X(SIGN_TAKEN_HERE, 6) /* a place is taken once */ \
  X(SIGN_NEW_PLACE, -3) /* not the same one, though it may lie in it */ \
  X(SIGN_ELSEWHERE, -7) \
  X(SIGN_BOTH_ELSEWHERE, -2) /* each with a place in its clause */ \
  X(SIGN_OWN_DATE, -3) \
  X(SIGN_OTHER_DATE, -6) \
  X(SIGN_BACKGROUND, -4) /* one of them is history, the other is not */ \
  X(SIGN_EARLIER, -6) /* «يذكر أنه في 7 يوليو انفجرت …» */ \
  X(SIGN_PLURAL, -2) /* «هجمات» */ \
  X(SIGN_COUNTED, -2) /* «ثلاث هجمات» */ \
  X(SIGN_ANOTHER_NUMBER, -6) \
  X(SIGN_OTHER_ONE, -15) /* «انفجار آخر» */ \
  X(SIGN_APART, -12) /* «هجوم مماثل» */ \
  X(SIGN_DAYS_FROM_IT, -15) /* «بعد أسبوع من تفجير» */ \
  X(SIGN_PART_OF_DEAD, -18) /* «تفجيرات قتلت 30», and «تفجير قتل 19» */ \
  X(SIGN_OTHER_ORDINAL, -18) /* «الانفجار الأول», and «الانفجار الثاني» */ \
  X(SIGN_BEFELL_OTHERS, -10) /* «خطف ثمانية آخرين» */ \
  X(SIGN_LINKED_TO, -20) /* «قتلت مسلحين اتهمتهم بتنفيذ التفجير» */ \
  X(SIGN_BEFORE_IT, -15) /* «في وقت سابق» */ \
  X(SIGN_GOVERNED_APART, -4) /* «بعد هجوم» */ \
  X(SIGN_TIMED_BY_IT, -15) /* «وبعد ساعات من الهجوم انفجرت …» */ \
  X(SIGN_TOLD_IN_FULL, -5) /* with who did it, and to whom or where */ \
  X(SIGN_CARRIED, -3) /* «شن هجوماً» */ \
  X(SIGN_RELATIVE_ON_IT, -3) /* «هجوم شنه …» */ \
  X(SIGN_RELATIVE_CLAUSE, -5) /* «الجيش الذي قصف …» */ \
  X(SIGN_ITS_AIM, 20) /* «عملية استهدفت تفكيك خلية» */ \
  X(SIGN_IMPERFECT, -3) \
  X(SIGN_ONE_OF_MANY, -3) /* «هجمات», and «هجوم» */ \
  X(SIGN_CAUSE, 2) /* «في هجوم» */ \
  X(SIGN_TERRITORY, -6) /* one place is taken after the other */ \
  X(SIGN_NO_FIGHT_FAR, -6) /* so are people arrested */ \
  X(SIGN_CONTRADICTS, -12) /* other numbers of dead */
// clang-format on

typedef enum Sign { SIGNS(SIGN_NAME) SIGN_COUNT } Sign;

_Static_assert(SIGN_COUNT <= SIGNS_MOST, "a bit for each");

/* Is it told in a headline: a first line that no full stop ends? */
static bool in_headline(const Stage *s, const Scene *x) {
  return x->sentence == 0 && !s->m->in->text->sentences[0].ended;
}

/* Where in the report the two stand. */
static Signs signs_of_order(const Stage *s, const Scene *a, const Scene *b, const TypeRow *type, bool same_type) {
  enum { LEAD = 2, FAR = 3, VERY_FAR = 8 };
  uint32_t far = b->sentence - a->told;
  bool title = in_headline(s, a), headline = title && a->told == 0 && far > 0,
       territory = str_eq(type->class, STR("TERRITORY"));
  bool no_fight = territory || str_eq(type->class, STR("COERCE"));
  return when(headline && far <= LEAD, SIGN_HEADLINE_NEAR) | when(headline && same_type, SIGN_HEADLINE_SAME_TYPE) |
         when(title, SIGN_FROM_THE_HEADLINE) | when(!title && a->sentence <= LEAD, SIGN_FROM_THE_LEAD) |
         when(far <= 1, SIGN_NEAR) | when(territory, SIGN_TERRITORY) | when(far > FAR && no_fight, SIGN_NO_FIGHT_FAR) |
         when(far > FAR, SIGN_FAR) | when(far > VERY_FAR, SIGN_VERY_FAR);
}

/* «غارة قتلت قيادياً، من دون تحديد مكان العملية»: any act of force is an operation to who names it again. */
static bool is_the_operation(const Stage *s, const Scene *a, const Scene *b, const TypeRow *ta, const TypeRow *tb) {
  return type_is(ta, TRAIT_VIOLENT) && str_eq(tb->type, STR("operation")) && is_anaphor(s, b) &&
         a->told == b->sentence && !b->own_place && !b->own_date && !b->effects.n;
}

/* «عملية استهدفت تفكيك خلية»: the later act is what a verb whose subject is the earlier one has for object. */
static bool is_aim(const Stage *s, const Scene *a, const Scene *b) {
  const Clause *c = stage_clause(s, b->clause);
  if (a->phrase == NONE || b->phrase == NONE || c->verb == NONE || c->object != b->phrase) return false;
  return c->subject == a->phrase || (c->kind == CLAUSE_RELATIVE && c->head == a->phrase);
}

/* How the later one's own words point. */
static Signs signs_of_later(const Stage *s, const Scene *a, const Scene *b) {
  const Phrase *f = b->phrase == NONE ? NULL : stage_phrase(s, b->phrase);
  const Match *match = &s->matches->at[b->match];
  const Clause *c = stage_clause(s, b->clause);
  const Phrase *g = a->phrase == NONE ? NULL : stage_phrase(s, a->phrase);
  SetMask governs = f && f->prep != NONE ? s->m->c->marks[f->prep_token] : 0;
  bool of_many = g && g->plural && !a->count.set && !(f && f->plural);
  return when(b->agents.n && (b->targets.n || b->own_place), SIGN_TOLD_IN_FULL) |
         when(match->carrier != NONE, SIGN_CARRIED) | when(match->relative != NONE, SIGN_RELATIVE_ON_IT) |
         when(c->kind == CLAUSE_RELATIVE, SIGN_RELATIVE_CLAUSE) | when(is_aim(s, a, b), SIGN_ITS_AIM) |
         when(c->imperfect, SIGN_IMPERFECT) | when(of_many, SIGN_ONE_OF_MANY) |
         when(governs & SET_BIT(SET_CAUSE_PREPOSITION), SIGN_CAUSE) | when(is_anaphor(s, b), SIGN_ANAPHOR) |
         when(f && f->definite, SIGN_DEFINITE) | when(points_back(s, b), SIGN_POINTS_BACK) |
         when(b->alone, SIGN_OUTCOME_LATER) | when(same_word(s, a, b), SIGN_SAME_WORD) |
         when(b->own_date, SIGN_OWN_DATE) | when(a->background != b->background, SIGN_BACKGROUND) |
         when(b->background && !a->background && b->own_date, SIGN_EARLIER) |
         when(f && f->plural && !b->count.set, SIGN_PLURAL) | when(b->count.set && b->count.min > 1, SIGN_COUNTED) |
         when(another_one(s, a, b), SIGN_ANOTHER_NUMBER) |
         when(f && other_one(s, f, SET_BIT(SET_OTHERS)), SIGN_OTHER_ONE) |
         when(f && other_one(s, f, SET_BIT(SET_APART)), SIGN_APART) | when(told_as_earlier(s, b), SIGN_BEFORE_IT) |
         when(f && governed_apart(s, f) && !points_back(s, b), SIGN_GOVERNED_APART) |
         when(timed_by_another(s, b), SIGN_TIMED_BY_IT) | when(other_ordinal(s, a, b), SIGN_OTHER_ORDINAL) |
         when(befell_others(s, b), SIGN_BEFELL_OTHERS) | when(f && days_from_it(s, f), SIGN_DAYS_FROM_IT) |
         when(with_part_of_dead(s, a, b), SIGN_PART_OF_DEAD) |
         when(a->told == b->sentence && act_linked_to(s, b->phrase), SIGN_LINKED_TO);
}

/* «قوة من جهاز مكافحة الإرهاب», and later «القوة» */
static bool same_doers(const Stage *s, const Parts *a, const Parts *b) {
  if (share_part(s, a, b)) return true;
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++) {
      Part later = b->at[k];
      if (later.last == later.first + 1 && part_has_word(s, later.first, a->at[i])) return true;
    }
  return false;
}

/* Whom, what and where they share. */
static Signs signs_of_fields(const Stage *s, const Scene *a, const Scene *b, bool same_type) {
  bool headline = in_headline(s, a) && a->told == 0 && b->sentence > 0;
  bool targets = a->targets.n && b->targets.n, same = targets && share_part(s, &a->targets, &b->targets);
  bool agents = a->agents.n && b->agents.n, same_agent = agents && same_doers(s, &a->agents, &b->agents);
  bool known = other_actors(s, &a->agents, &b->agents);
  bool elsewhere, narrow = false, here = places_meet(s, a, b, &elsewhere, &narrow);
  return when(same, SIGN_SAME_TARGET) | when(targets && !same, SIGN_OTHER_TARGET) |
         when(headline && targets && !same, SIGN_HEADLINE_OTHER_TARGET) | when(same_agent, SIGN_SAME_AGENT) |
         when(agents && !same_agent && !known, SIGN_OTHER_AGENT) | when(known, SIGN_OTHER_KNOWN_AGENT) |
         when(a->places.n && b->places.n && !here, SIGN_NEW_PLACE) | when(narrow && same_type, SIGN_HERE_SAME_TYPE) |
         when(here && place_decides(a, b), SIGN_TAKEN_HERE) | when(elsewhere, SIGN_ELSEWHERE) |
         when(elsewhere && a->own_place && b->own_place, SIGN_BOTH_ELSEWHERE) |
         when(elsewhere && headline, SIGN_HEADLINE_ELSEWHERE) | when(dates_differ(s, a, b), SIGN_OTHER_DATE);
}

static const int8_t WEIGHTS[] = {SIGNS(SIGN_WEIGHT)};

/* One told as the deed, the other as none: «نفت دمشق الهجوم» goes back to it, another act does not. */
static bool disagree_on_deed(const Stage *s, const Scene *a, const Scene *b) {
  bool denied = str_eq(a->stance, STR("denied")) || str_eq(b->stance, STR("denied"));
  bool disowned = str_eq(b->stance, STR("denied")) && b->speaker != NONE && is_anaphor(s, b);
  return denied && !disowned && !str_eq(a->stance, b->stance);
}

int tie_of(const Stage *s, const Scene *a, const Scene *b) {
  enum { CERTAIN = 1000 };
  if (a->kind == RECORD_FIGURE || a->kind == RECORD_TREND || b->kind == RECORD_FIGURE || b->kind == RECORD_TREND)
    return one_figure(a, b) ? CERTAIN : -CERTAIN;
  const TypeRow *ta = stage_type(s, a), *tb = stage_type(s, b);
  if (!ta || !tb) return -CERTAIN;
  Agreement g = effects_agree(a, b);
  Named named = named_victims(s, a, b);
  bool same_class = str_eq(ta->class, tb->class), same_type = str_eq(ta->type, tb->type);
  /* a killing or arrest told alone may be the outcome of any act of the same numbers */
  bool outcome = (a->alone || b->alone) && (g.shared || named == NAMED_SAME || headline_of(a, b));
  bool again = !same_class && is_the_operation(s, a, b, ta, tb);
  if (!same_class && !outcome && !again) return -CERTAIN;
  /* «تعرض لأكثر من محاولة اغتيال»: the same man, at other times */
  bool other_times = b->count.set && b->count.min > 1 && a->count.set && a->count.max == 1;
  if (named == NAMED_SAME && !other_times) return CERTAIN;
  if (named == NAMED_OTHERS || disagree_on_deed(s, a, b)) return -CERTAIN;
  Signs signs = when(true, SIGN_ALWAYS) | when(!same_class, SIGN_OTHER_CLASS) | when(again, SIGN_THE_OPERATION) |
                when(same_type, SIGN_SAME_TYPE) | when(!same_type && types_allow(ta, tb), SIGN_TYPES_ALLOW) |
                when(outcome, SIGN_OUTCOME_OF_IT) | when(same_what(a, b), SIGN_SAME_OUTCOME) |
                when(g.shared, SIGN_SAME_NUMBER) | when(g.contradict, SIGN_CONTRADICTS);
  signs |= signs_of_order(s, a, b, tb, same_type) | signs_of_later(s, a, b) | signs_of_fields(s, a, b, same_type);
  return signs_weigh(signs, WEIGHTS, SIGN_COUNT);
}
