/* A ledger that a group of tests puts reports of its own into, each test into a fresh one. The sentences are this
 * project's own. */
#ifndef LEDGER_REPORTS_H
#define LEDGER_REPORTS_H

#define _GNU_SOURCE
#include "cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ledger/file/db.h"
#include "ledger/store/store.h"

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

static inline Str str(const char *s) { return s ? str_of(s) : STR(""); }

static inline Document document_of(const Report *r) {
  return (Document){.id = str(r->id),
                    .outlet = str(r->outlet),
                    .published = str(r->published),
                    .url = str(r->url),
                    .title = STR(""),
                    .text = str(r->text),
                    .file = str(r->id)};
}

static inline int setup(void **state) {
  Fixture *f = calloc(1, sizeof *f);
  ErrorInfo info = {0};
  if (!f || engine_open(NULL, &f->engine, &info)) return -1;
  arena_init(&f->arena, (size_t)1 << 30);
  snprintf(f->path, sizeof f->path, "test_ledger_%ld.db", (long)getpid());
  *state = f;
  return 0;
}

static inline void forget(const Fixture *f) {
  char path[96];
  static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    snprintf(path, sizeof path, "%s%s", f->path, ends[i]);
    unlink(path);
  }
}

static inline int teardown(void **state) {
  Fixture *f = *state;
  forget(f);
  engine_close(f->engine);
  arena_fini(&f->arena);
  free(f);
  return 0;
}

static inline int fresh(void **state) {
  forget(*state);
  return 0;
}

static inline Ledger *open_it(const Fixture *f, LedgerMode mode) {
  LedgerOptions options = {.mode = mode};
  Ledger *ledger = NULL;
  ErrorInfo info = {0};
  if (ledger_open(f->path, &options, &ledger, &info)) print_error("%s: %s\n", info.what, info.why);
  assert_non_null(ledger);
  return ledger;
}

/* Ingests reports in the order given, `batch` to a transaction. */
static inline LedgerCounts ingest(const Fixture *f, const Report *reports, const uint32_t *order, uint32_t n,
                                  uint32_t batch, uint32_t threads) {
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

static inline bool add_line(void *context, const Str *cells, uint32_t n) {
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

static inline uint32_t ask(Fixture *f, const char *list, const LedgerFilter *filter, LedgerForm form, Str *out) {
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

static inline uint32_t count(Fixture *f, const char *list) {
  LedgerFilter all = LEDGER_FILTER;
  return ask(f, list, &all, LEDGER_CELLS, NULL);
}

/* The first cell of the first row. */
static inline Str first(Fixture *f, const char *list, const LedgerFilter *filter) {
  Str out;
  ask(f, list, filter, LEDGER_CELLS, &out);
  return str_cut(&out, '|');
}

/* A record that is of an old version, or rejected, is in no incident: lists of incidents do not ask it again. */
static inline void records_of_incidents_stand(Fixture *f) {
  Ledger *l = open_it(f, LEDGER_READ);
  assert_true(db_number(&l->db, "SELECT count(*) FROM record WHERE incident IS NOT NULL", "") > 0);
  assert_int_equal(db_number(&l->db,
                             "SELECT count(*) FROM record WHERE incident IS NOT NULL"
                             " AND (current = 0 OR status = 'rejected')",
                             ""),
                   0);
  ledger_close(l);
}

#define TEST(name) cmocka_unit_test_setup(name, fresh)

#endif
