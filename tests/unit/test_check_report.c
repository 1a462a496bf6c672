/* Findings as JSON and on a terminal; the table of kinds; the same result each time. */
#include "cmocka_all.h"
#include <math.h>

#include "check_fixture.h"
#include "record/width.h"

static const Str ids[] = {STR("d-1"), STR("d-2")};
static const Str records[] = {STR("r1")};
static const CheckSentence sentences[] = {{STR("d-1"), {STR("قال المتحدث إن \"الحصيلة\" 44 قتيلاً"), {4, 60}}}};
static const CheckPart parts[] = {
    {.is = STR("outlet"), .words = STR("صوت البادية")},
    {.is = STR("place"), .id = STR("SY"), .name = STR("Syria"), .words = STR("سوريا")},
    {.is = STR("count"), .count = {.set = true, .min = 44, .max = INFINITY, .approx = true}}};
static const Finding finding = {.kind = STR("sum"),
                                .docs = ids,
                                .ndocs = 2,
                                .records = records,
                                .nrecords = 1,
                                .text = STR("This telling by «صوت البادية» says 44, «الوكالة» does not."),
                                .parts = parts,
                                .nparts = 3,
                                .sentences = sentences,
                                .nsentences = 1,
                                .arithmetic = STR("13 + 30 = 43, the text says 44")};

static void findings_are_json_lines(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  Buffer buffer = {.arena = &f.arena};
  Writer writer = writer_to_buffer(&buffer);
  check_json(&writer, &finding);
  check_json(&writer, &(Finding){.kind = STR("x")});
  writer_byte(&writer, 0);
  assert_string_equal(
      buffer.p, "{\"finding\":\"sum\",\"docs\":[\"d-1\",\"d-2\"],\"records\":[\"r1\"],\"text\":\"This telling by «صوت "
                "البادية» says 44, «الوكالة» does not.\",\"parts\":[{\"is\":\"outlet\",\"words\":\"صوت "
                "البادية\"},{\"is\":\"place\",\"id\":\"SY\",\"name\":"
                "\"Syria\",\"words\":\"سوريا\"},{\"is\":\"count\",\"count\":[44,null],\"approx\":true}],\"sentences\":["
                "{\"doc\":\"d-1\",\"quote\":\"قال المتحدث إن "
                "\\\"الحصيلة\\\" 44 قتيلاً\",\"start\":4,\"end\":60}],\"arithmetic\":\"13 + 30 = 43, the text says "
                "44\"}\n{\"finding\":\"x\",\"docs\":[],\"records\":[],\"text\":\"\",\"parts\":[],\"sentences\":[],"
                "\"arithmetic\":null}\n");
  fixture_fini(&f);
}

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

static void a_terminal_gets_lines_with_isolates(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  Buffer buffer = {.arena = &f.arena};
  Writer writer = writer_to_buffer(&buffer);
  check_text(&writer, &finding, 44);
  writer_byte(&writer, 0);
  assert_string_equal(buffer.p, "sum: d-1, d-2\n"
                                "  This telling by «" FSI "صوت البادية" PDI "» says 44,\n"
                                "  «" FSI "الوكالة" PDI "» does not.\n"
                                "    13 + 30 = 43, the text says 44\n"
                                "    " FSI "قال المتحدث إن \"الحصيلة\" 44 قتيلاً" PDI "\n");
  fixture_fini(&f);
}

static void lines_fit_and_isolates_close(void **state) {
  (void)state;
  for (uint32_t width = 20; width < 100; width++) {
    Fixture f;
    fixture_init(&f);
    Buffer buffer = {.arena = &f.arena};
    Writer writer = writer_to_buffer(&buffer);
    check_text(&writer, &finding, width);
    Str rest = buffer_str(&buffer);
    while (rest.n) {
      Str line = str_cut(&rest, '\n');
      assert_true(width_of(line) <= width);
      int open = 0;
      for (size_t i = 0; i + 2 < line.n; i++) {
        if (memcmp(line.p + i, FSI, 3) == 0) open++;
        if (memcmp(line.p + i, PDI, 3) == 0) open--;
        assert_true(open == 0 || open == 1);
      }
      assert_int_equal(open, 0);
    }
    fixture_fini(&f);
  }
}

static void kinds_that_are_not_built_are_listed(void **state) {
  (void)state;
  static const char *const names[] = {"sum",      "relay",     "headline", "disagree",    "status",   "blame",
                                      "tally",    "shortfall", "trend",    "again",       "calendar", "unaccounted",
                                      "recycled", "changed",   "lone",     "corroborated"};
  uint32_t n;
  const CheckKind *kinds = check_kinds(&n);
  assert_int_equal(n, sizeof names / sizeof *names);
  for (size_t i = 0; i < n; i++) {
    bool there = false;
    for (uint32_t k = 0; k < n; k++) there = there || strcmp(kinds[k].name, names[i]) == 0;
    if (!there) print_error("no %s\n", names[i]);
    assert_true(there);
  }
  Fixture f;
  fixture_init(&f);
  fixture_record(&f, "r", RECORD_EVENT, "attack");
  assert_int_equal(found(&f, "shortfall"), 0);
  assert_int_equal(found(&f, "no such kind"), 0);
  fixture_fini(&f);
}

static void nothing_gives_nothing(void **state) {
  (void)state;
  Fixture f;
  fixture_init(&f);
  CheckDoc doc = {.id = STR("d")};
  assert_int_equal(check_run(&f.arena, &(CheckInput){.docs = &doc, .ndocs = 1}).list.n, 0);
  assert_int_equal(check_run(&f.arena, &(CheckInput){.ndocs = 0}).list.n, 0);
  fixture_fini(&f);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(findings_are_json_lines),      cmocka_unit_test(a_terminal_gets_lines_with_isolates),
      cmocka_unit_test(lines_fit_and_isolates_close), cmocka_unit_test(kinds_that_are_not_built_are_listed),
      cmocka_unit_test(nothing_gives_nothing),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
