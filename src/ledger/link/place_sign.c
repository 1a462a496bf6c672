/* Reports of one day and country are mostly of different towns, and the gazetteer has where these lie: what tells so
 * fits into four numbers of 32 bits.
 *
 *   0   latitude and longitude, in steps of 1/STEPS of a degree, 16 bits each
 *   1   hashes of the id (16 bits), of the words and of their last letters (8 each)
 *   2   hashes of the name (16 bits), of the governorate and of the country (8 each)
 *   3   what a filter looks at of the name as a word (27 bits), and Flag
 *
 * A hash that is 0 stands for what is not told. Hashes that differ are of what differs; those that agree prove
 * nothing, and then the more points are taken. So what is said here is never less than what place_near comes to,
 * and the two change together: test_place_sign.c holds them against each other. */
#include "ledger/link/place_sign.h"

#include <math.h>

#include "base/hash.h"
#include "check/same.h"
#include "ledger/link/place_near.h"

enum {
  STEPS = 180,
  COUNTRY = 6,  /* precision of a country */
  ERROR_KM = 2, /* of the distance of two places whose degrees were cut off, at most 1.8 */
  TAIL = 6,     /* bytes that words of one place have in common at their end, where neither is shorter */
  WORD_BITS = 27,
  WORD_FROM = 3 /* the bits of a word's hash that are looked at begin here */
};

typedef enum Flag { PRECISION = 7, GUESSED = 8, LIES = 16 } Flag;

static uint32_t short_hash(Str s, uint32_t bits) {
  uint32_t most = (1u << bits) - 1;
  return s.n ? (uint32_t)(hash64(s.p, s.n) % most) + 1 : 0;
}

static uint32_t steps_of(double degrees) { return (uint32_t)(int32_t)floor(degrees * STEPS) & 0xFFFF; }
static double degrees_of(uint32_t steps) { return (double)(int16_t)steps / STEPS; }

static bool lies_somewhere(const Place *p) { return fabs(p->lat) <= 90 && fabs(p->lon) <= 180; }

/* Words that are one but for a letter before them end alike: «الحولة», «حولة» (Houla). */
static Str tail_of(Str words) { return words.n < TAIL ? STR("") : str_slice(words, words.n - TAIL, words.n); }

PlaceSign place_sign(const Place *p, uint32_t word) {
  PlaceSign s = {0};
  if (lies_somewhere(p)) s.at[0] = steps_of(p->lat) << 16 | steps_of(p->lon);
  s.at[1] = short_hash(p->id, 16) << 16 | short_hash(p->quote.text, 8) << 8 | short_hash(tail_of(p->quote.text), 8);
  s.at[2] = short_hash(p->name, 16) << 16 | short_hash(p->admin1, 8) << 8 | short_hash(p->country, 8);
  s.at[3] = word >> WORD_FROM << (32 - WORD_BITS) | (p->precision < PRECISION ? p->precision : PRECISION);
  if (place_is_guessed(p)) s.at[3] |= GUESSED;
  if (lies_somewhere(p)) s.at[3] |= LIES;
  return s;
}

uint32_t place_sign_word(const PlaceSign *s) { return s->at[3] >> (32 - WORD_BITS) << WORD_FROM; }

/* Both told, and equal as far as hashes tell. */
static bool agree(uint32_t a, uint32_t b) { return a && a == b; }
static bool differ(uint32_t a, uint32_t b) { return a && b && a != b; }

static uint32_t precision_of(const PlaceSign *s) { return s->at[3] & PRECISION; }
static bool is_point(const PlaceSign *s) { return precision_of(s) >= 1 && precision_of(s) <= 3; }

static double km_least(const PlaceSign *a, const PlaceSign *b) {
  Place x = {.lat = degrees_of(a->at[0] >> 16), .lon = degrees_of(a->at[0] & 0xFFFF)};
  Place y = {.lat = degrees_of(b->at[0] >> 16), .lon = degrees_of(b->at[0] & 0xFFFF)};
  return place_km(&x, &y) - ERROR_KM;
}

/* What places are worth at most that are of two governorates, of two countries, or far apart. */
static int32_t far_most(const PlaceSign *a, const PlaceSign *b) {
  int32_t points = precision_of(a) >= COUNTRY || precision_of(b) >= COUNTRY ? -2 : -3;
  return (a->at[3] | b->at[3]) & GUESSED ? (points - 1) / 2 : points;
}

/* Of places that are not one and have not one name. */
static int32_t apart_most(const PlaceSign *a, const PlaceSign *b) {
  uint32_t both = a->at[3] & b->at[3];
  bool ids = a->at[1] >> 16 && b->at[1] >> 16;
  int32_t far = far_most(a, b);
  if (differ(a->at[2] & 255, b->at[2] & 255)) return far;
  if (ids && is_point(a) && is_point(b)) {
    double km = both & LIES ? km_least(a, b) : -1;
    return km <= 10 ? 3 : km <= 25 ? 1 : km <= 50 ? -1 : far;
  }
  uint32_t x = a->at[2] >> 8 & 255, y = b->at[2] >> 8 & 255;
  return differ(x, y) ? far : x && y ? 2 : 0;
}

/* What no table has is known by its words. */
static bool may_be_one(const PlaceSign *a, const PlaceSign *b) {
  uint32_t x = a->at[1] >> 16, y = b->at[1] >> 16;
  return x && y ? x == y : !differ(a->at[1] & 255, b->at[1] & 255);
}

static bool may_have_one_name(const PlaceSign *a, const PlaceSign *b) {
  return agree(a->at[1] >> 8 & 255, b->at[1] >> 8 & 255) || agree(a->at[2] >> 16, b->at[2] >> 16);
}

int32_t place_sign_most(const PlaceSign *a, const PlaceSign *b) {
  if (may_be_one(a, b)) return 3;
  int32_t most = apart_most(a, b);
  return most < 2 && may_have_one_name(a, b) ? 2 : most;
}
