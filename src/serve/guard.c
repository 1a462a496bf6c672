#include "serve/guard.h"

#include <openssl/crypto.h>
#include <stdio.h>

/* Scripts, styles and pictures from here alone, no script in the page itself, no frames, nothing
 * that tells another site where one comes from. */
static const char *const headers[] = {
    "Content-Security-Policy",
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self';"
    " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options",
    "nosniff",
    "Referrer-Policy",
    "no-referrer",
    "X-Frame-Options",
    "DENY",
    "Cross-Origin-Opener-Policy",
    "same-origin",
    "Cross-Origin-Resource-Policy",
    "same-origin",
    "Permissions-Policy",
    "camera=(), microphone=(), geolocation=()",
    NULL};

const char *const *guard_headers(void) { return headers; }

bool guard_loopback(Str bind) {
  return str_starts(bind, STR("127.")) || str_eq(bind, STR("::1")) || str_eq(bind, STR("localhost"));
}

static Str lower(Str s, char *room, size_t size) {
  if (s.n >= size) return STR_NONE;
  for (size_t i = 0; i < s.n; i++) room[i] = (char)(s.p[i] >= 'A' && s.p[i] <= 'Z' ? s.p[i] + 32 : s.p[i]);
  return (Str){room, s.n};
}

/* "name:port" is ours. Bound to every address, any address (but no name) will do: a name could
 * be another site's that leads here. */
static bool is_ours(const Guard *g, Str host) {
  char room[128], port[16];
  Str at = lower(host, room, sizeof room), name = at;
  snprintf(port, sizeof port, ":%u", g->port);
  size_t end = strlen(port);
  if (!at.n) return false;
  if (at.n > end && memcmp(at.p + at.n - end, port, end) == 0)
    name.n -= end;
  else if (g->port != 80)
    return false;
  if (name.n > 2 && name.p[0] == '[' && name.p[name.n - 1] == ']') name = str_slice(name, 1, name.n - 1);
  if (str_eq(name, g->bind)) return true;
  if (guard_loopback(g->bind))
    return str_eq(name, STR("127.0.0.1")) || str_eq(name, STR("localhost")) || str_eq(name, STR("::1"));
  if (!str_eq(g->bind, STR("0.0.0.0")) && !str_eq(g->bind, STR("::"))) return false;
  for (size_t i = 0; i < name.n; i++) {
    char c = name.p[i];
    if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '.' || c == ':')) return false;
  }
  return memchr(name.p, '.', name.n) || memchr(name.p, ':', name.n);
}

static bool same_token(Str a, Str b) { return a.n == b.n && a.n && CRYPTO_memcmp(a.p, b.p, a.n) == 0; }

static bool origin_fits(const Guard *g, const GuardHeaders *h) {
  static const Str scheme = {"http://", 7};
  if (h->origin.n && !(str_starts(h->origin, scheme) && is_ours(g, str_slice(h->origin, 7, h->origin.n)))) return false;
  /* A browser that tells where the request comes from tells the truth. "none": typed by hand. */
  return !h->site.n || str_eq(h->site, STR("same-origin")) || str_eq(h->site, STR("none"));
}

bool guard_check(const Guard *g, const GuardHeaders *h, bool api, Request *r, Problem *problem) {
  static const Str bearer = {"Bearer ", 7};
  if (!is_ours(g, h->host)) {
    problem_set(problem, 403, "Host",
                "the request names another host than this server's; open the address that serve printed");
    return false;
  }
  /* A link from elsewhere to the page itself is no harm. */
  if (api && !origin_fits(g, h)) {
    problem_set(problem, 403, "Origin", "another site may not ask this server");
    return false;
  }
  r->token = h->token;
  if (!r->token.n && str_starts(h->authorization, bearer))
    r->token = str_slice(h->authorization, 7, h->authorization.n);
  r->trusted = same_token(r->token, g->token);
  return !api || !g->open || guard_token(r, problem);
}

bool guard_token(const Request *r, Problem *problem) {
  if (r->trusted) return true;
  problem_set(problem, 401, "X-Daftar-Token",
              r->token.n ? "the token is not this server's; take the address that serve printed last"
                         : "this wants the token that serve printed");
  return false;
}
