/* libmicrohttpd's side of it: connections become requests, answers become responses.
 *
 * Each connection has a thread, so that a slow one holds up nobody; there are so many and no more. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "serve/call.h"

enum { CONNECTIONS = 100, TIMEOUT_SECONDS = 20, HEAD_BYTES = 32 << 10, BACKLOG = 64 };

/* ---- the daemon's calls ---- */

static void *begin(void *cls, const char *uri, struct MHD_Connection *connection) {
  Call *call = calloc(1, sizeof *call);
  (void)connection;
  if (!call) return NULL;
  call->server = cls;
  call->file = -1;
  arena_init(&call->arena, (size_t)256 << 20);
  call->body.arena = &call->arena;
  call->target = arena_str(&call->arena, str_of(uri));
  return call;
}

static enum MHD_Result handle(void *cls, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *data, size_t *size, void **state) {
  Call *call = *state;
  (void)cls, (void)version;
  if (!call) return MHD_NO;
  if (!call->judged) {
    call->judged = true;
    call_judge(call, connection, url, method);
    if (call->problem.status) return call_send_problem(call, connection);
    return MHD_YES;
  }
  if (*size) {
    call_take_body(call, data, *size);
    *size = 0;
    return MHD_YES;
  }
  if (call->answered) return MHD_YES;
  if (call->problem.status) return call_send_problem(call, connection);
  return call->route ? call_send_answer(call, connection) : call_send_asset(call, connection);
}

static void drop_file(Call *call) {
  if (call->file >= 0) close(call->file);
  if (call->path[0]) unlink(call->path);
}

static void end(void *cls, struct MHD_Connection *connection, void **state, enum MHD_RequestTerminationCode code) {
  Call *call = *state;
  (void)cls, (void)connection, (void)code;
  if (!call) return;
  drop_file(call);
  arena_fini(&call->arena);
  free(call);
  *state = NULL;
}

/* ---- start and stop ---- */

typedef union Address {
  struct sockaddr any;
  struct sockaddr_in v4;
  struct sockaddr_in6 v6;
} Address;

static bool read_address(const ServeOptions *o, Address *a, socklen_t *size) {
  char room[64];
  snprintf(room, sizeof room, "%.*s", STR_ARG(o->bind));
  memset(a, 0, sizeof *a);
  if (inet_pton(AF_INET, str_eq(o->bind, STR("localhost")) ? "127.0.0.1" : room, &a->v4.sin_addr) == 1) {
    a->v4.sin_family = AF_INET;
    a->v4.sin_port = htons(o->port);
    *size = sizeof a->v4;
    return true;
  }
  if (inet_pton(AF_INET6, room, &a->v6.sin6_addr) != 1) return false;
  a->v6.sin6_family = AF_INET6;
  a->v6.sin6_port = htons(o->port);
  *size = sizeof a->v6;
  return true;
}

static ErrorCode listen_on(Server *server, ErrorInfo *info) {
  Address a;
  socklen_t size = 0;
  int on = 1;
  const ServeOptions *o = &server->options;
  if (!read_address(o, &a, &size))
    return error_set(info, ERROR_USAGE, o->bind, 0, "is no address such as 127.0.0.1, 0.0.0.0 or ::1");
  server->socket = socket(a.any.sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (server->socket >= 0) setsockopt(server->socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (server->socket < 0 || bind(server->socket, &a.any, size) || listen(server->socket, BACKLOG) ||
      getsockname(server->socket, &a.any, &size))
    return error_set(info, ERROR_USAGE, o->bind, 0, "port %u: %s", o->port, strerror(errno));
  server->guard.port = ntohs(a.any.sa_family == AF_INET ? a.v4.sin_port : a.v6.sin6_port);
  return ERROR_OK;
}

static ErrorCode start_daemon(Server *server, ErrorInfo *info) {
  server->daemon = MHD_start_daemon(
      MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL | MHD_USE_ITC, 0, NULL, NULL,
      handle, server, MHD_OPTION_LISTEN_SOCKET, server->socket, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
      MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)TIMEOUT_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEAD_BYTES,
      MHD_OPTION_URI_LOG_CALLBACK, begin, server, MHD_OPTION_NOTIFY_COMPLETED, end, server,
      MHD_OPTION_STRICT_FOR_CLIENT, 1, MHD_OPTION_END);
  if (server->daemon) return ERROR_OK;
  return error_set(info, ERROR_IO, STR("serve"), 0, "the server does not start: %s", strerror(errno));
}

static void was_read(void *server) { pool_demand(((Server *)server)->house.pool); }

ErrorCode serve_start(const ServeOptions *options, Server **out, ErrorInfo *info) {
  Server *server = calloc(1, sizeof *server);
  *out = NULL;
  if (!server) return error_set(info, ERROR_MEMORY, STR("serve"), 0, NULL);
  server->options = *options;
  server->house.options = &server->options;
  server->socket = -1;
  server->guard = (Guard){.bind = options->bind, .token = options->token, .open = !guard_loopback(options->bind)};
  server->kept = kept_new();
  uint64_t seed[2] = {options->milliseconds(), (uint64_t)(uintptr_t)server};
  memcpy(server->house.key, seed, sizeof server->house.key);
  ErrorCode code = listen_on(server, info);
  if (!code) code = known_open(options->engine, &server->house.known, info);
  if (!code) code = pool_open(&server->house, &server->house.pool, info);
  if (!code) code = jobs_open(&server->options, was_read, server, &server->house.jobs, info);
  if (!code) call_pack_assets(server);
  if (!code) call_warm(server);
  if (!code) code = start_daemon(server, info);
  if (code)
    serve_stop(server);
  else
    *out = server;
  return code;
}

uint16_t serve_port(const Server *server) { return server->guard.port; }

/* Who only reads cannot fold the log of what was written back into the file; the last to write
 * could not while others read. */
static void fold_log(const ServeOptions *o) {
  char log[4096];
  LedgerOptions how = {.mode = LEDGER_WRITE};
  Ledger *ledger = NULL;
  ErrorInfo info;
  int n = snprintf(log, sizeof log, "%s-wal", o->ledger);
  if (n < 0 || (size_t)n >= sizeof log || access(log, F_OK) || !ledger_writable(o->ledger)) return;
  if (!ledger_open(o->ledger, &how, &ledger, &info)) ledger_close(ledger);
}

void serve_stop(Server *server) {
  if (!server) return;
  /* First nobody comes in, then who is in is answered. */
  if (server->daemon) {
    int quiet = MHD_quiesce_daemon(server->daemon);
    MHD_stop_daemon(server->daemon);
    server->socket = quiet;
  }
  if (server->socket >= 0) close(server->socket);
  jobs_close(server->house.jobs);
  pool_close(server->house.pool);
  fold_log(&server->options);
  known_close(server->house.known);
  kept_free(server->kept);
  arena_fini(&server->packing);
  free(server);
}
