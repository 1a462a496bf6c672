/* What the words beside a word say about it.
 *
 *   قتل 3 أشخاص             begins a clause: the verb
 *   عملية قتل               behind a noun without article: the masdar
 *   مقتل جندي وجرح اثنين    joined to a masdar: the masdar
 *   لم يعد                  «لم» wants a jussive: عاد
 *   الجيش العراقي           article behind article: the adjective
 *   مسلحي التنظيم           lost its nun before a noun: plural in construct
 *   التي تشكل               feminine: تُشكّل rather than تشكّل
 *
 * Each rule is a small number that is added to a reading's cost; the rules know nothing of
 * single words, which say in the lexicon what they govern. */
#include "lang/word_analyse.h"

static bool is_verb(const Reading *r) { return r->pos == POS_VERB; }
static bool is_nominal(const Reading *r) {
  return r->pos == POS_NOUN || r->pos == POS_ADJ || r->pos == POS_PROPER || r->pos == POS_NUMERAL;
}
static bool is_definite(const Reading *r) {
  return r->clitics & CLITIC_AL || r->pos == POS_PROPER || (is_nominal(r) && r->enclitic);
}
/* A noun that begins a phrase of its own, by a preposition or a conjunction. */
static bool is_apart(const Reading *r) { return r->clitics & (CLITIC_PREP | CLITIC_CONJ); }

static WordGoverns governs(const Reading *r) { return (WordGoverns)(r->traits >> TRAIT_GOVERNS_SHIFT); }

static WordGoverns governed_by(const Context *c) { return c->previous ? governs(c->previous) : GOVERNS_ANY; }

/* What the function word before wants. */
static int cost_governed(const Context *c, const Reading *r) {
  bool verb = is_verb(r), imperfect = verb && r->form == FORM_IMPERFECT, perfect = verb && r->form == FORM_PERFECT;
  switch (governed_by(c)) {
    case GOVERNS_NOUN: return verb ? 24 : r->pos == POS_ADJ ? 3 : 0;
    case GOVERNS_VERB: return verb ? -6 : 6;
    case GOVERNS_PERFECT: return perfect ? -5 : verb ? 0 : 2;
    case GOVERNS_IMPERFECT: return imperfect ? -8 : 10;
    case GOVERNS_SUBJUNCTIVE: return imperfect ? -8 : 10;
    case GOVERNS_JUSSIVE: return imperfect ? (r->flags & ENDING_JUSSIVE ? -14 : -10) : 12;
    case GOVERNS_CLAUSE: return verb ? -3 : 0;
    case GOVERNS_THAT: return imperfect ? -6 : perfect ? -3 : 0;
    case GOVERNS_NEGATED: return imperfect ? -4 : perfect ? 3 : 0;
    default: return 0;
  }
}

/* And the other way about: a function word needs what it governs. */
static int cost_governing(const Context *c, const Reading *r) {
  const Reading *n = c->next;
  switch (governs(r)) {
    case GOVERNS_NOUN: return !n ? (c->after == BESIDE_NUMBER ? 0 : 4) : is_verb(n) ? 5 : 0;
    case GOVERNS_VERB:
    case GOVERNS_IMPERFECT:
    case GOVERNS_JUSSIVE:
    case GOVERNS_SUBJUNCTIVE: return n && is_verb(n) ? -4 : 4;
    default: return 0;
  }
}

/* Forms that only a governing word explains. */
static int cost_mood(const Context *c, const Reading *r) {
  WordGoverns by = governed_by(c);
  if (r->flags & ENDING_JUSSIVE && by != GOVERNS_JUSSIVE) return 12;
  if (!(r->flags & ENDING_SUBJUNCTIVE)) return 0;
  bool explained = by == GOVERNS_JUSSIVE || by == GOVERNS_SUBJUNCTIVE || by == GOVERNS_THAT || by == GOVERNS_CLAUSE ||
                   by == GOVERNS_ANY || by == GOVERNS_NEGATED || r->clitics & CLITIC_LI;
  return explained ? 0 : 6;
}

/* «صواريخ قصيرة»: the plural of things takes a feminine singular. */
static bool agree(const Reading *noun, const Reading *adj) {
  bool several = noun->number == NUMBER_PLURAL || noun->number == NUMBER_DUAL;
  if (adj->number == NUMBER_PLURAL && adj->gender == GENDER_MASCULINE && noun->gender == GENDER_FEMININE) return false;
  if (adj->number == NUMBER_DUAL) return noun->number == NUMBER_DUAL && noun->gender == adj->gender;
  if (adj->number == NUMBER_PLURAL) return several;
  if (noun->number == NUMBER_PLURAL) return adj->gender == GENDER_FEMININE;
  return noun->gender == adj->gender || !noun->gender;
}

/* «مكافحة الإرهاب», «مقتل ستة»: what stands before its genitive or its number, or before an
 * adjective of another gender («كشف مصادر يمنية»), is a noun rather than an adjective. */
static bool before_head(const Context *c, const Reading *r) {
  const Reading *n = c->next;
  if (!n) return c->after == BESIDE_NUMBER;
  if (is_apart(n)) return false;
  if (n->pos == POS_ADJ && !(n->clitics & CLITIC_AL)) return n->gender != r->gender && r->number == NUMBER_SINGULAR;
  return n->pos == POS_NUMERAL || (n->pos == POS_NOUN && n->clitics & CLITIC_AL && !(n->traits & TRAIT_TIME));
}

/* An adjective follows a noun, and has its article and its case. */
static int cost_adjective(const Context *c, const Reading *r) {
  const Reading *noun = c->previous;
  if (!noun || !is_nominal(noun) || noun->pos == POS_NUMERAL || is_apart(r)) return 6;
  if (c->previous->flags & READING_ELATIVE && !(noun->clitics & CLITIC_AL)) return 6; /* «أفضل لاعب» */
  bool article = r->clitics & CLITIC_AL;
  if (article != is_definite(noun)) return article ? 0 : 5;
  if (!article && (r->flags & READING_ELATIVE || before_head(c, r))) return 3;
  if (r->flags & ENDING_TANWIN && !(c->previous->flags & ENDING_TANWIN)) return 4;
  return agree(noun, r) ? -6 : 3;
}

/* Two nouns with the article do not stand side by side, but for «الضابط اليوم». */
static int cost_noun(const Context *c, const Reading *r) {
  const Reading *before = c->previous;
  if (!before || !is_nominal(before) || is_apart(r)) return 0;
  if (r->traits & TRAIT_TIME) return 0;
  if (c->previous->flags & ENDING_TANWIN) return r->form == FORM_MASDAR && !(r->flags & ENDING_TANWIN) ? 3 : 0;
  if (r->enclitic || r->flags & ENDING_TANWIN) return 0;
  if (before->enclitic) return r->form == FORM_MASDAR ? 3 : 0; /* «أحدهما قتل» */
  if (!(before->clitics & CLITIC_AL)) return 0;
  return r->clitics & CLITIC_AL ? 4 : r->form == FORM_MASDAR ? 3 : 0; /* «الهجوم فشل» */
}

/* «الدكتور أشرف», «العميد ركن». */
static bool behind_title(const Context *c) { return c->previous && c->previous->traits & TRAIT_TITLE; }

/* «أحدث تقنية» the newest, but «أحدث النزاع» brought about: what is most so wants one of its kind. */
static int cost_elative(const Context *c, const Reading *r) {
  const Reading *n = c->next;
  if (!(r->flags & READING_ELATIVE) || !n) return 0;
  return n->pos == POS_NOUN && !n->clitics && !n->enclitic ? -3 : 0;
}

/* Names come in runs, «علي حسن صالح», and are not governed by what else they could be. */
static int cost_name(const Context *c, const Reading *r) {
  if (r->clitics & CLITIC_AL) return 0;
  bool before = c->previous && c->previous->pos == POS_PROPER && !(c->previous->clitics & CLITIC_AL);
  bool after = c->next && c->next->pos == POS_PROPER && !(c->next->clitics & CLITIC_AL) && !is_apart(c->next);
  return before || after || behind_title(c) ? -4 : 0;
}

static bool begins_clause(const Context *c, const Reading *r) {
  if (c->before == BESIDE_NOTHING || r->clitics & CLITIC_CONJ) return true;
  if (!c->previous) return false;
  const Reading *p = c->previous;
  return p->pos == POS_SUBORD || p->pos == POS_RELATIVE || p->pos == POS_DEMONSTRATIVE || p->pos == POS_PARTICLE ||
         p->pos == POS_CONJ || p->pos == POS_NEGATION;
}

/* Something a verb takes: its subject or object, a number of them, a preposition. */
static bool takes_argument(const Context *c) {
  if (c->after == BESIDE_NUMBER) return true;
  if (c->after != BESIDE_WORD || !c->next) return false;
  const Reading *n = c->next;
  if (n->pos == POS_ADJ && !(n->clitics & CLITIC_AL)) return false; /* «قصف مدفعي»: its adjective */
  return n->pos == POS_PREP || is_nominal(n);
}

static bool before_adjective(const Context *c) {
  return c->next && c->next->pos == POS_ADJ && !(c->next->clitics & (CLITIC_AL | CLITIC_CONJ));
}

/* «قتل فيه ثلاثة»: a preposition with a pronoun in it goes with a verb; a masdar would want its genitive. */
static bool before_resumption(const Context *c) {
  return c->after == BESIDE_WORD && c->next && c->next->pos == POS_PREP && c->next->enclitic;
}

/* A verb behind a noun that wants a genitive or an adjective. */
static int cost_verb_behind(const Context *c, const Reading *r) {
  const Reading *p = c->previous;
  if (is_verb(p)) return p->traits & TRAIT_ASPECT ? 0 : r->form == FORM_IMPERFECT ? 3 : 9;
  if (p->pos == POS_RELATIVE) return -5;
  if (p->construct) return 9;
  if (p->pos != POS_NOUN || is_definite(p)) return 0;
  if (c->previous->flags & ENDING_TANWIN) return 0; /* «هجوما وقع» */
  if (before_resumption(c)) return -2;
  if (r->traits & TRAIT_ASPECT) return 0; /* «قرار كان متوقعا» */
  bool complement =
      c->next && c->next->pos == POS_PREP && p->form != FORM_MASDAR && !(p->traits & TRAIT_EVENT); /* «بيان نشر على» */
  if (r->form == FORM_PERFECT) return complement ? -2 : 5;
  return p->form == FORM_MASDAR ? 5 : 0;
}

/* A verb before its subject is in the singular. */
static int begin_bonus(const Context *c, const Reading *r) {
  if (r->number != NUMBER_SINGULAR) return 1;
  if (c->after == BESIDE_NOTHING) return 0;
  return (takes_argument(c) ? 4 : 1) + (r->form == FORM_PERFECT);
}

static int cost_verb(const Context *c, const Reading *r) {
  int cost = 0;
  if (begins_clause(c, r) && r->person == 3) cost -= begin_bonus(c, r);
  if (before_adjective(c)) cost += 4;
  if (c->before == BESIDE_NUMBER) cost += 6;
  if (behind_title(c) && c->next && c->next->pos == POS_PROPER) cost += 4;
  return c->previous && !(r->clitics & CLITIC_CONJ) ? cost + cost_verb_behind(c, r) : cost;
}

/* The gender in which a verb agrees with a noun: several things are feminine. */
static uint8_t gender_as_subject(const Reading *n) {
  if (n->pos != POS_NOUN && n->pos != POS_RELATIVE) return GENDER_NONE;
  if (n->number == NUMBER_PLURAL && n->pos == POS_NOUN && !(n->traits & TRAIT_PERSON)) return GENDER_FEMININE;
  return n->gender;
}

/* «المقاومة تدخل», «التي تشكل»: a verb has the gender of the subject before it, and mostly of
 * the one behind it. */
static int cost_agreement(const Context *c, const Reading *r) {
  if (r->person != 3 || r->number != NUMBER_SINGULAR) return 0;
  const Reading *p = c->previous, *n = c->next;
  uint8_t other = r->gender == GENDER_FEMININE ? GENDER_MASCULINE : GENDER_FEMININE;
  if (p && !(r->clitics & CLITIC_CONJ) && (p->pos == POS_RELATIVE || is_definite(p)) && gender_as_subject(p) == other)
    return 3;
  if (!n || is_apart(n) || n->flags & ENDING_TANWIN || gender_as_subject(n) != other) return 0;
  return r->gender == GENDER_FEMININE || n->number == NUMBER_PLURAL ? 2 : 1;
}

/* «تم اعتقال», «شن قصفاً»: a light verb is followed by its noun. */
static int cost_masdar(const Context *c, const Reading *r) {
  if (!c->previous || !is_verb(c->previous)) return 0;
  return c->previous->traits & TRAIT_LIGHT && r->form == FORM_MASDAR ? -5 : 0;
}

static bool is_counted(const Context *c) {
  return c->before == BESIDE_NUMBER || (c->previous && c->previous->pos == POS_NUMERAL);
}

enum { NEXT_READINGS = 3, NEXT_WORSE = 4 };

/* The noun or name that the next word likely is, where it can be a genitive; or NULL. */
static const Reading *genitive_behind(const Context *c) {
  for (uint32_t i = 0; c->next && i < c->nnext && i < NEXT_READINGS; i++) {
    const Reading *n = &c->next[i];
    if (c->next[i].cost > c->next[0].cost + NEXT_WORSE) return NULL;
    bool relation = n->pos == POS_ADJ && n->clitics & CLITIC_AL; /* «محافظتي البيضاء» */
    if ((n->pos == POS_NOUN || n->pos == POS_PROPER || relation) && !is_apart(n)) return n;
  }
  return NULL;
}

/* A noun without its nun or with tanwin. */
static int cost_state(const Context *c, const Reading *r) {
  if (r->flags & ENDING_TANWIN) {
    if (is_counted(c)) return -4;
    const Reading *n = r->pos == POS_NOUN ? genitive_behind(c) : NULL;
    return n && n->clitics & CLITIC_AL ? 6 : 0;
  }
  if (is_counted(c) && r->number == NUMBER_DUAL && is_nominal(r)) return 12;
  if (!r->construct || r->enclitic) return 0;
  const Reading *n = genitive_behind(c);
  if (n && r->pos == POS_NUMERAL) return -2; /* «مئتي شخص» */
  return n ? (is_definite(n) ? -2 : 2) : 9;
}

/* «مارس 2011», «3 أيام»: a number beside a time. */
static int cost_time(const Context *c, const Reading *r) {
  if (!(r->traits & TRAIT_TIME)) return 0;
  return c->before == BESIDE_NUMBER || c->after == BESIDE_NUMBER ? -4 : 0;
}

/* «عملية قتل وخطف», «مقتل جندي وجرح اثنين»: what is joined is of one kind. */
static int cost_joined(const Context *c, const Reading *r) {
  if (!(r->clitics & CLITIC_CONJ)) return 0;
  bool complement = c->masdar == c->previous || r->enclitic || !c->next || c->next->pos != POS_PREP; /* «ولفت إلى» */
  if (c->masdar && complement && r->form == FORM_MASDAR && !(r->clitics & CLITIC_AL) && !(r->flags & ENDING_TANWIN))
    return -8;
  const Reading *p = c->previous;
  return p && is_verb(p) && is_verb(r) && p->form == r->form ? -4 : 0;
}

/* «توجه المتظاهرون»: a subject is nobody's genitive, and follows no preposition. */
static int cost_case(const Context *c, const Reading *r) {
  if (r->flags & ENDING_NOMINATIVE && (r->clitics & CLITIC_PREP || governed_by(c) == GOVERNS_NOUN)) return 6;
  if (!c->next || !(c->next->flags & ENDING_NOMINATIVE) || is_apart(c->next)) return 0;
  if (is_verb(r)) return r->number == NUMBER_SINGULAR ? -3 : 0;
  return r->pos == POS_NOUN && !(r->clitics & CLITIC_AL) && !r->enclitic && !(r->flags & ENDING_TANWIN) ? 3 : 0;
}

/* Rules that ask for a part of speech first are asked by it. */
int word_context_cost(const Context *c, const Reading *r) {
  int cost = cost_governed(c, r) + cost_mood(c, r) + cost_state(c, r) + cost_joined(c, r) + cost_case(c, r);
  switch (r->pos) {
    case POS_VERB: return cost + cost_verb(c, r) + cost_agreement(c, r);
    case POS_NOUN:
      if (r->form == FORM_MASDAR && !r->clitics && !r->enclitic && before_resumption(c)) cost += 3;
      return cost + cost_noun(c, r) + cost_elative(c, r) + cost_masdar(c, r) + cost_time(c, r);
    case POS_ADJ: return cost + cost_adjective(c, r) + cost_masdar(c, r);
    case POS_PROPER: return cost + cost_name(c, r) + cost_masdar(c, r);
    case POS_NUMERAL: return cost + cost_masdar(c, r);
    default: return cost + cost_governing(c, r);
  }
}

TraitClasses trait_classes(const Lexicon *x) {
  return (TraitClasses){.light = lexicon_class(x, STR("light")),
                        .aspect = lexicon_class(x, STR("aspect")),
                        .time = lexicon_class(x, STR("time")),
                        .title = lexicon_class(x, STR("title")) | lexicon_class(x, STR("rank")) |
                                 lexicon_class(x, STR("official")),
                        .person = lexicon_class(x, STR("person")),
                        .event = lexicon_class(x, STR("event"))};
}

uint16_t word_traits(const Lexicon *x, const TraitClasses *classes, const Reading *r) {
  if (r->lemma >= x->n) return 0;
  const Lemma *lemma = &x->lemmas[r->lemma];
  ClassSet has = lemma->classes;
  uint32_t governs = r->enclitic ? (uint32_t)GOVERNS_ANY : lemma->governs;
  return (uint16_t)((has & classes->light ? TRAIT_LIGHT : 0) | (has & classes->aspect ? TRAIT_ASPECT : 0) |
                    (has & classes->time ? TRAIT_TIME : 0) | (has & classes->title ? TRAIT_TITLE : 0) |
                    (has & classes->person ? TRAIT_PERSON : 0) | (has & classes->event ? TRAIT_EVENT : 0) |
                    governs << TRAIT_GOVERNS_SHIFT);
}
