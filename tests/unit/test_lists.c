/* Lists cut short: whether rows are tried one by one or a set of all that fit is made first, a list with a limit is
 * the beginning of the whole. On reports made here, most of them about one town. And what SQLite means to do for them:
 * rows of records are long, so that a list of the first hundred reads indexes, and the rows that it shows. */
#include "ledger_setup.h"

/* behind what asks for all of the library */
#include "ledger/query/query.h"
#include "ledger/store/store.h"

enum { REPORTS = 1500, SELDOM = 300 };

/* Every SELDOMth is about an arrest in Aleppo: one of them is the newest, the others are the oldest of all. */
static Document report(Arena *arena, uint32_t i) {
  bool seldom = i % SELDOM == 0;
  uint32_t day = i / 20 % 28 + 1, month = i / 28 % 12 + 1, year = seldom ? 2012 : 2020;
  if (i == 0) year = 2021;
  Str text = seldom ? arena_printf(arena, "اعتقلت الشرطة %u أشخاص في مدينة حلب السورية.", i / SELDOM + 3)
                    : arena_printf(arena, "قتل %u مدنيين في قصف مدفعي على مدينة الموصل العراقية.", i + 3);
  return (Document){.id = arena_printf(arena, "r%u", i),
                    .outlet = seldom ? STR("صوت الشمال") : STR("وكالة الساحل"),
                    .published = arena_printf(arena, "%u-%02u-%02u", year, month, day),
                    .url = STR(""),
                    .title = STR(""),
                    .text = text,
                    .file = STR("")};
}

static void fill(LedgerSetup *f, Ingest *into) {
  ErrorInfo info;
  for (uint32_t i = 0; i < REPORTS; i++) {
    Document d = report(&f->arena, i);
    assert_int_equal(ingest_add(into, &d, &info), ERROR_OK);
  }
}

static int setup(void **state) {
  static LedgerSetup f;
  *state = &f;
  assert_int_equal(ledger_begin(&f, "test_lists", fill), REPORTS);
  return 0;
}

static int teardown(void **state) {
  ledger_end(*state);
  return 0;
}

typedef struct Keys {
  Str at[REPORTS + 1];
  uint32_t n;
  Arena *arena;
} Keys;

static bool add_key(void *context, const Str *cells, uint32_t n) {
  Keys *keys = context;
  assert_true(n > 0 && keys->n < REPORTS + 1);
  keys->at[keys->n++] = arena_str(keys->arena, cells[0]);
  return true;
}

static void ask(LedgerSetup *f, const char *list, const LedgerFilter *filter, Keys *out) {
  ErrorInfo info;
  *out = (Keys){.arena = &f->arena};
  assert_int_equal(ledger_list(f->ledger, ledger_list_of(str_of(list)), filter, LEDGER_CELLS, add_key, out, &info),
                   ERROR_OK);
}

static void limited_begins_the_whole(LedgerSetup *f, const char *list, LedgerFilter filter) {
  static const int64_t limits[] = {1, 3, 5, 100, 2 * REPORTS};
  static Keys all, some;
  filter.limit = 0;
  ask(f, list, &filter, &all);
  assert_true(all.n > 0);
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
    filter.limit = limits[i];
    ask(f, list, &filter, &some);
    assert_int_equal(some.n, all.n < filter.limit ? all.n : filter.limit);
    for (uint32_t k = 0; k < some.n; k++) assert_true(str_eq(some.at[k], all.at[k]));
  }
}

static void a_limited_list_begins_the_whole(void **state) {
  LedgerSetup *f = *state;
  static const char *const lists[] = {"incidents", "records", "documents"};
  static const char *const places[] = {"IQ", "SY"};
  static const char *const types[] = {"shelling", "arrest"};
  static const char *const outlets[] = {"وكالة الساحل", "صوت الشمال"};
  static const char *const words[] = {"قصف", "اعتقل"};
  for (uint32_t l = 0; l < 3; l++) {
    for (uint32_t i = 0; i < 2; i++) { /* what most have, and what is seldom */
      LedgerFilter filter = LEDGER_FILTER;
      filter.engine = f->engine;
      filter.place = str_of(places[i]);
      limited_begins_the_whole(f, lists[l], filter);
      filter.place = STR_NONE;
      filter.type = str_of(types[i]);
      limited_begins_the_whole(f, lists[l], filter);
      filter.type = STR_NONE;
      filter.source = str_of(outlets[i]);
      limited_begins_the_whole(f, lists[l], filter);
      filter.source = STR_NONE;
      filter.text = str_of(words[i]);
      limited_begins_the_whole(f, lists[l], filter);
      filter.place = str_of(places[i]); /* and two together */
      limited_begins_the_whole(f, lists[l], filter);
    }
  }
}

static void incidents_without_a_day_come_by_their_ids(void **state) {
  LedgerSetup *f = *state;
  LedgerFilter filter = LEDGER_FILTER;
  filter.undated = true;
  limited_begins_the_whole(f, "incidents", filter);
}

/* What is asked for by an id is found without the coder, and the same. */
static void ids_are_no_words(void **state) {
  LedgerSetup *f = *state;
  static const char *const words[] = {"العراق", "Aleppo", "QQ"};
  static Keys without, with;
  sqlite3_stmt *s = db_query(&f->ledger->db, "SELECT id FROM place ORDER BY id LIMIT 1", "");
  assert_true(db_row(&f->ledger->db, s));
  const Str ids[] = {STR("SY/Aleppo"), db_keep(&f->arena, s, 0)};
  db_done(s);
  for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
    LedgerFilter filter = LEDGER_FILTER;
    filter.place = ids[i];
    assert_false(ledger_filter_has_words(f->ledger, &filter));
    ask(f, "records", &filter, &without);
    filter.engine = f->engine;
    ask(f, "records", &filter, &with);
    assert_true(with.n > 0);
    assert_int_equal(without.n, with.n);
    filter.text = STR("قصف");
    assert_true(ledger_filter_has_words(f->ledger, &filter));
  }
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    LedgerFilter filter = LEDGER_FILTER;
    filter.place = str_of(words[i]);
    assert_true(ledger_filter_has_words(f->ledger, &filter));
  }
  LedgerFilter filter = LEDGER_FILTER;
  assert_false(ledger_filter_has_words(f->ledger, &filter));
  filter.actor = STR("الشرطة");
  assert_true(ledger_filter_has_words(f->ledger, &filter));
  filter.actor = STR("nobody-by-this-id");
  assert_true(ledger_filter_has_words(f->ledger, &filter));
}

/* ---- plans ---- */

enum { STATEMENTS = 16 };

typedef struct Asked {
  char *sql[STATEMENTS]; /* as SQLite was given it */
  uint32_t n;
} Asked;

static int note_statement(unsigned what, void *context, void *statement, void *sql) {
  Asked *asked = context;
  (void)statement;
  if (what == SQLITE_TRACE_STMT && strncmp(sql, "SELECT ", 7) == 0 && strstr(sql, " ORDER BY ") &&
      asked->n < STATEMENTS)
    asked->sql[asked->n++] = strdup(sql);
  return 0;
}

/* What SQLite means to do, line by line. */
static Str explain(LedgerSetup *f, Str sql) {
  Str plan = STR("");
  sqlite3_stmt *s = db_prepare(&f->ledger->db, arena_printf(&f->arena, "EXPLAIN QUERY PLAN %.*s", STR_ARG(sql)));
  while (sqlite3_step(s) == SQLITE_ROW)
    plan = arena_printf(&f->arena, "%.*s%s\n", STR_ARG(plan), (const char *)sqlite3_column_text(s, 3));
  sqlite3_finalize(s);
  return plan;
}

/* The plan of the query that a list with this filter begins with.
 * `limit`: 0 for all that fit, found as a set, else row by row, where that is a way. */
static Str plan_of(LedgerSetup *f, const char *list, LedgerFilter filter, int64_t limit) {
  static Keys keys;
  Asked asked = {0};
  filter.engine = f->engine;
  filter.limit = limit;
  sqlite3_trace_v2(f->ledger->db.sqlite, SQLITE_TRACE_STMT, note_statement, &asked);
  ask(f, list, &filter, &keys);
  sqlite3_trace_v2(f->ledger->db.sqlite, 0, NULL, NULL);
  assert_true(asked.n > 0);
  Str plan = explain(f, str_of(asked.sql[0]));
  for (uint32_t i = 0; i < asked.n; i++) free(asked.sql[i]);
  return plan;
}

static bool has(Str plan, const char *part) { return memmem(plan.p, plan.n, part, strlen(part)) != NULL; }

static void assert_plan(Str plan, const char *part) {
  if (!has(plan, part)) fail_msg("the plan does not \"%s\":\n%.*s", part, STR_ARG(plan));
}

/* Goes through no large table row by row, unless in the order of an index. */
static void assert_no_scan(Str plan) {
  static const char *const scans[] = {"SCAN r\n", "SCAN t\n", "SCAN x\n", "SCAN record\n",
                                      "SCAN i\n", "SCAN d\n", "SCAN o\n"};
  for (size_t i = 0; i < sizeof scans / sizeof *scans; i++)
    if (has(plan, scans[i])) fail_msg("the plan has a %s:\n%.*s", scans[i], STR_ARG(plan));
}

enum { NASKED = 6 };

static LedgerFilter asked_for(uint32_t i) {
  LedgerFilter f = LEDGER_FILTER;
  if (i == 0) f.place = STR("IQ");
  if (i == 1) f.type = STR("shelling");
  if (i == 2) f.source = STR("وكالة الساحل");
  if (i == 3) f.text = STR("قصف");
  if (i == 4) f.actor = STR("الشرطة");
  if (i == 5) f.min_killed = 2;
  return f;
}

static void lists_read_no_table_whole(void **state) {
  LedgerSetup *f = *state;
  static const char *const lists[] = {"incidents", "records", "documents", "tallies", "figures", "trends"};
  for (size_t l = 0; l < sizeof lists / sizeof *lists; l++)
    for (uint32_t i = 0; i < NASKED; i++)
      for (int64_t limit = 0; limit <= 100; limit += 100) assert_no_scan(plan_of(f, lists[l], asked_for(i), limit));
}

/* Row by row, until there are enough: whether an incident's or a document's records fit is told by indexes. */
static void rows_are_tried_by_indexes(void **state) {
  LedgerSetup *f = *state;
  for (uint32_t i = 0; i < NASKED; i++) {
    LedgerFilter asked = asked_for(i);
    if (asked.type.n || asked.min_killed) continue; /* an incident has these itself */
    assert_plan(plan_of(f, "incidents", asked, 1), "SEARCH r USING COVERING INDEX record_incident (incident=?)\n");
  }
  for (uint32_t i = 0; i < NASKED; i++) {
    LedgerFilter asked = asked_for(i);
    if (asked.source.n || asked.text.n) continue; /* and a document these */
    Str plan = plan_of(f, "documents", asked, 1);
    assert_plan(plan, "SEARCH r USING INDEX record_shown (document=?)\n");
    assert_plan(plan, "SCAN CONSTANT ROW\n"); /* asked last: whether it is the current version */
  }
  assert_plan(plan_of(f, "incidents", asked_for(2), 1), "SEARCH t USING INDEX record_told (id=?)\n");
  assert_plan(plan_of(f, "incidents", asked_for(3), 1), "SEARCH t USING INDEX record_told (id=?)\n");
  assert_plan(plan_of(f, "records", asked_for(3), 1), "SEARCH t USING INDEX record_told (id=?)\n");
}

/* Of tallies, figures and trends that none was rejected is asked last, and of an index. */
static void kinds_are_tried_by_indexes(void **state) {
  LedgerSetup *f = *state;
  static const char *const lists[] = {"tallies", "figures", "trends"};
  for (size_t l = 0; l < sizeof lists / sizeof *lists; l++) {
    Str plan = plan_of(f, lists[l], asked_for(0), 1);
    assert_plan(plan, "SEARCH record_place USING PRIMARY KEY (record=?)\nCORRELATED");
    assert_plan(plan, "SEARCH t USING INDEX record_told (id=?)\n");
  }
}

/* All that fit: of a document's records its indexes tell what they are. */
static void sets_are_found_by_indexes(void **state) {
  LedgerSetup *f = *state;
  assert_plan(plan_of(f, "documents", asked_for(0), 0), "SEARCH r USING INDEX record_told (id=?)\n");
  assert_plan(plan_of(f, "documents", asked_for(4), 0), "SEARCH r USING INDEX record_told (id=?)\n");
  assert_plan(plan_of(f, "documents", asked_for(5), 0), "SCAN r USING INDEX record_shown\n");
  assert_plan(plan_of(f, "records", asked_for(3), 0), "SEARCH x USING INDEX record_shown (document=?)\n");
}

/* It stands behind the text. */
static void a_voice_is_read_without_its_text(void **state) {
  LedgerSetup *f = *state;
  const char index[] = "SEARCH t USING COVERING INDEX text_of_voice (id=?)\n";
  assert_plan(plan_of(f, "documents", LEDGER_FILTER, 1), index);
  Str incidents = arena_printf(&f->arena, "SELECT %s FROM incident i", list_json(ledger_list_of(STR("incidents"))));
  assert_plan(explain(f, incidents), index);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_limited_list_begins_the_whole),
      cmocka_unit_test(incidents_without_a_day_come_by_their_ids),
      cmocka_unit_test(ids_are_no_words),
      cmocka_unit_test(lists_read_no_table_whole),
      cmocka_unit_test(rows_are_tried_by_indexes),
      cmocka_unit_test(kinds_are_tried_by_indexes),
      cmocka_unit_test(sets_are_found_by_indexes),
      cmocka_unit_test(a_voice_is_read_without_its_text),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
