/* Lists cut short: whether rows are tried one by one or a set of all that fit is made first, a list with a limit is
 * the beginning of the whole. */
#include "ledger_lists.h"

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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_limited_list_begins_the_whole),
      cmocka_unit_test(incidents_without_a_day_come_by_their_ids),
      cmocka_unit_test(ids_are_no_words),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
