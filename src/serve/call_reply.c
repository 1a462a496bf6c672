/* Answers become responses: their headers and tags, packed or not; the page's files; what was answered
 * lately is kept. */
#include <stdio.h>
#include <unistd.h>

#include "base/hash.h"
#include "serve/asset.h"
#include "serve/call.h"
#include "serve/gzip.h"

enum { GZIP_LEAST = 1000 };

/* ---- headers ---- */

static bool takes_gzip(struct MHD_Connection *connection) {
  Str rest = call_header(connection, "Accept-Encoding");
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

enum MHD_Result call_send_problem(Call *call, struct MHD_Connection *connection) {
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
  Str key = arena_printf(&call->arena, "%lld %d %.*s", (long long)generation, shown, STR_ARG(call->target));
  uint64_t of[2] = {hash64(key.p, key.n), hash64(server->house.key, sizeof server->house.key)};
  return hash64(of, sizeof of);
}

static bool is_known(struct MHD_Connection *connection, const char *tag) {
  Str rest = call_header(connection, "If-None-Match");
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
enum MHD_Result call_send_asset(Call *call, struct MHD_Connection *connection) {
  Asset asset;
  char tag[24];
  if (!asset_find(call->request.path, &asset)) {
    problem_set(&call->problem, 404, "path", "there is no such page");
    return call_send_problem(call, connection);
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
void call_pack_assets(Server *server) {
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

enum MHD_Result call_send_answer(Call *call, struct MHD_Connection *connection) {
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
    if (call->problem.status) return call_send_problem(call, connection);
    if (of) kept_put(call->server->kept, of, said);
  }
  if (a.file >= 0) return send_file(connection, &a);
  return send_bytes(call, connection, &a, said, of ? tag : NULL, of);
}

/* What the page asks first, answered before anybody comes: the first to look waits for no count of all. */
void call_warm(Server *server) {
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
