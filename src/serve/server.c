/* libmicrohttpd's side of it: connections become requests, answers become responses.
 *
 * A request is judged before its body is read: who asks, what for, with which parameters. Its
 * body is bounded, and one that is a file goes to disk as it comes. Each connection has a thread,
 * so that a slow one holds up nobody; there are so many and no more. */
#define _GNU_SOURCE /* memmem */
#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/hash.h"
#include "serve/asset.h"
#include "serve/guard.h"
#include "serve/gzip.h"
#include "serve/kept.h"
#include "serve/pool.h"
#include "serve/route.h"

enum {
  CONNECTIONS = 100,
  TIMEOUT_SECONDS = 20,
  HEAD_BYTES = 32 << 10,
  JSON_BYTES = 128 << 10,
  GZIP_LEAST = 1000,
  PARAMETERS_MOST = 32,
  BACKLOG = 64
};
static const uint64_t FILE_BYTES = (uint64_t)512 << 20;

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

/* ---- headers ---- */

static Str header(struct MHD_Connection *connection, const char *name) {
  const char *value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
  return value ? str_of(value) : STR("");
}

static bool takes_gzip(struct MHD_Connection *connection) {
  Str rest = header(connection, "Accept-Encoding");
  while (rest.n) {
    Str one = str_cut(&rest, ','), name = str_trim(str_cut(&one, ';')), q = str_trim(one);
    if (str_eq(name, STR("gzip"))) return !str_eq(q, STR("q=0")) && !str_eq(q, STR("q=0.0"));
  }
  return false;
}

static void put_headers(struct MHD_Response *response, bool kept) {
  for (const char *const *h = guard_headers(); *h; h += 2) MHD_add_response_header(response, h[0], h[1]);
  MHD_add_response_header(response, "Cache-Control", kept ? "private, no-cache" : "no-store");
  MHD_add_response_header(response, "Vary", "Accept-Encoding, X-Daftar-Token, Authorization");
}

static enum MHD_Result send_it(struct MHD_Connection *connection, unsigned status, struct MHD_Response *response) {
  if (!response) return MHD_NO;
  enum MHD_Result result = MHD_queue_response(connection, status, response);
  MHD_destroy_response(response);
  return result;
}

/* What was packed for an answer that is kept is kept beside it. `of`: the answer's number, or 0. */
static bool packed_of(Call *call, Str bytes, uint64_t of, Str *packed) {
  if (of && kept_get(call->server->kept, ~of, &call->arena, packed)) return true;
  if (!gzip_pack(&call->arena, bytes, GZIP_FAST, packed)) return false;
  if (of) kept_put(call->server->kept, ~of, *packed);
  return true;
}

/* Bytes with their tag, packed where that is worth it. */
static enum MHD_Result send_bytes(Call *call, struct MHD_Connection *connection, const Answer *a, Str bytes,
                                  const char *tag, uint64_t of) {
  Str packed = STR_NONE;
  bool pack = bytes.n >= GZIP_LEAST && takes_gzip(connection) && packed_of(call, bytes, of, &packed);
  if (pack) bytes = packed;
  struct MHD_Response *r =
      MHD_create_response_from_buffer(bytes.n, (void *)(uintptr_t)(bytes.p ? bytes.p : ""), MHD_RESPMEM_MUST_COPY);
  if (!r) return MHD_NO;
  put_headers(r, tag != NULL);
  if (a->type) MHD_add_response_header(r, "Content-Type", a->type);
  if (pack) MHD_add_response_header(r, "Content-Encoding", "gzip");
  if (tag) MHD_add_response_header(r, "ETag", tag);
  if (a->location.n) MHD_add_response_header(r, "Location", a->location.p);
  return send_it(connection, a->status, r);
}

static enum MHD_Result send_file(struct MHD_Connection *connection, const Answer *a) {
  char disposition[300];
  struct MHD_Response *r = MHD_create_response_from_fd64(a->file_size, a->file);
  if (!r) {
    close(a->file);
    return MHD_NO;
  }
  put_headers(r, false);
  snprintf(disposition, sizeof disposition, "attachment; filename=\"%.*s\"", STR_ARG(a->attachment));
  MHD_add_response_header(r, "Content-Type", a->type);
  MHD_add_response_header(r, "Content-Disposition", disposition);
  return send_it(connection, a->status, r);
}

static enum MHD_Result send_problem(Call *call, struct MHD_Connection *connection) {
  const Problem *p = &call->problem;
  Answer a = {.status = p->status, .type = "application/problem+json"};
  Buffer body = {.arena = &call->arena};
  Say s = {.w = writer_to_buffer(&body)};
  say_object(&s);
  say_field(&s, "type", STR("about:blank"));
  say_field(&s, "title", str_of(problem_title(p->status)));
  say_field_int(&s, "status", p->status);
  say_field(&s, "detail", str_of(p->detail));
  if (p->what[0]) say_field(&s, "what", str_of(p->what));
  say_end_object(&s);
  call->answered = true;
  return send_bytes(call, connection, &a, buffer_str(&body), NULL, 0);
}

/* ---- tags ---- */

/* 0: it is made from an older cube, and has none. */
static uint64_t tag_of(Call *call) {
  Server *server = call->server;
  const Request *r = &call->request;
  bool shown = str_eq(r->value[PARAM_NAMES], STR("shown"));
  bool fresh = false;
  int64_t generation = pool_generation(server->house.pool, &fresh);
  if (!fresh) return 0;
  Str key = arena_printf(&call->arena, "%.16s %lld %d %.*s", "", (long long)generation, shown, STR_ARG(call->target));
  uint64_t of[2] = {hash64(key.p, key.n), hash64(server->house.key, sizeof server->house.key)};
  return hash64(of, sizeof of);
}

static bool is_known(struct MHD_Connection *connection, const char *tag) {
  Str rest = header(connection, "If-None-Match");
  while (rest.n) {
    Str one = str_trim(str_cut(&rest, ','));
    if (str_eq(one, str_of(tag)) || str_eq(one, STR("*"))) return true;
  }
  return false;
}

static enum MHD_Result send_same(struct MHD_Connection *connection, const char *tag) {
  struct MHD_Response *r = MHD_create_response_from_buffer(0, (void *)(uintptr_t) "", MHD_RESPMEM_PERSISTENT);
  if (!r) return MHD_NO;
  put_headers(r, true);
  MHD_add_response_header(r, "ETag", tag);
  return send_it(connection, 304, r);
}

/* ---- answering ---- */

/* Its bytes stay as long as the server. */
static enum MHD_Result send_asset(Call *call, struct MHD_Connection *connection) {
  Asset asset;
  char tag[24];
  if (!asset_find(call->request.path, &asset)) {
    problem_set(&call->problem, 404, "path", "there is no such page");
    return send_problem(call, connection);
  }
  snprintf(tag, sizeof tag, "W/\"%016llx\"", (unsigned long long)hash64(asset.bytes.p, asset.bytes.n));
  if (is_known(connection, tag)) return send_same(connection, tag);
  Str packed = call->server->packed ? call->server->packed[asset.number] : STR_NONE;
  bool pack = packed.n && takes_gzip(connection);
  Str bytes = pack ? packed : asset.bytes;
  struct MHD_Response *r = MHD_create_response_from_buffer(bytes.n, (void *)(uintptr_t)bytes.p, MHD_RESPMEM_PERSISTENT);
  if (!r) return MHD_NO;
  put_headers(r, true);
  MHD_add_response_header(r, "Content-Type", asset_type(asset.path));
  if (pack) MHD_add_response_header(r, "Content-Encoding", "gzip");
  MHD_add_response_header(r, "ETag", tag);
  return send_it(connection, 200, r);
}

/* Once, while the server starts: the base map alone would take each first view longer than its answer. */
static void pack_assets(Server *server) {
  uint32_t n = 0;
  Asset asset;
  while (asset_at(n, &asset)) n++;
  arena_init(&server->packing, (size_t)64 << 20);
  Str *packed = ARENA_ARRAY(&server->packing, Str, (size_t)n + 1);
  for (uint32_t i = 0; packed && asset_at(i, &asset); i++)
    if (asset.bytes.n < GZIP_LEAST || strstr(asset_type(asset.path), "font") ||
        !gzip_pack(&server->packing, asset.bytes, GZIP_SMALL, &packed[i]))
      packed[i] = STR_NONE;
  server->packed = packed;
}

static void close_file(Call *call, bool remove) {
  if (call->file >= 0) close(call->file);
  call->file = -1;
  if (remove && call->path[0]) unlink(call->path);
  if (remove) call->path[0] = 0;
}

static void set_body(Call *call) {
  call->request.body = call->route->body == BODY_FILE ? str_of(call->path) : buffer_str(&call->body);
  call->request.body_size = call->length;
  if (call->file >= 0 && close(call->file)) problem_set(&call->problem, 500, "upload", "the file cannot be kept");
  call->file = -1;
}

/* Runs the handler; what it said is copied into the call's arena. */
static void answer(Call *call, Answer *out, Str *said) {
  Context c = {.house = &call->server->house,
               .request = &call->request,
               .answer = {.status = 200, .type = "application/json", .file = -1},
               .shown = str_eq(call->request.value[PARAM_NAMES], STR("shown"))};
  if (pool_take(c.house->pool, &c)) {
    c.answer.body = (Buffer){.arena = c.arena};
    c.say.w = writer_to_buffer(&c.answer.body);
    if (!call->route->live) ledger_snapshot(c.ledger);
    call->route->handler(&c);
    if (!c.problem.status && (c.say.w.failed || !arena_ok(c.arena)))
      problem_set(&c.problem, 500, "answer", "it is too large; ask for less");
  }
  call->problem = c.problem;
  *out = c.answer;
  if (c.answer.taken) call->path[0] = 0;
  if (!c.problem.status) {
    *said = arena_str(&call->arena, buffer_str(&c.answer.body));
    if (c.answer.location.n) out->location = arena_str(&call->arena, c.answer.location);
    if (c.answer.attachment.n) out->attachment = arena_str(&call->arena, c.answer.attachment);
    if (!said->p && c.answer.file < 0) problem_set(&call->problem, 500, "answer", "it is too large; ask for less");
  }
  if (call->problem.status && c.answer.file >= 0) close(c.answer.file);
  pool_give(call->server->house.pool, &c);
}

static enum MHD_Result send_answer(Call *call, struct MHD_Connection *connection) {
  Answer a = {.status = 200, .type = "application/json", .file = -1};
  Str said = STR_NONE;
  char tag[24];
  uint64_t of = 0;
  call->answered = true;
  set_body(call);
  if (!call->route->live) of = tag_of(call);
  if (of) {
    snprintf(tag, sizeof tag, "W/\"%016llx\"", (unsigned long long)of);
    if (is_known(connection, tag)) return send_same(connection, tag);
  }
  if (!of || !kept_get(call->server->kept, of, &call->arena, &said)) {
    if (!call->problem.status) answer(call, &a, &said);
    if (call->problem.status) return send_problem(call, connection);
    if (of) kept_put(call->server->kept, of, said);
  }
  if (a.file >= 0) return send_file(connection, &a);
  return send_bytes(call, connection, &a, said, of ? tag : NULL, of);
}

/* What the page asks first, answered before anybody comes: the first to look waits for no count of all. */
static void warm(Server *server) {
  static const char *const targets[] = {"/api/v1/overview", "/api/v1/timeline", "/api/v1/map"};
  for (size_t i = 0; i < sizeof targets / sizeof *targets; i++) {
    Call call = {.server = server, .file = -1, .target = str_of(targets[i])};
    Answer a;
    Str said = STR_NONE, packed;
    arena_init(&call.arena, (size_t)256 << 20);
    call.request.method = METHOD_GET;
    call.request.path = call.target;
    call.route = route_find(&call.request, &call.problem);
    uint64_t of = tag_of(&call);
    if (call.route) answer(&call, &a, &said);
    if (of && said.p && !call.problem.status) {
      kept_put(server->kept, of, said);
      if (said.n >= GZIP_LEAST) (void)packed_of(&call, said, of, &packed);
    }
    arena_fini(&call.arena);
  }
}

/* ---- judging ---- */

typedef struct Taking {
  Call *call;
  uint32_t n;
} Taking;

static enum MHD_Result take_parameter(void *p, enum MHD_ValueKind kind, const char *key, size_t key_size,
                                      const char *value, size_t value_size) {
  Taking *t = p;
  Call *call = t->call;
  (void)kind;
  if (++t->n > PARAMETERS_MOST) {
    problem_set(&call->problem, 400, "query", "has too many parameters");
    return MHD_NO;
  }
  Str name = arena_str(&call->arena, (Str){key, key_size});
  Str text = value_size ? arena_str(&call->arena, (Str){value, value_size}) : STR("");
  return request_take(&call->request, &call->arena, call->route->params, name, text, &call->problem) ? MHD_YES : MHD_NO;
}

static bool take_parameters(Call *call, struct MHD_Connection *connection) {
  Taking taking = {.call = call};
  MHD_get_connection_values_n(connection, MHD_GET_ARGUMENT_KIND, take_parameter, &taking);
  for (uint32_t i = 0; i < PARAMS && !call->problem.status; i++)
    if (call->route->needed & PARAM_BIT(i) && !call->request.value[i].n)
      problem_set(&call->problem, 400, param_name((ParamId)i), "is missing");
  if (call->problem.status) return false;
  int names = request_choice(&call->request, PARAM_NAMES, "masked shown", &call->problem);
  return names == 0 || (names == 1 && guard_token(&call->request, &call->problem));
}

static bool open_upload(Call *call) {
  const char *dot = NULL;
  Str name = call->request.value[PARAM_NAME];
  char end[24] = "";
  /* The ending helps to see what it is, and is letters, digits and dots alone. */
  for (size_t i = 0; i < name.n; i++)
    if (name.p[i] == '.' && name.n - i < sizeof end && !dot) dot = name.p + i;
  for (size_t i = 0, n = 0; dot && i < (size_t)(name.p + name.n - dot) && n + 1 < sizeof end; i++) {
    char c = dot[i];
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
    if (!plain) break;
    end[n++] = c;
    end[n] = 0;
  }
  int n = snprintf(call->path, sizeof call->path, "%s/daftar-upload-XXXXXX%s", call->server->options.temporary, end);
  if (n > 0 && (size_t)n < sizeof call->path) call->file = mkstemps(call->path, (int)strlen(end));
  if (call->file >= 0) return true;
  call->path[0] = 0;
  problem_set(&call->problem, 500, "upload", "no temporary file: %s", strerror(errno));
  return false;
}

static bool judge_body(Call *call, struct MHD_Connection *connection) {
  Str length = header(connection, "Content-Length"), type = header(connection, "Content-Type");
  uint64_t n = 0;
  bool number = length.n > 0 && length.n < 16;
  for (size_t i = 0; i < length.n && number; i++) {
    number = length.p[i] >= '0' && length.p[i] <= '9';
    n = n * 10 + (uint64_t)(length.p[i] - '0');
  }
  if (call->route->body == BODY_NONE) {
    if (header(connection, "Transfer-Encoding").n || (length.n && !(number && !n)))
      problem_set(&call->problem, 413, "body", "this call takes no body");
    return !call->problem.status;
  }
  uint64_t most = call->route->body == BODY_FILE ? FILE_BYTES : JSON_BYTES;
  Str media = str_trim(str_cut(&type, ';'));
  const char *want = call->route->body == BODY_FILE ? "application/octet-stream" : "application/json";
  if (!number)
    problem_set(&call->problem, 411, "Content-Length", "is missing");
  else if (n > most)
    problem_set(&call->problem, 413, "body", "is larger than %llu bytes", (unsigned long long)most);
  else if (!str_eq(media, str_of(want)))
    problem_set(&call->problem, 415, "Content-Type", "is not %s", want);
  else if (call->route->body == BODY_FILE)
    return open_upload(call);
  return !call->problem.status;
}

static Method method_of(const char *method) {
  if (strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0) return METHOD_GET;
  if (strcmp(method, "POST") == 0) return METHOD_POST;
  return strcmp(method, "DELETE") == 0 ? METHOD_DELETE : METHOD_OTHER;
}

/* Sets the problem, or the route; neither: the page. */
static void judge(Call *call, struct MHD_Connection *connection, const char *url, const char *method) {
  Request *r = &call->request;
  GuardHeaders headers = {.host = header(connection, "Host"),
                          .origin = header(connection, "Origin"),
                          .site = header(connection, "Sec-Fetch-Site"),
                          .token = header(connection, "X-Daftar-Token"),
                          .authorization = header(connection, "Authorization")};
  r->method = method_of(method);
  r->path = arena_str(&call->arena, str_of(url));
  bool api = str_starts(r->path, STR("/api/")) || str_eq(r->path, STR("/api"));
  bool zero = memmem(call->target.p, call->target.n, "%00", 3) != NULL;
  if (!guard_check(&call->server->guard, &headers, api, r, &call->problem)) return;
  if (zero || !r->path.p) {
    problem_set(&call->problem, 400, "path", "has a character that is none");
    return;
  }
  if (!api) {
    if (r->method != METHOD_GET) problem_set(&call->problem, 405, "method", "the page is only to be read");
    return;
  }
  call->route = route_find(r, &call->problem);
  if (!call->route || (call->route->writes && !guard_token(r, &call->problem))) return;
  if (take_parameters(call, connection)) judge_body(call, connection);
}

/* ---- a body that comes ---- */

static void take_body(Call *call, const char *bytes, size_t n) {
  uint64_t most = call->route && call->route->body == BODY_FILE ? FILE_BYTES : JSON_BYTES;
  call->length += n;
  if (call->problem.status) return;
  if (call->length > most) {
    problem_set(&call->problem, 413, "body", "is larger than %llu bytes", (unsigned long long)most);
  } else if (call->file >= 0) {
    for (size_t at = 0; at < n;) {
      ssize_t put = write(call->file, bytes + at, n - at);
      if (put < 0 && errno == EINTR) continue;
      if (put <= 0) {
        problem_set(&call->problem, 500, "upload", "the file cannot be kept: %s", strerror(errno));
        return;
      }
      at += (size_t)put;
    }
  } else {
    Writer w = writer_to_buffer(&call->body);
    writer_put(&w, (Str){bytes, n});
  }
}

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
    judge(call, connection, url, method);
    if (call->problem.status) return send_problem(call, connection);
    return MHD_YES;
  }
  if (*size) {
    take_body(call, data, *size);
    *size = 0;
    return MHD_YES;
  }
  if (call->answered) return MHD_YES;
  if (call->problem.status) return send_problem(call, connection);
  return call->route ? send_answer(call, connection) : send_asset(call, connection);
}

static void end(void *cls, struct MHD_Connection *connection, void **state, enum MHD_RequestTerminationCode code) {
  Call *call = *state;
  (void)cls, (void)connection, (void)code;
  if (!call) return;
  close_file(call, true);
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
  if (!code) pack_assets(server);
  if (!code) warm(server);
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
