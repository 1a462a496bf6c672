/* A request is judged before its body is read: who asks, what for, with which parameters. Its body is
 * bounded, and one that is a file goes to disk as it comes. */
#define _GNU_SOURCE /* memmem, mkstemps */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "serve/call.h"

enum { JSON_BYTES = 128 << 10, PARAMETERS_MOST = 32 };
static const uint64_t FILE_BYTES = (uint64_t)512 << 20;

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
  Str length = call_header(connection, "Content-Length"), type = call_header(connection, "Content-Type");
  uint64_t n = 0;
  bool number = length.n > 0 && length.n < 16;
  for (size_t i = 0; i < length.n && number; i++) {
    number = length.p[i] >= '0' && length.p[i] <= '9';
    n = n * 10 + (uint64_t)(length.p[i] - '0');
  }
  if (call->route->body == BODY_NONE) {
    if (call_header(connection, "Transfer-Encoding").n || (length.n && !(number && !n)))
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

void call_judge(Call *call, struct MHD_Connection *connection, const char *url, const char *method) {
  Request *r = &call->request;
  GuardHeaders headers = {.host = call_header(connection, "Host"),
                          .origin = call_header(connection, "Origin"),
                          .site = call_header(connection, "Sec-Fetch-Site"),
                          .token = call_header(connection, "X-Daftar-Token"),
                          .authorization = call_header(connection, "Authorization")};
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

void call_take_body(Call *call, const char *bytes, size_t n) {
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
