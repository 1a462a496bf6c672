/* What the words beside a word say about it.
 *
 *   قتل 3 أشخاص        begins a clause: the verb
 *   عملية قتل          behind a noun without article: the masdar
 *   لم يعد             «لم» wants a jussive: عاد
 *   الجيش العراقي      article behind article: the adjective
 *   مسلحي التنظيم      lost its nun before a noun: plural in construct
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

static const Lemma *lemma_of(const Lexicon *x, const Reading *r) {
  return r->lemma < x->n ? &x->lemmas[r->lemma] : NULL;
}

static WordGoverns governs_of(const Context *c) {
  if (!c->previous) return GOVERNS_ANY;
  const Lemma *lemma = lemma_of(c->lexicon, &c->previous->reading);
  return lemma && !c->previous->reading.enclitic ? (WordGoverns)lemma->governs : GOVERNS_ANY;
}

/* What the function word before wants. */
static int cost_governed(const Context *c, const Candidate *cur) {
  const Reading *r = &cur->reading;
  bool verb = is_verb(r), imperfect = verb && r->form == FORM_IMPERFECT, perfect = verb && r->form == FORM_PERFECT;
  switch (governs_of(c)) {
    case GOVERNS_NOUN: return verb ? 24 : r->pos == POS_ADJ ? 3 : 0;
    case GOVERNS_VERB: return verb ? -6 : 6;
    case GOVERNS_PERFECT: return perfect ? -5 : verb ? 0 : 2;
    case GOVERNS_IMPERFECT: return imperfect ? -8 : 10;
    case GOVERNS_SUBJUNCTIVE: return imperfect ? -8 : 10;
    case GOVERNS_JUSSIVE: return imperfect ? (cur->flags & ENDING_JUSSIVE ? -14 : -10) : 12;
    case GOVERNS_CLAUSE: return verb ? -3 : 0;
    default: return 0;
  }
}

/* Forms that only a governing word explains. */
static int cost_mood(const Context *c, const Candidate *cur) {
  WordGoverns governs = governs_of(c);
  if (cur->flags & ENDING_JUSSIVE && governs != GOVERNS_JUSSIVE) return 12;
  if (!(cur->flags & ENDING_SUBJUNCTIVE)) return 0;
  bool explained = governs == GOVERNS_JUSSIVE || governs == GOVERNS_SUBJUNCTIVE || governs == GOVERNS_CLAUSE ||
                   governs == GOVERNS_ANY || cur->reading.clitics & CLITIC_LI;
  return explained ? 0 : 6;
}

/* «صواريخ قصيرة»: the plural of things takes a feminine singular. */
static bool agree(const Reading *noun, const Reading *adj) {
  bool several = noun->number == NUMBER_PLURAL || noun->number == NUMBER_DUAL || noun->pos == POS_NUMERAL;
  if (adj->number == NUMBER_PLURAL || adj->number == NUMBER_DUAL) return several;
  if (noun->number == NUMBER_PLURAL) return adj->gender == GENDER_FEMININE;
  return noun->gender == adj->gender || !noun->gender;
}

/* An adjective follows a noun and has its article. */
static int cost_adjective(const Context *c, const Candidate *cur) {
  const Reading *r = &cur->reading, *noun = c->previous ? &c->previous->reading : NULL;
  if (r->pos != POS_ADJ) return 0;
  if (!noun || !is_nominal(noun) || r->clitics & (CLITIC_PREP | CLITIC_CONJ)) return 6;
  bool article = r->clitics & CLITIC_AL;
  if (article != is_definite(noun)) return article ? 0 : 5;
  return agree(noun, r) ? -6 : 3;
}

/* Two nouns with the article do not stand side by side. */
static int cost_noun(const Context *c, const Candidate *cur) {
  const Reading *r = &cur->reading, *before = c->previous ? &c->previous->reading : NULL;
  if (r->pos != POS_NOUN || !before || !is_nominal(before)) return 0;
  if (r->clitics & (CLITIC_PREP | CLITIC_CONJ)) return 0;
  return r->clitics & CLITIC_AL && before->clitics & CLITIC_AL ? 4 : 0;
}

static bool begins_clause(const Context *c, const Reading *r) {
  if (c->before == BESIDE_NOTHING || r->clitics & CLITIC_CONJ) return true;
  if (!c->previous) return false;
  const Reading *p = &c->previous->reading;
  return p->pos == POS_SUBORD || p->pos == POS_RELATIVE || p->pos == POS_PARTICLE || p->pos == POS_CONJ ||
         p->pos == POS_NEGATION;
}

/* Something a verb takes: its subject or object, a number of them, a preposition. */
static bool takes_argument(const Context *c) {
  if (c->after == BESIDE_NUMBER) return true;
  if (c->after != BESIDE_WORD || !c->next) return false;
  const Reading *n = &c->next->reading;
  if (n->pos == POS_ADJ && !(n->clitics & CLITIC_AL)) return false; /* «قصف مدفعي»: its adjective */
  return n->pos == POS_PREP || is_nominal(n);
}

static bool before_adjective(const Context *c) {
  return c->next && c->next->reading.pos == POS_ADJ && !(c->next->reading.clitics & (CLITIC_AL | CLITIC_CONJ));
}

static int cost_verb(const Context *c, const Candidate *cur) {
  const Reading *r = &cur->reading;
  if (!is_verb(r)) return 0;
  int cost = 0;
  if (begins_clause(c, r)) cost -= (takes_argument(c) ? 4 : 1) + (r->form == FORM_PERFECT);
  if (before_adjective(c)) cost += 4;
  if (c->before == BESIDE_NUMBER) cost += 6;
  if (!c->previous || r->clitics & CLITIC_CONJ) return cost;
  const Reading *p = &c->previous->reading;
  const Lemma *lemma = lemma_of(c->lexicon, p);
  if (is_verb(p)) return cost + (lemma && lemma->classes & c->aspect ? 0 : r->form == FORM_IMPERFECT ? 3 : 9);
  if (p->pos == POS_RELATIVE) cost -= 5;
  /* «جريمة قتل»: an indefinite noun is followed by its genitive rather than by its verb */
  if (p->pos == POS_NOUN && !is_definite(p) && !p->construct && r->form == FORM_PERFECT) cost += 5;
  if (p->construct) cost += 9;
  return cost;
}

/* «تم اعتقال», «شن قصفاً»: a light verb is followed by its noun. */
static int cost_masdar(const Context *c, const Candidate *cur) {
  const Reading *r = &cur->reading;
  if (!c->previous || !is_verb(&c->previous->reading) || !is_nominal(r)) return 0;
  const Lemma *lemma = lemma_of(c->lexicon, &c->previous->reading);
  return lemma && lemma->classes & c->light && r->form == FORM_MASDAR ? -5 : 0;
}

/* A noun without its nun or with tanwin. */
static int cost_state(const Context *c, const Candidate *cur) {
  const Reading *r = &cur->reading;
  bool counted = c->before == BESIDE_NUMBER || (c->previous && c->previous->reading.pos == POS_NUMERAL);
  const Reading *n = c->next ? &c->next->reading : NULL;
  bool genitive = n && (n->pos == POS_NOUN || n->pos == POS_PROPER) && !(n->clitics & (CLITIC_PREP | CLITIC_CONJ));
  if (cur->flags & ENDING_TANWIN)
    return counted ? -4 : genitive && r->pos == POS_NOUN && n->clitics & CLITIC_AL ? 6 : 0;
  if (counted && r->number == NUMBER_DUAL && is_nominal(r)) return 12;
  if (!r->construct || r->enclitic) return 0;
  return genitive ? (is_definite(n) ? -2 : 2) : 9;
}

/* «عملية قتل وخطف»: what is joined is of one kind. */
static int cost_joined(const Context *c, const Candidate *cur) {
  const Reading *r = &cur->reading;
  if (!(r->clitics & CLITIC_CONJ) || !c->previous) return 0;
  const Reading *p = &c->previous->reading;
  if (p->form == FORM_MASDAR && r->form == FORM_MASDAR && !(p->clitics & CLITIC_AL)) return -8;
  return is_verb(p) && is_verb(r) && p->form == r->form ? -4 : 0;
}

/* A noun that begins a clause bare of article, where a verb could: «قصف الجيش». */
static int cost_bare_start(const Context *c, const Candidate *cur) {
  const Reading *r = &cur->reading;
  if (r->pos != POS_ADJ && r->pos != POS_NOUN) return 0;
  if (r->clitics & (CLITIC_AL | CLITIC_PREP)) return 0;
  return c->previous && c->previous->reading.pos == POS_RELATIVE ? 3 : 0;
}

int word_context_cost(const Context *c, const Candidate *cur) {
  return cost_governed(c, cur) + cost_mood(c, cur) + cost_adjective(c, cur) + cost_noun(c, cur) + cost_verb(c, cur) +
         cost_masdar(c, cur) + cost_state(c, cur) + cost_joined(c, cur) + cost_bare_start(c, cur);
}
