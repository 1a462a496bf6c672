#include "check/same.h"

#include <math.h>

/* A sentence without an end may hold thousands of names; what is not among the first is not
 * compared. */
enum { MOST_COMPARED = 32 };

static uint32_t few(uint32_t n) { return n < MOST_COMPARED ? n : MOST_COMPARED; }

/* «والعراق» ends in «العراق»: at most one letter (two bytes) of proclitic before it. */
static bool same_words(Str a, Str b) {
  if (!a.n || !b.n) return false;
  Str longer = a.n >= b.n ? a : b, shorter = a.n >= b.n ? b : a;
  return longer.n - shorter.n <= 2 && str_eq(str_slice(longer, longer.n - shorter.n, longer.n), shorter);
}

bool same_place(const Place *a, const Place *b) {
  if (a->id.n && b->id.n) return str_eq(a->id, b->id);
  return same_words(a->quote.text, b->quote.text);
}

/* The gazetteer's own country or governorate. A place that is only known by its container
 * has that container's precision, but not its id as "stated". */
static bool is_area(const Place *p, uint8_t precision) {
  return p->id.n && p->precision == precision && (!p->basis.n || str_eq(p->basis, STR("stated")));
}

static bool contains(const Place *outer, const Place *inner) {
  bool one_country = outer->country.n && str_eq(outer->country, inner->country);
  if (is_area(outer, 6)) return one_country;
  if (!is_area(outer, 4) || !one_country || !inner->admin1.n) return false;
  return str_eq(outer->admin1, inner->admin1) || str_eq(outer->name, inner->admin1);
}

enum { CITY_KM = 20 };

double place_km(const Place *a, const Place *b) {
  if (!isfinite(a->lat) || !isfinite(b->lat) || !isfinite(a->lon) || !isfinite(b->lon)) return -1;
  const double rad = 3.14159265358979323846 / 180, earth = 6371;
  double y = sin((b->lat - a->lat) * rad / 2), x = sin((b->lon - a->lon) * rad / 2);
  double h = y * y + cos(a->lat * rad) * cos(b->lat * rad) * x * x;
  return 2 * earth * asin(sqrt(h < 1 ? h : 1));
}

bool place_inside(const Place *inner, const Place *outer) {
  if (same_place(inner, outer) || contains(outer, inner)) return true;
  bool one_country = outer->country.n && str_eq(outer->country, inner->country);
  /* «حي أبو سليم في طرابلس»: of a place that no table has, the city is told as what it lies in */
  bool contained = !inner->id.n && inner->admin1.n && str_eq(inner->basis, STR("container"));
  if (one_country && contained && outer->precision <= 2 && str_eq(outer->name, inner->admin1)) return true;
  if (!one_country || !outer->id.n || !inner->id.n || outer->precision > 2 || inner->precision > 4) return false;
  if (outer->precision == 2 && outer->name.n && str_eq(outer->name, inner->admin1)) return true;
  double km = place_km(inner, outer);
  return inner->precision <= 3 && km >= 0 && km <= CITY_KM;
}

bool places_apart(const Place *a, const Place *b) { return !same_place(a, b) && !contains(a, b) && !contains(b, a); }

static bool has_place(const Record *r, const Place *p) {
  for (uint32_t i = 0; i < few(r->nplaces); i++)
    if (same_place(&r->places[i], p)) return true;
  return false;
}

bool same_places(const Record *a, const Record *b) {
  if (!a->nplaces || !b->nplaces) return false;
  for (uint32_t i = 0; i < few(a->nplaces); i++)
    if (!has_place(b, &a->places[i])) return false;
  for (uint32_t i = 0; i < few(b->nplaces); i++)
    if (!has_place(a, &b->places[i])) return false;
  return true;
}

bool same_actor(const Actor *a, const Actor *b) {
  if (a->id.n && b->id.n) return str_eq(a->id, b->id);
  return same_words(a->quote.text, b->quote.text);
}

static bool is_side(const Actor *a, const Actor *b) {
  if (same_actor(a, b)) return true;
  return (b->id.n && str_eq(a->parent, b->id)) || (a->id.n && str_eq(b->parent, a->id));
}

bool actors_one_side(ActorList a, ActorList b) {
  for (uint32_t i = 0; i < few(a.n); i++)
    for (uint32_t j = 0; j < few(b.n); j++)
      if (is_side(&a.at[i], &b.at[j])) return true;
  return false;
}

static bool has_name(const Actor *a) {
  return a->id.n || memchr(a->quote.text.p ? a->quote.text.p : "", ' ', a->quote.text.n) != NULL;
}

static bool meet(ActorList a, ActorList b, bool across) {
  for (uint32_t i = 0; i < few(a.n); i++)
    for (uint32_t j = 0; j < few(b.n); j++)
      if (same_actor(&a.at[i], &b.at[j]) && (!across || (has_name(&a.at[i]) && has_name(&b.at[j])))) return true;
  return false;
}

bool actors_meet(ActorList a, ActorList b) { return meet(a, b, false); }

bool actors_meet_across(ActorList a, ActorList b) { return meet(a, b, true); }

/* Of two words or more, and the longer goes on with another. */
static bool begins_with(Str longer, Str shorter) {
  return shorter.n < longer.n && str_starts(longer, shorter) && longer.p[shorter.n] == ' ' &&
         memchr(shorter.p, ' ', shorter.n) != NULL;
}

bool actors_meet_in_full(ActorList a, ActorList b) {
  if (meet(a, b, true)) return true;
  for (uint32_t i = 0; i < few(a.n); i++)
    for (uint32_t j = 0; j < few(b.n); j++) {
      Str x = a.at[i].quote.text, y = b.at[j].quote.text;
      bool ids = a.at[i].id.n && b.at[j].id.n;
      if (!ids && x.n && y.n && (begins_with(x, y) || begins_with(y, x))) return true;
    }
  return false;
}

bool place_in_words(const Place *place, ActorList list) {
  Str name = place->quote.text;
  for (size_t at = name.n; at > 0; at--)
    if (name.p[at - 1] == ' ') {
      name = str_slice(name, at, name.n); /* «محافظة ديالى»: its name is the last word */
      break;
    }
  for (uint32_t i = 0; name.n && i < few(list.n); i++) {
    Str words = list.at[i].quote.text;
    while (words.n)
      if (str_eq(str_cut(&words, ' '), name)) return true;
  }
  return false;
}

/* «مسلحون مجهولون», unknown gunmen, are nobody: whoever is named later may be they. */
static bool is_somebody(const Actor *a) { return a->id.n && !str_starts(a->id, STR("unidentified-")); }

static bool any_id(ActorList list) {
  for (uint32_t i = 0; i < few(list.n); i++)
    if (is_somebody(&list.at[i])) return true;
  return false;
}

bool actors_differ(ActorList a, ActorList b) { return any_id(a) && any_id(b) && !actors_one_side(a, b); }
