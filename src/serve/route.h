/* Which call of the API a request is: docs/openapi.yaml as one table. */
#ifndef SERVE_ROUTE_H
#define SERVE_ROUTE_H

#include "serve/context.h"

typedef enum BodyKind { BODY_NONE, BODY_JSON, BODY_FILE } BodyKind;

typedef struct Route {
  Method method;
  const char *path; /* below /api/v1; "{id}" stands for one part */
  Handler *handler;
  uint32_t params, needed; /* PARAM_BIT of those that may, and must, be given */
  BodyKind body;
  bool writes; /* wants the token */
  bool live;   /* not of the ledger's state alone: never kept */
} Route;

/* The route, with request->id set; NULL after setting the problem (404, 405). */
const Route *route_find(Request *request, Problem *problem);
const Route *route_at(uint32_t i); /* NULL behind the last */

#endif
