/* Which incidents are looked at for findings between their tellings. */
#include "cmocka_all.h"

#include "ledger/finding/findings.h"

static bool promised(uint8_t one, uint8_t other) {
  const LinkItem a = {.tells = one}, b = {.tells = other}, *const items[] = {&a, &b};
  return findings_promised(items, 2);
}

static void numbers_are_held_against_numbers(void **state) {
  (void)state;
  assert_true(promised(LINK_TELLS_OUTCOME, LINK_TELLS_OUTCOME));
  assert_true(promised(LINK_TELLS_OUTCOME | LINK_TELLS_OUTCOMES, 0));
  assert_false(promised(LINK_TELLS_OUTCOME, 0));
  assert_false(promised(0, 0));
}

static void one_telling_will_do_for_a_known_speaker_and_a_denial(void **state) {
  (void)state;
  assert_true(promised(0, LINK_TELLS_SPEAKER));
  assert_true(promised(LINK_TELLS_DENIAL, 0));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_are_held_against_numbers),
      cmocka_unit_test(one_telling_will_do_for_a_known_speaker_and_a_denial),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
