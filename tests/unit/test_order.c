/* Orders: what is unknown stands last either way, equal names have one rank. */
#include "cmocka_all.h"

#include "ledger/cube/order.h"

static void unknown_stands_last(void **state) {
  (void)state;
  static const int64_t values[] = {5, -3, 9, 5};
  for (int down = 0; down < 2; down++) {
    OrderKey keys[5];
    for (uint32_t i = 0; i < 4; i++) keys[i] = (OrderKey){order_key(values[i], true, down), i};
    keys[4] = (OrderKey){order_key(0, false, down), 4};
    order_sort(keys, 5);
    static const uint32_t up_order[] = {1, 0, 3, 2, 4}, down_order[] = {2, 0, 3, 1, 4};
    for (uint32_t i = 0; i < 5; i++) assert_int_equal(keys[i].at, (down ? down_order : up_order)[i]);
  }
  order_sort(NULL, 0);
}

static void equal_names_have_one_rank(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  OrderName names[] = {{STR("b"), 0}, {STR("a"), 1}, {STR("c"), 2}, {STR("b"), 3}};
  const uint32_t *rank = order_ranks(&arena, names, 4);
  assert_int_equal(rank[1], 0);
  assert_int_equal(rank[0], 1);
  assert_int_equal(rank[3], 1);
  assert_int_equal(rank[2], 3);
  assert_non_null(order_ranks(&arena, NULL, 0));
  arena_fini(&arena);
}

static void a_sign_turns_it(void **state) {
  (void)state;
  bool down = false;
  assert_true(str_eq(order_name(STR("-time"), &down), STR("time")) && down);
  assert_true(str_eq(order_name(STR("time"), &down), STR("time")) && !down);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(unknown_stands_last), cmocka_unit_test(equal_names_have_one_rank),
                                     cmocka_unit_test(a_sign_turns_it)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
