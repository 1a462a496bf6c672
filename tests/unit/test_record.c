/* A record's id, its kinds' names, and what must hold of it. */
#include "cmocka_all.h"
#include <math.h>

#include "record/names.h"
#include "record/record.h"

/* "The ministry announced the killing of 5 soldiers in Mosul", our own sentence. */
static const char text_bytes[] = "أعلنت الوزارة مقتل 5 جنود في الموصل";

static Quote quote_of(const char *words) {
  const char *at = strstr(text_bytes, words);
  assert_non_null(at);
  uint32_t start = (uint32_t)(at - text_bytes);
  return (Quote){str_of(words), {start, start + (uint32_t)strlen(words)}};
}

static Record good(Place *place, Outcome *outcome) {
  *place = (Place){.quote = quote_of("الموصل"), .lat = 36.3, .lon = 43.1, .precision = 1, .basis = STR("stated")};
  *outcome = (Outcome){.what = STR("killed"),
                       .count = {5, 5, true, false},
                       .of = quote_of("جنود"),
                       .status = STR("security"),
                       .side = STR("unknown")};
  return (Record){.kind = RECORD_EVENT,
                  .type = STR("killing"),
                  .trigger = quote_of("مقتل"),
                  .count = {1, 1, true, false},
                  .places = place,
                  .nplaces = 1,
                  .outcomes = outcome,
                  .noutcomes = 1,
                  .stance = STR("asserted"),
                  .sentence = {0, sizeof text_bytes - 1}};
}

static void a_good_record_holds(void **state) {
  (void)state;
  Place place;
  Outcome outcome;
  Record r = good(&place, &outcome);
  assert_true(record_holds(&r, str_of(text_bytes)));
  outcome.count.max = INFINITY;
  place.lat = place.lon = NAN;
  assert_true(record_holds(&r, str_of(text_bytes)));
}

static void what_breaks_it_is_seen(void **state) {
  (void)state;
  Place place;
  Outcome outcome;
#define BROKEN(change)                                  \
  do {                                                  \
    Record r = good(&place, &outcome);                  \
    change;                                             \
    assert_false(record_holds(&r, str_of(text_bytes))); \
  } while (0)
  BROKEN(r.type = STR("war"));
  BROKEN(r.kind = RECORD_FIGURE); /* killing is no type of a figure */
  BROKEN(r.trigger = (Quote){0});
  BROKEN(r.trigger.span.end += 2);   /* the quote and its span differ */
  BROKEN(r.trigger.span.start -= 1); /* inside a character */
  BROKEN(r.sentence.end = sizeof text_bytes);
  BROKEN(r.count.max = 0);
  BROKEN(r.count.min = NAN);
  BROKEN(r.stance = STR("perhaps"));
  BROKEN(outcome.what = STR("dead"));
  BROKEN(outcome.count = ((Count){5, 4, true, false}));
  BROKEN(outcome.of.text = STR("x"));
  BROKEN(outcome.status = STR("terrorist"));
  BROKEN(place.precision = 8);
  BROKEN(place.lat = 91);
  BROKEN(place.lon = NAN);
  BROKEN(place.basis = STR("guessed"));
#undef BROKEN
}

static void ids_follow_what_was_read(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  uint8_t hash[32] = {1, 2, 3};
  Place place;
  Outcome outcome;
  Record r = good(&place, &outcome);
  Str id = record_id(&arena, hash, &r);
  assert_int_equal(id.n, 16);
  for (size_t i = 0; i < id.n; i++) assert_non_null(strchr("0123456789abcdef", id.p[i]));
  assert_true(str_eq(id, record_id(&arena, hash, &r)));
  r.count.min = 7; /* a corrected reading keeps the id */
  r.time = STR("2024");
  assert_true(str_eq(id, record_id(&arena, hash, &r)));
  r.type = STR("attack");
  assert_false(str_eq(id, record_id(&arena, hash, &r)));
  r.type = STR("killing");
  r.trigger.span.start++;
  assert_false(str_eq(id, record_id(&arena, hash, &r)));
  r.trigger.span.start--;
  hash[31] = 9;
  assert_false(str_eq(id, record_id(&arena, hash, &r)));
  arena_fini(&arena);
}

static void the_id_never_changes(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  uint8_t hash[32] = {0};
  Record r = {.kind = RECORD_TALLY, .type = STR("operation"), .trigger = {.span = {10, 20}}};
  Str id = record_id(&arena, hash, &r);
  assert_memory_equal(id.p, "4ea272600215a50c", 16);
  arena_fini(&arena);
}

static void kinds_have_names(void **state) {
  (void)state;
  static const char *const names[] = {"event", "tally", "figure", "trend"};
  for (int i = 0; i < 4; i++) {
    RecordKind kind = RECORD_EVENT;
    assert_true(record_kind_of(str_of(names[i]), &kind));
    assert_int_equal(kind, i);
    assert_true(str_eq(record_kind_name(kind), str_of(names[i])));
  }
  RecordKind kind = RECORD_TREND;
  assert_false(record_kind_of(STR("Event"), &kind));
  assert_int_equal(kind, RECORD_TREND);
}

static void lists_know_their_names(void **state) {
  (void)state;
  assert_true(name_in(NAMES_EVENT, STR("accident")));
  assert_true(name_in(NAMES_OUTCOME, STR("killed-or-injured")));
  assert_false(name_in(NAMES_EVENT, STR("fighters")));
  assert_false(name_in(NAMES_FATE, STR("")));
  for (NameList list = 0; list < NAMES_COUNT; list++) assert_false(name_in(list, STR("kill")));
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_good_record_holds),      cmocka_unit_test(what_breaks_it_is_seen),
      cmocka_unit_test(ids_follow_what_was_read), cmocka_unit_test(the_id_never_changes),
      cmocka_unit_test(kinds_have_names),         cmocka_unit_test(lists_know_their_names),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
