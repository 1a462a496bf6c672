/* Who may ask: the checks that keep other sites and other programs away from the ledger.
 *
 * A page of any site may send requests to 127.0.0.1, and with a name of its own that leads there
 * (DNS rebinding) even read the answers. So `Host` must be an address that the server is bound
 * to, `Origin` its own, and whoever writes must know the token, which no other page does. */
#ifndef SERVE_GUARD_H
#define SERVE_GUARD_H

#include "serve/request.h"

typedef struct Guard {
  Str bind; /* as it was asked for: "127.0.0.1" */
  uint16_t port;
  Str token;
  bool open; /* bound beyond loopback: every call to the API wants the token */
} Guard;

typedef struct GuardHeaders {
  Str host, origin, site; /* site: Sec-Fetch-Site; empty: not sent */
  Str token, authorization;
} GuardHeaders;

/* May this request be looked at? Sets request->trusted. False after setting the problem. */
bool guard_check(const Guard *guard, const GuardHeaders *headers, bool api, Request *request, Problem *problem);
/* Has it the right to what the token is for? False after setting the problem. */
bool guard_token(const Request *request, Problem *problem);

/* Is the address one that only this machine can reach? */
bool guard_loopback(Str bind);

/* Header lines that every answer has: name and value in turn, NULL behind the last. */
const char *const *guard_headers(void);

#endif
