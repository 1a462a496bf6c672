/* The HTTP server of a ledger: the API of docs/openapi.yaml and the page.
 *
 *   ServeOptions options = {.ledger = "war.db", .engine = engine, .bind = STR("127.0.0.1"), …};
 *   if (serve_start(&options, &server, &info)) …
 *   … wait for a signal …
 *   serve_stop(server);
 *
 * It has threads of its own; start and stop it from one. */
#ifndef SERVE_SERVE_H
#define SERVE_SERVE_H

#include "engine/engine.h"
#include "read/furniture.h"

typedef struct ServeOptions {
  const char *ledger; /* path */
  const Engine *engine;
  const Furniture *furniture; /* read/furniture.h; or NULL */
  Str bind;                   /* an address: 127.0.0.1, ::1, 0.0.0.0 */
  uint16_t port;              /* 0: any that is free */
  Str token;                  /* what writing wants; not empty */
  Str reviewer;               /* suggested as who decides; may be empty */
  const char *temporary;      /* a folder for files that are handed over */
  /* The time as 2024-07-17T09:30:00Z. Called from any thread. */
  Str (*now)(char room[32]);
  uint64_t (*milliseconds)(void); /* that only grow */
} ServeOptions;

typedef struct Server Server;

/* What `options` points to outlives the server. ERROR_USAGE: an address that is none, or that
 * is taken. */
MUST_USE ErrorCode serve_start(const ServeOptions *options, Server **server, ErrorInfo *info);
uint16_t serve_port(const Server *server);
/* Answers what is under way, lets a job that codes finish its batch, closes the ledger. */
void serve_stop(Server *server);

#endif
