/* Numbers that count nothing: years, times of the clock, names and kinds of things.
 *
 *   «القرار 2254», «المادة الخامسة», «رقم 7»   behind a word of naming
 *   «اللواء السابع», «قناة 24»                  behind a unit that is named by number
 *   «في 2011», «آذار 2019», «2023م»             a year, unless it counts: «2013 لاجئاً»; «في» and «منذ» lead a year
 *   «فق10», «F-16», «كوفيد-19», «4K»            written in one with letters
 *   «1- …», «2) …» at the start of a line       an enumeration
 *
 * A counted noun behind the number speaks against most of them: «قرار 5 دول». */
#include "lang/number_parts.h"

enum { LONGEST_ABBREVIATION = 3, LONGEST_COUNT = 9, SCORE_MAX = 200, ENUMERATION_MAX = 50 };

bool number_noun_at(const NumberReader *r, uint32_t i) {
  if (i >= r->text->ntokens || !i || !number_same_sentence(r, i - 1, i)) return false;
  const Token *t = number_token(r, i);
  if (t->kind != TOKEN_WORD || t->n < 2) return false;
  if (number_cue(r, i, CUE_ERA) || number_cue(r, i, CUE_IN) || number_cue(r, i, CUE_TO)) return false;
  if (r->words && r->words->at) {
    const Reading *best = word_best(r->words, i);
    if (best->clitics & (CLITIC_AL | CLITIC_CONJ | CLITIC_PREP)) return false;
    return best->pos == POS_NOUN || best->pos == POS_ADJ;
  }
  Str key = token_fold(r->text, i);
  bool al = key.n > 2 && (uint8_t)key.p[0] == LETTER_ALEF && (uint8_t)key.p[1] == LETTER_LAM;
  bool conj = (uint8_t)key.p[0] == LETTER_WAW && t->n < 4;
  return !al && !conj && t->n > 2 && !number_cue(r, i, CUE_BETWEEN) && !number_cue(r, i, CUE_FROM);
}

/* The token with the digits: «الـ83» begins with its article. */
static uint32_t digits_of(const NumberReader *r, const Amount *a) {
  uint32_t i = a->first;
  while (i < a->last && number_token(r, i)->kind != TOKEN_NUMBER) i++;
  return i;
}

static bool is_prefix(const NumberReader *r, uint32_t i) {
  return number_cue(r, i, CUE_PREFIX) || number_cue(r, i, CUE_ARTICLE) || number_cue(r, i, CUE_AND);
}

/* «إلى510», «جرح3»: a blank is missing, and no more. */
static bool plain_word(const NumberReader *r, uint32_t i) {
  if (number_cue(r, i, CUE_TO) || number_cue(r, i, CUE_IN) || number_cue(r, i, CUE_FROM) ||
      number_cue(r, i, CUE_YEAR_WORD))
    return true;
  if (!r->words || !r->words->at) return false;
  const Reading *best = word_best(r->words, i);
  uint8_t pos = best->pos;
  if (number_token(r, i)->n == LONGEST_ABBREVIATION && !best->guessed && pos != POS_PROPER && pos != POS_ABBREV)
    return true; /* «جرح3» */
  return pos == POS_PREP || pos == POS_CONJ || pos == POS_SUBORD || pos == POS_RELATIVE || pos == POS_PARTICLE;
}

/* «فق10», «F-16», «4K». */
static bool joined_to_letters(const NumberReader *r, uint32_t i, uint32_t last) {
  if (number_glued(r, last, TOKEN_LATIN)) return true;
  if (!i || number_token(r, i)->flags & TOKEN_SPACED) return false;
  const Token *before = number_token(r, i - 1);
  if (before->kind == TOKEN_LATIN) return true;
  if (before->kind == TOKEN_WORD)
    return before->n <= LONGEST_ABBREVIATION && !is_prefix(r, i - 1) && !plain_word(r, i - 1);
  uint8_t sign = token_sign(r->text, i - 1);
  if (sign == '+') return true;
  if (sign != '-' || before->flags & TOKEN_SPACED || i < 2) return false;
  const Token *name = number_token(r, i - 2);
  return name->kind == TOKEN_LATIN || (name->kind == TOKEN_WORD && name->n <= LONGEST_ABBREVIATION) ||
         number_cue(r, i - 2, CUE_LABEL);
}

static bool enumerates(const NumberReader *r, const Amount *a) {
  if (!(number_token(r, a->first)->flags & TOKEN_LINE) || a->last != a->first + 1 || a->min > ENUMERATION_MAX)
    return false;
  uint8_t sign = number_sign(r, a->last);
  bool closes = (sign == '-' || sign == ')' || sign == '.') && number_glued(r, a->last, TOKEN_PUNCT);
  return closes && a->last + 1 < r->text->ntokens && number_token(r, a->last + 1)->flags & TOKEN_SPACED &&
         number_token(r, a->last + 1)->kind == TOKEN_WORD;
}

/* «3 - 1»: a score, or a line of players. */
static bool is_score(const NumberReader *r, const Amount *a) {
  if (a->last != a->first + 1 || a->min > SCORE_MAX || number_token(r, a->first)->kind != TOKEN_NUMBER) return false;
  bool before = a->first > 1 && number_same_sentence(r, a->first - 2, a->first) &&
                number_sign(r, a->first - 1) == '-' && number_token(r, a->first - 2)->kind == TOKEN_NUMBER;
  bool after = number_same_sentence(r, a->first, a->last + 1) && number_sign(r, a->last) == '-' &&
               number_token(r, a->last + 1)->kind == TOKEN_NUMBER;
  return (before || after) && !number_noun_at(r, a->last);
}

/* «في 2016 حكماً», «منذ 2015 عمليات»: behind such a word a year of our time is one, whatever noun comes next. */
static bool led_as_year(const NumberReader *r, const Amount *a, uint32_t before) {
  enum { FROM_YEAR = 1950, TO_YEAR = 2049, ROUND = 50 };
  if (before == UINT32_MAX || a->min < FROM_YEAR || a->max > TO_YEAR || (int32_t)a->min % ROUND == 0) return false;
  return number_cue(r, before, CUE_IN) || number_cue(r, before, CUE_SINCE);
}

static bool is_year(const NumberReader *r, const Amount *a, uint32_t before) {
  bool named = before != UINT32_MAX && number_cue(r, before, CUE_YEAR_WORD);
  if (named && a->min >= 1000 && a->max <= 2200) return true;
  if (!a->year || number_lone(r, a->first, a->last)) return false;
  if (number_same_sentence(r, a->first, a->last) && number_cue(r, a->last, CUE_ERA)) return true;
  if (before != UINT32_MAX && (number_cue(r, before, CUE_MONTH) || number_cue(r, before, CUE_HIJRI_MONTH))) return true;
  return led_as_year(r, a, before) || (a->min >= 1900 && !number_noun_at(r, a->last));
}

/* Behind «القرار», «اللواء», «الساعة». */
static bool is_named(const NumberReader *r, const Amount *a, uint32_t before) {
  if (number_cue(r, before, CUE_CLOCK)) return true;
  bool digits = number_token(r, a->first)->kind == TOKEN_NUMBER;
  const Cue *label = number_cue(r, before, CUE_LABEL);
  if (label && a->kind == NUMBER_ORDINAL && !(label->value > 0)) return false;
  if (label && (label->value > 0 || !number_noun_at(r, a->last))) return digits || label->value > 0 || a->article;
  if (!number_cue(r, before, CUE_LABEL_UNIT)) return false;
  if (digits) return !number_noun_at(r, a->last);
  return a->article && !number_noun_at(r, a->last);
}

void number_over_clock(const NumberReader *r, Amount *a) {
  bool clock = a->first && number_same_sentence(r, a->first - 1, a->first) && number_cue(r, a->first - 1, CUE_CLOCK);
  if (!clock || !number_same_sentence(r, a->first, a->last) || !(r->hits[a->last].clitics & CLITIC_CONJ)) return;
  if (number_cue(r, a->last, CUE_FRACTION)) a->last++;
}

bool number_is_label(const NumberReader *r, const Amount *a) {
  if (a->kind == NUMBER_LABEL) return true;
  if (number_same_sentence(r, a->first, a->last) && number_cue(r, a->last, CUE_ZONE)) return true;
  uint32_t before = a->first && number_same_sentence(r, a->first - 1, a->first) ? a->first - 1 : UINT32_MAX;
  if (before != UINT32_MAX && number_cue(r, before, CUE_PREFIX) && before &&
      number_same_sentence(r, before - 1, before) && number_cue(r, before - 1, CUE_CLOCK))
    return true;
  if (before != UINT32_MAX && is_named(r, a, before)) return true;
  if (a->kind != NUMBER_CARDINAL) return false;
  uint32_t digits = digits_of(r, a);
  if (digits < a->last) {
    if (joined_to_letters(r, digits, digits + 1) || enumerates(r, a) || is_score(r, a)) return true;
    if (a->last == digits + 1 && number_token(r, digits)->n > LONGEST_COUNT && !number_noun_at(r, a->last)) return true;
  }
  return is_year(r, a, before);
}
