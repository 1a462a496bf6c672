/* Names that do not leave: what an incident's documents name stays masked until all of it is written. */
#include "ledger_reports.h"

/* behind what asks for all of the library */
#include "export/row.h"

/* One incident, of two documents, which name the dead in full elsewhere: the part of a name that a record has is masked
 * by the document's own table. */
static const Report NAMED[] = {
    {"n1", "وكالة الساحل", "2024-05-02", NULL,
     "قال سمير الراوي قبل مقتله إن الوضع صعب. وقتل الراوي أمس الأربعاء في قصف مدفعي استهدف مدينة سراقب في ريف إدلب."},
    {"n2", "أنباء الجزيرة", "2024-05-02", NULL,
     "قال كريم الخولي قبل مقتله إن الوضع صعب. وقتل الخولي أمس الأربعاء في قصف مدفعي على مدينة سراقب في ريف إدلب."},
};

typedef struct Names {
  Arena *arena;
  Str at[4];
  uint32_t n;
} Names;

/* The names of all tellings, as the row has them when it is written. */
static bool keep_names(void *context, const ExportRow *row) {
  Names *names = context;
  for (uint32_t i = 0; i < row->incident->ntold; i++) {
    const Record *r = &row->incident->told[i].record;
    for (uint32_t k = 0; k < r->npersons && names->n < 4; k++)
      names->at[names->n++] = arena_str(names->arena, r->persons[k].name);
  }
  return true;
}

static void names_of_an_incident_stay_masked(void **state) {
  Fixture *f = *state;
  ErrorInfo info = {0};
  Names names = {.arena = &f->arena};
  ExportOptions options = {.engine = f->engine, .filter = LEDGER_FILTER};
  ingest(f, NAMED, NULL, 2, 0, 0);
  assert_int_equal(count(f, "incidents"), 1);
  Ledger *l = open_it(f, LEDGER_READ);
  assert_int_equal(mask_open(l, f->engine, MASK_EVERYONE, STR("a key"), &options.mask, &info), ERROR_OK);
  assert_int_equal(rows_incidents(l, &options, keep_names, &names, &info), ERROR_OK);
  assert_int_equal(names.n, 2);
  for (uint32_t i = 0; i < names.n; i++) assert_true(str_starts(names.at[i], STR("person-")));
  assert_false(str_eq(names.at[0], names.at[1]));
  mask_close(options.mask);
  ledger_close(l);
}

int main(void) {
  const struct CMUnitTest tests[] = {TEST(names_of_an_incident_stay_masked)};
  return cmocka_run_group_tests(tests, setup, teardown);
}
