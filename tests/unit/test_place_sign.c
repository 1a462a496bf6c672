/* A sign is never stricter than place_near, whatever two places are, and tells of most that are apart. */
#include "cmocka_all.h"

#include <stdlib.h>

#include "check_fixture.h"
#include "ledger/link/place_near.h"
#include "ledger/link/place_sign.h"

enum { PLACES = 1500 };

static uint32_t draw(uint32_t *seed, uint32_t n) {
  *seed = *seed * 1664525u + 1013904223u;
  return (*seed >> 8) % n;
}

#define ONE_OF(seed, list) str_of((list)[draw(seed, sizeof(list) / sizeof *(list))])

/* Few of each, so that all that can agree does now and then. */
static Place some_place(Arena *arena, uint32_t *seed) {
  static const char *const words[] = {"حلب", "الحولة", "حولة", "ريف حلب", "مدينة غزة", "غزة", "بلدة نصيب", ""};
  static const char *const names[] = {"Aleppo", "Taldou", "Gaza", "Nasib", ""}, *const countries[] = {"SY", "PS", ""};
  static const char *const regions[] = {"Homs", "Daraa", "Aleppo", ""};
  static const char *const bases[] = {"stated", "inferred", "anchor", "container", ""};
  Place p = {.quote = said(words[draw(seed, 8)]), .name = ONE_OF(seed, names), .country = ONE_OF(seed, countries)};
  p.admin1 = ONE_OF(seed, regions);
  p.basis = ONE_OF(seed, bases);
  p.precision = (uint8_t)draw(seed, 9);
  if (draw(seed, 3)) p.id = arena_printf(arena, "gn:%u", draw(seed, 400));
  p.lat = p.lon = NAN;
  if (!draw(seed, 4)) return p;
  p.lat = -0.4 + draw(seed, 800) / 1000.0;
  p.lon = 36 + draw(seed, 800) / 1000.0;
  return p;
}

static void a_sign_is_never_stricter(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 24);
  uint32_t seed = 3, exact = 0, apart = 0, told = 0;
  Place *places = ARENA_ARRAY(&arena, Place, PLACES);
  for (uint32_t i = 0; i < PLACES; i++) places[i] = some_place(&arena, &seed);
  for (uint32_t i = 0; i < PLACES; i++)
    for (uint32_t k = 0; k < PLACES; k++) {
      PlaceSign a = place_sign(&places[i], 0), b = place_sign(&places[k], 0);
      int32_t points = place_near(&places[i], &places[k]).points, most = place_sign_most(&a, &b);
      assert_true(points <= most);
      exact += points == most;
      apart += points < 0;
      told += points < 0 && most < 0;
    }
  assert_true(exact > PLACES * PLACES / 4);
  assert_true(told > apart * 3 / 5);
  arena_fini(&arena);
}

static Place town(const char *id, const char *name, double lat, double lon) {
  Place p = {.quote = said(name), .id = str_of(id), .name = str_of(name), .country = STR("SY"), .precision = 1};
  p.basis = STR("stated");
  p.lat = lat;
  p.lon = lon;
  return p;
}

static int32_t most_of(Place a, Place b) {
  PlaceSign x = place_sign(&a, 0), y = place_sign(&b, 0);
  assert_int_equal(place_sign_most(&x, &y), place_sign_most(&y, &x));
  return place_sign_most(&x, &y);
}

static void a_sign_tells_how_far_towns_are(void **state) {
  (void)state;
  Place duma = town("a", "Duma", 33.572, 36.402), harasta = town("b", "Harasta", 33.559, 36.365);
  Place zabadani = town("c", "Zabadani", 33.725, 36.098), aleppo = town("d", "Aleppo", 36.202, 37.159);
  assert_int_equal(most_of(duma, duma), 3);
  assert_int_equal(most_of(duma, harasta), 3);   /* 4 km */
  assert_int_equal(most_of(duma, zabadani), -1); /* 33 km */
  assert_int_equal(most_of(duma, aleppo), -3);
  Place abroad = town("e", "Arsal", 34.179, 36.421);
  abroad.country = STR("LB");
  assert_int_equal(most_of(duma, abroad), -3);
  aleppo.basis = STR("inferred");
  assert_int_equal(most_of(duma, aleppo), -2);
  aleppo.quote = duma.quote; /* one name, read as two places */
  assert_int_equal(most_of(duma, aleppo), 2);
}

static void a_sign_keeps_what_a_filter_looks_at(void **state) {
  (void)state;
  Place duma = town("a", "Duma", 33.572, 36.402);
  PlaceSign s = place_sign(&duma, 0xFEDCBA98u);
  assert_int_equal(place_sign_word(&s) >> 3 & 0x7FFFFFF, 0xFEDCBA98u >> 3 & 0x7FFFFFF);
  s = place_sign(&duma, 0);
  assert_int_equal(place_sign_word(&s), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_sign_is_never_stricter),
                                     cmocka_unit_test(a_sign_tells_how_far_towns_are),
                                     cmocka_unit_test(a_sign_keeps_what_a_filter_looks_at)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
