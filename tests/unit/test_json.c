/* A record's line: its exact form, what hostile strings become, and the way back. */
#include "cmocka_all.h"
#include <math.h>

#include "record/json.h"
#include "record/names.h"

static Str line_of(Arena *arena, const Record *r) {
  Buffer buffer = {.arena = arena};
  Writer writer = writer_to_buffer(&buffer);
  json_put_record(&writer, r);
  assert_false(writer.failed);
  return buffer_str(&buffer);
}

static void an_empty_record_has_every_key(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  Record r = {.kind = RECORD_EVENT};
  assert_str(line_of(&arena, &r),
             STR("{\"v\":1,\"id\":null,\"doc\":null,\"kind\":\"event\",\"type\":null,\"plover\":null,\"mode\":null,"
                 "\"acled\":null,\"cameo\":null,"
                 "\"ged\":false,"
                 "\"part_of\":null,\"trigger\":null,\"also\":[],\"count\":null,\"approx\":false,\"direction\":null,"
                 "\"time\":null,\"time_quote\":null,\"places\":[],\"agents\":[],\"partners\":[],\"targets\":[],"
                 "\"outcomes\":[],\"persons\":[],\"claimed_by\":[],\"via\":[],\"responsibility\":null,\"stance\":null,"
                 "\"background\":false,\"sentence\":{\"start\":0,\"end\":0},\"rule\":null}\n"));
  arena_fini(&arena);
}

static void a_tally_is_written_as_designed(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  Place place = {.quote = {STR("العراق"), {7, 19}},
                 .id = STR("iso:IQ"),
                 .name = STR("Iraq"),
                 .country = STR("IQ"),
                 .lat = 33.09,
                 .lon = 43.26,
                 .precision = 6,
                 .basis = STR("stated")};
  Actor agent = {.quote = {STR("القوات"), {20, 32}}, .id = STR("us-forces"), .name = STR("United States forces")};
  Outcome outcome = {.what = STR("killed"),
                     .count = {30, INFINITY, true, true},
                     .label = STR("عنصر"),
                     .status = STR("fighter"),
                     .side = STR("target"),
                     .children = {2, 2, true, false}};
  Record r = {.id = STR("0123456789abcdef"),
              .doc = STR("d"),
              .kind = RECORD_TALLY,
              .type = STR("operation"),
              .trigger = {STR("137 عملية"), {40, 54}},
              .count = {137, 137, true, false},
              .time = STR("2024-01/2024-06"),
              .places = &place,
              .nplaces = 1,
              .agents = {&agent, 1},
              .outcomes = &outcome,
              .noutcomes = 1,
              .responsibility = {STR("claimed"), {&agent, 1}},
              .stance = STR("asserted"),
              .total = true,
              .sentence = {0, 60},
              .rule = STR("operation.light-verb")};
  assert_str(
      line_of(&arena, &r),
      STR("{\"v\":1,\"id\":\"0123456789abcdef\",\"doc\":\"d\",\"kind\":\"tally\",\"type\":\"operation\",\"plover\":"
          "null,"
          "\"mode\":null,\"acled\":null,\"cameo\":null,\"ged\":false,\"part_of\":null,\"trigger\":{\"quote\":\"137 "
          "عملية\",\"start\":40,\"end\":54},\"also\":[],"
          "\"count\":[137,137],\"approx\":false,\"direction\":null,\"time\":\"2024-01/2024-06\",\"time_quote\":null,"
          "\"places\":[{\"quote\":\"العراق\",\"start\":7,\"end\":19,\"id\":\"iso:IQ\",\"name\":\"Iraq\",\"country\":"
          "\"IQ\","
          "\"admin1\":null,\"lat\":33.09,\"lon\":43.26,\"precision\":6,\"basis\":\"stated\"}],"
          "\"agents\":[{\"quote\":\"القوات\",\"start\":20,\"end\":32,\"id\":\"us-forces\",\"name\":\"United States "
          "forces\"}],"
          "\"partners\":[],\"targets\":[],\"outcomes\":[{\"what\":\"killed\",\"count\":[30,null],\"approx\":true,"
          "\"of\":null,\"label\":\"عنصر\",\"status\":\"fighter\",\"side\":\"target\",\"women\":null,\"children\":[2,2],"
          "\"unit\":null}],\"persons\":[],\"claimed_by\":[],\"via\":[],\"responsibility\":{\"how\":\"claimed\",\"by\":["
          "{"
          "\"quote\":\"القوات\",\"start\":20,\"end\":32,\"id\":\"us-forces\",\"name\":\"United States forces\"}]},"
          "\"stance\":\"asserted\",\"background\":false,\"total\":true,\"sentence\":{\"start\":0,\"end\":60},"
          "\"rule\":\"operation.light-verb\"}\n"));
  arena_fini(&arena);
}

static void strings_are_escaped_and_made_valid(void **state) {
  (void)state;
  static const struct {
    Str in;
    const char *out;
  } cases[] = {
      {{"a\"b\\c", 5}, "\"a\\\"b\\\\c\""},
      {{"\n\r\t\0\x1f\x7f", 6}, "\"\\n\\r\\t\\u0000\\u001f\\u007f\""},
      {{"\xE2\x80\xA8", 3}, "\"\\u2028\""},
      {{"\xFF دم", 6}, "\"\xEF\xBF\xBD دم\""},
      {{"\xED\xA0\x80", 3}, "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""}, /* a surrogate */
      {{"\xF0\x9F\x98\x80", 4}, "\"\xF0\x9F\x98\x80\""},
      {{NULL, 0}, "\"\""},
  };
  Arena arena;
  arena_init(&arena, 1 << 20);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Buffer buffer = {.arena = &arena};
    Writer writer = writer_to_buffer(&buffer);
    json_put_str(&writer, cases[i].in);
    assert_str(buffer_str(&buffer), str_of(cases[i].out));
  }
  arena_fini(&arena);
}

/* ---- the way back: records made at random, written, read and written again ---- */

static uint64_t next(uint64_t *seed) {
  *seed = *seed * 6364136223846793005u + 1442695040888963407u;
  return *seed >> 33;
}

static Str random_str(uint64_t *seed) {
  static const char *const strings[] = {"", "داعش", "a \"quoted\" \\ word", "\xF0\x9F\x98\x80", "line\nend\x01", "0"};
  return str_of(strings[next(seed) % 6]);
}

static Quote random_quote(uint64_t *seed) {
  uint32_t start = (uint32_t)next(seed) % 1000;
  return next(seed) % 4 ? (Quote){random_str(seed), {start, start + (uint32_t)next(seed) % 100}} : (Quote){0};
}

static Count random_count(uint64_t *seed, bool approx) {
  double min = (double)(next(seed) % 100000) / (next(seed) % 3 ? 1 : 64);
  double max = next(seed) % 3 ? min : next(seed) % 2 ? min + 7 : INFINITY;
  Count c = next(seed) % 4 ? (Count){min, max, true, false} : (Count){0};
  c.approx = approx && next(seed) % 2;
  return c;
}

static ActorList random_actors(Arena *arena, uint64_t *seed) {
  uint32_t n = (uint32_t)next(seed) % 3;
  Actor *at = ARENA_ARRAY(arena, Actor, n);
  for (uint32_t i = 0; i < n; i++)
    at[i] = (Actor){random_quote(seed), random_str(seed), random_str(seed), random_str(seed)};
  return (ActorList){at, n};
}

static QuoteList random_quotes(Arena *arena, uint64_t *seed) {
  uint32_t n = (uint32_t)next(seed) % 3;
  Quote *at = ARENA_ARRAY(arena, Quote, n);
  for (uint32_t i = 0; i < n; i++) at[i] = random_quote(seed);
  return (QuoteList){at, n};
}

static void random_lists(Arena *arena, uint64_t *seed, Record *r) {
  Place *place = ARENA_NEW(arena, Place);
  Outcome *outcome = ARENA_NEW(arena, Outcome);
  Person *person = ARENA_NEW(arena, Person);
  bool known = next(seed) % 2;
  *place = (Place){random_quote(seed),
                   random_str(seed),
                   random_str(seed),
                   random_str(seed),
                   random_str(seed),
                   known ? (double)next(seed) / 1e6 : NAN,
                   known ? -(double)next(seed) / 1e6 : NAN,
                   (uint8_t)(next(seed) % 8),
                   random_str(seed)};
  *outcome = (Outcome){random_str(seed),
                       random_count(seed, true),
                       random_quote(seed),
                       random_str(seed),
                       random_str(seed),
                       random_str(seed),
                       random_count(seed, false),
                       random_count(seed, false),
                       random_str(seed),
                       next(seed) % 2,
                       next(seed) % 2,
                       next(seed) % 2};
  *person = (Person){random_quote(seed),        random_str(seed), random_quote(seed),
                     random_count(seed, false), random_str(seed), random_str(seed)};
  r->places = place, r->nplaces = next(seed) % 2;
  r->outcomes = outcome, r->noutcomes = next(seed) % 2;
  r->persons = person, r->npersons = next(seed) % 2;
}

static Record random_record(Arena *arena, uint64_t *seed) {
  Record r = {.id = random_str(seed),
              .doc = random_str(seed),
              .kind = (RecordKind)(next(seed) % 4),
              .type = random_str(seed),
              .plover = random_str(seed),
              .mode = random_str(seed),
              .acled = random_str(seed),
              .cameo = random_str(seed),
              .ged = next(seed) % 2 == 0,
              .part_of = random_str(seed),
              .trigger = random_quote(seed),
              .also = random_quotes(arena, seed),
              .count = random_count(seed, true),
              .direction = random_str(seed),
              .time = random_str(seed),
              .time_quote = random_quote(seed),
              .agents = random_actors(arena, seed),
              .partners = random_actors(arena, seed),
              .targets = random_actors(arena, seed),
              .claimed_by = random_actors(arena, seed),
              .via = random_quotes(arena, seed),
              .responsibility = {STR("claimed"), random_actors(arena, seed)},
              .stance = random_str(seed),
              .background = next(seed) % 2,
              .total = next(seed) % 2,
              .sentence = {3, 9},
              .rule = random_str(seed)};
  random_lists(arena, seed, &r);
  return r;
}

static void what_is_written_reads_back_the_same(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 26);
  uint64_t seed = 7;
  for (int i = 0; i < 2000; i++) {
    Record r = random_record(&arena, &seed), back;
    Str line = line_of(&arena, &r);
    ErrorInfo info;
    ErrorCode code = json_read_record(&arena, line, &back, &info);
    if (code) print_error("%s: %.*s\n", info.why, STR_ARG(line));
    assert_int_equal(code, ERROR_OK);
    assert_true(str_eq(line_of(&arena, &back), line));
    assert_true(str_eq(r.trigger.text, back.trigger.text));
    assert_int_equal(r.noutcomes, back.noutcomes);
    if (r.noutcomes) assert_int_equal(r.outcomes->share, back.outcomes->share);
    if (r.noutcomes) assert_int_equal(r.outcomes->among, back.outcomes->among);
    if (r.noutcomes) assert_int_equal(r.outcomes->restated, back.outcomes->restated);
    if (r.nplaces) assert_true(isnan(r.places->lat) == isnan(back.places->lat));
    arena_reset(&arena);
  }
  arena_fini(&arena);
}

static void what_is_no_record_is_an_error(void **state) {
  (void)state;
  static const char *const bad[] = {
      "",
      "[]",
      "null",
      "{",
      "{\"kind\":\"event\"} x",
      "{\"kind\":\"event\"}{\"kind\":\"event\"}",
      "{}",
      "{\"kind\":\"war\"}",
      "{\"kind\":\"event\",\"v\":2}",
      "{\"kind\":\"event\",\"id\":7}",
      "{\"kind\":\"event\",\"count\":[1]}",
      "{\"kind\":\"event\",\"count\":[2,1]}",
      "{\"kind\":\"event\",\"count\":[null,1]}",
      "{\"kind\":\"event\",\"count\":\"3\"}",
      "{\"kind\":\"event\",\"trigger\":\"word\"}",
      "{\"kind\":\"event\",\"trigger\":{\"quote\":\"x\",\"start\":-1,\"end\":0}}",
      "{\"kind\":\"event\",\"trigger\":{\"quote\":\"x\",\"start\":5,\"end\":4}}",
      "{\"kind\":\"event\",\"trigger\":{\"quote\":\"x\",\"start\":0,\"end\":4294967296}}",
      "{\"kind\":\"event\",\"trigger\":{\"quote\":\"x\",\"start\":0.5,\"end\":4}}",
      "{\"kind\":\"event\",\"places\":[null]}",
      "{\"kind\":\"event\",\"places\":{}}",
      "{\"kind\":\"event\",\"places\":[{\"quote\":\"x\",\"precision\":9}]}",
      "{\"kind\":\"event\",\"agents\":[3]}",
      "{\"kind\":\"event\",\"background\":1}",
      "{\"kind\":\"event\",\"id\":\"\xFF\"}",
      "{\"kind\":\"event\",\"x\":[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]}",
  };
  Arena arena;
  arena_init(&arena, 1 << 20);
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    Record r;
    ErrorInfo info;
    ErrorCode code = json_read_record(&arena, str_of(bad[i]), &r, &info);
    if (code == ERROR_OK) print_error("accepted: %s\n", bad[i]);
    assert_int_not_equal(code, ERROR_OK);
    assert_true(info.why[0] != 0);
  }
  arena_fini(&arena);
}

static void the_wrong_key_is_named(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  Record r;
  ErrorInfo info;
  assert_int_equal(json_read_record(&arena, STR("{\"kind\":\"event\",\"stance\":[]}"), &r, &info), ERROR_FORMAT);
  assert_non_null(strstr(info.why, "stance"));
  arena_fini(&arena);
}

static void unknown_and_missing_keys_are_passed_over(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  Record r;
  Str line = STR(" {\"kind\":\"figure\",\"new\":{\"deep\":[1,2]},\"id\":\"x\"}\r\n");
  assert_int_equal(json_read_record(&arena, line, &r, NULL), ERROR_OK);
  assert_int_equal(r.kind, RECORD_FIGURE);
  assert_true(str_eq(r.id, STR("x")));
  assert_false(r.count.set);
  arena_fini(&arena);
}

/* Every allocation may fail: an error, no crash, no leak. */
static void memory_that_runs_out_is_an_error(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 24);
  uint64_t seed = 12;
  Record r = random_record(&arena, &seed), back;
  Str line = line_of(&arena, &r);
  for (size_t n = 0; n < 200; n++) {
    Arena small;
    arena_init(&small, 1 << 20);
    small.fail_after = n;
    ErrorCode code = json_read_record(&small, line, &back, NULL);
    arena_fini(&small);
    if (code == ERROR_OK) {
      assert_true(n > 5);
      arena_fini(&arena);
      return;
    }
    assert_int_equal(code, ERROR_MEMORY);
  }
  fail_msg("never read");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_empty_record_has_every_key),
      cmocka_unit_test(a_tally_is_written_as_designed),
      cmocka_unit_test(strings_are_escaped_and_made_valid),
      cmocka_unit_test(what_is_written_reads_back_the_same),
      cmocka_unit_test(what_is_no_record_is_an_error),
      cmocka_unit_test(the_wrong_key_is_named),
      cmocka_unit_test(unknown_and_missing_keys_are_passed_over),
      cmocka_unit_test(memory_that_runs_out_is_an_error),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
