/* Places: from drafts to mentions. */
#include "know/place.h"

#include <math.h>

#include "lang/word.h"

/* Without coordinates of its own a place has those of what holds it, and says so. */
static void from_container(PlaceMention *m, const Know *k, uint32_t row) {
  const PlaceRow *c = &k->places[row];
  uint32_t admin = c->kind == KIND_ADMIN1 ? row : c->admin1;
  m->country = country_str(&c->country);
  if (admin != ROW_NONE && c->kind != KIND_COUNTRY) m->admin1 = strings_at(&k->texts, k->places[admin].name_en);
  m->lat = (double)c->lat;
  m->lon = (double)c->lon;
  m->precision = c->precision < 3 ? 3 : c->precision;
  m->basis = STR("container");
}

static uint8_t widened(const PlaceDraft *d, const PlaceRow *p) {
  uint8_t precision = p->precision;
  if (d->signs & SIGN_LANDS && !(d->signs & SIGN_CAPITAL)) return d->signs & SIGN_DIRECTION ? 5 : 6;
  if (d->signs & (SIGN_DIRECTION | SIGN_NEAR | SIGN_METRE)) {
    if (precision == 6) return d->signs & SIGN_DIRECTION ? 5 : 6;
    return precision < 2 ? 2 : precision;
  }
  if (d->level == LEVEL_COUNTRYSIDE && precision < 3) return 3;
  if (d->either || (!(d->signs & SIGN_OWN_LEVEL) && (d->level == LEVEL_SITE || d->level == LEVEL_NATURE)))
    return precision < 2 && p->kind != KIND_SITE ? 2 : precision;
  return precision;
}

static bool anchored(const PlaceDraft *d) {
  return d->signs & (SIGN_NEAR | SIGN_METRE) || (d->signs & SIGN_DIRECTION && d->level != LEVEL_COUNTRYSIDE);
}

/* «محافظة حفر الباطن», «ولاية صحار»: in some countries the word is of the second level. */
static bool is_lesser(uint8_t said, const PlaceRow *p) {
  PlaceLevel level = place_kind_level((PlaceKind)p->kind);
  return said == LEVEL_ADMIN1 && (level == LEVEL_ADMIN2 || level == LEVEL_ADMIN3 || level == LEVEL_CITY);
}

static void from_row(PlaceMention *m, const Know *k, const PlaceDraft *d) {
  const PlaceRow *p = &k->places[d->row];
  m->id = strings_at(&k->texts, p->id);
  m->name_en = strings_at(&k->texts, p->name_en);
  m->country = country_str(&p->country);
  if (p->kind == KIND_ADMIN1)
    m->admin1 = m->name_en;
  else if (p->admin1 != ROW_NONE && p->kind != KIND_COUNTRY)
    m->admin1 = strings_at(&k->texts, k->places[p->admin1].name_en);
  m->lat = (double)p->lat;
  m->lon = (double)p->lon;
  if (m->level == LEVEL_NONE || d->signs & SIGN_OWN_LEVEL || is_lesser(m->level, p))
    m->level = (uint8_t)place_kind_level((PlaceKind)p->kind);
  m->precision = widened(d, p);
  m->capital = d->row == know_capital(k, p->country);
  m->basis = anchored(d) ? STR("anchor") : STR("stated");
}

/* The place behind a comma behind this one; `at` itself where there is none. */
static uint32_t behind_comma(const Scan *s, const PlaceDrafts *drafts, uint32_t at) {
  uint32_t comma = drafts->at[at].last;
  if (comma >= s->text->ntokens || token_sign(s->text, comma) != ',') return at;
  for (uint32_t i = at + 1; i < drafts->n && drafts->at[i].first <= comma + 1; i++)
    if (drafts->at[i].accepted && drafts->at[i].first == comma + 1) return i;
  return at;
}

/* «بغداد - رويترز», «دمشق/ سانا», «دبي، الإمارات (CNN)»: first of its line, a sign behind it. A country behind the
 * comma is the dateline's, too. */
static void mark_dateline(const Scan *s, PlaceDrafts *drafts, uint32_t at) {
  PlaceDraft *d = &drafts->at[at];
  if (!(s->text->tokens[d->first].flags & TOKEN_LINE)) return;
  PlaceDraft *end = &drafts->at[behind_comma(s, drafts, at)];
  if (end->last >= s->text->ntokens || s->text->tokens[end->last].flags & TOKEN_LINE) return;
  uint8_t sign = token_sign(s->text, end->last);
  if (sign != '-' && sign != '/' && sign != ':' && sign != '(') return;
  if (d->use == PLACE_FREE) d->use = PLACE_DATELINE;
  if (end->use == PLACE_FREE) end->use = PLACE_DATELINE;
}

/* «شمال البلاد»: part of the country, and «العاصمة» its capital. */
static void from_here(PlaceMention *m, const Finder *f, const PlaceDraft *d) {
  const Know *k = f->scan.know;
  uint32_t capital = d->signs & SIGN_CAPITAL ? know_capital(k, d->country) : ROW_NONE;
  PlaceDraft of = *d;
  of.row = capital;
  of.signs &= ~(uint32_t)SIGN_CAPITAL;
  if (capital != ROW_NONE) from_row(m, k, &of);
  m->country = country_copy(f->scan.arena, d->country);
  m->basis = STR("inferred");
  if (capital == ROW_NONE) m->precision = d->level == LEVEL_REGION ? 5 : 3;
}

static PlaceMention mention_of(const Finder *f, const PlaceDrafts *drafts, const PlaceDraft *d) {
  const Scan *s = &f->scan;
  const Know *k = s->know;
  PlaceMention m = {.first = d->first, .last = d->last, .container = UINT32_MAX, .lat = NAN, .lon = NAN};
  m.span = scan_span(s, d->first, d->cut, d->last);
  m.name = scan_span(s, d->name_first, d->name_cut, d->name_last);
  m.level = (uint8_t)d->level;
  m.use = d->use;
  m.adjective = d->signs & SIGN_NISBA && !(d->signs & SIGN_LANDS);
  m.basis = STR("stated");
  m.precision = 6;
  uint32_t container = d->container == ROW_NONE ? d->anchor : drafts->at[d->container].row;
  if (d->signs & SIGN_HERE)
    from_here(&m, f, d);
  else if (d->row != ROW_NONE && !d->foreign_to_container)
    from_row(&m, k, d);
  else if (container != ROW_NONE)
    from_container(&m, k, container);
  else if (d->country)
    m.country = country_copy(s->arena, d->country), m.basis = STR("inferred");
  return m;
}

/* The draft that holds another: the one told, or «شرقي البلاد» right behind it; UINT32_MAX. */
static uint32_t holder_of(const Scan *s, const PlaceDrafts *drafts, uint32_t i) {
  const PlaceDraft *d = &drafts->at[i];
  if (d->container != ROW_NONE) return d->container;
  uint32_t next = i + 1;
  if (next >= drafts->n || d->signs & (SIGN_HERE | SIGN_NISBA) || d->level == LEVEL_COUNTRY) return UINT32_MAX;
  const PlaceDraft *here = &drafts->at[next];
  if (!(here->signs & SIGN_HERE) || here->level != LEVEL_REGION || here->cut) return UINT32_MAX;
  uint32_t end = d->last + (token_sign(s->text, d->last) == ',');
  return here->first == end && !(s->text->tokens[end].flags & TOKEN_LINE) ? next : UINT32_MAX;
}

void find_places(Finder *f) {
  PlaceDrafts drafts = {0};
  place_find(f, &drafts);
  place_choose(f, &drafts);
  uint32_t *number = ARENA_ARRAY(f->scan.arena, uint32_t, drafts.n + 1);
  if (!number) return;
  uint32_t n = 0;
  for (uint32_t i = 0; i < drafts.n; i++)
    if (drafts.at[i].accepted) mark_dateline(&f->scan, &drafts, i);
  for (uint32_t i = 0; i < drafts.n; i++) number[i] = drafts.at[i].accepted ? n++ : UINT32_MAX;
  for (uint32_t i = 0; i < drafts.n; i++) {
    if (!drafts.at[i].accepted) continue;
    PlaceMention m = mention_of(f, &drafts, &drafts.at[i]);
    uint32_t holder = holder_of(&f->scan, &drafts, i);
    if (holder != UINT32_MAX) m.container = number[holder];
    vec_push(&f->places, f->scan.arena, m);
  }
}
