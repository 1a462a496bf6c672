/* Numbers that are a form of the noun.
 *
 *   «عمليتين», «هدفان»          the dual: 2
 *   «مدنيين», «مسلحين»          unvocalised, dual or plural: 2 or more; «مدنيين اثنين» is 2
 *   «أحد مرافقيه»               one of his companions: 1
 *   «وإصابة آخر»                and the injury of one more; not «بشكل آخر», in another way
 *   «ضعف عدد العمليات»          twice the number: a ratio; not «ضعف الجيش», the weakness
 *   «دون وقوع إصابات»           none
 */
#include "lang/number_parts.h"
#include "lang/word_analyse.h"

enum { NONE_WINDOW = 6, SHORTEST_DUAL = 5, RANK_EVERYDAY = 7 };

static const Lemma *lemma_of(const NumberReader *r, const Reading *reading) {
  const Lexicon *x = r->words ? r->words->lexicon : NULL;
  return x && reading->lemma < x->n ? &x->lemmas[reading->lemma] : NULL;
}

static bool has_class(const NumberReader *r, const Reading *reading, const char *name) {
  const Lemma *lemma = lemma_of(r, reading);
  return lemma && lemma->classes & lexicon_class(r->words->lexicon, str_of(name));
}

static void set_noun(const NumberReader *r, uint32_t first, uint32_t last, double min, double max, Number *out) {
  *out = (Number){.span = text_tokens_span(r->text, first, last),
                  .first = first,
                  .last = last,
                  .min = min,
                  .max = max,
                  .kind = NUMBER_CARDINAL,
                  .noun = true};
}

/* «دون … إصابات», «لم يسقط … قتلى»: nothing but words of happening between. */
static bool read_none(const NumberReader *r, uint32_t i, Number *out) {
  bool without = number_cue(r, i, CUE_WITHOUT), not = number_cue(r, i, CUE_NOT);
  if (!without && !not ) return false;
  bool happens = without;
  uint32_t k = i + r->hits[i].tokens;
  for (uint32_t steps = 0; steps < NONE_WINDOW && number_same_sentence(r, i, k); steps++) {
    if (number_cue(r, k, CUE_VICTIMS) && happens) {
      set_noun(r, k, k + 1, 0, 0, out);
      return true;
    }
    if (number_cue(r, k, CUE_HAPPEN))
      happens = true;
    else if (!number_cue(r, k, CUE_FILLER))
      return false;
    k += r->hits[k].tokens;
  }
  return false;
}

static bool word_follows(const NumberReader *r, uint32_t i) {
  return number_same_sentence(r, i, i + 1) && number_token(r, i + 1)->kind == TOKEN_WORD;
}

/* «وأحد» folds to «واحد», one; its hamza tells them apart. */
static bool and_one_of(const NumberReader *r, uint32_t i) {
  Str light = token_light(r->text, i);
  const Cue *unit = number_cue(r, i, CUE_UNIT);
  return unit && unit->value < 2 && light.n > 2 && (uint8_t)light.p[1] == LETTER_ALEF_HAMZA;
}

bool number_spelled_one_of(const NumberReader *r, uint32_t i) {
  return number_cue(r, i, CUE_ONE_OF) || and_one_of(r, i);
}

/* «أحد مرافقيه»: before a definite noun, a pronoun or «من»; not «لا أحد», «كل أحد». */
static bool read_one_of(const NumberReader *r, uint32_t i, Number *out) {
  if (!number_spelled_one_of(r, i) || !word_follows(r, i)) return false;
  if (r->hits[i].clitics & CLITIC_AL || (i && number_cue(r, i - 1, CUE_NOT))) return false;
  const Reading *next = r->words && r->words->at ? word_best(r->words, i + 1) : NULL;
  Str key = token_fold(r->text, i + 1);
  bool al = key.n > 3 && (uint8_t)key.p[0] == LETTER_ALEF && (uint8_t)key.p[1] == LETTER_LAM;
  bool noun = next && (next->pos == POS_NOUN || next->pos == POS_PROPER || next->pos == POS_ADJ) &&
              !(next->clitics & (CLITIC_CONJ | CLITIC_PREP));
  if (!al && !noun) return false;
  set_noun(r, i, i + 1, 1, 1, out);
  return true;
}

/* «وإصابة آخر», «قُتل شخص وآخر مدني». */
static bool read_other(const NumberReader *r, uint32_t i, Number *out) {
  const Cue *other = number_cue(r, i, CUE_OTHER), *others = number_cue(r, i, CUE_OTHERS);
  if ((!other && !others) || r->hits[i].clitics & CLITIC_PREP || i == r->counted) return false;
  bool behind_taker = i && number_same_sentence(r, i - 1, i) && number_cue(r, i - 1, CUE_TAKER);
  if (others) {
    double n = others->value;
    if (r->words && r->words->at && n < 0 && word_best(r->words, i)->number == NUMBER_PLURAL &&
        !word_best(r->words, i)->dual_or_plural)
      return false;
    set_noun(r, i, i + 1, 2, n < 0 ? INFINITY : 2, out);
    return behind_taker || n > 0;
  }
  if (!behind_taker) return false;
  set_noun(r, i, i + 1, 1, 1, out);
  return true;
}

/* «ضعف عدد …», «إلى الضعف», «أضعاف». */
static bool read_multiple(const NumberReader *r, uint32_t i, Number *out) {
  const Cue *twice = number_cue(r, i, CUE_DOUBLE);
  bool many = number_cue(r, i, CUE_MULTIPLE);
  if (!twice && !many) return false;
  bool measured = word_follows(r, i) && number_cue(r, i + 1, CUE_MEASURE);
  bool reached = i && number_cue(r, i - 1, CUE_TO) && r->hits[i].clitics & CLITIC_AL;
  if (twice && !measured && !reached) return false;
  set_noun(r, i, i + 1, many ? 3 : 2, many ? INFINITY : 2, out);
  out->kind = NUMBER_RATIO;
  out->noun = false;
  return true;
}

/* «عمليتان أمنيتان», «البلدين الشقيقين»: the second agrees with the first; «القاعدتين
 * الروسيتين»; «التابعتين» behind other words describes what stood before them. */
static bool is_dual_adjective(const NumberReader *r, uint32_t i) {
  const Reading *here = word_best(r->words, i);
  if (here->pos == POS_ADJ && here->clitics & CLITIC_AL) return true;
  if (!i || !number_same_sentence(r, i - 1, i)) return false;
  const Reading *before = word_best(r->words, i - 1);
  if (before->number != NUMBER_DUAL || here->clitics & (CLITIC_CONJ | CLITIC_PREP)) return false;
  return !before->construct;
}

/* Behind «مدنيين اثنين», «عسكريين أتراك اثنين»: the numeral that says it is the dual; 0 for
 * none. */
static uint32_t behind_two(const NumberReader *r, uint32_t i) {
  for (uint32_t k = i + 1; k <= i + 2 && number_same_sentence(r, i, k); k++) {
    const Cue *two = number_cue(r, k, CUE_UNIT);
    if (two && two->value > 1.5 && two->value < 2.5 && !r->hits[k].clitics) return k + 1;
    const Reading *between = word_best(r->words, k);
    if (between->clitics || between->number < NUMBER_DUAL) break;
  }
  return 0;
}

/* The word before, where it is a noun of that number that this one may describe. */
static bool behind_noun(const NumberReader *r, uint32_t i, WordNumber number) {
  if (!i || !number_same_sentence(r, i - 1, i)) return false;
  const Reading *before = word_best(r->words, i - 1);
  return before->number == number && (before->pos == POS_NOUN || before->pos == POS_ADJ);
}

static bool joined_within(const NumberReader *r, uint32_t i, uint32_t window) {
  for (uint32_t k = i + 1; k <= i + window && number_same_sentence(r, i, k); k++)
    if (number_token(r, k)->kind == TOKEN_PUNCT)
      return false;
    else if (word_best(r->words, k)->clitics & CLITIC_WA || number_cue(r, k, CUE_AND))
      return true;
  return false;
}

/* What has lost its nun looks like a possessive («رحلتي», my journey) or an accusative
 * («متهماً»): it needs its noun behind it, a name or one that ال or another noun makes
 * definite. With «تا», «تي» that will do: «دولتا الإمارات»; with «ي» two must follow:
 * «مخيمي الهول والروج»; with «ا» alone nothing helps. */
static bool construct_stands(const NumberReader *r, uint32_t i, const Reading *best) {
  if (!word_follows(r, i) || best->form == FORM_MASDAR) return false;
  Str light = token_light(r->text, i);
  if (light.n < 4) return false;
  const Reading *next = word_best(r->words, i + 1);
  bool noun = (next->pos == POS_NOUN || next->pos == POS_PROPER) && !(next->clitics & (CLITIC_CONJ | CLITIC_PREP));
  if (!noun || (next->guessed && next->pos != POS_PROPER)) return false;
  if ((uint8_t)light.p[light.n - 2] == LETTER_TA) return (uint8_t)light.p[light.n - 1] != LETTER_ALEF_MAKSURA;
  return (uint8_t)light.p[light.n - 1] == LETTER_YA && joined_within(r, i + 1, 3);
}

/* «البلدان» is more often a broken plural, «البحرين» a name: another reading without a
 * dual, known and not by way of an enclitic, leaves it undecided. «تين», «تان» are plain. */
static bool undecided(const NumberReader *r, uint32_t i, const Reading *best) {
  const Word *word = &r->words->at[i];
  Str fold = token_fold(r->text, i);
  bool nominative = fold.n > 1 && (uint8_t)fold.p[fold.n - 2] == LETTER_ALEF;
  if (best->construct || best->enclitic || fold.n < 4) return false;
  if ((uint8_t)fold.p[fold.n - 3] == LETTER_TA && fold.n > 5) return false;
  for (uint8_t k = 0; k < word->n; k++) {
    const Reading *other = &word->readings[k];
    bool nominal = other->pos == POS_NOUN || other->pos == POS_PROPER || (nominative && other->pos == POS_VERB);
    bool shared = other->dual_or_plural; /* the same form, seen as a plural: the analyser has weighed it */
    if (nominal && !shared && other->number != NUMBER_DUAL && !other->guessed && !other->enclitic) return true;
  }
  return false;
}

/* A verb, a masdar or a word of casualty before it, «على» between or not: «القبض على
 * مسلحين», «مقتل مدنيين», «اعتقلت مطلوبين». */
static bool behind_act(const NumberReader *r, uint32_t i) {
  for (uint32_t steps = 0; steps < 2 && i && number_same_sentence(r, i - 1, i); steps++) {
    const Reading *before = word_best(r->words, --i);
    if (number_cue(r, i, CUE_COPULA)) return false;
    if (number_cue(r, i, CUE_TAKER) || before->pos == POS_VERB || before->form == FORM_MASDAR) return true;
    if (before->pos != POS_PREP) return false;
  }
  return false;
}

/* «فلسطينيين»: people by where they are from or what they are of. */
static bool is_relation(const NumberReader *r, uint32_t i) {
  Str fold = token_fold(r->text, i);
  return fold.n > 5 && (uint8_t)fold.p[fold.n - 3] == LETTER_YA;
}

/* Where the form leaves dual or plural open, only a bare noun counts that something befell:
 * not «المسلحين», «مسلحي التنظيم», «شركاء آخرين», nor what a number before it has counted; nor a
 * participle that says how («قالوا مشيرين إلى»). */
static bool either_stands(const NumberReader *r, uint32_t i, const Reading *best) {
  if (!(best->traits & TRAIT_PERSON) && !is_relation(r, i)) return false;
  if (best->clitics & CLITIC_AL || best->construct || best->enclitic || i == r->counted) return false;
  if (i && number_same_sentence(r, i - 1, i) && number_spelled_one_of(r, i - 1)) return false;
  return behind_act(r, i) && !behind_noun(r, i, NUMBER_PLURAL) && !behind_noun(r, i, NUMBER_DUAL);
}

/* «ان» is the nominative: no preposition before it, none on it. «سان جرمان» is a name. */
static bool wrong_case(const NumberReader *r, uint32_t i, const Reading *best) {
  Str fold = token_fold(r->text, i);
  if (best->construct || best->enclitic || (uint8_t)fold.p[fold.n - 2] != LETTER_ALEF) return false;
  if (best->clitics & CLITIC_PREP) return true;
  if (!i || !number_same_sentence(r, i - 1, i)) return false;
  const Reading *before = word_best(r->words, i - 1);
  return before->pos == POS_PREP && !before->enclitic; /* «قتل فيه عنصران»: «فيه» governs its own pronoun */
}

/* «كيليان», «الثنيان»: the dual of a word that only dictionaries know is more often a name;
 * «مدينة القصرين», «بلدة القريتين»: what a place is called. */
static bool reads_as_name(const NumberReader *r, uint32_t i, const Reading *best) {
  const Lemma *lemma = lemma_of(r, best);
  bool participle = best->form == FORM_ACTIVE_PARTICIPLE || best->form == FORM_PASSIVE_PARTICIPLE; /* «المتسابقان» */
  if (lemma && lemma->rank > RANK_EVERYDAY && !best->construct && !participle) return true;
  if (!(best->clitics & CLITIC_AL) || !i || !number_same_sentence(r, i - 1, i)) return false;
  const Reading *before = word_best(r->words, i - 1);
  return before->pos == POS_NOUN && before->number == NUMBER_SINGULAR && !(before->clitics & CLITIC_AL) &&
         !before->enclitic && has_class(r, before, "area");
}

static bool read_dual(const NumberReader *r, uint32_t i, Number *out) {
  if (!r->words || !r->words->at) return false;
  const Reading *best = word_best(r->words, i);
  bool either = best->dual_or_plural;
  if (best->number != NUMBER_DUAL && !either) return false;
  if (best->pos != POS_NOUN && !(best->pos == POS_ADJ && (either || behind_two(r, i)))) return false;
  if (best->stem_n < SHORTEST_DUAL || wrong_case(r, i, best)) return false; /* «مران», «صرين»: names, more often */
  uint32_t two = behind_two(r, i);
  if (is_dual_adjective(r, i) || (!two && reads_as_name(r, i, best))) return false;
  if (!two && (best->guessed || (either && !either_stands(r, i, best)))) return false;
  if (!either && !two && (undecided(r, i, best) || (best->construct && !construct_stands(r, i, best)))) return false;
  set_noun(r, i, two ? two : i + 1, 2, either && !two ? INFINITY : 2, out);
  return true;
}

bool number_of_noun(const NumberReader *r, uint32_t i, Number *out) {
  if (number_token(r, i)->kind != TOKEN_WORD) return false;
  if (r->hits[i].node &&
      (read_none(r, i, out) || read_one_of(r, i, out) || read_other(r, i, out) || read_multiple(r, i, out)))
    return true;
  if (!read_dual(r, i, out)) return false;
  number_bound_after(r, out);
  return true;
}
