/* Did it happen? Planned, foiled, alleged, denied, told as past history, or no record at all:
 * «لم يقتل أحد» (nobody was killed), «لملاحقة الخلايا» (in order to pursue), «يجب وقف القصف»
 * (the shelling must stop), «يقوم بعمليات الخطف» (is given to kidnapping). */
#include "code/carry.h"
#include "code/scene.h"

static SetMask marks_before(const Stage *s, uint32_t token, uint32_t first, uint32_t within) {
  SetMask all = 0;
  for (uint32_t i = token, steps = 0; i-- > first && steps < within; steps++) all |= s->m->c->marks[i];
  return all;
}

/* The prepositions and nouns that govern a trigger noun, up the chain of what it hangs on. */
typedef struct Above {
  SetMask sets;        /* of the governing prepositions and nouns */
  ClassSet classes;    /* of the governing nouns */
  bool purpose;        /* a bare «ل» before a masdar */
  uint32_t purpose_of; /* what that hangs on, or NONE */
  bool sought;         /* «للتوصل إلى»: «ل» before a masdar with the article, which governs the trigger */
  bool result;         /* the chain ends as the object of a verb of result or success */
} Above;

/* «التوصل لهدنة» (the reaching of a truce): what «ل» brings is the complement, and no purpose. */
static bool is_reached(const Stage *s, const Phrase *f) {
  if (f->link != LINK_PREP || f->up == NONE) return false;
  const Phrase *up = stage_phrase(s, f->up);
  return up->form == FORM_MASDAR && up->head != NONE && s->m->c->marks[up->head] & SET_BIT(SET_ENGAGES);
}

static Above above(const Stage *s, const Scene *x) {
  Above a = {.purpose_of = NONE};
  uint32_t i = x->phrase;
  bool first = true;
  for (uint32_t steps = 0; i != NONE && steps < 6; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (!first && f->head != NONE) {
      a.sets |= s->m->c->marks[f->head];
      a.classes |= f->classes;
    }
    if (f->prep != NONE) {
      a.sets |= s->m->c->marks[f->prep_token];
      bool deed = f->form == FORM_MASDAR && f->number == NONE && !f->definite && !f->plural;
      if (f->prep == s->m->g->prep_li && deed && !is_reached(s, f)) {
        a.purpose = true;
        a.purpose_of = f->link == LINK_FREE ? NONE : f->up;
      }
      a.sought |= !first && f->prep == s->m->g->prep_li && f->form == FORM_MASDAR && f->definite;
      if (s->m->c->marks[f->prep_token] & SET_BIT(SET_AFTER)) break; /* «التوجه لمحاصرة الموقع بعد السيطرة على…» */
    }
    first = false;
    i = f->link == LINK_FREE ? NONE : f->up;
  }
  return a;
}

static uint32_t clause_of_scene(const Stage *s, const Scene *x) {
  const Match *match = &s->matches->at[x->match];
  return match->carrier != NONE ? match->carrier : x->clause;
}

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

bool act_attempted(const Stage *s, const Scene *x) {
  if (x->phrase == NONE || stage_phrase(s, x->phrase)->link != LINK_IDAFA) return false;
  uint32_t head = stage_phrase(s, stage_phrase(s, x->phrase)->up)->head;
  return head != NONE && (s->m->c->marks[head] & SET_BIT(SET_ATTEMPT)) != 0;
}

/* «محاولة اغتيال»: violence that was tried has come about. */
static bool violence_attempted(const Stage *s, const Scene *x) {
  return type_is(stage_type(s, x), TRAIT_VIOLENT) && act_attempted(s, x);
}

/* «طالب بـ», «دعا إلى», «دعا لـ»; «حث الأطراف على», but not «خمس سنوات على». */
static bool asks_toward(const Stage *s, const Phrase *f) {
  if (f->prep == NONE) return false;
  SetMask sets = s->m->c->marks[f->prep_token];
  bool of_time = f->link == LINK_PREP && stage_phrase(s, f->up)->classes & (s->m->k->time | s->m->k->event);
  if (sets & SET_BIT(SET_UPON) && !of_time) return true;
  return f->prep == s->m->g->prep_bi || f->prep == s->m->g->prep_li || sets & SET_BIT(SET_TOWARD);
}

/* The act, or the masdar of doing it that it completes: «عقد محادثات» (the holding of talks). */
static uint32_t deed_of(const Stage *s, uint32_t phrase) {
  const Phrase *f = stage_phrase(s, phrase);
  if (f->link != LINK_IDAFA && f->link != LINK_OBJECT) return phrase;
  const Phrase *up = stage_phrase(s, f->up);
  return up->form == FORM_MASDAR && stands_for_complement(s->m, up) ? f->up : phrase;
}

/* «مطالبتها للوحدات بالانسحاب» (its demand on the units to withdraw), «طلب الإفراج عنه»: a noun asks for it. */
static bool noun_asks_for(const Stage *s, const Phrase *f) {
  if (f->up == NONE || f->link == LINK_FREE || f->link == LINK_CONJ || f->link == LINK_APPOSITION) return false;
  if (f->link == LINK_PREP && !asks_toward(s, f)) return false;
  const Phrase *up = stage_phrase(s, f->up);
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

/* «توجيه ضربة قد يؤدي إلى حرب»: what might come of it, if it came. */
static bool might_be(const Stage *s, const Scene *x) {
  enum { UPWARD = 3 };
  const Clause *c = stage_clause(s, x->clause);
  if (x->phrase == NONE || !c->imperfect || c->verb == NONE || c->verb < x->token || x->own_date) return false;
  if (stage_phrase(s, x->phrase)->definite || !(marks_before(s, c->verb, c->first, 1) & SET_BIT(SET_COMPLETED)))
    return false;
  uint32_t i = x->phrase;
  for (uint32_t steps = 0; i != NONE && steps < UPWARD; steps++) {
    if (c->subject == i) return true;
    i = stage_phrase(s, i)->link == LINK_FREE ? NONE : stage_phrase(s, i)->up;
  }
  return false;
}

/* «مع استمرار الاشتباكات بين الجيش ومسلحين», «اتهمه بمواصلة قصف البلدة»: under way, and no habit. */
static bool goes_on(const Scene *x) {
  if (str_eq(x->type, STR("clash"))) return x->agents.n > 0 || x->own_place;
  if (str_eq(x->type, STR("shelling")) || str_eq(x->type, STR("airstrike")) || str_eq(x->type, STR("attack")))
    return (x->own_place || x->targets.n) && (x->agents.n || x->own_date);
  return str_eq(x->type, STR("protest")) && (x->own_place || x->own_date);
}

/* «هدد بقصف المدينة», «بتنفيذ هجوم»: it hangs on what governs it by «ب», itself or through the noun that it completes.
 */
static bool under_bi(const Stage *s, const Scene *x) {
  enum { UPWARD = 3 };
  uint32_t i = x->phrase;
  for (uint32_t steps = 0; i != NONE && steps < UPWARD; steps++) {
    const Phrase *f = stage_phrase(s, i);
    if (f->prep != NONE) return f->prep == s->m->g->prep_bi;
    i = f->link == LINK_FREE ? NONE : f->up;
  }
  return false;
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
         doubt(any_at_all(s, x, a, own), DOUBT_ANY) | doubt(might_be(s, x), DOUBT_MIGHT_BE) |
         doubt((a->sets & governed) != 0, DOUBT_GOVERNED) | doubt(asked_for(s, x), DOUBT_CALLED_FOR) |
         doubt(a->sets & SET_BIT(SET_HABIT) && !goes_on(x), DOUBT_GOES_ON) | doubt(planned, DOUBT_PLAN) |
         doubt(is_purpose(x, own, a) || for_it || sought(s, x, a), DOUBT_PURPOSE) |
         doubt(subjunctive(s, c) || subjunctive(s, own), DOUBT_SUBJUNCTIVE) | doubt(asked(s, x), DOUBT_ASKED) |
         doubt(conditional(s, x, c, a), DOUBT_CONDITION) | doubt(negated(s, x, a, c), DOUBT_NEGATED) |
         doubt(undone(s, x, a, c), DOUBT_NEAR_MISS) | doubt(threatened(s, x, a, c), DOUBT_THREATENED) |
         doubt((marks_before(s, x->first, own->first, 5) & SET_BIT(SET_UNREAL)) != 0, DOUBT_WORD_BEFORE);
}

static bool counted(const Scene *x) {
  for (uint32_t i = 0; i < x->effects.n; i++)
    if (x->effects.at[i].count.set) return true;
  return false;
}

/* «قوات النظام تحاصر المخيم», «المدنيون الذين يحاصرهم التنظيم», «تركيا تهدد بشن عملية»: a siege is under way, and so is
 * a threat. */
static bool lasts(const Scene *x, const Clause *c) {
  if (!x->frame->weak && str_eq(x->type, STR("threat"))) return x->agents.n != 0;
  if (x->frame->weak || !str_eq(x->type, STR("restriction"))) return false;
  return x->targets.n || x->own_place || c->object_pronoun;
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
  if (x->phrase == NONE) return goes_by && !x->own_date && !counted(x) && !lasts(x, c);
  if (x->effects.n) return false;
  if (!c->imperfect || c->verb == NONE || c->future || clause_came_next(s, c)) return false;
  if (match->carrier == NONE || c->subject == x->phrase || c->passive) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  bool under_way = !f->definite && f->adjectives && str_eq(x->type, STR("clash")); /* «تخوض معارك عنيفة» */
  under_way |= str_eq(x->type, STR("protest")); /* «تتواصل المظاهرات» */
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
  return x->kind == RECORD_EVENT && (sets & SET_BIT(SET_AS_A_RULE)) != 0 && !x->own_date;
}

/* «من المقرر أن يصل»: of the words before «أن», where no verb governs it. */
static SetMask right_before(const Stage *s, const Clause *c) {
  enum { WITHIN = 2 };
  uint32_t begins = s->m->in->text->sentences[s->m->in->text->tokens[c->first].sentence].first;
  return marks_before(s, c->first, begins, WITHIN);
}

/* «من المتوقع خروج المقاتلين» (the fighters' departure is expected): words right before the noun, and no verb. */
static SetMask due(const Stage *s, uint32_t noun) {
  enum { WORDS = 2 };
  bool right_before = noun >= WORDS && word_best(s->m->in->words, noun - WORDS)->pos == POS_PREP;
  return right_before ? s->m->c->marks[noun - WORDS] & SET_BIT(SET_FUTURE) : 0;
}

/* The sets of what governs a scene's trigger: the nouns and prepositions it hangs on («محاولة
 * اغتيال», «المتهم بقتل»), the verb that carries it, and those that govern that verb («يعتزم أن
 * يشن»). What only stands nearby governs nothing. */
static SetMask governing(const Stage *s, const Scene *x, const Above *a) {
  enum { CLAUSES_UP = 2 };
  const Clause *c = stage_clause(s, clause_of_scene(s, x));
  SetMask sets = a->sets;
  if (c->verb != x->token) sets |= c->sets;
  if (x->phrase == NONE) sets |= marks_before(s, x->first, c->first, 2);
  if (x->phrase != NONE) sets |= due(s, stage_phrase(s, deed_of(s, x->phrase))->first);
  /* «عزمها شن عملية»: what looks like a relative clause is the masdar's object */
  SetMask ahead = SET_BIT(SET_FUTURE) | SET_BIT(SET_MODAL_PLAN);
  uint32_t head = c->kind == CLAUSE_RELATIVE && c->head != NONE ? stage_phrase(s, c->head)->head : NONE;
  if (head != NONE && stage_phrase(s, c->head)->form == FORM_MASDAR) sets |= s->m->c->marks[head] & ahead;
  /* «اتهامات وجهت إلى الحكومة بتنفيذ هجوم»: «ب» lays the act, past the clause on the accusation */
  if (head != NONE && under_bi(s, x)) sets |= s->m->c->marks[head] & SET_BIT(SET_ALLEGED);
  for (uint32_t steps = 0; steps < CLAUSES_UP && c->kind == CLAUSE_COMPLEMENT && c->up != NONE; steps++) {
    sets |= right_before(s, c) & ahead;
    c = stage_clause(s, c->up);
    if (c->verb != NONE) sets |= s->m->c->marks[c->verb];
  }
  return sets;
}

/* «هجوم نسبته السلطات إلى …»: laid on somebody by a relative clause on it; «الهجوم المزعوم». */
static bool ascribed(const Stage *s, const Scene *x) {
  if (scene_relative(s, x, SET_BIT(SET_ASCRIBES)) != NONE || scene_accused(s, x) != NONE) return true;
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  for (uint32_t i = f->head == NONE ? f->first : f->head + 1; i < f->last; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_ALLEGED)) return true;
  return false;
}

/* «يعقد اجتماعا غدا»: dated after the text came out. */
static bool to_come(const Stage *s, const Scene *x) {
  if (x->date == NONE || !x->own_date || !s->m->in->published.day) return false;
  const Day now = s->m->in->published, from = s->m->in->dates->at[x->date].from;
  if (!from.year || !from.month || !from.day) return false;
  if (from.year != now.year) return from.year > now.year;
  if (from.month != now.month) return from.month > now.month;
  return from.day > now.day;
}

/* «ستنطلق المحادثات», but not «ستنتهي العملية». */
static bool comes_about(const Stage *s, uint32_t verb) {
  SetMask sets = s->m->c->marks[verb];
  return sets & SET_BIT(SET_OCCURS) && !(sets & SET_BIT(SET_RUNS_TO));
}

/* «القمة المرتقبة»; «اجتماع سيعقده الوزراء», «محادثات ستنطلق غداً», but not «هجوم سيؤدي إلى حرب». */
static bool announced(const Stage *s, const Scene *x) {
  enum { CLAUSES_AHEAD = 3 };
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  for (uint32_t i = f->head == NONE ? f->first : f->head + 1; i < f->last; i++)
    if (s->m->c->marks[i] & SET_BIT(SET_UPCOMING)) return true;
  for (uint32_t i = x->clause; i < s->m->c->nclauses && i <= x->clause + CLAUSES_AHEAD; i++) {
    const Clause *c = stage_clause(s, i);
    if (c->kind != CLAUSE_RELATIVE || c->head != x->phrase || c->verb == NONE || !c->future) continue;
    if (c->object_pronoun || comes_about(s, c->verb)) return true;
  }
  return false;
}

/* «اعترضت الدفاعات صاروخاً أطلقه المتمردون»: told of what was stopped. */
static bool of_foiled(const Stage *s, const Scene *x) {
  const Clause *c = stage_clause(s, x->clause);
  if (c->kind != CLAUSE_RELATIVE || c->head == NONE || x->phrase == c->head) return false;
  const Clause *up = stage_clause(s, stage_phrase(s, c->head)->clause);
  return up->object == c->head && up->sets & SET_BIT(SET_FOILED) && !up->negated;
}

/* «قررت الحكومة إرسال قوات», «أمر بسحب القوات»: what forces are told to do is still to come. */
static bool decided(const Stage *s, const Scene *x, SetMask sets) {
  if (!type_is(stage_type(s, x), TRAIT_ORDERED) || x->phrase == NONE) return false;
  return !stage_phrase(s, x->phrase)->definite && sets & SET_BIT(SET_DECIDES);
}

static void set_stance(Stage *s, Scene *x, const Above *a) {
  const Clause *c = stage_clause(s, clause_of_scene(s, x));
  const Speaker *speaker = x->speaker == NONE ? NULL : &s->speakers.at[x->speaker];
  SetMask sets = governing(s, x, a);
  const TypeRow *type = stage_type(s, x);
  if (type_in(type, CLASS_BIT(SANCTION))) sets &= ~SET_BIT(SET_ALLEGED); /* «حكم على المتهم» */
  if (violence_attempted(s, x)) sets &= ~SET_BIT(SET_MODAL_PLAN);
  bool over = (a->sets & SET_BIT(SET_AFTER)) != 0; /* «بعد أيام من تعليق …»: what it governs has happened */
  bool itself = c->subject == x->phrase && c->verb != NONE && !comes_about(s, c->verb);
  bool future = c->future && !itself && !over; /* «سيؤدي الهجوم»; but «ستنطلق المحادثات» */
  if (a->sets & SET_BIT(SET_FOILED) || (c->verb != x->token && c->sets & SET_BIT(SET_FOILED)) || of_foiled(s, x))
    x->stance = STR("foiled");
  else if ((speaker && speaker->denies) || sets & SET_BIT(SET_DENIED))
    x->stance = STR("denied");
  else if (sets & SET_BIT(SET_ALLEGED) || (speaker && speaker->doubted) || ascribed(s, x))
    x->stance = STR("alleged");
  else if (future || to_come(s, x) || announced(s, x) || decided(s, x, sets) ||
           (sets & (SET_BIT(SET_FUTURE) | SET_BIT(SET_MODAL_PLAN)) && !over))
    x->stance = STR("planned");
  if (!x->stance.n) x->stance = STR("asserted");
  /* «أحبطت الشرطة تفجيرا»: who foiled it did not do it */
  bool foiler = str_eq(x->stance, STR("foiled")) && c->sets & SET_BIT(SET_FOILED) && x->agents.n;
  if (foiler && c->subject != NONE && x->agents.at[0].phrase == c->subject) x->agents = (Parts){0};
}

void scenes_stance(Stage *s) {
  for (uint32_t i = 0; i < s->scenes.n; i++) {
    Scene *x = &s->scenes.at[i];
    if (x->merged != NONE) continue;
    Above a = above(s, x);
    if (x->toll || x->kind != RECORD_FIGURE) x->doubts |= unreal(s, x, &a); /* «يمكن قتل الآلاف» */
    if (x->kind != RECORD_FIGURE)
      x->doubts |= doubt(past_counting(x), DOUBT_COUNTLESS) | doubt(names_a_kind(s, x) && !counted(x), DOUBT_KIND) |
                   doubt(x->kind == RECORD_EVENT && habit(s, x), DOUBT_HABIT) |
                   doubt(state_of_things(s, x) || as_a_rule(s, x, &a), DOUBT_STATE);
    x->dropped |= x->doubts != 0;
    set_stance(s, x, &a);
    x->background = !str_eq(x->stance, STR("planned")) && scene_is_background(s, i);
  }
  scenes_at_peace(s);
}
