/* Which of its namesakes a name means.
 *
 * Namesakes are many: السليمانية stands a dozen times in the tables, صور is Tyre, a town of
 * Deir ez-Zor, and "pictures". Each candidate gets points for
 *   its weight        country, capital, city … village, and its population
 *   the level word    «قرية», «محافظة»
 *   the container     «بريف دير الزور», «في إقليم كردستان», «الموصل العراقية»
 *   the document      countries and governorates that its other places, its actors and its
 *                     outlet speak of
 * and the heaviest is chosen. All is integer and bounded. */
#include "know/place_rank.h"

#include <math.h>

enum {
  CANDIDATES_MAX = 192,
  TOO_FAR_KM = 150, /* from the centre of the container that was named */
  NEIGHBOURS = 3,
  CLEAR = 20 /* how far the best of another country must be behind for a place to speak for its own */
};

static int tally_of(const Tally *list, uint32_t n, uint32_t key) {
  for (uint32_t i = 0; i < n; i++)
    if (list[i].key == key) return list[i].weight;
  return 0;
}

void world_tally(Tally *list, uint32_t *n, uint32_t max, uint32_t key, int weight) {
  for (uint32_t i = 0; i < *n; i++)
    if (list[i].key == key) {
      list[i].weight += weight;
      return;
    }
  if (*n < max) list[(*n)++] = (Tally){key, weight};
}

int world_country(const PlaceWorld *w, uint16_t country) {
  return country ? tally_of(w->countries, w->ncountries, country) : 0;
}
int world_admin(const PlaceWorld *w, uint32_t admin1) {
  return admin1 == ROW_NONE ? 0 : tally_of(w->admins, w->nadmins, admin1);
}

uint32_t place_admin(const Know *k, uint32_t row) {
  return k->places[row].kind == KIND_ADMIN1 ? row : k->places[row].admin1;
}

void world_add(PlaceWorld *w, const Know *k, uint32_t row, int weight) {
  if (k->places[row].country) world_tally(w->countries, &w->ncountries, COUNTRIES_MAX, k->places[row].country, weight);
  uint32_t admin = place_admin(k, row);
  if (admin != ROW_NONE && k->places[row].kind != KIND_COUNTRY)
    world_tally(w->admins, &w->nadmins, ADMINS_MAX, admin, weight);
}

static int population_points(uint32_t population) {
  return population > 1000000 ? 8 : population > 200000 ? 6 : population > 50000 ? 4 : population > 10000 ? 2 : 0;
}

static bool is_settlement(PlaceLevel level) {
  return level == LEVEL_CITY || level == LEVEL_VILLAGE || level == LEVEL_DISTRICT;
}

/* What the level word says for a candidate. */
static int level_points(PlaceLevel said, const PlaceRow *p) {
  PlaceLevel is = place_kind_level((PlaceKind)p->kind);
  if (said == LEVEL_NONE) return 0;
  if (said == LEVEL_COUNTRYSIDE) return is == LEVEL_ADMIN1 ? 30 : is == LEVEL_ADMIN2 ? 22 : is == LEVEL_CITY ? 15 : -5;
  if (said == is) return 30;
  if (is_settlement(said) && is_settlement(is)) return 12;
  if (said == LEVEL_ADMIN2 && (is == LEVEL_CITY || is == LEVEL_ADMIN3)) return 12;
  if (said == LEVEL_ADMIN3 && (is == LEVEL_CITY || is == LEVEL_VILLAGE || is == LEVEL_ADMIN2)) return 10;
  if ((said == LEVEL_SITE || said == LEVEL_NATURE) && is_settlement(is)) return 4;
  if (said == LEVEL_REGION && (is == LEVEL_ADMIN1 || is == LEVEL_COUNTRY)) return 10;
  return -25;
}

static double distance_km(const PlaceRow *a, const PlaceRow *b) {
  if (isnan(a->lat) || isnan(b->lat)) return NAN;
  double rad = 3.14159265358979 / 180, mean = ((double)a->lat + (double)b->lat) / 2 * rad;
  double x = ((double)b->lon - (double)a->lon) * rad * cos(mean), y = ((double)b->lat - (double)a->lat) * rad;
  return 6371 * sqrt(x * x + y * y);
}

/* Is `p` inside `c`, as far as the tables tell? 1 yes, -1 no, 0 perhaps. */
int place_lies_in(const Know *k, uint32_t row, uint32_t container) {
  const PlaceRow *p = &k->places[row], *c = &k->places[container];
  if (row == container) return 0;
  if (p->country != c->country) return c->country && p->country ? -1 : 0;
  if (c->kind == KIND_COUNTRY) return 1;
  uint32_t a = place_admin(k, row), b = place_admin(k, container);
  if (c->kind == KIND_ADMIN1 && a == container) return 1;
  if (c->kind == KIND_ADMIN2 && p->admin2 == container) return 1;
  double km = distance_km(p, c);
  if (km > TOO_FAR_KM && c->kind != KIND_REGION && c->kind != KIND_NATURE) return -1;
  if (c->kind != KIND_ADMIN1 && km < 60) return 1;
  return a == b ? 1 : 0;
}

static int container_points(const Know *k, uint32_t row, uint32_t container, bool direct) {
  int in = place_lies_in(k, row, container);
  return in > 0 ? (direct ? 60 : 25) : in < 0 ? (direct ? -80 : -10) : 0;
}

int world_total(const Tally *list, uint32_t n) {
  int out = 0;
  for (uint32_t i = 0; i < n; i++) out += list[i].weight;
  return out;
}

/* The shares that a place's country and governorate have in the document. */
static int world_points(const PlaceWorld *w, const Know *k, uint32_t row) {
  int countries = world_total(w->countries, w->ncountries), admins = world_total(w->admins, w->nadmins);
  int country = world_country(w, k->places[row].country), admin = world_admin(w, place_admin(k, row));
  return (countries ? 30 * country / countries : 0) + (admins ? 24 * admin / admins : 0) + (country > 0 ? 6 : 0);
}

/* «شرقي دير الزور» is the governorate's east; «قرب الحسكة», «60 كم جنوب الحسكة» speak of the
 * town. */
static int anchor_points(uint32_t signs, const PlaceRow *p) {
  bool town = place_kind_level((PlaceKind)p->kind) == LEVEL_CITY;
  if (signs & (SIGN_NEAR | SIGN_METRE)) return town ? 14 : 0;
  return signs & SIGN_DIRECTION && p->kind == KIND_ADMIN1 ? 14 : 0;
}

static int name_points(const PlaceDraft *d, uint32_t flags) {
  int out = (flags & NAME_FIRST ? 3 : 0) + (d->signs & SIGN_HAMZA && flags & NAME_HAMZA ? 4 : 0);
  if (flags & NAME_AL) return out + (d->al ? 3 : -6);
  return out + (d->al ? -6 : 3);
}

/* The countries of the weighty places beside a draft in its sentence. */
typedef struct Neighbours {
  uint16_t country[2 * NEIGHBOURS];
  uint32_t n;
} Neighbours;

static Neighbours neighbours_of(const Chooser *c, uint32_t i) {
  const Scan *s = &c->f->scan;
  Neighbours out = {.n = 0};
  uint32_t sentence = s->text->tokens[c->drafts->at[i].first].sentence;
  uint32_t from = i > NEIGHBOURS ? i - NEIGHBOURS : 0, to = i + NEIGHBOURS + 1;
  for (uint32_t n = from; n < to && n < c->drafts->n; n++) {
    const PlaceDraft *d = &c->drafts->at[n];
    if (n == i || d->row == ROW_NONE || s->text->tokens[d->first].sentence != sentence) continue;
    const PlaceRow *p = &s->know->places[d->row];
    if (place_kind_weight((PlaceKind)p->kind) >= place_kind_weight(KIND_ADMIN1)) out.country[out.n++] = p->country;
  }
  return out;
}

/* They pull a name into their country. */
static int neighbour_points(const Neighbours *beside, uint16_t country) {
  int out = 0;
  for (uint32_t i = 0; i < beside->n; i++) out += beside->country[i] == country ? 5 : 0;
  return out;
}

static int candidate_points(const Chooser *c, uint32_t i, const Neighbours *beside, uint32_t row, uint32_t flags) {
  const PlaceDraft *d = &c->drafts->at[i];
  const Know *k = c->f->scan.know;
  const PlaceRow *p = &k->places[row];
  int out = place_kind_weight((PlaceKind)p->kind) + population_points(p->population);
  out += level_points(d->level, p) + name_points(d, flags) + world_points(&c->world, k, row);
  out += neighbour_points(beside, p->country) + anchor_points(d->signs, p);
  if (d->signs & SIGN_JOINED && c->beside != ROW_NONE) {
    out += k->places[c->beside].country == p->country ? 14 : 0;
    out += place_admin(k, c->beside) == place_admin(k, row) ? 6 : 0;
  }
  if (d->container != ROW_NONE) {
    uint32_t container = c->drafts->at[d->container].row;
    if (container != ROW_NONE) out += container_points(k, row, container, d->direct);
  } else if (c->anchor != ROW_NONE && c->anchor != row) {
    out += container_points(k, row, c->anchor, false);
  }
  return out;
}

/* The districts among a name's places: a town of the same name is their seat. */
typedef struct Seats {
  uint32_t rows[8], n;
} Seats;

static Seats seats_of(const Know *k, uint32_t node, PhraseValues values) {
  Seats out = {.n = 0};
  if (node >= k->phrases.n || !k->sums[node].district) return out;
  for (uint32_t i = 0; i < values.n && out.n < sizeof out.rows / sizeof *out.rows; i++)
    if (value_kind(values.at[i]) == KNOW_PLACE && k->places[value_index(values.at[i])].kind == KIND_ADMIN2)
      out.rows[out.n++] = value_index(values.at[i]);
  return out;
}

static int seat_points(const Know *k, const Seats *seats, uint32_t row) {
  for (uint32_t i = 0; i < seats->n; i++)
    if (k->places[row].admin2 == seats->rows[i] &&
        (k->places[row].kind == KIND_TOWN || k->places[row].kind == KIND_CITY))
      return 10;
  return 0;
}

/* Is the row a town whose governorate has the same name, so that a bare name may mean either? */
static bool shares_name(const Know *k, PhraseValues values, uint32_t row) {
  if (k->places[row].kind != KIND_CITY && k->places[row].kind != KIND_TOWN) return false;
  for (uint32_t i = 0; i < values.n && i < CANDIDATES_MAX; i++)
    if (value_kind(values.at[i]) == KNOW_PLACE && value_index(values.at[i]) == k->places[row].admin1) return true;
  return false;
}

void place_choose_row(const Chooser *c, uint32_t at) {
  PlaceDraft *d = &c->drafts->at[at];
  if (d->signs & (SIGN_NISBA | SIGN_UNKNOWN)) return;
  PhraseValues values = phrases_values(&c->f->scan.know->phrases, d->node);
  Seats seats = seats_of(c->f->scan.know, d->node, values);
  Neighbours beside = neighbours_of(c, at);
  d->row = 0;                              /* any row: `best` is below all points */
  int best = INT32_MIN, other = INT32_MIN; /* `other`: the best of another country */
  for (uint32_t i = 0, n = 0; i < values.n && n < CANDIDATES_MAX; i++) {
    if (value_kind(values.at[i]) != KNOW_PLACE) continue;
    n++;
    uint32_t row = value_index(values.at[i]), flags = value_flags(values.at[i]);
    int points = candidate_points(c, at, &beside, row, flags) + seat_points(c->f->scan.know, &seats, row);
    uint16_t country = c->f->scan.know->places[row].country;
    if (points <= best) {
      if (points > other && country != c->f->scan.know->places[d->row].country) other = points;
      continue;
    }
    if (best > other && country != c->f->scan.know->places[d->row].country) other = best;
    best = points;
    d->row = row;
    d->flags = flags;
  }
  if (best == INT32_MIN) d->row = ROW_NONE;
  d->ambiguous = other > INT32_MIN && best - other < CLEAR;
  d->either = d->row != ROW_NONE && d->level == LEVEL_NONE && shares_name(c->f->scan.know, values, d->row);
}
