/* What reports that runs of their own bring say against each other: it is found whichever comes first, and goes with
 * the telling that it was told of. */
#include "ledger_reports.h"

static uint32_t findings(Fixture *f, const char *kind) {
  LedgerFilter filter = LEDGER_FILTER;
  filter.type = str_of(kind);
  return ask(f, "findings", &filter, LEDGER_CELLS, NULL);
}

/* «قتل جندي» became «قتل جنديان»: one soldier, then two, under one address. */
static void an_edit_of_a_number_is_a_finding(void **state) {
  Fixture *f = *state;
  Report pages[2] = {REPORTS[6], REPORTS[6]};
  pages[1].text = "قتل جنديان في هجوم مسلح شرقي الرقة اليوم الاثنين، وفق مصدر عسكري.";
  ingest(f, pages, NULL, 2, 0, 0);
  assert_int_equal(findings(f, "changed"), 1);
  forget(f);
  pages[1].text = "قتل جندي في هجوم مسلح شرقي الرقة اليوم الاثنين، بحسب مصدر عسكري رفيع.";
  ingest(f, pages, NULL, 2, 0, 0);
  assert_int_equal(findings(f, "changed"), 0);
}

/* Two totals, and two courses, each told by a report of its own: another run may bring either, before or after the
 * other, and an edit of one takes the finding away. */
static void what_contradicts_another_run_is_a_finding(void **state) {
  static const Report told[] = {
      {"t1", "وكالة الساحل", "2018-03-01", "https://sahel.example/news/81",
       "نفذت القوات العراقية 112 عملية في محافظة الأنبار خلال شهر آذار 2017."},
      {"t2", "أنباء الجزيرة", "2018-03-02", NULL,
       "نفذت القوات العراقية 57 عملية في محافظة الأنبار خلال شهر آذار 2017، بحسب الوزارة."},
      {"t3", "صوت الشمال", "2018-03-03", NULL, "ارتفعت هجمات حركة الشباب في محافظة ديالى خلال عام 2017، بحسب باحثين."},
      {"t4", "وكالة الساحل", "2018-03-04", NULL, "تراجعت هجمات حركة الشباب في محافظة ديالى خلال عام 2017، وفق تقرير."},
  };
  static const uint32_t orders[][4] = {{0, 1, 2, 3}, {3, 1, 2, 0}, {2, 0, 3, 1}};
  Fixture *f = *state;
  for (size_t k = 0; k < sizeof orders / sizeof *orders; k++) {
    forget(f);
    for (uint32_t i = 0; i < 4; i++) ingest(f, told, &orders[k][i], 1, 0, 0);
    assert_int_equal(findings(f, "tally"), 1);
    assert_int_equal(findings(f, "trend"), 1);
  }
  Report edited = told[0];
  edited.published = "2018-03-05";
  edited.text = "نفذت القوات العراقية 57 عملية في محافظة الأنبار خلال شهر آذار 2017.";
  ingest(f, &edited, NULL, 1, 0, 0);
  assert_int_equal(findings(f, "tally"), 0);
  assert_int_equal(findings(f, "trend"), 1);
}

/* A tally and two acts that are more. Acts of another type than the tally's tell no number that would add up to its
 * own.
 */
static const Report SHORT[] = {
    {"s1", "صوت البلد", "2021-03-11", "https://balad.example/news/12",
     "قتلت قوات دنب الخاصة الصومالية ستة من مسلحي حركة الشباب في عملية قرب بلدة عوطيغلي بإقليم شبيلي السفلى، "
     "الأربعاء "
     "10 مارس 2021."},
    {"s2", "بلادنا اليوم", "2021-03-26", NULL,
     "أعلن ضابط صومالي أن قوات دنب الخاصة قتلت تسعة من مسلحي حركة الشباب في كمين قرب بلدة جنالي بإقليم شبيلي السفلى، "
     "الخميس 25 مارس 2021."},
    {"s3", "وكالة الساحل", "2021-04-04", NULL,
     "قالت قيادة الجيش إن قوات دنب الخاصة قتلت 11 من مسلحي حركة الشباب في إقليم شبيلي السفلى خلال شهر مارس 2021."},
    {"s4", "أنباء الجزيرة", "2021-03-19", NULL,
     "انسحبت قوات دنب الخاصة الصومالية من بلدة مركة بإقليم شبيلي السفلى الخميس 18 مارس 2021."},
};

/* Each brought by a run of its own. */
static void a_tally_below_what_other_runs_brought_is_a_finding(void **state) {
  static const uint32_t orders[][4] = {{0, 1, 2, 3}, {2, 3, 0, 1}, {1, 2, 3, 0}};
  Fixture *f = *state;
  for (size_t k = 0; k < sizeof orders / sizeof *orders; k++) {
    forget(f);
    for (uint32_t i = 0; i < 4; i++) {
      ingest(f, SHORT, &orders[k][i], 1, 0, 0);
      if (i == 0) assert_int_equal(findings(f, "shortfall"), 0);
    }
    assert_int_equal(findings(f, "shortfall"), 1);
  }
  Report edited = SHORT[0];
  edited.published = "2021-03-12";
  edited.text = "نفت قوات دنب الخاصة الصومالية أنها خاضت اشتباكات قرب بلدة عوطيغلي بإقليم شبيلي السفلى.";
  ingest(f, &edited, NULL, 1, 0, 0);
  assert_int_equal(findings(f, "shortfall"), 0);
}

typedef struct Other {
  sqlite3 *sqlite;
  bool ended;
} Other;

/* The other program ends its batch. */
static bool end_other(void *context, uint32_t seconds) {
  (void)seconds;
  Other *other = context;
  other->ended = sqlite3_exec(other->sqlite, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
  return other->ended;
}

/* One program comes to its end while another is in a batch: what this brings is looked at by the one or the other. */
static void what_another_program_brings_meanwhile_is_looked_at(void **state) {
  Fixture *f = *state;
  Other other = {0};
  LedgerOptions options = {.mode = LEDGER_WRITE, .waiting = end_other, .context = &other};
  IngestOptions how = {.engine = f->engine, .threads = 1};
  Ledger *ledger = NULL;
  Ingest *g = NULL;
  LedgerCounts counts;
  ErrorInfo info = {0};
  ingest(f, SHORT, NULL, 3, 0, 0);
  ingest(f, &REPORTS[3], NULL, 1, 0, 0);
  assert_int_equal(ledger_open(f->path, &options, &ledger, &info), ERROR_OK);
  assert_int_equal(sqlite3_open(f->path, &other.sqlite), SQLITE_OK);
  assert_int_equal(sqlite3_exec(other.sqlite,
                                "DELETE FROM finding WHERE kind = 'shortfall';"
                                "INSERT INTO touched SELECT id FROM document WHERE given = 'a2';"
                                "BEGIN IMMEDIATE;"
                                "INSERT INTO touched SELECT id FROM document WHERE given = 's3'",
                                NULL, NULL, NULL),
                   SQLITE_OK);
  assert_int_equal(ingest_begin(ledger, &how, &g, &info), ERROR_OK);
  assert_int_equal(ingest_end(g, &counts, &info), ERROR_OK);
  assert_true(other.ended);
  sqlite3_close(other.sqlite);
  ledger_close(ledger);
  assert_int_equal(findings(f, "shortfall"), 1);
}

/* One text, told as news again a month later, and the twin that comes the day after. */
static void old_news_told_as_new_is_a_finding(void **state) {
  Fixture *f = *state;
  Report twice[2] = {REPORTS[0], REPORTS[0]};
  twice[1].outlet = "صوت الشمال";
  twice[1].published = "2024-06-05";
  ingest(f, twice, NULL, 2, 0, 0);
  assert_int_equal(findings(f, "recycled"), 1);
  forget(f);
  twice[1].published = "2024-05-03";
  ingest(f, twice, NULL, 2, 0, 0);
  assert_int_equal(findings(f, "recycled"), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(an_edit_of_a_number_is_a_finding),
      TEST(what_contradicts_another_run_is_a_finding),
      TEST(a_tally_below_what_other_runs_brought_is_a_finding),
      TEST(what_another_program_brings_meanwhile_is_looked_at),
      TEST(old_news_told_as_new_is_a_finding),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
