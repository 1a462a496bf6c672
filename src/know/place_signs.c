/* What the words around a name say of it, and how it reads itself.
 *
 *   60 كم جنوب الحسكة    a distance before it
 *   في الحديثة           a preposition that governs it: no adjective stands so
 *   دعم مالي             an adjective of the noun before it, though Mali is written so
 *   لأول                 a hamza where the name has none: not Laval
 *
 * place_find.c has found the name; place_choose.c weighs what is told here. */
#include "know/place.h"
#include "lang/word.h"
#include "text/letter.h"

/* «على بعد 60 كم جنوب الحسكة», «5 كيلومترات من الموصل» */
static void read_distance(const Scan *s, PlaceDraft *d) {
  uint32_t i = d->first;
  if (!i || s->text->tokens[i].flags & TOKEN_LINE) return;
  if (!(d->signs & SIGN_DIRECTION)) {
    if (scan_reading(s, i - 1)->pos != POS_PREP) return;
    i--;
  }
  if (!i || !scan_word(s, i - 1, KIND_BIT(WORD_METRE), false, NULL)) return;
  i--;
  bool number = i && (s->text->tokens[i - 1].kind == TOKEN_NUMBER || scan_reading(s, i - 1)->pos == POS_NUMERAL);
  d->first = number ? i - 1 : i;
  d->cut = 0;
  d->signs |= SIGN_METRE;
}

static uint32_t governed(const Scan *s, const PlaceDraft *d) {
  if (!d->first || s->text->tokens[d->first].flags & TOKEN_LINE) return 0;
  uint32_t before = d->first - 1;
  if (scan_is_quote(s, before) && before) before--;
  if (!scan_is_preposition(s, before)) return 0;
  if (scan_is_in(s, before)) return SIGN_IN;
  Str fold = token_fold(s->text, before);
  bool to = fold.n == 3 && (uint8_t)fold.p[0] == LETTER_ALEF && (uint8_t)fold.p[1] == LETTER_LAM;
  return to ? SIGN_PREP | SIGN_TO : SIGN_PREP;
}

static uint32_t cut_clitics(const Scan *s, uint32_t token, uint8_t cut) {
  uint32_t out = 0;
  Str fold = token_fold(s->text, token);
  if (!cut || cut >= fold.n) return 0;
  uint8_t last = (uint8_t)fold.p[cut - 1];
  if (last == LETTER_BA) out |= SIGN_IN;
  if (last == LETTER_LAM) out |= SIGN_PREP;
  const Reading *r = scan_reading(s, token);
  uint32_t clitics = (uint32_t)r->clitics & (CLITIC_CONJ | CLITIC_PREP), letters = cut;
  for (; clitics; clitics &= clitics - 1) letters -= letters > 0;
  letters -= letters && cut > 1 && (uint8_t)fold.p[cut - 2] == LETTER_LAM && last == LETTER_LAM; /* «للموصل» */
  if (!r->guessed && r->lemma != LEMMA_NONE && letters) out |= SIGN_CLITIC;
  return out;
}

static uint32_t token_signs(const Scan *s, uint32_t i) {
  const Reading *r = scan_reading(s, i);
  if (r->guessed || r->lemma == LEMMA_NONE || r->pos == POS_PROPER) return 0;
  if (is_function_word(s, i)) return SIGN_VERB;
  bool adjective = r->pos == POS_ADJ || r->form == FORM_ACTIVE_PARTICIPLE || r->form == FORM_PASSIVE_PARTICIPLE ||
                   (!scan_classes(s, i) && scan_may_read(s, i, POS_ADJ));
  uint32_t out = SIGN_WORD | (adjective ? (uint32_t)SIGN_ADJECTIVE : 0);
  if (r->enclitic) out |= SIGN_OWNED;
  return out | (r->pos != POS_ADJ && scan_classes(s, i) ? (uint32_t)SIGN_EVERYDAY : 0);
}

/* An alef with hamza inside a word where the name has none: «لأول» is not Laval. */
static bool hamza_differs(const Scan *s, const PlaceDraft *d) {
  Str light = token_light(s->text, d->name_first);
  Str rest = str_slice(light, d->name_cut, light.n);
  bool al;
  Str key = know_key(rest, rest, &al);
  for (size_t k = 1; k < key.n && d->name_last == d->name_first + 1; k++)
    if ((uint8_t)key.p[k] == LETTER_ALEF_HAMZA || (uint8_t)key.p[k] == LETTER_ALEF_HAMZA_BELOW) return true;
  return false;
}

/* «دعم مالي»: behind a bare noun an adjective is an adjective. */
static bool qualifies(const Scan *s, const PlaceDraft *d) {
  uint32_t i = d->name_first;
  if (!i || d->cut || d->al || s->text->tokens[i].flags & TOKEN_LINE || i != d->first) return false;
  const Reading *before = scan_reading(s, i - 1);
  Str fold = token_fold(s->text, i);
  if ((uint8_t)fold.p[fold.n - 1] != LETTER_YA) return false;
  return before->pos == POS_NOUN && !(before->clitics & CLITIC_AL) && !before->enclitic && scan_may_read(s, i, POS_ADJ);
}

/* How the name reads where it stands, as the analyser ranks it: what all its words say. */
static uint32_t reading_signs(const Scan *s, const PlaceDraft *d) {
  uint32_t out = token_signs(s, d->name_first);
  if (d->name_first > d->first && place_disagrees(s, d->name_first))
    out &= ~(uint32_t)(SIGN_ADJECTIVE | SIGN_VERB | SIGN_WORD);
  for (uint32_t i = d->name_first + 1; i < d->name_last; i++) out &= token_signs(s, i);
  if (hamza_differs(s, d)) out |= SIGN_HAMZA;
  if (qualifies(s, d)) out |= SIGN_QUALIFIES;
  const Reading *r = scan_reading(s, d->name_first);
  bool within = !d->name_cut && !r->guessed && r->pos != POS_PROPER && r->clitics & (CLITIC_CONJ | CLITIC_PREP);
  return out | (within && d->name_last == d->name_first + 1 ? (uint32_t)SIGN_WITHIN : 0);
}

void place_read_signs(const Scan *s, PlaceDraft *d) {
  d->signs |= cut_clitics(s, d->first, d->cut) | reading_signs(s, d);
}

void place_read_governed(const Scan *s, PlaceDraft *d) {
  if (d->signs & SIGN_NISBA && !(d->signs & SIGN_LANDS)) return;
  read_distance(s, d);
  d->signs |= governed(s, d);
}
