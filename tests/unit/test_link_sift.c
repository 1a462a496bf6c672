/* What is sifted out could not have reached the threshold: whatever two items are, their sift gives no fewer points
 * than their score. And most of what is no pair is sifted out. */
#include "cmocka_all.h"

#include <stdlib.h>

#include "check_fixture.h"
#include "ledger/link/link_sift.h"

enum { ITEMS = 400, VOCABULARY = 60, MOST_WORDS = 24 };

typedef struct World {
  Arena arena;
  uint32_t seed;
  uint32_t vocabulary[VOCABULARY];
  LinkItem items[ITEMS];
} World;

static uint32_t draw(World *w, uint32_t n) {
  w->seed = w->seed * 1664525u + 1013904223u;
  return (w->seed >> 8) % n;
}

static int by_value(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return x < y ? -1 : x > y;
}

/* Some of `most` words from `from` on: two of one range have many in common. */
static Wording some_words(World *w, uint32_t from, uint32_t most) {
  uint32_t *words = ARENA_ARRAY(&w->arena, uint32_t, most);
  Wording out = {.words = words};
  for (uint32_t i = 0; i < most; i++)
    if (draw(w, 8)) words[out.n++] = w->vocabulary[(from + i) % VOCABULARY];
  qsort(words, out.n, sizeof *words, by_value);
  for (uint32_t i = 0; i < out.n; i++) out.weight += words[i] & 7;
  return out;
}

static const Record *const *some_records(World *w, uint32_t n) {
  static const char *const types[] = {"airstrike", "shelling", "killing", "operation", "protest", "arrest", "flood"};
  Record *records = ARENA_ARRAY(&w->arena, Record, n);
  const Record **list = ARENA_ARRAY(&w->arena, const Record *, n);
  for (uint32_t i = 0; i < n; i++) {
    records[i].type = str_of(types[draw(w, 7)]);
    list[i] = &records[i];
  }
  return list;
}

static void add_people(World *w, LinkItem *item) {
  static const char *const names[] = {"Rawi", "Sarraf"};
  Person *person = ARENA_NEW(&w->arena, Person);
  uint32_t which = draw(w, 2);
  *person = (Person){.quote = said(names[which]), .name = str_of(names[which])};
  item->people[0] = person;
  item->names[0] = which + 1;
  item->npeople = 1;
}

static const Actor *an_actor(World *w) {
  static const char *const ids[] = {"army", "militia"};
  Actor *actor = ARENA_NEW(&w->arena, Actor);
  uint32_t which = draw(w, 2);
  *actor = (Actor){.quote = said(ids[which]), .id = str_of(ids[which])};
  return actor;
}

static const Place *a_place(World *w) {
  static const char *const towns[] = {"duma", "zabadani", "arsal", "aleppo"}, *const countries[] = {"SY", "SY", "LB",
                                                                                                    "SY"};
  static const double lats[] = {33.57, 33.72, 34.18, 36.2};
  Place *place = ARENA_NEW(&w->arena, Place);
  uint32_t which = draw(w, 4);
  *place = (Place){.quote = said(towns[which]), .country = str_of(countries[which]), .precision = 1};
  if (draw(w, 4)) place->id = str_of(towns[which]);
  place->basis = draw(w, 4) ? STR("stated") : STR("inferred");
  place->lat = lats[which], place->lon = 36.4;
  return place;
}

static void add_places(World *w, LinkItem *item) {
  uint32_t n = draw(w, 8) ? 1 : 2 + draw(w, 2);
  for (uint32_t i = 0; i < n; i++) {
    item->place_words[item->nplaces] = w->vocabulary[draw(w, VOCABULARY)];
    item->places[item->nplaces++] = a_place(w);
  }
}

static void add_tolls(World *w, LinkItem *item) {
  static const char *const what[] = {"killed", "injured", "arrested"};
  item->ntolls = 1 + draw(w, 3);
  for (uint32_t i = 0; i < item->ntolls; i++)
    item->tolls[i] = (LinkToll){.what = str_of(what[draw(w, 3)]), .count = exactly(1 + draw(w, 3) * 7)};
}

static LinkItem some_item(World *w, Str doc) {
  static const int32_t lengths[] = {0, 0, 0, 1, 2, 2, 5, 20, 90};
  uint32_t n = 1 + draw(w, 2), topic = draw(w, 3) * 20;
  LinkItem item = {.id = doc, .doc = doc, .records = some_records(w, n), .nrecords = n};
  item.when = (Period){.from = 19800 + (int32_t)draw(w, 6), .known = true};
  item.when.to = item.when.from + lengths[draw(w, 9)];
  item.published = (Period){.from = item.when.to, .to = item.when.to, .known = true};
  item.told = draw(w, 2), item.several = draw(w, 4) == 0, item.news = draw(w, 2), item.earlier = draw(w, 2);
  if (draw(w, 4)) add_places(w, &item);
  if (draw(w, 2)) add_people(w, &item);
  if (draw(w, 2)) add_tolls(w, &item);
  if (draw(w, 2)) item.agents[item.nagents++] = an_actor(w);
  if (draw(w, 2)) item.targets[item.ntargets++] = an_actor(w);
  item.words = some_words(w, topic, MOST_WORDS);
  item.beside = some_words(w, topic, MOST_WORDS / 2);
  item.opening = some_words(w, topic, MOST_WORDS);
  return item;
}

static void world_init(World *w) {
  memset(w, 0, sizeof *w);
  arena_init(&w->arena, 1 << 26);
  w->seed = 7;
  for (uint32_t i = 0; i < VOCABULARY; i++)
    w->vocabulary[i] = (draw(w, 1 << 24) << 8 | draw(w, 1 << 8)) * 8 + 1 + draw(w, 4);
  for (uint32_t i = 0; i < ITEMS; i++) w->items[i] = some_item(w, arena_printf(&w->arena, "d%u", i));
}

static void nothing_that_may_be_a_pair_is_sifted_out(void **state) {
  (void)state;
  World w;
  world_init(&w);
  uint32_t pairs = 0, sifted = 0, exact = 0;
  for (uint32_t a = 0; a < ITEMS; a++) {
    LinkSifter sifter = link_sifter(&w.items[a]);
    for (uint32_t b = 0; b < ITEMS; b++) {
      if (a == b) continue;
      LinkSift other = link_sift_of(&w.items[b]);
      int32_t points = link_score(NULL, &w.items[a], &w.items[b]).points, most = link_sift_most(&sifter, &other);
      assert_true(points == LINK_VETO || points <= most);
      pairs += points >= LINK_THRESHOLD;
      sifted += most < LINK_THRESHOLD;
      exact += points == most;
    }
  }
  assert_true(pairs > 1000);
  assert_true(exact > 20); /* it is no more than it must be */
  assert_true(sifted > ITEMS * (ITEMS - 1) / 2);
  arena_fini(&w.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_that_may_be_a_pair_is_sifted_out)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
