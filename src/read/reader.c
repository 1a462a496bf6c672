/* The reader holds one document: a file's text or page, a line of JSONL, a feed's entry, an
 * archive's page, a message. What is past the limit is not gathered: its bytes run through. */
#include "read/reader.h"

#include "read/charset.h"
#include "read/feed.h"
#include "read/html.h"
#include "read/jsonl.h"
#include "read/sniff.h"
#include "read/telegram.h"
#include "read/walk.h"
#include "read/warc.h"

/* A document's arena: a line, the copies it grew through, its strings, and both joined. */
static const size_t DOCUMENT_BUDGET = 12 * (size_t)DOCUMENT_MAX;

struct Reader {
  ReaderOptions options;
  Arena arena; /* the document's; reset for each */
  Walk walk;
  WalkFile file;
  bool open;
  FileKind kind;
  uint32_t line, n;             /* of the file: lines and documents read */
  uint64_t bytes;               /* of the files closed */
  uint32_t passed;              /* files in folders that were passed over */
  uint8_t origin[SHA256_BYTES]; /* of the feed that is open */
  const char *charset;          /* of the same */
  Pull pull;
  Feed feed;
  Telegram telegram;
  Stream stream;
};

Reader *reader_new(Arena *arena, const ReaderOptions *options) {
  Reader *r = ARENA_NEW(arena, Reader);
  if (!r) return NULL;
  r->options = *options;
  arena_init(&r->arena, DOCUMENT_BUDGET);
  walk_init(&r->walk, options->paths, options->npaths);
  return r;
}

static void close_file(Reader *r) {
  if (!r->open) return;
  r->bytes += r->stream.taken;
  stream_close(&r->stream);
  feed_close(&r->feed);
  r->open = false;
}

void reader_close(Reader *r) {
  if (!r) return;
  close_file(r);
  walk_fini(&r->walk);
  arena_fini(&r->arena);
}

uint64_t reader_bytes(const Reader *r) { return r->bytes + (r->open ? r->stream.taken : 0); }

uint32_t reader_passed(const Reader *r) { return r->passed; }

/* Bytes are waited for only where they may change the answer: a program that writes lines
 * into our standard input may be waiting for what comes of the first. */
static ErrorCode look(Reader *r, Sniff *found, ErrorInfo *info) {
  Str head;
  ErrorCode code = stream_peek(&r->stream, 1, &head, info);
  if (!code && sniff_wants_more(head)) code = stream_peek(&r->stream, SNIFF_BYTES, &head, info);
  if (code) return code;
  stream_guess_utf16(&r->stream, head);
  stream_sum_begin(&r->stream);
  code = pull_more(&r->pull, info);
  *found = sniff(r->pull.chunk, r->file.name);
  return code;
}

static ErrorCode too_large(Str what, ErrorInfo *info) {
  return error_set(info, ERROR_TOO_LARGE, what, 0, "more than 16 MiB");
}

/* All of the file. */
static ErrorCode read_whole(Reader *r, Str what, Str *out, ErrorInfo *info) {
  Gather g = {0};
  ErrorCode code = pull_bytes(&r->pull, &r->arena, (uint64_t)DOCUMENT_MAX + 1, DOCUMENT_MAX, &g, info);
  if (!code && g.all > DOCUMENT_MAX) code = too_large(what, info);
  *out = gather_str(&g);
  return code;
}

static ErrorCode open_feed(Reader *r, ErrorInfo *info) {
  Str bytes, what = str_of(r->file.path);
  ErrorCode code = read_whole(r, what, &bytes, info);
  stream_sum_end(&r->stream, r->origin);
  r->charset = charset_name(r->stream.charset);
  if (!code && r->stream.charset == CHARSET_UTF8) bytes = charset_to_utf8(&r->arena, bytes, STR_NONE, &r->charset);
  return code ? code : feed_open(&r->feed, &r->arena, bytes, what, info);
}

/* What is in a folder and neither its name nor its bytes say what it is, is passed over; what
 * the user named is read as text, or refused with what it is instead. */
static ErrorCode open_kind(Reader *r, ErrorInfo *info) {
  Sniff found = {0};
  ErrorCode code = look(r, &found, info);
  if (code) return code;
  r->kind = found.kind;
  if (r->file.unnamed && (found.kind == FILE_OTHER || !found.sure)) {
    r->passed++;
    close_file(r);
    return ERROR_OK;
  }
  if (found.kind == FILE_OTHER) return error_set(info, ERROR_FORMAT, str_of(r->file.path), 0, "%s", found.why);
  if (found.kind == FILE_FEED) return open_feed(r, info);
  if (found.kind != FILE_TEXT && found.kind != FILE_HTML) stream_sum_end(&r->stream, r->origin);
  return ERROR_OK;
}

static ErrorCode open_next(Reader *r, ErrorInfo *info) {
  ErrorCode code = walk_next(&r->walk, &r->file, info);
  if (code || !r->file.path) return code;
  code = stream_open(&r->stream, r->file.path, info);
  if (code) return code;
  r->open = true;
  r->line = r->n = 0;
  r->charset = charset_name(r->stream.charset);
  r->pull = (Pull){.stream = &r->stream};
  r->telegram = (Telegram){0};
  code = open_kind(r, info);
  if (code) close_file(r);
  return code;
}

static ErrorCode read_text(Reader *r, Document *d, ErrorInfo *info) {
  Str bytes;
  ErrorCode code = read_whole(r, d->file, &bytes, info);
  if (!code && r->stream.charset == CHARSET_UTF8) bytes = charset_to_utf8(&r->arena, bytes, STR_NONE, &d->charset);
  stream_sum_end(&r->stream, d->origin);
  close_file(r);
  if (code) return code;
  d->id = r->file.name;
  d->text = bytes;
  return r->kind == FILE_HTML ? html_read(&r->arena, bytes, r->options.furniture, d->file, d, info) : ERROR_OK;
}

/* A line's document; d->text.p stays NULL for an empty line. */
static ErrorCode read_jsonl(Reader *r, Document *d, ErrorInfo *info) {
  Gather g = {0};
  bool end = false;
  r->line++;
  ErrorCode code = pull_line(&r->pull, &r->arena, DOCUMENT_MAX, &g, &end, info);
  if (code || end) {
    close_file(r);
    return code;
  }
  d->line = r->line;
  Str line = str_trim(gather_str(&g));
  if (!line.n && g.all <= DOCUMENT_MAX) return ERROR_OK;
  Str what = arena_printf(&r->arena, "%s:%u", r->file.path, r->line);
  if (g.all > DOCUMENT_MAX) return too_large(what, info);
  code = jsonl_read(&r->arena, line, what, d, info);
  if (code) return code;
  if (!d->text.p) d->text = STR("");
  if (!d->id.n) d->id = arena_printf(&r->arena, "%.*s:%u", STR_ARG(r->file.name), r->line);
  return ERROR_OK;
}

/* Documents of an archive that have no id of their own are told by their place in it. */
static void number(Reader *r, Document *d) {
  r->n++;
  if (!d->id.n)
    d->id = arena_printf(&r->arena, "%.*s#%u", STR_ARG(r->file.name), r->n);
  else if (r->kind == FILE_TELEGRAM)
    d->id = arena_printf(&r->arena, "%.*s#%.*s", STR_ARG(r->file.name), STR_ARG(d->id));
}

static ErrorCode read_feed(Reader *r, Document *d) {
  d->charset = r->charset;
  memcpy(d->origin, r->origin, sizeof d->origin);
  if (feed_next(&r->feed, &r->arena, r->options.furniture, d))
    number(r, d);
  else
    close_file(r);
  return ERROR_OK;
}

static ErrorCode read_warc(Reader *r, Document *d, ErrorInfo *info) {
  WarcStep step;
  bool broken;
  ErrorCode code = warc_next(&r->pull, &r->arena, r->options.furniture, d, &step, &broken, info);
  if (step == WARC_END || (code && broken)) close_file(r);
  if (!code && step == WARC_DOCUMENT)
    number(r, d);
  else
    d->text = STR_NONE;
  return code;
}

static ErrorCode read_telegram(Reader *r, Document *d, ErrorInfo *info) {
  bool end = false;
  ErrorCode code = telegram_next(&r->telegram, &r->pull, &r->arena, d, &end, info);
  if (end) close_file(r);
  if (!code && !end) number(r, d);
  return code;
}

static ErrorCode read_next(Reader *r, Document *d, ErrorInfo *info) {
  d->charset = charset_name(r->stream.charset);
  switch (r->kind) {
    case FILE_JSONL: return read_jsonl(r, d, info);
    case FILE_FEED: return read_feed(r, d);
    case FILE_WARC: return read_warc(r, d, info);
    case FILE_TELEGRAM: return read_telegram(r, d, info);
    default: return read_text(r, d, info);
  }
}

static ErrorCode finish(Reader *r, Document *d, ErrorInfo *info) {
  if (r->options.meta) meta_apply(r->options.meta, d);
  if (!d->published.n) d->published = r->options.published;
  if (!d->outlet.n) d->outlet = r->options.outlet;
  if (!document_finish(&r->arena, d)) return error_set(info, ERROR_MEMORY, d->file, d->line, NULL);
  if (d->text.n <= DOCUMENT_MAX) return ERROR_OK;
  return too_large(d->line ? arena_printf(&r->arena, "%.*s:%u", STR_ARG(d->file), d->line) : d->file, info);
}

ReaderStep reader_next(Reader *r, Document *d, ErrorInfo *info) {
  for (;;) {
    arena_reset(&r->arena);
    *d = (Document){0};
    ErrorCode code = r->open ? ERROR_OK : open_next(r, info);
    if (code) return READER_REFUSED;
    if (!r->file.path) return READER_END;
    if (!r->open) continue;
    d->file = str_of(r->file.path);
    code = read_next(r, d, info);
    if (!code && !d->text.p) continue;
    if (!code) code = finish(r, d, info);
    return code ? READER_REFUSED : READER_DOCUMENT;
  }
}
