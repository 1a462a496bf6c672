/* json-c reads the line; what is ours is to keep a hostile line small. A value of two bytes
 * («[]») costs the parser some hundred, so that the line's values are counted first. */
#include "read/jsonl.h"

#include <json-c/json.h>

#include "text/utf8.h"

enum { MAX_VALUES = 200 * 1000, MAX_DEPTH = 32 };

static bool too_many_values(Str line) {
  uint32_t values = 0;
  bool quoted = false;
  for (size_t i = 0; i < line.n; i++) {
    char c = line.p[i];
    if (quoted && c == '\\')
      i++;
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && (c == ',' || c == '[' || c == '{'))
      values++;
  }
  return values > MAX_VALUES;
}

static ErrorCode parse(Str line, Str what, json_object **root, ErrorInfo *info) {
  json_tokener *tokener = json_tokener_new_ex(MAX_DEPTH);
  if (!tokener) return error_set(info, ERROR_MEMORY, what, 0, NULL);
  json_tokener_set_flags(tokener, JSON_TOKENER_STRICT);
  *root = json_tokener_parse_ex(tokener, line.p, (int)line.n);
  enum json_tokener_error error = json_tokener_get_error(tokener);
  size_t at = json_tokener_get_parse_end(tokener);
  json_tokener_free(tokener);
  ErrorCode code = ERROR_OK;
  if (error == json_tokener_continue)
    code = error_set(info, ERROR_FORMAT, what, line.n, "the JSON ends too early");
  else if (error != json_tokener_success)
    code = error_set(info, ERROR_FORMAT, what, at, "no JSON at byte %zu: %s", at + 1, json_tokener_error_desc(error));
  else if (!json_object_is_type(*root, json_type_object))
    code = error_set(info, ERROR_FORMAT, what, 0, "not a JSON object");
  if (!code) return ERROR_OK;
  json_object_put(*root);
  return code;
}

/* A key's string; empty where it is missing or null. A number is taken for an id alone. */
static ErrorCode take(Arena *arena, json_object *root, const char *key, bool number, Str what, Str *out,
                      ErrorInfo *info) {
  json_object *value = NULL;
  if (!json_object_object_get_ex(root, key, &value) || !value) return ERROR_OK;
  bool string = json_object_is_type(value, json_type_string);
  if (!string && !(number && json_object_is_type(value, json_type_int)))
    return error_set(info, ERROR_FORMAT, what, 0, "\"%s\" is not a string", key);
  const char *p = json_object_get_string(value);
  *out = arena_str(arena, (Str){p, string ? (size_t)json_object_get_string_len(value) : strlen(p)});
  return out->p ? ERROR_OK : error_set(info, ERROR_MEMORY, what, 0, NULL);
}

static bool hex_value(char c, uint8_t *out) {
  if (c >= '0' && c <= '9') return *out = (uint8_t)(c - '0'), true;
  if (c >= 'a' && c <= 'f') return *out = (uint8_t)(c - 'a' + 10), true;
  return false;
}

/* What `daftar read` wrote tells the sum of the first bytes, not of its own line. */
static void take_sum(Str hex, uint8_t out[SHA256_BYTES]) {
  uint8_t sum[SHA256_BYTES], high, low;
  if (hex.n != 2 * (size_t)SHA256_BYTES) return;
  for (size_t i = 0; i < SHA256_BYTES; i++) {
    if (!hex_value(hex.p[2 * i], &high) || !hex_value(hex.p[2 * i + 1], &low)) return;
    sum[i] = (uint8_t)(high << 4 | low);
  }
  memcpy(out, sum, sizeof sum);
}

ErrorCode jsonl_read(Arena *arena, Str line, Str what, Document *document, ErrorInfo *info) {
  if (line.n > DOCUMENT_MAX) return error_set(info, ERROR_TOO_LARGE, what, 0, "%zu bytes", line.n);
  if (too_many_values(line))
    return error_set(info, ERROR_TOO_LARGE, what, 0, "more than %d values in one line", (int)MAX_VALUES);
  json_object *root = NULL;
  ErrorCode code = parse(line, what, &root, info);
  if (code) return code;
  Str charset = STR_NONE, sum = STR_NONE;
  sha256(line, document->origin);
  struct {
    const char *key;
    Str *to;
    bool number;
  } const keys[] = {{"id", &document->id, true},
                    {"text", &document->text, false},
                    {"title", &document->title, false},
                    {"published", &document->published, false},
                    {"outlet", &document->outlet, false},
                    {"url", &document->url, false},
                    {"author", &document->author, false},
                    {"retrieved", &document->retrieved, false},
                    {"lang", &document->lang, false},
                    {"charset", &charset, false},
                    {"sha256", &sum, false}};
  for (size_t i = 0; !code && i < sizeof keys / sizeof *keys; i++)
    code = take(arena, root, keys[i].key, keys[i].number, what, keys[i].to, info);
  if (charset.n && utf8_clean(arena, charset).p == charset.p) document->charset = charset.p;
  take_sum(sum, document->origin);
  if (!code && !document->text.p && !document->title.p)
    code = error_set(info, ERROR_FORMAT, what, 0, "there is no \"text\"");
  json_object_put(root);
  return code;
}
