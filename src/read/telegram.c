/* See telegram.h. The cutter knows strings, numbers, depth and keys, and nothing else of
 * JSON; each message is then read by json-c.
 *
 *   {"name": "قناة الرصد", "type": "public_channel", "id": 1500000001, "messages": [
 *     {"id": 2, "type": "message", "date_unixtime": "1721197800",
 *      "text": ["قصف على ", {"type": "bold", "text": "بلدة الرمال"}]}, …]}
 *
 * An account's export has such objects in a list of chats, behind other lists. */
#include "read/telegram.h"

#include <json-c/json.h>

#include "read/when.h"

typedef struct json_object Json;

enum { MESSAGE_DEPTH = 32 };

static ErrorCode next_byte(Pull *pull, char *c, bool *end, ErrorInfo *info) {
  ErrorCode code = pull_more(pull, info);
  *end = code || !pull->chunk.n;
  if (*end) return code;
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

typedef struct Cut {
  uint32_t depth;
  bool string, escaped;
} Cut;

/* How many of the chunk's bytes belong to the object that is open. */
static size_t cut_object(Cut *cut, Str chunk) {
  size_t i = 0;
  for (; i < chunk.n && cut->depth; i++) {
    char c = chunk.p[i];
    if (cut->string) {
      if (!cut->escaped && c == '"') cut->string = false;
      cut->escaped = !cut->escaped && c == '\\';
    } else if (c == '"') {
      cut->string = true;
      cut->escaped = false;
    } else if (c == '{' || c == '[') {
      cut->depth++;
    } else if (c == '}' || c == ']') {
      cut->depth--;
    }
  }
  return i;
}

/* From behind '{' to its '}'. */
static ErrorCode read_object(Pull *pull, Arena *arena, Gather *g, bool *end, ErrorInfo *info) {
  Cut cut = {.depth = 1};
  bool room = gather_put(arena, g, STR("{"), DOCUMENT_MAX);
  while (cut.depth && room) {
    ErrorCode code = pull_more(pull, info);
    *end = code || !pull->chunk.n;
    if (*end) return code;
    size_t n = cut_object(&cut, pull->chunk);
    room = gather_put(arena, g, str_slice(pull->chunk, 0, n), DOCUMENT_MAX);
    pull->chunk = str_slice(pull->chunk, n, pull->chunk.n);
  }
  return room ? ERROR_OK : error_set(info, ERROR_MEMORY, pull->stream->name, 0, NULL);
}

/* ---------------------------------------------------------------- one message */

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

static struct json_tokener *tokener_over(Str bytes, Json **o) {
  struct json_tokener *tokener = json_tokener_new_ex(MESSAGE_DEPTH);
  *o = tokener && bytes.n <= INT32_MAX ? json_tokener_parse_ex(tokener, bytes.p, (int)bytes.n) : NULL;
  return tokener;
}

/* The channel's name without JSON's escapes. */
static Str name_of(Arena *arena, const Telegram *t) {
  Json *o;
  Str quoted = arena_printf(arena, "\"%.*s\"", (int)t->nname, t->name);
  struct json_tokener *tokener = tokener_over(quoted, &o);
  Str name = arena_str(arena, string_of(o));
  if (o) json_object_put(o);
  if (tokener) json_tokener_free(tokener);
  return name;
}

/* The export tells the time in seconds since 1970, and once more as the clock of the
 * computer that wrote it showed: the first is the same wherever it was exported. */
static void read_message(Arena *arena, const Telegram *t, Json *o, Document *d) {
  Str unix_time = string_of(get(o, "date_unixtime"));
  Json *id = get(o, "id");
  uint32_t seconds;
  d->text = str_trim(text_of(arena, get(o, "text")));
  d->published =
      str_to_u32(unix_time, &seconds) ? when_unix(arena, seconds) : when_read(arena, string_of(get(o, "date")));
  if (id) d->id = arena_printf(arena, "%lld", (long long)json_object_get_int64(id));
  if (id && t->channel && t->nid)
    d->url = arena_printf(arena, "https://t.me/c/%.*s/%.*s", (int)t->nid, t->id, STR_ARG(d->id));
  d->author = arena_str(arena, string_of(get(o, "forwarded_from")));
  d->outlet = name_of(arena, t);
}

/* A service message («joined the channel») and one without text are passed over. */
static ErrorCode parse_message(Arena *arena, const Telegram *t, Str bytes, Document *d, ErrorInfo *info, Str what) {
  Json *o;
  struct json_tokener *tokener = tokener_over(bytes, &o);
  if (!tokener) return error_set(info, ERROR_MEMORY, what, 0, NULL);
  bool ok = json_tokener_get_error(tokener) == json_tokener_success;
  if (ok && str_eq(string_of(get(o, "type")), STR("message"))) read_message(arena, t, o, d);
  if (o) json_object_put(o);
  json_tokener_free(tokener);
  sha256(bytes, d->origin);
  return ok ? ERROR_OK : error_set(info, ERROR_FORMAT, what, 0, "a message is not JSON");
}

/* ---------------------------------------------------------------- between messages */

static bool key_is(const Telegram *t, const char *name) {
  return t->nkey == strlen(name) && memcmp(t->key, name, t->nkey) == 0;
}

/* One string outside a message: a key, or the value of one that is wanted. */
static ErrorCode put_string(Telegram *t, Pull *pull, bool *end, ErrorInfo *info) {
  char s[TELEGRAM_NAME];
  size_t n;
  ErrorCode code = read_string(pull, s, sizeof s, &n, end, info);
  if (code || *end) return code;
  if (key_is(t, "name")) {
    memcpy(t->name, s, n);
    t->nname = n;
    t->nkey = 0;
  } else if (key_is(t, "type")) { /* public_channel, private_supergroup, … */
    Str type = {s, n};
    t->channel = n > 7 && (str_eq(str_slice(type, n - 7, n), STR("channel")) ||
                           (n > 10 && str_eq(str_slice(type, n - 10, n), STR("supergroup"))));
    t->nkey = 0;
  } else {
    t->nkey = n < sizeof t->key ? n : 0;
    memcpy(t->key, s, t->nkey);
  }
  return ERROR_OK;
}

static void open_bracket(Telegram *t, char c) {
  t->depth++;
  if (c == '[' && key_is(t, "messages")) {
    t->list = t->depth;
    t->lists++;
  } else if (c == '{') { /* another chat */
    t->nname = t->nid = 0;
    t->channel = false;
  }
  t->nkey = 0;
}

static void put_sign(Telegram *t, char c) {
  if (c == '{' || c == '[') {
    open_bracket(t, c);
  } else if (c == '}' || c == ']') {
    if (t->list && t->depth == t->list) t->list = 0;
    if (t->depth) t->depth--;
  } else if (c == ',') {
    t->nkey = 0;
  } else if (c >= '0' && c <= '9' && key_is(t, "id") && t->nid < sizeof t->id) {
    t->id[t->nid++] = c;
  }
}

static ErrorCode next_message(Telegram *t, Pull *pull, Arena *arena, Document *d, bool *end, ErrorInfo *info) {
  Gather g = {0};
  Str what = pull->stream->name;
  ErrorCode code = read_object(pull, arena, &g, end, info);
  if (code || *end) return code;
  if (g.all > DOCUMENT_MAX) return error_set(info, ERROR_TOO_LARGE, what, 0, "a message of more than 16 MiB");
  return parse_message(arena, t, gather_str(&g), d, info, what);
}

static ErrorCode at_end(const Telegram *t, const Pull *pull, ErrorInfo *info) {
  if (t->lists && !t->depth) return ERROR_OK;
  return error_set(info, ERROR_FORMAT, pull->stream->name, 0, "%s",
                   t->lists ? "the JSON ends too early" : "neither lines of JSON nor Telegram's export");
}

ErrorCode telegram_next(Telegram *t, Pull *pull, Arena *arena, Document *d, bool *end, ErrorInfo *info) {
  ErrorCode code = ERROR_OK;
  for (char c; !code;) {
    code = next_byte(pull, &c, end, info);
    if (!code && *end) return at_end(t, pull, info);
    if (code) return code;
    if (c == '"') {
      code = put_string(t, pull, end, info);
    } else if (c == '{' && t->list && t->depth == t->list) {
      ArenaMark mark = arena_mark(arena);
      code = next_message(t, pull, arena, d, end, info);
      if (code || d->text.n) return code;
      arena_release(arena, mark); /* thousands of photos without a word */
      *d = (Document){.file = d->file, .charset = d->charset};
    } else {
      put_sign(t, c);
    }
    if (!code && *end) return at_end(t, pull, info);
  }
  return code;
}
