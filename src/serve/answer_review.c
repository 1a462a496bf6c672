/* Decisions: what reviewers decided, and one more. Writing has a connection of its own, which is
 * opened for each decision and closed behind it: they are few, and a ledger that nobody writes
 * stays one plain file. */
#include <json-c/json.h>
#include <pthread.h>
#include <stdlib.h>

#include "serve/context.h"
#include "serve/pool.h"
#include "text/utf8.h"

enum { TARGETS_MOST = 500, WAIT_SECONDS = 20, INCIDENTS_MOST = 100, DEPTH_MOST = 8 };

void answer_decisions(Context *c) {
  LedgerPage page;
  LedgerDecided decided;
  ErrorInfo info = {0};
  Say *s = &c->say;
  if (!context_page(c, &page)) return;
  ErrorCode code = ledger_decided(c->ledger, c->arena, c->request->value[PARAM_TARGET], 0, page, &decided, &info);
  if (code) {
    refuse_error(c, code, &info, "decisions");
    return;
  }
  say_object(s);
  say_field_int(s, "total", decided.total);
  say_field_int(s, "offset", page.offset);
  say_key(s, "rows");
  say_decisions(c, &decided);
  say_end_object(s);
}

/* ---- reading one ---- */

typedef struct Member {
  const char *name;
  uint32_t most; /* characters */
  Str *to;
} Member;

static bool read_text(Context *c, json_object *value, const Member *m) {
  Str text = {json_object_get_string(value), (size_t)json_object_get_string_len(value)};
  uint32_t n = 0;
  for (size_t i = 0; i < text.n; i++) n += ((unsigned char)text.p[i] & 0xC0) != 0x80;
  if (!json_object_is_type(value, json_type_string))
    refuse(c, 400, m->name, "is no text");
  else if (n > m->most)
    refuse(c, 400, m->name, "is longer than %u characters", m->most);
  else if (memchr(text.p, 0, text.n))
    refuse(c, 400, m->name, "has a character that is none");
  else
    *m->to = arena_str(c->arena, utf8_clean(c->arena, text));
  return !c->problem.status;
}

static bool read_targets(Context *c, json_object *value, LedgerDecision *d) {
  size_t n = json_object_is_type(value, json_type_array) ? json_object_array_length(value) : 0;
  Str *targets = ARENA_ARRAY(c->arena, Str, n + 1);
  if (!targets || !n || n > TARGETS_MOST) {
    refuse(c, 400, "targets", "is no list of 1 to %d ids", TARGETS_MOST);
    return false;
  }
  for (size_t i = 0; i < n; i++) {
    Member m = {"targets", 64, &targets[i]};
    if (!read_text(c, json_object_array_get_idx(value, i), &m)) return false;
  }
  d->targets = targets;
  d->ntargets = (uint32_t)n;
  return true;
}

/* The body as an object, or NULL after refusing. */
json_object *context_object(Context *c) {
  json_tokener *t = json_tokener_new_ex(DEPTH_MOST);
  json_object *o = NULL;
  if (t) {
    json_tokener_set_flags(t, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    o = json_tokener_parse_ex(t, c->request->body.p, (int)c->request->body.n);
    if (json_tokener_get_error(t) != json_tokener_success || json_tokener_get_parse_end(t) != c->request->body.n) {
      json_object_put(o);
      o = NULL;
    }
    json_tokener_free(t);
  }
  if (o && json_object_is_type(o, json_type_object)) return o;
  json_object_put(o);
  refuse(c, 400, "body", "is no JSON object");
  return NULL;
}

static bool read_decision(Context *c, json_object *o, LedgerDecision *d) {
  Str verb = STR("");
  const Member members[] = {{"verb", 20, &verb},
                            {"field", 40, &d->field},
                            {"value", 400, &d->value},
                            {"why", 2000, &d->why},
                            {"by", 100, &d->by}};
  json_object_object_foreach(o, key, value) {
    bool known = strcmp(key, "targets") == 0;
    if (known && !read_targets(c, value, d)) return false;
    for (size_t i = 0; i < sizeof members / sizeof *members && !known; i++) {
      known = strcmp(key, members[i].name) == 0;
      if (known && !read_text(c, value, &members[i])) return false;
    }
    if (known) continue;
    refuse(c, 400, "body", "\"%.40s\" is no member of a decision", key);
    return false;
  }
  d->by = str_trim(d->by);
  if (!ledger_verb_of(verb, &d->verb))
    refuse(c, 400, "verb", "is none of: accept reject merge split correct note undo");
  else if (!d->ntargets)
    refuse(c, 400, "targets", "is missing");
  else if (!d->by.n)
    refuse(c, 400, "by", "is missing: a decision says who decided");
  else if (d->verb == LEDGER_CORRECT && !d->field.n)
    refuse(c, 400, "field", "is missing");
  return !c->problem.status;
}

/* ---- writing it ---- */

static bool waiting(void *context, uint32_t seconds) {
  (void)context;
  return seconds < WAIT_SECONDS;
}

static void write_it(Context *c, const LedgerDecision *d, int64_t *number) {
  const char *path = c->house->options->ledger;
  LedgerOptions options = {.mode = LEDGER_WRITE, .waiting = waiting};
  Ledger *ledger = NULL;
  ErrorInfo info = {0};
  if (!ledger_writable(path)) {
    refuse(c, 409, "ledger", "cannot be written: the file or its folder is read-only");
    return;
  }
  pool_writing(c->house->pool, true);
  ErrorCode code = ledger_open(path, &options, &ledger, &info);
  if (!code) code = ledger_decide(ledger, d, number, &info);
  ledger_close(ledger);
  pool_writing(c->house->pool, false);
  if (code) refuse_error(c, code, &info, info.what[0] && code == ERROR_USAGE ? info.what : "ledger");
}

void answer_decide(Context *c) {
  char at[32];
  int64_t number = 0, rows[INCIDENTS_MOST];
  LedgerDecision d = {.field = STR(""), .value = STR(""), .why = STR(""), .by = STR("")};
  LedgerDecided decided;
  ErrorInfo info = {0};
  Say *s = &c->say;
  json_object *o = context_object(c);
  bool good = o && read_decision(c, o, &d);
  json_object_put(o);
  if (!good) return;
  d.at = c->house->options->now(at);
  write_it(c, &d, &number);
  if (c->problem.status || !pool_refresh(c)) return;
  uint32_t n = ledger_decided_incidents(c->ledger, number, rows, INCIDENTS_MOST);
  if (ledger_decided(c->ledger, c->arena, STR(""), number, (LedgerPage){0, 1}, &decided, &info) || !decided.list.n) {
    refuse(c, 500, "ledger", "the decision was written and cannot be read back");
    return;
  }
  c->answer.status = 201;
  say_object(s);
  say_key(s, "decision");
  say_raw(s, decided.list.at[0]);
  say_key(s, "incidents");
  say_array(s);
  for (uint32_t k = 0; k < n; k++) say_incident(c, rows[k]);
  say_end_array(s);
  say_end_object(s);
}
