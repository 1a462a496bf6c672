/* The ledger as its header has it: what a second ingest changes, versions, order and batches,
 * decisions through recoding, filters, refusals. The sentences are this project's own. */
#define _GNU_SOURCE
#include "cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ledger/document/loaded.h"
#include "ledger/file/db.h"
#include "ledger/file/schema.h"
#include "ledger/ledger.h"
#include "ledger/link/link.h"

typedef struct Fixture {
  Engine *engine;
  Arena arena;
  char path[64];
} Fixture;

typedef struct Report {
  const char *id, *outlet, *published, *url, *text;
} Report;

static const Report REPORTS[] = {
    {"a1", "وكالة الساحل", "2024-05-02", NULL,
     "مقتل ثلاثة مدنيين في قصف على سراقب\n\nقتل ثلاثة مدنيين وأصيب خمسة آخرون أمس الأربعاء في قصف مدفعي استهدف مدينة "
     "سراقب في ريف إدلب."},
    {"b1", "أنباء الجزيرة", "2024-05-02", NULL,
     "قتل ثلاثة مدنيين، بينهم طفل، جراء قصف مدفعي على مدينة سراقب بريف إدلب يوم الأربعاء، بحسب الدفاع المدني."},
    {"c1", "صوت الشمال", "2024-05-03", NULL,
     "قال الدفاع المدني إن أربعة مدنيين قتلوا في القصف المدفعي الذي استهدف مدينة سراقب الأربعاء الماضي."},
    {"a2", "وكالة الساحل", "2024-06-11", NULL,
     "اعتقلت القوات العراقية سبعة عناصر من تنظيم داعش في عملية أمنية غربي الموصل اليوم الثلاثاء."},
    {"b2", "أنباء الجزيرة", "2024-06-11", NULL,
     "أعلنت القوات العراقية، اليوم الثلاثاء، اعتقال سبعة من عناصر داعش خلال عملية أمنية غربي مدينة الموصل."},
    {"c2", "صوت الشمال", "", NULL, "أصيب جنديان أمس في انفجار عبوة ناسفة قرب بلدة عفرين."},
    {"d1", "وكالة الساحل", "2024-07-01", "https://sahel.example/news/77",
     "قتل جندي في هجوم مسلح شرقي الرقة اليوم الاثنين، وفق مصدر عسكري."},
};
enum { NREPORTS = sizeof REPORTS / sizeof *REPORTS };

static Str str(const char *s) { return s ? str_of(s) : STR(""); }

static Document document_of(const Report *r) {
  return (Document){.id = str(r->id),
                    .outlet = str(r->outlet),
                    .published = str(r->published),
                    .url = str(r->url),
                    .title = STR(""),
                    .text = str(r->text),
                    .file = str(r->id)};
}

static int setup(void **state) {
  Fixture *f = calloc(1, sizeof *f);
  ErrorInfo info = {0};
  if (!f || engine_open(NULL, &f->engine, &info)) return -1;
  arena_init(&f->arena, (size_t)1 << 30);
  snprintf(f->path, sizeof f->path, "test_ledger_%ld.db", (long)getpid());
  *state = f;
  return 0;
}

static void forget(const Fixture *f) {
  char path[96];
  static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    snprintf(path, sizeof path, "%s%s", f->path, ends[i]);
    unlink(path);
  }
}

static int teardown(void **state) {
  Fixture *f = *state;
  forget(f);
  engine_close(f->engine);
  arena_fini(&f->arena);
  free(f);
  return 0;
}

static int fresh(void **state) {
  forget(*state);
  return 0;
}

static Ledger *open_it(const Fixture *f, LedgerMode mode) {
  LedgerOptions options = {.mode = mode};
  Ledger *ledger = NULL;
  ErrorInfo info = {0};
  if (ledger_open(f->path, &options, &ledger, &info)) print_error("%s: %s\n", info.what, info.why);
  assert_non_null(ledger);
  return ledger;
}

/* Ingests reports in the order given, `batch` to a transaction. */
static LedgerCounts ingest(const Fixture *f, const Report *reports, const uint32_t *order, uint32_t n, uint32_t batch,
                           uint32_t threads) {
  IngestOptions options = {.engine = f->engine, .batch = batch, .threads = threads};
  Ledger *ledger = open_it(f, LEDGER_CREATE);
  Ingest *g = NULL;
  LedgerCounts counts;
  ErrorInfo info = {0};
  assert_int_equal(ingest_begin(ledger, &options, &g, &info), ERROR_OK);
  for (uint32_t i = 0; i < n; i++) {
    Document d = document_of(&reports[order ? order[i] : i]);
    assert_int_equal(ingest_add(g, &d, &info), ERROR_OK);
  }
  assert_int_equal(ingest_end(g, &counts, &info), ERROR_OK);
  ledger_close(ledger);
  return counts;
}

typedef struct Lines {
  Arena *arena;
  Buffer buffer;
  uint32_t n;
} Lines;

static bool add_line(void *context, const Str *cells, uint32_t n) {
  Lines *l = context;
  Writer w = writer_to_buffer(&l->buffer);
  for (uint32_t i = 0; i < n; i++) {
    if (i) writer_byte(&w, '|');
    writer_put(&w, cells[i]);
  }
  writer_byte(&w, '\n');
  l->n++;
  return true;
}

static uint32_t ask(Fixture *f, const char *list, const LedgerFilter *filter, LedgerForm form, Str *out) {
  Ledger *ledger = open_it(f, LEDGER_READ);
  Lines lines = {.arena = &f->arena, .buffer = {.arena = &f->arena}};
  ErrorInfo info = {0};
  ErrorCode code = ledger_list(ledger, ledger_list_of(str_of(list)), filter, form, add_line, &lines, &info);
  if (code) print_error("%s: %s\n", info.what, info.why);
  assert_int_equal(code, ERROR_OK);
  ledger_close(ledger);
  if (out) *out = lines.buffer.p ? buffer_str(&lines.buffer) : STR("");
  return lines.n;
}

static uint32_t count(Fixture *f, const char *list) {
  LedgerFilter all = LEDGER_FILTER;
  return ask(f, list, &all, LEDGER_CELLS, NULL);
}

/* The first cell of the first row. */
static Str first(Fixture *f, const char *list, const LedgerFilter *filter) {
  Str out;
  ask(f, list, filter, LEDGER_CELLS, &out);
  return str_cut(&out, '|');
}

/* ---- ingest ---- */

static void the_same_again_changes_nothing(void **state) {
  Fixture *f = *state;
  LedgerFilter all = LEDGER_FILTER;
  Str before, after;
  LedgerCounts one = ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  assert_int_equal(one.documents, NREPORTS);
  assert_int_equal(one.seen, 0);
  assert_true(one.records >= NREPORTS);
  ask(f, "incidents", &all, LEDGER_JSON, &before);
  LedgerCounts two = ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  assert_int_equal(two.documents, 0);
  assert_int_equal(two.seen, NREPORTS);
  assert_int_equal(two.records, 0);
  ask(f, "incidents", &all, LEDGER_JSON, &after);
  assert_true(str_eq(before, after));
}

static void two_outlets_tell_one_incident(void **state) {
  Fixture *f = *state;
  LedgerFilter filter = LEDGER_FILTER;
  Str out;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  filter.type = STR("shelling");
  assert_int_equal(ask(f, "incidents", &filter, LEDGER_JSON, &out), 1);
  assert_non_null(memmem(out.p, out.n, "\"documents\":3", 13));
  assert_non_null(memmem(out.p, out.n, "\"killed\":[3,4]", 14));
}

/* Every order of the documents, every size of batch, any number of threads: one ledger. */
static void order_and_batches_do_not_matter(void **state) {
  Fixture *f = *state;
  LedgerFilter all = LEDGER_FILTER;
  Str want = STR_NONE, got;
  uint32_t order[NREPORTS];
  all.sort = STR("incident");
  for (uint32_t round = 0; round < 24; round++) {
    for (uint32_t i = 0; i < NREPORTS; i++) order[i] = i;
    for (uint32_t i = NREPORTS - 1, seed = round * 2654435761u; i > 0; i--, seed = seed * 1664525u + 1013904223u) {
      uint32_t k = (seed >> 16) % (i + 1), t = order[i];
      order[i] = order[k];
      order[k] = t;
    }
    forget(f);
    ingest(f, REPORTS, order, NREPORTS, 1 + round % 4, 1 + round % 3);
    ask(f, "incidents", &all, LEDGER_CELLS, &got);
    if (!round) want = got;
    assert_true(str_eq(want, got));
  }
}

/* What the store keeps up piece by piece is what linking everything at once gives. */
static void incidents_are_those_of_linking_at_once(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 1, 2);
  Ledger *l = open_it(f, LEDGER_READ);
  RowMap set = {0};
  VEC(LinkItem) items = {0};
  for (int64_t id = 1; id <= NREPORTS; id++) {
    const Loaded *d = loaded_get(l, &set, id, NULL, 0);
    assert_non_null(d);
    for (uint32_t i = 0; i < d->items.list.n; i++) vec_push(&items, &f->arena, d->items.list.at[i]);
  }
  LinkIncidents all = link_all(&f->arena, items.at, items.n, NULL, 0, NULL);
  assert_int_equal(db_number(&l->db, "SELECT count(*) FROM incident", ""), all.n);
  for (uint32_t i = 0; i < all.n; i++)
    assert_int_equal(db_number(&l->db, "SELECT 1 FROM incident WHERE id = ?", "t", all.at[i].id), 1);
  assert_int_equal(db_number(&l->db, "SELECT count(*) FROM record WHERE incident NOT IN (SELECT id FROM incident)", ""),
                   0);
  ledger_close(l);
}

/* A record that is of an old version, or rejected, is in no incident: lists of incidents do not ask it again. */
static void records_of_incidents_stand(Fixture *f) {
  Ledger *l = open_it(f, LEDGER_READ);
  assert_true(db_number(&l->db, "SELECT count(*) FROM record WHERE incident IS NOT NULL", "") > 0);
  assert_int_equal(db_number(&l->db,
                             "SELECT count(*) FROM record WHERE incident IS NOT NULL"
                             " AND (current = 0 OR status = 'rejected')",
                             ""),
                   0);
  ledger_close(l);
}

static void an_edited_page_is_a_version(void **state) {
  Fixture *f = *state;
  LedgerFilter filter = LEDGER_FILTER;
  Str out;
  Report edited = REPORTS[6];
  edited.text = "قتل جنديان في هجوم مسلح شرقي الرقة اليوم الاثنين، وفق مصدر عسكري.";
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  uint32_t documents = count(f, "documents"), incidents = count(f, "incidents");
  LedgerCounts counts = ingest(f, &edited, NULL, 1, 0, 0);
  assert_int_equal(counts.documents, 1);
  assert_int_equal(counts.versions, 1);
  records_of_incidents_stand(f);
  assert_int_equal(count(f, "documents"), documents);
  assert_int_equal(count(f, "incidents"), incidents);
  filter.type = STR("attack");
  ask(f, "incidents", &filter, LEDGER_JSON, &out);
  assert_non_null(memmem(out.p, out.n, "\"killed\":[2,2]", 14));
}

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

static void one_text_of_two_outlets_is_one_voice(void **state) {
  Fixture *f = *state;
  LedgerFilter filter = LEDGER_FILTER;
  Str out;
  Report twice[2] = {REPORTS[0], REPORTS[0]};
  twice[1].outlet = "صوت الشمال";
  LedgerCounts counts = ingest(f, twice, NULL, 2, 0, 0);
  assert_int_equal(counts.documents, 2);
  assert_int_equal(counts.copies, 1);
  filter.type = STR("shelling");
  ask(f, "incidents", &filter, LEDGER_JSON, &out);
  assert_non_null(memmem(out.p, out.n, "\"documents\":2,\"outlets\":2,\"voices\":1", 36));
}

static void what_was_missing_can_be_given(void **state) {
  Fixture *f = *state;
  LedgerFilter undated = LEDGER_FILTER;
  Str out;
  ErrorInfo info = {0};
  uint32_t found = 0;
  Str day = STR("2024-02-10"), wrong = STR("nothing");
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  undated.undated = true;
  assert_int_equal(ask(f, "documents", &undated, LEDGER_CELLS, NULL), 1);
  Ledger *l = open_it(f, LEDGER_WRITE);
  assert_int_equal(ledger_set(l, f->engine, wrong, &day, NULL, &found, &info), ERROR_OK);
  assert_int_equal(found, 0);
  assert_int_equal(ledger_set(l, f->engine, STR("c2"), &day, NULL, &found, &info), ERROR_OK);
  assert_int_equal(found, 1);
  assert_int_equal(db_number(&l->db, "SELECT count(*) FROM coding WHERE generation = 2", ""), 1);
  ledger_close(l);
  assert_int_equal(ask(f, "documents", &undated, LEDGER_CELLS, NULL), 0);
  LedgerFilter all = LEDGER_FILTER;
  ask(f, "records", &all, LEDGER_CELLS, &out);
  assert_non_null(memmem(out.p, out.n, "2024-02-09", 10));
  /* the same file again, still without a date, is seen before */
  assert_int_equal(ingest(f, REPORTS, NULL, NREPORTS, 0, 0).seen, NREPORTS);
}

static void a_second_telling_fills_in(void **state) {
  Fixture *f = *state;
  Report dated = REPORTS[5];
  dated.published = "2024-02-10";
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  LedgerCounts counts = ingest(f, &dated, NULL, 1, 0, 0);
  assert_int_equal(counts.documents, 0);
  assert_int_equal(counts.filled, 1);
  assert_int_equal(count(f, "documents"), NREPORTS);
}

/* ---- search and filters ---- */

static void search_finds_words_in_any_form(void **state) {
  Fixture *f = *state;
  static const struct {
    const char *words;
    uint32_t documents;
  } rows[] = {{"قتل", 4}, {"مقتل", 4}, {"ادلب", 2}, {"إدلب", 2}, {"اعتقال الموصل", 2}, {"زلزال", 0}};
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    LedgerFilter filter = LEDGER_FILTER;
    filter.text = str_of(rows[i].words);
    filter.engine = f->engine;
    uint32_t n = ask(f, "documents", &filter, LEDGER_CELLS, NULL);
    if (n != rows[i].documents) print_error("%s: %u documents\n", rows[i].words, n);
    assert_int_equal(n, rows[i].documents);
  }
}

static void filters_choose(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  LedgerFilter filter = LEDGER_FILTER;
  filter.place = STR("IQ");
  assert_int_equal(ask(f, "incidents", &filter, LEDGER_CELLS, NULL), 1);
  filter = LEDGER_FILTER;
  filter.place = STR("إدلب");
  filter.engine = f->engine;
  assert_int_equal(ask(f, "incidents", &filter, LEDGER_CELLS, NULL), 1);
  filter = LEDGER_FILTER;
  filter.min_killed = 3;
  assert_int_equal(ask(f, "incidents", &filter, LEDGER_CELLS, NULL), 1);
  filter = LEDGER_FILTER;
  filter.source = STR("صوت الشمال");
  assert_int_equal(ask(f, "documents", &filter, LEDGER_CELLS, NULL), 2);
  filter = LEDGER_FILTER;
  filter.from = period_day(2024, 6, 1);
  filter.to = period_day(2024, 6, 30);
  assert_int_equal(ask(f, "incidents", &filter, LEDGER_CELLS, NULL), 1);
  filter = LEDGER_FILTER;
  filter.limit = 2;
  assert_int_equal(ask(f, "records", &filter, LEDGER_CELLS, NULL), 2);
}

static void wrong_filters_are_told(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  Ledger *l = open_it(f, LEDGER_READ);
  Lines lines = {.arena = &f->arena, .buffer = {.arena = &f->arena}};
  ErrorInfo info = {0};
  LedgerFilter filter = LEDGER_FILTER;
  filter.sort = STR("colour");
  assert_int_equal(ledger_list(l, ledger_list_of(STR("records")), &filter, LEDGER_CELLS, add_line, &lines, &info),
                   ERROR_USAGE);
  filter = LEDGER_FILTER;
  filter.place = STR("IQ");
  assert_int_equal(ledger_list(l, ledger_list_of(STR("findings")), &filter, LEDGER_CELLS, add_line, &lines, &info),
                   ERROR_USAGE);
  filter.place = STR("no such place");
  assert_int_equal(ledger_list(l, ledger_list_of(STR("records")), &filter, LEDGER_CELLS, add_line, &lines, &info),
                   ERROR_USAGE);
  assert_null(ledger_list_of(STR("nothing")));
  ledger_close(l);
}

/* ---- review ---- */

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

/* Coding again gives new rows; where the coder gives the words another id, the trigger leads. */
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

/* ---- opening ---- */

static ErrorCode open_code(const Fixture *f, LedgerMode mode, ErrorInfo *info) {
  LedgerOptions options = {.mode = mode};
  Ledger *ledger = NULL;
  ErrorCode code = ledger_open(f->path, &options, &ledger, info);
  if (!code) ledger_close(ledger);
  return code;
}

static void write_file(const char *path, const char *bytes) {
  FILE *file = fopen(path, "wb");
  assert_non_null(file);
  fputs(bytes, file);
  fclose(file);
}

static void what_is_no_ledger_is_refused(void **state) {
  Fixture *f = *state;
  ErrorInfo info = {0};
  assert_int_equal(open_code(f, LEDGER_READ, &info), ERROR_IO);
  assert_non_null(strstr(info.why, "no such ledger"));
  write_file(f->path, "This is a letter and no ledger, however long it may be; it goes on for a while, and "
                      "then for a while longer, so that there is a page of it.");
  assert_int_not_equal(open_code(f, LEDGER_CREATE, &info), ERROR_OK);
  assert_non_null(strstr(info.why, "is not a ledger"));
  forget(f);
  sqlite3 *other = NULL;
  assert_int_equal(sqlite3_open(f->path, &other), SQLITE_OK);
  assert_int_equal(sqlite3_exec(other, "CREATE TABLE mine (a)", NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close(other);
  assert_int_equal(open_code(f, LEDGER_CREATE, &info), ERROR_FORMAT);
  forget(f);
  ingest(f, REPORTS, NULL, 1, 0, 0);
  assert_int_equal(sqlite3_open(f->path, &other), SQLITE_OK);
  assert_int_equal(sqlite3_exec(other, "PRAGMA user_version = 999", NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close(other);
  assert_int_equal(open_code(f, LEDGER_WRITE, &info), ERROR_FORMAT);
  assert_non_null(strstr(info.why, "newer"));
}

static void an_older_ledger_is_brought_up(void **state) {
  Fixture *f = *state;
  static const char *const steps[] = {"CREATE TABLE one (a)", "CREATE TABLE two (a)", "CREATE TABLE broken ("};
  Db db = {0};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  db.path = f->path;
  schema_migrate_by(&db, steps, 1);
  assert_int_equal(db_number(&db, "PRAGMA user_version", ""), 1);
  schema_migrate_by(&db, steps, 2);
  assert_int_equal(db_number(&db, "SELECT count(*) FROM two", ""), 0);
  schema_migrate_by(&db, steps, 3);
  assert_false(db_ok(&db));
  db_forget(&db);
  assert_int_equal(db_number(&db, "PRAGMA user_version ", ""), 2);
  db_close(&db);
}

/* All that the ledger holds and two ledgers of the same documents share. */
static Str content(Fixture *f) {
  static const char *const tables[] = {
      "SELECT * FROM incident ORDER BY id",
      "SELECT d.key, hex(b.data) FROM filing b JOIN document d ON d.id = b.document"
      " ORDER BY 1",
      "SELECT min(a.key, b.key), max(a.key, b.key), p.points FROM pair p JOIN record a ON a.id = p.a"
      " JOIN record b ON b.id = p.b ORDER BY 1, 2",
      "SELECT key, kind, records FROM finding ORDER BY 1",
      "SELECT r.key, f.holders, f.unit, f.label, f.approx FROM figure f JOIN record r ON r.id = f.record ORDER BY 1",
      "SELECT r.key, p.n, p.told, p.day_from, p.day_to, p.document = r.document FROM record_person p"
      " JOIN record r ON r.id = p.record ORDER BY 1, 2",
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name",
  };
  Ledger *l = open_it(f, LEDGER_READ);
  Lines lines = {.arena = &f->arena, .buffer = {.arena = &f->arena}};
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    sqlite3_stmt *s = db_prepare(&l->db, str_of(tables[i]));
    while (s && sqlite3_step(s) == SQLITE_ROW) {
      Str cells[32];
      uint32_t n = (uint32_t)sqlite3_column_count(s);
      for (uint32_t c = 0; c < n && c < 32; c++) cells[c] = db_text(s, (int)c);
      add_line(&lines, cells, n);
    }
    sqlite3_finalize(s);
  }
  assert_true(db_ok(&l->db));
  ledger_close(l);
  return buffer_str(&lines.buffer);
}

static void every_former_version_is_brought_up(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  Str want = content(f);
  for (uint32_t version = 1; version < schema_version(); version++) {
    forget(f);
    Db db = {.path = f->path};
    assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
    schema_migrate_to(&db, version);
    assert_int_equal(db_number(&db, "PRAGMA user_version", ""), version);
    db_close(&db);
    ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
    assert_true(str_eq(content(f), want));
  }
}

/* Where happenings were filed up to version 12, and what was kept of a name up to 13. */
#define AS_OF_12                                                                                                   \
  "CREATE TABLE block (block INTEGER NOT NULL, day_from INTEGER NOT NULL, day_to INTEGER NOT NULL,"                \
  " document INTEGER NOT NULL REFERENCES document, types TEXT NOT NULL,"                                           \
  " PRIMARY KEY (block, day_from, day_to, document, types)) STRICT, WITHOUT ROWID;"                                \
  "DROP TRIGGER record_person_told; DROP INDEX record_person_person; ALTER TABLE record_person DROP COLUMN told; " \
  "ALTER TABLE record_person DROP COLUMN document; ALTER TABLE record_person DROP COLUMN day_from; ALTER TABLE "   \
  "record_person DROP COLUMN day_to; CREATE INDEX record_person_person ON record_person (person, record);"

#define AS_OF_18 "DROP INDEX record_type; DROP INDEX record_checked; DROP INDEX incident_checked; "

/* Indexes as they were up to version 16; those of records' days and ids, from versions 8 and 12 on. */
#define AS_OF_16                                                                                                \
  AS_OF_18                                                                                                      \
  " DROP INDEX record_rid; CREATE INDEX record_rid ON record (substr(rid, 1, 3));"                              \
  " DROP INDEX record_key; CREATE INDEX record_key ON record (key);"                                            \
  " DROP INDEX record_kind; CREATE INDEX record_kind ON record (kind, current, day_from, day_to, country, id);" \
  " DROP INDEX record_kind_type; CREATE INDEX record_kind_type ON record (kind, type, current, day_from);"      \
  " DROP INDEX record_day; CREATE INDEX record_day ON record (day_from, id) WHERE current = 1 AND status <> "   \
  "'rejected';"                                                                                                 \
  " DROP INDEX document_outlet; CREATE INDEX document_outlet ON document (outlet, day);"                        \
  " CREATE INDEX record_place_place ON record_place (place, record); CREATE INDEX record_place_country ON"      \
  " record_place (country, admin1, record); CREATE INDEX incident_country ON incident (country, day_from); "

/* The indexes as the ledger's file has them. */
static Str indexes_of(Fixture *f, Db *db) {
  sqlite3_stmt *s = db_prepare(
      db, STR("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql"
              " IS NOT NULL ORDER BY name)"));
  assert_int_equal(sqlite3_step(s), SQLITE_ROW);
  Str out = arena_str(&f->arena, db_text(s, 0));
  sqlite3_finalize(s);
  return out;
}

/* What a ledger of all the reports holds; the one that is left lacks the last three. */
static Str content_of_all(Fixture *f) {
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  Str all = content(f);
  forget(f);
  ingest(f, REPORTS, NULL, NREPORTS - 3, 0, 0);
  return all;
}

/* Up to version 16 each key of a record had an index's place of its own, and events stood in the indexes by kind. */
static void indexes_of_an_older_ledger_are_made_anew(void **state) {
  Fixture *f = *state;
  Str want = content_of_all(f);
  Db db = {.path = f->path};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  Str indexes = indexes_of(f, &db);
  db_exec(&db, AS_OF_16 " PRAGMA user_version = 16");
  assert_true(db_ok(&db));
  assert_false(str_eq(indexes_of(f, &db), indexes));
  db_close(&db);
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  assert_true(str_eq(content(f), want));
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  assert_true(str_eq(indexes_of(f, &db), indexes));
  db_close(&db);
}

/* Up to version 9 what makes a series of figures stood in their JSON alone. */
static void figures_of_an_older_ledger_are_found(void **state) {
  static const Report reports[] = {
      {"f1", "Sahel", "2024-05-02", NULL,
       "قالت الأمم المتحدة إن عدد سكان مخيم الهول بلغ نحو 43 ألف شخص. وتحتجز قوات سوريا الديمقراطية عشرة آلاف مقاتل من "
       "تنظيم داعش في سجونها."},
  };
  Fixture *f = *state;
  ingest(f, reports, NULL, 1, 0, 0);
  Str want = content(f);
  Db db = {.path = f->path};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  assert_true(db_number(&db, "SELECT count(*) FROM figure WHERE approx = 1", "") > 0);
  db_exec(&db, "DROP TABLE figure; DROP INDEX record_figure; DROP INDEX text_of_voice; DROP TABLE "
               "filing; DROP TABLE band; " AS_OF_12 AS_OF_16 " PRAGMA user_version = 9");
  db_close(&db);
  ingest(f, reports, NULL, 1, 0, 0);
  assert_true(str_eq(content(f), want));
}

/* In version 6 happenings were filed under other keys, and a document's found by an index; in version 3 what
 * is compared was not kept. */
static void what_was_filed_otherwise_is_filed_anew(void **state) {
  static const char *const older[] = {"", "DROP TABLE item; CREATE TABLE item (document INTEGER PRIMARY KEY"
                                          " REFERENCES document, data BLOB NOT NULL) STRICT;"};
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  Str want = content(f);
  for (uint32_t i = 0; i < 2; i++) {
    forget(f);
    ingest(f, REPORTS, NULL, NREPORTS - 3, 0, 0);
    Db db = {.path = f->path};
    assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
    db_exec(&db, "DROP TABLE remake; DROP TABLE moved; DROP INDEX record_told; DROP INDEX place_name; DROP INDEX "
                 "place_admin1; DROP TABLE figure; DROP INDEX record_figure; DROP INDEX text_of_voice; DROP TABLE "
                 "filing; " AS_OF_12 " CREATE INDEX block_document ON block (document);"
                 "DROP TABLE band; " AS_OF_16 " PRAGMA user_version = 6");
    db_exec(&db, older[i]);
    assert_true(db_ok(&db));
    db_close(&db);
    ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
    assert_true(str_eq(content(f), want));
  }
}

/* Up to version 14 what sifts happenings told nothing of places: rows of that shape must not be read. */
static void what_was_filed_without_places_is_filed_anew(void **state) {
  Fixture *f = *state;
  Str want = content_of_all(f);
  Db db = {.path = f->path};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  int64_t filed = db_number(&db, "SELECT count(*) FROM filing", "");
  assert_true(filed > 0);
  db_exec(&db, "UPDATE filing SET data = x'00'; DROP TABLE band; " AS_OF_16 " PRAGMA user_version = 14");
  assert_true(db_ok(&db));
  db_close(&db);
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  assert_true(str_eq(content(f), want));
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  assert_int_equal(db_number(&db, "SELECT count(*) FROM filing WHERE data = x'00'", ""), 0);
  db_close(&db);
}

/* Looks for a record by its key, whose row is `wanted` (0: there is none); how many steps of SQLite's it takes. */
static int64_t steps_to(Db *db, Str key, int64_t wanted) {
  sqlite3_stmt *s = db_prepare(db, STR("SELECT id FROM record WHERE " SCHEMA_ID_IS("key", "?1")));
  db_bind_str(db, s, 1, key);
  assert_int_equal(sqlite3_step(s), wanted ? SQLITE_ROW : SQLITE_DONE);
  if (wanted) assert_int_equal(sqlite3_column_int64(s, 0), wanted);
  assert_int_equal(sqlite3_stmt_status(s, SQLITE_STMTSTATUS_FULLSCAN_STEP, 0), 0);
  int64_t steps = sqlite3_stmt_status(s, SQLITE_STMTSTATUS_VM_STEP, 0);
  sqlite3_finalize(s);
  return steps;
}

/* A drawer of 256 has what begins as the key does, in whatever order it came. */
static void a_record_is_found_in_its_keys_drawer(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  Db db = {.path = f->path};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  db_exec(&db,
          "DELETE FROM pair; DELETE FROM record WHERE id > 1;"
          "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
          " INSERT INTO record (id, coding, document, current, rid, key, kind, type, stance, background,"
          " trigger_start, trigger_end, sentence_start, sentence_end, json) SELECT i, 1, 1, 0, 'r',"
          " printf('%08x', i * 2654435761 % 4294967296), 'event', 'clash', 'asserted', 0, 0, 0, 0, 0, '{}' FROM n");
  sqlite3_stmt *s = db_prepare(&db, STR("SELECT key FROM record WHERE id = 777"));
  assert_int_equal(sqlite3_step(s), SQLITE_ROW);
  char key[17] = {0};
  memcpy(key, db_text(s, 0).p, 8);
  sqlite3_finalize(s);
  int64_t all = 20000 / 256;
  assert_true(steps_to(&db, str_of(key), 777) < 16 * all);
  key[7] = key[7] == '0' ? '1' : '0';
  assert_true(steps_to(&db, str_of(key), 0) < 16 * all);
  assert_true(db_ok(&db));
  db_close(&db);
}

/* Up to version 15 a run read the sketches themselves. */
static void bands_of_an_older_ledger_are_made(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  Str want = content(f);
  Db db = {.path = f->path};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  int64_t bands = db_number(&db, "SELECT count(*) FROM band", "");
  assert_true(bands > 0);
  db_close(&db);
  forget(f);
  ingest(f, REPORTS, NULL, NREPORTS - 3, 0, 0);
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  db_exec(&db, "DROP TABLE band; " AS_OF_16 " PRAGMA user_version = 15");
  assert_true(db_ok(&db));
  db_close(&db);
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  assert_true(str_eq(content(f), want));
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  assert_int_equal(db_number(&db, "SELECT count(*) FROM band", ""), bands);
  db_close(&db);
}

/* Up to version 17 the search index wrote what it had gathered several times in a batch; up to version 19 it put its
 * parts together the sooner. */
static void an_older_search_index_gathers_more(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, NREPORTS - 3, 0, 0);
  Db db = {.path = f->path};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  int64_t room = db_number(&db, "SELECT v FROM search_config WHERE k = 'hashsize'", "");
  static const char parts[] = "SELECT v FROM search_config WHERE k = 'automerge'";
  assert_true(room > 1 << 20);
  assert_int_equal(db_number(&db, parts, ""), 16);
  db_exec(&db, AS_OF_18 "DELETE FROM search_config WHERE k <> 'version'; PRAGMA user_version = 17");
  db_close(&db);
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  assert_int_equal(db_number(&db, "SELECT v FROM search_config WHERE k = 'hashsize'", ""), room);
  assert_int_equal(db_number(&db, parts, ""), 16);
  db_exec(&db, "INSERT INTO search (search) VALUES ('integrity-check')");
  assert_true(db_ok(&db));
  db_close(&db);
}

/* What documents' happenings are compared by. */
static Str items_of(Fixture *f, Db *db) {
  sqlite3_stmt *s = db_prepare(db, STR("SELECT group_concat(document || ' ' || hex(data)) FROM"
                                       " (SELECT document, data FROM item WHERE document <= 5 ORDER BY document)"));
  assert_int_equal(sqlite3_step(s), SQLITE_ROW);
  Str out = arena_str(&f->arena, db_text(s, 0));
  sqlite3_finalize(s);
  return out;
}

/* Of a new document its worker tells the happenings, of a stored one its records do: they are the same. */
static void a_worker_links_what_the_records_tell(void **state) {
  Fixture *f = *state;
  ingest(f, REPORTS, NULL, 5, 0, 0);
  Db db = {.path = f->path};
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  Str want = items_of(f, &db);
  assert_true(want.n > 0);
  db_exec(&db, "DELETE FROM item; DELETE FROM filing; INSERT INTO remake VALUES ('filing')");
  db_close(&db);
  ingest(f, REPORTS, NULL, NREPORTS, 0, 0);
  assert_int_equal(sqlite3_open(f->path, &db.sqlite), SQLITE_OK);
  assert_true(str_eq(items_of(f, &db), want));
  db_close(&db);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup(name, fresh)
  const struct CMUnitTest tests[] = {
      TEST(the_same_again_changes_nothing),
      TEST(every_former_version_is_brought_up),
      TEST(figures_of_an_older_ledger_are_found),
      TEST(what_was_filed_otherwise_is_filed_anew),
      TEST(what_was_filed_without_places_is_filed_anew),
      TEST(bands_of_an_older_ledger_are_made),
      TEST(indexes_of_an_older_ledger_are_made_anew),
      TEST(a_record_is_found_in_its_keys_drawer),
      TEST(an_older_search_index_gathers_more),
      TEST(a_worker_links_what_the_records_tell),
      TEST(two_outlets_tell_one_incident),
      TEST(order_and_batches_do_not_matter),
      TEST(incidents_are_those_of_linking_at_once),
      TEST(an_edited_page_is_a_version),
      TEST(an_edit_of_a_number_is_a_finding),
      TEST(what_contradicts_another_run_is_a_finding),
      TEST(a_tally_below_what_other_runs_brought_is_a_finding),
      TEST(what_another_program_brings_meanwhile_is_looked_at),
      TEST(old_news_told_as_new_is_a_finding),
      TEST(one_text_of_two_outlets_is_one_voice),
      TEST(what_was_missing_can_be_given),
      TEST(a_second_telling_fills_in),
      TEST(search_finds_words_in_any_form),
      TEST(filters_choose),
      TEST(wrong_filters_are_told),
      TEST(splits_and_merges_hold_and_are_undone),
      TEST(whole_incidents_are_merged),
      TEST(what_is_left_of_a_split_stays_together),
      TEST(corrections_are_laid_over),
      TEST(rejected_records_leave),
      TEST(persons_follow_their_records),
      TEST(a_rejected_record_names_nobody),
      TEST(decisions_survive_recoding),
      TEST(what_is_no_ledger_is_refused),
      TEST(an_older_ledger_is_brought_up),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
