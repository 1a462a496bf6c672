/* A name that no table has, behind a level word: «قرية صنيديج» (the village of Sunaydij), «حي أبو سليم».
 *
 * The problem: the gazetteer lacks most hamlets and quarters, and what stands behind «قرية» (village) may as well be an
 * adjective («بلدة صغيرة», a small town) or the verb of the sentence.
 *
 * The method: a word that the lexicon does not have, one with the article behind one without, a clan's or a kunya's
 * two words, all that quotation marks hold, and an adjective or a verb that does not agree. With no level word, behind
 * «في», a word that no lexicon has where the next words say in what it lies: «في لاوفن بشمال شتوتغارت». */
#include "know/place.h"
#include "text/letter.h"

static bool reads_conjunction(const Reading *r) { return r->clitics & (CLITIC_CONJ | CLITIC_PREP); }

bool place_is_clan(const Scan *s, uint32_t i) {
  return scan_word(s, i, KIND_BIT(WORD_LINK), false, NULL) && scan_same_line(s, i + 1) && !ends_name(s, i + 1);
}

bool place_is_kunya(const Scan *s, uint32_t i) {
  return scan_word(s, i, KIND_BIT(WORD_KUNYA), false, NULL) && scan_same_line(s, i + 1) && !ends_name(s, i + 1);
}

/* Does nothing follow that a verb there could be said of or have for its object? */
static bool stands_alone(const Scan *s, uint32_t i) {
  if (!scan_same_line(s, i) || !scan_is_word(s, i)) return true;
  const Reading *r = scan_reading(s, i);
  return (r->pos == POS_PREP && !r->enclitic) || r->pos == POS_RELATIVE || r->clitics & CLITIC_PREP ||
         scan_word(s, i, PREFIX_KINDS, true, NULL);
}

bool place_disagrees(const Scan *s, uint32_t i) {
  if (!i || !scan_same_line(s, i)) return false;
  const Reading *noun = scan_reading(s, i - 1), *r = scan_reading(s, i);
  bool feminine = noun->pos == POS_NOUN && noun->gender == GENDER_FEMININE && noun->number == NUMBER_SINGULAR;
  if (!feminine || noun->enclitic || noun->clitics & CLITIC_AL || r->clitics || r->enclitic) return false;
  if (r->pos == POS_VERB) return r->gender != GENDER_FEMININE && r->number == NUMBER_SINGULAR && stands_alone(s, i + 1);
  return r->pos == POS_ADJ && r->gender == GENDER_MASCULINE;
}

/* Can the word be of such a name, `first` as its first? */
static bool unknown_word(const Scan *s, uint32_t i, const PlaceDraft *d, bool first) {
  bool weak = d->signs & SIGN_WEAK;
  if (!scan_same_line(s, i)) return false;
  if (first && !weak && !(d->signs & SIGN_PLURAL) && place_disagrees(s, i)) return true;
  if ((first && place_is_clan(s, i)) || (!first && place_is_clan(s, i - 1))) return true;
  if (ends_name(s, i)) return false;
  if (place_is_kunya(s, i) || (!first && place_is_kunya(s, i - 1))) return true; /* «حي أبو سليم» */
  const Reading *r = scan_reading(s, i);
  if (reads_conjunction(r) && !r->guessed) return false;
  if (scan_word(s, i, PREFIX_KINDS | KIND_BIT(WORD_NISBA) | KIND_BIT(WORD_HEAD) | KIND_BIT(WORD_POST), false, NULL))
    return false;
  bool al;
  (void)know_key(token_light(s->text, i), token_fold(s->text, i), &al);
  bool proper = r->guessed || r->pos == POS_PROPER;
  /* An adjective with the article behind a word without it is a name: «معسكر العمري». */
  if (weak && al && first && r->pos == POS_ADJ)
    return !scan_word(s, i, KIND_BIT(WORD_TAIL) | KIND_BIT(WORD_LABEL), false, NULL);
  bool personal = scan_word(s, i, KIND_BIT(WORD_GIVEN) | KIND_BIT(WORD_FAMILY) | KIND_BIT(WORD_NAME), false, NULL);
  if (weak) return (proper || personal) && (al || (first && (r->pos != POS_ADJ || r->guessed))); /* «مناطق واسعة» */
  if (!first && personal && proper) return true; /* «حي الشيخ رضوان» */
  /* «وادي حمارا»: no complement stands in the accusative */
  bool lands = d->level == LEVEL_NATURE || d->level == LEVEL_DISTRICT || d->level == LEVEL_VILLAGE;
  if (first && lands && !(d->signs & SIGN_PLURAL) && r->pos == POS_NOUN && r->accusative && !r->clitics && !r->enclitic)
    return true;
  /* a bare noun, no adjective: «بلدة حاجين», but not «بلدة صغيرة» */
  return al || (first && (proper || (d->level == LEVEL_VILLAGE && r->pos == POS_NOUN)));
}

/* «منطقة "رأس عيسى"»: behind a level word, all that quotation marks hold; `at` where they hold none. */
static uint32_t quoted_name(const Finder *f, const PlaceDraft *d, uint32_t at) {
  enum { QUOTED_MOST = 4 };
  const Scan *s = &f->scan;
  if (!at || !scan_is_quote(s, at - 1) || d->signs & SIGN_PLURAL) return at;
  uint32_t i = at;
  while (i < at + QUOTED_MOST && scan_is_word(s, i) && scan_same_line(s, i) &&
         !(f->taken[i] & (TAKEN_ACTOR | TAKEN_DATE)))
    i++;
  return i < s->text->ntokens && scan_is_quote(s, i) ? i : at;
}

bool place_read_unknown(const Finder *f, PlaceDraft *d, uint32_t from) {
  enum { WORDS_MOST = 3 };
  const Scan *s = &f->scan;
  if (!(d->signs & (SIGN_LEVEL | SIGN_AREA))) return false;
  uint32_t at = scan_past_quote(s, place_past_list_sign(s, d, from)), i = quoted_name(f, d, at);
  bool quoted = i > at;
  while (!quoted && i < at + WORDS_MOST && unknown_word(s, i, d, i == at) &&
         !(f->taken[i] & (TAKEN_ACTOR | TAKEN_DATE)) &&
         (!(f->taken[i] & TAKEN_PERSON) || (i > at && place_is_clan(s, i - 1))))
    i++;
  if (i == at) return false;
  d->name_first = at;
  d->name_last = d->last = i;
  d->node = PHRASES_NONE;
  d->signs |= SIGN_UNKNOWN;
  return true;
}

/* «في», «في "»: does it stand before the token? */
static bool behind_in(const Scan *s, uint32_t i) {
  if (i && scan_is_quote(s, i - 1)) i--;
  return i && scan_same_line(s, i) && scan_is_in(s, i - 1);
}

/* A word that no lexicon has, and no name of anything else. */
static bool is_unheard_of(const Finder *f, uint32_t i) {
  const Scan *s = &f->scan;
  if (!scan_same_line(s, i) || !scan_is_word(s, i) || f->taken[i] || scan_known(s, i)) return false;
  const Reading *r = scan_reading(s, i);
  Str light = token_light(s->text, i);
  bool his = light.n > 1 && (uint8_t)light.p[light.n - 1] == LETTER_HA && (uint8_t)light.p[light.n - 2] == LETTER_ALEF;
  if (his) return false; /* «في منفاه» */
  if (!r->guessed || r->clitics & CLITIC_CONJ || r->enclitic || s->at[i].n) return false;
  return !scan_word(s, i, KIND_BIT(WORD_GIVEN) | KIND_BIT(WORD_FAMILY) | KIND_BIT(WORD_NAME), false, NULL);
}

uint32_t place_bare_unknown(const Finder *f, uint32_t i) {
  enum { WORDS_MOST = 2 };
  uint32_t end = i;
  if (!behind_in(&f->scan, i)) return i;
  while (end < i + WORDS_MOST && is_unheard_of(f, end)) end++;
  return end;
}

bool place_goes_on(const Scan *s, const Match *name, int weight) {
  if (weight >= place_kind_weight(KIND_TOWN) || !scan_same_line(s, name->last) || !scan_is_word(s, name->last))
    return false;
  const Reading *r = scan_reading(s, name->last);
  if (r->clitics || !(r->guessed || r->pos == POS_PROPER)) return false;
  return scan_word(s, name->last, KIND_BIT(WORD_GIVEN) | KIND_BIT(WORD_FAMILY) | KIND_BIT(WORD_NAME), false, NULL) !=
         NULL;
}

bool place_longer_unknown(const Scan *s, const PlaceDraft *d, const Match *name, int weight) {
  if (!(d->signs & (SIGN_LEVEL | SIGN_AREA)) || weight >= place_kind_weight(KIND_TOWN) || name->al ||
      name->last != name->first + 1)
    return false;
  if (!scan_same_line(s, name->last)) return false;
  const Reading *r = scan_reading(s, name->last);
  bool al;
  (void)know_key(token_light(s->text, name->last), token_fold(s->text, name->last), &al);
  bool noun = r->guessed || r->pos == POS_PROPER;
  if (!(al || (d->signs & SIGN_WEAK && r->guessed)) || !noun || reads_conjunction(r)) return false;
  return !scan_word(s, name->last, PREFIX_KINDS | KIND_BIT(WORD_NISBA) | KIND_BIT(WORD_HEAD), false, NULL);
}
