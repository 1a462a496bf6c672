/* Whose deed a trigger tells, by the grammar of its sentence.
 *
 *   «شن الجيش غارة»                        the subject of the verb that lends it to the act
 *   «الهجمات التي شنتها القوات»            the subject of the clause that hangs on the act
 *   «اتهمت دمشق إسرائيل بشن غارات»         who is accused of it, not who accuses
 *   «أعلن التحالف تنفيذ غارتين»            who announces it as his own
 *   «نفت القوات قصف المستشفى»              who denies it, were it true
 *   «شنت "الأفريكوم" غارات»                a name that nothing is known of, where it can be nothing else */
#include "code/match/subject.h"

#include "code/match/carry.h"
#include "code/match/object.h"
#include "code/match/role.h"

/* Does the verb lend its subject to the act that is its object: «نفذ», «تبنى», «تمكن من», «أمر بـ»? */
static bool lends_subject(const MatchInput *m, const Clause *c) {
  return c->classes & (m->k->light | m->k->aspect) ||
         c->sets & (SET_BIT(SET_CLAIMED) | SET_BIT(SET_ENGAGES) | SET_BIT(SET_DECIDES));
}

/* «أعلن», «نفذ», «بدأ»: whoever is its subject has done what it tells of; not «انتقد», «نسب». */
static bool tells_own(const MatchInput *m, const Clause *c) {
  return c->classes & (m->k->light | m->k->aspect) || c->sets & (SET_BIT(SET_TELLING) | SET_BIT(SET_TELLING_THAT));
}

/* «اتهم الرئيس حماس بالتورط في محاولة اغتيال»: who is accused of having to do with it; NONE. */
static uint32_t accused_of_link(const MatchInput *m, uint32_t act) {
  enum { UP_MOST = 3 };
  for (uint32_t steps = 0; act != NONE && steps < UP_MOST; steps++) {
    const Phrase *f = match_phrase(m, act);
    const Clause *c = match_clause(m, f->clause);
    if (f->head != NONE && m->c->marks[f->head] & SET_BIT(SET_LINKED))
      return c->verb != NONE && c->object != NONE && accuses(m, f->clause, act) ? c->object : NONE;
    if (f->link != LINK_IDAFA && f->link != LINK_PREP) return NONE;
    act = f->up;
  }
  return NONE;
}

uint32_t match_charged(const MatchInput *m, uint32_t act) {
  const Phrase *f = match_phrase(m, act);
  if (f->prep != m->g->prep_bi || f->link != LINK_PREP || f->up == NONE) return NONE;
  return match_phrase(m, f->up)->classes & m->k->suspect ? f->up : NONE;
}

/* «نفت القوات قصف المستشفى»: the deed that somebody denies is his own; NONE. */
static uint32_t denier_of(const MatchInput *m, const Match *x) {
  const Phrase *f = match_phrase(m, x->phrase);
  const Frame *frame = &m->g->frames[x->frame];
  bool deed = frame->kind == FRAME_EVENT && f->form == FORM_MASDAR && idafa_on(m, x->phrase) != NONE;
  if (!deed || !type_is(grammar_type(m->g, frame->type_row), TRAIT_VIOLENT)) return NONE;
  const Clause *c = match_clause(m, f->clause);
  bool his = c->verb != NONE && c->object == x->phrase && c->subject != x->phrase && !c->passive && !c->negated;
  return his && c->sets & SET_BIT(SET_DENIED) ? c->subject : NONE;
}

/* «هجوم أدانته الحكومة», «غارات وصفها الوزير بالوحشية», «قصف تصدت له الدفاعات»: of a clause on the act, does its verb
 * tell what somebody else said of it or did against it? */
static bool looks_on(const MatchInput *m, const Clause *c) {
  SetMask own = SET_BIT(SET_TELLING) | SET_BIT(SET_TELLING_THAT) | SET_BIT(SET_CLAIMED) | SET_BIT(SET_THREATENS);
  SetMask against = SET_BIT(SET_WITNESS) | SET_BIT(SET_FOILED) | SET_BIT(SET_PREVENTS) | SET_BIT(SET_DENIED);
  bool says = c->classes & m->k->speech && !(c->classes & (m->k->light | m->k->aspect)) && !(c->sets & own);
  return says || c->sets & against;
}

/* «أصدرت المحكمة مذكرات بتهمة ارتكاب جرائم», «تقارير عن وقوع هجوم»: a masdar that leads to the act, and is laid on
 * somebody, or tells that it came about. */
static bool told_of_another(const MatchInput *m, const Match *x, const Phrase *f) {
  SetMask laid = SET_BIT(SET_ALLEGED) | SET_BIT(SET_CHARGE) | SET_BIT(SET_LINKED);
  if (f->prep != NONE && f->prep_token != f->head && m->c->marks[f->prep_token] & laid) return true;
  const TypeRow *type = grammar_type(m->g, m->g->frames[x->frame].type_row);
  if (!type_in(type, CLASS_BIT(ASSAULT) | CLASS_BIT(COERCE))) return false;
  uint32_t verb = lexicon_verb(m->g->lexicon, f->lemma);
  return verb < m->g->lexicon->n && m->g->sets_of_lemma[verb] & SET_BIT(SET_OCCURS);
}

/* «تحقق المنظمة في تقارير حول شن هجوم»: whoever looks into what is told of it has not done it. */
static bool told_of_in(const MatchInput *m, const Match *x) {
  enum { UP_MOST = 3 };
  uint32_t act = x->phrase;
  for (uint32_t steps = 0; act != NONE && steps < UP_MOST; steps++) {
    const Phrase *f = match_phrase(m, act);
    if (f->link != LINK_IDAFA && f->link != LINK_PREP) return false;
    const Phrase *up = match_phrase(m, f->up);
    if (f->link == LINK_PREP && up->classes & m->k->channel && up->prep != NONE) return true;
    act = f->up;
  }
  return false;
}

/* «أوقفت الشرطة مشتبهاً به في إطلاق نار»: a verb of which somebody is the object stops no act. */
static bool done_to_people(const MatchInput *m, const Clause *c) {
  if (c->object == NONE || !(c->classes & m->k->aspect)) return false;
  const Phrase *o = match_phrase(m, c->object);
  ClassSet people = m->k->person | m->k->civilian | m->k->fighter | m->k->official | m->k->leader | m->k->suspect;
  return !o->definite && !o->pronoun && o->classes & people && !(o->classes & (m->k->event | m->k->deed));
}

/* Does a word of such a set stand from the verb to the act? */
static bool told_between(const MatchInput *m, uint32_t verb, uint32_t act, SetMask set) {
  enum { WORDS_NEAR = 12 };
  for (uint32_t i = verb; i < act && i < verb + WORDS_NEAR; i++)
    if (m->c->marks[i] & set) return true;
  return false;
}

/* «تمكن من … وسط فرار المسلحين», «لم يستطع الصمود أمام هجوم» */
static bool beside_verb(const MatchInput *m, uint32_t top) {
  const Phrase *f = match_phrase(m, top);
  SetMask beside = SET_BIT(SET_AFTER) | SET_BIT(SET_ALONGSIDE) | SET_BIT(SET_BESIDE) | SET_BIT(SET_AGAINST);
  return f->prep != NONE && m->c->marks[f->prep_token] & beside;
}

bool match_concerned(const MatchInput *m, uint32_t act) {
  const Phrase *f = match_phrase(m, act);
  if (f->prep == NONE) return false;
  uint32_t noun = f->link == LINK_PREP ? match_phrase(m, f->up)->head : NONE; /* «رداً» */
  SetMask marks = m->c->marks[f->prep_token] | (noun == NONE ? 0 : m->c->marks[noun]);
  return marks & SET_BIT(SET_CONCERNING);
}

/* «ألقت الشرطة القبض على خمسة للاشتباه في تورطهم بالتفجير»: the tie is laid on others than whose verb carries it. */
static bool linked_above(const MatchInput *m, uint32_t act) {
  enum { UP_MOST = 3 };
  for (uint32_t steps = 0; act != NONE && steps < UP_MOST; steps++) {
    const Phrase *f = match_phrase(m, act);
    if (steps && f->head != NONE && f->pronoun && m->c->marks[f->head] & SET_BIT(SET_LINKED)) return true;
    act = f->link == LINK_PREP || f->link == LINK_IDAFA ? f->up : NONE;
  }
  return false;
}

uint32_t match_subject(const MatchInput *m, const Match *x) {
  if (x->phrase == NONE) return described_by(m, x) == NONE ? match_clause(m, x->clause)->subject : NONE;
  if (x->relative != NONE) {
    const Clause *c = match_clause(m, x->relative);
    if (c->object == x->phrase && c->subject != NONE && !looks_on(m, c)) return c->subject;
    /* «العمليات التي تقوم بها القوات» */
    bool carried_out = c->classes & m->k->light && c->resumptive && c->pronoun_prep == m->g->prep_bi && !c->negated;
    bool behind = carried_out && c->own_subject && !c->passive && match_phrase(m, c->subject)->first == c->verb + 2;
    if (behind && c->subject != x->phrase) return c->subject;
    /* «العقوبات التي أعادت واشنطن فرضها» */
    bool doing =
        c->object != NONE && match_phrase(m, c->object)->pronoun && match_phrase(m, c->object)->form == FORM_MASDAR;
    if (doing && !c->resumptive && c->own_subject && c->subject != c->head && !c->passive) return c->subject;
  }
  if (x->carrier != NONE) {
    const Clause *c = match_clause(m, x->carrier);
    uint32_t top = climb_measures(m, x->phrase);
    bool suffers = (c->sets & (SET_BIT(SET_SUFFERED) | SET_BIT(SET_WITNESS))) != 0;
    suffers |= beside_verb(m, top) || match_concerned(m, x->phrase) || linked_above(m, x->phrase);
    suffers |= match_charged(m, x->phrase) != NONE;
    const TypeRow *type = grammar_type(m->g, m->g->frames[x->frame].type_row);
    /* «تمكنت القوات من التصدي لهجوم», «وجهت موسكو أصابع الاتهام إلى إسرائيل في ضربة»: who foils it, or charges another
     */
    const SetMask not_his = SET_BIT(SET_FOILED) | SET_BIT(SET_CHARGE);
    suffers |= type_in(type, CLASS_BIT(ASSAULT)) &&
               (told_between(m, c->verb, x->token, not_his) || told_of_in(m, x) || done_to_people(m, c));
    /* «لقي سبعة مصرعهم في عملية»: the verb carries another noun */
    suffers |= match_phrase(m, top)->prep != NONE && c->object != NONE && match_phrase(m, c->object)->pronoun;
    if (c->subject != top && c->subject != x->phrase && lends_subject(m, c) && !suffers) return c->subject;
    /* «اتهمت دمشق إسرائيل بشن غارات»: who is accused has done it */
    if (accuses(m, x->carrier, top)) return c->object != NONE ? c->object : c->lone;
  }
  uint32_t accused = accused_of_link(m, climb_measures(m, x->phrase));
  if (accused == NONE) accused = denier_of(m, x);
  if (accused != NONE) return accused;
  if (m->g->frames[x->frame].kind == FRAME_FIGURE) { /* «جندت الميليشيا 200 طفل» */
    const Clause *c = match_clause(m, match_phrase(m, x->phrase)->clause);
    bool behind = c->verb != NONE && c->verb < x->token && !c->passive && !c->negated;
    return behind && c->subject != climb_measures(m, x->phrase) ? c->subject : NONE;
  }
  uint32_t up = match_phrase(m, x->phrase)->up;
  /* «أعلن التحالف تنفيذ عملية»: who announces his deed has done it */
  if (match_phrase(m, x->phrase)->link == LINK_IDAFA && stands_for_complement(m, match_phrase(m, up)) &&
      match_phrase(m, up)->form == FORM_MASDAR) {
    const Clause *c = match_clause(m, match_phrase(m, up)->clause);
    if (c->sets & SET_BIT(SET_SUFFERED)) return NONE; /* «نجا القائد من محاولة اغتيال» */
    if (told_of_another(m, x, match_phrase(m, up)) || told_of_in(m, x)) return NONE;
    if (accuses(m, match_phrase(m, up)->clause, up)) return c->object != NONE ? c->object : c->lone;
    if (match_phrase(m, up)->link == LINK_PREP || beside_verb(m, up)) return NONE; /* «بعد أيام من محاولة انقلاب» */
    return c->verb == NONE || tells_own(m, c) ? c->subject : NONE;
  }
  /* «تنفيذ التحالف الدولي عمليتين»: the masdar's iḍāfa is the subject; but «تلقيها ضربات من القوات» */
  if (match_phrase(m, x->phrase)->link != LINK_OBJECT || up == NONE) return NONE;
  uint32_t of = lexicon_verb(m->g->lexicon, match_phrase(m, up)->lemma);
  if (of < m->g->lexicon->n && m->g->sets_of_lemma[of] & SET_BIT(SET_SUFFERED)) return NONE;
  return match_phrase(m, up)->pronoun ? match_clause(m, match_phrase(m, up)->clause)->subject : idafa_on(m, up);
}

uint32_t match_lone_subject(const MatchInput *m, const Match *x) {
  uint32_t subject = match_subject(m, x);
  if (subject != NONE || x->phrase != NONE) return subject;
  return match_clause(m, x->clause)->lone;
}

/* «المتحدث باسم الجيش», «مصادر في قيادة الجيش»: for whom he speaks. What stands behind the act is the act's. */
static uint32_t body_of(const MatchInput *m, uint32_t speaker, uint32_t act, ClassSet only) {
  enum { BEHIND_MOST = 4 };
  if (!(match_phrase(m, speaker)->classes & (m->k->spokesman | m->k->informant | m->k->official))) return NONE;
  for (uint32_t i = speaker + 1; i < m->c->nphrases && i <= speaker + BEHIND_MOST; i++) {
    const Phrase *f = match_phrase(m, i);
    if (i == act || f->link == LINK_FREE || f->link == LINK_CONJ || f->clause != match_phrase(m, speaker)->clause)
      return NONE;
    if (f->place == NONE && f->person == NONE && f->classes & only) return i;
  }
  return NONE;
}

/* «مؤكداً استعادة السيطرة»: right behind a participle of telling. */
static bool announced_on(const MatchInput *m, uint32_t phrase) {
  if (phrase == 0 || match_phrase(m, phrase)->prep != NONE) return false;
  const Phrase *o = match_phrase(m, phrase - 1);
  if (o->form != FORM_ACTIVE_PARTICIPLE || o->definite) return false;
  if (o->last != match_phrase(m, phrase)->first || o->clause != match_phrase(m, phrase)->clause) return false;
  uint32_t verb = lexicon_verb(m->g->lexicon, o->lemma);
  return verb < m->g->lexicon->n && m->g->sets_of_lemma[verb] & (SET_BIT(SET_TELLING) | SET_BIT(SET_TELLING_THAT));
}

/* «التوصل إلى اتفاق», «المشاركة في عملية»: the masdar of engaging in the act, or the act's own phrase. */
static uint32_t engaging_above(const MatchInput *m, uint32_t act) {
  const Phrase *f = match_phrase(m, act);
  if (f->link != LINK_PREP || f->up == NONE) return act;
  const Phrase *up = match_phrase(m, f->up);
  if (up->form != FORM_MASDAR) return act;
  uint32_t verb = lexicon_verb(m->g->lexicon, up->lemma);
  bool engages = verb < m->g->lexicon->n && m->g->sets_of_lemma[verb] & SET_BIT(SET_ENGAGES);
  return engages ? f->up : act;
}

/* «أعلن التحالف غارتين», «أعلن الجيش عن تنفيذ غارتين»: the subject of the verb of saying whose object the act is. */
uint32_t announcer_of(const MatchInput *m, const Match *x, ClassSet only) {
  if (x->phrase == NONE) return NONE;
  uint32_t top = engaging_above(m, climb_measures(m, x->phrase));
  const Clause *c = match_clause(m, match_phrase(m, top)->clause);
  if (announced_on(m, top) && c->verb != NONE && !c->passive && c->subject != NONE)
    return match_phrase(m, c->subject)->classes & only ? c->subject : NONE;
  if (c->verb == NONE || !(c->classes & m->k->speech) || c->passive || c->negated || c->subject == NONE) return NONE;
  if (!(c->sets & (SET_BIT(SET_TELLING) | SET_BIT(SET_TELLING_THAT)))) return NONE; /* «انتقدت الوزارة القصف» */
  bool about =
      match_phrase(m, top)->prep != NONE && m->c->marks[match_phrase(m, top)->prep_token] & SET_BIT(SET_ORIGIN_OF);
  if (c->object != top && !about) return NONE;
  const Phrase *who = match_phrase(m, c->subject);
  bool speaks = who->actor == NONE && who->classes & m->k->spokesman; /* «المتحدث باسم الجماعة فلان» */
  if (who->classes & only && !speaks) return c->subject;              /* an actor that monitors has done nothing */
  return body_of(m, c->subject, top, only);
}

/* «بعض الناجين», «السكان» */
bool phrase_of_people(const MatchInput *m, const Phrase *f) {
  const EngineClasses *k = m->k;
  const ClassSet people = k->person | k->civilian | k->fighter | k->security | k->official | k->leader | k->force |
                          k->organisation | k->state | k->group | k->kin;
  const ClassSet others = k->event | k->victim | k->hostage;
  if (f->head != NONE && m->c->marks[f->head] & SET_BIT(SET_OTHERS)) return false; /* «آخر تطوراتها» */
  return f->classes & people && !(f->classes & others) && f->place == NONE;
}

/* «شنت "الأفريكوم" غارات», «علقت الخطوط الجوية رحلاتها»: a name that nothing is known of, with an object of its own. */
bool subject_unknown(const MatchInput *m, const Match *x) {
  uint32_t i = match_subject(m, x);
  if (i == NONE) return false;
  const Phrase *f = match_phrase(m, i);
  const Clause *c = match_clause(m, f->clause);
  bool owned = f->pronoun && !(f->classes & m->k->kin); /* «أقدمت زوجته على …» */
  bool bare = f->head != NONE && f->prep == NONE && f->date == NONE && !owned && f->form != FORM_MASDAR;
  const Clause *carries = x->carrier == NONE ? NULL : match_clause(m, x->carrier);
  bool goes_on = carries && carries->joined && carries->subject == i && carries->classes & (m->k->light | m->k->aspect);
  /* not «تجمهر مسلح», «تواجد عسكري» */
  bool people = phrase_of_people(m, f) && (f->definite || f->first == 0 || m->c->phrase_of[f->first - 1] == NONE);
  if (bare && goes_on && people) return true; /* «تابع فريق البحث وتمكن من القبض على …» */
  if (!bare || !c->own_subject || c->subject != i || c->passive) return false;
  bool counted = f->number != NONE && m->in->numbers->at[f->number].min > 1;
  if (counted && f->first > c->verb && c->object == NONE) return false; /* «أنه أحال 48 شخصاً» */
  if (people && (x->phrase == NONE ? x->clause == f->clause : (c->classes & m->k->light) != 0)) return true;
  return f->definite && !f->classes && c->object != NONE && c->object != i;
}
