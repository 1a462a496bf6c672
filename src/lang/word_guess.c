/* A word that the lexicon does not have, read by its shape.
 *
 *   الزنتوتي   ال: a noun or, in ي, an adjective of relation
 *   يتفلفلون   ي…ون: an imperfect
 *   فلفلتان    تان, ات, ون, ين: a noun in number
 *   زنتوت      anything else: a name, or a noun */
#include "lang/word_analyse.h"
#include "text/letter.h"

enum { COST_GUESS = COST_DOUBTFUL + 2, COST_GUESS_NEXT = 4, COST_GUESS_CLITIC = 6 };

typedef struct Shape {
  uint8_t number, gender;
  bool either, nisba, verb;
} Shape;

static bool ends_in(const Letters *l, uint8_t before, uint8_t last) {
  return l->n > 3 && l->fold[l->n - 1] == last && l->fold[l->n - 2] == before;
}

static Shape shape_of(const Letters *l) {
  Shape s = {NUMBER_SINGULAR, GENDER_MASCULINE, false, false, false};
  uint8_t last = l->light[l->n - 1];
  if (ends_in(l, LETTER_ALEF, LETTER_TA))
    s.number = NUMBER_PLURAL, s.gender = GENDER_FEMININE;
  else if (ends_in(l, LETTER_WAW, LETTER_NUN))
    s.number = NUMBER_PLURAL;
  else if (ends_in(l, LETTER_YA, LETTER_NUN))
    s.number = NUMBER_PLURAL, s.either = true;
  else if (ends_in(l, LETTER_TA, LETTER_ALEF))
    s.number = NUMBER_DUAL, s.gender = GENDER_FEMININE;
  else if (last == LETTER_TA_MARBUTA)
    s.gender = GENDER_FEMININE;
  s.nisba = l->n > 3 && (last == LETTER_YA || ends_in(l, LETTER_YA, LETTER_HA));
  s.verb = l->n > 4 && l->fold[0] == LETTER_YA && ends_in(l, LETTER_WAW, LETTER_NUN);
  return s;
}

static void put(Candidates *out, const Letters *l, uint32_t from, uint16_t clitics, WordPos pos, const Shape *s,
                int cost) {
  if (out->n >= CANDIDATES_MAX) return;
  Reading c = {.cost = (int16_t)cost}, *r = &c;
  r->lemma = LEMMA_NONE;
  r->clitics = clitics;
  r->pos = (uint8_t)pos;
  r->number = s->number & 3u;
  r->gender = s->gender & 3u;
  r->dual_or_plural = s->either;
  r->stem = (uint8_t)(from < UINT8_MAX ? from : UINT8_MAX);
  r->stem_n = (uint8_t)(l->n - from < UINT8_MAX ? l->n - from : UINT8_MAX);
  r->guessed = true;
  if (pos == POS_VERB) r->form = FORM_IMPERFECT, r->person = 3, r->voice = VOICE_EITHER;
  out->at[out->n++] = c;
}

/* The number of the proclitic of that many letters that the word begins with, or STRINGS_NONE. */
static uint32_t proclitic_at(const Lexicon *x, const Letters *l, uint32_t n) {
  uint64_t key = 0;
  uint32_t number = STRINGS_NONE;
  for (uint32_t i = 0; i < n; i++)
    if (!affix_find(&x->proclitic_affixes, key = affix_step(key, l->fold[i]), &number)) return STRINGS_NONE;
  return number;
}

/* The longest proclitic that ends in the article. */
static uint32_t with_article(const Lexicon *x, const Letters *l, uint16_t *clitics) {
  for (uint32_t p = 4; p >= 2; p--) {
    if (l->n < p + 2) continue;
    uint32_t i = proclitic_at(x, l, p);
    if (i == STRINGS_NONE) continue;
    StemRange range = x->proclitic_ranges[i];
    for (uint32_t k = 0; k < range.n; k++) {
      const Proclitic *found = &x->proclitic_list[range.first + k];
      if (found->clitics & CLITIC_AL && !(found->flags & PROCLITIC_LAM)) return *clitics = found->clitics, p;
    }
  }
  return 0;
}

static void guess_all(const Lexicon *x, Letters l, Candidates *out) {
  if (!l.n) return;
  Shape s = shape_of(&l);
  uint16_t clitics = 0;
  uint32_t article = with_article(x, &l, &clitics);
  if (article) {
    put(out, &l, article, clitics, POS_NOUN, &s, COST_GUESS);
    put(out, &l, article, clitics, s.nisba ? POS_ADJ : POS_PROPER, &s, COST_GUESS + COST_GUESS_NEXT);
    return;
  }
  if (s.verb) put(out, &l, 0, 0, POS_VERB, &s, COST_GUESS);
  if (s.number != NUMBER_SINGULAR) put(out, &l, 0, 0, POS_NOUN, &s, COST_GUESS);
  put(out, &l, 0, 0, POS_PROPER, &s, COST_GUESS + 1);
  put(out, &l, 0, 0, s.nisba ? POS_ADJ : POS_NOUN, &s, COST_GUESS + COST_GUESS_NEXT);
  /* a one-letter proclitic before an unknown name */
  uint32_t first = l.n > 4 ? proclitic_at(x, &l, 1) : STRINGS_NONE;
  if (first == STRINGS_NONE) return;
  StemRange range = x->proclitic_ranges[first];
  for (uint32_t k = 0; k < range.n; k++) {
    const Proclitic *p = &x->proclitic_list[range.first + k];
    if (p->kinds >> KIND_NOMINAL & 1 && p->clitics && !(p->clitics & CLITIC_AL))
      put(out, &l, 1, p->clitics, POS_PROPER, &s, COST_GUESS + COST_GUESS_CLITIC);
  }
}

void word_guess(const Lexicon *x, Letters letters, Candidates *out) {
  guess_all(x, letters, out);
  word_sort(out->at, out->n);
}
