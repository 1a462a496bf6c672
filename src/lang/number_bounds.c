/* What stands around a number and bounds it.
 *
 *   «ما لا يقل عن 16», «16 على الأقل»     [16, ∞]
 *   «لا يتجاوز عددهم 10»                  [0, 10]
 *   «نحو 60 شاحنة»                        about 60; «نحو قواعد التحالف» is no number
 *   «بين 5 و7 آلاف», «من 10 إلى 15»       [5000, 7000], [10, 15]
 *   «ارتفع من 10 إلى 15»                  two numbers: a rise has a beginning and an end
 *   «90 في المئة», «ثلاثة أضعاف»          a percentage, a multiple
 *
 * A bound counts only where a number follows, so its words need no other test. */
#include "lang/number_parts.h"

enum { CHANGE_WINDOW = 14, AFTER_WINDOW = 4, MAX_BOUNDS = 3 };

typedef struct Bounds {
  bool more, less, approx;
} Bounds;

static void note_bound(const NumberReader *r, uint32_t i, CueRole more, CueRole less, CueRole approx, Bounds *b) {
  b->more |= number_cue(r, i, more) != NULL;
  b->less |= number_cue(r, i, less) != NULL;
  b->approx |= number_cue(r, i, approx) != NULL;
}

static const Cue *bound_at(const NumberReader *r, uint32_t i) {
  if (i >= r->text->ntokens || !r->hits[i].node) return NULL;
  const Cue *cue = number_cue(r, i, CUE_MORE);
  if (!cue) cue = number_cue(r, i, CUE_LESS);
  if (!cue) cue = number_cue(r, i, CUE_APPROX);
  if (!cue) cue = number_cue(r, i, CUE_IN_ALL);
  bool noun = r->hits[i].clitics & (CLITIC_PREP | CLITIC_AL); /* «لتجاوز»: no verb */
  return cue && cue->flags & CUE_OUTSIDE && noun ? NULL : cue;
}

/* Over «الـ», and «%» as it is set before the digits. */
static uint32_t over_article(const NumberReader *r, uint32_t i) {
  if (number_cue(r, i, CUE_ARTICLE) && number_same_sentence(r, i, i + 1) &&
      number_token(r, i + 1)->kind == TOKEN_NUMBER)
    return i + 1;
  return i;
}

static bool begins_number(const NumberReader *r, uint32_t i) {
  return number_token(r, i)->kind == TOKEN_NUMBER || cue_any(r->cues, &r->hits[i], &r->begins);
}

/* «تجاوز عددهم 50», «لا يتجاوز عدد القتلى العشرة»: the noun between a verb that bounds and
 * the number. */
static uint32_t over_measure(const NumberReader *r, uint32_t i) {
  if (!number_same_sentence(r, i - 1, i) || !number_cue(r, i, CUE_MEASURE)) return i;
  uint32_t to = i + 1;
  while (to - i < 3 && number_same_sentence(r, i, to) && number_token(r, to)->kind == TOKEN_WORD &&
         !begins_number(r, to))
    to++;
  return to;
}

static void take_percent(const NumberReader *r, Amount *a) {
  if (!number_same_sentence(r, a->first, a->last) || a->kind != NUMBER_CARDINAL) return;
  if (number_sign(r, a->last) == '%' && !(number_token(r, a->last)->flags & TOKEN_LINE))
    a->last++;
  else if (number_cue(r, a->last, CUE_PERCENT) && !(r->hits[a->last].clitics & CLITIC_CONJ))
    a->last += r->hits[a->last].tokens;
  else
    return;
  a->kind = NUMBER_PERCENT;
  a->year = false;
}

static bool doubled_before(const NumberReader *r, uint32_t i) {
  for (uint32_t steps = 0; steps < AFTER_WINDOW && i > 0 && number_same_sentence(r, i - 1, i); steps++)
    if (number_cue(r, --i, CUE_DOUBLED)) return true;
  return false;
}

static void take_multiple(const NumberReader *r, Amount *a) {
  if (!number_same_sentence(r, a->first, a->last) || a->kind != NUMBER_CARDINAL) return;
  bool multiple = number_cue(r, a->last, CUE_MULTIPLE) && !r->hits[a->last].clitics;
  if (!multiple && !(number_cue(r, a->last, CUE_TIMES) && doubled_before(r, a->first))) return;
  a->last++;
  a->kind = NUMBER_RATIO;
}

/* «9 من كل 10». */
static void take_out_of(const NumberReader *r, Amount *a) {
  if (a->kind != NUMBER_CARDINAL || !number_same_sentence(r, a->first, a->last) || !number_cue(r, a->last, CUE_OUT_OF))
    return;
  uint32_t i = a->last + r->hits[a->last].tokens;
  Amount of;
  if (!number_same_sentence(r, a->first, i) || !number_words(r, i, &of) || of.kind != NUMBER_CARDINAL ||
      of.min < a->max || of.min < 1 || of.max > of.min)
    return;
  a->min /= of.min;
  a->max /= of.min;
  a->last = of.last;
  a->kind = NUMBER_RATIO;
  a->year = false;
}

/* «1.200 شخص» in the manner of the Levant; «1.200 مليار» is a decimal. */
static void settle_point(const NumberReader *r, Amount *a) {
  if (!a->thousand || a->scale > 1 || a->kind != NUMBER_CARDINAL || !number_noun_at(r, a->last)) return;
  a->min = a->max = round(a->min * 1000);
}

/* A number with «%» before or behind it, its article and its multiple. */
static bool read_core(const NumberReader *r, uint32_t i, Amount *a) {
  uint32_t from = i;
  if (i >= r->text->ntokens) return false;
  bool sign = number_sign(r, i) == '%' && number_glued(r, i + 1, TOKEN_NUMBER) &&
              !(i && number_token(r, i - 1)->kind == TOKEN_NUMBER && number_same_sentence(r, i - 1, i));
  if (sign) i++;
  i = over_article(r, i);
  if (!number_words(r, i, a)) return false;
  a->article |= i > from;
  a->first = from;
  if (sign && a->kind == NUMBER_CARDINAL) a->kind = NUMBER_PERCENT;
  take_percent(r, a);
  take_multiple(r, a);
  take_out_of(r, a);
  settle_point(r, a);
  return true;
}

static bool may_range(const Amount *a) {
  return (a->kind == NUMBER_CARDINAL || a->kind == NUMBER_PERCENT) && a->min >= 0 && a->max < INFINITY;
}

/* Joins a and b, «5» and «7 آلاف», to one number; false where b is not above a. */
static bool join_range(Amount *a, const Amount *b) {
  if (!may_range(a) || !may_range(b)) return false;
  double low = a->min;
  if (b->scale > 1 && a->scale <= 1 && low <= b->min / b->scale) low *= b->scale;
  if (b->max <= low || (a->kind == NUMBER_PERCENT && b->kind != NUMBER_PERCENT)) return false;
  *a = (Amount){.min = low,
                .max = b->max,
                .scale = b->scale,
                .first = a->first,
                .last = b->last,
                .kind = a->year && b->year ? NUMBER_LABEL : b->kind};
  return true;
}

static bool in_change(const NumberReader *r, uint32_t i) {
  return r->changed != UINT32_MAX && i - r->changed < CHANGE_WINDOW && number_same_sentence(r, r->changed, i);
}

/* «إلى 15», «أو 15», « - 15» behind a. */
static bool take_upper(const NumberReader *r, Amount *a) {
  uint32_t i = a->last;
  if (!number_same_sentence(r, a->first, i) || !may_range(a)) return false;
  bool to = number_cue(r, i, CUE_TO) && !r->hits[i].clitics, either = number_cue(r, i, CUE_OR);
  bool dash = number_sign(r, i) == '-' && number_token(r, i)->flags & TOKEN_SPACED && !a->year &&
              number_same_sentence(r, i, i + 1) && number_token(r, i + 1)->kind == TOKEN_NUMBER;
  if ((!to && !either && !dash) || (to && in_change(r, a->first))) return false;
  Amount b;
  if (!number_same_sentence(r, i, i + 1) || !read_core(r, i + 1, &b) || r->hits[i + 1].clitics & CLITIC_CONJ)
    return false;
  if (dash && !number_noun_at(r, b.last)) return false;
  return join_range(a, &b);
}

/* «و7» behind «بين 5». */
static bool take_and(const NumberReader *r, Amount *a) {
  uint32_t i = a->last;
  if (!number_same_sentence(r, a->first, i)) return false;
  bool conj = r->hits[i].clitics & CLITIC_CONJ;
  if (number_cue(r, i, CUE_AND)) {
    conj = true;
    i++;
  } else if (number_cue(r, i, CUE_TO) && !conj) { /* «بين 5 إلى 7» */
    conj = true;
    i++;
  }
  Amount b;
  return conj && number_same_sentence(r, a->first, i) && read_core(r, i, &b) && join_range(a, &b);
}

static bool read_range(const NumberReader *r, uint32_t i, Amount *a) {
  bool between = number_cue(r, i, CUE_BETWEEN), from = number_cue(r, i, CUE_FROM);
  if ((!between && !from) || !number_same_sentence(r, i, i + r->hits[i].tokens)) return false;
  if (!read_core(r, i + r->hits[i].tokens, a)) return false;
  a->first = i;
  return between ? take_and(r, a) : take_upper(r, a);
}

/* «20 شخصاً، على الأقل،»: a comma, and the bound right behind it. */
static bool bound_behind_comma(const NumberReader *r, uint32_t i) {
  return number_sign(r, i) == ',' && number_same_sentence(r, i, i + 1) && number_cue(r, i + 1, CUE_MORE_AFTER);
}

/* «على الأقل», directly behind or behind the counted noun. */
static void take_bounds_after(const NumberReader *r, Amount *a, Bounds *b) {
  for (uint32_t i = a->last, steps = 0; steps < AFTER_WINDOW && number_same_sentence(r, a->first, i); steps++, i++) {
    if (steps && bound_behind_comma(r, i)) continue;
    if (number_token(r, i)->kind != TOKEN_WORD || number_cue(r, i, CUE_AND)) return;
    if (!r->hits[i].node) continue;
    bool was = b->more || b->less || b->approx;
    if (steps && bound_at(r, i) && !number_cue(r, i, CUE_MORE_AFTER) && !number_cue(r, i, CUE_APPROX_AFTER)) return;
    note_bound(r, i, CUE_MORE_AFTER, CUE_LESS_AFTER, CUE_APPROX_AFTER, b);
    if (was || !(b->more || b->less || b->approx)) continue;
    /* «6 على الأقل», but in «6، نحو 5 …» the bound is the next number's */
    if (number_same_sentence(r, i, i + r->hits[i].tokens) && steps &&
        number_token(r, i + r->hits[i].tokens)->kind == TOKEN_NUMBER) {
      *b = (Bounds){0};
      return;
    }
    if (!steps) a->last += r->hits[i].tokens;
    return;
  }
}

static bool told_by(const NumberReader *r, uint32_t i) {
  if (r->hits[i].clitics & CLITIC_BI) return true;
  if (!i || !number_same_sentence(r, i - 1, i)) return false;
  const Cue *prefix = number_cue(r, i - 1, CUE_PREFIX);
  return (prefix && prefix->value > 0) || number_cue(r, i - 1, CUE_BY);
}

static void finish(const NumberReader *r, const Amount *a, const Bounds *b, Number *out) {
  *out = (Number){.span = text_tokens_span(r->text, a->first, a->last),
                  .first = a->first,
                  .last = a->last,
                  .min = a->min,
                  .max = a->max,
                  .kind = a->kind,
                  .approx = b->approx};
  if (b->more) out->max = INFINITY;
  if (b->less) out->min = 0;
  out->change = in_change(r, a->first) && told_by(r, a->first);
}

/* «-1.2», «-5 درجات»; before a counted noun the sign is a dash of the layout. */
static bool read_negative(const NumberReader *r, uint32_t i, Amount *a) {
  if (number_sign(r, i) != '-' || !(number_token(r, i)->flags & TOKEN_SPACED) ||
      !number_glued(r, i + 1, TOKEN_NUMBER) || !number_digits(r, i + 1, a) || a->kind != NUMBER_CARDINAL)
    return false;
  bool degrees = number_same_sentence(r, i, a->last) && number_cue(r, a->last, CUE_DEGREE);
  if (!degrees && !number_lone(r, i, a->last)) return false;
  a->first = i;
  a->min = a->max = -a->min;
  a->year = false;
  return true;
}

/* «.77» */
static bool read_bare_point(const NumberReader *r, uint32_t i, Amount *a) {
  if (number_sign(r, i) != '.' || !(number_token(r, i)->flags & TOKEN_SPACED) ||
      !number_glued(r, i + 1, TOKEN_NUMBER) || !number_digits(r, i + 1, a) || a->kind == NUMBER_RATIO)
    return false;
  uint32_t n = number_token(r, i + 1)->n;
  if (a->last != i + 2 || n > 15) return false;
  a->first = i;
  a->min = a->max = a->min / pow(10, n);
  a->kind = NUMBER_CARDINAL;
  a->year = false;
  return true;
}

static bool read_amount(const NumberReader *r, uint32_t i, bool bounded, Amount *a) {
  if (!bounded && (read_negative(r, i, a) || read_bare_point(r, i, a))) return true;
  if (read_range(r, i, a)) return true;
  if (!read_core(r, i, a)) return false;
  take_upper(r, a);
  return true;
}

/* «أكثر من عمليتين», «جنديين على الأقل»: bounds of a noun that is its own number. */
static bool bound_noun(const NumberReader *r, uint32_t i, uint32_t first, Bounds *b, Number *out) {
  if (!number_of_noun(r, i, out) || out->kind != NUMBER_CARDINAL || out->min < 2) return false;
  if (first < out->first) out->first = first;
  if (b->more) out->max = INFINITY;
  if (b->less) out->min = 0;
  out->approx = b->approx;
  out->span = text_tokens_span(r->text, out->first, out->last);
  return true;
}

void number_bound_after(const NumberReader *r, Number *n) {
  Bounds b = {0};
  Amount a = {.first = n->first, .last = n->last};
  if (n->kind != NUMBER_CARDINAL || n->min < 1) return;
  take_bounds_after(r, &a, &b);
  if (b.more) n->max = INFINITY;
  if (b.less) n->min = 0;
  n->approx |= b.approx;
}

/* «أكثر من «70» عنصراً»: the number of a bound in quotation marks or brackets. */
static bool in_quotes(const NumberReader *r, uint32_t i) {
  uint8_t open = number_sign(r, i);
  if ((open != '"' && open != '(') || !number_same_sentence(r, i, i + 2)) return false;
  return number_token(r, i + 1)->kind == TOKEN_NUMBER && number_sign(r, i + 2) == (open == '(' ? ')' : open);
}

bool number_bounded(const NumberReader *r, uint32_t i, Number *out) {
  Bounds b = {0};
  Amount a;
  uint32_t first = i;
  const Cue *bound;
  for (int steps = 0; steps < MAX_BOUNDS && (bound = bound_at(r, i)); steps++) {
    note_bound(r, i, CUE_MORE, CUE_LESS, CUE_APPROX, &b);
    uint32_t behind = i + r->hits[i].tokens;
    uint32_t past = over_measure(r, behind);
    if (bound->flags & CUE_OUTSIDE || past > behind) first = behind = past;
    if (!number_same_sentence(r, i, behind)) return false;
    if (r->hits[behind].clitics & CLITIC_CONJ) return false; /* «25 جندياً على الأقل وتسعة مدنيين»: of those before */
    i = behind;
  }
  bool bounded = b.more || b.less || b.approx;
  if (bounded && in_quotes(r, i)) i++;
  if (!read_amount(r, i, bounded, &a)) return bounded && bound_noun(r, i, first, &b, out);
  if (a.weak && !bounded && !number_lone(r, a.first, a.last)) return false;
  if (first < a.first) a.first = first;
  if (bounded)
    a.year = false;
  else
    take_bounds_after(r, &a, &b);
  if (!bounded && number_is_label(r, &a)) {
    number_over_clock(r, &a);
    a.kind = NUMBER_LABEL;
  }
  finish(r, &a, &b, out);
  return true;
}
