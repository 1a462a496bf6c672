/* Numbers in digits.
 *
 *   «1,234», «١٬٢٣٤», «1.200.000», «10 000»   thousands
 *   «٠٫٧٧», «.77», «1,5»                        decimals
 *   «5-7»                                       a range; «3-1» is a score
 *   «11/10» alone                               a fraction; in running text a day and month
 *   «10:30», «12/2/2012», «963-11-…», «5+1»     labels
 *
 * The view has already made all digits ASCII and «٬» a comma, «٫» a point. The text's own
 * blanks decide: parts of one number are written without. */
#include "lang/number_parts.h"

enum { MAX_DIGITS = 15, MAX_PARTS = 64 };

static double digits_value(const NumberReader *r, uint32_t i) {
  Str s = token_light(r->text, i);
  double v = 0;
  for (size_t k = 0; k < s.n && k < 40; k++) v = v * 10 + (s.p[k] - '0');
  return v;
}

static bool number_part(const NumberReader *r, uint32_t i, uint8_t sign) {
  return number_sign(r, i) == sign && number_glued(r, i, TOKEN_PUNCT) && number_glued(r, i + 1, TOKEN_NUMBER);
}

/* «8ر1», 1.8: agencies set the decimals first, «ر» for the point. */
static bool take_ra(const NumberReader *r, Amount *a) {
  if (!number_cue(r, a->last, CUE_RA) || !number_glued(r, a->last, TOKEN_WORD) ||
      !number_glued(r, a->last + 1, TOKEN_NUMBER))
    return false;
  uint32_t n = number_token(r, a->first)->n;
  if (n > MAX_DIGITS) return false;
  a->min = a->max = digits_value(r, a->last + 1) + a->min / pow(10, n);
  a->last += 2;
  a->year = false;
  a->kind = NUMBER_CARDINAL;
  return true;
}

/* Groups of three behind a sign; returns how many. */
static uint32_t take_groups(const NumberReader *r, Amount *a, uint8_t sign) {
  uint32_t groups = 0;
  for (; groups < 5 && number_part(r, a->last, sign) && number_token(r, a->last + 1)->n == 3; groups++) {
    a->min = a->min * 1000 + digits_value(r, a->last + 1);
    a->last += 2;
  }
  return groups;
}

static void take_decimals(const NumberReader *r, Amount *a) {
  uint32_t i = a->last + 1;
  double part = digits_value(r, i);
  uint32_t n = number_token(r, i)->n;
  if (n <= MAX_DIGITS) a->min = (a->min * pow(10, n) + part) / pow(10, n);
  a->last += 2;
  a->year = false;
}

/* «10 000 شخص»: groups parted by blanks, only where a word follows. */
static void take_spaced_groups(const NumberReader *r, Amount *a) {
  const Token *first = number_token(r, a->first);
  if (first->n > 3 || token_light(r->text, a->first).p[0] == '0') return;
  if (a->first && number_token(r, a->first - 1)->kind == TOKEN_NUMBER) return;
  uint32_t i = a->last;
  double value = a->min;
  while (i < r->text->ntokens && number_token(r, i)->kind == TOKEN_NUMBER && number_token(r, i)->n == 3 &&
         number_same_sentence(r, a->first, i) && i - a->last < 4)
    value = value * 1000 + digits_value(r, i++);
  if (i == a->last || i >= r->text->ntokens || number_token(r, i)->kind != TOKEN_WORD) return;
  a->min = value;
  a->last = i;
}

static void read_plain(const NumberReader *r, uint32_t i, Amount *a) {
  const Token *t = number_token(r, i);
  *a = (Amount){.first = i, .last = i + 1, .scale = 1, .kind = NUMBER_CARDINAL};
  a->min = digits_value(r, i);
  a->year = t->n == 4 && ((a->min >= 1900 && a->min <= 2100) || (a->min >= 1300 && a->min <= 1500));
  if (t->n > MAX_DIGITS) a->kind = NUMBER_LABEL;
  if (take_ra(r, a)) return;
  bool zero = t->n > 1 && token_light(r->text, i).p[0] == '0';
  uint32_t groups = t->n <= 3 ? take_groups(r, a, ',') : 0;
  if (!groups && t->n <= 3 && number_part(r, a->last, '.') && number_token(r, a->last + 1)->n == 3) {
    Amount grouped = *a;
    if (take_groups(r, &grouped, '.') > 1) {
      *a = grouped;
      groups = 2;
    }
  }
  if (groups) a->year = false;
  if (number_part(r, a->last, '.')) {
    a->thousand = !groups && t->n <= 3 && number_token(r, a->last + 1)->n == 3 && !zero && a->min > 0;
    take_decimals(r, a);
    if (number_part(r, a->last, '.')) a->kind = NUMBER_LABEL; /* «2.4.1» */
  } else if (!groups && number_part(r, a->last, ',') && number_token(r, a->last + 1)->n < 3 &&
             !number_part(r, a->last + 2, ',')) {
    take_decimals(r, a);
  } else if (!groups) {
    if (zero) a->kind = NUMBER_LABEL;
    take_spaced_groups(r, a);
  }
  a->max = a->min;
}

/* Parts joined by signs, which count nothing together: over them all. */
static void take_label(const NumberReader *r, Amount *a) {
  a->kind = NUMBER_LABEL;
  for (uint32_t parts = 0; parts < MAX_PARTS; parts++) {
    uint8_t sign = number_sign(r, a->last);
    if ((sign != '/' && sign != '-' && sign != ':' && sign != '.' && sign != '+') || !number_part(r, a->last, sign))
      return;
    a->last += 2;
  }
}

static void take_fraction(const NumberReader *r, Amount *a) {
  uint32_t below = a->last + 1;
  double divisor = digits_value(r, below);
  uint32_t begin = a->first && number_sign(r, a->first - 1) == '-' ? a->first - 1 : a->first;
  bool plain = a->last == a->first + 1 && divisor > 0 && !a->year;
  if (!plain || number_token(r, below)->n == 4 || !number_lone(r, begin, below + 1)) {
    take_label(r, a);
    return;
  }
  a->min = a->max = a->min / divisor;
  a->last = below + 1;
}

static void take_range(const NumberReader *r, Amount *a) {
  Amount b;
  read_plain(r, a->last + 1, &b);
  uint8_t more = number_sign(r, b.last);
  bool goes_on = (more == '-' || more == '/' || more == ':') && number_part(r, b.last, more);
  if (a->kind == NUMBER_LABEL || b.kind == NUMBER_LABEL || goes_on || a->year || b.min <= a->min ||
      b.min > a->min * 1000 + 1000) {
    take_label(r, a);
    return;
  }
  a->max = b.min;
  a->last = b.last;
}

bool number_digits(const NumberReader *r, uint32_t i, Amount *out) {
  if (number_token(r, i)->kind != TOKEN_NUMBER) return false;
  read_plain(r, i, out);
  uint8_t sign = number_sign(r, out->last);
  if (!sign || !number_part(r, out->last, sign)) return true;
  if (sign == '/' && out->kind == NUMBER_CARDINAL)
    take_fraction(r, out);
  else if (sign == '-')
    take_range(r, out);
  else if (sign == ':' || sign == '+' || sign == '/' || (sign == '.' && out->kind == NUMBER_LABEL))
    take_label(r, out);
  return true;
}
