/* Items packed and read again score as they did; bytes that are cut or changed are refused or
 * give items that can still be scored, and nothing outside them is read. */
#include "cmocka_all.h"

#include "check_fixture.h"
#include "ledger/link/link_pack.h"

typedef struct World {
  Arena arena;
  LinkItems items;
  int64_t rows[8];
} World;

static Record *record(World *w, const char *id, const char *type, double killed) {
  Record *r = ARENA_NEW(&w->arena, Record);
  Place *p = ARENA_NEW(&w->arena, Place);
  Actor *a = ARENA_NEW(&w->arena, Actor);
  Outcome *o = ARENA_NEW(&w->arena, Outcome);
  Person *who = ARENA_NEW(&w->arena, Person);
  *r = (Record){.id = str_of(id), .kind = RECORD_EVENT, .type = str_of(type), .time = STR("2024-05-02")};
  *p = (Place){.quote = said("دوما"), .id = STR("gn:1"), .name = STR("Duma"), .country = STR("SY")};
  p->admin1 = STR("Rif Dimashq");
  p->lat = 33.57, p->lon = 36.4, p->precision = 1;
  *a = (Actor){.quote = said("الجيش السوري"), .id = STR("sy-army"), .name = STR("Syrian army")};
  *o = (Outcome){.what = STR("killed"), .count = exactly(killed), .status = STR("unstated")};
  *who = (Person){.quote = said("سمير الراوي"), .name = STR("سمير الراوي")};
  r->stance = STR("asserted");
  r->count = exactly(1);
  r->places = p, r->nplaces = 1;
  r->agents = (ActorList){a, 1};
  r->outcomes = o, r->noutcomes = 1;
  r->persons = who, r->npersons = 1;
  return r;
}

static const char TEXT[] =
    "غارة جوية على دوما\n\nقتل اثنا عشر شخصاً في غارة جوية شنها الجيش على سوق شعبية وسط مدينة دوما أمس الخميس.";

static void world_init(World *w) {
  static const char *const ids[] = {"a", "b", "c"}, *const types[] = {"airstrike", "shelling", "airstrike"};
  memset(w, 0, sizeof *w);
  arena_init(&w->arena, 1 << 26);
  for (uint32_t i = 0; i < 3; i++) {
    link_items(&w->arena, record(w, ids[i], types[i], 12 + i), 1, str_of(ids[i]), STR("2024-05-03"), str_of(TEXT), NULL,
               0, &w->items);
    w->rows[i] = 100 + i;
  }
  w->items.list.at[1].earlier = true;
}

static void packed_items_score_as_before(void **state) {
  (void)state;
  World w;
  world_init(&w);
  LinkItems again = {0};
  const int64_t *rows = NULL;
  assert_int_equal(w.items.list.n, 3);
  assert_true(w.items.list.at[0].beside.n > 0);
  assert_true(link_unpack(&w.arena, link_pack(&w.arena, &w.items, w.rows), &again, &rows));
  assert_int_equal(again.list.n, 3);
  for (uint32_t i = 0; i < 3; i++) {
    uint64_t keys[LINK_KEYS], keys_again[LINK_KEYS];
    uint32_t n = link_keys(&w.items.list.at[i], keys);
    assert_int_equal(rows[i], 100 + i);
    assert_true(n > 0);
    assert_int_equal(link_keys(&again.list.at[i], keys_again), n);
    assert_memory_equal(keys, keys_again, n * sizeof *keys);
    for (uint32_t k = 0; k < 3; k++) {
      LinkScore one = link_score(&w.arena, &w.items.list.at[i], &w.items.list.at[k]);
      LinkScore two = link_score(&w.arena, &again.list.at[i], &again.list.at[k]);
      Str why = link_score_words(&w.arena, &one), why_again = link_score_words(&w.arena, &two);
      assert_int_equal(one.points, two.points);
      assert_true(str_eq(why, why_again));
    }
  }
  arena_fini(&w.arena);
}

/* Also where it is none of the places that an item has room for. */
static void what_a_row_and_findings_need_comes_back(void **state) {
  (void)state;
  World w;
  world_init(&w);
  Place far = {.quote = said("إدلب"), .id = STR("gn:9"), .name = STR("Idlib"), .precision = 1};
  w.items.list.at[1].exact = &far;
  w.items.list.at[2].exact = NULL;
  w.items.list.at[2].tells = LINK_TELLS_SPEAKER | LINK_TELLS_DENIAL;
  assert_int_equal(w.items.list.at[0].tells, LINK_TELLS_OUTCOME);
  LinkItems again = {0};
  const int64_t *rows = NULL;
  assert_true(link_unpack(&w.arena, link_pack(&w.arena, &w.items, w.rows), &again, &rows));
  assert_ptr_equal(again.list.at[0].exact, again.list.at[0].places[0]);
  assert_true(str_eq(again.list.at[1].exact->id, far.id) && str_eq(again.list.at[1].exact->name, far.name));
  assert_null(again.list.at[2].exact);
  for (uint32_t i = 0; i < 3; i++) assert_int_equal(again.list.at[i].tells, w.items.list.at[i].tells);
  arena_fini(&w.arena);
}

static void cut_bytes_are_refused(void **state) {
  (void)state;
  World w;
  world_init(&w);
  Str bytes = link_pack(&w.arena, &w.items, w.rows);
  for (size_t n = 0; n < bytes.n; n++) {
    LinkItems items = {0};
    const int64_t *rows = NULL;
    ArenaMark mark = arena_mark(&w.arena);
    assert_false(link_unpack(&w.arena, (Str){bytes.p, n}, &items, &rows));
    arena_release(&w.arena, mark);
  }
  arena_fini(&w.arena);
}

/* Under the sanitizers this shows what is read out of bounds. */
static void changed_bytes_stay_in_bounds(void **state) {
  (void)state;
  World w;
  world_init(&w);
  Str bytes = link_pack(&w.arena, &w.items, w.rows);
  uint32_t opened = 0;
  for (size_t i = 0; i < bytes.n; i++) {
    ArenaMark mark = arena_mark(&w.arena);
    Str damaged = arena_str(&w.arena, bytes);
    LinkItems items = {0};
    const int64_t *rows = NULL;
    ((char *)(uintptr_t)damaged.p)[i] ^= (char)0xFF;
    if (link_unpack(&w.arena, damaged, &items, &rows) && items.list.n == 3) {
      uint64_t keys[LINK_KEYS];
      opened++;
      assert_true(link_keys(&items.list.at[0], keys) <= LINK_KEYS);
      assert_true(link_score(&w.arena, &items.list.at[0], &items.list.at[2]).nparts <= LINK_PARTS);
    }
    arena_release(&w.arena, mark);
  }
  assert_true(opened > 0);
  arena_fini(&w.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(packed_items_score_as_before),
      cmocka_unit_test(what_a_row_and_findings_need_comes_back),
      cmocka_unit_test(cut_bytes_are_refused),
      cmocka_unit_test(changed_bytes_stay_in_bounds),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
