/* Names that do not leave: what an incident's documents name stays masked until all of it is written. */
#include "ledger_reports.h"

/* behind what asks for all of the library */
#include "export/row.h"

/* One incident, of two documents. A child's name of one word is masked by its document's own table, which goes when the
 * next document is looked at: there the other child's stands in its place. */
static const Report NAMED[] = {
    {"n1", "وكالة الساحل", "2024-05-02", NULL,
     "قتل الطفل سمير (12 عاما) أمس الأربعاء في قصف مدفعي استهدف مدينة سراقب في ريف إدلب."},
    {"n2", "أنباء الجزيرة", "2024-05-02", NULL,
     "قتل الطفل كريم (11 عاما) أمس الأربعاء في قصف مدفعي على مدينة سراقب في ريف إدلب."},
};

enum { TELLINGS = 2 };

typedef struct Names {
  Mask *mask;
  Arena *arena;
  Str got[TELLINGS], want[TELLINGS];
  uint32_t n;
} Names;

/* The names of all tellings, as the row has them when it is written, and as each document alone masks them. */
static bool keep_names(void *context, const ExportRow *row) {
  static const char *const words[] = {"سمير", "كريم"};
  Names *names = context;
  const LedgerTold *told = row->incident->told;
  assert_int_equal(row->incident->ntold, TELLINGS);
  for (uint32_t i = 0; i < TELLINGS; i++) {
    assert_true(told[i].record.npersons > 0);
    names->got[names->n++] = arena_str(names->arena, told[i].record.persons[0].name);
  }
  for (uint32_t i = 0; i < TELLINGS; i++) {
    Str word = str_of(words[str_eq(told[i].given, STR("n2"))]);
    names->want[i] = mask_text(names->mask, names->arena, told[i].document, word);
  }
  return true;
}

static void names_of_an_incident_stay_masked(void **state) {
  Fixture *f = *state;
  ErrorInfo info = {0};
  ExportOptions options = {.engine = f->engine, .filter = LEDGER_FILTER};
  ingest(f, NAMED, NULL, TELLINGS, 0, 0);
  assert_int_equal(count(f, "incidents"), 1);
  Ledger *l = open_it(f, LEDGER_READ);
  assert_int_equal(mask_open(l, f->engine, MASK_PROTECTED, STR("a key"), &options.mask, &info), ERROR_OK);
  Names names = {.mask = options.mask, .arena = &f->arena};
  assert_int_equal(rows_incidents(l, &options, keep_names, &names, &info), ERROR_OK);
  assert_int_equal(names.n, TELLINGS);
  for (uint32_t i = 0; i < TELLINGS; i++) {
    assert_true(str_starts(names.want[i], STR("person-")));
    assert_str(names.got[i], names.want[i]);
  }
  mask_close(options.mask);
  ledger_close(l);
}

int main(void) {
  const struct CMUnitTest tests[] = {TEST(names_of_an_incident_stay_masked)};
  return cmocka_run_group_tests(tests, setup, teardown);
}
