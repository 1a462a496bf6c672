/* What is no record at all, whatever its words name:
 *
 *   «لم يقتل أحد»                 (nobody was killed)
 *   «لملاحقة الخلايا»             (in order to pursue the cells)
 *   «يجب وقف القصف»              (the shelling must stop)
 *   «يقوم بعمليات الخطف»          (is given to kidnapping)
 *   «بلدة يسيطر عليها التنظيم»    (a town that the group holds)
 *
 * Each reason is a bit of its own: told.c weighs them against the signs that it happened. */
#include "code/told/doubt.h"

#include "code/told/told.h"

/* A thousand million «عملية» are transactions. */
static bool past_counting(const Scene *x) {
  enum { ACTS_MOST = 100000, ACTS_OF_NOBODY = 1000 };
  if ((x->kind != RECORD_EVENT && x->kind != RECORD_TALLY) || !x->count.set) return false;
  bool one = x->kind == RECORD_EVENT;
  return x->count.min > ACTS_MOST || (one && x->count.min > ACTS_OF_NOBODY && !x->agents.n && !x->targets.n);
}

/* «عمليات الخطف والاغتيال», «أعمال القتل»: a kind of act, no act. */
static bool names_a_kind(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  uint32_t root = phrase_root(s->m->c, x->phrase);
  const Phrase *f = stage_phrase(s, root);
  if (!stage_phrase(s, x->phrase)->definite || f->number != NONE || f->form != FORM_MASDAR) return false;
  if (f->link != LINK_IDAFA) return false;
  const Phrase *up = stage_phrase(s, f->up); /* but «قتلى الهجوم» are of one */
  return up->plural && !(up->classes & (s->m->k->person | s->m->k->victim)) && !x->own_date;
}

/* «قتل حارساً قبل أن يفجر نفسه»: what came next, where what came before it is told as past. */
bool clause_came_next(const Stage *s, const Clause *c) {
  if (!c->imperfect || c->negated || c->verb == NONE || c->verb < 2 || c->future) return false;
  uint32_t that = c->verb - 1, before = that - 1;
  const SetMask *marks = s->m->c->marks;
  if (!(marks[that] & SET_BIT(SET_COMPLEMENTISER)) || !(marks[before] & SET_BIT(SET_BEFORE)) || !before) return false;
  uint32_t clause = s->m->c->clause_of[before - 1];
  if (clause == NONE) return false;
  const Clause *past = stage_clause(s, clause);
  return past->sentence == c->sentence && past->verb != NONE && past->verb < before && !past->imperfect &&
         !past->negated && !past->future;
}

/* «خشية أن يستهدف», «يريد أن يشن هجوماً»: right behind «أن» an imperfect is what may be, but
 * for what one succeeded in («تمكن من أن»). */
static bool subjunctive(const Stage *s, const Clause *c) {
  if (c->kind != CLAUSE_COMPLEMENT || !c->imperfect || c->verb != c->first + 1 || c->pronoun_subject) return false;
  if (!(s->m->c->marks[c->first] & SET_BIT(SET_COMPLEMENTISER)) || clause_came_next(s, c)) return false;
  return c->up == NONE || !(stage_clause(s, c->up)->classes & s->m->k->aspect);
}

/* «من المستفيد من اغتيال الوزير؟» */
static bool asked(const Stage *s, const Scene *x) {
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  return sentence->last > sentence->first && token_sign(s->m->in->text, sentence->last - 1) == '?';
}

/* «تحسباً لعمليات تفضي إلى تحرير العاصمة»: what a relative clause tells of something unreal is
 * unreal, too; but «جهود إعمار المدن التي حررها الجيش» has cities that are free. */
static bool of_unreal(const Stage *s, const Clause *c) {
  enum { UPWARD = 4 };
  if (c->kind != CLAUSE_RELATIVE || c->head == NONE) return false;
  if (!c->imperfect && stage_phrase(s, c->head)->classes & s->m->k->area) return false;
  uint32_t i = c->head;
  for (uint32_t steps = 0; i != NONE && steps < UPWARD; steps++) {
    const Phrase *f = stage_phrase(s, i);
    SetMask sets = f->prep == NONE ? 0 : s->m->c->marks[f->prep_token];
    if (f->head != NONE && i != c->head) sets |= s->m->c->marks[f->head];
    if (sets & (SET_BIT(SET_UNREAL) | SET_BIT(SET_PURPOSE) | SET_BIT(SET_CONTRIBUTION))) return true;
    i = f->link == LINK_FREE ? NONE : f->up;
  }
  return false;
}

/* «حال دون وقوع هجوم», «تتعذر عودة اللاجئين»: kept from coming about. */
static bool prevented(const Stage *s, const Scene *x, const Above *a, const Clause *c) {
  if (x->phrase == NONE || c->verb == x->token) return false;
  if (c->verb != NONE && s->m->c->marks[c->verb] & SET_BIT(SET_PREVENTS)) return true;
  return (a->sets & SET_BIT(SET_PREVENTS)) != 0;
}

/* «منعت المحتجين من تنظيم مسيرة» (kept the protesters from holding a march), «قيود على بيع الأسلحة» (limits on the sale
 * of arms): by an order or a rule, not done. */
static bool barred(const Stage *s, const Scene *x) {
  enum { UPWARD = 4 };
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  for (uint32_t steps = 0; steps < UPWARD && (f->link == LINK_IDAFA || f->link == LINK_CONJ); steps++)
    f = stage_phrase(s, f->up);
  SetMask governs = f->prep == NONE ? 0 : s->m->c->marks[f->prep_token];
  if (governs & (SET_BIT(SET_AFTER) | SET_BIT(SET_CAUSE_PREPOSITION) | SET_BIT(SET_CONCERNING))) return false;
  const Clause *c = stage_clause(s, x->clause);
  uint32_t by[] = {f->link == LINK_PREP ? f->up : NONE, c->kind == CLAUSE_RELATIVE ? c->head : NONE, c->object};
  SetMask bars = 0;
  for (uint32_t i = 0; i < sizeof by / sizeof *by && governs & (SET_BIT(SET_UPON) | SET_BIT(SET_PARTITIVE)); i++)
    if (by[i] != NONE && stage_phrase(s, by[i])->head != NONE) bars |= s->m->c->marks[stage_phrase(s, by[i])->head];
  bool behind_verb = !c->negated && c->verb != NONE && c->verb < x->token;
  if (governs & SET_BIT(SET_PARTITIVE) && behind_verb) bars |= s->m->c->marks[c->verb];
  return (bars & SET_BIT(SET_PREVENTS)) != 0;
}

/* «طالب بـ», «دعا إلى», «دعا لـ»; «حث الأطراف على», but not «خمس سنوات على». */
static bool asks_toward(const Stage *s, const Phrase *f) {
  if (f->prep == NONE) return false;
  SetMask sets = s->m->c->marks[f->prep_token];
  bool of_time = f->link == LINK_PREP && stage_phrase(s, f->up)->classes & (s->m->k->time | s->m->k->event);
  if (sets & SET_BIT(SET_UPON) && !of_time) return true;
  return f->prep == s->m->g->prep_bi || f->prep == s->m->g->prep_li || sets & SET_BIT(SET_TOWARD);
}

/* «مطالبتها للوحدات بالانسحاب» (its demand on the units to withdraw), «طلب الإفراج عنه», «دعوة الرئيس للتفاوض» (the
 * president's call to negotiate): a noun asks for it, and may say whose asking it is. */
static bool noun_asks_for(const Stage *s, const Phrase *f) {
  enum { UPWARD = 3 };
  if (f->up == NONE || f->link == LINK_FREE || f->link == LINK_CONJ || f->link == LINK_APPOSITION) return false;
  if (f->link == LINK_PREP && !asks_toward(s, f)) return false;
  const Phrase *up = stage_phrase(s, f->up);
  for (uint32_t steps = 0; f->link == LINK_PREP && steps < UPWARD && up->link == LINK_IDAFA; steps++)
    up = stage_phrase(s, up->up);
  return up->form == FORM_MASDAR && up->head != NONE && s->m->c->marks[up->head] & SET_BIT(SET_ASKS_FOR);
}

/* «طالبت الأسرة بالإفراج عن ابنها» (the family called for its son's release), «دعت الدول إلى عقد محادثات»: no more than
 * asked for. */
static bool asked_for(const Stage *s, const Scene *x) {
  enum { ACCUSED_WITHIN = 4 };
  if (x->phrase == NONE) return false;
  const Clause *c = stage_clause(s, x->clause);
  uint32_t deed = deed_of(s, x->phrase);
  const Phrase *f = stage_phrase(s, deed);
  if (f->form != FORM_MASDAR) return false;
  if (noun_asks_for(s, f)) return true;
  if (c->verb == NONE || c->verb > x->token || !(c->sets & SET_BIT(SET_ASKS_FOR))) return false;
  if (s->m->c->marks[c->verb] & SET_BIT(SET_NAMED) || c->subject == deed) return false; /* «شخص يدعى سالم» */
  if (marks_before(s, x->first, c->verb, ACCUSED_WITHIN) & SET_BIT(SET_ALLEGED)) return false; /* «متهمة إياه بتزويد» */
  bool on_deed = f->link == LINK_PREP && f->up != NONE && stage_phrase(s, f->up)->form == FORM_MASDAR;
  while (stage_phrase(s, deed)->link == LINK_CONJ) deed = stage_phrase(s, deed)->up; /* «اقترح هدنة وإطلاق الأسرى» */
  return c->object == deed || (asks_toward(s, f) && !on_deed);
}

/* «مستعد لأي مواجهة»: any there might be; but «نفى شن أي غارات» is a denial. */
static bool any_at_all(const Stage *s, const Scene *x, const Above *a, const Clause *c) {
  if (x->phrase == NONE) return false;
  SetMask sets = x->first ? s->m->c->marks[x->first - 1] | s->m->c->marks[x->first] : 0;
  bool denied = (a->sets | c->sets) & SET_BIT(SET_DENIED) || (x->speaker != NONE && s->speakers.at[x->speaker].denies);
  return sets & SET_BIT(SET_ANY) && !denied;
}

/* «توجيه ضربة قد يؤدي إلى حرب», «معلومات قد تؤدي إلى القبض عليه»: what might come of it, if it came. */
static bool might_be(const Stage *s, const Scene *x) {
  enum { UPWARD = 3 };
  const Clause *c = stage_clause(s, x->clause);
  if (x->phrase == NONE || !c->imperfect || c->verb == NONE || x->own_date) return false;
  uint32_t begins = s->m->in->text->sentences[x->sentence].first;
  if (!(marks_before(s, c->verb, begins, 1) & SET_BIT(SET_COMPLETED))) return false;
  uint32_t i = x->phrase;
  if (c->verb < x->token) {
    for (uint32_t steps = 0; steps < UPWARD && stage_phrase(s, i)->link == LINK_IDAFA; steps++)
      i = stage_phrase(s, i)->up;
    const Phrase *f = stage_phrase(s, i);
    return c->object == i || (f->prep != NONE && s->m->c->marks[f->prep_token] & SET_BIT(SET_TOWARD));
  }
  if (stage_phrase(s, x->phrase)->definite) return false;
  for (uint32_t steps = 0; i != NONE && steps < UPWARD; steps++) {
    if (c->subject == i) return true;
    i = stage_phrase(s, i)->link == LINK_FREE ? NONE : stage_phrase(s, i)->up;
  }
  return false;
}

/* «مع استمرار الاشتباكات بين الجيش ومسلحين», «اتهمه بمواصلة قصف البلدة»: under way, and no habit. */
static bool goes_on(const Stage *s, const Scene *x) {
  const TypeRow *type = stage_type(s, x);
  if (type_is(type, TRAIT_MUTUAL)) return x->agents.n > 0 || x->own_place;
  if (type_is(type, TRAIT_FIRE) || type_is(type, TRAIT_GENERAL))
    return (x->own_place || x->targets.n) && (x->agents.n || x->own_date);
  return type_in(type, CLASS_BIT(PROTEST)) && (x->own_place || x->own_date);
}

/* «هدد بقصف المدينة», «تهديداتها التي أطلقتها بقصف المدينة»: what is threatened has not come about. */
static bool threatened(const Stage *s, const Scene *x, const Above *a, const Clause *c) {
  SetMask sets = a->sets | c->sets;
  uint32_t head = c->kind == CLAUSE_RELATIVE && c->head != NONE ? stage_phrase(s, c->head)->head : NONE;
  if (head != NONE) sets |= s->m->c->marks[head];
  return sets & SET_BIT(SET_THREATENS) && under_bi(s, x);
}

static uint32_t doubt(bool holds, Doubt which) { return holds ? 1U << which : 0; }

/* «لملاحقة الخلايا»; but «تستعد لشن هجوم» is a plan, and «تعرض لهجوم» no purpose. */
static bool is_purpose(const Scene *x, const Clause *own, const Above *a) {
  const SetMask ahead = SET_BIT(SET_FUTURE) | SET_BIT(SET_MODAL_PLAN);
  bool of_subject = (a->purpose_of == NONE || a->purpose_of == own->subject) && (x->own_place || x->targets.n);
  if (!a->purpose || own->sets & SET_BIT(SET_SUFFERED)) return false;
  return !((a->sets | (of_subject ? own->sets : 0)) & ahead);
}

/* «محادثات للتوصل إلى هدنة»: a deal; but «للرد على الهجوم» comes after the attack. */
static bool sought(const Stage *s, const Scene *x, const Above *a) {
  return a->sought && type_in(stage_type(s, x), CLASS_BIT(AGREE));
}

/* «إذا نفذت…», «إذا شنوا ضربة فسوف تسقط الصواريخ» */
static bool conditional(const Stage *s, const Scene *x, const Clause *c, const Above *a) {
  enum { CONDITION_WITHIN = 14 };
  if (a->sets & SET_BIT(SET_AFTER)) return false; /* «كي يصبح رئيساً بعد أسابيع من الاحتجاجات» */
  if (c->verb != NONE && marks_before(s, c->verb, c->first, 2) & SET_BIT(SET_UNREAL)) return true;
  uint32_t begins = s->m->in->text->sentences[x->sentence].first;
  return c->future && marks_before(s, x->first, begins, CONDITION_WITHIN) & SET_BIT(SET_UNREAL);
}

static bool negated(const Stage *s, const Scene *x, const Above *a, const Clause *c) {
  bool of_result = c->classes & s->m->k->result && x->kind == RECORD_EVENT && !x->alone; /* «لم تسفر الغارة عن…» */
  /* «لم تتوقف الهجمات»; but «إن لم تتوقف» asks for their end */
  bool flat = x->kind == RECORD_TREND && str_eq(x->direction, STR("flat")) && !conditional(s, x, c, a);
  bool over = x->phrase != NONE && a->sets & SET_BIT(SET_AFTER); /* «لم يعلق الجيش بعد الهجوم» */
  return c->negated && !of_result && !flat && !over && (c->verb == x->token || x->phrase != NONE);
}

/* «يحاول استعادة البلدة», «رفض تسليم نفسه»; but «طالبت باجتماع بعد الغارات» comes after raids. */
static bool undone(const Stage *s, const Scene *x, const Above *a, const Clause *c) {
  if (a->sets & SET_BIT(SET_NEAR_MISS)) return true;
  if (a->sets & SET_BIT(SET_AFTER) || c->subject == x->phrase) return false;
  return (c->sets & ~s->m->c->marks[x->token] & SET_BIT(SET_NEAR_MISS)) != 0;
}

/* All that speaks against it in the words that govern it and stand before it. */
static uint32_t unreal(const Stage *s, const Scene *x, const Above *a) {
  const Clause *c = stage_clause(s, clause_of_scene(s, x)), *own = stage_clause(s, x->clause);
  bool for_it = own->verb == x->token && (word_best(s->m->in->words, x->token)->clitics & CLITIC_LI);
  bool planned =
      a->classes & s->m->k->plan && !((a->sets | c->sets) & SET_BIT(SET_FOILED)) && !violence_attempted(s, x);
  SetMask governed = SET_BIT(SET_PURPOSE) | SET_BIT(SET_CONTRIBUTION) | SET_BIT(SET_UNREAL);
  return doubt(of_unreal(s, c) || of_unreal(s, own), DOUBT_OF_UNREAL) | doubt(prevented(s, x, a, c), DOUBT_PREVENTED) |
         doubt(barred(s, x), DOUBT_BARRED) | doubt(any_at_all(s, x, a, own), DOUBT_ANY) |
         doubt(might_be(s, x), DOUBT_MIGHT_BE) | doubt((a->sets & governed) != 0, DOUBT_GOVERNED) |
         doubt(asked_for(s, x), DOUBT_CALLED_FOR) |
         doubt(a->sets & SET_BIT(SET_HABIT) && !goes_on(s, x), DOUBT_GOES_ON) | doubt(planned, DOUBT_PLAN) |
         doubt(is_purpose(x, own, a) || for_it || sought(s, x, a), DOUBT_PURPOSE) |
         doubt(subjunctive(s, c) || subjunctive(s, own), DOUBT_SUBJUNCTIVE) | doubt(asked(s, x), DOUBT_ASKED) |
         doubt(conditional(s, x, c, a), DOUBT_CONDITION) | doubt(negated(s, x, a, c), DOUBT_NEGATED) |
         doubt(undone(s, x, a, c), DOUBT_NEAR_MISS) | doubt(threatened(s, x, a, c), DOUBT_THREATENED) |
         doubt((marks_before(s, x->first, own->first, 5) & SET_BIT(SET_UNREAL)) != 0, DOUBT_WORD_BEFORE);
}

/* «قوات النظام تحاصر المخيم», «المدنيون الذين يحاصرهم التنظيم», «تركيا تهدد بشن عملية»: a siege is under way, and so is
 * a threat; «تتقدم القوات باتجاه القاعدة»: and so are forces that are on their way as it is told. */
static bool lasts(const Stage *s, const Scene *x, const Clause *c) {
  const TypeRow *type = stage_type(s, x);
  if (x->frame->weak) return false;
  if (type_in(type, CLASS_BIT(THREATEN))) return x->agents.n != 0;
  if (type_in(type, CLASS_BIT(MOBILIZE))) return x->agents.n && x->own_place && c->kind != CLAUSE_RELATIVE;
  return type_is(type, TRAIT_STANDING) && (x->targets.n || x->own_place || c->object_pronoun);
}

/* «يواصل ملاحقة الخلايا» (he goes on pursuing the cells): a whole kind of people, in no place narrower than a country;
 * but «يواصل تمشيط الحدود» is news. */
static bool pursues_on(const Stage *s, const Scene *x, const Clause *c) {
  if (stage_phrase(s, x->phrase)->form != FORM_MASDAR || !(s->m->c->marks[c->verb] & SET_BIT(SET_HABIT))) return false;
  if (!type_in(stage_type(s, x), CLASS_BIT(COERCE)) || !x->targets.n || x->targets.at[0].phrase == NONE) return false;
  for (uint32_t i = 0; x->own_place && i < x->places.n; i++)
    if (s->m->in->mentions->places[x->places.at[i]].level != LEVEL_COUNTRY) return false;
  const Phrase *whom = stage_phrase(s, x->targets.at[0].phrase);
  return whom->definite && whom->classes & (s->m->k->group | s->m->k->fighter);
}

/* «ينفذ عمليات», «يقوم بالخطف»: what an imperfect does to an uncounted plural is a habit. */
static bool habit(const Stage *s, const Scene *x) {
  const Match *match = &s->matches->at[x->match];
  const Clause *c = stage_clause(s, clause_of_scene(s, x));
  /* «الذين يفجرون المساجد»; a headline has its news in the imperfect */
  bool news = x->sentence == 0 && c->kind != CLAUSE_RELATIVE;
  bool goes_by = c->imperfect && !news && !clause_came_next(s, c) && !c->future;
  if (x->phrase == NONE) return goes_by && !x->own_date && !scene_counts(x) && !lasts(s, x, c);
  if (x->effects.n) return false;
  if (!c->imperfect || c->verb == NONE || c->future || clause_came_next(s, c)) return false;
  if (match->carrier == NONE || c->subject == x->phrase || c->passive) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  bool under_way = !f->definite && f->adjectives && scene_is(s, x, TRAIT_MUTUAL); /* «تخوض معارك عنيفة» */
  under_way |= type_in(stage_type(s, x), CLASS_BIT(PROTEST)); /* «تتواصل المظاهرات» */
  return (f->plural || f->definite || pursues_on(s, x, c)) && f->number == NONE && !x->own_date && !under_way;
}

/* «المناطق التي سيطر عليها المسلحون»: which lands those are, that nobody names. */
static bool tells_which_lands(const Stage *s, const Scene *x, const Clause *c) {
  if (c->kind != CLAUSE_RELATIVE || c->head == NONE || x->own_date) return false;
  const Phrase *lands = stage_phrase(s, c->head);
  return lands->classes & s->m->k->area && lands->definite && lands->plural && lands->place == NONE;
}

/* «بلدة يسيطر عليها التنظيم», «حيث يتمركز الجيش»: how things stand, and nothing that came about; but «المعارضة تسيطر
 * على البلدة» is a headline's news. */
static bool state_of_things(const Stage *s, const Scene *x) {
  if (x->phrase != NONE || !(s->m->c->marks[x->token] & SET_BIT(SET_LASTING))) return false;
  const Clause *c = stage_clause(s, x->clause);
  if (tells_which_lands(s, x, c)) return true;
  bool news = x->sentence == 0 && c->kind != CLAUSE_RELATIVE;
  return c->imperfect && !news && !c->future && !clause_came_next(s, c);
}

/* «شنت الجماعة هجمات في السنوات الأخيرة» (the group has launched attacks in recent years): nobody says how many, and of
 * no one of them when. */
static bool over_years(const Stage *s, const Scene *x) {
  if (x->phrase == NONE || x->own_date || x->effects.n || scene_counts(x)) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  if (!f->plural || f->number != NONE) return false;
  uint32_t carrier = clause_of_scene(s, x);
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  for (uint32_t i = sentence->first; i < sentence->last; i++) {
    uint32_t clause = s->m->c->clause_of[i];
    if ((clause == x->clause || clause == carrier) && s->m->c->marks[i] & SET_BIT(SET_AS_A_RULE)) return true;
  }
  return false;
}

/* «دأب المتمردون على استهداف المدنيين», «عادة ما تنفذ تركيا ضربات», «تنفذ تفجيرات من حين لآخر»: time and again, and
 * not once. */
static bool as_a_rule(const Stage *s, const Scene *x, const Above *a) {
  enum { WORDS_BEFORE = 3, WORDS_BEHIND = 4 };
  const Clause *c = stage_clause(s, clause_of_scene(s, x));
  bool aside = (a->sets & (SET_BIT(SET_AFTER) | SET_BIT(SET_BEFORE))) != 0; /* «قبل القبض عليه» */
  SetMask sets = c->verb == x->token || aside ? 0 : c->sets | a->sets;
  uint32_t begins = s->m->in->text->sentences[x->sentence].first;
  if (c->verb != NONE && c->imperfect) {
    uint32_t ends = s->m->in->text->sentences[x->sentence].last, behind = x->first + WORDS_BEHIND + 1;
    sets |= marks_before(s, c->verb, begins, WORDS_BEFORE);
    sets |= marks_before(s, behind < ends ? behind : ends, x->first + 1, WORDS_BEHIND);
  }
  return x->kind == RECORD_EVENT && ((sets & SET_BIT(SET_AS_A_RULE)) != 0 || over_years(s, x)) && !x->own_date;
}

uint32_t act_doubts(const Stage *s, const Scene *x, const Above *a) {
  uint32_t doubts = x->toll || x->kind != RECORD_FIGURE ? unreal(s, x, a) : 0; /* «يمكن قتل الآلاف» */
  if (x->kind == RECORD_FIGURE) return doubts;
  return doubts | doubt(past_counting(x), DOUBT_COUNTLESS) | doubt(names_a_kind(s, x) && !scene_counts(x), DOUBT_KIND) |
         doubt(x->kind == RECORD_EVENT && habit(s, x), DOUBT_HABIT) |
         doubt(state_of_things(s, x) || as_a_rule(s, x, a), DOUBT_STATE);
}
