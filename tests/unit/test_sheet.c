/* A user's sheet: CSV as spreadsheets write it, and a row's points. */
#include "cmocka_all.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ledger/list/sheet_score.h"
#include "read/sheet.h"
#include "text/utf8.h"

static Arena *arena; /* the program's */

static int setup(void **state) {
  int code = arena_setup(state);
  arena = *state;
  return code;
}

static ErrorCode parse(Str bytes, SheetFile *sheet) {
  ErrorInfo info = {0};
  return sheet_parse(arena, bytes, sheet, &info);
}

static void separators_quotes_lines(void **state) {
  (void)state;
  static const Str sheets[] = {STR("date,place\r\n2024-05-01,\"a, b\"\r\n"), STR("date;place\n2024-05-01;a, b\n"),
                               STR("\xEF\xBB\xBF"
                                   "date\tplace\n\n2024-05-01\ta, b")};
  for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
    SheetFile f;
    assert_int_equal(parse(sheets[i], &f), ERROR_OK);
    assert_int_equal(f.ncolumns, 2);
    assert_int_equal(f.rows.n, 1);
    assert_true(str_eq(f.head[0], STR("date")));
    assert_true(str_eq(f.rows.at[0].cells[1], STR("a, b")));
    assert_int_equal(f.rows.at[0].line, i == 2 ? 3 : 2);
  }
}

static void quotes(void **state) {
  (void)state;
  SheetFile f;
  assert_int_equal(parse(STR("a,b\n\"x\"\"y\nz\",1\nshort\n"), &f), ERROR_OK);
  assert_int_equal(f.rows.n, 2);
  assert_true(str_eq(f.rows.at[0].cells[0], STR("x\"y\nz")));
  assert_int_equal(f.rows.at[1].line, 4);
  assert_int_equal(f.rows.at[1].cells[1].n, 0);
  assert_int_equal(parse(STR("a,b\n\"x,1\n"), &f), ERROR_FORMAT);
  assert_int_equal(parse(STR(""), &f), ERROR_OK);
  assert_int_equal(f.ncolumns, 0);
}

/* 200,000 quoted cells in one row: room for each, not for the rest of the file. */
static void many_cells(void **state) {
  (void)state;
  static char bytes[800001];
  SheetFile f;
  for (size_t i = 0; i < 800000; i += 4) memcpy(bytes + i, "\"a\",", 4);
  assert_int_equal(parse((Str){bytes, 800000}, &f), ERROR_OK);
  assert_int_equal(f.ncolumns, SHEET_COLUMNS);
}

/* ---- points ---- */

static SheetEntry entry(int64_t day) {
  return (SheetEntry){.from = day,
                      .to = day,
                      .place_id = STR("gn:1"),
                      .country = STR("SY"),
                      .lat = 35.0,
                      .lon = 37.0,
                      .killed = {3, 3},
                      .injured = {LEDGER_OPEN, LEDGER_OPEN}};
}

static SheetCandidate candidate(int64_t day, const char *place, double lat) {
  SheetCandidate c = {.incident = STR("x"), .from = day, .to = day, .nplaces = 1};
  c.places[0] = (struct SheetPlace){str_of(place), STR("SY"), STR("Idlib"), STR("Name"), lat, 37.0};
  c.killed = (LedgerRange){3, 4};
  c.injured = (LedgerRange){LEDGER_OPEN, LEDGER_OPEN};
  return c;
}

static int32_t points(SheetEntry e, SheetCandidate c) {
  Str parts;
  return sheet_score(arena, &e, STR(""), &c, &parts);
}

/* Every cell is valid UTF-8, every row as wide as the head, in order of lines. */
static void must_stand(const SheetFile *f) {
  assert_true(f->ncolumns <= SHEET_COLUMNS);
  for (uint32_t i = 0; i < f->rows.n; i++) {
    assert_true(!i || f->rows.at[i].line > f->rows.at[i - 1].line);
    for (uint32_t c = 0; c < f->ncolumns; c++) {
      Str cell = f->rows.at[i].cells[c];
      /* A mark of byte order would be left out. */
      if (!str_starts(cell, STR("\xEF\xBB\xBF"))) assert_ptr_equal(utf8_clean(arena, cell).p, cell.p);
    }
  }
}

static void hostile_bytes(void **state) {
  (void)state;
  static const char alphabet[] = {',', ';', '\t', '"',    '"',    '\r',   '\n',   '\n',   'a',    '7',
                                  ' ', '=', '\0', '\xD8', '\xA7', '\xC3', '\xFE', '\xFF', '\xED', '\xF4'};
  uint32_t seed = 1, good = 0;
  for (uint32_t round = 0; round < 5000; round++) {
    char bytes[256];
    size_t n = round % sizeof bytes;
    for (size_t i = 0; i < n; i++) {
      seed = seed * 1664525u + 1013904223u;
      bytes[i] = alphabet[(seed >> 16) % sizeof alphabet];
    }
    if (n > 2 && round % 7 == 0) memcpy(bytes, round % 2 ? "\xFF\xFE" : "\xFE\xFF", 2);
    SheetFile f;
    if (parse((Str){bytes, n}, &f) != ERROR_OK) continue;
    good++;
    must_stand(&f);
    arena_reset(arena);
  }
  assert_true(good > 500);
}

/* A megabyte of quotes, of line ends, of separators; a quote that is opened at the very end. */
static void hostile_runs(void **state) {
  (void)state;
  static const char *const runs[] = {"\"", "\n", "\r", ",", "\"\n", "\",", ";\t,", "a\""};
  enum { MANY = 1 << 20 };
  char *bytes = malloc(MANY);
  assert_non_null(bytes);
  for (size_t r = 0; r < sizeof runs / sizeof *runs; r++) {
    size_t n = strlen(runs[r]);
    memcpy(bytes, "a,b\n", 4);
    for (size_t i = 4; i < MANY; i++) bytes[i] = runs[r][(i - 4) % n];
    SheetFile f;
    if (parse((Str){bytes, MANY}, &f) == ERROR_OK) must_stand(&f);
    arena_reset(arena);
  }
  free(bytes);
}

static void a_match_and_its_parts(void **state) {
  (void)state;
  SheetEntry e = entry(100);
  SheetCandidate c = candidate(100, "gn:1", 35.0);
  Str parts;
  assert_int_equal(sheet_score(arena, &e, STR(""), &c, &parts), 11);
  assert_true(str_eq(parts, STR("same day +4, same place +4, killed 3 and 3-4 +3")));
}

static void what_speaks_against(void **state) {
  (void)state;
  assert_true(points(entry(100), candidate(104, "gn:1", 35.0)) < 0);              /* four days apart */
  assert_true(points(entry(100), candidate(100, "gn:2", 36.5)) < 0);              /* 167 km apart */
  assert_int_equal(points(entry(100), candidate(101, "gn:1", 35.0)), 2 + 4 + 3);  /* the next day */
  assert_int_equal(points(entry(100), candidate(100, "gn:2", 35.02)), 4 + 3 + 3); /* 2 km */
  SheetCandidate many = candidate(100, "gn:1", 35.0);
  many.killed = (LedgerRange){30, LEDGER_OPEN};
  assert_int_equal(points(entry(100), many), 4 + 4 - 2);
  SheetEntry undated = entry(100);
  undated.from = undated.to = LEDGER_NO_DAY;
  assert_true(points(undated, candidate(100, "gn:1", 35.0)) < 0);
  SheetCandidate elsewhere = candidate(100, "iso:IQ", 33.0);
  elsewhere.places[0].country = STR("IQ");
  assert_true(points(entry(100), elsewhere) < 0);
}

static void distances(void **state) {
  (void)state;
  assert_true(fabs(sheet_distance(35.95, 39.01, 33.51, 36.29) - 368) < 5); /* Raqqa to Damascus */
  assert_true(sheet_distance(1, 2, 1, 2) < 0.001);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(separators_quotes_lines),
      cmocka_unit_test(quotes),
      cmocka_unit_test(many_cells),
      cmocka_unit_test(hostile_bytes),
      cmocka_unit_test(hostile_runs),
      cmocka_unit_test(a_match_and_its_parts),
      cmocka_unit_test(what_speaks_against),
      cmocka_unit_test(distances),
  };
  return cmocka_run_group_tests(tests, setup, arena_teardown);
}
