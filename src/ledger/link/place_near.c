/* Nearness of places by what both are known to: an id, kilometres, a governorate, a country.
 *
 * «حي الزيتون» (Zeitoun quarter) and «مدينة غزة» (Gaza City) are 2 km apart; «ريف حلب» (the
 * Aleppo countryside) may hold «مارع» (Marea), «ريف دمشق» cannot. The governorate of a place
 * counts for those that are known no better; being in one country is next to nothing. */
#include "ledger/link/place_near.h"

#include "check/same.h"

static bool is_point(const Place *p) { return p->precision >= 1 && p->precision <= 3; }

/* A country is little, a governorate more, a town what one wants. */
static int32_t same_points(const Place *a, const Place *b) {
  const Place *vague = a->precision > b->precision ? a : b;
  if (!vague->id.n || is_point(vague)) return 3;
  return vague->precision >= 6 ? 0 : 2;
}

static int32_t km_points(double km) { return km < 0 ? 0 : km <= 10 ? 3 : km <= 25 ? 1 : km <= 50 ? -1 : -3; }

/* Taken over from elsewhere in its report. */
bool place_is_guessed(const Place *p) { return str_eq(p->basis, STR("inferred")) || str_eq(p->basis, STR("anchor")); }

Nearness place_near(const Place *a, const Place *b) {
  Nearness n = {0, a, b, -1};
  if (same_place(a, b)) {
    n.points = same_points(a, b);
  } else if (a->quote.text.n && str_eq(a->quote.text, b->quote.text)) {
    n.points = 2; /* one name, read as two places */
  } else if (a->country.n && b->country.n && !str_eq(a->country, b->country)) {
    /* a country is often the sender's, and not the deed's */
    n.points = a->precision >= 6 || b->precision >= 6 ? -2 : -4;
  } else if (a->name.n && str_eq(a->name, b->name)) {
    n.points = 2; /* a governorate and its town */
  } else if (is_point(a) && is_point(b) && a->id.n && b->id.n) {
    n.km = place_km(a, b);
    n.points = km_points(n.km);
  } else if (a->admin1.n && b->admin1.n) {
    /* two names that no table has are two places, wherever they lie */
    bool names = !a->id.n && !b->id.n;
    n.points = !str_eq(a->admin1, b->admin1) ? -3 : names ? 0 : 2;
  }
  if (n.points < 0 && (place_is_guessed(a) || place_is_guessed(b))) n.points = (n.points - 1) / 2;
  return n;
}

Nearness places_near(const Place *const *a, uint32_t na, const Place *const *b, uint32_t nb) {
  Nearness best = {0};
  for (uint32_t i = 0; i < na; i++)
    for (uint32_t k = 0; k < nb; k++) {
      Nearness n = place_near(a[i], b[k]);
      if (!best.a || n.points > best.points) best = n;
    }
  return best;
}
