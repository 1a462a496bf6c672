/* Part by part what link_score.c may come to at most. What decides is the words: two reports of different events have
 * few in common, and which of the one's may be in the other's is told by a Bloom filter (Bloom 1970) of 512 bits with
 * three to a word: of sixty words one in forty that is not there seems to be. Of places a sign tells most that
 * are apart (place_sign.h). Of doers and numbers the best is taken, where both have them.
 *
 * Weights that rise in link_score.c must rise here: test_link_sift.c holds the two together. */
#include "ledger/link/link_sift.h"

#include "ledger/link/kinship.h"

enum {
  TYPE_MOST = 3,
  SEVERAL = -3,
  PLACE_MOST = 3,
  NAMED_MOST = 1, /* of places that are not near, and that the other's sentences name */
  FAR = -3,
  NAMED_FAR = -1,
  AGENT_MOST = 1,
  TARGET_MOST = 2,
  TOLL_MOST = 5,
  PERSON_MOST = 4,
  WORDS_POINT = 6,
  WORDS_LEAST = 2,
  BESIDE_POINT = 8,
  BESIDE_MOST = 6,
  EARLIER = 1,
  OPENING_MOST = 5,
  SHORT_DAYS = 3, /* of what link_score takes for news of a day or two */
  NEAR_MOST = 1,  /* points of days that do not meet; of such that both tell */
  NEAR_TOLD_MOST = -2,
  DAYS_MOST = 3,
  WEEK = 8,
  MONTH = 31,
  WEIGHT = 7 /* in a word's hash (wording.c) */
};

/* ---- the filter ---- */

static void mark(uint32_t filter[LINK_SIFT_WORDS], const Wording *words) {
  for (uint32_t i = 0; i < words->n; i++)
    for (uint32_t shift = 3; shift < 30; shift += 9) {
      uint32_t bit = words->words[i] >> shift & 511;
      filter[bit / 32] |= 1u << bit % 32;
    }
}

static bool may_have(const uint32_t filter[LINK_SIFT_WORDS], uint32_t word) {
  uint32_t a = word >> 3 & 511, b = word >> 12 & 511, c = word >> 21 & 511;
  return filter[a / 32] >> a % 32 & filter[b / 32] >> b % 32 & filter[c / 32] >> c % 32 & 1;
}

/* In percent, as wording_alike. */
static int32_t alike_most(const Wording *own, const LinkSift *other, uint32_t weight) {
  uint32_t shared = 0;
  if (own->n < WORDING_FEWEST || !weight) return 0;
  for (uint32_t i = 0; i < own->n; i++)
    if (may_have(other->filter, own->words[i])) shared += own->words[i] & WEIGHT;
  if (shared > weight) shared = weight;
  return (int32_t)wording_percent(shared, own->weight, weight);
}

/* ---- what is kept ---- */

static uint16_t weight_of(const Wording *w) { return w->n < WORDING_FEWEST ? 0 : (uint16_t)w->weight; }

LinkSift link_sift_of(const LinkItem *item) {
  LinkSift s = {.from = item->when.from, .to = item->when.to};
  const bool flags[] = {item->told,        item->several,      item->news,       item->earlier,
                        item->nagents > 0, item->ntargets > 0, item->ntolls > 0, item->npeople > 0};
  for (uint32_t i = 0; i < sizeof flags / sizeof *flags; i++) s.flags = (uint8_t)(s.flags | flags[i] << i);
  for (uint32_t i = 0; i < item->nrecords; i++) s.types |= kinship_bit(item->records[i]->type);
  s.words = weight_of(&item->words);
  s.beside = weight_of(&item->beside);
  mark(s.filter, &item->words);
  mark(s.filter, &item->beside);
  s.nplaces = (uint8_t)(item->nplaces <= LINK_SIFT_PLACES ? item->nplaces : LINK_SIFT_PLACES + 1);
  for (uint32_t i = 0; i < item->nplaces && i < LINK_SIFT_PLACES; i++)
    s.places[i] = place_sign(item->places[i], item->place_words[i]);
  return s;
}

LinkSifter link_sifter(const LinkItem *item) {
  LinkSifter out = {.item = item, .own = link_sift_of(item)};
  for (uint32_t i = 0; i < item->nrecords; i++) out.kin |= kinship_bits_of_kin(item->records[i]->type);
  return out;
}

/* ---- parts ---- */

static int64_t days_of(const LinkSift *s) { return (int64_t)s->to - s->from + 1; }

static int32_t time_most(const LinkSift *a, const LinkSift *b) {
  int64_t longer = days_of(a) > days_of(b) ? days_of(a) : days_of(b);
  bool meet = a->from <= b->to && b->from <= a->to;
  if (!meet) return longer > SHORT_DAYS ? LINK_VETO : a->flags & b->flags & LINK_SIFT_TOLD ? NEAR_TOLD_MOST : NEAR_MOST;
  if (longer <= SHORT_DAYS || a->from == b->from) return DAYS_MOST;
  return longer <= WEEK ? 2 : longer <= MONTH ? 1 : 0;
}

/* A place of the one that the sentences of the other may name. */
static bool names_place(const LinkSift *a, const LinkSift *b) {
  for (uint32_t i = 0; i < a->nplaces; i++)
    if (may_have(b->filter, place_sign_word(&a->places[i]))) return true;
  return false;
}

static int32_t place_most(const LinkSift *a, const LinkSift *b) {
  if (a->nplaces > LINK_SIFT_PLACES || b->nplaces > LINK_SIFT_PLACES) return PLACE_MOST;
  int32_t most = a->nplaces && b->nplaces ? LINK_VETO : 0;
  for (uint32_t i = 0; i < a->nplaces; i++)
    for (uint32_t k = 0; k < b->nplaces; k++) {
      int32_t points = place_sign_most(&a->places[i], &b->places[k]);
      if (points > most) most = points;
    }
  if (most > 0 || !(names_place(a, b) || names_place(b, a))) return most;
  return most <= FAR ? NAMED_FAR : NAMED_MOST;
}

/* All but the words and the place. */
static int32_t others_most(const LinkSift *a, const LinkSift *b) {
  uint32_t both = a->flags & b->flags, one = a->flags ^ b->flags;
  int32_t points = time_most(a, b);
  if (a->types & b->types) points += TYPE_MOST;
  if (one & LINK_SIFT_SEVERAL) points += SEVERAL;
  if (both & LINK_SIFT_AGENTS) points += AGENT_MOST;
  if (both & LINK_SIFT_TARGETS) points += TARGET_MOST;
  if (both & LINK_SIFT_TOLLS) points += TOLL_MOST;
  if (both & LINK_SIFT_PEOPLE) points += PERSON_MOST;
  if (both & LINK_SIFT_NEWS) points += OPENING_MOST;
  if ((a->flags | b->flags) & LINK_SIFT_EARLIER) points += EARLIER;
  return points;
}

int32_t link_sift_most(const LinkSifter *s, const LinkSift *other) {
  if (!(other->types & s->kin) || time_most(&s->own, other) == LINK_VETO) return LINK_VETO;
  int32_t points = PLACE_MOST + others_most(&s->own, other);
  if (s->own.words && other->words)
    points += alike_most(&s->item->words, other, other->words) / WORDS_POINT - WORDS_LEAST;
  if (s->own.beside && other->beside) {
    int32_t beside = alike_most(&s->item->beside, other, other->beside) / BESIDE_POINT;
    points += beside < BESIDE_MOST ? beside : BESIDE_MOST;
  }
  /* The places cost most to look at, and of most pairs the rest tells enough. */
  return points < LINK_THRESHOLD ? points : points - PLACE_MOST + place_most(&s->own, other);
}
