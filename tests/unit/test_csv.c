/* CSV: quoting, formulas, and one row as long as its head. */
#include "cmocka_all.h"
#include <math.h>

#include "record/csv.h"

static void cells_are_quoted_where_they_must_be(void **state) {
  (void)state;
  static const struct {
    Str in;
    const char *out;
  } cases[] = {
      {{"plain", 5}, "plain"},
      {{"", 0}, ""},
      {{"a,b", 3}, "\"a,b\""},
      {{"a;b", 3}, "\"a;b\""},
      {{"say \"no\"", 8}, "\"say \"\"no\"\"\""},
      {{"two\r\nlines", 10}, "\"two\r\nlines\""},
      {{" edge", 5}, "\" edge\""},
      {{"دمشق", 8}, "دمشق"},
      {{"a\xFFz", 3}, "a\xEF\xBF\xBDz"},
      {{"a\0z", 3}, "\"a\xEF\xBF\xBDz\""},
  };
  Arena arena;
  arena_init(&arena, 1 << 20);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Buffer buffer = {.arena = &arena};
    Writer writer = writer_to_buffer(&buffer);
    csv_cell(&writer, cases[i].in);
    assert_str(buffer_str(&buffer), str_of(cases[i].out));
  }
  arena_fini(&arena);
}

static void no_cell_runs_as_a_formula(void **state) {
  (void)state;
  static const char *const cells[] = {"=1+1", "+49 30",           "-3",           "@SUM(A1)", "\t=1", "\r=1",
                                      "\n=1", "\xEF\xBC\x9D\x31", "\xEF\xBC\xA0x"};
  Arena arena;
  arena_init(&arena, 1 << 20);
  for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
    Buffer buffer = {.arena = &arena};
    Writer writer = writer_to_buffer(&buffer);
    csv_cell(&writer, str_of(cells[i]));
    assert_true(str_starts(buffer_str(&buffer), STR("\"'")));
  }
  arena_fini(&arena);
}

/* Cells of one CSV line, read as RFC 4180 says; at most `room`. */
static uint32_t cells_of(Arena *arena, Str line, Str *cells, uint32_t room) {
  uint32_t n = 0;
  for (size_t at = 0; at <= line.n && n < room;) {
    Buffer cell = {.arena = arena};
    Writer writer = writer_to_buffer(&cell);
    bool quoted = false;
    for (; at < line.n && (quoted || (line.p[at] != ',' && line.p[at] != '\r')); at++) {
      if (line.p[at] != '"')
        writer_byte(&writer, line.p[at]);
      else if (quoted && at + 1 < line.n && line.p[at + 1] == '"')
        writer_byte(&writer, line.p[at++]);
      else
        quoted = !quoted;
    }
    cells[n++] = buffer_str(&cell);
    if (at >= line.n || line.p[at] == '\r') break;
    at++;
  }
  return n;
}

static Str cell_named(Arena *arena, Str head, Str row, const char *name) {
  Str names[80], cells[80];
  uint32_t n = cells_of(arena, head, names, 80);
  assert_int_equal(n, cells_of(arena, row, cells, 80));
  for (uint32_t i = 0; i < n; i++)
    if (str_eq(names[i], str_of(name))) return cells[i];
  fail_msg("no column %s", name);
  return STR_NONE;
}

static const char text_bytes[] = "قتل الجيش 5, بينهم \"أمير\"";

static Record sample(void) {
  static const Place places[] = {
      {.quote = {STR("الموصل"), {0, 0}}, .country = STR("IQ"), .lat = -36.25, .lon = 43, .precision = 1},
      {.quote = {STR("=بغداد"), {0, 0}}, .country = STR("IQ"), .lat = NAN, .lon = NAN}};
  static const Actor agent = {.quote = {STR("=الجيش"), {0, 0}}, .id = STR("iraqi-army")};
  static const Outcome outcomes[] = {{.what = STR("killed"),
                                      .count = {5, INFINITY, true, false},
                                      .of = {STR("مسلحين"), {0, 0}},
                                      .status = STR("fighter"),
                                      .side = STR("target")},
                                     {.what = STR("killed"), .count = {2, 3, true, true}},
                                     {.what = STR("seized"), .count = {1, 1, true, false}, .unit = STR("USD")}};
  return (Record){.doc = STR("-doc"),
                  .id = STR("id"),
                  .kind = RECORD_EVENT,
                  .type = STR("attack"),
                  .trigger = {STR("قتل"), {0, 6}},
                  .count = {1, 1, true, false},
                  .places = places,
                  .nplaces = 2,
                  .agents = {&agent, 1},
                  .outcomes = outcomes,
                  .noutcomes = 3,
                  .stance = STR("asserted"),
                  .sentence = {0, sizeof text_bytes - 1}};
}

static void a_row_has_a_cell_for_each_column(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  Buffer head = {.arena = &arena}, row = {.arena = &arena};
  Writer to_head = writer_to_buffer(&head), to_row = writer_to_buffer(&row);
  Record r = sample();
  csv_header(&to_head, false);
  csv_record(&to_row, &r, str_of(text_bytes));
  Str h = buffer_str(&head), l = buffer_str(&row);
  assert_str(str_slice(l, l.n - 2, l.n), STR("\r\n"));
  assert_str(cell_named(&arena, h, l, "doc"), STR("'-doc"));
  assert_str(cell_named(&arena, h, l, "trigger"), STR("قتل"));
  assert_str(cell_named(&arena, h, l, "places"), STR("الموصل; =بغداد"));
  assert_str(cell_named(&arena, h, l, "countries"), STR("IQ; IQ"));
  assert_str(cell_named(&arena, h, l, "lat"), STR("-36.25")); /* a number, not guarded */
  assert_str(cell_named(&arena, h, l, "agents"), STR("'=الجيش"));
  assert_str(cell_named(&arena, h, l, "outcomes"),
             STR("killed 5+ مسلحين (fighter, target); killed ~2-3; seized 1 USD"));
  assert_str(cell_named(&arena, h, l, "killed_min"), STR("5"));
  assert_str(cell_named(&arena, h, l, "killed_max"), STR(""));
  assert_str(cell_named(&arena, h, l, "injured_min"), STR(""));
  assert_str(cell_named(&arena, h, l, "sentence"), str_of(text_bytes));
  assert_str(cell_named(&arena, h, l, "rule"), STR(""));
  arena_fini(&arena);
}

static void an_empty_record_has_as_many(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  Buffer head = {.arena = &arena}, row = {.arena = &arena};
  Writer to_head = writer_to_buffer(&head), to_row = writer_to_buffer(&row);
  Record r = {.kind = RECORD_TREND};
  csv_header(&to_head, true);
  csv_record(&to_row, &r, STR_NONE);
  assert_true(str_starts(buffer_str(&head), STR("\xEF\xBB\xBF"
                                                "doc,id,")));
  assert_str(cell_named(&arena, buffer_str(&head), buffer_str(&row), "kind"), STR("trend"));
  arena_fini(&arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cells_are_quoted_where_they_must_be),
      cmocka_unit_test(no_cell_runs_as_a_formula),
      cmocka_unit_test(a_row_has_a_cell_for_each_column),
      cmocka_unit_test(an_empty_record_has_as_many),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
