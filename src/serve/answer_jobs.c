/* Files that were handed over. */
#include <json-c/json.h>

#include "serve/context.h"

void answer_jobs(Context *c) {
  say_object(&c->say);
  say_key(&c->say, "rows");
  jobs_say_all(c->house->jobs, &c->say);
  say_end_object(&c->say);
}

static uint32_t job_of(Context *c) {
  uint32_t id = 0;
  return str_to_u32(c->request->id, &id) ? id : 0;
}

static void say_it(Context *c, uint32_t id) {
  if (!jobs_say(c->house->jobs, id, &c->say))
    refuse(c, 404, "job", "there is no such job; they are forgotten when the server stops");
}

void answer_job(Context *c) { say_it(c, job_of(c)); }

void answer_cancel(Context *c) {
  uint32_t id = job_of(c);
  if (jobs_cancel(c->house->jobs, id, &c->problem)) say_it(c, id);
}

static bool date_fits(Context *c, Str published) {
  if (!published.n || engine_published_ok(published)) return true;
  refuse(c, 400, "published", "is no date such as 2024-07-17");
  return false;
}

static bool read_member(Context *c, json_object *o, const char *key, uint32_t most, Str *out) {
  json_object *v = NULL;
  *out = STR("");
  if (!json_object_object_get_ex(o, key, &v)) return true;
  if (!json_object_is_type(v, json_type_string) || json_object_get_string_len(v) > (int)most * 4) {
    refuse(c, 400, key, "is no text of at most %u characters", most);
    return false;
  }
  *out = str_trim(arena_str(c->arena, (Str){json_object_get_string(v), (size_t)json_object_get_string_len(v)}));
  return true;
}

void answer_start(Context *c) {
  Str published = STR(""), outlet = STR("");
  uint32_t id = job_of(c);
  json_object *o = context_object(c);
  if (!o) return;
  json_object_object_foreach(o, key, value) {
    (void)value;
    if (strcmp(key, "published") && strcmp(key, "outlet")) refuse(c, 400, "body", "\"%.40s\" is no member of it", key);
  }
  bool good = !c->problem.status && read_member(c, o, "published", 40, &published) &&
              read_member(c, o, "outlet", 200, &outlet) && date_fits(c, published);
  json_object_put(o);
  if (!good || !jobs_start(c->house->jobs, id, published, outlet, &c->problem)) return;
  c->answer.status = 202;
  say_it(c, id);
}

/* The body was written to a file while it came: its path is the request's body here. */
void answer_upload(Context *c) {
  const Request *r = c->request;
  int start = request_choice(r, PARAM_START, "ask now", &c->problem);
  if (start < 0 || !date_fits(c, r->value[PARAM_PUBLISHED])) return;
  JobNew job = {.name = r->value[PARAM_NAME],
                .path = r->body,
                .size = r->body_size,
                .published = r->value[PARAM_PUBLISHED],
                .outlet = r->value[PARAM_OUTLET],
                .ask = start == 0};
  c->answer.taken = true;
  uint32_t id = jobs_add(c->house->jobs, &job, &c->problem);
  if (!id) return;
  c->answer.status = 202;
  c->answer.location = arena_printf(c->arena, "/api/v1/jobs/%u", id);
  say_it(c, id);
}
