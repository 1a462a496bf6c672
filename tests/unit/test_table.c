/* Tables: widths in cells, cutting between clusters, isolates, and columns in line. */
#include "cmocka_all.h"
#include <math.h>

#include "record/record_table.h"
#include "record/table.h"
#include "record/width.h"

#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

static void widths_are_cells(void **state) {
  (void)state;
  static const struct {
    const char *text;
    uint32_t cells;
  } cases[] = {
      {"", 0},
      {"Mosul", 5},
      {"دمشق", 4},
      {"مُحَمَّد", 4},   /* vowel marks and shadda sit on their letters */
      {"مــوصل", 6}, /* each tatweel is a cell */
      {"لا", 2},     /* terminals do not ligate */
      {"مي\xE2\x80\x8C"
       "خواهم",
       7}, /* ZWNJ */
      {"٣٤", 2},
      {"e\xCC\x81", 1},
      {"\xE4\xB8\xAD\xE6\x96\x87", 4},
      {"\xF0\x9F\x9A\xA8", 2},
      {"\xEF\xBB\xBB", 1}, /* lam-alef as one presentation form */
      {"\xE2\x80\x8F", 0}, /* a direction mark */
      {"\x1b[31m", 4},     /* the escape itself is dropped */
      {"\t", 1},
      {"\xFF", 1},
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    uint32_t got = width_of(str_of(cases[i].text));
    if (got != cases[i].cells) print_error("case %zu: %u\n", i, got);
    assert_int_equal(got, cases[i].cells);
  }
}

static void clusters_keep_their_marks(void **state) {
  (void)state;
  Str s = STR("دَّم");
  size_t at = 0;
  Cluster k = width_next(s, &at);
  assert_true(str_eq(k.bytes, STR("دَّ")));
  assert_int_equal(k.cells, 1);
  assert_true(k.rtl);
  assert_false(k.control);
  k = width_next(s, &at);
  assert_true(str_eq(k.bytes, STR("م")));
  assert_int_equal(at, s.n);
}

/* A thousand marks on one letter: some are kept, the rest come as controls. */
static void heaps_of_marks_are_cut(void **state) {
  (void)state;
  char text[2 + 2 * 1000];
  memcpy(text, "د", 2);
  for (int i = 0; i < 1000; i++) memcpy(text + 2 + 2 * i, "\xD9\x8E", 2);
  size_t at = 0;
  Cluster k = width_next((Str){text, sizeof text}, &at);
  assert_true(k.bytes.n < 40);
  while (at < sizeof text) assert_true(width_next((Str){text, sizeof text}, &at).control);
}

static void bidi_controls_never_pass(void **state) {
  (void)state;
  static const char *const controls[] = {"\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA9", "\xE2\x80\x8E", "\xD8\x9C",
                                         "\x1b",         "\x07",         "\xC2\x9B",     "\xC2\xAD"};
  for (size_t i = 0; i < sizeof controls / sizeof *controls; i++) {
    size_t at = 0;
    assert_true(width_next(str_of(controls[i]), &at).control);
  }
}

static const TableColumn columns[] = {{"name", 4, 0, 0, false}, {"n", 1, 5, 0, true}, {"note", 6, 0, 2, false}};

static Str written(Arena *arena, const Table *table, uint32_t width) {
  Buffer buffer = {.arena = arena};
  Writer writer = writer_to_buffer(&buffer);
  table_write(table, &writer, width);
  assert_false(writer.failed);
  writer_byte(&writer, 0);
  return (Str){buffer.p, buffer.n - 1};
}

static Table *sample(Arena *arena) {
  Table *t = table_new(arena, columns, 3);
  table_row_str(t, (Str[]){STR("الموصل"), STR("12"), STR("plain words here")});
  table_row_str(t, (Str[]){STR("Raqqa"), STR("3"), STR("")});
  return t;
}

static void columns_are_as_wide_as_they_must_be(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  assert_string_equal(written(&arena, sample(&arena), 80).p,
                      "name     n  note\n"
                      "------  --  ----------------\n" FSI "الموصل" PDI "  12  plain words here\n"
                      "Raqqa    3\n");
  arena_fini(&arena);
}

static void a_narrow_table_cuts_the_widest(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  assert_string_equal(written(&arena, sample(&arena), 20).p,
                      "name     n  note\n"
                      "------  --  --------\n" FSI "الموصل" PDI "  12  plain w…\n"
                      "Raqqa    3\n");
  assert_string_equal(written(&arena, sample(&arena), 16).p, "name   n  note\n"
                                                             "----  --  ------\n" FSI "الم…" PDI "  12  plain…\n"
                                                             "Raq…   3\n");
  arena_fini(&arena);
}

static void a_narrower_one_drops_what_may_go(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  assert_string_equal(written(&arena, sample(&arena), 12).p,
                      "name     n\n------  --\n" FSI "الموصل" PDI "  12\nRaqqa    3\n");
  assert_string_equal(written(&arena, sample(&arena), 3).p, "na…\n---\n" FSI "ال…" PDI "\nRa…\n");
  assert_string_equal(written(&arena, sample(&arena), 1).p, "…\n-\n" FSI "…" PDI "\n…\n");
  arena_fini(&arena);
}

static void parts_are_isolated_one_by_one(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  static const TableColumn one[] = {{"who", 3, 0, 0, false}, {"end", 3, 0, 0, false}};
  Str who[] = {STR("قسد"), STR(" -> "), STR("داعش")}, end[] = {STR("x")};
  Table *t = table_new(&arena, one, 2);
  table_row(t, (TableCell[]){{who, 3}, {end, 1}});
  assert_string_equal(written(&arena, t, 40).p,
                      "who          end\n-----------  ---\n" FSI "قسد" PDI " -> " FSI "داعش" PDI "  x\n");
  assert_string_equal(written(&arena, t, 14).p,
                      "who        end\n---------  ---\n" FSI "قسد" PDI " -> " FSI "د…" PDI "  x\n");
  arena_fini(&arena);
}

/* What a text brings along does not reach the terminal, and does not put the isolates out. */
static void hostile_cells_stay_in_their_cells(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  static const TableColumn one[] = {{"a", 1, 0, 0, false}, {"b", 1, 0, 0, false}};
  Table *t = table_new(&arena, one, 2);
  table_row_str(t, (Str[]){STR("\x1b[2Jس" PDI "\xE2\x80\xAE"
                               "ص\n"),
                           STR("x\ty")});
  assert_string_equal(written(&arena, t, 40).p, "a       b\n------  ---\n" FSI "[2Jسص " PDI "  x y\n");
  arena_fini(&arena);
}

static uint32_t widest_line(Str text) {
  uint32_t widest = 0;
  while (text.n) {
    uint32_t w = width_of(str_cut(&text, '\n'));
    if (w > widest) widest = w;
  }
  return widest;
}

static Record record(void) {
  static const Place place = {.quote = {STR("بلدة في ريف المحافظة الشرقي"), {0, 0}}, .lat = NAN, .lon = NAN};
  static const Actor agent = {.quote = {STR("القيادة العامة للقوات المشتركة"), {0, 0}}};
  static const Outcome outcomes[] = {
      {.what = STR("killed"), .count = {13, 13, true, false}},
      {.what = STR("killed"), .count = {4, 4, true, false}, .of = {STR("أطفال"), {0, 0}}},
      {.what = STR("arrested"), .count = {20, INFINITY, true, true}}};
  return (Record){.kind = RECORD_TALLY,
                  .type = STR("operation"),
                  .direction = STR(""),
                  .trigger = {STR("59 عملية"), {0, 0}},
                  .count = {59, 59, true, false},
                  .time = STR("2024-01/2024-06"),
                  .places = &place,
                  .nplaces = 1,
                  .agents = {&agent, 1},
                  .targets = {&agent, 1},
                  .claimed_by = {&agent, 1},
                  .outcomes = outcomes,
                  .noutcomes = 3,
                  .stance = STR("alleged")};
}

static Str record_written(Arena *arena, uint32_t width) {
  Buffer buffer = {.arena = arena};
  Writer writer = writer_to_buffer(&buffer);
  Record records[] = {record(), {.kind = RECORD_TREND, .type = STR("attack"), .direction = STR("up")}};
  record_table(arena, &writer, records, 2, width);
  writer_byte(&writer, 0);
  return (Str){buffer.p, buffer.n - 1};
}

static void records_fit_any_terminal(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 24);
  for (uint32_t width = 1; width <= 240; width++) {
    Str text = record_written(&arena, width);
    if (widest_line(text) > width) print_error("%u cells at %u:\n%s", widest_line(text), width, text.p);
    assert_true(widest_line(text) <= width);
  }
  arena_fini(&arena);
}

static void eighty_cells_take_two_lines_a_record(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  assert_string_equal(record_written(&arena, 80).p,
                      "date      what / its words       where / who → whom     outcome / says who\n"
                      "--------  ---------------------  ---------------------  ------------------------\n"
                      "2024-01/  59 alleged operation…  " FSI "بلدة في ريف المحافظة…" PDI "  13 killed, 4 killed (" FSI
                      "أط…" PDI "\n"
                      "2024-06   " FSI "59 عملية" PDI "               " FSI "القيادة العامة للقوا…" PDI "  " FSI
                      "القيادة العامة للقوات ا…" PDI "\n"
                      "\n"
                      "          attack (trend up)\n");
  arena_fini(&arena);
}

static void two_hundred_take_one(void **state) {
  (void)state;
  Arena arena;
  arena_init(&arena, 1 << 20);
  assert_string_equal(
      record_written(&arena, 200).p,
      "date             what                       count  where                       who                         to "
      "whom                     outcome                     says who                     words\n"
      "---------------  -------------------------  -----  --------------------------  --------------------------  "
      "--------------------------  --------------------------  ---------------------------  --------\n"
      "2024-01/2024-06  alleged operation (tally)     59  " FSI "بلدة في ريف المحافظة الشر…" PDI "  " FSI
      "القيادة العامة للقوات الم…" PDI "  " FSI "القيادة العامة للقوات الم…" PDI "  13 killed, 4 killed (" FSI
      "أطفا…" PDI "  " FSI "القيادة العامة للقوات المش…" PDI "  " FSI "59 عملية" PDI "\n"
      "                 attack (trend up)\n");
  arena_fini(&arena);
}

/* Without memory there is no table, and no crash. */
static void memory_that_runs_out_is_survived(void **state) {
  (void)state;
  for (size_t n = 0; n < 60; n++) {
    Arena arena;
    arena_init(&arena, 1 << 20);
    arena.fail_after = n;
    Buffer buffer = {.arena = &arena};
    Writer writer = writer_to_buffer(&buffer);
    Record r = record();
    record_table(&arena, &writer, &r, 1, 80);
    arena_fini(&arena);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(widths_are_cells),
      cmocka_unit_test(clusters_keep_their_marks),
      cmocka_unit_test(heaps_of_marks_are_cut),
      cmocka_unit_test(bidi_controls_never_pass),
      cmocka_unit_test(columns_are_as_wide_as_they_must_be),
      cmocka_unit_test(a_narrow_table_cuts_the_widest),
      cmocka_unit_test(a_narrower_one_drops_what_may_go),
      cmocka_unit_test(parts_are_isolated_one_by_one),
      cmocka_unit_test(hostile_cells_stay_in_their_cells),
      cmocka_unit_test(records_fit_any_terminal),
      cmocka_unit_test(eighty_cells_take_two_lines_a_record),
      cmocka_unit_test(two_hundred_take_one),
      cmocka_unit_test(memory_that_runs_out_is_survived),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
