/* Whom an outcome befell, and how many.
 *
 *   «قتل فلان وفلان وثلاثة آخرون»      those told by name are counted by their names
 *   «بينهم ثلاثة أطفال»                 a subset, told apart and never added
 *   «دون وقوع إصابات»                   none, which is told, too */
#include "code/outcome/effect.h"

#include <math.h>

#include "code/clause/near.h"
#include "code/match/condition.h"
#include "code/match/taken_up.h"
#include "code/outcome/subset.h"
#include "code/scene/counted.h"
#include "code/scene/harm.h"
#include "code/scene/people.h"

/* ---------------------------------------------------------------- none of them */

bool outcome_denied(const Stage *s, const Match *x, uint32_t victim) {
  if (marked_before(s->m, x->first, SET_NEGATION, x->phrase == NONE ? 2 : 3)) return true;
  if (x->phrase == NONE) return false;
  Count own = count_of_phrase(s, x->phrase);
  if (own.set && own.max <= 0) return true; /* «لم يتم تسجيل أي إصابات» */
  if (!s->m->g->frames[x->frame].n[ROLE_VICTIM] && none_reported(s->m, x)) return true;
  if (victim != NONE && marked_before(s->m, stage_phrase(s, victim)->first, SET_NEGATION, 2)) return true;
  return none_came_of_it(s->m, x);
}

/* ---------------------------------------------------------------- one outcome */

static bool same_count(const Count *a, const Count *b) {
  return a->set == b->set && a->min == b->min && a->max == b->max;
}

/* «قنبلة أنبوبية وقنبلة يدوية», «جندي روسي وجندي تركي»: joined, and each of a kind of its own. */
static bool of_two_kinds(const Stage *s, const Phrase *x, const Phrase *y) {
  if (y->link != LINK_CONJ || x->lemma != y->lemma || x->head == NONE || y->head == NONE) return false;
  if (!x->adjectives || !y->adjectives || x->definite || y->definite) return false;
  return word_best(s->m->in->words, x->head + 1)->lemma != word_best(s->m->in->words, y->head + 1)->lemma;
}

/* «دبابة وعربة»: one each, and not the same one. */
static bool others(const Stage *s, const Effect *a, const Effect *b) {
  if (a->phrase == NONE || b->phrase == NONE || a->phrase == b->phrase) return false;
  const Phrase *x = stage_phrase(s, a->phrase), *y = stage_phrase(s, b->phrase);
  if (stage_clause(s, x->clause)->sentence != stage_clause(s, y->clause)->sentence) return false;
  return of_two_kinds(s, x, y) || (x->lemma != y->lemma && !parts_alike(s, a->of, b->of));
}

/* «سقط خمسة من المسلحين قتلى»: what they were when they fell, and no others. */
static bool predicate_of(const Stage *s, const Effect *known, const Effect *told) {
  if (told->count.set || told->phrase == NONE || known->phrase == NONE || !known->count.set) return false;
  const Phrase *a = stage_phrase(s, known->phrase), *b = stage_phrase(s, told->phrase);
  return a->clause == b->clause && b->classes & s->m->k->victim && !(a->classes & s->m->k->victim) && b->prep == NONE &&
         b->link != LINK_CONJ && b->last == b->first + 1;
}

/* Does `told` say no more than what is known already? */
static bool known_already(const Stage *s, const Effects *list, const Effect *told) {
  for (uint32_t i = 0; i < list->n; i++) {
    const Effect *e = &list->at[i];
    if (!str_eq(e->what, told->what)) continue;
    if ((told->phrase == NONE && !told->count.set) || predicate_of(s, e, told)) return true;
    if (same_count(&e->count, &told->count) && !others(s, e, told)) return true;
    if (told->phrase != NONE && e->phrase == told->phrase) return true;
  }
  return false;
}

/* «مقتل واعتقال 25 مسلحاً», «قتلت وأسرت 800 منهم»: of so many nobody says how many are dead. */
static bool killed_or_caught(Effects *list, const Effect *e) {
  bool caught = str_eq(e->what, STR("arrested"));
  if (e->phrase == NONE || !e->count.set || e->count.min < 2 || !(caught || str_eq(e->what, STR("killed"))))
    return false;
  for (uint32_t i = 0; i < list->n; i++) {
    Effect *known = &list->at[i];
    bool same = known->phrase == e->phrase && same_count(&known->count, &e->count); /* «مقتل 13 واعتقال 92 عنصراً» */
    if (!same || !str_eq(known->what, caught ? STR("killed") : STR("arrested"))) continue;
    known->what = STR("neutralised");
    return true;
  }
  return false;
}

/* «مقتل مهاجمين … مقتل اثنين من المهاجمين»: told as open, and as closed. */
static bool told_closer(const Stage *s, Effects *list, const Effect *told) {
  for (uint32_t i = 0; i < list->n; i++) {
    Effect *known = &list->at[i];
    if (effect_closes(s, told, known)) return true;
    if (!effect_closes(s, known, told)) continue;
    known->count = told->count;
    return true;
  }
  return false;
}

static void push_effect(Stage *s, uint32_t scene, Effect e) {
  Effects *list = &s->scenes.at[scene].effects;
  if (!told_closer(s, list, &e) && !killed_or_caught(list, &e) && !known_already(s, list, &e))
    vec_push(list, s->arena, e);
}

static void add_effect(Stage *s, uint32_t scene, const Match *x, Effect e) {
  const Str told = e.what;
  e.token = x->token;
  if (!harm_settle(s, &s->scenes.at[scene].effects, x, &e)) return;
  bool apart = harm_uncounted(&e) && !str_eq(e.what, told); /* «استشهاد وإصابة عدد من الجنود»: some of them each */
  if (apart) {
    e.what = STR("killed");
    push_effect(s, scene, e);
    e.what = STR("injured");
  }
  push_effect(s, scene, e);
}

/* «قتل مدنيين وإصابة ثالث»: where a third is told behind them, they were two. */
static bool third_behind(const Stage *s, uint32_t phrase) {
  enum { THIRD_NEAR = 8 };
  const Numbers *numbers = s->m->in->numbers;
  uint32_t last = stage_phrase(s, phrase)->last;
  uint32_t end = s->m->in->text->sentences[s->m->in->text->tokens[last - 1].sentence].last;
  for (uint32_t i = number_from(s->m->in, last); i < numbers->n && numbers->at[i].first < end; i++) {
    const Number *n = &numbers->at[i];
    if (n->first >= last + THIRD_NEAR) break;
    if (n->kind == NUMBER_ORDINAL && n->min >= 3 && n->min <= 3) return true;
  }
  return false;
}

/* «شخص واحد على الأقل», «جندي على الأقل»: one, and maybe more. */
static bool one_at_least(const Stage *s, const Victim *v) {
  const Phrase *f = stage_phrase(s, v->counted);
  const Text *text = s->m->in->text;
  if (!count_is_one(v->count) || f->person != NONE || f->definite) return false;
  uint32_t i = f->last;
  if (i < text->ntokens && word_best(s->m->in->words, i)->pos == POS_NUMERAL) i++;
  if (token_sign(text, i) == ',') i++;
  return i + 1 < text->ntokens && s->m->c->marks[i + 1] & SET_BIT(SET_LEAST) &&
         word_best(s->m->in->words, i)->pos == POS_PREP;
}

static Effect effect_of_victim(const Stage *s, const Match *x, const Victim *v) {
  Effect e = {.what = s->m->g->frames[x->frame].what, .phrase = v->phrase, .count = v->count};
  if (v->counted != NONE && match_counted_by_form(s->m, v->counted) && third_behind(s, v->counted)) e.count.max = 2;
  if (v->counted != NONE && one_at_least(s, v)) e.count.max = INFINITY;
  if (v->phrase != NONE) e.of = part_of_phrase(s, v->phrase);
  if (v->counted != NONE) e.subset = marked_before(s->m, stage_phrase(s, v->counted)->first, SET_SUBSET, 2);
  return e;
}

/* ---------------------------------------------------------------- several */

static bool told_by_name(const Stage *s, uint32_t phrase) { return stage_phrase(s, phrase)->person != NONE; }

/* «فلان وفلان وقياديان آخران»: names, and those who are counted as more of them, are one. */
static uint32_t add_named(Stage *s, uint32_t scene, const Match *x, const Fillers *victims) {
  Effect e = {.what = s->m->g->frames[x->frame].what, .phrase = victims->at[0], .count = {0, 0, true, false}};
  uint32_t n = 0;
  for (; n < victims->n; n++) {
    uint32_t phrase = victims->at[n];
    Victim v = victim_of(s, phrase);
    bool more = n > 0 && v.count.set && told_as_others(s, phrase);
    if (!told_by_name(s, phrase) && !more) break;
    e.count.min += v.count.min;
    e.count.max += v.count.max;
    if (n && told_by_name(s, phrase)) scene_add_named(s, &s->scenes.at[scene], part_of_phrase(s, phrase), e.what);
  }
  e.of = part_of_phrase(s, e.phrase);
  add_effect(s, scene, x, e);
  return n;
}

/* «ثلاثة جنود هم محمد علي وسالم أحمد»: nothing but the pronoun stands between. */
static bool behind_pronoun(const Stage *s, const Phrase *name, uint32_t last) {
  if (name->first == 0 || name->first < last || name->first > last + 2) return false;
  return word_best(s->m->in->words, name->first - 1)->pos == POS_PRONOUN;
}

/* «الإرهابيين أحمد علي ومحمود سعيد»: as many as are named; each of them is told by name. */
static uint32_t names_behind(Stage *s, uint32_t scene, uint32_t phrase, Str fate) {
  enum { NAMES_NEAR = 10 };
  const Clauses *c = s->m->c;
  uint32_t first = phrase + 1, n = 0;
  bool beside = first < c->nphrases && stage_phrase(s, first)->person != NONE && stage_phrase(s, first)->up == phrase;
  if (told_by_name(s, phrase)) { /* «كل من أحمد علي ومحمود سعيد» */
    first = phrase;
  } else if (!beside) {
    uint32_t last = part_of_phrase(s, phrase).last;
    while (first < c->nphrases && stage_phrase(s, first)->first < last) first++;
    if (first >= c->nphrases || stage_phrase(s, first)->person == NONE) return 0;
    if (!behind_pronoun(s, stage_phrase(s, first), last)) return 0;
  }
  for (uint32_t i = first; i < c->nphrases && i < first + NAMES_NEAR; i++) {
    const Phrase *f = stage_phrase(s, i);
    if (i > first && (f->link != LINK_CONJ || f->person == NONE)) break;
    scene_add_named(s, &s->scenes.at[scene], part_of_phrase(s, i), fate);
    n++;
  }
  return n;
}

/* Things joined without a number of their own («أسلحة وذخائر») are one more outcome. */
static bool one_more(const Victim *v, const Effect *last, bool people) {
  if (v->phrase == NONE) return false;
  if (v->count.set) return true;
  return !people && last->count.set;
}

/* «145 ملجأ ووكراً», «30 جندياً وشرطياً»: from eleven on the number counts all that «و» joins to its singular. */
static bool counted_together(const Stage *s, const Effect *last, const Victim *v) {
  enum { SINGULAR_FROM = 11, JOINED_MOST = 6 };
  if (last->phrase == NONE || v->phrase == NONE || v->phrase <= last->phrase) return false;
  if (v->phrase > last->phrase + JOINED_MOST) return false;
  for (uint32_t i = last->phrase + 1; i < v->phrase; i++) /* «معمل ومصنع وورشة» */
    if (stage_phrase(s, i)->link != LINK_CONJ || stage_phrase(s, i)->number != NONE) return false;
  const Phrase *a = stage_phrase(s, last->phrase), *b = stage_phrase(s, v->phrase);
  if (a->number == NONE || a->head == NONE || b->number != NONE || b->link != LINK_CONJ || b->definite) return false;
  if (!last->count.set || last->count.min < SINGULAR_FROM || b->person != NONE || b->head == NONE) return false;
  const Reading *x = word_best(s->m->in->words, a->head), *y = word_best(s->m->in->words, b->head);
  return x->number == NUMBER_SINGULAR && y->number == NUMBER_SINGULAR && !a->plural && !b->plural;
}

/* «امرأة وحفيدتها», «هدى ووالدتها»: kin told by him or her before, and counted with them. */
static bool told_as_kin(const Stage *s, const Effect *last, const Victim *v) {
  if (v->phrase == NONE || last->phrase == NONE || !last->count.set || isinf(last->count.max)) return false;
  const Phrase *f = stage_phrase(s, v->phrase);
  bool one = count_is_one(v->count) && f->number == NONE;
  return one && f->link == LINK_CONJ && f->classes & s->m->k->kin && stage_phrase(s, last->phrase)->number == NONE;
}

/* «سبعة متهمين في الفلوجة، وثلاثة في الموصل»: so many more of those told last, elsewhere. */
static bool more_elsewhere(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  if (f->head != NONE || f->number == NONE || f->link != LINK_CONJ || phrase + 1 >= s->m->c->nphrases) return false;
  const Phrase *where = stage_phrase(s, phrase + 1);
  return where->place != NONE && where->link == LINK_PREP && where->up == phrase;
}

/* Can it be killed, arrested, freed? «إصابة الأهداف», «تأجيل المحاولة» befall nobody. */
static bool befalls(const Stage *s, const Victim *v) {
  if (v->phrase == NONE) return true;
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, v->phrase);
  const ClassSet things = k->unit | k->building | k->vehicle; /* «تبعد 60 كلم», «أصيب منزلان» */
  if (f->number != NONE) return f->head == NONE || !f->classes || f->classes & ~things;
  if (f->actor != NONE || f->person != NONE) return true;
  if (f->place != NONE && v->counted != NONE && stage_phrase(s, v->counted)->number != NONE)
    return true;                                                  /* «ثلاثة من مالي» */
  for (uint32_t i = f->head; f->head != NONE && i < f->last; i++) /* «أصيب عدد آخر» */
    if (i > f->head && s->m->c->marks[i] & SET_BIT(SET_OTHERS) && s->m->c->marks[f->head] & SET_BIT(SET_SOME_OF))
      return true;
  ClassSet people = k->person | k->civilian | k->child | k->woman | k->fighter | k->security | k->official | k->leader |
                    k->victim | k->group | k->force | k->kin | k->informant | k->spokesman;
  if (f->classes) return (f->classes & people) != 0;
  /* a word that nobody knows may be a name; an adjective is none */
  bool others = f->head != NONE && s->m->c->marks[f->head] & SET_BIT(SET_OTHERS);
  return others || f->head == NONE || word_best(s->m->in->words, f->head)->pos != POS_ADJ;
}

/* «خطط لهجمات باريس»: an attack that is known came about. */
static bool known_attack(const Stage *s, const Phrase *f, uint32_t complement) {
  if (!(f->classes & (s->m->k->event | s->m->k->deed)) || f->classes & (s->m->k->plan | s->m->k->artillery))
    return false;
  return f->definite || (complement != NONE && stage_phrase(s, complement)->link == LINK_IDAFA);
}

/* People are not foiled, nor is an attack that came about. */
static bool may_be_foiled(const Stage *s, const Match *x, uint32_t phrase) {
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, phrase);
  if (f->pronoun && !(f->classes & k->plan)) return false; /* «كان ينوي تنفيذه» */
  if (f->classes & (k->person | k->fighter | k->civilian) || f->person != NONE) return false;
  bool stopped = s->m->c->marks[x->token] & SET_BIT(SET_FOILED); /* «أحبطت محاولة تفجير السوق»: it did not come about */
  return stopped || !known_attack(s, f, victim_complement(s, phrase));
}

/* «أحرق شقيقه»: people are not destroyed, nor seized. */
static bool befalls_things(const Stage *s, const Match *x, const Victim *v) {
  Str what = s->m->g->frames[x->frame].what;
  if (v->phrase == NONE || !STR_IN(what, "destroyed", "seized", "foiled")) return true;
  if (str_eq(what, STR("foiled"))) return may_be_foiled(s, x, v->phrase);
  const EngineClasses *k = s->m->k;
  const Phrase *f = stage_phrase(s, v->phrase);
  const ClassSet people = k->person | k->civilian | k->child | k->woman | k->kin;
  return !(f->classes & people) || f->classes & (k->building | k->position | k->vehicle | k->weapon);
}

/* «النصرة»: a name with the article that nobody knows is not one man; «زودتها بالسلاح»: a stuff, and not one of them.
 */
static void doubt_count(const Stage *s, Effect *e) {
  if (e->phrase == NONE) return;
  const Phrase *f = stage_phrase(s, e->phrase);
  if (str_eq(e->what, STR("given")) && f->definite && f->number == NONE) e->count = (Count){0};
  if (!effect_of_people(e->what)) return;
  bool one = count_is_one(e->count) && f->number == NONE && f->person == NONE;
  bool marked = f->head != NONE && s->m->c->marks[f->head] & (SET_BIT(SET_ONE_OF) | SET_BIT(SET_OTHERS));
  bool article = f->head != NONE && word_best(s->m->in->words, f->head)->clitics & CLITIC_AL;
  if (one && article && !f->classes && !marked) e->count = (Count){0};
}

/* «فجر انتحاري نفسه ما أدى إلى مقتله»: the one who did it, where the noun's pronoun can only be his. */
static void add_doer(Stage *s, uint32_t scene, const Match *x) {
  if (x->phrase == NONE || !stage_phrase(s, x->phrase)->pronoun) return;
  const Scene *act = &s->scenes.at[scene];
  uint32_t clause = act->phrase == NONE ? act->clause : NONE;
  if (act->alone || clause == NONE || act->sentence != s->m->in->text->tokens[x->token].sentence) return;
  const Clause *c = stage_clause(s, clause);
  uint32_t who = c->subject != NONE ? c->subject : c->lone;
  if (who == NONE || stage_phrase(s, who)->plural || stage_phrase(s, who)->number != NONE) return;
  if (!(stage_phrase(s, who)->classes & (s->m->k->person | s->m->k->fighter))) return;
  bool his = enclitic_number(word_best(s->m->in->words, x->token)) == NUMBER_SINGULAR;
  Effect e = {.what = s->m->g->frames[x->frame].what, .phrase = who, .count = {1, 1, true, false}};
  e.of = part_of_phrase(s, who);
  if (his) add_effect(s, scene, x, e);
}

/* «استهدفت الطائرات غرفة عمليات وتم تدميرها»: the things aimed at, which the noun's pronoun takes up. */
static void add_aimed_at(Stage *s, uint32_t scene, const Match *x) {
  Str what = s->m->g->frames[x->frame].what;
  if (x->phrase == NONE || !stage_phrase(s, x->phrase)->pronoun || effect_of_people(what)) return;
  const EngineClasses *k = s->m->k;
  const ClassSet things =
      k->building | k->position | k->vehicle | k->weapon | k->explosive | k->artillery | k->aircraft;
  const Scene *act = &s->scenes.at[scene];
  if (act->alone || act->effects.n || act->sentence + 1 < s->m->in->text->tokens[x->token].sentence) return;
  for (uint32_t i = 0; i < act->targets.n; i++) {
    Part target = act->targets.at[i];
    if (target.phrase == NONE || !(stage_phrase(s, target.phrase)->classes & things)) continue;
    Effect e = {.what = what, .phrase = target.phrase, .count = count_of_phrase(s, target.phrase), .of = target};
    add_effect(s, scene, x, e);
  }
}

/* The word whose pronoun stands for those it befell: «اعتقلته», «القبض عليه», «مقتله»; NONE. */
static uint32_t word_with_pronoun(const Stage *s, const Match *x) {
  enum { PREP_NEAR = 3 };
  const Clause *c = stage_clause(s, x->clause);
  bool governed = role_by_pronoun(s->m, x, ROLE_VICTIM);
  for (uint32_t k = x->last; governed && k < c->last && k < x->last + PREP_NEAR; k++) {
    const Reading *r = word_best(s->m->in->words, k);
    if (r->pos == POS_PREP && r->enclitic) return k;
  }
  if (x->phrase == NONE) return c->object_pronoun && c->verb == x->token ? x->token : NONE;
  const Phrase *f = stage_phrase(s, x->phrase);
  for (uint32_t k = f->first; f->pronoun && k < f->last; k++)
    if (word_best(s->m->in->words, k)->enclitic) return k;
  return NONE;
}

/* «تم القبض عليه»: one, whoever he is; «اعتقلتهما»: two. But the one of «إثر إصابته» (of his wound) may be told as
 * killed. */
static void add_taken_up(Stage *s, uint32_t scene, const Match *x) {
  Str what = s->m->g->frames[x->frame].what;
  uint32_t word = word_with_pronoun(s, x);
  const Scene *act = &s->scenes.at[scene];
  if (word == NONE || act->token != x->token || act->effects.n || !effect_of_people(what)) return;
  Count count = count_of_pronoun(s, word);
  Effect e = {.what = what, .phrase = NONE, .count = count, .of = {word, word + 1, NONE}};
  if (count.set) add_effect(s, scene, x, e);
}

/* «قتل القيادي أحمد سالم مع ثلاثة من مرافقيه», «اعتقل مع ستة آخرين»: those whom it befell beside the one told. */
static void add_alongside(Stage *s, uint32_t scene, const Match *x, uint32_t victim) {
  enum { JOINED_MOST = 4 };
  const Clauses *c = s->m->c;
  const ClassSet people = s->m->k->person | s->m->k->fighter | s->m->k->security | s->m->k->civilian | s->m->k->kin;
  uint32_t first, last;
  phrase_extent(c, s->m->g, victim, &first, &last);
  uint32_t with = last + 1 < s->m->in->text->ntokens ? c->phrase_of[last + 1] : NONE;
  if (with == NONE || !(c->marks[last] & SET_BIT(SET_ALONGSIDE)) || c->phrases[with].prep_token != last) return;
  for (uint32_t k = with; k < c->nphrases && k < with + JOINED_MOST; k++) {
    const Phrase *f = stage_phrase(s, k);
    bool beside = k == with || (f->link == LINK_CONJ && phrase_root(c, k) == phrase_root(c, with));
    bool others = told_as_others(s, k), his = f->pronoun && f->classes & s->m->k->kin; /* «مع زوجته وطفليه» */
    if (!beside || f->date != NONE || !(others || his || (f->number != NONE && f->classes & people))) continue;
    Victim v = victim_of(s, k);
    Effect e = effect_of_victim(s, x, &v);
    if (v.count.set && befalls(s, &v)) add_effect(s, scene, x, e);
  }
}

/* «سبعة أشخاص هم أحمد علي ومحمود سعيد وثلاثة آخرون»: a name, or others, of those just counted, of whom `left` are not
 * named. */
static bool of_those_counted(const Stage *s, uint32_t phrase, double left) {
  if (told_by_name(s, phrase)) return true;
  Count count = count_of_phrase(s, phrase);
  return told_as_others(s, phrase) && count.set && count.max <= left;
}

void add_effects(Stage *s, uint32_t scene, const Match *x) {
  const Fillers *victims = &x->roles[ROLE_VICTIM];
  Effect none = {.what = s->m->g->frames[x->frame].what, .phrase = NONE};
  if (outcome_denied(s, x, victims->n ? victims->at[0] : NONE)) {
    none.count = (Count){0, 0, true, false};
    add_effect(s, scene, x, none);
    return;
  }
  if (!victims->n) {
    add_doer(s, scene, x);
    add_aimed_at(s, scene, x);
    add_taken_up(s, scene, x);
    return; /* nobody else is told: the act's own word says as much */
  }
  uint32_t from = 0, names = 0;
  Effect last = none;
  bool people = effect_of_people(none.what);
  if (told_by_name(s, victims->at[0])) from = add_named(s, scene, x, victims);
  for (uint32_t i = from; i < victims->n; i++) {
    Victim v = victim_of(s, victims->at[i]);
    bool more = i && v.phrase == NONE && last.count.set && more_elsewhere(s, victims->at[i]);
    if (more) v.phrase = victims->at[i];
    if (i && !one_more(&v, &last, people)) continue;
    bool several = names && last.count.min > 1 && last.count.min >= names;
    if (several && of_those_counted(s, victims->at[i], last.count.min - names)) continue;
    if (people && v.phrase != x->phrase && !befalls(s, &v)) continue;
    if (!befalls_things(s, x, &v)) continue;
    Effects *told = &s->scenes.at[scene].effects;
    if (people && (i || from) && told->n && told_as_kin(s, &told->at[told->n - 1], &v)) {
      told->at[told->n - 1].count.min++;
      told->at[told->n - 1].count.max++;
      continue;
    }
    if (i && counted_together(s, &last, &v)) continue;
    Part of = last.of;
    last = effect_of_victim(s, x, &v);
    if (more) last.of = of;
    doubt_count(s, &last);
    names = v.phrase == NONE ? 0 : names_behind(s, scene, v.phrase, last.what);
    if (!last.count.set && names) last.count = (Count){names, names, true, false};
    add_effect(s, scene, x, last);
  }
  if (people) add_alongside(s, scene, x, victims->at[victims->n - 1]);
  add_subsets(s, scene, x, victims->at[victims->n - 1]);
}
