/* When an act was: the date that stands nearest to it, from its clause outward; where it has none, the day of the act
 * of its kind right before it.
 *
 *   «هاجم مسلحون الثلاثاء حاجزاً» (gunmen attacked a checkpoint on Tuesday)    the date of its clause
 *   «أعلن الجيش الأربعاء أن مسلحين هاجموا حاجزاً» (the army said on Wednesday that gunmen …)
 *                                                                          the telling's, and not the act's
 *   «تقدمت القوات الأربعاء بعد اشتباكات» (the forces advanced on Wednesday after clashes)
 *                                                                          what followed it
 *   «أول هجوم منذ سقوط المدينة في 2015» (the first attack since the city's fall in 2015)
 *                                                                          another's */
#include "code/clause/near.h"
#include "code/scene/above.h"
#include "code/setting/setting.h"

typedef struct Scope {
  uint32_t first, last; /* tokens */
} Scope;

static Scope clause_scope(const Stage *s, const Scene *x) {
  const Match *match = &s->matches->at[x->match];
  const Clause *c = stage_clause(s, x->clause);
  Scope scope = {c->first, c->last};
  uint32_t more[] = {match->carrier, match->relative};
  for (size_t i = 0; i < 2; i++) {
    if (more[i] == NONE) continue;
    const Clause *v = stage_clause(s, more[i]);
    if (v->first < scope.first) scope.first = v->first;
    if (v->last > scope.last) scope.last = v->last;
  }
  return scope;
}

/* «بيان أصدره الأحد», «بيان صدر الثلاثاء»: a clause that is said of a statement. */
static bool is_of_statement(const Stage *s, const Clause *c) {
  if (!c->first) return false;
  uint32_t phrase = s->m->c->phrase_of[c->first - 1];
  return phrase != NONE && stage_phrase(s, phrase)->classes & s->m->k->channel;
}

/* «هدد التنظيم أمس بقتل الرهينة», «أعلنت واشنطن الخميس فرض عقوبات»: to say it is to do it. «العقوبات» are known. */
static bool done_by_saying(const Stage *s, const Scene *x, const Clause *c) {
  const TypeRow *type = stage_type(s, x);
  bool known = x->phrase != NONE && stage_phrase(s, x->phrase)->definite;
  bool said = type && !known && type_is(type, TRAIT_BY_WORD);
  return said || (c->verb >= x->first && c->verb < x->last);
}

/* «وثق المرصد مقتل 20 مدنياً السبت في القصف»: behind an act that the verb of saying tells, its day. */
static bool behind_told(const Stage *s, const Date *d, const Clause *c) {
  enum { REACH = 24 };
  uint32_t number = s->m->c->clause_of[d->first];
  for (uint32_t i = d->first; i > c->verb + 1 && d->first - i < REACH; i--)
    if (s->m->c->clause_of[i - 1] == number && (s->scene_of_token[i - 1] != NONE || outcome_at(s, i - 1))) return true;
  return false;
}

/* «وأعلنت القوات السبت استعادة المدينة»: who announces that he took a place, struck a deal or closed a road has just
 * done it, and «أعلن مسؤول السبت التوصل إلى اتفاق» whoever announces a deal; the arrested may have been held for days.
 */
static bool tells_own_deed(const Stage *s, const Scene *x, const Clause *c) {
  if (!type_is(stage_type(s, x), TRAIT_ANNOUNCED) || c->subject == NONE || x->kind != RECORD_EVENT) return false;
  bool deal = x->phrase != NONE && type_in(stage_type(s, x), CLASS_BIT(AGREE));
  if (deal && !stage_phrase(s, x->phrase)->definite && c->sets & SET_BIT(SET_TELLING)) return true;
  const Phrase *f = stage_phrase(s, c->subject);
  for (uint32_t i = 0; i < x->agents.n; i++)
    if (x->agents.at[i].first <= f->first && f->first < x->agents.at[i].last) return true;
  return false;
}

/* «وفق ما أعلنت مصادر أمنية، الاثنين»: behind the words that say who told it. */
static bool behind_teller(const Stage *s, const Date *d) {
  enum { NAME_MOST = 10 };
  const SetMask *marks = s->m->c->marks;
  uint32_t begins = s->m->in->text->sentences[s->m->in->text->tokens[d->first].sentence].first;
  for (uint32_t i = d->first, steps = 0; i-- > begins + 1 && steps < NAME_MOST; steps++) {
    if (s->scene_of_token[i] != NONE) return false;
    if (word_best(s->m->in->words, i)->pos != POS_VERB) continue;
    bool as = word_best(s->m->in->words, i - 1)->pos == POS_RELATIVE && i - 1 > begins &&
              (marks[i - 1] | marks[i - 2]) & SET_BIT(SET_SOURCE_PREPOSITION);
    return as && classes_of_words(s, i, i + 1) & s->m->k->speech;
  }
  return false;
}

/* A date in the clause of a verb of saying, before what is said, dates the telling. */
static bool dates_the_telling(const Stage *s, const Date *d, const Scene *x) {
  if (behind_teller(s, d)) return true;
  const Clause *c = stage_clause(s, s->m->c->clause_of[d->first]);
  /* a month or a year told with a verb of saying is the deed's, too: «أعلنت في آذار 2019 هزيمة التنظيم» (announced in
   * March 2019 the defeat); a day is the telling's */
  if (c->verb == NONE || date_is_coarse(d) || c->sets & SET_BIT(SET_DECIDES) || done_by_saying(s, x, c)) return false;
  if (d->first > c->verb && behind_told(s, d, c)) return false;
  if (is_of_statement(s, c)) return x->clause != s->m->c->clause_of[d->first];
  /* «تواصل القوات السبت قصف المدينة»: a verb of going on that carries the act, though «واصل قائلاً» is one of saying */
  bool carries = s->matches->at[x->match].carrier == s->m->c->clause_of[d->first] && c->classes & s->m->k->aspect;
  if (!(c->classes & s->m->k->speech) || carries || tells_own_deed(s, x, c)) return false;
  return d->first < x->first || x->clause != s->m->c->clause_of[d->first];
}

/* «أول هجوم منذ سقوط المدينة في 2015»: the date of the fall, and not of the attack; «أول زيارة لوزير منذ 1959» (the
 * first visit of a minister since 1959): of the one before. */
static bool dates_another(const Stage *s, const Date *d, const Scene *x) {
  if (x->kind != RECORD_EVENT) return false;
  if (d->role == DATE_SINCE && s->m->c->marks[d->first] & SET_BIT(SET_SINCE)) return since_compares(s, d->first);
  return d->since != NONE && !(x->first > d->since && x->first < d->first);
}

/* «حث الحركة على تمديد الهدنة التي تنتهي الأحد، رغم هجوم …»: right behind its verb, the day that something else
 * lasts to. */
static bool dates_an_end(const Stage *s, const Date *d, const Scene *x) {
  enum { BEHIND = 2 };
  const Clause *c = stage_clause(s, s->m->c->clause_of[d->first]);
  if (c->verb == NONE || c->verb == x->token || d->first <= c->verb || d->first > c->verb + BEHIND) return false;
  return c->imperfect && c->sets & SET_BIT(SET_RUNS_TO);
}

bool scene_goes_on_since(const Stage *s, const Scene *x, const Date *d) {
  enum { NAME_MOST = 6 };
  if (x->kind != RECORD_EVENT || d->since == NONE || !type_is(stage_type(s, x), TRAIT_LASTING)) return false;
  if (!(s->m->c->marks[d->since + 1] & SET_BIT(SET_BEGINNING))) return false;
  for (uint32_t i = d->since + 2; i < d->first && i < d->since + 2 + NAME_MOST; i++) {
    uint32_t scene = scene_live(s, s->scene_of_token[i]);
    if (scene != NONE) return &s->scenes.at[scene] == x;
  }
  return false;
}

/* «سوق الخميس»: the day is a place's name. */
static bool is_place(const Stage *s, const Date *d) {
  const Mentions *m = s->m->in->mentions;
  uint32_t i = place_from(s->m->in, d->first);
  return i > 0 && m->places[i - 1].first < d->first && m->places[i - 1].last >= d->last;
}

/* «بعد أيام من الاشتباكات», «بعد أن قررت المحكمة», «رداً على هجوم»: the word that ties an act to one that came after it,
 * or was told of it; NONE. */
static uint32_t tied_as_over(const Stage *s, const Scene *x) {
  enum { STEPS_MOST = 4, REACH = 3 };
  const SetMask *marks = s->m->c->marks;
  SetMask over = SET_BIT(SET_GONE_BEFORE) | SET_BIT(SET_CONCERNING);
  if (x->phrase == NONE)
    for (uint32_t i = x->first; i > 0 && i + REACH > x->first; i--)
      if (marks[i - 1] & over) return i - 1;
  uint32_t phrase = x->phrase;
  for (uint32_t steps = 0; phrase != NONE && steps < STEPS_MOST; steps++) {
    const Phrase *f = stage_phrase(s, phrase);
    SetMask prep = f->prep == NONE ? 0 : marks[f->prep_token];
    if (prep & over) return f->prep_token;
    if (f->date != NONE && marks[f->first] & over) return f->first; /* «بعد أسابيع من المعارك» */
    bool on_days =
        prep & SET_BIT(SET_UPON) && f->up != NONE && stage_phrase(s, f->up)->date != NONE; /* «بعد أيام على» */
    if (f->prep != NONE && !(prep & SETS_AWAY) && !on_days) break;
    phrase = f->up;
  }
  return NONE;
}

/* «تقدمت القوات الأربعاء بعد اشتباكات»: they were over by Wednesday; but «قتل خمسة الأربعاء بعد انفجار» came of it. */
static bool dates_what_followed(const Stage *s, const Date *d, const Scene *x) {
  uint32_t tie = tied_as_over(s, x);
  if (tie == NONE || d->last > tie) return false;
  for (uint32_t i = d->first; i > 0 && s->m->in->text->tokens[i - 1].sentence == x->sentence; i--)
    if (outcome_at(s, i - 1)) return false;
  for (uint32_t i = d->last; i < tie; i++)
    if (outcome_at(s, i)) return false;
  return true;
}

/* «هنأهم بعيد الفطر», «بمناسبة عيد الفطر», «سوق لعيد الميلاد»: what it is for, and not when it was. */
static bool is_occasion(const Stage *s, const Date *d) {
  if (d->holiday == HOLIDAY_NONE) return false;
  if (d->holiday == HOLIDAY_GOVERNED) return true;
  uint32_t phrase = s->m->c->phrase_of[d->first];
  const Phrase *f = phrase == NONE ? NULL : stage_phrase(s, phrase);
  if (!f || f->link != LINK_IDAFA || f->up == NONE) return false;
  const Phrase *of = stage_phrase(s, f->up);
  if (of->head == NONE || s->scene_of_token[of->head] != NONE) return false; /* «دعا لمظاهرات يوم الأرض» */
  return of->prep == s->m->g->prep_bi || of->prep == s->m->g->prep_li;
}

/* «تأتي الزيارة بعد جولة للأمير في ديسمبر» (the visit comes after a tour by the emir in December): behind an act that
 * this one came after, a month, a year or a day by its number is that act's; «بعد انفجار الثلاثاء» may be of both, but
 * «الضربات التي جاءت بعد اتصال بين الرئيسين الأربعاء» not. */
static bool dates_what_was_before(const Stage *s, const Date *d, const Scene *x) {
  enum { REACH = 24 };
  const SetMask over = SET_BIT(SET_GONE_BEFORE) | SET_BIT(SET_AFTER); /* not «بموجب», nor «جراء» */
  if (x->kind != RECORD_EVENT || d->role != DATE_POINT || d->first < x->last || d->first > x->last + REACH)
    return false;
  const uint32_t talks = CLASS_BIT(CONSULT) | CLASS_BIT(AGREE);
  bool weekday = d->relative && !date_is_coarse(d), force = !type_in(stage_type(s, x), talks);
  for (uint32_t i = d->first, other = NONE; i-- > x->last;) {
    uint32_t scene = scene_live(s, s->scene_of_token[i]);
    if (scene != NONE && &s->scenes.at[scene] != x) other = scene;
    if (stage_is_verb(s, i)) return false;
    if (other == NONE || (s->m->c->marks[i] & over) != over) continue;
    bool its = s->scenes.at[other].first == i + 1; /* «بعد ساعات من زيارة … الأربعاء»: the same day */
    return !weekday || (its && force && type_in(stage_type(s, &s->scenes.at[other]), talks));
  }
  return false;
}

/* «… وقف هجماتها، وفي يناير أعلنت هدنة»: joined by «و» behind the act, and right before a verb, it is that verb's. */
static bool opens_next(const Stage *s, const Date *d, const Scene *x) {
  if (d->first <= x->last || d->last >= s->m->in->text->ntokens || !stage_is_verb(s, d->last)) return false;
  const Words *words = s->m->in->words;
  uint32_t begins = d->first > 0 && word_best(words, d->first - 1)->pos == POS_PREP ? d->first - 1 : d->first;
  const Reading *r = word_best(words, begins);
  bool comma = begins > 0 && s->m->in->text->tokens[begins - 1].kind == TOKEN_PUNCT;
  return comma && r->clitics & CLITIC_CONJ && d->last != x->token;
}

/* «أدينوا بقتل شرطيين عام 2015»: behind the deed that an arrest or a verdict is for, a month or a year is that deed's.
 */
static bool dates_the_charge(const Stage *s, const Date *d, const Scene *x) {
  enum { REACH = 12 };
  if (!type_is(stage_type(s, x), TRAIT_JUSTICE) || !date_is_coarse(d)) return false;
  if (d->first < x->last || d->first > x->last + REACH) return false;
  for (uint32_t i = x->last; i < d->first; i++) {
    uint32_t scene = scene_live(s, s->scene_of_token[i]);
    const Scene *other = scene == NONE ? NULL : &s->scenes.at[scene];
    if (other && other != x && type_in(stage_type(s, other), CLASS_BIT(ASSAULT)) && act_charged(s, other)) return true;
  }
  return false;
}

static bool date_serves(const Stage *s, const Date *d, const Scene *x) {
  if (dates_the_charge(s, d, x)) return false;
  if (is_place(s, d) || is_occasion(s, d) || opens_next(s, d, x)) return false;
  if (d->last <= x->first && act_charged(s, x)) return false; /* «اعتقلت الشرطة الثلاثاء رجلاً بتهمة قتل زوجته» */
  if (d->role == DATE_DURATION || d->role == DATE_HABIT || !d->edtf.n || dates_another(s, d, x)) return false;
  if (dates_what_followed(s, d, x) || dates_what_was_before(s, d, x)) return false;
  return !dates_the_telling(s, d, x) && !dates_an_end(s, d, x);
}

/* Told in another clause, a date is the act's from near by only; and «منذ صباح أمس» (since yesterday morning) is of
 * what went on since. */
static bool reaches(const Date *d, const Scene *x) {
  enum { AHEAD = 9, BEHIND = 30 };
  if (d->role == DATE_SINCE) return false;
  return d->first < x->first ? d->last + AHEAD > x->first : d->first < x->last + BEHIND;
}

/* «قتل ثمانية خلال مظاهرات اندلعت الجمعة»: a clause on what the act came about in. */
static bool on_what_it_was_in(const Stage *s, const Scene *x, const Clause *c) {
  const Phrase *f = c->head == NONE ? NULL : stage_phrase(s, c->head);
  if (!f || f->prep == NONE || f->clause != x->clause) return false;
  SetMask preposition = s->m->c->marks[f->prep_token];
  return preposition & SET_BIT(SET_ALONGSIDE) && !(preposition & SET_BIT(SET_AFTER));
}

/* «هدد التنظيم، الذي سيطر على المدينة عام 2014، بشن هجمات»: in a clause that tells of something named beside the act,
 * and has an act of its own. */
static bool of_other_relative(const Stage *s, const Date *d, const Scene *x) {
  const Match *match = &s->matches->at[x->match];
  uint32_t number = s->m->c->clause_of[d->first];
  if (number == x->clause || number == match->carrier || number == match->relative) return false;
  const Clause *c = stage_clause(s, number);
  if (c->kind != CLAUSE_RELATIVE || d->first < x->last || on_what_it_was_in(s, x, c)) return false;
  for (uint32_t i = c->first; i < d->first; i++) {
    uint32_t scene = scene_live(s, s->scene_of_token[i]);
    if (scene == NONE || &s->scenes.at[scene] == x) continue;
    const Scene *other = &s->scenes.at[scene];
    if (other->token == c->verb || s->matches->at[other->match].carrier == number) return true;
  }
  return false;
}

/* `owned`: by date, whether it is told in another act's own clause; NULL: it does not matter. `far`: what does not
 * reach the act serves, too. */
static uint32_t find_date(const Stage *s, const Scene *x, Scope scope, const bool *owned, bool far) {
  const Dates *dates = s->m->in->dates;
  uint32_t from = date_from(s->m->in, x->first);
  for (uint32_t i = from; i < dates->n && dates->at[i].first < scope.last; i++)
    if (date_serves(s, &dates->at[i], x) && !(owned && owned[i]) && !of_other_relative(s, &dates->at[i], x) &&
        (far || reaches(&dates->at[i], x)))
      return i;
  for (uint32_t i = from; i-- > 0 && dates->at[i].first >= scope.first;)
    if (date_serves(s, &dates->at[i], x) && (far || reaches(&dates->at[i], x))) return i;
  return NONE;
}

/* «قبل أيام», «خلال السنوات الماضية»: it is said when, if not on which day, so that no other date is the act's. */
static bool dated_vaguely(const Stage *s, Scope scope) {
  const Dates *dates = s->m->in->dates;
  for (uint32_t i = date_from(s->m->in, scope.first); i < dates->n && dates->at[i].first < scope.last; i++)
    if (!dates->at[i].edtf.n && (dates->at[i].role == DATE_POINT || dates->at[i].role == DATE_SPAN)) return true;
  return false;
}

/* «قُتل رجل وأصيب ثلاثة السبت جراء …»: the clause of an outcome of the act, which goes on from its own. */
static uint32_t find_outcome_date(const Stage *s, const Scene *x) {
  for (uint32_t i = 0; i < x->effects.n; i++) {
    uint32_t number = s->m->c->clause_of[x->effects.at[i].token];
    const Clause *c = stage_clause(s, number);
    if (number == x->clause || c->kind != CLAUSE_COORDINATE || c->up != x->clause) continue;
    uint32_t date = find_date(s, x, (Scope){c->first, c->last}, NULL, false);
    if (date != NONE) return date;
  }
  return NONE;
}

/* The day that such a clause tells; a month would be that of a beginning; NONE. */
static uint32_t find_date_it_was_in(const Stage *s, const Scene *x) {
  enum { CLAUSES_AHEAD = 3 };
  for (uint32_t i = x->clause + 1; i < s->m->c->nclauses && i <= x->clause + CLAUSES_AHEAD; i++) {
    const Clause *c = stage_clause(s, i);
    if (c->sentence != x->sentence) return NONE;
    if (c->kind != CLAUSE_RELATIVE || !on_what_it_was_in(s, x, c)) continue;
    uint32_t date = find_date(s, x, (Scope){c->first, c->last}, NULL, false);
    return date != NONE && date_is_day(&s->m->in->dates->at[date]) ? date : NONE;
  }
  return NONE;
}

/* The date that ends right before a word that opens a clause («في 14 مايو، حين»); NONE. */
static uint32_t date_before_when(const Stage *s, uint32_t at) {
  const Dates *dates = s->m->in->dates;
  SetMask marks = s->m->c->marks[at];
  if (!(marks & SET_BIT(SET_WHEN)) || marks & SET_BIT(SET_AFTER)) return NONE;
  if (at && token_sign(s->m->in->text, at - 1) == ',') at--;
  uint32_t i = date_from(s->m->in, at);
  if (!i || dates->at[i - 1].last != at) return NONE;
  const Date *d = &dates->at[i - 1];
  return d->from.year && d->role <= DATE_SINCE && !is_occasion(s, d) ? i - 1 : NONE;
}

/* «بلغت ذروتها في 14 مايو، حين قتل 61» (they peaked on 14 May, when 61 were killed): it is the act's, whatever else is
 * dated in its clause. */
static uint32_t date_it_was_when(const Stage *s, const Scene *x) {
  uint32_t clauses[] = {x->clause, s->matches->at[x->match].carrier};
  for (size_t i = 0; i < 2; i++) {
    if (clauses[i] == NONE) continue;
    const Clause *c = stage_clause(s, clauses[i]);
    uint32_t date = date_before_when(s, c->first);
    if (date == NONE && c->verb != NONE && c->verb > c->first) date = date_before_when(s, c->verb - 1);
    if (date == NONE && c->verb == c->first && c->first) date = date_before_when(s, c->first - 1);
    if (date != NONE) return date;
  }
  return NONE;
}

static void put_own_date(const Stage *s, Scene *x, bool *owned) {
  Scope scope = clause_scope(s, x);
  uint32_t when = date_it_was_when(s, x);
  x->date = when != NONE ? when : find_date(s, x, scope, NULL, true);
  x->from_start = when != NONE && s->m->in->dates->at[when].role == DATE_SINCE;
  if (x->date == NONE) x->date = find_outcome_date(s, x);
  if (x->date == NONE) x->date = find_date_it_was_in(s, x);
  for (uint32_t i = x->date; i != NONE && i < s->m->in->dates->n; i++) { /* «العام الماضي … في 12 تشرين الأول» */
    const Date *d = &s->m->in->dates->at[i];
    if (d->first >= scope.last) break;
    if (date_serves(s, d, x) && date_refines(d, &s->m->in->dates->at[x->date])) {
      x->date = i;
      x->from_start = false;
    }
  }
  x->own_date = x->date != NONE;
  if (x->own_date && x->date != when) owned[x->date] = true; /* the clause before it has it, too */
  x->vague_date = !x->own_date && dated_vaguely(s, scope);
}

/* «تدخل التحالف في آذار 2015 بعدما سيطر المتمردون على…»: what had gone before is not of that day. */
static bool went_before(const Stage *s, const Scene *x, const Date *d) {
  SetMask after = SET_BIT(SET_AFTER);
  if (s->m->in->text->tokens[d->first].sentence != x->sentence) return false;
  for (uint32_t i = d->last; i < x->first; i++)
    if (s->m->c->marks[i] & after && s->m->c->clause_of[i] != s->m->c->clause_of[d->first]) return true;
  return false;
}

/* «أحرزت القوات الأربعاء تقدماً … وحررت قرى»: a verb that goes on with the doer of one whose day is told. */
static bool goes_on_from_dated(const Stage *s, const Scene *x, const Date *d) {
  enum { JOINED_MOST = 3 };
  if (x->phrase != NONE || !date_is_day(d)) return false;
  const Match *match = &s->matches->at[x->match];
  const Clause *c = stage_clause(s, match->carrier != NONE ? match->carrier : x->clause);
  for (uint32_t steps = 0; steps < JOINED_MOST; steps++) {
    if (c->kind != CLAUSE_COORDINATE || c->own_subject || c->up == NONE) return false;
    if (c->up == s->m->c->clause_of[d->first]) return true;
    c = stage_clause(s, c->up);
  }
  return false;
}

/* A date elsewhere in the sentence is the act's if it stands before it, or if no other act
 * behind it has it for its own: «علقت الشحنات بعد هجوم … وأعلنت في 31 تموز هدنة». */
static void put_date(const Stage *s, Scene *x, const bool *owned) {
  if (x->own_date || x->vague_date) return;
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  Scope scope = {sentence->first, sentence->last};
  x->date = find_date(s, x, scope, owned, false);
  if (x->date != NONE) return;
  x->date = find_date(s, x, scope, owned, true);
  x->far_date = x->date != NONE && !goes_on_from_dated(s, x, &s->m->in->dates->at[x->date]);
}

/* The day of the statement: of two reports of one statement the later is no update. */
static void put_said(const Stage *s, Scene *x) {
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  const Dates *dates = s->m->in->dates;
  for (uint32_t i = date_from(s->m->in, sentence->first); i < dates->n && dates->at[i].first < sentence->last; i++) {
    const Date *d = &dates->at[i];
    if (i == x->date || !d->edtf.n || d->role != DATE_POINT || is_occasion(s, d) || !dates_the_telling(s, d, x))
      continue;
    x->said = i;
    return;
  }
}

/* A number of acts added up over a stretch of time is a tally. */
static void settle_kind(const Stage *s, Scene *x) {
  enum { ACTS_LEAST = 3, DAYS_ON = 5 };
  if (x->kind != RECORD_EVENT || !x->count.set || x->count.min < ACTS_LEAST) return;
  if (x->date == NONE) return;
  const Date *d = &s->m->in->dates->at[x->date];
  bool months = d->from.year != d->to.year || d->from.month != d->to.month || d->to.day > d->from.day + DAYS_ON;
  if (d->role == DATE_SPAN || d->role == DATE_SINCE || months) x->kind = RECORD_TALLY;
}

/* «قُتل جندي … واعتقلت القوات …»: of force, which comes in turns. */
static bool goes_along(const TypeRow *type) {
  return type_in(type, CLASS_BIT(ASSAULT) | CLASS_BIT(COERCE) | CLASS_BIT(TERRITORY) | CLASS_BIT(PROTEST) |
                           CLASS_BIT(ACCIDENT));
}

/* «شن الجيش السبت هجوماً … كما دمر الطيران دبابة» (attacked on Saturday; the air force also destroyed
 * a tank): what goes on to tell of acts of the same class, right behind, is of that day. */
static void inherit_day(const Stage *s, uint32_t at) {
  enum { BEHIND_MOST = 2 };
  Scene *x = &s->scenes.at[at];
  const TypeRow *type = stage_type(s, x);
  if (!type || x->date != NONE || x->vague_date || x->kind != RECORD_EVENT || !str_eq(x->stance, STR("asserted")))
    return;
  for (uint32_t k = at, steps = 0; k-- > 0 && steps < SCENES_NEAR; steps++) {
    const Scene *before = &s->scenes.at[k];
    if (x->sentence > before->told + BEHIND_MOST) return;
    const TypeRow *other = stage_type(s, before);
    if (!scene_gives(before) || before->sentence >= x->sentence || !other) continue;
    bool near = x->sentence <= before->told + 1 && goes_along(other) && goes_along(type);
    if (other->class != type->class && !near) continue;
    if (before->date == NONE) return;
    if (date_is_day(&s->m->in->dates->at[before->date]) && str_eq(before->stance, x->stance)) x->date = before->date;
    return;
  }
}

/* «قتل ألف مدني منذ آذار فيما أصيب أربعة آلاف» (a thousand civilians have been killed since March, and four thousand
 * hurt): what one sentence counts has been counted since the same day. */
static void share_beginning(const Stage *s, uint32_t at) {
  Scene *x = &s->scenes.at[at];
  if (x->kind != RECORD_FIGURE || x->merged != NONE || x->dropped || x->date != NONE || x->vague_date) return;
  uint32_t from = at > SCENES_NEAR ? at - SCENES_NEAR : 0;
  for (uint32_t i = from; i < s->scenes.n && i < at + SCENES_NEAR; i++) {
    const Scene *other = &s->scenes.at[i];
    if (other->kind != RECORD_FIGURE || other->sentence != x->sentence || other->merged != NONE || other->dropped)
      continue;
    if (other->date == NONE || !other->own_date) continue;
    const Date *d = &s->m->in->dates->at[other->date];
    if (d->role == DATE_SINCE || d->since != NONE) {
      x->date = other->date;
      return;
    }
  }
}

void scenes_inherit_days(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++)
    if (s->scenes.at[i].far_date) s->scenes.at[i].date = NONE;
  for (uint32_t i = 0; i < s->scenes.n; i++)
    if (scene_is_news(&s->scenes.at[i])) inherit_day(s, i);
  for (uint32_t i = 0; i < s->scenes.n; i++) share_beginning(s, i);
  for (uint32_t i = 0; i < s->scenes.n; i++) { /* once it has told tellings apart */
    Scene *x = &s->scenes.at[i];
    if (x->date != NONE && !x->own_date && went_before(s, x, &s->m->in->dates->at[x->date])) x->date = NONE;
  }
}

void scenes_date(Stage *s) {
  bool *owned = ARENA_ARRAY(s->arena, bool, s->m->in->dates->n + 1);
  if (!owned) return;
  for (uint32_t i = 0; i < s->scenes.n; i++)
    if (s->scenes.at[i].merged == NONE) put_own_date(s, &s->scenes.at[i], owned);
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged != NONE) continue;
    put_date(s, x, owned);
    put_said(s, x);
    settle_kind(s, x);
  }
}
