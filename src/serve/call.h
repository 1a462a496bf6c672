/* One request while it comes in, and the two things done with it: it is judged, then answered. */
#ifndef SERVE_CALL_H
#define SERVE_CALL_H

#include <microhttpd.h>

#include "serve/guard.h"
#include "serve/kept.h"
#include "serve/pool.h"
#include "serve/route.h"

struct Server {
  House house;
  ServeOptions options;
  Guard guard;
  Kept *kept;
  Arena packing; /* of what follows */
  Str *packed;   /* by the number of the asset: its bytes packed; empty: it is sent as it is */
  struct MHD_Daemon *daemon;
  int socket;
};

/* One request while it comes in. */
typedef struct Call {
  Server *server;
  Arena arena;
  Str target; /* as it was sent */
  Request request;
  Problem problem;
  const Route *route;
  bool judged, answered;
  Buffer body;
  uint64_t length;
  int file;
  char path[512]; /* of the file; "" where there is none */
} Call;

static inline Str call_header(struct MHD_Connection *connection, const char *name) {
  const char *value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
  return value ? str_of(value) : STR("");
}

/* Before the body is read: who asks, what for, with which parameters. Sets the problem, or the route;
 * neither: the page. */
void call_judge(Call *call, struct MHD_Connection *connection, const char *url, const char *method);
/* Bytes of the body, as they come: into memory, or into the file. Sets the problem where there are too many. */
void call_take_body(Call *call, const char *bytes, size_t n);

/* Each queues one response; its result is the daemon's. */
enum MHD_Result call_send_problem(Call *call, struct MHD_Connection *connection);
enum MHD_Result call_send_asset(Call *call, struct MHD_Connection *connection);
enum MHD_Result call_send_answer(Call *call, struct MHD_Connection *connection);

/* Once, while the server starts: the assets packed, and what the page asks first answered. */
void call_pack_assets(Server *server);
void call_warm(Server *server);

#endif
