/* See warc.h. A record is a version line, headers, an empty line, Content-Length bytes (an
 * HTTP response with headers of its own), and two empty lines. */
#include "read/warc.h"

#include "read/charset.h"
#include "read/html.h"
#include "read/when.h"

enum { HEADER_MAX = 64 * 1024, HEADERS_MAX = 256, BODY_MAX = 2 * DOCUMENT_MAX };

static bool warc_begins(Str head) { return str_starts(head, STR("WARC/")); }

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

/* A content type without what follows the semicolon. */
static bool is_type(Str value, const char *lower) { return same_name(str_trim(str_cut(&value, ';')), lower); }

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
    if (!k || !size || !body.n) break; /* a chunk that is announced last and cut off */
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

/* The same of zstd. */
static Str unpacked_zstd(Arena *arena, Str body) {
  Gather g = {0};
  char room[16 * 1024];
  ZSTD_DStream *zstd = ZSTD_createDStream();
  ZSTD_inBuffer in = {body.p, body.n, 0};
  for (bool more = zstd != NULL; more && g.all <= DOCUMENT_MAX;) {
    ZSTD_outBuffer out = {room, sizeof room, 0};
    size_t got = ZSTD_decompressStream(zstd, &out, &in);
    if (ZSTD_isError(got) || !gather_put(arena, &g, (Str){room, out.pos}, DOCUMENT_MAX)) break;
    more = out.pos == sizeof room || (in.pos < in.size && (out.pos || got));
  }
  ZSTD_freeDStream(zstd);
  return g.n ? (Str){g.p, g.n} : STR_NONE;
}

/* Some crawlers keep the header of a packing that they have undone. */
static bool is_packed(Str body) {
  static const uint8_t zstd[] = {0x28, 0xB5, 0x2F, 0xFD};
  if (body.n >= 2 && (uint8_t)body.p[0] == 0x1F && (uint8_t)body.p[1] == 0x8B) return true;
  if (body.n >= 2 && (body.p[0] & 0x0F) == 8 && ((uint8_t)body.p[0] * 256 + (uint8_t)body.p[1]) % 31 == 0) return true;
  return body.n >= sizeof zstd && memcmp(body.p, zstd, sizeof zstd) == 0;
}

static ErrorCode unpack_page(Arena *arena, const Headers *h, Str *body, Str what, ErrorInfo *info) {
  static const char *const known[] = {"gzip", "x-gzip", "deflate", "zstd"};
  if (same_name(h->transfer, "chunked")) *body = unchunked(arena, *body);
  bool packed = false;
  for (size_t i = 0; i < sizeof known / sizeof *known; i++) packed |= same_name(h->encoding, known[i]);
  if (!packed && h->encoding.n && !same_name(h->encoding, "identity"))
    return error_set(info, ERROR_FORMAT, what, 0, "packed with %.*s, which is not read", STR_ARG(h->encoding));
  if (packed && is_packed(*body))
    *body = same_name(h->encoding, "zstd") ? unpacked_zstd(arena, *body) : inflated(arena, *body);
  if (!body->p) return error_set(info, ERROR_FORMAT, what, 0, "the packed page is damaged");
  if (body->n >= DOCUMENT_MAX) return error_set(info, ERROR_TOO_LARGE, what, 0, "more than 16 MiB");
  return ERROR_OK;
}

static ErrorCode read_page(Arena *arena, const Headers *h, Str body, const Furniture *furniture, Document *d,
                           ErrorInfo *info) {
  Str what = d->url;
  ErrorCode code = unpack_page(arena, h, &body, what, info);
  if (code) return code;
  sha256(body, d->origin);
  d->charset = "UTF-8";
  Str text = charset_to_utf8(arena, body, charset_declared(h->content_type), &d->charset);
  if (is_type(h->content_type, "text/plain")) return d->text = text, ERROR_OK;
  return html_read(arena, text, furniture, what, d, info);
}

static bool holds_text(Str type) {
  return is_type(type, "text/html") || is_type(type, "application/xhtml+xml") || is_type(type, "text/plain");
}

static ErrorCode read_response(Arena *arena, const Headers *h, Str block, const Furniture *furniture, Document *d,
                               WarcStep *step, ErrorInfo *info) {
  Str status = str_cut(&block, '\n');
  *step = WARC_PASSED;
  if (!str_starts(status, STR("HTTP/"))) return ERROR_OK;
  Str code = str_trim(status);
  str_cut(&code, ' ');
  if (!str_starts(str_trim(code), STR("200"))) return ERROR_OK;
  Headers http = {0}; /* kept apart: a server must not tell the archive's address or date */
  for (int i = 0; i < HEADERS_MAX && block.n; i++) {
    Str line = str_trim(str_cut(&block, '\n'));
    if (!line.n) break;
    read_header(&http, line);
  }
  if (!holds_text(http.content_type)) return ERROR_OK;
  *step = WARC_DOCUMENT;
  d->url = arena_str(arena, unbracketed(h->uri));
  d->id = h->id.n ? arena_str(arena, unbracketed(h->id)) : d->url;
  d->retrieved = when_read(arena, h->date);
  return read_page(arena, &http, block, furniture, d, info);
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

static bool length_of(Str s, uint64_t *out) {
  enum { DIGITS = 15 };
  *out = 0;
  for (size_t i = 0; i < s.n; i++) {
    if (s.p[i] < '0' || s.p[i] > '9') return false;
    *out = *out * 10 + (uint64_t)(s.p[i] - '0');
  }
  return s.n > 0 && s.n <= DIGITS;
}

ErrorCode warc_next(Pull *pull, Arena *arena, const Furniture *furniture, Document *d, WarcStep *step, bool *broken,
                    ErrorInfo *info) {
  Headers h = {0};
  bool end = false;
  *step = WARC_END;
  *broken = true;
  ErrorCode code = read_headers(pull, arena, &h, &end, info);
  if (code || end) return code;
  uint64_t length;
  if (!length_of(h.length, &length))
    return error_set(info, ERROR_FORMAT, pull->stream->name, 0, "a WARC record without its length");
  bool response = same_name(h.type, "response");
  Gather g = {0};
  code = pull_bytes(pull, arena, length, response ? BODY_MAX : 0, &g, info);
  if (code) return code;
  *broken = false;
  *step = WARC_PASSED;
  if (!response) return ERROR_OK;
  if (g.all > BODY_MAX) return error_set(info, ERROR_TOO_LARGE, unbracketed(h.uri), 0, "more than 32 MiB");
  return read_response(arena, &h, gather_str(&g), furniture, d, step, info);
}
