/* The cube against the lists: whatever is asked, what it chooses in memory is what the list gives
 * by SQL. On a ledger of the samples. */
#include "ledger_setup.h"

#include <sqlite3.h>

#include "ledger/list/browse.h"
#include "read/reader.h"
#include "record/writer.h"

typedef struct Fixture {
  LedgerSetup of;
  Cube *cube;
} Fixture;

static void fill(LedgerSetup *of, Ingest *into) {
  const char *paths[] = {"samples"};
  ReaderOptions options = {.paths = paths, .npaths = 1};
  Reader *reader = reader_new(&of->arena, &options);
  Document d;
  ErrorInfo info;
  for (ReaderStep step; (step = reader_next(reader, &d, &info)) != READER_END;)
    if (step == READER_DOCUMENT) assert_int_equal(ingest_add(into, &d, &info), ERROR_OK);
  reader_close(reader);
}

static int setup(void **state) {
  static Fixture f;
  ErrorInfo info;
  *state = &f;
  assert_true(ledger_begin(&f.of, "test_cube", fill) > 5);
  assert_int_equal(cube_load(f.of.ledger, NULL, NULL, &f.cube, &info), ERROR_OK);
  return 0;
}

static int teardown(void **state) {
  Fixture *f = *state;
  cube_free(f->cube);
  ledger_end(&f->of);
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
  assert_int_equal(ledger_list(f->of.ledger, ledger_list_of(str_of(list)), filter, LEDGER_CELLS, count_row, &n, &info),
                   ERROR_OK);
  return n;
}

static const double BOX[] = {38, 32, 43, 36};

/* One filter at a time, then each with each. */
static LedgerFilter filter_at(const Fixture *f, uint32_t i) {
  LedgerFilter out = LEDGER_FILTER;
  out.engine = f->of.engine;
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
      assert_int_equal(cube_choose(f->cube, f->of.ledger, &f->of.arena, &filter, &chosen, &info), ERROR_OK);
      if (chosen.n != listed(f, "incidents", &filter)) fail_msg("incidents of filters %u and %u differ", a, b);
      some += chosen.n > 0 && chosen.n < f->cube->n;
      if (filter.box) continue;
      assert_int_equal(cube_records(f->cube, f->of.ledger, &f->of.arena, &filter, STR(""), &rows, &info), ERROR_OK);
      if (rows.n != listed(f, "records", &filter)) fail_msg("records of filters %u and %u differ", a, b);
      assert_int_equal(cube_records(f->cube, f->of.ledger, &f->of.arena, &filter, STR("tally"), &rows, &info),
                       ERROR_OK);
      if (rows.n != listed(f, "tallies", &filter)) fail_msg("tallies of filters %u and %u differ", a, b);
    }
  assert_true(some > 40);
}

static void counts(void **state) {
  Fixture *f = *state;
  CubeChosen chosen;
  ErrorInfo info;
  LedgerFilter all = LEDGER_FILTER;
  assert_int_equal(cube_choose(f->cube, f->of.ledger, &f->of.arena, &all, &chosen, &info), ERROR_OK);
  CubeSums sums = cube_sums(&chosen, &f->of.arena);
  uint64_t n = 0;
  CubeCounts types = cube_count_types(&chosen, &f->of.arena);
  for (uint32_t i = 0; i < types.n; i++) {
    n += types.at[i].n;
    assert_true(i == 0 || types.at[i].n <= types.at[i - 1].n);
  }
  assert_int_equal(n, chosen.n);
  assert_int_equal(sums.status[CUBE_MACHINE], chosen.n);
  for (CubeBin by = CUBE_BIN_AUTO; by <= CUBE_BIN_YEAR; by++) {
    CubeBin bin = by;
    uint32_t bars = 0, sum = 0;
    CubeBar *bar = cube_bars(&chosen, &f->of.arena, &bin, &bars);
    for (uint32_t i = 0; i < bars; i++) {
      sum += bar[i].n;
      assert_true(bar[i].from <= bar[i].to && (i == 0 || bar[i].from > bar[i - 1].to));
    }
    assert_int_equal(sum + sums.undated, chosen.n);
  }
}

/* Every figure is a point of one series, and these stand in order of time. */
static void series(void **state) {
  Fixture *f = *state;
  CubeGroups groups;
  CubeRows rows;
  ErrorInfo info;
  LedgerFilter all = LEDGER_FILTER;
  uint32_t n = 0;
  assert_int_equal(cube_records(f->cube, f->of.ledger, &f->of.arena, &all, STR("figure"), &rows, &info), ERROR_OK);
  assert_int_equal(cube_series(f->cube, f->of.ledger, &f->of.arena, &all, &groups, &info), ERROR_OK);
  assert_true(rows.n > 3 && groups.n > 1);
  for (uint32_t i = 0; i < groups.n; i++) {
    assert_int_equal(groups.at[i].at, n);
    n += groups.at[i].n;
    for (uint32_t k = groups.at[i].at; k < n; k++) {
      assert_int_equal(f->cube->record[groups.rows[k]].series, groups.at[i].series);
      assert_true(k == groups.at[i].at || f->cube->days_of[groups.rows[k]].from == CUBE_NO_DAY ||
                  f->cube->days_of[groups.rows[k - 1]].from <= f->cube->days_of[groups.rows[k]].from ||
                  f->cube->days_of[groups.rows[k - 1]].from == CUBE_NO_DAY);
    }
  }
  assert_int_equal(n, rows.n);
}

static void order(void **state) {
  Fixture *f = *state;
  for (CubeSort by = CUBE_BY_TIME; by < CUBE_SORTS; by++)
    for (int down = 0; down < 2; down++) {
      CubeChosen chosen;
      ErrorInfo info;
      LedgerFilter all = LEDGER_FILTER;
      assert_int_equal(cube_choose(f->cube, f->of.ledger, &f->of.arena, &all, &chosen, &info), ERROR_OK);
      cube_sort(&chosen, &f->of.arena, by, down);
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

/* ---- after decisions ---- */

typedef struct Said {
  Str *at;
  uint32_t n;
} Said;

static int by_words(const void *a, const void *b) { return str_cmp(*(const Str *)a, *(const Str *)b); }

/* Joined in an order that does not hang on numbers of one cube. */
static Str joined(Arena *arena, Said said) {
  Buffer buffer = {.arena = arena};
  Writer w = writer_to_buffer(&buffer);
  if (said.n) qsort(said.at, said.n, sizeof *said.at, by_words);
  for (uint32_t i = 0; i < said.n; i++) {
    writer_put(&w, said.at[i]);
    writer_byte(&w, ';');
  }
  return said.n ? buffer_str(&buffer) : STR("");
}

static Str value_of(const Cube *c, Arena *arena, uint32_t kind, uint32_t v) {
  const CubeNames *names[] = {&c->actors, &c->actors, &c->origins, &c->outlets};
  if (kind <= CUBE_OUTLETS)
    return arena_printf(arena, "%.*s/%.*s", STR_ARG(names[kind]->at[v].id), STR_ARG(names[kind]->at[v].name));
  if (kind == CUBE_AREAS)
    return arena_printf(arena, "%.*s %.*s", STR_ARG(c->areas.at[v].id), STR_ARG(c->areas.at[v].country));
  if (kind == CUBE_DOCS) return arena_printf(arena, "%lld", (long long)c->docs[v].row);
  return arena_printf(arena, "%u", v);
}

static Str incident_words(const Cube *c, Arena *arena, uint32_t at) {
  const CubeIncident *i = &c->at[at];
  const CubePlace *p = i->place == CUBE_NONE ? NULL : &c->places.at[i->place];
  Said said = {.at = ARENA_ARRAY(arena, Str, CUBE_KINDS)};
  Str head = arena_printf(arena, "%016llx %lld %d %d %d-%d %d-%d %.*s %.*s %u %u %u %u %d latest %d",
                          (unsigned long long)i->id, (long long)i->row, i->day_from, i->day_to, i->killed.min,
                          i->killed.max, i->injured.min, i->injured.max, STR_ARG(c->types.at[i->type].id),
                          STR_ARG(p ? p->name : STR("nowhere")), i->records, i->documents, i->outlets, i->voices,
                          (int)i->status, c->latest[at]);
  for (uint32_t k = 0; k < CUBE_KINDS; k++) {
    Said list = {.at = ARENA_ARRAY(arena, Str, i->has[k].n + 1)};
    for (uint32_t v = 0; v < i->has[k].n; v++) list.at[list.n++] = value_of(c, arena, k, c->lists[k][i->has[k].at + v]);
    said.at[said.n++] = arena_printf(arena, "%u:%.*s", k, STR_ARG(joined(arena, list)));
  }
  return arena_printf(arena, "%.*s %.*s", STR_ARG(head), STR_ARG(joined(arena, said)));
}

static Str record_words(const Cube *c, Arena *arena, uint32_t r) {
  const CubeRecord *record = &c->record[r];
  if (c->doc_of[r] == CUBE_NONE) return STR("hidden");
  uint64_t incident = c->incident_of[r] == CUBE_NONE ? 0 : c->at[c->incident_of[r]].id;
  Str place = record->place == CUBE_NONE ? STR("") : c->record_places.at[record->place].name;
  const CubeSeries none = {STR(""), STR(""), STR(""), STR("")};
  const CubeSeries *series = record->series == CUBE_NONE ? &none : &c->series.at[record->series];
  return arena_printf(arena, "%u %016llx %lld %d %d %.*s %.*s %.*s %d %d %d %.*s/%.*s/%.*s/%.*s", r,
                      (unsigned long long)incident, (long long)c->docs[c->doc_of[r]].row, c->days_of[r].from,
                      c->days_of[r].to, STR_ARG(c->record_kinds.at[record->kind].id),
                      STR_ARG(c->record_types.at[record->type].id), STR_ARG(place), record->killed, record->count,
                      (int)record->status, STR_ARG(series->type), STR_ARG(series->place), STR_ARG(series->holders),
                      STR_ARG(series->unit));
}

static Str pair_words(const Cube *c, Arena *arena) {
  Said said = {.at = ARENA_ARRAY(arena, Str, c->nactors_of + c->nareas_of + 1)};
  for (uint32_t i = 0; i < c->nactors_of; i++)
    said.at[said.n++] =
        arena_printf(arena, "%u %.*s", c->actor_of[i].record, STR_ARG(c->actors.at[c->actor_of[i].value].id));
  for (uint32_t i = 0; i < c->nareas_of; i++)
    said.at[said.n++] =
        arena_printf(arena, "%u %.*s %.*s", c->area_of[i].record, STR_ARG(c->areas.at[c->area_of[i].value].id),
                     STR_ARG(c->areas.at[c->area_of[i].value].admin1));
  return joined(arena, said);
}

static void assert_same(Arena *arena, const Cube *a, const Cube *b) {
  assert_int_equal(a->n, b->n);
  assert_int_equal(a->nrecords, b->nrecords);
  assert_int_equal(a->shown, b->shown);
  assert_int_equal(a->state.decision, b->state.decision);
  for (uint32_t i = 0; i < a->n; i++) assert_string_equal(incident_words(a, arena, i).p, incident_words(b, arena, i).p);
  for (uint32_t r = 0; r < a->nrecords; r++)
    assert_string_equal(record_words(a, arena, r).p, record_words(b, arena, r).p);
  assert_string_equal(pair_words(a, arena).p, pair_words(b, arena).p);
}

static Str id_at(Fixture *f, const char *sql) {
  sqlite3_stmt *s = NULL;
  sqlite3 *db = NULL;
  Str out = STR("");
  assert_int_equal(sqlite3_open(f->of.path, &db), SQLITE_OK);
  assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
  if (sqlite3_step(s) == SQLITE_ROW) out = arena_str(&f->of.arena, str_of((const char *)sqlite3_column_text(s, 0)));
  sqlite3_finalize(s);
  sqlite3_close(db);
  assert_true(out.n > 0);
  return out;
}

/* What is led over from the cube before is what reading it all again gives, decision for decision. */
static void renewed_as_read(void **state) {
  static const char MANY[] = "SELECT id FROM incident ORDER BY documents DESC, id LIMIT 1";
  static const struct {
    LedgerVerb verb;
    const char *first, *second, *field, *value;
  } steps[] = {
      {LEDGER_SPLIT,
       "SELECT max(key) FROM record WHERE incident = (SELECT id FROM incident ORDER BY documents DESC, id LIMIT 1)",
       NULL, "", ""},
      {LEDGER_ACCEPT, MANY, NULL, "", ""},
      {LEDGER_CORRECT, MANY, NULL, "killed", "7-9"},
      {LEDGER_CORRECT, MANY, NULL, "time", "2019-02-03"},
      {LEDGER_CORRECT, MANY, NULL, "type", "clash"},
      {LEDGER_MERGE, "SELECT min(id) FROM incident", "SELECT max(id) FROM incident", "", ""},
      {LEDGER_REJECT, "SELECT max(id) FROM incident WHERE documents = 1", NULL, "", ""},
      {LEDGER_REJECT, "SELECT key FROM record WHERE kind = 'tally' AND current = 1", NULL, "", ""},
      {LEDGER_CORRECT, "SELECT key FROM record WHERE kind = 'figure' AND type <> 'fighters' AND current = 1", NULL,
       "type", "fighters"},
      {LEDGER_NOTE, MANY, NULL, "", ""},
      {LEDGER_UNDO, "SELECT 7", NULL, "", ""},
      {LEDGER_UNDO, "SELECT 1", NULL, "", ""},
      {LEDGER_UNDO, "SELECT 4", NULL, "", ""},
  };
  Fixture *f = *state;
  Cube *was = f->cube;
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
    Str targets[2] = {id_at(f, steps[i].first), steps[i].second ? id_at(f, steps[i].second) : STR("")};
    LedgerDecision d = {.verb = steps[i].verb,
                        .targets = targets,
                        .ntargets = steps[i].second ? 2 : 1,
                        .by = STR("t"),
                        .at = STR("2024-07-17T09:30:00Z"),
                        .why = STR(""),
                        .field = str_of(steps[i].field),
                        .value = str_of(steps[i].value)};
    Cube *now = NULL, *read = NULL;
    int64_t id = 0;
    ErrorInfo info = {0};
    if (ledger_decide(f->of.ledger, &d, &id, &info)) fail_msg("decision %zu: %s %s", i, info.what, info.why);
    assert_int_equal(cube_renew(f->of.ledger, was, NULL, NULL, &now, &info), ERROR_OK);
    assert_int_equal(now->renewed, i + 1);
    assert_int_equal(cube_load(f->of.ledger, NULL, NULL, &read, &info), ERROR_OK);
    assert_same(&f->of.arena, now, read);
    cube_free(read);
    if (was != f->cube) cube_free(was);
    was = now;
  }
  cube_free(f->cube);
  f->cube = was;
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(as_the_lists), cmocka_unit_test(counts),
                                     cmocka_unit_test(order),        cmocka_unit_test(series),
                                     cmocka_unit_test(days),         cmocka_unit_test(renewed_as_read)};
  return cmocka_run_group_tests(tests, setup, teardown);
}
