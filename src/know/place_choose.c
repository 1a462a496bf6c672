/* Whether a name means a place at all, and which place holds which.
 *
 * What its namesakes are worth is weighed in place_rank.c; then the draft's own evidence (level
 * word, preposition, other readings of the word) decides whether it stands. Twice: once to see
 * what the document speaks of, and once with that known. */
#include "know/place_rank.h"
#include "lang/word.h"
#include "text/letter.h"

enum {
  ACCEPT = 20,
  FIRM = 34, /* a draft that speaks for its country */
  CONTAINER_GAP = 2,
  CONTAINER_REACH = 3, /* past adjectives */
  MOST_DOUBT = 24,     /* what an everyday word takes from a country's or a great city's name */
  BESIDE = 14,         /* what «و» gives that joins a name to a place */
  LIKE = 30,           /* … to one of its country, and both are great */
  LONGER = 12,         /* … where that is joined to one before it, too */
  SMALL = 10,          /* a quarter or a village */
  OUTLET = 2           /* what the outlet's country weighs */
};

/* --- does it stand? --- */

static int word_points(const PlaceDraft *d, const PlaceRow *p) {
  PlaceKind kind = (PlaceKind)p->kind;
  /* «مسقط», «جدة» */
  bool great = (kind == KIND_CAPITAL && d->flags & NAME_FIRST) || (kind == KIND_CITY && p->population > 1000000);
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
  /* «حكم عليه بعقوبة السجن»: with a penalty, and not Baqubah */
  uint32_t told = SIGN_LEVEL | SIGN_AREA | SIGN_DIRECTION | SIGN_NEAR | SIGN_METRE | SIGN_IN | SIGN_PREP | SIGN_JOINED;
  if (d->signs & SIGN_WITHIN && !(d->signs & told)) out -= 20;
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
  /* «مدينة كبيرة» is some large town, «ولاية جديدة» a new term of office */
  bool division = (d->level == LEVEL_ADMIN1 && !(signs & SIGN_WEAK)) || d->level == LEVEL_ADMIN2;
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
  if (d->signs & SIGN_HELD) return d->direct && d->container != ROW_NONE ? ACCEPT : 0;
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
    out += place_lies_in(k, d->row, c->drafts->at[d->container].row) > 0 ? 34 : 0;
  if (!world) return out;
  int country = world_country(&c->world, p->country), admin = world_admin(&c->world, place_admin(k, d->row));
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
  /* «الغوطة الشرقية قرب دمشق»: a stretch of land within a governorate */
  bool stretch = in && place_kind_level((PlaceKind)k->places[inner->row].kind) == LEVEL_REGION;
  if (stretch && k->places[inner->row].admin1 != ROW_NONE && outer->signs & (SIGN_DIRECTION | SIGN_NEAR)) in = 2;
  if (said == LEVEL_VILLAGE || said == LEVEL_DISTRICT || said == LEVEL_SITE) in = 1;
  if (said == LEVEL_CITY && in > 2) in = 2;
  return size_of(k, outer) > in;
}

/* «بلدة جنديرس الاستراتيجية في منطقة عفرين», «القاعدة العسكرية شمالي المدينة»: behind the adjectives of a place. */
static uint32_t past_adjectives(const Scan *s, const PlaceDraft *d) {
  enum { ADJECTIVES_MOST = 2 };
  uint32_t i = d->last;
  for (; i < d->last + ADJECTIVES_MOST && i < s->text->ntokens && scan_is_word(s, i); i++) {
    const Reading *r = scan_reading(s, i);
    bool adjective = r->pos == POS_ADJ || r->form == FORM_ACTIVE_PARTICIPLE || r->form == FORM_PASSIVE_PARTICIPLE;
    if (!adjective || !(r->clitics & CLITIC_AL) || r->clitics & (CLITIC_CONJ | CLITIC_PREP)) break;
  }
  return i;
}

/* Do adjectives alone stand between a place and one behind a word for where it lies? */
static bool lies_behind_adjectives(const Scan *s, const PlaceDraft *inner, const PlaceDraft *outer) {
  uint32_t from = past_adjectives(s, inner);
  if (from == inner->last || outer->signs & SIGN_JOINED) return false;
  if (outer->first == from) return outer->signs & (SIGN_IN | SIGN_DIRECTION | SIGN_NEAR);
  return outer->first == from + 1 && outer->signs & SIGN_IN && scan_reading(s, from)->pos == POS_PREP;
}

/* «بلدات حرستا، وزملكا، وعربين»: the next of a list, that has its level from the first. */
static bool is_next_of_list(const Scan *s, const PlaceDraft *d) {
  bool and_so = d->cut && (uint8_t)token_fold(s->text, d->first).p[0] == LETTER_WAW;
  return d->signs & SIGN_JOINED && (and_so || (d->first == d->name_first && d->signs & SIGN_PLURAL));
}

/* What stands between a place and the one that follows: 2 joins it to its container, 1 may. */
static int gap_kind(const Scan *s, const PlaceDraft *inner, const PlaceDraft *outer) {
  if (outer->first < inner->last) return 0;
  if (outer->first < s->text->ntokens && s->text->tokens[outer->first].flags & TOKEN_LINE) return 0;
  if (lies_behind_adjectives(s, inner, outer)) return 2;
  if (outer->first > inner->last + CONTAINER_GAP) return 0;
  if (outer->signs & SIGN_NISBA && !(outer->signs & SIGN_LANDS))
    return outer->first == inner->last && !outer->cut ? 2 : 0;
  uint32_t gap = outer->first - inner->last;
  if (outer->signs & SIGN_JOINED && !gap) return 0;
  if (!gap)
    return outer->signs & (SIGN_IN | SIGN_DIRECTION | SIGN_NEAR) || outer->cut ? 2 : outer->signs & SIGN_LEVEL ? 1 : 0;
  if (gap == 1 && token_sign(s->text, inner->last) == ',') {
    if (is_next_of_list(s, outer)) return 0;
    return outer->signs & (SIGN_DIRECTION | SIGN_NEAR | SIGN_LEVEL | SIGN_IN) ? 1 : 0;
  }
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
      if (outer->first > d->last + CONTAINER_REACH) return;
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
  uint32_t sentence = UINT32_MAX, before = ROW_NONE; /* the governorate said before a list began */
  for (uint32_t i = 0; i < c->drafts->n; i++) {
    PlaceDraft *d = &c->drafts->at[i];
    if (s->text->tokens[d->first].sentence != sentence) c->anchor = ROW_NONE;
    sentence = s->text->tokens[d->first].sentence;
    if (!(d->signs & SIGN_JOINED)) c->beside = ROW_NONE;
    if (i && d->signs & SIGN_JOINED && c->drafts->at[i - 1].row != ROW_NONE) c->beside = c->drafts->at[i - 1].row;
    uint32_t said = c->anchor;
    if (!(d->signs & SIGN_JOINED)) before = said;
    if (d->signs & SIGN_JOINED && d->cut && d->level == LEVEL_NONE) c->anchor = before; /* «صعدة والجوف وحجة» */
    place_choose_row(c, i);
    d->anchor = c->anchor;
    c->anchor = said;
    if (d->row != ROW_NONE && d->use != PLACE_IN_NAME) {
      PlaceKind kind = (PlaceKind)s->know->places[d->row].kind;
      bool division = kind == KIND_ADMIN1 || (kind == KIND_ADMIN2 && d->level == LEVEL_ADMIN2);
      if (division && evidence(c, d, true) >= ACCEPT) c->anchor = d->row;
    }
  }
}

/* «المنطقة الشمالية»: a part of many a country, called by where it lies. */
static bool is_some_part(const Scan *s, const PlaceDraft *d, const PlaceRow *p) {
  if (!(d->signs & SIGN_OWN_LEVEL) || p->kind != KIND_ADMIN1) return false;
  uint32_t last = d->name_last - 1;
  return scan_may_read(s, last, POS_ADJ) && scan_reading(s, last)->clitics & CLITIC_AL;
}

/* «جبل سورين»: no province of Thailand; «ساحة الأوبرا»: no town of Argentina. */
static bool is_too_great(const PlaceDraft *d, const PlaceRow *p) {
  PlaceLevel said = d->level;
  bool town = p->kind == KIND_CITY || p->kind == KIND_TOWN;
  if (said == LEVEL_DISTRICT && town && !(d->signs & SIGN_OWN_LEVEL)) return true;
  bool small = said == LEVEL_NATURE || said == LEVEL_SITE || said == LEVEL_DISTRICT || said == LEVEL_VILLAGE;
  return small && !(d->signs & SIGN_OWN_LEVEL) && p->kind == KIND_ADMIN1;
}

/* Is the row likely another place than the one meant, unless the text speaks of its country? */
static bool is_doubtful(const Scan *s, const PlaceDraft *d, const PlaceRow *p) {
  return is_some_part(s, d, p) || is_too_great(d, p);
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

/* What a draft adds to its country's weight in the document's world. */
static int voice_of(const Chooser *c, const PlaceDraft *d) {
  const Know *k = c->f->scan.know;
  if (d->row == ROW_NONE || d->ambiguous) return 0;
  if (d->signs & SIGN_NISBA) return 1;
  if (weighty(k, d->row) && is_doubtful(&c->f->scan, d, &k->places[d->row])) return 0;
  return evidence(c, d, false) >= (weighty(k, d->row) ? ACCEPT : FIRM) ? 2 : 0;
}

static void gather_world(Chooser *c) {
  const Know *k = c->f->scan.know;
  uint16_t outlet = c->f->scan.in->outlet.n ? outlet_country(c) : 0;
  if (outlet) world_tally(c->world.countries, &c->world.ncountries, COUNTRIES_MAX, outlet, OUTLET);
  for (uint32_t i = 0; i < c->drafts->n; i++) {
    const PlaceDraft *d = &c->drafts->at[i];
    int voice = voice_of(c, d);
    if (voice) world_add(&c->world, k, d->row, voice);
  }
  for (uint32_t i = 0; i < c->f->actors.n; i++) {
    uint32_t row = c->f->actor_of[c->f->actors.at[i].first];
    uint16_t country = row == ROW_NONE ? 0 : k->actors[row].country;
    if (country) world_tally(c->world.countries, &c->world.ncountries, COUNTRIES_MAX, country, 1);
  }
}

/* The country that has most of the document, where it has more than half; 0 else. */
static uint16_t main_country(const PlaceWorld *w) {
  int all = world_total(w->countries, w->ncountries);
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
  if (container == ROW_NONE || place_lies_in(c->f->scan.know, d->row, container) >= 0) return;
  d->foreign_to_container = true;
}

/* «حي الفهد» in a text of one country, while the tables know a village of that name in
 * another: it is not that one. */
static void doubt_country(const Chooser *c, PlaceDraft *d) {
  uint16_t country = main_country(&c->world);
  if (d->row == ROW_NONE || !country || d->signs & SIGN_NISBA || !(d->signs & (SIGN_LEVEL | SIGN_AREA))) return;
  const PlaceRow *p = &c->f->scan.know->places[d->row];
  bool doubtful = place_kind_weight((PlaceKind)p->kind) <= SMALL || is_doubtful(&c->f->scan, d, p);
  if (!p->country || !doubtful || d->container != ROW_NONE) return;
  if (world_country(&c->world, p->country) > voice_of(c, d)) return; /* others speak of it, too */
  if (d->signs & SIGN_WEAK && evidence(c, d, true) < ACCEPT) return; /* «شارع كان …»: no name at all */
  d->row = ROW_NONE;
  d->signs |= SIGN_UNKNOWN;
}

/* The same within a country, where the sentence says which governorate it speaks of. */
static void doubt_anchor(const Chooser *c, PlaceDraft *d) {
  const Know *k = c->f->scan.know;
  if (d->row == ROW_NONE || d->container != ROW_NONE || d->anchor == ROW_NONE || d->signs & SIGN_NISBA) return;
  if (place_kind_weight((PlaceKind)k->places[d->row].kind) > SMALL || place_lies_in(k, d->row, d->anchor) >= 0) return;
  if (!(d->signs & (SIGN_LEVEL | SIGN_AREA | SIGN_JOINED))) return;
  d->foreign_to_container = true;
}

/* «صعدة والجوف وحجة»: a governorate or a city behind those of its country, though it is an everyday word elsewhere;
 * a governorate without the article even where it may be read as an adjective or a verb: «لحج وأبين». */
static bool goes_with(const Know *k, const PlaceDraft *before, const PlaceDraft *d) {
  if (!(d->signs & SIGN_JOINED) || !before->accepted || before->row == ROW_NONE || d->row == ROW_NONE) return false;
  if (before->signs & SIGN_NISBA || d->signs & (SIGN_NISBA | SIGN_OWNED)) return false;
  const PlaceRow *a = &k->places[before->row], *b = &k->places[d->row];
  if (d->signs & (SIGN_ADJECTIVE | SIGN_VERB) && (d->al || b->kind != KIND_ADMIN1)) return false;
  int least = place_kind_weight(KIND_ADMIN1);
  bool great = place_kind_weight((PlaceKind)a->kind) >= least && place_kind_weight((PlaceKind)b->kind) >= least;
  return great && a->country && a->country == b->country && a->kind != KIND_COUNTRY && b->kind != KIND_COUNTRY;
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
    if (i && goes_with(f->scan.know, &drafts->at[i - 1], d))
      points += LIKE + (drafts->at[i - 1].signs & SIGN_JOINED ? LONGER : 0);
    if (i + 1 < drafts->n && drafts->at[i + 1].signs & SIGN_JOINED && evidence(&c, &drafts->at[i + 1], true) >= ACCEPT)
      points += 10;
    d->accepted = points >= ACCEPT;
    if (d->row == ROW_NONE && !(d->signs & SIGN_HERE)) d->country = main_country(&c.world);
  }
}
