/* Which place a name means, and whether it means one at all.
 *
 * Namesakes are many: السليمانية stands a dozen times in the tables, صور is Tyre, a town of
 * Deir ez-Zor, and "pictures". Each candidate gets points for
 *   its weight        country, capital, city … village, and its population
 *   the level word    «قرية», «محافظة»
 *   the container     «بريف دير الزور», «في إقليم كردستان», «الموصل العراقية»
 *   the document      countries and governorates that its other places, its actors and its
 *                     outlet speak of
 * and the heaviest is chosen; then the draft's own evidence (level word, preposition, other
 * readings of the word) decides whether it stands. All is integer and bounded. */
#include <math.h>

#include "know/place.h"
#include "lang/word.h"

enum {
  CANDIDATES_MAX = 192,
  ACCEPT = 20,
  FIRM = 34,        /* a draft that speaks for its country */
  TOO_FAR_KM = 150, /* from the centre of the container that was named */
  CONTAINER_GAP = 2,
  MOST_DOUBT = 24, /* what an everyday word takes from a country's or a great city's name */
  NEIGHBOURS = 3,
  BESIDE = 14, /* what «و» gives that joins a name to a place */
  SMALL = 10,  /* a quarter or a village */
  OUTLET = 2,  /* what the outlet's country weighs */
  CLEAR = 20   /* how far the best of another country must be behind for a place to speak for its own */
};

/* --- the document's world --- */

static int tally_of(const Tally *list, uint32_t n, uint32_t key) {
  for (uint32_t i = 0; i < n; i++)
    if (list[i].key == key) return list[i].weight;
  return 0;
}

static void tally(Tally *list, uint32_t *n, uint32_t max, uint32_t key, int weight) {
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

static uint32_t admin_of(const Know *k, uint32_t row) {
  return k->places[row].kind == KIND_ADMIN1 ? row : k->places[row].admin1;
}

static void world_add(PlaceWorld *w, const Know *k, uint32_t row, int weight) {
  if (k->places[row].country) tally(w->countries, &w->ncountries, COUNTRIES_MAX, k->places[row].country, weight);
  uint32_t admin = admin_of(k, row);
  if (admin != ROW_NONE && k->places[row].kind != KIND_COUNTRY)
    tally(w->admins, &w->nadmins, ADMINS_MAX, admin, weight);
}

/* --- candidates --- */

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
static int inside(const Know *k, uint32_t row, uint32_t container) {
  const PlaceRow *p = &k->places[row], *c = &k->places[container];
  if (row == container) return 0;
  if (p->country != c->country) return c->country && p->country ? -1 : 0;
  if (c->kind == KIND_COUNTRY) return 1;
  uint32_t a = admin_of(k, row), b = admin_of(k, container);
  if (c->kind == KIND_ADMIN1 && a == container) return 1;
  if (c->kind == KIND_ADMIN2 && p->admin2 == container) return 1;
  double km = distance_km(p, c);
  if (km > TOO_FAR_KM && c->kind != KIND_REGION && c->kind != KIND_NATURE) return -1;
  if (c->kind != KIND_ADMIN1 && km < 60) return 1;
  return a == b ? 1 : 0;
}

static int container_points(const Know *k, uint32_t row, uint32_t container, bool direct) {
  int in = inside(k, row, container);
  return in > 0 ? (direct ? 60 : 25) : in < 0 ? (direct ? -80 : -10) : 0;
}

static int total(const Tally *list, uint32_t n) {
  int out = 0;
  for (uint32_t i = 0; i < n; i++) out += list[i].weight;
  return out;
}

/* The shares that a place's country and governorate have in the document. */
static int world_points(const PlaceWorld *w, const Know *k, uint32_t row) {
  int countries = total(w->countries, w->ncountries), admins = total(w->admins, w->nadmins);
  int country = world_country(w, k->places[row].country), admin = world_admin(w, admin_of(k, row));
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

typedef struct Chooser {
  Finder *f;
  PlaceDrafts *drafts;
  PlaceWorld world;
  uint32_t beside; /* the row of the place before, which «و» joins */
  uint32_t anchor; /* the last governorate or district in this sentence, a row, or ROW_NONE */
} Chooser;

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
    out += admin_of(k, c->beside) == admin_of(k, row) ? 6 : 0;
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

static void choose_row(const Chooser *c, uint32_t at) {
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

/* --- does it stand? --- */

static int word_points(const PlaceDraft *d, const PlaceRow *p) {
  PlaceKind kind = (PlaceKind)p->kind;
  bool great = kind == KIND_CITY && p->population > 1000000; /* «جدة» */
  int out = 0, most = great || place_kind_weight(kind) >= place_kind_weight(KIND_ADMIN1) ? MOST_DOUBT : 99;
  bool several = d->name_last > d->name_first + 1;
  if (several) out += d->flags & NAME_COMMON ? 0 : 14;
  /* No adjective stands behind «في» without its noun: «في مخمور», «في الحديثة». */
  bool odd = d->signs & SIGN_IN && d->signs & SIGN_ADJECTIVE && !(d->signs & SIGN_EVERYDAY);
  bool word = d->signs & SIGN_WORD && !odd && (!several || place_kind_weight(kind) <= SMALL);
  if (d->flags & NAME_COMMON) out -= word ? 34 : several ? 6 : 16;
  if (d->flags & NAME_RARE) out -= word ? 16 : 6;
  /* «سلطات» authorities, an old spelling of a town's name */
  if (d->flags & NAME_COMMON && d->signs & SIGN_WORD && !(d->flags & NAME_FIRST) && !several) out -= 24;
  if (d->flags & NAME_PERSONAL) out -= kind == KIND_COUNTRY || kind == KIND_CAPITAL ? 4 : 14;
  if (d->flags & (NAME_COMMON | NAME_RARE) && !(d->flags & NAME_AL) != !d->al) out -= 26;
  if (out < -most && (d->al || great) && !(d->signs & SIGN_ADJECTIVE))
    out = -most; /* «البحرين», «الرياض»: as good as names */
  if (d->signs & (SIGN_VERB | SIGN_OWNED)) out -= d->flags & NAME_COMMON || !(d->signs & SIGN_JOINED) ? 34 : 10;
  if (d->signs & SIGN_EVERYDAY && d->flags & NAME_COMMON) out -= 14;
  if (d->signs & SIGN_CLITIC) out -= 36;
  if (d->signs & SIGN_HAMZA && !(d->flags & NAME_HAMZA)) out -= 50;
  if (d->signs & SIGN_WITHIN) out -= most < 99 ? 20 : 34;
  if (d->signs & SIGN_QUALIFIES && d->flags & NAME_COMMON) out -= 40;
  return out;
}

/* Beside an everyday word, «جنوبي», «قرب», «في» prove little: «جنوبي البلاد». */
static int sign_points(const PlaceDraft *d) {
  uint32_t signs = d->signs;
  int out = 0;
  bool word = d->flags & NAME_COMMON && signs & SIGN_WORD && !(signs & SIGN_ADJECTIVE) && d->al &&
              d->name_last == d->name_first + 1;
  if (signs & SIGN_LEVEL) out += signs & SIGN_WEAK ? 40 : 60;
  if (signs & SIGN_AREA) out += 40;
  if (signs & SIGN_METRE) out += 40;
  if (signs & SIGN_DIRECTION) out += word ? 8 : 24;
  if (signs & SIGN_NEAR) out += word ? 4 : 16;
  if (signs & SIGN_IN) out += word ? 4 : 16;
  if (signs & SIGN_PREP) out += signs & SIGN_TO && !word ? 14 : 6;
  /* «مدينة كبيرة» is some large town */
  bool division = d->level == LEVEL_ADMIN1 || d->level == LEVEL_ADMIN2;
  if (signs & SIGN_ADJECTIVE && !d->al && !division && signs & (SIGN_LEVEL | SIGN_AREA)) out -= 70;
  return out;
}

/* «غادرت حرستا», «اقتحام زملكا»: what is no word and no person's name needs no preposition. */
static bool is_only_name(const Scan *s, const PlaceDraft *d) {
  const Reading *r = scan_reading(s, d->name_first);
  if (!r->guessed && r->pos != POS_PROPER) return false;
  uint32_t others = SIGN_WORD | SIGN_VERB | SIGN_OWNED | SIGN_EVERYDAY | SIGN_CLITIC | SIGN_WITHIN | SIGN_QUALIFIES;
  return !(d->signs & others) && !(d->flags & (NAME_COMMON | NAME_RARE | NAME_PERSONAL)) &&
         !(d->signs & SIGN_HAMZA && !(d->flags & NAME_HAMZA)) && !(d->flags & NAME_AL) == !d->al;
}

/* A name that no table has behind a word that is often something else: what stands around it makes it a place. */
static bool weak_stands(const Chooser *c, const PlaceDraft *d) {
  uint32_t next = (uint32_t)(d - c->drafts->at) + 1;
  bool list = d->signs & SIGN_PLURAL && next < c->drafts->n && c->drafts->at[next].signs & SIGN_JOINED;
  return list || d->container != ROW_NONE || d->signs & (SIGN_IN | SIGN_PREP | SIGN_DIRECTION | SIGN_NEAR);
}

static int evidence(const Chooser *c, const PlaceDraft *d, bool world) {
  const Know *k = c->f->scan.know;
  if (d->signs & SIGN_HERE) return d->signs & (SIGN_DIRECTION | SIGN_IN) && d->country ? ACCEPT : 0;
  if (d->signs & SIGN_UNKNOWN)
    return !(d->signs & SIGN_WEAK)  ? ACCEPT + 5
           : weak_stands(c, d)      ? ACCEPT
           : d->signs & SIGN_JOINED ? ACCEPT - BESIDE
                                    : 0;
  if (d->row == ROW_NONE) return 0;
  if (d->signs & SIGN_NISBA) return FIRM;
  const PlaceRow *p = &k->places[d->row];
  int words = word_points(d, p);
  bool level = d->signs & SIGN_LEVEL && !(d->signs & SIGN_WEAK); /* «بلدة الخيام» is no tents */
  level |= d->signs & SIGN_LEVEL && d->al && d->signs & SIGN_ADJECTIVE; /* «معسكر العمري»: no adjective without «ال» */
  if (level && words < -MOST_DOUBT) words = -MOST_DOUBT;
  int out = place_kind_weight((PlaceKind)p->kind) + words + sign_points(d);
  if (d->use == PLACE_IN_TITLE) out += 16;
  if (d->direct && d->container != ROW_NONE && c->drafts->at[d->container].row != ROW_NONE)
    out += inside(k, d->row, c->drafts->at[d->container].row) > 0 ? 34 : 0;
  if (!world) return out;
  int country = world_country(&c->world, p->country), admin = world_admin(&c->world, admin_of(k, d->row));
  bool land = p->kind == KIND_COUNTRY || p->kind == KIND_CONTINENT || p->kind == KIND_SEA || p->kind == KIND_REGION;
  out += country > 0 ? 12 : p->kind >= KIND_TOWN || (d->flags & NAME_COMMON && !land) ? -10 : 0;
  out += admin > 0 ? 12 : 0;
  if (country > 0 && is_only_name(&c->f->scan, d)) out += 12;
  /* A town of the governorate that the text speaks of may have an everyday name: «الميادين». */
  if (admin > 0 && p->kind <= KIND_TOWN && d->signs & SIGN_IN && d->flags & NAME_COMMON) out += 26;
  return out;
}

/* --- containers --- */

static int size_of(const Know *k, const PlaceDraft *d) {
  if (d->row == ROW_NONE) return 0;
  if (d->level == LEVEL_COUNTRYSIDE) return 4;
  switch (place_kind_level((PlaceKind)k->places[d->row].kind)) {
    case LEVEL_COUNTRY: return 6;
    case LEVEL_REGION: return 5;
    case LEVEL_ADMIN1: return 4;
    case LEVEL_ADMIN2: return 3;
    case LEVEL_ADMIN3: return 2;
    case LEVEL_CITY: return d->signs & (SIGN_DIRECTION | SIGN_NEAR) ? 3 : 2;
    default: return 1;
  }
}

static bool may_hold(const Know *k, const PlaceDraft *inner, const PlaceDraft *outer) {
  if (outer->row == ROW_NONE || outer->signs & SIGN_UNKNOWN) return false;
  int in = inner->signs & SIGN_UNKNOWN ? 0 : size_of(k, inner);
  PlaceLevel said = inner->level;
  if (said == LEVEL_VILLAGE || said == LEVEL_DISTRICT || said == LEVEL_SITE) in = 1;
  if (said == LEVEL_CITY && in > 2) in = 2;
  return size_of(k, outer) > in;
}

/* What stands between a place and the one that follows: 2 joins it to its container, 1 may. */
static int gap_kind(const Scan *s, const PlaceDraft *inner, const PlaceDraft *outer) {
  if (outer->first < inner->last || outer->first > inner->last + CONTAINER_GAP) return 0;
  if (outer->first < s->text->ntokens && s->text->tokens[outer->first].flags & TOKEN_LINE) return 0;
  if (outer->signs & SIGN_NISBA && !(outer->signs & SIGN_LANDS))
    return outer->first == inner->last && !outer->cut ? 2 : 0;
  uint32_t gap = outer->first - inner->last;
  if (outer->signs & SIGN_JOINED && !gap) return 0;
  if (!gap)
    return outer->signs & (SIGN_IN | SIGN_DIRECTION | SIGN_NEAR) || outer->cut ? 2 : outer->signs & SIGN_LEVEL ? 1 : 0;
  if (gap == 1 && token_sign(s->text, inner->last) == ',')
    return outer->signs & (SIGN_DIRECTION | SIGN_NEAR | SIGN_LEVEL | SIGN_IN) ? 1 : 0;
  if (gap == 1 && outer->signs & SIGN_IN) return 2;
  /* «التابعة لـ», «الواقعة في» */
  return gap == 2 || !scan_is_word(s, inner->last) ? 0 : outer->cut && outer->signs & (SIGN_PREP | SIGN_IN) ? 1 : 0;
}

static void find_container(Chooser *c, uint32_t i) {
  const Scan *s = &c->f->scan;
  PlaceDraft *d = &c->drafts->at[i];
  if (d->signs & SIGN_NISBA || d->use == PLACE_IN_NAME) return;
  for (uint32_t k = i + 1; k < c->drafts->n && k <= i + 2; k++) {
    const PlaceDraft *outer = &c->drafts->at[k];
    int kind = gap_kind(s, d, outer);
    if (!kind) {
      if (outer->first > d->last + CONTAINER_GAP) return;
      continue;
    }
    if (!may_hold(s->know, d, outer) || evidence(c, outer, true) < ACCEPT) continue;
    d->container = k;
    d->direct = kind == 2 || outer->level == LEVEL_COUNTRYSIDE;
    return;
  }
}

/* «الحسكة والرقة في سوريا»: what holds the last of a list holds the others. */
static void share_containers(Chooser *c) {
  for (uint32_t i = c->drafts->n; i-- > 1;) {
    const PlaceDraft *d = &c->drafts->at[i];
    PlaceDraft *before = &c->drafts->at[i - 1];
    if (!(d->signs & SIGN_JOINED) || d->container == ROW_NONE || before->container != ROW_NONE) continue;
    if (before->signs & SIGN_NISBA || !may_hold(c->f->scan.know, before, &c->drafts->at[d->container])) continue;
    before->container = d->container;
  }
}

/* --- the passes --- */

static void each_row(Chooser *c) {
  const Scan *s = &c->f->scan;
  uint32_t sentence = UINT32_MAX;
  for (uint32_t i = 0; i < c->drafts->n; i++) {
    PlaceDraft *d = &c->drafts->at[i];
    if (s->text->tokens[d->first].sentence != sentence) c->anchor = ROW_NONE;
    sentence = s->text->tokens[d->first].sentence;
    if (!(d->signs & SIGN_JOINED)) c->beside = ROW_NONE;
    if (i && d->signs & SIGN_JOINED && c->drafts->at[i - 1].row != ROW_NONE) c->beside = c->drafts->at[i - 1].row;
    choose_row(c, i);
    d->anchor = c->anchor;
    if (d->row != ROW_NONE && d->use != PLACE_IN_NAME) {
      PlaceKind kind = (PlaceKind)s->know->places[d->row].kind;
      bool division = kind == KIND_ADMIN1 || (kind == KIND_ADMIN2 && d->level == LEVEL_ADMIN2);
      if (division && evidence(c, d, true) >= ACCEPT) c->anchor = d->row;
    }
  }
}

static bool weighty(const Know *k, uint32_t row) {
  return place_kind_weight((PlaceKind)k->places[row].kind) >= place_kind_weight(KIND_ADMIN1);
}

/* The country of the outlet, where the tables know it by the name given. */
static uint16_t outlet_country(const Chooser *c) {
  const Scan *s = &c->f->scan;
  Text name = text_of(s->arena, s->in->outlet);
  uint32_t node = PHRASES_ROOT;
  for (uint32_t i = 0; i < name.ntokens && node != PHRASES_NONE; i++) {
    bool al;
    node = phrases_step(&s->know->phrases, node, know_key(token_light(&name, i), token_fold(&name, i), &al));
  }
  PhraseValues values = name.ntokens ? phrases_values(&s->know->phrases, node) : (PhraseValues){0};
  for (uint32_t i = 0; i < values.n; i++)
    if (value_kind(values.at[i]) == KNOW_ACTOR) return s->know->actors[value_index(values.at[i])].country;
  return 0;
}

static void gather_world(Chooser *c) {
  const Know *k = c->f->scan.know;
  uint16_t outlet = c->f->scan.in->outlet.n ? outlet_country(c) : 0;
  if (outlet) tally(c->world.countries, &c->world.ncountries, COUNTRIES_MAX, outlet, OUTLET);
  for (uint32_t i = 0; i < c->drafts->n; i++) {
    const PlaceDraft *d = &c->drafts->at[i];
    if (d->row == ROW_NONE || d->ambiguous) continue;
    if (d->signs & SIGN_NISBA) {
      world_add(&c->world, k, d->row, 1);
    } else if (evidence(c, d, false) >= (weighty(k, d->row) ? ACCEPT : FIRM)) {
      world_add(&c->world, k, d->row, 2);
    }
  }
  for (uint32_t i = 0; i < c->f->actors.n; i++) {
    uint32_t row = c->f->actor_of[c->f->actors.at[i].first];
    uint16_t country = row == ROW_NONE ? 0 : k->actors[row].country;
    if (country) tally(c->world.countries, &c->world.ncountries, COUNTRIES_MAX, country, 1);
  }
}

/* The country that has most of the document, where it has more than half; 0 else. */
static uint16_t main_country(const PlaceWorld *w) {
  int all = total(w->countries, w->ncountries);
  for (uint32_t i = 0; i < w->ncountries; i++)
    if (2 * w->countries[i].weight > all) return (uint16_t)w->countries[i].key;
  return 0;
}

/* The country that has most of the document; 0 where two have as much. */
static uint16_t foremost_country(const PlaceWorld *w) {
  const Tally *most = NULL;
  bool tie = false;
  for (uint32_t i = 0; i < w->ncountries; i++) {
    const Tally *t = &w->countries[i];
    tie = most && t->weight == most->weight ? true : !most || t->weight > most->weight ? false : tie;
    if (!most || t->weight > most->weight) most = t;
  }
  return most && !tie ? (uint16_t)most->key : 0;
}

/* No candidate lies in the container that the text names: another village of that name. */
static void doubt_row(const Chooser *c, PlaceDraft *d) {
  if (d->row == ROW_NONE || d->container == ROW_NONE || !d->direct || d->signs & SIGN_NISBA) return;
  uint32_t container = c->drafts->at[d->container].row;
  if (container == ROW_NONE || inside(c->f->scan.know, d->row, container) >= 0) return;
  d->foreign_to_container = true;
}

/* «حي الفهد» in a text of one country, while the tables know a village of that name in
 * another: it is not that one. */
static void doubt_country(const Chooser *c, PlaceDraft *d) {
  uint16_t country = main_country(&c->world);
  if (d->row == ROW_NONE || !country || d->signs & SIGN_NISBA || !(d->signs & (SIGN_LEVEL | SIGN_AREA))) return;
  const PlaceRow *p = &c->f->scan.know->places[d->row];
  if (place_kind_weight((PlaceKind)p->kind) > SMALL || world_country(&c->world, p->country) || d->container != ROW_NONE)
    return;
  d->row = ROW_NONE;
  d->signs |= SIGN_UNKNOWN;
}

/* The same within a country, where the sentence says which governorate it speaks of. */
static void doubt_anchor(const Chooser *c, PlaceDraft *d) {
  const Know *k = c->f->scan.know;
  if (d->row == ROW_NONE || d->container != ROW_NONE || d->anchor == ROW_NONE || d->signs & SIGN_NISBA) return;
  if (place_kind_weight((PlaceKind)k->places[d->row].kind) > SMALL || inside(k, d->row, d->anchor) >= 0) return;
  if (!(d->signs & (SIGN_LEVEL | SIGN_AREA | SIGN_JOINED))) return;
  d->foreign_to_container = true;
}

void place_choose(Finder *f, PlaceDrafts *drafts) {
  Chooser c = {.f = f, .drafts = drafts, .anchor = ROW_NONE, .beside = ROW_NONE};
  each_row(&c);
  gather_world(&c);
  for (uint32_t i = 0; i < drafts->n; i++) find_container(&c, i);
  share_containers(&c);
  each_row(&c);
  for (uint32_t i = 0; i < drafts->n; i++) {
    PlaceDraft *d = &drafts->at[i];
    doubt_row(&c, d);
    doubt_country(&c, d);
    doubt_anchor(&c, d);
    if (d->signs & SIGN_HERE) d->country = foremost_country(&c.world);
    int points = evidence(&c, d, true);
    if (d->signs & SIGN_JOINED && i && drafts->at[i - 1].accepted) points += BESIDE;
    if (i + 1 < drafts->n && drafts->at[i + 1].signs & SIGN_JOINED && evidence(&c, &drafts->at[i + 1], true) >= ACCEPT)
      points += 10;
    d->accepted = points >= ACCEPT;
    if (d->row == ROW_NONE && !(d->signs & SIGN_HERE)) d->country = main_country(&c.world);
  }
}
