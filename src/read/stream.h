/* A file's bytes as UTF-8, a chunk at a time: gzip, zstd and UTF-16 are undone on the way.
 *
 * A stream never holds more than a few chunks, whatever the file's size or the ratio it was
 * packed with, and gives up what unpacks to a gigabyte and more than two hundred times its
 * size: archives of text come to twenty. The bytes it gives are UTF-8 where the file is UTF-8 or UTF-16; broken
 * sequences of a UTF-8 file pass through as they are. */
#ifndef READ_STREAM_H
#define READ_STREAM_H

#include <zlib.h>
#include <zstd.h>

#include "base/error.h"
#include "base/hash.h"

enum { STREAM_CHUNK = 64 * 1024 };

typedef enum Charset { CHARSET_UTF8, CHARSET_UTF16LE, CHARSET_UTF16BE } Charset;

const char *charset_name(Charset charset);

typedef struct Stream {
  Str name; /* for errors; the caller's */
  int fd;
  bool own, gzip, end, member_done;
  Charset charset;
  uint16_t high; /* a surrogate that waits for its other half; 0 none */
  uint8_t half;  /* a byte that waits for its other half, where half_set */
  bool half_set;
  z_stream z;
  ZSTD_DStream *zstd; /* or NULL */
  Sha256 *sum;        /* of the bytes given since stream_sum_begin, or NULL */
  size_t mark;        /* bytes of the byte order mark */
  uint64_t taken;     /* bytes read from the file */
  uint64_t unpacked;  /* bytes that came out of them */
  size_t raw_at, raw_n, plain_at, plain_n;
  uint8_t raw[STREAM_CHUNK];   /* as in the file */
  uint8_t plain[STREAM_CHUNK]; /* unpacked */
  char utf8[STREAM_CHUNK / 2 * 3 + 16];
} Stream;

/* Opens `path` ("-" is standard input) and looks at its first bytes for gzip and a byte
 * order mark. On an error there is nothing to close. */
MUST_USE ErrorCode stream_open(Stream *stream, const char *path, ErrorInfo *info);
void stream_close(Stream *stream);

/* Makes at least `least` bytes ready (at most a chunk; fewer only at the end), without taking
 * them: *head is what is ready, unpacked, still in the file's charset. */
MUST_USE ErrorCode stream_peek(Stream *stream, size_t least, Str *head, ErrorInfo *info);

/* Takes the file for UTF-16 where `head`, its beginning, can be nothing else, though there is
 * no byte order mark: every other byte is 00 or 06, the upper half of Latin or Arabic. */
void stream_guess_utf16(Stream *stream, Str head);

/* From here to stream_sum_end the SHA-256 of the bytes is kept, unpacked, as they were before
 * UTF-16 was undone, the byte order mark with them. To be begun before the first stream_next. */
void stream_sum_begin(Stream *stream);
void stream_sum_end(Stream *stream, uint8_t out[SHA256_BYTES]);

/* The next bytes, valid until the next call; an empty chunk is the end. */
MUST_USE ErrorCode stream_next(Stream *stream, Str *chunk, ErrorInfo *info);

#endif
