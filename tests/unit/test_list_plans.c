/* What SQLite means to do for lists: rows of records are long, so that a list of the first hundred reads indexes, and
 * the rows that it shows. */
#include "ledger_lists.h"

#include "ledger/list/list_source.h"

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
      cmocka_unit_test(lists_read_no_table_whole),        cmocka_unit_test(rows_are_tried_by_indexes),
      cmocka_unit_test(kinds_are_tried_by_indexes),       cmocka_unit_test(sets_are_found_by_indexes),
      cmocka_unit_test(a_voice_is_read_without_its_text),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
