/* See telegram.h. The cutter knows strings, depth and keys, and nothing else of JSON; each
 * message is then read by json-c. */
#include "read/telegram.h"

#include <json-c/json.h>

#include "read/when.h"

typedef struct json_object Json;

enum { MESSAGE_DEPTH = 32 };

bool telegram_begins(Str head) {
  head = str_trim(head);
  if (!head.n || head.p[0] != '{') return false;
  Str first = head;
  first = str_trim(str_cut(&head, '\n'));
  if (first.n > 1 && first.p[first.n - 1] == '}') return false; /* a line of its own: JSONL */
  for (size_t i = 0; i < head.n; i++)
    if (str_starts(str_slice(head, i, head.n), STR("\"messages\""))) return true;
  return false;
}

static ErrorCode next_byte(Pull *pull, char *c, bool *end, ErrorInfo *info) {
  ErrorCode code = pull_more(pull, info);
  *end = !code && !pull->chunk.n;
  if (code || *end) return code;
  *c = pull->chunk.p[0];
  pull->chunk = str_slice(pull->chunk, 1, pull->chunk.n);
  return ERROR_OK;
}

/* A string's bytes as they are written, up to the closing mark; what is past the room is dropped. */
static ErrorCode read_string(Pull *pull, char *out, size_t room, size_t *n, bool *end, ErrorInfo *info) {
  char c;
  *n = 0;
  for (bool escaped = false;;) {
    ErrorCode code = next_byte(pull, &c, end, info);
    if (code || *end) return code;
    if (!escaped && c == '"') return ERROR_OK;
    escaped = !escaped && c == '\\';
    if (*n < room) out[(*n)++] = c;
  }
}

/* From behind '{' to its '}'. */
static ErrorCode read_object(Pull *pull, Arena *arena, Gather *g, bool *end, ErrorInfo *info) {
  uint32_t depth = 1;
  bool string = false, escaped = false;
  if (!gather_put(arena, g, STR("{"), DOCUMENT_MAX)) return error_set(info, ERROR_MEMORY, pull->stream->name, 0, NULL);
  while (depth) {
    ErrorCode code = pull_more(pull, info);
    *end = !code && !pull->chunk.n;
    if (code || *end) return code;
    size_t i = 0;
    for (; i < pull->chunk.n && depth; i++) {
      char c = pull->chunk.p[i];
      if (string) {
        if (!escaped && c == '"') string = false;
        escaped = !escaped && c == '\\';
      } else if (c == '"') {
        string = true;
        escaped = false;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    if (!gather_put(arena, g, str_slice(pull->chunk, 0, i), DOCUMENT_MAX))
      return error_set(info, ERROR_MEMORY, pull->stream->name, 0, NULL);
    pull->chunk = str_slice(pull->chunk, i, pull->chunk.n);
  }
  return ERROR_OK;
}

static Json *get(Json *o, const char *key) {
  Json *v = NULL;
  return json_object_is_type(o, json_type_object) && json_object_object_get_ex(o, key, &v) ? v : NULL;
}

static Str string_of(Json *v) {
  if (!v || !json_object_is_type(v, json_type_string)) return STR_NONE;
  return (Str){json_object_get_string(v), (size_t)json_object_get_string_len(v)};
}

/* The text is a string, or a list of strings and marked-up pieces. */
static Str text_of(Arena *arena, Json *v) {
  if (!v || !json_object_is_type(v, json_type_array)) return arena_str(arena, string_of(v));
  Gather g = {0};
  for (size_t i = 0; i < json_object_array_length(v); i++) {
    Json *piece = json_object_array_get_idx(v, i);
    Str s = json_object_is_type(piece, json_type_object) ? string_of(get(piece, "text")) : string_of(piece);
    if (!gather_put(arena, &g, s, DOCUMENT_MAX)) return STR_NONE;
  }
  return gather_str(&g);
}

static void read_message(Arena *arena, const Telegram *t, Json *o, Document *d) {
  Str unix_time = string_of(get(o, "date_unixtime"));
  Json *id = get(o, "id");
  uint32_t seconds;
  d->text = str_trim(text_of(arena, get(o, "text")));
  d->published =
      str_to_u32(unix_time, &seconds) ? when_unix(arena, seconds) : when_read(arena, string_of(get(o, "date")));
  if (id) d->id = arena_printf(arena, "%lld", (long long)json_object_get_int64(id));
  d->author = arena_str(arena, string_of(get(o, "forwarded_from")));
  d->outlet = arena_str(arena, (Str){t->name, t->nname});
}

/* A service message («joined the channel») and one without text are passed over. */
static ErrorCode parse_message(Arena *arena, const Telegram *t, Str bytes, Document *d, ErrorInfo *info, Str what) {
  struct json_tokener *tokener = json_tokener_new_ex(MESSAGE_DEPTH);
  if (!tokener) return error_set(info, ERROR_MEMORY, what, 0, NULL);
  Json *o = json_tokener_parse_ex(tokener, bytes.p, (int)bytes.n);
  bool ok = json_tokener_get_error(tokener) == json_tokener_success;
  if (ok && str_eq(string_of(get(o, "type")), STR("message"))) read_message(arena, t, o, d);
  if (o) json_object_put(o);
  json_tokener_free(tokener);
  return ok ? ERROR_OK : error_set(info, ERROR_FORMAT, what, 0, "a message is not JSON");
}

/* One string outside a message: a key, or the channel's name. */
static ErrorCode put_string(Telegram *t, Pull *pull, bool *end, ErrorInfo *info) {
  char s[TELEGRAM_NAME];
  size_t n;
  ErrorCode code = read_string(pull, s, sizeof s, &n, end, info);
  if (code || *end) return code;
  if (t->nkey == 4 && memcmp(t->key, "name", 4) == 0) { /* the value of "name" */
    memcpy(t->name, s, n);
    t->nname = n;
    t->nkey = 0;
    return ERROR_OK;
  }
  t->nkey = n < sizeof t->key ? n : 0;
  memcpy(t->key, s, t->nkey);
  return ERROR_OK;
}

ErrorCode telegram_next(Telegram *t, Pull *pull, Arena *arena, Document *d, bool *end, ErrorInfo *info) {
  char c;
  for (;;) {
    ErrorCode code = next_byte(pull, &c, end, info);
    if (code || *end) return code;
    if (c == '"') {
      code = put_string(t, pull, end, info);
      if (code || *end) return code;
    } else if (c == '{' && t->list && t->depth == t->list) {
      Gather g = {0};
      code = read_object(pull, arena, &g, end, info);
      if (code || *end) return code;
      if (g.all > DOCUMENT_MAX)
        return error_set(info, ERROR_TOO_LARGE, pull->stream->name, 0, "a message of more than 16 MiB");
      code = parse_message(arena, t, gather_str(&g), d, info, pull->stream->name);
      if (code || d->text.n) return code;
      *d = (Document){.file = d->file, .charset = d->charset};
    } else if (c == '{' || c == '[') {
      t->depth++;
      if (c == '[' && t->nkey == 8 && memcmp(t->key, "messages", 8) == 0) t->list = t->depth;
      t->nkey = 0;
    } else if (c == '}' || c == ']') {
      if (t->list && t->depth == t->list) t->list = 0;
      if (t->depth) t->depth--;
    } else if (c == ',') {
      t->nkey = 0;
    }
  }
}
