/* Three layers over one file descriptor: the file's bytes (raw), what gzip or zstd packed in
 * them (plain), and both as UTF-8. How it is packed is known by its magic and not by the
 * file's name, UTF-16 by its byte order mark. A gzip file may be several members one after the other, as
 * `cat a.gz b.gz` makes. */
#include "read/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "text/utf8.h"

enum { GZIP_WINDOW = 15 + 16, WINDOW_LOG_MAX = 27 /* 128 MiB, what zstd itself takes */ };

const char *charset_name(Charset charset) {
  return charset == CHARSET_UTF16LE ? "UTF-16LE" : charset == CHARSET_UTF16BE ? "UTF-16BE" : "UTF-8";
}

/* Reads until the buffer has `least` bytes or the file ends. */
static ErrorCode fill_raw(Stream *s, size_t least, ErrorInfo *info) {
  if (s->raw_at == s->raw_n) s->raw_at = s->raw_n = 0;
  while (s->raw_n - s->raw_at < least && s->raw_n < sizeof s->raw) {
    ssize_t got = read(s->fd, s->raw + s->raw_n, sizeof s->raw - s->raw_n);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return error_set(info, ERROR_IO, s->name, 0, "%s", strerror(errno));
    if (got == 0) break;
    s->raw_n += (size_t)got;
    s->taken += (size_t)got;
  }
  return ERROR_OK;
}

static ErrorCode bad_gzip(const Stream *s, ErrorInfo *info, const char *why) {
  return error_set(info, ERROR_FORMAT, s->name, s->z.total_in, "%s", why);
}

/* One step of inflate. */
static ErrorCode unpack(Stream *s, ErrorInfo *info) {
  ErrorCode code = fill_raw(s, 1, info);
  if (code) return code;
  if (s->raw_at == s->raw_n) {
    if (!s->member_done) return bad_gzip(s, info, "the gzip data ends too early");
    s->end = true;
    return ERROR_OK;
  }
  if (s->member_done) {
    /* Zeros behind the last member are padding, as gzip itself takes them. */
    if (s->raw[s->raw_at] == 0) {
      s->raw_at++;
      return ERROR_OK;
    }
    if (inflateReset(&s->z) != Z_OK) return bad_gzip(s, info, "the gzip data is damaged");
    s->member_done = false;
  }
  s->z.next_in = s->raw + s->raw_at;
  s->z.avail_in = (uInt)(s->raw_n - s->raw_at);
  s->z.next_out = s->plain + s->plain_n;
  s->z.avail_out = (uInt)(sizeof s->plain - s->plain_n);
  int got = inflate(&s->z, Z_NO_FLUSH);
  s->raw_at = s->raw_n - s->z.avail_in;
  s->plain_n = sizeof s->plain - s->z.avail_out;
  if (got == Z_MEM_ERROR) return error_set(info, ERROR_MEMORY, s->name, 0, NULL);
  if (got == Z_STREAM_END)
    s->member_done = true;
  else if (got != Z_OK && got != Z_BUF_ERROR)
    return bad_gzip(s, info, "the gzip data is damaged");
  return ERROR_OK;
}

/* The same of zstd; frames one after the other are read as one. */
static ErrorCode unpack_zstd(Stream *s, ErrorInfo *info) {
  ErrorCode code = fill_raw(s, 1, info);
  if (code) return code;
  if (s->raw_at == s->raw_n) {
    s->end = true;
    return s->member_done ? ERROR_OK : error_set(info, ERROR_FORMAT, s->name, s->taken, "the zstd data ends too early");
  }
  ZSTD_inBuffer in = {s->raw, s->raw_n, s->raw_at};
  ZSTD_outBuffer out = {s->plain, sizeof s->plain, s->plain_n};
  size_t got = ZSTD_decompressStream(s->zstd, &out, &in);
  if (ZSTD_isError(got)) return error_set(info, ERROR_FORMAT, s->name, s->taken, "the zstd data is damaged");
  s->member_done = got == 0;
  s->raw_at = in.pos;
  s->plain_n = out.pos;
  return ERROR_OK;
}

/* gzip reaches 1,000 to 1, zstd more: a small file that keeps a machine busy for hours. */
static ErrorCode count_unpacked(Stream *s, size_t n, ErrorInfo *info) {
  static const uint64_t much = (uint64_t)1 << 30;
  s->unpacked += n;
  if (s->unpacked < much || s->unpacked / 200 < s->taken) return ERROR_OK;
  return error_set(info, ERROR_TOO_LARGE, s->name, s->taken, "unpacks to more than 200 times its size; given up");
}

/* Makes at least `least` bytes ready in `plain`, fewer only at the end. */
static ErrorCode fill_plain(Stream *s, size_t least, ErrorInfo *info) {
  if (s->plain_at == s->plain_n) s->plain_at = s->plain_n = 0;
  while (s->plain_n - s->plain_at < least && !s->end) {
    ErrorCode code = ERROR_OK;
    size_t before = s->plain_n;
    if (s->gzip) {
      code = unpack(s, info);
    } else if (s->zstd) {
      code = unpack_zstd(s, info);
    } else {
      code = fill_raw(s, 1, info);
      size_t n = s->raw_n - s->raw_at, room = sizeof s->plain - s->plain_n;
      if (!code && n == 0) s->end = true;
      if (n > room) n = room;
      memcpy(s->plain + s->plain_n, s->raw + s->raw_at, n);
      s->raw_at += n;
      s->plain_n += n;
    }
    if (!code && (s->gzip || s->zstd)) code = count_unpacked(s, s->plain_n - before, info);
    if (code) return code;
  }
  return ERROR_OK;
}

static ErrorCode begin(Stream *s, ErrorInfo *info) {
  static const uint8_t zstd[] = {0x28, 0xB5, 0x2F, 0xFD};
  ErrorCode code = fill_raw(s, sizeof zstd, info);
  if (code) return code;
  if (s->raw_n >= sizeof zstd && memcmp(s->raw, zstd, sizeof zstd) == 0) {
    s->zstd = ZSTD_createDStream();
    if (!s->zstd) return error_set(info, ERROR_MEMORY, s->name, 0, NULL);
    ZSTD_DCtx_setParameter(s->zstd, ZSTD_d_windowLogMax, WINDOW_LOG_MAX);
  }
  s->gzip = s->raw_n >= 2 && s->raw[0] == 0x1F && s->raw[1] == 0x8B;
  if (s->gzip && inflateInit2(&s->z, GZIP_WINDOW) != Z_OK) {
    s->gzip = false;
    return error_set(info, ERROR_MEMORY, s->name, 0, NULL);
  }
  code = fill_plain(s, 3, info);
  if (code) return code;
  const uint8_t *p = s->plain;
  if (s->plain_n >= 3 && p[0] == 0xEF && p[1] == 0xBB && p[2] == 0xBF) s->plain_at = 3;
  if (s->plain_n >= 2 && p[0] == 0xFF && p[1] == 0xFE) s->charset = CHARSET_UTF16LE;
  if (s->plain_n >= 2 && p[0] == 0xFE && p[1] == 0xFF) s->charset = CHARSET_UTF16BE;
  if (s->charset != CHARSET_UTF8) s->plain_at = 2;
  s->mark = s->plain_at;
  return ERROR_OK;
}

ErrorCode stream_open(Stream *s, const char *path, ErrorInfo *info) {
  memset(s, 0, offsetof(Stream, raw));
  s->name = str_of(path);
  s->own = strcmp(path, "-") != 0;
  s->fd = s->own ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO;
  if (s->fd < 0) return error_set(info, ERROR_IO, s->name, 0, "%s", strerror(errno));
  ErrorCode code = begin(s, info);
  if (code) stream_close(s);
  return code;
}

void stream_close(Stream *s) {
  if (s->gzip) inflateEnd(&s->z);
  ZSTD_freeDStream(s->zstd);
  s->zstd = NULL;
  uint8_t sum[SHA256_BYTES];
  stream_sum_end(s, sum);
  if (s->own && s->fd >= 0) close(s->fd);
  s->gzip = s->own = false;
  s->fd = -1;
}

ErrorCode stream_peek(Stream *s, size_t least, Str *head, ErrorInfo *info) {
  if (s->plain_at && s->plain_n) {
    memmove(s->plain, s->plain + s->plain_at, s->plain_n - s->plain_at);
    s->plain_n -= s->plain_at;
    s->plain_at = 0;
  }
  ErrorCode code = fill_plain(s, least < STREAM_CHUNK ? least : STREAM_CHUNK, info);
  *head = code ? STR_NONE : (Str){(const char *)s->plain + s->plain_at, s->plain_n - s->plain_at};
  return code;
}

void stream_guess_utf16(Stream *s, Str head) {
  enum { LEAST = 16, MOST = 512 };
  size_t n = (head.n < MOST ? head.n : MOST) / 2, upper[2] = {0, 0};
  if (s->charset != CHARSET_UTF8 || s->mark || 2 * n < LEAST) return;
  for (size_t i = 0; i < 2 * n; i++) upper[i % 2] += head.p[i] == 0 || head.p[i] == 6;
  if (upper[1] * 20 >= n * 19 && upper[0] * 2 < n) s->charset = CHARSET_UTF16LE;
  if (upper[0] * 20 >= n * 19 && upper[1] * 2 < n) s->charset = CHARSET_UTF16BE;
}

void stream_sum_begin(Stream *s) {
  static const char *const marks[] = {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}; /* in the order of Charset */
  s->sum = sha256_begin();
  sha256_add(s->sum, (Str){marks[s->charset], s->mark});
}

void stream_sum_end(Stream *s, uint8_t out[SHA256_BYTES]) {
  sha256_end(s->sum, out);
  s->sum = NULL;
}

static uint32_t join(uint16_t high, uint16_t low) {
  return 0x10000u + ((uint32_t)(high - 0xD800) << 10) + (uint32_t)(low - 0xDC00);
}

/* One UTF-16 unit; what it completes goes to `out`. */
static size_t put_unit(Stream *s, uint16_t unit, char *out) {
  bool low = unit >= 0xDC00 && unit <= 0xDFFF, high = unit >= 0xD800 && unit <= 0xDBFF;
  if (low && s->high) {
    size_t n = utf8_put(join(s->high, unit), out);
    s->high = 0;
    return n;
  }
  size_t n = s->high ? utf8_put(UTF8_BROKEN, out) : 0;
  s->high = high ? unit : 0;
  if (high) return n;
  return n + utf8_put(low ? UTF8_BROKEN : unit, out + n);
}

/* All of `plain` as UTF-8; a half unit or pair waits for the next chunk. */
static Str from_utf16(Stream *s) {
  size_t n = 0;
  for (; s->plain_at < s->plain_n; s->plain_at++) {
    uint8_t byte = s->plain[s->plain_at];
    if (!s->half_set) {
      s->half = byte;
      s->half_set = true;
      continue;
    }
    s->half_set = false;
    uint16_t unit = (uint16_t)(s->charset == CHARSET_UTF16LE ? byte << 8 | s->half : s->half << 8 | byte);
    n += put_unit(s, unit, s->utf8 + n);
  }
  if (s->end) {
    if (s->high || s->half_set) n += utf8_put(UTF8_BROKEN, s->utf8 + n);
    s->high = 0;
    s->half_set = false;
  }
  return (Str){s->utf8, n};
}

ErrorCode stream_next(Stream *s, Str *chunk, ErrorInfo *info) {
  *chunk = STR_NONE;
  while (chunk->n == 0) {
    ErrorCode code = fill_plain(s, 1, info);
    if (code) return code;
    sha256_add(s->sum, (Str){(const char *)s->plain + s->plain_at, s->plain_n - s->plain_at});
    if (s->charset == CHARSET_UTF8) {
      *chunk = (Str){(const char *)s->plain + s->plain_at, s->plain_n - s->plain_at};
      s->plain_at = s->plain_n;
    } else {
      *chunk = from_utf16(s);
    }
    if (s->end) break;
  }
  return ERROR_OK;
}
