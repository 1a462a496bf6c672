/* `unaccounted` where nothing but the telling links the parts to their total. */
#include "cmocka_all.h"

#include "check_fixture.h"

static Record *raids(Fixture *f, const char *id, double n, const char *place, uint32_t at) {
  Record *r = fixture_record(f, id, RECORD_EVENT, "airstrike");
  r->count = exactly(n);
  r->sentence = (Span){at, at + 50};
  put_place(f, r, place, place, "YE", 3);
  ((Place *)r->places)->quote.span = (Span){at + 10, at + 20};
  return r;
}

/* 14 raids in the north; five on one district, four on another. */
static void story(Fixture *f) {
  fixture_init(f);
  raids(f, "t", 14, "north", 0)->agents = actors(f, "coalition", "التحالف");
  raids(f, "1", 5, "gn:1", 60);
  raids(f, "2", 4, "gn:2", 60);
}

static void parts_told_one_by_one(void **state) {
  (void)state;
  Fixture f;
  story(&f);
  assert_int_equal(found(&f, "unaccounted"), 1);
  fixture_fini(&f);
}

static void near_misses_are_silent(void **state) {
  (void)state;
  Fixture f;
#define SILENT(...)                                               \
  do {                                                            \
    story(&f);                                                    \
    Record *total = &f.records.at[0], *second = &f.records.at[2]; \
    (void)total, (void)second;                                    \
    __VA_ARGS__;                                                  \
    assert_int_equal(found(&f, "unaccounted"), 0);                \
    fixture_fini(&f);                                             \
  } while (0)
  SILENT(second->count = exactly(9));                        /* all are told */
  SILENT(second->count = about(4));                          /* a rough number */
  SILENT(second->type = STR("shelling"));                    /* another act */
  SILENT(((Place *)second->places)->id = STR("gn:1"));       /* the same raids told again */
  SILENT(((Place *)second->places)->quote.span = (Span){0}); /* no place of its own */
  SILENT(second->background = true);
  SILENT(second->agents = actors(&f, "army", "الجيش"));
  SILENT(second->stance = STR("denied"));
  SILENT(total->time = STR("2020-07-01"); second->time = STR("2020-07-03"));
  SILENT(second->sentence = (Span){3000, 3050}; ((Place *)second->places)->quote.span = (Span){3010, 3020});
  SILENT(f.records.at[1].sentence = second->sentence = (Span){0, 50}); /* «بينها», among them */
  SILENT(total->count = at_least(14));
  SILENT(f.records.n = 2); /* one part is no list */
#undef SILENT
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(parts_told_one_by_one),
      cmocka_unit_test(near_misses_are_silent),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
