/* Who may ask: the hosts, origins and tokens that are let in, and those that are not. */
#include "cmocka_all.h"

#include "serve/guard.h"

static unsigned ask(const Guard *guard, GuardHeaders headers, bool api) {
  Request request = {0};
  Problem problem = {0};
  bool good = guard_check(guard, &headers, api, &request, &problem);
  assert_int_equal(good, problem.status == 0);
  return problem.status;
}

static GuardHeaders host(const char *name) {
  return (GuardHeaders){
      .host = str_of(name), .origin = STR(""), .site = STR(""), .token = STR(""), .authorization = STR("")};
}

static const Guard LOCAL = {.bind = {"127.0.0.1", 9}, .port = 8400, .token = {"0123456789abcdef", 16}, .open = false};

static void hosts(void **state) {
  static const char *const good[] = {"127.0.0.1:8400", "localhost:8400", "LocalHost:8400", "[::1]:8400"};
  static const char *const bad[] = {"",
                                    "127.0.0.1",
                                    "127.0.0.1:8401",
                                    "127.0.0.1:84000",
                                    "evil.example:8400",
                                    "127.0.0.1.evil.example:8400",
                                    "evil.example",
                                    ":8400",
                                    "127.0.0.1:8400:8400",
                                    "[::1:8400",
                                    "localhost.:8400",
                                    "127.0.0.1:8400 "};
  (void)state;
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) assert_int_equal(ask(&LOCAL, host(good[i]), true), 0);
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) assert_int_equal(ask(&LOCAL, host(bad[i]), true), 403);
}

/* Bound to every address, an address will do and a name will not. */
static void every_address(void **state) {
  Guard all = {.bind = STR("0.0.0.0"), .port = 8400, .token = STR("0123456789abcdef"), .open = true};
  (void)state;
  assert_int_equal(ask(&all, host("192.0.2.7:8400"), false), 0);
  assert_int_equal(ask(&all, host("[2001:db8::7]:8400"), false), 0);
  assert_int_equal(ask(&all, host("evil.example:8400"), false), 403);
  assert_int_equal(ask(&all, host("deadbeef:8400"), false), 403);
  /* and reading wants the token */
  assert_int_equal(ask(&all, host("192.0.2.7:8400"), true), 401);
}

static void origins(void **state) {
  static const char *const bad[] = {"null",
                                    "http://evil.example",
                                    "https://127.0.0.1:8400",
                                    "http://127.0.0.1:8401",
                                    "http://127.0.0.1:8400.evil.example",
                                    "127.0.0.1:8400",
                                    "http://"};
  (void)state;
  GuardHeaders h = host("127.0.0.1:8400");
  h.origin = STR("http://127.0.0.1:8400");
  assert_int_equal(ask(&LOCAL, h, true), 0);
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    h.origin = str_of(bad[i]);
    assert_int_equal(ask(&LOCAL, h, true), 403);
    assert_int_equal(ask(&LOCAL, h, false), 0); /* a link to the page is no harm */
  }
  h.origin = STR("");
  h.site = STR("cross-site");
  assert_int_equal(ask(&LOCAL, h, true), 403);
  h.site = STR("same-site");
  assert_int_equal(ask(&LOCAL, h, true), 403);
  h.site = STR("same-origin");
  assert_int_equal(ask(&LOCAL, h, true), 0);
}

static bool trusts(const char *token, const char *authorization) {
  GuardHeaders h = host("127.0.0.1:8400");
  Request request = {0};
  Problem problem = {0};
  h.token = str_of(token);
  h.authorization = str_of(authorization);
  assert_true(guard_check(&LOCAL, &h, true, &request, &problem));
  assert_int_equal(guard_token(&request, &problem), request.trusted);
  assert_int_equal(problem.status, request.trusted ? 0 : 401);
  return request.trusted;
}

static void tokens(void **state) {
  (void)state;
  assert_true(trusts("0123456789abcdef", ""));
  assert_true(trusts("", "Bearer 0123456789abcdef"));
  assert_false(trusts("", ""));
  assert_false(trusts("0123456789abcde", ""));
  assert_false(trusts("0123456789abcdef0", ""));
  assert_false(trusts("0123456789abcdeF", ""));
  assert_false(trusts("", "Basic 0123456789abcdef"));
  assert_false(trusts("", "Bearer"));
  Guard none = LOCAL;
  none.token = STR("");
  Request request = {0};
  Problem problem = {0};
  GuardHeaders h = host("127.0.0.1:8400");
  assert_true(guard_check(&none, &h, true, &request, &problem));
  assert_false(request.trusted); /* an empty token is nobody's */
}

static void loopback(void **state) {
  (void)state;
  assert_true(guard_loopback(STR("127.0.0.1")) && guard_loopback(STR("127.1.2.3")) && guard_loopback(STR("::1")));
  assert_false(guard_loopback(STR("0.0.0.0")) || guard_loopback(STR("192.0.2.7")) || guard_loopback(STR("")));
  for (const char *const *h = guard_headers(); *h; h += 2) {
    assert_non_null(h[1]);
    assert_null(strstr(h[1], "unsafe"));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(hosts), cmocka_unit_test(every_address),
                                     cmocka_unit_test(origins), cmocka_unit_test(tokens), cmocka_unit_test(loopback)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
