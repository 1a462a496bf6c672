/* cmocka wants these four headers before its own. */
#ifndef TESTS_CMOCKA_ALL_H
#define TESTS_CMOCKA_ALL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"

/* Compares views and shows both where they differ. */
#define assert_str(got, want)                                                                         \
  do {                                                                                                \
    Str got_ = (got), want_ = (want);                                                                 \
    if (!str_eq(got_, want_)) fail_msg("got \"%.*s\", want \"%.*s\"", STR_ARG(got_), STR_ARG(want_)); \
  } while (0)

/* A test program's one arena, as the state of its tests. */
static inline int arena_setup(void **state) {
  static Arena arena;
  arena_init(&arena, (size_t)64 << 20);
  *state = &arena;
  return 0;
}

static inline int arena_teardown(void **state) {
  arena_fini(*state);
  return 0;
}

/* Numbers for property tests: the same ones each run (xorshift64). */
static inline uint64_t test_random(uint64_t *state) {
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

#endif
