/* Lists of places: what «و» joins, with asides between.
 *
 *   قرى أكلاز وأوكاسا                    names that no table has, behind a plural
 *   محافظتي ديالى وكركوك                 the level word is of both
 *   طنجة (شمال) وتطوان (شمال)            where each lies is set aside in brackets */
#include "know/place.h"
#include "lang/word.h"
#include "text/letter.h"

/* «قرى هي», «بلدات:» before the names. */
uint32_t place_past_list_sign(const Scan *s, const PlaceDraft *d, uint32_t i) {
  if (!(d->signs & SIGN_PLURAL) || !scan_same_line(s, i)) return i;
  bool sign = token_sign(s->text, i) == ':' || scan_reading(s, i)->pos == POS_PRONOUN;
  return i + sign;
}

/* Behind a closing quotation mark, and behind what brackets set aside from `end` on: «طنجة (شمال)». */
static uint32_t past_aside(const Scan *s, uint32_t end) {
  end = scan_past_quote(s, end);
  if (!scan_same_line(s, end)) return end;
  if (token_sign(s->text, end) == ')') return end + 1; /* the place before is itself set aside */
  return token_past_brackets(s->text, end);
}

/* «"مطار صنعاء" و"قاعدة الديلمي"»: the letter stands by itself before a quotation mark. */
static bool joins_quoted(const Scan *s, uint32_t end, uint32_t first) {
  if (first != end + 2 || !scan_is_word(s, end) || !scan_is_quote(s, end + 1)) return false;
  Str fold = token_fold(s->text, end);
  return fold.n == 1 && (uint8_t)fold.p[0] == LETTER_WAW;
}

uint32_t place_joined(const Scan *s, const PlaceDraft *d, const PlaceDrafts *drafts) {
  if (!drafts->n || !d->first || !scan_same_line(s, d->first)) return 0;
  uint32_t end = past_aside(s, drafts->at[drafts->n - 1].last);
  uint8_t letter = (uint8_t)token_fold(s->text, d->first).p[0];
  if (end == d->first && d->cut && letter == LETTER_WAW) return SIGN_JOINED;
  if (joins_quoted(s, end, d->first)) return SIGN_JOINED;
  if (d->signs & SIGN_VERB && d->name_last == d->name_first + 1) return 0; /* «حلب وحمص، قبل أن …» */
  return end + 1 == d->first && token_sign(s->text, end) == ',' ? SIGN_JOINED : 0;
}

bool place_listed(const Scan *s, uint32_t i, const PlaceDrafts *drafts) {
  const PlaceDraft *before = drafts->n ? &drafts->at[drafts->n - 1] : NULL;
  if (!before || before->signs & SIGN_NISBA || !scan_same_line(s, i) || past_aside(s, before->last) != i) return false;
  return before->signs & SIGN_PLURAL && (uint8_t)token_fold(s->text, i).p[0] == LETTER_WAW;
}

/* Does «و» join a name to the list there: what no lexicon has, or a place? */
static bool joins_name(const Scan *s, uint32_t i) {
  if (!scan_same_line(s, i) || !scan_is_word(s, i) || (uint8_t)token_fold(s->text, i).p[0] != LETTER_WAW) return false;
  const Reading *r = scan_reading(s, i);
  if (r->guessed || r->pos == POS_PROPER) return true;
  for (uint32_t k = 0; k < s->at[i].n; k++) {
    int weight;
    uint32_t flags;
    if (s->at[i].at[k].cut != 1 || place_heaviest(s, &s->at[i].at[k], &weight, &flags) == ROW_NONE) continue;
    if (weight >= place_kind_weight(KIND_TOWN) || !(flags & NAME_COMMON)) return true;
  }
  return false;
}

/* «مناطق هاكورك وجارا والزاب»: a noun that is a name, for it stands in the accusative, as nothing in such a list does,
 * or names stand on both sides of it. */
static bool is_name_by_list(const Scan *s, uint32_t i) {
  const Reading *r = scan_reading(s, i);
  if (r->clitics != CLITIC_WA || r->enclitic || (r->pos != POS_NOUN && r->pos != POS_ADJ)) return false;
  return r->accusative || (!scan_classes(s, i) && joins_name(s, i + 1));
}

/* «قرى أكلاز وأوكاسا»: behind a plural, what «و» joins is a name too. */
bool place_joined_unknown(const Finder *f, uint32_t i, const PlaceDrafts *drafts, PlaceDraft *d) {
  const Scan *s = &f->scan;
  if (!drafts->n || !scan_same_line(s, i)) return false;
  const PlaceDraft *before = &drafts->at[drafts->n - 1];
  const Reading *r = scan_reading(s, i);
  uint32_t end = past_aside(s, before->last);
  bool comma = end + 1 == i && token_sign(s->text, end) == ',' && (r->guessed || r->pos == POS_PROPER);
  if (end != i && !comma) return false;
  Str light = token_light(s->text, i);
  if (!(before->signs & SIGN_PLURAL) || light.n < 4 || (uint8_t)light.p[0] != LETTER_WAW) return false;
  bool al = (uint8_t)light.p[1] == LETTER_ALEF && (uint8_t)light.p[2] == LETTER_LAM;
  if (!r->guessed && r->pos != POS_PROPER && !(al && r->pos == POS_NOUN && r->clitics & CLITIC_WA) &&
      !is_name_by_list(s, i))
    return false;
  if (scan_word(s, i, PREFIX_KINDS | KIND_BIT(WORD_NISBA) | KIND_BIT(WORD_HEAD) | KIND_BIT(WORD_STOP), true, NULL))
    return false;
  *d = (PlaceDraft){.first = i,
                    .last = i + 1,
                    .name_first = i,
                    .name_last = i + 1,
                    .cut = 1,
                    .name_cut = 1,
                    .level = before->level,
                    .node = PHRASES_NONE,
                    .row = ROW_NONE,
                    .container = ROW_NONE,
                    .signs = SIGN_UNKNOWN | SIGN_JOINED |
                             (before->signs & (SIGN_LEVEL | SIGN_AREA | SIGN_PLURAL | SIGN_WEAK))};
  return true;
}

/* A place that «و» joins to one behind a level word has that level: «محافظتي ديالى وكركوك»,
 * «مخيم الهول والروج». */
void place_inherit(PlaceDraft *d, const PlaceDrafts *drafts) {
  if (!(d->signs & SIGN_JOINED) || d->level != LEVEL_NONE || !drafts->n) return;
  const PlaceDraft *before = &drafts->at[drafts->n - 1];
  if (before->signs & SIGN_NISBA) return;
  if (before->signs & SIGN_OWN_LEVEL && place_is_heavy(before->weight)) return; /* «الولايات المتحدة وفرنسا» */
  d->level = before->level;
  d->signs |= before->signs & SIGN_PLURAL;
  if (before->signs & SIGN_PLURAL) d->signs |= before->signs & (SIGN_LEVEL | SIGN_AREA);
}
