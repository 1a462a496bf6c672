/* The cube against the lists: whatever is asked, what it chooses in memory is what the list gives
 * by SQL. On a ledger of the samples. */
#define _GNU_SOURCE
#include "cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ledger/browse.h"
#include "read/reader.h"

typedef struct Fixture {
  Engine *engine;
  Ledger *ledger;
  Cube *cube;
  Arena arena;
  char path[64];
} Fixture;

static void fill(Fixture *f) {
  const char *paths[] = {"samples"};
  ReaderOptions options = {.paths = paths, .npaths = 1};
  LedgerOptions how = {.mode = LEDGER_CREATE};
  IngestOptions with = {.engine = f->engine, .threads = 1};
  Reader *reader = reader_new(&f->arena, &options);
  Ingest *in = NULL;
  LedgerCounts counts;
  Document d;
  ErrorInfo info;
  assert_int_equal(ledger_open(f->path, &how, &f->ledger, &info), ERROR_OK);
  assert_int_equal(ingest_begin(f->ledger, &with, &in, &info), ERROR_OK);
  for (ReaderStep step; (step = reader_next(reader, &d, &info)) != READER_END;)
    if (step == READER_DOCUMENT) assert_int_equal(ingest_add(in, &d, &info), ERROR_OK);
  assert_int_equal(ingest_end(in, &counts, &info), ERROR_OK);
  reader_close(reader);
  assert_true(counts.documents > 5);
  assert_int_equal(cube_load(f->ledger, NULL, NULL, &f->cube, &info), ERROR_OK);
}

static int setup(void **state) {
  Fixture *f = calloc(1, sizeof *f);
  ErrorInfo info;
  if (!f || engine_open(NULL, &f->engine, &info)) return -1;
  arena_init(&f->arena, (size_t)1 << 30);
  snprintf(f->path, sizeof f->path, "test_cube_%ld.db", (long)getpid());
  fill(f);
  *state = f;
  return 0;
}

static int teardown(void **state) {
  Fixture *f = *state;
  cube_free(f->cube);
  ledger_close(f->ledger);
  unlink(f->path);
  engine_close(f->engine);
  arena_fini(&f->arena);
  free(f);
  return 0;
}

static bool count_row(void *context, const Str *cells, uint32_t n) {
  (void)cells, (void)n;
  ++*(uint32_t *)context;
  return true;
}

static uint32_t listed(Fixture *f, const char *list, const LedgerFilter *filter) {
  uint32_t n = 0;
  ErrorInfo info;
  assert_int_equal(ledger_list(f->ledger, ledger_list_of(str_of(list)), filter, LEDGER_CELLS, count_row, &n, &info),
                   ERROR_OK);
  return n;
}

static const double BOX[] = {38, 32, 43, 36};

/* One filter at a time, then each with each. */
static LedgerFilter filter_at(const Fixture *f, uint32_t i) {
  LedgerFilter out = LEDGER_FILTER;
  out.engine = f->engine;
  switch (i) {
    case 1: out.type = STR("arrest,clash"); break;
    case 2: out.place = STR("SY"); break;
    case 3: out.place = STR("SY/Deir ez-Zor"); break;
    case 4: out.place = STR("دير الزور"); break;
    case 5: out.actor = STR("isis"); break;
    case 6: out.actor = STR("داعش"); break;
    case 7: out.actor = STR("coalition-oir"); break;
    case 8: out.from = 19600; break;
    case 9: out.to = 19600; break;
    case 10: out.undated = true; break;
    case 11: out.min_killed = 1; break;
    case 12: out.source = STR("وكالة رافد برس"); break;
    case 13: out.text = STR("عملية"); break;
    case 14: out.status = STR("machine-coded"); break;
    case 15: out.status = STR("checked"); break;
    case 16: out.person = STR("كنعان شهاب"); break;
    case 17: out.box = BOX; break;
    default: break;
  }
  return out;
}
enum { FILTERS = 18 };

static LedgerFilter both(const Fixture *f, uint32_t a, uint32_t b) {
  LedgerFilter x = filter_at(f, a), y = filter_at(f, b);
  if (y.type.n) x.type = y.type;
  if (y.place.n) x.place = y.place;
  if (y.actor.n) x.actor = y.actor;
  if (y.from != LEDGER_NO_DAY) x.from = y.from;
  if (y.to != LEDGER_NO_DAY) x.to = y.to;
  x.undated |= y.undated;
  if (y.min_killed) x.min_killed = y.min_killed;
  if (y.source.n) x.source = y.source;
  if (y.text.n) x.text = y.text;
  if (y.status.n) x.status = y.status;
  if (y.person.n) x.person = y.person;
  if (y.box) x.box = y.box;
  return x;
}

static void as_the_lists(void **state) {
  Fixture *f = *state;
  uint32_t some = 0;
  for (uint32_t a = 0; a < FILTERS; a++)
    for (uint32_t b = a; b < FILTERS; b++) {
      LedgerFilter filter = both(f, a, b);
      CubeChosen chosen;
      CubeRows rows;
      ErrorInfo info;
      assert_int_equal(cube_choose(f->cube, f->ledger, &f->arena, &filter, &chosen, &info), ERROR_OK);
      if (chosen.n != listed(f, "incidents", &filter)) fail_msg("incidents of filters %u and %u differ", a, b);
      some += chosen.n > 0 && chosen.n < f->cube->n;
      if (filter.box) continue;
      assert_int_equal(cube_records(f->cube, f->ledger, &f->arena, &filter, STR(""), &rows, &info), ERROR_OK);
      if (rows.n != listed(f, "records", &filter)) fail_msg("records of filters %u and %u differ", a, b);
      assert_int_equal(cube_records(f->cube, f->ledger, &f->arena, &filter, STR("tally"), &rows, &info), ERROR_OK);
      if (rows.n != listed(f, "tallies", &filter)) fail_msg("tallies of filters %u and %u differ", a, b);
    }
  assert_true(some > 40);
}

static void counts(void **state) {
  Fixture *f = *state;
  CubeChosen chosen;
  ErrorInfo info;
  LedgerFilter all = LEDGER_FILTER;
  assert_int_equal(cube_choose(f->cube, f->ledger, &f->arena, &all, &chosen, &info), ERROR_OK);
  CubeSums sums = cube_sums(&chosen, &f->arena);
  uint64_t n = 0;
  CubeCounts types = cube_count_types(&chosen, &f->arena);
  for (uint32_t i = 0; i < types.n; i++) {
    n += types.at[i].n;
    assert_true(i == 0 || types.at[i].n <= types.at[i - 1].n);
  }
  assert_int_equal(n, chosen.n);
  assert_int_equal(sums.status[CUBE_MACHINE], chosen.n);
  for (CubeBin by = CUBE_BIN_AUTO; by <= CUBE_BIN_YEAR; by++) {
    CubeBin bin = by;
    uint32_t bars = 0, sum = 0;
    CubeBar *bar = cube_bars(&chosen, &f->arena, &bin, &bars);
    for (uint32_t i = 0; i < bars; i++) {
      sum += bar[i].n;
      assert_true(bar[i].from <= bar[i].to && (i == 0 || bar[i].from > bar[i - 1].to));
    }
    assert_int_equal(sum + sums.undated, chosen.n);
  }
}

static void order(void **state) {
  Fixture *f = *state;
  for (CubeSort by = CUBE_BY_TIME; by < CUBE_SORTS; by++)
    for (int down = 0; down < 2; down++) {
      CubeChosen chosen;
      ErrorInfo info;
      LedgerFilter all = LEDGER_FILTER;
      assert_int_equal(cube_choose(f->cube, f->ledger, &f->arena, &all, &chosen, &info), ERROR_OK);
      cube_sort(&chosen, &f->arena, by, down);
      assert_int_equal(chosen.n, f->cube->n);
      for (uint32_t i = 1; i < chosen.n && by == CUBE_BY_KILLED; i++) {
        int32_t x = f->cube->at[chosen.at[i - 1]].killed.min, y = f->cube->at[chosen.at[i]].killed.min;
        assert_true(y < 0 || (x >= 0 && (down ? x >= y : x <= y)));
      }
    }
}

static void days(void **state) {
  (void)state;
  assert_int_equal(cube_day(1970, 1, 1), 0);
  assert_int_equal(cube_day(2024, 2, 29), 19782);
  for (int32_t day = -800000; day < 3000000; day += 37) {
    int y, m, d;
    cube_date(day, &y, &m, &d);
    assert_int_equal(cube_day(y, m, d), day);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(as_the_lists), cmocka_unit_test(counts), cmocka_unit_test(order),
                                     cmocka_unit_test(days)};
  return cmocka_run_group_tests(tests, setup, teardown);
}
