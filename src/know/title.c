/* Posts, and the places that belong to them rather than to what happened.
 *
 *   محافظ كركوك                     governor of Kirkuk: the place is in the post's iḍāfa
 *   أمير ولاية ديالى                 "emir" of the "province" of Diyala
 *   مسؤول الكفالات في قضاء الحويجة   he who sees to bail money in Hawija district: with a duty
 *                                   between, what stands behind «في» is the post's too
 *   مقتل قائد ميداني في دير الزور     a field commander killed in Deir ez-Zor: an indefinite
 *                                   adjective ends the iḍāfa, the place is the killing's */
#include "know/find.h"
#include "lang/word.h"

enum { CHAIN_MAX = 5, BEHIND_IN = 2 };

#define AROUND_PLACES (KIND_BIT(WORD_DIRECTION) | KIND_BIT(WORD_NEAR))

/* One more word of the iḍāfa, its adjectives included. */
static bool chains(const Finder *f, uint32_t i, bool first) {
  const Scan *s = &f->scan;
  if (!scan_is_word(s, i) || s->text->tokens[i].flags & TOKEN_LINE || f->taken[i] & (TAKEN_PERSON | TAKEN_DATE))
    return false;
  const Reading *r = scan_reading(s, i);
  if (f->taken[i] & TAKEN_ACTOR) return !(r->clitics & (CLITIC_CONJ | CLITIC_PREP));
  if (ends_name(s, i) || r->clitics & (CLITIC_CONJ | CLITIC_PREP)) return false;
  if (r->pos == POS_ADJ && !(r->clitics & CLITIC_AL) && first) return false;
  return !scan_word(s, i, AROUND_PLACES, false, NULL);
}

static bool behind_in(const Finder *f, uint32_t i, uint32_t *place) {
  const Scan *s = &f->scan;
  if (!scan_is_word(s, i) || s->text->tokens[i].flags & TOKEN_LINE) return false;
  bool in = scan_is_in(s, i);
  *place = in ? i + 1 : i;
  return in || scan_reading(s, i)->clitics & CLITIC_BI;
}

static void read_post(Finder *f, uint32_t post, const WordRow *row, const Match *m) {
  uint32_t end = m->last, place;
  bool actor = false;
  if (m->al) return;
  while (end < m->last + CHAIN_MAX && chains(f, end, end == m->last)) actor |= (f->taken[end++] & TAKEN_ACTOR) != 0;
  take(f, post, end, TAKEN_TITLE);
  if (end == m->last || !(row->value || actor) || !behind_in(f, end, &place)) return;
  uint32_t n = f->scan.text->ntokens, last = place + BEHIND_IN < n ? place + BEHIND_IN : n;
  take(f, place, last, TAKEN_TITLE);
}

void find_titles(Finder *f) {
  const Scan *s = &f->scan;
  for (uint32_t i = 0; i < s->text->ntokens; i++) {
    Match m;
    const WordRow *row = scan_is_word(s, i) ? scan_word(s, i, KIND_BIT(WORD_POST), true, &m) : NULL;
    if (row && scan_cut_fits(s, &m) && !scan_reads_verb(s, i)) read_post(f, i, row, &m);
  }
}
