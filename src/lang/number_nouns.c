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

enum { NONE_WINDOW = 6 };

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

/* «أحد مرافقيه»: before a definite noun, a pronoun or «من»; not «لا أحد», «كل أحد». */
static bool read_one_of(const NumberReader *r, uint32_t i, Number *out) {
  if (!number_cue(r, i, CUE_ONE_OF) || !word_follows(r, i)) return false;
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
  if ((!other && !others) || r->hits[i].clitics & CLITIC_PREP) return false;
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

static bool is_dual_adjective(const NumberReader *r, uint32_t i) {
  if (!i || !number_same_sentence(r, i - 1, i)) return false;
  const Reading *here = word_best(r->words, i), *before = word_best(r->words, i - 1);
  return here->pos == POS_ADJ && before->number == NUMBER_DUAL && !(here->clitics & CLITIC_CONJ);
}

/* «مدنيين اثنين»: the numeral behind says that it is the dual. */
static bool two_behind(const NumberReader *r, uint32_t i) {
  if (!word_follows(r, i)) return false;
  const Cue *two = number_cue(r, i + 1, CUE_UNIT);
  return two && two->value > 1.5 && two->value < 2.5 && !r->hits[i + 1].clitics;
}

static bool read_dual(const NumberReader *r, uint32_t i, Number *out) {
  if (!r->words || !r->words->at) return false;
  const Reading *best = word_best(r->words, i);
  if (best->pos != POS_NOUN && best->pos != POS_ADJ) return false;
  bool dual = best->number == NUMBER_DUAL, either = best->dual_or_plural;
  if ((!dual && !either) || is_dual_adjective(r, i)) return false;
  if (best->guessed && !either && !two_behind(r, i)) return false;
  bool two = two_behind(r, i);
  if (either && !two && best->clitics & CLITIC_AL) return false;
  set_noun(r, i, i + 1 + two, 2, either && !two ? INFINITY : 2, out);
  return true;
}

bool number_of_noun(const NumberReader *r, uint32_t i, Number *out) {
  if (number_token(r, i)->kind != TOKEN_WORD) return false;
  if (r->hits[i].node &&
      (read_none(r, i, out) || read_one_of(r, i, out) || read_other(r, i, out) || read_multiple(r, i, out)))
    return true;
  return read_dual(r, i, out);
}
