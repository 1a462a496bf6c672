/* A ledger of many reports for tests of lists, most of them about one town. */
#ifndef LEDGER_LISTS_H
#define LEDGER_LISTS_H

#include "ledger_setup.h"

/* behind what asks for all of the library */
#include "ledger/query/query.h"
#include "ledger/store/store.h"

enum { REPORTS = 1500, SELDOM = 300 };

/* Every SELDOMth is about an arrest in Aleppo: one of them is the newest, the others are the oldest of all. */
static inline Document report(Arena *arena, uint32_t i) {
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

static inline void fill(LedgerSetup *f, Ingest *into) {
  ErrorInfo info;
  for (uint32_t i = 0; i < REPORTS; i++) {
    Document d = report(&f->arena, i);
    assert_int_equal(ingest_add(into, &d, &info), ERROR_OK);
  }
}

static inline int setup(void **state) {
  static LedgerSetup f;
  *state = &f;
  assert_int_equal(ledger_begin(&f, "test_lists", fill), REPORTS);
  return 0;
}

static inline int teardown(void **state) {
  ledger_end(*state);
  return 0;
}

typedef struct Keys {
  Str at[REPORTS + 1];
  uint32_t n;
  Arena *arena;
} Keys;

static inline bool add_key(void *context, const Str *cells, uint32_t n) {
  Keys *keys = context;
  assert_true(n > 0 && keys->n < REPORTS + 1);
  keys->at[keys->n++] = arena_str(keys->arena, cells[0]);
  return true;
}

static inline void ask(LedgerSetup *f, const char *list, const LedgerFilter *filter, Keys *out) {
  ErrorInfo info;
  *out = (Keys){.arena = &f->arena};
  assert_int_equal(ledger_list(f->ledger, ledger_list_of(str_of(list)), filter, LEDGER_CELLS, add_key, out, &info),
                   ERROR_OK);
}

#endif
