/* A request as the answers see it: checked, decoded, in one arena. Nothing here knows sockets. */
#ifndef SERVE_REQUEST_H
#define SERVE_REQUEST_H

#include "base/arena.h"
#include "ledger/ledger.h"

/* Every parameter of any query; docs/openapi.yaml says what each is. */
#define PARAM_LIST(X)                   \
  X(PARAM_FROM, "from", 40)             \
  X(PARAM_TO, "to", 40)                 \
  X(PARAM_UNDATED, "undated", 1)        \
  X(PARAM_PLACE, "place", 200)          \
  X(PARAM_ACTOR, "actor", 200)          \
  X(PARAM_TYPE, "type", 400)            \
  X(PARAM_SOURCE, "source", 200)        \
  X(PARAM_MIN_KILLED, "min_killed", 10) \
  X(PARAM_STATUS, "status", 20)         \
  X(PARAM_PERSON, "person", 200)        \
  X(PARAM_Q, "q", 400)                  \
  X(PARAM_BBOX, "bbox", 100)            \
  X(PARAM_SORT, "sort", 20)             \
  X(PARAM_LIMIT, "limit", 10)           \
  X(PARAM_OFFSET, "offset", 10)         \
  X(PARAM_NAMES, "names", 10)           \
  X(PARAM_MOST, "most", 10)             \
  X(PARAM_BY, "by", 10)                 \
  X(PARAM_KIND, "kind", 40)             \
  X(PARAM_FATE, "fate", 40)             \
  X(PARAM_WHAT, "what", 20)             \
  X(PARAM_AS, "as", 40)                 \
  X(PARAM_TARGET, "target", 64)         \
  X(PARAM_NAME, "name", 255)            \
  X(PARAM_PUBLISHED, "published", 40)   \
  X(PARAM_OUTLET, "outlet", 200)        \
  X(PARAM_START, "start", 10)

/* The number is the most characters. */
#define X(id, name, most) id,
typedef enum ParamId { PARAM_LIST(X) PARAMS } ParamId;
#undef X

#define PARAM_BIT(id) (1u << (id))
#define PARAMS_INCIDENT                                                                                     \
  (PARAM_BIT(PARAM_FROM) | PARAM_BIT(PARAM_TO) | PARAM_BIT(PARAM_UNDATED) | PARAM_BIT(PARAM_PLACE) |        \
   PARAM_BIT(PARAM_ACTOR) | PARAM_BIT(PARAM_TYPE) | PARAM_BIT(PARAM_SOURCE) | PARAM_BIT(PARAM_MIN_KILLED) | \
   PARAM_BIT(PARAM_STATUS) | PARAM_BIT(PARAM_PERSON) | PARAM_BIT(PARAM_Q) | PARAM_BIT(PARAM_BBOX))
#define PARAMS_PAGE (PARAM_BIT(PARAM_LIMIT) | PARAM_BIT(PARAM_OFFSET))

typedef enum Method { METHOD_GET, METHOD_POST, METHOD_DELETE, METHOD_OTHER } Method;

typedef struct Request {
  Method method;
  Str path; /* decoded */
  Str id;   /* the {id} of its route, decoded */
  Str value[PARAMS];
  uint32_t given; /* PARAM_BIT of those that were given */
  Str body;       /* of an upload: the path of the file that it was written to */
  uint64_t body_size;
  bool trusted; /* came with the right token */
  Str token;    /* that it came with; empty: none */
} Request;

/* What is wrong with a request; status 0: nothing. */
typedef struct Problem {
  unsigned status;
  char what[128];
  char detail[256];
} Problem;

void problem_set(Problem *problem, unsigned status, const char *what, const char *detail, ...)
    __attribute__((format(printf, 4, 5)));
const char *problem_title(unsigned status);

/* Takes up one parameter; false after setting the problem: none of `allowed`, twice, too long,
 * or not UTF-8. */
bool request_take(Request *request, Arena *arena, uint32_t allowed, Str name, Str value, Problem *problem);

/* The filters among the parameters. `person` stays a key: whoever has the ledger looks it up.
 * False after setting the problem. */
bool request_filter(const Request *request, Arena *arena, LedgerFilter *filter, Problem *problem);
bool request_page(const Request *request, int64_t *limit, int64_t *offset, Problem *problem);
/* Its value among the words ("a b c", the first by default); -1 after setting the problem. */
int request_choice(const Request *request, ParamId id, const char *words, Problem *problem);
const char *param_name(ParamId id);

#endif
