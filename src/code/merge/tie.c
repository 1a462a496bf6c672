/* Do two scenes tell one happening?
 *
 * The problem: a report tells its news in the headline, again in the lead, again in somebody's words, and
 * goes back to it («الهجوم», the attack); and it tells of other acts of the same kind besides.
 *
 * The method: a regression over signs of a pair, an earlier telling and a later one: what they are acts
 * of, where in the report they stand, whom and what they share. The weights are tenths of the log odds
 * over pairs of tellings that people told apart, rounded. */
#include "code/merge/tie.h"

#include "code/match/subject.h"
#include "code/merge/alike.h"
#include "code/merge/alike_parties.h"
#include "code/merge/stretch.h"
#include "code/outcome/cause.h"
#include "code/scene/signs.h"
#include "code/told/another.h"

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
  X(SIGN_VAGUE, 8) /* «استهدف»: it says nothing of how */ \
  X(SIGN_SAME_WORD, 6) /* «عملية دهم», and «عملية الدهم» */ \
  X(SIGN_SAME_TARGET, 3) \
  X(SIGN_OTHER_TARGET, -4) \
  X(SIGN_OTHER_AGENT, -4) \
  X(SIGN_SAME_AGENT, 3) \
  X(SIGN_OTHER_KNOWN_AGENT, -8) /* both stand in the tables */ \
  X(SIGN_HERE_SAME_TYPE, 4) \
  X(SIGN_TAKEN_HERE, 6) /* a place is taken once */ \
  X(SIGN_OTHER_LAND, -10) /* «على مواقع اللواء» */ \
  X(SIGN_NEW_PLACE, -3) /* not the same one, though it may lie in it */ \
  X(SIGN_ELSEWHERE, -7) \
  X(SIGN_BOTH_ELSEWHERE, -2) /* each with a place in its clause */ \
  X(SIGN_OWN_DATE, -3) \
  X(SIGN_OTHER_DATE, -6) \
  X(SIGN_OTHER_DATE_BELOW, -5) /* further down, where it is no headline that is told in full */ \
  X(SIGN_MANY_OF_DAYS, -12) /* «قصف», and «غارات خلال أسبوع» */ \
  X(SIGN_SUMS_MORE, -30) /* «مقتل ستة», and «خلال أسبوع مقتل 260» */ \
  X(SIGN_OTHER_YEAR, -20) /* «في 2014», and «في 2015» */ \
  X(SIGN_BACKGROUND, -4) /* one of them is history, the other is not */ \
  X(SIGN_EARLIER, -6) /* «يذكر أنه في 7 يوليو انفجرت …» */ \
  X(SIGN_PLURAL, -2) /* «هجمات» */ \
  X(SIGN_COUNTED, -2) /* «ثلاث هجمات» */ \
  X(SIGN_ANOTHER_NUMBER, -12) \
  X(SIGN_OTHER_ONE, -15) /* «انفجار آخر» */ \
  X(SIGN_APART, -12) /* «هجوم مماثل» */ \
  X(SIGN_DAYS_FROM_IT, -30) /* «بعد أسبوع من تفجير» */ \
  X(SIGN_PART_OF_DEAD, -18) /* «تفجيرات قتلت 30», and «تفجير قتل 19» */ \
  X(SIGN_NUMBERS_ELSEWHERE, -18) /* «قبض على 9», and «قبض على ثلاثة في تلعفر» */ \
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
  X(SIGN_CONTRADICTS, -12) /* other numbers of dead */ \
  X(SIGN_BESIDES, -12) /* «كما انفجرت» */ \
  X(SIGN_OPENS_BESIDES, -8) /* at the head of its sentence */ \
  X(SIGN_OTHER_NEWS, -12) /* «من جهة أخرى» opens its sentence */ \
  X(SIGN_OF_SEVERAL, -20) /* «في أحد هذه الهجمات» */ \
  X(SIGN_IN_SERIES, -3) /* «ضمن سلسلة هجمات» */ \
  X(SIGN_FOILED_APART, -20) /* «وإحباط محاولة تسلل» */ \
  X(SIGN_AHEAD_APART, -15) /* «ويستعد لشن هجوم» */ \
  X(SIGN_DEED_FOLLOWS, 14) /* «مقتل خمسة», and what they were killed by */ \
  X(SIGN_OPERATIONS, 11) /* a report tells of one, unless it counts them */ \
  X(SIGN_ABDUCTIONS, 5) /* and of one kidnapping */ \
  X(SIGN_SAME_NOUN_IN_FULL, 5) /* «هجوم», and again «هجوم شنه …» */ \
  X(SIGN_KILLED_IN_ATTACK, 8) /* «مقتل جنديين», and further on «الهجوم», «أطلق مسلح النار» */ \
  X(SIGN_GOES_ON_ELSEWHERE, -10) /* «وقصفت مواقع في حجة» */ \
  X(SIGN_SAME_VERB, 3) /* «قصفت», and further on «قصفت» */ \
  X(SIGN_SAME_DAY, 8) /* «يوم السبت», and further on «السبت» */ \
  X(SIGN_SAME_PARTNER, 10) /* «التقى بعمر» */ \
  X(SIGN_OTHER_PARTNER, -14) /* «التقى بعمر», and «التقى وفداً من القبائل» */ \
  X(SIGN_MOVES_APART, -15) /* «وصلت القوات», and «نشرت مدرعات» */
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
       territory = type_in(type, CLASS_BIT(TERRITORY));
  bool no_fight = territory || type_in(type, CLASS_BIT(COERCE));
  return when(headline && far <= LEAD, SIGN_HEADLINE_NEAR) | when(headline && same_type, SIGN_HEADLINE_SAME_TYPE) |
         when(title, SIGN_FROM_THE_HEADLINE) | when(!title && a->sentence <= LEAD, SIGN_FROM_THE_LEAD) |
         when(far <= 1, SIGN_NEAR) | when(territory, SIGN_TERRITORY) | when(far > FAR && no_fight, SIGN_NO_FIGHT_FAR) |
         when(far > FAR, SIGN_FAR) | when(far > VERY_FAR, SIGN_VERY_FAR);
}

/* «غارة قتلت قيادياً، من دون تحديد مكان العملية»: any act of force is an operation to who names it again. */
static bool is_the_operation(const Stage *s, const Scene *a, const Scene *b, const TypeRow *ta, const TypeRow *tb) {
  return type_is(ta, TRAIT_VIOLENT) && type_is(tb, TRAIT_CAMPAIGN) && is_anaphor(s, b) && a->told == b->sentence &&
         !b->own_place && !b->own_date && !b->effects.n;
}

/* «عملية استهدفت تفكيك خلية»: the later act is what a verb whose subject is the earlier one has for object. */
static bool is_aim(const Stage *s, const Scene *a, const Scene *b) {
  const Clause *c = stage_clause(s, b->clause);
  if (a->phrase == NONE || b->phrase == NONE || c->verb == NONE || c->object != b->phrase) return false;
  return c->subject == a->phrase || (c->kind == CLAUSE_RELATIVE && c->head == a->phrase);
}

/* «قصف الطيران …», and later «أحبطت محاولة تسلل», «يستعد لشن هجوم»: what came to nothing, or is to come, where the
 * earlier one has come about. */
static Signs signs_of_stances(const Stage *s, const Scene *a, const Scene *b) {
  bool known = b->phrase != NONE && stage_phrase(s, b->phrase)->definite;
  if (known || in_headline(s, a) || !str_eq(a->stance, STR("asserted"))) return 0;
  return when(str_eq(b->stance, STR("foiled")), SIGN_FOILED_APART) |
         when(str_eq(b->stance, STR("planned")), SIGN_AHEAD_APART);
}

/* «قتلت ستة من خلية، وحملتها مسؤولية الهجوم»: what the dead are blamed for is not what they died of. */
static bool laid_on_them(const Stage *s, const Scene *a, const Scene *b) {
  if (!a->alone || b->phrase == NONE || a->clause == stage_phrase(s, b->phrase)->clause) return false;
  return (stage_clause(s, stage_phrase(s, b->phrase)->clause)->sets & (SET_BIT(SET_BLAMES) | SET_BIT(SET_ASCRIBES))) !=
         0;
}

/* «الهجوم الذي أوقع قتلى»: the clause on one attack that is known already tells nothing new of it. */
static bool known_attack(const Stage *s, const Scene *x, const Phrase *f) {
  return f && !f->plural && !x->own_date && is_anaphor(s, x) && type_in(stage_type(s, x), CLASS_BIT(ASSAULT));
}

/* «بعد أسبوع من تفجير»; but «بعد يومين من المداهمات» goes back to the raids that were told. */
static bool days_from_another(const Stage *s, const Scene *a, const Scene *b) {
  return days_from_it(s, b) && !(str_eq(a->type, b->type) && points_back(s, b));
}

/* «قصفت المواقع بسبع غارات أخرى»: what a verb was done by is the verb's act, and other than those told before. */
static bool is_means(const Stage *s, const Scene *a, const Phrase *f) {
  return a->phrase == NONE && f->clause == a->clause && f->prep == s->m->g->prep_bi;
}

/* Is an earlier act told again in the later one's sentence, before it? */
static bool told_again_before(const Stage *s, const Scene *a, const Scene *b) {
  const uint32_t into = (uint32_t)(a - s->scenes.at);
  for (uint32_t i = (uint32_t)(b - s->scenes.at), steps = 0; i-- > 0 && steps < SCENES_NEAR; steps++) {
    if (s->scenes.at[i].sentence != b->sentence) return false;
    if (s->scenes.at[i].merged == into) return true;
  }
  return false;
}

/* «قصف الجيش موقعاً رداً على إطلاق صاروخ», «قتلوا شرطيين. وقالوا إن العملية رد على الهجوم»: is `b` what `a` answers in
 * the same breath? */
static bool answered_by(const Stage *s, const Scene *a, const Scene *b) {
  if (b->phrase == NONE || !match_concerned(s->m, b->phrase)) return false;
  if (a->sentence == b->sentence ? a->first > b->first : !told_again_before(s, a, b)) return false;
  return type_in(stage_type(s, a), CLASS_BIT(ASSAULT)) && type_in(stage_type(s, b), CLASS_BIT(ASSAULT));
}

/* «نظموا احتجاجاً ضد العملية العسكرية»: what others stand up against is nothing of theirs. */
static bool stood_against(const Stage *s, const Scene *a, const Scene *b) {
  const Phrase *f = b->phrase == NONE ? NULL : stage_phrase(s, b->phrase);
  if (!f || f->prep == NONE || !(s->m->c->marks[f->prep_token] & SET_BIT(SET_AGAINST))) return false;
  return !str_eq(a->type, b->type);
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
         when(match->carrier != NONE, SIGN_CARRIED) |
         when(match->relative != NONE && !known_attack(s, b, f), SIGN_RELATIVE_ON_IT) |
         when(c->kind == CLAUSE_RELATIVE, SIGN_RELATIVE_CLAUSE) | when(is_aim(s, a, b), SIGN_ITS_AIM) |
         when(c->imperfect, SIGN_IMPERFECT) | when(of_many, SIGN_ONE_OF_MANY) |
         when(governs & SET_BIT(SET_CAUSE_PREPOSITION), SIGN_CAUSE) | when(is_anaphor(s, b), SIGN_ANAPHOR) |
         when(f && f->definite, SIGN_DEFINITE) | when(points_back(s, b), SIGN_POINTS_BACK) |
         when(b->alone, SIGN_OUTCOME_LATER) | when(same_trigger(s, a, b), SIGN_SAME_WORD) |
         when(b->own_date, SIGN_OWN_DATE) | when(a->background != b->background, SIGN_BACKGROUND) |
         when(b->background && !a->background && b->own_date, SIGN_EARLIER) |
         when(f && f->plural && !b->count.set, SIGN_PLURAL) | when(b->count.set && b->count.min > 1, SIGN_COUNTED) |
         when(another_one(s, a, b), SIGN_ANOTHER_NUMBER) |
         when(f && !is_means(s, a, f) && other_one(s, f, SET_BIT(SET_OTHERS)), SIGN_OTHER_ONE) |
         when(f && other_one(s, f, SET_BIT(SET_APART)), SIGN_APART) | when(told_as_earlier(s, b), SIGN_BEFORE_IT) |
         when(f && (governed_apart(s, f) || answered_by(s, a, b) || stood_against(s, a, b)) && !points_back(s, b),
              SIGN_GOVERNED_APART) |
         when(timed_by_another(s, b), SIGN_TIMED_BY_IT) | when(other_ordinal(s, a, b), SIGN_OTHER_ORDINAL) |
         when(befell_others(s, b), SIGN_BEFELL_OTHERS) | when(days_from_another(s, a, b), SIGN_DAYS_FROM_IT) |
         when(told_besides(s, b), SIGN_BESIDES) | when(opens_besides(s, b), SIGN_OPENS_BESIDES) |
         when(a->told < b->sentence && told_as_other_news(s, b), SIGN_OTHER_NEWS) |
         when(told_of_several(s, b), SIGN_OF_SEVERAL) | when(told_in_series(s, b), SIGN_IN_SERIES) |
         when(with_part_of_dead(s, a, b), SIGN_PART_OF_DEAD) |
         when(!(in_headline(s, a) && a->told == 0) && with_numbers_elsewhere(s, a, b), SIGN_NUMBERS_ELSEWHERE) |
         when(a->told == b->sentence && (act_linked_to(s, b->phrase) || laid_on_them(s, a, b)), SIGN_LINKED_TO) |
         signs_of_stances(s, a, b);
}

/* «قوة من جهاز مكافحة الإرهاب», and later «القوة»; whom they met, too */
static bool same_doers(const Stage *s, const Parts *a, const Parts *b) {
  if (parts_meet(s, a, b)) return true;
  for (uint32_t i = 0; i < a->n; i++)
    for (uint32_t k = 0; k < b->n; k++) {
      Part later = b->at[k];
      if (later.last == later.first + 1 && part_has_word(s, later.first, a->at[i])) return true;
    }
  return false;
}

/* «وصلت القوات إلى البلدة», and later «نشرت القوات مدرعات»: forces move by one verb after the other. */
static bool moves_apart(const Stage *s, const Scene *a, const Scene *b) {
  if (!type_in(stage_type(s, b), CLASS_BIT(MOBILIZE)) || a->phrase != NONE || b->phrase != NONE) return false;
  return !in_headline(s, a) && stage_clause(s, a->clause)->lemma != stage_clause(s, b->clause)->lemma;
}

/* «بعد مقتل خمسة جنود في كركوك», and further on «هجوم أسفر عن مقتل خمسة جنود»: the act that the outcome came of. */
static bool deed_follows(const Stage *s, const Scene *a, const Scene *b) {
  enum { WITHIN = 3 };
  bool back = b->phrase != NONE && stage_phrase(s, b->phrase)->definite;
  if (!a->alone || b->alone || back || b->sentence - a->told > WITHIN) return false;
  for (uint32_t i = 0; i < a->effects.n; i++)
    for (uint32_t k = 0; k < b->effects.n; k++) {
      const Effect *x = &a->effects.at[i], *y = &b->effects.at[k];
      if (!str_eq(x->what, y->what) || x->subset || y->subset || !x->count.set || !y->count.set) continue;
      if (x->count.min > 1 && x->count.min == y->count.min) return true;
    }
  return false;
}

/* «في مايو 2015», and «في 1995»: each dated in its own words, and in years that are not the same. */
static bool years_differ(const Stage *s, const Scene *a, const Scene *b) {
  if (!a->own_date || !b->own_date || a->date == NONE || b->date == NONE) return false;
  const Date *x = &s->m->in->dates->at[a->date], *y = &s->m->in->dates->at[b->date];
  if (!x->from.year || !y->from.year || !x->to.year || !y->to.year) return false;
  int32_t now = s->m->in->published.year; /* «حتى عام 2025» dates what is to last until then */
  if (now && (x->to.year > now || y->to.year > now)) return false;
  return x->to.year < y->from.year || y->to.year < x->from.year;
}

/* Do both name the same day, or month or year, each in its own words? One date tells of several, if they are of several
 * kinds, or of places taken: «سيطر أمس على … و…». */
static bool at_one_time(const Stage *s, const Scene *a, const Scene *b, const TypeRow *type) {
  if (!a->own_date || !b->own_date || a->date == NONE || b->date == NONE) return false;
  if (a->date == b->date && (!str_eq(a->type, b->type) || type_in(type, CLASS_BIT(TERRITORY)))) return false;
  const Date *x = &s->m->in->dates->at[a->date], *y = &s->m->in->dates->at[b->date];
  return y->from.year && y->edtf.n && str_eq(x->edtf, y->edtf);
}

/* «قصف … », and further on «قصف»; but one place is taken, and one man is met, after the other. */
static bool by_one_verb(const Stage *s, const Scene *a, const Scene *b) {
  if (a->phrase != NONE || b->phrase != NONE || a->sentence == b->sentence) return false;
  if (type_in(stage_type(s, b), CLASS_BIT(TERRITORY) | CLASS_BIT(CONSULT))) return false;
  return stage_clause(s, a->clause)->lemma == stage_clause(s, b->clause)->lemma;
}

/* Whom, what and where they share. */
static Signs signs_of_fields(const Stage *s, const Scene *a, const Scene *b, bool same_type) {
  bool headline = in_headline(s, a) && a->told == 0 && b->sentence > 0;
  bool targets = a->targets.n && b->targets.n, same = targets && parts_meet(s, &a->targets, &b->targets);
  bool agents = a->agents.n && b->agents.n, same_agent = agents && same_doers(s, &a->agents, &b->agents);
  if (agents && !same_agent) same_agent = agents_of_one_nation(s, a, b);
  bool known = !same_agent && other_actors(s, &a->agents, &b->agents);
  bool elsewhere, narrow = false, here = places_meet(s, a, b, &elsewhere, &narrow);
  bool other_land = place_decides(s, a, b) && takes_other_land(s, a, b);
  return when(moves_apart(s, a, b), SIGN_MOVES_APART) | when(same, SIGN_SAME_TARGET) |
         when(by_one_verb(s, a, b), SIGN_SAME_VERB) | when(at_one_time(s, a, b, stage_type(s, b)), SIGN_SAME_DAY) |
         when(targets && !same, SIGN_OTHER_TARGET) | when(headline && targets && !same, SIGN_HEADLINE_OTHER_TARGET) |
         when(same_agent, SIGN_SAME_AGENT) | when(agents && !same_agent && !known, SIGN_OTHER_AGENT) |
         when(known, SIGN_OTHER_KNOWN_AGENT) | when(a->places.n && b->places.n && !here, SIGN_NEW_PLACE) |
         when(narrow && same_type, SIGN_HERE_SAME_TYPE) |
         when(here && place_decides(s, a, b) && !other_land, SIGN_TAKEN_HERE) | when(other_land, SIGN_OTHER_LAND) |
         when(elsewhere, SIGN_ELSEWHERE) | when(elsewhere && a->own_place && b->own_place, SIGN_BOTH_ELSEWHERE) |
         when(elsewhere && headline, SIGN_HEADLINE_ELSEWHERE) | when(dates_differ(s, a, b), SIGN_OTHER_DATE) |
         when(years_differ(s, a, b), SIGN_OTHER_YEAR) | when(many_of_days(s, a, b), SIGN_MANY_OF_DAYS) |
         when(sums_more(s, a, b), SIGN_SUMS_MORE);
}

/* «مقتل جنديين» on top, and further down «أطلق مسلح النار»: what they were killed in. */
static bool killed_in_attack(const Stage *s, const Scene *a, const Scene *b) {
  enum { LEAD = 2 };
  const Phrase *f = b->phrase == NONE ? NULL : stage_phrase(s, b->phrase);
  if (!a->alone || b->alone || a->sentence > LEAD || !type_in(stage_type(s, a), CLASS_BIT(ASSAULT))) return false;
  return scene_is(s, b, TRAIT_GENERAL) && !(f && f->plural) && !b->background && !dates_differ(s, a, b);
}

/* «قصفت المقاتلات صعدة، وقصفت مواقع في حجة»: a clause goes on with «و» to what was done at another place. */
static bool goes_on_elsewhere(const Stage *s, const Scene *a, const Scene *b) {
  enum { LEAD = 2, PART_OF_COUNTRY = 5 };
  bool elsewhere, narrow = false, lead = in_headline(s, a) && b->sentence <= LEAD; /* it tells the headline's in full */
  if (lead || !a->places.n || !b->places.n || !b->own_place || places_meet(s, a, b, &elsewhere, &narrow)) return false;
  const PlaceMention *p = &s->m->in->mentions->places[b->places.at[0]];
  bool wide = p->level == LEVEL_COUNTRY || p->level == LEVEL_REGION || p->precision >= PART_OF_COUNTRY;
  return !wide && stage_clause(s, b->clause)->kind == CLAUSE_COORDINATE;
}

/* What holds of some kinds of act, and not of others. */
static Signs signs_of_kind(const Stage *s, const Scene *a, const Scene *b, bool same_type, bool contradict) {
  bool counted = b->count.set && b->count.min > 1;
  bool strikes = same_type && type_in(stage_type(s, b), CLASS_BIT(ASSAULT));
  bool in_full = same_trigger(s, a, b) && s->matches->at[b->match].relative != NONE && !contradict;
  return when(same_type && str_eq(scene_custody(s, b), STR("abducted")), SIGN_ABDUCTIONS) |
         when(strikes && goes_on_elsewhere(s, a, b), SIGN_GOES_ON_ELSEWHERE) |
         when(same_type && !counted && scene_is(s, b, TRAIT_CAMPAIGN), SIGN_OPERATIONS) |
         when(in_full, SIGN_SAME_NOUN_IN_FULL) | when(killed_in_attack(s, a, b), SIGN_KILLED_IN_ATTACK) |
         when(!in_headline(s, a) && dates_differ(s, a, b), SIGN_OTHER_DATE_BELOW);
}

/* Whom they met, or agreed with; but «اللقاء» goes back to the one before. */
static Signs signs_of_partners(const Stage *s, const Scene *a, const Scene *b, const TypeRow *type) {
  if (!type_in(type, CLASS_BIT(CONSULT) | CLASS_BIT(AGREE)) || !a->partners.n || !b->partners.n) return 0;
  if (same_doers(s, &a->partners, &b->partners)) return when(true, SIGN_SAME_PARTNER);
  bool crossed = parts_meet(s, &a->agents, &b->partners) || parts_meet(s, &a->partners, &b->agents);
  bool known = b->phrase != NONE && stage_phrase(s, b->phrase)->definite;
  return when(!crossed && !known && !in_headline(s, a), SIGN_OTHER_PARTNER);
}

static const int8_t WEIGHTS[] = {SIGNS(SIGN_WEIGHT)};

/* «أطلقت الميليشيا صاروخاً اعترضته الدفاعات»: what a relative clause tells of the very thing that was thrown. */
static bool of_what_it_threw(const Stage *s, const Scene *a, const Scene *b) {
  const Clause *c = stage_clause(s, b->clause);
  if (b->phrase != NONE || a->phrase != NONE || c->kind != CLAUSE_RELATIVE || c->head == NONE) return false;
  return stage_clause(s, a->clause)->object == c->head && stage_phrase(s, c->head)->classes & s->m->k->artillery;
}

/* One told as the deed, the other as none: «نفت دمشق الهجوم» goes back to it, another act does not. */
static bool disagree_on_deed(const Stage *s, const Scene *a, const Scene *b) {
  bool denied = str_eq(a->stance, STR("denied")) || str_eq(b->stance, STR("denied"));
  bool disowned = str_eq(b->stance, STR("denied")) && b->speaker != NONE && is_anaphor(s, b);
  return denied && !disowned && !str_eq(a->stance, b->stance);
}

/* Made of an outcome that is no violence: an arrest, a release, a return. */
static bool is_custody(const Scene *x, const TypeRow *type) {
  return x->alone && type_in(type, CLASS_BIT(COERCE) | CLASS_BIT(RELEASE));
}

/* «قضت المحكمة بسجن المتهم», and later «تصدر المحكمة حكمها غداً»; «صدور أحكام على 71 آخرين»: a verdict that is to come,
 * or on others, is another. */
static bool another_verdict(const Stage *s, const Scene *a, const Scene *b, const TypeRow *type) {
  if (!type_in(type, CLASS_BIT(SANCTION)) || !str_eq(a->type, b->type)) return false;
  uint32_t whom = b->targets.n ? b->targets.at[0].phrase : NONE;
  if (whom != NONE && told_as_others(s, whom)) return true;
  if (targets_named_apart(s, a, b)) return true; /* «السجن لسالم», and «براءة ناصر» */
  return str_eq(a->stance, STR("planned")) != str_eq(b->stance, STR("planned"));
}

/* «تلقى اتصالاً هاتفياً من عمر», and later «تلقى اتصالاً هاتفياً من سالم»; but «اللقاء» goes back to the one before. */
static bool another_meeting(const Stage *s, const Scene *a, const Scene *b, const TypeRow *type) {
  if (!type_in(type, CLASS_BIT(CONSULT)) || !str_eq(a->type, b->type)) return false;
  const Phrase *f = b->phrase == NONE ? NULL : stage_phrase(s, b->phrase);
  return !(f && (f->definite || f->pronoun)) && partners_named_apart(s, a, b);
}

/* A siege or a ban is no telling of an arrest, nor of a raid. */
static bool bars_one(const TypeRow *a, const TypeRow *b) {
  return type_is(a, TRAIT_STANDING) || type_is(b, TRAIT_STANDING);
}

int tie_of(const Stage *s, const Scene *a, const Scene *b) {
  enum { CERTAIN = 1000 };
  if (a->kind == RECORD_FIGURE || a->kind == RECORD_TREND || b->kind == RECORD_FIGURE || b->kind == RECORD_TREND)
    return one_figure(a, b) ? CERTAIN : -CERTAIN;
  const TypeRow *ta = stage_type(s, a), *tb = stage_type(s, b);
  if (!ta || !tb) return -CERTAIN;
  if (a->nth || b->nth) return a->nth == b->nth ? CERTAIN : -CERTAIN; /* «ثالث هجوم خلال شهر» */
  Agreement g = effects_agree(a, b);
  Named named = named_victims(s, a, b);
  bool same_class = ta->class == tb->class, same_type = str_eq(ta->type, tb->type);
  if (!same_type && (a->frame->weak || b->frame->weak)) return -CERTAIN; /* «التمرد» is no word for an attack */
  /* a killing or arrest told alone may be the outcome of any act of the same numbers */
  bool outcome = (a->alone || b->alone) && (g.shared || named == NAMED_SAME || headline_of(a, b));
  bool again = !same_class && is_the_operation(s, a, b, ta, tb);
  if (!same_class && !outcome && !again) return -CERTAIN;
  /* «قُبض على سالم», «أُطلق سراح سالم», «نُفذ حكم القتل في سالم»: of one man, and three acts */
  bool custody = is_custody(a, ta) || is_custody(b, tb);
  if (!same_class && custody && !again && !same_what(a, b)) return -CERTAIN;
  /* «تعرض لأكثر من محاولة اغتيال»: the same man, at other times */
  bool other_times = b->count.set && b->count.min > 1 && a->count.set && a->count.max == 1;
  if ((named == NAMED_SAME && !other_times) || (same_type && of_what_it_threw(s, a, b))) return CERTAIN;
  if (named == NAMED_OTHERS || disagree_on_deed(s, a, b) || one_of_these(s, a, b)) return -CERTAIN;
  /* «طيران الجيش يقصف السوق» over a report of the other side's drone: the headline says another thing */
  if (in_headline(s, a) && a->told == 0 && !type_is(ta, TRAIT_MUTUAL) && agents_of_two_sides(s, a, b)) return -CERTAIN;
  if (another_verdict(s, a, b, ta) || another_meeting(s, a, b, ta)) return -CERTAIN;
  Signs signs = when(true, SIGN_ALWAYS) | when(!same_class, SIGN_OTHER_CLASS) | when(again, SIGN_THE_OPERATION) |
                when(same_type, SIGN_SAME_TYPE) | when(!same_type && types_allow(ta, tb), SIGN_TYPES_ALLOW) |
                when(outcome, SIGN_OUTCOME_OF_IT) | when(outcome && deed_follows(s, a, b), SIGN_DEED_FOLLOWS) |
                when(same_what(a, b), SIGN_SAME_OUTCOME) | when(g.shared, SIGN_SAME_NUMBER) |
                when(g.contradict, SIGN_CONTRADICTS) | when(same_class && scene_is_vague(b), SIGN_VAGUE);
  signs |= signs_of_order(s, a, b, tb, same_type) | signs_of_later(s, a, b) | signs_of_fields(s, a, b, same_type) |
           signs_of_partners(s, a, b, ta) | signs_of_kind(s, a, b, same_type, g.contradict);
  int tie = signs_weigh(signs, WEIGHTS, SIGN_COUNT);
  bool apart = same_class && !same_type && bars_one(ta, tb); /* told beside it, and no telling of it */
  return apart && tie >= TIE_LEAST ? TIE_LEAST - 1 : tie;
}
