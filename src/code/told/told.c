/* Is an act told, or only named?
 *
 * The problem: «وقع انفجار في السوق» (an explosion took place in the market) is news, «موقع
 * الانفجار» (the site of the explosion), «استنكر الاغتيال» (he condemned the assassination),
 * «في مواجهة أي هجوم» (in the face of any attack) are not.
 *
 * The method: a regression over the signs of evidence.c, over what speaks against its having come about
 * (stance.c), and over how often words of its type tell an act at all (data/grammar/types.tsv). */
#include "code/told/told.h"

#include "code/told/another.h"
#include "code/told/evidence.h"

/* «قتل 11 شخصاً بسبب زلزال»: nobody's deed; but «موجة نزوح» (a wave of displacement) is of no sea. */
static bool of_nature(const Stage *s, const Scene *x) {
  const Sentence *sentence = &s->m->in->text->sentences[x->sentence];
  if (!x->alone || x->agents.n) return false;
  uint32_t of = x->phrase == NONE ? NONE : stage_phrase(s, x->phrase)->up;
  for (uint32_t i = sentence->first; i < sentence->last && i < sentence->first + 80; i++) {
    uint32_t phrase = s->m->c->phrase_of[i];
    if (phrase != NONE && phrase == of) continue;
    ClassSet classes = phrase == NONE ? 0 : stage_phrase(s, phrase)->classes;
    if (classes & s->m->k->event) classes &= ~s->m->k->disease; /* «عملية»: surgery, but in the news a raid */
    if (classes & (s->m->k->weather | s->m->k->disease | s->m->k->animal)) return true;
  }
  return false;
}

static const int8_t IN_REPORT[] = {
#define X(sign, report, alone) report,
    EVIDENCE_SIGNS(X)
#undef X
};

static const int8_t ALONE[] = {
#define X(sign, report, alone) alone,
    EVIDENCE_SIGNS(X)
#undef X
};

static const EvidencePair PAIRS[] = {
#define X(one, other, weight) {one, other, weight},
    EVIDENCE_PAIRS(X)
#undef X
};

static int weigh_pairs(Signs signs) {
  int sum = 0;
  for (uint32_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
    if (signs >> PAIRS[i].one & signs >> PAIRS[i].other & 1) sum += PAIRS[i].weight;
  return sum;
}

/* Those not listed weigh nothing. */
static const int8_t DOUBTS[] = {
    [DOUBT_OF_UNREAL] = -3,   /* in what a relative clause tells of something unreal */
    [DOUBT_PREVENTED] = -1,   /* «حال دون وقوع هجوم» */
    [DOUBT_BARRED] = -40,     /* «منع من تنظيم مسيرة» */
    [DOUBT_ANY] = -6,         /* any there might be */
    [DOUBT_MIGHT_BE] = -30,   /* «قد تؤدي إلى القبض عليه» */
    [DOUBT_GOVERNED] = -9,    /* «لشن», «قد يشن» above it */
    [DOUBT_CALLED_FOR] = -40, /* «طالب بالإفراج» */
    [DOUBT_PLAN] = -2,        /* «خطة هجوم» */
    [DOUBT_PURPOSE] = -8,     /* «لملاحقة» */
    [DOUBT_ASKED] = -4,       /* a question */
    [DOUBT_CONDITION] = -30,  /* «إذا» */
    [DOUBT_NEGATED] = -5,     /* «لم» */
    [DOUBT_NEAR_MISS] = -18,  /* «كاد» */
    [DOUBT_THREATENED] = -40, /* «هدد بقصف» */
    [DOUBT_WORD_BEFORE] = -6, /* a word before it */
    [DOUBT_COUNTLESS] = -2,   /* a thousand million of them */
    [DOUBT_KIND] = -3,        /* «عمليات الخطف»: a kind of act */
    [DOUBT_HABIT] = -9,       /* «ينفذ هجمات» */
    [DOUBT_STATE] = -40,      /* how things stand: «يسيطر على» */
};

int doubt_weight(uint32_t doubt) { return doubt < sizeof DOUBTS / sizeof *DOUBTS ? DOUBTS[doubt] : 0; }

static int weigh_doubts(uint32_t doubts) {
  int sum = 0;
  for (uint32_t i = 0; i < DOUBT_COUNT; i++)
    if (doubts >> i & 1) sum += doubt_weight(i);
  return sum;
}

/* «القتلى», «حصيلة الهجمات»: the people, the number; no act. */
static bool of_people_or_number(const Stage *s, const Scene *x) {
  if (x->phrase == NONE) return false;
  const Phrase *f = stage_phrase(s, x->phrase);
  if (x->alone && x->effects.n && x->effects.at[0].phrase == x->phrase && !x->effects.at[0].count.set) return true;
  if (evidence_has_effects(x, true)) return false; /* «بلغت حصيلة الهجوم 14 قتيلاً» */
  return f->link == LINK_IDAFA && f->definite && stage_phrase(s, f->up)->classes & s->m->k->measure;
}

/* «محادثات للتوصل إلى هدنة», «من أجل وقف إطلاق النار»: a deal that is sought has not been made. */
static bool only_sought(const Scene *x, const TypeRow *type) {
  return type_in(type, CLASS_BIT(AGREE)) && x->doubts & (1U << DOUBT_PURPOSE | 1U << DOUBT_GOVERNED);
}

/* «11 عملية في نينوى، وثماني عمليات في كركوك»: counted like the one that «و» joins it to. */
static bool counted_on(const Stage *s, const Scene *x) {
  if (x->phrase == NONE || x->doubts || !x->count.set || x->count.min < 2) return false;
  for (const Scene *y = x, *first = s->scenes.at; y-- > first && x - y <= SCENES_NEAR && y->sentence == x->sentence;)
    if (y->merged == NONE && !y->dropped && str_eq(y->type, x->type))
      return y->count.set && y->count.min > 1 && stage_phrase(s, x->phrase)->number != NONE;
  return false;
}

static Verdict refuse(const char *ground) { return (Verdict){.ground = ground}; }

static Verdict accept(const char *ground) { return (Verdict){.told = true, .ground = ground}; }

/* By the weights of a sentence or two that stand alone. */
static Verdict weigh_alone(Signs signs) {
  enum { LEAST = -6 };
  Verdict v = {.signs = signs, .weights = ALONE, .sum = signs_weigh(signs, ALONE, SIGN_COUNT), .least = LEAST};
  v.told = v.sum >= v.least;
  return v;
}

static Verdict weigh_in_report(const Scene *x, const TypeRow *type, Signs signs, int least, bool brief) {
  Verdict v = {
      .signs = signs, .weights = IN_REPORT, .doubts = x->doubts, .type = type ? type->told : 0, .least = least};
  v.pairs = brief ? 0 : weigh_pairs(signs); /* a message has no report around its words */
  v.sum = signs_weigh(signs, IN_REPORT, SIGN_COUNT) + v.pairs + weigh_doubts(x->doubts) + v.type;
  v.told = v.sum >= least;
  return v;
}

Verdict scene_told(const Stage *s, const Scene *x, Likest likest) {
  enum { LEAST_IN_REPORT = 0, LEAST_OF_FEW = 5 };
  if (x->kind != RECORD_EVENT) return accept("a number, and no act to weigh");
  if (of_nature(s, x)) return refuse("of nature");
  if (of_people_or_number(s, x)) return refuse("of people or a number");
  if (x->doubts & 1U << DOUBT_PEACE) return refuse("at peace");
  if (x->nth) return accept("counted with its like"); /* «رابع هجوم خلال شهر»: whoever counts them tells of them */
  const TypeRow *type = stage_type(s, x);
  if (only_sought(x, type)) return refuse("only sought");
  if (x->frame->weak && is_anaphor(s, x)) return refuse("goes back"); /* «الحادث»: what other words told, or nobody */
  bool stirring = type_in(type, CLASS_BIT(ASSAULT) | CLASS_BIT(PROTEST));
  bool brief = s->m->in->text->nsentences < REPORT_SENTENCES;
  bool alone = brief && !s->m->in->published.year; /* a message with its day is a report, however short */
  if ((alone && x->frame->weak) || (brief && x->doubts)) return refuse("doubtful in a short text");
  if (counted_on(s, x)) return accept("counted like the one before");
  Signs signs = evidence_of(s, x, likest);
  const Signs certain = when(true, SIGN_OUTRIGHT) | when(true, SIGN_LAID_ON) | when(true, SIGN_TRIED);
  if (brief && stirring) {
    if (signs & (certain | when(true, SIGN_FOILED))) return accept("said outright in a short text");
    Verdict v = weigh_alone(signs);
    if (v.told || alone) return v;
    return weigh_in_report(x, type, signs, LEAST_OF_FEW, true); /* what a report has told already, it only names */
  }
  return weigh_in_report(x, type, signs, alone ? LEAST_OF_FEW : LEAST_IN_REPORT, brief);
}

/* «عملياتها في البلاد», «العمليات العسكرية» (its operations in the country, the military operations): what
 * somebody does, of which none is told. */
bool scene_in_general(const Stage *s, const Scene *x) {
  if (x->kind != RECORD_EVENT || !scene_is(s, x, TRAIT_CAMPAIGN)) return false;
  if (x->phrase == NONE || x->count.set || evidence_has_effects(x, true)) return false;
  /* but «العمليات العسكرية التي تنفذها تركيا في شمال سوريا» */
  bool on_it =
      s->matches->at[x->match].relative != NONE && x->agents.n && (x->own_place || x->own_date || x->targets.n);
  if (on_it) return false;
  return stage_phrase(s, x->phrase)->definite || stage_phrase(s, x->phrase)->pronoun;
}
