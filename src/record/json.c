/* Writing a record as one line of JSON.
 *
 * The line is made by hand rather than by a library's tree: the order of keys is part of the
 * format, two runs must give the same bytes, and a document of thousands of records should
 * cost no more than its text. Strings come from hostile documents, so broken UTF-8 turns
 * into U+FFFD here and nowhere later; U+2028 and U+2029 are escaped, since they end a line
 * in JavaScript. */
#include "record/json.h"

#include <math.h>

#include "text/utf8.h"

static void put_escape(Writer *writer, uint32_t code) {
  static const char hex[] = "0123456789abcdef";
  char u[6] = {'\\', 'u', hex[code >> 12 & 15], hex[code >> 8 & 15], hex[code >> 4 & 15], hex[code & 15]};
  switch (code) {
    case '"': writer_lit(writer, "\\\""); return;
    case '\\': writer_lit(writer, "\\\\"); return;
    case '\n': writer_lit(writer, "\\n"); return;
    case '\r': writer_lit(writer, "\\r"); return;
    case '\t': writer_lit(writer, "\\t"); return;
    case UTF8_BROKEN: writer_lit(writer, "\xEF\xBF\xBD"); return;
    default: writer_put(writer, (Str){u, sizeof u});
  }
}

static bool needs_escape(uint32_t code) {
  return code < 0x20 || code == '"' || code == '\\' || code == 0x7F || code == 0x2028 || code == 0x2029 ||
         code == UTF8_BROKEN;
}

void json_put_str(Writer *writer, Str s) {
  writer_byte(writer, '"');
  size_t from = 0;
  for (size_t at = 0; at < s.n;) {
    size_t here = at;
    uint32_t code = utf8_next(s, &at);
    if (!needs_escape(code)) continue;
    writer_put(writer, str_slice(s, from, here));
    put_escape(writer, code);
    from = at;
  }
  writer_put(writer, str_slice(s, from, s.n));
  writer_byte(writer, '"');
}

void json_put_str_or_null(Writer *writer, Str s) {
  if (s.n)
    json_put_str(writer, s);
  else
    writer_lit(writer, "null");
}

void json_put_number(Writer *writer, double number) {
  if (!writer_number(writer, number)) writer_lit(writer, "null");
}

void json_put_bool(Writer *writer, bool value) { writer_put(writer, value ? STR("true") : STR("false")); }

void json_put_key(Writer *writer, bool *first, const char *key) {
  writer_put(writer, *first ? STR("\"") : STR(",\""));
  *first = false;
  writer_put(writer, str_of(key));
  writer_lit(writer, "\":");
}

static void put_span_keys(Writer *writer, Span span) {
  writer_lit(writer, "\"start\":");
  writer_u64(writer, span.start);
  writer_lit(writer, ",\"end\":");
  writer_u64(writer, span.end);
}

void json_put_span(Writer *writer, Span span) {
  writer_byte(writer, '{');
  put_span_keys(writer, span);
  writer_byte(writer, '}');
}

/* `"quote":…,"start":…,"end":…`, as every mention begins. */
static void put_quote_keys(Writer *writer, const Quote *quote) {
  writer_lit(writer, "\"quote\":");
  json_put_str(writer, quote->text);
  writer_byte(writer, ',');
  put_span_keys(writer, quote->span);
}

void json_put_quote(Writer *writer, const Quote *quote) {
  if (!quote->text.n && !span_any(quote->span)) {
    writer_lit(writer, "null");
    return;
  }
  writer_byte(writer, '{');
  put_quote_keys(writer, quote);
  writer_byte(writer, '}');
}

void json_put_count(Writer *writer, Count count) {
  if (!count.set) {
    writer_lit(writer, "null");
    return;
  }
  writer_byte(writer, '[');
  json_put_number(writer, count.min);
  writer_byte(writer, ',');
  json_put_number(writer, count.max);
  writer_byte(writer, ']');
}

static void put_quotes(Writer *writer, QuoteList list) {
  writer_byte(writer, '[');
  for (uint32_t i = 0; i < list.n; i++) {
    if (i) writer_byte(writer, ',');
    writer_byte(writer, '{');
    put_quote_keys(writer, &list.at[i]);
    writer_byte(writer, '}');
  }
  writer_byte(writer, ']');
}

static void put_actors(Writer *writer, ActorList list) {
  writer_byte(writer, '[');
  for (uint32_t i = 0; i < list.n; i++) {
    writer_put(writer, i ? STR(",{") : STR("{"));
    put_quote_keys(writer, &list.at[i].quote);
    writer_lit(writer, ",\"id\":");
    json_put_str_or_null(writer, list.at[i].id);
    writer_lit(writer, ",\"name\":");
    json_put_str_or_null(writer, list.at[i].name);
    if (list.at[i].parent.n) {
      writer_lit(writer, ",\"parent\":");
      json_put_str_or_null(writer, list.at[i].parent);
    }
    writer_byte(writer, '}');
  }
  writer_byte(writer, ']');
}

static void put_text_key(Writer *writer, const char *key, Str value) {
  bool first = false;
  json_put_key(writer, &first, key);
  json_put_str_or_null(writer, value);
}

static void put_number_key(Writer *writer, const char *key, double value) {
  bool first = false;
  json_put_key(writer, &first, key);
  json_put_number(writer, value);
}

static void put_count_key(Writer *writer, const char *key, Count value) {
  bool first = false;
  json_put_key(writer, &first, key);
  json_put_count(writer, value);
}

static void put_quote_key(Writer *writer, const char *key, const Quote *value) {
  bool first = false;
  json_put_key(writer, &first, key);
  json_put_quote(writer, value);
}

static void put_bool_key(Writer *writer, const char *key, bool value) {
  bool first = false;
  json_put_key(writer, &first, key);
  json_put_bool(writer, value);
}

static void put_actors_key(Writer *writer, const char *key, ActorList value) {
  bool first = false;
  json_put_key(writer, &first, key);
  put_actors(writer, value);
}

static void put_place(Writer *writer, const Place *p) {
  writer_byte(writer, '{');
  put_quote_keys(writer, &p->quote);
  put_text_key(writer, "id", p->id);
  put_text_key(writer, "name", p->name);
  put_text_key(writer, "country", p->country);
  put_text_key(writer, "admin1", p->admin1);
  put_number_key(writer, "lat", p->lat);
  put_number_key(writer, "lon", p->lon);
  put_number_key(writer, "precision", p->precision ? p->precision : NAN);
  put_text_key(writer, "basis", p->basis);
  writer_byte(writer, '}');
}

static void put_outcome(Writer *writer, const Outcome *o) {
  writer_lit(writer, "{\"what\":");
  json_put_str_or_null(writer, o->what);
  put_count_key(writer, "count", o->count);
  put_bool_key(writer, "approx", o->count.approx);
  put_quote_key(writer, "of", &o->of);
  put_text_key(writer, "label", o->label);
  put_text_key(writer, "status", o->status);
  put_text_key(writer, "side", o->side);
  put_count_key(writer, "women", o->women);
  put_count_key(writer, "children", o->children);
  put_text_key(writer, "unit", o->unit);
  if (o->share) put_bool_key(writer, "share", true);
  if (o->among) put_bool_key(writer, "among", true);
  if (o->restated) put_bool_key(writer, "restated", true);
  writer_byte(writer, '}');
}

static void put_person(Writer *writer, const Person *p) {
  writer_byte(writer, '{');
  put_quote_keys(writer, &p->quote);
  put_text_key(writer, "name", p->name);
  put_quote_key(writer, "role", &p->role);
  put_count_key(writer, "age", p->age);
  put_text_key(writer, "sex", p->sex);
  put_text_key(writer, "fate", p->fate);
  writer_byte(writer, '}');
}

static void put_head(Writer *writer, const Record *r) {
  writer_lit(writer, "{\"v\":1");
  put_text_key(writer, "id", r->id);
  put_text_key(writer, "doc", r->doc);
  put_text_key(writer, "kind", record_kind_name(r->kind));
  put_text_key(writer, "type", r->type);
  put_text_key(writer, "plover", r->plover);
  put_text_key(writer, "mode", r->mode);
  put_text_key(writer, "acled", r->acled);
  put_text_key(writer, "cameo", r->cameo);
  put_bool_key(writer, "ged", r->ged);
  put_text_key(writer, "part_of", r->part_of);
  put_quote_key(writer, "trigger", &r->trigger);
  writer_lit(writer, ",\"also\":");
  put_quotes(writer, r->also);
  put_count_key(writer, "count", r->count);
  put_bool_key(writer, "approx", r->count.approx);
  put_text_key(writer, "direction", r->direction);
  put_text_key(writer, "time", r->time);
  put_quote_key(writer, "time_quote", &r->time_quote);
  if (r->said.n) put_text_key(writer, "said", r->said);
}

static void put_roles(Writer *writer, const Record *r) {
  writer_lit(writer, ",\"places\":[");
  for (uint32_t i = 0; i < r->nplaces; i++) {
    if (i) writer_byte(writer, ',');
    put_place(writer, &r->places[i]);
  }
  writer_byte(writer, ']');
  put_actors_key(writer, "agents", r->agents);
  put_actors_key(writer, "partners", r->partners);
  put_actors_key(writer, "targets", r->targets);
  writer_lit(writer, ",\"outcomes\":[");
  for (uint32_t i = 0; i < r->noutcomes; i++) {
    if (i) writer_byte(writer, ',');
    put_outcome(writer, &r->outcomes[i]);
  }
  writer_lit(writer, "],\"persons\":[");
  for (uint32_t i = 0; i < r->npersons; i++) {
    if (i) writer_byte(writer, ',');
    put_person(writer, &r->persons[i]);
  }
  writer_byte(writer, ']');
}

static void put_responsibility(Writer *writer, const Responsibility *r) {
  writer_lit(writer, ",\"responsibility\":");
  if (!r->how.n) {
    writer_lit(writer, "null");
    return;
  }
  writer_lit(writer, "{\"how\":");
  json_put_str(writer, r->how);
  put_actors_key(writer, "by", r->by);
  writer_byte(writer, '}');
}

void json_put_record(Writer *writer, const Record *r) {
  put_head(writer, r);
  put_roles(writer, r);
  put_actors_key(writer, "claimed_by", r->claimed_by);
  writer_lit(writer, ",\"via\":");
  put_quotes(writer, r->via);
  put_responsibility(writer, &r->responsibility);
  put_text_key(writer, "stance", r->stance);
  put_bool_key(writer, "background", r->background);
  if (r->total) put_bool_key(writer, "total", true);
  writer_lit(writer, ",\"sentence\":");
  json_put_span(writer, r->sentence);
  put_text_key(writer, "rule", r->rule);
  writer_lit(writer, "}\n");
}
