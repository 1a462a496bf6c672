/* Numbers in words, and digits with a scale noun behind.
 *
 *   «مئة وثلاثة وخمسون ألفاً»   100 + 3 + 50, times 1,000
 *   «ستة مائة»                  a unit before "hundred" multiplies it
 *   «3 آلاف و500»               digits may begin a group
 *   «مليونين ونصف المليون»      a fraction behind a scale is one of that scale
 *
 * A running sum: hundreds, units and tens fill a group in this order; a scale noun closes
 * it. What does not fit in (a second unit, «20 و3») belongs to another number. All words
 * come as cues; see data/lexicon/numbers.tsv. */
#include "lang/number_parts.h"

typedef struct Sum {
  double total, group, unit; /* unit: the last one, while it can still be multiplied */
  double scale;              /* the last one used; 0 for none */
  bool filled, hundreds, units, tens;
  bool open; /* the element before was a unit */
  bool after_scale, after_hundreds;
} Sum;

/* One element on its way in: its cue, and what ties it to the one before. */
typedef struct Element {
  const Cue *cue;
  bool conj, article, first;
} Element;

/* Joined by «و», or said without it where speech leaves it out. */
static bool joins(const Sum *s, const Element *e) {
  if (e->first || e->conj) return true;
  return s->after_hundreds;
}

static void fill(Sum *s, double value) {
  s->group += value;
  s->filled = true;
  s->open = s->after_scale = s->after_hundreds = false;
}

static bool add_unit(Sum *s, const Element *e) {
  if (s->units || s->tens || !joins(s, e)) return false;
  fill(s, e->cue->value);
  s->units = s->open = true;
  s->unit = e->cue->value;
  return true;
}

static bool add_ten(Sum *s, const Element *e) {
  if (s->tens) return false;
  bool teen = s->open && !e->conj && !e->article;
  if (!teen && (s->units || !joins(s, e))) return false;
  fill(s, 10);
  s->tens = s->units = true;
  return true;
}

static bool add_tens(Sum *s, const Element *e) {
  if (s->tens || (s->units && !e->conj) || !joins(s, e)) return false;
  fill(s, e->cue->value);
  s->tens = s->units = true;
  return true;
}

static bool add_teen(Sum *s, const Element *e) {
  if (s->units || s->tens || !joins(s, e)) return false;
  fill(s, e->cue->value);
  s->units = s->tens = true;
  return true;
}

static bool add_hundred(Sum *s, const Element *e) {
  if (s->hundreds || s->tens) return false;
  if (s->open && !e->conj)
    fill(s, s->unit * 99); /* the unit is already in */
  else if (s->units || !joins(s, e))
    return false;
  else
    fill(s, 100);
  s->hundreds = s->after_hundreds = true;
  s->units = false;
  return true;
}

static bool add_hundreds(Sum *s, const Element *e) {
  if (s->filled || !joins(s, e)) return false;
  fill(s, e->cue->value);
  s->hundreds = s->after_hundreds = true;
  return true;
}

static void close_group(Sum *s, double scale) {
  s->group = 0;
  s->filled = s->hundreds = s->units = s->tens = s->open = s->after_hundreds = false;
  s->after_scale = true;
  s->scale = scale;
}

static bool add_scale(Sum *s, const Element *e) {
  double scale = e->cue->value;
  if (s->filled) {
    if (e->conj) return false;
    if (s->scale > 0 && scale >= s->scale)
      s->total = (s->total + s->group) * scale; /* «ألف وخمسمئة مليون» */
    else
      s->total += s->group * scale;
  } else if (s->total > 0) {
    if (!e->conj && !s->after_scale) return false;
    if (!e->conj)
      s->total *= scale; /* «ألف مليار» */
    else if (scale < s->scale)
      s->total += scale;
    else
      return false;
  } else {
    s->total = scale;
  }
  close_group(s, scale);
  return true;
}

static bool add_scale_dual(Sum *s, const Element *e) {
  double scale = e->cue->value / 2;
  if (s->filled || (s->total > 0 && (!e->conj || scale >= s->scale))) return false;
  s->total += 2 * scale;
  close_group(s, scale);
  return true;
}

static bool add_fraction(Sum *s, const Element *e) {
  if (e->first || !e->conj) return false;
  double of = s->after_scale ? s->scale : 1;
  s->total += s->group + e->cue->value * of;
  s->group = 0;
  s->filled = true; /* nothing joins behind it */
  s->hundreds = s->units = s->tens = true;
  s->open = s->after_hundreds = s->after_scale = false;
  return true;
}

static bool add_element(Sum *s, const Element *e) {
  switch (e->cue->role) {
    case CUE_UNIT: return add_unit(s, e);
    case CUE_TEN: return add_ten(s, e);
    case CUE_TEEN: return add_teen(s, e);
    case CUE_TENS: return add_tens(s, e);
    case CUE_HUNDRED: return add_hundred(s, e);
    case CUE_HUNDREDS: return add_hundreds(s, e);
    case CUE_SCALE: return add_scale(s, e);
    case CUE_SCALE_DUAL: return add_scale_dual(s, e);
    case CUE_FRACTION: return add_fraction(s, e);
    default: return false;
  }
}

static const Cue *numeral_at(const NumberReader *r, uint32_t i) {
  if (i >= r->text->ntokens || !r->hits[i].node || !cue_any(r->cues, &r->hits[i], &r->numerals)) return NULL;
  for (CueRole role = CUE_UNIT; role <= CUE_SCALE_DUAL; role++) {
    const Cue *cue = number_cue(r, i, role);
    if (cue && !(role == CUE_SCALE_DUAL && cue->flags & CUE_WEAK)) return cue;
  }
  return number_cue(r, i, CUE_FRACTION);
}

/* ---------------------------------------------------------------- elements behind the first */

/* «و» written as a word of its own: the element stands behind it. */
static uint32_t over_and(const NumberReader *r, uint32_t i, bool *conj) {
  if (!number_cue(r, i, CUE_AND)) return i;
  *conj = true;
  return i + 1;
}

/* Digits as a part: «ألف و200». */
static bool add_digits(const NumberReader *r, Sum *s, uint32_t i, bool conj, Amount *a) {
  Amount digits;
  if (!s->after_scale || !conj || !number_digits(r, i, &digits)) return false;
  if (digits.kind != NUMBER_CARDINAL || digits.min < digits.max || digits.min >= s->scale) return false;
  fill(s, digits.min);
  s->hundreds = s->units = s->tens = true;
  a->last = digits.last;
  return true;
}

/* «المليون» behind «ونصف» repeats the scale that is already meant. */
static uint32_t over_repeated_scale(const NumberReader *r, const Sum *s, const Element *e, uint32_t i) {
  const Cue *scale = e->cue->role == CUE_FRACTION && s->scale > 0 ? number_cue(r, i, CUE_SCALE) : NULL;
  return scale && scale->value == s->scale && !(r->hits[i].clitics & CLITIC_CONJ) ? i + 1 : i;
}

static bool continues(const Amount *a, const Cue *cue, const CueHit *hit) {
  if (hit->clitics & CLITIC_PREP) return false;
  bool article = hit->clitics & CLITIC_AL;
  return !article || a->article || cue->role == CUE_SCALE;
}

/* «سبعمئة وألف ألف»: some spell 701,000 so, the first «ألف» standing for "one thousand". */
static bool add_one_thousand(const NumberReader *r, Sum *s, uint32_t i, const Element *e) {
  if (e->cue->role != CUE_SCALE || !e->conj || !s->filled || s->units || s->tens) return false;
  const Cue *again = number_same_sentence(r, i, i + 1) ? number_cue(r, i + 1, CUE_SCALE) : NULL;
  if (!again || again->value != e->cue->value || r->hits[i + 1].clitics) return false;
  fill(s, 1);
  return s->units = true;
}

static bool take_next(const NumberReader *r, Sum *s, Amount *a) {
  bool conj = false;
  uint32_t i = over_and(r, a->last, &conj);
  if (!number_same_sentence(r, a->first, i)) return false;
  if (number_token(r, i)->kind == TOKEN_NUMBER) return add_digits(r, s, i, conj, a);
  const Cue *cue = numeral_at(r, i);
  if (!cue || !continues(a, cue, &r->hits[i])) return false;
  Element e = {cue, conj || r->hits[i].clitics & CLITIC_CONJ, r->hits[i].clitics & CLITIC_AL, false};
  /* «وأحد عشر» stands in the table with its و */
  if (cue->role == CUE_TEEN && !e.conj) e.conj = token_fold(r->text, i).p[0] == (char)LETTER_WAW;
  if (!add_one_thousand(r, s, i, &e) && !add_element(s, &e)) return false;
  a->last = over_repeated_scale(r, s, &e, i + r->hits[i].tokens);
  a->weak = a->weak && cue->flags & CUE_WEAK;
  return true;
}

/* «120 ألفاً و300 ألف»: the second thousand shows that «و300» began another number. */
static bool begins_anew(const Sum *s, const Cue *cue) {
  return cue->role == CUE_SCALE && s->filled && s->scale > 0 && cue->value <= s->scale && cue->value >= s->scale;
}

/* All that joins on. A group begun behind a scale stays only if no scale of the same size
 * follows it. */
static void take_all(const NumberReader *r, Sum *s, Amount *a) {
  Sum kept = *s;
  uint32_t last = a->last;
  for (;;) {
    if (s->after_scale) {
      kept = *s;
      last = a->last;
    }
    const Cue *scale =
        s->scale > 0 && number_same_sentence(r, a->first, a->last) ? number_cue(r, a->last, CUE_SCALE) : NULL;
    if (scale && begins_anew(s, scale) && !(r->hits[a->last].clitics & CLITIC_CONJ)) {
      *s = kept;
      a->last = last;
      return;
    }
    if (!take_next(r, s, a)) return;
  }
}

static void finish(Amount *a, const Sum *s) {
  a->min = a->max = s->total + s->group;
  a->scale = s->scale > 0 ? s->scale : 1;
}

/* ---------------------------------------------------------------- first elements */

/* «ألفا شخص», two thousand: the dual before its noun; with a tanwin it is a singular. */
static bool dual_before_noun(const NumberReader *r, uint32_t i) {
  const Cue *dual = number_cue(r, i, CUE_SCALE_DUAL);
  if (!dual || !(dual->flags & CUE_WEAK)) return false;
  const Token *t = number_token(r, i);
  for (uint32_t k = 0; k < t->n; k++)
    if (r->text->view.marks[t->view + k] & MARK_TANWIN) return false;
  return number_noun_at(r, i + 1);
}

static bool begin_words(const NumberReader *r, uint32_t i, Sum *s, Amount *a) {
  const Cue *cue = dual_before_noun(r, i) ? number_cue(r, i, CUE_SCALE_DUAL) : numeral_at(r, i);
  if (!cue || cue->role == CUE_FRACTION) return false;
  if (number_spelled_one_of(r, i) && cue->value < 2 && number_same_sentence(r, i, i + 1) &&
      !number_cue(r, i + 1, CUE_TEN))
    return false; /* «وأحد مرافقيه» */
  Element e = {cue, false, false, true};
  if (!add_element(s, &e)) return false;
  a->article = r->hits[i].clitics & CLITIC_AL;
  a->weak = cue->flags & CUE_WEAK && cue->role != CUE_SCALE_DUAL;
  a->last = i + r->hits[i].tokens;
  return true;
}

static bool begin_digits(const NumberReader *r, uint32_t i, Sum *s, Amount *a) {
  if (!number_digits(r, i, a)) return false;
  bool parentheses = i && number_sign(r, i - 1) == '(' && number_sign(r, a->last) == ')'; /* «(1,2) مليون» */
  if (parentheses && number_same_sentence(r, i, a->last + 1) && number_cue(r, a->last + 1, CUE_SCALE)) a->last++;
  fill(s, a->min);
  s->hundreds = s->units = s->tens = true;
  return true;
}

/* «نصف مليون», «ثلاثة أرباع المليون»; alone a share of something. */
static bool read_fraction(const NumberReader *r, uint32_t i, Amount *a) {
  const Cue *part = number_cue(r, i, CUE_FRACTION);
  if (!part) return false;
  *a = (Amount){.first = i, .last = i + r->hits[i].tokens, .kind = NUMBER_RATIO, .min = part->value, .scale = 1};
  const Cue *scale = number_same_sentence(r, i, a->last) ? number_cue(r, a->last, CUE_SCALE) : NULL;
  if (scale && !(scale->flags & CUE_PLURAL) && !(r->hits[a->last].clitics & ~CLITIC_AL)) {
    a->min *= a->scale = scale->value;
    a->kind = NUMBER_CARDINAL;
    a->last++;
  }
  a->max = a->min;
  return true;
}

/* «عشرات», «مئات الآلاف», «آلاف» without a number, «بضعة آلاف», «بضع عشرات», «بضعة عشر». */
static bool read_vague(const NumberReader *r, uint32_t i, Amount *a) {
  const Cue *vague = number_cue(r, i, CUE_VAGUE), *few = number_cue(r, i, CUE_FEW);
  const Cue *scale = number_cue(r, i, CUE_SCALE);
  *a = (Amount){.first = i, .last = i + 1, .scale = 1, .max = INFINITY};
  a->article = r->hits[i].clitics & CLITIC_AL;
  if (vague)
    a->min = vague->value;
  else if (few)
    a->min = few->value;
  else if (scale && scale->flags & CUE_PLURAL)
    a->min = 2 * (a->scale = scale->value);
  else
    return false;
  double times = 1;
  for (int steps = 0; steps < 2 && number_same_sentence(r, i, a->last); steps++) {
    if (r->hits[a->last].clitics & ~CLITIC_AL) break;
    const Cue *next = number_cue(r, a->last, CUE_SCALE), *tens = few ? number_cue(r, a->last, CUE_VAGUE) : NULL;
    if (!next && !tens) break;
    times *= next ? next->value : tens->value / 2;
    if (next) a->scale = next->value;
    a->last++;
  }
  a->min *= times;
  if (!few) return true;
  a->max = 9 * times;
  if (times <= 1 && number_cue(r, a->last, CUE_TEN) && number_same_sentence(r, i, a->last)) {
    a->min += 10;
    a->max += 10;
    a->last++;
  }
  return true;
}

/* «واحد فاصلة خمسة». */
static void take_point(const NumberReader *r, Amount *a) {
  if (!number_cue(r, a->last, CUE_POINT) || !number_same_sentence(r, a->first, a->last + 1)) return;
  uint32_t i = a->last + 1;
  Sum s = {0};
  Amount part = {.first = i};
  bool digits = number_token(r, i)->kind == TOKEN_NUMBER;
  if (digits ? !begin_digits(r, i, &s, &part) : !begin_words(r, i, &s, &part)) return;
  if (!digits) take_all(r, &s, &part);
  finish(&part, &s);
  uint32_t places = digits ? number_token(r, i)->n : 1;
  if (!digits)
    for (double v = part.min; v >= 10; v /= 10) places++;
  if (places > 15 || part.kind == NUMBER_LABEL) return;
  a->min = a->max = (a->min * pow(10, places) + part.min) / pow(10, places);
  a->last = part.last;
}

/* «عشرون ونيف». */
static void take_odd(const NumberReader *r, Amount *a) {
  bool conj = false;
  uint32_t i = over_and(r, a->last, &conj);
  if (!number_cue(r, i, CUE_ODD) || !number_same_sentence(r, a->first, i)) return;
  if (!conj && !(r->hits[i].clitics & CLITIC_CONJ)) return;
  a->max = a->min < 100 ? a->min + 9 : INFINITY;
  a->last = i + 1;
}

static bool read_zero(const NumberReader *r, uint32_t i, Amount *a) {
  if (!number_cue(r, i, CUE_ZERO)) return false;
  *a = (Amount){.first = i, .last = i + 1, .scale = 1};
  return true;
}

bool number_words(const NumberReader *r, uint32_t i, Amount *out) {
  Sum s = {0};
  *out = (Amount){.first = i, .scale = 1};
  if (number_token(r, i)->kind == TOKEN_NUMBER) {
    if (!begin_digits(r, i, &s, out)) return false;
    if (out->kind == NUMBER_LABEL) return true;
  } else if (read_zero(r, i, out)) {
    take_point(r, out);
    return true;
  } else if (read_vague(r, i, out) || read_fraction(r, i, out)) {
    return true;
  } else {
    *out = (Amount){.first = i, .scale = 1};
    if (!begin_words(r, i, &s, out)) return false;
  }
  double low = out->min, high = out->max;
  take_all(r, &s, out);
  finish(out, &s);
  if (low < high) { /* «5-7 آلاف» */
    out->min = low * out->scale;
    out->max = high * out->scale;
  }
  if (out->scale > 1 || !(number_token(r, i)->kind == TOKEN_NUMBER)) out->year = false;
  take_point(r, out);
  take_odd(r, out);
  return true;
}

/* ---------------------------------------------------------------- ordinals */

/* «والعشرين» behind «الحادي»: its value, and where it ends. */
static double tens_behind(const NumberReader *r, Amount *a) {
  bool conj = false;
  uint32_t i = over_and(r, a->last, &conj);
  if (!number_same_sentence(r, a->first, i)) return 0;
  const Cue *tens = number_cue(r, i, CUE_TENS);
  conj |= (r->hits[i].clitics & CLITIC_CONJ) != 0;
  if (!tens || !conj || (a->article && !(r->hits[i].clitics & CLITIC_AL))) return 0;
  a->last = i + 1;
  return tens->value;
}

static bool teen_behind(const NumberReader *r, const Amount *a) {
  return number_same_sentence(r, a->first, a->last) && number_cue(r, a->last, CUE_TEN) && !r->hits[a->last].clitics;
}

/* «باول», Powell, is no «بأول»: behind a proclitic the hamza must stand. */
static bool foreign_name(const NumberReader *r, uint32_t i) {
  Str light = token_light(r->text, i);
  return r->hits[i].clitics == CLITIC_BI && (uint8_t)light.p[1] == LETTER_ALEF && r->hits[i].tokens == 1;
}

/* «الثالث», «الحادي والعشرون», «ثالث عشر». */
static bool read_ordinal_word(const NumberReader *r, uint32_t i, Amount *a) {
  const Cue *ordinal = number_cue(r, i, CUE_ORDINAL);
  if (!ordinal || foreign_name(r, i)) return false;
  a->min = ordinal->value;
  if (a->min < 10 && teen_behind(r, a)) {
    a->min += 10;
    a->last++;
    return true;
  }
  double tens = a->min < 10 ? tens_behind(r, a) : 0;
  a->min += tens;
  return tens > 0 || !(ordinal->flags & CUE_WEAK) || a->article;
}

/* Cardinals that serve as ordinals behind ال: «الأحد عشر», «الواحد والعشرون», «التسعون»;
 * before a noun they count it: «العشرين مقاتلاً». */
static bool read_definite_cardinal(const NumberReader *r, uint32_t i, Amount *a) {
  if (!a->article) return false;
  const Cue *unit = number_cue(r, i, CUE_UNIT), *teen = number_cue(r, i, CUE_TEEN), *tens = number_cue(r, i, CUE_TENS);
  if (unit && unit->value <= 2 && teen_behind(r, a)) {
    a->min = unit->value + 10;
    a->last++;
  } else if (unit && unit->value < 2) {
    double more = tens_behind(r, a);
    if (more <= 0) return false;
    a->min = unit->value + more;
  } else if (teen || tens) {
    a->min = teen ? teen->value : tens->value;
    if (tens && number_cue(r, a->last, CUE_SCALE)) return false;
  } else {
    return false;
  }
  return !number_noun_at(r, a->last);
}

bool number_ordinal(const NumberReader *r, uint32_t i, Amount *out) {
  if (number_token(r, i)->kind != TOKEN_WORD || !r->hits[i].node) return false;
  *out = (Amount){.first = i,
                  .last = i + r->hits[i].tokens,
                  .scale = 1,
                  .kind = NUMBER_ORDINAL,
                  .article = r->hits[i].clitics & CLITIC_AL};
  if (!read_ordinal_word(r, i, out) && !read_definite_cardinal(r, i, out)) return false;
  out->max = out->min;
  return true;
}
