/* A person's word above the program's: decisions, what they change, undoing them, and coding anew beneath them. */
#include "ledger_reports.h"

static int64_t decide(Fixture *f, LedgerVerb verb, const Str *targets, uint32_t n, const char *field, const char *value,
                      ErrorCode want) {
  LedgerDecision d = {.verb = verb,
                      .targets = targets,
                      .ntargets = n,
                      .by = STR("rana"),
                      .at = STR("2024-08-01T00:00:00Z"),
                      .field = str(field),
                      .value = str(value)};
  Ledger *l = open_it(f, LEDGER_WRITE);
  ErrorInfo info = {0};
  int64_t id = 0;
  ErrorCode code = ledger_decide(l, &d, &id, &info);
  if (code != want) print_error("%s: %s\n", info.what, info.why);
  assert_int_equal(code, want);
  ledger_close(l);
  return id;
}

static Str number(Fixture *f, int64_t id) { return arena_printf(&f->arena, "%lld", (long long)id); }

static Str incident_of(Fixture *f, const char *type) {
  LedgerFilter filter = LEDGER_FILTER;
  filter.type = str_of(type);
  return arena_str(&f->arena, first(f, "incidents", &filter));
}

static void splits_and_merges_hold_and_are_undone(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  uint32_t before = count(f, "incidents");
  Str shelling = incident_of(f, "shelling");
  int64_t split = decide(f, LEDGER_SPLIT, &shelling, 1, NULL, NULL, ERROR_OK);
  assert_int_equal(count(f, "incidents"), before + 1);
  Str both[2] = {shelling, incident_of(f, "attack")};
  decide(f, LEDGER_MERGE, both, 2, NULL, NULL, ERROR_OK);
  assert_int_equal(count(f, "incidents"), before);
  Str of_split = number(f, split), of_merge = number(f, split + 1);
  int64_t undo = decide(f, LEDGER_UNDO, &of_merge, 1, NULL, NULL, ERROR_OK);
  decide(f, LEDGER_UNDO, &of_split, 1, NULL, NULL, ERROR_OK);
  assert_int_equal(count(f, "incidents"), before);
  Str of_undo = number(f, undo);
  decide(f, LEDGER_UNDO, &of_undo, 1, NULL, NULL, ERROR_OK);
  /* the merge holds again: the attack is in the incident of the shelling's record */
  Ledger *l = open_it(f, LEDGER_READ);
  assert_int_equal(
      db_number(&l->db, "SELECT count(DISTINCT incident) FROM record WHERE key IN (?, ?)", "tt", both[0], both[1]), 1);
  ledger_close(l);
}

/* Two incidents of two tellings each, which have nothing in common but that somebody says so. */
static void whole_incidents_are_merged(void **state) {
  static const Report reports[] = {
      {"s1", "Sahel", "2024-05-02", NULL,
       "قتل ثلاثة مدنيين وأصيب خمسة آخرون أمس في قصف مدفعي استهدف مدينة سراقب في ريف إدلب."},
      {"s2", "Jazira", "2024-05-02", NULL,
       "قتل ثلاثة مدنيين جراء قصف مدفعي على مدينة سراقب بريف إدلب أمس، بحسب الدفاع المدني."},
      {"m1", "Sahel", "2024-09-12", NULL,
       "قتل 14 شخصاً في تفجير سيارة مفخخة وسط مدينة الموصل أمس، وفق الشرطة العراقية."},
      {"m2", "Jazira", "2024-09-12", NULL,
       "أوقع تفجير سيارة مفخخة في الموصل أمس 14 قتيلاً، بحسب مصدر في الشرطة العراقية."},
  };
  Fixture *f = *state;
  ingest(f, reports, NULL, 4, 0, 0);
  assert_int_equal(count(f, "incidents"), 2);
  Str both[2] = {incident_of(f, "shelling"), incident_of(f, "bombing")};
  decide(f, LEDGER_MERGE, both, 2, NULL, NULL, ERROR_OK);
  assert_int_equal(count(f, "incidents"), 1);
  Ledger *l = open_it(f, LEDGER_READ);
  assert_int_equal(db_number(&l->db, "SELECT documents FROM incident", ""), 4);
  ledger_close(l);
}

/* Three acts of different kinds, days and places, one because somebody says so: what is split off leaves
 * alone, and neither side falls apart for the record that held it being on the other. */
static void what_is_left_of_a_split_stays_together(void **state) {
  static const Report reports[] = {
      {"s1", "Sahel", "2024-05-02", NULL,
       "قتل ثلاثة مدنيين وأصيب خمسة آخرون أمس في قصف مدفعي استهدف مدينة سراقب في ريف إدلب."},
      {"m1", "Sahel", "2024-09-12", NULL,
       "قتل 14 شخصاً في تفجير سيارة مفخخة وسط مدينة الموصل أمس، وفق الشرطة العراقية."},
      {"k1", "Jazira", "2023-03-08", NULL, "اختطف مسلحون مجهولون أربعة مهندسين في مدينة بنغازي أمس الثلاثاء."},
  };
  Fixture *f = *state;
  ingest(f, reports, NULL, 3, 0, 0);
  assert_int_equal(count(f, "incidents"), 3);
  Str three[3] = {incident_of(f, "shelling"), incident_of(f, "bombing"), incident_of(f, "abduction")};
  decide(f, LEDGER_MERGE, three, 3, NULL, NULL, ERROR_OK);
  assert_int_equal(count(f, "incidents"), 1);
  int64_t first = decide(f, LEDGER_SPLIT, three, 1, NULL, NULL, ERROR_OK);
  assert_int_equal(count(f, "incidents"), 2);
  Str undo = number(f, first);
  decide(f, LEDGER_UNDO, &undo, 1, NULL, NULL, ERROR_OK);
  assert_int_equal(count(f, "incidents"), 1);
  decide(f, LEDGER_SPLIT, three + 1, 2, NULL, NULL, ERROR_OK);
  assert_int_equal(count(f, "incidents"), 2);
  /* what was left together may be split in its turn */
  decide(f, LEDGER_SPLIT, three + 2, 1, NULL, NULL, ERROR_OK);
  assert_int_equal(count(f, "incidents"), 3);
}

static void corrections_are_laid_over(void **state) {
  Fixture *f = *state;
  Str out;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  LedgerFilter filter = LEDGER_FILTER;
  filter.type = STR("attack");
  Str record = arena_str(&f->arena, first(f, "records", &filter));
  decide(f, LEDGER_CORRECT, &record, 1, "killed", "4-6", ERROR_OK);
  ask(f, "incidents", &filter, LEDGER_JSON, &out);
  assert_non_null(memmem(out.p, out.n, "\"killed\":[4,6]", 14));
  assert_non_null(memmem(out.p, out.n, "\"status\":\"corrected\"", 20));
  decide(f, LEDGER_CORRECT, &record, 1, "killed", "many", ERROR_USAGE);
  decide(f, LEDGER_CORRECT, &record, 1, "colour", "red", ERROR_USAGE);
  Str one = STR("1");
  decide(f, LEDGER_UNDO, &one, 1, NULL, NULL, ERROR_OK);
  ask(f, "incidents", &filter, LEDGER_JSON, &out);
  assert_non_null(memmem(out.p, out.n, "\"killed\":[1,1]", 14));
}

static void rejected_records_leave(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  uint32_t before = count(f, "incidents");
  Str attack = incident_of(f, "attack"), none = STR("ffffffffffffffff");
  decide(f, LEDGER_REJECT, &attack, 1, NULL, NULL, ERROR_OK);
  assert_int_equal(count(f, "incidents"), before - 1);
  records_of_incidents_stand(f);
  decide(f, LEDGER_ACCEPT, &none, 1, NULL, NULL, ERROR_USAGE);
  decide(f, LEDGER_UNDO, &none, 1, NULL, NULL, ERROR_USAGE);
  Str one = STR("1");
  decide(f, LEDGER_UNDO, &one, 1, NULL, NULL, ERROR_OK);
  assert_int_equal(count(f, "incidents"), before);
}

/* A name stands in the list as long as a record that is shown tells it, with that record's days. */
static void persons_follow_their_records(void **state) {
  static const Report told = {"p1", "Sahel", "2024-05-03", "https://sahel.example/p/1",
                              "قتل الصحفي سمير الراوي في غارة جوية على مدينة دوما أمس."};
  Fixture *f = *state;
  Str out;
  LedgerFilter filter = LEDGER_FILTER;
  ingest(f, &told, NULL, 1, 0, 0);
  assert_int_equal(count(f, "persons"), 1);
  ask(f, "persons", &filter, LEDGER_JSON, &out);
  assert_non_null(memmem(out.p, out.n, "\"documents\":1,\"fates\":\"killed\",\"first\":\"2024-05-02\"", 51));
  Str record = arena_str(&f->arena, first(f, "records", &filter)), one = STR("1");
  decide(f, LEDGER_CORRECT, &record, 1, "time", "2024-04-30", ERROR_OK);
  ask(f, "persons", &filter, LEDGER_JSON, &out);
  assert_non_null(memmem(out.p, out.n, "\"first\":\"2024-04-30\"", 20));
  decide(f, LEDGER_UNDO, &one, 1, NULL, NULL, ERROR_OK);
  Report edited = told;
  edited.text = "قتل صحفي في غارة جوية على مدينة دوما أمس.";
  ingest(f, &edited, NULL, 1, 0, 0);
  assert_int_equal(count(f, "persons"), 0);
}

static void a_rejected_record_names_nobody(void **state) {
  static const Report told = {"p1", "Sahel", "2024-05-03", NULL,
                              "قتل الصحفي سمير الراوي في غارة جوية على مدينة دوما أمس."};
  Fixture *f = *state;
  LedgerFilter filter = LEDGER_FILTER;
  ingest(f, &told, NULL, 1, 0, 0);
  Str record = arena_str(&f->arena, first(f, "records", &filter)), one = STR("1");
  decide(f, LEDGER_REJECT, &record, 1, NULL, NULL, ERROR_OK);
  assert_int_equal(count(f, "persons"), 0);
  decide(f, LEDGER_UNDO, &one, 1, NULL, NULL, ERROR_OK);
  assert_int_equal(count(f, "persons"), 1);
}

/* Coding again gives new rows; where the coder gives the words another id, the trigger leads. */
static void decisions_survive_recoding(void **state) {
  Fixture *f = *state;
  ErrorInfo info = {0};
  LedgerCounts counts;
  LedgerFilter reviewed = LEDGER_FILTER;
  reviewed.reviewed = true;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  Str attack = incident_of(f, "attack");
  decide(f, LEDGER_ACCEPT, &attack, 1, NULL, NULL, ERROR_OK);
  Ledger *l = open_it(f, LEDGER_WRITE);
  db_exec(&l->db, "UPDATE decision_record SET key = 'elsewhere', rid = 'elsewhere'");
  IngestOptions options = {.engine = f->engine};
  assert_int_equal(ledger_recode(l, &options, false, &counts, &info), ERROR_OK);
  assert_int_equal(counts.filled, 0);
  assert_int_equal(ledger_recode(l, &options, true, &counts, &info), ERROR_OK);
  assert_int_equal(counts.filled, NREPORTS);
  ledger_close(l);
  records_of_incidents_stand(f);
  assert_int_equal(ask(f, "incidents", &reviewed, LEDGER_CELLS, NULL), 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(splits_and_merges_hold_and_are_undone),
      TEST(whole_incidents_are_merged),
      TEST(what_is_left_of_a_split_stays_together),
      TEST(corrections_are_laid_over),
      TEST(rejected_records_leave),
      TEST(persons_follow_their_records),
      TEST(a_rejected_record_names_nobody),
      TEST(decisions_survive_recoding),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
