/* See warc.h. A record is a version line, headers, an empty line, Content-Length bytes (an
 * HTTP response with headers of its own), and two empty lines. */
#include "read/warc.h"

#include "read/charset.h"
#include "read/html.h"
#include "read/when.h"

enum { HEADER_MAX = 64 * 1024, HEADERS_MAX = 256, BODY_MAX = 2 * DOCUMENT_MAX };

bool warc_begins(Str head) { return str_starts(head, STR("WARC/")); }

typedef struct Headers {
  Str type, length, uri, date, id;      /* WARC's */
  Str content_type, encoding, transfer; /* HTTP's */
} Headers;

static bool same_name(Str s, const char *lower) {
  Str want = str_of(lower);
  if (s.n != want.n) return false;
  for (size_t i = 0; i < s.n; i++)
    if ((s.p[i] | (s.p[i] >= 'A' && s.p[i] <= 'Z' ? 0x20 : 0)) != lower[i]) return false;
  return true;
}

static void read_header(Headers *h, Str line) {
  Str value = line, name = str_cut(&value, ':');
  value = str_trim(value);
  const struct {
    const char *name;
    Str *into;
  } known[] = {{"warc-type", &h->type},
               {"content-length", &h->length},
               {"warc-target-uri", &h->uri},
               {"warc-date", &h->date},
               {"warc-record-id", &h->id},
               {"content-type", &h->content_type},
               {"content-encoding", &h->encoding},
               {"transfer-encoding", &h->transfer}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (same_name(str_trim(name), known[i].name)) *known[i].into = value;
}

static Str unbracketed(Str s) { return s.n > 2 && s.p[0] == '<' && s.p[s.n - 1] == '>' ? str_slice(s, 1, s.n - 1) : s; }

/* ---------------------------------------------------------------- the HTTP response */

static Str unchunked(Arena *arena, Str body) {
  char *out = arena_alloc(arena, body.n + 1, 1);
  size_t n = 0;
  while (out && body.n) {
    Str line = str_trim(str_cut(&body, '\n'));
    size_t size = 0, k = 0;
    for (; k < line.n && k < 8; k++) {
      char c = (char)(line.p[k] | 0x20);
      if (c >= '0' && c <= '9')
        size = size * 16 + (size_t)(c - '0');
      else if (c >= 'a' && c <= 'f')
        size = size * 16 + (size_t)(c - 'a' + 10);
      else
        break;
    }
    if (!k || !size) break;
    if (size > body.n) size = body.n;
    memcpy(out + n, body.p, size);
    n += size;
    body = str_slice(body, size, body.n);
    str_cut(&body, '\n');
  }
  return (Str){out, out ? n : 0};
}

/* gzip and deflate, up to the size of a document. */
static Str inflated(Arena *arena, Str body) {
  z_stream z = {0};
  Gather g = {0};
  uint8_t room[16 * 1024];
  if (inflateInit2(&z, 15 + 32) != Z_OK) return STR_NONE;
  z.next_in = (Bytef *)(uintptr_t)body.p;
  z.avail_in = (uInt)body.n;
  int got = Z_OK;
  while (got == Z_OK && g.all <= DOCUMENT_MAX) {
    z.next_out = room;
    z.avail_out = sizeof room;
    got = inflate(&z, Z_NO_FLUSH);
    size_t n = sizeof room - z.avail_out;
    if (!gather_put(arena, &g, (Str){(const char *)room, n}, DOCUMENT_MAX) || (!n && got == Z_OK)) break;
  }
  inflateEnd(&z);
  return g.n ? (Str){g.p, g.n} : STR_NONE;
}

static ErrorCode read_page(Arena *arena, Headers *h, Str body, Str what, Document *d, ErrorInfo *info) {
  if (same_name(h->transfer, "chunked")) body = unchunked(arena, body);
  if (same_name(h->encoding, "gzip") || same_name(h->encoding, "x-gzip") || same_name(h->encoding, "deflate"))
    body = inflated(arena, body);
  else if (h->encoding.n && !same_name(h->encoding, "identity"))
    return error_set(info, ERROR_FORMAT, what, 0, "packed with %.*s, which is not read", STR_ARG(h->encoding));
  if (!body.p) return error_set(info, ERROR_FORMAT, what, 0, "the packed page is damaged");
  d->charset = "UTF-8";
  Str text = charset_to_utf8(arena, body, charset_declared(h->content_type), &d->charset);
  if (str_starts(h->content_type, STR("text/plain"))) return d->text = text, ERROR_OK;
  return html_read(arena, text, what, d, info);
}

static bool holds_text(Str type) {
  return str_starts(type, STR("text/html")) || str_starts(type, STR("application/xhtml")) ||
         str_starts(type, STR("text/plain"));
}

static ErrorCode read_response(Arena *arena, Headers *h, Str block, Document *d, WarcStep *step, ErrorInfo *info) {
  Str status = str_cut(&block, '\n');
  *step = WARC_PASSED;
  if (!str_starts(status, STR("HTTP/"))) return ERROR_OK;
  Str code = str_trim(status);
  str_cut(&code, ' ');
  if (!str_starts(str_trim(code), STR("200"))) return ERROR_OK;
  h->content_type = STR_NONE;
  for (int i = 0; i < HEADERS_MAX && block.n; i++) {
    Str line = str_trim(str_cut(&block, '\n'));
    if (!line.n) break;
    read_header(h, line);
  }
  if (!holds_text(h->content_type)) return ERROR_OK;
  *step = WARC_DOCUMENT;
  d->url = arena_str(arena, unbracketed(h->uri));
  d->id = d->url;
  d->retrieved = when_read(arena, h->date);
  return read_page(arena, h, block, d->url, d, info);
}

/* ---------------------------------------------------------------- the record */

static ErrorCode read_headers(Pull *pull, Arena *arena, Headers *h, bool *end, ErrorInfo *info) {
  bool begun = false;
  for (int i = 0; i < HEADERS_MAX; i++) {
    Gather g = {0};
    ErrorCode code = pull_line(pull, arena, HEADER_MAX, &g, end, info);
    if (code || *end) return code;
    Str line = str_trim(gather_str(&g));
    if (!begun) { /* empty lines stand between records */
      if (!line.n) continue;
      if (!warc_begins(line))
        return error_set(info, ERROR_FORMAT, pull->stream->name, 0, "not where a WARC record begins");
      begun = true;
      continue;
    }
    if (!line.n) return ERROR_OK;
    read_header(h, line);
  }
  return error_set(info, ERROR_FORMAT, pull->stream->name, 0, "a WARC record has too many headers");
}

ErrorCode warc_next(Pull *pull, Arena *arena, Document *d, WarcStep *step, bool *broken, ErrorInfo *info) {
  Headers h = {0};
  bool end = false;
  *step = WARC_END;
  *broken = true;
  ErrorCode code = read_headers(pull, arena, &h, &end, info);
  if (code || end) return code;
  double length;
  if (!str_to_double(h.length, &length) || length < 0 || length > 1e15)
    return error_set(info, ERROR_FORMAT, pull->stream->name, 0, "a WARC record without its length");
  bool response = same_name(h.type, "response");
  Gather g = {0};
  code = pull_bytes(pull, arena, (uint64_t)length, response ? BODY_MAX : 0, &g, info);
  if (code) return code;
  *broken = false;
  *step = WARC_PASSED;
  if (!response) return ERROR_OK;
  if (g.all > BODY_MAX) return error_set(info, ERROR_TOO_LARGE, unbracketed(h.uri), 0, "more than 32 MiB");
  return read_response(arena, &h, gather_str(&g), d, step, info);
}
