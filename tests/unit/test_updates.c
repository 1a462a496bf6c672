/* Updates: the latest toll of each source stands, and what two sources tell is no update. */
#include "cmocka_all.h"

#include "ledger/list/updates.h"

typedef struct Told {
  Arena arena;
  LedgerTold told[4];
  Outcome outcomes[4][2];
  LedgerIncident incident;
} Told;

static void tell(Told *t, const char *outlet, const char *published, double killed, double injured) {
  uint32_t n = t->incident.ntold++;
  LedgerTold *one = &t->told[n];
  t->outcomes[n][0] = (Outcome){.what = STR("killed"), .count = {killed, killed, true, false}};
  t->outcomes[n][1] = (Outcome){.what = STR("injured"), .count = {injured, injured, true, false}};
  *one = (LedgerTold){.outlet = str_of(outlet), .published = str_of(published), .document = str_of(published)};
  one->record.stance = STR("asserted");
  one->record.outcomes = t->outcomes[n];
  one->record.noutcomes = injured >= 0 ? 2 : 1;
}

static void told_init(Told *t) {
  memset(t, 0, sizeof *t);
  arena_init(&t->arena, 1 << 20);
  t->incident.told = t->told;
}

static Updates find(Told *t) {
  Updates out = {0};
  updates_of(&t->arena, &t->incident, &out);
  return out;
}

static void a_raised_toll_takes_the_place_of_the_first(void **state) {
  (void)state;
  Told t;
  told_init(&t);
  tell(&t, "Sahel", "2024-05-02", 12, -1);
  tell(&t, "Sahel", "2024-05-03", 15, -1);
  Updates u = find(&t);
  assert_int_equal(u.list.n, 1);
  assert_int_equal(u.list.at[0].how, UPDATE_RAISED);
  assert_true(update_over(&u, &t.told[0], UPDATE_OF_KILLED));
  assert_false(update_over(&u, &t.told[1], UPDATE_OF_KILLED));
  assert_string_equal(updates_json(&t.arena, &u).p,
                      "[{\"how\":\"raised\",\"field\":\"killed\",\"was\":[12,12],\"now\":[15,15],"
                      "\"before\":{\"record\":null,\"document\":\"2024-05-02\",\"id\":null,\"outlet\":\"Sahel\","
                      "\"published\":\"2024-05-02\"},\"after\":{\"record\":null,\"document\":\"2024-05-03\","
                      "\"id\":null,\"outlet\":\"Sahel\",\"published\":\"2024-05-03\"}}]");
  arena_fini(&t.arena);
}

static void the_injured_who_die_move(void **state) {
  (void)state;
  Told t;
  told_init(&t);
  tell(&t, "Sahel", "2024-05-02", 12, 30);
  tell(&t, "Sahel", "2024-05-03", 14, 28);
  Updates u = find(&t);
  assert_int_equal(u.list.n, 2);
  assert_int_equal(u.list.at[0].how, UPDATE_DIED);
  t.outcomes[1][1].count.min = t.outcomes[1][1].count.max = 35;
  u = find(&t);
  assert_int_equal(u.list.at[0].how, UPDATE_RAISED);
  arena_fini(&t.arena);
}

static void near_misses_are_none(void **state) {
  (void)state;
  Told t;
  told_init(&t);
  tell(&t, "Sahel", "2024-05-02", 12, -1);
  tell(&t, "Jazira", "2024-05-03", 15, -1); /* another source */
  assert_int_equal(find(&t).list.n, 0);
  t.told[1].outlet = STR("Sahel");
  t.told[1].published = STR("2024-05-02"); /* the same day: nobody knows which was first */
  assert_int_equal(find(&t).list.n, 0);
  t.told[1].published = STR("2024-05-03");
  t.outcomes[1][0].count = t.outcomes[0][0].count; /* told again */
  assert_int_equal(find(&t).list.n, 0);
  t.told[1].record.stance = STR("denied");
  assert_int_equal(find(&t).list.at[0].how, UPDATE_DENIED);
  arena_fini(&t.arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_raised_toll_takes_the_place_of_the_first),
      cmocka_unit_test(the_injured_who_die_move),
      cmocka_unit_test(near_misses_are_none),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
