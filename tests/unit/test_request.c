/* Parameters: what is taken, what is refused and by which name; and the table of routes. */
#include "cmocka_all.h"

#include "serve/route.h"

/* "from=2024&limit=3"; the problem's status. */
static unsigned take(Arena *arena, Request *r, uint32_t allowed, const char *query, Problem *problem) {
  Str rest = str_of(query);
  *r = (Request){0};
  *problem = (Problem){0};
  for (uint32_t i = 0; i < PARAMS; i++) r->value[i] = STR("");
  while (rest.n) {
    Str value = str_cut(&rest, '&'), name = str_cut(&value, '=');
    if (!request_take(r, arena, allowed, name, value, problem)) break;
  }
  return problem->status;
}

static void taken(void **state) {
  Arena *arena = *state;
  Request r;
  Problem p;
  LedgerFilter filter;
  int64_t limit, offset;
  assert_int_equal(take(arena, &r, PARAMS_INCIDENT | PARAMS_PAGE,
                        "from=2024-02&to=2024&type=clash,arrest&min_killed=3&bbox=1,2,3.5,4&limit=7&offset=9&undated=1",
                        &p),
                   0);
  assert_true(request_filter(&r, arena, &filter, &p));
  assert_int_equal(filter.from, 19754);
  assert_int_equal(filter.to, 20088);
  assert_int_equal(filter.min_killed, 3);
  assert_true(filter.undated && filter.box && filter.box[2] > 3.4 && filter.box[2] < 3.6);
  assert_str(filter.type, STR("clash,arrest"));
  assert_true(request_page(&r, &limit, &offset, &p));
  assert_int_equal(limit, 7);
  assert_int_equal(offset, 9);
  assert_int_equal(take(arena, &r, PARAMS_INCIDENT, "from=&q=", &p), 0); /* an empty value is no filter */
  assert_true(request_filter(&r, arena, &filter, &p) && filter.from == LEDGER_NO_DAY);
}

static void refused(void **state) {
  static const struct {
    const char *query, *what;
  } cases[] = {
      {"lmit=3", "lmit"},
      {"limit=3&limit=4", "limit"},
      {"limit=0", "limit"},
      {"limit=501", "limit"},
      {"limit=x", "limit"},
      {"offset=-1", "offset"},
      {"offset=100000001", "offset"},
      {"from=x", "from"},
      {"to=2024-02-31", "to"},
      {"min_killed=1.5", "min_killed"},
      {"bbox=1,2,3", "bbox"},
      {"bbox=1,2,3,4,5", "bbox"},
      {"bbox=3,2,1,4", "bbox"},
      {"bbox=inf,2,3,4", "bbox"},
      {"undated=yes", "undated"},
      {"status=rejected", "status"},
      {"place=\xff", "place"},
      {"from=2024/..", "from"},
      {"from=00000000000000000000000000000000000000000", "from"},
  };
  Arena *arena = *state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Request r;
    Problem p;
    LedgerFilter filter;
    int64_t limit, offset;
    bool good = !take(arena, &r, PARAMS_INCIDENT | PARAMS_PAGE, cases[i].query, &p) &&
                request_filter(&r, arena, &filter, &p) && request_page(&r, &limit, &offset, &p);
    if (good) fail_msg("%s is taken", cases[i].query);
    assert_int_equal(p.status, 400);
    assert_string_equal(p.what, cases[i].what);
  }
}

static void routes(void **state) {
  static const struct {
    Method method;
    const char *path, *id;
    unsigned status;
  } cases[] = {
      {METHOD_GET, "/api/v1/meta", "", 0},
      {METHOD_GET, "/api/v1/incidents/abc", "abc", 0},
      {METHOD_POST, "/api/v1/jobs/3/start", "3", 0},
      {METHOD_DELETE, "/api/v1/jobs/3", "3", 0},
      {METHOD_POST, "/api/v1/meta", NULL, 405},
      {METHOD_OTHER, "/api/v1/incidents", NULL, 405},
      {METHOD_GET, "/api/v1/incidents/", NULL, 404},
      {METHOD_GET, "/api/v1/incidents/a/b", NULL, 404},
      {METHOD_GET, "/api/v1/", NULL, 404},
      {METHOD_GET, "/api/v1", NULL, 404},
      {METHOD_GET, "/api/v1meta", NULL, 404},
      {METHOD_GET, "/api/v2/meta", NULL, 404},
      {METHOD_GET, "/api/v1/jobs//start", NULL, 404},
      {METHOD_GET, "/api/v1/{id}", NULL, 404},
  };
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    Request r = {.method = cases[i].method, .path = str_of(cases[i].path)};
    Problem p = {0};
    const Route *route = route_find(&r, &p);
    assert_int_equal(p.status, cases[i].status);
    assert_int_equal(route == NULL, p.status != 0);
    if (route) assert_str(r.id, str_of(cases[i].id));
  }
  /* Whatever writes wants the token, and nothing that does not get or delete is without a body. */
  for (uint32_t i = 0; route_at(i); i++) {
    assert_int_equal(route_at(i)->writes, route_at(i)->method != METHOD_GET);
    assert_int_equal(route_at(i)->body != BODY_NONE, route_at(i)->method == METHOD_POST);
    assert_int_equal(route_at(i)->needed & ~route_at(i)->params, 0);
    if (route_at(i)->writes) assert_true(route_at(i)->live);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(taken), cmocka_unit_test(refused), cmocka_unit_test(routes)};
  return cmocka_run_group_tests(tests, arena_setup, arena_teardown);
}
