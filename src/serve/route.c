#include "serve/route.h"

#define BIT(name) PARAM_BIT(PARAM_##name)
#define CLAIMS (BIT(FROM) | BIT(TO) | BIT(PLACE) | BIT(ACTOR) | BIT(TYPE) | BIT(SOURCE) | BIT(STATUS) | BIT(Q))

static const Route routes[] = {
    {METHOD_GET, "/meta", answer_meta, 0, 0, BODY_NONE, false, true},
    {METHOD_GET, "/credits", answer_credits, 0, 0, BODY_NONE, false, false},
    {METHOD_GET, "/overview", answer_overview, PARAMS_INCIDENT, 0, BODY_NONE, false, false},
    {METHOD_GET, "/timeline", answer_timeline, PARAMS_INCIDENT | BIT(BY), 0, BODY_NONE, false, false},
    {METHOD_GET, "/map", answer_map, PARAMS_INCIDENT | BIT(MOST), 0, BODY_NONE, false, false},
    {METHOD_GET, "/incidents", answer_incidents, PARAMS_INCIDENT | PARAMS_PAGE | BIT(SORT), 0, BODY_NONE, false, false},
    {METHOD_GET, "/incidents/{id}", answer_incident, BIT(NAMES), 0, BODY_NONE, false, false},
    {METHOD_GET, "/records", answer_records,
     (PARAMS_INCIDENT & ~BIT(BBOX)) | PARAMS_PAGE | BIT(SORT) | BIT(KIND) | BIT(NAMES), 0, BODY_NONE, false, false},
    {METHOD_GET, "/records/{id}", answer_record, BIT(NAMES), 0, BODY_NONE, false, false},
    {METHOD_GET, "/documents", answer_documents,
     BIT(FROM) | BIT(TO) | BIT(UNDATED) | BIT(PLACE) | BIT(ACTOR) | BIT(TYPE) | BIT(SOURCE) | BIT(Q) | PARAMS_PAGE |
         BIT(SORT) | BIT(NAMES),
     0, BODY_NONE, false, false},
    {METHOD_GET, "/documents/{id}", answer_document, BIT(NAMES), 0, BODY_NONE, false, false},
    {METHOD_GET, "/people", answer_people,
     BIT(FATE) | BIT(Q) | BIT(FROM) | BIT(TO) | BIT(SORT) | PARAMS_PAGE | BIT(NAMES), 0, BODY_NONE, false, false},
    {METHOD_GET, "/people/{id}", answer_person, BIT(NAMES), 0, BODY_NONE, false, false},
    {METHOD_GET, "/claims", answer_claims, CLAIMS | PARAMS_PAGE | BIT(SORT) | BIT(NAMES), 0, BODY_NONE, false, false},
    {METHOD_GET, "/series", answer_series, CLAIMS | PARAMS_PAGE, 0, BODY_NONE, false, false},
    {METHOD_GET, "/findings", answer_findings, BIT(KIND) | BIT(FROM) | BIT(TO) | PARAMS_PAGE | BIT(NAMES), 0, BODY_NONE,
     false, false},
    {METHOD_GET, "/findings/{id}", answer_finding, BIT(NAMES), 0, BODY_NONE, false, false},
    {METHOD_GET, "/search", answer_search, BIT(Q) | PARAMS_PAGE | BIT(NAMES), BIT(Q), BODY_NONE, false, false},
    {METHOD_GET, "/suggest", answer_suggest, BIT(WHAT) | BIT(Q) | BIT(LIMIT), BIT(WHAT), BODY_NONE, false, false},
    {METHOD_GET, "/decisions", answer_decisions, BIT(TARGET) | PARAMS_PAGE, 0, BODY_NONE, false, false},
    {METHOD_POST, "/decisions", answer_decide, 0, 0, BODY_JSON, true, true},
    {METHOD_POST, "/uploads", answer_upload, BIT(NAME) | BIT(PUBLISHED) | BIT(OUTLET) | BIT(START), BIT(NAME),
     BODY_FILE, true, true},
    {METHOD_GET, "/jobs", answer_jobs, 0, 0, BODY_NONE, false, true},
    {METHOD_GET, "/jobs/{id}", answer_job, 0, 0, BODY_NONE, false, true},
    {METHOD_DELETE, "/jobs/{id}", answer_cancel, 0, 0, BODY_NONE, true, true},
    {METHOD_POST, "/jobs/{id}/start", answer_start, 0, 0, BODY_JSON, true, true},
    {METHOD_GET, "/export", answer_export, PARAMS_INCIDENT | BIT(AS) | BIT(WHAT) | BIT(NAMES), BIT(AS), BODY_NONE,
     false, true},
};
enum { NROUTES = sizeof routes / sizeof *routes };

const Route *route_at(uint32_t i) { return i < NROUTES ? &routes[i] : NULL; }

/* Part by part; {id} takes one that is not empty. */
static bool fits(const char *pattern, Str path, Str *id) {
  Str want = str_of(pattern);
  *id = STR("");
  while (want.p && path.p) {
    Str a = str_cut(&want, '/'), b = str_cut(&path, '/');
    if (str_eq(a, STR("{id}")) && b.n)
      *id = b;
    else if (!str_eq(a, b))
      return false;
  }
  return !want.p && !path.p;
}

const Route *route_find(Request *r, Problem *problem) {
  static const Str base = {"/api/v1", 7};
  Str below = str_starts(r->path, base) ? str_slice(r->path, base.n, r->path.n) : STR("");
  bool there = false;
  for (uint32_t i = 0; i < NROUTES; i++) {
    Str id;
    if (!fits(routes[i].path, below, &id)) continue;
    there = true;
    if (routes[i].method != r->method) continue;
    r->id = id;
    return &routes[i];
  }
  if (there)
    problem_set(problem, 405, "method", "this call knows other methods; docs/openapi.yaml lists them");
  else
    problem_set(problem, 404, "path", "there is no such call; docs/openapi.yaml lists them");
  return NULL;
}
