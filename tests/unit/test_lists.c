/* Lists cut short: whether rows are tried one by one or a set of all that fit is made first, a list with a limit is
 * the beginning of the whole. On reports made here, most of them about one town. */
#include "ledger_setup.h"

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

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_limited_list_begins_the_whole),
      cmocka_unit_test(incidents_without_a_day_come_by_their_ids),
  };
  return cmocka_run_group_tests(tests, setup, teardown);
}
